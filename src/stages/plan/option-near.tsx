import { inWords } from '../../domain/money/pence.ts'
import type { CommunityService } from '../../domain/community/directory.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { type AtTable, mayAdd, recordPath } from '../../table/at-table.ts'
import type { NeedView } from './view-options.ts'
import { perUnit, words } from './words-options.ts'

function costOf({ cost }: CommunityService): string {
  switch (cost.kind) {
    case 'free':
      return words.noCost
    case 'ask':
      return 'Ask what it costs'
    case 'price':
      return `${inWords(cost.price)} ${perUnit(cost.unit)}${cost.says === '' ? '' : ` (${cost.says})`}`
  }
}

type OneProps = { readonly table: AtTable; readonly view: NeedView; readonly service: CommunityService }

const One = ({ table, view, service }: OneProps) => {
  const query = new URLSearchParams({ need: view.id, service: service.id }).toString()
  return (
    <li class="rt-line">
      <h3 class="rt-line__name">{service.name}</h3>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {service.by}. {service.about}
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {[costOf(service), ...service.when, ...service.where].join(' · ')}
        {service.telephone === undefined ? null : ` · Telephone ${service.telephone}`}
      </p>
      <p class="govuk-body-s rt-no-print">
        {service.url === undefined ? null : (
          <>
            <a class="govuk-link" href={service.url} rel="noreferrer">
              See their page<span class="govuk-visually-hidden">: {service.name}</span>
            </a>
            {' · '}
          </>
        )}
        {mayAdd(table, 'option') ? (
          <a class="govuk-link" href={`${recordPath(table.record, 'plan', 'options', 'new')}?${query}`}>
            {words.offer}
            <span class="govuk-visually-hidden">: {service.name}</span>
          </a>
        ) : null}
      </p>
    </li>
  )
}

type Props = { readonly table: AtTable; readonly view: NeedView; readonly name: string }

/** What there is near by that fits the need, to be put beside the other ways. */
export const Near = ({ table, view, name }: Props) =>
  view.near.length === 0 ? null : (
    <Details
      summary={
        <>
          {words.near} ({view.near.length})<span class="govuk-visually-hidden">: {name}</span>
        </>
      }
    >
      <p class="govuk-body-s">{words.nearIntro}</p>
      <ul class="rt-lines">
        {view.near.map((service) => (
          <One table={table} view={view} service={service} />
        ))}
      </ul>
    </Details>
  )
