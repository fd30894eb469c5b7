import type { Beside } from '../../domain/contracts/beside.ts'
import { peopleOn } from '../../domain/contracts/ledger.ts'
import { openMatters } from '../../domain/contracts/outcomes.ts'
import { patternOf } from '../../domain/contracts/pattern.ts'
import { spanInWords } from '../../domain/contracts/span.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { integrity } from '../../domain/integrity/every.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Coming } from './coming.tsx'
import type { AtContract } from './door.ts'
import { ContractHeading, contractPath, providerOf } from './laid.tsx'
import { PatternOf } from './pattern.tsx'
import { named } from './view-evidence.ts'
import { Periods } from './periods.tsx'
import type { SumsSoFar } from './sums-kept.ts'
import { type RateLine, ratesOn, ratesSet, termsInWords } from './view-terms.ts'
import { words } from './words.ts'
import { YearsAhead } from './years.tsx'
import { adjustWords, needsWords } from './words-change.ts'
import { endWords, letInWords, offerWords } from './words-said.ts'

const RATE_WORDS = { contract: 'The contract', sustainable: 'Sustainable', 'in-house': 'In-house' } as const

/** One contract: what was agreed in words and numbers, and where it stands. */
export const ContractPageMain = ({
  at,
  beside,
  sums,
}: {
  readonly at: AtContract
  readonly sums: SumsSoFar
  readonly beside: readonly Beside[]
}) => {
  const { ledger, today, opened } = at
  const { award } = ledger
  const pattern = patternOf(ledger)
  return (
    <ContractHeading at={at} title={opened.file.contract.name}>
      <Coming at={at} beside={beside} />
      <Open at={at} />
      {pattern === undefined ? null : <PatternOf at={at} pattern={pattern} />}
      <Periods at={at} sums={sums} />
      <h2 class="govuk-heading-m">What was agreed</h2>
      <SummaryList
        rows={[
          { key: 'Provider', value: providerOf(at) },
          {
            key: 'Answers for it at the council',
            value: ledger.parties.get(award.manager)?.name ?? award.manager,
          },
          { key: 'From and to', value: spanInWords(ledger.span) },
          ...(award.zone === undefined ? [] : [{ key: 'Where', value: capitalised(award.zone) }]),
          ...(award.population === undefined ? [] : [{ key: 'For whom', value: award.population }]),
          { key: 'People supported today', value: String(peopleOn(ledger, today).length) },
          ...termsInWords(ledger).map(({ key, says }) => ({ key, value: says })),
        ]}
      />
      <YearsAhead at={at} />
      <Rates at={at} />
      <More at={at} />
    </ContractHeading>
  )
}

/** Everything that can be done or seen under a contract, in the order in which it is asked for. */
const MORE: readonly (readonly [slug: string, text: string])[] = [
  ['link', words.link],
  ['terms', offerWords.title],
  ['rate', words.setRate],
  ['adjust', adjustWords.title],
  ['needs', needsWords.title],
  ['providers', letInWords.open],
  ['end', endWords.open],
  ['flags', words.trust],
  ['sample', 'Draw outcomes to be measured again'],
  ['outcomes', 'Outcomes that were agreed'],
  ['file', 'The whole contract in a file (JSON)'],
]

const More = ({ at }: { readonly at: AtContract }) => (
  <section>
    <h2 class="govuk-heading-m">More</h2>
    <ul class="govuk-list">
      {MORE.map(([slug, text]) => (
        <li>
          <a class="govuk-link" href={contractPath(at.opened.id, slug)}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </section>
)

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** What waits: raised and unanswered, and figures to be talked about. */
const Open = ({ at }: { readonly at: AtContract }) => {
  const { ledger, today, opened } = at
  const matters = openMatters(ledger, { from: ledger.span.from, to: today })
  const flags = integrity(ledger)
  if (matters.length + flags.length === 0) return null
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">What is open</h2>
      <ul class="govuk-list govuk-list--bullet">
        {matters.map(({ entry, says, owner }) => (
          <li>
            {named(says, ledger, at.nameOf)} It waits for {ledger.parties.get(owner)?.name ?? owner}; the
            outcome money waits with it.{' '}
            <a class="govuk-link" href={contractPath(opened.id, 'answer', entry)}>
              {words.answer}
              <span class="govuk-visually-hidden">: {named(says, ledger, at.nameOf)}</span>
            </a>
          </li>
        ))}
        {flags.length === 0 ? null : (
          <li>
            {flags.length === 1 ? '1 figure' : `${flags.length} figures`} to talk about.{' '}
            <a class="govuk-link" href={contractPath(opened.id, 'flags')}>
              See {flags.length === 1 ? 'it' : 'them'}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

const rateCell = (rate: RateLine['contract']) => ({
  text: rate === undefined ? 'None is set' : inWords(rate.amount),
  numeric: true,
})

const Rates = ({ at }: { readonly at: AtContract }) => {
  const { ledger, today } = at
  const on = today < ledger.span.to ? today : ledger.span.to
  return (
    <section>
      <h2 class="govuk-heading-m">Prices in force on {dateInWords(on)}</h2>
      <Table
        caption="Prices three ways"
        captionClass="govuk-visually-hidden"
        stacks
        firstCellIsHeader
        head={[
          'Service',
          { text: 'Contract', numeric: true },
          { text: 'Sustainable', numeric: true },
          { text: 'The council’s own', numeric: true },
        ]}
        rows={ratesOn(ledger, on).map(({ service, unit, contract, sustainable, inHouse }) => [
          `${service}, ${unit}`,
          rateCell(contract),
          rateCell(sustainable),
          rateCell(inHouse),
        ])}
      />
      <Details summary="Every price that was set, by whom and when">
        <ul class="govuk-list govuk-list--bullet">
          {ratesSet(ledger).map((rate) => (
            <li>
              {RATE_WORDS[rate.rate]},{' '}
              {ledger.award.terms.services.find(({ id }) => id === rate.service)?.what ?? rate.service}:{' '}
              {inWords(rate.amount)} from {dateInWords(rate.from)}. Set on {dateInWords(rate.on)} by{' '}
              {ledger.parties.get(rate.by)?.name ?? rate.by}.
              {rate.source === undefined ? '' : ` ${rate.source}.`}
            </li>
          ))}
        </ul>
      </Details>
    </section>
  )
}
