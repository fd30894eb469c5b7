import {
  type ContractEntry,
  type ContractEntryOf,
  type ContractFile,
  type ContractRole,
} from '../../domain/contracts/entries.ts'
import { type Ledger, foldContract, recordedOn } from '../../domain/contracts/ledger.ts'
import { dayFromNumber } from '../../domain/dates/plain-date.ts'
import type { Mistake } from '../../record/mistakes.ts'
import { wrongCare } from './checks-care.ts'
import { wrongMoney } from './checks-money.ts'
import { wrongOutcomes } from './checks-outcomes.ts'
import { wrongTerms } from './checks-terms.ts'

/** The last day there is: a file is checked with all that was ever recorded in it. */
const THE_END = dayFromNumber(2_932_896)

/** Everything that no entry can be wrong in by itself: order, references, who may say what, sums, and what the terms rule out. */
export function wrongInContract(file: ContractFile): readonly Mistake[] {
  const order = [...wrongOrder(file), ...wrongParties(file)]
  const ledger = foldContract(file, THE_END)
  if (ledger === undefined) return [...order, { path: 'entries', says: 'the contract was never awarded' }]
  return [
    ...order,
    ...wrongTerms(file, ledger),
    ...wrongPeople(file, ledger),
    ...wrongCare(ledger),
    ...wrongOutcomes(ledger),
    ...wrongMoney(ledger),
    ...wrongChain(ledger),
  ]
}

function wrongOrder({ entries }: ContractFile): readonly Mistake[] {
  const mistakes: Mistake[] = []
  const byId = new Map<string, ContractEntry>()
  let before: ContractEntry | undefined
  for (const entry of entries) {
    const wrong = (path: string, says: string) => mistakes.push({ entry: entry.id, path, says })
    if (byId.has(entry.id)) wrong('id', `id ${JSON.stringify(entry.id)} used twice`)
    if (recordedOn(entry) < entry.on)
      wrong('recorded', `${recordedOn(entry)} is before it happened (${entry.on})`)
    if (before !== undefined && recordedOn(entry) < recordedOn(before))
      wrong(
        entry.recorded === undefined ? 'on' : 'recorded',
        `out of order: ${recordedOn(entry)} comes after ${recordedOn(before)} (${before.id})`,
      )
    if (entry.corrects !== undefined) {
      const corrected = byId.get(entry.corrects)
      if (corrected === undefined) wrong('corrects', `no earlier entry ${JSON.stringify(entry.corrects)}`)
      else if (corrected.kind !== entry.kind)
        wrong('corrects', `a ${entry.kind} cannot correct a ${corrected.kind}`)
      else if (entry.kind === 'awarded') wrong('corrects', 'what was awarded is varied, not corrected')
    }
    byId.set(entry.id, entry)
    before = entry
  }
  return mistakes
}

/** Who acts must be a party, or a person who was referred; a few things only some may do. */
const ONLY: Partial<Record<ContractEntry['kind'], readonly ContractRole[]>> = {
  challenged: ['social-worker'],
  remeasured: ['reviewer'],
  claimed: ['provider'],
  excluded: ['commissioner', 'manager', 'social-worker', 'finance'],
  settled: ['commissioner', 'manager', 'finance'],
  paid: ['commissioner', 'manager', 'finance'],
  adjusted: ['commissioner', 'manager', 'finance'],
}
/** These the person may say, or who acts for them. */
const FOR_THE_PERSON: readonly ContractRole[] = ['advocate', 'attorney', 'deputy', 'reviewer']

function wrongParties({ parties, entries }: ContractFile): readonly Mistake[] {
  const roles = new Map(parties.map(({ id, role }) => [id, role]))
  const people = new Set(entries.flatMap((entry) => (entry.kind === 'referred' ? [entry.person] : [])))
  return entries.flatMap((entry): readonly Mistake[] => {
    const role = roles.get(entry.by)
    const wrong = (path: string, says: string): readonly Mistake[] => [{ entry: entry.id, path, says }]
    if (role === undefined && !people.has(entry.by))
      return wrong('by', `${JSON.stringify(entry.by)} is neither a party nor a person who was referred`)
    const only = ONLY[entry.kind]
    if (only !== undefined && (role === undefined || !only.includes(role)))
      return wrong('by', `a ${entry.kind} is by a ${only.join(', ')}, and not by a ${role ?? 'person'}`)
    if (entry.kind === 'confirmed' && role !== undefined && !FOR_THE_PERSON.includes(role))
      return wrong('by', `the person says if it was reached, or who acts for them, and not a ${role}`)
    if (entry.kind === 'excluded' || entry.kind === 'adjusted') return wrongApprover(entry, roles)
    if (entry.kind === 'challenged' && entry.owner !== undefined && !roles.has(entry.owner))
      return wrong('owner', `no party ${JSON.stringify(entry.owner)}`)
    return []
  })
}

/** An exclusion and an adjustment need somebody at the council who answers for them. */
function wrongApprover(
  { id, approver }: ContractEntryOf<'excluded'> | ContractEntryOf<'adjusted'>,
  roles: ReadonlyMap<string, ContractRole>,
): readonly Mistake[] {
  const role = roles.get(approver)
  const council: readonly (ContractRole | undefined)[] = [
    'commissioner',
    'manager',
    'social-worker',
    'finance',
  ]
  if (council.includes(role)) return []
  return [
    {
      entry: id,
      path: 'approver',
      says:
        role === undefined
          ? `no party ${JSON.stringify(approver)}`
          : `must be somebody at the council, and not a ${role}`,
    },
  ]
}

/** Nobody is supported, agrees, claims or is challenged about under a contract to which they were never referred. */
function wrongPeople({ entries }: ContractFile, ledger: Ledger): readonly Mistake[] {
  const referred = new Set<string>()
  return entries.flatMap((entry): readonly Mistake[] => {
    if (entry.kind === 'referred') referred.add(entry.person)
    const people =
      entry.kind === 'subcontracted' ? entry.people : 'person' in entry && entry.person ? [entry.person] : []
    const strangers = people
      .filter((person) => !referred.has(person))
      .map((person) => ({
        entry: entry.id,
        path: entry.kind === 'subcontracted' ? 'people' : 'person',
        says: `${person} was not referred to this contract`,
      }))
    const refersTo =
      entry.kind === 'accepted' || entry.kind === 'declined'
        ? ([['referral', entry.referral, ['referred']]] as const)
        : entry.kind === 'answered'
          ? ([['of', entry.of, ['challenged', 'contested']]] as const)
          : []
    const lost = refersTo.flatMap(([path, id, kinds]) =>
      kinds.some((kind) => kind === ledger.byId.get(id)?.kind)
        ? []
        : [{ entry: entry.id, path, says: `no ${kinds.join(' or ')} ${JSON.stringify(id)}` }],
    )
    return [...strangers, ...lost]
  })
}

/** Support is passed on from the provider that was awarded, link by link, and never in a ring. */
function wrongChain(ledger: Ledger): readonly Mistake[] {
  const reached = new Set([ledger.award.provider])
  return ledger.entries.flatMap((entry): readonly Mistake[] => {
    if (entry.kind !== 'subcontracted') return []
    const { id, from, to } = entry
    const mistakes: Mistake[] = []
    const wrong = (path: string, says: string) => mistakes.push({ entry: id, path, says })
    if (!reached.has(from)) wrong('from', `${from} has no part of the contract to pass on`)
    if (ledger.parties.get(to)?.role !== 'provider') wrong('to', `${to} is not a provider among the parties`)
    if (reached.has(to) && leadsTo(ledger, to, from))
      wrong('to', `${to} passed it on to ${from}: the chain runs in a ring`)
    reached.add(to)
    return mistakes
  })
}

function leadsTo(ledger: Ledger, start: string, end: string, seen: readonly string[] = []): boolean {
  if (start === end) return true
  return ledger.entries.some(
    (entry) =>
      entry.kind === 'subcontracted' &&
      entry.from === start &&
      !seen.includes(entry.to) &&
      leadsTo(ledger, entry.to, end, [...seen, start]),
  )
}
