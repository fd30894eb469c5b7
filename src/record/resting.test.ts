import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../test/a-record.ts'
import { disputesBeneath, restingOn, statementsBehind } from './resting.ts'
import { find } from './state.ts'

const resting = (record: ARecord, id: string): readonly string[] =>
  restingOn(record.state(), id).map((entry) => entry.id)

const behind = (record: ARecord, id: string): readonly string[] => {
  const state = record.state()
  const need = find(state, 'need', id)
  if (need === undefined) throw new Error(`no need ${id}`)
  return statementsBehind(need, state)
}

describe('everything that rests on an entry', () => {
  test('from a sentence that was said to the money that is paid, in the order of the record', () => {
    expect(resting(aRecord().supported(), 'statement-1')).toEqual([
      'need-1',
      'eligibility-1',
      'option-1',
      'option-2',
      'option-answered-1',
      'option-answered-2',
      'plan-1',
      'personal-budget-1',
      'sign-off-1',
      'response-1',
    ])
  })

  test('what rests on another sentence only is not touched', () => {
    const touched = resting(aRecord().supported(), 'statement-3')
    expect(touched).toContain('need-2')
    expect(touched).toContain('option-3')
    expect(touched).not.toContain('need-1')
    expect(touched).not.toContain('option-1')
  })

  test('a sentence that no need names bears nothing', () => {
    expect(resting(aRecord().supported(), 'statement-4')).toEqual([])
  })

  test('a plan rests on the goals of its lines, and a decision on its assessment', () => {
    expect(resting(aRecord().planned(), 'goal-1')).toEqual([
      'plan-1',
      'personal-budget-1',
      'sign-off-1',
      'response-1',
    ])
    expect(resting(aRecord().foundEligible(), 'assessment-opened-1')).toEqual([
      'assessment-closed-1',
      'eligibility-1',
    ])
  })

  test('it is found by the id of a corrected entry, on the way up and on the way down', () => {
    const said = aRecord()
      .foundEligible()
      .entries.find(({ id }) => id === 'statement-1')
    const corrected = aRecord()
      .foundEligible()
      .add('statement', {
        ...said,
        id: 'said-again',
        on: '2026-02-20',
        corrects: 'statement-1',
        why: 'Misheard.',
      })
    expect(resting(corrected, 'statement-1')).toEqual(['need-1', 'eligibility-1'])
    expect(resting(corrected, 'said-again')).toEqual(['need-1', 'eligibility-1'])
    expect(behind(corrected, 'need-1')).toEqual(['said-again', 'statement-2'])
  })

  test('a correction that stands early and names something later is found all the same', () => {
    // The option stands where it was first written, before the need that it is now for.
    const record = aRecord()
      .contacted()
      .with('assessment-opened', {
        on: '2026-01-12',
        of: 'needs',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      })
      .add('option', option({ id: 'early', on: '2026-01-13', needs: [] }))
      .with('statement', {
        id: 'said',
        on: '2026-01-14',
        topic: 'hygiene',
        'said-by': 'p',
        basis: 'lived',
        text: 'I cannot get over the side of the bath.',
      })
      .add('need', need({ id: 'needed', on: '2026-01-15', statements: ['said'] }))
      .add(
        'option',
        option({
          id: 'right',
          on: '2026-01-16',
          needs: ['needed'],
          corrects: 'early',
          why: 'For which need.',
        }),
      )
    expect(
      record
        .state()
        .entries.map(({ id }) => id)
        .slice(-3),
    ).toEqual(['right', 'said', 'needed'])
    expect(resting(record, 'said')).toEqual(['right', 'needed'])
  })

  test('an entry that is not there bears nothing', () =>
    expect(resting(aRecord().planned(), 'nothing')).toEqual([]))
})

const option = (fields: Readonly<Record<string, unknown>>) => ({
  what: 'Home care',
  form: 'agency',
  unit: 'hour',
  amount: 7,
  price: 25,
  weekly: 175,
  effect: 'keeps',
  'proposed-by': 'sw',
  ...fields,
})

const need = (fields: Readonly<Record<string, unknown>>) => ({
  text: 'Washing',
  topics: ['hygiene'],
  cause: 'Arthritis',
  test: 'unable',
  wellbeing: [],
  impact: 'some',
  'impact-why': '',
  ...fields,
})

describe('what a need rests on', () => {
  test('the statements that it names', () => {
    expect(behind(aRecord().assessed(), 'need-1')).toEqual(['statement-1', 'statement-2'])
  })

  test.each([
    ['leaves them out', undefined],
    ['has an empty list', []],
  ])('where it %s: what was said of its topics before it was written', (_name, statements) => {
    const record = aRecord().assessed().but('need-1', { statements }).with('statement', {
      id: 'after',
      on: '2026-05-01',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'I have a shower seat now.',
    })
    expect(behind(record, 'need-1')).toEqual(['statement-1', 'statement-2'])
    expect(resting(record, 'statement-1')).toEqual(['need-1'])
    expect(resting(record, 'after')).toEqual([])
  })

  test('a carer’s need rests on what was said about that carer, and a person’s on what was said about them', () => {
    const record = aRecord()
      .withCarer()
      .party({ id: 'sister', role: 'carer' })
      .but('need-carer', { on: '2026-01-20', statements: undefined })
      .but('need-1', { on: '2026-01-20', statements: undefined, topics: ['hygiene', 'family'] })
      .with('statement', {
        id: 'hers',
        on: '2026-01-18',
        by: 'sister',
        topic: 'carer-recreation',
        'said-by': 'sister',
        basis: 'lived',
        text: 'I never go out.',
      })
    const order = record.entries.map(({ id }) => id)
    for (const id of ['said-family', 'said-carer', 'hers']) {
      expect(order.indexOf(id)).toBeLessThan(Math.min(order.indexOf('need-carer'), order.indexOf('need-1')))
    }
    expect(behind(record, 'need-carer')).toEqual(['said-carer'])
    expect(behind(record, 'need-1')).toEqual(['statement-1'])
  })
})

describe('the open disputes beneath an entry', () => {
  const disputed = aRecord().supported().with('dispute', {
    id: 'no',
    on: '2026-04-01',
    by: 'p',
    of: 'statement-1',
    says: 'I never said so.',
    wants: '',
  })
  const beneath = (record: ARecord, id: string) =>
    disputesBeneath(record.state(), id).map(({ dispute }) => dispute.id)

  test('reach the entry itself and everything that rests on it', () => {
    for (const id of ['statement-1', 'need-1', 'eligibility-1', 'plan-1', 'personal-budget-1']) {
      expect(beneath(disputed, id)).toEqual(['no'])
    }
  })
  test('leave the rest of the record alone', () => {
    for (const id of ['statement-3', 'need-2', 'option-3', 'contact-1'])
      expect(beneath(disputed, id)).toEqual([])
  })
  test('go when the dispute is answered', () => {
    const answered = disputed.with('dispute-answered', {
      on: '2026-04-20',
      dispute: 'no',
      outcome: 'refused',
      why: 'It is on the tape.',
    })
    expect(beneath(answered, 'plan-1')).toEqual([])
  })
  test('each is found once, however many ways lead to it', () => {
    const twice = disputed.with('dispute', {
      id: 'nor',
      on: '2026-04-02',
      by: 'p',
      of: 'need-1',
      says: '',
      wants: '',
    })
    expect(beneath(twice, 'plan-1')).toEqual(['no', 'nor'])
  })
})
