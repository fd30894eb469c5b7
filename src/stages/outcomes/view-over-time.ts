import { refersTo } from '../../domain/checks/order.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import type { Topic } from '../../domain/outcomes/topics.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { outcomeFacts } from '../../record/outcome-facts.ts'
import { type RecordState, all, find } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { hopeView, personsHope } from './view-hopes.ts'
import { type Seen, whoseView } from './view.ts'

/** Hours of support a week from one day on, as planned. */
export type Hours = { readonly on: PlainDate; readonly hours: number }

export type SaidThen = {
  readonly entry: Entry
  readonly on: PlainDate
  readonly by: string
  readonly level: Level
  readonly words: string
}

/** One part of life from the first day to the last: where each saw the person, what was said, and the hours beside it. */
export type TopicOverTime = {
  readonly topic: Topic
  readonly seen: readonly Seen[]
  readonly said: readonly SaidThen[]
  readonly hoped: Level | undefined
  readonly hours: readonly Hours[]
  readonly span: { readonly from: PlainDate; readonly to: PlainDate }
}

type Plan = EntryOf<'plan'>

const servesTopic = (state: RecordState, line: Plan['lines'][number], topic: Topic): boolean =>
  line.needs.some((id) => find(state, 'need', id)?.topics.includes(topic) === true)

/** Hours a week that the plan in force gave for a part of life, each time that it changed. What is counted in days or nights is left out. */
export function hoursOf(state: RecordState, topic: Topic): readonly Hours[] {
  const plans = all(state, 'plan').filter(({ status }) => status === 'issued')
  const ended = all(state, 'support-ended')
  const changes = [...plans, ...ended].toSorted((a, b) => state.entries.indexOf(a) - state.entries.indexOf(b))
  const series: Hours[] = []
  let plan: Plan | undefined
  const over = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'plan') {
      plan = change
      over.clear()
    } else if (plan !== undefined && refersTo(state, change.plan, plan)) over.add(String(change.line))
    if (plan === undefined) continue
    const lines = plan.lines.filter(
      (line) => line.unit === 'hour' && servesTopic(state, line, topic) && !over.has(String(line.line)),
    )
    const hours = lines.reduce((sum, { amount }) => sum + amount, 0)
    if (series.at(-1)?.hours !== hours) series.push({ on: dayOfWhen(change.on), hours })
  }
  return series.length === 1 && series[0]?.hours === 0 ? [] : series
}

const wordsAt = (
  state: RecordState,
  id: string,
): { readonly entry: Entry; readonly by: string; readonly words: string } | undefined => {
  const entry = state.byId.get(id)
  if (entry?.kind === 'statement') return { entry, by: entry['said-by'], words: entry.text }
  if (entry?.kind === 'progress') return { entry, by: whoseView(state, entry), words: entry.says }
  return undefined
}

/** Every part of life of which a step was seen, the longest stories first. */
export function overTime(state: RecordState): readonly TopicOverTime[] {
  return outcomeFacts(state)
    .rungs.map(({ topic, seen }): TopicOverTime => {
      const steps = seen.flatMap((sight) =>
        sight.level === undefined ? [] : [{ ...sight, level: sight.level }],
      )
      const hours = hoursOf(state, topic)
      const days = [...steps, ...hours].map(({ on }) => on).toSorted()
      return {
        topic,
        seen: steps.map(({ on, level, by }) => ({ on, level, by })),
        said: steps.flatMap((sight) => {
          const found = wordsAt(state, sight.entry)
          return found === undefined ? [] : [{ ...found, on: sight.on, level: sight.level }]
        }),
        hoped: personsHope(state, hopeView(state, topic).hoped)?.level,
        hours,
        span: { from: days[0] ?? state.on, to: days.at(-1) ?? state.on },
      }
    })
    .toSorted((a, b) => daysSeen(b) - daysSeen(a))
}

const daysSeen = ({ seen }: TopicOverTime): number => new Set(seen.map(({ on }) => on)).size

/** Seen on more than one day: there is something to draw. */
export const hasMoved = (topic: TopicOverTime): boolean => daysSeen(topic) > 1
