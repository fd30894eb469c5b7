import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Dispute } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { KIND_WORDS, entryInWords } from '../../table/entry-words.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor, verb } from '../../table/reader.ts'
import { shortened } from '../../table/said.tsx'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { Complaints } from './complaint.tsx'
import { asItWas, clockOf } from './view.ts'
import { OUTCOME_WORDS, words } from './words.ts'

/** What is disputed, in its own words, or that the reader may not see it. */
export const About = ({ table, dispute }: { readonly table: AtTable; readonly dispute: Dispute }) => {
  if (dispute.of === undefined) return <p class="govuk-body">It is about something that you cannot see.</p>
  const was = asItWas(table.state, dispute)
  return (
    <blockquote class="rt-block">
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {KIND_WORDS[dispute.of.kind]}, {dateInWords(dayOfWhen(dispute.of.on))}
      </p>
      {was === undefined ? null : (
        <>
          <del class="rt-struck">
            <span class="govuk-visually-hidden">Struck out: </span>
            {entryInWords(was.entry, table.reader, table.state).map((line) => (
              <p class="govuk-body">{line}</p>
            ))}
            <span class="govuk-visually-hidden"> End of what was struck out.</span>
          </del>
          <p class="govuk-body">
            <strong>{words.putRight(dateInWords(was.putRight))}</strong>
          </p>
        </>
      )}
      {entryInWords(dispute.of, table.reader, table.state).map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
    </blockquote>
  )
}

const OneDispute = ({ table, dispute }: { readonly table: AtTable; readonly dispute: Dispute }) => {
  const { by, says, id, on } = dispute.dispute
  const answer = dispute.answers.at(-1)
  const clock = clockOf(table.state, dispute)
  return (
    <li class="rt-dispute">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={recordPath(table.record, 'challenge', id)}>
          “{shortened(says, 90)}”
        </a>{' '}
        {dispute.open ? <DisputedMark /> : null}
      </h3>
      <p class="govuk-body">
        {nameFor(table.reader, table.state, by)} {verb(table.reader, by, 'said', 'said')} so on{' '}
        {dateInWords(dayOfWhen(on))}.{' '}
        {answer === undefined ? (clock?.says ?? '') : OUTCOME_WORDS[answer.outcome]}
      </p>
    </li>
  )
}

export const Disputes = ({ table }: { readonly table: AtTable }) => {
  const open = table.state.disputes.filter((dispute) => dispute.open)
  const settled = table.state.disputes.filter((dispute) => !dispute.open)
  return (
    <Frame title={words.title}>
      <EasySwitch path={recordPath(table.record, 'challenge')} easy={false} />
      <p class="govuk-body-l">{words.intro}</p>
      <AtStage table={table} stage="challenge" />
      {table.state.disputes.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {open.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.open}</h2>
          <ul class="govuk-list">
            {open.map((dispute) => (
              <OneDispute table={table} dispute={dispute} />
            ))}
          </ul>
        </section>
      )}
      {settled.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.settled}</h2>
          <ul class="govuk-list">
            {settled.map((dispute) => (
              <OneDispute table={table} dispute={dispute} />
            ))}
          </ul>
        </section>
      )}
      <p class="govuk-body">{words.pickOne}</p>
      <Complaints table={table} />
    </Frame>
  )
}
