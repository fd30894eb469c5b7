import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { aContract, indicators } from './a-contract.ts'
import { patternOf } from './pattern.ts'

const TODAY = day('2027-02-01')
const challenged = (contract: ReturnType<typeof aContract>, id: string, person: string, on: string) =>
  contract.and('challenged', { id, person, says: 'Nobody went with them.', on: day(on) })

const base = aContract(indicators()).referred('p-1', 'p-2', 'p-3', 'p-4')

describe('a pattern of challenges', () => {
  test('one person, however often, is no pattern', () => {
    const twice = challenged(challenged(base, 'c-1', 'p-1', '2026-09-01'), 'c-2', 'p-1', '2026-10-01')
    expect(patternOf(twice.ledger(TODAY))).toBeUndefined()
  })

  test('two people within a year are: how many of whom, what is open and what was right', () => {
    const three = [
      ['c-1', 'p-1', '2026-09-01'],
      ['c-2', 'p-2', '2026-10-01'],
      ['c-3', 'p-1', '2026-11-01'],
    ].reduce((so, [id = '', person = '', on = '']) => challenged(so, id, person, on), base)
    // What a provider answers settles nothing.
    const answered = three
      .and('answered', { of: 'c-1', upheld: false, says: 'We came.', by: 'homely', on: day('2026-12-01') })
      .and('answered', { of: 'c-2', upheld: true, says: 'It was so.', by: 'ama', on: day('2026-12-02') })
      .and('answered', { of: 'c-3', upheld: false, says: 'They came.', by: 'ama', on: day('2026-12-03') })
    expect(patternOf(answered.ledger(TODAY))).toMatchObject({
      people: [
        { person: 'p-1', challenges: [{ id: 'c-3' }, { id: 'c-1' }], open: 1, upheld: 0 },
        { person: 'p-2', open: 0, upheld: 1 },
      ],
      of: 4,
      open: 1,
      upheld: 1,
      notUpheld: 1,
    })
  })

  test('what is more than twelve months old is not counted', () => {
    const old = challenged(challenged(base, 'c-1', 'p-1', '2026-05-01'), 'c-2', 'p-2', '2027-01-01')
    expect(patternOf(old.ledger(day('2027-05-01')))?.people).toHaveLength(2)
    expect(patternOf(old.ledger(day('2027-05-02')))).toBeUndefined()
  })
})
