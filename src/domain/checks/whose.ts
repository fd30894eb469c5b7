import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, assessmentsOf, closingOf, decisionOn } from '../../record/state.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { dayOfEntry } from './clocks.ts'

// Whose a thing is. Needs, reassessment and transition are the person's; in a carer's assessment "the person" is the
// carer. An attorney, a deputy or an advocate may act for the person: send, receive, answer.

const ACT_FOR_THE_PERSON = ['attorney', 'deputy', 'advocate']

/** The person, and whoever may act for them: an attorney, a deputy, an advocate. */
export const isPersonsSide = (state: RecordState, party: string): boolean =>
  party === state.person.id || actsForPerson(state, party)

/** An attorney, deputy or advocate for the person, by role or because an `advocacy` entry appointed them. */
export const actsForPerson = (state: RecordState, party: string): boolean =>
  ACT_FOR_THE_PERSON.includes(state.parties.get(party)?.role ?? '') ||
  all(state, 'advocacy').some((entry) => entry.advocate === party)

/** Those who help the person to take part, as an `advocacy` entry names them. */
export const isSupporter = (state: RecordState, party: string): boolean =>
  all(state, 'advocacy').some((entry) => entry.supporter === party)

/** Whose words count as the person's: their side, and whoever supports them to take part. */
export const speaksForPerson = (state: RecordState, party: string): boolean =>
  isPersonsSide(state, party) || isSupporter(state, party)

const COUNCIL = [
  'social-worker',
  'occupational-therapist',
  'assessor',
  'manager',
  'commissioner',
  'broker',
  'finance',
]
const WORKERS = ['social-worker', 'occupational-therapist', 'assessor', 'manager']

/** Someone who acts for the council in any part. */
export const isCouncils = (state: RecordState, party: string): boolean =>
  COUNCIL.includes(state.parties.get(party)?.role ?? '')

/** Someone of the council who works with the person: not one who buys, brokers or counts. */
export const isWorker = (state: RecordState, party: string): boolean =>
  WORKERS.includes(state.parties.get(party)?.role ?? '')

export const isCarers = (opened: EntryOf<'assessment-opened'>): boolean => opened.of === 'carer'

/** The one whom an assessment is about: the person, or the carer in a carer's. */
export const subjectOf = (state: RecordState, opened: EntryOf<'assessment-opened'>): string =>
  isCarers(opened) ? opened.subject : state.person.id

/** The side of the one whom an assessment is about. A carer has no attorney in this record, but may have an advocate. */
export const isSubjectsSide = (
  state: RecordState,
  opened: EntryOf<'assessment-opened'>,
  party: string,
): boolean =>
  isCarers(opened)
    ? party === opened.subject || state.parties.get(party)?.role === 'advocate'
    : isPersonsSide(state, party)

/** Assessments of the person: needs, reassessment, transition. */
export const personsAssessments = (state: RecordState): readonly EntryOf<'assessment-opened'>[] =>
  assessmentsOf(state, state.person.id)

export const carersAssessments = (state: RecordState): readonly EntryOf<'assessment-opened'>[] =>
  all(state, 'assessment-opened').filter(isCarers)

/** An assessment with how it ended and what was decided on it, as far as it has come. */
export type Assessment = {
  readonly opened: EntryOf<'assessment-opened'>
  readonly from: PlainDate
  readonly closed: EntryOf<'assessment-closed'> | undefined
  /** the day it was closed */
  readonly to: PlainDate | undefined
  readonly decided: EntryOf<'eligibility'> | undefined
}

const known = new WeakMap<RecordState, readonly Assessment[]>()

/** Every assessment, in order. Worked out once for a state, since most checks on the conversation ask. */
export function assessments(state: RecordState): readonly Assessment[] {
  const found = known.get(state)
  if (found !== undefined) return found
  const each = all(state, 'assessment-opened').map((opened): Assessment => {
    const closed = closingOf(state, opened)
    return {
      opened,
      from: dayOfEntry(opened),
      closed,
      to: closed === undefined ? undefined : dayOfEntry(closed),
      decided: decisionOn(state, opened),
    }
  })
  known.set(state, each)
  return each
}

/** How an assessment was made is looked at where it was closed as completed, and not otherwise. */
export const completedAssessments = (state: RecordState): readonly Assessment[] =>
  assessments(state).filter(({ closed }) => closed?.outcome === 'completed')

/** Made between the opening and the closing of an assessment, or since its opening where it is still open. */
export const isDuring = ({ from, to }: Assessment, entry: Entry): boolean => {
  const day = dayOfEntry(entry)
  return day >= from && (to === undefined || day <= to)
}

/**
 * An `advice`, `capacity`, `advocacy` or `risk` is the person's unless it was made in a carer's assessment: while one
 * was open, and none of the person's.
 */
export function isMadeForCarer(state: RecordState, entry: Entry): boolean {
  const open = assessments(state).filter((assessment) => isDuring(assessment, entry))
  return open.length > 0 && open.every(({ opened }) => isCarers(opened))
}
