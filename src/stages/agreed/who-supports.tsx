import { THE_PERSON, movesOf, nextFor, noticeOf, wordsOf } from '../../domain/contracts/beside.ts'
import { every } from '../../domain/contracts/ledger.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { isThePerson } from '../../table/reader.ts'
import { type Agreed, partyName } from './view.ts'
import { isWorker } from './voice.ts'
import { ASKED_WORDS, MOVE_STATES, MOVE_WORDS, whoWords as w } from './words-who.ts'

type Props = {
  readonly table: AtTable
  readonly agreed: Agreed
  readonly maySay: boolean
  /** under the page’s own heading, and not under that of a contract */
  readonly isFirst?: boolean
}

/** Where the support goes: that the contract ends, that it is passed on or handed back, why, and who gives it next. */
export const WhoSupports = ({ table, agreed, maySay, isFirst = false }: Props) => {
  const Heading = isFirst ? 'h2' : 'h3'
  const whoSays = (name: string): string =>
    name !== THE_PERSON ? name : isThePerson(table.reader) ? 'You' : table.state.person.name
  const { under, ledger } = agreed
  const { beside, person } = under
  const today = table.state.on
  const notice = noticeOf(beside)
  const ended = every(ledger, 'ended').at(-1)
  const moves = movesOf(beside, ledger, { today, person })
  const next = nextFor(beside, person)
  const said = wordsOf(beside, person)
  const whose = isThePerson(table.reader) ? 'mine' : 'theirs'
  if (notice === undefined && ended === undefined && next === undefined && moves.length === 0) return null
  return (
    <section class="rt-block">
      <Heading class="govuk-heading-s">{w.heading}</Heading>
      {ended !== undefined ? (
        <p class="govuk-body">
          {w.ends} The last day was {dateInWords(ended.on)}. <q class="rt-quote">{ended.why}</q>
        </p>
      ) : notice === undefined ? null : (
        <p class="govuk-body">
          {w.ends} The last day is {dateInWords(notice.last)}. {notice.name} says why:{' '}
          <q class="rt-quote">{notice.why}</q>
        </p>
      )}
      {moves.map(({ moving, state, off }) => (
        <>
          <p class="govuk-body">
            <strong>
              {MOVE_WORDS[moving.way]}
              {moving.to === undefined ? '' : `, ${partyName(ledger, moving.to)}`}, from{' '}
              {dateInWords(moving.from)}.
            </strong>{' '}
            {MOVE_STATES[state]} {off === undefined ? null : <q class="rt-quote">{off.why}</q>}
          </p>
          <p class="govuk-body">
            {moving.name} says why: <q class="rt-quote">{moving.why}</q> {ASKED_WORDS[moving.asked][whose]}
            {moving.said === undefined ? null : (
              <>
                {' '}
                <q class="rt-quote">{moving.said}</q>
              </>
            )}
          </p>
          <p class="govuk-body">
            {w.meanwhile}: {moving.meanwhile}
          </p>
        </>
      ))}
      <p class="govuk-body">
        {w.next}:{' '}
        {next === undefined ? (
          <strong>{w.noNext}</strong>
        ) : (
          <>
            {next.who} From {dateInWords(next.from)}. {next.name} wrote this on {dateInWords(next.on)}.
          </>
        )}
      </p>
      {said.map(({ name, on, says }) => (
        <p class="govuk-body">
          {whoSays(name)}, {dateInWords(on)}: <q class="rt-quote">{says}</q>
        </p>
      ))}
      <p class="govuk-body">{w.safe[whose]}</p>
      {maySay ? (
        <p class="govuk-body">
          <a class="govuk-link" href={recordPath(table.record, 'agreed', under.id, 'who-supports')}>
            {isWorker(table) ? w.linkNext : w.link[whose]}
          </a>
        </p>
      ) : null}
    </section>
  )
}
