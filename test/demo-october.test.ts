import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, day } from '../src/domain/dates/plain-date.ts'
import { readFileText } from '../src/record/file.ts'
import { all, foldRecord } from '../src/record/state.ts'
import { dayOfWhen } from '../src/record/values.ts'

// Sunita's record and the visits under her contract tell the same weeks, from the first week that the record tells of: what was
// planned, what came to the hundredth of an hour, and what was missed.

const DEMO = join(import.meta.dirname, '../demo')
const text = (path: string) => readFile(join(DEMO, path), 'utf8')

const visit = z.object({
  person: z.string(),
  line: z.string(),
  planned_start: z.string(),
  planned_end: z.string(),
  start: z.string(),
  end: z.string(),
  state: z.string(),
})

const hours = (from: string, to: string): number =>
  from === '' || to === '' ? 0 : (Date.parse(to) - Date.parse(from)) / 3_600_000
const hundredth = (amount: number): number => Math.round(amount * 100) / 100

const visits = z
  .array(visit)
  .parse(parse(await text('contracts/back-on-your-feet.visits.csv'), { columns: true }))
  .filter(({ person }) => person === 'r-01')
const file = readFileText(await text('records/harbour.record.json'))
const state = file.kind === 'record' ? foldRecord(file.record, day('2026-11-21')) : undefined
const told = (state === undefined ? [] : all(state, 'support-delivered')).filter(
  ({ from, by }) => dayOfWhen(from) >= day('2026-09-21') && by === 'northmoor-homecare',
)

test('eight weeks of two lines are told of', () => expect(told).toHaveLength(16))

describe.each(told.map((entry) => ({ entry, from: dayOfWhen(entry.from), line: String(entry.line) })))(
  'the week from $from, $line',
  ({ entry, from, line }) => {
    test('comes to what the visits come to', () => {
      const to = addDays(from, 6)
      const own = visits.filter((each) => {
        const on = day(each.planned_start.slice(0, 10))
        return each.line === line && on >= from && on <= to
      })
      const sum = (of: (each: (typeof own)[number]) => number) =>
        hundredth(own.reduce((so, each) => so + of(each), 0))
      expect({
        to: dayOfWhen(entry.to),
        planned: entry.planned,
        delivered: entry.delivered,
        missed: entry.missed ?? 0,
      }).toEqual({
        to,
        planned: sum((each) => hours(each.planned_start, each.planned_end)),
        delivered: sum((each) => hours(each.start, each.end)),
        missed: own.filter(({ state: how }) => how === 'missed').length,
      })
    })
  },
)
