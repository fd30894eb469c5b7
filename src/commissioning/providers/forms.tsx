import type { ComponentChildren } from 'preact'
import { unitsInWords } from '../../domain/contracts/care.ts'
import type { ContractEntryOf } from '../../domain/contracts/entries.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtProvider } from './door.ts'
import { Heading } from './laid.tsx'
import type { ChallengeSeen, OutcomeSeen } from './view.ts'
import { INVOICE_COLUMNS, type Matched, totals } from './view-invoice.ts'
import {
  COLUMN_WORDS,
  THEIR_LADDER,
  VERDICTS,
  answerWords,
  bringWords,
  claimWords,
  contestWords,
  invoiceWords,
  referralWords,
} from './words.ts'

export type FormProps = {
  readonly visit: Visit<AtProvider>
  readonly errors: readonly FieldError[]
  readonly values: Values
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

export const Form = ({
  visit,
  children,
}: Pick<FormProps, 'visit'> & { readonly children: ComponentChildren }) => (
  <form method="post" novalidate id="form">
    <FormSeal visit={visit} head={visit.ctx.opened.head} />
    {children}
  </form>
)

export const ClaimForm = ({ visit, errors, values, seen }: FormProps & { readonly seen: OutcomeSeen }) => (
  <Heading title={claimWords.title} caption={visit.ctx.nameOf(seen.outcome.person)} errors={errors}>
    <InsetText>“{seen.outcome.goal}”</InsetText>
    <p class="govuk-body">{claimWords.intro}</p>
    <Form visit={visit}>
      <Textarea
        name="says"
        label={label(claimWords.says)}
        hint={claimWords.saysHint}
        error={errorAt(errors, 'says')}
        value={textOf(values, 'says')}
        rows={4}
      />
      <Radios
        name="level"
        legend={legend(claimWords.level)}
        error={errorAt(errors, 'level')}
        value={textOf(values, 'level')}
        items={([4, 3, 2, 1, 0] as const).map((level) => ({
          value: String(level),
          text: THEIR_LADDER[level],
        }))}
      />
      <Button>{claimWords.keep}</Button>
    </Form>
  </Heading>
)

export const AnswerForm = ({ visit, errors, values, seen }: FormProps & { readonly seen: ChallengeSeen }) => {
  const { ledger, nameOf } = visit.ctx
  const { challenged, answers, settled } = seen
  const name = (party: string) => ledger.parties.get(party)?.name ?? party
  return (
    <Heading title={answerWords.title} caption={nameOf(challenged.person)} errors={errors}>
      <InsetText>
        {name(challenged.by)}, {dateInWords(challenged.on)}: “{challenged.says}”
      </InsetText>
      {settled === undefined ? <p class="govuk-body">{answerWords.held}</p> : null}
      {answers.map(({ by, on, says, upheld }) => (
        <blockquote class="rt-block">
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {name(by)}, {dateInWords(on)}. {upheld ? 'It was right.' : 'It was not right.'}
          </p>
          <p class="govuk-body">{says}</p>
        </blockquote>
      ))}
      {settled === undefined ? (
        <Form visit={visit}>
          <Radios
            name="agrees"
            legend={legend(answerWords.question)}
            error={errorAt(errors, 'agrees')}
            value={textOf(values, 'agrees')}
            items={[
              { value: 'yes', text: answerWords.agree },
              { value: 'no', text: answerWords.disagree },
            ]}
          />
          <Textarea
            name="says"
            label={label(answerWords.says)}
            hint={answerWords.saysHint}
            error={errorAt(errors, 'says')}
            value={textOf(values, 'says')}
            rows={5}
          />
          <Button>{answerWords.keep}</Button>
        </Form>
      ) : null}
    </Heading>
  )
}

/** Somebody whom the council asks the provider to support: yes, or no and why. */
export const ReferralForm = ({
  visit,
  errors,
  values,
  referred,
}: FormProps & { readonly referred: ContractEntryOf<'referred'> }) => {
  const { nameOf, ledger } = visit.ctx
  const needs = (referred.needs ?? []).map(({ service, units }) => {
    const found = ledger.award.terms.services.find(({ id }) => id === service)
    return `${found?.what ?? service}: ${unitsInWords(units, found?.unit ?? 'hour')} a week`
  })
  return (
    <Heading title={referralWords.title} caption={nameOf(referred.person)} errors={errors}>
      <InsetText>
        {nameOf(referred.person)}, from {dateInWords(referred.on)}.
        {needs.length === 0 ? '' : ` ${needs.join('; ')}.`}
      </InsetText>
      <Form visit={visit}>
        <Radios
          name="accepts"
          legend={legend(referralWords.question)}
          error={errorAt(errors, 'accepts')}
          value={textOf(values, 'accepts')}
          items={[
            { value: 'yes', text: referralWords.yes },
            { value: 'no', text: referralWords.no },
          ]}
        />
        <Textarea
          name="why"
          label={label(referralWords.why)}
          hint={referralWords.whyHint}
          error={errorAt(errors, 'why')}
          value={textOf(values, 'why')}
          rows={3}
        />
        <Button>{referralWords.keep}</Button>
      </Form>
    </Heading>
  )
}

export const ContestForm = ({ visit, errors, values, about }: FormProps & { readonly about: string }) => (
  <Heading title={contestWords.title} errors={errors}>
    <InsetText>{about}</InsetText>
    <p class="govuk-body">{contestWords.intro}</p>
    <Form visit={visit}>
      <Textarea
        name="why"
        label={label(contestWords.why)}
        error={errorAt(errors, 'why')}
        value={textOf(values, 'why')}
        rows={4}
      />
      <Button>{contestWords.keep}</Button>
    </Form>
  </Heading>
)

const Rows = ({
  errors,
  values,
  words,
}: Pick<FormProps, 'errors' | 'values'> & { readonly words: { readonly csv: string } }) => (
  <Textarea
    name="csv"
    label={label(words.csv)}
    error={errorAt(errors, 'csv')}
    value={textOf(values, 'csv')}
    rows={12}
    spellcheck={false}
    autocomplete="off"
    attributes={{ 'data-file-label': bringWords.file }}
  />
)

export const BringForm = ({ visit, errors, values }: FormProps) => (
  <Heading title={bringWords.title} caption={visit.ctx.opened.file.contract.name} errors={errors}>
    <p class="govuk-body">{bringWords.intro}</p>
    <p class="govuk-body">{bringWords.noLog}</p>
    <h2 class="govuk-heading-m">{bringWords.columns}</h2>
    <SummaryList rows={COLUMN_WORDS.map(([name, holds]) => ({ key: <code>{name}</code>, value: holds }))} />
    <Form visit={visit}>
      <Rows errors={errors} values={values} words={bringWords} />
      <Textarea
        name="why"
        label={label(bringWords.why)}
        hint={bringWords.whyHint}
        error={errorAt(errors, 'why')}
        value={textOf(values, 'why')}
        rows={2}
      />
      <Button>{bringWords.keep}</Button>
    </Form>
  </Heading>
)

const units = (amount: number): string => String(Math.round(amount * 100) / 100)

const Result = ({ visit, matched }: Pick<FormProps, 'visit'> & { readonly matched: readonly Matched[] }) => {
  const { asked, fits } = totals(matched)
  return (
    <section>
      <h2 class="govuk-heading-m">{invoiceWords.result}</h2>
      <p class="govuk-body">
        The invoice asks for {inWords(asked)}. {inWords(fits)} of it fits what was given.
      </p>
      <Table
        stacks
        caption={invoiceWords.result}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={['Line', 'Person', 'Invoiced', 'Given', 'Comes to', 'What we find']}
        rows={matched.map(({ line, given, unlogged, comesTo, verdict }) => [
          `Row ${line.row}`,
          visit.ctx.nameOf(line.person),
          `${units(line.units)}, ${inWords(line.amount)}`,
          `${units(given)}${unlogged > 0 ? `, and ${units(unlogged)} with no log` : ''}`,
          comesTo === undefined ? '' : inWords(comesTo),
          { text: verdict === 'fits' ? VERDICTS[verdict] : <strong>{VERDICTS[verdict]}</strong> },
        ])}
      />
    </section>
  )
}

export const InvoiceForm = ({
  visit,
  errors,
  values,
  matched,
}: FormProps & { readonly matched?: readonly Matched[] | undefined }) => (
  <Heading title={invoiceWords.title} caption={visit.ctx.opened.file.contract.name} errors={errors}>
    <p class="govuk-body">{invoiceWords.intro}</p>
    {matched === undefined ? null : <Result visit={visit} matched={matched} />}
    <p class="govuk-body">
      The columns are <code>{INVOICE_COLUMNS.join(',')}</code>.
    </p>
    <Form visit={visit}>
      <Rows errors={errors} values={values} words={invoiceWords} />
      <Button>{invoiceWords.keep}</Button>
    </Form>
  </Heading>
)
