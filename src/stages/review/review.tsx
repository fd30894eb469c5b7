import type { CitationId } from '../../domain/care-act/citations.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inList } from '../../domain/checks/telling.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor, nameWithin, verb } from '../../table/reader.ts'
import { Cites, Reasons } from '../../table/reasons.tsx'
import { type HeldReview, type Request, heldReviews, nextReview, requests } from './view.ts'
import { FOLLOWED_WORDS, LEADS_TO_WORDS, OWED_WORDS, TYPE_WORDS, words } from './words.ts'

type Props = { readonly table: AtTable }

/** When the plan is next looked at, and how that was worked out. */
const Next = ({ table }: Props) => {
  const dues = nextReview(table.state)
  const [next] = dues
  return (
    <section>
      <h2 class="govuk-heading-m">{words.next}</h2>
      {next === undefined ? (
        <p class="govuk-body">{words.noneDue}</p>
      ) : (
        <>
          <p class="govuk-body rt-verdict">
            {next.late === 0
              ? `By ${dateInWords(next.on)}`
              : `It was due by ${dateInWords(next.on)}. It is ${next.late} ${next.late === 1 ? 'day' : 'days'} late.`}
          </p>
          <Details summary="How this date was worked out">
            <Reasons
              table={table}
              steps={dues.map(({ because, cites, on }) => ({
                says: because.includes(dateInWords(on))
                  ? because
                  : `${because} That gives ${dateInWords(on)}.`,
                cites,
              }))}
            />
          </Details>
        </>
      )}
    </section>
  )
}

const Wrong = ({ table, of, what }: Props & { readonly of: string; readonly what: string }) =>
  mayDo(table, 'plan', 'dispute') ? (
    <p class="govuk-body-s rt-no-print">
      <a class="govuk-link" href={disputePath(table.record, of)}>
        This is wrong<span class="govuk-visually-hidden">: {what}</span>
      </a>
    </p>
  ) : null

const RequestItem = ({ table, request }: Props & { readonly request: Request }) => {
  const { reader, state, record } = table
  const { asked, answer, held, clock } = request
  const on = dateInWords(dayOfWhen(asked.on))
  return (
    <li class="rt-dispute">
      <h3 class="govuk-heading-s">
        {nameFor(reader, state, asked.by)} {verb(reader, asked.by, 'asked', 'asked')} on {on}
      </h3>
      <p class="govuk-body">“{asked.why}”</p>
      {clock === undefined ? null : (
        <p class="govuk-body">
          <Tag class={clock.late > 0 ? 'govuk-tag--red' : 'govuk-tag--yellow'}>
            {clock.late > 0 ? 'Late' : 'Waits for an answer'}
          </Tag>{' '}
          {clock.says}
        </p>
      )}
      {answer === undefined ? null : (
        <p class="govuk-body">
          <strong>{answer.accepted ? 'The council said yes' : 'The council said no'}</strong>
          {answer.entry === undefined ? '' : `, on ${dateInWords(dayOfWhen(answer.entry.on))}`}.{' '}
          {answer.why === '' ? 'No reason was given.' : answer.why}
        </p>
      )}
      {held === undefined ? (
        answer?.accepted === true ? (
          <p class="govuk-body">It has not been held yet.</p>
        ) : null
      ) : (
        <p class="govuk-body">The plan was looked at on {dateInWords(dayOfWhen(held.on))}.</p>
      )}
      {clock !== undefined && mayAdd(table, 'review-answered') && asked.by !== reader.party ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'review', 'answer', asked.id)}>
            Answer<span class="govuk-visually-hidden"> the request of {on}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}

const Requests = ({ table }: Props) => {
  const all = requests(table.state)
  const mine = all.some(({ asked, clock }) => clock !== undefined && asked.by === table.reader.party)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.requests}</h2>
      {all.length === 0 ? (
        <p class="govuk-body">{words.noRequests}</p>
      ) : (
        <ul class="govuk-list">
          {all.map((request) => (
            <RequestItem table={table} request={request} />
          ))}
        </ul>
      )}
      {mayAdd(table, 'review-asked') && !mine ? (
        <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'review', 'ask')}>
          {words.ask}
        </ButtonLink>
      ) : null}
    </section>
  )
}

const HeldItem = ({ table, held: { review, followed } }: Props & { readonly held: HeldReview }) => {
  const { reader, state } = table
  const on = dateInWords(dayOfWhen(review.on))
  const leads = review['leads-to']
  return (
    <li class="rt-dispute">
      <h3 class="govuk-heading-s">
        {TYPE_WORDS[review.type]}, {on}
      </h3>
      <p class="govuk-body">{review.found === '' ? 'Nothing was written down.' : review.found}</p>
      <p class="govuk-body">
        Have needs or circumstances changed? <strong>{review.changed ? 'Yes' : 'No'}</strong>. What happens
        now: <strong>{LEADS_TO_WORDS[leads]}</strong>.{' '}
        {leads === 'no-change'
          ? null
          : followed === undefined
            ? OWED_WORDS[leads]
            : `${FOLLOWED_WORDS[leads]} on ${dateInWords(dayOfWhen(followed.on))}.`}
      </p>
      <p class="govuk-body-s">
        {review.involved.length === 0
          ? 'It is not written down who took part.'
          : `Who took part: ${inList(review.involved.map((party) => nameWithin(reader, state, party)))}.`}{' '}
        Written by {nameWithin(reader, state, review.by)}.
      </p>
      <Wrong table={table} of={review.id} what={`the review of ${on}`} />
    </li>
  )
}

const Held = ({ table }: Props) => {
  const all = heldReviews(table.state)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.held}</h2>
      {all.length === 0 ? (
        <p class="govuk-body">{words.noneHeld}</p>
      ) : (
        <ul class="govuk-list">
          {all.map((held) => (
            <HeldItem table={table} held={held} />
          ))}
        </ul>
      )}
      {mayAdd(table, 'review') ? (
        <ButtonLink href={recordPath(table.record, 'review', 'hold')}>{words.hold}</ButtonLink>
      ) : null}
    </section>
  )
}

const Side = ({
  title,
  says,
  cites,
}: {
  readonly title: string
  readonly says: string
  readonly cites: readonly CitationId[]
}) => (
  <div>
    <h3 class="govuk-heading-s">{title}</h3>
    <p class="govuk-body">{says}</p>
    <p class="govuk-body-s">
      Rule: <Cites cites={cites} />
    </p>
  </div>
)

/** The law's line between the two: what each may do, and which comes first. */
export const TheLine = ({ own }: { readonly own: boolean }) => (
  <section>
    <h2 class="govuk-heading-m">{words.line}</h2>
    <p class="govuk-body">{words.lineIntro}</p>
    <div class="rt-two">
      <Side
        title={words.review}
        says={own ? words.reviewSaysYou : words.reviewSays}
        cites={['CA s27(1)', 'CA s27(2)(b)']}
      />
      <Side title={words.reassess} says={words.reassessSays} cites={['CA s27(4)', 'G13']} />
    </div>
  </section>
)

/** When the plan is next looked at, who asked for it, and what was found. */
export const ReviewPage = ({ table }: Props) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    <AtStage table={table} stage="review" />
    {table.state.byKind.get('plan') === undefined ? (
      <p class="govuk-body">{words.noPlan}</p>
    ) : (
      <>
        <Next table={table} />
        <Requests table={table} />
        <Held table={table} />
      </>
    )}
    <TheLine own={isThePerson(table.reader)} />
  </Frame>
)
