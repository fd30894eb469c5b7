import { unitsInWords } from '../../domain/checks/council-support.ts'
import type { PlanLine } from '../../domain/checks/plan-lines.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Against } from '../../table/against.tsx'
import { type AtTable, disputePath, mayAdd, mayDo } from '../../table/at-table.ts'
import { nameWithin } from '../../table/reader.ts'
import { DisputeNote, DisputedMark } from '../../table/standing-dispute.tsx'
import { type Period, type SupportLine, cameInWords, daysInWords } from './view.ts'
import { words } from './words.ts'

type Props = { readonly table: AtTable; readonly support: SupportLine; readonly id: string }

/** So many are drawn; the table has them all. */
const DRAWN = 8

/** Where a visit is contested: what was told of a stretch of days is an entry like any other. */
export const WrongPeriod = ({
  table,
  period,
  line,
}: {
  readonly table: AtTable
  readonly period: Period
  readonly line: PlanLine
}) =>
  mayDo(table, 'support', 'dispute') && mayAdd(table, 'dispute') ? (
    <a class="govuk-link rt-no-print" href={disputePath(table.record, period.entry.id)}>
      {words.notSo}
      <span class="govuk-visually-hidden">
        : {line.what}, {daysInWords(period)}
      </span>
    </a>
  ) : null

const Aside = ({ children }: { readonly children: string }) => (
  <>
    {' '}
    <strong>({children})</strong>
  </>
)

const Planned = ({ period, line }: { readonly period: Period; readonly line: PlanLine }) => (
  <>
    {unitsInWords(period.entry.planned, line.unit)}
    {period.plannedLess && period.agreed !== undefined ? (
      <Aside>{`the plan gives ${unitsInWords(period.agreed, line.unit)}`}</Aside>
    ) : null}
  </>
)

const Came = ({ period, line }: { readonly period: Period; readonly line: PlanLine }) => (
  <>
    {unitsInWords(period.delivered, line.unit)}
    {period.entry.invoiced !== undefined && period.entry.invoiced > period.delivered ? (
      <Aside>{`billed for ${unitsInWords(period.entry.invoiced, line.unit)}`}</Aside>
    ) : null}
  </>
)

/** `5 missed, 2 late, 5 different people`: as far as it was told. */
function visitsInWords({ entry }: Period): string {
  const told = [
    [entry.missed, 'missed'],
    [entry.late, 'late'],
    [entry.short, 'too short'],
    [entry.workers, entry.workers === 1 ? 'person came' : 'different people'],
  ] as const
  const said = told.flatMap(([amount, says]) => (amount === undefined ? [] : [`${amount} ${says}`]))
  return said.length === 0 ? 'Not told' : said.join(', ')
}

const Rows = ({ table, support: { line, periods } }: Omit<Props, 'id'>) => (
  <Table
    stacks
    firstCellIsHeader
    head={['Days', 'Planned', 'Came', 'Visits', 'Told by']}
    rows={periods.map((period) => [
      {
        text: (
          <>
            {daysInWords(period)} {period.disputes.length > 0 ? <DisputedMark /> : null}
          </>
        ),
      },
      { text: <Planned period={period} line={line} /> },
      { text: <Came period={period} line={line} /> },
      visitsInWords(period),
      {
        text: (
          <>
            {nameWithin(table.reader, table.state, period.entry.by)},{' '}
            {dateInWords(dayOfWhen(period.entry.on))}{' '}
            <WrongPeriod table={table} period={period} line={line} />
          </>
        ),
      },
    ])}
  />
)

/** Planned against delivered, as a picture with its table, and what is contested of it. */
export const Weeks = ({ table, support, id }: Props) => {
  const { line, periods } = support
  if (periods.length === 0) return null
  return (
    <>
      <Against
        id={`${id}-weeks`}
        title={words.picture}
        legend={{ given: words.came, missing: words.missing, beyond: words.beyond }}
        rows={periods.slice(0, DRAWN).map((period) => ({
          label: daysInWords(period),
          planned: period.due,
          given: period.delivered,
          shown: cameInWords(period, line),
        }))}
      />
      {periods.flatMap(({ disputes }) =>
        disputes.map((dispute) => <DisputeNote table={table} dispute={dispute} />),
      )}
      <Details
        summary={
          <>
            {words.allWeeks}
            <span class="govuk-visually-hidden">: {line.what}</span>
          </>
        }
      >
        <Rows table={table} support={support} />
      </Details>
    </>
  )
}
