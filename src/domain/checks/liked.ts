import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { refersTo } from './order.ts'

// How much the person likes an option is part of the option where it was put on the table with that. What they say later is
// a note of the option with a beginning that a machine can read: `How much it is liked: 2.` Nobody's own words are changed
// by it, and the person says it themselves whoever's option it is.

/** 1 is liked most; `undefined` takes back what was said. */
export type Liking = { readonly liked: number | undefined }

const LIKED = /^How much it is liked: (?:([1-9]\d?)|not said)\./

/** The text of the note; `how` where somebody else writes it down for the person. */
export const likedText = ({ liked }: Liking, how?: string): string =>
  `How much it is liked: ${liked ?? 'not said'}.${how === undefined ? '' : ` As they said it: ${how.trim()}`}`

/** What a note says about how much its option is liked; undefined where it is a note like any other. */
export function readLiked(note: EntryOf<'note'>): Liking | undefined {
  const read = LIKED.exec(note.text)
  if (read === null || note.of === undefined) return undefined
  return { liked: read[1] === undefined ? undefined : Number(read[1]) }
}

/** How much the person likes an option, as they said last: 1 for most, undefined where nobody has said. */
export function likedNow(state: RecordState, option: EntryOf<'option'>): number | undefined {
  const said = all(state, 'note').findLast(
    (note) => refersTo(state, note.of, option) && readLiked(note) !== undefined,
  )
  return said === undefined ? option.liked : readLiked(said)?.liked
}
