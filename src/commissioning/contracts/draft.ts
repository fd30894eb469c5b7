import { z } from 'zod'
import { yearsOf } from '../../domain/contracts/span.ts'
import { GUARD_MEASURES, MODELS, PAY_PERIODS, SERVICE_UNITS } from '../../domain/contracts/terms.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import { choice, date, decimal, optionalText, text, wholeNumber } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import { newWords as w } from './words-draft.ts'

// A contract as somebody writes it in the browser, page after page. Each page’s answers are read here as a form’s are; whether they
// make a contract is for the rules of the file to say (draft-file.ts).

export const STEPS = ['about', 'pays', 'services', 'terms', 'guards', 'check'] as const
export type Step = (typeof STEPS)[number]

export type Read<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'bad'; readonly errors: readonly FieldError[] }

/** What no text may hold has become this sign on its way in, in an address as in a form. */
const UNKEEPABLE = '\uFFFD'

/** Fields of a schema that hold something that cannot be kept. */
const spoiltIn = (fields: readonly string[], values: Values): ReadonlySet<string> =>
  new Set(
    Object.keys(values).filter(
      (name) =>
        textOf(values, name).includes(UNKEEPABLE) &&
        fields.some((field) => name === field || name.startsWith(`${field}-`)),
    ),
  )

/** A schema of named fields. */
type FieldsSchema<T> = z.ZodType<T> & { readonly shape: Readonly<Record<string, unknown>> }

function read<T>(schema: FieldsSchema<T>, values: Values): Read<T> {
  const parsed = parseForm<T>(schema, { values, spoilt: spoiltIn(Object.keys(schema.shape), values) })
  return parsed.kind === 'good' ? parsed : { kind: 'bad', errors: parsed.errors }
}

/** One row of several: `what-2` is read as `what`, and what is wrong with it stands at `what-2`. */
function readRow<T>(schema: FieldsSchema<T>, values: Values, names: readonly string[], row: number): Read<T> {
  const picked = Object.fromEntries(names.map((name) => [name, textOf(values, `${name}-${row}`)]))
  const found = read(schema, picked)
  return found.kind === 'good'
    ? found
    : {
        kind: 'bad',
        errors: found.errors.map(({ field, says }) => ({
          says,
          field: `${field}-${row}`,
          at: `${field}-${row}`,
        })),
      }
}

/** So many kinds of care, groups or measures can be typed in; a contract with more comes in as a file. */
export const MOST_ROWS = 8

/** The rows in which something stands. */
export const rowsIn = (values: Values, names: readonly string[]): readonly number[] =>
  Array.from({ length: MOST_ROWS }, (_, at) => at + 1).filter((row) =>
    names.some((name) => textOf(values, `${name}-${row}`).trim() !== ''),
  )

type Rows<T> = readonly (T & { readonly row: number })[]

function readRows<T extends object>(
  schema: FieldsSchema<T>,
  values: Values,
  names: readonly string[],
  least: number,
): Read<Rows<T>> {
  const filled = rowsIn(values, names)
  const rows = filled.length < least ? [1] : filled
  const found = rows.map((row) => ({ row, read: readRow(schema, values, names, row) }))
  const errors = found.flatMap((each) => (each.read.kind === 'bad' ? each.read.errors : []))
  if (errors.length > 0) return { kind: 'bad', errors }
  return {
    kind: 'good',
    value: found.flatMap(({ row, read: one }) => (one.kind === 'good' ? [{ ...one.value, row }] : [])),
  }
}

export type Whole<T> = Extract<Read<T>, { kind: 'good' }>['value']

const aboutForm = z.object({
  name: text(w.nameMissing, { most: 120, long: w.nameLong }),
  provider: text(w.providerMissing, { most: 200 }),
  manager: text(w.managerMissing, { most: 200 }),
  from: date({ missing: w.fromMissing, wrong: w.fromWrong, from: '2000-01-01' }).transform(toDay),
  to: date({ missing: w.toMissing, wrong: w.toWrong, from: '2000-01-01' }).transform(toDay),
  zone: optionalText({ most: 120 }),
  population: optionalText({ most: 300 }),
})

/** What did not come through is refused by then; this only says so to the compiler. */
function toDay(typed: string): PlainDate {
  return /^\d{4}-\d\d-\d\d$/.test(typed) ? day(typed) : day('2000-01-01')
}

const paysForm = z.object({
  model: choice(MODELS, w.modelMissing),
  settled: choice(PAY_PERIODS, w.settledMissing),
})

const price = (missing: string) => decimal({ missing, wrong: w.priceWrong, from: 0.01, to: 100_000 })
const SERVICE_FIELDS = ['what', 'unit', 'price', 'sustainable'] as const
const serviceForm = z.object({
  what: text(w.whatMissing, { most: 80 }),
  unit: choice(SERVICE_UNITS, w.unitMissing),
  price: price(w.priceMissing),
  sustainable: price(w.sustainableMissing),
})
const sourceForm = z.object({ source: text(w.sourceMissing, { most: 300 }) })

/** Per cent as typed, as a share. */
const percent = (missing: string) =>
  decimal({ missing, wrong: w.percentWrong, from: 0, to: 100 }).transform(
    (typed) => Math.round(typed * 100) / 10_000,
  )
const poundsAYear = (missing: string) => decimal({ missing, wrong: w.poundsWrong, from: 0, to: 999_999_999 })

const MEASURE = ['measure'] as const
const measureForm = z.object({ measure: text(w.measureMissing, { most: 120 }) })
const POOL_MEASURE = ['measure', 'weight', 'floor', 'target', 'anyway'] as const
const poolMeasureForm = measureForm.extend({
  weight: percent(w.weightMissing),
  floor: percent(w.floorMissing),
  target: percent(w.targetMissing),
  anyway: percent(w.anywayMissing),
})
const GROUP = ['group', 'people', 'each'] as const
const groupForm = z.object({
  group: text(w.groupMissing, { most: 120 }),
  people: wholeNumber({ missing: w.peopleMissing, wrong: w.peopleWrong, from: 1, to: 1_000_000 }),
  each: decimal({ missing: w.eachMissing, wrong: w.eachWrong, from: 0, to: 1_000_000 }),
})
const YEAR = ['falls', 'uplift'] as const
const yearForm = z.object({ falls: percent(w.fallsMissing), uplift: percent(w.upliftMissing) })

const feeForm = z.object({
  upfront: percent(w.upfrontMissing),
  deadweight: percent(w.anywayMissing),
  again: wholeNumber({ missing: w.againMissing, wrong: w.againWrong, from: 1, to: 3650 }),
})
const taperForm = z.object({ value: poundsAYear(w.valueMissing) })
const leadForm = z.object({
  share: percent(w.shareMissing),
  corridor: percent(w.corridorMissing),
  pool: poundsAYear(w.poolMissing),
})

/** The fields of a list of rows, by what it is a list of. */
export const ROWS = {
  services: SERVICE_FIELDS,
  measures: MEASURE,
  pool: POOL_MEASURE,
  groups: GROUP,
} as const

export const readAbout = (values: Values) => read(aboutForm, values)
export const readPays = (values: Values) => read(paysForm, values)

/** Both, or what is wrong with either. */
function both<A, B>(a: Read<A>, b: Read<B>): Read<readonly [A, B]> {
  if (a.kind === 'good' && b.kind === 'good') return { kind: 'good', value: [a.value, b.value] }
  return { kind: 'bad', errors: [a, b].flatMap((each) => (each.kind === 'bad' ? each.errors : [])) }
}

export const readServices = (values: Values) =>
  both(readRows(serviceForm, values, SERVICE_FIELDS, 1), read(sourceForm, values))

export const readMeasures = (values: Values) => readRows(measureForm, values, MEASURE, 0)
export const readFee = (values: Values) => both(read(feeForm, values), readMeasures(values))
export const readTaper = (values: Values, span: { readonly from: PlainDate; readonly to: PlainDate }) =>
  both(read(taperForm, values), readYears(values, span))
export const readLead = (values: Values) =>
  both(
    both(read(leadForm, values), readRows(groupForm, values, GROUP, 1)),
    readRows(poolMeasureForm, values, POOL_MEASURE, 1),
  )

/** The years after the first, of which a falling sum has terms: 2, 3 … */
export const yearsAfter = (span: { readonly from: PlainDate; readonly to: PlainDate }): readonly number[] =>
  span.to < span.from
    ? []
    : yearsOf(span)
        .slice(1, 20)
        .map(({ number }) => number + 1)

function readYears(
  values: Values,
  span: { readonly from: PlainDate; readonly to: PlainDate },
): Read<Rows<z.output<typeof yearForm>>> {
  const found = yearsAfter(span).map((row) => ({ row, read: readRow(yearForm, values, YEAR, row) }))
  const errors = found.flatMap((each) => (each.read.kind === 'bad' ? each.read.errors : []))
  if (errors.length > 0) return { kind: 'bad', errors }
  return {
    kind: 'good',
    value: found.flatMap(({ row, read: one }) => (one.kind === 'good' ? [{ ...one.value, row }] : [])),
  }
}

/** Guards with both of their figures; a measure that nothing is typed for guards nothing. */
export function readGuards(values: Values) {
  const guards: { measure: (typeof GUARD_MEASURES)[number]; baseline: number; allowed: number }[] = []
  const errors: FieldError[] = []
  for (const measure of GUARD_MEASURES) {
    const names = [`baseline-${measure}`, `allowed-${measure}`]
    if (names.every((name) => textOf(values, name).trim() === '')) continue
    const figure =
      measure === 'waits'
        ? decimal({ missing: w.guardMissing, wrong: w.daysWrong, from: 0, to: 365 })
        : percent(w.guardMissing)
    const found = names.map((name) => ({
      name,
      read: read(z.object({ at: figure }), { at: textOf(values, name) }),
    }))
    for (const { name, read: one } of found)
      if (one.kind === 'bad') errors.push(...one.errors.map(({ says }) => ({ says, field: name, at: name })))
    const [baseline, allowed] = found.map(({ read: one }) => (one.kind === 'good' ? one.value.at : undefined))
    if (baseline !== undefined && allowed !== undefined) guards.push({ measure, baseline, allowed })
  }
  return errors.length > 0 ? ({ kind: 'bad', errors } as const) : ({ kind: 'good', value: guards } as const)
}

export type About = Whole<z.output<typeof aboutForm>>
export type Pays = z.output<typeof paysForm>
export type ServiceRow = z.output<typeof serviceForm> & { readonly row: number }
export type MeasureRow = z.output<typeof measureForm> & { readonly row: number }

/** Which page a field is asked on; undefined for what no page of these asks. */
export function stepOf(field: string): Step | undefined {
  const name = field.replace(/-(?:\d+|day|month|year)$/, '')
  if (['name', 'provider', 'manager', 'from', 'to', 'zone', 'population'].includes(name)) return 'about'
  if (['model', 'settled'].includes(name)) return 'pays'
  if (['what', 'unit', 'price', 'sustainable', 'source'].includes(name)) return 'services'
  if (TERMS.includes(name)) return 'terms'
  return GUARDS.includes(name) ? 'guards' : undefined
}

const TERMS: readonly string[] = [
  'upfront',
  'deadweight',
  'again',
  'value',
  'share',
  'corridor',
  'pool',
  ...YEAR,
  ...GROUP,
  ...POOL_MEASURE,
]
const GUARDS: readonly string[] = GUARD_MEASURES.flatMap((measure) => [
  `baseline-${measure}`,
  `allowed-${measure}`,
])
