import { allocationFacts } from '../../../record/allocation-facts.ts'
import { foldRecord } from '../../../record/state.ts'
import { budgetBy } from '../../allocation/built-up.ts'
import type { IndicativeBudget, Line } from '../../allocation/budget.ts'
import { PERSON } from '../../allocation/facts.ts'
import type { Model } from '../../allocation/model.ts'
import { type Priced, priceInForce } from '../../allocation/prices.ts'
import { type Tables, tablesOf } from '../../allocation/tables.ts'
import type { PlainDate } from '../../dates/plain-date.ts'
import { inWords, pence, roundToPenny, sum } from '../../money/pence.ts'
import { type Topic, TOPIC_WORDS, isTopic } from '../../outcomes/topics.ts'
import type { Cast } from './at-the-table.ts'
import type { Sheet } from './sheet.ts'

/** A model with its tables by day: a population asks for the same few hundred days again and again. */
export type Prices = {
  readonly model: Model
  readonly tablesOn: (day: PlainDate) => Tables
  /** pence a unit as published; before the first price of a form, that first price */
  readonly priceOn: (day: PlainDate, priced: Priced) => number
}

export function pricesOf(model: Model): Prices {
  const tables = new Map<PlainDate, Tables>()
  return {
    model,
    tablesOn: (day) => {
      const known = tables.get(day) ?? tablesOf(model, day)
      tables.set(day, known)
      return known
    },
    priceOn: (day, priced) => {
      const inForce = priceInForce(model, [], priced, day)
      if (inForce !== undefined) return inForce.price
      const rows = model.prices.filter(
        ({ form, unit, night }) => form === priced.form && unit === priced.unit && night === priced.night,
      )
      const first = rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
      return first?.price ?? 0
    },
  }
}

/** The first day on which the whole of a sum has a price. */
export const pricedFrom = (model: Model): PlainDate | undefined =>
  model.prices
    .filter(({ form, unit }) => unit === 'hour' && (form === 'agency' || form === 'personal-assistant'))
    .map(({ from }) => from)
    .toSorted()[0]

/** The indicative budget of the record as it stands now, by the rules that decide for everybody. */
export function workedOut(sheet: Sheet, prices: Prices): IndicativeBudget | undefined {
  const state = foldRecord(sheet.record(), sheet.day())
  const answer = budgetBy(prices.tablesOn(sheet.day()), allocationFacts(state), PERSON)
  return answer.kind === 'known' ? answer.value : undefined
}

const topicOf = (line: Line): Topic => (isTopic(line.topic) ? line.topic : 'money')

/** What a carer's hours take off each line once more, where they are to be counted twice: pence a week by the line's id. */
export function takenTwice(sheet: Sheet, budget: IndicativeBudget): ReadonlyMap<string, number> {
  const off = budget.lines.filter(({ hours, price }) => hours.offset > 0 && hours.paid > 0 && price !== null)
  if (off.length === 0 || !sheet.plants('carer-counted-twice')) return new Map()
  return new Map(
    off.map(({ id, hours, price, weekly }) => [
      id,
      Math.min(weekly, roundToPenny<'week'>(Math.min(hours.offset, hours.paid) * (price?.price ?? 0))),
    ]),
  )
}

/** Shows the indicative budget, line by line. */
export function showIndicative(
  sheet: Sheet,
  cast: Cast,
  budget: IndicativeBudget,
  twice: ReadonlyMap<string, number>,
): string {
  const topics = [...new Set(budget.lines.map(topicOf))]
  const lines = topics.map((topic) => {
    const own = budget.lines.filter((line) => topicOf(line) === topic)
    const weekly = pence<'week'>(
      own.reduce((total, line) => total + line.weekly - (twice.get(line.id) ?? 0), 0),
    )
    return { topic, weekly, why: own.map(whyOf).join(' ') }
  })
  return sheet.add('indicative-budget', cast.worker, {
    weekly: sum(lines.map(({ weekly }) => weekly)),
    model: `${budget.model.name} version ${budget.model.version}`,
    lines,
    shown: true,
  })
}

const hours = (number: number): string => `${Math.round(number * 100) / 100} hours`

function whyOf(line: Line): string {
  const name = line.kind === 'travel' ? 'The way there and back' : TOPIC_WORDS[topicOf(line)]
  if (line.price === null || line.hours.need === 0) return `${name}: ${inWords(line.weekly)}.`
  const less = line.hours.offset > 0 ? `, less ${hours(line.hours.offset)} that are given unpaid` : ''
  return `${name}: ${hours(line.hours.need)} a week${less}, at ${inWords(pence(line.price.price))} an hour.`
}

/** What somebody pays of their own: what comes in, less what they must be left with and what a disability costs them. */
export function assessMeans(sheet: Sheet, cast: Cast): number {
  const { chance, who, add } = sheet
  const inHome = who.setting === 'residential' || who.setting === 'nursing'
  const income = 100 * chance.between(inHome ? 190 : 170, 330) + 5 * chance.between(0, 19)
  const left = inHome ? 3065 : who.age >= 65 ? 23_260 : 19_500
  const expenses = inHome ? 0 : 250 * chance.between(0, 14)
  const weekly = Math.max(0, income - left - expenses)
  const week = (amount: number) => pence<'week'>(amount)
  add('financial-assessment', cast.finance(), {
    weekly: week(weekly),
    capital: pence<'once'>(100_000 * chance.between(0, 14)),
    income: week(income),
    expenses: week(expenses),
    lines: [
      {
        what: 'Pensions and benefits that count',
        kind: 'income',
        weekly: week(income),
        why: 'As the letters show.',
      },
      {
        what: 'What they must be left with',
        kind: 'allowance',
        weekly: week(left),
        why: 'As the council entered it.',
      },
      ...(expenses === 0
        ? []
        : [
            {
              what: 'What the disability costs: laundry, heating, taxis',
              kind: 'expense' as const,
              weekly: week(expenses),
              allowed: true,
              why: 'Shown by receipts, or usual for the condition.',
            },
          ]),
    ],
  })
  return weekly
}
