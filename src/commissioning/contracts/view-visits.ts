import type { PlainDate } from '../../domain/dates/plain-date.ts'

export const VISIT_STATES = ['made', 'missed', 'cancelled', 'no-log'] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** A visit as it is brought in. Moments are ISO 8601 with an offset; `day` is the day in London on which it was to begin. */
export type NewVisit = {
  readonly visit: string
  readonly person: string
  readonly day: PlainDate
  readonly service: string
  readonly line: string
  /** may be empty where it was not made */
  readonly worker: string
  readonly plannedStart: string
  readonly plannedEnd: string
  /** as logged; both where the visit was made, neither where there is no whole log of it */
  readonly started?: string | undefined
  readonly ended?: string | undefined
  readonly state: VisitState
  /** minutes beyond the planned time that were agreed on the day */
  readonly agreed: number
  /** why it takes the place of what was brought in before under the same id; left out for a new visit */
  readonly why?: string | undefined
}

export type KeptVisit = NewVisit & {
  /** 0, and 1, 2 … where it was put right since */
  readonly turn: number
  readonly batch: number
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** `08:15` in London, of a moment. */
const clock = (moment: string): string => CLOCK.format(Date.parse(moment))

const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000)

/** Below this share of its planned time a visit is short: the same as in the settlement. */
const WHOLE = 0.8
/** Minutes. */
const LATE = 15

/** It came, and took the time that it was to take: nothing has to be said of it. Late is 15 minutes or more: a choice of ours. */
export function isAsPlanned({ plannedStart, plannedEnd, started, ended, why }: KeptVisit): boolean {
  if (started === undefined || ended === undefined || why !== undefined) return false
  const planned = minutesBetween(plannedStart, plannedEnd)
  return minutesBetween(started, ended) >= WHOLE * planned && minutesBetween(plannedStart, started) < LATE
}

/** When a visit was to be, when it was, and how long it took beside the time planned. */
export function whenOf(visit: KeptVisit): {
  readonly planned: string
  readonly logged: string
  readonly took: string
} {
  const { plannedStart, plannedEnd, started, ended, state, why } = visit
  const planned = minutesBetween(plannedStart, plannedEnd)
  const right = why === undefined ? '' : `. Put right: ${why}`
  const isLogged = started !== undefined && ended !== undefined
  const took = isLogged ? minutesBetween(started, ended) : undefined
  return {
    planned: `${clock(plannedStart)} to ${clock(plannedEnd)}`,
    logged: `${isLogged ? `${clock(started)} to ${clock(ended)}` : STATES[state]}${right}`,
    took:
      took === undefined
        ? `0 of ${planned} minutes`
        : `${took} of ${planned} minutes${took < WHOLE * planned ? ', short' : ''}`,
  }
}

const STATES: Readonly<Record<KeptVisit['state'], string>> = {
  made: 'Made',
  missed: 'Nobody came',
  cancelled: 'Cancelled before',
  'no-log': 'There is no log',
}

/** `62 visits: 58 made, 2 of them short; 3 missed; 1 without a log.` */
export function visitsInBrief(visits: readonly KeptVisit[]): string {
  const of = (state: KeptVisit['state']) => visits.filter((visit) => visit.state === state).length
  const short = visits.filter(({ plannedStart, plannedEnd, started, ended }) =>
    started === undefined || ended === undefined
      ? false
      : minutesBetween(started, ended) < WHOLE * minutesBetween(plannedStart, plannedEnd),
  ).length
  const parts = [
    `${of('made')} made${short === 0 ? '' : `, ${short} of them short`}`,
    ...(of('missed') === 0 ? [] : [`${of('missed')} missed`]),
    ...(of('no-log') === 0 ? [] : [`${of('no-log')} without a log`]),
    ...(of('cancelled') === 0 ? [] : [`${of('cancelled')} cancelled before`]),
  ]
  return `${visits.length === 1 ? '1 visit' : `${visits.length} visits`}: ${parts.join('; ')}.`
}
