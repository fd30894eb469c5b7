/** One figure: what is asked for, what was measured, and what stands beside it. */
export type Figure = {
  readonly what: string
  readonly asked: string
  readonly measured: string
  /** How many times as long as the same machine takes over something well known, or another peer. */
  readonly beside?: string
  /** Left out where nothing is asked: the figure is for information. */
  readonly holds?: boolean
}

/** A part of the measuring, by the name that `npm run bench -- NAME` takes. */
export type Part = { readonly name: string; readonly measure: () => Promise<readonly Figure[]> }

/** @param share 0 to 1: 0.5 is the median */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** `0.042 ms`, `1.3 ms`, `240 ms`, `12.4 s` */
export function inTime(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`
  if (ms >= 100) return `${ms.toFixed(0)} ms`
  return `${ms.toFixed(ms >= 10 ? 1 : ms >= 1 ? 2 : 3)} ms`
}

/** `3.4 x JSON.parse (0.1 ms)` */
export const timesAs = (ms: number, peer: number, name: string): string =>
  `${(ms / peer).toFixed(1)} x ${name} (${inTime(peer)})`

/** A figure in milliseconds that must stay under a limit. */
export const under = (what: string, limit: number, ms: number, beside?: string): Figure => ({
  what,
  asked: `under ${inTime(limit)}`,
  measured: inTime(ms),
  ...(beside === undefined ? {} : { beside }),
  holds: ms < limit,
})

/** What a piece of work takes, in milliseconds: the median over many, after it has been done often enough to be fast. */
export function medianOf(work: () => unknown, times = 1_000): number {
  for (let warm = 0; warm < 300; warm += 1) work()
  return median(
    Array.from({ length: times }, () => {
      const began = performance.now()
      work()
      return performance.now() - began
    }),
  )
}

const verdict = ({ holds }: Figure): string => (holds === undefined ? '' : holds ? 'ok' : 'FALLS SHORT')

/** The figures of one part as a table, ready to print. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'asked', 'measured', 'beside', ''],
    ...figures.map((figure) => [
      figure.what,
      figure.asked,
      figure.measured,
      figure.beside ?? '',
      verdict(figure),
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
