import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type MakeContact, type PutOnHold, makeContact, putOnHold, takeUp } from './decide.ts'

const stamp = { id: 'new', on: day('2026-03-20'), by: 'sw' }
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('asking for help', () => {
  const command: MakeContact = {
    stamp: { ...stamp, by: 'p' },
    how: 'online',
    about: ' I fell twice this week. ',
    wants: ' ',
    signs: ['home-safety'],
    urgent: false,
  }

  test('in one’s own words; what was left empty is left out', () => {
    expect(makeContact(command)).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-03-20',
          by: 'p',
          kind: 'contact',
          how: 'online',
          about: 'I fell twice this week.',
          signs: ['home-safety'],
        },
      ],
    })
  })

  test('with what would help, that it is urgent, the first answer and its reason', () => {
    expect(
      makeContact({
        ...command,
        wants: 'A rail.',
        urgent: true,
        outcome: 'screened-out',
        why: 'She moves to Leeds tomorrow, and Leeds knows.',
      }),
    ).toMatchObject({
      entries: [
        {
          wants: 'A rail.',
          urgent: true,
          outcome: 'screened-out',
          note: 'She moves to Leeds tomorrow, and Leeds knows.',
        },
      ],
    })
  })

  const TURNED_AWAY =
    'There are signs of need, so the law asks for an assessment, however small the need and whatever money there is. If there is another reason not to assess, write it down.'
  test.each<[string, Partial<MakeContact>, readonly string[]]>([
    ['about nothing', { about: ' ' }, ['Say what it is about.']],
    ['turned away with signs of need and no reason', { outcome: 'screened-out' }, [TURNED_AWAY]],
    [
      'given only advice though it is urgent',
      { outcome: 'advice-only', signs: [], urgent: true },
      [TURNED_AWAY],
    ],
  ])('is refused %s', (_name, more, expected) => {
    expect(says(makeContact({ ...command, ...more }))).toEqual(expected)
  })

  test.each<[string, Partial<MakeContact>]>([
    ['passed on', { outcome: 'passed-on' }],
    ['advice alone where there is no sign of need', { outcome: 'advice-only', signs: [] }],
    ['an assessment', { outcome: 'assess' }],
  ])('%s needs no reason', (_name, more) => {
    expect(says(makeContact({ ...command, ...more }))).toEqual([])
  })
})

describe('a hold', () => {
  const supported = aRecord().supported()
  const command: PutOnHold = {
    stamp,
    stage: 'review',
    why: ' She is with her son until May. ',
    until: day('2026-05-04'),
    told: true,
  }
  const put = (more: Partial<PutOnHold>, record = supported) =>
    putOnHold({ ...command, ...more }, record.state('2026-03-20'))

  test('has a reason, an end, and whether the person was told', () => {
    expect(put({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-03-20',
          by: 'sw',
          kind: 'hold',
          stage: 'review',
          why: 'She is with her son until May.',
          until: '2026-05-04',
          told: true,
        },
      ],
    })
  })

  test('may say that the person was not told: it is seen, and stops no clock', () => {
    expect(says(put({ told: false }))).toEqual([])
  })

  const held = supported.with('hold', {
    id: 'held',
    on: '2026-03-02',
    stage: 'review',
    why: 'x',
    until: '2026-04-01',
    told: true,
  })
  test.each<[string, Partial<PutOnHold>, typeof supported, readonly string[]]>([
    ['without a reason', { why: '' }, supported, ['Give the reason. The person will read it.']],
    [
      'that ends today',
      { until: day('2026-03-20') },
      supported,
      ['Give a day after today, 20 March 2026, on which it ends.'],
    ],
    [
      'of what is on hold already',
      {},
      held,
      ['The review is on hold already. It has been on hold for 18 days. It ends on 1 April 2026.'],
    ],
    [
      'of support that no plan gives',
      { stage: 'support' },
      aRecord().budgeted(),
      ['No plan has been issued yet: there is nothing there to put on hold.'],
    ],
  ])('is refused %s', (_name, more, record, expected) => {
    expect(says(put(more, record))).toEqual(expected)
  })

  test('is taken up again once', () => {
    const up = (hold: string, record = held) => takeUp({ stamp, hold }, record.state('2026-03-20'))
    expect(up('held')).toEqual({
      kind: 'done',
      entries: [{ id: 'new', on: '2026-03-20', by: 'sw', kind: 'resume', hold: 'held' }],
    })
    expect(says(up('plan-1'))).toEqual(['That hold is not in the record.'])
    expect(says(up('held', held.with('resume', { on: '2026-03-10', hold: 'held' })))).toEqual([
      'It has been taken up again already.',
    ])
  })
})
