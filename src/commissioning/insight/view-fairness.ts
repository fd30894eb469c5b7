import type { Fairness, GapUnit } from '../../domain/population/fairness.ts'
import { type Gap, RARE } from '../../domain/population/gaps.ts'
import { DIVISIONS, type Division } from '../../domain/population/groups.ts'

/** A gap as people read it: `8% more`, `3 fewer in every 100`, `none`. */
export function gapInWords(gap: number, unit: GapUnit): string {
  const hundredths = Math.round(Math.abs(gap) * 1000) / 10
  if (hundredths < 0.05) return 'none'
  return unit === 'share'
    ? `${hundredths}% ${gap > 0 ? 'more' : 'less'}`
    : `${hundredths} ${gap > 0 ? 'more' : 'fewer'} in every 100`
}

/** The gaps of one division, the groups in their own order. */
export type GapsOf = { readonly division: Division; readonly gaps: readonly Gap[] }

export const byDivision = ({ gaps }: Fairness): readonly GapsOf[] =>
  DIVISIONS.flatMap((division) => {
    const own = gaps.filter((gap) => gap.division === division)
    return own.length === 0 ? [] : [{ division, gaps: own }]
  })

/** The ends of the picture: round, the same on both sides of nought, and wide enough for every interval. */
export function reachOf(gaps: readonly Gap[]): number {
  const most = Math.max(0.05, ...gaps.flatMap(({ low, high, raw }) => [low, high, raw].map(Math.abs)))
  return Math.min(2, Math.ceil(most * 20) / 20)
}

/** Of everything that was looked at, what is surely more than chance; the greatest first. */
export const foundIn = (
  all: readonly Fairness[],
): readonly { readonly fairness: Fairness; readonly gap: Gap }[] =>
  all
    .flatMap((fairness) => fairness.gaps.filter(({ found }) => found).map((gap) => ({ fairness, gap })))
    .toSorted((a, b) => Math.abs(b.gap.unexplained) - Math.abs(a.gap.unexplained))

/** `1 in 100` */
export const RARE_IN_WORDS = `1 in ${Math.round(1 / RARE)}`
