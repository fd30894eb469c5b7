import type { Visit } from '../domain/contracts/visits.ts'
import { type PlainDate, dayNumber, dayOfMoment, plainDate } from '../domain/dates/plain-date.ts'
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

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):(\d\d))$/
const MINUTES_A_DAY = 1440
const LONGEST_VISIT = MINUTES_A_DAY

/** Moments as minutes since 1970, and the day in London; days that were seen are kept, since a log has few of them. */
export type Moments = {
  readonly minutes: (text: string) => number | undefined
  readonly day: (text: string) => PlainDate | undefined
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
  const days = new Map<string, PlainDate | undefined>()
  return {
    minutes: (text) => {
      const [, date = '', hour, minute, second = '0', sign, aheadHours = '0', aheadMinutes = '0'] =
        MOMENT.exec(text) ?? []
      const day = numberOf(date)
      if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60)
        return undefined
      if (Number(aheadHours) > 23 || Number(aheadMinutes) > 59) return undefined
      const ahead = (sign === '-' ? -1 : 1) * (Number(aheadHours) * 60 + Number(aheadMinutes))
      return (
        day * MINUTES_A_DAY + Number(hour) * 60 + Number(minute) - ahead + Math.min(Number(second), 59) / 60
      )
    },
    day: (text) => {
      // Within an hour of a clock that is whole hours from Greenwich the day in London does not change.
      if (!/(?:Z|:00)$/.test(text)) return dayOfMoment(text)
      const key = `${text.slice(0, 13)} ${text.slice(-6)}`
      if (days.has(key)) return days.get(key)
      const day = dayOfMoment(text)
      days.set(key, day)
      return day
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

/** One row of a log. A visit with only one of its times has no log that shows how long it took. */
export function readVisit(
  cells: readonly string[],
  head: Head,
  { services, people, contract }: Fits,
  { minutes, day }: Moments,
): ReadVisit {
  const cell = (column: Column): string => {
    const at = head[column]
    return at === undefined ? '' : (cells[at] ?? '')
  }
  const id = cell('visit')
  if (id === '') return wrong('visit', 'must not be empty')
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
  const on = day(plannedStart)
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

function withState(
  id: string,
  visit: Omit<Visit, 'state'>,
  logged: { readonly state: string; readonly start: string; readonly end: string },
  minutes: Moments['minutes'],
): ReadVisit {
  const state = STATES.find((each) => each === logged.state)
  if (logged.state !== '' && state === undefined)
    return wrong('state', `must be one of ${STATES.join(', ')}, or empty`)
  const from = logged.start === '' ? undefined : minutes(logged.start)
  const to = logged.end === '' ? undefined : minutes(logged.end)
  if (logged.start !== '' && from === undefined) return wrong('start', MUST_BE_A_MOMENT)
  if (logged.end !== '' && to === undefined) return wrong('end', MUST_BE_A_MOMENT)
  if ((state === 'missed' || state === 'cancelled') && (from !== undefined || to !== undefined))
    return wrong('state', `it was ${state}, and has a time`)
  if (state === 'cancelled') return { kind: 'cancelled', id }
  if (state === 'missed') return { kind: 'visit', id, visit: { ...visit, state: { kind: 'missed' } } }
  if (from === undefined || to === undefined) {
    if (state === 'made')
      return wrong('state', 'it was made, and a time is missing: leave it empty, or “no-log”')
    return { kind: 'visit', id, visit: { ...visit, state: { kind: 'unlogged' } } }
  }
  if (state === 'no-log') return wrong('state', 'it has no log, and both its times')
  if (visit.worker === '') return wrong('worker', 'must not be empty where the visit was made')
  if (to < from) return wrong('end', `it ends (${logged.end}) before it starts (${logged.start})`)
  if (to - from > LONGEST_VISIT) return wrong('end', 'it took more than a day')
  return { kind: 'visit', id, visit: { ...visit, state: { kind: 'made', minutes: to - from } }, from, to }
}
