import type { ComponentChildren } from 'preact'
import type { PaperAnswer, PaperForm, PaperQuestion } from '../record/paper-form.ts'
import { workerOf } from '../record/state.ts'
import { type AtTable, mayDo, recordPath } from './at-table.ts'
import { Frame } from './frame.tsx'
import { isThePerson, nameFor } from './reader.ts'
import { paperWords as words } from './words-paper.ts'

export const paperPath = (record: string, ...parts: readonly string[]): string =>
  recordPath(record, 'paper', ...parts)

/** On a form on the screen: its number, and the way to the same form on paper. */
export const OnPaper = ({ table, form }: { readonly table: AtTable; readonly form: PaperForm }) =>
  mayDo(table, 'conversation', 'read') ? (
    <p class="govuk-body rt-no-print">
      {words.thisIs(form.number)}{' '}
      <a class="govuk-link" href={paperPath(table.record, form.slug)}>
        {words.print}
        <span class="govuk-visually-hidden">: {form.title}</span>
      </a>
    </p>
  ) : null

/** Lines to write on. What they are for stands above them, so that they are nothing to be read out. */
const Lines = ({ lines }: { readonly lines: number }) => (
  <div class="rt-paper__lines" aria-hidden="true">
    {Array.from({ length: lines }, () => (
      <div class="rt-paper__line" />
    ))}
  </div>
)

const Boxes = ({ labels }: { readonly labels: readonly string[] }) => (
  <ul class="rt-paper__day">
    {labels.map((label) => (
      <li>
        <span class="rt-paper__box rt-paper__box--wide" aria-hidden="true" />
        {label}
      </li>
    ))}
  </ul>
)

const Answer = ({ answer }: { readonly answer: PaperAnswer }) => {
  switch (answer.kind) {
    case 'words':
      return <Lines lines={answer.lines} />
    case 'day':
      return <Boxes labels={['Day', 'Month', 'Year']} />
    case 'one':
    case 'some':
      return (
        <ul class="rt-paper__ticks">
          {answer.of.map(({ text, hint }) => (
            <li>
              <span class="rt-paper__box" aria-hidden="true" />
              <span>
                {text}
                {hint === undefined ? null : <span class="rt-paper__hint"> {hint}</span>}
              </span>
            </li>
          ))}
        </ul>
      )
  }
}

/** What to do with the boxes, where there are any. */
const tickSays = (answer: PaperAnswer): string | undefined => {
  switch (answer.kind) {
    case 'one':
      return words.tickOne
    case 'some':
      return answer.of.length === 1 ? words.tickIf : words.tickSome
    case 'words':
    case 'day':
      return undefined
  }
}

const Question = ({ question, number }: { readonly question: PaperQuestion; readonly number?: number }) => {
  const { asks, hint, answer } = question
  const tick = tickSays(answer)
  return (
    <section class="rt-paper__question">
      <h2 class="govuk-heading-m">{number === undefined ? asks : `${number}. ${asks}`}</h2>
      {hint === undefined && tick === undefined ? null : (
        <p class="govuk-body">{[hint, tick].filter((each) => each !== undefined).join(' ')}</p>
      )}
      <Answer answer={answer} />
    </section>
  )
}

const Fill = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="rt-paper__fill">
    <p class="govuk-body">{children}</p>
    <span class="rt-paper__line" aria-hidden="true" />
  </div>
)

/** Where it goes, and what becomes of it. What is told of a worker goes past that worker. */
const WhereTo = ({ table, form }: { readonly table: AtTable; readonly form: PaperForm }) => {
  const { reader, state, model, councilAddress } = table
  const worker = workerOf(state)
  const hasAddress = councilAddress !== undefined
  return (
    <section class="rt-paper__question">
      <h2 class="govuk-heading-m">{words.whereTo}</h2>
      <p class="govuk-body">
        {form.goesTo === 'manager'
          ? words.toManager(model.council, hasAddress)
          : words.toWorker(
              worker === undefined || worker === reader.party ? undefined : nameFor(reader, state, worker),
              model.council,
              hasAddress,
            )}
      </p>
      {councilAddress === undefined ? null : (
        <address class="rt-paper__address">
          {(form.goesTo === 'manager' ? [words.forManager, ...councilAddress] : councilAddress).map(
            (line) => (
              <>
                {line}
                <br />
              </>
            ),
          )}
        </address>
      )}
      <p class="govuk-body">{words.after(form.number)}</p>
    </section>
  )
}

/** One form, to be printed at 16 points, or at 20 in large print, and filled in with a pen. */
export const PaperPage = ({
  table,
  form,
  large,
}: {
  readonly table: AtTable
  readonly form: PaperForm
  readonly large: boolean
}) => {
  const path = paperPath(table.record, form.slug)
  const { state, reader } = table
  return (
    <div class={`rt-paper rt-paper--form-${form.number}${large ? ' rt-paper--large' : ''}`}>
      <Frame title={form.title} caption={words.form(form.number)}>
        <p class="govuk-body rt-no-print">
          {words.howToPrint}{' '}
          <a class="govuk-link" href={large ? path : `${path}?as=large-print`}>
            {large ? words.usual : words.large}
          </a>
        </p>
        {form.intro.map((sentence) => (
          <p class="govuk-body">{sentence}</p>
        ))}
        <p class="govuk-body">
          {isThePerson(reader) ? words.about : words.aboutOther}: {state.person.name}
        </p>
        <Fill>{words.day}</Fill>
        <Fill>{words.helper}</Fill>
        {form.first === undefined ? null : <Question question={form.first} />}
        {form.questions.map((question, place) => (
          <Question question={question} number={place + 1} />
        ))}
        <WhereTo table={table} form={form} />
      </Frame>
    </div>
  )
}

/** Every form that there is on paper. */
export const PaperList = ({
  table,
  forms,
}: {
  readonly table: AtTable
  readonly forms: readonly PaperForm[]
}) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    <p class="govuk-body">{words.numbers}</p>
    <ul class="govuk-list govuk-list--spaced">
      {forms.map((form) => (
        <li>
          <a class="govuk-link" href={paperPath(table.record, form.slug)}>
            {words.form(form.number)}: {form.title}
          </a>
          {' · '}
          <a class="govuk-link" href={`${paperPath(table.record, form.slug)}?as=large-print`}>
            {words.large}
            <span class="govuk-visually-hidden">
              : {words.form(form.number)}, {form.title}
            </span>
          </a>
        </li>
      ))}
    </ul>
  </Frame>
)
