import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { dateInWords, daysBetween } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import {
  type Lateness,
  dated,
  dayOfEntry,
  dueInMonths,
  dueInWeeks,
  dueInWorkingDays,
  hasWords,
  lateInWords,
  lateness,
} from './clocks.ts'
import { looksIn, owesNoLook } from './looks.ts'
import { between, comesAfter, refersTo } from './order.ts'
import { isCouncilFunded, issuedPlans, lineOf } from './plan-lines.ts'
import { completedAssessments, isCarers } from './whose.ts'

const LEADS_WITHIN = 12 * 7

const LEADS_TO_END: readonly EntryOf<'review'>['leads-to'][] = ['end', 'revise-plan', 'reassess']

/** A review, a reassessment or a new plan in the 12 weeks before, or a move away: what an end may follow from. */
function isLedTo(state: RecordState, ended: EntryOf<'support-ended'>): boolean {
  const isWithin = (entry: Entry | undefined): boolean => {
    if (entry === undefined) return false
    const ago = daysBetween(dayOfEntry(entry), dayOfEntry(ended))
    return ago >= 0 && ago <= LEADS_WITHIN
  }
  const plan = find(state, 'plan', ended.plan)
  return (
    all(state, 'review').some((review) => isWithin(review) && LEADS_TO_END.includes(review['leads-to'])) ||
    completedAssessments(state).some(({ opened, closed }) => !isCarers(opened) && isWithin(closed)) ||
    issuedPlans(state).some(
      (other) => isWithin(other) && plan !== undefined && comesAfter(state, other, plan),
    ) ||
    all(state, 'moved').some((moved) => moved.direction === 'out' && isWithin(moved))
  )
}

/** The same line went on at once with somebody else: the support did not stop. */
const isCarriedOn = (state: RecordState, ended: EntryOf<'support-ended'>): boolean =>
  all(state, 'support-started').some((started) => {
    const after = daysBetween(dayOfEntry(ended), dayOfEntry(started))
    return String(started.line) === String(ended.line) && after >= 0 && after <= 1
  })

export const stoppedFirst: Check = {
  id: 'stopped-first',
  level: 'must',
  cites: ['CA s27'],
  when: 'The council ended support that it funds, and no review, reassessment or new plan in the 12 weeks before leads to that.',
  find: (state) =>
    all(state, 'support-ended').flatMap((ended): readonly Hit[] => {
      const plan = find(state, 'plan', ended.plan)
      const line = lineOf(plan, ended.line)
      if (plan === undefined || line === undefined || !isCouncilFunded(line)) return []
      if (ended['by-whom'] !== 'council' || isLedTo(state, ended) || isCarriedOn(state, ended)) return []
      return [
        {
          entries: [ended.id, plan.id],
          worker: `The council ended “${line.what}” on ${dated(ended)}; no review, reassessment or new plan in the 12 weeks before leads to that.`,
          person: `The council stopped “${line.what}” on ${dated(ended)}. It must look again at what you need before it stops your support, and it did not.`,
          mend: {
            says: 'Start the support again, and review with the person before any end.',
            where: 'support',
          },
        },
      ]
    }),
}

type Missed = { readonly from: Entry; readonly late: Lateness; readonly look: Entry | undefined }

function missedByStandard(state: RecordState, months: number): readonly Missed[] {
  const looks = looksIn(state)
  return looks.flatMap((from, index): readonly Missed[] => {
    const look = looks[index + 1]
    const due = dueInMonths(state, dayOfEntry(from), months, 'review')
    const late = lateness(state, due, look === undefined ? undefined : dayOfEntry(look))
    return late === undefined ? [] : [{ from, late, look }]
  })
}

/**
 * A plan's own date is overdue by itself. The light look of the first weeks is not the review that a plan promises for
 * much later.
 */
function missedByPlan(state: RecordState, weeks: number): readonly Missed[] {
  return issuedPlans(state).flatMap((plan): readonly Missed[] => {
    if (plan['review-by'] === undefined) return []
    const due = dayOfWhen(plan['review-by'])
    const isLater = daysBetween(dayOfEntry(plan), due) > weeks * 14
    const isEarly = (each: Entry): boolean => daysBetween(dayOfEntry(plan), dayOfEntry(each)) <= weeks * 7
    const look = looksIn(state).find(
      (each) => comesAfter(state, each, plan) && !(each.kind === 'review' && isLater && isEarly(each)),
    )
    const late = lateness(state, due, look === undefined ? undefined : dayOfEntry(look))
    return late === undefined ? [] : [{ from: plan, late, look }]
  })
}

export const reviewOverdue: Check = {
  id: 'review-overdue',
  level: 'should',
  cites: ['CA s27(1)', 'G13'],
  when: 'The standard has passed since the last plan or review, or the plan’s own review date has.',
  find: (state, standards) => {
    const missed = [
      ...missedByPlan(state, standards['first-review-weeks']),
      ...missedByStandard(state, standards['review-months']),
    ].filter(({ from, late }) => !owesNoLook(state, from, late.due))
    // One review that did not come is one finding, from the day on which it was first due.
    const first = new Map<Entry | undefined, Missed>()
    for (const each of missed) {
      const known = first.get(each.look)
      if (known === undefined || each.late.due < known.late.due) first.set(each.look, each)
    }
    return [...first.values()].map(({ from, late, look }) => ({
      entries: [from.id, ...(look === undefined ? [] : [look.id])],
      worker: `After the ${from.kind === 'plan' ? 'plan' : 'look'} of ${dated(from)} a review was due by ${dateInWords(late.due)}; ${lateInWords(late, 'the next look at the plan came', 'none has been held')}.`,
      person: `The council was to look at your plan again with you by ${dateInWords(late.due)}; ${lateInWords(late, 'it did so', 'it has not done so')}.`,
      mend: {
        says: 'Hold the review with the person, or agree a hold with a reason and an end date.',
        where: 'review',
      },
    }))
  },
}

export const firstReviewMissing: Check = {
  id: 'first-review-missing',
  level: 'look',
  cites: ['G13'],
  when: 'There was no look at a first plan by the end of its first eight weeks.',
  find: (state, standards) => {
    const plan = issuedPlans(state)[0]
    if (plan === undefined || plan['brought-over'] === true) return []
    const weeks = standards['first-review-weeks']
    const look = looksIn(state)[1]
    const due = dueInWeeks(state, dayOfEntry(plan), weeks, 'review')
    const late = lateness(state, due, look === undefined ? undefined : dayOfEntry(look))
    if (late === undefined || owesNoLook(state, plan, late.due)) return []
    return [
      {
        entries: [plan.id, ...(look === undefined ? [] : [look.id])],
        worker: `The first plan, of ${dated(plan)}, was to have a light-touch look within ${weeks} weeks; ${lateInWords(late, 'it came', 'none has come')}.`,
        person: `Your first plan began on ${dated(plan)}. Someone should ask you within ${weeks} weeks how it is going; ${lateInWords(late, 'they asked', 'nobody has asked yet')}.`,
        mend: { says: 'Ask the person how the plan works, and write down what they say.', where: 'review' },
      },
    ]
  },
}

type Asked = EntryOf<'review-asked'>
type Answer = { readonly entry: Entry; readonly accepted: boolean; readonly why: string | undefined }

function answerOf(state: RecordState, asked: Asked): Answer | undefined {
  if (asked.answered !== undefined) {
    return { entry: asked, accepted: asked.answered === 'accepted', why: asked['why-refused'] }
  }
  const entry = all(state, 'review-answered').find((each) => refersTo(state, each.asked, asked))
  return entry === undefined ? undefined : { entry, accepted: entry.outcome === 'accepted', why: entry.why }
}

/** What was asked for and more: a review, a reassessment, or a new plan. */
const lookAfter = (state: RecordState, asked: Asked): Entry | undefined =>
  between(state, looksIn(state), asked)[0]

const HELD_WITHIN_MONTHS = 2

function refusedHit(state: RecordState, asked: Asked, days: number): Hit | undefined {
  const answer = answerOf(state, asked)
  const look = lookAfter(state, asked)
  const answered = [answer?.entry, look].flatMap((each) => (each === undefined ? [] : [dayOfEntry(each)]))
  const due = dueInWorkingDays(state, dayOfEntry(asked), days, 'review')
  const late = lateness(state, due, answered.toSorted()[0])
  const entries = [asked.id, ...(answer === undefined || answer.entry === asked ? [] : [answer.entry.id])]
  if (late !== undefined) {
    return {
      entries,
      worker: `A review was asked for on ${dated(asked)}. The standard for an answer is ${days} working days; ${lateInWords(late, 'it came', 'none has come')}.`,
      person: `On ${dated(asked)} the council was asked to look at your plan again. It says that it answers within ${days} working days; ${lateInWords(late, 'it answered', 'it has not answered')}.`,
      mend: { says: 'Answer the request: hold the review, or refuse it with the reason.', where: 'review' },
    }
  }
  if (answer === undefined) return undefined
  if (!answer.accepted) {
    return hasWords(answer.why)
      ? undefined
      : {
          entries,
          worker: `The review asked for on ${dated(asked)} was refused with no reason.`,
          person: `On ${dated(asked)} the council was asked to look at your plan again. It said no, and did not say why.`,
          mend: {
            says: 'Give the reason in writing, with how to complain, or hold the review.',
            where: 'review',
          },
        }
  }
  const held = dueInMonths(state, dayOfEntry(answer.entry), HELD_WITHIN_MONTHS, 'review')
  const unheld = lateness(state, held, look === undefined ? undefined : dayOfEntry(look))
  if (unheld === undefined) return undefined
  return {
    entries,
    worker: `The review asked for on ${dated(asked)} was accepted and was to be held within two months; ${lateInWords(unheld, 'it was held', 'it has not been held')}.`,
    person: `The council agreed to look at your plan again. It should have done so within two months; ${lateInWords(unheld, 'it did', 'it has not')}.`,
    mend: { says: 'Hold the review with the person.', where: 'review' },
  }
}

export const reviewRefused: Check = {
  id: 'review-refused',
  level: 'must',
  cites: ['CA s27(1)(b)'],
  when: 'A review that was asked for has no answer within the standard, is refused with no reason, or is accepted and not held within two months.',
  find: (state, standards) =>
    all(state, 'review-asked').flatMap((asked) => refusedHit(state, asked, standards['answer-days']) ?? []),
}
