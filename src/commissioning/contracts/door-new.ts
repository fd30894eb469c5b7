import type { ContractFile, ContractRole } from '../../domain/contracts/entries.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Account } from '../../platform/web/account.ts'
import { notFound } from '../../platform/web/answer.ts'
import type { Enter } from '../../platform/web/page.ts'
import { isBuyer, keyOf } from './door.ts'
import { type Drafting, type Someone, idFromName } from './draft-file.ts'
import { type OpenedLedger, openLedger, whoCanSit } from './store.ts'

export type AtNewContract = {
  readonly drafting: Drafting
  /** opens the ledger, signed by the reader; the same form sent twice opens one */
  readonly open: (contract: ContractFile) => Promise<OpenedLedger>
}

const isOneOf = (
  role: string | null,
): role is Extract<ContractRole, 'finance' | 'commissioner' | 'provider'> =>
  role === 'finance' || role === 'commissioner' || role === 'provider'

const someone = ({ id, name, role }: Pick<Account, 'id' | 'name' | 'role'>): readonly Someone[] =>
  isOneOf(role) ? [{ id, name, role }] : []

/** Where a contract begins that was not there before: for commissioning and finance, and nobody else. */
export const enterNewContract =
  (database: Database, council: string): Enter<AtNewContract> =>
  async (knock, inside) => {
    const { session, account } = knock
    if (session === undefined || account === undefined) return notFound
    const [me] = someone(account)
    if (me === undefined) return notFound
    return database.scoped(session, async (query) => {
      if (!(await isBuyer(query))) return notFound
      const known = (await whoCanSit(query)).flatMap(someone)
      const drafting: Drafting = {
        // Stands for the id that it gets when it is kept.
        id: 'new',
        council,
        today: day(knock.today),
        me,
        managers: known.filter(({ id, role }) => id !== me.id && role !== 'provider'),
        providers: known.filter(({ role }) => role === 'provider'),
      }
      return inside({
        drafting,
        open: (contract) => openLedger(query, named(contract, keyOf(knock, account))),
      })
    })
  }

/** Named by what it is called and by the form that was sent, so that two of the same name are two, and one sent twice is one. */
const named = (contract: ContractFile, key: string): ContractFile => ({
  ...contract,
  contract: { ...contract.contract, id: `${idFromName(contract.contract.name)}-${key.slice(0, 6)}` },
})
