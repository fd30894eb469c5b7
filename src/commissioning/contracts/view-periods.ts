import { type Answer, known } from '../../domain/answer.ts'
import { type Ledger, every } from '../../domain/contracts/ledger.ts'
import { type WorkedOut, asItStands, settle, settledFor } from '../../domain/contracts/settle.ts'
import type { Settlement } from '../../domain/contracts/settlement.ts'
import { type Span, isSame, overlap, touches } from '../../domain/contracts/span.ts'
import { type PlainDate, addDays } from '../../domain/dates/plain-date.ts'
import { payPeriodOf } from '../../domain/integrity/claiming.ts'
import { type Pence, pence, sum } from '../../domain/money/pence.ts'

/** A period of a contract's terms, and how far it has come. */
export type PayPeriod = Span & {
  readonly state: 'under-way' | 'to-settle' | 'settled' | 'paid'
  /** what was settled for it in all; undefined where nothing was */
  readonly settled?: Pence<'once'>
}

/** Every pay period that has begun, the newest first. */
export function periodsOf(ledger: Ledger, today: PlainDate): readonly PayPeriod[] {
  const periods: PayPeriod[] = []
  for (let at = ledger.span.from; at <= ledger.span.to && at <= today; ) {
    const whole = payPeriodOf(ledger, at)
    const span = overlap(whole, ledger.span) ?? whole
    periods.push({ ...span, ...stateOf(ledger, span, today) })
    at = addDays(whole.to, 1)
  }
  return periods.toReversed()
}

function stateOf(ledger: Ledger, span: Span, today: PlainDate): Pick<PayPeriod, 'state' | 'settled'> {
  const settlements = every(ledger, 'settled').filter((each) => isSame(each, span))
  if (settlements.length === 0) return { state: span.to < today ? 'to-settle' : 'under-way' }
  const paid = new Set(every(ledger, 'paid').map(({ settlement }) => ledger.byId.get(settlement)?.id))
  return {
    state: settlements.every(({ id }) => paid.has(id)) ? 'paid' : 'settled',
    settled: settledFor(ledger, span),
  }
}

/** What a period comes to as the facts stand, as its own page has it line by line. */
export type PeriodSums = {
  readonly due: Pence<'once'>
  readonly held: Pence<'once'>
  /** still to be settled of it: what is due less what was settled; nothing while it is under way */
  readonly open: Pence<'once'>
  /** a fall of its price that the contract’s guard has stopped */
  readonly isBlocked: boolean
}

/** Undefined where the period cannot be worked out: its own page says why. */
export function sumsOf(ledger: Ledger, period: PayPeriod): PeriodSums | undefined {
  const whole = asItStands(ledger.award.terms, ledger, period)
  if (whole.kind !== 'known') return undefined
  const { due, held, warnings } = whole.value
  return {
    due,
    held: sum(held.map(({ amount }) => amount)),
    open: pence<'once'>(period.state === 'under-way' ? 0 : due - (period.settled ?? 0)),
    isBlocked: warnings.some(({ flag }) => flag === 'blocked'),
  }
}

/** The pay period that begins on a day; undefined where none does, or it has not begun. */
export const periodFrom = (ledger: Ledger, from: string, today: PlainDate): PayPeriod | undefined =>
  periodsOf(ledger, today).find((period) => period.from === from)

/**
 * What a period is owed: the working of the whole of it, and what is to be paid now, which for a period that was settled before is
 * the difference. A period under way is shown with what is known, and cannot be settled.
 */
export const settlementFor = (ledger: Ledger, period: Span): Answer<Owed> => {
  const now = settle(ledger.award.terms, ledger, period)
  if (now.kind !== 'known') return now
  const whole = asItStands(ledger.award.terms, ledger, period)
  return whole.kind === 'known' ? known({ whole: whole.value, now: now.value }, now.because) : whole
}

export type Owed = { readonly whole: WorkedOut; readonly now: Settlement }

/**
 * The days whose care is to be read from the visits: pay periods that have begun and of which no entry tells what was given, each
 * cut where a price changes.
 */
export function spansOfVisits(ledger: Ledger, today: PlainDate): readonly Span[] {
  const changes = [...new Set(every(ledger, 'rate-set').map(({ from }) => from))].toSorted()
  return periodsOf(ledger, today)
    .filter((period) => !ledger.care.some((care) => touches(care, period)))
    .flatMap(({ from, to }) => {
      const cuts = changes.filter((change) => change > from && change <= to)
      return [from, ...cuts].map((start, index) => {
        const next = cuts[index]
        return { from: start, to: next === undefined ? to : addDays(next, -1) }
      })
    })
}
