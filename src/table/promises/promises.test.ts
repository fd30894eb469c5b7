import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import type { RecordState } from '../../record/state.ts'
import { makePromise, settlePromise } from './decide.ts'
import { openPromises, promises } from './view.ts'

const TODAY = '2026-02-20'
const base = aRecord().planned()
const stamp = { id: 'note-f00d', on: day(TODAY), by: 'sw' }
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const textOf = (decision: Decision): string => {
  const [entry] = decision.kind === 'done' ? decision.entries : []
  return entry?.kind === 'note' ? entry.text : ''
}
const note = (text: string, on: string, by = 'sw', from = base) => from.with('note', { on, by, text })
const shape = (state: RecordState) =>
  promises(state).map(({ step, party, by, standing }) => [step, party, by, standing.kind])

describe('a promise', () => {
  const make = (more: Partial<Parameters<typeof makePromise>[0]>, record = base) =>
    makePromise(
      { stamp, step: 'Send the form  for the grant. ', party: 'sw', by: day('2026-02-27'), ...more },
      record.state(TODAY),
    )

  test('is a note that says who, what and by when, and can be read back', () => {
    expect(textOf(make({}))).toBe('By 27 February 2026 (sw): Send the form for the grant.')
    const record = note(textOf(make({})), TODAY)
    expect(shape(record.state(TODAY))).toEqual([['Send the form for the grant', 'sw', '2026-02-27', 'open']])
  })

  test.each<[string, Parameters<typeof make>[0], string]>([
    ['of nothing', { step: ' . ' }, 'Say what will be done.'],
    ['by nobody', { party: 'nobody' }, 'Choose who does it.'],
    ['for a day that has passed', { by: day('2026-02-19') }, '19 February 2026 has passed.'],
  ])('is refused %s', (_name, more, expected) => expect(says(make(more))).toEqual([expected]))

  test('is not written down twice, and can be for today', () => {
    const record = note(textOf(make({})), TODAY)
    expect(says(make({}, record))).toEqual(['This is in the record already, with the same day.'])
    expect(says(make({ by: day('2026-03-06') }, record))).toEqual([])
    expect(says(make({ by: day(TODAY) }))).toEqual([])
  })

  test('for another day stands in place of the one before', () => {
    const twice = note(
      'By 6 March 2026 (sw): Call.',
      '2026-02-21',
      'sw',
      note('By 27 February 2026 (sw): Call.', TODAY),
    )
    expect(shape(twice.state('2026-02-22'))).toEqual([['Call', 'sw', '2026-03-06', 'open']])
  })
})

describe('what became of it', () => {
  const promised = note('By 27 February 2026 (son): Call the bank.', TODAY)
  const id = openPromises(promised.state(TODAY))[0]?.told.note.id ?? ''
  const settle = (more: Partial<Parameters<typeof settlePromise>[0]>) =>
    settlePromise(
      { stamp, promise: id, became: 'done', says: '', isWorker: false, ...more },
      promised.state('2026-03-01'),
    )

  test('late by so many days', () => {
    // 27 February to 2 March 2026 is three days.
    expect(openPromises(promised.state('2026-03-02'))[0]?.standing).toEqual({ kind: 'open', late: 3 })
    expect(openPromises(promised.state('2026-02-27'))[0]?.standing).toEqual({ kind: 'open', late: 0 })
  })

  test('done, or not done because; and then it is open no more', () => {
    const done = note(textOf(settle({ says: 'They answered.' })), '2026-03-01', 'sw', promised)
    expect(shape(done.state('2026-03-02'))).toEqual([['Call the bank', 'son', '2026-02-27', 'done']])
    const not = note(
      textOf(settle({ became: 'not-done', says: 'It has closed.' })),
      '2026-03-01',
      'sw',
      promised,
    )
    expect(shape(not.state('2026-03-02'))).toEqual([['Call the bank', 'son', '2026-02-27', 'not-done']])
    expect(openPromises(done.state('2026-03-02'))).toEqual([])
    // Promised again, it is open again.
    const again = note('By 9 March 2026 (sw): Call the bank.', '2026-03-02', 'sw', not)
    expect(shape(again.state('2026-03-02'))).toEqual([['Call the bank', 'sw', '2026-03-09', 'open']])
  })

  test('is said by whoever promised it, whoever wrote it down, or a worker', () => {
    const OTHERS = 'Only whoever promised it, whoever wrote that down, or the worker can say this.'
    expect(says(settle({ stamp: { ...stamp, by: 'son' } }))).toEqual([])
    expect(says(settle({ stamp: { ...stamp, by: 'sw' } }))).toEqual([])
    expect(says(settle({ stamp: { ...stamp, by: 'p' } }))).toEqual([OTHERS])
    expect(says(settle({ stamp: { ...stamp, by: 'mgr' }, isWorker: true }))).toEqual([])
  })

  test('is not said of what is not there, and takes a reason where it was not done', () => {
    expect(says(settle({ promise: 'none' }))).toEqual(['Choose a promise that is open.'])
    expect(says(settle({ became: 'not-done', says: ' ' }))).toEqual([
      'Say why it was not done. The person reads it.',
    ])
  })
})
