import { DIVISIONS, type Division, GROUPS, type GroupsOf } from './groups.ts'
import { type Basis, basisOf, beside, chanceOf, effectOf } from './least-squares.ts'

/** Somebody in a comparison: what they got, what their need is, and which groups they are in. */
export type Row = {
  readonly outcome: number
  readonly need: readonly number[]
  readonly groups: GroupsOf
}

/**
 * A group against everybody else of its division. `raw` is the gap as it stands, `explained` what their needs explain of it,
 * `unexplained` what is left for the same needs, with a 95% interval from `low` to `high`. As a share (0.1 is 10% more) where the
 * outcome is a logarithm; else in the outcome's own unit.
 */
export type Gap = {
  readonly division: Division
  readonly group: string
  readonly people: number
  readonly others: number
  readonly raw: number
  readonly explained: number
  readonly unexplained: number
  readonly low: number
  readonly high: number
  /** how likely so large a gap is by chance, after counting how many were looked for (Benjamini and Hochberg) */
  readonly chance: number
  /** surely more than chance: a reason to look at the records, and never by itself a finding about anybody */
  readonly found: boolean
}

/** Groups smaller than this are not compared: nothing could be told of them, and somebody might be known again. */
export const FEWEST = 20
/** `found` from here on: so rare by chance that a council with nothing wrong is told so about once in a hundred times. */
export const RARE = 0.01
/** A gap below one in a hundred is not named, however sure it is: nobody could tell it from a rounding. */
export const WORTH = 0.01
const IN_95 = 1.959964

/** Of two groups one comparison says it all; `yes`, and the first of two, is held against the other. */
const compared = (there: readonly string[]): readonly string[] =>
  there.length === 2 ? there.slice(0, 1) : there

const column = (rows: readonly Row[], of: (row: Row) => number): Float64Array => Float64Array.from(rows, of)

/** Every gap of every division. `scale`: whether outcomes are logarithms, so that gaps are shares. */
export function gapsOf(
  rows: readonly Row[],
  scale: 'log' | 'plain',
  divisions: readonly Division[] = DIVISIONS,
): readonly Gap[] {
  const width = rows[0]?.need.length ?? 0
  if (rows.length <= width + 2) return []
  const basis = basisOf(
    rows.length,
    Array.from({ length: width }, (_, place) => column(rows, ({ need }) => need[place] ?? 0)),
  )
  const outcome = column(rows, (row) => row.outcome)
  const rest = beside(basis, outcome)
  const gaps = divisions.flatMap((division) => {
    const there = GROUPS[division].filter((group) => rows.some(({ groups }) => groups[division] === group))
    if (there.length < 2) return []
    return compared(there).flatMap((group) => {
      const inIt = column(rows, ({ groups }) => (groups[division] === group ? 1 : 0))
      return gapOf({ division, group, inIt, outcome, basis, rest, scale }) ?? []
    })
  })
  return withChance(gaps)
}

type Asked = {
  readonly division: Division
  readonly group: string
  readonly inIt: Float64Array
  readonly outcome: Float64Array
  readonly basis: Basis
  readonly rest: Float64Array
  readonly scale: 'log' | 'plain'
}

function gapOf({ division, group, inIt, outcome, basis, rest, scale }: Asked): Gap | undefined {
  let [people, theirs, all] = [0, 0, 0]
  for (let row = 0; row < inIt.length; row += 1) {
    people += inIt[row] ?? 0
    theirs += (inIt[row] ?? 0) * (outcome[row] ?? 0)
    all += outcome[row] ?? 0
  }
  const others = inIt.length - people
  if (people < FEWEST || others < FEWEST) return undefined
  const found = effectOf(basis, rest, inIt)
  if (found === undefined) return undefined
  const raw = theirs / people - (all - theirs) / others
  const shown = (effect: number): number => (scale === 'log' ? Math.expm1(effect) : effect)
  return {
    division,
    group,
    people,
    others,
    raw: shown(raw),
    explained: shown(raw - found.effect),
    unexplained: shown(found.effect),
    low: shown(found.effect - IN_95 * found.error),
    high: shown(found.effect + IN_95 * found.error),
    chance: chanceOf(found),
    found: false,
  }
}

/** Who looks for thirty gaps finds one by chance: each chance is raised by how many were looked for. */
function withChance(gaps: readonly Gap[]): readonly Gap[] {
  const order = gaps
    .map((_, index) => index)
    .toSorted((a, b) => (gaps[b]?.chance ?? 1) - (gaps[a]?.chance ?? 1))
  const raised = new Map<number, number>()
  let least = 1
  order.forEach((index, place) => {
    least = Math.min(least, ((gaps[index]?.chance ?? 1) * gaps.length) / (gaps.length - place))
    raised.set(index, least)
  })
  return gaps.map((gap, index) => {
    const chance = raised.get(index) ?? 1
    return { ...gap, chance, found: chance < RARE && Math.abs(gap.unexplained) >= WORTH }
  })
}
