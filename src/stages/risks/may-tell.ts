import type { EntryOf } from '../../record/entries.ts'
import { type AtTable, mayDo, mayNote } from '../../table/at-table.ts'

/** What is told later of a risk is a note of it, and belongs where the risk belongs. */
export const mayTell = (table: AtTable, risk: EntryOf<'risk'>): boolean =>
  mayDo(table, 'plan', 'say') && mayNote(table, risk)
