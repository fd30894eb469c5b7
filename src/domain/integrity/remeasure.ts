import { type Ledger, every } from '../contracts/ledger.ts'
import type { ContractEntryOf } from '../contracts/entries.ts'

/** So many find at least one error with 95% probability where 5% are wrong: 1 - 0.95^59 = 0.951. */
export const SAMPLE = 59

/**
 * Outcomes that were said to be reached, drawn by lot for somebody independent to measure again. Everybody has the same chance,
 * so that nobody can know beforehand whose it will be.
 * @param chance gives numbers from 0 up to 1; the same ones give the same sample
 */
export function sampleToRemeasure(
  ledger: Ledger,
  chance: () => number,
  size: number = SAMPLE,
): readonly ContractEntryOf<'confirmed'>[] {
  const left = every(ledger, 'confirmed').filter(({ reached }) => reached)
  const drawn: ContractEntryOf<'confirmed'>[] = []
  while (drawn.length < size && left.length > 0) {
    const at = Math.floor(chance() * left.length)
    const [next] = left.slice(at, at + 1)
    if (next === undefined) return drawn
    drawn.push(next)
    left.splice(at, 1)
  }
  return drawn
}

/** Chance from a seed that is written down beside the sample: anybody can draw it again. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // mulberry32: 32 bits of state are plenty for drawing a few dozen.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
