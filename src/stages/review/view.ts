import type { CitationId } from '../../domain/care-act/citations.ts'
import { type HoldStage, dayOfEntry, dueInMonths, dueInWeeks } from '../../domain/checks/clocks.ts'
import { looksIn, owesNoLook } from '../../domain/checks/looks.ts'
import { comesAfter, refersTo } from '../../domain/checks/order.ts'
import { issuedPlans } from '../../domain/checks/plan-lines.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { type Waiting, waitingFor } from '../../domain/checks/waiting.ts'
import { type PlainDate, dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** What somebody said to a request: the council's answer, or what an older record brought with it. */
export type Answered = {
  readonly accepted: boolean
  readonly why: string
  /** nothing where the answer came with an older record */
  readonly entry: EntryOf<'review-answered'> | undefined
}

export type Request = {
  readonly asked: EntryOf<'review-asked'>
  readonly answer: Answered | undefined
  /** the look at the plan that came after it */
  readonly held: Entry | undefined
  /** how long an answer that is still owed has been waited for */
  readonly clock: Waiting | undefined
}

const REVIEW: readonly HoldStage[] = ['review']

/** An accepted review is to be held within two months: see the check `review-refused`. */
const HELD_WITHIN_MONTHS = 2

function answerTo(state: RecordState, asked: EntryOf<'review-asked'>): Answered | undefined {
  const entry = all(state, 'review-answered').find((answer) => refersTo(state, answer.asked, asked))
  if (entry !== undefined) return { accepted: entry.outcome === 'accepted', why: entry.why, entry }
  if (asked.answered === undefined) return undefined
  return { accepted: asked.answered === 'accepted', why: asked['why-refused'] ?? '', entry: undefined }
}

/** Every request for a review, the latest first, with its answer and its clock. */
export const requests = (state: RecordState): readonly Request[] =>
  all(state, 'review-asked')
    .map((asked): Request => {
      const answer = answerTo(state, asked)
      const held = looksIn(state).find((look) => comesAfter(state, look, asked))
      const clock =
        answer === undefined && held === undefined
          ? waitingFor(state, {
              from: dayOfEntry(asked),
              count: standardsFor(state.policy)['answer-days'],
              unit: 'working-days',
              stages: REVIEW,
              what: 'An answer',
            })
          : undefined
      return { asked, answer, held, clock }
    })
    .toReversed()

/** Those that nobody has answered; a review that was simply held is an answer. */
export const openRequests = (state: RecordState): readonly Request[] =>
  requests(state).filter(({ answer, held }) => answer === undefined && held === undefined)

/** Why a look at the plan is due on that day. */
export type Due = {
  readonly on: PlainDate
  /** days since it was due; 0 where it is still to come */
  readonly late: number
  readonly because: string
  readonly cites: readonly CitationId[]
}

/** The day on which the plan is next to be looked at, and every reason for a later one. Nothing where none is owed. */
export function nextReview(state: RecordState): readonly Due[] {
  const looks = looksIn(state)
  const last = looks.at(-1)
  if (last === undefined) return []
  const standards = standardsFor(state.policy)
  const due = (
    on: PlainDate | undefined,
    because: string,
    ...cites: readonly CitationId[]
  ): readonly Due[] =>
    on === undefined || owesNoLook(state, last, on < state.on ? state.on : on)
      ? []
      : [{ on, late: Math.max(0, daysBetween(on, state.on)), because, cites }]
  const plan = issuedPlans(state)[0]
  const isFirst = looks.length === 1 && plan !== undefined && plan['brought-over'] !== true
  const weeks = standards['first-review-weeks']
  const months = standards['review-months']
  return [
    ...(isFirst
      ? due(
          dueInWeeks(state, dayOfEntry(plan), weeks, 'review'),
          `A new plan is looked at lightly within ${weeks} weeks. This one began on ${dateInWords(dayOfEntry(plan))}.`,
          'G13',
        )
      : []),
    ...planDates(state, weeks).flatMap((date) =>
      due(date, `The plan itself says: look again by ${dateInWords(date)}.`, 'CA s27(1)'),
    ),
    ...requests(state).flatMap(({ answer, held }) =>
      answer?.accepted === true && answer.entry !== undefined && held === undefined
        ? due(
            dueInMonths(state, dayOfEntry(answer.entry), HELD_WITHIN_MONTHS, 'review'),
            `The council said yes to a review on ${dateInWords(dayOfEntry(answer.entry))}, and holds it within ${HELD_WITHIN_MONTHS} months.`,
            'CA s27(1)(b)',
          )
        : [],
    ),
    ...due(
      dueInMonths(state, dayOfEntry(last), months, 'review'),
      `A plan is looked at again at least every ${months} months. The last look was on ${dateInWords(dayOfEntry(last))}.`,
      'CA s27(1)',
      'G13',
    ),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The date that the plan in force gives itself, unless it has been looked at since; the light look of its first weeks is not that. */
function planDates(state: RecordState, weeks: number): readonly PlainDate[] {
  const plan = issuedPlans(state).at(-1)
  if (plan?.['review-by'] === undefined) return []
  const by = dayOfWhen(plan['review-by'])
  const began = dayOfEntry(plan)
  const isForLater = daysBetween(began, by) > weeks * 14
  const looked = looksIn(state).some(
    (look) =>
      comesAfter(state, look, plan) &&
      !(isForLater && look.kind === 'review' && daysBetween(began, dayOfEntry(look)) <= weeks * 7),
  )
  return looked ? [] : [by]
}

export type HeldReview = {
  readonly review: EntryOf<'review'>
  /** the new assessment or the new plan that it led to, where it has come */
  readonly followed: Entry | undefined
}

/** What reviews said, the latest first, and what came of each. */
export const heldReviews = (state: RecordState): readonly HeldReview[] =>
  all(state, 'review')
    .map((review): HeldReview => ({ review, followed: followedBy(state, review) }))
    .toReversed()

function followedBy(state: RecordState, review: EntryOf<'review'>): Entry | undefined {
  const later = (entry: Entry): boolean => comesAfter(state, entry, review)
  switch (review['leads-to']) {
    case 'reassess':
      return all(state, 'assessment-opened').find((opened) => opened.of !== 'carer' && later(opened))
    case 'revise-plan':
      return all(state, 'plan').find((plan) => plan.status === 'issued' && later(plan))
    case 'end':
      return all(state, 'support-ended').find(later)
    case 'no-change':
      return undefined
  }
}
