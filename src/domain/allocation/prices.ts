import type { PlainDate } from '../dates/plain-date.ts'
import type { Model, NightCover, UnitPrice } from './model.ts'
import type { Form, SupportUnit } from './support.ts'

/** A price that one record carries for itself (`policy.prices`); it stands before the council's published price. */
export type OwnPrice = {
  readonly form: Form
  readonly unit: SupportUnit
  readonly price: UnitPrice
  readonly from: PlainDate
}

/** The price of one unit on a day. `own` where it is the record's; then there is no range. */
export type PriceInForce = {
  readonly form: Form
  readonly unit: SupportUnit
  readonly low: number
  readonly price: number
  readonly high: number
  readonly from: PlainDate
  readonly own: boolean
  readonly source: string
  readonly url?: string
}

/** What is being priced. `night` is set for an hour of night cover. */
export type Priced = { readonly form: Form; readonly unit: SupportUnit; readonly night?: NightCover }

function latest<Row extends { readonly from: PlainDate }>(
  rows: readonly Row[],
  on: PlainDate,
): Row | undefined {
  let found: Row | undefined
  for (const row of rows) if (row.from <= on && (found === undefined || row.from >= found.from)) found = row
  return found
}

/**
 * The price in force on a day, or `undefined`: a price that nobody had published yet is a missing fact, never a later one
 * used backwards. For an hour of night cover a record may also give the price of a whole night, in `unit` `night`.
 */
export function priceInForce(
  model: Pick<Model, 'prices'>,
  own: readonly OwnPrice[],
  wanted: Priced,
  on: PlainDate,
): PriceInForce | undefined {
  const units: readonly SupportUnit[] = wanted.night === undefined ? [wanted.unit] : ['night']
  const mine = latest(
    own.filter((row) => row.form === wanted.form && units.includes(row.unit)),
    on,
  )
  if (mine !== undefined) {
    return {
      ...mine,
      low: mine.price,
      high: mine.price,
      own: true,
      source: 'The price that this record gives.',
    }
  }
  const row = latest(
    model.prices.filter((p) => p.form === wanted.form && p.unit === wanted.unit && p.night === wanted.night),
    on,
  )
  if (row === undefined) return undefined
  return {
    form: row.form,
    unit: row.unit,
    low: row.low,
    price: row.price,
    high: row.high,
    from: row.from,
    own: false,
    source: row.source,
    ...(row.url === undefined ? {} : { url: row.url }),
  }
}
