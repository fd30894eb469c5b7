import { readNotSo } from '../domain/checks/answered.ts'
import { dateInWords } from '../domain/dates/plain-date.ts'
import type { Entry, EntryOf } from '../record/entries.ts'
import type { RecordState } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'
import { type Reader, nameFor, nameWithin } from './reader.ts'

/** How somebody's words came into the record: in their own words, seen, or typed for them. */
export function howSaid(reader: Reader, statement: EntryOf<'statement'>, state: RecordState): string {
  const own = statement.by === statement['said-by']
  const typed = own ? '' : `, typed by ${nameWithin(reader, state, statement.by)}`
  switch (statement.basis) {
    case 'lived':
      return `${own ? 'in their own words' : 'said'}${typed}`.replace(
        'their',
        statement['said-by'] === reader.party ? 'your' : 'their',
      )
    case 'observed':
      return `saw it${typed}`
    case 'document':
      return `from a document${typed}`
    case 'told':
      return `was told${typed}`
  }
}

/** `You, 28 March 2026`, and the first words of what was said: the end of every chain of reasons. */
export const Said = ({
  reader,
  state,
  entry,
}: {
  readonly reader: Reader
  readonly state: RecordState
  readonly entry: Entry
}) => (
  <>
    {nameFor(reader, state, entry.kind === 'statement' ? entry['said-by'] : entry.by)},{' '}
    {dateInWords(dayOfWhen(entry.on))}: <q class="rt-quote">{shortened(wordsOf(entry))}</q>
  </>
)

/** What somebody wrote in an entry, in one line. */
export function wordsOf(entry: Entry): string {
  if (entry.kind === 'note') return readNotSo(entry)?.why ?? entry.text
  if (entry.kind === 'statement' || entry.kind === 'need') return entry.text
  if (entry.kind === 'dispute') return entry.says
  if (entry.kind === 'carer-identified') return entry.provides
  if (entry.kind === 'goal') return entry.words
  if ('why' in entry && typeof entry.why === 'string') return entry.why
  return ''
}

export const shortened = (words: string, most = 140): string =>
  words.length <= most ? words : `${words.slice(0, words.lastIndexOf(' ', most))} …`
