import { answerTo, topicsOfOption } from '../domain/checks/alternatives.ts'
import { dayOfEntry } from '../domain/checks/clocks.ts'
import type { Fall } from '../domain/checks/council-support.ts'
import { isReasoned } from '../domain/checks/council-support.ts'
import { cutNeedsSame, cutNotDiscussed, cutWithoutReassessment, cutsIn } from '../domain/checks/cuts.ts'
import { likedNow } from '../domain/checks/liked.ts'
import {
  type Plan,
  type PlanLine,
  budgetOf,
  isNamed,
  issuedPlans,
  lineOf,
  topicsOf,
} from '../domain/checks/plan-lines.ts'
import { DEFAULT_STANDARDS } from '../domain/checks/standards.ts'
import { standsWithPerson } from '../domain/checks/their-side.ts'
import { nearestPenny } from '../domain/money/pence.ts'
import type {
  CutFigure,
  DeliveryFigure,
  EndFigure,
  IndicativeFigure,
  LineFigure,
  OptionFigure,
  PlanFigure,
  Proposer,
  StartFigure,
} from '../domain/population/figures.ts'
import type { Check } from '../domain/checks/check.ts'
import { type RecordState, all, find } from './state.ts'
import { dayOfWhen } from './values.ts'

// The money, the plans and what came of them.

/** A personal assistant or a relative is somebody by name; only an organisation is named in figures. */
const organisation = (form: LineFigure['form'] | undefined, provider: string | undefined): string | null =>
  form === 'personal-assistant' || form === 'family' ? null : (provider ?? null)

export const indicativeFigures = (state: RecordState): readonly IndicativeFigure[] =>
  all(state, 'indicative-budget').map((budget) => ({
    on: dayOfEntry(budget),
    weekly: budget.weekly,
    shown: budget.shown,
  }))

const lineFigure = (state: RecordState, line: PlanLine): LineFigure => ({
  form: line.form,
  unit: line.unit,
  amount: line.amount,
  price: line.price,
  weekly: line.weekly,
  payer: line.funder,
  way: line.way,
  effect: line.effect ?? null,
  topics: topicsOf(state, line),
  provider: organisation(line.form, line.provider),
})

/** Reablement is no part of a personal budget while it is free (SI 2014/2840), so neither is it of what the needs cost. */
const isOfTheBudget = ({ form, payer }: LineFigure): boolean =>
  form !== 'reablement' && (payer === 'council' || payer === 'person')

const weeklyOf = (lines: readonly LineFigure[]): number => lines.reduce((sum, { weekly }) => sum + weekly, 0)

export const planFigures = (state: RecordState): readonly PlanFigure[] =>
  issuedPlans(state).map((plan) => {
    const lines = plan.lines.map((line) => lineFigure(state, line))
    const budget = budgetOf(state, plan)
    return {
      on: dayOfEntry(plan),
      version: String(plan.version),
      broughtOver: plan['brought-over'] ?? false,
      weekly: weeklyOf(lines.filter(isOfTheBudget)),
      council: weeklyOf(lines.filter((line) => isOfTheBudget(line) && line.payer === 'council')),
      reviewBy: plan['review-by'] === undefined ? null : dayOfWhen(plan['review-by']),
      lines,
      budget:
        budget === undefined
          ? null
          : {
              on: dayOfEntry(budget),
              weekly: budget.weekly,
              council: budget.council,
              person: budget.person,
            },
    }
  })

const lostIn = ({ line, lost }: Fall): number => (line.weekly * lost) / line.amount

/** The plans that a check on cuts speaks of: its hits name the plan before and the plan after. */
const foundBy = (state: RecordState, check: Check): ReadonlySet<string> =>
  new Set(check.find(state, DEFAULT_STANDARDS).flatMap(({ entries }) => entries.slice(1, 2)))

export function cutFigures(state: RecordState): readonly CutFigure[] {
  const [unassessed, undiscussed, same] = [cutWithoutReassessment, cutNotDiscussed, cutNeedsSame].map(
    (check) => foundBy(state, check),
  )
  return cutsIn(state).map(({ before, after, falls }) => ({
    on: dayOfEntry(after),
    lost: nearestPenny(falls.reduce((sum, fall) => sum + lostIn(fall), 0)),
    topics: [...new Set(falls.flatMap(({ topics }) => topics))],
    reassessed: unassessed?.has(after.id) !== true,
    reasoned: falls.every((fall) => isReasoned(state, before, after, fall)),
    discussed: undiscussed?.has(after.id) !== true,
    needsSame: same?.has(after.id) === true,
  }))
}

type Named = { readonly plan: string; readonly line: string | number }
const planNamed = (state: RecordState, { plan }: Named): Plan | undefined => find(state, 'plan', plan)
const lineNamed = (state: RecordState, named: Named): PlanLine | undefined =>
  lineOf(planNamed(state, named), named.line)

export const startFigures = (state: RecordState): readonly StartFigure[] =>
  all(state, 'support-started').map((start) => {
    const plan = planNamed(state, start)
    const form = lineNamed(state, start)?.form
    return {
      on: dayOfEntry(start),
      planned: plan === undefined ? null : dayOfEntry(plan),
      form: form ?? null,
      provider: organisation(form, start.provider),
    }
  })

export const deliveryFigures = (state: RecordState): readonly DeliveryFigure[] =>
  all(state, 'support-delivered').map((given) => {
    const line = lineNamed(state, given)
    return {
      from: dayOfWhen(given.from),
      to: dayOfWhen(given.to),
      form: line?.form ?? null,
      unit: line?.unit ?? null,
      provider: organisation(line?.form, line?.provider),
      planned: given.planned,
      delivered: given.delivered,
      missed: given.missed ?? null,
      late: given.late ?? null,
      short: given.short ?? null,
    }
  })

export const endFigures = (state: RecordState): readonly EndFigure[] =>
  all(state, 'support-ended').map((end) => {
    const line = lineNamed(state, end)
    const start = all(state, 'support-started').findLast(
      (each) => line !== undefined && isNamed(line, each.line) && dayOfEntry(each) <= dayOfEntry(end),
    )
    return {
      on: dayOfEntry(end),
      started: start === undefined ? null : dayOfEntry(start),
      form: line?.form ?? null,
      provider: organisation(line?.form, line?.provider),
      byWhom: end['by-whom'] ?? null,
    }
  })

export function proposerOf(state: RecordState, party: string): Proposer {
  if (party === state.person.id) return 'person'
  if (standsWithPerson(state, party)) return 'their-side'
  const role = state.parties.get(party)?.role
  return role === 'provider' || role === 'nhs' ? 'provider' : 'council'
}

export const optionFigures = (state: RecordState): readonly OptionFigure[] =>
  all(state, 'option').map((option) => {
    const answer = answerTo(state, option)
    return {
      on: dayOfEntry(option),
      form: option.form,
      effect: option.effect,
      topics: topicsOfOption(state, option),
      proposedBy: proposerOf(state, option['proposed-by']),
      liked: likedNow(state, option) ?? null,
      weekly: option.weekly ?? null,
      answer:
        answer === undefined
          ? null
          : { on: dayOfEntry(answer), outcome: answer.outcome, ground: answer.ground ?? null },
    }
  })
