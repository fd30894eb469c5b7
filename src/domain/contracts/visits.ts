import type { PlainDate } from '../dates/plain-date.ts'
import { type CareGiven, type Ledger, type VisitLog, dayBefore, every } from './ledger.ts'
import { type Span, holdsDay, isSame, touches } from './span.ts'
import type { ServiceUnit } from './terms.ts'

/** How far a visit may fall short of its planned time before it counts as short. */
const WHOLE = 0.8

/** A visit as a log shows it, in minutes. `unlogged`: no log says whether it was made, so it is neither given nor missed. */
export type Visit = {
  readonly person: string
  readonly service: string
  readonly line: string
  readonly worker: string
  readonly day: PlainDate
  readonly planned: number
  /** minutes beyond the planned time that were agreed on the day */
  readonly agreed: number
  readonly state:
    | { readonly kind: 'made'; readonly minutes: number }
    | { readonly kind: 'missed' | 'unlogged' }
}

/**
 * The days that a log is summed up by: the period, and every one that was settled from a log before, each cut where a rate
 * changes. What lies outside them is for other settlements.
 */
export function spansOfLog(ledger: Ledger, period: Span): readonly Span[] {
  const settled = every(ledger, 'settled').filter(({ visits }) => visits === true)
  const spans = [period, ...settled.filter((each) => !isSame(each, period))].map(({ from, to }) => ({
    from,
    to,
  }))
  const apart = spans.filter((span, index) => !spans.slice(0, index).some((before) => touches(before, span)))
  const changes = [...new Set(every(ledger, 'rate-set').map(({ from }) => from))].toSorted()
  return apart.flatMap((span) => {
    const cuts = changes.filter((from) => from > span.from && from <= span.to)
    return [span.from, ...cuts].map((from, index) => {
      const next = cuts[index]
      return { from, to: next === undefined ? span.to : dayBefore(next) }
    })
  })
}

type Sum = {
  readonly span: Span
  readonly person: string
  readonly service: string
  readonly line: string
  readonly workers: Map<string, number>
  planned: number
  delivered: number
  unlogged: number
  visits: number
  missed: number
  short: number
}

export type VisitSums = {
  /** @returns false where the visit lies outside the days that are summed up */
  readonly add: (visit: Visit) => boolean
  readonly log: () => VisitLog
}

/**
 * Sums visits up one by one, so that a log of any length takes the room of its sums. A visit counts for the time it took, up to
 * the time that was planned or agreed: a long visit never hides a short one.
 */
export function sumVisits(spans: readonly Span[], units: ReadonlyMap<string, ServiceUnit>): VisitSums {
  /** By person, and then by the rest: most of a person's visits are of one line, so that few names are put together. */
  const people = new Map<string, Sum[]>()
  const minutes = new Map<number, number>()
  const percent = new Map<number, number>()
  const spanOf = new Map<PlainDate, Span | undefined>()
  const spanFor = (day: PlainDate): Span | undefined => {
    const known = spanOf.get(day)
    if (known !== undefined || spanOf.has(day)) return known
    const found = spans.find((span) => holdsDay(span, day))
    spanOf.set(day, found)
    return found
  }
  const sumOf = ({ person, service, line }: Visit, span: Span): Sum => {
    let sums = people.get(person)
    if (sums === undefined) {
      sums = []
      people.set(person, sums)
    }
    for (const sum of sums) if (sum.span === span && sum.service === service && sum.line === line) return sum
    const sum: Sum = {
      span,
      person,
      service,
      line,
      workers: new Map(),
      planned: 0,
      delivered: 0,
      unlogged: 0,
      visits: 0,
      missed: 0,
      short: 0,
    }
    sums.push(sum)
    return sum
  }
  return {
    add: (visit) => {
      const span = spanFor(visit.day)
      if (span === undefined) return false
      const sum = sumOf(visit, span)
      count(sum, visit, units.get(visit.service) === 'hour')
      if (visit.state.kind === 'made') {
        const took = Math.floor(visit.state.minutes)
        const share = Math.floor((100 * visit.state.minutes) / visit.planned)
        minutes.set(took, (minutes.get(took) ?? 0) + 1)
        percent.set(share, (percent.get(share) ?? 0) + 1)
      }
      return true
    },
    log: () => ({
      care: [...people.values()].flat().map((sum) => careOf(sum, units)),
      minutes,
      percent,
    }),
  }
}

/** Hours are counted by the minute; of nights, days and visits each is one. */
function count(sum: Sum, { planned, agreed, worker, state }: Visit, byMinutes: boolean): void {
  const whole = byMinutes ? planned : 1
  sum.planned += whole
  sum.visits += 1
  switch (state.kind) {
    case 'made':
      sum.delivered += byMinutes ? Math.min(state.minutes, planned + agreed) : 1
      if (state.minutes < WHOLE * planned) sum.short += 1
      sum.workers.set(worker, (sum.workers.get(worker) ?? 0) + 1)
      break
    case 'missed':
      sum.missed += 1
      break
    case 'unlogged':
      sum.unlogged += whole
      break
  }
}

function careOf(sum: Sum, units: ReadonlyMap<string, ServiceUnit>): CareGiven {
  const inUnits = (amount: number) => (units.get(sum.service) === 'hour' ? amount / 60 : amount)
  return {
    ...sum.span,
    person: sum.person,
    service: sum.service,
    line: sum.line,
    planned: inUnits(sum.planned),
    delivered: inUnits(sum.delivered),
    unlogged: inUnits(sum.unlogged),
    visits: sum.visits,
    missed: sum.missed,
    short: sum.short,
    workers: [...sum.workers],
    entries: [],
  }
}
