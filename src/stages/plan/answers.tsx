import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, mayDo, recordPath } from '../../table/at-table.ts'
import { nameFor } from '../../table/reader.ts'
import { Paragraphs } from './paragraphs.tsx'
import { answeredInWords } from './mark.tsx'
import { CostAlone } from './cost-alone.tsx'
import { type Response, type Version, clockOf, couldNotAnswer } from './view.ts'
import { GROUND_WORDS, SIGNED_WORDS, words } from './words.ts'

const Answer = ({ table, response }: { readonly table: AtTable; readonly response: Response }) => {
  const clock = response.extent === 'agrees' ? undefined : clockOf(table.state, response)
  const dispute = table.state.disputes.find(
    ({ of, dispute: { by, on } }) => of?.id === response.to && by === response.by && on === response.on,
  )
  return (
    <li class="rt-line">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {answeredInWords(table, response)}, {dateInWords(dayOfWhen(response.on))}
      </h3>
      {response.says === '' ? null : (
        <blockquote class="rt-block">
          <Paragraphs text={response.says} />
        </blockquote>
      )}
      {clock === undefined ? null : (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <strong>{clock.says}</strong>{' '}
          {dispute === undefined || !mayDo(table, 'conversation', 'read') ? null : (
            <a
              class="govuk-link rt-no-print"
              href={recordPath(table.record, 'challenge', dispute.dispute.id)}
            >
              See the disagreement
            </a>
          )}
        </p>
      )}
    </li>
  )
}

/** What was said to a version, by whom, and where the council owes something, since when. */
export const Answers = ({ table, version }: { readonly table: AtTable; readonly version: Version }) => {
  const { answers, plan } = version
  const couldNot = couldNotAnswer(table.state, plan)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.answers}</h2>
      {answers.length === 0 ? <p class="govuk-body">{words.noAnswers}</p> : null}
      <ul class="rt-lines">
        {answers.map((response) => (
          <Answer table={table} response={response} />
        ))}
        {couldNot.map(({ note, because }) => (
          <li class="rt-line">
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
              Could not answer, {dateInWords(dayOfWhen(note.on))}
            </h3>
            <p class="govuk-body govuk-!-margin-bottom-1">
              {nameFor(table.reader, table.state, note.by)} wrote: <q>{because}</q> It is not an answer: the
              question is asked again.
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The manager's decision with its reason and ground, and what a refusal on cost alone would leave. */
export const SignOffShown = ({ table, version }: { readonly table: AtTable; readonly version: Version }) => {
  const { signed, plan } = version
  if (signed === undefined) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.signOff}</h2>
      <p class="govuk-body">
        <strong>{SIGNED_WORDS[signed.decision]}</strong> by {nameFor(table.reader, table.state, signed.by)},{' '}
        {dateInWords(dayOfWhen(signed.on))}.
        {signed.ground === undefined ? '' : ` Ground: ${GROUND_WORDS[signed.ground].toLowerCase()}.`}
      </p>
      <p class="govuk-body">{signed.why.trim() === '' ? 'No reason was given.' : signed.why}</p>
      {signed.decision !== 'approved' && signed.ground === 'cost' ? (
        <CostAlone table={table} plan={plan} />
      ) : null}
    </section>
  )
}
