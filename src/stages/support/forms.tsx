import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { type SupportLine, amountInWords, isTheirs, linesToReport, supportLines } from './view.ts'
import { BY_WHOM_WORDS, endWords, reportWords, startWords } from './words.ts'

export type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const label = (text: string) => ({ text, class: 'govuk-label--m' })

/** What the reader may tell of: the lines that run or ran, a provider’s own alone. */
export const linesFor = ({ reader, state }: AtTable): readonly SupportLine[] =>
  linesToReport(state, reader.party ?? '')

const lineChoice = ({ line, ending }: SupportLine) => ({
  value: String(line.line),
  text: line.what,
  hint: `In the plan: ${amountInWords(line)}${ending === undefined ? '' : `. Ends on ${dateInWords(dayOfEntry(ending))}`}`,
})

const comingChoice = (support: SupportLine) => ({
  ...lineChoice(support),
  hint: `${support.coming === undefined ? '' : `Starts on ${dateInWords(dayOfEntry(support.coming))}. `}${endWords.notBegun}`,
})

const None = ({ title, says }: { readonly title: string; readonly says: string }) => (
  <Frame title={title}>
    <p class="govuk-body">{says}</p>
  </Frame>
)

/** A provider starts its own support; the council says who gives it. */
const Providers = ({ visit, errors, typed }: Props) => {
  const { reader, state } = visit.ctx
  const own = state.parties.get(reader.party ?? '')?.role === 'provider'
  if (own) return <input type="hidden" name="provider" value={reader.party ?? ''} />
  return (
    <Radios
      name="provider"
      legend={legend(startWords.provider)}
      error={errorAt(errors, 'provider')}
      value={textOf(typed, 'provider')}
      items={[...state.parties.values()]
        .filter(({ role }) => role === 'provider')
        .map(({ id }) => ({ value: id, text: nameFor(reader, state, id) }))}
    />
  )
}

export const StartForm = (props: Props) => {
  const { visit, errors, typed } = props
  // What ends on a day to come can be said to go on after it.
  const lines = supportLines(visit.ctx.state).filter(
    ({ standing, ending }) => standing !== 'running' || ending !== undefined,
  )
  if (lines.length === 0 && errors.length === 0)
    return <None title={startWords.title} says={startWords.none} />
  return (
    <Frame title={startWords.title} errors={errors}>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        <Radios
          name="line"
          legend={legend(startWords.line)}
          error={errorAt(errors, 'line')}
          value={textOf(typed, 'line')}
          items={lines.map(lineChoice)}
        />
        <Providers {...props} />
        <Day name="day" asks={startWords.day} hint={startWords.dayHint} errors={errors} typed={typed} />
        <Button>{startWords.keep}</Button>
      </form>
    </Frame>
  )
}

type DayProps = Omit<Props, 'visit'> & {
  readonly name: 'from' | 'to' | 'day'
  readonly asks: string
  readonly hint: string
}

const Day = ({ name, asks, hint, errors, typed }: DayProps) => (
  <DateInput
    id={name}
    namePrefix={name}
    legend={legend(asks)}
    hint={hint}
    error={errorAt(errors, name)}
    values={{
      day: textOf(typed, `${name}-day`),
      month: textOf(typed, `${name}-month`),
      year: textOf(typed, `${name}-year`),
    }}
  />
)

type NumberProps = Omit<Props, 'visit'> & {
  readonly name: string
  readonly asks: string
  readonly hint?: string
}

const NumberBox = ({ name, asks, hint, errors, typed }: NumberProps) => (
  <Input
    name={name}
    label={label(asks)}
    hint={hint}
    error={errorAt(errors, name)}
    value={textOf(typed, name)}
    inputMode="decimal"
    class="govuk-input--width-4"
  />
)

export const ReportForm = ({ visit, errors, typed }: Props) => {
  const lines = linesFor(visit.ctx)
  if (lines.length === 0 && errors.length === 0) {
    return <None title={reportWords.title} says={reportWords.none} />
  }
  const shown = { errors, typed }
  return (
    <Frame title={reportWords.title} errors={errors}>
      <p class="govuk-body">{reportWords.intro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        <Radios
          name="line"
          legend={legend(reportWords.line)}
          error={errorAt(errors, 'line')}
          value={textOf(typed, 'line')}
          items={lines.map(lineChoice)}
        />
        <Day name="from" asks={reportWords.from} hint={reportWords.fromHint} {...shown} />
        <Day name="to" asks={reportWords.to} hint={reportWords.toHint} {...shown} />
        <NumberBox name="planned" asks={reportWords.planned} hint={reportWords.plannedHint} {...shown} />
        <NumberBox name="delivered" asks={reportWords.delivered} {...shown} />
        <NumberBox name="missed" asks={reportWords.missed} hint={reportWords.optional} {...shown} />
        <NumberBox name="late" asks={reportWords.late} hint={reportWords.optional} {...shown} />
        <NumberBox name="short" asks={reportWords.short} hint={reportWords.optional} {...shown} />
        <NumberBox name="workers" asks={reportWords.workers} hint={reportWords.optional} {...shown} />
        <NumberBox name="invoiced" asks={reportWords.invoiced} hint={reportWords.invoicedHint} {...shown} />
        <Button>{reportWords.keep}</Button>
      </form>
    </Frame>
  )
}

/** The law stands above the form: support is not ended first and looked at afterwards. */
export const EndForm = ({ visit, errors, typed }: Props) => {
  const { reader, state } = visit.ctx
  const running = linesFor(visit.ctx).filter(({ standing }) => standing === 'running')
  const coming = supportLines(state).filter(
    ({ standing, coming: start }) =>
      standing !== 'running' && start !== undefined && isTheirs(state, reader.party ?? '', start),
  )
  const lines = [...running, ...coming]
  if (lines.length === 0 && errors.length === 0) return <None title={endWords.title} says={endWords.none} />
  const isProvider = state.parties.get(reader.party ?? '')?.role === 'provider'
  return (
    <Frame title={endWords.title} errors={errors}>
      <InsetText>
        {endWords.law} Rule: <Cites cites={['CA s27', 'CA s27(4)']} />
      </InsetText>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        <Radios
          name="line"
          legend={legend(endWords.line)}
          error={errorAt(errors, 'line')}
          value={textOf(typed, 'line')}
          items={[...running.map(lineChoice), ...coming.map(comingChoice)]}
        />
        <Radios
          name="byWhom"
          legend={legend(endWords.byWhom)}
          error={errorAt(errors, 'byWhom')}
          value={textOf(typed, 'byWhom')}
          items={Object.entries(BY_WHOM_WORDS)
            .filter(([value]) => !isProvider || value !== 'council')
            .map(([value, text]) => ({ value, text }))}
        />
        <Day name="day" asks={endWords.day} hint={endWords.dayHint} errors={errors} typed={typed} />
        <Textarea
          name="why"
          label={label(endWords.why)}
          hint={endWords.whyHint}
          error={errorAt(errors, 'why')}
          value={textOf(typed, 'why')}
          rows={4}
        />
        <Button>{endWords.keep}</Button>
      </form>
    </Frame>
  )
}
