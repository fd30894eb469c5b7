import { createHash } from 'node:crypto'
import type { Beside } from '../../domain/contracts/beside.ts'
import type { ContractEntry, ContractRole } from '../../domain/contracts/entries.ts'
import type { Ledger } from '../../domain/contracts/ledger.ts'
import type { Span } from '../../domain/contracts/span.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import type { Database, Query } from '../../platform/database/database.ts'
import type { Account } from '../../platform/web/account.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import type { Values } from '../../platform/web/form.ts'
import type { Enter, Knock, Page } from '../../platform/web/page.ts'
import { digestOf } from '../../record/log-hash.ts'
import {
  type AppendedToContract,
  type ByCouncil,
  type Candidates,
  type ContractLine,
  type KeptVisit,
  type Note,
  type NoteBody,
  type OpenContract,
  type SumsKept,
  type SumsSoFar,
  addByCouncil,
  addNote,
  appendToContract,
  candidateBy,
  candidatesFor,
  contractsSeen,
  ledgerWithVisits,
  letIn,
  notesOf,
  openContract,
  takeSeat,
  visitsOf,
  wasNoted,
  wasSent,
  whoCanSit,
} from './store.ts'
import { type HowSaid, howSaid } from './view-evidence.ts'
import type { PayPeriod } from './view-periods.ts'
import { besideFrom } from './said.ts'

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
  /** how somebody’s word came in, where they did not write it themselves */
  readonly said: HowSaid
  /** what pay periods come to, as far as it is worked out by now */
  readonly sums: (periods: readonly PayPeriod[]) => Promise<SumsSoFar>
  readonly notes: () => Promise<readonly Note[]>
  readonly visits: (person: string, days: Span) => Promise<readonly KeptVisit[]>
  /** an id for what this very form adds: the same form sent twice names it alike */
  readonly idFor: (kind: string) => string
  /** the reader as a party of the contract; undefined where there is no seat for them */
  readonly seat: () => Promise<string | undefined>
  readonly add: (entries: readonly ContractEntry[], head: string | undefined) => Promise<AppendedToContract>
  /** what is more than an entry in the buyer’s own name: see `store-council.ts` */
  readonly council: {
    readonly candidates: () => Promise<Candidates>
    /** the record with a reference, where its plan has a line with a provider of the contract */
    readonly recordBy: (code: string) => Promise<string | undefined>
    /** whether this form was sent before and kept, with the same answers or with others */
    readonly wasSent: (typed: Values) => Promise<'no' | 'this' | 'something-else'>
    readonly add: (
      by: ByCouncil,
      from: { readonly head: string | undefined; readonly typed: Values },
    ) => Promise<AppendedToContract>
  }
  readonly note: (body: NoteBody) => Promise<boolean>
  /** what is said beside the ledger before it counts */
  readonly beside: () => Promise<readonly Beside[]>
  /** whether this very form was sent before, and what it says is kept */
  readonly wasNoted: () => Promise<boolean>
  /** providers with a sign-in that do not sit at the contract yet, and the seat for one of them */
  readonly providers: () => Promise<readonly { readonly id: string; readonly name: string }[]>
  readonly letIn: (provider: { readonly id: string; readonly name: string }) => Promise<boolean>
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
  (database: Database, sums: SumsKept): Enter<AtContract> =>
  async (knock, inside) => {
    const { session, account } = knock
    if (session === undefined || account === undefined) return notFound
    try {
      return await database.scoped(session, async (query) => {
        if (!(await isBuyer(query))) return notFound
        const at = await openAt(query, { knock, account, sums })
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
  readonly sums: SumsKept
}

async function openAt(query: Query, { knock, account, sums }: Asking): Promise<AtContract | undefined> {
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
  const ledger = await ledgerWithVisits(query, opened, today)
  if (ledger === undefined) return undefined
  return {
    account,
    opened,
    ledger,
    today,
    nameOf: (person) => opened.people.get(person)?.name ?? person,
    said: howSaid(opened.typedIn),
    sums: (periods) => sums(opened, ledger, periods),
    notes: () => notesOf(query, contract),
    visits: (person, { from, to }) => visitsOf(query, { contract, person, from, to }),
    idFor: (kind) => `${kind}-${key}`,
    seat: async () => {
      const role = roleOf(account)
      return role === undefined ? undefined : takeSeat(query, contract, role)
    },
    add: (entries, head) => appendToContract(query, contract, entries, { key, ...headFrom(head) }),
    council: {
      candidates: () => candidatesFor(query, contract, today),
      recordBy: async (code) => (await candidateBy(query, contract, { code, today }))?.record,
      wasSent: (typed) => wasSent(query, contract, { key, digest: digestOf(typed) }),
      add: (by, { head, typed }) =>
        addByCouncil(query, contract, by, { key, digest: digestOf(typed), ...headFrom(head) }),
    },
    note: async (body) => (await addNote(query, contract, body, key)).kind === 'kept',
    beside: async () => besideFrom(await notesOf(query, contract)),
    wasNoted: () => wasNoted(query, contract, key),
    providers: async () =>
      (await whoCanSit(query)).filter(
        ({ id, role }) => role === 'provider' && !opened.file.parties.some((party) => party.id === id),
      ),
    letIn: ({ id, name }) => letIn(query, contract, { id, name, role: 'provider' }),
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
