import { planDifference, sentenceOf } from '../../record/plan-difference.ts'
import { find } from '../../record/state.ts'
import { type Values, textOf } from '../../platform/web/form.ts'
import { Details } from '../../platform/govuk/details.tsx'
import type { AtTable } from '../../table/at-table.ts'
import { nameFor } from '../../table/reader.ts'
import { draftBase } from './decide-draft.ts'
import { namesFor } from './names.ts'
import { draftWords } from './words-forms.ts'

/** Which version the form was made from: sent along, so that what came between can be shown. */
const BASE_FIELD = 'base'

export const Base = ({ table }: { readonly table: AtTable }) => (
  <input type="hidden" name={BASE_FIELD} value={draftBase(table.state)?.id ?? ''} />
)

/** For the slower of two: what the other changed in the draft, beside the slower one's own words that are still typed. */
export const Meanwhile = ({ table, typed }: { readonly table: AtTable; readonly typed: Values }) => {
  const shown = find(table.state, 'plan', textOf(typed, BASE_FIELD))
  const now = draftBase(table.state)
  if (shown === undefined || now === undefined || shown.id === now.id) return null
  const difference = planDifference(shown, now, namesFor(table))
  const changed = difference.lines.filter(({ kind }) => kind !== 'same')
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{draftWords.meanwhile}</h2>
      <p class="govuk-body">
        {nameFor(table.reader, table.state, now.by)} kept version {now.version}. What you send goes on from
        it: nothing of it is lost.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {changed.map((line) => (
          <li>{sentenceOf(line)}</li>
        ))}
        {difference.says.map((says) => (
          <li>{says}</li>
        ))}
        {difference.texts.map(({ of }) => (
          <li>{of}: the words are not the same.</li>
        ))}
      </ul>
      {difference.texts.length === 0 ? null : (
        <Details summary="The words as they are now">
          {difference.texts.map(({ of, after }) => (
            <p class="govuk-body">
              {of}: {after === '' ? 'taken out' : <q>{after}</q>}
            </p>
          ))}
        </Details>
      )}
    </section>
  )
}
