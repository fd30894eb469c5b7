import type { Best, Goal, Linear, LinearSystem, OpenLinear } from './linear.ts'

// Whether a small number can be worked out is asked of everything that is published at once. Nobody outside knows how many people
// truly are in each place, only what is published and how it adds up: every way of filling the places that agrees with that is
// possible to them. So a small number is safe when there is one such way in which it is 1, and another in which it is 5 or more; a
// solver looks for them. Where there is none, what stands in the way is the range of some number that is shown, and the solver says
// of which: the one that costs least to hide is hidden, and it is asked again. People are whole: at last the ways are looked for in
// whole numbers, for whoever was safe by fractions of people alone.

/** As much as is needed of a count: what it truly is, and between what everybody knows it to lie. */
export type Place = {
  readonly people: number
  readonly low: number
  readonly high: number
  /** what it costs to hide; undefined where it is hidden, or cannot be */
  readonly cost: number | undefined
  /** from 1 to 4 and not to be worked out */
  readonly isSmall: boolean
}

/** By their places: the total, and what adds up to it. */
export type Row = { readonly total: number; readonly parts: readonly number[] }

/** A small number has to be able to be this many, and this few. */
const ENOUGH = 5
const LEAST = 1
/** Solvers count in fractions. */
const NEARLY = 1e-6

/** A number from 1 to 4 stands in two columns: up to 5 of it, and what is more, so that as many as can be are raised at once. */
type Columns = LinearSystem & {
  /** where what is more than 5 of a small number stands */
  readonly beyond: ReadonlyMap<number, number>
  /** what every column is in truth: one way of filling the places that there always is */
  readonly truth: readonly number[]
}

function columnsOf(places: readonly Place[], rows: readonly Row[]): Columns {
  const low = places.map((place) => place.low)
  const high = places.map((place) => (place.isSmall ? Math.min(place.high, ENOUGH) : place.high))
  const truth = places.map(({ people }) => people)
  const beyond = new Map<number, number>()
  const add = (from: number, to: number, is: number): number => {
    low.push(from)
    high.push(to)
    return truth.push(is) - 1
  }
  places.forEach((place, at) => {
    if (place.isSmall) beyond.set(at, add(0, Math.max(0, place.high - ENOUGH), 0))
  })
  const columns = (at: number, times: number): (readonly [number, number])[] => {
    const more = beyond.get(at)
    return more === undefined
      ? [[at, times]]
      : [
          [at, times],
          [more, times],
        ]
  }
  const peopleAt = (at: number): number => places[at]?.people ?? 0
  const made = rows.map(({ total, parts }) => {
    const row = [...parts.flatMap((part) => columns(part, 1)), ...columns(total, -1)]
    const apart = peopleAt(total) - parts.reduce((sum, part) => sum + peopleAt(part), 0)
    // What was put right since it was published does not add up any more: by so much it may differ.
    return apart === 0 ? row : [...row, [add(Math.min(0, apart), Math.max(0, apart), apart), 1] as const]
  })
  return { low, high, rows: made, beyond, truth }
}

/** Small numbers on their way to one end: as few as 1, or as many as 5. */
type Work = {
  readonly places: readonly Place[]
  readonly system: Columns
  readonly linear: Linear
  readonly goal: Goal
  /** those of which it is not shown yet */
  readonly left: Set<number>
  /** those that were shown by whole people */
  readonly whole: Set<number>
  readonly hidden: Set<number>
}

const columnsFor = ({ system, goal }: Work, at: number): readonly number[] => {
  const more = system.beyond.get(at)
  return goal === 'most' || more === undefined ? [at] : [at, more]
}

const valueOf = ({ system }: Work, { values }: Best, at: number): number =>
  (values[at] ?? 0) + (values[system.beyond.get(at) ?? -1] ?? 0)

const isFar = ({ goal }: Work, value: number): boolean =>
  goal === 'most' ? value >= ENOUGH - NEARLY : value <= LEAST + NEARLY

/** The columns that hang together with one of which a fraction is needed, among those that differ from the truth. */
function fractional({ system }: Work, { values }: Best): ReadonlySet<number> {
  const differs = (column: number): boolean =>
    Math.abs((values[column] ?? 0) - (system.truth[column] ?? 0)) > NEARLY
  const isWhole = (column: number): boolean =>
    Math.abs((values[column] ?? 0) - Math.round(values[column] ?? 0)) <= NEARLY
  const rows = system.rows
    .map((row) => row.map(([column]) => column).filter(differs))
    .filter((row) => row.length > 0)
  const reached = new Set(rows.flat().filter((column) => !isWhole(column)))
  for (let size = -1; size < reached.size; ) {
    size = reached.size
    for (const row of rows) {
      if (row.some((column) => reached.has(column))) for (const column of row) reached.add(column)
    }
  }
  return reached
}

/**
 * Whoever is far enough in one way of filling the places is safe for good: what is hidden later only leaves more ways.
 * @returns how many were learned of
 */
function learn(work: Work, best: Best): number {
  const before = work.left.size
  let parts: ReadonlySet<number> | undefined
  for (const at of new Set([...work.left, ...notWhole(work)])) {
    if (!isFar(work, valueOf(work, best, at))) continue
    work.left.delete(at)
    parts ??= fractional(work, best)
    if (!columnsFor(work, at).some((column) => parts?.has(column))) work.whole.add(at)
  }
  return before - work.left.size
}

const smallIn = ({ places }: Pick<Work, 'places'>): readonly number[] =>
  places.flatMap((place, at) => (place.isSmall ? [at] : []))

const notWhole = (work: Work): ReadonlySet<number> =>
  new Set(smallIn(work).filter((at) => !work.whole.has(at)))

/** As many at once as can be, again and again with those that are left. */
function moveTogether(work: Work): void {
  for (;;) {
    if (work.left.size === 0) return
    const best = work.linear.best(
      work.goal,
      [...work.left].flatMap((at) => columnsFor(work, at)),
    )
    if (best === undefined || learn(work, best) === 0) return
  }
}

/** What stands in the way of one small number is hidden, the cheapest first; what turns out not to have helped is shown again. */
function makeSafe(work: Work, at: number): void {
  const { places, linear } = work
  const tried: number[] = []
  for (;;) {
    const best = linear.best(work.goal, columnsFor(work, at))
    if (best === undefined) break
    learn(work, best)
    if (!work.left.has(at)) break
    const next = cheapest(work, (place) => Math.abs(best.bounded[place] ?? 0) >= NEARLY)
    // What is left is what earlier publications gave away, or that those who are hidden are somebody: nothing helps against that.
    if (next === undefined) break
    hide(work, next)
    tried.push(next)
  }
  if (work.left.has(at)) return tried.forEach((one) => show(work, one))
  for (const one of tried.slice(0, -1).toSorted((a, b) => (places[b]?.cost ?? 0) - (places[a]?.cost ?? 0))) {
    show(work, one)
    const best = linear.best(work.goal, columnsFor(work, at))
    if (best === undefined || !isFar(work, valueOf(work, best, at))) hide(work, one)
  }
}

function hide({ linear, hidden }: Work, at: number): void {
  hidden.add(at)
  linear.within(at, LEAST, Number.POSITIVE_INFINITY)
}

function show({ places, linear, hidden }: Work, at: number): void {
  hidden.delete(at)
  linear.within(at, places[at]?.low ?? 0, places[at]?.high ?? 0)
}

/** Of the shown numbers that stand in the way, the one that costs least to hide. */
function cheapest({ places, hidden }: Work, standsInTheWay: (at: number) => boolean): number | undefined {
  let least: number | undefined
  let costs = Number.POSITIVE_INFINITY
  for (const [at, place] of places.entries()) {
    if (place.cost === undefined || hidden.has(at) || place.cost >= costs || !standsInTheWay(at)) continue
    least = at
    costs = place.cost
  }
  return least
}

/** Those who were safe by fractions of people alone: in whole numbers too, or more is hidden around them. */
function makeWhole(work: Work, rows: readonly Row[], given: ReadonlySet<number>): void {
  moveTogether(work)
  for (const at of work.left) {
    const around = new Set(
      rows
        .filter(({ total, parts }) => total === at || parts.includes(at))
        .flatMap(({ total, parts }) => [total, ...parts]),
    )
    for (;;) {
      const best = work.linear.best(work.goal, columnsFor(work, at))
      if (best !== undefined) learn(work, best)
      if (!work.left.has(at) || given.has(at)) break
      const next = cheapest(work, (place) => around.has(place))
      if (next === undefined) break
      hide(work, next)
    }
  }
}

/** The places that have to be hidden as well, so that no small number can be worked out from everything together. */
export function hiddenBeside(
  places: readonly Place[],
  rows: readonly Row[],
  open: OpenLinear,
): ReadonlySet<number> {
  const hidden = new Set<number>()
  const small = smallIn({ places })
  if (small.length === 0) return hidden
  const system = columnsOf(places, rows)
  for (const goal of ['most', 'least'] as const) {
    const far = small.filter((at) => goal === 'least' && (places[at]?.people ?? 0) <= LEAST)
    const left = new Set(small.filter((at) => !far.includes(at)))
    const linear = open(withHidden(system, hidden))
    const work: Work = { places, system, linear, goal, left, whole: new Set(far), hidden }
    try {
      moveTogether(work)
      for (const at of left) makeSafe(work, at)
    } finally {
      linear.close()
    }
    // Who was not safe even by fractions cannot be in whole numbers.
    const given = new Set(left)
    const wanted = new Set([...notWhole(work)].filter((at) => !given.has(at)))
    if (wanted.size === 0) continue
    const inWhole = open(withHidden(system, hidden), 'whole')
    try {
      makeWhole({ ...work, linear: inWhole, left: wanted }, rows, given)
    } finally {
      inWhole.close()
    }
  }
  return hidden
}

const withHidden = (system: LinearSystem, hidden: ReadonlySet<number>): LinearSystem => ({
  ...system,
  low: system.low.map((low, at) => (hidden.has(at) ? LEAST : low)),
  high: system.high.map((high, at) => (hidden.has(at) ? Number.POSITIVE_INFINITY : high)),
})
