import { z } from 'zod'
import { type RateName, isCapital, unreadOn } from '../../domain/care-act/charging-rates.ts'
import {
  type Claimed,
  HOUSEHOLDS,
  type Income,
  PREMIUMS,
  ratesNeeded,
} from '../../domain/care-act/charging.ts'
import {
  INCOME_KINDS,
  INCOME_KIND_NAMES,
  type Property,
  PROPERTY_NAMES,
  type Setting,
  countedAtMost,
  incomeKindIn,
  whyOfIncome,
  wrongProperty,
} from '../../domain/care-act/charging-kinds.ts'
import {
  CAPITAL_KINDS,
  CAPITAL_KIND_NAMES,
  type Capital,
  WHOSE_NAMES,
  capitalCounted,
  capitalIn,
} from '../../domain/care-act/charging-capital.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, pence, poundsOf, sum } from '../../domain/money/pence.ts'
import { takenOf } from '../../domain/care-act/charging-lines.ts'
import { choice, choices, optionalText } from '../../platform/web/fields.ts'
import {
  type FieldError,
  type Form,
  type Values,
  parseForm,
  textOf,
  textsOf,
} from '../../platform/web/form.ts'
import type { AssessMeans } from './decide-means.ts'
import type { Assessment } from './view-means.ts'
import { formWords } from './words-means.ts'

// The form of a financial assessment holds lines: a few empty ones of each kind, so that it works without scripts.

export type RowKind = 'income' | 'capital' | 'housing' | 'expense'
export const ROWS: Readonly<Record<RowKind, number>> = { income: 6, capital: 6, housing: 4, expense: 8 }

export const rowField = (kind: RowKind, index: number, part: 'what' | 'weekly' | 'taken' | 'why'): string =>
  `${kind}-${index + 1}-${part}`
/** Of an income, or of what is owned, what it is: which hangs together with how much of it counts. */
export const kindField = (kind: 'income' | 'capital', index: number): string => `${kind}-${index + 1}-kind`
export const whoseField = (index: number): string => `capital-${index + 1}-whose`
/** Ticked where nothing is owned: that nobody asked is not the same. */
export const NOTHING_OWNED = 'nothing-owned'
export const rateField = (rate: RateName): string => `rate-${rate}`

/** Pounds as typed, in pence; `undefined` where nothing was typed, and `null` where it is no amount. */
function penceTyped(typed: string): number | undefined | null {
  const plain = typed.replaceAll(/[,\s£]/g, '')
  if (plain === '') return undefined
  return /^\d{1,9}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

const LONGEST = 10_000

type Row = {
  readonly what: string
  readonly weekly: Pence<'week'>
  readonly taken: Pence<'week'>
  readonly why: string
}
type Read<T> = { readonly value: T; readonly errors: readonly FieldError[] }

const wrong = (field: string): FieldError => ({ field, says: formWords.money, at: field })

function readRow(values: Values, kind: RowKind, index: number): Read<readonly Row[]> {
  const at = (part: 'what' | 'weekly' | 'taken' | 'why') => rowField(kind, index, part)
  const text = (part: 'what' | 'why') => textOf(values, at(part)).trim()
  const weekly = penceTyped(textOf(values, at('weekly')))
  const taken = penceTyped(textOf(values, at('taken')))
  const isEmpty = text('what') === '' && text('why') === '' && weekly === undefined && taken === undefined
  if (isEmpty) return { value: [], errors: [] }
  const errors = [
    ...(weekly === undefined || weekly === null ? [wrong(at('weekly'))] : []),
    ...(taken === null ? [wrong(at('taken'))] : []),
    ...(['what', 'why'] as const)
      .filter((part) => text(part).length > LONGEST)
      .map((part) => ({ field: at(part), says: formWords.tooLong, at: at(part) })),
  ]
  const all = pence<'week'>(weekly ?? 0)
  const row = { what: text('what'), weekly: all, taken: pence<'week'>(taken ?? all), why: text('why') }
  return { value: [row], errors }
}

function readRows(values: Values, kind: RowKind): Read<readonly Row[]> {
  const rows = Array.from({ length: ROWS[kind] }, (_, index) => readRow(values, kind, index))
  return { value: rows.flatMap(({ value }) => value), errors: rows.flatMap(({ errors }) => errors) }
}

/**
 * Of each income as much as the rules let count, unless less was typed; where they were not read, what was typed.
 * Every line says of what kind it is, so that nothing is counted for want of a question.
 */
function readIncomes(values: Values, setting: Setting): Read<readonly Income[]> {
  const rows = Array.from({ length: ROWS.income }, (_, index): Read<readonly Income[]> => {
    const { value, errors } = readRow(values, 'income', index)
    const [row] = value
    if (row === undefined) return { value: [], errors }
    const at = kindField('income', index)
    const kind = chosenIn(values, at, INCOME_KIND_NAMES)
    if (kind === undefined)
      return {
        value: [],
        errors: [
          ...errors,
          {
            field: at,
            says: row.what === '' ? formWords.kindMissing : formWords.kindMissingOf(row.what),
            at,
          },
        ],
      }
    const taken = rowField('income', index, 'taken')
    const typed = textOf(values, taken).trim() === '' ? undefined : row.taken
    const rule = countedAtMost(kind, setting, row.weekly)
    const wrongly = (says: string): Read<readonly Income[]> => ({
      value: [],
      errors: [...errors, { field: taken, says, at: taken }],
    })
    if (rule.kind === 'ask' && typed === undefined) return wrongly(rule.about)
    if (rule.kind === 'known' && typed !== undefined && typed > rule.most) {
      return wrongly(
        `${INCOME_KINDS[kind].says}: ${inWords(rule.most)} of it counts at the most. Leave this empty, or enter less.`,
      )
    }
    const counted = typed ?? (rule.kind === 'known' ? rule.most : row.weekly)
    // What the rules leave out needs no other reason; what the council leaves out besides does.
    const said =
      rule.kind === 'known' && counted === rule.most ? whyOfIncome(kind, setting, row.why) : row.why
    const why = said === '' ? '' : incomeKindIn(said) === undefined ? whyOfIncome(kind, setting, said) : said
    return { value: [{ what: row.what, weekly: row.weekly, counted, why }], errors }
  })
  return { value: rows.flatMap(({ value }) => value), errors: rows.flatMap(({ errors }) => errors) }
}

/** What is owned, line by line, as much of it as counts; what was not read is asked for where it was typed. */
function readOwned(values: Values, setting: Setting): Read<readonly Capital[]> {
  const rows = Array.from({ length: ROWS.capital }, (_, index): Read<readonly Capital[]> => {
    const { value, errors } = readRow(values, 'capital', index)
    const [row] = value
    if (row === undefined) return { value: [], errors }
    const kind = chosenIn(values, kindField('capital', index), CAPITAL_KIND_NAMES)
    const whose = chosenIn(values, whoseField(index), WHOSE_NAMES)
    const missing = [
      ...(row.what === '' ? [at(rowField('capital', index, 'what'), formWords.ownedWhatMissing)] : []),
      ...(kind === undefined ? [at(kindField('capital', index), formWords.ownedKindMissing)] : []),
      ...(whose === undefined ? [at(whoseField(index), formWords.whoseMissing)] : []),
    ]
    if (kind === undefined || whose === undefined || missing.length > 0) {
      return { value: [], errors: [...errors, ...missing] }
    }
    const amount = pence<'once'>(row.weekly)
    const taken = rowField('capital', index, 'taken')
    const typed = textOf(values, taken).trim() === '' ? undefined : pence<'once'>(row.taken)
    const rule = capitalCounted(kind, whose, setting, amount)
    const most = rule.kind === 'known' ? rule.most : amount
    const wrongly = (field: string, says: string): Read<readonly Capital[]> => ({
      value: [],
      errors: [...errors, at(field, says)],
    })
    if (rule.kind === 'ask' && typed === undefined) return wrongly(taken, rule.about)
    if (typed !== undefined && typed > most) {
      return wrongly(
        taken,
        `${CAPITAL_KINDS[kind].says}: ${inWords(most)} of it counts at the most. Leave this empty, or enter less.`,
      )
    }
    const counted = typed ?? most
    if (row.why === '' && (rule.kind === 'ask' || counted < most)) {
      return wrongly(rowField('capital', index, 'why'), formWords.ownedWhyMissing)
    }
    const what = row.what.replaceAll(/\s+/g, ' ')
    return { value: [{ what, kind, whose, amount, counted, why: row.why }], errors }
  })
  const owned = rows.flatMap(({ value }) => value)
  const errors = rows.flatMap((row) => row.errors)
  const isNothing = textsOf(values, NOTHING_OWNED).length > 0
  if (errors.length > 0 || (owned.length === 0) === isNothing) return { value: owned, errors }
  const says = isNothing ? formWords.ownedBoth : formWords.capitalMissing
  return { value: owned, errors: [at(NOTHING_OWNED, says)] }
}

const at = (field: string, says: string): FieldError => ({ field, says, at: field })

/** A home that counts stands among what is owned, with its worth: the answer alone would count nothing. */
function homeLeftOut(property: Property | undefined, owned: readonly Capital[]): string | undefined {
  const home = owned.find(({ kind }) => kind === 'own-home')
  if (property === 'counts' && (home === undefined || home.counted === 0)) return formWords.homeMissing
  return property === 'kept' && home !== undefined && home.counted > 0 ? formWords.homeKept : undefined
}

const claimOf = ({ what, weekly, taken, why }: Row): Claimed => ({ what, weekly, allowed: taken, why })

function readRates(values: Values, on: PlainDate): Read<AssessMeans['facts']['entered']['rates']> {
  const errors: FieldError[] = []
  const rates: Partial<Record<RateName, number>> = {}
  for (const rate of unreadOn(on)) {
    const amount = penceTyped(textOf(values, rateField(rate)))
    if (amount === null) errors.push(wrong(rateField(rate)))
    else if (amount !== undefined) rates[rate] = amount
  }
  return { value: rates, errors }
}

const simple = z.object({
  setting: choice(['home', 'care-home'], formWords.settingMissing),
  household: choice(HOUSEHOLDS, formWords.householdMissing),
  children: z
    .string()
    .default('0')
    .transform((typed) => (typed.trim() === '' ? '0' : typed.trim()))
    .refine((typed) => /^\d{1,2}$/.test(typed) && Number(typed) <= 20, { error: formWords.childrenWrong })
    .transform(Number),
  premiums: choices(PREMIUMS),
  property: choice(PROPERTY_NAMES, formWords.propertyMissing),
  circular: optionalText({ most: 200 }).transform((typed) => typed ?? ''),
})

export type ReadMeans =
  | { readonly kind: 'good'; readonly facts: AssessMeans['facts']; readonly property: Property }
  | { readonly kind: 'bad'; readonly errors: readonly FieldError[] }

/** The facts that were typed, or everything that has to be mended. */
export function readMeans(form: Form, on: PlainDate): ReadMeans {
  const { values } = form
  const parsed = parseForm(simple, form)
  const cost = penceTyped(textOf(values, 'cost'))
  const setting = chosenIn(values, 'setting', ['home', 'care-home'] as const) ?? 'home'
  const income = readIncomes(values, setting)
  const owned = readOwned(values, setting)
  const property = chosenIn(values, 'property', PROPERTY_NAMES)
  const misplaced =
    (property === undefined ? undefined : wrongProperty(property, setting)) ??
    (owned.errors.length > 0 ? undefined : homeLeftOut(property, owned.value))
  const housing = readRows(values, 'housing')
  const expenses = readRows(values, 'expense')
  const rates = readRates(values, on)
  const errors: readonly FieldError[] = [
    ...(parsed.kind === 'bad' ? parsed.errors : []),
    ...(misplaced === undefined ? [] : [{ field: 'property', says: misplaced, at: 'property' }]),
    ...owned.errors,
    ...income.errors,
    ...housing.errors,
    ...expenses.errors,
    ...(cost === null ? [wrong('cost')] : []),
    ...rates.errors,
  ]
  if (parsed.kind === 'bad' || errors.length > 0) return { kind: 'bad', errors }
  const { circular, property: home, ...chosen } = parsed.value
  return {
    kind: 'good',
    property: home,
    facts: {
      ...chosen,
      capital: sum(owned.value.map(({ counted }) => counted)),
      owned: owned.value,
      income: income.value,
      housing: housing.value.map(claimOf),
      expenses: expenses.value.map(claimOf),
      cost: cost === undefined || cost === null ? undefined : pence<'week'>(cost),
      entered: { rates: rates.value, from: circular },
    },
  }
}

const inPounds = (amount: number): string => poundsOf(pence<'week'>(amount)).toFixed(2)

/** What was owned, line by line; what an older assessment has as one sum is put in one line, to be told apart. */
function putOwned(start: Record<string, string>, { lines = [], capital }: Assessment): void {
  const owned = lines.flatMap((line) => capitalIn(line) ?? []).slice(0, ROWS.capital)
  for (const [index, one] of owned.entries()) {
    start[kindField('capital', index)] = one.kind
    start[whoseField(index)] = one.whose
    start[rowField('capital', index, 'what')] = one.what
    start[rowField('capital', index, 'weekly')] = inPounds(one.amount)
    if (one.counted !== one.amount) start[rowField('capital', index, 'taken')] = inPounds(one.counted)
    start[rowField('capital', index, 'why')] = one.why
  }
  if (owned.length > 0) return
  if (capital === 0) start[NOTHING_OWNED] = 'yes'
  else {
    start[rowField('capital', 0, 'what')] = formWords.ownedBefore
    start[rowField('capital', 0, 'weekly')] = inPounds(capital)
  }
}

/** What the last assessment said, so that nobody types it a second time. Rates are entered anew: they are of their year. */
export function begunWith(last: Assessment | undefined, cost: Pence<'week'> | undefined): Values {
  const start: Record<string, string> = cost === undefined ? {} : { cost: inPounds(cost) }
  if (last === undefined) return start
  putOwned(start, last)
  const put = (kind: RowKind, of: 'income' | 'disregard' | 'expense'): void => {
    const lines = (last.lines ?? []).filter((line) => line.kind === of).slice(0, ROWS[kind])
    for (const [index, line] of lines.entries()) {
      const taken = takenOf(line)
      start[rowField(kind, index, 'what')] = line.what
      start[rowField(kind, index, 'weekly')] = inPounds(line.weekly)
      if (taken !== line.weekly) start[rowField(kind, index, 'taken')] = inPounds(taken)
      const known = kind === 'income' ? incomeKindIn(line.why ?? '') : undefined
      if (known !== undefined) start[kindField('income', index)] = known.kind
      start[rowField(kind, index, 'why')] = known?.said ?? line.why ?? ''
    }
  }
  put('income', 'income')
  put('housing', 'disregard')
  put('expense', 'expense')
  return start
}

const chosenIn = <T extends string>(values: Values, name: string, of: readonly T[]): T | undefined =>
  of.find((each) => each === textOf(values, name))

/**
 * The rates to be entered, those of capital first: the others once it is known who lives how, so that nobody is asked for
 * what is not needed. What was typed stays.
 */
export function ratesToEnter(on: PlainDate, typed: Values): readonly RateName[] {
  const household = chosenIn(typed, 'household', HOUSEHOLDS)
  const setting = chosenIn(typed, 'setting', ['home', 'care-home'] as const)
  const premiums = PREMIUMS.filter((premium) => textsOf(typed, 'premiums').includes(premium))
  const children = Number(textOf(typed, 'children')) > 0 ? 1 : 0
  const needed =
    household === undefined || setting === undefined
      ? []
      : ratesNeeded({ setting, household, children, premiums }).map(({ rate }) => rate)
  return unreadOn(on).filter(
    (rate) => isCapital(rate) || needed.includes(rate) || textOf(typed, rateField(rate)) !== '',
  )
}
