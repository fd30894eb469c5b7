import type { Best, Goal, Linear, LinearSystem, OpenLinear } from './linear.ts'
import { type Moves, type Way, openMoves } from './moves.ts'

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
  /** those of which it cannot be shown, whatever is hidden */
  readonly given: Set<number>
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

/**
 * Whoever is far enough in one way of filling the places is safe, unless something is shown again: what is hidden later only leaves more ways.
 * @returns how many were learned of
 */
function learn(work: Work, best: Best): number {
  const before = work.left.size
  for (const at of work.left) if (isFar(work, valueOf(work, best, at))) work.left.delete(at)
  return before - work.left.size
}

const smallIn = ({ places }: Pick<Work, 'places'>): readonly number[] =>
  places.flatMap((place, at) => (place.isSmall ? [at] : []))

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
  const { places, linear, left } = work
  const tried: number[] = []
  const before = new Set(left)
  for (;;) {
    const best = linear.best(work.goal, columnsFor(work, at))
    if (best === undefined) break
    learn(work, best)
    if (!left.has(at)) break
    const next = cheapest(work, (place) => Math.abs(best.bounded[place] ?? 0) >= NEARLY)
    // What is left is what earlier publications gave away, or that those who are hidden are somebody: nothing helps against that.
    if (next === undefined) break
    hide(work, next)
    tried.push(next)
  }
  if (left.has(at)) {
    work.given.add(at)
    for (const one of tried) show(work, one)
    if (tried.length > 0) askAgain(work, before)
    return
  }
  const last = tried.at(-1)
  const shown = tried
    .filter((one) => one !== last)
    .toSorted((a, b) => (places[b]?.cost ?? 0) - (places[a]?.cost ?? 0))
  for (const one of shown) {
    show(work, one)
    const best = linear.best(work.goal, columnsFor(work, at))
    if (best === undefined || !isFar(work, valueOf(work, best, at))) hide(work, one)
  }
  if (shown.some((one) => !work.hidden.has(one))) askAgain(work, before, at)
}

/** Whoever turned out to be safe while more was hidden than is hidden now is asked again. */
function askAgain(work: Work, before: ReadonlySet<number>, but?: number): void {
  for (const one of before) if (one !== but && !work.left.has(one)) work.left.add(one)
}

/** Who reads that a number is hidden knows that it is somebody; where it is nobody, more has to be possible. */
const hiddenFrom = (place: Place | undefined): number => Math.min(LEAST, place?.people ?? 0)

function hide({ places, linear, hidden }: Work, at: number): void {
  hidden.add(at)
  linear.within(at, hiddenFrom(places[at]), Number.POSITIVE_INFINITY)
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

/** A try for all together goes on while it shows so many of them safe; what is left is looked for one by one. */
const WORTH_IT = 5

function togetherInWhole(work: Work, moves: Moves): void {
  for (let before = Number.POSITIVE_INFINITY; before - work.left.size >= WORTH_IT && work.left.size > 0; ) {
    before = work.left.size
    const columns = [...work.left].flatMap((at) => columnsFor(work, at))
    const best = work.linear.best(work.goal, columns)
    learnWay(work, best && moves.near(best.values, { goal: work.goal, columns }))
  }
}

/** Those who are safe by fractions of people: in whole numbers too, or more is hidden around them. */
function makeWhole(work: Work, rows: readonly Row[], moves: Moves): void {
  togetherInWhole(work, moves)
  for (const at of work.left) {
    for (;;) {
      learnWay(work, wayFor(work, at, moves))
      if (!work.left.has(at)) break
      const around = new Set(
        rows
          .filter(({ total, parts }) => total === at || parts.includes(at))
          .flatMap(({ total, parts }) => [total, ...parts]),
      )
      const next = cheapest(work, (place) => around.has(place) && (work.places[place]?.people ?? 0) > 0)
      if (next === undefined) break
      work.hidden.add(next)
      moves.within(next, hiddenFrom(work.places[next]), Number.POSITIVE_INFINITY)
    }
  }
}

function learnWay(work: Work, way: Way | undefined): void {
  if (way === undefined) return
  for (const at of work.left) if (isFar(work, isIn(work, way, at))) work.left.delete(at)
}

function wayFor({ system, goal }: Work, at: number, moves: Moves): Way | undefined {
  if (goal === 'most') return moves.toward(at, [ENOUGH, ENOUGH])
  const more = system.beyond.get(at)
  return moves.toward(at, [0, LEAST], more === undefined ? [] : [more])
}

/** How many are in a place, the one way or the other. */
const isIn = ({ system }: Work, way: Way, at: number): number =>
  [at, system.beyond.get(at) ?? -1].reduce(
    (sum, column) => sum + (way.get(column) ?? system.truth[column] ?? 0),
    0,
  )

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
    const linear = open(withHidden(places, system, hidden))
    const work: Work = { places, system, linear, goal, left, given: new Set(), hidden }
    try {
      moveTogether(work)
      for (const at of left) if (!work.given.has(at)) makeSafe(work, at)
      moveTogether(work)
      // Who was not safe even by fractions cannot be in whole numbers.
      const wanted = new Set(small.filter((at) => !far.includes(at) && !left.has(at)))
      if (wanted.size === 0) continue
      const moves = openMoves({ ...withHidden(places, system, hidden), truth: system.truth }, open)
      try {
        makeWhole({ ...work, left: wanted }, rows, moves)
      } finally {
        moves.close()
      }
    } finally {
      linear.close()
    }
  }
  return hidden
}

const withHidden = (
  places: readonly Place[],
  system: LinearSystem,
  hidden: ReadonlySet<number>,
): LinearSystem => ({
  ...system,
  low: system.low.map((low, at) => (hidden.has(at) ? hiddenFrom(places[at]) : low)),
  high: system.high.map((high, at) => (hidden.has(at) ? Number.POSITIVE_INFINITY : high)),
})
