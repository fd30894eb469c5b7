import type { Goal, Linear, LinearSystem, OpenLinear } from './linear.ts'

// Another way of filling the places, in whole people, in which one of them is a certain number. It is looked for close by: what has
// to move, from what is true, as little as can be, so that hardly any other place takes part. Of thousands of places some dozens do,
// and only among those and what adds up with them are whole numbers looked for, where the nearest way is one of fractions.

/** What is known of places from outside, and what is true: one way of filling them that there always is. */
export type Filled = LinearSystem & { readonly truth: readonly number[] }

/** What differs from the truth, by its column: never a fraction. */
export type Way = ReadonlyMap<number, number>

/** What is best as high, or as low, as can be. */
type Wanted = { readonly goal: Goal; readonly columns: readonly number[] }
type Between = readonly [low: number, high: number]

export type Moves = {
  /**
   * A way in which a column lies between two numbers. `kept` are columns that stay as they are.
   * @returns undefined where there is none, and where none was found with so much looking
   */
  readonly toward: (column: number, between: Between, kept?: readonly number[]) => Way | undefined
  /** A way near one of fractions, whose whole numbers of some columns it keeps. @returns undefined where none was found so near */
  readonly near: (values: ArrayLike<number>, wanted: Wanted) => Way | undefined
  readonly within: (column: number, low: number, high: number) => void
  readonly close: () => void
}

/** Solvers count in fractions. */
const NEARLY = 1e-6
const NOTHING: Wanted = { goal: 'least', columns: [] }

type Row = LinearSystem['rows'][number]
type Work = {
  readonly low: number[]
  readonly high: number[]
  readonly truth: readonly number[]
  readonly rows: readonly Row[]
  /** the rows that each column is in */
  readonly inRows: readonly (readonly number[])[]
  readonly open: OpenLinear
}

const isAt = ({ truth }: Work, column: number): number => truth[column] ?? 0
const lowOf = ({ low }: Work, column: number): number => low[column] ?? 0
const highOf = ({ high }: Work, column: number): number => high[column] ?? 0
const canMove = (work: Work, column: number): boolean => lowOf(work, column) < highOf(work, column)

/** A column once in a row. */
const once = (row: Row): Row => {
  const byColumn = new Map<number, number>()
  for (const [column, each] of row) byColumn.set(column, (byColumn.get(column) ?? 0) + each)
  return [...byColumn].filter(([, each]) => each !== 0)
}

function workOf({ low, high, rows, truth }: Filled, open: OpenLinear): Work {
  const inRows: number[][] = low.map(() => [])
  rows.forEach((row, at) => {
    for (const [column] of row) inRows[column]?.push(at)
  })
  return { low: [...low], high: [...high], truth, rows, inRows, open }
}

const rowsWith = ({ inRows }: Work, columns: Iterable<number>): ReadonlySet<number> =>
  new Set([...columns].flatMap((column) => inRows[column] ?? []))

/** In whole people, between what is known, and so that it truly adds up: no word of a solver is taken for it. */
function isTrue(work: Work, way: Way): boolean {
  const moved = (column: number): number => (way.get(column) ?? isAt(work, column)) - isAt(work, column)
  return (
    [...way].every(
      ([column, is]) => Number.isInteger(is) && is >= lowOf(work, column) && is <= highOf(work, column),
    ) &&
    [...rowsWith(work, way.keys())].every(
      (row) => work.rows[row]?.reduce((sum, [column, each]) => sum + each * moved(column), 0) === 0,
    )
  )
}

/** The columns that add up with some, but for those that are kept. */
const wider = (work: Work, columns: ReadonlySet<number>, kept: ReadonlySet<number>): ReadonlySet<number> =>
  new Set(
    [
      ...columns,
      ...[...rowsWith(work, columns)].flatMap((row) => (work.rows[row] ?? []).map(([column]) => column)),
    ].filter((column) => !kept.has(column)),
  )

/** How far some columns may be from the truth, where the others stay as they are in `base`; one more column stands for what those moved. */
function partOf(work: Work, free: ReadonlyMap<number, Between>, base: Way): LinearSystem {
  const place = new Map([...free.keys()].map((column, at) => [column, at]))
  const ends = (end: 0 | 1): readonly number[] => [
    ...[...free].map(([column, between]) => between[end] - isAt(work, column)),
    1,
  ]
  const rows = [...rowsWith(work, [...free.keys(), ...base.keys()])].map((row) => {
    let moved = 0
    const mine = (work.rows[row] ?? []).flatMap(([column, each]): Row => {
      const at = place.get(column)
      if (at !== undefined) return [[at, each]]
      moved += each * ((base.get(column) ?? isAt(work, column)) - isAt(work, column))
      return []
    })
    return moved === 0 ? mine : [...mine, [free.size, moved] as const]
  })
  return { low: ends(0), high: ends(1), rows }
}

/** Whole numbers, of some columns alone: all others stay as they are in `base`. */
function among(
  work: Work,
  free: ReadonlyMap<number, Between>,
  base: Way,
  { goal, columns }: Wanted,
): Way | undefined {
  const mine = [...free.keys()]
  const wanted = new Set(columns)
  const whole = work.open(partOf(work, free, base), 'whole')
  try {
    const best = whole.best(
      goal,
      mine.flatMap((column, at) => (wanted.has(column) ? [at] : [])),
    )
    if (best === undefined) return undefined
    const way = new Map(base)
    mine.forEach((column, at) => {
      const apart = Math.round(best.values[at] ?? 0)
      if (apart === 0) way.delete(column)
      else way.set(column, isAt(work, column) + apart)
    })
    return isTrue(work, way) ? way : undefined
  } finally {
    whole.close()
  }
}

/** Where a way of fractions is in whole numbers it stays so, but for what adds up with the rest. */
function near(work: Work, values: ArrayLike<number>, wanted: Wanted): Way | undefined {
  const base = new Map<number, number>()
  const broken = new Set<number>()
  work.truth.forEach((is, column) => {
    const value = values[column] ?? 0
    if (Math.abs(value - Math.round(value)) > NEARLY) broken.add(column)
    else if (Math.round(value) !== is) base.set(column, Math.round(value))
  })
  const around = (columns: ReadonlySet<number>, by: number): ReadonlyMap<number, Between> =>
    new Map(
      [...columns]
        .filter((column) => canMove(work, column))
        .map((column) => {
          const [down, up] = [
            Math.floor((values[column] ?? 0) + NEARLY),
            Math.ceil((values[column] ?? 0) - NEARLY),
          ]
          return [column, [Math.max(lowOf(work, column), down - by), Math.min(highOf(work, column), up + by)]]
        }),
    )
  const kept = new Set(wanted.columns.filter((column) => !broken.has(column)))
  return (
    among(work, around(broken, 0), base, wanted) ??
    (broken.size === 0 ? undefined : among(work, around(wider(work, broken, kept), 1), base, wanted))
  )
}

/** Every column told by two: what it is more than in truth, and what it is less. */
type Nearest = {
  readonly between: (column: number, low: number, high: number) => void
  /** the way that moves least, by fractions */
  readonly ask: () => ReadonlyMap<number, number> | undefined
  readonly close: () => void
}

function openNearest(work: Work): Nearest {
  const [more, less] = [new Map<number, number>(), new Map<number, number>()]
  const high: number[] = []
  work.truth.forEach((is, column) => {
    more.set(column, high.push(highOf(work, column) - is) - 1)
    less.set(column, high.push(is - lowOf(work, column)) - 1)
  })
  const rows = work.rows
    .map((row) =>
      row.flatMap(([column, each]): Row => {
        const [up, down] = [more.get(column), less.get(column)]
        if (up === undefined || down === undefined) return []
        return [
          [up, each],
          [down, -each],
        ]
      }),
    )
    .filter((row) => row.length > 0)
  const linear: Linear = work.open({ low: high.map(() => 0), high, rows }, 'nearest')
  const every = high.map((_, at) => at)
  return {
    between: (column, from, to) => {
      const [up, down] = [more.get(column), less.get(column)]
      if (up === undefined || down === undefined) return
      const is = isAt(work, column)
      linear.within(up, Math.max(0, from - is), Math.max(0, to - is))
      linear.within(down, Math.max(0, is - to), Math.max(0, is - from))
    },
    ask: () => {
      const values = linear.best('least', every)?.values
      if (values === undefined) return undefined
      return new Map(
        [...more].flatMap(([column, up]) => {
          const apart = (values[up] ?? 0) - (values[less.get(column) ?? -1] ?? 0)
          return Math.abs(apart) > NEARLY ? [[column, isAt(work, column) + apart] as const] : []
        }),
      )
    },
    close: linear.close,
  }
}

/** Looking in whole numbers widens so many times by what adds up with what there is. */
const WIDER = 2

function toward(
  work: Work,
  nearest: Nearest,
  column: number,
  [low, high]: Between,
  kept: readonly number[],
): Way | undefined {
  const between: Between = [Math.max(low, lowOf(work, column)), Math.min(high, highOf(work, column))]
  if (between[0] > between[1]) return undefined
  nearest.between(column, ...between)
  for (const each of kept) nearest.between(each, isAt(work, each), isAt(work, each))
  const closest = nearest.ask()
  for (const each of [column, ...kept]) nearest.between(each, lowOf(work, each), highOf(work, each))
  if (closest === undefined) return undefined
  const way = new Map([...closest].map(([each, is]) => [each, Math.round(is)]))
  if (isTrue(work, way)) return way
  const still = new Set(kept)
  let columns: ReadonlySet<number> = new Set([column, ...closest.keys()])
  for (let step = 0; step <= WIDER; step += 1) {
    if (step > 0) columns = wider(work, columns, still)
    const free = new Map<number, Between>()
    for (const each of columns)
      if (each === column) free.set(each, between)
      else if (canMove(work, each)) free.set(each, [lowOf(work, each), highOf(work, each)])
    const found = among(work, free, new Map(), NOTHING)
    if (found !== undefined) return found
  }
  return undefined
}

export function openMoves(filled: Filled, open: OpenLinear): Moves {
  const work = workOf({ ...filled, rows: filled.rows.map(once) }, open)
  const nearest = openNearest(work)
  return {
    toward: (column, between, kept = []) => toward(work, nearest, column, between, kept),
    near: (values, wanted) => near(work, values, wanted),
    within: (column, low, high) => {
      work.low[column] = low
      work.high[column] = high
      nearest.between(column, low, high)
    },
    close: nearest.close,
  }
}
