import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { nameWithin } from '../../table/reader.ts'
import type { Complaint } from './complaint-view.ts'
import { UPHELD_WORDS, answerWords, complainWords, letterWords, words } from './complaint-words.ts'
import { ComplaintAnswers, ComplaintClock, Ombudsman } from './complaint.tsx'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const label = (text: string) => ({ text, class: 'govuk-label--m' })

export const ComplainForm = ({ visit, errors, typed }: Props) => (
  <Frame title={complainWords.title} errors={errors}>
    <p class="govuk-body">{complainWords.intro}</p>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <Textarea
        name="about"
        label={label(complainWords.about)}
        hint={complainWords.aboutHint}
        error={errorAt(errors, 'about')}
        value={textOf(typed, 'about')}
        rows={7}
      />
      <Textarea
        name="wants"
        label={label(complainWords.wants)}
        hint={complainWords.wantsHint}
        error={errorAt(errors, 'wants')}
        value={textOf(typed, 'wants')}
        rows={4}
      />
      <Button>{complainWords.keep}</Button>
    </form>
    <Ombudsman />
  </Frame>
)

const AnswerForm = ({ visit, complaint, errors, typed }: Props & { readonly complaint: Complaint }) => {
  const table = visit.ctx
  if (complaint.answers.length > 0 || !mayAdd(table, 'complaint-answered')) return null
  if (complaint.complaint.by === table.reader.party) return <p class="govuk-body">{answerWords.notYours}</p>
  return (
    <section class="rt-no-print">
      <h2 class="govuk-heading-m">{answerWords.title}</h2>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={table.head} />
        <Radios
          name="outcome"
          legend={legend(answerWords.outcome)}
          error={errorAt(errors, 'outcome')}
          value={textOf(typed, 'outcome')}
          items={Object.entries(UPHELD_WORDS).map(([value, text]) => ({ value, text }))}
        />
        <Textarea
          name="why"
          label={label(answerWords.why)}
          hint={answerWords.whyHint}
          error={errorAt(errors, 'why')}
          value={textOf(typed, 'why')}
          rows={7}
        />
        <Checkboxes
          name="told"
          legend={legend(answerWords.before)}
          error={errorAt(errors, 'told')}
          values={textsOf(typed, 'told')}
          items={[{ value: 'yes', text: answerWords.told }]}
        />
        <Button>{answerWords.keep}</Button>
      </form>
    </section>
  )
}

/** One complaint: what it is about, how long it has waited, the answer, and where it goes from there. */
export const ComplaintPage = (props: Props & { readonly complaint: Complaint }) => {
  const { visit, complaint, errors } = props
  const table = visit.ctx
  const { id, about, wants, by, on, note } = complaint.complaint
  return (
    <Frame title={words.one} errors={errors}>
      <EasySwitch path={recordPath(table.record, 'challenge', 'complaint', id)} easy={false} />
      <h2 class="govuk-heading-m">
        From {nameWithin(table.reader, table.state, by)}, {dateInWords(dayOfWhen(on))}
      </h2>
      <blockquote class="rt-block">
        <p class="govuk-body">“{about}”</p>
        {wants === '' ? null : (
          <p class="govuk-body">
            {words.wants}: “{wants}”
          </p>
        )}
      </blockquote>
      {note === undefined || note === '' ? null : <p class="govuk-body-s">Note: {note}</p>}
      <ComplaintClock complaint={complaint} />
      <ComplaintAnswers table={table} complaint={complaint} />
      {mayDo(table, 'challenge', 'dispute') && mayAdd(table, 'dispute') ? (
        <p class="govuk-body-s rt-no-print">
          <a class="govuk-link" href={disputePath(table.record, complaint.answers.at(-1)?.id ?? id)}>
            This is wrong<span class="govuk-visually-hidden">: the complaint or its answer</span>
          </a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">{answerWords.ombudsman}</h2>
      <Ombudsman />
      <AnswerForm {...props} />
    </Frame>
  )
}

/** The letter to change: a long box, and a button that shows it as a page to print. */
export const LetterForm = ({ visit, errors, typed }: Props) => (
  <Frame title={letterWords.title} errors={errors}>
    <p class="govuk-body">{letterWords.intro}</p>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} />
      <Textarea
        name="letter"
        label={label(letterWords.box)}
        error={errorAt(errors, 'letter')}
        value={textOf(typed, 'letter')}
        rows={30}
      />
      <Button>{letterWords.show}</Button>
    </form>
  </Frame>
)

/** The letter as it is printed: every line as it was written. */
export const LetterShown = ({
  visit,
  letter,
}: {
  readonly visit: Visit<AtTable>
  readonly letter: string
}) => (
  <>
    <h1 class="govuk-heading-l">{letterWords.shownTitle}</h1>
    <p class="govuk-body rt-no-print">{letterWords.shownIntro}</p>
    <div class="rt-letter">
      {letter.split(/\n{2,}/).map((paragraph) => (
        <p class="govuk-body">
          {paragraph.split('\n').map((line, index) => (
            <>
              {index === 0 ? null : <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </div>
    <form method="post" novalidate class="rt-no-print">
      <FormSeal visit={visit} />
      <input type="hidden" name="letter" value={letter} />
      <input type="hidden" name="again" value="yes" />
      <Button class="govuk-button--secondary">{letterWords.change}</Button>
    </form>
  </>
)
