import { type Beside, noticeOf } from '../../domain/contracts/beside.ts'
import { every } from '../../domain/contracts/ledger.ts'
import { spanInWords } from '../../domain/contracts/span.ts'
import { dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { withoutNext } from './decide-end.ts'
import type { AtContract } from './door.ts'
import { ContractHeading, contractPath } from './laid.tsx'
import { peopleAtEnd, stillOpen } from './view-ending.ts'
import { named } from './view-evidence.ts'
import { STATE_WORDS } from './words.ts'
import { MOVE_WORDS } from '../../table/contracts/words.ts'
import { endWords as w } from './words-said.ts'

type Props = {
  readonly visit: Visit<AtContract>
  readonly beside: readonly Beside[]
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** How a contract ends: notice, where each person goes, what is still to be settled, and that it has ended. */
export const EndOfContract = (props: Props) => {
  const { visit, beside, errors } = props
  const at = visit.ctx
  const hasEnded = every(at.ledger, 'ended').at(-1)
  const notice = noticeOf(beside)
  return (
    <ContractHeading at={at} title={w.title} errors={errors}>
      <p class="govuk-body">{w.intro}</p>
      {hasEnded === undefined ? (
        <Notice at={at} beside={beside} />
      ) : (
        <InsetText>
          It ended on {dateInWords(hasEnded.on)}. {hasEnded.why}
        </InsetText>
      )}
      <People at={at} beside={beside} />
      <Settle at={at} />
      {hasEnded !== undefined ? null : notice === undefined ? (
        <GiveNotice {...props} />
      ) : (
        <TakeBack {...props} />
      )}
      {hasEnded !== undefined ? null : notice !== undefined && notice.last > at.today ? (
        <p class="govuk-body">{w.endWhen}</p>
      ) : (
        <Ended {...props} />
      )}
    </ContractHeading>
  )
}

type Part = { readonly at: AtContract; readonly beside: readonly Beside[] }

export const Notice = ({ at, beside }: Part) => {
  const notice = noticeOf(beside)
  if (notice === undefined)
    return (
      <p class="govuk-body">
        {w.byItself} {dateInWords(at.ledger.span.to)}.
      </p>
    )
  const left = daysBetween(at.today, notice.last)
  return (
    <InsetText>
      {notice.name} gave notice on {dateInWords(notice.on)}. The last day is {dateInWords(notice.last)}
      {left > 0 ? `, in ${left === 1 ? '1 day' : `${left} days`}` : ''}. “{notice.why}”
    </InsetText>
  )
}

const People = ({ at, beside }: Part) => {
  const people = peopleAtEnd(at.ledger, beside, at.today)
  return (
    <section>
      <h2 class="govuk-heading-m">{w.people}</h2>
      {people.length === 0 ? (
        <p class="govuk-body">{w.nobody}</p>
      ) : (
        <>
          <p class="govuk-body">{w.peopleIntro}</p>
          <Table
            stacks
            firstCellIsHeader
            caption={w.people}
            captionClass="govuk-visually-hidden"
            head={['Person', 'Support now from', 'Who supports them next', 'What they say']}
            rows={people.map(({ person, givenBy, next, moves }) => [
              {
                text: (
                  <a class="govuk-link" href={contractPath(at.opened.id, 'person', person)}>
                    {at.nameOf(person)}
                  </a>
                ),
              },
              [
                givenBy,
                ...moves
                  .filter(({ state }) => state === 'planned' || state === 'due')
                  .map(({ moving }) => `${MOVE_WORDS[moving.way]} from ${dateInWords(moving.from)}`),
              ].join('. '),
              next === undefined ? (
                <strong>{w.noNext}</strong>
              ) : (
                `${next.who} From ${dateInWords(next.from)}.`
              ),
              next?.said ?? w.noWord,
            ])}
          />
        </>
      )}
    </section>
  )
}

const Settle = ({ at }: { readonly at: AtContract }) => {
  const { periods, matters, outcomes } = stillOpen(at.ledger, at.today)
  return (
    <section>
      <h2 class="govuk-heading-m">{w.settle}</h2>
      {periods.length + matters.length + outcomes === 0 ? <p class="govuk-body">{w.nothingOpen}</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {periods.map((period) => (
          <li>
            <a class="govuk-link" href={contractPath(at.opened.id, 'settlement', period.from)}>
              {spanInWords(period)}
            </a>
            : {STATE_WORDS[period.state].toLowerCase()}
          </li>
        ))}
        {matters.map(({ entry, says }) => (
          <li>
            <a class="govuk-link" href={contractPath(at.opened.id, 'answer', entry)}>
              {named(says, at.ledger, at.nameOf)}
            </a>
          </li>
        ))}
        {outcomes === 0 ? null : (
          <li>
            <a class="govuk-link" href={contractPath(at.opened.id, 'outcomes')}>
              {outcomes === 1 ? '1 outcome' : `${outcomes} outcomes`} of which nobody has said what came of it
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

const Day = ({ name, text, hint, errors, typed }: DayProps) => (
  <DateInput
    id={name}
    namePrefix={name}
    legend={legend(text)}
    hint={hint}
    error={errorAt(errors, name)}
    values={{
      day: textOf(typed, `${name}-day`),
      month: textOf(typed, `${name}-month`),
      year: textOf(typed, `${name}-year`),
    }}
  />
)
type DayProps = Pick<Props, 'errors' | 'typed'> & {
  readonly name: string
  readonly text: string
  readonly hint?: string | undefined
}

/** Of several forms on one page only the one that was sent has its errors and what was typed. */
const ownOf = ({ errors, typed }: Props, form: string): Pick<Props, 'errors' | 'typed'> =>
  textOf(typed, 'do') === form ? { errors, typed } : { errors: [], typed: {} }

const GiveNotice = (props: Props) => {
  const { visit } = props
  const own = ownOf(props, 'notice')
  return (
    <form method="post" novalidate id="form">
      <h2 class="govuk-heading-m">{w.giveNotice}</h2>
      <FormSeal visit={visit} head={visit.ctx.opened.head} />
      <input type="hidden" name="do" value="notice" />
      <Day name="last" text={w.last} {...own} />
      <Textarea
        name="why"
        label={label(w.why)}
        hint={w.whyHint}
        rows={3}
        error={errorAt(own.errors, 'why')}
        value={textOf(own.typed, 'why')}
      />
      <Button>{w.keepNotice}</Button>
    </form>
  )
}

const TakeBack = (props: Props) => {
  const { visit } = props
  const own = ownOf(props, 'back')
  return (
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.opened.head} />
      <input type="hidden" name="do" value="back" />
      <Textarea
        name="back"
        label={label(w.backWhy)}
        rows={3}
        error={errorAt(own.errors, 'back')}
        value={textOf(own.typed, 'back')}
      />
      <Button class="govuk-button--secondary">{w.back}</Button>
    </form>
  )
}

const Ended = (props: Props) => {
  const { visit, beside } = props
  const at = visit.ctx
  const own = ownOf(props, 'end')
  const left = withoutNext(at.ledger, beside, at.today)
  return (
    <form method="post" novalidate id="form-end">
      <h2 class="govuk-heading-m">{w.end}</h2>
      <p class="govuk-body">{w.endIntro}</p>
      <FormSeal visit={visit} head={at.opened.head} />
      <input type="hidden" name="do" value="end" />
      <Day name="ended" text={w.endLast} {...own} />
      <Textarea
        name="endedwhy"
        label={label(w.why)}
        rows={3}
        error={errorAt(own.errors, 'endedwhy')}
        value={textOf(own.typed, 'endedwhy')}
      />
      {left.length === 0 ? null : (
        <Checkboxes
          name="known"
          error={errorAt(own.errors, 'known')}
          values={textOf(own.typed, 'known') === '' ? [] : ['yes']}
          items={[{ value: 'yes', text: w.endAnywayTick, hint: left.map(at.nameOf).join(', ') }]}
        />
      )}
      <Button class="govuk-button--warning">{w.endKeep}</Button>
    </form>
  )
}
