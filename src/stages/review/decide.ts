import type { Refusal } from '../../domain/answer.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf, Role } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'
import { openRequests } from './view.ts'

/** Somebody asks for the plan to be looked at again: the person, or someone for them (Care Act 2014, section 27(1)(b)). */
export type AskReview = { readonly stamp: Stamp; readonly why: string }

export function askReview({ stamp, why }: AskReview, state: RecordState): Decision {
  const refusals: Refusal[] = []
  const waiting = openRequests(state).find(({ asked }) => asked.by === stamp.by)
  if (waiting !== undefined) {
    refusals.push({ says: `You have asked already. ${waiting.clock?.says ?? 'The council owes an answer.'}` })
  }
  if (why.trim() === '') refusals.push({ says: 'Say why you would like a review.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({ ...stamped(stamp), kind: 'review-asked', why: why.trim() })
}

/** The council's answer: yes or no, always with the reason. */
export type AnswerReview = {
  readonly stamp: Stamp
  readonly asked: string
  readonly outcome: EntryOf<'review-answered'>['outcome']
  readonly why: string
}

export function answerReview(command: AnswerReview, state: RecordState): Decision {
  const asked = find(state, 'review-asked', command.asked)
  if (asked === undefined) return refuse({ says: 'That request is not in the record.' })
  const refusals: Refusal[] = []
  if (!openRequests(state).some((request) => request.asked.id === asked.id)) {
    refusals.push({ says: 'This has been answered already.' })
  }
  if (asked.by === command.stamp.by) {
    refusals.push({ says: 'Whoever asked cannot answer: somebody else must.' })
  }
  if (command.why.trim() === '') {
    refusals.push({
      says: 'Give the reason. They will read it.',
      cites: ['CA s27(1)(b)'],
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'review-answered',
    asked: asked.id,
    outcome: command.outcome,
    why: command.why.trim(),
  })
}

/** A review as it was held: who took part, what was found, and what it leads to. */
export type HoldReview = {
  readonly stamp: Stamp
  readonly type: EntryOf<'review'>['type']
  readonly changed: boolean
  readonly found: string
  readonly leadsTo: EntryOf<'review'>['leads-to']
  readonly involved: readonly string[]
}

const PERSONS_SIDE: readonly Role[] = ['person', 'attorney', 'deputy', 'advocate']

export function holdReview(command: HoldReview, state: RecordState): Decision {
  const refusals: Refusal[] = []
  if (command.found.trim() === '') refusals.push({ says: 'Say what was found.' })
  if (command.involved.some((party) => !state.parties.has(party))) {
    refusals.push({ says: 'Choose who took part from those at the table.' })
  }
  const roles = command.involved.map((party) => state.parties.get(party)?.role)
  if (!roles.some((role) => role !== undefined && PERSONS_SIDE.includes(role))) {
    refusals.push({
      says: `A review is held with ${state.person.name}, or with someone who speaks for them. Choose who took part.`,
      cites: ['CA s27(2)(b)', 'G13'],
    })
  }
  refusals.push(...beyondReview(command, state))
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'review',
    type: command.type,
    changed: command.changed,
    found: command.found.trim(),
    'leads-to': command.leadsTo,
    involved: [...new Set(command.involved)],
  })
}

/**
 * The law's line between a review and a reassessment: where needs or circumstances have changed so that the plan no
 * longer fits, needs are assessed again before the plan is changed or ended (Care Act 2014, section 27(4)).
 */
function beyondReview({ type, changed, leadsTo }: HoldReview, state: RecordState): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (changed && (leadsTo === 'revise-plan' || leadsTo === 'end')) {
    refusals.push({
      says: `Needs or circumstances have changed. The law asks that needs are assessed again before the plan is ${
        leadsTo === 'end' ? 'ended' : 'changed'
      }: choose “assess needs again”.`,
      cites: ['CA s27(4)'],
    })
  }
  if (type === 'requested' && state.byKind.get('review-asked') === undefined) {
    refusals.push({ says: 'Nobody has asked for a review: choose another kind of review.' })
  }
  return refusals
}
