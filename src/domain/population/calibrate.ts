import { layOutHours } from '../allocation/hours-block.ts'
import type { Model } from '../allocation/model.ts'
import { NEED_LEVELS, NIGHT, topicAt } from '../allocation/slots.ts'
import { FORM_WORDS } from '../allocation/support.ts'
import { coverAt, tablesOf } from '../allocation/tables.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { type AccuracyTable, type Outcome, accuracyTable, outcomesOf } from './accuracy.ts'
import { type OnePerson, factsOf, lastPlan } from './figures.ts'
import { groupsOf } from './groups.ts'
import { ROUNDED_TO } from './suppression.ts'

// Which prices an hour would have fitted the plans that were agreed: those that come nearest on average (least squares), and
// those that are enough for four people in five (the 80% quantile). Never below nought, and with nothing for nobody's hours, so
// that more need never gives less. A maintained solver finds them; they are shown beside the model in force and change nothing.

/** Solves a problem in the CPLEX LP format: the value of each variable, or undefined where it has no best answer. */
export type Solve = (problem: string) => ReadonlyMap<string, number> | undefined

/** Paid hours of one kind: a form of support by day, or a kind of night cover. */
export type HourKind = { readonly id: string; readonly words: string; readonly inForce: number }

type Case = {
  readonly hours: readonly number[]
  readonly actual: number
  readonly on: PlainDate
  readonly person: OnePerson
}

export type Fitted = {
  /** pence an hour, in the order of `kinds` */
  readonly prices: readonly number[]
  /** on plans that it was not fitted on */
  readonly accuracy: AccuracyTable
}

export type Calibration = {
  readonly kinds: readonly HourKind[]
  /** plans before this day were fitted on; plans from it on are what the fits are held against */
  readonly since: PlainDate
  readonly fittedOn: number
  readonly heldAgainst: number
  /** the model in force on the same later plans */
  readonly inForce: AccuracyTable
  readonly leastSquares: Fitted | undefined
  readonly enough: Fitted | undefined
}

/** The share of people for whom a fit by quantile is to be enough. */
export const ENOUGH = 0.8

/** The solver holds a row a person; more than this many are thinned evenly. Figures of thousands differ in no digit that matters. */
const MOST_ROWS = 3000
/** Too few to fit a price on. */
export const FEWEST_PLANS = 50

function casesOf(model: Model, on: PlainDate, people: readonly OnePerson[]) {
  const withPlan = people.filter(
    ({ figures }) => figures.prices.length === 0 && (lastPlan(figures)?.weekly ?? 0) > 0,
  )
  const block = layOutHours(
    tablesOf(model, on),
    withPlan.map(({ figures }) => factsOf(figures)),
  )
  const tables = tablesOf(model, on)
  const kinds = new Map<string, HourKind>()
  const hours = withPlan.map(() => new Map<string, number>())
  for (const { place, person, minutes } of block.columns) {
    const kind = kindAt(model, Math.floor(place / 4), place % 4, tables.rate[1][place] ?? Number.NaN)
    kinds.set(kind.id, kinds.get(kind.id) ?? kind)
    for (let index = 0; index < person.length; index += 1) {
      const theirs = hours[person[index] ?? 0]
      theirs?.set(kind.id, (theirs.get(kind.id) ?? 0) + (minutes[index] ?? 0) / 60)
    }
  }
  const all = [...kinds.values()]
  const cases = withPlan.flatMap((person, index): readonly Case[] => {
    const plan = lastPlan(person.figures)
    if (plan === undefined || block.counted[index] === 0) return []
    return [
      {
        hours: all.map(({ id }) => hours[index]?.get(id) ?? 0),
        actual: plan.weekly,
        on: plan.on,
        person,
      },
    ]
  })
  return { kinds: all, cases }
}

/** What the hours of a place are priced as. */
function kindAt(model: Model, slot: number, level: number, inForce: number): HourKind {
  if (slot === NIGHT) {
    const cover = coverAt(level)
    return { id: cover, words: cover === 'waking' ? 'a waking night' : 'a sleep-in night', inForce }
  }
  const topic = topicAt(slot)
  const need = NEED_LEVELS.find((each) => each === level) ?? 3
  const form = topic === 'night' ? model.nights.form : model.topics[topic][need].form
  return { id: form, words: FORM_WORDS[form], inForce }
}

const number = (value: number): string => (value < 0 ? `- ${(-value).toFixed(9)}` : `+ ${value.toFixed(9)}`)

/** Hours in tens and pounds in hundreds keep the solver's numbers near 1. */
const HOURS = 10
const PENCE = 10_000

/** Non-negative least squares as a quadratic problem: half of p'Qp less c'p, with Q of the hours and c of hours and cost. */
export function leastSquaresProblem(cases: readonly Pick<Case, 'hours' | 'actual'>[], kinds: number): string {
  const names = Array.from({ length: kinds }, (_, kind) => `p${kind}`)
  const over = cases.length
  const at = (kind: number, one: Pick<Case, 'hours'>): number => (one.hours[kind] ?? 0) / HOURS
  const linear = names.map((name, kind) => {
    const sum = cases.reduce((total, one) => total + at(kind, one) * (one.actual / PENCE), 0)
    return `${number((-2 * sum) / over)} ${name}`
  })
  const quadratic = names.flatMap((name, kind) =>
    names.slice(kind).map((other, offset) => {
      const sum = cases.reduce((total, one) => total + at(kind, one) * at(kind + offset, one), 0)
      const twice = offset === 0 ? 2 : 4
      return `${number((twice * sum) / over)} ${name}${offset === 0 ? ' ^ 2' : ` * ${other}`}`
    }),
  )
  return [
    'Minimize',
    ` obj: ${linear.join(' ')} + [ ${quadratic.join(' ')} ] / 2`,
    'Subject To',
    ` c0: ${names.map((name) => `+ ${name}`).join(' ')} >= 0`,
    'Bounds',
    ...names.map((name) => ` 0 <= ${name} <= 1000`),
    'End',
  ].join('\n')
}

/** Quantile regression as a linear problem: so much for every pound that a plan costs more than the fit, less for one below. */
export function quantileProblem(
  cases: readonly Pick<Case, 'hours' | 'actual'>[],
  kinds: number,
  quantile: number,
): string {
  const names = Array.from({ length: kinds }, (_, kind) => `p${kind}`)
  const lines = cases.map(({ hours, actual }, row) => {
    const priced = names.flatMap((name, kind) => {
      const theirs = (hours[kind] ?? 0) / HOURS
      return theirs === 0 ? [] : [`${number(theirs)} ${name}`]
    })
    return ` r${row}: ${priced.join(' ')} + u${row} - v${row} = ${(actual / PENCE).toFixed(9)}`
  })
  const cost = cases.map((_, row) => `+ ${quantile} u${row} + ${(1 - quantile).toFixed(9)} v${row}`)
  return [
    'Minimize',
    ` obj: ${cost.join('\n ')}`,
    'Subject To',
    ...lines,
    'Bounds',
    ...names.map((name) => ` 0 <= ${name} <= 1000`),
    'End',
  ].join('\n')
}

/** As every count of people is published. */
const shown = (people: number): number => Math.round(people / ROUNDED_TO) * ROUNDED_TO

const thinned = <T>(all: readonly T[]): readonly T[] => {
  const step = Math.ceil(all.length / MOST_ROWS)
  return all.filter((_, index) => index % step === 0)
}

/**
 * Fits prices on the plans agreed before `since`, and holds them and the model in force against the plans agreed from then on.
 * @returns undefined where there are too few plans on either side
 */
export function calibrate(
  model: Model,
  on: PlainDate,
  since: PlainDate,
  people: readonly OnePerson[],
  solve: Solve,
): Calibration | undefined {
  const { kinds, cases } = casesOf(model, on, people)
  const [earlier, later] = [cases.filter((one) => one.on < since), cases.filter((one) => one.on >= since)]
  if (earlier.length < FEWEST_PLANS || later.length < FEWEST_PLANS) return undefined
  const fit = (problem: string): Fitted | undefined => {
    const found = solve(problem)
    if (found === undefined) return undefined
    const prices = kinds.map((_, kind) => ((found.get(`p${kind}`) ?? 0) * PENCE) / HOURS)
    const outcomes = later.map(
      (one): Outcome => ({
        estimate: Math.round(one.hours.reduce((sum, hours, kind) => sum + hours * (prices[kind] ?? 0), 0)),
        actual: one.actual,
        on: one.on,
        groups: groupsOf(one.person, on),
      }),
    )
    return { prices: prices.map((price) => Math.round(price)), accuracy: accuracyTable(outcomes, since) }
  }
  const inForce = outcomesOf(
    { kind: 'built-up', model },
    on,
    later.map(({ person }) => person),
  )
  return {
    kinds,
    since,
    fittedOn: shown(earlier.length),
    heldAgainst: shown(later.length),
    inForce: accuracyTable(inForce, since),
    leastSquares: fit(leastSquaresProblem(earlier, kinds.length)),
    enough: fit(quantileProblem(thinned(earlier), kinds.length, ENOUGH)),
  }
}

/** How far off any model must be, where need and cost go together only so far; the spread is that of the costs themselves. */
export const leastErrorOverSpread = (correlation: number) => ({
  regression: Math.sqrt(1 - correlation ** 2),
  percentileMatching: Math.sqrt(2 * (1 - correlation)),
})
