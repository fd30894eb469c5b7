import { dateInWords, monthInWords } from '../../domain/dates/plain-date.ts'
import { Button, ButtonLink } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { HowTold } from './confirm-form.tsx'
import { headsOf } from './keep.ts'
import type { Agreed } from './view.ts'
import { type MonthOfVisits, type VisitTold, visitInWords } from './view-visits.ts'
import { visitWords as w } from './words-visits.ts'

type Props = {
  readonly table: AtTable
  readonly agreed: Agreed
  readonly months: readonly string[]
  readonly month: string
  readonly of: MonthOfVisits
  /** the reader may say that a visit was not so, and there is something reported that they can say it of */
  readonly maySay: boolean
  readonly isReported: boolean
}

export const visitsPath = (table: AtTable, contract: string, ...more: readonly string[]): string =>
  recordPath(table.record, 'agreed', contract, 'visits', ...more)

const count = (number: number): string =>
  number === 0 ? 'None' : number === 1 ? '1 visit' : `${number} visits`

const InShort = ({ of }: { readonly of: MonthOfVisits }) => (
  <>
    <SummaryList
      rows={[
        { key: w.planned, value: of.planned },
        { key: w.given, value: of.given },
        { key: w.missed, value: count(of.missed) },
        { key: w.noLog, value: count(of.noLog) },
        { key: w.lateCount, value: count(of.late) },
        { key: w.shortCount, value: count(of.short) },
      ]}
    />
    <p class="govuk-body">{w.counted}</p>
    {of.noLog === 0 ? null : <InsetText>{w.noLogMeans}</InsetText>}
  </>
)

/** What did not come as it was planned, each by itself. */
const NotAsPlanned = ({ visits }: { readonly visits: readonly VisitTold[] }) => {
  const odd = visits.filter(({ state, notes }) => state !== 'made' || notes.length > 0)
  return (
    <>
      <h2 class="govuk-heading-m">{w.odd}</h2>
      {odd.length === 0 ? (
        <p class="govuk-body">{w.noneOdd}</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {odd.map((each) => (
            <li>
              <strong>{visitInWords(each)}</strong>
              <br />
              {each.came}
              {each.notes.length === 0 ? '.' : `. ${each.notes.join(' ')}`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Every visit, a line for each day: a month has a hundred of them, so that they are folded up. */
const EveryVisit = ({ visits, month }: { readonly visits: readonly VisitTold[]; readonly month: string }) => {
  const days = [...new Set(visits.map(({ day }) => day))]
  return (
    <Details summary={w.every}>
      <Table
        stacks
        caption={`${w.title}, ${monthInWords(month)}`}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[w.day, w.plannedAndCame]}
        rows={days.map((day) => [
          { text: dateInWords(day) },
          {
            text: (
              <ul class="govuk-list govuk-!-margin-bottom-0">
                {visits
                  .filter((each) => each.day === day)
                  .map(({ planned, came }) => (
                    <li>
                      {planned}: {came}
                    </li>
                  ))}
              </ul>
            ),
          },
        ])}
      />
    </Details>
  )
}

const Months = ({ table, agreed, months, month }: Pick<Props, 'table' | 'agreed' | 'months' | 'month'>) =>
  months.length < 2 ? null : (
    <nav aria-label={w.months} class="rt-no-print">
      <h2 class="govuk-heading-s">{w.months}</h2>
      <ul class="govuk-list">
        {months
          .filter((each) => each !== month)
          .slice(0, 24)
          .map((each) => (
            <li>
              <a class="govuk-link" href={`${visitsPath(table, agreed.under.id)}?month=${each}`}>
                {monthInWords(each)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )

const NotSo = ({ table, agreed, month, maySay, isReported }: Props) => {
  if (!maySay) return null
  return isReported ? (
    <ButtonLink
      class="govuk-button--secondary rt-no-print"
      href={`${visitsPath(table, agreed.under.id, 'not-so')}?month=${month}`}
    >
      {w.notSo}
    </ButtonLink>
  ) : (
    <p class="govuk-body">
      {w.notReported}{' '}
      <a class="govuk-link" href={recordPath(table.record, 'challenge', 'complain')}>
        {w.complain}
      </a>
    </p>
  )
}

/** One month of visits: what was planned and what came beside each other, and how to say that it was not so. */
export const VisitsPage = (props: Props) => {
  const { agreed, month, of } = props
  return (
    <Frame title={`${w.title}, ${monthInWords(month)}`} caption={agreed.ledger.contract.name}>
      <p class="govuk-body-l">{w.intro}</p>
      {of.visits.length === 0 ? (
        <p class="govuk-body">{w.none}</p>
      ) : (
        <>
          <InShort of={of} />
          <NotAsPlanned visits={of.visits} />
          <EveryVisit visits={of.visits} month={month} />
          <NotSo {...props} />
        </>
      )}
      <Months {...props} />
    </Frame>
  )
}

type FormProps = {
  readonly visit: Visit<AtTable>
  readonly agreed: Agreed
  readonly month: string
  readonly visits: readonly VisitTold[]
  /** somebody types in what the person says */
  readonly typed: boolean
  readonly errors: readonly FieldError[]
  readonly values: Values
}

/** Which visit was not so, and what happened. */
export const NotSoForm = ({ visit, agreed, month, visits, typed, errors, values }: FormProps) => (
  <Frame
    title={w.notSoTitle}
    caption={`${agreed.ledger.contract.name}, ${monthInWords(month)}`}
    errors={errors}
  >
    <p class="govuk-body">{w.notSoIntro}</p>
    <form method="post" action={visitsPath(visit.ctx, agreed.under.id, 'not-so')} novalidate id="form">
      <FormSeal visit={visit} head={headsOf(visit, agreed)} />
      <input type="hidden" name="month" value={month} />
      <Select
        name="which"
        label={{ text: w.which, class: 'govuk-label--m' }}
        error={errorAt(errors, 'which')}
        value={textOf(values, 'which')}
        options={[
          { value: '', text: 'Choose' },
          ...visits.map((each) => ({ value: each.visit, text: visitInWords(each) })),
        ]}
      />
      <Textarea
        name="what"
        label={{ text: w.what, class: 'govuk-label--m' }}
        hint={w.whatHint}
        error={errorAt(errors, 'what')}
        value={textOf(values, 'what')}
        rows={4}
      />
      {typed ? <HowTold errors={errors} values={values} /> : null}
      <Button>{w.keep}</Button>
    </form>
  </Frame>
)
