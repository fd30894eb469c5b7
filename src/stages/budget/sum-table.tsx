import type { VNode } from 'preact'
import type { IndicativeBudget } from '../../domain/allocation/budget.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { lineName } from './lines.tsx'

const figure = (text: string | VNode) => ({ text, numeric: true })

/** The sum, line by line, each at the lowest, the published and the highest price. */
export const SumTable = ({ budget }: { readonly budget: IndicativeBudget }) => (
  <Details summary="The whole sum as a table">
    <Table
      stacks
      caption={<span class="govuk-visually-hidden">The sum, line by line</span>}
      firstCellIsHeader
      head={['For', figure('At the lowest'), figure('A week'), figure('At the highest')]}
      rows={[
        ...budget.lines.map((line) => [
          lineName(line),
          figure(inWords(line.low)),
          figure(inWords(line.weekly)),
          figure(inWords(line.high)),
        ]),
        [
          <strong>Together</strong>,
          figure(inWords(budget.low)),
          figure(<strong>{inWords(budget.weekly)}</strong>),
          figure(inWords(budget.high)),
        ],
      ]}
    />
  </Details>
)
