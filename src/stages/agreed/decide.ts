import type { Refusal } from '../../domain/answer.ts'
import type { ContractEntry } from '../../domain/contracts/entries.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import type { Entry } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { ATTAINED, type Agreed, type SaidOfOutcome, goalFor } from './view.ts'
import { ANSWER_WORDS, HOW_WORDS, type HowTold, challengeWords, confirmWords, settleWords } from './words.ts'

/** What is added: to the contract’s ledger, and to the record where it fits. */
export type Decided =
  | { readonly kind: 'done'; readonly ledger: readonly ContractEntry[]; readonly record: readonly Entry[] }
  | { readonly kind: 'refused'; readonly because: readonly Refusal[] }

const refuse = (...because: readonly Refusal[]): Decided => ({ kind: 'refused', because })

/** A worker who types in what the person said: how they said it, and that it was read back to them. */
export type Typed = { readonly how: HowTold; readonly readBack: boolean; readonly name: string }

export type ConfirmOutcome = {
  /** for the entry in the record; its id names those in the ledger too */
  readonly stamp: Stamp
  /** as whom it stands in the ledger: the person’s reference, or the seat of who acts for them */
  readonly by: string
  readonly outcome: string
  readonly answer: SaidOfOutcome
  readonly level?: Level | undefined
  readonly says?: string | undefined
  /** left out where the person, or who acts for them, answers in their own session */
  readonly typed?: Typed | undefined
}

const idFor = (kind: string, { id }: Stamp): string => `${kind}-${id.slice(id.lastIndexOf('-') + 1)}`

/**
 * The person’s word on an outcome. The last word counts; the earlier ones stay. A provider never says it for them, and where
 * nobody says anything nothing is written.
 */
export function confirmOutcome(command: ConfirmOutcome, agreed: Agreed, state: RecordState): Decided {
  const { stamp, by, answer, level, says, typed } = command
  const found = agreed.outcomes.find(({ outcome }) => outcome.id === command.outcome)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'That outcome was not agreed here.' })
  if (found?.excluded !== undefined) refusals.push({ says: confirmWords.excluded })
  if (agreed.ledger.parties.get(by)?.role === 'provider') refusals.push({ says: confirmWords.provider })
  if (answer === 'not-wanted' && says === undefined) refusals.push({ says: confirmWords.wantedMissing })
  if (typed !== undefined && !typed.readBack) refusals.push({ says: confirmWords.readBackMissing })
  if (refusals.length > 0 || found === undefined) return refuse(...refusals)
  const { outcome } = found
  const attained = ATTAINED[answer]
  const confirmed: ContractEntry = {
    kind: 'confirmed',
    id: idFor('confirmed', stamp),
    on: stamp.on,
    by,
    outcome: outcome.id,
    reached: answer === 'yes',
    ...(level === undefined ? {} : { level }),
    ...(attained === undefined ? {} : { attained }),
  }
  const contested: readonly ContractEntry[] =
    answer === 'not-wanted' && says !== undefined
      ? [
          {
            kind: 'contested',
            id: idFor('contested', stamp),
            on: stamp.on,
            by,
            of: outcome.id,
            why: saysAs(says, typed),
          },
        ]
      : []
  const goal = goalFor(state, outcome.goal)
  const progress: readonly Entry[] =
    goal === undefined
      ? []
      : [
          {
            ...stamped(stamp),
            kind: 'progress',
            goal: goal.id,
            'seen-by': 'person',
            ...(level === undefined ? {} : { level }),
            ...(attained === undefined ? {} : { attained }),
            says: says ?? `${ANSWER_WORDS[answer].mine}.`,
            ...(typed === undefined ? {} : { note: howTold(typed) }),
          },
        ]
  return { kind: 'done', ledger: [confirmed, ...contested], record: progress }
}

/** A contest has room for how it was told; what was confirmed has none (docs/contracts.md says why). */
const saysAs = (says: string, typed: Typed | undefined): string =>
  typed === undefined ? says : `${says} (${howTold(typed)})`

/** How somebody who types it in was told, and that it was read back. */
export const howTold = ({ how, name }: Pick<Typed, 'how' | 'name'>): string =>
  `${HOW_WORDS[how]}. Typed in by ${name}, read back, and said to be right.`

export type ChallengeWork = {
  readonly stamp: Stamp
  /** the challenger’s seat at the contract */
  readonly by: string
  readonly says: string
}

/** “What you have done with this person has not promoted their independence.” It holds the outcome part, and nothing else. */
export function challengeWork({ stamp, by, says }: ChallengeWork, agreed: Agreed): Decided {
  const refusals: Refusal[] = []
  if (says.trim() === '') refusals.push({ says: challengeWords.saysMissing })
  // What this very form has sent before is no other challenge.
  const id = idFor('challenged', stamp)
  if (
    agreed.challenges.some(
      ({ challenged, settled }) => challenged.id !== id && challenged.by === by && settled === undefined,
    )
  )
    refusals.push({ says: challengeWords.already })
  const role = agreed.ledger.parties.get(by)?.role
  if (role !== undefined && role !== 'social-worker' && role !== 'manager')
    refusals.push({ says: challengeWords.notYours })
  if (refusals.length > 0) return refuse(...refusals)
  return {
    kind: 'done',
    ledger: [
      {
        kind: 'challenged',
        id,
        on: stamp.on,
        by,
        person: agreed.under.person,
        says: says.trim(),
      },
    ],
    record: [],
  }
}

export type SettleChallenge = {
  readonly stamp: Stamp
  readonly by: string
  readonly challenge: string
  readonly upheld: boolean
  readonly says: string
}

/** What follows from a challenge. Not by whoever raised it, and never by a provider: what a provider answers releases nothing. */
export function settleChallenge(
  { stamp, by, challenge, upheld, says }: SettleChallenge,
  agreed: Agreed,
): Decided {
  const found = agreed.challenges.find(({ challenged }) => challenged.id === challenge)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'That challenge is not in the ledger.' })
  if (found?.settled !== undefined && found.settled.id !== idFor('answered', stamp))
    refusals.push({ says: settleWords.before })
  if (found?.challenged.by === by) refusals.push({ says: settleWords.own })
  if (agreed.ledger.parties.get(by)?.role === 'provider') refusals.push({ says: settleWords.own })
  if (says.trim() === '') refusals.push({ says: settleWords.saysMissing })
  if (refusals.length > 0 || found === undefined) return refuse(...refusals)
  return {
    kind: 'done',
    ledger: [
      {
        kind: 'answered',
        id: idFor('answered', stamp),
        on: stamp.on,
        by,
        of: found.challenged.id,
        upheld,
        says: says.trim(),
      },
    ],
    record: [],
  }
}
