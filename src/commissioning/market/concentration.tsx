import { unitsInWords } from '../../domain/contracts/care.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { StackedBar } from '../../platform/govuk/pictures/stacked-bar.tsx'
import { Rooms, contractHref, percent } from './laid.tsx'
import type { Leaving, Zone } from './view-concentration.ts'
import { words } from './words.ts'

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
const peopleInWords = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** How much hangs on each provider, and what would have to be found if it left. */
export const Concentration = ({
  zones,
  leaving,
}: {
  readonly zones: readonly Zone[]
  readonly leaving: readonly Leaving[]
}) => (
  <>
    <h1 class="govuk-heading-l">If a provider left</h1>
    <Rooms here="concentration" />
    <p class="govuk-body">{words.concentration}</p>
    {leaving.length === 0 ? <InsetText>{words.none}</InsetText> : null}
    {leaving.map((each) => (
      <OneLeaving leaving={each} />
    ))}
    {zones.length === 0 ? null : (
      <>
        <h2 class="govuk-heading-m">Place by place</h2>
        <p class="govuk-body">{words.places}</p>
      </>
    )}
    {zones.map((zone, index) => (
      <OneZone zone={zone} at={index} />
    ))}
  </>
)

/** What would have to be found elsewhere, in a sentence. */
function aWeekInWords({ aWeek }: Leaving): string {
  const parts = [...aWeek].map(([unit, units]) => unitsInWords(Math.round(units), unit))
  return parts.length === 0 ? '' : `That is about ${parts.join(' and ')} a week, as of late.`
}

const OneLeaving = ({ leaving }: { readonly leaving: Leaving }) => (
  <section class="rt-block">
    <h2 class="govuk-heading-m">
      If {leaving.provider} left, {peopleInWords(leaving.people)} would need another provider
    </h2>
    <p class="govuk-body">
      {aWeekInWords(leaving)}{' '}
      {leaving.others.length === 0
        ? 'Nobody else gives support in the same places.'
        : `Who else gives support in the same places: ${leaving.others.join(', ')}.`}
    </p>
    <Details
      summary={
        <>
          Whose support it is<span class="govuk-visually-hidden">, with {leaving.provider}</span>
        </>
      }
    >
      <ul class="govuk-list govuk-list--bullet">
        {leaving.contracts.map(({ id, name, people }) => (
          <li>
            <a class="govuk-link" href={contractHref(id)}>
              {name}
            </a>
            : {people.join(', ')}
          </li>
        ))}
      </ul>
    </Details>
  </section>
)

const OneZone = ({ zone, at }: { readonly zone: Zone; readonly at: number }) => {
  const [only] = zone.shares.length === 1 ? zone.shares : []
  return (
    <section>
      <h3 class="govuk-heading-s">
        {capitalised(zone.zone)}:{' '}
        {zone.shares.length === 1
          ? 'everything hangs on one provider'
          : zone.isConcentrated
            ? 'more than half hangs on one provider'
            : 'shared'}
      </h3>
      {only === undefined ? (
        <StackedBar
          id={`zone-${at}`}
          title={`Share of the support given, ${zone.zone}`}
          parts={zone.shares.map(({ provider, share, people }) => ({
            label: provider,
            value: share,
            shown: `${percent(share)}, ${peopleInWords(people.length)}`,
          }))}
        />
      ) : (
        <p class="govuk-body">
          {only.provider}: {peopleInWords(only.people.length)}.
        </p>
      )}
      {zone.shares.length < 2 ? null : (
        <p class="govuk-body-s">
          How much hangs on few: {Math.round(zone.squares * 100) / 100}. It is 1 where one provider gives
          everything, and {Math.round(100 / zone.shares.length) / 100} where {zone.shares.length} give the
          same.
        </p>
      )}
    </section>
  )
}
