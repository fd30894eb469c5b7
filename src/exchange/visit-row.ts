import type { Visit } from '../domain/contracts/visits.ts'
import {
  type PlainDate,
  dayFromNumber,
  dayNumber,
  dayOfMoment,
  plainDate,
} from '../domain/dates/plain-date.ts'
import type { ServiceUnit } from '../domain/contracts/terms.ts'
import type { Span } from '../domain/contracts/span.ts'

const NEEDED = [
  'visit',
  'person',
  'service',
  'line',
  'worker',
  'planned_start',
  'planned_end',
  'start',
  'end',
] as const
/** The columns, by the names that stand in the first row; in any order, and the last two may be left out. */
export const VISIT_COLUMNS = [...NEEDED, 'state', 'agreed_minutes'] as const
type Column = (typeof VISIT_COLUMNS)[number]

const STATES = ['made', 'missed', 'cancelled', 'no-log'] as const

/** Where each column stands in a row. */
export type Head = Readonly<Record<Column, number | undefined>>

/** What is wrong with the first row, or where its columns stand. */
export function headOf(cells: readonly string[]): Head | readonly string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const faults = [
    ...NEEDED.filter((name) => !names.includes(name)).map((name) => `there is no column “${name}”`),
    ...names
      .filter((name) => name !== '' && !VISIT_COLUMNS.some((column) => column === name))
      .map((name) => `“${name.slice(0, 40)}” is none of the columns`),
    ...names
      .filter((name, index) => name !== '' && names.indexOf(name) !== index)
      .map((name) => `“${name.slice(0, 40)}” is there twice`),
  ]
  if (faults.length > 0) return faults
  const at = (column: Column) => (names.includes(column) ? names.indexOf(column) : undefined)
  return {
    visit: at('visit'),
    person: at('person'),
    service: at('service'),
    line: at('line'),
    worker: at('worker'),
    planned_start: at('planned_start'),
    planned_end: at('planned_end'),
    start: at('start'),
    end: at('end'),
    state: at('state'),
    agreed_minutes: at('agreed_minutes'),
  }
}

const MINUTES_A_DAY = 1440
/** From 1 January 1970 to 1 January 1973. */
const DAYS_TO_1973 = 1096
const SHORTEST_MOMENT = '2026-10-03T08:30Z'.length
const LONGEST_VISIT = MINUTES_A_DAY

/** Two digits as a number; NaN where they are none. */
function twoAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** Minutes that a clock is ahead of Greenwich, from the end of an ISO 8601 moment; undefined where none is given. */
function aheadOf(text: string, from: number): number | undefined {
  let at = from
  if (text[at] === '.') {
    at += 1
    while (twoAt(`0${text[at] ?? ''}`, 0) >= 0) at += 1
  }
  if (text[at] === 'Z') return text.length === at + 1 ? 0 : undefined
  const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : undefined
  const hours = twoAt(text, at + 1)
  const minutes = twoAt(text, at + 4)
  if (sign === undefined || !(hours < 24) || !(minutes < 60) || text[at + 3] !== ':') return undefined
  return text.length === at + 6 ? sign * (hours * 60 + minutes) : undefined
}

/** Moments as minutes since 1970, and the day in London; days that were seen are kept, since a log has few of them. */
export type Moments = {
  readonly minutes: (text: string) => number | undefined
  /** @param at the same moment in minutes */
  readonly day: (text: string, at: number) => PlainDate | undefined
}

export function moments(): Moments {
  const numbers = new Map<string, number | undefined>()
  const numberOf = (date: string): number | undefined => {
    if (numbers.has(date)) return numbers.get(date)
    const day = plainDate(date)
    const number = day === undefined || day < '1900' ? undefined : dayNumber(day)
    numbers.set(date, number)
    return number
  }
  let lastDate = 'none yet'
  let lastNumber: number | undefined
  const days = new Map<number, PlainDate>()
  return {
    minutes: (text) => {
      // Read by hand: four times for each of a million visits.
      if (text.length < SHORTEST_MOMENT) return undefined
      if (!text.startsWith(lastDate)) {
        lastDate = text.slice(0, 10)
        lastNumber = numberOf(lastDate)
      }
      const day = lastNumber
      const hour = twoAt(text, 11)
      const minute = twoAt(text, 14)
      if (day === undefined || text[10] !== 'T' || text[13] !== ':' || !(hour < 24) || !(minute < 60))
        return undefined
      const hasSeconds = text[16] === ':'
      const second = hasSeconds ? twoAt(text, 17) : 0
      const ahead = aheadOf(text, hasSeconds ? 19 : 16)
      if (!(second <= 60) || ahead === undefined) return undefined
      return day * MINUTES_A_DAY + hour * 60 + minute - ahead + Math.min(second, 59) / 60
    },
    day: (text, at) => {
      // Since 1972 London has been at Greenwich time or an hour ahead, so that only the last hour of a day is in doubt.
      const number = Math.floor(at / MINUTES_A_DAY)
      if (number < DAYS_TO_1973 || at - number * MINUTES_A_DAY >= MINUTES_A_DAY - 60) return dayOfMoment(text)
      const known = days.get(number) ?? dayFromNumber(number)
      days.set(number, known)
      return known
    },
  }
}

/** What a row must fit: the contract's services, the people who were referred to it, its days. */
export type Fits = {
  readonly services: ReadonlyMap<string, ServiceUnit>
  readonly people: ReadonlySet<string>
  readonly contract: Span
}

export type ReadVisit =
  | {
      readonly kind: 'visit'
      readonly id: string
      readonly visit: Visit
      readonly from?: number
      readonly to?: number
    }
  | { readonly kind: 'cancelled'; readonly id: string }
  /** the column, and what is wrong there */
  | { readonly kind: 'wrong'; readonly column: Column; readonly says: string }

const wrong = (column: Column, says: string): ReadVisit => ({ kind: 'wrong', column, says })

/** Names that the provider gives; all else must fit what is known already. */
const FREE = ['visit', 'line', 'worker'] as const

const FORMULA = new Set(['=', '+', '@', '-', '\t'])

/** What a spreadsheet would work out where somebody opens the log again; a dash alone says that there is none. */
const isFormula = (cell: string): boolean => cell.length > 1 && FORMULA.has(cell.charAt(0))

/** One row of a log. A visit with only one of its times has no log that shows how long it took. */
export function readVisit(
  cells: readonly string[],
  head: Head,
  { services, people, contract }: Fits,
  { minutes, day }: Moments,
): ReadVisit {
  const cell = (column: Column): string => {
    const at = head[column]
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
  const id = cell('visit')
  if (id === '') return wrong('visit', 'must not be empty')
  for (const column of FREE)
    if (isFormula(cell(column)))
      return wrong(column, `“${cell(column).slice(0, 40)}” is a formula: write the name as it is`)
  const person = cell('person')
  if (!people.has(person))
    return wrong('person', `“${person.slice(0, 40)}” was not referred to this contract`)
  const service = cell('service')
  if (!services.has(service)) return wrong('service', `no service “${service.slice(0, 40)}” in the terms`)
  const plannedStart = cell('planned_start')
  const start = minutes(plannedStart)
  const end = minutes(cell('planned_end'))
  if (start === undefined) return wrong('planned_start', MUST_BE_A_MOMENT)
  if (end === undefined) return wrong('planned_end', MUST_BE_A_MOMENT)
  if (end <= start) return wrong('planned_end', 'it was planned to end before it starts')
  if (end - start > LONGEST_VISIT) return wrong('planned_end', 'it was planned for more than a day')
  const on = day(plannedStart, start)
  if (on === undefined || on < contract.from || on > contract.to)
    return wrong('planned_start', `the contract lasts from ${contract.from} to ${contract.to}`)
  const agreed =
    head.agreed_minutes === undefined || cell('agreed_minutes') === '' ? 0 : Number(cell('agreed_minutes'))
  if (!(agreed >= 0 && agreed <= LONGEST_VISIT)) return wrong('agreed_minutes', 'must be minutes, 0 or more')
  const visit = {
    person,
    service,
    line: cell('line'),
    worker: cell('worker'),
    day: on,
    planned: end - start,
    agreed,
  }
  return withState(id, visit, { state: cell('state'), start: cell('start'), end: cell('end') }, minutes)
}

const MUST_BE_A_MOMENT =
  'must be a day and a time with its offset, such as 2026-10-03T08:30:00+01:00 or 2026-12-03T08:30:00Z'

type Planned = Omit<Visit, 'state'>

/** Written out rather than spread: a million rows pass here. */
const visitOf = (of: Planned, state: Visit['state']): Visit => ({
  person: of.person,
  service: of.service,
  line: of.line,
  worker: of.worker,
  day: of.day,
  planned: of.planned,
  agreed: of.agreed,
  state,
})

const MISSED = { kind: 'missed' } as const
const UNLOGGED = { kind: 'unlogged' } as const

function withState(
  id: string,
  visit: Planned,
  logged: { readonly state: string; readonly start: string; readonly end: string },
  minutes: Moments['minutes'],
): ReadVisit {
  const state = logged.state === '' ? undefined : STATES.find((each) => each === logged.state)
  if (logged.state !== '' && state === undefined)
    return wrong('state', `must be one of ${STATES.join(', ')}, or empty`)
  const from = logged.start === '' ? undefined : minutes(logged.start)
  const to = logged.end === '' ? undefined : minutes(logged.end)
  if (logged.start !== '' && from === undefined) return wrong('start', MUST_BE_A_MOMENT)
  if (logged.end !== '' && to === undefined) return wrong('end', MUST_BE_A_MOMENT)
  if ((state === 'missed' || state === 'cancelled') && (from !== undefined || to !== undefined))
    return wrong('state', `it was ${state}, and has a time`)
  if (state === 'cancelled') return { kind: 'cancelled', id }
  if (state === 'missed') return { kind: 'visit', id, visit: visitOf(visit, MISSED) }
  if (from === undefined || to === undefined) {
    if (state === 'made')
      return wrong('state', 'it was made, and a time is missing: leave it empty, or “no-log”')
    return { kind: 'visit', id, visit: visitOf(visit, UNLOGGED) }
  }
  if (state === 'no-log') return wrong('state', 'it has no log, and both its times')
  if (visit.worker === '') return wrong('worker', 'must not be empty where the visit was made')
  if (to < from) return wrong('end', `it ends (${logged.end}) before it starts (${logged.start})`)
  if (to - from > LONGEST_VISIT) return wrong('end', 'it took more than a day')
  return { kind: 'visit', id, visit: visitOf(visit, { kind: 'made', minutes: to - from }), from, to }
}
