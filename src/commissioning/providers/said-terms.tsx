import { type Offer, changesOf, nextFor, noticeOf } from '../../domain/contracts/beside.ts'
import { every, peopleOn } from '../../domain/contracts/ledger.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { errorAt, textOf } from '../../platform/web/form.ts'
import type { AtProvider } from './door.ts'
import { Form, type FormProps } from './forms.tsx'
import { Heading } from './laid.tsx'
import { OFFER_STATES, endWords, termsWords as w } from './words-said.ts'

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const money = (amount: Pence<'unit'> | undefined): string => (amount === undefined ? w.none : inWords(amount))

/** What new terms change, beside what stood when they were offered. */
const Changes = ({ at, offer }: { readonly at: AtProvider; readonly offer: Offer }) => {
  const { prices, groups } = changesOf(at.ledger, offer.offered)
  const rows = prices.map(({ service, was, will, sustainable }) => [
    `${service.what}, for each ${service.unit}`,
    { text: money(was), numeric: true },
    { text: inWords(will), numeric: true },
    { text: money(sustainable), numeric: true },
  ])
  const counts = groups.map(({ group, was, will }) => [
    group.what,
    { text: was, numeric: true },
    { text: will, numeric: true },
  ])
  return rows.length + counts.length === 0 ? (
    <p class="govuk-body">{w.wordsOnly}</p>
  ) : (
    <>
      {rows.length === 0 ? null : (
        <Table
          stacks
          firstCellIsHeader
          caption={`Prices from ${dateInWords(offer.offered.from)}`}
          captionClass="govuk-table__caption--s"
          head={[
            'What',
            { text: w.was, numeric: true },
            { text: w.will, numeric: true },
            { text: w.sustainable, numeric: true },
          ]}
          rows={rows}
        />
      )}
      {counts.length === 0 ? null : (
        <Table
          stacks
          firstCellIsHeader
          caption={`How many people it is paid for, from ${dateInWords(offer.offered.from)}`}
          captionClass="govuk-table__caption--s"
          head={['Who', { text: w.was, numeric: true }, { text: w.will, numeric: true }]}
          rows={counts}
        />
      )}
    </>
  )
}

export const OfferForm = ({ visit, errors, values, offer }: FormProps & { readonly offer: Offer }) => {
  const { offered, state, answer } = offer
  return (
    <Heading title={w.title} caption={visit.ctx.opened.file.contract.name} errors={errors}>
      <p class="govuk-body">{w.intro}</p>
      <InsetText>
        {offered.name}, {dateInWords(offered.on)}: “{offered.says}”
      </InsetText>
      <Changes at={visit.ctx} offer={offer} />
      {state === 'waits' ? (
        <Form visit={visit}>
          <Radios
            name="accepts"
            legend={legend(w.accepts)}
            error={errorAt(errors, 'accepts')}
            value={textOf(values, 'accepts')}
            items={[
              { value: 'yes', text: w.yes },
              { value: 'no', text: w.no },
            ]}
          />
          <Textarea
            name="why"
            label={label(w.why)}
            rows={3}
            error={errorAt(errors, 'why')}
            value={textOf(values, 'why')}
          />
          <Button>{w.keep}</Button>
        </Form>
      ) : (
        <p class="govuk-body">
          {OFFER_STATES[state]}
          {answer === undefined ? '' : `, ${dateInWords(answer.on)}`}.
          {answer?.why === undefined ? '' : ` “${answer.why}”`}
        </p>
      )}
    </Heading>
  )
}

export const EndForm = ({ visit, errors, values }: FormProps) => {
  const at = visit.ctx
  const notice = noticeOf(at.beside)
  const ended = every(at.ledger, 'ended').at(-1)
  const people = peopleOn(at.ledger, at.today)
  return (
    <Heading title={endWords.title} caption={at.opened.file.contract.name} errors={errors}>
      {ended !== undefined ? (
        <InsetText>
          It ended on {dateInWords(ended.on)}. {ended.why}
        </InsetText>
      ) : notice === undefined ? (
        <p class="govuk-body">
          {endWords.byItself} {dateInWords(at.ledger.span.to)}.
        </p>
      ) : (
        <InsetText>
          {notice.name} gave notice on {dateInWords(notice.on)}. The last day is {dateInWords(notice.last)}. “
          {notice.why}”
        </InsetText>
      )}
      {notice === undefined || people.length === 0 ? null : (
        <Table
          stacks
          firstCellIsHeader
          caption={endWords.people}
          captionClass="govuk-table__caption--m"
          head={['Person', 'Who supports them next', 'What they say']}
          rows={people.map((person) => {
            const next = nextFor(at.beside, person)
            return [
              at.nameOf(person),
              next === undefined ? endWords.noNext : `${next.who} From ${dateInWords(next.from)}.`,
              next?.said ?? endWords.noWord,
            ]
          })}
        />
      )}
      {ended !== undefined || !at.isWhole ? null : notice === undefined ? (
        <Form visit={visit}>
          <h2 class="govuk-heading-m">{endWords.giveNotice}</h2>
          <p class="govuk-body">{endWords.intro}</p>
          <DateInput
            id="last"
            namePrefix="last"
            legend={legend(endWords.last)}
            error={errorAt(errors, 'last')}
            values={{
              day: textOf(values, 'last-day'),
              month: textOf(values, 'last-month'),
              year: textOf(values, 'last-year'),
            }}
          />
          <Textarea
            name="why"
            label={label(endWords.why)}
            hint={endWords.whyHint}
            rows={3}
            error={errorAt(errors, 'why')}
            value={textOf(values, 'why')}
          />
          <Button class="govuk-button--warning">{endWords.keep}</Button>
        </Form>
      ) : (
        <Form visit={visit}>
          <input type="hidden" name="do" value="back" />
          <Textarea
            name="why"
            label={label(endWords.backWhy)}
            rows={3}
            error={errorAt(errors, 'why')}
            value={textOf(values, 'why')}
          />
          <Button class="govuk-button--secondary">{endWords.back}</Button>
        </Form>
      )}
    </Heading>
  )
}
