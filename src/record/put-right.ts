import { readNotSo } from '../domain/checks/answered.ts'
import { readStep, readStepDone, readTakenBack } from '../domain/outcomes/steps.ts'
import { readTalk } from '../domain/outcomes/talk.ts'
import type { Entry, EntryOf } from './entries.ts'
import type { Kind } from './kinds.ts'
import { readLater } from './told-later.ts'

// What was written wrongly is put right by a correction: it takes the place and the day of what it corrects, which stays,
// struck out. A correction's reason stands under `why`. So a kind whose own `why` is a reason already, such as a risk or a
// decision, has no room for a second one: that is weighed or decided anew.

/** One part of an entry’s words that can be put right. */
export type WordsPart = { readonly says: string; readonly text: string; readonly mayBeEmpty: boolean }

const part = (says: string, text: string): WordsPart => ({ says, text, mayBeEmpty: false })
const besides = (says: string, text: string | undefined): WordsPart => ({
  says,
  text: text ?? '',
  mayBeEmpty: true,
})

/** What a program reads back is taken back where it was said, and not written over. */
const isPlain = (note: EntryOf<'note'>): boolean =>
  readLater(note) === undefined &&
  readNotSo(note) === undefined &&
  readTalk(note.text) === undefined &&
  readStep(note.text) === undefined &&
  readStepDone(note.text) === undefined &&
  readTakenBack(note.text) === undefined

type WordsOf<K extends Kind> = {
  readonly parts: (entry: EntryOf<K>) => readonly WordsPart[]
  /** the entry with other words in the same parts */
  readonly anew: (entry: EntryOf<K>, texts: readonly string[]) => EntryOf<K>
}

const contact: WordsOf<'contact'> = {
  parts: ({ about, wants }) => [part('What was asked', about), besides('What was wanted', wants)],
  anew: ({ wants: _wants, ...kept }, [about = '', wants = '']) => ({
    ...kept,
    about,
    ...(wants === '' ? {} : { wants }),
  }),
}
const advice: WordsOf<'advice'> = {
  parts: ({ about }) => [part('What the advice was', about)],
  anew: (entry, [about = '']) => ({ ...entry, about }),
}
const moved: WordsOf<'moved'> = {
  parts: ({ other }) => [part('The other council', other)],
  anew: (entry, [other = '']) => ({ ...entry, other }),
}
const need: WordsOf<'need'> = {
  parts: (entry) => [
    part('The need', entry.text),
    part('What it comes from', entry.cause),
    part('How it bears on daily life', entry['impact-why']),
  ],
  anew: (entry, [text = '', cause = '', impact = '']) => ({ ...entry, text, cause, 'impact-why': impact }),
}
const liberty: WordsOf<'liberty'> = {
  parts: ({ arrangement, reasons }) => [
    part('What limits freedom', arrangement),
    part('The reasons', reasons),
  ],
  anew: (entry, [arrangement = '', reasons = '']) => ({ ...entry, arrangement, reasons }),
}
const complaint: WordsOf<'complaint'> = {
  parts: ({ about, wants }) => [
    part('What the complaint is about', about),
    besides('What was wanted', wants),
  ],
  anew: (entry, [about = '', wants = '']) => ({ ...entry, about, wants }),
}
const progress: WordsOf<'progress'> = {
  parts: ({ says }) => [part('What was said', says)],
  anew: (entry, [says = '']) => ({ ...entry, says }),
}
const review: WordsOf<'review'> = {
  parts: ({ found }) => [part('What was found', found)],
  anew: (entry, [found = '']) => ({ ...entry, found }),
}
const note: WordsOf<'note'> = {
  parts: (entry) => (isPlain(entry) ? [part('The note', entry.text)] : []),
  anew: (entry, [text = '']) => ({ ...entry, text }),
}

const WORDS_OF: { readonly [K in Kind]?: WordsOf<K> } = {
  contact,
  advice,
  moved,
  need,
  liberty,
  complaint,
  progress,
  review,
  note,
}

const wordsOf = (entry: Entry): WordsOf<Kind> | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table is keyed by the kind that the entry has
  WORDS_OF[entry.kind] as WordsOf<Kind> | undefined

/** The words of an entry that a page can put right; none where it is not of such a kind. */
export const wordsToPutRight = (entry: Entry): readonly WordsPart[] => wordsOf(entry)?.parts(entry) ?? []

export const withWords = (entry: Entry, texts: readonly string[]): Entry =>
  wordsOf(entry)?.anew(entry, texts) ?? entry

/** Somebody’s own view: nobody else writes it for them, not even the worker. */
const OWN_WORDS: readonly Entry['kind'][] = ['complaint', 'progress', 'note']

/** What somebody said, and who helps without pay: what is no longer so can be said of them, too. */
export type Said = EntryOf<'statement'> | EntryOf<'carer-identified'>

export const isSaid = (entry: Entry | undefined): entry is Said =>
  entry?.kind === 'statement' || entry?.kind === 'carer-identified'

/**
 * Whoever wrote it or said it, and whoever works with the person where it is not somebody's own view. Everybody else says
 * that it is wrong.
 */
export function mayPutRight(entry: Entry, party: string | undefined, isWorker: boolean): boolean {
  if (isSaid(entry)) {
    const whose = entry.kind === 'statement' ? entry['said-by'] : entry.carer
    return isWorker || (party !== undefined && (entry.by === party || whose === party))
  }
  if (wordsToPutRight(entry).length === 0) return false
  return (party !== undefined && entry.by === party) || (isWorker && !OWN_WORDS.includes(entry.kind))
}
