import { dateInWords } from '../domain/dates/plain-date.ts'
import type { Dispute } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'
import { Tag } from '../platform/govuk/tag.tsx'
import { type AtTable, recordPath } from './at-table.ts'
import { nameFor, verb } from './reader.ts'
import { shortened } from './said.tsx'

/** The mark on whatever rests on a disputed fact: a word, an edge and a link, never a colour alone. */
export const DisputedMark = ({ words = 'Disputed' }: { readonly words?: string }) => (
  <strong class="rt-disputed__mark">
    <Tag class="govuk-tag--orange">{words}</Tag>
  </strong>
)

/** Who says that a fact is wrong, since when, and where it is answered. */
type NoteProps = {
  readonly table: AtTable
  readonly dispute: Dispute
  /** It is not this that is disputed, but something that this rests on. */
  readonly beneath?: boolean
}

export const DisputeNote = ({ table, dispute, beneath = false }: NoteProps) => {
  const { by, says, on, id } = dispute.dispute
  const { reader, state, record } = table
  return (
    <div class="rt-disputed">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <DisputedMark words={beneath ? 'Rests on a dispute' : 'Disputed'} /> {nameFor(reader, state, by)}{' '}
        {verb(reader, by, 'says', 'say')}{' '}
        {beneath ? 'that something behind this is wrong' : 'that this is wrong'}: <q>{shortened(says)}</q>
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        Since {dateInWords(dayOfWhen(on))}.{' '}
        <a class="govuk-link" href={recordPath(record, 'challenge', id)}>
          See the disagreement<span class="govuk-visually-hidden"> about “{shortened(says, 40)}”</span>
        </a>
      </p>
    </div>
  )
}
