import {
  countSameHours,
  type HoursBlock,
  layOutHours,
  priceHours,
  priceListOf,
} from '../allocation/hours-block.ts'
import type { Model } from '../allocation/model.ts'
import { type PointsModel, moneyFor } from '../allocation/points.ts'
import { type Tables, tablesOf } from '../allocation/tables.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { ADULT_OUTCOMES } from '../outcomes/topics.ts'
import { type Figures, type OnePerson, factsOf, lastPlan } from './figures.ts'
import { type Gains, type GroupGains, gainsByGroup, gainsOf, newTally, tallyGains } from './gains.ts'
import { type Kinds, groupsOf, kindsOf } from './groups.ts'

// What a change of the model would do, before it is done: to everybody, to each group and to each person. The hours and the
// money come from the rules that work out one person's sum.

/** Either way of coming to an indicative sum. The two are never held against each other here. */
export type AnyModel =
  | { readonly kind: 'built-up'; readonly model: Model }
  | { readonly kind: 'points'; readonly model: PointsModel }

export type WhatIf = Gains & {
  /** people whose sum is not known under one of the two; they are in no other figure */
  readonly notCounted: number
  readonly groups: readonly GroupGains[]
}

/** One person under the two models, in whole pence a week. */
export type OneChange = {
  readonly person: number
  readonly before: number
  readonly after: number
  readonly cost: number | undefined
}

/**
 * A population under the model in force, ready to have other models tried on it. What it gives back is used again by the next
 * `against`: read it before you ask for another.
 */
export type Prepared = {
  readonly people: number
  readonly kinds: Kinds
  /** the hours that the model in force counts; none for a model of points */
  readonly hours: HoursBlock | undefined
  /** people whose record gives prices of its own; their sum is worked one by one */
  readonly apart: readonly number[]
  readonly before: Float64Array
  readonly cost: Float64Array
  readonly after: Float64Array
  readonly against: (other: AnyModel) => WhatIf
  /** after `against`: what it does to one person */
  readonly one: (person: number) => OneChange
}

const NOBODY = { topics: [], nights: [], shared: [], givers: [] }

/** Weeks by the built-up model. NaN for somebody of whom nothing can be counted yet: a gap is never a nought. */
function builtUpWeeks(
  model: Model,
  on: PlainDate,
  people: readonly Figures[],
  apart: readonly number[],
): { readonly weeks: (other: Model, out: Float64Array) => void; readonly hours: HoursBlock } {
  const own = new Set(apart)
  const alone = new Float64Array(1)
  const layOut = (tables: Tables): HoursBlock =>
    layOutHours(
      tables,
      people.map((one, index) => (own.has(index) ? NOBODY : factsOf(one))),
    )
  const tables = tablesOf(model, on)
  const laid = layOut(tables)
  return {
    hours: laid,
    weeks: (other, out) => {
      const theirs = tablesOf(other, on)
      const hours = countSameHours(tables, theirs) ? laid : layOut(theirs)
      priceHours(hours, priceListOf(theirs), out)
      people.forEach((_, index) => {
        if (hours.counted[index] === 0) out[index] = Number.NaN
      })
      for (const index of apart) {
        const one = people[index]
        if (one === undefined) continue
        const priced = tablesOf(other, on, one.prices)
        const ownHours = layOutHours(priced, [factsOf(one)])
        priceHours(ownHours, priceListOf(priced), alone)
        out[index] = ownHours.counted[0] === 0 ? Number.NaN : (alone[0] ?? Number.NaN)
      }
    },
  }
}

/** Weeks by points; NaN where one of the ten questions has no answer. */
function pointsWeeks(people: readonly Figures[]): (model: PointsModel, out: Float64Array) => void {
  return (model, out) => {
    const known = new Map<number, number>()
    people.forEach(({ levels }, index) => {
      let points = 0
      ADULT_OUTCOMES.forEach((topic, place) => {
        const level = levels[place] ?? null
        points += level === null ? Number.NaN : model.questions[topic][level]
      })
      if (!known.has(points)) known.set(points, Number.isNaN(points) ? points : moneyFor(model, points))
      out[index] = known.get(points) ?? Number.NaN
    })
  }
}

/**
 * What meeting somebody's needs costs: what their agreed plan costs, and where there is none, the sum of the model in force at
 * its prices. A plan decides, and a sum is a starting point.
 */
const costOf = (one: Figures, indicative: number): number => lastPlan(one)?.weekly ?? indicative

/** @throws where a model of points is tried against a built-up one: `mayBeCompared` is asked first. */
export function prepareWhatIf(inForce: AnyModel, on: PlainDate, people: readonly OnePerson[]): Prepared {
  const figures = people.map((one) => one.figures)
  const apart = figures.flatMap(({ prices }, index) => (prices.length > 0 ? [index] : []))
  const kinds = kindsOf(people.map((one) => groupsOf(one, on)))
  const tally = newTally(kinds.groups.length)
  const [before, after] = [new Float64Array(people.length), new Float64Array(people.length)]
  const builtUp = inForce.kind === 'built-up' ? builtUpWeeks(inForce.model, on, figures, apart) : undefined
  const byPoints = pointsWeeks(figures)
  const weeks = (other: AnyModel, out: Float64Array): void => {
    if (other.kind === 'built-up' && builtUp !== undefined) builtUp.weeks(other.model, out)
    else if (other.kind === 'points' && builtUp === undefined) byPoints(other.model, out)
    else throw new TypeError('a model of points and a built-up one cannot be held against each other')
  }
  weeks(inForce, before)
  const cost = Float64Array.from(figures, (one, index) => costOf(one, before[index] ?? Number.NaN))
  return {
    people: people.length,
    kinds,
    hours: builtUp?.hours,
    apart,
    before,
    cost,
    after,
    against: (other) => {
      weeks(other, after)
      tallyGains({ before, after, cost }, kinds.of, tally)
      const all = gainsOf(tally, () => true)
      return { ...all, notCounted: people.length - all.people, groups: gainsByGroup(tally, kinds) }
    },
    one: (person) => {
      const needs = cost[person] ?? Number.NaN
      return {
        person,
        before: before[person] ?? Number.NaN,
        after: after[person] ?? Number.NaN,
        cost: Number.isNaN(needs) ? undefined : needs,
      }
    },
  }
}

/** What stands in the way of holding two models against each other: where, and a whole sentence. */
export function mayBeCompared(
  a: AnyModel,
  b: AnyModel,
): readonly { readonly path: string; readonly says: string }[] {
  if (a.kind !== b.kind) {
    return [
      {
        path: 'questions',
        says: 'One of the two is a model of points and the other is not: they cannot be compared.',
      },
    ]
  }
  const [was, is] = [a.model, b.model]
  return [
    ...(was.council === is.council
      ? []
      : [{ path: 'council', says: `This is a model of ${is.council}, and the other is of ${was.council}.` }]),
    ...(was.version === is.version
      ? []
      : [
          {
            path: 'version',
            says: `This is version ${is.version}, and the other is version ${was.version}. Change a copy of version ${was.version}, so that nothing else differs.`,
          },
        ]),
  ]
}
