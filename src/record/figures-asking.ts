import { assessmentRefused } from '../domain/checks/asking.ts'
import { dayOfEntry, hasWords, resumeOf } from '../domain/checks/clocks.ts'
import { DEFAULT_STANDARDS } from '../domain/checks/standards.ts'
import { assessments, isCarers } from '../domain/checks/whose.ts'
import { isCarerOutcome } from '../domain/outcomes/topics.ts'
import type {
  AssessmentFigure,
  ComplaintFigure,
  ContactFigure,
  DisputeFigure,
  HoldFigure,
  ReviewAskedFigure,
  ReviewFigure,
  Whom,
} from '../domain/population/figures.ts'
import type { EntryOf } from './entries.ts'
import { type RecordState, all } from './state.ts'
import { dayOfWhen } from './values.ts'

// Who asked, what was decided, what was held up and what was objected to: one object an entry, with its days.

/** A contact is about a carer where every sign in it is an outcome of theirs. */
const whomOf = ({ signs = [] }: EntryOf<'contact'>): Whom =>
  signs.length > 0 && signs.every(isCarerOutcome) ? 'carer' : 'person'

export function contactFigures(state: RecordState): readonly ContactFigure[] {
  const refused = new Set(assessmentRefused.find(state, DEFAULT_STANDARDS).flatMap(({ entries }) => entries))
  return all(state, 'contact').map((contact) => ({
    on: dayOfEntry(contact),
    how: contact.how,
    whom: whomOf(contact),
    urgent: contact.urgent ?? false,
    outcome: contact.outcome ?? null,
    signs: contact.signs ?? [],
    refused: refused.has(contact.id),
  }))
}

/** Each assessment with the contact that asked for it: the first since the one before was opened, about the same person. */
export function assessmentFigures(state: RecordState): readonly AssessmentFigure[] {
  const contacts = all(state, 'contact')
  const begun: Record<Whom, string> = { person: '', carer: '' }
  return assessments(state).map(({ opened, from, closed, to, decided }): AssessmentFigure => {
    const whom = isCarers(opened) ? 'carer' : 'person'
    const since = begun[whom]
    begun[whom] = from
    const asked = contacts.find(
      (contact) =>
        contact.outcome === 'assess' &&
        whomOf(contact) === whom &&
        dayOfEntry(contact) <= from &&
        (since === '' || dayOfEntry(contact) > since),
    )
    return {
      of: opened.of,
      whom,
      asked: asked === undefined ? null : dayOfEntry(asked),
      opened: from,
      closed: to ?? null,
      outcome: closed?.outcome ?? null,
      decided:
        decided === undefined
          ? null
          : {
              on: dayOfEntry(decided),
              eligible: decided.eligible,
              needs: decided.needs.length,
              eligibleNeeds: decided.needs.filter(({ eligible }) => eligible).length,
            },
    }
  })
}

export const holdFigures = (state: RecordState): readonly HoldFigure[] =>
  all(state, 'hold').map((hold) => {
    const resume = resumeOf(state, hold)
    return {
      stage: hold.stage,
      on: dayOfEntry(hold),
      until: hold.until === undefined ? null : dayOfWhen(hold.until),
      resumed: resume === undefined ? null : dayOfEntry(resume),
      told: hold.told,
      reasoned: hasWords(hold.why),
    }
  })

export const disputeFigures = (state: RecordState): readonly DisputeFigure[] =>
  state.disputes.map(({ dispute, of, answers }) => {
    const last = answers.at(-1)
    return {
      on: dayOfEntry(dispute),
      of: of?.kind ?? 'not-known',
      answered: last === undefined ? null : dayOfEntry(last),
      outcome: last?.outcome ?? null,
    }
  })

export const complaintFigures = (state: RecordState): readonly ComplaintFigure[] =>
  all(state, 'complaint').map((complaint) => {
    const answer = all(state, 'complaint-answered').findLast(
      (each) => state.byId.get(each.complaint)?.id === complaint.id,
    )
    return {
      on: dayOfEntry(complaint),
      answered: answer === undefined ? null : dayOfEntry(answer),
      outcome: answer?.outcome ?? null,
      ombudsmanTold: answer?.['ombudsman-told'] ?? false,
    }
  })

export const reviewFigures = (state: RecordState): readonly ReviewFigure[] =>
  all(state, 'review').map((review) => ({
    on: dayOfEntry(review),
    type: review.type,
    changed: review.changed,
    leadsTo: review['leads-to'],
  }))

/** The answer stands in the record as an entry of its own, or, where an old record was brought in, with the asking. */
export const reviewAskedFigures = (state: RecordState): readonly ReviewAskedFigure[] =>
  all(state, 'review-asked').map((asked) => {
    const answer = all(state, 'review-answered').findLast(
      (each) => state.byId.get(each.asked)?.id === asked.id,
    )
    return {
      on: dayOfEntry(asked),
      answered: answer === undefined ? null : dayOfEntry(answer),
      outcome: answer?.outcome ?? asked.answered ?? null,
    }
  })
