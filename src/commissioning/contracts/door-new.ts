import type { ContractFile, ContractRole } from '../../domain/contracts/entries.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Account } from '../../platform/web/account.ts'
import { notFound } from '../../platform/web/answer.ts'
import type { Enter } from '../../platform/web/page.ts'
import { type Colleague, colleagues } from '../../record/log.ts'
import { isBuyer, keyOf } from './door.ts'
import { type Drafting, type Someone, idFromName } from './draft-file.ts'
import { type OpenedLedger, openLedger } from './store.ts'

export type AtNewContract = {
  readonly drafting: Drafting
  /** opens the ledger, signed by the reader; the same form sent twice opens one */
  readonly open: (contract: ContractFile) => Promise<OpenedLedger>
}

const isOneOf = (
  role: string | null,
): role is Extract<ContractRole, 'finance' | 'commissioner' | 'provider'> =>
  role === 'finance' || role === 'commissioner' || role === 'provider'

const someone = ({ id, name, role }: Pick<Colleague, 'id' | 'name' | 'role'>): readonly Someone[] =>
  isOneOf(role) ? [{ id, name, role }] : []

/** Where a contract begins that was not there before: for commissioning and finance, and nobody else. */
export const enterNewContract =
  (database: Database, council: string): Enter<AtNewContract> =>
  async (knock, inside) => {
    const { session, account } = knock
    if (session === undefined || account === undefined) return notFound
    const others = await database.scoped(session, async (query) =>
      (await isBuyer(query)) ? colleagues(query) : undefined,
    )
    const [me] = someone(account)
    if (others === undefined || me === undefined) return notFound
    const known = others.flatMap(someone)
    const drafting: Drafting = {
      // Stands for the id that it gets when it is kept.
      id: 'new',
      council,
      today: day(knock.today),
      me,
      managers: known.filter(({ role }) => role !== 'provider'),
      providers: known.filter(({ role }) => role === 'provider'),
    }
    return inside({
      drafting,
      open: (contract) => openIn(database, account, { contract, drafting, key: keyOf(knock, account) }),
    })
  }

type Opening = { readonly contract: ContractFile; readonly drafting: Drafting; readonly key: string }

/** Named by what it is called and by the form that was sent, so that two of the same name are two, and one sent twice is one. */
function openIn(
  database: Database,
  account: Account,
  { contract, drafting, key }: Opening,
): Promise<OpenedLedger> {
  const id = `${idFromName(contract.contract.name)}-${key.slice(0, 6)}`
  const parties = new Set([drafting.me, ...drafting.managers, ...drafting.providers].map((each) => each.id))
  return openLedger(database, account.id, {
    contract: { ...contract, contract: { ...contract.contract, id } },
    link: new Map(
      contract.parties.flatMap((party) => (parties.has(party.id) ? [[party.id, party.id] as const] : [])),
    ),
  })
}
