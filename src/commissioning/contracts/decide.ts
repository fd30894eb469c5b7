import type { ContractEntry, ContractEntryOf, ExclusionReason } from '../../domain/contracts/entries.ts'
import { type Ledger, entryOf, every } from '../../domain/contracts/ledger.ts'
import { partsOf } from '../../domain/contracts/settle.ts'
import type { Settlement } from '../../domain/contracts/settlement.ts'
import { isSame, touches } from '../../domain/contracts/span.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'

/** What somebody at the council decides under a contract: entries for its ledger, or why not. Pure. */
export type ContractDecision =
  | { readonly kind: 'entries'; readonly entries: readonly ContractEntry[] }
  | { readonly kind: 'refused'; readonly says: readonly string[] }

const refused = (...says: readonly string[]): ContractDecision => ({ kind: 'refused', says })

/** Who writes, when, and the id of what they write. */
export type Stamp = { readonly id: string; readonly on: PlainDate; readonly by: string }

/** A period is settled once it is over, by somebody by name. Settled again, the difference is what is settled. */
export function decideSettle(stamp: Stamp, ledger: Ledger, settlement: Settlement): ContractDecision {
  const { period, payable } = settlement
  if (period.to >= stamp.on)
    return refused(`The period ends on ${dateInWords(period.to)}. It can be settled when it is over.`)
  const before = every(ledger, 'settled').filter((each) => isSame(each, period))
  if (before.length > 0 && payable === 0)
    return refused('It was settled, and nothing that came later changes the sum.')
  const entry: ContractEntryOf<'settled'> = {
    ...stamp,
    kind: 'settled',
    from: period.from,
    to: period.to,
    amount: payable,
    parts: partsOf(settlement),
    ...((ledger.log?.care ?? []).some((care) => touches(care, period)) ? { visits: true } : {}),
  }
  return { kind: 'entries', entries: [entry] }
}

/** Of a period, what was settled and not yet written down as paid: each settlement once. */
export function decidePaid(
  stamp: Stamp,
  ledger: Ledger,
  period: { readonly from: PlainDate; readonly to: PlainDate },
): ContractDecision {
  const paid = new Set(every(ledger, 'paid').map(({ settlement }) => ledger.byId.get(settlement)?.id))
  const open = every(ledger, 'settled').filter((each) => isSame(each, period) && !paid.has(each.id))
  if (open.length === 0)
    return refused('Everything that was settled for this period is written down as paid.')
  return {
    kind: 'entries',
    entries: open.map(
      ({ id, amount }, index): ContractEntry => ({
        ...stamp,
        id: index === 0 ? stamp.id : `${stamp.id}-${index + 1}`,
        kind: 'paid',
        settlement: id,
        amount,
      }),
    ),
  }
}

/** A challenge or a contest is answered by the council; until then the outcome money waits. */
export function decideAnswer(
  stamp: Stamp,
  ledger: Ledger,
  { of, upheld, says }: { readonly of: string; readonly upheld: boolean; readonly says: string },
): ContractDecision {
  const matter = entryOf(ledger, 'challenged', of) ?? entryOf(ledger, 'contested', of)
  if (matter === undefined) return refused('There is nothing of that kind under this contract.')
  return { kind: 'entries', entries: [{ ...stamp, kind: 'answered', of: matter.id, upheld, says }] }
}

/** An outcome falls away for a reason that is nobody’s doing, and with the name of who approved it. */
export function decideExclude(
  stamp: Stamp,
  ledger: Ledger,
  asked: {
    readonly outcome: string
    readonly reason: ExclusionReason
    readonly why: string
    readonly approver: string
  },
): ContractDecision {
  const outcome = entryOf(ledger, 'outcome-agreed', asked.outcome)
  if (outcome === undefined) return refused('There is no such outcome under this contract.')
  const already = every(ledger, 'excluded').some(
    (each) => entryOf(ledger, 'outcome-agreed', each.outcome)?.id === outcome.id,
  )
  if (already) return refused('This outcome is excluded already.')
  return { kind: 'entries', entries: [{ ...stamp, kind: 'excluded', ...asked, outcome: outcome.id }] }
}
