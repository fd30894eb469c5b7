import { createHash } from 'node:crypto'
import type { Answer, Step } from '../../domain/answer.ts'
import type { Beside } from '../../domain/contracts/beside.ts'
import type { WorkedOut } from '../../domain/contracts/settle.ts'
import type { ContractEntry, ContractFile } from '../../domain/contracts/entries.ts'
import type { Ledger } from '../../domain/contracts/ledger.ts'
import type { NotPaid, Settlement } from '../../domain/contracts/settlement.ts'
import type { Span } from '../../domain/contracts/span.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import type { Pence } from '../../domain/money/pence.ts'
import type { Database, Query } from '../../platform/database/database.ts'
import { type Answer as Shown, notFound } from '../../platform/web/answer.ts'
import type { Enter, Knock, Page } from '../../platform/web/page.ts'
import type { Says } from './decide-said.ts'

// The room of whoever gives support under a contract. The ledgers are kept by another room of commissioning, so what is
// needed of them is handed in by the app.

export const READS = { resource: 'provision', action: 'read' } as const
export const GIVES = { resource: 'provision', action: 'judge' } as const
export type Need = typeof READS | typeof GIVES

/** A contract as far as its provider may see it. */
export type Opened = {
  readonly id: string
  readonly head: number
  readonly batches: number
  readonly file: ContractFile
  readonly ways: readonly string[]
  readonly mine: readonly string[]
  /** by reference: the people whose record the provider may see */
  readonly people: ReadonlyMap<string, { readonly record: string; readonly name: string }>
  /** by entry: through whom somebody’s word came in; see the ledgers’ own room */
  readonly typedIn: ReadonlyMap<string, string | null>
}

export type Line = {
  readonly id: string
  readonly name: string
  readonly ways: readonly string[]
  readonly provider: string
  readonly people: number
  readonly ended: boolean
}

export type PayPeriod = Span & {
  readonly state: 'under-way' | 'to-settle' | 'settled' | 'paid'
  readonly settled?: Pence<'once'>
}

/** What a period comes to as the facts stand; the same as the council sees. */
export type PeriodSums = {
  readonly due: Pence<'once'>
  readonly held: Pence<'once'>
  readonly isBlocked: boolean
}

/** The working of the whole of a period, and what is to be paid now. */
export type Owed = { readonly whole: WorkedOut; readonly now: Settlement }

/** What was agreed with the provider, in words and numbers. */
export type AgreedTerms = {
  readonly terms: readonly { readonly key: string; readonly says: string }[]
  readonly prices: readonly {
    readonly service: string
    readonly unit: string
    readonly contract?: { readonly amount: Pence<'unit'> } | undefined
    readonly sustainable?: { readonly amount: Pence<'unit'> } | undefined
  }[]
}

/** A line of what is owed, in a few words, with the steps behind it. */
export type ShownLine = {
  readonly name: string
  readonly says: string
  readonly amount: Pence<'once'>
  readonly steps: readonly {
    readonly says: string
    readonly cites: Step['cites']
    readonly evidence: readonly ShownEvidence[]
  }[]
}

export type ShownEvidence = {
  readonly says: string
  readonly words?: string
  /** the visits behind it, where it is care */
  readonly visits?: Span & { readonly person: string }
}

export type ShownNotPaid = {
  readonly name: string
  readonly says: string
  readonly amount: Pence<'once'>
  readonly waitsFor?: string
  readonly evidence: readonly ShownEvidence[]
}

export type VisitKept = {
  readonly visit: string
  readonly day: PlainDate
  readonly worker: string
  readonly plannedStart: string
  readonly plannedEnd: string
  readonly started?: string | undefined
  readonly ended?: string | undefined
  readonly state: 'made' | 'missed' | 'cancelled' | 'no-log'
}

export type Added =
  | { readonly kind: 'kept' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'wrong'; readonly mistakes: readonly { readonly says: string }[] }
  | { readonly kind: 'denied' }
  | { readonly kind: 'key-reused' }

export type Brought =
  | { readonly kind: 'kept'; readonly visits: number }
  | { readonly kind: 'wrong'; readonly says: readonly string[] }
  | { readonly kind: 'denied' }

type LinesOf = Pick<Settlement, 'lines' | 'period'>
type NameOf = (person: string) => string
/** how somebody’s word came in, where they did not write it themselves: a sentence, or nothing */
type HowSaid = (entry: string) => string
type Telling = { readonly nameOf: NameOf; readonly said: HowSaid }

/** What this room needs of the ledgers. */
export type Ledgers = {
  readonly list: (query: Query) => Promise<readonly Line[]>
  readonly open: (query: Query, contract: string) => Promise<Opened | undefined>
  /** as known on a day, with the visits of the days that no entry tells of */
  readonly ledger: (query: Query, opened: Opened, on: PlainDate) => Promise<Ledger | undefined>
  readonly periods: (ledger: Ledger, on: PlainDate) => readonly PayPeriod[]
  readonly sums: (
    opened: Opened,
    ledger: Ledger,
    periods: readonly PayPeriod[],
  ) => Promise<ReadonlyMap<PlainDate, PeriodSums | undefined>>
  readonly owed: (ledger: Ledger, period: Span) => Answer<Owed>
  readonly terms: (ledger: Ledger, on: PlainDate) => AgreedTerms
  readonly said: (opened: Opened) => HowSaid
  readonly lines: (ledger: Ledger, of: LinesOf, telling: Telling) => readonly ShownLine[]
  readonly notPaid: (ledger: Ledger, items: readonly NotPaid[], telling: Telling) => readonly ShownNotPaid[]
  /** a sentence with names for references and days in words */
  readonly inWords: (says: string, ledger: Ledger, nameOf: NameOf) => string
  readonly add: (
    query: Query,
    contract: string,
    entries: readonly ContractEntry[],
    adding: { readonly expectedHead?: number | undefined; readonly key?: string | undefined },
  ) => Promise<Added>
  readonly visits: (
    query: Query,
    asked: { readonly contract: string; readonly person: string } & Span,
  ) => Promise<readonly VisitKept[]>
  /** `why`: they put right what was brought in before */
  readonly bring: (
    query: Query,
    into: { readonly opened: Opened; readonly ledger: Ledger },
    text: string,
    why: string | undefined,
  ) => Promise<Brought>
  /** how a visit is told: when it was to be, when it was, how long it took */
  readonly whenOf: (visit: VisitKept) => {
    readonly planned: string
    readonly logged: string
    readonly took: string
  }
  /** it came, on time and for as long as planned */
  readonly asPlanned: (visit: VisitKept) => boolean
  readonly inBrief: (visits: readonly VisitKept[]) => string
  /** what is said beside the ledger, as far as its provider may see it */
  readonly beside: (query: Query, contract: string) => Promise<readonly Beside[]>
  readonly say: (query: Query, contract: string, says: Says, key: string) => Promise<boolean>
  readonly wasSaid: (query: Query, contract: string, key: string) => Promise<boolean>
  /** that a provider looked at what is kept of somebody: the person is shown it */
  readonly look: (query: Query, record: string, page: string) => Promise<void>
}

export type AtProviders = { readonly lines: readonly Line[] }

export type AtProvider = {
  readonly opened: Opened
  readonly ledger: Ledger
  readonly today: PlainDate
  /** the party of the contract as which the reader acts */
  readonly me: string
  /** the whole contract is theirs, or only some people were passed on to them */
  readonly isWhole: boolean
  readonly nameOf: NameOf
  readonly said: HowSaid
  readonly inWords: (says: string) => string
  readonly periods: readonly PayPeriod[]
  /** by first day, as far as it is worked out by now: undefined where it cannot be */
  readonly sums: (periods: readonly PayPeriod[]) => Promise<ReadonlyMap<PlainDate, PeriodSums | undefined>>
  readonly owed: (period: Span) => Owed | undefined
  readonly terms: AgreedTerms
  readonly lines: (of: LinesOf) => readonly ShownLine[]
  readonly notPaid: (items: readonly NotPaid[]) => readonly ShownNotPaid[]
  readonly visits: (person: string, days: Span) => Promise<readonly VisitKept[]>
  readonly whenOf: Ledgers['whenOf']
  readonly asPlanned: Ledgers['asPlanned']
  readonly inBrief: Ledgers['inBrief']
  readonly look: (person: string, page: string) => Promise<void>
  /** an id for what this very form adds: the same form sent twice names it alike */
  readonly idFor: (kind: string) => string
  readonly add: (entries: readonly ContractEntry[], head: string | undefined) => Promise<Added>
  readonly bring: (text: string, why: string | undefined) => Promise<Brought>
  /** what is said beside the ledger before it counts */
  readonly beside: readonly Beside[]
  readonly say: (says: Says) => Promise<boolean>
  /** whether this very form was sent before, and what it says is kept */
  readonly wasSaid: () => Promise<boolean>
}

export type ProvidersPage = Page<AtProviders, Need>
export type ProviderPage = Page<AtProvider, Need>

const gives = (ways: readonly string[]): boolean => ways.includes('provider') || ways.includes('giver')

/** The contracts under which the reader gives support; for anybody else there is nothing here. */
export const enterProviders =
  (database: Database, ledgers: Ledgers): Enter<AtProviders> =>
  async ({ session, account }, inside) =>
    session === undefined || account?.role !== 'provider'
      ? notFound
      : database.scoped(session, async (query) => {
          const lines = await ledgers.list(query)
          return inside({ lines: lines.filter(({ ways }) => gives(ways)) })
        })

/** What was not kept after all leaves nothing behind. */
class Undone extends Error {
  readonly answer: Shown
  constructor(answer: Shown) {
    super('nothing was kept')
    this.answer = answer
  }
}

/** One contract: in one transaction it is opened, the page is made, and what was sent is kept. */
export const enterProvider =
  (database: Database, ledgers: Ledgers): Enter<AtProvider> =>
  async (knock, inside) => {
    const { session } = knock
    if (session === undefined) return notFound
    try {
      return await database.scoped(session, async (query) => {
        const at = await openAt(query, ledgers, knock)
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

async function openAt(query: Query, ledgers: Ledgers, knock: Knock): Promise<AtProvider | undefined> {
  const opened = await ledgers.open(query, knock.params['contract'] ?? '')
  if (opened === undefined || !gives(opened.ways)) return undefined
  const today = day(knock.today)
  const ledger = await ledgers.ledger(query, opened, today)
  const me = opened.mine.find((party) => ledger?.parties.get(party)?.role === 'provider')
  if (ledger === undefined || me === undefined) return undefined
  const nameOf: NameOf = (person) => opened.people.get(person)?.name ?? person
  const said = ledgers.said(opened)
  const key = 'key' in knock && typeof knock.key === 'string' ? knock.key : knock.asked
  const name = createHash('sha256')
    .update(JSON.stringify([knock.account?.id, key]))
    .digest('hex')
    .slice(0, 12)
  return {
    opened,
    ledger,
    today,
    me,
    isWhole: opened.ways.includes('provider'),
    nameOf,
    said,
    inWords: (says) => ledgers.inWords(says, ledger, nameOf),
    periods: ledgers.periods(ledger, today),
    sums: (periods) => ledgers.sums(opened, ledger, periods),
    owed: (period) => {
      const owed = ledgers.owed(ledger, period)
      return owed.kind === 'known' ? owed.value : undefined
    },
    terms: ledgers.terms(ledger, today),
    lines: (of) => ledgers.lines(ledger, of, { nameOf, said }),
    notPaid: (items) => ledgers.notPaid(ledger, items, { nameOf, said }),
    visits: (person, days) => ledgers.visits(query, { contract: opened.id, person, ...days }),
    whenOf: ledgers.whenOf,
    asPlanned: ledgers.asPlanned,
    inBrief: ledgers.inBrief,
    look: async (person, page) => {
      const seen = opened.people.get(person)
      if (seen !== undefined) await ledgers.look(query, seen.record, page)
    },
    idFor: (kind) => `${kind}-${name}`,
    add: (entries, head) =>
      ledgers.add(query, opened.id, entries, {
        key,
        expectedHead: head !== undefined && /^\d{1,9}$/.test(head) ? Number(head) : opened.head,
      }),
    bring: (text, why) => ledgers.bring(query, { opened, ledger }, text, why),
    beside: await ledgers.beside(query, opened.id),
    say: (says) => ledgers.say(query, opened.id, says, name),
    wasSaid: () => ledgers.wasSaid(query, opened.id, name),
  }
}
