import { z } from 'zod'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { FOLLOWED } from '../../record/told-later.ts'
import { dayOfWhen } from '../../record/values.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import { AskOne, AskWords, Asked, type Filling, choicesOf } from '../../table/asks.tsx'
import { type AtTable, type RecordPage, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { formPage } from '../../table/form-page.ts'
import { Frame, backTo, laid } from '../../table/frame.tsx'
import { nameFor, nameWithin } from '../../table/reader.ts'
import { adviceById, followedSoFar, isAdvice, tellFollowed } from './decide-advice.ts'
import { FOLLOWED_WORDS, adviceWords as words } from './words-advice.ts'

const found = ({ ctx, params }: Visit<AtTable>) => adviceById(ctx.state, params['advice'] ?? '')

/** Beside what a professional said: whether it was followed, why, and who said so. */
export const WasItFollowed = ({
  table,
  statement,
}: {
  readonly table: AtTable
  readonly statement: EntryOf<'statement'>
}) => {
  const { reader, state, record } = table
  const told = followedSoFar(state, statement)
  const mayTell = mayDo(table, 'eligibility', 'judge') && mayAdd(table, 'note')
  if (!isAdvice(state, statement) || (told === undefined && !mayTell)) return null
  return (
    <>
      {told === undefined ? null : (
        <p class="govuk-body-s">
          <strong>{FOLLOWED_WORDS[told.later.followed]}.</strong> {told.later.says}{' '}
          {nameFor(reader, state, told.note.by)}, {dateInWords(dayOfWhen(told.note.on))}.
        </p>
      )}
      {mayTell ? (
        <p class="govuk-body-s rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'conversation', 'advice', statement.id)}>
            {words.ask}
            <span class="govuk-visually-hidden">
              : what {nameWithin(reader, state, statement['said-by'])} said
            </span>
          </a>
        </p>
      ) : null}
    </>
  )
}

const Form = ({ statement, ...filling }: Filling & { readonly statement: EntryOf<'statement'> }) => {
  const { reader, state } = filling.visit.ctx
  return (
    <Frame title={words.title} errors={filling.errors}>
      <p class="govuk-body">{words.intro}</p>
      <h2 class="govuk-heading-s">{words.said}</h2>
      <blockquote class="rt-block">
        <p class="govuk-body">
          {nameFor(reader, state, statement['said-by'])}, {dateInWords(dayOfWhen(statement.on))}: “
          {statement.text}”
        </p>
      </blockquote>
      <Asked visit={filling.visit} button={words.keep}>
        <AskOne {...filling} name="followed" says={words.followed} of={choicesOf(FOLLOWED_WORDS)} />
        <AskWords {...filling} name="why" says={words.why} />
      </Asked>
    </Frame>
  )
}

const topicPath = (visit: Visit<AtTable>): string => {
  const statement = found(visit)
  return statement === undefined
    ? recordPath(visit.ctx.record, 'conversation')
    : recordPath(visit.ctx.record, 'conversation', statement.topic)
}

export const advicePages: readonly RecordPage[] = [
  formPage({
    path: '/records/:record/conversation/advice/:advice',
    params: { advice: 'entry' },
    // Whoever decides says what became of advice; those who gave it read the answer.
    may: { resource: 'eligibility', action: 'judge' },
    audited: 'a form to say whether advice was followed',
    form: z.object({
      followed: choice(FOLLOWED, words.followedMissing),
      why: text(words.whyMissing),
    }),
    show: (visit, errors, typed) => {
      const statement = found(visit)
      return statement === undefined
        ? notFound
        : laid(visit.ctx, 'conversation', {
            title: words.title,
            main: <Form visit={visit} errors={errors} typed={typed} statement={statement} />,
            before: backTo(topicPath(visit), 'Conversation'),
            bad: errors.length > 0,
          })
    },
    decide: (value, { ctx, params }) =>
      tellFollowed({ ...value, advice: params['advice'] ?? '', stamp: ctx.stamp('note') }, ctx.state),
    to: topicPath,
    notice: words.kept,
  }),
]
