import { type AtTable, mayDo, recordPath } from './at-table.ts'
import { wordsAbout } from '../record/about-me.ts'
import { isThePerson } from './reader.ts'
import { shortened } from './said.tsx'

/** What leads a record: who this is in their own words, and how to talk with them; before anything about needs. */
export const AboutMeLead = ({ table }: { readonly table: AtTable }) => {
  const { state, record, reader } = table
  const { communication } = state.person
  const own = [...wordsAbout(state, 'about-me'), ...wordsAbout(state, 'strengths')].filter((each) => each.own)
  const mayRead = mayDo(table, 'conversation', 'read')
  if (own.length === 0 && communication?.notes === undefined && !mayRead) return null
  return (
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
  )
}
