import type { ContractEntry, ContractEntryOf, ContractParty } from '../../domain/contracts/entries.ts'
import { type Ledger, entryOf, every, isSameEntry } from '../../domain/contracts/ledger.ts'
import { type PlainDate, dateInWords, day } from '../../domain/dates/plain-date.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import type { Note } from './view-notes.ts'
import { remeasureWords } from './words-new.ts'

/** An outcome that was drawn by lot, and since when it waits to be measured again. */
export type Drawn = {
  readonly outcome: ContractEntryOf<'outcome-agreed'>
  readonly since: PlainDate
  /** what was found since; undefined where nobody has looked yet */
  readonly again: ContractEntryOf<'remeasured'> | undefined
}

/** The outcome as the samples of a contract have it, drawn last; undefined where no lot fell on it. */
export function drawnIn(ledger: Ledger, notes: readonly Note[], id: string): Drawn | undefined {
  const outcome = entryOf(ledger, 'outcome-agreed', id)
  if (outcome === undefined) return undefined
  const last = notes
    .flatMap(({ body }) => (body.kind === 'sample' ? [body] : []))
    .findLast(({ outcomes }) => outcomes.some((each) => isSameEntry(ledger, each, outcome.id)))
  if (last === undefined) return undefined
  const again = every(ledger, 'remeasured').find(
    (each) =>
      each.outcome !== undefined && isSameEntry(ledger, each.outcome, outcome.id) && each.on >= last.on,
  )
  return { outcome, since: day(last.on), again }
}

/** Who looked: a reviewer who sits at the contract already, or one who is named now. */
export type Looked =
  | { readonly kind: 'party'; readonly party: string }
  | { readonly kind: 'named'; readonly id: string; readonly name: string }

export type Remeasure = {
  readonly looked: Looked
  readonly on: PlainDate
  readonly level: Level
  readonly before?: Level | undefined
  readonly reached: boolean
}

export type RemeasureDecision =
  | {
      readonly kind: 'entries'
      readonly entries: readonly ContractEntry[]
      /** who looked, where they do not sit at the contract yet */
      readonly reviewer: ContractParty | undefined
    }
  | { readonly kind: 'refused'; readonly field: string; readonly says: string }

const refused = (field: string, says: string): RemeasureDecision => ({ kind: 'refused', field, says })

const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ')

type Seated = { readonly party: ContractParty; readonly isNew: boolean }

/** The reviewer of a name: the one who sits there already, or one who sits down now. Undefined where a provider is called so. */
export function reviewerNamed(ledger: Ledger, name: string, id: string): Seated | undefined {
  const called = (role: ContractParty['role']) =>
    [...ledger.parties.values()].find((party) => party.role === role && plain(party.name) === plain(name))
  if (called('provider') !== undefined) return undefined
  const there = called('reviewer')
  return there === undefined
    ? { party: { id, name: name.trim(), role: 'reviewer' }, isNew: true }
    : { party: there, isNew: false }
}

/**
 * What somebody independent found of an outcome that was drawn. Typed in by a buyer, in the name of whoever looked: never the
 * provider, which does not mark its own work, nor whoever passes support on to it.
 */
export function decideRemeasure(
  { id, today }: { readonly id: string; readonly today: PlainDate },
  ledger: Ledger,
  drawn: Drawn,
  { looked, on, level, before, reached }: Remeasure,
): RemeasureDecision {
  if (drawn.again !== undefined) return refused('form', remeasureWords.before)
  if (on > today) return refused('on', remeasureWords.onLater)
  if (on < drawn.since)
    return refused('on', `It was drawn on ${dateInWords(drawn.since)}. Look at it again since then`)
  if (looked.kind === 'party' && ledger.parties.get(looked.party)?.role !== 'reviewer')
    return refused('who', remeasureWords.whoMissing)
  const named = looked.kind === 'named' ? reviewerNamed(ledger, looked.name, looked.id) : undefined
  if (looked.kind === 'named' && named === undefined) return refused('name', remeasureWords.provider)
  const by = looked.kind === 'named' ? (named?.party.id ?? '') : looked.party
  return {
    kind: 'entries',
    reviewer: named?.isNew === true ? named.party : undefined,
    entries: [
      {
        id,
        on,
        by,
        ...(on === today ? {} : { recorded: today }),
        kind: 'remeasured',
        person: drawn.outcome.person,
        outcome: drawn.outcome.id,
        reached,
        ...(before === undefined ? {} : { before }),
        level,
      },
    ],
  }
}
