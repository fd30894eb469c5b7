import { unitsInWords } from '../../domain/contracts/care.ts'
import { entryOf } from '../../domain/contracts/ledger.ts'
import type { Span } from '../../domain/contracts/span.ts'
import { dateInWords, monthInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtProvider, VisitKept } from './door.ts'
import { Heading, providerPath } from './laid.tsx'
import {
  type ChallengeSeen,
  type OutcomeSeen,
  challengesOf,
  daysInWords,
  monthsOf,
  outcomesOf,
} from './view.ts'
import { Moves } from './said.tsx'
import { words } from './words.ts'

type Props = { readonly at: AtProvider; readonly person: string }

const Contest = ({
  at,
  of,
  what,
}: {
  readonly at: AtProvider
  readonly of: string
  readonly what: string
}) => (
  <a class="govuk-link" href={providerPath(at.opened.id, 'contest', of)}>
    {words.contest}
    <span class="govuk-visually-hidden">: {what}</span>
  </a>
)

/** Who said so: the person by their name, who acts for them by theirs. */
const whoSaid = (at: AtProvider, by: string): string => at.ledger.parties.get(by)?.name ?? at.nameOf(by)

const Now = ({ at, seen }: { readonly at: AtProvider; readonly seen: OutcomeSeen }) => {
  const { now } = seen
  switch (now.kind) {
    case 'open':
      return <>Nothing was said of it yet.</>
    case 'claimed':
      return (
        <>
          You said on {dateInWords(now.claim.on)} that it is reached. It waits for the person’s answer; no
          answer is never a yes.
        </>
      )
    case 'said':
      return (
        <>
          {whoSaid(at, now.confirmed.by)} said on {dateInWords(now.confirmed.on)}:{' '}
          <strong>{now.confirmed.reached ? 'yes' : now.confirmed.attained === -1 ? 'not yet' : 'no'}</strong>.
          {now.confirmed.level === undefined ? '' : ` “${LADDER[now.confirmed.level]}”.`}
          {at.said(now.confirmed.id)} <Contest at={at} of={now.confirmed.id} what="what was said of it" />
        </>
      )
    case 'excluded':
      return (
        <>
          Left out on {dateInWords(now.excluded.on)}: {now.excluded.why} Approved by {now.excluded.approver}.
        </>
      )
  }
}

const Outcome = ({ at, seen }: { readonly at: AtProvider; readonly seen: OutcomeSeen }) => {
  const { outcome, contests, mayClaim } = seen
  return (
    <section class="rt-block">
      <h3 class="govuk-heading-s">“{outcome.goal}”</h3>
      <p class="govuk-body">
        Agreed on {dateInWords(outcome.on)}, by {dateInWords(outcome.due)}.{' '}
        {outcome.estimate.length === 0
          ? ''
          : `Estimated: ${outcome.estimate.map(({ service, units }) => serviceAmount(at, service, units)).join(', ')}.`}
      </p>
      <p class="govuk-body">
        <Now at={at} seen={seen} />
      </p>
      {contests.map(({ id, why, by, on }) => (
        <p class="govuk-body">
          Contested by {whoSaid(at, by)} on {dateInWords(on)}: <q class="rt-quote">{why}</q>
          {at.said(id)}
        </p>
      ))}
      {mayClaim ? (
        <ButtonLink class="govuk-button--secondary" href={providerPath(at.opened.id, 'claim', outcome.id)}>
          {words.claim}
          <span class="govuk-visually-hidden">: {outcome.goal}</span>
        </ButtonLink>
      ) : null}
    </section>
  )
}

const serviceAmount = (at: AtProvider, service: string, units: number): string => {
  const found = at.ledger.award.terms.services.find(({ id }) => id === service)
  return unitsInWords(units, found?.unit ?? 'hour')
}

/** So many months stand open on the page; the others are folded up. */
const LATEST = 3

const CareTable = ({
  at,
  care,
  caption,
}: {
  readonly at: AtProvider
  readonly care: AtProvider['ledger']['care']
  readonly caption: string
}) => {
  const someUnlogged = care.some(({ unlogged }) => unlogged > 0)
  return (
    <Table
      stacks
      caption={caption}
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={[
        'Days',
        'What',
        'Given, of what was planned',
        ...(someUnlogged ? ['No log'] : []),
        'If it is not so',
      ]}
      rows={care.map((each) => {
        const [entry] = each.entries
        const isWritten = entryOf(at.ledger, 'delivered', entry) !== undefined
        const service = at.ledger.award.terms.services.find(({ id }) => id === each.service)
        return [
          { text: daysInWords(each) },
          `${service?.what ?? each.service} (${each.line})`,
          `${Math.round(each.delivered * 100) / 100} of ${serviceAmount(at, each.service, each.planned)}`,
          ...(someUnlogged
            ? [each.unlogged === 0 ? 'None' : serviceAmount(at, each.service, each.unlogged)]
            : []),
          {
            text:
              entry === undefined || !isWritten ? (
                'Once you have reported it'
              ) : (
                <Contest at={at} of={entry} what={`care of ${daysInWords(each)}, ${each.line}`} />
              ),
          },
        ]
      })}
    />
  )
}

const Care = ({ at, person }: Props) => {
  const care = at.ledger.care.filter((each) => each.person === person).toReversed()
  const days = [...new Set(care.map(({ from }) => from))]
  const since = days[LATEST - 1]
  const latest = care.filter(({ from }) => since === undefined || from >= since)
  const earlier = care.filter(({ from }) => since !== undefined && from < since).slice(0, 48)
  return care.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{words.given}</h2>
      <CareTable at={at} care={latest} caption={words.given} />
      {earlier.length === 0 ? null : (
        <Details summary={words.earlier}>
          <CareTable at={at} care={earlier} caption={words.earlier} />
        </Details>
      )}
    </>
  )
}

const Challenge = ({ at, seen }: { readonly at: AtProvider; readonly seen: ChallengeSeen }) => {
  const { challenged, settled, waitsForUs } = seen
  return (
    <li>
      <a class="govuk-link" href={providerPath(at.opened.id, 'answer', challenged.id)}>
        {whoSaid(at, challenged.by)}, {dateInWords(challenged.on)}
      </a>
      : <q class="rt-quote">{challenged.says}</q>{' '}
      {settled === undefined ? (
        waitsForUs ? (
          <Tag class="govuk-tag--yellow">Waits for your answer</Tag>
        ) : (
          'You answered. It is not settled yet.'
        )
      ) : settled.upheld ? (
        'Settled: it was right.'
      ) : (
        'Settled: it was not right.'
      )}
    </li>
  )
}

/** What was agreed with one person, and what came of it, as far as whoever supports them may see. */
export const Person = ({ at, person }: Props) => {
  const challenges = challengesOf(at.ledger, person)
  return (
    <Heading title={at.nameOf(person)} caption={at.opened.file.contract.name}>
      <h2 class="govuk-heading-m">{words.agreed}</h2>
      {outcomesOf(at.ledger, person).map((seen) => (
        <Outcome at={at} seen={seen} />
      ))}
      {challenges.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words.challenges}</h2>
          <ul class="govuk-list govuk-list--spaced">
            {challenges.map((seen) => (
              <Challenge at={at} seen={seen} />
            ))}
          </ul>
        </>
      )}
      <Care at={at} person={person} />
      <h2 class="govuk-heading-m">{words.visits}</h2>
      <p class="govuk-body">
        {monthsOf(at.ledger, at.today)
          .slice(0, 12)
          .map((month, index) => (
            <>
              {index === 0 ? '' : ', '}
              <a class="govuk-link" href={`${providerPath(at.opened.id, 'visits', person)}?month=${month}`}>
                {monthInWords(month)}
              </a>
            </>
          ))}
      </p>
      <Moves at={at} person={person} />
    </Heading>
  )
}

type VisitsProps = Props & { readonly days: Span; readonly visits: readonly VisitKept[] }

/** One person’s visits of a month, as planned and as logged. */
export const Visits = ({ at, person, days, visits }: VisitsProps) => (
  <Heading title={`Visits to ${at.nameOf(person)}`} caption={monthInWords(days.from)}>
    {visits.length === 0 ? (
      <p class="govuk-body">{words.noVisits}</p>
    ) : (
      <>
        <p class="govuk-body">{at.inBrief(visits)}</p>
        <h2 class="govuk-heading-m">{words.notPlanned}</h2>
        {visits.every(at.asPlanned) ? (
          <p class="govuk-body">{words.allPlanned}</p>
        ) : (
          <VisitTable
            at={at}
            visits={visits.filter((visit) => !at.asPlanned(visit))}
            caption={words.notPlanned}
          />
        )}
        <Details summary={words.everyVisit}>
          <VisitTable at={at} visits={visits} caption={words.visits} />
        </Details>
      </>
    )}
  </Heading>
)

const VisitTable = ({
  at,
  visits,
  caption,
}: Pick<VisitsProps, 'at' | 'visits'> & { readonly caption: string }) => (
  <Table
    stacks
    caption={caption}
    captionClass="govuk-visually-hidden"
    firstCellIsHeader
    head={['Day', 'Planned', 'Logged', 'How long', 'Worker']}
    rows={visits.map((visit) => {
      const { planned, logged, took } = at.whenOf(visit)
      return [
        { text: dateInWords(visit.day) },
        planned,
        logged,
        took,
        visit.worker === '' ? words.noWorker : visit.worker,
      ]
    })}
  />
)
