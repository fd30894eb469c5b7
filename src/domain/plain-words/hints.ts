import type { Root, Sentence, SentenceContent } from 'nlcst'
import { toString } from 'nlcst-to-string'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { type Finder, lookFor } from './patterns.ts'
import { type Stretch, meets, quotedIn } from './quoted.ts'
import type { PlainWord, WordKind, WordList } from './word-list.ts'

/** Something that could be said more plainly, or more kindly. It is for the one who writes, and for nobody else. */
export type Hint = {
  readonly kind: WordKind | 'long'
  /** the words as they stand; of a long sentence its beginning */
  readonly found: string
  /** where they stand: the first character, and the one after the last */
  readonly from: number
  readonly to: number
  readonly why: string
  readonly instead: string
}

/**
 * Whose words are written. `own`: somebody’s about their own life, typed by themselves or taken down from them; a word
 * that labels is theirs to use, and how they put things is theirs. `about`: somebody’s about another.
 */
export type Whose = 'own' | 'about'

const SHOWN: Readonly<Record<Whose, readonly WordKind[]>> = {
  own: ['jargon'],
  about: ['label', 'jargon', 'roundabout'],
}

/** Words. Above it fewer and fewer readers keep hold of a sentence. */
export const LONGEST_SENTENCE = 25

type Looked = { readonly word: PlainWord; readonly find: Finder }

const english = unified().use(retextEnglish).freeze()

/** Makes the list ready, once; what it gives looks through one text. The text is kept nowhere. */
export function plainWords(list: WordList): (text: string, whose: Whose) => readonly Hint[] {
  const looked: readonly Looked[] = list.words.map((word) => ({ word, find: lookFor(word, list.groups) }))
  return (text, whose) => {
    const quotes = quotedIn(text)
    const wanted = looked.filter(({ word }) => SHOWN[whose].includes(word.kind))
    const hints = sentencesIn(text).flatMap((sentence) => [
      ...wordsIn(text, sentence, wanted, quotes),
      ...tooLong(text, sentence, quotes),
    ])
    return firstOfEach(hints)
  }
}

type Placed = { readonly from: number; readonly to: number; readonly words: readonly Stretch[] }

/** The sentences of a text. Who breaks a line has ended what stands on it, with a full stop or without. */
function sentencesIn(text: string): readonly Placed[] {
  const placed: Placed[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const from = start
    const tree: Root = english.parse(line)
    visit(tree, 'SentenceNode', (node) => {
      placed.push(...placesOf(node, from))
      return SKIP
    })
    start += line.length + 1
  }
  return placed
}

/** nlcst gives each node its place in what was parsed; a text that was parsed has one. */
const stretchOf = ({ position }: SentenceContent, from: number): Stretch => [
  from + (position?.start.offset ?? 0),
  from + (position?.end.offset ?? 0),
]

/** A full stop, or a word of some length with one: `e.g.` and `Dr.` go on. */
const ENDS = /^[.!?…]+$|^\p{L}{3,}[.!?…]+$/u

/**
 * A sentence as its writer may mean it: the parser takes one that begins with a small letter for a part of the one
 * before, and many people write no capitals. Too early an end only means a hint the less.
 */
function placesOf(node: Sentence, start: number): readonly Placed[] {
  const parts: SentenceContent[][] = [[]]
  for (const child of node.children) {
    parts.at(-1)?.push(child)
    if (ENDS.test(toString(child))) parts.push([])
  }
  return parts.flatMap((children): readonly Placed[] => {
    const [first] = children
    const last = children.at(-1)
    if (first === undefined || last === undefined) return []
    const words = children
      .filter((child) => child.type === 'WordNode' && /[\p{L}\p{N}]/u.test(toString(child)))
      .map((word) => stretchOf(word, start))
    return [{ from: stretchOf(first, start)[0], to: stretchOf(last, start)[1], words }]
  })
}

function wordsIn(
  text: string,
  { from, to }: Placed,
  wanted: readonly Looked[],
  quotes: readonly Stretch[],
): readonly Hint[] {
  const sentence = text.slice(from, to)
  const small = sentence.toLowerCase()
  const found = wanted.flatMap(({ word, find }) =>
    find(sentence, small)
      .map(([start, end]): Stretch => [from + start, from + end])
      .filter((stretch) => !meets(stretch, quotes))
      .map(([start, end]) => hintOf(word, text, start, end)),
  )
  // Of two that stand over one another the longer says more.
  return found.filter(
    (hint) =>
      !found.some(
        (other) =>
          other.from < hint.to && hint.from < other.to && other.to - other.from > hint.to - hint.from,
      ),
  )
}

const hintOf = ({ kind, why, instead }: PlainWord, text: string, from: number, to: number): Hint => ({
  kind,
  found: text.slice(from, to),
  from,
  to,
  why,
  instead,
})

const BEGINNING = 5

/** Only what the writer says counts: a quote is as long as it was spoken. */
function tooLong(text: string, { from, to, words }: Placed, quotes: readonly Stretch[]): readonly Hint[] {
  const own = words.filter((word) => !meets(word, quotes))
  if (own.length <= LONGEST_SENTENCE) return []
  const [begins = from] = words[0] ?? []
  const [, ends = to] = words[BEGINNING - 1] ?? []
  return [
    {
      kind: 'long',
      found: `${text.slice(begins, ends)} …`,
      from,
      to,
      why: `This sentence has ${own.length} words. Shorter ones are easier to read.`,
      instead: 'Could it be two sentences?',
    },
  ]
}

/** A word that stands ten times is one thing to think about, not ten; two long sentences are two. */
function firstOfEach(hints: readonly Hint[]): readonly Hint[] {
  const seen = new Set<string>()
  return hints
    .filter(({ kind, why }) => kind === 'long' || (!seen.has(why) && seen.add(why)))
    .toSorted((a, b) => a.from - b.from)
}
