import { type EndedTrial, endedTrials } from '../domain/checks/trials.ts'
import { dateInWords } from '../domain/dates/plain-date.ts'
import { TOPIC_WORDS } from '../domain/outcomes/topics.ts'
import { InsetText } from '../platform/govuk/inset-text.tsx'
import { type AtTable, mayDo, recordPath } from './at-table.ts'
import { wordsAbout } from '../record/about-me.ts'
import { isThePerson } from './reader.ts'
import { shortened } from './said.tsx'

const trialSays = ({ reader, state }: AtTable, { what, until }: EndedTrial): string =>
  isThePerson(reader)
    ? `You tried this until ${dateInWords(until)}: “${what}”. How did it go?`
    : `The trial ended on ${dateInWords(until)}: “${what}”. Ask ${state.person.name} how it went.`

/** A trial that has ended is asked about on the first page, of whoever can answer or ask. */
const TrialsToTell = ({ table }: { readonly table: AtTable }) => {
  if (!mayDo(table, 'conversation', 'read')) return null
  return (
    <>
      {endedTrials(table.state).map((trial) => (
        <InsetText>
          <p class="govuk-body">{trialSays(table, trial)}</p>
          <p class="govuk-body rt-no-print">
            <a class="govuk-link" href={recordPath(table.record, 'outcomes', 'hopes', trial.topic)}>
              Go to the hopes: {TOPIC_WORDS[trial.topic]}
            </a>
          </p>
        </InsetText>
      ))}
    </>
  )
}

/** What leads a record: who this is in their own words, and how to talk with them; before anything about needs. */
export const AboutMeLead = ({ table }: { readonly table: AtTable }) => {
  const { state, record, reader } = table
  const { communication } = state.person
  const own = [...wordsAbout(state, 'about-me'), ...wordsAbout(state, 'strengths')].filter((each) => each.own)
  const mayRead = mayDo(table, 'conversation', 'read')
  if (own.length === 0 && communication?.notes === undefined && !mayRead) return null
  return (
    <>
      <TrialsToTell table={table} />
      <section class="rt-block" aria-labelledby="about-me">
        <h2 class="govuk-heading-m" id="about-me">
          {isThePerson(reader) ? 'About me' : `About ${state.person.name}`}
        </h2>
        {own.map(({ entry }) => (
          <p class="govuk-body">
            <q class="rt-quote">{shortened(entry.text, 240)}</q>
          </p>
        ))}
        {communication?.notes === undefined || communication.notes === '' ? null : (
          <p class="govuk-body">
            <strong>How to talk:</strong> {communication.notes}
          </p>
        )}
        {mayRead ? (
          <p class="govuk-body rt-no-print">
            <a class="govuk-link" href={recordPath(record, 'about-me')}>
              {isThePerson(reader) ? 'All about me' : `All about ${state.person.name}`}
            </a>
          </p>
        ) : null}
      </section>
    </>
  )
}
