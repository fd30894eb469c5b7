import { dateInWords, dayOf } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { Frame } from '../../table/frame.tsx'
import type { Comment, CommentPart } from './store-comments.ts'
import { answersOf, beginOf, lineOf, standOf, toDo } from './view-comments.ts'
import type { ModelLine } from './view-model-lines.ts'
import { WhereFrom } from './the-model.tsx'
import { words } from './words-comments.ts'

/** What every page about comments gets. */
export type AtComments = {
  readonly part: CommentPart
  readonly signedIn: boolean
  readonly lines: readonly ModelLine[]
  readonly comments: readonly Comment[]
}

type Shown = {
  readonly at: AtComments
  readonly visit: Pick<Visit<unknown>, 'csrf'>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const onDay = (moment: string): string => {
  const found = dayOf(moment)
  return found === undefined ? '' : dateInWords(found)
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })

const STAND_WORDS = {
  waiting: 'Not shown yet: somebody at the council reads it first',
  shown: 'Shown to everybody',
  'not-shown': 'Not shown',
} as const

/** One comment with the council's answers under it. */
const One = ({ comment, tells }: { readonly comment: Comment; readonly tells: boolean }) => {
  const stands = standOf(comment)
  return (
    <section class="rt-block" id={comment.id}>
      <h3 class="govuk-heading-s">
        {comment.mine ? 'You' : (comment.name ?? 'Somebody who wants no name shown')}, {onDay(comment.at)}
      </h3>
      <p class="govuk-body rt-own-words">{comment.says}</p>
      {tells || comment.mine ? (
        <p class="govuk-body">
          <Tag class={stands.kind === 'shown' ? 'govuk-tag--green' : 'govuk-tag--grey'}>
            {STAND_WORDS[stands.kind]}
          </Tag>{' '}
          {stands.kind === 'waiting' ? '' : `Decided by ${stands.by}. `}
          {stands.kind === 'not-shown' ? `Why: ${stands.why}` : ''}
        </p>
      ) : null}
      {answersOf(comment).map((answer) => (
        <InsetText>
          <p class="govuk-body">
            <strong>The council answers, {onDay(answer.at)}</strong>
          </p>
          <p class="govuk-body">{answer.says}</p>
          <p class="govuk-body">{answer.name}</p>
        </InsetText>
      ))}
      {tells ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/model/comments/${comment.id}`}>
            Decide or answer<span class="govuk-visually-hidden"> about what was said of {comment.line}</span>
          </a>
        </p>
      ) : null}
    </section>
  )
}

const SayForm = ({ visit, errors, typed }: Shown) => (
  <form method="post" novalidate id="form" class="rt-no-print">
    <FormSeal visit={visit} />
    <Textarea
      name="says"
      label={label(words.yours)}
      hint={words.hint}
      error={errorAt(errors, 'says')}
      value={textOf(typed, 'says')}
      rows={6}
    />
    <Checkboxes
      name="by-name"
      values={textOf(typed, 'by-name') === '' ? [] : ['yes']}
      items={[{ value: 'yes', text: words.byName, hint: words.byNameHint }]}
    />
    <Button>{words.send}</Button>
  </form>
)

/** The line as the model has it; of a price also how far it may go, and where it comes from. */
const AsItStands = ({ line }: { readonly line: ModelLine | undefined }) =>
  line === undefined ? (
    <p class="govuk-body">{words.gone}</p>
  ) : (
    <InsetText>
      <p class="govuk-body">{line.says}</p>
      {line.price === undefined ? null : (
        <>
          <p class="govuk-body">
            {words.range}: {line.price.range}
          </p>
          <p class="govuk-body">
            <WhereFrom price={line.price} />
          </p>
        </>
      )}
    </InsetText>
  )

/** One line: what stands there, what was said about it, what the council answers. */
export const Line = (props: Shown & { readonly line: string }) => {
  const { at, errors } = props
  const line = lineOf(at.lines, props.line)
  const comments = at.comments.filter((comment) => comment.line === props.line)
  return (
    <Frame title={line?.what ?? 'A line that was taken out'} caption="A line of the model" errors={errors}>
      <AsItStands line={line} />
      <h2 class="govuk-heading-m">What people say</h2>
      {comments.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {comments.map((comment) => (
        <One comment={comment} tells={at.part === 'answer'} />
      ))}
      {line === undefined ? null : at.part === 'say' ? (
        <SayForm {...props} />
      ) : at.signedIn ? (
        <p class="govuk-body">{words.notYours}</p>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={`/sign-in?from=/model/lines/${line.key}`}>
            {words.signInHere}
          </a>
        </p>
      )}
    </Frame>
  )
}

/** What has to be looked at and answered, for those who do. */
export const CommentsRoom = ({ at }: { readonly at: AtComments }) => {
  const { look, answer } = toDo(at.comments)
  const lists: readonly (readonly [string, readonly Comment[]])[] = [
    [words.look, look],
    ['Shown, and not answered yet', answer],
    ['All the rest', at.comments.filter((one) => !look.includes(one) && !answer.includes(one))],
  ]
  return (
    <Frame title={words.room}>
      <p class="govuk-body">{words.lookHint}</p>
      {at.comments.length === 0 ? <p class="govuk-body">{words.nobodyYet}</p> : null}
      {lists
        .filter(([, comments]) => comments.length > 0)
        .map(([caption, comments]) => (
          <Table
            stacks
            caption={`${caption}: ${comments.length}`}
            captionClass="govuk-table__caption--m"
            head={['Line', 'What was said', 'When', 'Decide']}
            rows={comments.map((comment) => [
              lineOf(at.lines, comment.line)?.what ?? comment.line,
              beginOf(comment.says),
              onDay(comment.at),
              <a class="govuk-link" href={`/model/comments/${comment.id}`}>
                Open<span class="govuk-visually-hidden"> what was said on {onDay(comment.at)}</span>
              </a>,
            ])}
          />
        ))}
    </Frame>
  )
}

/** One comment before whoever decides whether it is shown, and answers. */
export const Decide = (props: Shown & { readonly comment: Comment }) => {
  const { at, visit, comment, errors, typed } = props
  const line = lineOf(at.lines, comment.line)
  return (
    <Frame title="A comment on a line" caption={line?.what ?? comment.line} errors={errors}>
      <AsItStands line={line} />
      <One comment={comment} tells={false} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} />
        <Radios
          name="kind"
          legend={{ text: 'Is it shown?', class: 'govuk-fieldset__legend--m' }}
          hint={words.lookHint}
          error={errorAt(errors, 'kind')}
          value={textOf(typed, 'kind')}
          items={[
            { value: 'shown', text: words.show },
            { value: 'not-shown', text: words.dontShow },
            { value: 'answer', text: 'Leave that as it is, and answer' },
          ]}
        />
        <Textarea
          name="says"
          label={label('Your reason, or the council’s answer')}
          hint={words.answerHint}
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
          rows={6}
        />
        <Button>Keep</Button>
      </form>
    </Frame>
  )
}
