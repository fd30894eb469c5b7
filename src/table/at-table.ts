import type { PointsModel } from '../domain/allocation/points.ts'
import type { Model } from '../domain/allocation/model.ts'
import type { Directory } from '../domain/community/directory.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { type Action, type Resource, anyAllows } from '../record/access.ts'
import { type Decision, refusalOf, refusalOfEntry } from '../record/allowed.ts'
import type { Entry, Party } from '../record/entries.ts'
import type { Colleague, Seated } from '../record/log.ts'
import type { Kind } from '../record/kinds.ts'
import { type Stamp, stamped } from '../record/stamp.ts'
import type { RecordState } from '../record/state.ts'
import type { Page, Sent } from '../platform/web/page.ts'
import { type Answer, redirect, refused } from '../platform/web/answer.ts'
import type { PostOffice } from './letters/store.ts'
import type { Reader } from './reader.ts'
import type { Contracts } from './under-contract.ts'

/** That something is withheld from the reader, and on what ground; never what. */
export type Withheld = { readonly on: PlainDate; readonly exemption: string; readonly why: string }

export type Look = {
  readonly at: string
  readonly name: string
  readonly page: string
  readonly relationship: string
}

/** What became of entries that were added: kept, or somebody was quicker, or not theirs to add. */
export type Kept =
  | { readonly kind: 'kept' }
  /** the same form was sent before, with other words in it */
  | { readonly kind: 'sent-before' }
  | { readonly kind: 'overtaken'; readonly since: readonly Entry[] }
  | { readonly kind: 'denied' }

/** What every page of a record gets: the record as its reader may see it, and the way to add to it. */
export type AtTable = {
  /** the record's own address, a uuid */
  readonly record: string
  /** the number of its last entry, for noticing that somebody was quicker */
  readonly head: number
  readonly state: RecordState
  readonly reader: Reader
  readonly withheld: readonly Withheld[]
  /** the council's published model, in force today */
  readonly model: Model
  /** the council's points, for a second opinion beside the built-up sum */
  readonly points: PointsModel | undefined
  /** where the council gets its post, a line each; undefined where it is not set */
  readonly councilAddress?: readonly string[] | undefined
  /** the places and groups near by, where the council has a directory of them */
  readonly directory?: Directory | undefined
  /** A fresh id, today, and the reader as the one who writes. */
  readonly stamp: (kind: Kind) => Stamp
  readonly keep: (entries: readonly Entry[], head: string | undefined, key: string) => Promise<Kept>
  /** Somebody new at the table; with an account, a colleague who then signs in as what they are. */
  readonly seat: (party: Omit<Party, 'id'>, account?: string) => Promise<Seated>
  /** staff who could be given a seat: read anew each time */
  readonly colleagues: () => Promise<readonly Colleague[]>
  readonly looks: () => Promise<readonly Look[]>
  /** where people can be reached, and what became of what was sent: read anew each time */
  readonly post: PostOffice
  /** the contracts under which the person is supported: read anew each time */
  readonly contracts: Contracts
  /** the record in its own file format, as far as the reader may see it */
  readonly file: () => Promise<string>
}

export type Need = { readonly resource: Resource; readonly action: Action }
export type RecordPage = Page<AtTable, Need>

export const mayDo = (table: AtTable, resource: Resource, action: Action): boolean =>
  anyAllows(table.reader.relationships, resource, action)

/** May the reader add an entry of this kind now? For showing a form or a link, and again before it is kept. */
export const mayAdd = (table: AtTable, kind: Kind): boolean =>
  refusalOf(table.state, kind, table.reader.relationships) === undefined

/** May the reader add a note of this entry now? It belongs where the entry belongs that it speaks of. */
export const mayNote = (table: AtTable, of: Entry): boolean => {
  const note: Entry = { ...stamped(table.stamp('note')), kind: 'note', of: of.id, text: '' }
  return refusalOfEntry(table.state, note, table.reader.relationships) === undefined
}

/** What a decision came to, for a page: the refusals where it was refused, the answer to send where it was not. */
export type Outcome =
  | { readonly kind: 'sent'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly says: readonly string[] }
  | { readonly kind: 'overtaken'; readonly since: readonly Entry[] }

const SENT_BEFORE =
  'You sent this before, and what you wrote then is in the record. Your new words are still here. Look at the record, then send them again.'

/** Adds what was decided to the record, once; and says where to go on. */
export async function settle(
  visit: Sent<AtTable>,
  decision: Decision,
  to: string,
  notice: string,
): Promise<Outcome> {
  // What was sent to be looked over is kept by nobody, however the page reads its form.
  if (visit.form.lookOver === true) return { kind: 'refused', says: [] }
  if (decision.kind === 'refused') return { kind: 'refused', says: decision.because.map(({ says }) => says) }
  const { ctx } = visit
  for (const entry of decision.entries) {
    const refusal = refusalOfEntry(ctx.state, entry, ctx.reader.relationships)
    if (refusal) return { kind: 'refused', says: [refusal.says] }
  }
  const kept = await ctx.keep(decision.entries, visit.head, visit.key)
  switch (kept.kind) {
    case 'kept':
      return { kind: 'sent', answer: redirect(to, notice) }
    case 'overtaken':
      return { kind: 'overtaken', since: kept.since }
    case 'sent-before':
      return { kind: 'refused', says: [SENT_BEFORE] }
    case 'denied':
      return { kind: 'sent', answer: refused(['This is not yours to add.'], to) }
  }
}

export const recordPath = (record: string, ...parts: readonly string[]): string =>
  ['/records', record, ...parts].join('/')

/** Where somebody says that an entry is wrong. */
export const disputePath = (record: string, entry: string): string =>
  recordPath(record, 'conversation', 'dispute', entry)
