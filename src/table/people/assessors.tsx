import { dated } from '../../domain/checks/clocks.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayDo } from '../at-table.ts'
import { FindingsOf } from '../findings.tsx'
import { LawHere } from '../law-here.tsx'
import { nameFor, nameWithin } from '../reader.ts'
import { type Assessing, assessing, trainingInWords } from './assessing.ts'
import { assessorWords as words } from './words.ts'

const Shown = ({ each: { shown, assessor } }: { readonly each: Assessing }) => {
  const training = trainingInWords(assessor?.training)
  return (
    <>
      {shown === undefined ? (
        <Tag class="govuk-tag--yellow">{words.notShown}</Tag>
      ) : shown === 'registered' ? (
        words.registered
      ) : (
        words.trained
      )}
      {training === '' ? null : `. ${words.training}: ${training}`}
    </>
  )
}

/** Who made each assessment, what shows that they are trained for it, and who was asked for what they know. */
export const Assessors = ({ table }: { readonly table: AtTable }) => {
  const { reader, state } = table
  if (!mayDo(table, 'conversation', 'read')) return null
  const each = assessing(state)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <FindingsOf
        table={table}
        at="people"
        checks={['assessor-untrained', 'specialist-missing', 'worker-churn']}
      />
      <LawHere step="training" />
      {each.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <Table
          stacks
          head={['Assessment', 'Made by', 'Trained for it?', 'Who else was asked']}
          rows={each.map((one) => [
            `Of ${nameWithin(reader, state, one.assessment.opened.subject)}, ${dated(one.assessment.opened)}`,
            one.assessor === undefined ? words.unknown : nameFor(reader, state, one.assessor.id),
            <Shown each={one} />,
            one.asked.length === 0
              ? words.nobodyElse
              : one.asked
                  .map((party) => {
                    const training = trainingInWords(party.training)
                    return `${nameFor(reader, state, party.id)}${training === '' ? '' : ` (${training})`}`
                  })
                  .join('; '),
          ])}
        />
      )}
    </section>
  )
}
