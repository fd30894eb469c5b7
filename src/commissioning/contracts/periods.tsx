import { spanInWords } from '../../domain/contracts/span.ts'
import { type Pence, inWords, sum } from '../../domain/money/pence.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtContract } from './door.ts'
import { contractPath } from './laid.tsx'
import { type PayPeriod, type PeriodSums, periodsOf, sumsOf } from './view-periods.ts'
import { STATE_WORDS } from './words.ts'

/** So many periods are on the page at once, each worked out: a year. */
const SHOWN = 13

type Row = { readonly period: PayPeriod; readonly sums: PeriodSums | undefined }

/** Every pay period: what it comes to as the facts stand, what is held of it, and what was settled. */
export const Periods = ({ at }: { readonly at: AtContract }) => {
  const { ledger, today, opened } = at
  const periods = periodsOf(ledger, today)
  const shown = periods.slice(0, SHOWN).map((period): Row => ({ period, sums: sumsOf(ledger, period) }))
  const link = (period: PayPeriod) => (
    <a class="govuk-link" href={contractPath(opened.id, 'settlement', period.from)}>
      {spanInWords(period)}
    </a>
  )
  const money = (amount: Pence<'once'> | undefined, none: string) => ({
    text: amount === undefined ? none : inWords(amount),
    numeric: true,
  })
  const stands = (period: PayPeriod) => STATE_WORDS[period.state]
  return (
    <section>
      <h2 class="govuk-heading-m">What is owed, held and why</h2>
      <InShort rows={shown} />
      <Table
        caption="Pay periods, the newest first"
        captionClass="govuk-visually-hidden"
        stacks
        head={[
          'Period',
          'Where it stands',
          { text: 'Comes to', numeric: true },
          { text: 'Held', numeric: true },
          { text: 'Settled', numeric: true },
        ]}
        rows={shown.map(({ period, sums }) => [
          link(period),
          <>
            {stands(period)}
            {sums?.isBlocked === true ? (
              <>
                {' '}
                <Tag class="govuk-tag--red">Fall blocked</Tag>
              </>
            ) : null}
          </>,
          money(sums?.due, 'Not known'),
          money(sums?.held === 0 ? undefined : sums?.held, 'None'),
          money(period.settled, 'Not yet'),
        ])}
      />
      {periods.length <= SHOWN ? null : (
        <Details summary={`${periods.length - SHOWN} earlier periods`}>
          <Table
            caption="Earlier pay periods"
            captionClass="govuk-visually-hidden"
            stacks
            head={['Period', 'Where it stands', { text: 'Settled', numeric: true }]}
            rows={periods
              .slice(SHOWN)
              .map((period) => [link(period), stands(period), money(period.settled, 'Not yet')])}
          />
        </Details>
      )}
    </section>
  )
}

const counted = (count: number): string => (count === 1 ? '1 period' : `${count} periods`)

/** What waits for the council, in a sentence or two. */
const InShort = ({ rows }: { readonly rows: readonly Row[] }) => {
  const over = rows.filter(({ period }) => period.state === 'to-settle')
  const later = rows.filter(({ period, sums }) => period.settled !== undefined && (sums?.open ?? 0) !== 0)
  const open = (of: readonly Row[]) => sum(of.flatMap(({ sums }) => sums?.open ?? []))
  const held = sum(rows.flatMap(({ sums }) => sums?.held ?? []))
  return (
    <p class="govuk-body">
      {over.length === 0
        ? 'Every period that is over was settled.'
        : `${inWords(open(over))} is to be settled, for ${counted(over.length)}.`}
      {held === 0
        ? ''
        : ` ${inWords(held)} of outcome money is held: each period says why, and whose move it is.`}
      {later.length === 0
        ? ''
        : ` What came later changes ${counted(later.length)} by ${inWords(open(later))}: the next settlement has it as its own line.`}
    </p>
  )
}
