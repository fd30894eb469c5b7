import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf, planInForce } from '../../record/state.ts'
import type { Check, Hit } from './check.ts'
import { dated } from './clocks.ts'
import { between, comesAfter, refersTo } from './order.ts'
import { type Plan, type PlanLine, isCouncilFunded, isNamed, lineOf, serves, topicsOf } from './plan-lines.ts'
import { isTopic } from '../outcomes/topics.ts'

/** What was seen of the ladder: a level on a topic, or a goal that came as far as was agreed. */
type Seen = {
  readonly entry: Entry
  readonly key: string
  readonly level: number | undefined
  readonly isGain: boolean
}

/** Everything that was seen on the topics and goals of a line, in the order of the record. */
function seenOf(state: RecordState, line: PlanLine): readonly Seen[] {
  const topics = topicsOf(state, line)
  const goals = all(state, 'goal').filter((goal) =>
    (line.goals ?? []).some((id) => refersTo(state, id, goal)),
  )
  return state.entries.flatMap((entry): readonly Seen[] => {
    if (entry.kind === 'statement') {
      return topics.includes(entry.topic) && entry.level !== undefined
        ? [{ entry, key: entry.topic, level: entry.level, isGain: false }]
        : []
    }
    if (entry.kind === 'goal') {
      return goals.includes(entry) && entry.now !== undefined
        ? [{ entry, key: entry.id, level: entry.now, isGain: false }]
        : []
    }
    if (entry.kind === 'progress') {
      const goal = goals.find((each) => refersTo(state, entry.goal, each))
      if (goal === undefined) return []
      const isGain = entry.attained !== undefined && entry.attained >= 0
      return [{ entry, key: goal.id, level: entry.level, isGain }]
    }
    if (entry.kind === 'measure' && entry.tool === 'ladder') {
      return Object.entries(entry.items).flatMap(([topic, level]) =>
        isTopic(topic) && topics.includes(topic) ? [{ entry, key: topic, level, isGain: false }] : [],
      )
    }
    return []
  })
}

/** Where a thing stood before: the last level seen of it by then. */
const levelBefore = (
  state: RecordState,
  seen: readonly Seen[],
  key: string,
  start: Entry,
): number | undefined =>
  seen.findLast(
    (each) => each.key === key && each.level !== undefined && !comesAfter(state, each.entry, start),
  )?.level

/** It was looked at again since the start, and nothing that was seen is higher. Not looked at is not known. */
function hasNotMoved(state: RecordState, line: PlanLine, start: Entry): boolean {
  const seen = seenOf(state, line)
  const later = seen.filter(({ entry }) => comesAfter(state, entry, start))
  const compared = later.flatMap(({ key, level, isGain, entry }) => {
    const was = levelBefore(state, seen, key, start)
    if (level !== undefined && was !== undefined) return [isGain || level > was]
    return entry.kind === 'progress' && entry.attained !== undefined ? [isGain] : []
  })
  return compared.length > 0 && !compared.includes(true)
}

/** A note on the line's needs or plan, a complaint, a dispute, or a review that led to something. */
const isChallenged = (state: RecordState, plan: Plan, line: PlanLine, start: Entry): boolean =>
  between(state, state.entries, start).some((entry) => {
    if (entry.kind === 'complaint') return true
    if (entry.kind === 'review') return entry['leads-to'] !== 'no-change'
    if (entry.kind !== 'note' && entry.kind !== 'dispute') return false
    const of = entry.of === undefined ? undefined : state.byId.get(entry.of)
    return (
      of !== undefined &&
      (of.id === plan.id || of.id === start.id || (of.kind === 'need' && serves(state, line, of)))
    )
  })

/** The first day of the line, in whichever version it began. */
const startOf = (state: RecordState, line: PlanLine): EntryOf<'support-started'> | undefined =>
  all(state, 'support-started').find((started) => {
    const plan = state.byId.get(started.plan)
    return (
      isNamed(line, started.line) &&
      plan?.kind === 'plan' &&
      lineOf(plan, started.line)?.effect === 'builds' &&
      started.provider === line.provider
    )
  })

const REVIEWS = 2

export const noGainSeen: Check = {
  id: 'no-gain-seen',
  level: 'look',
  cites: ['CA s2', 'CA s27'],
  when: 'A provider is paid to build independence, over two reviews the ladder has not moved, and nobody challenged it.',
  find: (state) => {
    const plan = planInForce(state)
    if (plan === undefined) return []
    return plan.lines.flatMap((line): readonly Hit[] => {
      if (!isCouncilFunded(line) || line.effect !== 'builds' || line.provider === undefined) return []
      const start = startOf(state, line)
      if (start === undefined) return []
      const reviews = between(state, all(state, 'review'), start)
      if (reviews.length < REVIEWS || isChallenged(state, plan, line, start)) return []
      if (!hasNotMoved(state, line, start)) return []
      const provider = nameOf(state, line.provider)
      return [
        {
          entries: [plan.id, start.id, ...reviews.map(({ id }) => id)],
          worker: `${provider} is paid for “${line.what}” to build independence since ${dated(start)}. Over ${reviews.length} reviews the ladder has not moved, and nobody has asked why.`,
          person: `“${line.what}” is meant to help you do more for yourself. After ${reviews.length} reviews the record shows no change. You can ask why, or for something else.`,
          mend: {
            says: 'Ask the person and the provider what would help, or change the line.',
            where: 'review',
          },
        },
      ]
    })
  },
}
