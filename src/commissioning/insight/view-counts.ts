import { type Shown, shownCount } from '../../domain/population/shown-count.ts'

export { SMALLEST, lengthOf, shownInWords } from '../../domain/population/shown-count.ts'

/** A count as its reader may see it: a manager may open every record behind it. */
export const shownTo = (of: { readonly kind: 'team' | 'council' }, count: number): Shown =>
  shownCount(count, of.kind === 'team')
