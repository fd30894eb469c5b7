import { type PlainDate, addDays, daysBetween } from '../dates/plain-date.ts'
import type { OnePerson } from './figures.ts'

// How many more hours of assessing clear the queue, and by when. A recurrence a week: who waits, and who asks, less who is seen.
// Ours and not a simulation package's: what records give is when people asked and when they were seen, and with no more than
// that a simulation would only make its own inputs up. Anybody can check these sums on paper.

/** Those who asked for an assessment that has not been opened, the longest wait first. */
export type Queue = { readonly on: PlainDate; readonly since: readonly PlainDate[] }

/** People a week: who asks, and whose assessment is opened; over the weeks before the day. */
export type Pace = {
  readonly weeks: number
  readonly asked: number
  readonly seen: number
  /** how far from the truth `asked` may well be, either way (80%) */
  readonly give: number
}

const WEEK = 7
/** Four in five times a mean of counts is no further from the truth than this many of its errors. */
const IN_80 = 1.2816

type Asked = { readonly asked: PlainDate; readonly opened: PlainDate | undefined; readonly left: boolean }

/** The last time that somebody asked, for themselves, and what became of it by the day. */
function askedBy({ figures }: OnePerson, on: PlainDate): Asked | undefined {
  const contact = figures.contacts.findLast(
    (each) => each.whom === 'person' && each.outcome === 'assess' && each.on <= on,
  )
  if (contact === undefined) return undefined
  const opened = figures.assessments.find(
    (each) => each.whom === 'person' && each.opened >= contact.on && each.opened <= on,
  )?.opened
  const left =
    figures.closed.some((day) => day >= contact.on && day <= on) ||
    figures.moved.some(({ direction, on: day }) => direction === 'out' && day >= contact.on && day <= on)
  return { asked: contact.on, opened, left }
}

export const queueOf = (people: readonly OnePerson[], on: PlainDate): Queue => ({
  on,
  since: people
    .flatMap((one) => {
      const asked = askedBy(one, on)
      return asked === undefined || asked.opened !== undefined || asked.left ? [] : [asked.asked]
    })
    .toSorted(),
})

/** The pace of the last half year, or of as many weeks as are asked for. */
export function paceOf(people: readonly OnePerson[], on: PlainDate, weeks = 26): Pace {
  const from = addDays(on, -weeks * WEEK)
  const within = (day: PlainDate): boolean => day > from && day <= on
  let [asked, seen] = [0, 0]
  for (const { figures } of people) {
    asked += figures.contacts.filter(
      (each) => each.whom === 'person' && each.outcome === 'assess' && within(each.on),
    ).length
    seen += figures.assessments.filter(
      (each) => each.whom === 'person' && each.asked !== null && within(each.opened),
    ).length
  }
  // Who asks comes by chance: over many weeks the count of them strays by its root.
  return { weeks, asked: asked / weeks, seen: seen / weeks, give: (IN_80 * Math.sqrt(asked)) / weeks }
}

export type MoreHours = {
  /** hours a week of assessing, on top of what there is */
  readonly more: number
  /** hours that one assessment takes; the council's own figure, records do not hold it */
  readonly each: number
  /** the council's standard: nobody is to wait longer, in days */
  readonly standard: number
}

export type WaitsWeek = { readonly on: PlainDate; readonly waiting: number; readonly wait: number }

export type Forecast = {
  /** week by week: how many wait at its end, and how many days whoever asks then will wait */
  readonly weeks: readonly WaitsWeek[]
  /** the end of the first week from which whoever asks is seen within the standard; undefined where that never comes */
  readonly clear: PlainDate | undefined
  /** the same if fewer, and if more, people ask than in the weeks before */
  readonly earliest: PlainDate | undefined
  readonly latest: PlainDate | undefined
}

/** The weeks that are looked ahead: three years. What is further off is "never". */
export const WEEKS_AHEAD = 156

/** Whoever asks now is seen after all who wait: so many weeks as it takes to see them. */
const waitOf = (waiting: number, seen: number): number =>
  seen > 0 ? (waiting / seen) * WEEK : waiting > 0 ? Number.POSITIVE_INFINITY : 0

/** How many wait at the end of each week. */
function waitingBy(queue: Queue, asked: number, seen: number): readonly number[] {
  let waiting = queue.since.length
  return Array.from({ length: WEEKS_AHEAD }, () => {
    waiting = Math.max(0, waiting + asked - seen)
    return waiting
  })
}

/** The first week, from nought, from which nobody who asks waits longer than the standard; undefined where that never comes. */
function clearIn(queue: Queue, asked: number, seen: number, standard: number): number | undefined {
  const week = waitingBy(queue, asked, seen).findLastIndex((waiting) => waitOf(waiting, seen) > standard) + 1
  return week < WEEKS_AHEAD ? week : undefined
}

const endOf = (queue: Queue, week: number): PlainDate => addDays(queue.on, (week + 1) * WEEK)

export function forecast(queue: Queue, pace: Pace, { more, each, standard }: MoreHours): Forecast {
  const seen = pace.seen + more / each
  const clear = (asked: number): PlainDate | undefined => {
    const week = clearIn(queue, asked, seen, standard)
    return week === undefined ? undefined : endOf(queue, week)
  }
  return {
    weeks: waitingBy(queue, pace.asked, seen).map((waiting, week) => ({
      on: endOf(queue, week),
      waiting,
      wait: waitOf(waiting, seen),
    })),
    clear: clear(pace.asked),
    earliest: clear(Math.max(0, pace.asked - pace.give)),
    latest: clear(pace.asked + pace.give),
  }
}

/**
 * The fewest more hours a week, whole, with which nobody who asks from `by` on waits longer than the standard.
 * @returns 0 where the queue clears by itself in time
 */
export function hoursToClear(
  queue: Queue,
  pace: Pace,
  by: PlainDate,
  { each, standard }: Omit<MoreHours, 'more'>,
): number {
  const days = daysBetween(queue.on, by)
  const isEnough = (more: number): boolean => {
    const week = clearIn(queue, pace.asked, pace.seen + more / each, standard)
    return week !== undefined && (week + 1) * WEEK <= days
  }
  const weeks = Math.max(1, Math.floor(days / WEEK))
  // Seeing everybody who waits and everybody who asks in the first week is always enough, where there is a week.
  let [no, yes] = [-1, Math.ceil((queue.since.length + pace.asked * weeks) * each) + 1]
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    if (isEnough(middle)) yes = middle
    else no = middle
  }
  return yes
}
