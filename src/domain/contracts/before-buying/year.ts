import { addDays, day } from '../../dates/plain-date.ts'
import type { ContractEntry, ContractFile } from '../entries.ts'
import { type Ledger, foldContract } from '../ledger.ts'
import type { Assumptions } from './assumptions.ts'
import { type Lived, YEAR } from './lived.ts'
import { type Written, outcomeOf, remeasured } from './outcome.ts'
import { supportOf } from './support.ts'
import { asksForOutcomes, contractPrice, termsOf } from './ways.ts'

/** A contract whose value falls began the year before: the fall shows from its second year on. */
const FIRST_YEAR = day('2025-04-01')
const REFERRED = day('2026-03-02')
const LOOKED_BACK = day('2027-07-31')

/** What is written down of one person in the ledger of the contract: the same kinds of entries as in any other. */
function entriesOf(each: Lived, written: Written): readonly ContractEntry[] {
  const { way, assumed } = written
  const { id, chance, hours } = each.person
  const asks = asksForOutcomes(way)
  const entries: ContractEntry[] = [
    {
      kind: 'referred',
      id: `referred-${id}`,
      on: REFERRED,
      by: 'social-worker',
      person: id,
      needs: [{ service: 'home-care', units: hours }],
      ...(asks ? { chance } : {}),
    },
  ]
  const answer = { on: addDays(REFERRED, 3), by: 'provider', referral: `referred-${id}` }
  if (!each.accepted)
    return [...entries, { kind: 'declined', id: `declined-${id}`, ...answer, why: 'No worker free.' }]
  entries.push({ kind: 'accepted', id: `accepted-${id}`, ...answer })
  entries.push(...supportOf(each, written.behaviour, assumed))
  if (asks) entries.push(...outcomeOf(each, written))
  return entries
}

/** The contract’s ledger for a year with these people, as it stood when everything was known. */
export function ledgerOf(all: readonly Lived[], written: Written & { readonly seed: number }): Ledger {
  const { way, assumed, seed } = written
  const people = all.map(({ person }) => person)
  const from = way === 'tapering' ? FIRST_YEAR : YEAR.from
  const rate = (kind: 'contract' | 'sustainable', amount: Assumptions['price']): ContractEntry => ({
    kind: 'rate-set',
    id: `rate-${kind}`,
    on: from,
    by: 'commissioner',
    rate: kind,
    service: 'home-care',
    amount,
    from,
  })
  const entries: ContractEntry[] = [
    {
      kind: 'awarded',
      id: 'awarded',
      on: from,
      by: 'commissioner',
      provider: 'provider',
      manager: 'commissioner',
      from,
      to: YEAR.to,
      terms: termsOf(way, assumed, people),
    },
    rate('contract', contractPrice(way, assumed)),
    rate('sustainable', assumed.sustainable),
    ...all.flatMap((each) => entriesOf(each, written)),
  ]
  const looks = asksForOutcomes(way) ? remeasured(all, entries, seed) : []
  const file: ContractFile = {
    format: 'roundtable/contract@1',
    contract: { id: 'before-buying', name: 'Before buying', council: 'A council' },
    parties: [
      { id: 'provider', name: 'A provider', role: 'provider' },
      { id: 'commissioner', name: 'A commissioner', role: 'commissioner' },
      { id: 'social-worker', name: 'A social worker', role: 'social-worker' },
      { id: 'reviewer', name: 'A reviewer', role: 'reviewer' },
    ],
    entries: [...entries, ...looks].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  }
  const ledger = foldContract(file, LOOKED_BACK)
  if (ledger === undefined) throw new RangeError('A contract that was never awarded.')
  return ledger
}
