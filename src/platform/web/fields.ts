import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** The kinds of answers that forms ask for. Each takes its own words for what is wrong: "Enter what you would like". */

const oneText = z
  .union([z.string(), z.array(z.string())])
  .transform((sent) => (typeof sent === 'string' ? sent : (sent[0] ?? '')))

const MOST_CHARACTERS = 10_000

const within = (most: number, long: string | undefined) => ({
  check: (typed: string) => typed.length <= most,
  says: long ?? `Use ${most.toLocaleString('en-GB')} characters or fewer`,
})

type TextLimits = { readonly most?: number | undefined; readonly long?: string | undefined }

/** A text that must be given. White space around it does not count. */
export function text(missing: string, { most = MOST_CHARACTERS, long }: TextLimits = {}) {
  const limit = within(most, long)
  return oneText
    .default('')
    .transform((typed) => typed.trim())
    .refine((typed) => typed !== '', { error: missing })
    .refine(limit.check, { error: limit.says })
}

/** A text that may be left out; then it is undefined. */
export function optionalText({ most = MOST_CHARACTERS, long }: TextLimits = {}) {
  const limit = within(most, long)
  return oneText
    .default('')
    .transform((typed) => typed.trim())
    .refine(limit.check, { error: limit.says })
    .transform((typed) => (typed === '' ? undefined : typed))
}

/** One of several, as radios and selects send it. */
export const choice = <const Options extends readonly [string, ...string[]]>(
  options: Options,
  missing: string,
) => oneText.default('').pipe(z.enum(options, { error: missing }))

/** One of several, or none: then it is undefined. */
export const optionalChoice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  oneText
    .default('')
    .transform((sent) => (sent === '' ? undefined : sent))
    .pipe(z.enum(options).optional())

/** Any number of several, as checkboxes send them; `missing` where at least one must be chosen. */
export const choices = <const Options extends readonly [string, ...string[]]>(
  options: Options,
  missing?: string,
) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => (typeof sent === 'string' ? (sent === '' ? [] : [sent]) : [...new Set(sent)]))
    .pipe(z.array(z.enum(options)))
    .refine((chosen) => missing === undefined || chosen.length > 0, { error: missing ?? '' })

type NumberWords = {
  readonly missing: string
  /** Says what fits, such as "Hours a week must be between 0 and 168". */
  readonly wrong: string
  readonly from: number
  readonly to: number
}

const number = ({ missing, wrong, from, to }: NumberWords, shape: RegExp) =>
  oneText
    .default('')
    .transform((typed) => typed.replaceAll(/[,\s]/g, '').replace(/^(-?)£/, '$1'))
    .refine((typed) => typed !== '', { error: missing })
    .refine((typed) => typed === '' || (shape.test(typed) && Number(typed) >= from && Number(typed) <= to), {
      error: wrong,
    })
    .transform(Number)

export const wholeNumber = (words: NumberWords) => number(words, /^-?\d{1,9}$/)

/** With at most two decimals: hours a week, miles. */
export const decimal = (words: NumberWords) => number(words, /^-?\d{1,9}(?:\.\d{1,2})?$/)

/** Pounds as typed (`£1,234.50`), given as whole pence. `from` and `to` are pounds. */
export const pounds = (words: NumberWords) => decimal(words).transform((amount) => Math.round(amount * 100))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day as `YYYY-MM-DD`, from `day/month/year` as typed; months may be words. Undefined where there is no such day. */
function dayOf(typed: string): string | undefined {
  const [dayText = '', monthText = '', yearText = '', ...more] = typed.split('/')
  if (more.length > 0 || !/^\d{1,2}$/.test(dayText) || !/^\d{4}$/.test(yearText)) return undefined
  const named = MONTHS.indexOf(monthText.toLowerCase().slice(0, 3)) + 1
  const month = /^\d{1,2}$/.test(monthText)
    ? Number(monthText)
    : /^[A-Za-z]{3,9}$/.test(monthText)
      ? named
      : 0
  try {
    return Temporal.PlainDate.from(
      { year: Number(yearText), month, day: Number(dayText) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return undefined
  }
}

type DateWords = {
  readonly missing: string
  /** "The day you moved must be a real day, such as 27 3 2026". */
  readonly wrong: string
  /** The first and last day that make sense, `YYYY-MM-DD`, and what to say of others. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly outside?: string | undefined
}

/** A day asked in three boxes, given as `YYYY-MM-DD`. */
export const date = ({ missing, wrong, from = '1880-01-01', to = '2199-12-31', outside }: DateWords) =>
  oneText
    .default('')
    .refine((typed) => typed !== '', { error: missing })
    .transform((typed) => (typed === '' ? '' : (dayOf(typed) ?? 'none')))
    .refine((day) => day !== 'none', { error: wrong })
    .refine((day) => day === '' || day === 'none' || (day >= from && day <= to), { error: outside ?? wrong })
