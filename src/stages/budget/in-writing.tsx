import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { type AtTable, disputePath, mayDo } from '../../table/at-table.ts'
import { isThePerson, nameWithin } from '../../table/reader.ts'
import { recordedBudgets } from './view.ts'
import { words } from './words.ts'

/** What the council has put in writing about money. */
export const InWriting = ({ table }: { readonly table: AtTable }) => {
  const recorded = recordedBudgets(table.state)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.recorded}</h2>
      {recorded.length === 0 ? <p class="govuk-body">{words.nothingRecorded}</p> : null}
      {recorded.map((entry) => (
        <div class="rt-block">
          <h3 class="govuk-heading-s">
            {entry.kind === 'indicative-budget' ? 'Indicative budget' : 'Personal budget'},{' '}
            {dateInWords(dayOfWhen(entry.on))}: {inWords(entry.weekly)} a week
          </h3>
          <p class="govuk-body">
            By {nameWithin(table.reader, table.state, entry.by)}
            {entry.kind === 'indicative-budget' && entry.model !== undefined ? `, with ${entry.model}` : ''}.
            {entry.kind === 'personal-budget'
              ? ` The council pays ${inWords(entry.council)}, ${isThePerson(table.reader) ? 'you pay' : 'the person pays'} ${inWords(entry.person)}.`
              : ''}
          </p>
          {entry.kind === 'indicative-budget' && entry.lines !== undefined && entry.lines.length > 0 ? (
            <Details summary={`How ${inWords(entry.weekly)} was explained`}>
              <ul class="govuk-list govuk-list--bullet">
                {entry.lines.map((line) => (
                  <li>
                    {TOPIC_WORDS[line.topic]}, {inWords(line.weekly)}:{' '}
                    {line.why === '' ? 'no reason was given' : line.why}
                  </li>
                ))}
              </ul>
            </Details>
          ) : null}
          {mayDo(table, 'money', 'dispute') ? (
            <p class="govuk-body-s rt-no-print">
              <a class="govuk-link" href={disputePath(table.record, entry.id)}>
                This is wrong
                <span class="govuk-visually-hidden">: the budget of {dateInWords(dayOfWhen(entry.on))}</span>
              </a>
            </p>
          ) : null}
        </div>
      ))}
    </section>
  )
}
