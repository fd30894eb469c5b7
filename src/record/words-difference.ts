/** A run of words that both texts have, or that only one has. */
export type Piece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** So many words taken out or put in are followed one by one; past that, two texts are no longer the same text. */
const MOST_EDITS = 100

/** A text as its words, each with the white space after it, and each word as a number: the same word, the same number. */
type Words = { readonly words: readonly string[]; readonly ids: Int32Array }

function wordsOf(text: string, known: Map<string, number>): Words {
  // The space at the end is for the last word, so that whatever comes to stand after it stands apart.
  const words = `${text} `.match(/\S+\s+/g) ?? []
  const ids = Int32Array.from(words, (word) => {
    const bare = word.trimEnd()
    const id = known.get(bare) ?? known.size
    known.set(bare, id)
    return id
  })
  return { words, ids }
}

const slice = ({ words, ids }: Words, from: number, to: number): Words => ({
  words: words.slice(from, to),
  ids: ids.subarray(from, to),
})

/**
 * What was taken out of a text and what was put in, word by word: the pieces that are not `added` make the text before,
 * those that are not `removed` the text after. Nothing where both are the same.
 */
export function wordsDifference(before: string, after: string): readonly Piece[] {
  if (before.trim() === after.trim()) return []
  const known = new Map<string, number>()
  const [was, is] = [wordsOf(before, known), wordsOf(after, known)]
  const [m, n] = [was.ids.length, is.ids.length]
  let start = 0
  while (start < Math.min(m, n) && was.ids[start] === is.ids[start]) start += 1
  let end = 0
  while (end < Math.min(m, n) - start && was.ids[m - 1 - end] === is.ids[n - 1 - end]) end += 1
  return joined([
    ...as('same', is.words.slice(0, start)),
    ...between(slice(was, start, m - end), slice(is, start, n - end)),
    ...as('same', is.words.slice(n - end)),
  ])
}

const as = (kind: Piece['kind'], words: readonly string[]): readonly Piece[] =>
  words.map((text) => ({ kind, text }))

/** Words of one kind that follow each other become one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const runs: { kind: Piece['kind']; text: string }[] = []
  let last: { kind: Piece['kind']; text: string } | undefined
  for (const { kind, text } of pieces) {
    if (last?.kind === kind) last.text += text
    else runs.push((last = { kind, text }))
  }
  return runs.map(({ kind, text }) => ({ kind, text: text.trim() }))
}

const replaced = (was: Words, is: Words): readonly Piece[] => [
  ...as('removed', was.words),
  ...as('added', is.words),
]

/**
 * The shortest way from one list of words to the other (E. W. Myers, An O(ND) difference algorithm, 1986): `reach[k]` is
 * how far into `was` one comes on diagonal k with so many edits; the steps are then walked back from the end.
 */
function between(was: Words, is: Words): readonly Piece[] {
  const [m, n] = [was.ids.length, is.ids.length]
  const most = Math.min(m + n, MOST_EDITS)
  const middle = most + 1
  const reach = new Int32Array(2 * most + 3)
  const steps: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    // Only what `edits` steps can have reached is read again.
    steps.push(reach.slice(middle - edits - 1, middle + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      const down = at(reach, middle + k + 1)
      const right = at(reach, middle + k - 1) + 1
      let x = k === -edits || (k !== edits && right - 1 < down) ? down : right
      while (x < m && x - k < n && was.ids[x] === is.ids[x - k]) x += 1
      reach[middle + k] = x
      if (x >= m && x - k >= n) return walkedBack(was, is, steps)
    }
  }
  return replaced(was, is)
}

const at = (list: Int32Array, index: number): number => list[index] ?? 0

function walkedBack(was: Words, is: Words, steps: readonly Int32Array[]): readonly Piece[] {
  const pieces: Piece[] = []
  let x = was.words.length
  let y = is.words.length
  for (let edits = steps.length - 1; edits >= 0; edits -= 1) {
    const reach = steps[edits] ?? new Int32Array()
    const middle = edits + 1
    const k = x - y
    const isDown = k === -edits || (k !== edits && at(reach, middle + k - 1) < at(reach, middle + k + 1))
    const fromK = isDown ? k + 1 : k - 1
    const fromX = edits === 0 ? 0 : at(reach, middle + fromK)
    const fromY = fromX - (edits === 0 ? 0 : fromK)
    while (x > fromX && y > fromY) {
      x -= 1
      y -= 1
      pieces.push({ kind: 'same', text: is.words[y] ?? '' })
    }
    if (edits === 0) break
    if (isDown) pieces.push({ kind: 'added', text: is.words[fromY] ?? '' })
    else pieces.push({ kind: 'removed', text: was.words[fromX] ?? '' })
    x = fromX
    y = fromY
  }
  return pieces.toReversed()
}
