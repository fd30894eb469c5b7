import type { RecordState } from '../../record/state.ts'
import type { SupportUnit } from '../allocation/support.ts'
import { inWords, roundToPenny } from '../money/pence.ts'
import type { Topic } from '../outcomes/topics.ts'
import { isChosen, isTheirOwn } from './alternatives.ts'
import { hasWords } from './clocks.ts'
import {
  type Plan,
  type PlanLine,
  isCouncilFunded,
  isNamed,
  lineOf,
  needsOf,
  topicsOf,
} from './plan-lines.ts'

// What falls from one plan to another: council-funded support a week, line against line, in units. A lower price for the
// same hours is no cut. Hours that go from one line to another for the same topic are not lost; nor are hours that another
// funder takes over, nor support that another form of equal effect replaces. Only where the unit differs do pounds decide.

/** A council-funded line of the plan before that gives less now. */
export type Fall = {
  readonly line: PlanLine
  readonly topics: readonly Topic[]
  /** units a week of the line that are gone and that nothing replaces */
  readonly lost: number
}

/** What a line of the plan after gives beyond what it gave before; `left` is used up as it makes good what fell. */
type Gain = { readonly line: PlanLine; readonly topics: readonly Topic[]; left: number }

/** Hours come with fractions: 23.5 less 15 less 8.5 is nothing. */
const NOTHING = 1e-6
const EFFECTS = ['erodes', 'keeps', 'builds'] as const

/** Weekly support: what is bought once is not part of it. */
const isWeekly = (line: PlanLine): boolean => line.unit !== 'once' && line.amount > 0

/** An effect that nobody named is taken for an equal one. */
function isOfEqualEffect(line: PlanLine, to: PlanLine): boolean {
  if (line.effect === undefined || to.effect === undefined) return true
  return EFFECTS.indexOf(line.effect) >= EFFECTS.indexOf(to.effect)
}

const isAlike = (
  topics: readonly Topic[],
  form: string,
  other: readonly Topic[],
  otherForm: string,
): boolean =>
  topics.length === 0 || other.length === 0
    ? form === otherForm
    : topics.some((topic) => other.includes(topic))

/** The line of the other plan that this one goes on in: the same id, and the same form or a topic in common. */
function sameLine(state: RecordState, line: PlanLine, other: Plan): PlanLine | undefined {
  const named = lineOf(other, line.line)
  if (named === undefined || named.form === line.form) return named
  return isAlike(topicsOf(state, line), line.form, topicsOf(state, named), named.form) ? named : undefined
}

/** Another funder's line counts: the person's or the family's only where they chose it. */
const counts = (state: RecordState, line: PlanLine): boolean =>
  !isTheirOwn(line) || needsOf(state, line).some((need) => isChosen(state, need))

const continuesIn = (line: PlanLine, other: PlanLine | undefined): other is PlanLine =>
  other !== undefined && other.funder === line.funder && other.unit === line.unit

function gainsBetween(state: RecordState, before: Plan, after: Plan): readonly Gain[] {
  return after.lines
    .filter((line) => line.amount > 0 && counts(state, line))
    .map((line): Gain => {
      const was = sameLine(state, line, before)
      const prior = continuesIn(line, was) ? was.amount : 0
      return { line, topics: topicsOf(state, line), left: line.amount - prior }
    })
    .filter(({ left }) => left > NOTHING)
}

type Loss = { readonly line: PlanLine; readonly topics: readonly Topic[]; left: number }

function lossesBetween(state: RecordState, before: Plan, after: Plan): readonly Loss[] {
  return before.lines
    .filter((line) => isCouncilFunded(line) && isWeekly(line))
    .map((line): Loss => {
      const now = sameLine(state, line, after)
      const kept = continuesIn(line, now) ? now.amount : 0
      return { line, topics: topicsOf(state, line), left: line.amount - kept }
    })
    .filter(({ left }) => left > NOTHING)
}

const isFor = (gain: Gain, loss: Loss): boolean =>
  isAlike(gain.topics, gain.line.form, loss.topics, loss.line.form)

/** Units of another line, or of another funder, for the same topics. */
function makeGoodInUnits(losses: readonly Loss[], gains: readonly Gain[]): void {
  for (const loss of losses) {
    for (const gain of gains) {
      if (gain.line.unit !== loss.line.unit || !isFor(gain, loss)) continue
      if (!isCouncilFunded(gain.line) && !isOfEqualEffect(gain.line, loss.line)) continue
      const used = Math.min(gain.left, loss.left)
      gain.left -= used
      loss.left -= used
    }
  }
}

/** Another form, or another funder, where units cannot be counted against each other: a club's day is no worker's hour. */
function replaceByEqualEffect(losses: readonly Loss[], gains: readonly Gain[]): void {
  const isCountable = (gain: PlanLine, loss: PlanLine): boolean =>
    gain.unit === loss.unit && (isCouncilFunded(gain) || gain.form === loss.form)
  const isAnother = (gain: PlanLine, loss: PlanLine): boolean =>
    gain.form !== loss.form || !isCouncilFunded(gain)
  for (const loss of losses) {
    const isReplaced = gains.some(
      (gain) =>
        !isCountable(gain.line, loss.line) &&
        isAnother(gain.line, loss.line) &&
        isOfEqualEffect(gain.line, loss.line) &&
        isFor(gain, loss),
    )
    if (isReplaced) loss.left = 0
  }
}

const poundsOf = (line: PlanLine, units: number): number => (line.weekly * units) / line.amount

function makeGoodInPounds(losses: readonly Loss[], gains: readonly Gain[]): void {
  for (const loss of losses) {
    for (const gain of gains) {
      if (gain.line.unit === loss.line.unit || !isCouncilFunded(gain.line) || !isFor(gain, loss)) continue
      const lost = poundsOf(loss.line, loss.left)
      const used = Math.min(poundsOf(gain.line, gain.left), lost)
      if (lost <= 0 || used <= 0) continue
      gain.left -= (gain.left * used) / poundsOf(gain.line, gain.left)
      loss.left -= (loss.left * used) / lost
    }
  }
}

/** What the council gives less of in one plan than in another, where nothing replaces it. */
export function fallsBetween(state: RecordState, before: Plan, after: Plan): readonly Fall[] {
  const fallen = lossesBetween(state, before, after)
  if (fallen.length === 0) return []
  const gains = gainsBetween(state, before, after)
  // A line that little can make good comes first, so that another does not use that little up.
  const choices = (loss: Loss) => gains.filter((gain) => isFor(gain, loss)).length
  const losses = fallen.toSorted((a, b) => choices(a) - choices(b))
  replaceByEqualEffect(losses, gains)
  makeGoodInUnits(losses, gains)
  makeGoodInPounds(losses, gains)
  return fallen
    .filter(({ left }) => left > NOTHING)
    .map(({ line, topics, left }) => ({ line, topics, lost: left }))
}

const COUNTED: Readonly<Partial<Record<SupportUnit, readonly [one: string, more: string]>>> = {
  hour: ['hour', 'hours'],
  night: ['night', 'nights'],
  day: ['day', 'days'],
  visit: ['visit', 'visits'],
  mile: ['mile', 'miles'],
}

/** `6 hours`, `1 visit`; for what is counted by the week, the month or once, the bare number. */
export function unitsInWords(units: number, unit: SupportUnit): string {
  const count = Math.round(units * 100) / 100
  const words = COUNTED[unit]
  return words === undefined ? `${count}` : `${count} ${words[count === 1 ? 0 : 1]}`
}

/** `6 hours a week less`; for a line by the week or the month, which is one or nothing, the pounds. */
const lessInWords = ({ line, lost }: Fall): string =>
  COUNTED[line.unit] === undefined
    ? `${inWords(roundToPenny<'week'>(poundsOf(line, lost)))} a week less`
    : `${unitsInWords(lost, line.unit)} a week less`

/** `Community hours (6 hours a week less); Evening visits (2 visits a week less)` */
export const fallsInWords = (falls: readonly Fall[]): string =>
  falls.map((fall) => `${fall.line.what} (${lessInWords(fall)})`).join('; ')

/** The plan's `changes` say why: of the line that fell, or of a new line that came in its place. */
export const isReasoned = (state: RecordState, before: Plan, after: Plan, fall: Fall): boolean =>
  (after.changes ?? []).some((change) => {
    if (!hasWords(change.why)) return false
    if (isNamed(fall.line, change.line)) return true
    const line = lineOf(after, change.line)
    return (
      line !== undefined &&
      lineOf(before, change.line) === undefined &&
      isAlike(topicsOf(state, line), line.form, fall.topics, fall.line.form)
    )
  })
