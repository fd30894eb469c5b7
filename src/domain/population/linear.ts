// A maintained solver, as the domain is handed it: a system of sums that stays where it is, of which the most or the least of
// something is asked again and again while its bounds change.

/** Each column is a number between two others; each row adds columns up to nought. */
export type LinearSystem = {
  readonly low: readonly number[]
  /** `Infinity` where there is no upper end */
  readonly high: readonly number[]
  readonly rows: readonly (readonly (readonly [column: number, times: number])[])[]
}

export type Goal = 'most' | 'least'

export type Best = {
  readonly values: ArrayLike<number>
  /** nought where the bounds of a column do not matter for the answer; says nothing of whole numbers */
  readonly bounded: ArrayLike<number>
}

export type Linear = {
  readonly within: (column: number, low: number, high: number) => void
  /** the most or the least that some columns together can be; undefined where none was found */
  readonly best: (goal: Goal, of: readonly number[]) => Best | undefined
  readonly close: () => void
}

/** `nearest`: any numbers, where the same is asked each time and only bounds change. */
export type Numbers = 'any' | 'nearest' | 'whole'

/** Opens a system, of any numbers or of whole ones. */
export type OpenLinear = (system: LinearSystem, numbers?: Numbers) => Linear
