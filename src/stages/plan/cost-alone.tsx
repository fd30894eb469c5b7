import type { Plan } from '../../record/plan-words.ts'
import type { AtTable } from '../../table/at-table.ts'
import { isThePerson } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { needsOnlyHere } from './view.ts'

/**
 * What "it costs too much" comes to, shown to both sides alike: the council may weigh money in how it meets a need, and
 * not in whether.
 */
export const CostAlone = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan }) => {
  const needs = needsOnlyHere(table.state, plan)
  const whose = isThePerson(table.reader) ? 'you' : table.state.person.name
  return (
    <div class={needs.length === 0 ? 'rt-notice' : 'rt-notice rt-notice--missing'}>
      {needs.length === 0 ? (
        <p class="govuk-body">
          Cost is a ground for choosing between ways to meet a need. Every eligible need is met in another way
          as well.
        </p>
      ) : (
        <>
          <p class="govuk-body">
            <strong>
              On the ground of cost alone, this leaves{' '}
              {needs.length === 1 ? 'a need' : `${needs.length} needs`} of {whose} unmet
            </strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {needs.map((need) => (
              <li>{need.text}</li>
            ))}
          </ul>
          <p class="govuk-body">
            The council must meet these needs. It may choose between ways to do so by what they cost; it may
            not leave them unmet because of it. Rule: <Cites cites={['CA s18', 'G10']} />.
          </p>
        </>
      )}
    </div>
  )
}
