import { type Offer, nextFor, noticeOf } from '../../domain/contracts/beside.ts'
import { every, peopleOn } from '../../domain/contracts/ledger.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { errorAt, textOf } from '../../platform/web/form.ts'
import { ChangedTerms } from '../../table/contracts/changed-terms.tsx'
import { Form, type FormProps } from './forms.tsx'
import { Heading } from './laid.tsx'
import { OFFER_STATES, endWords, termsWords as w } from './words-said.ts'

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

export const OfferForm = ({ visit, errors, values, offer }: FormProps & { readonly offer: Offer }) => {
  const { offered, state, answer } = offer
  return (
    <Heading title={w.title} caption={visit.ctx.opened.file.contract.name} errors={errors}>
      <p class="govuk-body">{w.intro}</p>
      <InsetText>
        {offered.name}, {dateInWords(offered.on)}: “{offered.says}”
      </InsetText>
      <ChangedTerms ledger={visit.ctx.ledger} offered={offered} />
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
