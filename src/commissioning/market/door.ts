import { type Ledger, foldContract } from '../../domain/contracts/ledger.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import type { Database } from '../../platform/database/database.ts'
import { notFound } from '../../platform/web/answer.ts'
import type { Enter, Page } from '../../platform/web/page.ts'
import { contractsSeen, openContract } from '../contracts/store.ts'

/** What it takes: being the council's commissioning or finance, which the database says. */
export const READS = { resource: 'contracts', action: 'read' } as const
export const AUDITED = 'contracts side by side, with no name in them'

export type AtMarket = { readonly ledgers: readonly Ledger[]; readonly today: PlainDate }
export type MarketPage = Page<AtMarket, typeof READS>

/** Every contract of the council beside the others, as known today. Nothing is there for anybody but those who buy. */
export const enterMarket =
  (database: Database): Enter<AtMarket> =>
  async ({ session, today }, inside) =>
    session === undefined
      ? notFound
      : database.scoped(session, async (query) => {
          const lines = (await contractsSeen(query)).filter(({ ways }) => ways.includes('buyer'))
          const [row] = await query<{ buys: boolean }>('select roundtable.buys() as buys', [], 'buys')
          if (row?.buys !== true) return notFound
          const ledgers: Ledger[] = []
          for (const { id } of lines) {
            const opened = await openContract(query, id)
            const ledger = opened && foldContract(opened.file, day(today))
            if (ledger !== undefined && ledger.span.to >= today) ledgers.push(ledger)
          }
          return inside({ ledgers, today: day(today) })
        })
