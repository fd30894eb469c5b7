import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { type PlainDate, daysBetween } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import { type HoldStage, dated, dayOfEntry, dueInWorkingDays, lateInWords, lateness } from './clocks.ts'
import { fallsBetween, fallsInWords, isReasoned } from './council-support.ts'
import { comesAfter, refersTo } from './order.ts'
import { type Plan, draftsOf, planAfter, plansMade } from './plan-lines.ts'
import { isSubjectsSide, speaksForPerson } from './whose.ts'

type Response = EntryOf<'response'>

const IN_FORCE_DAYS = 14

const responsesTo = (state: RecordState, entry: Entry): readonly Response[] =>
  all(state, 'response').filter(
    (response) => refersTo(state, response.to, entry) && speaksForPerson(state, response.by),
  )

const budgetsOf = (state: RecordState, plan: Plan): readonly Entry[] =>
  all(state, 'personal-budget').filter((budget) => refersTo(state, budget.plan, plan))

const disputesOf = (state: RecordState, entry: Entry): readonly Entry[] =>
  all(state, 'dispute').filter(
    (dispute) => refersTo(state, dispute.of, entry) && speaksForPerson(state, dispute.by),
  )

/** What the person said to the plan, to its budget, or to a draft of it: in a response, or by disputing it. */
const isAnswered = (state: RecordState, plan: Plan): boolean =>
  [plan, ...draftsOf(state, plan)].some((each) =>
    [each, ...budgetsOf(state, each)].some(
      (entry) => responsesTo(state, entry).length > 0 || disputesOf(state, entry).length > 0,
    ),
  )

/** Something that the council did towards agreement once the plan was out: it says so, or the person was in it. */
const isSought = (state: RecordState, plan: Plan): boolean =>
  state.entries.some(
    (entry) =>
      comesAfter(state, entry, plan) &&
      (entry.kind === 'review' ||
        (entry.kind === 'note' && refersTo(state, entry.of, plan)) ||
        (entry.kind === 'dispute-answered' && isAbout(state, entry, [plan]))),
  )

/** A dispute that was answered was about one of these. */
function isAbout(
  state: RecordState,
  answer: EntryOf<'dispute-answered'>,
  entries: readonly Entry[],
): boolean {
  const dispute = state.byId.get(answer.dispute)
  return dispute?.kind === 'dispute' && entries.some((entry) => refersTo(state, dispute.of, entry))
}

export const planNotAgreed: Check = {
  id: 'plan-not-agreed',
  level: 'must',
  cites: ['CA s25(5)'],
  when: 'A plan has been in force for 14 days with no response of the person and no step to reach agreement.',
  find: (state) =>
    plansMade(state)
      .filter((plan) => {
        const after = planAfter(state, plan)
        const until = after === undefined ? state.on : dayOfEntry(after)
        return daysBetween(dayOfEntry(plan), until) > IN_FORCE_DAYS
      })
      .filter((plan) => !isAnswered(state, plan) && !isSought(state, plan))
      .map((plan) => ({
        entries: [plan.id],
        worker: `The plan of ${dated(plan)} is in force. The record shows neither what ${state.person.name} said to it nor a step to agree it.`,
        person: `Your plan began on ${dated(plan)}. The council must try to agree it with you, and the record does not show that anyone asked what you think of it.`,
        mend: {
          says: 'Ask the person what they think of the plan, and write down what they say.',
          where: 'plan',
        },
      })),
}

export const planSwapped: Check = {
  id: 'plan-swapped',
  level: 'must',
  cites: ['CA s25(5)'],
  when: 'An issued plan gives less than the draft that the person agreed to, and its changes give no reason.',
  find: (state) =>
    plansMade(state).flatMap((plan): readonly Hit[] => {
      const agreed = draftsOf(state, plan).findLast(
        (draft) => responsesTo(state, draft).at(-1)?.extent === 'agrees',
      )
      if (agreed === undefined) return []
      const falls = fallsBetween(state, agreed, plan).filter((fall) => !isReasoned(state, agreed, plan, fall))
      if (falls.length === 0) return []
      return [
        {
          entries: [agreed.id, plan.id],
          worker: `${state.person.name} agreed to the draft of ${dated(agreed)}; the plan of ${dated(plan)} gives less, with no reason: ${fallsInWords(falls)}.`,
          person: `You agreed to a plan on paper, and the one that you were then given has less in it: ${fallsInWords(falls)}. Nobody wrote down why.`,
          mend: {
            says: 'Issue what was agreed, or give the reasons and agree the change with the person.',
            where: 'plan',
          },
        },
      ]
    }),
}

const HELD_AS: Readonly<Partial<Record<Entry['kind'], HoldStage>>> = {
  'assessment-opened': 'assessment',
  eligibility: 'eligibility',
  'indicative-budget': 'budget',
  'personal-budget': 'budget',
  plan: 'plan',
}

/** The person said it, or in a carer's assessment the carer did. */
function isTheirs(state: RecordState, response: Response, to: Entry): boolean {
  const opened = to.kind === 'eligibility' ? state.byId.get(to.assessment) : to
  return opened?.kind === 'assessment-opened' && opened.of === 'carer'
    ? isSubjectsSide(state, opened, response.by)
    : speaksForPerson(state, response.by)
}

/** What was disagreed with, and the plan behind a budget. */
function disagreedWith(state: RecordState, to: Entry): readonly Entry[] {
  const plan = to.kind === 'personal-budget' ? state.byId.get(to.plan) : undefined
  return plan === undefined ? [to] : [to, plan]
}

const AN_ANSWER: readonly Entry['kind'][] = ['plan', 'review', 'sign-off', 'complaint-answered']

/** Made once more: an assessment opened again, a new decision, a new budget. A decision after an assessment is only the next step. */
const isMadeAgain = (entry: Entry, to: Entry): boolean =>
  (entry.kind === to.kind && (entry.kind !== 'assessment-opened' || entry.of !== 'carer')) ||
  (entry.kind === 'assessment-opened' && entry.of === 'reassessment') ||
  (entry.kind === 'personal-budget' && to.kind === 'plan')

/** The day on which somebody answered: in words, by a new version, or by looking again. */
function answeredOn(state: RecordState, response: Response, to: Entry): PlainDate | undefined {
  const about = disagreedWith(state, to)
  const answer = state.entries.find(
    (entry) =>
      comesAfter(state, entry, response) &&
      (AN_ANSWER.includes(entry.kind) ||
        isMadeAgain(entry, to) ||
        (entry.kind === 'dispute-answered' && isAbout(state, entry, [...about, response])) ||
        (entry.kind === 'note' && [...about, response].some((each) => refersTo(state, entry.of, each)))),
  )
  return answer === undefined ? undefined : dayOfEntry(answer)
}

export const disagreementUnanswered: Check = {
  id: 'disagreement-unanswered',
  level: 'should',
  cites: ['CA s25(5)', 'G10'],
  when: 'The person disagrees, or agrees only in part, and no answer comes within the standard.',
  find: (state, standards) =>
    all(state, 'response').flatMap((response): readonly Hit[] => {
      const to = state.byId.get(response.to)
      if (response.extent === 'agrees' || to === undefined || !isTheirs(state, response, to)) return []
      const days = standards['answer-days']
      const held = HELD_AS[to.kind]
      const due = dueInWorkingDays(state, dayOfEntry(response), days, ...(held === undefined ? [] : [held]))
      const late = lateness(state, due, answeredOn(state, response, to))
      if (late === undefined) return []
      return [
        {
          entries: [response.id, to.id],
          worker: `The disagreement of ${dated(response)} was to be answered within ${days} working days; ${lateInWords(late, 'it was answered', 'nothing has answered it')}.`,
          person: `On ${dated(response)} you said that you did not agree. The council says that it answers within ${days} working days; ${lateInWords(late, 'it answered', 'it has not answered')}.`,
          mend: { says: 'Talk with the person, and answer what they disagree with.', where: 'challenge' },
        },
      ]
    }),
}
