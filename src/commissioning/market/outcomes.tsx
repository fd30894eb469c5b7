import { funnelLimits } from '../../domain/contracts/measures.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { type FunnelLimit, FunnelPlot } from '../../platform/govuk/pictures/funnel-plot.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Rooms, percent } from './laid.tsx'
import { letter } from './price-picture.tsx'
import type { Funnel, Point } from './view-funnel.ts'
import { words } from './words.ts'

const STANDS: Readonly<Record<Point['stands'], string>> = {
  inside: 'Chance explains it',
  'outside-95': 'Outside 95%: ask',
  'outside-998': 'Outside 99.8%: ask first',
}
const SIGNS = { inside: 'inside', 'outside-95': 'between', 'outside-998': 'outside' } as const

/** Where the lines of the funnel lie, for so many outcomes with the mean chance. */
function limitsFor(mean: number, most: number): readonly FunnelLimit[] {
  const steps = 30
  return Array.from({ length: steps }, (_, step) => Math.max(2, Math.round((most * (step + 1)) / steps)))
    .filter((many, index, all) => all.indexOf(many) === index)
    .flatMap((many): readonly FunnelLimit[] => {
      const limits = funnelLimits(Array.from({ length: many }, () => mean))
      return limits === undefined ? [] : [{ many, inner: limits.limits95, outer: limits.limits998 }]
    })
}

const counted = (number: number) => ({ text: String(number), numeric: true })

/** A rate on those whose end is known, beside the rate on all who were due or left out. */
const LeftOutOf = ({ funnel: { leftOut } }: { readonly funnel: Funnel }) => (
  <>
    <h2 class="govuk-heading-m">Who was left out</h2>
    <p class="govuk-body">{words.leftOut}</p>
    <Table
      caption="Outcomes left out of each provider’s rate"
      captionClass="govuk-visually-hidden"
      stacks
      firstCellIsHeader
      head={[
        'Provider',
        { text: 'Reached, of those known', numeric: true },
        { text: 'Due, and nobody has said', numeric: true },
        { text: 'Excluded', numeric: true },
        { text: 'Reached, of all of these', numeric: true },
        { text: 'Not due yet', numeric: true },
      ]}
      rows={leftOut.map(({ provider, reached, known, notSaid, excluded, ofAll, notDue }) => [
        provider,
        {
          text: known === 0 ? 'None known' : `${reached} of ${known}, ${percent(reached / known)}`,
          numeric: true,
        },
        counted(notSaid),
        counted(excluded),
        { text: ofAll === undefined ? 'None' : percent(ofAll), numeric: true },
        counted(notDue),
      ])}
    />
  </>
)

/** Outcomes of each provider in one funnel, with the same in a table. */
export const OutcomesByProvider = ({ funnel }: { readonly funnel: Funnel | undefined }) => (
  <>
    <h1 class="govuk-heading-l">Outcomes by provider</h1>
    <Rooms here="outcomes" />
    <p class="govuk-body">{words.outcomes}</p>
    {funnel === undefined ? (
      <InsetText>{words.outcomesNone}</InsetText>
    ) : (
      <>
        <FunnelPlot
          id="funnel"
          title="Share of outcomes reached, adjusted for whom each provider supports"
          says={funnel.points
            .map(
              ({ provider, adjusted, decided }, index) =>
                `${letter(index)}, ${provider}: ${percent(adjusted)} over ${decided}`,
            )
            .join('. ')}
          mean={funnel.mean}
          points={funnel.points.map(({ decided, adjusted, stands }, index) => ({
            label: letter(index),
            many: decided,
            share: adjusted,
            stands: SIGNS[stands],
          }))}
          limits={limitsFor(funnel.mean, Math.max(...funnel.points.map(({ decided }) => decided)))}
          across="Outcomes known"
        />
        <p class="govuk-body-s">
          The line in the middle is {percent(funnel.mean)}, what was expected of everybody. A circle is inside
          the lines, a diamond outside the broken ones, a square outside both. Between the broken lines lie
          95% by chance alone, between the whole ones 99.8%. No money hangs on this picture.
        </p>
        <Table
          caption="The same in figures"
          captionClass="govuk-table__caption--m"
          stacks
          firstCellIsHeader
          head={[
            'Provider',
            'Reached',
            { text: 'Expected of these people', numeric: true },
            { text: 'Adjusted', numeric: true },
            'Where it stands',
          ]}
          rows={funnel.points.map((point, index) => [
            `${letter(index)}. ${point.provider}`,
            `${point.reached} of ${point.decided}, ${percent(point.rate)}, ${point.people === 1 ? '1 person' : `${point.people} people`}`,
            { text: percent(point.expected), numeric: true },
            { text: percent(point.adjusted), numeric: true },
            `${STANDS[point.stands]}${point.drawn === undefined ? '' : `. With fewer than 50 people it is drawn towards what was expected: ${percent(point.drawn)}`}`,
          ])}
        />
        <LeftOutOf funnel={funnel} />
        <p class="govuk-body-s">
          Not in the picture: {funnel.waiting} of which nobody has said how they ended, {funnel.excluded}{' '}
          excluded, {funnel.unpredicted} with no predicted chance.
        </p>
      </>
    )}
  </>
)
