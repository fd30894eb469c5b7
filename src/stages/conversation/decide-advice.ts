import type { Refusal } from '../../domain/answer.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { type Followed, type Told, toldLater, writeLater } from '../../record/told-later.ts'

// Whether what a professional saw and advised was followed, and why, or why not: a note of what they said.

/** Those who advise by their profession. Their view weighs, and it does not decide: whoever does not follow it says why. */
const ADVISERS = ['occupational-therapist', 'nhs', 'assessor'] as const

/** What somebody said by their profession about another’s life, by the id of the entry. */
export function adviceById(state: RecordState, id: string): EntryOf<'statement'> | undefined {
  const entry = state.byId.get(id)
  return entry?.kind === 'statement' && isAdvice(state, entry) ? entry : undefined
}

export function isAdvice(state: RecordState, statement: EntryOf<'statement'>): boolean {
  const role = state.parties.get(statement['said-by'])?.role
  return ADVISERS.some((each) => each === role)
}

/** What was last said of it; undefined where nobody has said. */
export const followedSoFar = (
  state: RecordState,
  statement: EntryOf<'statement'>,
): Told<'advice'> | undefined => toldLater(state, 'advice', statement).at(-1)

export type TellFollowed = {
  readonly stamp: Stamp
  /** the id of what was said */
  readonly advice: string
  readonly followed: Followed
  readonly why: string
}

export function tellFollowed({ stamp, advice, followed, why }: TellFollowed, state: RecordState): Decision {
  const statement = adviceById(state, advice)
  const refusals: Refusal[] = []
  if (statement === undefined) refusals.push({ says: 'Choose what somebody said by their profession.' })
  if (why.trim() === '') {
    refusals.push({
      says:
        followed === 'yes'
          ? 'Say what came of it.'
          : 'Say why it was not followed. Whoever gave it reads this, and so does the person.',
      cites: ['Fairness'],
    })
  }
  if (statement === undefined || refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'note',
    of: statement.id,
    text: writeLater({ kind: 'advice', followed, says: why }),
  })
}
