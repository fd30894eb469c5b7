import { placeOf } from '../record/access.ts'
import { refusalOfEntry } from '../record/allowed.ts'
import type { Entry } from '../record/entries.ts'
import { isSaid, mayPutRight } from '../record/put-right.ts'
import { type AtTable, mayDo, recordPath } from './at-table.ts'
import { KIND_WORDS } from './entry-words.ts'
import { shortened, wordsOf } from './said.tsx'

/** What somebody said has a form of its own: it can be no longer so. */
export const putRightPath = (record: string, entry: Entry): string =>
  recordPath(record, 'conversation', isSaid(entry) ? 'put-right' : 'correct', entry.id)

/** Does the reader do a professional’s part there where the entry belongs? */
export const worksAt = (table: AtTable, entry: Entry): boolean =>
  mayDo(
    table,
    isSaid(entry) ? 'conversation' : placeOf(entry, (id) => table.state.byId.get(id)).resource,
    'judge',
  )

/** Is it the reader's to put right, were it not for how far the record has come? */
const isTheirs = (table: AtTable, entry: Entry): boolean =>
  mayDo(table, 'conversation', 'say') && mayPutRight(entry, table.reader.party, worksAt(table, entry))

/** Why something that is the reader's to put right cannot be put right now, such as a need once its assessment is closed. */
export const whyNotNow = (table: AtTable, entry: Entry): string | undefined =>
  isTheirs(table, entry) ? refusalOfEntry(table.state, entry, table.reader.relationships)?.says : undefined

/** May the reader put this right now? Where they may not, they can say that it is wrong. */
export const mayMend = (table: AtTable, entry: Entry): boolean =>
  isTheirs(table, entry) && whyNotNow(table, entry) === undefined

/** The way there, for those who can put it right: whoever wrote it or said it, and the worker. */
export const PutRightLink = ({
  table,
  entry,
  says = 'Put this right',
}: {
  readonly table: AtTable
  readonly entry: Entry
  readonly says?: string
}) =>
  mayMend(table, entry) ? (
    <a
      class="govuk-link govuk-link--no-visited-state rt-link--beside rt-link--whole rt-no-print"
      href={putRightPath(table.record, entry)}
    >
      {says}
      <span class="govuk-visually-hidden">
        : {KIND_WORDS[entry.kind]}, {shortened(wordsOf(entry), 40)}
      </span>
    </a>
  ) : null
