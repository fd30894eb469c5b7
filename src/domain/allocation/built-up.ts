import { type Answer, doesNotApply, known, type MissingFact, needs, type Step } from '../answer.ts'
import { type Pence, type Period, pence } from '../money/pence.ts'
import { isTopic, TOPIC_WORDS } from '../outcomes/topics.ts'
import type { IndicativeBudget, Line, OnceLine } from './budget.ts'
import { NO_LEVEL, NO_MINUTES, NO_PRICE, NO_TIMES, newCount } from './count.ts'
import { type AllocationFacts, PERSON, type Whose } from './facts.ts'
import { nightLine, topicLines } from './lines.ts'
import { type Model, modelReference } from './model.ts'
import { setOut, sharedOf } from './one-person.ts'
import { contingencyLine, onceLines } from './own-lines.ts'
import { newFigures, reckon } from './reckon.ts'
import { NIGHT, topicAt } from './slots.ts'
import { type Tables, tablesOf } from './tables.ts'
import {
  giversOf,
  type Heard,
  hear,
  type Hearing,
  helpHeard,
  type HelpHeard,
  type NotCounted,
} from './voices.ts'
import * as say from './words.ts'
import { heardEntries, stepsOf, unique, type Working } from './working.ts'

/**
 * The indicative budget, built up line by line from what was said (Care Act s26, guidance ch. 11): hours of need as if nobody
 * helped, less unpaid help that is given freely, times the published price. Always a starting point; a plan's cost decides.
 *
 * `needs` where nothing can be counted yet; `does-not-apply` where everybody says that no help is needed and no need is recorded.
 * What was hoped for, what is in supply, a target and the council's own budget are no part of it.
 */
export const indicativeBudget = (
  model: Model,
  facts: AllocationFacts,
  whose: Whose = PERSON,
): Answer<IndicativeBudget> => budgetBy(tablesOf(model, facts.on, facts.prices), facts, whose)

/** Room for one sum, filled again by the next: nothing of it is kept in a budget, and making it takes longer than the sum. */
const SPACE = { count: newCount(), figures: newFigures() }

/** The same with the model already laid out, for whoever asks more than once on one day. */
export function budgetBy(
  tables: Tables,
  facts: AllocationFacts,
  whose: Whose = PERSON,
): Answer<IndicativeBudget> {
  const hearing = hear(facts, whose)
  const helpers = whose.whose === 'person' ? helpHeard(facts) : []
  const givers = giversOf(helpers)
  const { count, figures } = SPACE
  const stillNeeds: MissingFact[] = hearing.unheard.map((topic) => ({ fact: 'level', topic }))
  const { topics, nights } = hearing
  setOut(tables, count, { topics, nights, givers, shared: sharedOf(facts) }, (slot, missing) => {
    stillNeeds.push(...factsOf(slot, missing))
  })
  const heard = topics.filter(({ slot }) => count.counted[slot] === 1)
  const nightCounts = count.counted[NIGHT] === 1
  if (heard.length === 0 && !nightCounts) return nothingCounted(hearing, stillNeeds, facts)

  reckon(tables, count, givers, figures)
  const working: Working = { tables, facts, whose, hearing, givers, count, figures }
  const lines: Line[] = []
  for (const one of heard) for (const line of topicLines(working, one)) lines.push(line)
  if (nightCounts) lines.push(nightLine(working))
  lines.push(...contingencyLine(working, lines))
  const once: OnceLine[] = []
  for (const slot of heardSlots(heard, nightCounts)) once.push(...onceLines(working, slot, lines))
  const budget: IndicativeBudget = {
    weekly: add(lines, (line) => line.weekly),
    low: add(lines, (line) => line.low),
    high: add(lines, (line) => line.high),
    lines,
    once,
    onceTotal: {
      once: add(once, (line) => line.once),
      low: add(once, (line) => line.low),
      high: add(once, (line) => line.high),
    },
    model: { name: tables.model.name, version: tables.model.version, from: tables.model.from },
    on: facts.on,
    asIfNoCarer: pence(figures.alone),
    stillNeeds,
    notCounted: notCounted(hearing),
    needsRecorded: hearing.needsRecorded,
  }
  return known(budget, stepsOf(wholeSteps(tables, budget), helpNotCounted(helpers), gaps(budget)))
}

/** In the order of the published list: the night stands behind an adult's topics and before a carer's. */
const heardSlots = (heard: readonly Heard[], nightCounts: boolean): readonly number[] =>
  nightCounts
    ? [...heard.map(({ slot }) => slot), NIGHT].toSorted((a, b) => a - b)
    : heard.map(({ slot }) => slot)

function add<T, P extends Period>(lines: readonly T[], of: (line: T) => Pence<P>): Pence<P> {
  let total = 0
  for (const line of lines) total += of(line)
  return pence<P>(total)
}

function factsOf(slot: number, missing: number): readonly MissingFact[] {
  const topic = topicAt(slot)
  return [
    ...(missing & NO_LEVEL ? [{ fact: 'level', topic } as const] : []),
    ...(missing & NO_TIMES ? [{ fact: 'times', topic } as const] : []),
    ...(missing & NO_MINUTES ? [{ fact: 'minutes', topic } as const] : []),
    ...(missing & NO_PRICE ? [{ fact: 'price', topic } as const] : []),
  ]
}

function nothingCounted(
  hearing: Hearing,
  stillNeeds: readonly MissingFact[],
  facts: AllocationFacts,
): Answer<IndicativeBudget> {
  if (stillNeeds.length > 0) return needs(stillNeeds)
  const onOwn = facts.said.filter((said) => said.on <= facts.on && said.level === 4 && said.disputed !== true)
  if (hearing.needsRecorded || onOwn.length === 0) return needs([{ fact: 'needs' }])
  const entries = onOwn.map((said) => said.entry)
  return doesNotApply([{ says: 'Nobody has said that help is needed, and no need is recorded.', entries }])
}

const notCounted = ({ withoutNeed, noLine }: Hearing): IndicativeBudget['notCounted'] => [
  ...withoutNeed.map((heard: Heard) => ({
    topic: heard.topic,
    why: 'no-need-recorded' as const,
    entries: unique(heardEntries(heard)),
  })),
  ...noLine.map((topic) => ({ topic, why: 'no-line-in-the-model' as const, entries: [] })),
]

function wholeSteps(tables: Tables, budget: IndicativeBudget): readonly Step[] {
  const { model, weekly, low, high, lines, asIfNoCarer } = budget
  const steps: Step[] = [
    {
      says: `The lines add up to ${say.money(weekly)} a week. This is indicative: a starting point, worked out on ${say.dayInWords(budget.on)}. What the agreed plan costs decides, more or less.`,
      from: lines.map((line) => ({ name: line.id, value: line.weekly, unit: 'pence-a-week' })),
      gives: { name: 'a week, indicative', value: weekly, unit: 'pence-a-week' },
      cites: ['CA s26', 'G11', 'Savva'],
      model: modelReference(model, `in force from ${say.dayInWords(model.from)}`),
    },
  ]
  if (low !== high) {
    steps.push({
      says: `It may well be between ${say.money(low)} and ${say.money(high)} a week: from the lowest prices and the fewest hours that anybody said, to the highest and the most.`,
      from: [
        { name: 'low', value: low, unit: 'pence-a-week' },
        { name: 'high', value: high, unit: 'pence-a-week' },
      ],
    })
  }
  if (asIfNoCarer !== weekly) {
    const says = `As if nobody helped unpaid it would be ${say.money(asIfNoCarer)} a week. A carer may say no at any time; this is then the sum.`
    steps.push({
      says,
      gives: { name: 'as if nobody helped', value: asIfNoCarer, unit: 'pence-a-week' },
      cites: ['CA s10'],
    })
  }
  if (tables.model.from > budget.on) {
    steps.push({
      says: `This model is published from ${say.dayInWords(model.from)}, later than the day of this sum.`,
    })
  }
  return steps
}

const WHY_NOT: Readonly<Record<NotCounted, string>> = {
  disputed: 'what was recorded of it is disputed',
  'not-willing': 'they are not willing, or no longer',
  'not-able': 'they are not able to',
  'not-agreed': 'they have not agreed to it',
  'hours-unknown': 'how many hours was not recorded',
}

const helpNotCounted = (helpers: readonly HelpHeard[]): readonly Step[] =>
  helpers.flatMap(({ help, not }) =>
    not === undefined
      ? []
      : [
          {
            says: `Nothing comes off for ${help.carerName}: ${WHY_NOT[not]}.`,
            cites: ['CA s10'] as const,
            entries: [help.entry],
          },
        ],
  )

const NO_STEPS: readonly Step[] = []

/** What the sum does not hold, said out loud: a gap is never a nought. */
function gaps({ stillNeeds, notCounted: left }: IndicativeBudget): readonly Step[] {
  if (stillNeeds.length + left.length === 0) return NO_STEPS
  const asked = [
    ...new Set(stillNeeds.flatMap(({ topic }) => (topic === undefined ? [] : [TOPIC_WORDS[topic]]))),
  ]
  return [
    ...(asked.length === 0
      ? []
      : [
          {
            says: `Not in the sum yet, because something is still to be asked or settled: ${asked.join('; ')}.`,
          },
        ]),
    ...left.map(({ topic, why, entries }) => ({
      says:
        why === 'no-need-recorded'
          ? `${TOPIC_WORDS[topic]}: help was spoken of, but no need is recorded, so it is not in the sum.`
          : `${isTopic(topic) ? TOPIC_WORDS[topic] : topic}: a need is recorded, but the model has no line for it. The plan will cost it.`,
      entries,
    })),
  ]
}
