import { patternOf } from '../../domain/contracts/pattern.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import type { AtProvider, AtProviders } from './door.ts'
import { Heading, providerPath } from './laid.tsx'
import { challengesOf, daysInWords, peopleUnder, waitingReferrals } from './view.ts'
import { words } from './words.ts'

/** Every contract under which the reader gives support, also where it was passed on to them. */
export const List = ({ lines }: AtProviders) => (
  <Heading title={words.title}>
    {lines.length === 0 ? <InsetText>{words.none}</InsetText> : null}
    {lines.length === 0 ? null : (
      <Table
        stacks
        firstCellIsHeader
        caption="Contracts"
        captionClass="govuk-visually-hidden"
        head={['Contract', 'Awarded to', 'Your part', 'People you see']}
        rows={lines.map(({ id, name, provider, ways, people, ended }) => [
          {
            text: (
              <a class="govuk-link" href={providerPath(id)}>
                {name}
              </a>
            ),
          },
          provider,
          `${ways.includes('provider') ? 'The whole contract' : 'People passed on to you'}${ended ? ', ended' : ''}`,
          String(people),
        ])}
      />
    )}
  </Heading>
)

/** What waits for the provider: challenges to answer, and people of whom a log is missing. */
const Waits = ({ at }: { readonly at: AtProvider }) => {
  const challenges = challengesOf(at.ledger).filter(({ waitsForUs }) => waitsForUs)
  const referred = at.isWhole ? waitingReferrals(at.ledger) : []
  const unlogged = peopleUnder(at.ledger).filter((line) => line.unlogged > 0)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.waits}</h2>
      {challenges.length + unlogged.length + referred.length === 0 ? (
        <p class="govuk-body">{words.nothingWaits}</p>
      ) : null}
      <ul class="govuk-list govuk-list--bullet">
        {referred.map(({ id, person, on }) => (
          <li>
            <a class="govuk-link" href={providerPath(at.opened.id, 'referral', id)}>
              Say if you will support {at.nameOf(person)}
            </a>
            , referred from {dateInWords(on)}
          </li>
        ))}
        {challenges.map(({ challenged }) => (
          <li>
            <a class="govuk-link" href={providerPath(at.opened.id, 'answer', challenged.id)}>
              Answer a challenge about {at.nameOf(challenged.person)}
            </a>
            , of {dateInWords(challenged.on)}
          </li>
        ))}
        {unlogged.map(({ person }) => (
          <li>
            <a class="govuk-link" href={providerPath(at.opened.id, 'person', person)}>
              {at.nameOf(person)}
            </a>
            : some visits have no log. Their money waits until you show which were made.
          </li>
        ))}
      </ul>
    </section>
  )
}

const Many = ({ at }: { readonly at: AtProvider }) => {
  const pattern = patternOf(at.ledger)
  return pattern === undefined ? null : (
    <InsetText>
      Workers have challenged what was done with {pattern.people.length} people under this contract in the
      last 12 months. That is a pattern, and no longer one person’s matter: expect the commissioner to speak
      to you about it.
    </InsetText>
  )
}

export const Contract = ({ at }: { readonly at: AtProvider }) => (
  <Heading title={at.opened.file.contract.name} caption={words.title}>
    <Many at={at} />
    <Waits at={at} />
    <h2 class="govuk-heading-m">{words.people}</h2>
    <p class="govuk-body">{at.isWhole ? words.peopleWhole : words.peopleIntro}</p>
    <Table
      stacks
      firstCellIsHeader
      caption={words.people}
      captionClass="govuk-visually-hidden"
      head={[
        'Person',
        'Outcomes agreed',
        'Reached, as they say',
        'Waiting for their answer',
        'Open challenges',
      ]}
      rows={peopleUnder(at.ledger).map((line) => [
        {
          text: (
            <a class="govuk-link" href={providerPath(at.opened.id, 'person', line.person)}>
              {at.nameOf(line.person)}
            </a>
          ),
        },
        String(line.outcomes),
        String(line.reached),
        String(line.asked),
        String(line.challenges),
      ])}
    />
  </Heading>
)

const PERIOD_WORDS = {
  'under-way': 'Not over yet',
  'to-settle': 'Over, not settled yet',
  settled: 'Settled, not paid yet',
  paid: 'Paid',
} as const

/** Each pay period, and how far it has come. */
export const Periods = ({ at }: { readonly at: AtProvider }) => (
  <Heading title={words.periods} caption={at.opened.file.contract.name}>
    {at.isWhole ? (
      <Table
        stacks
        firstCellIsHeader
        caption={words.periods}
        captionClass="govuk-visually-hidden"
        head={['Days', 'How far it is', { text: 'Settled', numeric: true }]}
        rows={at.periods.map((period) => [
          {
            text: (
              <a class="govuk-link" href={providerPath(at.opened.id, 'paid', period.from)}>
                {daysInWords(period)}
              </a>
            ),
          },
          PERIOD_WORDS[period.state],
          { text: period.settled === undefined ? '' : inWords(period.settled), numeric: true },
        ])}
      />
    ) : (
      <InsetText>{words.periodsPart}</InsetText>
    )}
  </Heading>
)
