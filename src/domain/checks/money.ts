import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { priceInForce } from '../allocation/prices.ts'
import { FORM_WORDS } from '../allocation/support.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { type Pence, inWords, pence, sum } from '../money/pence.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, hasWords } from './clocks.ts'
import { eligibleNeeds, isEligible } from './eligible-needs.ts'
import { comesAfter } from './order.ts'
import {
  type Plan,
  type PlanLine,
  budgetOf,
  isCouncilFunded,
  isNamed,
  lineOf,
  needsOf,
  planBefore,
  plansMade,
} from './plan-lines.ts'
import type { Standards } from './standards.ts'

type Budget = EntryOf<'personal-budget'>

/** What reablement costs is kept out of the personal budget while it is free (SI 2014/2840). */
const isKeptOut = (line: PlanLine): boolean => line.form === 'reablement'

/** The council gives the same lines for the same sums: nothing was there to be planned with. */
function isSameMoney(plan: Plan, before: Plan | undefined): boolean {
  const lines = plan.lines.filter(isCouncilFunded)
  const others = before?.lines.filter(isCouncilFunded) ?? []
  return (
    before !== undefined &&
    lines.length === others.length &&
    lines.every((line) => lineOf(before, line.line)?.weekly === line.weekly)
  )
}

/** The plan after which this round of planning began: new versions without a review or a decision between are one round. */
function roundBegan(state: RecordState, plan: Plan): Plan | undefined {
  let start = planBefore(state, plan)
  const somethingNew = (from: Plan): boolean =>
    from['brought-over'] === true ||
    state.entries.some(
      (entry) =>
        (entry.kind === 'review' || entry.kind === 'eligibility') &&
        comesAfter(state, entry, from) &&
        comesAfter(state, plan, entry),
    )
  while (start !== undefined && !somethingNew(start)) start = planBefore(state, start)
  return start
}

export const indicativeHidden: Check = {
  id: 'indicative-hidden',
  level: 'should',
  cites: ['G10', 'G11'],
  when: 'A plan is issued and no indicative budget was shown to the person for it since the plan before.',
  find: (state) =>
    plansMade(state)
      .filter((plan) => !isSameMoney(plan, planBefore(state, plan)))
      .filter((plan) => {
        const start = roundBegan(state, plan)
        return !all(state, 'indicative-budget').some(
          (budget) =>
            budget.shown && comesAfter(state, budget, start) && dayOfEntry(budget) <= dayOfEntry(plan),
        )
      })
      .map((plan) => ({
        entries: [plan.id],
        worker: `The plan of ${dated(plan)} was issued, and ${state.person.name} was shown no indicative budget to plan with.`,
        person: `Before your plan of ${dated(plan)} you should have been told roughly how much money there might be. The record does not show that you were.`,
        mend: {
          says: 'Show an indicative budget, with how it was worked out, before the next version.',
          where: 'budget',
        },
      })),
}

/** Issued plans, and a draft that nothing has followed yet: its budget can still be put right. */
function plansToBudget(state: RecordState): readonly Plan[] {
  const last = all(state, 'plan').at(-1)
  return last?.status === 'draft' ? [...plansMade(state), last] : plansMade(state)
}

/** Why the sum cannot be followed, in words for the worker; nothing where it can. */
function unexplained(budget: Budget, plan: Plan): string | undefined {
  const lines = budget.lines ?? []
  const costed = plan.lines.filter((line) => isCouncilFunded(line) && !isKeptOut(line) && line.weekly > 0)
  if (lines.length === 0) {
    return budget.weekly > 0 || costed.length > 0 ? 'has no lines that show how it was made' : undefined
  }
  const total = sum(lines.map(({ weekly }) => weekly))
  if (total !== budget.weekly) {
    return `says ${inWords(budget.weekly)} a week, but its lines come to ${inWords(total)}`
  }
  if (hasWords(budget.note)) return undefined
  const sumOf = (line: PlanLine): Pence<'week'> | undefined =>
    lines.find((each) => isNamed(line, each.line))?.weekly
  const other = plan.lines.find((line) =>
    sumOf(line) === undefined ? costed.includes(line) : !isKeptOut(line) && sumOf(line) !== line.weekly,
  )
  if (other === undefined) return undefined
  const given = sumOf(other)
  const instead = given === undefined ? 'nothing' : inWords(given)
  return `gives ${instead} a week for “${other.what}”, which costs ${inWords(other.weekly)} in the plan, and no reason stands`
}

export const budgetUnexplained: Check = {
  id: 'budget-unexplained',
  level: 'must',
  cites: ['CA s26', 'G11', 'Savva', 'KM'],
  when: 'A personal budget has no lines, or lines that do not add up to it, or a line that differs from its line in the plan with no reason.',
  find: (state) =>
    plansToBudget(state).flatMap((plan): readonly Hit[] => {
      const budget = budgetOf(state, plan)
      const why = budget === undefined ? undefined : unexplained(budget, plan)
      if (budget === undefined || why === undefined) return []
      return [
        {
          entries: [budget.id, plan.id],
          worker: `The personal budget of ${dated(budget)} ${why}.`,
          person: `Your personal budget is ${inWords(budget.weekly)} a week. The record does not show you how every part of that sum was worked out. You can ask for the reasons.`,
          mend: {
            says: 'Give the budget line by line, adding up to the whole, with a reason where a line differs from the plan.',
            where: 'plan',
          },
        },
      ]
    }),
}

export const budgetShort: Check = {
  id: 'budget-short',
  level: 'must',
  cites: ['CA s18', 'CA s26'],
  when: 'The personal budget is below the cost of the lines for eligible needs that the council funds.',
  find: (state) => {
    const plan = planInForce(state)
    if (plan === undefined || plan['brought-over'] === true) return []
    const budget = budgetOf(state, plan)
    const eligible = eligibleNeeds(state)
    const lines = plan.lines.filter(
      (line) =>
        isCouncilFunded(line) &&
        !isKeptOut(line) &&
        needsOf(state, line).some((need) => isEligible(eligible, need)),
    )
    const cost = sum(lines.map(({ weekly }) => weekly))
    if (budget === undefined || budget.weekly >= cost) return []
    return [
      {
        entries: [budget.id, plan.id],
        worker: `The personal budget is ${inWords(budget.weekly)} a week; the lines of the plan for eligible needs cost ${inWords(cost)}.`,
        person: `Your plan costs ${inWords(cost)} a week, but your personal budget is only ${inWords(budget.weekly)}. The budget must be enough to pay for the support you need.`,
        mend: { says: 'Set the budget at what the plan costs.', where: 'plan' },
      },
    ]
  },
}

/** The record's own price of an hour of that form on a day: the latest that held by then. */
function ownPrice(state: RecordState, line: PlanLine, on: PlainDate): Pence<'unit'> | undefined {
  const prices = (state.policy?.prices ?? []).filter(
    ({ form, unit, from }) => form === line.form && unit === 'hour' && dayOfWhen(from) <= on,
  )
  return prices.toSorted((a, b) => (dayOfWhen(a.from) < dayOfWhen(b.from) ? -1 : 1)).at(-1)?.price
}

/** A line does not say whether its hours are of the night, which have prices of their own; its words may. */
const mayBeAtNight = ({ what }: PlanLine): boolean => /night|sleep/i.test(what)

/** Where the council's published prices of an hour of that form begin, on a day. */
function lowestPublished(
  published: Standards['published'],
  line: PlanLine,
  on: PlainDate,
): Pence<'unit'> | undefined {
  if (published === undefined) return undefined
  const kinds = mayBeAtNight(line) ? ([undefined, 'waking', 'sleep-in'] as const) : [undefined]
  const lows = kinds.flatMap(
    (night) =>
      priceInForce(published, [], { form: line.form, unit: 'hour', ...(night && { night }) }, on)?.low ?? [],
  )
  return lows.length === 0 ? undefined : pence<'unit'>(Math.min(...lows))
}

function belowOwn(line: PlanLine, price: Pence<'unit'>): Pick<Hit, 'worker' | 'person'> {
  return {
    worker: `“${line.what}” is costed at ${inWords(line.price)} an hour; the council’s published price for ${FORM_WORDS[line.form]} is ${inWords(price)}.`,
    person: `Your plan allows ${inWords(line.price)} an hour for “${line.what}”. The council says itself that it costs ${inWords(price)}. You may not be able to buy it for less.`,
  }
}

function belowPublished(line: PlanLine, price: Pence<'unit'>): Pick<Hit, 'worker' | 'person'> {
  return {
    worker: `“${line.what}” is costed at ${inWords(line.price)} an hour; the council’s published prices for ${FORM_WORDS[line.form]} begin at ${inWords(price)}.`,
    person: `Your plan allows ${inWords(line.price)} an hour for “${line.what}”. The council says itself that it costs ${inWords(price)} or more. You may not be able to buy it for less.`,
  }
}

export const priceNotReal: Check = {
  id: 'price-not-real',
  level: 'should',
  cites: ['G4', 'G11'],
  when: 'The hourly price of a line is below the price that the council had published for that form on the day of the plan.',
  find: (state, { published }) =>
    plansMade(state).flatMap((plan) =>
      plan.lines.flatMap((line): readonly Hit[] => {
        if (!isCouncilFunded(line) || line.unit !== 'hour') return []
        const on = dayOfEntry(plan)
        const own = ownPrice(state, line, on)
        const price = own ?? lowestPublished(published, line, on)
        if (price === undefined || line.price >= price) return []
        return [
          {
            entries: [plan.id],
            ...(own === undefined ? belowPublished : belowOwn)(line, price),
            mend: {
              says: 'Cost the line at the published price, or say where it can be had for less.',
              where: 'plan',
            },
          },
        ]
      }),
    ),
}
