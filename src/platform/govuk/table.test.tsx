import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Table } from './table.tsx'

it('says each column in its cells where the rows are stacked, and keeps what a table is', () => {
  const html = renderToString(
    <Table
      stacks
      firstCellIsHeader
      head={['For', { text: 'A week', numeric: true }]}
      rows={[['Meals', '£92.75'], false]}
    />,
  )
  expect(html).toBe(
    '<table class="govuk-table rt-table--stacks" role="table">' +
      '<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">' +
      '<th scope="col" class="govuk-table__header" role="columnheader">For</th>' +
      '<th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">A week</th></tr></thead>' +
      '<tbody class="govuk-table__body" role="rowgroup"><tr class="govuk-table__row" role="row">' +
      '<th scope="row" class="govuk-table__header" role="rowheader">Meals</th>' +
      '<td class="govuk-table__cell" role="cell" data-column="A week">£92.75</td></tr></tbody></table>',
  )
})
