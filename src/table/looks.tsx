import { Details } from '../platform/govuk/details.tsx'
import { Table } from '../platform/govuk/table.tsx'
import type { AtTable, Look } from './at-table.ts'
import { Frame } from './frame.tsx'
import { dateInWords } from '../domain/dates/plain-date.ts'
import { PART_NAMES, partsOf } from './parts-of-record.ts'
import { isThePerson, nameFor } from './reader.ts'

const WHY: Readonly<Record<string, string>> = {
  self: 'their own record',
  attorney: 'acts for them by a power of attorney',
  deputy: 'acts for them, appointed by the court',
  advocate: 'their advocate',
  carer: 'cares for them, unpaid',
  family: 'family',
  friend: 'friend',
  worker: 'works with them',
  professional: 'named in the record',
  team: 'in the team, covers when the worker is away',
  manager: 'manages the team',
  finance: 'works out what is paid',
  broker: 'arranges support',
  provider: 'gives support',
  nhs: 'NHS',
}

const whyFor = (relationship: string, mine: boolean): string => {
  const why = WHY[relationship] ?? relationship
  return mine
    ? why
        .replace('their own record', 'your own record')
        .replace(/\bthem\b/, 'you')
        .replace('their advocate', 'your advocate')
    : why
}

const clock = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options })
  return (at: string): string => format.format(new Date(at))
}
const dayOf = clock({ day: 'numeric', month: 'long', year: 'numeric' })
const timeOf = clock({ hour: '2-digit', minute: '2-digit' })

/** One visit: what somebody opened on one day with nobody else between. */
type Visit = {
  readonly day: string
  readonly name: string
  readonly relationship: string
  /** the latest first */
  readonly looks: readonly Look[]
}

/** Looks of one person on one day, one after another, are one visit. */
export function visitsOf(looks: readonly Look[]): readonly Visit[] {
  const visits: (Visit & { readonly looks: Look[] })[] = []
  for (const look of looks) {
    const day = dayOf(look.at)
    const last = visits.at(-1)
    if (last?.day === day && last.name === look.name && last.relationship === look.relationship) {
      last.looks.push(look)
    } else visits.push({ day, name: look.name, relationship: look.relationship, looks: [look] })
  }
  return visits
}

/** `21 November 2026, 14:05 to 14:20` */
export function whenInWords({ day, looks }: Visit): string {
  const to = timeOf(looks[0]?.at ?? '')
  const from = timeOf(looks.at(-1)?.at ?? '')
  return from === to ? `${day}, ${to}` : `${day}, ${from} to ${to}`
}

/** `the plan, the record (3 times)`: each page once, the latest first. */
export function pagesInWords({ looks }: Visit): string {
  const times = new Map<string, number>()
  for (const { page } of looks) times.set(page, (times.get(page) ?? 0) + 1)
  return [...times].map(([page, count]) => (count === 1 ? page : `${page} (${count} times)`)).join(', ')
}

const Visits = ({
  visits,
  mine,
  own = false,
  caption,
}: {
  readonly visits: readonly Visit[]
  readonly mine: boolean
  /** the reader’s own looks: who looked, and why they could, are known */
  readonly own?: boolean
  readonly caption: string
}) => (
  <Table
    stacks
    caption={caption}
    captionClass="govuk-table__caption--m"
    head={
      own
        ? ['When', 'What you looked at']
        : ['When', 'Who', 'What they looked at', { text: 'Why they could', class: 'rt-column--words' }]
    }
    rows={visits.map((visit) =>
      own
        ? [whenInWords(visit), pagesInWords(visit)]
        : [whenInWords(visit), visit.name, pagesInWords(visit), whyFor(visit.relationship, mine)],
    )}
  />
)

/** Who wrote in each part of the record, and who was sent a copy of something in it: of what the reader may read. */
const ByPart = ({ table }: { readonly table: AtTable }) => {
  const { reader, state } = table
  const parts = partsOf(state)
  return parts.length === 0 ? null : (
    <Table
      stacks
      firstCellIsHeader
      caption="Who wrote in it, and who was sent it"
      captionClass="govuk-table__caption--m"
      head={['Part', 'Who wrote in it', 'The last time', 'Who was sent a copy']}
      rows={parts.map(({ resource, writers, last, corrected, copies }) => [
        PART_NAMES[resource],
        writers
          .map(
            ({ by, count }) => `${nameFor(reader, state, by)} (${count === 1 ? 'once' : `${count} times`})`,
          )
          .join(', '),
        `${dateInWords(last)}${corrected === 0 ? '' : `; ${corrected === 1 ? 'one thing was' : `${corrected} things were`} put right`}`,
        copies.length === 0
          ? 'Nobody'
          : copies.map(({ to, on }) => `${nameFor(reader, state, to)}, ${dateInWords(on)}`).join('; '),
      ])}
    />
  )
}

/** Who looked at this record, at what, when, and why they could: others first, one's own looks folded below. */
export const Looks = ({ table, looks }: { readonly table: AtTable; readonly looks: readonly Look[] }) => {
  const mine = isThePerson(table.reader)
  const own = looks.filter(({ name }) => name === 'You')
  const others = looks.filter(({ name }) => name !== 'You')
  return (
    <Frame title="Who looked">
      <p class="govuk-body-l">
        {mine
          ? 'Every time somebody opens your record, it is written down here. That includes you.'
          : 'Every time somebody opens this record, it is written down here.'}
      </p>
      {others.length === 0 ? (
        <p class="govuk-body">{own.length === 0 ? 'Nobody has looked yet.' : 'Nobody but you has looked.'}</p>
      ) : (
        <Visits visits={visitsOf(others)} mine={mine} caption="The latest first" />
      )}
      <ByPart table={table} />
      {own.length === 0 ? null : (
        <Details summary={`When you looked yourself (${own.length === 1 ? 'once' : `${own.length} times`})`}>
          <Visits visits={visitsOf(own)} mine={mine} own caption="Your own looks" />
        </Details>
      )}
    </Frame>
  )
}
