import { dateInWords } from '../domain/dates/plain-date.ts'
import { type Told, openDisputesOf } from '../record/state.ts'
import { type AtTable, disputePath, mayDo } from './at-table.ts'
import { KIND_WORDS, entryInWords } from './entry-words.ts'
import { PutRightLink } from './put-right-link.tsx'
import { nameFor } from './reader.ts'
import { shortened, wordsOf } from './said.tsx'
import { DisputeNote } from './standing-dispute.tsx'

/** One thing that happened: who, what, when and why; what was put right stays, struck out. */
export const Entry = ({ table, told }: { readonly table: AtTable; readonly told: Told }) => {
  const { entry, day, recorded, correctedBy } = told
  const { reader, state, record } = table
  const struck = correctedBy !== undefined
  const lines = entryInWords(entry, reader, state)
  const spoken = shortened(wordsOf(entry) === '' ? (lines[0] ?? '') : wordsOf(entry), 40)
  const body = lines.map((line) => <p class="govuk-body">{line}</p>)
  const correction = struck ? state.told.find((other) => other.entry.id === correctedBy)?.entry : undefined
  return (
    <li class="moj-timeline__item rt-entry" id={entry.id}>
      <div class="moj-timeline__header">
        <h3 class="moj-timeline__title">{KIND_WORDS[entry.kind]}</h3>{' '}
        <p class="moj-timeline__byline">
          {nameFor(reader, state, entry.by)}
          {entry.corrects === undefined ? '' : ', a correction'}
        </p>
      </div>
      <p class="moj-timeline__date">
        <time datetime={day}>{dateInWords(day)}</time>
        {recorded === day ? null : `, written down on ${dateInWords(recorded)}`}
      </p>
      <div class="moj-timeline__description">
        {struck ? (
          <>
            <p class="govuk-body">
              <strong>
                This was put right later
                {correction === undefined
                  ? ''
                  : `, on ${dateInWords(state.told.find((other) => other.entry.id === correctedBy)?.day ?? day)}`}
                .
              </strong>
              {correction?.why === undefined ? null : ` ${correction.why}`}
            </p>
            <del class="rt-struck">
              <span class="govuk-visually-hidden">Struck out: </span>
              {body}
              <span class="govuk-visually-hidden"> End of what was struck out.</span>
            </del>
          </>
        ) : (
          body
        )}
        {entry.note === undefined || entry.note === ''
          ? null
          : entry.note.split(/\n{2,}/).map((paragraph, place) => (
              <p class="govuk-body-s govuk-!-margin-bottom-1">
                {place === 0 ? 'Note: ' : ''}
                {paragraph}
              </p>
            ))}
        {struck
          ? null
          : openDisputesOf(state, entry.id).map((dispute) => <DisputeNote table={table} dispute={dispute} />)}
        {struck ||
        entry.kind === 'dispute' ||
        entry.kind === 'dispute-answered' ||
        !mayDo(table, 'conversation', 'dispute') ? null : (
          <p class="govuk-body-s govuk-!-padding-top-1 rt-no-print">
            <a class="govuk-link govuk-link--no-visited-state" href={disputePath(record, entry.id)}>
              This is wrong
              <span class="govuk-visually-hidden">
                : {KIND_WORDS[entry.kind]}, {spoken}
              </span>
            </a>
            <PutRightLink table={table} entry={entry} />
          </p>
        )}
      </div>
    </li>
  )
}
