import { dateInWords } from '../../domain/dates/plain-date.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES, TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, mayDo } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import type { Hold } from './view.ts'
import { HOLD_STAGE_WORDS, HOW_WORDS, OUTCOME_WORDS, askWords, holdWords, resumeWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const label = (text: string) => ({ text, class: 'govuk-label--m' })
const choicesOf = (wordsOf: Readonly<Record<string, string>>) =>
  Object.entries(wordsOf).map(([value, text]) => ({ value, text }))

/** Somebody of the council or the NHS writes down what another asked; everybody else asks in their own words. */
export const writesForOthers = (table: AtTable): boolean =>
  mayDo(table, 'asking', 'judge') || table.reader.relationships.includes('nhs')

/** The parts of daily life that may be asked about; a carer’s own where there is a carer, and it is not the person who asks. */
const topicsFor = (table: AtTable) =>
  !isThePerson(table.reader) && [...table.state.parties.values()].some(({ role }) => role === 'carer')
    ? [...ADULT_OUTCOMES, ...CARER_OUTCOMES]
    : ADULT_OUTCOMES

const FirstAnswer = ({ errors, typed }: Props) => (
  <>
    <Radios
      name="outcome"
      legend={legend(askWords.outcome)}
      error={errorAt(errors, 'outcome')}
      value={textOf(typed, 'outcome')}
      items={[...choicesOf(OUTCOME_WORDS), { value: 'open', text: askWords.outcomeOpen }]}
    />
    <Textarea
      name="why"
      label={label(askWords.why)}
      hint={askWords.whyHint}
      error={errorAt(errors, 'why')}
      value={textOf(typed, 'why')}
      rows={3}
    />
  </>
)

export const AskForm = (props: Props) => {
  const { visit, errors, typed } = props
  const others = writesForOthers(visit.ctx)
  return (
    <Frame title={others ? askWords.titleOther : askWords.title} errors={errors}>
      <p class="govuk-body">{others ? askWords.introOther : askWords.intro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        {others ? (
          <Radios
            name="how"
            legend={legend(askWords.how)}
            error={errorAt(errors, 'how')}
            value={textOf(typed, 'how')}
            items={choicesOf(HOW_WORDS)}
          />
        ) : (
          <input type="hidden" name="how" value="online" />
        )}
        <Textarea
          name="about"
          label={label(others ? askWords.aboutOther : askWords.about)}
          error={errorAt(errors, 'about')}
          value={textOf(typed, 'about')}
        />
        <Textarea
          name="wants"
          label={label(askWords.wants)}
          hint={askWords.optional}
          error={errorAt(errors, 'wants')}
          value={textOf(typed, 'wants')}
          rows={3}
        />
        <Checkboxes
          name="signs"
          legend={legend(askWords.signs)}
          error={errorAt(errors, 'signs')}
          values={textsOf(typed, 'signs')}
          items={topicsFor(visit.ctx).map((value) => ({ value, text: TOPIC_WORDS[value] }))}
        />
        <Radios
          name="urgent"
          legend={legend(askWords.urgent)}
          hint={askWords.urgentHint}
          error={errorAt(errors, 'urgent')}
          value={textOf(typed, 'urgent')}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        {mayDo(visit.ctx, 'asking', 'judge') ? <FirstAnswer {...props} /> : null}
        <Button>{others ? askWords.keepOther : askWords.keep}</Button>
      </form>
    </Frame>
  )
}

export const HoldForm = ({ visit, errors, typed }: Props) => (
  <Frame title={holdWords.title} errors={errors}>
    <p class="govuk-body">{holdWords.intro}</p>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <Radios
        name="stage"
        legend={legend(holdWords.stage)}
        error={errorAt(errors, 'stage')}
        value={textOf(typed, 'stage')}
        items={choicesOf(HOLD_STAGE_WORDS)}
      />
      <Textarea
        name="why"
        label={label(holdWords.why)}
        hint={holdWords.whyHint}
        error={errorAt(errors, 'why')}
        value={textOf(typed, 'why')}
      />
      <DateInput
        id="until"
        namePrefix="until"
        legend={legend(holdWords.until)}
        hint={holdWords.untilHint}
        error={errorAt(errors, 'until')}
        values={{
          day: textOf(typed, 'until-day'),
          month: textOf(typed, 'until-month'),
          year: textOf(typed, 'until-year'),
        }}
      />
      <Radios
        name="told"
        legend={legend(holdWords.told)}
        error={errorAt(errors, 'told')}
        value={textOf(typed, 'told')}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No', hint: holdWords.toldNo },
        ]}
      />
      <Button>{holdWords.keep}</Button>
    </form>
  </Frame>
)

export const ResumeForm = ({ visit, errors, held }: Omit<Props, 'typed'> & { readonly held: Hold }) => {
  const { reader, state, head } = visit.ctx
  const { hold, resume, says } = held
  return (
    <Frame title={resumeWords.title} errors={errors}>
      <p class="govuk-body">
        {HOLD_STAGE_WORDS[hold.stage]} is on hold since {dateInWords(dayOfWhen(hold.on))}.{' '}
        {nameFor(reader, state, hold.by)}: {hold.why === '' ? 'no reason was given.' : `“${hold.why}”`}
      </p>
      <p class="govuk-body">{says}</p>
      {resume === undefined ? (
        <form method="post" id="form">
          <FormSeal visit={visit} head={head} />
          <Button>{resumeWords.button}</Button>
        </form>
      ) : (
        <p class="govuk-body">{resumeWords.already}</p>
      )}
    </Frame>
  )
}
