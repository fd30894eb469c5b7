import type { PlainWord, WordList } from './word-list.ts'

// The small language in which the list says what to look for, made into regular expressions. `words/plain-words.yaml`
// explains it to those who write rows.

export const patternsFor = ({ phrase, finds }: PlainWord): readonly string[] => finds ?? [phrase]

const GROUP = /\{([a-z-]+)\}/g

/** The names of the groups that a pattern uses. */
export const groupsIn = (pattern: string): readonly string[] =>
  [...pattern.matchAll(GROUP)].map(([, name = '']) => name)

const BEFORE = String.raw`(?<![\p{L}\p{N}])`
const AFTER = String.raw`(?![\p{L}\p{N}])`
const SPACE = String.raw`\s+`
const ONE_WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}'’-]*`

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/** One word as it is written: hyphens may be spaces or nothing, and apostrophes straight or curled. */
const literal = (word: string): string =>
  word
    .split('_')
    .map((part) =>
      part
        .split('-')
        .map((piece) => escaped(piece).replaceAll(/['’]/g, "['’]"))
        .join(String.raw`[-‐‑\s]?`),
    )
    .join(SPACE)

/** A group within a group is looked up in turn; one that holds itself would never end, so depth is limited. */
const MOST_DEEP = 5

function tokenFor(token: string, groups: WordList['groups'], depth: number): string {
  const [one = token, ...others] = token.split('|')
  if (others.length > 0)
    return `(?:${[one, ...others].map((each) => tokenFor(each, groups, depth)).join('|')})`
  if (one === '*') return ONE_WORD
  const name = /^\{([a-z-]+)\}$/.exec(one)?.[1]
  if (name === undefined) return literal(one)
  if (depth > MOST_DEEP) throw new Error(`the group {${name}} holds itself`)
  return `(?:${(groups[name] ?? []).map((member) => joined(member, groups, depth + 1)).join('|')})`
}

/** Tokens one after the other; one that may be missing takes the space beside it along. */
function joined(pattern: string, groups: WordList['groups'], depth: number): string {
  const tokens = pattern.split(' ').map((token) => ({
    optional: token.endsWith('}?'),
    source: tokenFor(token.endsWith('}?') ? token.slice(0, -1) : token, groups, depth),
  }))
  const lastNeeded = tokens.findLastIndex(({ optional }) => !optional)
  return tokens
    .map(({ optional, source }, index) => {
      if (index < lastNeeded) return optional ? `(?:${source}${SPACE})?` : `${source}${SPACE}`
      return optional ? `(?:${SPACE}${source})?` : source
    })
    .join('')
}

/** Letters that stand for words are told from a word by their capitals: RAS, PoC, DPs. */
const isAbbreviation = (pattern: string): boolean => /[A-Z].*[A-Z]/.test(pattern)

/**
 * Some words of which a sentence holds one if the pattern stands in it, in small letters; undefined where the pattern
 * has no word of its own. Most sentences hold none, and then nothing more has to be made or tried.
 */
function keysOf(pattern: string): readonly string[] | undefined {
  const candidates = pattern
    .split(' ')
    .filter((token) => token !== '*' && !token.includes('{'))
    .map((token) => token.split('|').map(longestPiece))
  return candidates.toSorted((a, b) => shortest(b) - shortest(a))[0]
}

/** The longest part of a word that is written the same however its joints are. */
const longestPiece = (word: string): string =>
  word
    .toLowerCase()
    .split(/[-_'’]/)
    .toSorted((a, b) => b.length - a.length)[0] ?? ''

const shortest = (keys: readonly string[]): number => Math.min(...keys.map(({ length }) => length))

type Place = readonly [from: number, to: number]

/** Where something stands in a sentence, which is given once more in small letters. */
export type Finder = (sentence: string, small: string) => readonly Place[]

function onePattern(pattern: string, groups: WordList['groups']): Finder {
  const keys = keysOf(pattern)
  const flags = isAbbreviation(pattern) ? 'gu' : 'giu'
  let made: RegExp | undefined
  return (sentence, small) => {
    if (keys?.some((key) => small.includes(key)) === false) return []
    made ??= new RegExp(`${BEFORE}${joined(pattern, groups, 0)}${AFTER}`, flags)
    return [...sentence.matchAll(made)].map((match): Place => [match.index, match.index + match[0].length])
  }
}

function finderFor(patterns: readonly string[], groups: WordList['groups']): Finder {
  const finders = patterns.map((pattern) => onePattern(pattern, groups))
  return (sentence, small) => finders.flatMap((find) => find(sentence, small))
}

/** Two patterns of a row that stand over one another found one thing. */
const together = (places: readonly Place[]): readonly Place[] =>
  places
    .toSorted(([a], [b]) => a - b)
    .reduce<readonly Place[]>((sofar, [from, to]) => {
      const last = sofar.at(-1)
      if (last === undefined || last[1] <= from) return [...sofar, [from, to]]
      return [...sofar.slice(0, -1), [last[0], Math.max(last[1], to)]]
    }, [])

/** Looks for one row: what it finds, save where one of its exceptions stands over it. */
export function lookFor(word: PlainWord, groups: WordList['groups']): Finder {
  const finds = finderFor(patternsFor(word), groups)
  const unless = finderFor(word.unless ?? [], groups)
  return (sentence, small) => {
    const found = finds(sentence, small)
    if (found.length === 0) return found
    const exceptions = unless(sentence, small)
    return together(
      found.filter(([from, to]) => !exceptions.some(([start, end]) => start < to && from < end)),
    )
  }
}
