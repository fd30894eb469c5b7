import type { Fall } from '../../domain/checks/council-support.ts'
import { isNamed } from '../../domain/checks/plan-lines.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { type PlanDifference, lessInWords } from '../../record/plan-difference.ts'
import type { Plan } from '../../record/plan-words.ts'
import { dayOfWhen } from '../../record/values.ts'
import type { AtTable } from '../../table/at-table.ts'
import { isThePerson } from '../../table/reader.ts'
import { moreOrLess } from './money.tsx'

export const versionName = (plan: Plan): string =>
  `version ${plan.version} (${plan.status === 'draft' ? 'draft' : 'issued'}, ${dateInWords(dayOfWhen(plan.on))})`

/** That a version gives less, before anything else is read. */
export const LessBox = ({
  table,
  difference,
  falls,
  than,
}: {
  readonly table: AtTable
  readonly difference: PlanDifference
  readonly falls: readonly Fall[]
  /** `the one you agreed to` */
  readonly than: string
}) => {
  if (falls.length === 0) return null
  const { council } = difference
  return (
    <div class="rt-disputed rt-disputed--sum">
      <h2 class="govuk-heading-m">This version gives less than {than}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {falls.map(({ line }) => {
          const changed = difference.lines.find((each) => isNamed(line, each.line))
          return <li>{changed === undefined ? line.what : lessInWords(changed)}</li>
        })}
      </ul>
      <p class="govuk-body">
        What the council pays for: {inWords(council.before)} a week before, {inWords(council.after)} now:{' '}
        <strong>{moreOrLess(council.by)} a week</strong>.{' '}
        {council.by < 0 ? '' : 'The support falls, though the sum does not. '}
        {isThePerson(table.reader)
          ? 'You can ask for the reason of each line, and you can say no.'
          : 'Each falling line needs its reason, how the need is still met, and what it rests on.'}
      </p>
    </div>
  )
}
