import { spanInWords } from '../../domain/contracts/span.ts'
import { type Pence, inWords, pence, sum } from '../../domain/money/pence.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtContract } from './door.ts'
import { contractPath } from './laid.tsx'
import type { SumsSoFar } from './sums-kept.ts'
import { type PayPeriod, type PeriodSums, periodsOf } from './view-periods.ts'
import { STATE_WORDS, words } from './words.ts'

/** So many periods are worked out at once: a year. So many of them, and those with something to do, stand open. */
const SHOWN = 13
const OPEN = 4

type Row = {
  readonly period: PayPeriod
  readonly sums: PeriodSums | undefined
  /** it takes a while, and is not there yet */
  readonly isLater: boolean
}

export const shownPeriods = ({ ledger, today }: AtContract): readonly PayPeriod[] =>
  periodsOf(ledger, today).slice(0, SHOWN)

/** Somebody has something to do about it, or ought to know. */
const isToLookAt = ({ period, sums }: Row): boolean =>
  period.state === 'to-settle' ||
  sums?.isBlocked === true ||
  (sums?.held ?? 0) !== 0 ||
  (sums?.open ?? 0) !== 0

/** Every pay period: what it comes to as the facts stand, what is held of it, and what was settled. */
export const Periods = ({ at, sums: known }: { readonly at: AtContract; readonly sums: SumsSoFar }) => {
  const { ledger, today } = at
  const periods = periodsOf(ledger, today)
  const shown = periods.slice(0, SHOWN).map(
    (period): Row => ({
      period,
      sums: known.get(period.from),
      isLater: !known.has(period.from),
    }),
  )
  const open = shown.filter((row, index) => index < OPEN || isToLookAt(row))
  return (
    <section>
      <h2 class="govuk-heading-m">What is owed, held and why</h2>
      {shown.some(({ isLater }) => isLater) ? (
        <p class="govuk-body">{words.later}</p>
      ) : (
        <InShort rows={shown} />
      )}
      <PeriodTable caption="Pay periods, the newest first" at={at} rows={open} />
      {periods.length === open.length ? null : (
        <Details summary={`${counted(periods.length - open.length)} more, with nothing to do`}>
          <PeriodTable
            caption="Pay periods with nothing to do"
            at={at}
            rows={shown.filter((row) => !open.includes(row))}
          />
          {periods.length <= SHOWN ? null : (
            <Table
              caption="Pay periods before that"
              captionClass="govuk-visually-hidden"
              stacks
              head={['Period', 'Where it stands', { text: 'Settled', numeric: true }]}
              rows={periods
                .slice(SHOWN)
                .map((period) => [
                  <PeriodLink at={at} period={period} />,
                  STATE_WORDS[period.state],
                  money(period.settled, 'Not yet'),
                ])}
            />
          )}
        </Details>
      )}
    </section>
  )
}

const money = (amount: Pence<'once'> | undefined, none: string) => ({
  text: amount === undefined ? none : inWords(amount),
  numeric: true,
})

type At = { readonly at: AtContract }

const PeriodLink = ({ at, period }: At & { readonly period: PayPeriod }) => (
  <a class="govuk-link" href={contractPath(at.opened.id, 'settlement', period.from)}>
    {spanInWords(period)}
  </a>
)

const PeriodTable = ({
  at,
  rows,
  caption,
}: At & { readonly rows: readonly Row[]; readonly caption: string }) => (
  <Table
    caption={caption}
    captionClass="govuk-visually-hidden"
    stacks
    firstCellIsHeader
    head={[
      'Period',
      'Where it stands',
      { text: 'Comes to', numeric: true },
      { text: 'Held', numeric: true },
      { text: 'Settled', numeric: true },
    ]}
    rows={rows.map(({ period, sums, isLater }) => [
      <PeriodLink at={at} period={period} />,
      <>
        {STATE_WORDS[period.state]}
        {sums?.isBlocked === true ? (
          <>
            {' '}
            <Tag class="govuk-tag--red">Fall blocked</Tag>
          </>
        ) : null}
      </>,
      money(sums?.due, isLater ? words.notYet : 'Not known'),
      money(sums?.held === 0 ? undefined : sums?.held, isLater ? words.notYet : 'None'),
      money(period.settled, 'Not yet'),
    ])}
  />
)

const counted = (count: number): string => (count === 1 ? '1 period' : `${count} periods`)

const moreOrLess = (amount: Pence<'once'>): string =>
  amount < 0 ? `${inWords(pence(Math.abs(amount)))} less` : `${inWords(amount)} more`

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
        : ` What came later makes ${counted(later.length)} ${moreOrLess(open(later))}: the next settlement has it as its own line.`}
    </p>
  )
}
