import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { LINES } from '../../../test/a-story.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { formInWords, tellForm } from './decide-money-form.ts'
import { endPayment } from './decide-payment-end.ts'
import { directPaymentView } from './view-direct-payment.ts'

const TODAY = '2026-06-20'
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

/** A record with what a decision adds to it. */
function after(record: ARecord, decision: Decision): ARecord {
  const [entry] = decision.kind === 'done' ? decision.entries : []
  if (entry?.kind !== 'note') throw new Error(says(decision).join(' '))
  return record.with('note', {
    id: entry.id,
    on: TODAY,
    by: 'sw',
    text: entry.text,
    ...(entry.of === undefined ? {} : { of: entry.of }),
  })
}

describe('the form about money', () => {
  type Tell = Parameters<typeof tellForm>[0]
  const eligible = aRecord().assessed().foundEligible()
  const tell = (more: Partial<Tell>, record: ARecord = eligible, id = 'note-f1') =>
    tellForm(
      { stamp: { id, on: day(TODAY), by: 'sw' }, event: 'sent', day: day('2026-06-01'), says: '', ...more },
      record.state(TODAY),
    )
  const sent = after(eligible, tell({ says: 'By post.' }))

  test('is told of where nobody knows of it yet, without a word', () => {
    expect(formInWords(eligible.state(TODAY))).toEqual([])
  })

  test('waits, with its days, until it is back; then the sum waits', () => {
    expect(formInWords(sent.state(TODAY))).toEqual([
      'It went out on 1 June 2026.',
      'It has not come back: 19 days so far. Ask whether help with it is wanted.',
    ])
    const back = after(sent, tell({ event: 'back', day: day('2026-06-12') }, sent, 'note-f2'))
    expect(formInWords(back.state(TODAY))).toEqual([
      'It went out on 1 June 2026.',
      'It came back on 12 June 2026, after 11 days.',
      'Nothing has been worked out yet: 8 days so far. The council’s move.',
    ])
    const done = back.with('financial-assessment', {
      on: '2026-06-13',
      by: 'sw',
      weekly: 12,
      capital: 0,
      income: 200,
      expenses: 0,
    })
    expect(formInWords(done.state(TODAY)).at(-1)).toBe(
      'The sum was worked out on 13 June 2026, 1 day after that.',
    )
  })

  test('before there is money in the record it is no note of the conversation, which a carer reads', () => {
    expect(tell({})).toMatchObject({ kind: 'done', entries: [{ kind: 'note' }] })
    const [entry] = tell({}).kind === 'done' ? sent.entries.slice(-1) : []
    expect(entry).not.toHaveProperty('of')
  })

  test('a day to come, and a form that came back before it went out, are refused', () => {
    expect(says(tell({ day: day('2026-06-21') }))).toEqual([
      '21 June 2026 is still to come. Write it down on the day.',
    ])
    expect(says(tell({ event: 'back' }))).toEqual(['Write down first on which day the form went out.'])
    expect(says(tell({ event: 'back', day: day('2026-05-31') }, sent, 'note-f2'))).toEqual([
      'It went out on 1 June 2026, after that day.',
    ])
  })
})

describe('the end of a direct payment', () => {
  const [visits, club] = LINES
  const paying = aRecord()
    .planned()
    .but('plan-1', { lines: [visits, { ...club, way: 'direct-payment' }] })
    .with('direct-payment', { on: '2026-03-02', plan: 'plan-1', weekly: 60, way: 'person', account: 'hers' })
  type End = Parameters<typeof endPayment>[0]
  const end = (more: Partial<End> = {}, record: ARecord = paying) =>
    endPayment(
      {
        stamp: { id: 'note-f3', on: day(TODAY), by: 'sw' },
        day: day('2026-06-29'),
        why: 'The club is free from July.',
        tried: 'She was asked whether she would rather keep it.',
        instead: 'The club, free, from 30 June.',
        told: 'At home, on 18 June.',
        ...more,
      },
      record.state(TODAY),
    )

  test('is a note of it that says what was tried and what comes in its place', () => {
    const ended = after(paying, end())
    const view = directPaymentView(ended.state(TODAY))
    expect(view.end?.later).toMatchObject({
      day: '2026-06-29',
      says: 'The club is free from July.',
      tried: 'She was asked whether she would rather keep it.',
      instead: 'The club, free, from 30 June.',
      told: 'At home, on 18 June.',
    })
    expect([view.isOver, view.review === undefined]).toEqual([false, false])
  })

  test('from the day after, nothing more is paid, and nothing is looked at again', () => {
    const view = directPaymentView(after(paying, end()).state('2026-09-30'))
    expect(view.isOver).toBe(true)
    expect(view.review).toBeUndefined()
    // From 2 March to 29 June are 17 whole weeks at £60.
    expect(view.paid.map(({ weeks, comesTo }) => [weeks, comesTo])).toEqual([[17, 102_000]])
  })

  test('nothing ends without what was tried and what comes in its place, nor before it is told', () => {
    expect(says(end({ tried: ' ', instead: '', told: '', why: '' }))).toEqual([
      'Say why it ends.',
      'Say what was tried first: who spoke with them, and what help was offered.',
      'Say which support comes in its place, from which day. The needs do not end with the payment.',
      'Say how and when they were told.',
    ])
    expect(says(end({ day: day('2026-06-19') }))).toEqual([
      '19 June 2026 is over. A payment ends after the person has been told, not before.',
    ])
    expect(says(end({}, aRecord().planned()))).toEqual(['No direct payment is made, so none can end.'])
    expect(says(end({}, after(paying, end())))).toEqual([
      'Its end is in the record already. Say there that it is wrong, if it is.',
    ])
  })
})
