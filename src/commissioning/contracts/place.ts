import type { ContractEntry } from '../../domain/contracts/entries.ts'
import type { Reach } from './ways.ts'

/** Where an entry of a contract belongs: who it concerns, and so who sees it. */
export type ContractPlace = { readonly reach: Reach; readonly person: string | null }

/**
 * The same as `roundtable.place_in_contract` in migration 0007; a test holds the two together. What speaks of another entry
 * belongs where that one does, so that nobody learns of a thing by the talk about it.
 * @param find where an earlier entry of the contract belongs
 */
export function placeInContract(
  entry: ContractEntry,
  find: (id: string) => ContractPlace | undefined,
): ContractPlace {
  const of = (id: string): ContractPlace => ({ reach: 'person', person: find(id)?.person ?? null })
  switch (entry.kind) {
    case 'awarded':
    case 'rate-set':
    case 'ended':
      return { reach: 'terms', person: null }
    case 'settled':
    case 'paid':
    case 'adjusted':
      return { reach: 'money', person: null }
    case 'subcontracted':
      return { reach: 'list', person: null }
    case 'varied':
      return entry.person === undefined
        ? { reach: 'terms', person: null }
        : { reach: 'person', person: entry.person }
    case 'accepted':
    case 'declined':
      return of(entry.referral)
    case 'claimed':
    case 'confirmed':
    case 'excluded':
      return of(entry.outcome)
    case 'contested':
    case 'answered':
      return of(entry.of)
    case 'referred':
    case 'outcome-agreed':
    case 'delivered':
    case 'remeasured':
    case 'challenged':
    case 'handed-back':
      return { reach: 'person', person: entry.person }
  }
}
