import { Table } from '../platform/govuk/table.tsx'
import type { AtTable, Look } from './at-table.ts'
import { Frame } from './frame.tsx'
import { isThePerson } from './reader.ts'

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

/** A moment as people say it: `21 November 2026, 14:05`. */
const moment = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))

/** Who looked at this record, at what, when, and why they could. */
export const Looks = ({ table, looks }: { readonly table: AtTable; readonly looks: readonly Look[] }) => {
  const mine = isThePerson(table.reader)
  return (
    <Frame title="Who looked">
      <p class="govuk-body-l">
        {mine
          ? 'Every time somebody opens your record, it is written down here. That includes you.'
          : 'Every time somebody opens this record, it is written down here.'}
      </p>
      {looks.length === 0 ? (
        <p class="govuk-body">Nobody has looked yet.</p>
      ) : (
        <Table
          stacks
          caption="The latest first"
          captionClass="govuk-table__caption--m"
          head={['When', 'Who', 'What they looked at', 'Why they could']}
          rows={looks.map(({ at, name, page, relationship }) => [
            moment(at),
            name,
            page,
            whyFor(relationship, mine),
          ])}
        />
      )}
    </Frame>
  )
}
