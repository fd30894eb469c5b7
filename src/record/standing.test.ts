import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlainDate, addDays, day } from '../domain/dates/plain-date.ts'
import { aRecord } from '../../test/a-record.ts'
import type { RecordFile } from './entries.ts'
import { decodeEntry } from './file.ts'
import { accessRows, foldWhole } from './standing.ts'
import { foldRecord } from './state.ts'

// From which day somebody stands to a record, and until when. `support-started-1` of the story is told on its own day.

const record = aRecord().supported().record()
const started = record.entries.find(({ kind }) => kind === 'support-started')
const START = day(String(started?.on).slice(0, 10))
const signing = { accountOf: (party: string) => party, teamOf: () => undefined }
const who = (
  of: Pick<RecordFile, 'person' | 'parties' | 'entries'>,
  relationship: string,
  today: PlainDate,
) =>
  accessRows(foldWhole(of), signing, today)
    .filter((row) => row.relationship === relationship)
    .map(({ party }) => party)

/** The record with something that is written down for a later day. */
const withAhead = (days: number, body: object) => ({
  ...record,
  entries: [...record.entries, decodeEntry({ id: 'ahead', by: 'w', on: addDays(START, days), ...body })],
})

describe('whoever gives support', () => {
  test('is nobody to the record on the day before it starts, and the provider from its day on', () => {
    expect(started).toBeDefined()
    expect(who(record, 'provider', addDays(START, -1))).toEqual([])
    expect(who(record, 'provider', START)).toEqual(['care', 'club'])
    expect(who(record, 'provider', addDays(START, 1))).toEqual(['care', 'club'])
  })

  test('reads on until the day on which it ends, however early that was written down', () => {
    const line = started?.kind === 'support-started' ? started.line : undefined
    const ends = withAhead(40, { kind: 'support-ended', plan: 'plan-1', line, why: 'They move.' })
    expect(who(ends, 'provider', addDays(START, 39))).toEqual(['care', 'club'])
    expect(who(ends, 'provider', addDays(START, 40))).toHaveLength(1)
  })
})

describe('a worker', () => {
  const [worker = ''] = who(record, 'worker', START)

  test('who is to leave is there until that day', () => {
    const leaves = withAhead(20, { kind: 'worker', worker, event: 'left' })
    expect(who(leaves, 'worker', addDays(START, 19))).toEqual([worker])
    expect(who(leaves, 'worker', addDays(START, 20))).toEqual([])
  })

  test('who is to come is nobody before it', () => {
    const comes = withAhead(20, { kind: 'worker', worker: 'p', event: 'allocated' })
    expect(who(comes, 'worker', addDays(START, 19))).toEqual([worker])
    expect(new Set(who(comes, 'worker', addDays(START, 20)))).toEqual(new Set(['p', worker]))
  })
})

test('on every day everybody stands to the record as what has happened by then makes them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const today = addDays(START, days)
      expect(accessRows(foldWhole(record), signing, today)).toEqual(
        accessRows(foldRecord(record, today), signing, today),
      )
    }),
  )
})
