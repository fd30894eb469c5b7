import type { FlagId } from '../../integrity/flag.ts'
import { BEHAVIOURS, type Behaviour } from './behaviours.ts'
import type { Run } from './run.ts'
import { WAYS, type Way } from './ways.ts'

/** The middle of what came out over all seeds, and the range in which eight of ten of them lie. */
export type Range = { readonly low: number; readonly middle: number; readonly high: number }

/** @throws where there is nothing to take the middle of */
export function rangeOf(values: readonly number[]): Range {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number): number => {
    const value = sorted[Math.round(part * (sorted.length - 1))]
    if (value === undefined) throw new RangeError('No runs, no range.')
    return value
  }
  return { low: at(0.1), middle: at(0.5), high: at(0.9) }
}

/** What the runs of one way of paying and one behaviour come to. Money in pence for the year. */
export type Cell = {
  readonly way: Way
  readonly behaviour: Behaviour
  readonly seeds: number
  readonly cost: Range
  readonly paid: Range
  readonly held: Range
  readonly elsewhere: Range
  readonly left: Range
  /** what the provider keeps beyond what it would have kept had it behaved well, with the same people */
  readonly extra: Range
  /** hours given, of those that everybody who was referred needed, 0 to 1 */
  readonly given: Range
  readonly reached: Range
  readonly said: Range
  readonly without: Range
  /** what the year cost the council for each person who truly reached their outcome, pence */
  readonly each: Range
  /** in how many of the runs each flag was raised */
  readonly flags: ReadonlyMap<FlagId, number>
  /** in how many of the runs anything was */
  readonly flagged: number
}

/** Every way of paying with every behaviour, over the seeds that were run. */
export function cellsOf(runs: readonly Run[]): readonly Cell[] {
  return WAYS.flatMap((way) =>
    BEHAVIOURS.flatMap((behaviour) => {
      const own = runs.filter((run) => run.way === way && run.behaviour === behaviour)
      return own.length === 0 ? [] : [cellOf(own, runs)]
    }),
  )
}

function cellOf(own: readonly Run[], runs: readonly Run[]): Cell {
  const [first] = own
  if (first === undefined) throw new RangeError('No runs, no range.')
  const { way, behaviour } = first
  const well = new Map(
    runs.flatMap((run) => (run.way === way && run.behaviour === 'well' ? [[run.seed, run.left]] : [])),
  )
  const over = (of: (run: Run) => number): Range => rangeOf(own.map(of))
  const flags = new Map<FlagId, number>()
  for (const run of own) for (const flag of run.flags) flags.set(flag, (flags.get(flag) ?? 0) + 1)
  return {
    way,
    behaviour,
    seeds: own.length,
    cost: over(({ cost }) => cost),
    paid: over(({ paid }) => paid),
    held: over(({ held }) => held),
    elsewhere: over(({ elsewhere }) => elsewhere),
    left: over(({ left }) => left),
    extra: over(({ seed, left }) => left - (well.get(seed) ?? left)),
    given: over(({ given, planned }) => given / planned),
    reached: over(({ reached }) => reached),
    said: over(({ said }) => said),
    without: over(({ without }) => without),
    each: over(({ cost, reached }) => Math.round(cost / Math.max(1, reached))),
    flags,
    flagged: own.filter((run) => run.flags.length > 0).length,
  }
}
