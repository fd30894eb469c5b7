import { MOST_SUPPRESSED, type Published, rounded } from './suppression.ts'

/** A count below this could be somebody whom a reader knows. */
export const SMALLEST = MOST_SUPPRESSED + 1

/**
 * A count as its reader may see it. Who may open every record behind it sees it as it is; for everybody else it is rounded
 * to 5 and hidden below 5, so that two numbers taken from each other say nothing of one person. A true nought is shown.
 */
export type Shown = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'few' }

export function shownCount(count: number, seesEach: boolean): Shown {
  if (seesEach || count === 0) return { kind: 'count', count }
  return count < SMALLEST ? { kind: 'few' } : { kind: 'count', count: rounded(count) }
}

/** A count as it was found safe to give beside others. */
export const shownOf = (published: Published | undefined): Shown =>
  published?.people === undefined || published.people === null
    ? { kind: 'few' }
    : { kind: 'count', count: published.people }

/** For pictures: what is hidden has no length. */
export const lengthOf = (shown: Shown): number => (shown.kind === 'few' ? 0 : shown.count)

export const FEW = 'Fewer than 5'

/** `1,250`; without a locale, so that it reads the same everywhere. */
export const numberInWords = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

export const shownInWords = (shown: Shown): string =>
  shown.kind === 'few' ? FEW : numberInWords(shown.count)
