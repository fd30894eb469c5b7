import { createHash } from 'node:crypto'
import type { ContractEntry, ContractRole } from '../../domain/contracts/entries.ts'
import { type Ledger, foldContract } from '../../domain/contracts/ledger.ts'
import type { Span } from '../../domain/contracts/span.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import type { Database, Query } from '../../platform/database/database.ts'
import type { Account } from '../../platform/web/account.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import type { Enter, Knock, Page } from '../../platform/web/page.ts'
import {
  type AppendedToContract,
  type ByCouncil,
  type Candidates,
  type ContractLine,
  type KeptVisit,
  type Note,
  type NoteBody,
  type OpenContract,
  addByCouncil,
  addNote,
  appendToContract,
  candidateBy,
  candidatesFor,
  contractsSeen,
  forBuyer,
  notesOf,
  openContract,
  takeSeat,
  visitLog,
  visitsOf,
  wasSent,
} from './store.ts'
import { spansOfVisits } from './view-periods.ts'

/** What it takes: being the council's commissioning or finance. The database says so, and the door asks it. */
export const READS = { resource: 'contracts', action: 'read' } as const
export const DECIDES = { resource: 'contracts', action: 'decide' } as const
export type Need = typeof READS | typeof DECIDES
/** People are in a contract by a reference alone, so that a look at one is a look at nobody’s record. */
export const AUDITED = 'a contract, with no name in it'

export type AtContracts = {
  readonly account: Account
  readonly lines: readonly ContractLine[]
  readonly today: PlainDate
}

/** A contract, open before one of the council’s buyers. */
export type AtContract = {
  readonly account: Account
  readonly opened: OpenContract
  /** the contract as known today, with the visits of the days that no entry tells of */
  readonly ledger: Ledger
  readonly today: PlainDate
  /** the names of references whose record the reader may see */
  readonly nameOf: (person: string) => string
  readonly notes: () => Promise<readonly Note[]>
  readonly visits: (person: string, days: Span) => Promise<readonly KeptVisit[]>
  /** an id for what this very form adds: the same form sent twice names it alike */
  readonly idFor: (kind: string) => string
  /** the reader as a party of the contract; undefined where there is no seat for them */
  readonly seat: () => Promise<string | undefined>
  readonly add: (entries: readonly ContractEntry[], head: string | undefined) => Promise<AppendedToContract>
  /** what takes more than a buyer’s own rights: see `store-council.ts` */
  readonly council: {
    readonly candidates: () => Promise<Candidates | undefined>
    /** the record with a reference, where its plan has a line with a provider of the contract */
    readonly recordBy: (code: string) => Promise<string | undefined>
    /** this very form was sent before, and kept */
    readonly wasKept: () => Promise<boolean>
    readonly add: (decide: (by: string) => ByCouncil, head: string | undefined) => Promise<AppendedToContract>
  }
  readonly note: (body: NoteBody) => Promise<boolean>
}

export type ContractsPage = Page<AtContracts, Need>
export type ContractPage = Page<AtContract, Need>

/** The list: what is there for commissioning and finance, and nothing for anybody else. */
export const enterContracts =
  (database: Database): Enter<AtContracts> =>
  async ({ session, account, today }, inside) =>
    session === undefined || account === undefined
      ? notFound
      : database.scoped(session, async (query) =>
          (await isBuyer(query))
            ? inside({ account, lines: await contractsSeen(query), today: day(today) })
            : notFound,
        )

export const isBuyer = async (query: Query): Promise<boolean> => {
  const [row] = await query<{ buys: boolean }>('select roundtable.buys() as buys', [], 'buys')
  return row?.buys === true
}

/** What was not kept after all leaves nothing behind, not even the seat that was taken for it. */
class Undone extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('nothing was kept')
    this.answer = answer
  }
}

/** One contract: in one transaction it is opened, the page is made, and what was decided is kept. */
export const enterContract =
  (database: Database): Enter<AtContract> =>
  async (knock, inside) => {
    const { session, account } = knock
    if (session === undefined || account === undefined) return notFound
    try {
      return await database.scoped(session, async (query) => {
        if (!(await isBuyer(query))) return notFound
        const at = await openAt(query, { knock, account, database })
        if (at === undefined) return notFound
        const answer = await inside(at)
        if (knock.method === 'post' && answer.kind !== 'redirect') throw new Undone(answer)
        return answer
      })
    } catch (error) {
      if (error instanceof Undone) return error.answer
      throw error
    }
  }

type Asking = {
  readonly knock: Knock
  readonly account: Account
  readonly database: Database
}

async function openAt(query: Query, { knock, account, database }: Asking): Promise<AtContract | undefined> {
  const contract = knock.params['contract'] ?? ''
  const whole = await openContract(query, contract)
  if (whole === undefined) return undefined
  const today = day(knock.today)
  const key = keyOf(knock, account)
  // What this very form has added already is set aside, so that the same form sent twice is decided twice alike.
  const own = (id: string) => id.includes(`-${key}`)
  const opened = {
    ...whole,
    file: { ...whole.file, entries: whole.file.entries.filter(({ id }) => !own(id)) },
  }
  const ledger = await ledgerOf(query, opened, today)
  if (ledger === undefined) return undefined
  return {
    account,
    opened,
    ledger,
    today,
    nameOf: (person) => opened.people.get(person)?.name ?? person,
    notes: () => notesOf(query, contract),
    visits: (person, { from, to }) => visitsOf(query, { contract, person, from, to }),
    idFor: (kind) => `${kind}-${key}`,
    seat: async () => {
      const role = roleOf(account)
      return role === undefined ? undefined : takeSeat(query, contract, role)
    },
    add: (entries, head) => appendToContract(query, contract, entries, { key, ...headFrom(head) }),
    council: {
      candidates: () => forBuyer(database, account.id, (asOwner) => candidatesFor(asOwner, contract, today)),
      recordBy: async (code) =>
        (await forBuyer(database, account.id, (asOwner) => candidateBy(asOwner, contract, { code, today })))
          ?.record,
      wasKept: async () => (await forBuyer(database, account.id, wasSent(contract, key))) ?? false,
      add: async (decide, head) =>
        (await forBuyer(database, account.id, (asOwner) =>
          addByCouncil(asOwner, { contract, account: account.id }, decide, { key, ...headFrom(head) }),
        )) ?? { kind: 'denied' },
    },
    note: async (body) => (await addNote(query, contract, body, key)).kind === 'kept',
  }
}

/** Where the ledger stood when the form was shown. What no page of ours has written is where no ledger stands any more. */
const headFrom = (head: string | undefined): { readonly expectedHead?: number } =>
  head === undefined ? {} : { expectedHead: /^\d{1,9}$/.test(head) ? Number(head) : 0 }

const roleOf = ({ role }: Account): Extract<ContractRole, 'commissioner' | 'finance'> | undefined =>
  role === 'commissioner' || role === 'finance' ? role : undefined

export const keyOf = (knock: Knock, account: Account): string =>
  createHash('sha256')
    .update(JSON.stringify([account.id, 'key' in knock ? knock.key : knock.asked]))
    .digest('hex')
    .slice(0, 12)

/**
 * What was given is in the entries; for days of which no entry tells, it is in the visits. Only those days are read from the
 * visits, so that nothing is counted twice.
 */
async function ledgerOf(query: Query, opened: OpenContract, today: PlainDate): Promise<Ledger | undefined> {
  const written = foldContract(opened.file, today)
  if (written === undefined) return undefined
  const spans = spansOfVisits(written, today)
  if (spans.length === 0) return written
  const units = new Map(written.award.terms.services.map(({ id, unit }) => [id, unit]))
  const log = await visitLog(query, opened.id, spans, units)
  return log === undefined ? written : (foldContract(opened.file, today, log) ?? written)
}
