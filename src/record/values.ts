import { z } from 'zod'
import { type PlainDate, dayOf } from '../domain/dates/plain-date.ts'
import { type Pence, type Period, penceFromPounds, poundsOf } from '../domain/money/pence.ts'

/** The longest text that one answer may hold, in characters: about twenty pages. */
export const LONGEST_TEXT = 50_000

/** PostgreSQL cannot keep a NUL, and half a surrogate pair is no character: both are refused rather than altered. */
const HALF_A_CHARACTER = /\p{Surrogate}/u
const isStorable = (value: string): boolean => !value.includes('\0') && !HALF_A_CHARACTER.test(value)

/** Words as somebody wrote them. May be empty: that means "none given". */
export const text = z
  .string({ error: 'must be text' })
  // Asked only where it is needed: how numbers are written is slow to load.
  .max(LONGEST_TEXT, { error: () => `must be ${LONGEST_TEXT.toLocaleString('en-GB')} characters or fewer` })
  .refine(isStorable, { error: 'has a character that cannot be kept (NUL or half a character)' })

export const identifier = text
  .min(1, { error: 'must not be empty' })
  .max(200, { error: 'must be 200 characters or fewer' })

export const yesOrNo = z.boolean({ error: 'must be true or false' })

export const numberFrom0 = z
  .number({ error: 'must be a number, 0 or more' })
  .min(0, { error: 'must be a number, 0 or more' })
  .max(1e9, { error: 'must be below a thousand million' })

export const wholeNumber = (from: number, to: number) =>
  z
    .number({ error: `must be a whole number ${from} to ${to}` })
    .int({ error: `must be a whole number ${from} to ${to}` })
    .min(from, { error: `must be a whole number ${from} to ${to}` })
    .max(to, { error: `must be a whole number ${from} to ${to}` })

export const level = z.literal([0, 1, 2, 3, 4], { error: 'must be a level of the ladder, 0 to 4' })

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` })

/** A day or a moment with an offset, as the file gives it. `dayOfWhen` reads it as a day in London. */
export type When = string & { readonly __when: true }
export const when = z.custom<When>((value) => typeof value === 'string' && dayOf(value) !== undefined, {
  error: (issue) =>
    typeof issue.input === 'string' && /^\d{4}-\d\d-\d\d/.test(issue.input)
      ? `no such day: ${issue.input.slice(0, 40)}`
      : 'must be a date, YYYY-MM-DD, or ISO 8601 with an offset',
})

/** A day and no moment, as the schema has seen. */
export const isDay = (moment: When): moment is When & PlainDate => moment.length === 10

/** @throws only where a value has not been through the schema: a bug. */
export function dayOfWhen(moment: When): PlainDate {
  // A day is what the schema has seen to be one: it is asked for hundreds of times on every page.
  if (isDay(moment)) return moment
  const date = dayOf(moment)
  if (date === undefined) throw new RangeError('a date that was never checked')
  return date
}

const POUNDS = 'must be pounds, 0 or more, with at most two decimals'

/** Pounds with at most two decimals in the file, whole pence of that period inside. */
const pounds = <P extends Period>() =>
  z.codec(
    z
      .number({ error: POUNDS })
      .min(0, { error: POUNDS })
      .max(1e9, { error: 'must be below a thousand million pounds' })
      .refine((value) => penceFromPounds(value) !== undefined, { error: POUNDS }),
    z.custom<Pence<P>>((value) => Number.isSafeInteger(value)),
    { decode: (value) => penceFromPounds<P>(value) ?? z.NEVER, encode: (value) => poundsOf(value) },
  )

export const poundsAWeek = pounds<'week'>()
export const poundsOnce = pounds<'once'>()
/** The price of one unit of support, whatever the unit is. */
export const poundsAUnit = pounds<'unit'>()

/** What a reference in the file points to; read by `references.ts`, and published in the JSON Schema. */
export type Refers = { readonly to: 'party' } | { readonly to: 'entry'; readonly kinds: readonly string[] }

export const party = identifier.meta({ refers: { to: 'party' } satisfies Refers })
export const entry = (...kinds: readonly string[]) =>
  identifier.meta({ refers: { to: 'entry', kinds } satisfies Refers })
