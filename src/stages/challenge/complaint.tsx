import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { nameFor, nameWithin } from '../../table/reader.ts'
import { shortened } from '../../table/said.tsx'
import { type Complaint, complaints } from './complaint-view.ts'
import { OMBUDSMAN, UPHELD_WORDS, words } from './complaint-words.ts'

type Props = { readonly table: AtTable }

/** Who looks at it after the council: named wherever a complaint stands, before an answer as after it. */
export const Ombudsman = () => (
  <p class="govuk-body">
    The{' '}
    <a class="govuk-link" href={OMBUDSMAN.url} rel="noreferrer">
      {OMBUDSMAN.name}
    </a>{' '}
    {OMBUDSMAN.says} Phone {OMBUDSMAN.phone}, or go to {OMBUDSMAN.site}.
  </p>
)

export const ComplaintClock = ({ complaint: { clock, took } }: { readonly complaint: Complaint }) => {
  if (clock === undefined) return took === undefined ? null : <p class="govuk-body">{took}</p>
  return (
    <p class="govuk-body">
      <Tag class={clock.late > 0 ? 'govuk-tag--red' : 'govuk-tag--yellow'}>
        {clock.late > 0 ? 'Late' : 'Waiting'}
      </Tag>{' '}
      {clock.says}
    </p>
  )
}

export const ComplaintAnswers = ({ table, complaint }: Props & { readonly complaint: Complaint }) => (
  <>
    {complaint.answers.map((answer) => (
      <>
        <p class="govuk-body">
          <strong>{UPHELD_WORDS[answer.outcome]}.</strong> {nameFor(table.reader, table.state, answer.by)} on{' '}
          {dateInWords(dayOfWhen(answer.on))}:{' '}
          {answer.why === '' ? 'no reason was given.' : `“${answer.why}”`}
        </p>
        {answer['ombudsman-told'] ? null : (
          <p class="govuk-body">The answer did not say that you can go to the Ombudsman. You can.</p>
        )}
      </>
    ))}
  </>
)

const Item = ({ table, complaint }: Props & { readonly complaint: Complaint }) => {
  const { id, about, by, on } = complaint.complaint
  return (
    <li class="rt-dispute">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={recordPath(table.record, 'challenge', 'complaint', id)}>
          “{shortened(about, 90)}”
        </a>
      </h3>
      <p class="govuk-body">
        From {nameWithin(table.reader, table.state, by)}, {dateInWords(dayOfWhen(on))}.
      </p>
      <ComplaintClock complaint={complaint} />
      <ComplaintAnswers table={table} complaint={complaint} />
    </li>
  )
}

/** The complaints, for those who may read them, with the ways to take a matter further. */
export const Complaints = ({ table }: Props) => {
  if (!mayDo(table, 'challenge', 'read')) return null
  const all = complaints(table.state)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      {all.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <ul class="govuk-list">
          {all.map((complaint) => (
            <Item table={table} complaint={complaint} />
          ))}
        </ul>
      )}
      <Ombudsman />
      {mayAdd(table, 'complaint') ? (
        <div class="govuk-button-group rt-no-print">
          <ButtonLink href={recordPath(table.record, 'challenge', 'complain')}>{words.complain}</ButtonLink>
          <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'challenge', 'letter')}>
            {words.letter}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  )
}
