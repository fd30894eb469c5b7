import { dateInWords } from '../domain/dates/plain-date.ts'
import { all, workerOf } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'
import { ButtonLink } from '../platform/govuk/button.tsx'
import { Details } from '../platform/govuk/details.tsx'
import { SummaryList } from '../platform/govuk/summary-list.tsx'
import { AboutMeLead } from './about-me-lead.tsx'
import { type AtTable, mayDo, recordPath } from './at-table.ts'
import { KIND_WORDS, entryInWords } from './entry-words.ts'
import { AllFindings } from './findings.tsx'
import { Frame } from './frame.tsx'
import { GapsOfRecord } from './gaps.tsx'
import { isThePerson, nameFor, nameWithin, roleFor } from './reader.ts'
import { Entry } from './timeline-entry.tsx'
import { WhoseMove } from './whose-move.tsx'
import { type Month, type Weeks, entriesOf, monthsOf, weeksInWords } from './timeline-months.ts'

/** How far a record has come, for anybody but the person. */
export const STANDING_WORDS = {
  contact: 'Somebody has asked. An assessment has not started yet.',
  conversation: 'The conversation is under way.',
  eligibility: 'The conversation is done. Eligibility is being decided.',
  budget: 'Found eligible. The money comes next.',
  plan: 'The money is on the table. The plan is being written.',
  support: 'There is a plan, and it is being carried out.',
  review: 'The plan is being looked at again.',
  closed: 'This record is closed.',
} as const

/**
 * Where a record stands is worked out from decisions and sums. To whoever may not read those it would look less far than it
 * is, so that they are told only what a plan says that they read.
 */
function knowsStanding(table: AtTable): boolean {
  const { standing } = table.state
  const readsAll = (['asking', 'conversation', 'eligibility', 'money', 'plan'] as const).every((resource) =>
    mayDo(table, resource, 'read'),
  )
  return readsAll || ((standing === 'support' || standing === 'review') && mayDo(table, 'plan', 'read'))
}

/** A plan of which nothing has begun is not carried out yet. */
function standingSays(table: AtTable): string {
  const { state } = table
  const begun = all(state, 'support-started').length > 0 || !mayDo(table, 'support', 'read')
  return state.standing === 'support' && !begun ? PLANNED_ONLY : STANDING_WORDS[state.standing]
}

const PLANNED_ONLY = 'There is a plan. The support in it has not started yet.'

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

/** What is written down for a day to come: known to everybody here, and so not yet. */
const StillToCome = ({ table }: { readonly table: AtTable }) => {
  const { state, reader } = table
  if (state.ahead.length === 0) return null
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">Still to come</h2>
      <ul class="govuk-list govuk-list--bullet">
        {state.ahead.map((entry) => (
          <li id={entry.id}>
            <strong>{dateInWords(dayOfWhen(entry.on))}</strong>, {AHEAD_WORDS[entry.kind]}:{' '}
            {entryInWords(entry, reader, state).join(' ')} Written by {nameWithin(reader, state, entry.by)}.
          </li>
        ))}
      </ul>
    </section>
  )
}

const AHEAD_WORDS = {
  'support-started': 'support starts',
  'support-ended': 'support ends',
  worker: 'who works on this changes',
  'assessment-opened': 'an assessment opens',
} as const

/** Weeks that were told of one after another, in a sentence or two, with each of them below. */
const WeeksTogether = ({ table, weeks }: { readonly table: AtTable; readonly weeks: Weeks }) => {
  const { reader, state } = table
  const [last] = weeks.told
  const tellers = [...new Set(weeks.told.map(({ entry }) => nameFor(reader, state, entry.by)))]
  return last === undefined ? null : (
    <li class="moj-timeline__item rt-entry rt-weeks">
      <div class="moj-timeline__header">
        <h3 class="moj-timeline__title">{KIND_WORDS['support-delivered']}, week by week</h3>{' '}
        <p class="moj-timeline__byline">{tellers.join(', ')}</p>
      </div>
      <p class="moj-timeline__date">
        told up to <time datetime={last.day}>{dateInWords(last.day)}</time>
      </p>
      <div class="moj-timeline__description">
        {weeksInWords(state, weeks).map((sentence) => (
          <p class="govuk-body">{sentence}</p>
        ))}
        <Details summary={`Each of the ${weeks.told.length} reports`}>
          <ol class="moj-timeline rt-timeline" reversed>
            {weeks.told.map((told) => (
              <Entry table={table} told={told} />
            ))}
          </ol>
        </Details>
      </div>
    </li>
  )
}

const OfMonth = ({ table, month }: { readonly table: AtTable; readonly month: Month }) => (
  <ol class="moj-timeline rt-timeline" reversed>
    {month.happenings.map((happening) =>
      happening.kind === 'one' ? (
        <Entry table={table} told={happening.told} />
      ) : (
        <WeeksTogether table={table} weeks={happening} />
      ),
    )}
  </ol>
)

/** The last months open, the older ones folded: a link to an entry opens the month that it is in. */
const Months = ({ table }: { readonly table: AtTable }) => (
  <>
    {monthsOf(table.state).map((month) =>
      month.open ? (
        <OfMonth table={table} month={month} />
      ) : (
        <Details
          summary={`${month.name}: ${entriesOf(month)} ${entriesOf(month) === 1 ? 'entry' : 'entries'}`}
        >
          <OfMonth table={table} month={month} />
        </Details>
      ),
    )}
  </>
)

/** The whole record in order, newest first: who, what, when and why; what was put right stays, struck out. */
export const Timeline = ({ table }: { readonly table: AtTable }) => {
  const { state, reader, record } = table
  const mine = isThePerson(reader)
  return (
    <Frame title={mine ? 'Your record' : state.person.name}>
      <AboutMeLead table={table} />
      {knowsStanding(table) ? <p class="govuk-body-l">{standingSays(table)}</p> : null}
      {mayDo(table, 'conversation', 'say') ? (
        <ButtonLink href={recordPath(record, 'conversation')}>
          {mine ? 'Say how things are' : 'Go to the conversation'}
        </ButtonLink>
      ) : null}
      <WhoseMove table={table} />
      <GapsOfRecord table={table} />
      <AllFindings table={table} />
      <AtTheTable table={table} />
      <WithheldNotes table={table} />
      <StillToCome table={table} />
      <h2 class="govuk-heading-m">What has happened</h2>
      {mayDo(table, 'people', 'export') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'file')}>
            Take {mine ? 'your' : 'this'} record away in a file
          </a>
        </p>
      ) : null}
      <Months table={table} />
    </Frame>
  )
}
