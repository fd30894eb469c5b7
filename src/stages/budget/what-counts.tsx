import {
  INCOME_CITES,
  INCOME_KINDS,
  INCOME_KIND_NAMES,
  ruleInWords,
} from '../../domain/care-act/charging-kinds.ts'
import {
  CAPITAL_KINDS,
  CAPITAL_KIND_NAMES,
  capitalRuleInWords,
} from '../../domain/care-act/charging-capital.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Cites } from '../../table/reasons.tsx'
import { countsWords } from './words-means.ts'

/** Which income and capital count, each with where it was read: the same table for both chairs. */
export const WhatCounts = () => (
  <Details summary={countsWords.title}>
    <p class="govuk-body">
      {countsWords.intro} Rule: <Cites cites={INCOME_CITES} />
    </p>
    <Table
      stacks
      firstCellIsHeader
      caption={countsWords.income}
      captionClass="govuk-table__caption--s"
      head={['What comes in', 'At home', 'In a care home', 'Where this comes from']}
      rows={INCOME_KIND_NAMES.map((kind) => [
        INCOME_KINDS[kind].says,
        ruleInWords(kind, 'home'),
        ruleInWords(kind, 'care-home'),
        INCOME_KINDS[kind].source,
      ])}
    />
    <Table
      stacks
      firstCellIsHeader
      caption={countsWords.capital}
      captionClass="govuk-table__caption--s"
      head={['Savings and the like', 'At home', 'In a care home', 'Where this comes from']}
      rows={CAPITAL_KIND_NAMES.map((kind) => [
        CAPITAL_KINDS[kind].says,
        capitalRuleInWords(kind, 'home'),
        capitalRuleInWords(kind, 'care-home'),
        CAPITAL_KINDS[kind].source,
      ])}
    />
    <Table
      stacks
      firstCellIsHeader
      caption={countsWords.sums}
      captionClass="govuk-table__caption--s"
      head={['What counts of it', 'At home', 'In a care home', 'Where this comes from']}
      rows={countsWords.sumRows.map((row) => [...row])}
    />
  </Details>
)
