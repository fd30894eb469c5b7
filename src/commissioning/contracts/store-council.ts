import type { ContractEntry, ContractFile, ContractParty } from '../../domain/contracts/entries.ts'
import type { Query } from '../../platform/database/database.ts'
import { hex } from '../../record/log-hash.ts'
import { encodeContractEntry, writeContractText } from './file.ts'
import { type Adding, type AppendedToContract, appendToContract } from './store-append.ts'
import { contractEntryHash, contractOpening, contractPartyHash } from './store-hash.ts'
import { type Held, holdContract, unlessDenied } from './store-hold.ts'
import { openContract } from './store-read.ts'

// What one of the council's buyers writes beyond a ledger's own entries: a contract that was not there before, whose record a
// reference means, and a re-measure in the name of the reviewer who made it. All of it with the service's own rights: who may do
// so is asked in the database (migration 0015). What the rules of the file say is asked here, as the hashes are made here.

/** Who can be a party of a new contract: those who buy, and providers with a sign-in. Nobody for anybody but a buyer. */
export const whoCanSit = (
  query: Query,
): Promise<readonly { readonly id: string; readonly name: string; readonly role: string }[]> =>
  query('select id, name, role from roundtable.contract_sitters()', [], 'contract_sitters')

export type OpenedLedger =
  | { readonly kind: 'kept'; readonly id: string }
  /** another contract has this id; nothing was kept */
  | { readonly kind: 'there-already' }
  | { readonly kind: 'denied' }

/** Opens the ledger of a contract that was checked as a file is. The same one sent twice, or twice at once, is kept once. */
export async function openLedger(query: Query, contract: ContractFile): Promise<OpenedLedger> {
  const { id, name, council } = contract.contract
  const [now] = await query<{ at: string; me: string | null }>(
    "select date_trunc('milliseconds', now()) as at, roundtable.actor() as me",
  )
  const opening = contractOpening(contract.contract)
  const parties = chained(opening, contract.parties, (before, party, index) =>
    contractPartyHash(before, id, index + 1, party),
  )
  const entries = chained(opening, contract.entries.map(encodeContractEntry), (before, body, index) =>
    contractEntryHash(
      before,
      { contract: id, number: index + 1, writtenAt: now?.at ?? '', writtenBy: now?.me ?? null },
      body,
    ),
  )
  let opened = false
  const may = await unlessDenied(query, async () => {
    const [row] = await query<{ opened: boolean }>(
      'select roundtable.open_contract($1, $2, $3) as opened',
      [
        JSON.stringify({ id, name, council, opening: hex(opening) }),
        JSON.stringify(parties),
        JSON.stringify(entries),
      ],
      'open_new_contract',
    )
    opened = row?.opened === true
  })
  if (!may) return { kind: 'denied' }
  if (opened) return { kind: 'kept', id }
  const there = await openContract(query, id)
  return there !== undefined && beginsWith(there.file, contract)
    ? { kind: 'kept', id }
    : { kind: 'there-already' }
}

/** Each link of a chain as the database takes it. */
function chained<Body>(
  opening: Buffer,
  bodies: readonly Body[],
  hashOf: (before: Buffer, body: Body, index: number) => Buffer,
): readonly { readonly body: Body; readonly before: string; readonly hash: string }[] {
  let before = opening
  return bodies.map((body, index) => {
    const hash = hashOf(before, body, index)
    const link = { body, before: hex(before), hash: hex(hash) }
    before = hash
    return link
  })
}

/** The same contract, whatever was added to it since. */
const beginsWith = (there: ContractFile, sent: ContractFile): boolean =>
  writeContractText({
    ...there,
    parties: there.parties.slice(0, sent.parties.length),
    entries: there.entries.slice(0, sent.entries.length),
  }) === writeContractText(sent)

/** What was kept under a key: nothing yet, this very thing, or something else. */
export async function wasSent(
  query: Query,
  contract: string,
  { key, digest }: { readonly key: string; readonly digest: Buffer },
): Promise<'no' | 'this' | 'something-else'> {
  const held = await holdContract(query, contract, key)
  if (held === undefined || held.sent_head === null) return 'no'
  return held.sent_digest !== null && digest.equals(held.sent_digest) ? 'this' : 'something-else'
}

/** What a buyer adds: entries in their own name or in that of a reviewer who sits down for it, and whose record is meant. */
export type ByCouncil = {
  readonly entries: readonly ContractEntry[]
  /** a reviewer who does not sit at the contract yet */
  readonly reviewer?: ContractParty | undefined
  /** whose record a reference means */
  readonly link?: { readonly person: string; readonly record: string } | undefined
}

/**
 * Adds for a buyer, all of it or nothing, by the same rules as a file that comes in. Where it is not kept the transaction is to be
 * given up: a seat may have been taken.
 */
export async function addByCouncil(
  query: Query,
  contract: string,
  { entries, reviewer, link }: ByCouncil,
  adding: Adding,
): Promise<AppendedToContract> {
  if (reviewer !== undefined && !(await seatReviewer(query, contract, reviewer))) return { kind: 'denied' }
  const appended = await appendToContract(query, contract, entries, adding)
  if (appended.kind !== 'kept' || link === undefined) return appended
  const linked = await unlessDenied(query, async () => {
    await query(
      'select roundtable.link_contract_person($1, $2, $3)',
      [contract, link.person, link.record],
      'link_contract_person',
    )
  })
  return linked ? appended : { kind: 'denied' }
}

/** A provider sits down, so that support can be passed on to it: the council lets it in. Whoever sits already stays. */
export async function letIn(query: Query, contract: string, party: ContractParty): Promise<boolean> {
  const held = await holdContract(query, contract)
  if (held === undefined) return false
  const [there] = await query(
    'select from roundtable.contract_party where contract = $1 and id = $2',
    [contract, party.id],
    'is_seated',
  )
  return there !== undefined || seat(query, contract, { party, account: party.id, held })
}

async function seatReviewer(query: Query, contract: string, party: ContractParty): Promise<boolean> {
  const held = await holdContract(query, contract)
  if (held === undefined) return false
  return seat(query, contract, { party, account: null, held })
}

type Seat = {
  readonly party: ContractParty
  /** with what they sign in; null where they do not */
  readonly account: string | null
  readonly held: Pick<Held, 'parties' | 'parties_hash'>
}

function seat(query: Query, contract: string, { party, account, held }: Seat): Promise<boolean> {
  const number = held.parties + 1
  return unlessDenied(query, async () => {
    await query(
      'insert into roundtable.contract_party (contract, number, body, account, before, hash) values ($1, $2, $3, $4, $5, $6)',
      [
        contract,
        number,
        JSON.stringify(party),
        account,
        hex(held.parties_hash),
        hex(contractPartyHash(held.parties_hash, contract, number, party)),
      ],
      'seat_party',
    )
  })
}
