import { inWords, pence } from '../../domain/money/pence.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Rooms, contractHref } from './laid.tsx'
import type { Chain, Link } from './view-chains.ts'
import { words } from './words.ts'

const KEPT: Readonly<Record<Chain['council'][number], string>> = {
  assessment: 'Who is assessed, and how (sections 9 and 10)',
  eligibility: 'Who is eligible (section 13)',
  sufficiency: 'That there is enough care for everybody (section 5)',
}

/** Lead providers, and those to whom they pass support on, down to each person. */
export const Chains = ({ chains }: { readonly chains: readonly Chain[] }) => (
  <>
    <h1 class="govuk-heading-l">Chains of subcontracts</h1>
    <Rooms here="chains" />
    <p class="govuk-body">{words.chains}</p>
    {chains.length === 0 ? <InsetText>{words.chainsNone}</InsetText> : null}
    {chains.map((chain) => (
      <OneChain chain={chain} />
    ))}
  </>
)

const OneChain = ({ chain }: { readonly chain: Chain }) => (
  <section>
    <h2 class="govuk-heading-m">
      <a class="govuk-link" href={contractHref(chain.id)}>
        {chain.name}
      </a>
    </h2>
    <p class="govuk-body">The council pays {chain.lead}, which answers for everybody below it.</p>
    {chain.links.length === 0 ? (
      <p class="govuk-body">Nothing is passed on.</p>
    ) : (
      <Table
        caption={`Prices on their way down, ${chain.name}`}
        captionClass="govuk-visually-hidden"
        stacks
        head={['From', 'To', 'For', { text: 'Paid', numeric: true }, 'What is left of the price']}
        rows={chain.links.map((link) => [
          link.from,
          link.to,
          `${link.service}, ${link.people === 1 ? '1 person' : `${link.people} people`}`,
          { text: link.paid === undefined ? 'Not told' : inWords(link.paid), numeric: true },
          <Left link={link} />,
        ])}
      />
    )}
    <h3 class="govuk-heading-s">Who comes to whom</h3>
    <ul class="govuk-list govuk-list--bullet">
      {byChain(chain).map(([names, people]) => (
        <li>
          {names}:{' '}
          {people.length === 1 ? (
            people[0]
          ) : people.length <= SHORT ? (
            `${people.length} people (${people.join(', ')})`
          ) : (
            <>
              {people.length} people
              <Details summary="Who they are">{people.join(', ')}</Details>
            </>
          )}
        </li>
      ))}
    </ul>
    <h3 class="govuk-heading-s">What always stays with the council</h3>
    <ul class="govuk-list govuk-list--bullet">
      {chain.council.map((duty) => (
        <li>{KEPT[duty]}</li>
      ))}
    </ul>
  </section>
)

/** So many references stand in a line; more are folded up. */
const SHORT = 8

const Left = ({ link: { paid, above, sustainable } }: { readonly link: Link }) => {
  if (paid === undefined) return <>Not known</>
  const kept =
    above === undefined || above <= paid
      ? ''
      : `${inWords(pence<'unit'>(above - paid))} was kept on the way. `
  const low =
    sustainable !== undefined && paid < sustainable
      ? `It is ${inWords(pence<'unit'>(sustainable - paid))} below the sustainable rate.`
      : ''
  return <>{kept === '' && low === '' ? 'All of it' : `${kept}${low}`}</>
}

/** People with the same chain in one line: `Northmoor Homecare → Brightwater Care`. */
function byChain(chain: Chain): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>()
  for (const { person, chain: names } of chain.people) {
    const key = names.join(', then ')
    groups.set(key, [...(groups.get(key) ?? []), person])
  }
  return [...groups]
}
