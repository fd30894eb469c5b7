import {
  INCOME_CITES,
  INCOME_KINDS,
  INCOME_KIND_NAMES,
  ruleInWords,
} from '../../domain/care-act/charging-kinds.ts'
import {
  CAPITAL_CITES,
  CAPITAL_KINDS,
  CAPITAL_KIND_NAMES,
  capitalRuleInWords,
} from '../../domain/care-act/charging-capital.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Cites } from '../../table/reasons.tsx'
import { countsWords } from './words-means.ts'

/** Once where it is the same at home and in a care home, and else each by its name. */
const Both = ({ home, careHome }: { readonly home: string; readonly careHome: string }) =>
  home === careHome ? (
    <>{home}</>
  ) : (
    <>
      At home: {home.charAt(0).toLowerCase()}
      {home.slice(1)}
      <br />
      In a care home: {careHome.charAt(0).toLowerCase()}
      {careHome.slice(1)}
    </>
  )

/** Which income and capital count, each with where it was read: the same table for both chairs. */
export const WhatCounts = () => (
  <Details summary={countsWords.title}>
    <p class="govuk-body">
      {countsWords.intro} Rule: <Cites cites={[...INCOME_CITES, ...CAPITAL_CITES]} />
    </p>
    <Table
      stacks
      firstCellIsHeader
      caption={countsWords.income}
      captionClass="govuk-table__caption--s"
      head={['What comes in', 'How much counts', 'Where this comes from']}
      rows={INCOME_KIND_NAMES.map((kind) => [
        INCOME_KINDS[kind].says,
        <Both home={ruleInWords(kind, 'home')} careHome={ruleInWords(kind, 'care-home')} />,
        INCOME_KINDS[kind].source,
      ])}
    />
    <Table
      stacks
      firstCellIsHeader
      caption={countsWords.capital}
      captionClass="govuk-table__caption--s"
      head={['Savings and the like', 'How much counts', 'Where this comes from']}
      rows={CAPITAL_KIND_NAMES.map((kind) => [
        CAPITAL_KINDS[kind].says,
        <Both home={capitalRuleInWords(kind, 'home')} careHome={capitalRuleInWords(kind, 'care-home')} />,
        CAPITAL_KINDS[kind].source,
      ])}
    />
    <Table
      stacks
      firstCellIsHeader
      caption={countsWords.sums}
      captionClass="govuk-table__caption--s"
      head={['What is owned', 'How much counts', 'Where this comes from']}
      rows={countsWords.sumRows.map((row) => [...row])}
    />
  </Details>
)
