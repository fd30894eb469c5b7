import { fallsBetween } from '../../domain/checks/council-support.ts'
import { planDifference } from '../../record/plan-difference.ts'
import { type PlanLine, amountInWords } from '../../record/plan-words.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, roleFor } from '../../table/reader.ts'
import { LessBox, versionName } from './less-box.tsx'
import { amountAndSum } from './lines.tsx'
import { MarkBlock } from './mark.tsx'
import { namesFor } from './names.ts'
import { type Plans, type Version, toAnswer } from './view.ts'
import { EXTENT_CHOICES, answerWords, couldNotWords } from './words-forms.ts'

type AnswerProps = {
  readonly visit: Visit<AtTable>
  readonly plans: Plans
  readonly version: Version
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const answerTitle = (table: AtTable): string =>
  isThePerson(table.reader) ? answerWords.title : answerWords.titleFor(table.state.person.name)

/** The answer is to this version: what is in it, and what is not as it was, before the question. */
const WhatIsAnswered = ({
  table,
  plans,
  version,
}: { readonly table: AtTable } & Pick<AnswerProps, 'plans' | 'version'>) => {
  const { plan } = version
  const before = plans.inForce?.plan.id === plan.id ? undefined : plans.inForce?.plan
  return (
    <>
      <MarkBlock table={table} version={version} />
      {before === undefined ? null : (
        <LessBox
          table={table}
          difference={planDifference(before, plan, namesFor(table))}
          falls={fallsBetween(table.state, before, plan)}
          than="the plan in force"
        />
      )}
      <h2 class="govuk-heading-m">What is in {versionName(plan)}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {plan.lines.map((line) => (
          <li>
            {line.what}: {amountAndSum(line)}
          </li>
        ))}
      </ul>
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(table.record, 'plan', 'version', plan.id)}>
          Read the whole version
        </a>
      </p>
    </>
  )
}

/** Has another version taken its place, so that an answer to this one is not kept? Then nothing is asked. */
const isFollowed = (plans: AnswerProps['plans'], { place }: AnswerProps['version']): boolean =>
  place !== 'draft' && place !== 'in-force' && toAnswer(plans) !== undefined

/** The way to the version that stands now, where this one has been followed by another. */
const Followed = ({
  table,
  plans,
  version,
}: { readonly table: AtTable } & Pick<AnswerProps, 'plans' | 'version'>) => {
  const now = toAnswer(plans)
  if (!isFollowed(plans, version) || now === undefined) return null
  return (
    <InsetText>
      Version {version.plan.version} has been followed by {versionName(now.plan)}. An answer to this one is
      not kept.{' '}
      <a class="govuk-link" href={recordPath(table.record, 'plan', 'changes', version.plan.id, now.plan.id)}>
        See what changed
      </a>{' '}
      or{' '}
      <a class="govuk-link" href={recordPath(table.record, 'plan', 'answer', now.plan.id)}>
        answer version {now.plan.version}
      </a>
      .
    </InsetText>
  )
}

export const lineField = (index: number) => ({ agree: `agree-${index}`, says: `line-says-${index}` })

const LineQuestion = ({
  line,
  index,
  errors,
  typed,
}: {
  readonly line: PlanLine
  readonly index: number
  readonly errors: readonly FieldError[]
  readonly typed: Values
}) => {
  const names = lineField(index)
  return (
    <fieldset class="govuk-fieldset rt-block">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {line.what}, {amountInWords(line)}
      </legend>
      <Radios
        name={names.agree}
        class="govuk-radios--inline govuk-radios--small"
        legend={
          <>
            Your answer<span class="govuk-visually-hidden"> to {line.what}</span>
          </>
        }
        error={errorAt(errors, names.agree)}
        value={textOf(typed, names.agree)}
        items={[
          { value: 'yes', text: 'I agree' },
          { value: 'no', text: 'I do not agree' },
        ]}
      />
      <Textarea
        name={names.says}
        label={
          <>
            Why<span class="govuk-visually-hidden">: {line.what}</span>
          </>
        }
        error={errorAt(errors, names.says)}
        value={textOf(typed, names.says)}
        rows={2}
      />
    </fieldset>
  )
}

const isAnswered = (lines: readonly PlanLine[], typed: Values): boolean =>
  lines.some((_, index) => {
    const names = lineField(index)
    return textOf(typed, names.agree) !== '' || textOf(typed, names.says) !== ''
  })

/** The person's own answer, in their own session, or that of whoever acts for them, shown as such. */
export const AnswerForm = (props: AnswerProps) => {
  const { visit, plans, version, errors } = props
  const table = visit.ctx
  const { reader, state } = table
  return (
    <Frame title={answerTitle(table)} errors={errors}>
      <p class="govuk-body">
        {isThePerson(reader)
          ? answerWords.intro
          : answerWords.introFor(state.person.name, roleFor(reader, state, reader.party ?? ''))}
      </p>
      <WhatIsAnswered table={table} plans={plans} version={version} />
      <Followed table={table} plans={plans} version={version} />
      {isFollowed(plans, version) && errors.length === 0 ? null : <Questions {...props} />}
    </Frame>
  )
}

const Questions = ({ visit, version, errors, typed }: AnswerProps) => {
  const table = visit.ctx
  const { lines } = version.plan
  return (
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={table.head} />
      <Radios
        name="extent"
        legend={{ text: answerWords.extent, class: 'govuk-fieldset__legend--m' }}
        error={errorAt(errors, 'extent')}
        value={textOf(typed, 'extent')}
        items={Object.entries(EXTENT_CHOICES).map(([value, text]) => ({ value, text }))}
      />
      <Textarea
        name="says"
        label={{ text: answerWords.says, class: 'govuk-label--m' }}
        hint={answerWords.saysHint}
        error={errorAt(errors, 'says')}
        value={textOf(typed, 'says')}
        rows={4}
      />
      <Details summary={answerWords.lines} open={isAnswered(lines, typed)}>
        {lines.map((line, index) => (
          <LineQuestion line={line} index={index} errors={errors} typed={typed} />
        ))}
      </Details>
      <Textarea
        name="wants"
        label={{ text: answerWords.wants, class: 'govuk-label--m' }}
        hint={answerWords.wantsHint}
        value={textOf(typed, 'wants')}
        error={errorAt(errors, 'wants')}
        rows={2}
      />
      <Button>{answerWords.keep}</Button>
    </form>
  )
}

/** For the worker, who cannot answer: why there is no answer, and that it is asked again. */
export const CouldNotForm = ({ visit, plans, version, errors, typed }: AnswerProps) => (
  <Frame title={couldNotWords.title} errors={errors}>
    <p class="govuk-body">{couldNotWords.intro}</p>
    <WhatIsAnswered table={visit.ctx} plans={plans} version={version} />
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <Textarea
        name="because"
        label={{ text: couldNotWords.because, class: 'govuk-label--m' }}
        hint={couldNotWords.becauseHint}
        error={errorAt(errors, 'because')}
        value={textOf(typed, 'because')}
        rows={4}
      />
      <Button>{couldNotWords.keep}</Button>
    </form>
  </Frame>
)
