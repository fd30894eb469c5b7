// How evenly something is spread over people, in one number each.

/** The share of the way through the ranking, 0 to 1; people of the same rank stand in the middle of their stretch. */
export function fractionalRanks(by: readonly number[]): Float64Array {
  const order = by.map((_, index) => index).toSorted((a, b) => (by[a] ?? 0) - (by[b] ?? 0))
  const ranks = new Float64Array(by.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && by[order[to + 1] ?? 0] === by[order[from] ?? 0]) to += 1
    const middle = (from + to + 1) / 2 / by.length
    for (let place = from; place <= to; place += 1) ranks[order[place] ?? 0] = middle
    from = to + 1
  }
  return ranks
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0
  return sum / values.length
}

/**
 * The concentration index: twice the covariance of `of` with the rank by `by`, over its mean. -1 to 1; 0 where the low ranks get as
 * much as the high ones. NaN for nobody, or where there is nothing to spread.
 */
export function concentration(of: readonly number[], by: readonly number[]): number {
  const ranks = fractionalRanks(by)
  const [mean, middle] = [meanOf(of), meanOf(ranks)]
  let together = 0
  for (let index = 0; index < of.length; index += 1) {
    together += ((of[index] ?? 0) - mean) * ((ranks[index] ?? 0) - middle)
  }
  return (2 * together) / of.length / mean
}

/**
 * Horizontal inequity: how much more what people get leans to one end of the ranking than what their need says that they should
 * get. Above nought, the high ranks get more for the same need.
 */
export const horizontalInequity = (
  actual: readonly number[],
  byNeed: readonly number[],
  by: readonly number[],
): number => concentration(actual, by) - concentration(byNeed, by)

/** The Gini coefficient: the concentration of something along itself. 0 where everybody has the same. */
export const gini = (of: readonly number[]): number => concentration(of, of)
