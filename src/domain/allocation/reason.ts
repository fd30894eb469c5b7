import type { Figure, Step } from '../answer.ts'
import type { CitationId } from '../care-act/citations.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Level } from '../outcomes/ladder.ts'
import type { PriceWords } from './phrases.ts'
import * as say from './words.ts'

/**
 * Why a line is as it is: the figures, where they come from and the entries that they rest on. A reason is whole without its words.
 * Of many sums nobody reads the reasons (both ways of a dispute, everybody under another model), so words are made where they are read.
 */
export type Reason =
  | LevelReason
  | HoursReason
  | PriceReason
  | RangeReason
  | { readonly of: 'what is rare'; readonly step: Step }

/** How somebody manages. `asked`: help was asked for beside "on my own". */
type LevelReason = {
  readonly of: 'level'
  readonly saidByName: string
  readonly on: PlainDate
  readonly level: Level
  readonly asked: boolean
  readonly entries: readonly string[]
}

/** Times a week x minutes x helpers are the minutes of need, and whose words they are; nobody's where they are typical. */
type HoursReason = {
  readonly of: 'hours'
  readonly times: number
  readonly minutes: number
  readonly people: number
  readonly need: number
  readonly saidByName: string | undefined
  readonly on: PlainDate | undefined
  readonly entries: readonly string[]
}

/** Minutes that are paid for x price, in pence a week. */
type PriceReason = {
  readonly of: 'price'
  readonly paid: number
  readonly weekly: number
  readonly words: PriceWords
}

/** What it comes to with the lowest and the highest figures, in pence a week. */
type RangeReason = {
  readonly of: 'range'
  readonly low: number
  readonly high: number
  readonly source: string
}

/** What few lines have to say is written at once. */
export const written = (step: Step): Reason => ({ of: 'what is rare', step })

export const hours = (name: string, minutes: number): Figure => ({
  name,
  value: minutes / 60,
  unit: 'hours-a-week',
})
const weekly = (name: string, value: number): Figure => ({ name, value, unit: 'pence-a-week' })

/** The reasons of a line in words, in order. */
export const because = ({ reasons }: { readonly reasons: readonly Reason[] }): readonly Step[] =>
  reasons.map(stepOf)

function stepOf(reason: Reason): Step {
  switch (reason.of) {
    case 'level':
      return levelStep(reason)
    case 'hours':
      return hoursStep(reason)
    case 'price':
      return priceStep(reason)
    case 'range':
      return rangeStep(reason)
    case 'what is rare':
      return reason.step
  }
}

const levelStep = ({ saidByName, on, level, asked, entries }: LevelReason): Step => ({
  says: `${say.saidInWords({ saidByName, on })}: ${say.levelInWords(level)}${asked ? HELP_ASKED : '.'}`,
  gives: { name: 'level', value: level, unit: 'level' },
  entries,
})
const HELP_ASKED = '. Help was asked for with it, so that help counts.'

function hoursStep({ times, minutes, people, need, saidByName, on, entries }: HoursReason): Step {
  const by = saidByName === undefined || on === undefined ? '.' : ` (${say.saidInWords({ saidByName, on })}).`
  const often: Figure = { name: 'times', value: times, unit: 'times-a-week' }
  const long: Figure = { name: 'minutes each time', value: minutes, unit: 'minutes' }
  const helpers: Figure = { name: 'helpers at once', value: people, unit: 'count' }
  return {
    says:
      times === 0
        ? `${say.timesInWords(times)}: no time${by}`
        : `${say.timesInWords(times)} × ${say.timeInWords(minutes)} × ${say.helpersInWords(people)} = ${say.timeInWords(need)} a week${by}`,
    from: Number.isNaN(minutes) ? [often, helpers] : [often, long, helpers],
    gives: hours('hours of need', need),
    entries,
  }
}

const PERSONAL_BUDGET: readonly CitationId[] = ['CA s26', 'G11']

const priceStep = ({ paid, weekly: sum, words }: PriceReason): Step => ({
  says: `${say.timeInWords(paid)}${words.times}${say.money(sum)} a week.`,
  from: [hours('hours paid for', paid), words.rate],
  gives: weekly('a week', sum),
  cites: PERSONAL_BUDGET,
  model: words.stands,
})

const rangeStep = ({ low, high, source }: RangeReason): Step => ({
  says: `With the lowest and highest figures it would be ${say.money(low)} to ${say.money(high)} a week.`,
  from: [weekly('low', low), weekly('high', high)],
  model: source,
})
