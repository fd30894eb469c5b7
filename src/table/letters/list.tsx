import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Entry } from '../../record/entries.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, recordPath } from '../at-table.ts'
import { KIND_WORDS } from '../entry-words.ts'
import { Frame } from '../frame.tsx'
import { isThePerson, nameWithin } from '../reader.ts'
import { letterOf, sendable } from './letter-of.ts'
import { FORM_WORDS, words } from './words.ts'

const Sent = ({ table, entry }: { readonly table: AtTable; readonly entry: Entry }) => {
  const { state, reader } = table
  const copies = all(state, 'copy').filter((copy) => state.byId.get(copy.of)?.id === entry.id)
  return copies.length === 0 ? (
    <p class="govuk-body-s">{words.notSent}</p>
  ) : (
    <ul class="govuk-list govuk-body-s">
      {copies.map((copy) => (
        <li>
          {dateInWords(dayOfWhen(copy.on))}: to {nameWithin(reader, state, copy.to)}. {FORM_WORDS[copy.as]}.
        </li>
      ))}
    </ul>
  )
}

/** Everything that can be read, printed or sent, and what went to whom, when and in which form. */
export const Letters = ({ table }: { readonly table: AtTable }) => {
  const { state, model, record, reader } = table
  const entries = sendable(state)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{isThePerson(reader) ? words.introYou : words.intro}</p>
      {entries.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {entries.map((entry) => {
        const letter = letterOf(state, model.council, entry)
        return (
          <section class="rt-block">
            <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
              <a class="govuk-link" href={recordPath(record, 'letters', entry.id)}>
                {letter.title}
              </a>
            </h2>
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              {KIND_WORDS[entry.kind]}, {dateInWords(letter.on)}
              {letter.draft === undefined ? '' : '. DRAFT'}
            </p>
            <Sent table={table} entry={entry} />
          </section>
        )
      })}
    </Frame>
  )
}
