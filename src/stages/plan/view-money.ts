import { type BothWays, bothWays } from '../../domain/allocation/both-ways.ts'
import type { Model } from '../../domain/allocation/model.ts'
import { refersTo } from '../../domain/checks/order.ts'
import { isNamed, lineOf, topicsOf } from '../../domain/checks/plan-lines.ts'
import { type PlainDate, daysBetween } from '../../domain/dates/plain-date.ts'
import { type Pence, minus, pence, sum } from '../../domain/money/pence.ts'
import { share } from '../../domain/money/share.ts'
import { type Topic, TOPICS, isTopic } from '../../domain/outcomes/topics.ts'
import { allocationFacts } from '../../record/allocation-facts.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Funder, type Plan, type PlanLine, onceOf } from '../../record/plan-words.ts'
import { type RecordState, all, latest } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

type Week = Pence<'week'>
const weekly = (lines: readonly PlanLine[]): Week => sum(lines.map((line) => line.weekly))

export type Sums = {
  readonly total: Week
  readonly council: Week
  /** who pays what a week, only those who pay something or give something */
  readonly byFunder: readonly { readonly funder: Funder; readonly weekly: Week; readonly lines: number }[]
  readonly once: Pence<'once'>
  readonly onceLines: readonly PlanLine[]
}

const FUNDERS: readonly Funder[] = ['council', 'person', 'nhs', 'family', 'community']

export function sumsOf({ lines }: Pick<Plan, 'lines'>): Sums {
  const of = (funder: Funder) => lines.filter((line) => line.funder === funder)
  return {
    total: weekly(lines),
    council: weekly(of('council')),
    byFunder: FUNDERS.map((funder) => ({
      funder,
      weekly: weekly(of(funder)),
      lines: of(funder).length,
    })).filter((each) => each.lines > 0),
    once: sum(lines.map((line) => onceOf(line))),
    onceLines: lines.filter(({ unit }) => unit === 'once'),
  }
}

/** The sum that the plan was made with: as it was put in the record, or as the facts give it today. */
export type Indicative = {
  readonly from: 'recorded' | 'worked-out'
  readonly on: PlainDate
  readonly weekly: Week
  readonly lines: readonly { readonly topic: Topic; readonly weekly: Week }[]
}

export function indicativeFor(state: RecordState, model: Model, plan: Plan): Indicative | undefined {
  const day = dayOfWhen(plan.on)
  const recorded = all(state, 'indicative-budget').findLast((budget) => dayOfWhen(budget.on) <= day)
  const last = recorded ?? latest(state, 'indicative-budget')
  if (last !== undefined) {
    return { from: 'recorded', on: dayOfWhen(last.on), weekly: last.weekly, lines: last.lines ?? [] }
  }
  return workedOut(bothWays(model, allocationFacts(state)), state.on)
}

function workedOut({ setAside }: BothWays, on: PlainDate): Indicative | undefined {
  if (setAside.kind !== 'known') return undefined
  const lines = setAside.value.lines.map((line) => ({
    topic: isTopic(line.topic) ? line.topic : ('money' as const),
    weekly: line.weekly,
  }))
  return { from: 'worked-out', on, weekly: setAside.value.weekly, lines }
}

/** Part of the difference: topics that the same lines serve, what the indicative sum had for them, what the plan has. */
export type Part = {
  readonly topics: readonly Topic[]
  readonly lines: readonly PlanLine[]
  readonly indicative: Week
  readonly planned: Week
  readonly by: Week
}

export type Against = {
  readonly indicative: Indicative
  readonly planned: Week
  /** what is left of the indicative sum; below nought where the plan costs more */
  readonly left: Week
  /** adds up to the whole difference, to the penny */
  readonly parts: readonly Part[]
}

/**
 * The plan's council-funded lines against the indicative sum. A line may serve several topics, so topics that share a
 * line are one part: nothing is split by guess, and the parts add up.
 */
export function againstIndicative(state: RecordState, plan: Plan, indicative: Indicative): Against {
  const lines = plan.lines.filter((line) => line.funder === 'council' && line.unit !== 'once')
  const planned = weekly(lines)
  const group = new Map<Topic, Topic>()
  const root = (topic: Topic): Topic => {
    const next = group.get(topic)
    return next === undefined || next === topic ? topic : root(next)
  }
  for (const { topic } of indicative.lines) group.set(topic, group.get(topic) ?? topic)
  for (const line of lines) {
    const [first, ...others] = topicsOf(state, line)
    if (first === undefined) continue
    for (const topic of [first, ...others]) group.set(root(topic), root(first))
  }
  const roots = [...new Set([...group.keys()].map(root))]
  const parts = roots.map((each): Part => {
    const topics = TOPICS.filter((topic) => group.has(topic) && root(topic) === each)
    const own = lines.filter((line) => topicsOf(state, line).some((topic) => topics.includes(topic)))
    const was = sum(indicative.lines.filter(({ topic }) => topics.includes(topic)).map((line) => line.weekly))
    return part(topics, own, was)
  })
  const unnamed = lines.filter((line) => topicsOf(state, line).length === 0)
  const explained = sum(indicative.lines.map((line) => line.weekly))
  const rest = minus(indicative.weekly, explained)
  return {
    indicative,
    planned,
    left: minus(indicative.weekly, planned),
    parts: [...parts, ...(unnamed.length > 0 || rest !== 0 ? [part([], unnamed, rest)] : [])].filter(
      ({ indicative: was, planned: is }) => was !== 0 || is !== 0,
    ),
  }
}

function part(topics: readonly Topic[], lines: readonly PlanLine[], indicative: Week): Part {
  const planned = weekly(lines)
  return { topics, lines, indicative, planned, by: minus(planned, indicative) }
}

type StatementLine = {
  readonly line: PlanLine
  readonly weekly: Week
  readonly person: Week
  readonly council: Week
}

/** The statement of section 26: what it costs to meet the needs, what of it the person pays and what the council. */
export type Statement = {
  readonly plan: Plan
  readonly lines: readonly StatementLine[]
  readonly weekly: Week
  readonly person: Week
  readonly council: Week
  /** reablement in its first six weeks: free, and no part of the budget */
  readonly free: readonly PlanLine[]
  readonly once: readonly PlanLine[]
  /** what others give or pay: shown, and no part of the budget */
  readonly others: readonly PlanLine[]
  /** what the person was found able to pay; undefined where nobody has assessed it */
  readonly able: EntryOf<'financial-assessment'> | undefined
}

const FREE_DAYS = 6 * 7

/** The six weeks run from the day on which the line first began, in whichever version; until then it is free too. */
function isFree(state: RecordState, line: PlanLine): boolean {
  if (line.form !== 'reablement') return false
  const started = all(state, 'support-started').find((start) => {
    const plan = state.byId.get(start.plan)
    return (
      isNamed(line, start.line) && plan?.kind === 'plan' && lineOf(plan, start.line)?.form === 'reablement'
    )
  })
  return started === undefined || daysBetween(dayOfWhen(started.on), state.on) < FREE_DAYS
}

export function statementOf(state: RecordState, plan: Plan): Statement {
  const council = plan.lines.filter(({ funder, unit }) => funder === 'council' && unit !== 'once')
  const free = council.filter((line) => isFree(state, line))
  const counted = council.filter((line) => !free.includes(line))
  const total = weekly(counted)
  const able = latest(state, 'financial-assessment')
  const person = pence<'week'>(Math.min(able?.weekly ?? 0, total))
  const shares =
    total > 0
      ? share(
          person,
          counted.map((line) => line.weekly),
        )
      : []
  return {
    plan,
    lines: counted.map((line, index) => {
      const own = shares[index] ?? pence<'week'>(0)
      return { line, weekly: line.weekly, person: own, council: minus(line.weekly, own) }
    }),
    weekly: total,
    person,
    council: minus(total, person),
    free,
    once: plan.lines.filter(({ unit }) => unit === 'once'),
    others: plan.lines.filter(({ funder, unit }) => funder !== 'council' && unit !== 'once'),
    able,
  }
}

/** The statement as it was put in the record for a plan: the last one. */
export const recordedStatement = (state: RecordState, plan: Plan): EntryOf<'personal-budget'> | undefined =>
  all(state, 'personal-budget').findLast((budget) => refersTo(state, budget.plan, plan))
