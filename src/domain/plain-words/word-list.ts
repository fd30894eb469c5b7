/** What a word does to its reader. Which of them is shown to whom: `hints.ts`. */
export const WORD_KINDS = ['label', 'jargon', 'roundabout'] as const
export type WordKind = (typeof WORD_KINDS)[number]

/** A row of `words/plain-words.yaml`, which says what each part means. */
export type PlainWord = {
  readonly phrase: string
  readonly kind: WordKind
  readonly finds?: readonly string[] | undefined
  readonly unless?: readonly string[] | undefined
  readonly why: string
  readonly instead: string
  readonly source: string
}

export type WordList = {
  /** words that stand for one another in a pattern, by the name of their group */
  readonly groups: Readonly<Record<string, readonly string[]>>
  readonly words: readonly PlainWord[]
}
