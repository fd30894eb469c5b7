import { expect, test } from 'vitest'
import type { Look } from './at-table.ts'
import { pagesInWords, visitsOf, whenInWords } from './looks.tsx'

const look = (at: string, page: string, name = 'Keith Bromwell', relationship = 'worker'): Look => ({
  at,
  page,
  name,
  relationship,
})

// In winter the clock of London is that of UTC; in summer it is an hour ahead.
test('what one person opened on one day is one visit', () => {
  const visits = visitsOf([
    look('2026-11-21T14:20:00Z', 'the plan'),
    look('2026-11-21T14:06:00Z', 'the record'),
    look('2026-11-21T14:05:00Z', 'the plan'),
    look('2026-11-21T11:00:00Z', 'the support', 'Northmoor Homecare', 'provider'),
    look('2026-11-21T10:00:00Z', 'the record'),
    look('2026-06-30T23:30:00Z', 'the record'),
  ])
  expect(visits.map((visit) => [whenInWords(visit), visit.name, pagesInWords(visit)])).toEqual([
    ['21 November 2026, 14:05 to 14:20', 'Keith Bromwell', 'the plan (2 times), the record'],
    ['21 November 2026, 11:00', 'Northmoor Homecare', 'the support'],
    ['21 November 2026, 10:00', 'Keith Bromwell', 'the record'],
    ['1 July 2026, 00:30', 'Keith Bromwell', 'the record'],
  ])
})

test('nobody looked: no visit', () => {
  expect(visitsOf([])).toEqual([])
})
