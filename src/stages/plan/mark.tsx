import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtTable } from '../../table/at-table.ts'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { type Response, type Version, isShownAsDraft, markOf } from './view.ts'
import { EXTENT_WORDS, EXTENT_YOU, MARK_WORDS, PLACE_WORDS } from './words.ts'

/** `You agree`, `Karan Vallory agrees in part, for Sunita Vallory`: who answered is always said. */
export function answeredInWords({ reader, state }: AtTable, { by, extent }: Response): string {
  const name = nameFor(reader, state, by)
  const says = by === reader.party ? EXTENT_YOU[extent] : EXTENT_WORDS[extent]
  const whom = isThePerson(reader) ? 'you' : state.person.name
  return by === state.person.id ? `${name} ${says}` : `${name} ${says}, for ${whom}`
}

/** The word for where a version stands. The words say it, so that paper and screen readers have it too. */
export const PlaceTag = ({ version }: { readonly version: Version }) => {
  const draft = isShownAsDraft(version)
  if (version.place === 'in-force') {
    return draft ? (
      <Tag class="govuk-tag--yellow">DRAFT: not answered yet</Tag>
    ) : (
      <Tag class="govuk-tag--green">{PLACE_WORDS['in-force']}</Tag>
    )
  }
  return (
    <Tag class={draft ? 'govuk-tag--yellow' : 'govuk-tag--grey'}>
      {version.place === 'draft' ? 'DRAFT' : PLACE_WORDS[version.place]}
    </Tag>
  )
}

/** Before anything else is read: is this agreed, or a draft? */
export const MarkBlock = ({ table, version }: { readonly table: AtTable; readonly version: Version }) => {
  const mark = markOf(version)
  switch (mark.kind) {
    case 'draft':
      return (
        <WarningText hiddenText="Draft:">
          DRAFT. {version.place === 'draft' ? MARK_WORDS.draft : 'A newer version has taken its place.'}
        </WarningText>
      )
    case 'unanswered':
      return <WarningText hiddenText="Draft:">DRAFT. {MARK_WORDS.unanswered}</WarningText>
    case 'answered':
      return (
        <p class="govuk-body">
          <PlaceTag version={version} /> {answeredInWords(table, mark.last)},{' '}
          {dateInWords(dayOfWhen(mark.last.on))}.
          {table.state.byId.get(mark.last.to)?.id === version.plan.id
            ? ''
            : ' The answer was to the draft, which says the same.'}
        </p>
      )
    case 'brought-over':
      return (
        <p class="govuk-body">
          <PlaceTag version={version} /> It was made before this record began.
        </p>
      )
    case 'replaced':
      return (
        <p class="govuk-body">
          <PlaceTag version={version} /> A newer version has taken its place.
        </p>
      )
  }
}
