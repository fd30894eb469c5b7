/**
 * How far the code goes with one part of the law. `modelled`: a rule gives what the recorded facts give under it, with
 * reasons. `partly`: a rule covers part of it. `not`: no rule does, even where the record has a place for the facts.
 */
export const COVERAGE_STATUS = ['modelled', 'partly', 'not'] as const
export type CoverageStatus = (typeof COVERAGE_STATUS)[number]

export type CoverageRow = {
  /** `s13`, `s43-45`, `r2`, `ch. 6` */
  readonly part: string
  readonly title: string
  readonly status: CoverageStatus
  /** what the software does with it; empty where it does nothing */
  readonly what: string
  /** why no more than that; empty where it is modelled in full */
  readonly why: string
  /** the files, from the project's root, that hold it */
  readonly files: readonly string[]
}

export type CoverageOfLaw = { readonly law: string; readonly rows: readonly CoverageRow[] }

export const modelled = (
  part: string,
  title: string,
  what: string,
  files: readonly string[],
): CoverageRow => ({
  part,
  title,
  status: 'modelled',
  what,
  why: '',
  files,
})

export const partly = (
  part: string,
  title: string,
  what: string,
  why: string,
  files: readonly string[],
): CoverageRow => ({ part, title, status: 'partly', what, why, files })

/** Nothing is done with it. */
export const not = (part: string, title: string, why: string): CoverageRow => ({
  part,
  title,
  status: 'not',
  what: '',
  why,
  files: [],
})

/** No rule yet, but the record has a place for what it calls for. */
export const recorded = (part: string, title: string, what: string, why: string): CoverageRow => ({
  part,
  title,
  status: 'not',
  what,
  why,
  files: ['src/record/kinds.ts'],
})
