import type { ContractEntryOf } from './entries.ts'
import { guardsIn } from './guard-measures.ts'
import { type Ledger, every } from './ledger.ts'
import type { Span } from './span.ts'
import type { Terms } from './terms.ts'

export type Outcome = ContractEntryOf<'outcome-agreed'>

/** Why outcome money waits, and whom it waits for. */
export type Hold = { readonly why: string; readonly owner: string; readonly entries: readonly string[] }

/** Where an outcome stands. `held` was reached, and something is open that must be answered first. */
export type OutcomeState =
  | { readonly kind: 'reached'; readonly confirmed: ContractEntryOf<'confirmed'> }
  | { readonly kind: 'not-reached'; readonly why: string; readonly entries: readonly string[] }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'held'; readonly confirmed: ContractEntryOf<'confirmed'>; readonly hold: Hold }
  | { readonly kind: 'excluded'; readonly excluded: ContractEntryOf<'excluded'> }

export type OutcomeFact = { readonly outcome: Outcome; readonly state: OutcomeState }

/** The last of each list under the entry that its id stands for, whatever has been corrected since. */
function byEntry<T extends { readonly id: string }>(
  ledger: Ledger,
  entries: readonly T[],
  of: (entry: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const entry of entries) {
    const key = ledger.byId.get(of(entry))?.id ?? of(entry)
    const list = found.get(key)
    if (list === undefined) found.set(key, [entry])
    else list.push(entry)
  }
  return found
}

/** What a contest is about: an outcome by itself, or by what was confirmed of it. */
function outcomeContested(ledger: Ledger, { of }: ContractEntryOf<'contested'>): string {
  const entry = ledger.byId.get(of)
  return entry?.kind === 'confirmed' ? entry.outcome : of
}

/** Something that a social worker or the person raised and nobody has answered. */
export type OpenMatter = {
  readonly entry: string
  readonly says: string
  readonly owner: string
  /** whose outcome money waits for it as a whole */
  readonly person?: string
  /** the one outcome that waits for it */
  readonly outcome?: string
}

/** Answers that settle a matter. What the provider says to it is heard and kept, and releases no money: somebody else decides. */
const decidingAnswers = (ledger: Ledger): readonly ContractEntryOf<'answered'>[] =>
  every(ledger, 'answered').filter(({ by }) => ledger.parties.get(by)?.role !== 'provider')

/** What is open at the end of a period: it was raised by then and is not answered, as far as the ledger knows. */
export function openMatters(ledger: Ledger, period: Span): readonly OpenMatter[] {
  const answered = new Set(decidingAnswers(ledger).map(({ of }) => ledger.byId.get(of)?.id ?? of))
  const manager = ledger.award.manager
  const challenges = every(ledger, 'challenged')
    .filter(({ id, on }) => on <= period.to && !answered.has(id))
    .map(({ id, person, says, owner }) => ({
      entry: id,
      says: `Challenged for ${person}: ${says}`,
      owner: owner ?? manager,
      person,
    }))
  const contests = every(ledger, 'contested')
    .filter(({ id }) => !answered.has(id))
    .flatMap((contested): readonly OpenMatter[] => {
      const { id, on, why } = contested
      const about = ledger.byId.get(contested.of)
      const open = { entry: id, says: `Contested: ${why}`, owner: manager }
      // Care that was not given as recorded puts all outcomes of the person in doubt, from then on; an outcome only itself, at all times.
      if (about?.kind !== 'delivered') return [{ ...open, outcome: outcomeContested(ledger, contested) }]
      return on <= period.to ? [{ ...open, person: about.person }] : []
    })
  return [...contests, ...challenges]
}

/**
 * Every outcome that was agreed, and where it stands for a period: what was confirmed by the person or by who acts for
 * them, what is contested, what is excluded. A social worker's challenge stops the person's outcome money from the period in
 * which it was made; a measure that got worse stops all of it for the period in which it did.
 */
export function outcomesFor(terms: Terms, ledger: Ledger, period: Span): readonly OutcomeFact[] {
  const answers = byEntry(ledger, decidingAnswers(ledger), ({ of }) => of)
  const confirmed = byEntry(ledger, every(ledger, 'confirmed'), ({ outcome }) => outcome)
  const excluded = byEntry(ledger, every(ledger, 'excluded'), ({ outcome }) => outcome)
  const contested = byEntry(ledger, every(ledger, 'contested'), (each) => outcomeContested(ledger, each))
  const open = openMatters(ledger, period)
  const openFor = new Map(open.flatMap((each) => (each.person === undefined ? [] : [[each.person, each]])))
  const openOn = new Map(
    open.flatMap((each) =>
      each.outcome === undefined ? [] : [[ledger.byId.get(each.outcome)?.id ?? each.outcome, each]],
    ),
  )
  const worse = guardsIn(terms, ledger, period).find(({ isWorse, counts }) => isWorse && counts)
  const manager = ledger.award.manager

  const holdOf = (outcome: Outcome): Hold | undefined => {
    const matter = openOn.get(outcome.id) ?? openFor.get(outcome.person)
    if (matter !== undefined) return { why: matter.says, owner: matter.owner, entries: [matter.entry] }
    if (worse === undefined) return undefined
    const [step] = worse.because
    return { why: step?.says ?? worse.measure, owner: manager, entries: step?.entries ?? [] }
  }

  const stateOf = (outcome: Outcome): OutcomeState => {
    const exclusion = excluded.get(outcome.id)?.at(-1)
    if (exclusion !== undefined) return { kind: 'excluded', excluded: exclusion }
    const upheld = (contested.get(outcome.id) ?? []).find((each) => answers.get(each.id)?.at(-1)?.upheld)
    if (upheld !== undefined)
      return {
        kind: 'not-reached',
        why: 'It was contested, and that was upheld.',
        entries: [upheld.id, ...(answers.get(upheld.id) ?? []).map(({ id }) => id)],
      }
    const said = confirmed.get(outcome.id)?.at(-1)
    if (said === undefined) return { kind: 'waiting' }
    if (!said.reached) return { kind: 'not-reached', why: 'It was not reached.', entries: [said.id] }
    const hold = holdOf(outcome)
    return hold === undefined ? { kind: 'reached', confirmed: said } : { kind: 'held', confirmed: said, hold }
  }

  return every(ledger, 'outcome-agreed').map((outcome) => ({ outcome, state: stateOf(outcome) }))
}
