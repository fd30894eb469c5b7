/**
 * Chance that comes again: the same seed and the same place give the same draws, on every machine and for ever. Our own, because
 * each person needs a stream of their own (so that person 1,501 can be made without the 1,500 before), because no version of a
 * package may ever change what a seed gives, and because it uses nothing but whole numbers of 32 bits and the four
 * operations: `Math.exp`, `log` and `pow` may differ in the last bit from one engine to another.
 */
export type Chance = {
  /** from 0 up to 1, in steps of 2^-32 */
  readonly next: () => number
  /** true so often, on average */
  readonly happens: (share: number) => boolean
  /** a whole number, both ends among them */
  readonly between: (low: number, high: number) => number
  /** @throws where there is nothing to choose from */
  readonly pick: <T>(from: readonly T[]) => T
  /** by weights that need not add up to anything */
  readonly weighted: <T>(from: readonly (readonly [T, number])[]) => T
  /** so many different ones, in their own order */
  readonly some: <T>(from: readonly T[], count: number) => readonly T[]
  /** about the standard normal distribution: twelve draws, less six. Never beyond six. */
  readonly normal: () => number
  /** a lognormal amount: its median, and the spread of its logarithm */
  readonly lognormal: (median: number, sigma: number) => number
}

/** Mixes a number of 32 bits so that neighbours have nothing in common (the finisher of MurmurHash3). */
function mixed(number: number): number {
  let bits = number | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

const HALVINGS = 10

/** e to the power of x, by (1 + x / 1024) ten times squared: within half a percent up to 3, which is finer than any figure here. */
function exponential(x: number): number {
  let power = 1 + x / 1024
  for (let halving = 0; halving < HALVINGS; halving += 1) power *= power
  return power
}

/** Numbers of 32 bits by sfc32 (Chris Doty-Humphrey's small fast counting generator). */
function numbers(seed: number, place: number): () => number {
  let a = mixed(seed)
  let b = mixed(Math.floor(seed / 4_294_967_296) + 0x9e3779b9)
  let c = mixed(place + 0x7f4a7c15)
  let counter = 1
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first draws still show the seed.
  for (let warming = 0; warming < 12; warming += 1) draw()
  return draw
}

/** The stream at one place of a seed. Both are whole numbers from 0; the seed up to 2^53 - 1, the place below 2^32. */
export function chanceAt(seed: number, place: number): Chance {
  const draw = numbers(seed, place)
  const next = () => draw() / 4_294_967_296
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[between(0, from.length - 1)]
    if (chosen === undefined) throw new RangeError('there is nothing to choose from')
    return chosen
  }
  const normal = () => {
    let total = -6
    for (let term = 0; term < 12; term += 1) total += next()
    return total
  }
  return {
    next,
    happens: (share) => next() < share,
    between,
    pick,
    weighted: (from) => {
      let left = next() * from.reduce((total, [, weight]) => total + weight, 0)
      const chosen = from.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return (chosen ?? pick(from))[0]
    },
    some: (from, count) => {
      const left = from.map((_, index) => index)
      const chosen = new Set<number>()
      while (chosen.size < count && left.length > 0) {
        for (const index of left.splice(between(0, left.length - 1), 1)) chosen.add(index)
      }
      return from.filter((_, index) => chosen.has(index))
    },
    normal,
    lognormal: (median, sigma) => median * exponential(sigma * normal()),
  }
}
