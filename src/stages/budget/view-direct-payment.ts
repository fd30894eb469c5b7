import { type Answer, type Step, doesNotApply, known, needs } from '../../domain/answer.ts'
import { dueInMonths } from '../../domain/checks/clocks.ts'
import { budgetOf } from '../../domain/checks/plan-lines.ts'
import { comesAfter } from '../../domain/checks/order.ts'
import { type PlainDate, dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, minus, pence, sum } from '../../domain/money/pence.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find, planInForce } from '../../record/state.ts'
import { supportLines } from '../../record/support-lines.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type PaymentEnd, endOfPayment } from './decide-payment-end.ts'
import { type PlanLine, contributionOf, costOfLines, paidLines } from './decide-direct-payment.ts'

export type Payment = EntryOf<'direct-payment'>

/** A stretch of time under one payment: what comes to it, if every week of it was paid. */
export type Paid = {
  readonly payment: Payment
  readonly from: PlainDate
  readonly weeks: number
  readonly comesTo: Pence<'once'>
}

export type DirectPaymentView = {
  /** the payment that stands, and what it is for */
  readonly now: Payment | undefined
  /** how it ends or ended, where that is written down */
  readonly end: PaymentEnd | undefined
  /** its last day is over */
  readonly isOver: boolean
  readonly lines: readonly PlanLine[]
  /** what the plan in force gives for a week */
  readonly given: Answer<Pence<'week'>>
  /** where what is paid is not what the plan gives, in a sentence */
  readonly differs: string | undefined
  readonly paid: readonly Paid[]
  readonly review: Review | undefined
  /** requests that were not met, with their reasons */
  readonly refused: readonly EntryOf<'note'>[]
}

export type Review = { readonly due: PlainDate; readonly isLate: boolean; readonly says: string }

/** Support that has ended is paid for no longer, though the plan still names it. */
const hasEnded = (state: RecordState, line: PlanLine): boolean =>
  supportLines(state).some((support) => support.line === line && support.standing === 'ended')

/** What the plan gives by direct payment in a week: its lines, less what the person pays of them. */
export function givenNow(state: RecordState): Answer<Pence<'week'>> {
  const plan = planInForce(state)
  const lines = paidLines(plan).filter((line) => !hasEnded(state, line))
  if (plan === undefined || lines.length === 0) {
    return doesNotApply([
      { says: 'Nothing in the plan in force is bought with a direct payment.', cites: ['CA s31'] },
    ])
  }
  const cost = costOfLines(lines)
  const weekly = lines.filter((line) => line.unit !== 'once')
  const steps: Step[] = [
    {
      says: `${weekly.map((line) => `${line.what} ${inWords(line.weekly)}`).join(' + ')} = ${inWords(cost)} a week.`,
      cites: ['CA s31', 'CA s26'],
      entries: [plan.id],
    },
  ]
  const takenOff = contributionOf(state, plan)
  if (takenOff === undefined) {
    return needs([{ fact: 'cost', about: 'the part of what the person pays that comes off this payment' }])
  }
  const paid = minus(cost, takenOff)
  const budget = budgetOf(state, plan)
  const off =
    takenOff === 0
      ? budget === undefined || budget.person === 0
        ? 'The person pays nothing towards it.'
        : `What the person pays (${inWords(budget.person)} a week) comes off other lines.`
      : `The person pays ${inWords(takenOff)} of it: ${inWords(cost)} − ${inWords(takenOff)} = ${inWords(paid)} a week.`
  return known(paid, [
    ...steps,
    { says: off, gives: { name: 'paid out', value: paid, unit: 'pence-a-week' } },
  ])
}

/** Within six months of the first payment, and then at most twelve months after each review: regulation 7. */
export function reviewOf(state: RecordState): Review | undefined {
  const [first] = all(state, 'direct-payment')
  if (first === undefined) return undefined
  const last = all(state, 'review').findLast((review) => comesAfter(state, review, first))
  const due = dueInMonths(state, dayOfWhen((last ?? first).on), last === undefined ? 6 : 12)
  if (due === undefined) return undefined
  const since =
    last === undefined
      ? `within six months of the first payment, which was on ${dateInWords(dayOfWhen(first.on))}`
      : `within twelve months of the last review, which was on ${dateInWords(dayOfWhen(last.on))}`
  const isLate = state.on > due
  return {
    due,
    isLate,
    says: isLate
      ? `It had to be looked at again by ${dateInWords(due)}, ${since}. It was not.`
      : `It is looked at again by ${dateInWords(due)}, ${since}.`,
  }
}

/** Each payment until the next one, and the last until today. Whole weeks. */
function paidSoFar(state: RecordState): readonly Paid[] {
  const payments = all(state, 'direct-payment')
  return payments.map((payment, index) => {
    const from = dayOfWhen(payment.on)
    const next = payments[index + 1]
    const last = endOfPayment(state, payment)?.later.day
    const until = next === undefined ? state.on : dayOfWhen(next.on)
    const to = last !== undefined && last < until ? last : until
    const weeks = Math.max(0, Math.floor(daysBetween(from, to) / 7))
    return { payment, from, weeks, comesTo: pence<'once'>(weeks * payment.weekly) }
  })
}

export const totalPaid = (paid: readonly Paid[]): Pence<'once'> => sum(paid.map(({ comesTo }) => comesTo))

const REFUSED = /^A direct payment was asked for, and is not made\./

export function directPaymentView(state: RecordState): DirectPaymentView {
  const now = all(state, 'direct-payment').at(-1)
  const given = givenNow(state)
  const end = now === undefined ? undefined : endOfPayment(state, now)
  const isOver = end !== undefined && end.later.day < state.on
  const differs =
    isOver || now === undefined || given.kind !== 'known' || given.value === now.weekly
      ? undefined
      : `The plan in force gives ${inWords(given.value)} a week, and ${inWords(now.weekly)} is paid: ${inWords(pence<'week'>(Math.abs(given.value - now.weekly)))} ${now.weekly < given.value ? 'too little' : 'more'}.`
  return {
    now,
    end,
    isOver,
    lines: paidLines(planInForce(state) ?? find(state, 'plan', now?.plan)).filter(
      (line) => !hasEnded(state, line),
    ),
    given,
    differs,
    paid: paidSoFar(state),
    review: isOver ? undefined : reviewOf(state),
    refused: all(state, 'note').filter((note) => REFUSED.test(note.text)),
  }
}
