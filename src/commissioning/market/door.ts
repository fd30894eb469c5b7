import type { Ledger } from '../../domain/contracts/ledger.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import type { Database } from '../../platform/database/database.ts'
import { notFound } from '../../platform/web/answer.ts'
import type { Enter, Page } from '../../platform/web/page.ts'
import { contractsStanding, ledgerWithVisits, openContract } from '../contracts/store.ts'
import { marketMemory } from './memory.ts'

/** What it takes: being the council's commissioning or finance, which the database says. */
export const READS = { resource: 'contracts', action: 'read' } as const
export const AUDITED = 'contracts side by side, with no name in them'

export type AtMarket = { readonly ledgers: readonly Ledger[]; readonly today: PlainDate }
export type MarketPage = Page<AtMarket, typeof READS>

/**
 * Every contract of the council beside the others, as known today. Nothing is there for anybody but those who buy. One question
 * says who asks and how every ledger stands; a ledger that was not added to since the last look, and to which no
 * visits came, is not read again.
 */
export const enterMarket = (database: Database): Enter<AtMarket> => {
  const memory = marketMemory()
  return async ({ session, today: asked }, inside) =>
    session === undefined
      ? notFound
      : database.scoped(session, async (query) => {
          const standing = await contractsStanding(query)
          if (standing === undefined) return notFound
          const today = day(asked)
          const ledgers = await memory.ledgers(standing, today, async (id) => {
            const opened = await openContract(query, id)
            const ledger = opened && (await ledgerWithVisits(query, opened, today))
            return ledger !== undefined && ledger.span.to >= today ? ledger : undefined
          })
          return inside({ ledgers, today })
        })
}
