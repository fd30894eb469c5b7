import type { Entry, EntryOf } from '../../record/entries.ts'
import { restingOn } from '../../record/resting.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import { type Lateness, dated, dayOfEntry, dueInWorkingDays, lateInWords, lateness } from './clocks.ts'
import { comesAfter, refersTo } from './order.ts'
import { issuedPlans } from './plan-lines.ts'
import { unique } from './telling.ts'
import { subjectOf } from './whose.ts'

export const disputeUnanswered: Check = {
  id: 'dispute-unanswered',
  level: 'should',
  cites: ['Fairness', 'UK GDPR Art 16'],
  when: 'A dispute had no answer when the standard ended.',
  find: (state, standards) =>
    state.disputes.flatMap(({ dispute, of, answers }): readonly Hit[] => {
      const days = standards['answer-days']
      const due = dueInWorkingDays(state, dayOfEntry(dispute), days)
      const late = lateness(state, due, answers[0] === undefined ? undefined : dayOfEntry(answers[0]))
      if (late === undefined) return []
      return [
        {
          entries: [dispute.id, ...(of === undefined ? [] : [of.id])],
          worker: `${nameOf(state, dispute.by)} disputed an entry on ${dated(dispute)}. The standard for an answer is ${days} working days; ${lateInWords(late, 'it came', 'none has come')}.`,
          person: `On ${dated(dispute)} the council was told that something in your record is wrong. It says that it answers within ${days} working days; ${lateInWords(late, 'it answered', 'it has not answered')}.`,
          mend: {
            says: 'Answer the dispute: accepted, in part, or refused, with the reason.',
            where: 'challenge',
          },
        },
      ]
    }),
}

type Resting = EntryOf<'eligibility'> | EntryOf<'personal-budget'>

/** Whom a decision is about, or that it is a budget: one that is made again takes the place of the one before. */
function seriesOf(state: RecordState, entry: Entry): string | undefined {
  if (entry.kind === 'personal-budget') return 'budget'
  if (entry.kind !== 'eligibility') return undefined
  const opened = state.byId.get(entry.assessment)
  return opened?.kind === 'assessment-opened' ? subjectOf(state, opened) : state.person.id
}

/** The decisions and the budget that stood when the dispute was answered and that rested on what was disputed. */
function restedOn(state: RecordState, of: Entry, answer: Entry): readonly Resting[] {
  const resting = [of, ...restingOn(state, of.id)]
  const decisions = [...all(state, 'eligibility'), ...all(state, 'personal-budget')]
  const earlier = decisions.filter((entry) => comesAfter(state, answer, entry))
  const latest = new Map<string | undefined, Resting>()
  for (const entry of earlier) latest.set(seriesOf(state, entry), entry)
  return [...latest.values()].filter((entry) => resting.includes(entry))
}

/** The day on which it was made again: by a new one, by a new plan for a budget, or by correcting it. */
function madeAgainOn(
  state: RecordState,
  entry: Resting,
  answer: Entry,
  dispute: Entry,
): PlainDate | undefined {
  const again = [
    ...all(state, 'eligibility'),
    ...all(state, 'personal-budget'),
    ...(entry.kind === 'personal-budget' ? issuedPlans(state) : []),
  ].filter(
    (other) =>
      comesAfter(state, other, answer) &&
      (other.kind === 'plan' || seriesOf(state, other) === seriesOf(state, entry)),
  )
  const corrected = state.told.filter(
    (told) =>
      told.entry.corrects !== undefined &&
      state.byId.get(told.entry.id) === entry &&
      told.recorded >= dayOfEntry(dispute),
  )
  return [...again.map(dayOfEntry), ...corrected.map(({ recorded }) => recorded)].toSorted()[0]
}

type NotCarried = { readonly entry: Resting; readonly late: Lateness }

export const disputeNotCarried: Check = {
  id: 'dispute-not-carried',
  level: 'must',
  cites: ['UK GDPR Art 16'],
  when: 'A dispute was accepted, and a decision or a budget that rested on what it put right was not made again within the standard.',
  find: (state, standards) =>
    state.disputes.flatMap(({ dispute, of, answers }): readonly Hit[] => {
      const answer = answers.findLast(({ outcome }) => outcome !== 'refused')
      if (of === undefined || answer === undefined || answers.at(-1) !== answer) return []
      const due = dueInWorkingDays(state, dayOfEntry(answer), standards['answer-days'])
      const found = restedOn(state, of, answer).flatMap((entry): readonly NotCarried[] => {
        const late = lateness(state, due, madeAgainOn(state, entry, answer, dispute))
        return late === undefined ? [] : [{ entry, late }]
      })
      return found.map(({ entry, late }) => {
        const what = entry.kind === 'eligibility' ? 'eligibility decision' : 'personal budget'
        const yours = entry.kind === 'eligibility' ? 'The decision about your needs' : 'Your personal budget'
        return {
          entries: unique([dispute.id, answer.id, entry.id]),
          worker: `The dispute of ${dated(dispute)} was accepted, and the ${what} of ${dated(entry)} rested on what was wrong; ${lateInWords(late, 'it was made again', 'it has not been made again')}.`,
          person: `The council agreed that something in your record was wrong. ${yours} was built on it and must be made again; ${lateInWords(late, 'that was done', 'that has not been done')}.`,
          mend: {
            says: 'Make the decision or the budget again, on what is now right.',
            where: entry.kind === 'eligibility' ? 'eligibility' : 'plan',
          },
        }
      })
    }),
}

const answersTo = (state: RecordState, complaint: Entry): readonly EntryOf<'complaint-answered'>[] =>
  all(state, 'complaint-answered').filter((answer) => refersTo(state, answer.complaint, complaint))

export const complaintUnanswered: Check = {
  id: 'complaint-unanswered',
  level: 'must',
  cites: ['Complaints Regulations 2009'],
  when: 'A complaint had no answer when the standard ended.',
  find: (state, standards) =>
    all(state, 'complaint').flatMap((complaint): readonly Hit[] => {
      const days = standards['complaint-days']
      const answer = answersTo(state, complaint)[0]
      const due = dueInWorkingDays(state, dayOfEntry(complaint), days)
      const late = lateness(state, due, answer === undefined ? undefined : dayOfEntry(answer))
      if (late === undefined) return []
      return [
        {
          entries: [complaint.id, ...(answer === undefined ? [] : [answer.id])],
          worker: `The complaint of ${dated(complaint)} was to be answered within ${days} working days; ${lateInWords(late, 'it was answered', 'it has no answer')}.`,
          person: `A complaint was made on ${dated(complaint)}. The council says that it answers within ${days} working days; ${lateInWords(late, 'it answered', 'it has not answered')}.`,
          mend: {
            says: 'Answer the complaint in writing, with the way to the Ombudsman.',
            where: 'challenge',
          },
        },
      ]
    }),
}

export const ombudsmanNotTold: Check = {
  id: 'ombudsman-not-told',
  level: 'must',
  cites: ['Complaints Regulations 2009'],
  when: 'A complaint was answered and the answer does not name the Ombudsman.',
  find: (state) =>
    all(state, 'complaint').flatMap((complaint): readonly Hit[] => {
      const answers = answersTo(state, complaint)
      const last = answers.at(-1)
      if (last === undefined || answers.some((answer) => answer['ombudsman-told'])) return []
      return [
        {
          entries: [complaint.id, last.id],
          worker: `The complaint of ${dated(complaint)} was answered on ${dated(last)} without naming the Ombudsman.`,
          person: `The council answered your complaint on ${dated(last)} and did not tell you that you can go to the Local Government and Social Care Ombudsman. You can, and it is free.`,
          mend: { says: 'Write to whoever complained, with how to reach the Ombudsman.', where: 'challenge' },
        },
      ]
    }),
}
