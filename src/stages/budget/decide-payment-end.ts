import type { Refusal } from '../../domain/answer.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, all } from '../../record/state.ts'
import { type Told, toldLater, writeLater } from '../../record/told-later.ts'
import { dayOfWhen } from '../../record/values.ts'

// The end of a direct payment. The needs stay, and so does the council's duty to meet them: nothing ends before it is written
// down what was tried and what support comes in its place.

export type PaymentEnd = Told<'payment-ends'>

/** How a payment ends, or ended: what was last written of it. */
export const endOfPayment = (
  state: RecordState,
  payment: EntryOf<'direct-payment'>,
): PaymentEnd | undefined => toldLater(state, 'payment-ends', payment).at(-1)

export type EndPayment = {
  readonly stamp: Stamp
  /** its last day */
  readonly day: PlainDate
  readonly why: string
  readonly tried: string
  readonly instead: string
  readonly told: string
}

export function endPayment(command: EndPayment, state: RecordState): Decision {
  const { stamp, day, why, tried, instead, told } = command
  const payment = all(state, 'direct-payment').at(-1)
  const refusals: Refusal[] = []
  if (payment === undefined) refusals.push({ says: 'No direct payment is made, so none can end.' })
  if (payment !== undefined && endOfPayment(state, payment) !== undefined) {
    refusals.push({ says: 'Its end is in the record already. Say there that it is wrong, if it is.' })
  }
  if (day < stamp.on) {
    refusals.push({
      says: `${dateInWords(day)} is over. A payment ends after the person has been told, not before.`,
    })
  }
  if (payment !== undefined && day < dayOfWhen(payment.on)) {
    refusals.push({ says: `It began on ${dateInWords(dayOfWhen(payment.on))}, after that day.` })
  }
  if (why.trim() === '') refusals.push({ says: 'Say why it ends.' })
  if (tried.trim() === '') {
    refusals.push({ says: 'Say what was tried first: who spoke with them, and what help was offered.' })
  }
  if (instead.trim() === '') {
    refusals.push({
      says: 'Say which support comes in its place, from which day. The needs do not end with the payment.',
      cites: ['CA s18'],
    })
  }
  if (told.trim() === '') refusals.push({ says: 'Say how and when they were told.' })
  if (payment === undefined || refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'note',
    of: payment.id,
    text: writeLater({ kind: 'payment-ends', day, says: why, tried, instead, told }),
  })
}
