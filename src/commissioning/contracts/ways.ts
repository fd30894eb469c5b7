import type { ContractKind } from '../../domain/contracts/entries.ts'

/**
 * How somebody stands to a contract, or to one person under it:
 * `buyer`: the council's commissioning and finance, to every contract;
 * `provider`: the provider that it was awarded to, to all of it;
 * `giver`: a provider that support was passed on to, to the people passed on to it;
 * `worker`: the person's social worker, who covers for them, or their manager;
 * `person`: the person, or who lawfully acts or speaks for them.
 */
export const WAYS = ['buyer', 'provider', 'giver', 'worker', 'person'] as const
export type Way = (typeof WAYS)[number]

/**
 * Who may add which kind of entry. What it does not name is denied. The database keeps a copy that its policies read
 * (migration 0007); a test holds the two together. A provider never says for a person that something was reached, and nobody
 * but the council says what is settled and paid.
 */
export const MAY_ADD: Readonly<Record<ContractKind, readonly Way[]>> = {
  // A contract is opened from a file, or whole by a buyer (roundtable.open_contract): nobody awards within one.
  awarded: [],
  'rate-set': ['buyer'],
  referred: ['buyer', 'worker'],
  accepted: ['provider', 'giver'],
  declined: ['provider', 'giver'],
  'outcome-agreed': ['worker', 'person'],
  delivered: ['provider', 'giver'],
  claimed: ['provider', 'giver'],
  confirmed: ['worker', 'person'],
  contested: ['provider', 'giver', 'worker', 'person'],
  excluded: ['buyer', 'worker'],
  remeasured: ['buyer'],
  subcontracted: ['provider', 'giver'],
  challenged: ['worker'],
  answered: ['buyer', 'worker', 'provider', 'giver'],
  varied: ['buyer', 'worker'],
  'handed-back': ['provider', 'giver'],
  settled: ['buyer'],
  paid: ['buyer'],
  adjusted: ['buyer'],
  ended: ['buyer'],
}

/** Who sees an entry: `terms` all who stand to the contract in some way; `money` and `list` the council and the provider; `person` those who stand to that person. */
export type Reach = 'terms' | 'money' | 'list' | 'person'
