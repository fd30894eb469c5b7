import { describe, expect, test } from 'vitest'
import { aContract, indicators } from '../../domain/contracts/a-contract.ts'
import { isReference, recordReference } from '../../domain/contracts/record-reference.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { linesWith, nextReference, standsFrom, unlinked } from './view-candidates.ts'
import { aRecord } from '../../../test/a-record.ts'

describe('a reference', () => {
  const RECORD = '0f0e1c6a-2c64-4b5e-9d3b-3f2a91c07b4e'

  test('of a record is the last twelve signs of its address, however it is typed', () => {
    expect(recordReference(RECORD)).toBe('3F2A-91C0-7B4E')
    expect(isReference('3f2a 91c0 7b4e', recordReference(RECORD))).toBe(true)
    expect(isReference('3F2A91C07B4E', recordReference(RECORD))).toBe(true)
    expect(isReference('3F2A-91C0-7B4', recordReference(RECORD))).toBe(false)
    expect(isReference('', recordReference(RECORD))).toBe(false)
  })

  test.each([
    [[], 'p-01'],
    [['p-1', 'p-2'], 'p-3'],
    [['p-213'], 'p-214'],
    [['r-01', 'r-09'], 'r-10'],
    [['r-99'], 'r-100'],
    [['smith', 'p-07'], 'p-08'],
    [['smith'], 'p-01'],
  ])('in a contract goes on after %j with %s', (people, next) => {
    expect(nextReference(aContract(indicators()).referred(...people).file)).toBe(next)
  })

  test('that nobody’s record stands behind', () => {
    const { entries } = aContract(indicators()).referred('p-1', 'p-2').file
    expect(unlinked(entries, new Set(['p-1']))).toEqual(['p-2'])
  })
})

test('a day from which somebody is under a contract has come, and lies within it', () => {
  const within = { span: { from: day('2026-04-01'), to: day('2026-09-30') }, today: day('2026-11-21') }
  expect(standsFrom(day('2026-04-01'), within)).toBe('good')
  expect(standsFrom(day('2026-09-30'), within)).toBe('good')
  expect(standsFrom(day('2026-03-31'), within)).toBe('outside')
  expect(standsFrom(day('2026-10-01'), within)).toBe('outside')
  expect(standsFrom(day('2026-11-22'), within)).toBe('later')
})

test('a plan with no line of a provider gives nothing to link', () => {
  expect(linesWith(aRecord().budgeted().state(), new Set(['anybody']))).toEqual([])
})
