// Two fits of prices to what was bought and what it cost: those that come nearest on average (least squares), and those that are
// enough for a given share of plans (quantile regression). No price is below nought, and an order of prices that the model
// promises holds here too. The problems are written down as text, for a maintained solver that the domain is handed.

/** The best answer to a problem: the value of each variable, and what one more of the right side of each row is worth. */
export type Solved = {
  readonly values: ReadonlyMap<string, number>
  readonly worth: ReadonlyMap<string, number>
}

/** Solves a problem in the CPLEX LP format; undefined where it has no best answer. It takes its time, so it is waited for. */
export type Solve = (problem: string) => Promise<Solved | undefined>

/** One plan: how much of each thing is in it, and what it costs, in pence a week. */
export type Bought = { readonly amounts: readonly number[]; readonly actual: number }

/** What is to be fitted: prices in pence, by their place in `amounts`. */
export type ToFit = {
  readonly bought: readonly Bought[]
  /** prices that stay where they are; undefined is one to find */
  readonly held: readonly (number | undefined)[]
  /** the first price may never be below the second */
  readonly order: readonly (readonly [dearer: number, cheaper: number])[]
}

/** Hours in tens and pounds in hundreds keep the solver's numbers near 1. */
const AMOUNT = 10
const PENCE = 10_000

const term = (value: number, name: string): string =>
  `${value < 0 ? '-' : '+'} ${Math.abs(value).toFixed(9)} ${name}`

/** A sum over several lines: the format knows none that are as long as a council. */
const long = (terms: readonly string[]): string => (terms.length === 0 ? '0 nothing' : terms.join('\n  '))

/** The free prices alone: what is held is taken off what a plan costs. */
function freed({ bought, held, order }: ToFit) {
  const free = held.flatMap((price, place) => (price === undefined ? [place] : []))
  const name = (place: number): string => `p${place}`
  const rows = bought.map(({ amounts, actual }) => ({
    amounts: free.map((place) => (amounts[place] ?? 0) / AMOUNT),
    cost:
      (actual - held.reduce<number>((sum, price, place) => sum + (price ?? 0) * (amounts[place] ?? 0), 0)) /
      PENCE,
  }))
  const scaled = (place: number): number => ((held[place] ?? 0) * AMOUNT) / PENCE
  const bounds = order.flatMap(([dearer, cheaper]) => {
    const by = free.map((place) => (place === dearer ? 1 : 0) - (place === cheaper ? 1 : 0))
    return by.every((share) => share === 0) ? [] : [{ by, least: scaled(cheaper) - scaled(dearer) }]
  })
  return { names: free.map(name), rows, bounds }
}

/** Half of p'Qp less c'p, with Q of the amounts and c of amounts and cost. The prices are its variables, `p0` … */
export function leastSquaresProblem(toFit: ToFit): string {
  const { names, rows, bounds } = freed(toFit)
  const over = rows.length
  const mean = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / over
  const linear = names.map((name, at) =>
    term(-2 * mean(({ amounts, cost }) => (amounts[at] ?? 0) * cost), name),
  )
  const quadratic = names.flatMap((name, at) =>
    names.slice(at).map((other, offset) => {
      const together = mean(({ amounts }) => (amounts[at] ?? 0) * (amounts[at + offset] ?? 0))
      return offset === 0 ? term(2 * together, `${name} ^ 2`) : term(4 * together, `${name} * ${other}`)
    }),
  )
  return [
    'Minimize',
    ` obj: ${long(linear)} + [ ${long(quadratic)} ] / 2`,
    'Subject To',
    ` some: ${long(names.map((name) => `+ ${name}`))} >= 0`,
    ...bounds.map(
      ({ by, least }, row) =>
        ` o${row}: ${long(names.flatMap((name, at) => (by[at] === 0 ? [] : [term(by[at] ?? 0, name)])))} >= ${least.toFixed(9)}`,
    ),
    'Bounds',
    ...names.map((name) => ` 0 <= ${name} <= 1000`),
    'End',
  ].join('\n')
}

/**
 * Quantile regression from its other side (the dual problem): a row a price instead of a row a person, which a solver does in a
 * fraction of the time. What one more of the right side of the row `p0` is worth is the price.
 */
export function quantileProblem(toFit: ToFit, quantile: number): string {
  const { names, rows, bounds } = freed(toFit)
  const worth = [
    ...rows.map(({ cost }, row) => term(cost, `a${row}`)),
    ...bounds.map(({ least }, row) => term(least, `b${row}`)),
  ]
  const lines = names.map((name, at) => {
    const bought = rows.flatMap(({ amounts }, row) => {
      const amount = amounts[at] ?? 0
      return amount === 0 ? [] : [term(amount, `a${row}`)]
    })
    const ordered = bounds.flatMap(({ by }, row) => (by[at] === 0 ? [] : [term(by[at] ?? 0, `b${row}`)]))
    return ` ${name}: ${long([...bought, ...ordered])} <= 0`
  })
  return [
    'Maximize',
    ` obj: ${long(worth)}`,
    'Subject To',
    ...lines,
    'Bounds',
    ...rows.map((_, row) => ` ${(quantile - 1).toFixed(9)} <= a${row} <= ${quantile.toFixed(9)}`),
    'End',
  ].join('\n')
}

const pricesFrom = (
  { held }: ToFit,
  found: ReadonlyMap<string, number> | undefined,
): readonly number[] | undefined =>
  found && held.map((price, place) => price ?? (Math.max(0, found.get(`p${place}`) ?? 0) * PENCE) / AMOUNT)

/** More plans than this are thinned evenly before a fit by quantile: figures of thousands differ in no digit that is shown. */
const MOST_ROWS = 2000

const thinned = ({ bought, ...rest }: ToFit): ToFit => {
  const step = Math.max(1, Math.ceil(bought.length / MOST_ROWS))
  return { ...rest, bought: bought.filter((_, index) => index % step === 0) }
}

/** The share of people for whom a fit by quantile is to be enough. */
export const ENOUGH = 0.8

/** `nearest`: the prices that come nearest on average; `enough`: those by which the sum is enough for four plans in five. */
export type Aim = 'nearest' | 'enough'

/** Prices in pence; undefined where none can be found that keep their order. */
export async function fit(toFit: ToFit, aim: Aim, solve: Solve): Promise<readonly number[] | undefined> {
  if (toFit.held.every((price) => price !== undefined)) return pricesFrom(toFit, new Map())
  switch (aim) {
    case 'nearest':
      return pricesFrom(toFit, (await solve(leastSquaresProblem(toFit)))?.values)
    case 'enough':
      return pricesFrom(toFit, (await solve(quantileProblem(thinned(toFit), ENOUGH)))?.worth)
  }
}
