import type { ContractEntry } from '../../domain/contracts/entries.ts'
import { type Ledger, entryOf, every, isSameEntry } from '../../domain/contracts/ledger.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import { challengesOf, outcomesOf } from './view.ts'
import { answerWords, claimWords, contestWords, referralWords } from './words.ts'

/** What a provider adds to a ledger, or why not. */
export type Decided =
  | { readonly kind: 'entries'; readonly entries: readonly ContractEntry[] }
  | { readonly kind: 'refused'; readonly says: readonly string[] }

const refused = (...says: readonly string[]): Decided => ({ kind: 'refused', says })

/** Who writes, when, and the id of what they write. */
export type Stamp = { readonly id: string; readonly on: PlainDate; readonly by: string }

/** A claim asks the person; by itself it pays nothing. */
export function claimOutcome(
  stamp: Stamp,
  ledger: Ledger,
  asked: { readonly outcome: string; readonly level?: Level | undefined; readonly says: string },
): Decided {
  const outcome = entryOf(ledger, 'outcome-agreed', asked.outcome)
  if (outcome === undefined) return refused(claimWords.none)
  const seen = outcomesOf(ledger, outcome.person).find((each) => each.outcome.id === outcome.id)
  if (seen?.mayClaim !== true) return refused(claimWords.notNow)
  return {
    kind: 'entries',
    entries: [
      {
        ...stamp,
        kind: 'claimed',
        outcome: outcome.id,
        ...(asked.level === undefined ? {} : { level: asked.level }),
        says: asked.says,
      },
    ],
  }
}

/** Somebody who was referred is taken on, or not and why. Whom a provider declines is counted, beside whom it accepts. */
export function answerReferral(
  stamp: Stamp,
  ledger: Ledger,
  asked: { readonly referral: string; readonly accepts: boolean; readonly why?: string | undefined },
): Decided {
  const referred = entryOf(ledger, 'referred', asked.referral)
  if (referred === undefined) return refused(referralWords.none)
  const answered = [...every(ledger, 'accepted'), ...every(ledger, 'declined')].some(
    ({ id, referral }) => id !== stamp.id && isSameEntry(ledger, referral, referred.id),
  )
  if (answered) return refused(referralWords.already)
  if (asked.accepts)
    return { kind: 'entries', entries: [{ ...stamp, kind: 'accepted', referral: referred.id }] }
  return asked.why === undefined
    ? refused(referralWords.whyMissing)
    : { kind: 'entries', entries: [{ ...stamp, kind: 'declined', referral: referred.id, why: asked.why }] }
}

/** What the provider says to a challenge is heard and kept. It settles nothing, and releases no money. */
export function answerChallenge(
  stamp: Stamp,
  ledger: Ledger,
  asked: { readonly challenge: string; readonly agrees: boolean; readonly says: string },
): Decided {
  const found = challengesOf(ledger).find(({ challenged }) => challenged.id === asked.challenge)
  if (found === undefined) return refused(answerWords.none)
  if (found.settled !== undefined) return refused(answerWords.settled)
  return {
    kind: 'entries',
    entries: [
      { ...stamp, kind: 'answered', of: found.challenged.id, upheld: asked.agrees, says: asked.says },
    ],
  }
}

/** An outcome, what was said of it, or care as it stands in the ledger is contested: somebody at the council answers. */
export function contest(
  stamp: Stamp,
  ledger: Ledger,
  asked: { readonly of: string; readonly why: string },
): Decided {
  const about = ledger.byId.get(asked.of)
  if (about?.kind !== 'outcome-agreed' && about?.kind !== 'confirmed' && about?.kind !== 'delivered')
    return refused(contestWords.none)
  const answered = new Set(every(ledger, 'answered').map(({ of }) => ledger.byId.get(of)?.id ?? of))
  const open = every(ledger, 'contested').some(
    ({ id, by, of }) => by === stamp.by && ledger.byId.get(of)?.id === about.id && !answered.has(id),
  )
  if (open) return refused(contestWords.already)
  return { kind: 'entries', entries: [{ ...stamp, kind: 'contested', of: about.id, why: asked.why }] }
}
