import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { PlaceTag, answeredInWords } from './mark.tsx'
import { sumsOf } from './view-money.ts'
import type { Plans, Version } from './view.ts'
import { words } from './words.ts'

const ChangedLink = ({
  table,
  of,
  before,
}: {
  readonly table: AtTable
  readonly of: Version
  readonly before: Version
}) => (
  <a class="govuk-link" href={recordPath(table.record, 'plan', 'changes', before.plan.id, of.plan.id)}>
    What changed
    <span class="govuk-visually-hidden">
      {' '}
      from version {before.plan.version} to version {of.plan.version}
    </span>
  </a>
)

/** Every version with what was said to it, and the way to what changed between any two. */
export const Versions = ({
  table,
  plans,
  here,
}: {
  readonly table: AtTable
  readonly plans: Plans
  readonly here: Version
}) => (
  <section>
    <h2 class="govuk-heading-m">{words.versions}</h2>
    <Table
      stacks
      firstCellIsHeader
      caption={<span class="govuk-visually-hidden">{words.versions}</span>}
      head={[
        'Version',
        'Day',
        'Standing',
        { text: 'A week', numeric: true },
        'Answer',
        { text: 'What changed', class: 'rt-no-print' },
      ]}
      rows={plans.versions
        .map((version, index) => ({ version, before: plans.versions[index - 1] }))
        .toReversed()
        .map(({ version, before }) => {
          const last = version.answered
          return [
            version === here ? (
              <>
                {version.plan.version}
                <span class="govuk-visually-hidden">, this page</span>
              </>
            ) : (
              <a class="govuk-link" href={recordPath(table.record, 'plan', 'version', version.plan.id)}>
                <span class="govuk-visually-hidden">Version </span>
                {version.plan.version}
              </a>
            ),
            dateInWords(dayOfWhen(version.plan.on)),
            <PlaceTag version={version} />,
            { text: inWords(sumsOf(version.plan).total), numeric: true },
            last === undefined ? 'None' : answeredInWords(table, last),
            {
              text:
                before === undefined ? (
                  'The first'
                ) : (
                  <ChangedLink table={table} of={version} before={before} />
                ),
              class: 'rt-no-print',
            },
          ]
        })}
    />
  </section>
)
