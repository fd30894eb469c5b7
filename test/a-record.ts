import type { z } from 'zod'
import { type PlainDate, day, dayOf } from '../src/domain/dates/plain-date.ts'
import {
  type Entry,
  FORMAT,
  type Policy,
  type RecordFile,
  personSchema,
  policySchema,
} from '../src/record/entries.ts'
import { decodeEntry, readFileValue } from '../src/record/file.ts'
import { KIND_NAMES, type KINDS, type Kind } from '../src/record/kinds.ts'
import { type RecordState, foldRecord } from '../src/record/state.ts'
import type { When } from '../src/record/values.ts'
import * as story from './a-story.ts'

// Records for tests, named by how far they have come: `aRecord().assessed().foundEligible()`. Every step is whole and
// lawful, with the days of `a-story.ts`. What a test is about is then added, left out or changed:
//
//   aRecord().planned().with('hold', { stage: 'support', why: '', told: false }).state('2026-03-20')
//   aRecord().supported().without('copy').state()
//   aRecord().planned().but('plan-1', { contingency: undefined }).state('2026-03-01')
//
// Written as a file is: money in pounds, days as text. Nothing is ever changed in place. Around the person there are at
// first only workers, two providers and a son elsewhere; a carer comes with `withCarer`, an advocate, attorney or deputy
// with `party({ id: 'adv', role: 'advocate' })`.

type AsWritten<T> = T extends When
  ? string
  : T extends readonly (infer Member)[]
    ? readonly AsWritten<Member>[]
    : T extends object
      ? { readonly [K in keyof T]: AsWritten<T[K]> }
      : T
type Shape<K extends Kind> = AsWritten<z.input<z.ZodObject<(typeof KINDS)[K], z.core.$strict>>>
type About = {
  readonly id?: string
  readonly on?: string
  readonly by?: string
  readonly recorded?: string
  readonly corrects?: string
  readonly why?: string
  readonly note?: string
}

/** The keys of a kind as a file writes them; `id`, `on` and `by` where the usual ones will not do. */
export type Fields<K extends Kind> = Shape<K> & About
export type Raw = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly kind: Kind
  readonly on: string
  readonly by: string
}
export type PartyFields = {
  readonly id: string
  readonly role: RecordFile['parties'][number]['role']
  readonly name?: string
  readonly registered?: boolean
  readonly training?: readonly string[]
  readonly paid?: boolean
  readonly 'lives-with'?: boolean
  readonly relationship?: string
}
type PersonFields = Partial<AsWritten<z.input<typeof personSchema>>>
type PolicyFields = AsWritten<z.input<typeof policySchema>>

type Held = {
  readonly person: PersonFields & { readonly id: string; readonly name: string; readonly born: string }
  readonly parties: readonly PartyFields[]
  readonly policy: PolicyFields | undefined
  readonly entries: readonly Raw[]
  /** the day of the next entry that says none */
  readonly today: string
}

export type ARecord = {
  /** Entries as a file writes them, oldest first. */
  readonly entries: readonly Raw[]
  readonly person: (person: PersonFields) => ARecord
  /** A new party, or other words for one who is there. */
  readonly party: (party: PartyFields) => ARecord
  readonly policy: (policy: PolicyFields | undefined) => ARecord
  readonly standards: (standards: NonNullable<Policy['standards']>) => ARecord
  /** The day of the entries that follow, where they say none. */
  readonly on: (today: string) => ARecord
  /** One more entry; ids are `plan-1`, `plan-2` ... in the order of writing. */
  readonly with: <K extends Kind>(kind: K, fields: Fields<K>) => ARecord
  /** The same without the types of a kind, for tables of cases. */
  readonly add: (kind: Kind, fields: Readonly<Record<string, unknown>>) => ARecord
  /** Without one entry, by its id, or without all of a kind. What referred to it now points nowhere: see `file`. */
  readonly without: (...which: readonly string[]) => ARecord
  /** One entry with other fields; `undefined` leaves a field out. */
  readonly but: (id: string, fields: Readonly<Record<string, unknown>>) => ARecord

  readonly contacted: () => ARecord
  /** Opened, spoken of, written down, closed and copied. */
  readonly assessed: () => ARecord
  /** A carer who lives with the person, heard in the person's assessment, offered their own and given it. */
  readonly withCarer: () => ARecord
  readonly foundEligible: () => ARecord
  /** An indicative budget, what the person pays, options and their answers. */
  readonly budgeted: () => ARecord
  readonly planned: () => ARecord
  readonly supported: () => ARecord
  readonly reviewed: () => ARecord

  /** The record as it stood on a day: that of the last entry where none is given. References may point nowhere. */
  readonly state: (on?: string) => RecordState
  readonly lastDay: () => PlainDate
  readonly record: () => RecordFile
  /** The same, read as a file is. @throws with every mistake, such as a reference that points nowhere. */
  readonly file: () => RecordFile
}

/** The days of the story, for tests that count from them. */
export { DAYS } from './a-story.ts'

/** A person, the people around them, the council's prices, and no entry yet. */
export const aRecord = () =>
  holding({
    person: story.PERSON,
    parties: story.PARTIES,
    policy: story.POLICY,
    entries: [],
    today: story.DAYS.contact,
  })

const source = ({ person, parties, policy, entries }: Held) => ({
  format: FORMAT,
  person,
  parties,
  entries,
  ...(policy === undefined ? {} : { policy }),
})

function told(from: ARecord, steps: readonly story.Step[]): ARecord {
  let next = from
  for (const [kind, on, fields] of steps) next = next.add(kind, { on, ...fields })
  return next
}

function holding(held: Held): ARecord {
  const set = (changes: Partial<Held>) => holding({ ...held, ...changes })
  const has = (id: string) => held.entries.some((entry) => entry.id === id)
  const lastDay = () => dayOf(held.entries.at(-1)?.on ?? '') ?? day(story.DAYS.contact)
  const record = (): RecordFile => ({
    format: FORMAT,
    person: personSchema.decode(held.person as never),
    parties: held.parties as RecordFile['parties'],
    entries: held.entries.map((entry): Entry => decodeEntry(entry)),
    ...(held.policy === undefined ? {} : { policy: policySchema.decode(held.policy as never) }),
  })
  const add = (kind: Kind, fields: object): ARecord => {
    const entry = { id: nextId(held.entries, kind), kind, on: held.today, by: 'sw', ...fields }
    return set({ entries: [...held.entries, present(entry)].toSorted(byDay), today: entry.on })
  }
  const self: ARecord = {
    entries: held.entries,
    person: (person) => set({ person: { ...held.person, ...person } }),
    party: (party) =>
      set({ parties: [...held.parties.filter(({ id }) => id !== party.id), { name: party.id, ...party }] }),
    policy: (policy) => set({ policy }),
    standards: (standards) => set({ policy: { ...held.policy, standards } }),
    on: (today) => set({ today }),
    with: (kind, fields) => add(kind, fields),
    add,
    without: (...which) =>
      set({ entries: held.entries.filter(({ id, kind }) => !which.includes(id) && !which.includes(kind)) }),
    but: (id, fields) =>
      set({
        entries: held.entries
          .map((entry) => (entry.id === id ? present({ ...entry, ...fields }) : entry))
          .toSorted(byDay),
      }),

    contacted: () => told(self, story.contact),
    assessed: () => told(has('contact-1') ? self : self.contacted(), story.conversation),
    withCarer: () =>
      told(has('need-1') ? self.party(story.HUSBAND) : self.assessed().party(story.HUSBAND), story.carer),
    foundEligible: () => told(has('need-1') ? self : self.assessed(), story.decision),
    budgeted: () => told(has('eligibility-1') ? self : self.foundEligible(), story.money),
    planned: () => told(has('option-1') ? self : self.budgeted(), story.plan),
    supported: () => told(has('plan-1') ? self : self.planned(), story.support),
    reviewed: () => told(has('support-started-1') ? self : self.supported(), story.review),

    state: (on) => foldRecord(record(), on === undefined ? lastDay() : day(on)),
    lastDay,
    record,
    file: () => {
      const read = readFileValue(source(held))
      if (read.kind === 'record') return read.record
      throw new Error(
        read.mistakes.map(({ entry, path, says }) => `${entry ?? ''} ${path}: ${says}`).join('\n'),
      )
    },
  }
  return self
}

/** `plan-2` after `plan-1`, whatever else was given a name of its own. */
function nextId(entries: readonly Raw[], kind: Kind): string {
  const taken = entries.map(({ id }) => (id.startsWith(`${kind}-`) ? Number(id.slice(kind.length + 1)) : 0))
  return `${kind}-${Math.max(0, ...taken.filter(Number.isInteger)) + 1}`
}

const byDay = (a: Raw, b: Raw): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

function present(entry: Raw): Raw {
  const { id, kind, on, by } = entry
  const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
  return { ...given, id, kind, on, by }
}

/** Every kind there is, for tests that try them all. */
export const EVERY_KIND = KIND_NAMES
