import { Chains } from './chains.tsx'
import { Concentration } from './concentration.tsx'
import { AUDITED, type MarketPage, READS } from './door.ts'
import { laidMarket } from './laid.tsx'
import { OutcomesByProvider } from './outcomes.tsx'
import { Prices } from './prices.tsx'
import { chainsOf } from './view-chains.ts'
import { ifTheyLeft, zonesOf } from './view-concentration.ts'
import { funnelOf } from './view-funnel.ts'
import { pricesOf } from './view-prices.ts'

const facts = { may: READS, audited: AUDITED } as const

/** The council’s market in care, from its own contracts. */
export const marketPages: readonly MarketPage[] = [
  {
    ...facts,
    path: '/market',
    get: ({ ctx: { ledgers, today } }) =>
      laidMarket({ title: 'Market', main: <Prices prices={pricesOf(ledgers, today)} /> }),
  },
  {
    ...facts,
    path: '/market/outcomes',
    get: ({ ctx: { ledgers } }) =>
      laidMarket({ title: 'Outcomes by provider', main: <OutcomesByProvider funnel={funnelOf(ledgers)} /> }),
  },
  {
    ...facts,
    path: '/market/concentration',
    get: ({ ctx: { ledgers, today } }) =>
      laidMarket({
        title: 'If a provider left',
        main: <Concentration zones={zonesOf(ledgers, today)} leaving={ifTheyLeft(ledgers, today)} />,
      }),
  },
  {
    ...facts,
    path: '/market/chains',
    get: ({ ctx: { ledgers, today } }) =>
      laidMarket({ title: 'Chains of subcontracts', main: <Chains chains={chainsOf(ledgers, today)} /> }),
  },
]
