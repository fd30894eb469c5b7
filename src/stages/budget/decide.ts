import type { IndicativeBudget, Line } from '../../domain/allocation/budget.ts'
import { because } from '../../domain/allocation/reason.ts'
import { type Pence, inWords, sum } from '../../domain/money/pence.ts'
import { type Topic, TOPIC_WORDS, isTopic } from '../../domain/outcomes/topics.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { LINE_WORDS } from './words.ts'

/** The sum as it stands today, fixed in the record and shown to the person, before a plan is made. */
export type ShowBudget = { readonly stamp: Stamp; readonly budget: IndicativeBudget }

export function showBudget({ stamp, budget }: ShowBudget): Decision {
  const lines = byTopic(budget.lines)
  if (lines.some(({ weekly }) => weekly < 0)) {
    return refuse({
      says: 'A part of the sum is below nought. Look at what is shared before it is put in the record.',
    })
  }
  return done({
    ...stamped(stamp),
    kind: 'indicative-budget',
    weekly: budget.weekly,
    model: `${budget.model.name} version ${budget.model.version}`,
    lines: lines.map(({ topic, weekly, why }) => ({ topic, weekly, why })),
    shown: true,
  })
}

type TopicLine = { readonly topic: Topic; readonly weekly: Pence<'week'>; readonly why: string }

/** The record keeps a line a topic: travel and sharing go with the topic they are for, contingency with money. */
function byTopic(lines: readonly Line[]): readonly TopicLine[] {
  const topics = [...new Set(lines.map((line) => topicOf(line)))]
  return topics.map((topic) => {
    const own = lines.filter((line) => topicOf(line) === topic)
    return { topic, weekly: sum(own.map(({ weekly }) => weekly)), why: own.map(whyOf).join(' ') }
  })
}

const topicOf = (line: Line): Topic => (isTopic(line.topic) ? line.topic : 'money')

function whyOf(line: Line): string {
  const name =
    line.kind === 'support' || line.kind === 'night' ? TOPIC_WORDS[topicOf(line)] : LINE_WORDS[line.kind]
  const steps = because(line)
  const last = steps.findLast((step) => step.gives !== undefined) ?? steps.at(-1)
  return `${name}, ${inWords(line.weekly)}: ${last?.says ?? ''}`
}
