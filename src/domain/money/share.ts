import { type Pence, type Period, pence } from './pence.ts'

/**
 * Divides a sum by weights so that no penny is lost: the shares add up to the sum, none changes sign, and the
 * pennies that are left over go to the largest remainders (the earlier share where they are equal).
 * @throws if no weight is above zero, or one is below or without end.
 */
export function share<P extends Period>(total: Pence<P>, weights: readonly number[]): readonly Pence<P>[] {
  const all = weights.reduce((a, b) => a + b, 0)
  if (!(all > 0) || !Number.isFinite(all) || weights.some((w) => !(w >= 0))) {
    throw new RangeError('weights must be 0 or more, and one above 0')
  }
  const sign = total < 0 ? -1 : 1
  const exact = weights.map((w) => (Math.abs(total) * w) / all)
  const shares = exact.map(Math.floor)
  let left = Math.abs(total) - shares.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .filter(({ index }) => (weights[index] ?? 0) > 0)
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (let turn = 0; left > 0; turn = (turn + 1) % byRemainder.length) {
    const next = byRemainder[turn]
    if (next) shares[next.index] = (shares[next.index] ?? 0) + 1
    left -= 1
  }
  // A product near the end of exact numbers can come out a hair too large, so that a penny too many was given: take it back.
  for (let turn = byRemainder.length - 1; left < 0; turn = turn > 0 ? turn - 1 : byRemainder.length - 1) {
    const last = byRemainder[turn]
    if (!last || (shares[last.index] ?? 0) <= 0) continue
    shares[last.index] = (shares[last.index] ?? 0) - 1
    left += 1
  }
  return shares.map((s) => pence<P>(sign * s))
}
