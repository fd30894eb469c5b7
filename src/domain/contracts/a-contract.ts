import { type PlainDate, day } from '../dates/plain-date.ts'
import { type Pence, pence } from '../money/pence.ts'
import type { ContractEntry, ContractEntryOf, ContractFile, ContractKind } from './entries.ts'
import { type Ledger, foldContract } from './ledger.ts'
import type { Span } from './span.ts'
import type { IndicatorTerms, LeadProviderTerms, OutcomeFeeTerms, TaperingTerms, Terms } from './terms.ts'

/** Pounds as a test writes them. */
export const pounds = (amount: number): Pence<'once'> => pence<'once'>(Math.round(amount * 100))
export const yearly = (amount: number): Pence<'year'> => pence<'year'>(Math.round(amount * 100))

export const span = (from: string, to: string): Span => ({ from: day(from), to: day(to) })

export const YEAR: Span = span('2026-04-01', '2027-03-31')

const EVERY = {
  services: [{ id: 'home-care', what: 'Home care', unit: 'hour' }],
  floor: 'sustainable-rate',
  guards: [],
  settled: 'month',
} as const

export const indicators = (more: Partial<IndicatorTerms> = {}): IndicatorTerms => ({
  model: 'indicators',
  ...EVERY,
  measures: [{ id: 'home', what: 'Still at home' }],
  ...more,
})

export const outcomeFee = (more: Partial<OutcomeFeeTerms> = {}): OutcomeFeeTerms => ({
  model: 'outcome-fee',
  ...EVERY,
  measures: [],
  upfront: 0.2,
  anyway: 0,
  again: 91,
  ...more,
})

export const tapering = (more: Partial<TaperingTerms> = {}): TaperingTerms => ({
  model: 'tapering',
  ...EVERY,
  measures: [],
  value: yearly(1_000_000),
  years: [1, 2, 3, 4].map(() => ({ falls: 0.05, uplift: 0 })),
  ...more,
})

export const leadProvider = (more: Partial<LeadProviderTerms> = {}): LeadProviderTerms => ({
  model: 'lead-provider',
  ...EVERY,
  measures: [{ id: 'home', what: 'Still at home', weight: 1, floor: 0.5, target: 0.8, anyway: 0.4 }],
  groups: [{ id: 'over-65', what: 'People over 65', people: 1000, each: yearly(365) }],
  share: 0.5,
  corridor: 0.1,
  pool: yearly(10_000),
  council: ['assessment', 'eligibility', 'sufficiency'],
  ...more,
})

type Fields<K extends ContractKind> = Omit<ContractEntryOf<K>, 'id' | 'kind' | 'on' | 'by'> &
  Partial<Pick<ContractEntryOf<K>, 'id' | 'on' | 'by'>>

/** A contract that a test builds up, entry by entry; every step gives a new one. */
export type ContractBuilder = {
  readonly file: ContractFile
  readonly and: <K extends ContractKind>(kind: K, fields: Fields<K>) => ContractBuilder
  readonly referred: (...people: readonly string[]) => ContractBuilder
  readonly priced: (contract: number, sustainable: number, from?: string) => ContractBuilder
  readonly gave: (
    person: string,
    delivered: number,
    more?: Partial<ContractEntryOf<'delivered'>>,
  ) => ContractBuilder
  readonly ledger: (on?: PlainDate) => Ledger
  readonly terms: Terms
}

const WHO: Partial<Record<ContractKind, string>> = {
  delivered: 'homely',
  claimed: 'homely',
  accepted: 'homely',
  declined: 'homely',
  'handed-back': 'homely',
  challenged: 'sam',
  remeasured: 'ruth',
  confirmed: 'ada',
}

function builder(terms: Terms, entries: readonly ContractEntry[]): ContractBuilder {
  const file: ContractFile = {
    format: 'roundtable/contract@1',
    contract: { id: 'contract-1', name: 'A contract', council: 'Northmoor Council' },
    parties: [
      { id: 'homely', name: 'Homely Care', role: 'provider' },
      { id: 'second', name: 'Second Care', role: 'provider' },
      { id: 'ama', name: 'Ama Boateng', role: 'commissioner' },
      { id: 'sam', name: 'Sam Tully', role: 'social-worker' },
      { id: 'ruth', name: 'Ruth Vale', role: 'reviewer' },
      { id: 'ada', name: 'Ada Moss', role: 'advocate' },
    ],
    entries,
  }
  const and = <K extends ContractKind>(kind: K, fields: Fields<K>): ContractBuilder => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the fields of its kind were asked for above
    const made = {
      id: `${kind}-${entries.filter((entry) => entry.kind === kind).length + 1}`,
      kind,
      on: entries.at(-1)?.on ?? YEAR.from,
      by: WHO[kind] ?? 'ama',
      ...fields,
    } as unknown as ContractEntry
    return builder(terms, [...entries, made])
  }
  const here: ContractBuilder = {
    file,
    terms,
    and,
    referred: (...people) =>
      people.reduce(
        (so, person) =>
          so
            .and('referred', { person, id: `referred-${person}` })
            .and('accepted', { referral: `referred-${person}`, id: `accepted-${person}` }),
        here,
      ),
    priced: (contract, sustainable, from = '2026-04-01') =>
      here
        .and('rate-set', {
          rate: 'contract',
          service: 'home-care',
          amount: pence<'unit'>(Math.round(contract * 100)),
          from: day(from),
        })
        .and('rate-set', {
          rate: 'sustainable',
          service: 'home-care',
          amount: pence<'unit'>(Math.round(sustainable * 100)),
          from: day(from),
        }),
    gave: (person, delivered, more = {}) =>
      here.and('delivered', {
        person,
        service: 'home-care',
        line: 'support',
        from: day('2026-04-01'),
        to: day('2026-04-30'),
        planned: delivered,
        delivered,
        ...more,
      }),
    ledger: (on = day('2099-01-01')) => {
      const ledger = foldContract(file, on)
      if (ledger === undefined) throw new Error('the contract was never awarded')
      return ledger
    },
  }
  return here
}

/** A contract of one year, awarded to Homely Care, that was awarded and nothing more. */
export const aContract = (terms: Terms, over: Span = YEAR): ContractBuilder =>
  builder(terms, []).and('awarded', { provider: 'homely', manager: 'ama', ...over, terms, on: over.from })
