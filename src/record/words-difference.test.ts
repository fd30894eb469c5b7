import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Piece, wordsDifference } from './words-difference.ts'

const shown = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join(' ')

describe('what was taken out of a text and put in', () => {
  test.each([
    ['Ring the agency.', 'Ring the agency.', ''],
    ['Ring  the agency.\n', 'Ring  the agency.', ''],
    ['', 'Ring Karan.', '{+Ring Karan.+}'],
    ['Ring Karan.', '', '[-Ring Karan.-]'],
    ['Ring Karan first.', 'Ring Beatriz first.', 'Ring [-Karan-] {+Beatriz+} first.'],
    [
      'Two workers come in the morning.',
      'One worker comes in the morning and at night.',
      '[-Two workers come-] {+One worker comes+} in the [-morning.-] {+morning and at night.+}',
    ],
    ['a b c d', 'b c e d', '[-a-] b c {+e+} d'],
    ['The key is at number 9', 'At number 9', '[-The key is at-] {+At+} number 9'],
  ])('%j to %j', (before, after, difference) => {
    expect(shown(wordsDifference(before, after))).toBe(difference)
  })

  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'care', 'Sunday.'), { maxLength: 40 })

  test('what is not added is the text before, what is not removed the text after; and no shorter way is missed', () => {
    fc.assert(
      fc.property(text, text, (was, is) => {
        const pieces = wordsDifference(was.join(' '), is.join(' '))
        const without = (kind: Piece['kind']) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join(' ')
        if (was.join(' ') === is.join(' ')) expect(pieces).toEqual([])
        else {
          expect(without('added')).toBe(was.join(' '))
          expect(without('removed')).toBe(is.join(' '))
          const kept = pieces
            .filter(({ kind }) => kind === 'same')
            .flatMap((piece) => piece.text.split(' ')).length
          expect(kept).toBe(longestInCommon(was, is))
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('two long texts with nothing in common are one taken out and one put in', () => {
    const [was, is] = ['x ', 'y '].map((word) => word.repeat(5_000).trim())
    expect(wordsDifference(was ?? '', is ?? '').map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

/** The plain table that the quick way is held against. */
function longestInCommon(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const word of a) {
    const next = [0]
    for (let at = 0; at < b.length; at += 1) {
      next.push(word === b[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
