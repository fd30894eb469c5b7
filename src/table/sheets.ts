// A long list in sheets: so many lines on each, in the order that the whole list has. The address says which sheet.

/** So many lines of a list of people stand on one page. */
export const ON_A_SHEET = 50

export type Sheet<T> = {
  /** the lines of this sheet, in order */
  readonly lines: readonly T[]
  /** counted from 1 */
  readonly number: number
  readonly sheets: number
  /** places of its first and last line in the whole list, counted from 1; both 0 where the list is empty */
  readonly first: number
  readonly last: number
  readonly all: number
}

/**
 * @param wanted the number as it stands in the address: what is no number gives the first sheet, and what is too high the
 *   last, so that a link that was kept still leads somewhere when the list has become shorter
 */
export function sheetOf<T>(all: readonly T[], wanted = '', most = ON_A_SHEET): Sheet<T> {
  const sheets = Math.max(1, Math.ceil(all.length / most))
  const asked = /^\d{1,9}$/.test(wanted) ? Number(wanted) : 1
  const number = Math.min(Math.max(asked, 1), sheets)
  const from = (number - 1) * most
  const lines = all.slice(from, from + most)
  return {
    lines,
    number,
    sheets,
    first: lines.length === 0 ? 0 : from + 1,
    last: from + lines.length,
    all: all.length,
  }
}

/** The numbers to lead to: first, last, this one and its neighbours; `...` where some are left out. */
export function sheetNumbers(number: number, sheets: number): readonly (number | '...')[] {
  const wanted = [1, number - 1, number, number + 1, sheets].filter((one) => one >= 1 && one <= sheets)
  const inOrder = [...new Set(wanted)].toSorted((a, b) => a - b)
  return inOrder.flatMap((one, index): readonly (number | '...')[] => {
    const before = inOrder[index - 1] ?? one - 1
    // One that is left out alone takes as much room as the sign that says so.
    if (one - before === 2) return [one - 1, one]
    return one - before > 2 ? ['...', one] : [one]
  })
}
