import { dateInWords } from '../domain/dates/plain-date.ts'
import { type Told, openDisputesOf, workerOf } from '../record/state.ts'
import { ButtonLink } from '../platform/govuk/button.tsx'
import { Details } from '../platform/govuk/details.tsx'
import { SummaryList } from '../platform/govuk/summary-list.tsx'
import { AboutMeLead } from './about-me-lead.tsx'
import { type AtTable, disputePath, mayDo, recordPath } from './at-table.ts'
import { KIND_WORDS, entryInWords } from './entry-words.ts'
import { AllFindings } from './findings.tsx'
import { Frame } from './frame.tsx'
import { GapsOfRecord } from './gaps.tsx'
import { isThePerson, nameFor, nameWithin, roleFor } from './reader.ts'
import { shortened, wordsOf } from './said.tsx'
import { DisputeNote } from './standing-dispute.tsx'

const STANDING_WORDS = {
  contact: 'Somebody has asked. An assessment has not started yet.',
  conversation: 'The conversation is under way.',
  eligibility: 'The conversation is done. Eligibility is being decided.',
  budget: 'Found eligible. The money comes next.',
  plan: 'The money is on the table. The plan is being written.',
  support: 'There is a plan, and it is being carried out.',
  review: 'The plan is being looked at again.',
  closed: 'This record is closed.',
} as const

/** For those who can put it right: whoever wrote it or said it, and the worker. */
const PutRightLink = ({ table, entry }: { readonly table: AtTable; readonly entry: Told['entry'] }) => {
  const { party } = table.reader
  if (entry.kind !== 'statement' && entry.kind !== 'carer-identified') return null
  const whose = entry.kind === 'statement' ? entry['said-by'] : entry.carer
  const isTheirs = party !== undefined && (entry.by === party || whose === party)
  if (!mayDo(table, 'conversation', 'say')) return null
  if (!isTheirs && !mayDo(table, 'conversation', 'judge')) return null
  return (
    <a
      class="govuk-link govuk-link--no-visited-state govuk-!-margin-left-3"
      href={recordPath(table.record, 'conversation', 'put-right', entry.id)}
    >
      Put this right
      <span class="govuk-visually-hidden">
        : {KIND_WORDS[entry.kind]}, {shortened(wordsOf(entry), 40)}
      </span>
    </a>
  )
}

const Entry = ({ table, told }: { readonly table: AtTable; readonly told: Told }) => {
  const { entry, day, recorded, correctedBy } = told
  const { reader, state, record } = table
  const struck = correctedBy !== undefined
  const lines = entryInWords(entry, reader, state)
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
          <p class="govuk-body-s rt-no-print">
            <a class="govuk-link govuk-link--no-visited-state" href={disputePath(record, entry.id)}>
              This is wrong
              <span class="govuk-visually-hidden">
                : {KIND_WORDS[entry.kind]}, {shortened(wordsOf(entry), 40)}
              </span>
            </a>
            <PutRightLink table={table} entry={entry} />
          </p>
        )}
      </div>
    </li>
  )
}

/** That something is withheld, on what ground and why: never silence. */
const WithheldNotes = ({ table }: { readonly table: AtTable }) =>
  table.withheld.length === 0 ? null : (
    <section class="rt-block">
      <h2 class="govuk-heading-m">Something is not shown to you</h2>
      <ul class="govuk-list govuk-list--bullet">
        {table.withheld.map(({ on, exemption, why }) => (
          <li>
            Since {dateInWords(on)}: {exemption}. {why}
          </li>
        ))}
      </ul>
      <p class="govuk-body">You can ask for this to be looked at again.</p>
    </section>
  )

const AtTheTable = ({ table }: { readonly table: AtTable }) => {
  const { state, reader } = table
  const worker = workerOf(state)
  return (
    <Details summary={`Who is at the table (${state.parties.size})`}>
      <SummaryList
        rows={[...state.parties.values()].map((party) => ({
          key: nameFor(reader, state, party.id),
          value: `${roleFor(reader, state, party.id)}${party.id === worker ? `; works with ${nameWithin(reader, state, state.person.id)} now` : ''}`,
        }))}
      />
    </Details>
  )
}

/** The whole record in order, newest first: who, what, when and why; what was put right stays, struck out. */
export const Timeline = ({ table }: { readonly table: AtTable }) => {
  const { state, reader, record } = table
  const mine = isThePerson(reader)
  return (
    <Frame title={mine ? 'Your record' : state.person.name}>
      <AboutMeLead table={table} />
      <p class="govuk-body-l">{STANDING_WORDS[state.standing]}</p>
      {mayDo(table, 'conversation', 'say') ? (
        <ButtonLink href={recordPath(record, 'conversation')}>
          {mine ? 'Say how things are' : 'Go to the conversation'}
        </ButtonLink>
      ) : null}
      <GapsOfRecord table={table} />
      <AllFindings table={table} />
      <AtTheTable table={table} />
      <WithheldNotes table={table} />
      <h2 class="govuk-heading-m">What has happened</h2>
      {mayDo(table, 'people', 'export') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'file')}>
            Take {mine ? 'your' : 'this'} record away in a file
          </a>
        </p>
      ) : null}
      <ol class="moj-timeline rt-timeline" reversed>
        {state.told.toReversed().map((told) => (
          <Entry table={table} told={told} />
        ))}
      </ol>
    </Frame>
  )
}
