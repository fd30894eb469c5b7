import { type Answer, doesNotApply, known, type MissingFact, needs, type Step } from '../answer.ts'
import type { CitationId } from '../care-act/citations.ts'
import { pence } from '../money/pence.ts'
import { TOPIC_WORDS } from '../outcomes/topics.ts'
import type { IndicativeBudget, Line, OnceLine } from './budget.ts'
import { NO_LEVEL, NO_MINUTES, NO_PRICE, NO_TIMES, newCount } from './count.ts'
import { type AllocationFacts, PERSON, type Whose } from './facts.ts'
import { addNightLine, addTopicLines } from './lines.ts'
import type { Model } from './model.ts'
import { setOut, sharedOf } from './one-person.ts'
import { addContingency, addOnce } from './own-lines.ts'
import { type Phrases, phrasesOf } from './phrases.ts'
import { newFigures, reckon } from './reckon.ts'
import { NIGHT, SLOT_COUNT, slotOf, topicAt } from './slots.ts'
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
import { heardEntries, unique, type Working } from './working.ts'

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
  const helpers = whose.whose === 'person' ? helpHeard(facts) : NO_HELP
  const givers = giversOf(helpers)
  const { count, figures } = SPACE
  const stillNeeds: MissingFact[] = hearing.unheard.map((topic) => ({ fact: 'level', topic }))
  const { topics, nights } = hearing
  setOut(tables, count, { topics, nights, givers, shared: sharedOf(facts) }, (slot, missing) => {
    stillNeeds.push(...factsOf(slot, missing))
  })
  if (count.size === 0) return nothingCounted(hearing, stillNeeds, facts)

  reckon(tables, count, givers, figures)
  const phrases = phrasesOf(tables)
  const working: Working = { tables, phrases, facts, whose, hearing, givers, count, figures }
  const lines: Line[] = []
  for (const heard of topics) if (count.counted[heard.slot] === 1) addTopicLines(lines, working, heard)
  if (count.counted[NIGHT] === 1) addNightLine(lines, working)
  addContingency(lines, working)
  const { weekly, low, high } = totalOf(lines)
  const { once, onceTotal } = boughtOnce(working, lines)
  const budget: IndicativeBudget = {
    weekly,
    low,
    high,
    lines,
    once,
    onceTotal,
    model: phrases.model,
    on: facts.on,
    asIfNoCarer: pence(figures.alone),
    stillNeeds,
    notCounted: notCounted(hearing),
    needsRecorded: hearing.needsRecorded,
  }
  const because: Step[] = []
  sayWhole(because, phrases, budget)
  sayHelpNotCounted(because, helpers)
  sayGaps(because, budget)
  return known(budget, because)
}

const NO_HELP: readonly HelpHeard[] = []

/** The total is of the lines as they stand there, so that they always add up. */
function totalOf(lines: readonly Line[]): Pick<IndicativeBudget, 'weekly' | 'low' | 'high'> {
  let weekly = 0
  let low = 0
  let high = 0
  for (const line of lines) {
    weekly += line.weekly
    low += line.low
    high += line.high
  }
  return { weekly: pence(weekly), low: pence(low), high: pence(high) }
}

/** In the order of the published list: the night stands behind an adult's topics and before a carer's. */
const inListOrder = (lines: readonly Line[]): readonly Line[] =>
  lines.some(({ kind }) => kind === 'night')
    ? lines.toSorted((a, b) => (slotOf(a.topic) ?? SLOT_COUNT) - (slotOf(b.topic) ?? SLOT_COUNT))
    : lines

function boughtOnce(working: Working, lines: readonly Line[]): Pick<IndicativeBudget, 'once' | 'onceTotal'> {
  const bought: OnceLine[] = []
  for (const line of inListOrder(lines)) {
    const slot = line.kind === 'support' || line.kind === 'night' ? slotOf(line.topic) : undefined
    if (slot !== undefined) addOnce(bought, working, slot, line)
  }
  let once = 0
  let low = 0
  let high = 0
  for (const line of bought) {
    once += line.once
    low += line.low
    high += line.high
  }
  return { once: bought, onceTotal: { once: pence(once), low: pence(low), high: pence(high) } }
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

const WHOLE: readonly CitationId[] = ['CA s26', 'G11', 'Savva']
const UNPAID_HELP: readonly CitationId[] = ['CA s10']

function sayWhole(because: Step[], { inForce }: Phrases, budget: IndicativeBudget): void {
  const { model, weekly, low, high, lines, asIfNoCarer } = budget
  because.push({
    says: `The lines add up to ${say.money(weekly)} a week. This is indicative: a starting point, worked out on ${say.dayInWords(budget.on)}. What the agreed plan costs decides, more or less.`,
    from: lines.map((line) => ({ name: line.id, value: line.weekly, unit: 'pence-a-week' })),
    gives: { name: 'a week, indicative', value: weekly, unit: 'pence-a-week' },
    cites: WHOLE,
    model: inForce,
  })
  if (low !== high) {
    because.push({
      says: `It may well be between ${say.money(low)} and ${say.money(high)} a week: from the lowest prices and the fewest hours that anybody said, to the highest and the most.`,
      from: [
        { name: 'low', value: low, unit: 'pence-a-week' },
        { name: 'high', value: high, unit: 'pence-a-week' },
      ],
    })
  }
  if (asIfNoCarer !== weekly) {
    const says = `As if nobody helped unpaid it would be ${say.money(asIfNoCarer)} a week. A carer may say no at any time; this is then the sum.`
    because.push({
      says,
      gives: { name: 'as if nobody helped', value: asIfNoCarer, unit: 'pence-a-week' },
      cites: UNPAID_HELP,
    })
  }
  if (model.from > budget.on) {
    because.push({
      says: `This model is published from ${say.dayInWords(model.from)}, later than the day of this sum.`,
    })
  }
}

const WHY_NOT: Readonly<Record<NotCounted, string>> = {
  disputed: 'what was recorded of it is disputed',
  'not-willing': 'they are not willing, or no longer',
  'not-able': 'they are not able to',
  'not-agreed': 'they have not agreed to it',
  'hours-unknown': 'how many hours was not recorded',
}

function sayHelpNotCounted(because: Step[], helpers: readonly HelpHeard[]): void {
  for (const { help, not } of helpers) {
    if (not === undefined) continue
    const says = `Nothing comes off for ${help.carerName}: ${WHY_NOT[not]}.`
    because.push({ says, cites: UNPAID_HELP, entries: [help.entry] })
  }
}

/** What the sum does not hold, said out loud: a gap is never a nought. */
function sayGaps(because: Step[], { stillNeeds, notCounted: left }: IndicativeBudget): void {
  const asked = stillNeeds.flatMap(({ topic }) => (topic === undefined ? [] : [TOPIC_WORDS[topic]]))
  if (asked.length > 0) {
    const says = `Not in the sum yet, because something is still to be asked or settled: ${[...new Set(asked)].join('; ')}.`
    because.push({ says })
  }
  for (const { topic, why, entries } of left) {
    const says =
      why === 'no-need-recorded'
        ? `${TOPIC_WORDS[topic]}: help was spoken of, but no need is recorded, so it is not in the sum.`
        : `${TOPIC_WORDS[topic]}: a need is recorded, but the model has no line for it. The plan will cost it.`
    because.push({ says, entries })
  }
}
