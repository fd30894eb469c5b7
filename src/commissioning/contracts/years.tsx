import { spanInWords } from '../../domain/contracts/span.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtContract } from './door.ts'
import { yearsAhead } from './view-years.ts'

/** Of a contract that falls from year to year: each year beside what its people’s eligible needs cost. */
export const YearsAhead = ({ at }: { readonly at: AtContract }) => {
  const years = yearsAhead(at.ledger, at.today)
  return years.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">Each year beside what eligible needs cost</h2>
      <p class="govuk-body">
        With the needs in the ledger today, at the sustainable rates. Where a year would be worth less, its
        fall is blocked: what is missing is paid, as a line of its own.
      </p>
      <Table
        caption="Years to come, beside eligible needs"
        captionClass="govuk-visually-hidden"
        stacks
        firstCellIsHeader
        head={[
          'Year',
          { text: 'Worth', numeric: true },
          { text: 'Eligible needs', numeric: true },
          'What it means',
        ]}
        rows={years.map(({ number, days, value, needs, short }) => [
          `Year ${number}, ${spanInWords(days)}`,
          { text: inWords(value), numeric: true },
          { text: needs === undefined ? 'No price is set' : inWords(needs), numeric: true },
          short === undefined ? (
            needs === undefined ? (
              ''
            ) : (
              'Enough'
            )
          ) : (
            <Tag class="govuk-tag--red">{`Blocked: ${inWords(short)} missing`}</Tag>
          ),
        ])}
      />
    </section>
  )
}
