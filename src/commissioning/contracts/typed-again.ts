import type { FieldError, Values } from '../../platform/web/form.ts'
import type { Mistake } from '../../record/mistakes.ts'
import { daysAsWords } from './view-evidence.ts'

// What the rules of the ledger say of a form: the same rules as for a file, said beside the field and in plain words.

const SHARE = /(?<![\d.])(?:0|1|[01]\.\d+)(?![\d.]|\d*%)/g

/** The sentence of a rule with days as people write them. `shares`: its figures are shares, and the form asks for per cent. */
export function plainly(says: string, { shares = false }: { readonly shares?: boolean } = {}): string {
  const days = daysAsWords(says)
  const told = shares
    ? days.replaceAll(SHARE, (share) => `${Math.round(Number(share) * 10_000) / 100}%`)
    : days
  return `${told.slice(0, 1).toUpperCase()}${told.slice(1)}`
}

/** The form as it was typed, by field. */
export type FieldOf = (mistake: Mistake) => { readonly field: string; readonly says?: string } | undefined

const boxOf = (field: string, values: Values): string =>
  values[`${field}-day`] === undefined ? field : `${field}-day`

/** Each mistake at the field where it was made; what belongs to no field stands above the form. */
export const atFields = (
  mistakes: readonly Mistake[],
  values: Values,
  fieldOf: FieldOf,
): readonly FieldError[] =>
  mistakes.map((mistake) => {
    const found = fieldOf(mistake)
    const says = found?.says ?? plainly(mistake.says)
    return found === undefined
      ? { field: 'form', says, at: 'form' }
      : { field: found.field, says, at: boxOf(found.field, values) }
  })
