import type { Ledger } from '../../domain/contracts/ledger.ts'
import { type Span, isWithin } from '../../domain/contracts/span.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Pence } from '../../domain/money/pence.ts'
import type { ContractDecision, Stamp } from './decide.ts'

export type Adjust = {
  readonly period: Span
  /** above nought: the provider gets more; below: less */
  readonly amount: Pence<'once'>
  readonly why: string
  /** who at the council approved it */
  readonly approver: string
}

/**
 * A sum put right by hand, for a pay period that has begun. It is a line of its own, and the floor holds under it as under
 * everything. Whoever writes it does not approve it as well.
 */
export function decideAdjust(stamp: Stamp, ledger: Ledger, asked: Adjust): ContractDecision {
  const { period, amount, why, approver } = asked
  const refused = (says: string): ContractDecision => ({ kind: 'refused', says: [says] })
  if (amount === 0) return refused('An adjustment of nothing changes nothing.')
  if (period.from > stamp.on)
    return refused(
      `The period begins on ${dateInWords(period.from)}. A sum is put right for days that have come.`,
    )
  if (!isWithin(period, ledger.span)) return refused('The period is not within the contract.')
  if (approver === stamp.by)
    return refused('Somebody else at the council approves it: nobody approves what they write themselves.')
  return {
    kind: 'entries',
    entries: [{ ...stamp, kind: 'adjusted', from: period.from, to: period.to, amount, why, approver }],
  }
}
