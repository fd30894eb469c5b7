import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlainDate, addDays, day } from '../domain/dates/plain-date.ts'
import { aRecord } from '../../test/a-record.ts'
import { accessRows, foldWhole } from './standing.ts'

// From which day whoever gives support stands to a record. `support-started-1` of the story is told on its own day.

const record = aRecord().supported().record()
const started = record.entries.find(({ kind }) => kind === 'support-started')
const START = day(String(started?.on).slice(0, 10))
const state = foldWhole(record)
const signing = { accountOf: (party: string) => party, teamOf: () => undefined }
const giving = (today: PlainDate) =>
  accessRows(state, signing, today).filter(({ relationship }) => relationship === 'provider')

describe('whoever gives support', () => {
  test('is nobody to the record on the day before it starts, and the provider from its day on', () => {
    expect(started).toBeDefined()
    expect(giving(addDays(START, -1))).toEqual([])
    expect(giving(START).map(({ party }) => party)).toEqual(['care', 'club'])
    expect(giving(addDays(START, 1))).toEqual(giving(START))
  })

  test('on every day: what anybody else is does not hang on the day', () => {
    const others = (today: PlainDate) =>
      accessRows(state, signing, today).filter(({ relationship }) => relationship !== 'provider')
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (days) => {
        const today = addDays(START, days)
        expect(others(today)).toEqual(others(START))
        expect(giving(today).length > 0).toBe(days >= 0)
      }),
    )
  })
})
