/** A run of words that both texts have, or that only one has. */
export type Piece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** So many words taken out or put in are followed one by one; past that, two texts are no longer the same text. */
const MOST_EDITS = 160

/** A word with the white space after it; two are the same word whatever stands between them and the next. */
const wordsIn = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? []
const isSame = (a: string | undefined, b: string | undefined): boolean => a?.trimEnd() === b?.trimEnd()

/**
 * What was taken out of a text and what was put in, word by word: the pieces that are not `added` make the text before,
 * those that are not `removed` the text after. Nothing where both are the same.
 */
export function wordsDifference(before: string, after: string): readonly Piece[] {
  if (before.trim() === after.trim()) return []
  const [was, is] = [wordsIn(before), wordsIn(after)]
  let start = 0
  while (start < Math.min(was.length, is.length) && isSame(was[start], is[start])) start += 1
  let end = 0
  while (
    end < Math.min(was.length, is.length) - start &&
    isSame(was[was.length - 1 - end], is[is.length - 1 - end])
  ) {
    end += 1
  }
  const middle = between(was.slice(start, was.length - end), is.slice(start, is.length - end))
  return joined([
    ...is.slice(0, start).map((text): Piece => ({ kind: 'same', text })),
    ...middle,
    ...is.slice(is.length - end).map((text): Piece => ({ kind: 'same', text })),
  ])
}

/** Words of one kind that follow each other become one piece; a missing space between two pieces is put in. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[] = []
  for (const { kind, text } of pieces) {
    const last = runs.at(-1)
    const spaced = /\s$/.test(text) ? text : `${text} `
    if (last?.kind === kind) runs.splice(-1, 1, { kind, text: last.text + spaced })
    else runs.push({ kind, text: spaced })
  }
  return runs.map(({ kind, text }) => ({ kind, text: text.trim() }))
}

const replaced = (was: readonly string[], is: readonly string[]): readonly Piece[] => [
  ...was.map((text): Piece => ({ kind: 'removed', text })),
  ...is.map((text): Piece => ({ kind: 'added', text })),
]

/**
 * The shortest way from one list of words to the other (E. W. Myers, An O(ND) difference algorithm, 1986): `reach[k]` is
 * how far into `was` one comes on diagonal k with so many edits; the steps are then walked back from the end.
 */
function between(was: readonly string[], is: readonly string[]): readonly Piece[] {
  const most = Math.min(was.length + is.length, MOST_EDITS)
  const middle = most + 1
  const reach = new Int32Array(2 * most + 3)
  const steps: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    steps.push(reach.slice())
    for (let k = -edits; k <= edits; k += 2) {
      const down = at(reach, middle + k + 1)
      const right = at(reach, middle + k - 1) + 1
      let x = k === -edits || (k !== edits && right - 1 < down) ? down : right
      while (x < was.length && x - k < is.length && isSame(was[x], is[x - k])) x += 1
      reach[middle + k] = x
      if (x >= was.length && x - k >= is.length) return walkedBack(was, is, steps, middle)
    }
  }
  return replaced(was, is)
}

const at = (list: Int32Array, index: number): number => list[index] ?? 0

function walkedBack(
  was: readonly string[],
  is: readonly string[],
  steps: readonly Int32Array[],
  middle: number,
): readonly Piece[] {
  const pieces: Piece[] = []
  let x = was.length
  let y = is.length
  for (let edits = steps.length - 1; edits >= 0; edits -= 1) {
    const reach = steps[edits] ?? new Int32Array()
    const k = x - y
    const isDown = k === -edits || (k !== edits && at(reach, middle + k - 1) < at(reach, middle + k + 1))
    const fromK = isDown ? k + 1 : k - 1
    const fromX = edits === 0 ? 0 : at(reach, middle + fromK)
    const fromY = fromX - (edits === 0 ? 0 : fromK)
    while (x > fromX && y > fromY) {
      x -= 1
      y -= 1
      pieces.push({ kind: 'same', text: is[y] ?? '' })
    }
    if (edits === 0) break
    if (isDown) pieces.push({ kind: 'added', text: is[fromY] ?? '' })
    else pieces.push({ kind: 'removed', text: was[fromX] ?? '' })
    x = fromX
    y = fromY
  }
  return pieces.toReversed()
}
