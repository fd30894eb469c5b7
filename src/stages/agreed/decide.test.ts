import { describe, expect, test } from 'vitest'
import { type ContractBuilder, aContract, outcomeFee } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { type RecordState, foldRecord } from '../../record/state.ts'
import { aRecord } from '../../../test/a-record.ts'
import { challengeWork, confirmOutcome, settleChallenge } from './decide.ts'
import { type Agreed, agreedUnder, goalFor } from './view.ts'

const ON = day('2026-10-01')

const agreedAs = (built: ContractBuilder, on = ON): Agreed => {
  const under = {
    id: 'contract-1',
    head: 1,
    file: built.file,
    ways: ['person'],
    mine: [],
    person: 'p-1',
    beside: [],
  }
  const [agreed] = agreedUnder([under], on)
  if (agreed === undefined) throw new Error('not awarded')
  return agreed
}

const base = aContract(outcomeFee())
  .referred('p-1', 'p-2')
  .and('outcome-agreed', {
    id: 'shop',
    person: 'p-1',
    package: 'p-1',
    goal: 'To the shop, by myself',
    weight: 1,
    from: day('2026-04-01'),
    due: day('2026-09-30'),
    estimate: [],
    on: day('2026-04-01'),
  })

const state: RecordState = foldRecord(aRecord().file(), ON)
const stamp = { id: 'progress-abc', on: ON, by: 'p' }
const yes = { stamp, by: 'p-1', outcome: 'shop', answer: 'yes' } as const

describe('the person says what came of it', () => {
  test('a yes is reached, as hoped for; nothing goes into a record that has no such goal', () => {
    expect(confirmOutcome(yes, agreedAs(base), state)).toEqual({
      kind: 'done',
      ledger: [
        {
          kind: 'confirmed',
          id: 'confirmed-abc',
          on: ON,
          by: 'p-1',
          outcome: 'shop',
          reached: true,
          attained: 0,
        },
      ],
      record: [],
    })
  })

  test.each([
    ['not-yet', -1],
    ['no', -2],
  ] as const)('“%s” is not reached, %i on the scale of goal attainment', (answer, attained) => {
    const decided = confirmOutcome({ ...yes, answer, level: 2 }, agreedAs(base), state)
    expect(decided).toMatchObject({ kind: 'done', ledger: [{ reached: false, attained, level: 2 }] })
  })

  test('“not what I wanted” says what was wanted, and is contested besides', () => {
    expect(confirmOutcome({ ...yes, answer: 'not-wanted' }, agreedAs(base), state)).toEqual({
      kind: 'refused',
      because: [{ says: 'Say what was wanted instead' }],
    })
    const decided = confirmOutcome(
      { ...yes, answer: 'not-wanted', says: 'The market.' },
      agreedAs(base),
      state,
    )
    expect(decided).toMatchObject({
      ledger: [
        { kind: 'confirmed', reached: false },
        { kind: 'contested', of: 'shop', why: 'The market.', by: 'p-1' },
      ],
    })
  })

  test('a provider never answers, nor does somebody who did not read it back', () => {
    expect(confirmOutcome({ ...yes, by: 'homely' }, agreedAs(base), state)).toMatchObject({
      kind: 'refused',
      because: [{ says: 'Whoever gives the support never answers this.' }],
    })
    const typed = { how: 'phone', readBack: false, name: 'Sam' } as const
    expect(confirmOutcome({ ...yes, typed }, agreedAs(base), state)).toMatchObject({ kind: 'refused' })
  })

  test('an outcome of somebody else, or one that was left out, is not asked', () => {
    expect(confirmOutcome({ ...yes, outcome: 'other' }, agreedAs(base), state)).toMatchObject({
      kind: 'refused',
    })
    const out = base.and('excluded', {
      outcome: 'shop',
      reason: 'hospital',
      why: 'In hospital.',
      approver: 'Ama Boateng',
    })
    expect(confirmOutcome(yes, agreedAs(out), state)).toMatchObject({ kind: 'refused' })
  })
})

describe('what waits for an answer', () => {
  const claimed = base.and('claimed', { outcome: 'shop', on: day('2026-08-01') })
  const asks = (built: ContractBuilder, on = ON) => agreedAs(built, on).outcomes[0]?.asks

  test('a claim asks, and so does the day on which it is due; saying nothing is never an answer', () => {
    expect(asks(base, day('2026-09-29'))).toBe(false)
    expect(asks(base, day('2026-09-30'))).toBe(true)
    expect(asks(claimed, day('2026-08-02'))).toBe(true)
    expect(agreedAs(claimed).outcomes[0]?.said).toBeUndefined()
  })

  test('a yes ends the asking; after a no the next claim asks again', () => {
    const said = (reached: boolean) =>
      claimed.and('confirmed', { outcome: 'shop', reached, by: 'p-1', on: day('2026-08-10') })
    expect(asks(said(true))).toBe(false)
    expect(asks(said(false))).toBe(false)
    expect(asks(said(false).and('claimed', { outcome: 'shop', on: day('2026-08-20') }))).toBe(true)
  })

  test('a goal in the record is known by its words, whatever stands between them', () => {
    const [goal] = foldRecord(aRecord().reviewed().file(), day('2099-01-01')).entries.filter(
      (entry) => entry.kind === 'goal',
    )
    const words = goal?.kind === 'goal' ? goal.words : ''
    const later = foldRecord(aRecord().reviewed().file(), day('2099-01-01'))
    expect(words).not.toBe('')
    expect(goalFor(later, `${words.toUpperCase()}!`)?.id).toBe(goal?.id)
    expect(goalFor(later, 'Something else')).toBeUndefined()
  })
})

describe('a challenge', () => {
  const challenge = { stamp, by: 'sam', says: ' Nobody went with her. ' }
  const challenged = base.and('challenged', { id: 'ch', person: 'p-1', says: 'x', on: day('2026-09-01') })

  test('is the worker’s, and says what was not done', () => {
    expect(challengeWork(challenge, agreedAs(base))).toMatchObject({
      kind: 'done',
      ledger: [{ kind: 'challenged', by: 'sam', person: 'p-1', says: 'Nobody went with her.' }],
      record: [],
    })
    expect(challengeWork({ ...challenge, says: ' ' }, agreedAs(base))).toMatchObject({ kind: 'refused' })
    expect(challengeWork({ ...challenge, by: 'homely' }, agreedAs(base))).toMatchObject({ kind: 'refused' })
  })

  test('waits for its answer before the same worker makes another', () => {
    expect(challengeWork(challenge, agreedAs(challenged))).toMatchObject({ kind: 'refused' })
    const heard = challenged.and('answered', { of: 'ch', upheld: false, says: 'We came.', by: 'homely' })
    expect(challengeWork(challenge, agreedAs(heard))).toMatchObject({ kind: 'refused' })
    const settled = heard.and('answered', { of: 'ch', upheld: true, says: 'It was so.', by: 'ama' })
    expect(challengeWork(challenge, agreedAs(settled))).toMatchObject({ kind: 'done' })
  })

  test('is settled by somebody else, once, with a reason', () => {
    const settle = { stamp, by: 'ama', challenge: 'ch', upheld: true, says: 'It was so.' }
    expect(settleChallenge(settle, agreedAs(challenged))).toMatchObject({
      kind: 'done',
      ledger: [{ kind: 'answered', of: 'ch', upheld: true, by: 'ama' }],
    })
    for (const wrong of [{ by: 'sam' }, { by: 'homely' }, { says: ' ' }, { challenge: 'none' }])
      expect(settleChallenge({ ...settle, ...wrong }, agreedAs(challenged))).toMatchObject({
        kind: 'refused',
      })
    const settled = challenged.and('answered', { of: 'ch', upheld: true, says: 'It was so.', by: 'ama' })
    expect(settleChallenge(settle, agreedAs(settled))).toMatchObject({ kind: 'refused' })
  })
})
