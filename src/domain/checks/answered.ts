import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, foldRecord } from '../../record/state.ts'
import type { CheckLevel, Finding } from './check.ts'
import { check } from './every.ts'
import { type Standards, standardsFor } from './standards.ts'

// A finding is mended, and then it goes by itself; or somebody at the table says that it is not so, and why. That answer
// is a note of the record with a beginning that a machine can read: `Not so (check; entry entry): why`. The entries are
// named in it, so that the answer holds for what its writer saw and for nothing that came later.

/** That a finding is not so, in the words of the one who says it. */
export type NotSo = {
  readonly note: EntryOf<'note'>
  readonly check: string
  /** ids of the entries that the finding was about when it was answered */
  readonly entries: readonly string[]
  readonly why: string
}

/** A finding with what was said to it. */
export type Standing =
  | { readonly kind: 'open'; readonly finding: Finding }
  | { readonly kind: 'answered'; readonly finding: Finding; readonly answer: NotSo }
  /** answered before, and open again: the record has changed since, or the answer itself is disputed */
  | {
      readonly kind: 'returned'
      readonly finding: Finding
      readonly answer: NotSo
      readonly because: 'changed' | 'disputed'
    }

const NOT_SO = /^Not so \(([a-z-]+)(?:; ([^\s:]+(?: [^\s:]+)*))?\): (\S[\s\S]*)$/

/** The text of the note that answers a finding. Ids are written as in an address: they may hold any character. */
export const notSoText = ({ check: id, entries }: Pick<Finding, 'check' | 'entries'>, why: string): string =>
  `Not so (${id}${entries.length === 0 ? '' : `; ${entries.map(encodeURIComponent).join(' ')}`}): ${why.trim()}`

/** What a note says about a finding; undefined where it is a note like any other. */
export function readNotSo(note: EntryOf<'note'>): NotSo | undefined {
  const [, id, entries, why] = NOT_SO.exec(note.text) ?? []
  if (id === undefined || why === undefined) return undefined
  const named = decoded(entries === undefined ? [] : entries.split(' '))
  return named === undefined ? undefined : { note, check: id, entries: named, why }
}

function decoded(ids: readonly string[]): readonly string[] | undefined {
  try {
    return ids.map(decodeURIComponent)
  } catch {
    return undefined
  }
}

const notSosIn = (state: RecordState): readonly NotSo[] =>
  all(state, 'note').flatMap((note) => readNotSo(note) ?? [])

/**
 * The record as if nobody had said "not so". For some checks a note of an entry shows that something was done about it;
 * that somebody denies a finding shows no such thing.
 */
export function withoutAnswers(state: RecordState): RecordState {
  const answers = new Set<string>(notSosIn(state).map(({ note }) => note.id))
  if (answers.size === 0) return state
  const entries = state.told
    .map(({ entry }) => entry)
    .filter(({ id }) => !answers.has(state.byId.get(id)?.id ?? id))
  const { person, parties, policy, on } = state
  const record = {
    person,
    parties: [...parties.values()],
    entries,
    ...(policy === undefined ? {} : { policy }),
  }
  return foldRecord(record, on)
}

const GRAVITY: Readonly<Record<CheckLevel, number>> = { must: 0, should: 1, look: 2 }

/** The gravest first; within a level in the order in which a person meets what they are about. */
export const gravestFirst = <T>(items: readonly T[], levelOf: (item: T) => CheckLevel): readonly T[] =>
  items.toSorted((a, b) => GRAVITY[levelOf(a)] - GRAVITY[levelOf(b)])

/**
 * Every finding of a record with its answer. An answer holds for the finding of the same check about the same entries: a
 * newer entry, or a correction, is another entry, and the finding is back. It is back too while somebody disputes the
 * answer, and for good where that was accepted. Time alone brings nothing back.
 */
export function standingFindings(
  state: RecordState,
  standards: Standards = standardsFor(state.policy),
): readonly Standing[] {
  const answers = notSosIn(state)
  const findings = check(withoutAnswers(state), standards)
  const outlived = answers.filter((answer) => !findings.some((finding) => covers(answer, finding)))
  return gravestFirst(findings, ({ level }) => level).map((finding): Standing => {
    const answer = answers.findLast((each) => covers(each, finding))
    if (answer !== undefined) {
      return isContested(state, answer)
        ? { kind: 'returned', finding, answer, because: 'disputed' }
        : { kind: 'answered', finding, answer }
    }
    const earlier = outlived.findLast((each) => touches(state, each, finding))
    return earlier === undefined
      ? { kind: 'open', finding }
      : { kind: 'returned', finding, answer: earlier, because: 'changed' }
  })
}

const covers = (answer: NotSo, { check: id, entries }: Finding): boolean =>
  answer.check === id &&
  answer.entries.length === entries.length &&
  entries.every((entry) => answer.entries.includes(entry))

/** Said of one of the same entries, also where that was corrected since. */
const touches = ({ byId }: RecordState, answer: NotSo, { check: id, entries }: Finding): boolean =>
  answer.check === id && answer.entries.some((entry) => entries.includes(byId.get(entry)?.id ?? entry))

const isContested = ({ disputes }: RecordState, { note }: NotSo): boolean =>
  disputes.some(
    ({ of, open, answers }) => of?.id === note.id && (open || answers.at(-1)?.outcome === 'accepted'),
  )

export type Count = Readonly<Record<CheckLevel, number>>

/** How many are open, by how grave they are: for lists of people. */
export function countOpen(standings: readonly Standing[]): Count {
  const count = { must: 0, should: 0, look: 0 }
  for (const { kind, finding } of standings) if (kind !== 'answered') count[finding.level] += 1
  return count
}
