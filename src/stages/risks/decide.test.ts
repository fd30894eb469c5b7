import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { addDays, day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type WeighRisk, lookAgain, sayView, tellHappened, weighRisk } from './decide.ts'
import { knownThen, riskView, risks } from './view.ts'

const TODAY = '2026-05-04'
const stamp = { id: 'new', on: day(TODAY), by: 'sw' }
const record = aRecord()
  .supported()
  .party({ id: 'son', role: 'family', name: 'Ben Brook' })
  .on('2026-04-20')
  .with('risk', {
    activity: 'Swimming in the sea',
    wish: 'I want the cold.',
    good: 'Joy',
    harm: 'A cramp',
    safeguards: ['A friend on the beach'],
    decision: 'go-ahead-with-safeguards',
    why: 'She swims well.',
    note: 'For whom: Ada and the friend\n\nWhat the person understands: the tide\n\nLook at it again on: 1 May 2026',
  })
const state = record.state(TODAY)

const command: WeighRisk = {
  stamp,
  activity: ' Being alone at night ',
  wish: 'My own bed.',
  good: 'Sleep',
  harm: 'A fall',
  whom: 'Ada',
  safeguards: ['A lamp', ' '],
  understands: 'That nobody comes before eight.',
  decision: 'go-ahead-with-safeguards',
  why: 'It is her wish.',
  again: day('2026-06-04'),
}
const weigh = (more: Partial<WeighRisk>) => weighRisk({ ...command, ...more }, state)
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('weighing a risk', () => {
  test('keeps both sides, for whom, what is understood, and when to look again', () => {
    expect(weigh({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: TODAY,
          by: 'sw',
          kind: 'risk',
          activity: 'Being alone at night',
          wish: 'My own bed.',
          good: 'Sleep',
          harm: 'A fall',
          safeguards: ['A lamp'],
          decision: 'go-ahead-with-safeguards',
          why: 'It is her wish.',
          note: 'For whom: Ada\n\nWhat the person understands: That nobody comes before eight.\n\nLook at it again on: 4 June 2026',
        },
      ],
    })
  })

  test.each<readonly [Partial<WeighRisk>, string]>([
    [{ good: ' ' }, 'Say what could be good about it: a risk is weighed on both sides.'],
    [{ harm: '' }, 'Say what could go wrong.'],
    [
      { safeguards: [' '] },
      'It is to be made safer, and nothing says how. Write down what would make it safer.',
    ],
    [
      { decision: 'go-ahead' },
      'You wrote down what would make it safer. Then the answer is “go ahead, made safer”.',
    ],
    [{ again: day(TODAY) }, 'Give a day after today, 4 May 2026, on which you look at it again.'],
    [
      { decision: 'not-now', why: '' },
      'Nobody has found that Ada Brook cannot decide this. Others may think it unwise: give the reason why it is not to be now.',
    ],
  ])('is refused with a clear word: %o', (more, sentence) => {
    expect(says(weigh(more))).toEqual([sentence])
  })
})

describe('what somebody thinks of it', () => {
  const view = { stamp, risk: 'risk-1', party: 'son', view: 'disagrees', says: 'She is 80.' } as const

  test('is written down by the worker in their words, and overwrites nobody', () => {
    const done = sayView({ ...view, mayWriteForOthers: true }, state)
    expect(done).toMatchObject({
      entries: [{ kind: 'note', of: 'risk-1', by: 'sw', text: 'Does not agree (son): She is 80.' }],
    })
    const later = record
      .with('note', { of: 'risk-1', text: 'Does not agree (son): She is 80.', on: '2026-05-02' })
      .with('note', { of: 'risk-1', text: 'Agrees (p): I do.', by: 'p', on: '2026-05-03' })
      .with('note', { of: 'risk-1', text: 'Is not sure (son): I saw her swim.', on: '2026-05-04' })
      .state(TODAY)
    const [shown] = risks(later)
    expect(shown?.views.map(({ later: { party, view: what } }) => [party, what])).toEqual([
      ['son', 'unsure'],
      ['p', 'agrees'],
    ])
    expect(shown?.earlier.map(({ later: { says: words } }) => words)).toEqual(['She is 80.'])
  })

  test('is nobody else’s to say', () => {
    expect(says(sayView({ ...view, mayWriteForOthers: false }, state))).toEqual([
      'What somebody thinks is for them to say.',
    ])
    expect(says(sayView({ ...view, says: '', party: 'nobody', mayWriteForOthers: true }, state))).toEqual([
      'Choose who thinks so.',
      'Say why.',
    ])
    expect(says(sayView({ ...view, risk: 'plan-1', mayWriteForOthers: true }, state))).toEqual([
      'That risk is not in the record.',
    ])
  })
})

describe('what happened', () => {
  test('has its day, and not a day to come', () => {
    expect(
      tellHappened({ stamp, risk: 'risk-1', day: day('2026-05-01'), says: 'A cramp.' }, state),
    ).toMatchObject({
      entries: [{ text: 'Happened on 1 May 2026: A cramp.' }],
    })
    expect(
      says(tellHappened({ stamp, risk: 'risk-1', day: addDays(day(TODAY), 1), says: '' }, state)),
    ).toEqual(['Say what happened.', 'It cannot have happened after today, 4 May 2026.'])
  })

  test('is read with what was known on that day: not with what was said, decided or put right after it', () => {
    const later = record
      .with('capacity', {
        on: '2026-04-19',
        decision: 'Swimming alone',
        for: ['other'],
        'help-given': ['At the beach'],
        understands: true,
        retains: true,
        weighs: true,
        communicates: true,
        'has-capacity': true,
      })
      .with('note', { of: 'risk-1', text: 'Agrees (p): I do.', on: '2026-04-22' })
      .with('statement', {
        on: '2026-04-23',
        recorded: '2026-05-03',
        topic: 'health',
        'said-by': 'son',
        basis: 'observed',
        text: 'Her leg went white.',
      })
      .with('note', { of: 'risk-1', text: 'Does not agree (son): I knew it.', on: '2026-05-02' })
      .with('risk', {
        id: 'risk-2',
        corrects: 'risk-1',
        on: '2026-05-03',
        activity: 'Swimming in the sea',
        wish: 'I want the cold.',
        good: 'Joy',
        harm: 'A cramp, and it happened',
        safeguards: ['A boat'],
        decision: 'not-now',
        why: 'The cramp.',
      })
      .state(TODAY)
    const [shown] = risks(later)
    expect(shown?.risk.harm).toBe('A cramp, and it happened')
    const known = shown && knownThen(later, shown, day('2026-05-01'))
    expect(known?.decided?.risk.harm).toBe('A cramp')
    expect(known?.decided?.risk.decision).toBe('go-ahead-with-safeguards')
    expect(known?.decided?.views.map(({ later: { party } }) => party)).toEqual(['p'])
    expect(known?.capacity.map(({ decision }) => decision)).toEqual(['Swimming alone'])
    expect(known?.later.map(({ text }) => text)).toEqual(['Her leg went white.'])
    expect(shown && knownThen(later, shown, day('2026-04-18')).decided).toBeUndefined()
  })
})

test('it is due on its day, until somebody has looked', () => {
  const at = (on: string) => {
    const [shown] = risks(record.state(on))
    return shown?.due
  }
  expect([at('2026-04-30'), at('2026-05-01')]).toEqual([false, true])
  const looked = lookAgain({ stamp, risk: 'risk-1', says: 'All well.' }, state)
  expect(looked).toMatchObject({ entries: [{ text: 'Looked at again: All well.' }] })
  const after = record
    .with('note', { of: 'risk-1', text: 'Looked at again: All well.', on: TODAY })
    .state(TODAY)
  const [risk] = risks(after)
  expect(risk?.due).toBe(false)
  expect(says(lookAgain({ stamp, risk: 'risk-1', says: ' ' }, state))).toEqual(['Say what you found.'])
  const bare = record.but('risk-1', { note: undefined }).state(TODAY)
  const entry = bare.byId.get('risk-1')
  expect(entry?.kind === 'risk' && riskView(bare, entry).again).toBeUndefined()
})
