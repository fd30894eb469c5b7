import { inWords, pence } from '../../domain/money/pence.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { Rooms, contractHref, percent } from './laid.tsx'
import { PricePicture, letter } from './price-picture.tsx'
import type { Price } from './view-prices.ts'
import { words } from './words.ts'

const UNITS = { hour: 'an hour', visit: 'a visit', night: 'a night', day: 'a day', week: 'a week' }

const unitOf = (unit: string): string => Object.entries(UNITS).find(([key]) => key === unit)?.[1] ?? unit

/** A price, and how far it is from the sustainable rate; below it is marked. */
const Paid = ({ price }: { readonly price: Price }) => {
  const { paid, sustainable } = price
  if (paid === undefined) return <>Not by the {price.unit}</>
  if (sustainable === undefined) return <>{inWords(paid)}; no sustainable rate is set</>
  const less = sustainable - paid
  return (
    <>
      {inWords(paid)}
      {less > 0 ? (
        <>
          {' '}
          <Tag class="govuk-tag--red">{`${inWords(pence<'unit'>(less))}\u00a0below`}</Tag>
        </>
      ) : null}
    </>
  )
}

/** What is paid three ways, beside what came of it. */
export const Prices = ({ prices }: { readonly prices: readonly Price[] }) => (
  <>
    <h1 class="govuk-heading-l">Prices and what came of them</h1>
    <Rooms here="" />
    <p class="govuk-body">{words.prices}</p>
    {prices.length === 0 ? (
      <InsetText>{words.none}</InsetText>
    ) : (
      <>
        <PricePicture prices={prices} />
        <Table
          caption="What is paid, what it costs sustainably and in-house, and what came of it"
          captionClass="govuk-visually-hidden"
          stacks
          head={[
            'Who gives it',
            { text: 'Paid', numeric: true },
            { text: 'Sustainable', numeric: true },
            { text: 'In-house', numeric: true },
            { text: 'Outcomes reached', numeric: true },
            { text: 'Visits missed', numeric: true },
            { text: 'Same worker', numeric: true },
          ]}
          rows={prices.map((price, index) => [
            <>
              <strong>
                {letter(index)}. {price.provider}
              </strong>
              {price.passedOnBy === undefined ? '' : `, passed on by ${price.passedOnBy}`}
              <br />
              {price.service}, {unitOf(price.unit)}
              <br />
              <a class="govuk-link" href={contractHref(price.contract)}>
                {price.name}
              </a>
            </>,
            { text: <Paid price={price} />, numeric: true },
            { text: price.sustainable === undefined ? 'None' : inWords(price.sustainable), numeric: true },
            { text: price.inHouse === undefined ? 'None set' : inWords(price.inHouse), numeric: true },
            {
              text:
                price.quality.decided === 0
                  ? 'Not known yet'
                  : `${price.quality.reached} of ${price.quality.decided}`,
              numeric: true,
            },
            { text: percent(price.quality.missed), numeric: true },
            { text: percent(price.quality.continuity), numeric: true },
          ])}
        />
      </>
    )}
    <p class="govuk-body-s">
      “Same worker” is how likely two visits to a person are by the same worker, on average over people.
      Outcomes of few people say little: look at them in the funnel before you compare.
    </p>
  </>
)
