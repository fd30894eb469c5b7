import { type AtTable, mayAdd, mayDo } from '../../table/at-table.ts'

/** What is told later of a risk is a note of it, and belongs where the risk belongs. */
export const mayTell = (table: AtTable): boolean => mayAdd(table, 'note') && mayDo(table, 'plan', 'say')
