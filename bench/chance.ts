/** Chance that comes again: the same seed gives the same numbers, each from 0 up to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // mulberry32: 32 bits of state are plenty for choosing names.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(from: readonly T[], next: () => number): T => {
  const chosen = from[Math.floor(next() * from.length)]
  if (chosen === undefined) throw new Error('there is nothing to choose from')
  return chosen
}
