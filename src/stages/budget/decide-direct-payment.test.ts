import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { LINES } from '../../../test/a-story.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import type { Decision } from '../../record/allowed.ts'
import { decodeEntry, encodeEntry } from '../../record/file.ts'
import { find } from '../../record/state.ts'
import { type DecidePayment, contributionOf, decidePayment } from './decide-direct-payment.ts'

const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

const [visits, club] = LINES
/** The club (£60.00 a week) by direct payment; the person pays £40.00 of the home care. */
const planned = aRecord()
  .planned()
  .but('plan-1', { lines: [visits, { ...club, way: 'direct-payment' }] })
  .but('personal-budget-1', {
    lines: [
      { line: 'L1', weekly: 175, person: 40 },
      { line: 'L2', weekly: 60 },
    ],
  })
const paysFor = (lines: readonly object[]) => planned.but('personal-budget-1', { lines })

const stamp = { id: 'new', on: day('2026-03-02'), by: 'sw' }
const met = (why: string) => ({ met: true, why })
const command: DecidePayment = {
  stamp,
  noteStamp: { ...stamp, id: 'note' },
  asked: ' She did, on 1 March. ',
  way: 'person',
  to: '',
  conditions: {
    asks: met('She asked twice.'),
    'not-barred': met('Nothing known.'),
    'can-manage': met('Her bookkeeper helps.'),
    fits: met('It is her own club.'),
  },
  contribution: undefined,
  account: ' An account for this alone ',
}
const deciding = (more: Partial<DecidePayment> = {}, record = planned): Decision =>
  decidePayment({ ...command, ...more }, record.state('2026-03-02'))
const entryOf = (decision: Decision) => (decision.kind === 'done' ? decision.entries[0] : undefined)

describe('a request for a direct payment', () => {
  test('where all four conditions are met it is made, for what the lines cost', () => {
    const entry = entryOf(deciding())
    expect(entry).toEqual({
      id: 'new',
      on: '2026-03-02',
      by: 'sw',
      kind: 'direct-payment',
      plan: 'plan-1',
      weekly: 6000,
      way: 'person',
      account: 'An account for this alone',
      note: [
        'Asked for: She did, on 1 March.',
        'Met, able to ask, and asks: She asked twice.',
        'Met, not barred: Nothing known.',
        'Met, able to manage it, alone or with help: Her bookkeeper helps.',
        'Met, a fitting way to meet the needs: It is her own club.',
      ].join('\n'),
    })
    expect(entry === undefined ? undefined : decodeEntry(encodeEntry(entry))).toEqual(entry)
  })

  test.each<[string, typeof planned, number | undefined, number]>([
    [
      'comes off where the budget says so by line: £60.00 − £12.00',
      paysFor([
        { line: 'L1', weekly: 175, person: 28 },
        { line: 'L2', weekly: 60, person: 12 },
      ]),
      undefined,
      4800,
    ],
    [
      'comes off as somebody says, where the budget does not: £60.00 − £15.50',
      paysFor([
        { line: 'L1', weekly: 175 },
        { line: 'L2', weekly: 60 },
      ]),
      1550,
      4450,
    ],
    ['is asked for by the budget before anybody’s word', planned, 1550, 6000],
    [
      'is nothing where the person pays nothing',
      planned.but('personal-budget-1', { council: 235, person: 0 }),
      undefined,
      6000,
    ],
  ])('what the person pays %s', (_name, record, said, weekly) => {
    const contribution = said === undefined ? undefined : pence<'week'>(said)
    expect(entryOf(deciding({ contribution }, record))).toMatchObject({ kind: 'direct-payment', weekly })
  })

  test('to somebody else it says to whom', () => {
    const entry = entryOf(deciding({ way: 'nominated', to: ' Tom, her son ' }))
    expect(entry).toMatchObject({ way: 'nominated' })
    expect(entry?.note).toContain('Paid to: Tom, her son')
  })

  test('where one condition is not met it is not made, and the reasons stand with the budget', () => {
    const conditions = {
      ...command.conditions,
      'can-manage': { met: false, why: 'Nobody can be found to help.' },
    }
    const entry = entryOf(deciding({ conditions }))
    expect(entry).toMatchObject({ id: 'note', kind: 'note', of: 'personal-budget-1' })
    expect(entry?.kind === 'note' ? entry.text.split('\n') : []).toEqual([
      'A direct payment was asked for, and is not made.',
      'Asked for: She did, on 1 March.',
      'Met, able to ask, and asks: She asked twice.',
      'Met, not barred: Nothing known.',
      'Not met, able to manage it, alone or with help: Nobody can be found to help.',
      'Met, a fitting way to meet the needs: It is her own club.',
    ])
  })

  const unable = planned.with('capacity', {
    on: '2026-03-01',
    decision: 'Whether to have a direct payment',
    for: ['money'],
    'help-given': ['pictures'],
    understands: false,
    retains: true,
    weighs: false,
    communicates: true,
    because: 'dementia',
    'has-capacity': false,
  })
  test('an authorised person asks for somebody who was found unable to', () => {
    const decision = deciding({ way: 'authorised', to: 'Her attorney' }, unable)
    expect(entryOf(decision)).toMatchObject({ kind: 'direct-payment', way: 'authorised' })
  })

  const unsaid = paysFor([
    { line: 'L1', weekly: 175 },
    { line: 'L2', weekly: 60 },
  ])
  test.each<[string, Partial<DecidePayment>, typeof planned, readonly string[]]>([
    ['that nobody made', { asked: ' ' }, planned, ['Say who asked for it, and when.']],
    ['to nobody in particular', { way: 'nominated' }, planned, ['Say to whom it is paid.']],
    [
      'by an authorised person, without a finding',
      { way: 'authorised', to: 'Her attorney' },
      planned,
      [
        'No finding in this record says that the person cannot decide about money or support. Without one, nobody else may ask in their place.',
      ],
    ],
    [
      'without a reason for a condition',
      { conditions: { ...command.conditions, fits: met(' ') } },
      planned,
      ['Give the reason: a fitting way to meet the needs. The person reads it.'],
    ],
    ['without a plan', {}, aRecord().budgeted(), ['No plan has been issued yet.']],
    [
      'for a plan that has no such line',
      {},
      aRecord().planned(),
      ['No line of the plan is had by direct payment. Change the plan first.'],
    ],
    [
      'without what comes off',
      {},
      unsaid,
      ['Say how much of what the person pays comes off this payment. The budget does not say.'],
    ],
    [
      'with less than nothing coming off',
      { contribution: pence<'week'>(-1) },
      unsaid,
      ['What comes off must be £0 or more.'],
    ],
    [
      'with more coming off than it costs',
      { contribution: pence<'week'>(6001) },
      unsaid,
      ['£60.01 comes off, and the support costs £60.00: nothing would be left to pay.'],
    ],
  ])('is refused %s', (_name, more, record, expected) =>
    expect(says(deciding(more, record))).toEqual(expected),
  )
})

test('what the person pays is not guessed where the lines of the budget do not add up to it', () => {
  const state = paysFor([{ line: 'L1', weekly: 175, person: 10 }]).state()
  const plan = find(state, 'plan', 'plan-1')
  expect(plan === undefined ? 'not there' : contributionOf(state, plan)).toBeUndefined()
})
