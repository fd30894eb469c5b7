import { DEFAULT_STANDARDS } from '../../domain/checks/standards.ts'
import { type PlainDate, addMonths } from '../../domain/dates/plain-date.ts'
import type { OnePerson } from '../../domain/population/figures.ts'
import {
  type Forecast,
  type Pace,
  type Queue,
  forecast,
  hoursToClear,
  paceOf,
  queueOf,
} from '../../domain/population/waits.ts'

// How many more hours of assessing clear the queue, and by when: the rule is `domain/population/waits.ts`.

/** Hours that one assessment takes, until somebody types their own: records do not hold it. */
const EACH = 12
const MOST = 5_000

export type QueueAsked = {
  readonly more: number
  readonly each: number
  readonly typed: { readonly more: string; readonly each: string }
  readonly errors: readonly { readonly field: string; readonly says: string }[]
}

const figure = (text: string, least: number, most: number): number | undefined => {
  const number = Number(text)
  return /^\d{1,5}(?:\.\d{1,2})?$/.test(text) && number >= least && number <= most ? number : undefined
}

/** What was typed, or where nothing was, how it stands. */
export function queueAsked(textOf: (name: string) => string): QueueAsked {
  const typed = { more: textOf('more').trim(), each: textOf('each').trim() }
  const more = typed.more === '' ? 0 : figure(typed.more, 0, MOST)
  const each = typed.each === '' ? EACH : figure(typed.each, 0.5, 200)
  return {
    more: more ?? 0,
    each: each ?? EACH,
    typed: {
      more: typed.more === '' ? '0' : typed.more,
      each: typed.each === '' ? String(EACH) : typed.each,
    },
    errors: [
      ...(more === undefined
        ? [{ field: 'more', says: `More hours a week must be a number from 0 to ${MOST}` }]
        : []),
      ...(each === undefined
        ? [{ field: 'each', says: 'Hours for one assessment must be a number from 0.5 to 200' }]
        : []),
    ],
  }
}

export type QueueView = {
  readonly queue: Queue
  readonly pace: Pace
  readonly standard: number
  readonly ahead: Forecast
  /** by when it could be clear, and the fewest more hours a week that it takes */
  readonly goals: readonly Goal[]
}

export type Goal = { readonly months: number; readonly by: PlainDate; readonly more: number }

/** A season, half a year, a year and two: by when somebody may want it clear. */
const GOALS = [3, 6, 12, 24] as const

export function queueView(
  people: readonly OnePerson[],
  today: PlainDate,
  { more, each }: Pick<QueueAsked, 'more' | 'each'>,
): QueueView {
  const queue = queueOf(people, today)
  const pace = paceOf(people, today)
  const standard = DEFAULT_STANDARDS['open-days']
  return {
    queue,
    pace,
    standard,
    ahead: forecast(queue, pace, { more, each, standard }),
    goals: GOALS.map((months) => {
      const by = addMonths(today, months)
      return { months, by, more: hoursToClear(queue, pace, by, { each, standard }) }
    }),
  }
}

/** Every thirteenth week, as far as there is something to see: at most two years. */
export const quarters = ({ weeks }: Forecast): Forecast['weeks'] =>
  weeks.filter((_, week) => (week + 1) % 13 === 0).slice(0, 8)
