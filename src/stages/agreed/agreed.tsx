import { unitsInWords } from '../../domain/contracts/care.ts'
import type { ContractEntryOf } from '../../domain/contracts/entries.ts'
import { recordReference } from '../../domain/contracts/record-reference.ts'
import { SERVICE_UNITS } from '../../domain/contracts/terms.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson } from '../../table/reader.ts'
import {
  type Agreed,
  type AgreedOutcome,
  type Challenge,
  type MonthOfCare,
  careFor,
  daysInWords,
  partyName,
} from './view.ts'
import { WhoSupports } from './who-supports.tsx'
import { ANSWER_WORDS, MONEY_WORDS, NEVER, words } from './words.ts'
import { visitWords } from './words-visits.ts'

type Props = { readonly table: AtTable; readonly agreed: Agreed }

/** In the ledger the person goes by a reference; on their record they have their name. */
export const whoIn = ({ table, agreed }: Props, by: string): string => {
  if (by === agreed.under.person) return isThePerson(table.reader) ? 'You' : table.state.person.name
  return partyName(agreed.ledger, by)
}

const Claim = ({
  agreed,
  claim,
}: {
  readonly agreed: Agreed
  readonly claim: ContractEntryOf<'claimed'>
}) => (
  <>
    On {dateInWords(claim.on)} {partyName(agreed.ledger, claim.by)} said that it is reached
    {claim.level === undefined ? '' : `: “${LADDER[claim.level]}”`}.
    {claim.says === undefined ? null : (
      <>
        {' '}
        <q class="rt-quote">{claim.says}</q>
      </>
    )}
  </>
)

const Said = ({ table, agreed, view }: Props & { readonly view: AgreedOutcome }) => {
  const last = view.confirmed.at(-1)
  if (view.excluded !== undefined)
    return (
      <>
        Left out on {dateInWords(view.excluded.on)}: {view.excluded.why} Approved by {view.excluded.approver}.
      </>
    )
  if (last === undefined || view.said === undefined) return <>{words.nobody}</>
  const mine = last.by === agreed.under.person && isThePerson(table.reader)
  const says = ANSWER_WORDS[view.said][mine ? 'mine' : 'theirs']
  return (
    <>
      {whoIn({ table, agreed }, last.by)}, {dateInWords(last.on)}: <strong>{says}</strong>.
      {last.level === undefined ? null : ` ${LADDER[last.level]}.`}
    </>
  )
}

const Outcome = (props: Props & { readonly view: AgreedOutcome; readonly maySay: boolean }) => {
  const { table, agreed, view, maySay } = props
  const { outcome, claims, asks, excluded } = view
  const claim = claims.at(-1)
  return (
    <section class="rt-block">
      <h3 class="govuk-heading-s">
        “{outcome.goal}” {asks ? <Tag class="govuk-tag--yellow">Asks for an answer</Tag> : null}
      </h3>
      <p class="govuk-body">
        Agreed on {dateInWords(outcome.on)}, by {dateInWords(outcome.due)}.
      </p>
      {claim === undefined ? null : (
        <p class="govuk-body">
          <Claim agreed={agreed} claim={claim} />
        </p>
      )}
      <p class="govuk-body">
        <Said table={table} agreed={agreed} view={view} />
      </p>
      {maySay && excluded === undefined ? (
        <ButtonLink
          class={asks ? '' : 'govuk-button--secondary'}
          href={recordPath(table.record, 'agreed', agreed.under.id, outcome.id)}
        >
          {view.said === undefined ? words.say : words.again}
          <span class="govuk-visually-hidden">: {outcome.goal}</span>
        </ButtonLink>
      ) : null}
    </section>
  )
}

const amount = (units: number, unit: string): string => {
  const known = SERVICE_UNITS.find((each) => each === unit)
  if (known !== undefined && known !== 'hour') return unitsInWords(units, known)
  // As the page of the visits says it: nobody reckons in hundredths of an hour.
  const minutes = Math.round(units * 60)
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    ...(whole === 0 ? [] : [unitsInWords(whole, 'hour')]),
    ...(rest === 0 ? [] : [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`]),
  ]
  return parts.length === 0 ? unitsInWords(0, 'hour') : parts.join(' and ')
}

const notes = ({ unlogged, missed, short, unit }: MonthOfCare): string =>
  [
    ...(missed > 0 ? [missed === 1 ? '1 visit missed' : `${missed} visits missed`] : []),
    ...(short > 0 ? [`${short} cut short`] : []),
    ...(unlogged > 0 ? [`${amount(unlogged, unit)} with no log: nobody can say`] : []),
  ].join(', ')

/** What was planned and given, the latest first. */
export const Care = ({ agreed }: { readonly agreed: Agreed }) => {
  const months = careFor(agreed.ledger, agreed.under.person)
  // One support all along is named once, above; else each row names its own.
  const [first] = months
  const isOne = first !== undefined && months.every(({ what }) => what === first.what)
  return months.length === 0 ? null : (
    <Table
      stacks
      caption={
        isOne ? `${words.care}: ${first.what.charAt(0).toLowerCase()}${first.what.slice(1)}` : words.care
      }
      captionClass="govuk-table__caption--s"
      firstCellIsHeader
      head={['Days', ...(isOne ? [] : ['Support']), 'Planned', 'Given', 'To note']}
      rows={months.map((month) => [
        { text: daysInWords(month) },
        ...(isOne ? [] : [month.what]),
        amount(month.planned, month.unit),
        amount(month.delivered, month.unit),
        { text: notes(month) },
      ])}
    />
  )
}

export const ChallengeLine = ({ table, agreed, challenge }: Props & { readonly challenge: Challenge }) => {
  const { challenged, answers, settled } = challenge
  return (
    <li>
      <a
        class="govuk-link"
        href={recordPath(table.record, 'agreed', agreed.under.id, 'challenge', challenged.id)}
      >
        {partyName(agreed.ledger, challenged.by)}, {dateInWords(challenged.on)}
      </a>
      : <q class="rt-quote">{challenged.says}</q>{' '}
      {settled === undefined
        ? answers.length === 0
          ? 'The provider has not answered yet.'
          : 'The provider has answered. It is not settled yet.'
        : settled.upheld
          ? 'Settled: it was right.'
          : 'Settled: it was not right.'}
    </li>
  )
}

type RoomProps = Props & { readonly maySay: boolean; readonly mayChallenge: boolean }

const Contract = ({ table, agreed, maySay, mayChallenge }: RoomProps) => {
  const { ledger, chain, outcomes, challenges, model, under } = agreed
  const names = chain.map((party) => partyName(ledger, party))
  return (
    <section>
      <h2 class="govuk-heading-m">{ledger.contract.name}</h2>
      <p class="govuk-body">
        {names.length === 1
          ? `${names[0] ?? ''} gives the support.`
          : `${names[0] ?? ''} has the contract and passed the support on to ${names.slice(1).join(', and they to ')}.`}
      </p>
      <WhoSupports table={table} agreed={agreed} maySay={maySay} />
      {outcomes.length === 0 ? (
        <p class="govuk-body">{words.noOutcomes}</p>
      ) : (
        <p class="govuk-body">{MONEY_WORDS[model]}</p>
      )}
      {outcomes.map((view) => (
        <Outcome table={table} agreed={agreed} view={view} maySay={maySay} />
      ))}
      <Care agreed={agreed} />
      <p class="govuk-body">
        <a class="govuk-link" href={recordPath(table.record, 'agreed', under.id, 'visits')}>
          {visitWords.link}
          <span class="govuk-visually-hidden">: {ledger.contract.name}</span>
        </a>
      </p>
      {challenges.length === 0 ? null : (
        <>
          <h3 class="govuk-heading-s">{words.challenges}</h3>
          <ul class="govuk-list govuk-list--spaced">
            {challenges.map((challenge) => (
              <ChallengeLine table={table} agreed={agreed} challenge={challenge} />
            ))}
          </ul>
        </>
      )}
      {mayChallenge ? (
        <p class="govuk-body">
          <a class="govuk-link" href={recordPath(table.record, 'agreed', under.id, 'challenge')}>
            {words.challenge}
          </a>
        </p>
      ) : null}
    </section>
  )
}

type PageProps = Pick<RoomProps, 'table' | 'maySay' | 'mayChallenge'> & { readonly all: readonly Agreed[] }

export const AgreedPage = ({ all, ...room }: PageProps) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    {all.length === 0 ? <p class="govuk-body">{words.none}</p> : <p class="govuk-body">{NEVER}</p>}
    {all.map((agreed) => (
      <Contract agreed={agreed} {...room} />
    ))}
    {room.mayChallenge ? (
      <p class="govuk-body">
        {words.reference} <strong>{recordReference(room.table.record)}</strong>
      </p>
    ) : null}
  </Frame>
)
