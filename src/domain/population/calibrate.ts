import { layOutHours } from '../allocation/hours-block.ts'
import type { Model } from '../allocation/model.ts'
import type { PointsModel } from '../allocation/points.ts'
import { NEED_LEVELS, NIGHT, topicAt } from '../allocation/slots.ts'
import { coverAt, type Tables, tablesOf } from '../allocation/tables.ts'
import { travelOf } from '../allocation/line-sum.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { roundToPenny } from '../money/pence.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES } from '../outcomes/topics.ts'
import { type AccuracyTable, FEWEST_SHOWN, accuracyTable, outcomesOf } from './accuracy.ts'
import { type Bought, type Solve, type ToFit, fit } from './calibrate-fit.ts'
import { type OnePerson, type PlanFigure, factsOf, lastPlan } from './figures.ts'
import { type Lever, brokenBy, leversOf, modelWith } from './levers.ts'
import { ROUNDED_TO } from './suppression.ts'

// What prices an hour, and what curve from points to pounds, would have fitted the plans that were agreed: fitted on earlier
// plans, held against later ones that they could not know, beside the models in force. They change nothing. A price that fewer
// than twenty people’s plans would speak for stays where it is, and prices are rounded, so that nobody’s plan shows in them.

/** A price that the model has and hours are paid at: the lever of the what-if page that moves it. */
export type HourKind = {
  readonly id: string
  readonly words: string
  /** pence an hour */
  readonly inForce: number
  /** too few people have such hours: the price was left where it is */
  readonly held: boolean
}

/** One way of fitting, with what came of it on plans that it was not fitted on. */
export type Fitted = {
  /** pence an hour, in the order of `kinds`; for a curve pence a week, in the order of its points */
  readonly prices: readonly number[]
  readonly accuracy: AccuracyTable
}

export type FittedModel = Fitted & {
  /** the model in force with these prices in it: for whoever wants to try it */
  readonly model: Model
  /** promises of every model that it would break, in sentences; nothing where it keeps them */
  readonly broken: readonly string[]
}

/** The same plans of the same people, for both of a council's models. */
type Compared<F> = {
  /** plans before this day were fitted on; plans from it on are what the fits are held against */
  readonly since: PlainDate
  /** rounded to the nearest 5 */
  readonly fittedOn: number
  readonly heldAgainst: number
  /** the model in force on the same later plans */
  readonly inForce: AccuracyTable
  readonly leastSquares: F | undefined
  readonly enough: F | undefined
}

export type Calibration = Compared<FittedModel> & { readonly kinds: readonly HourKind[] }

/** A model of points: its curve from points to pounds a week, knot by knot. */
export type CurveCalibration = Compared<Fitted> & {
  readonly points: readonly number[]
  /** pence a week at each knot, as published */
  readonly curve: readonly number[]
  /** knots up to which too few people reach: the curve rises there as it does in the model in force */
  readonly held: readonly boolean[]
}

/** Fewer plans than this on either side are too few to fit on. */
export const FEWEST_PLANS = 50

/** Fitted prices are whole five pence, and fitted weeks whole five pounds: the plans say no more than that. */
const PRICE_STEP = 5
const WEEK_STEP = 500

type Case = { readonly bought: Bought; readonly on: PlainDate; readonly person: OnePerson }

/** As every count of people is published. */
const shown = (people: number): number => Math.round(people / ROUNDED_TO) * ROUNDED_TO

const toStep = (pence: number, step: number): number => Math.max(step, Math.round(pence / step) * step)

/** Plans before a day and from it on; undefined where there are too few of one. */
function apart(
  cases: readonly Case[],
  since: PlainDate,
): { readonly earlier: readonly Case[]; readonly later: readonly OnePerson[] } | undefined {
  const earlier = cases.filter((one) => one.on < since)
  const later = cases.filter((one) => one.on >= since).map(({ person }) => person)
  return earlier.length < FEWEST_PLANS || later.length < FEWEST_PLANS ? undefined : { earlier, later }
}

/** Prices of which too few people's plans would speak stay where they are. */
const heldOf = (cases: readonly Case[], inForce: readonly number[]): readonly (number | undefined)[] =>
  inForce.map((price, place) =>
    cases.filter(({ bought }) => (bought.amounts[place] ?? 0) > 0).length < FEWEST_SHOWN ? price : undefined,
  )

const nightLever = (model: Model, cover: string): string => `${model.nights.form}-${cover}`

/** Which price hours at a place of the tables go by, as the what-if page calls it. */
function leverAt(model: Model, place: number): string {
  const [slot, level] = [Math.floor(place / 4), place % 4]
  if (slot === NIGHT) return nightLever(model, coverAt(level))
  const topic = topicAt(slot)
  const need = NEED_LEVELS.find((each) => each === level) ?? 3
  return topic === 'night' ? nightLever(model, 'waking') : model.topics[topic][need].form
}

/** More need never gives less: a form that a model names for more need may not become cheaper than that for less. */
function orderOf(model: Model, kinds: readonly { readonly id: string }[]): ToFit['order'] {
  const place = (id: string): number => kinds.findIndex((kind) => kind.id === id)
  const pairs = [...ADULT_OUTCOMES, ...CARER_OUTCOMES].flatMap((topic) =>
    ([1, 2, 3] as const).map((level) => {
      const below = level === 1 ? 0 : level === 2 ? 1 : 2
      return [model.topics[topic][below].form, model.topics[topic][level].form] as const
    }),
  )
  return [...pairs, [nightLever(model, 'waking'), nightLever(model, 'sleep-in')] as const]
    .map(([dearer, cheaper]) => [place(dearer), place(cheaper)] as const)
    .filter(([dearer, cheaper]) => dearer >= 0 && cheaper >= 0 && dearer !== cheaper)
    .filter((pair, index, all) => all.findIndex(([a, b]) => a === pair[0] && b === pair[1]) === index)
}

/** What the hours of a plan cost at the prices in force, for each pound that they cost by the prices of its own day. */
function risenSince(
  model: Model,
  levers: readonly Lever[],
): (on: PlainDate, hours: readonly number[]) => number {
  const byDay = new Map<PlainDate, readonly number[]>()
  const pricesOn = (on: PlainDate): readonly number[] => {
    const known = byDay.get(on)
    if (known !== undefined) return known
    const then = leversOf(model, on)
    const prices = levers.map(({ key, now }) => then.find((lever) => lever.key === key)?.now ?? now)
    byDay.set(on, prices)
    return prices
  }
  return (on, hours) => {
    const cost = (prices: readonly number[]): number =>
      hours.reduce((sum, amount, place) => sum + amount * (prices[place] ?? 0), 0)
    const then = cost(pricesOn(on))
    return then === 0 ? 1 : cost(levers.map(({ now }) => now)) / then
  }
}

/** A place in a care home has a price of its own, by the week: it says nothing of what an hour or a point is worth. */
const agreedPlan = ({ figures }: OnePerson): PlanFigure | undefined => {
  const plan = lastPlan(figures)
  const inHome = plan?.lines.some(({ form }) => form === 'care-home') ?? false
  return plan === undefined || plan.weekly <= 0 || inHome ? undefined : plan
}

/** Everybody at home with a plan that costs something, and the hours that the model pays for them. */
function casesByHours(
  tables: Tables,
  people: readonly OnePerson[],
  levers: readonly Lever[],
): readonly Case[] {
  const withPlan = people.filter(
    (person) => person.figures.prices.length === 0 && agreedPlan(person) !== undefined,
  )
  const block = layOutHours(
    tables,
    withPlan.map(({ figures }) => factsOf(figures)),
  )
  const amounts = withPlan.map(() => levers.map(() => 0))
  const trips = withPlan.map(() => 0)
  for (const { place, person, minutes } of block.columns) {
    const kind = levers.findIndex(({ key }) => key === leverAt(tables.model, place))
    person.forEach((who, index) => {
      const theirs = amounts[who]
      if (theirs !== undefined) theirs[kind] = (theirs[kind] ?? 0) + (minutes[index] ?? 0) / 60
    })
  }
  for (const { slot, person, times } of block.trips) {
    person.forEach((who, index) => {
      trips[who] = (trips[who] ?? 0) + travelOf(tables.trip[1][slot] ?? 0, times[index] ?? 0)
    })
  }
  const onTop = 1 + tables.contingencyPercent / 100
  const risen = risenSince(tables.model, levers)
  return withPlan.flatMap((person, index): readonly Case[] => {
    const plan = agreedPlan(person)
    if (plan === undefined || block.counted[index] === 0) return []
    const hours = amounts[index] ?? []
    const actual = (plan.weekly / onTop - (trips[index] ?? 0)) * risen(plan.on, hours)
    return [{ bought: { amounts: hours, actual }, on: plan.on, person }]
  })
}

/**
 * Fits prices on the plans agreed before `since`, and holds them and the model in force against the plans agreed from then on.
 * @returns undefined where there are too few plans on either side
 */
export async function calibrate(
  model: Model,
  on: PlainDate,
  since: PlainDate,
  people: readonly OnePerson[],
  solve: Solve,
): Promise<Calibration | undefined> {
  const levers = leversOf(model, on).filter(({ kind }) => kind === 'price')
  const inForce = levers.map(({ now }) => Math.round(now * 100))
  const cases = casesByHours(tablesOf(model, on), people, levers)
  const split = apart(cases, since)
  if (split === undefined) return undefined
  const { earlier, later } = split
  const kinds = levers.map(({ key, says }) => ({ id: key, words: says }))
  const held = heldOf(earlier, inForce)
  const toFit: ToFit = { bought: earlier.map(({ bought }) => bought), held, order: orderOf(model, kinds) }
  const tableOf = (tried: Model): AccuracyTable =>
    accuracyTable(outcomesOf({ kind: 'built-up', model: tried }, on, later), since)
  const fitted = (found: readonly number[] | undefined): FittedModel | undefined => {
    if (found === undefined) return undefined
    const prices = found.map((price, place) => held[place] ?? toStep(price, PRICE_STEP))
    const tried = modelWith(
      model,
      on,
      new Map(kinds.map(({ id }, place) => [id, (prices[place] ?? 0) / 100])),
    )
    return { prices, model: tried, broken: brokenBy(tried), accuracy: tableOf(tried) }
  }
  return {
    kinds: kinds.map((kind, place) => ({
      ...kind,
      inForce: inForce[place] ?? 0,
      held: held[place] !== undefined,
    })),
    since,
    fittedOn: shown(earlier.length),
    heldAgainst: shown(later.length),
    inForce: tableOf(model),
    leastSquares: fitted(await fit(toFit, 'nearest', solve)),
    enough: fitted(await fit(toFit, 'enough', solve)),
  }
}

/** How far up each stretch of a curve somebody's points reach. */
const stretches = (knots: readonly number[], points: number): readonly number[] =>
  knots.slice(1).map((to, place) => {
    const from = knots[place] ?? 0
    return Math.min(Math.max(points - from, 0), to - from)
  })

function pointsOf(model: PointsModel, { figures }: OnePerson): number {
  return ADULT_OUTCOMES.reduce((sum, topic, place) => {
    const level = figures.levels[place] ?? null
    return sum + (level === null ? Number.NaN : model.questions[topic][level])
  }, 0)
}

/**
 * The same for a model of points with a curve: its points stay, and its curve is fitted between the same knots. It never falls,
 * and it begins where it begins in force.
 */
export async function calibrateCurve(
  model: PointsModel,
  on: PlainDate,
  since: PlainDate,
  people: readonly OnePerson[],
  solve: Solve,
): Promise<CurveCalibration | undefined> {
  if (model.money.by !== 'curve') return undefined
  const knots = model.money.curve.map(({ points }) => points)
  const curve = model.money.curve.map(({ weekly }): number => weekly)
  const first = curve[0] ?? 0
  const cases = people.flatMap((person): readonly Case[] => {
    const plan = agreedPlan(person)
    const points = pointsOf(model, person)
    if (plan === undefined || Number.isNaN(points)) return []
    const bought = { amounts: stretches(knots, points), actual: plan.weekly - first }
    return [{ bought, on: plan.on, person }]
  })
  const split = apart(cases, since)
  if (split === undefined) return undefined
  const { earlier, later } = split
  const rises = curve.slice(1).map((to, place) => {
    const [from, width] = [curve[place] ?? 0, (knots[place + 1] ?? 0) - (knots[place] ?? 0)]
    return (to - from) / width
  })
  const held = heldOf(earlier, rises)
  const toFit: ToFit = { bought: earlier.map(({ bought }) => bought), held, order: [] }
  const tableOf = (tried: PointsModel): AccuracyTable =>
    accuracyTable(outcomesOf({ kind: 'points', model: tried }, on, later), since)
  const fitted = (found: readonly number[] | undefined): Fitted | undefined => {
    if (found === undefined) return undefined
    const weeks = found.reduce<readonly number[]>(
      (all, rise, place) => [
        ...all,
        (all.at(-1) ?? 0) + rise * ((knots[place + 1] ?? 0) - (knots[place] ?? 0)),
      ],
      [first],
    )
    const prices = weeks.map((week, place) =>
      place === 0 ? first : Math.round(week / WEEK_STEP) * WEEK_STEP,
    )
    const tried: PointsModel = {
      ...model,
      money: {
        by: 'curve',
        curve: knots.map((points, place) => ({ points, weekly: roundToPenny<'week'>(prices[place] ?? 0) })),
      },
    }
    return { prices, accuracy: tableOf(tried) }
  }
  return {
    points: knots,
    curve,
    held: [true, ...held.map((rise) => rise !== undefined)],
    since,
    fittedOn: shown(earlier.length),
    heldAgainst: shown(later.length),
    inForce: tableOf(model),
    leastSquares: fitted(await fit(toFit, 'nearest', solve)),
    enough: fitted(await fit(toFit, 'enough', solve)),
  }
}

/** How far off any model must be, where need and cost go together only so far; the spread is that of the costs themselves. */
export const leastErrorOverSpread = (correlation: number) => ({
  regression: Math.sqrt(1 - correlation ** 2),
  percentileMatching: Math.sqrt(2 * (1 - correlation)),
})
