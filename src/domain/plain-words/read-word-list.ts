import { z } from 'zod'
import { groupsIn, patternsFor } from './patterns.ts'
import { WORD_KINDS, type PlainWord, type WordList } from './word-list.ts'

// Apart from `word-list.ts`: what validates is not sent to browsers.

const sentence = z.string().regex(/^[A-Z“].{8,200}\.$/u, 'must be a sentence that ends in a full stop')
const patterns = z.array(z.string().min(1)).min(1)

const row = z.strictObject({
  phrase: z.string().min(2),
  kind: z.enum(WORD_KINDS),
  finds: patterns.optional(),
  unless: patterns.optional(),
  why: sentence,
  instead: sentence,
  source: z.string().min(5),
})

const list = z.strictObject({ groups: z.record(z.string(), patterns), words: z.array(row).min(1) })

export type ReadWordList =
  | { readonly kind: 'list'; readonly list: WordList }
  | { readonly kind: 'invalid'; readonly errors: readonly string[] }

/** The list of words from its file's data, with every mistake named: its shape, its patterns, and what stands twice. */
export function readWordList(data: unknown): ReadWordList {
  const parsed = list.safeParse(data)
  if (!parsed.success) {
    return {
      kind: 'invalid',
      errors: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    }
  }
  const { groups, words } = parsed.data
  const errors = [
    ...Object.entries(groups).flatMap(([name, members]) => unknownGroups(`groups.${name}`, members, groups)),
    ...words.flatMap((word) => unknownGroups(word.phrase, allPatterns(word), groups)),
    ...twice(words.map(({ phrase }) => phrase)).map((phrase) => `${phrase}: has more than one row`),
    ...twice(words.flatMap((word) => patternsFor(word))).map((pattern) => `${pattern}: is looked for twice`),
  ]
  return errors.length === 0 ? { kind: 'list', list: { groups, words } } : { kind: 'invalid', errors }
}

const allPatterns = (word: PlainWord): readonly string[] => [...patternsFor(word), ...(word.unless ?? [])]

const unknownGroups = (at: string, patternsThere: readonly string[], groups: WordList['groups']) =>
  patternsThere
    .flatMap(groupsIn)
    .filter((name) => groups[name] === undefined)
    .map((name) => `${at}: there is no group {${name}}`)

const twice = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index)
