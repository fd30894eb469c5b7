// Least squares for a handful of columns and any number of people: a thin QR by Gram and Schmidt, done twice over, which keeps
// columns at right angles to the last digits (Giraud et al. 2005: "twice is enough"). Ours, because it is thirty lines, because
// a library's matrices would hold every person as an object, and because rules of the domain take in no package for so little.

/** Columns at right angles to each other, each of length 1, that span what the given columns span. */
export type Basis = { readonly rows: number; readonly columns: readonly Float64Array[] }

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let row = 0; row < a.length; row += 1) sum += (a[row] ?? 0) * (b[row] ?? 0)
  return sum
}

/** A column that says nothing new is left out: one that is constant, or the sum of others. */
const NOTHING_NEW = 1e-9

/** Its largest figure made 1: the square of a figure below 1e-154 would be lost. */
function toOne(column: Float64Array): Float64Array {
  const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return largest === 0 ? column : column.map((value) => value / largest)
}

/** The basis of an intercept and these columns, each `rows` long. */
export function basisOf(rows: number, columns: readonly Float64Array[]): Basis {
  const basis: Float64Array[] = []
  for (const given of [new Float64Array(rows).fill(1), ...columns]) {
    const column = toOne(given)
    const length = Math.sqrt(dot(column, column))
    const rest = beside({ rows, columns: basis }, beside({ rows, columns: basis }, column))
    const left = Math.sqrt(dot(rest, rest))
    if (left > NOTHING_NEW * length) basis.push(rest.map((value) => value / left))
  }
  return { rows, columns: basis }
}

/** What a column has that the basis does not explain: its residuals. */
export function beside(basis: Basis, column: Float64Array): Float64Array {
  const rest = Float64Array.from(column)
  for (const axis of basis.columns) {
    const along = dot(axis, rest)
    for (let row = 0; row < rest.length; row += 1) rest[row] = (rest[row] ?? 0) - along * (axis[row] ?? 0)
  }
  return rest
}

/** What one more column adds to `y` beyond the basis, and how sure that is. */
export type Effect = { readonly effect: number; readonly error: number }

/**
 * The coefficient of `column` in a regression of `y` on the basis and it (Frisch, Waugh and Lovell). Its error is the larger of two
 * (Angrist and Pischke 2009, 8.1): the usual one, and the one that holds also where people of the one kind vary more than those
 * of the other (White, HC1). The second alone takes a small group to which nothing happened for a group to which nothing can.
 * @param y what the basis leaves of the outcome: `beside(basis, outcome)`
 * @returns undefined where the column says nothing beyond the basis
 */
export function effectOf(basis: Basis, y: Float64Array, column: Float64Array): Effect | undefined {
  const own = beside(basis, column)
  const size = dot(own, own)
  if (size <= NOTHING_NEW * Math.max(1, dot(column, column))) return undefined
  const effect = dot(own, y) / size
  let [spread, left] = [0, 0]
  for (let row = 0; row < basis.rows; row += 1) {
    const rest = (y[row] ?? 0) - effect * (own[row] ?? 0)
    spread += (own[row] ?? 0) ** 2 * rest * rest
    left += rest * rest
  }
  const free = basis.rows - basis.columns.length - 1
  if (free <= 0) return undefined
  const robust = (Math.sqrt(spread) / size) * Math.sqrt(basis.rows / free)
  return { effect, error: Math.max(robust, Math.sqrt(left / free / size)) }
}

/** How likely a difference so large is by chance alone, in either direction; Abramowitz and Stegun 7.1.26, to 1.5e-7. */
export function chanceOf({ effect, error }: Effect): number {
  if (error === 0) return effect === 0 ? 1 : 0
  const x = Math.abs(effect / error) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return Math.min(1, tail * Math.exp(-x * x))
}
