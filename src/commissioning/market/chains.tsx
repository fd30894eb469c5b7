import { spanInWords } from '../../domain/contracts/span.ts'
import { inWords, pence } from '../../domain/money/pence.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Rooms, contractHref } from './laid.tsx'
import type { Chain, Link, Supported } from './view-chains.ts'
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
    {byChain(chain).map(([names, people]) => (
      <Details
        summary={
          <>
            {names}: {people.length === 1 ? '1 person' : `${people.length} people`}
            <span class="govuk-visually-hidden">, {chain.name}</span>
          </>
        }
      >
        <PeopleOf names={names} people={people} />
      </Details>
    ))}
    <h3 class="govuk-heading-s">What always stays with the council</h3>
    <ul class="govuk-list govuk-list--bullet">
      {chain.council.map((duty) => (
        <li>{KEPT[duty]}</li>
      ))}
    </ul>
  </section>
)

/** Each person’s support at the end of a chain: what it is to be, what came of late, and what is left of the price for it. */
const PeopleOf = ({ names, people }: { readonly names: string; readonly people: readonly Supported[] }) => {
  const isAgreed = people.some(({ agreed }) => agreed !== undefined)
  return (
    <Table
      caption={`Whose support goes through ${names}`}
      captionClass="govuk-visually-hidden"
      stacks
      firstCellIsHeader
      head={[
        'Person',
        ...(isAgreed ? ['To be given a week'] : []),
        `Given${daysOf(people)}`,
        { text: 'Paid to who comes', numeric: true },
      ]}
      rows={people.map(({ person, agreed, given, prices }) => [
        person,
        ...(isAgreed ? [agreed ?? 'Not told'] : []),
        given?.says ?? 'Nothing is known',
        {
          text:
            prices.length === 0
              ? 'Not told'
              : prices.map(({ service, paid, below }, index) => (
                  <>
                    {index === 0 ? null : <br />}
                    {prices.length === 1 ? '' : `${service}: `}
                    {inWords(paid)}
                    {below > 0 ? `, ${inWords(below)} below` : ''}
                  </>
                )),
          numeric: true,
        },
      ])}
    />
  )
}

/** The days of which the figures are, where they are the same for all. */
function daysOf(people: readonly Supported[]): string {
  const [first] = people.flatMap(({ given }) => given ?? [])
  return first === undefined ? '' : `, ${spanInWords(first.days)}`
}

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

/** People with the same chain together: `Northmoor Homecare, then Brightwater Care`. */
function byChain(chain: Chain): readonly (readonly [string, readonly Supported[]])[] {
  const groups = new Map<string, Supported[]>()
  for (const each of chain.people) {
    const key = each.chain.join(', then ')
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups]
}
