import { FORM_WORDS } from '../domain/allocation/support.ts'
import { dateInWords } from '../domain/dates/plain-date.ts'
import { type Pence, inWords, minus, sum } from '../domain/money/pence.ts'
import { type Reason, readReason } from './plan-reasons.ts'
import {
  type Funder,
  type Plan,
  type PlanLine,
  WAY_WORDS,
  amountInWords,
  onceOf,
  payerInWords,
  priceInWords,
  unitsInWords,
} from './plan-words.ts'
import { dayOfWhen } from './values.ts'

// What changed between any two versions of a plan: in sentences, in the text, and in money. A line keeps its id from one
// version to the next, so lines are held against each other by id and by nothing else.

/** How the reader speaks of whom and what a plan names. */
export type Names = {
  /** the person, in the middle of a sentence: `you`, or a name */
  readonly person: string
  readonly party: (id: string) => string
  /** a need or a goal in its own words; undefined where the reader may not see it */
  readonly entry: (id: string) => string | undefined
  /** the entry that stands under a reference, where one was corrected */
  readonly standing: (id: string) => string
}

/** A text that is not the same; word by word it is told by `wordsDifference`, where it is shown. */
export type TextChange = { readonly of: string; readonly before: string; readonly after: string }

export type LineDifference = {
  readonly line: string
  /** what the line is called: now, or where it has gone, before */
  readonly what: string
  readonly kind: 'added' | 'gone' | 'changed' | 'same'
  readonly before: PlanLine | undefined
  readonly after: PlanLine | undefined
  readonly weekly: Change<'week'>
  /** how it changed, in whole sentences; why is not in them */
  readonly says: readonly string[]
  readonly texts: readonly TextChange[]
  /** what the version after gives as its reason; undefined where it gives none */
  readonly reason: Reason | undefined
}

export type Change<P extends 'week' | 'once'> = {
  readonly before: Pence<P>
  readonly after: Pence<P>
  readonly by: Pence<P>
}

export type PlanDifference = {
  readonly before: Plan
  readonly after: Plan
  /** every line of either version: those of the version after in its order, then those that have gone */
  readonly lines: readonly LineDifference[]
  readonly texts: readonly TextChange[]
  readonly says: readonly string[]
  readonly total: Change<'week'>
  readonly council: Change<'week'>
  readonly byFunder: readonly { readonly funder: Funder; readonly weekly: Change<'week'> }[]
  readonly once: Change<'once'>
  /** nothing that the person would read differs */
  readonly isSame: boolean
}

const FUNDER_ORDER: readonly Funder[] = ['council', 'person', 'nhs', 'family', 'community']

const change = <P extends 'week' | 'once'>(before: Pence<P>, after: Pence<P>): Change<P> => ({
  before,
  after,
  by: minus(after, before),
})

const weeklySum = (lines: readonly PlanLine[]): Pence<'week'> => sum(lines.map(({ weekly }) => weekly))
const onceSum = (lines: readonly PlanLine[]): Pence<'once'> => sum(lines.map((line) => onceOf(line)))

/**
 * @param through the versions between the two, in order: a line that one of them took out has its reason there, since a
 * version can only give reasons for lines that it or the one before it knows
 */
export function planDifference(
  before: Plan,
  after: Plan,
  names: Names,
  through: readonly Plan[] = [],
): PlanDifference {
  const was = new Map(before.lines.map((line) => [String(line.line), line]))
  const is = new Map(after.lines.map((line) => [String(line.line), line]))
  const reasonOf = (id: string): Reason | undefined => {
    const taker = is.has(id)
      ? after
      : [...through, after].find(({ lines }) => !lines.some((line) => String(line.line) === id))
    return reasonIn(after, id) ?? (taker === undefined ? undefined : reasonIn(taker, id))
  }
  const lines = [...new Set([...is.keys(), ...was.keys()])].map((id) =>
    lineDifference(id, was.get(id), is.get(id), reasonOf(id), names),
  )
  const texts = planTexts(before, after)
  const says = planSentences(before, after, names)
  const of = (funder: Funder, plan: Plan) => plan.lines.filter((line) => line.funder === funder)
  const byFunder = FUNDER_ORDER.filter(
    (funder) => of(funder, before).length + of(funder, after).length > 0,
  ).map((funder) => ({ funder, weekly: change(weeklySum(of(funder, before)), weeklySum(of(funder, after))) }))
  return {
    before,
    after,
    lines,
    texts,
    says,
    total: change(weeklySum(before.lines), weeklySum(after.lines)),
    council: change(weeklySum(of('council', before)), weeklySum(of('council', after))),
    byFunder,
    once: change(onceSum(before.lines), onceSum(after.lines)),
    isSame: lines.every(({ kind }) => kind === 'same') && texts.length === 0 && says.length === 0,
  }
}

function reasonIn(plan: Plan, id: string): Reason | undefined {
  const why = plan.changes?.find(({ line }) => String(line) === id)?.why ?? ''
  return why.trim() === '' ? undefined : readReason(why)
}

function lineDifference(
  id: string,
  before: PlanLine | undefined,
  after: PlanLine | undefined,
  reason: Reason | undefined,
  names: Names,
): LineDifference {
  const none = sum<'week'>([])
  const named = { line: id, what: (after ?? before)?.what ?? '', before, after, reason }
  const weekly = change(before?.weekly ?? none, after?.weekly ?? none)
  if (before === undefined || after === undefined) {
    const only = before ?? after
    const says = only === undefined ? [] : [before === undefined ? added(only, names) : gone(only, names)]
    return { ...named, kind: before === undefined ? 'added' : 'gone', weekly, says, texts: [] }
  }
  const says = lineSentences(before, after, names)
  const texts = [
    ...textChange('What it is', before.what, after.what),
    ...textChange('Why it is in the plan', before.why, after.why),
  ]
  return { ...named, kind: says.length + texts.length === 0 ? 'same' : 'changed', weekly, says, texts }
}

const costs = (line: PlanLine): string =>
  line.unit === 'once' ? `${inWords(onceOf(line))} once` : `${inWords(line.weekly)} a week`

const added = (line: PlanLine, { person }: Names): string =>
  `New: ${amountInWords(line)}, ${costs(line)}, paid by ${payerInWords(line.funder, person)}.`

const gone = (line: PlanLine, { person }: Names): string =>
  `Gone: was ${amountInWords(line)}, ${costs(line)}, paid by ${payerInWords(line.funder, person)}.`

/** One sentence for each thing about a line that is not as it was. */
function lineSentences(before: PlanLine, after: PlanLine, names: Names): readonly string[] {
  return [
    amountSentence(before, after),
    before.price === after.price && before.unit === after.unit
      ? undefined
      : `The price was ${priceInWords(before)}, now ${priceInWords(after)}.`,
    before.funder === after.funder
      ? undefined
      : `Paid by ${payerInWords(before.funder, names.person)} before, by ${payerInWords(after.funder, names.person)} now.`,
    before.way === after.way ? undefined : `Was ${WAY_WORDS[before.way]}, now ${WAY_WORDS[after.way]}.`,
    before.form === after.form ? undefined : `Was ${FORM_WORDS[before.form]}, now ${FORM_WORDS[after.form]}.`,
    before.provider === after.provider
      ? undefined
      : `Given by ${partyOr(names, before.provider)} before, by ${partyOr(names, after.provider)} now.`,
    ...namedSentences('need', before.needs, after.needs, names),
    ...namedSentences('goal', before.goals ?? [], after.goals ?? [], names),
    before.effect === after.effect ? undefined : effectSentence(after.effect),
  ].filter((sentence): sentence is string => sentence !== undefined)
}

/** `Was 14 hours a week, now 10.` The unit is said again only where it is another. */
function amountSentence(before: PlanLine, after: PlanLine): string | undefined {
  if (before.unit === after.unit && before.amount === after.amount) return undefined
  const now =
    before.unit === after.unit && after.unit !== 'once'
      ? unitsInWords(after.amount, after.unit).replace(/^([\d.]+) .*$/, '$1')
      : amountInWords(after)
  return `Was ${amountInWords(before)}, now ${now}.`
}

const partyOr = (names: Names, id: string | undefined): string =>
  id === undefined ? 'nobody named' : names.party(id)

const EFFECT = {
  builds: 'It is now meant to build what the person can do.',
  keeps: 'It is now meant to keep what the person can do.',
  erodes: 'It is now said to take away from what the person can do.',
} as const

const effectSentence = (effect: PlanLine['effect']): string =>
  effect === undefined ? 'It no longer says what it does to what the person can do.' : EFFECT[effect]

function namedSentences(
  kind: 'need' | 'goal',
  before: readonly string[],
  after: readonly string[],
  names: Names,
): readonly string[] {
  const [was, is] = [before, after].map((ids) => new Set(ids.map((id) => names.standing(id))))
  const quoted = (id: string) => {
    const words = names.entry(id)
    return words === undefined ? `a ${kind} that you cannot see` : `“${words}”`
  }
  return [
    ...[...(is ?? [])]
      .filter((id) => was?.has(id) !== true)
      .map((id) => `Now also for the ${kind} ${quoted(id)}.`),
    ...[...(was ?? [])]
      .filter((id) => is?.has(id) !== true)
      .map((id) => `No longer for the ${kind} ${quoted(id)}.`),
  ]
}

const oneSpaced = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

function textChange(of: string, before = '', after = ''): readonly TextChange[] {
  return before === after || oneSpaced(before) === oneSpaced(after) ? [] : [{ of, before, after }]
}

const planTexts = (before: Plan, after: Plan): readonly TextChange[] => [
  ...textChange('What the person wants', before.wishes, after.wishes),
  ...textChange('If something goes wrong', before.contingency, after.contingency),
  ...textChange('What could prevent or delay needs', before.prevent, after.prevent),
]

function planSentences(before: Plan, after: Plan, names: Names): readonly string[] {
  const day = (plan: Plan) =>
    plan['review-by'] === undefined ? undefined : dateInWords(dayOfWhen(plan['review-by']))
  const [was, is] = [day(before), day(after)]
  const came = after.involved.filter((party) => !before.involved.includes(party))
  const left = before.involved.filter((party) => !after.involved.includes(party))
  return [
    was === is ? undefined : `Review: was ${was ?? 'not set'}, now ${is ?? 'not set'}.`,
    came.length === 0 ? undefined : `Now also made with ${came.map((id) => names.party(id)).join(', ')}.`,
    left.length === 0 ? undefined : `No longer made with ${left.map((id) => names.party(id)).join(', ')}.`,
  ].filter((sentence): sentence is string => sentence !== undefined)
}

/** Why a line is as it is now: the reason for the change, or for a new line the reason for the line. */
export const whyOf = ({ reason, kind, after }: LineDifference): string =>
  reason !== undefined && reason.why !== '' ? reason.why : kind === 'added' ? (after?.why ?? '').trim() : ''

/** `Home care: was 14 hours a week, now 10. Why: …`: a line's change in one breath. */
export function sentenceOf(line: LineDifference): string {
  const { what, says, kind } = line
  if (kind === 'same') return `${what}: as it was.`
  if (says.length === 0) return `${what}: the words are not the same.`
  const how = says.map((sentence, index) => (index === 0 ? lowered(sentence) : sentence)).join(' ')
  return [`${what}: ${how}`, whyInWords(line)].filter((part) => part !== '').join(' ')
}

/** What there is less of, in one breath: how much, and why. */
export const lessInWords = (line: LineDifference): string =>
  [`${line.what}: ${lowered(line.says[0] ?? 'the words are not the same.')}`, whyInWords(line)]
    .filter((part) => part !== '')
    .join(' ')

/** A reason that is missing is said to be so where something becomes less; nobody owes one for more. */
function whyInWords(line: LineDifference): string {
  const why = whyOf(line)
  if (why !== '') return `Why: ${why}`
  return isLess(line) ? 'No reason is given.' : ''
}

/** Fewer units, less money, or somebody else pays. What replaces it is not looked at here: see `council-support.ts`. */
function isLess({ kind, before, after, weekly }: LineDifference): boolean {
  if (kind === 'gone') return true
  if (before === undefined || after === undefined) return false
  return before.unit === after.unit
    ? after.amount < before.amount || before.funder !== after.funder
    : weekly.by < 0 || before.funder !== after.funder
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
