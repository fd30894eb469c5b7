import { patternOf } from '../../domain/contracts/pattern.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { spanInWords } from '../../domain/contracts/span.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import type { AtProvider, AtProviders } from './door.ts'
import { Heading, providerPath } from './laid.tsx'
import { waitingSaid } from './said.tsx'
import { challengesOf, daysInWords, lineInWords, peopleUnder, waitingReferrals } from './view.ts'
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
  const { offers, moves } = waitingSaid(at)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.waits}</h2>
      {challenges.length + unlogged.length + referred.length + offers.length + moves.length === 0 ? (
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
        {offers.map(({ offered }) => (
          <li>
            <a class="govuk-link" href={providerPath(at.opened.id, 'terms', String(offered.number))}>
              Say if you accept new terms
            </a>
            , offered on {dateInWords(offered.on)}, from {dateInWords(offered.from)}
          </li>
        ))}
        {moves.map(({ moving }) => (
          <li>
            <a class="govuk-link" href={providerPath(at.opened.id, 'move', String(moving.number))}>
              Say if {at.nameOf(moving.person)} was {moving.way === 'pass-on' ? 'passed on' : 'handed back'}
            </a>
            , as was planned for {dateInWords(moving.from)}
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
      head={['Person', 'Where it stands']}
      rows={peopleUnder(at.ledger).map((line) => [
        {
          text: (
            <a class="govuk-link" href={providerPath(at.opened.id, 'person', line.person)}>
              {at.nameOf(line.person)}
            </a>
          ),
        },
        lineInWords(line),
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

/** So many periods are worked out at once: a year. So many of them stand open; the others are folded up. */
const WORKED_OUT = 13
const OPEN = 4

type Sums = Awaited<ReturnType<AtProvider['sums']>>

export const shownPeriods = ({ periods }: AtProvider) => periods.slice(0, WORKED_OUT)

const EveryPeriod = ({ at, known }: { readonly at: AtProvider; readonly known: Sums }) => (
  <>
    <PeriodTable at={at} known={known} from={0} to={OPEN} />
    {at.periods.length <= OPEN ? null : (
      <Details summary={`${at.periods.length - OPEN} earlier`}>
        <PeriodTable at={at} known={known} from={OPEN} to={at.periods.length} />
      </Details>
    )}
  </>
)

type Part = {
  readonly at: AtProvider
  readonly known: Sums
  readonly from: number
  readonly to: number
}

const PeriodTable = ({ at, known, from, to }: Part) => {
  const money = (amount: Pence<'once'> | undefined, none: string) => ({
    text: amount === undefined ? none : inWords(amount),
    numeric: true,
  })
  return (
    <Table
      stacks
      firstCellIsHeader
      caption={from === 0 ? words.periods : words.earlierPeriods}
      captionClass="govuk-visually-hidden"
      head={[
        'Days',
        'How far it is',
        { text: 'Comes to', numeric: true },
        { text: 'Held', numeric: true },
        { text: 'Settled', numeric: true },
      ]}
      rows={at.periods.slice(from, to).map((period, index) => {
        const sums = known.get(period.from)
        const isLater = from + index < WORKED_OUT && !known.has(period.from)
        return [
          {
            text: (
              <a class="govuk-link" href={providerPath(at.opened.id, 'paid', period.from)}>
                {daysInWords(period)}
              </a>
            ),
          },
          `${PERIOD_WORDS[period.state]}${sums?.isBlocked === true ? '. Fall blocked' : ''}`,
          money(sums?.due, isLater ? words.later : 'Not known'),
          money(sums?.held === 0 ? undefined : sums?.held, isLater ? words.later : 'None'),
          money(period.settled, 'Not yet'),
        ]
      })}
    />
  )
}

/** The terms as the council has them before it, and the prices beside the sustainable rate. */
const Terms = ({ at }: { readonly at: AtProvider }) => {
  const { terms, prices } = at.terms
  const { award, parties } = at.ledger
  const price = (rate: { readonly amount: Pence<'unit'> } | undefined) => ({
    text: rate === undefined ? 'None is set' : inWords(rate.amount),
    numeric: true,
  })
  return (
    <section>
      <h2 class="govuk-heading-m">{words.terms}</h2>
      <SummaryList
        rows={[
          { key: 'Awarded to', value: parties.get(award.provider)?.name ?? award.provider },
          { key: 'Answers for it at the council', value: parties.get(award.manager)?.name ?? award.manager },
          { key: 'From and to', value: spanInWords(award) },
          ...terms.map(({ key, says }) => ({ key, value: says })),
        ]}
      />
      <Table
        stacks
        firstCellIsHeader
        caption={words.prices}
        captionClass="govuk-table__caption--s"
        head={['Care', { text: 'The contract’s', numeric: true }, { text: 'Sustainable', numeric: true }]}
        rows={prices.map(({ service, unit, contract, sustainable }) => [
          `${service}, ${unit}`,
          price(contract),
          price(sustainable),
        ])}
      />
    </section>
  )
}

/** Each pay period, how far it has come and what it comes to; and the terms behind it. */
export const Periods = ({ at, known }: { readonly at: AtProvider; readonly known: Sums }) => (
  <Heading title={words.periods} caption={at.opened.file.contract.name}>
    {at.isWhole ? <EveryPeriod at={at} known={known} /> : <InsetText>{words.periodsPart}</InsetText>}
    <Terms at={at} />
  </Heading>
)
