import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlainDate, addDays, day } from '../dates/plain-date.ts'
import { aPerson } from './a-person.ts'
import type { AssessmentFigure, ContactFigure } from './figures.ts'
import { type Pace, type Queue, WEEKS_AHEAD, forecast, hoursToClear, paceOf, queueOf } from './waits.ts'

const ON = day('2026-11-22')
const asked = (on: string): ContactFigure => ({
  on: day(on),
  how: 'phone',
  whom: 'person',
  urgent: false,
  outcome: 'assess',
  signs: ['hygiene'],
  refused: false,
})
const opened = (from: string, on: string): AssessmentFigure => ({
  of: 'needs',
  whom: 'person',
  asked: day(from),
  opened: day(on),
  closed: null,
  outcome: null,
  decided: null,
})

describe('who waits', () => {
  const people = [
    aPerson({ contacts: [asked('2026-10-01')] }),
    aPerson({ contacts: [asked('2026-03-01')] }),
    aPerson({ contacts: [asked('2026-09-01')], assessments: [opened('2026-09-01', '2026-09-20')] }),
    aPerson({ contacts: [asked('2026-09-01')], closed: [day('2026-09-10')] }),
    aPerson({ contacts: [asked('2026-09-01')], moved: [{ on: day('2026-09-10'), direction: 'out' }] }),
    aPerson({ contacts: [{ ...asked('2026-09-01'), outcome: 'advice-only' }] }),
    aPerson({ contacts: [{ ...asked('2026-09-01'), whom: 'carer' }] }),
    // Seen once, and asked again since.
    aPerson({
      contacts: [asked('2025-01-01'), asked('2026-11-01')],
      assessments: [opened('2025-01-01', '2025-02-01')],
    }),
    aPerson({ contacts: [asked('2026-12-01')] }),
  ]

  test('the longest wait first; whoever was seen, has left or did not ask for themselves is not among them', () => {
    expect(queueOf(people, ON).since).toEqual(['2026-03-01', '2026-10-01', '2026-11-01'])
  })

  test('the pace of ten weeks: two asked, and one was seen', () => {
    // From 13 September on: asked on 1 October and 1 November; opened on 20 September.
    expect(paceOf(people, ON, 10)).toMatchObject({ weeks: 10, asked: 0.2, seen: 0.1 })
    // 1.2816 times the root of 2, over 10 weeks.
    expect(paceOf(people, ON, 10).give).toBeCloseTo(0.18125, 4)
  })
})

const queueFor = (waiting: number): Queue => ({
  on: ON,
  since: Array.from({ length: waiting }, (): PlainDate => day('2026-10-01')),
})
const pace = (askedFor: number, seen: number, give = 0): Pace => ({ weeks: 26, asked: askedFor, seen, give })

describe('when the queue is clear, by hand', () => {
  // 100 wait, 10 ask a week and 10 are seen. 28 days are 4 weeks, in which 10 + 5 more a week see 60 people.
  test('40 hours more a week at 8 hours each are five people more: 100, 95, 90 ... 60 after eight weeks', () => {
    const found = forecast(queueFor(100), pace(10, 10), { more: 40, each: 8, standard: 28 })
    expect(found.weeks.slice(0, 3).map(({ waiting }) => waiting)).toEqual([95, 90, 85])
    expect(found.weeks[0]?.wait).toBeCloseTo((95 / 15) * 7, 9)
    expect(found.weeks[7]?.waiting).toBe(60)
    expect(found.clear).toBe(addDays(ON, 56))
  })

  test('nothing more: the queue stays as it is, and is never clear', () => {
    expect(forecast(queueFor(100), pace(10, 10), { more: 0, each: 8, standard: 28 }).clear).toBeUndefined()
  })

  test('fewer than four weeks of work is clear from the first week', () => {
    expect(forecast(queueFor(20), pace(10, 10), { more: 0, each: 8, standard: 28 }).clear).toBe(
      addDays(ON, 7),
    )
    expect(hoursToClear(queueFor(20), pace(10, 10), addDays(ON, 70), { each: 8, standard: 28 })).toBe(0)
  })

  test('clear in ten weeks: 100 less 10 times the extra is at most 4 times all who are seen', () => {
    // Seen 10 + x: 100 - 10x <= 4 (10 + x), so x >= 60 / 14 = 4.2857 people, 34.29 hours: 35.
    const by = addDays(ON, 70)
    expect(hoursToClear(queueFor(100), pace(10, 10), by, { each: 8, standard: 28 })).toBe(35)
  })

  test('who asks comes by chance, so it may be sooner or later', () => {
    const found = forecast(queueFor(100), pace(10, 10, 2), { more: 40, each: 8, standard: 28 })
    // Three fewer or three more a week are left over: 7 a week takes 6 weeks to 60, 3 a week takes 14.
    expect([found.earliest, found.clear, found.latest]).toEqual([
      addDays(ON, 42),
      addDays(ON, 56),
      addDays(ON, 98),
    ])
  })

  test('nobody is ever seen: the wait has no end', () => {
    const { weeks, clear } = forecast(queueFor(1), pace(0, 0), { more: 0, each: 8, standard: 28 })
    expect([weeks[0]?.wait, clear]).toEqual([Number.POSITIVE_INFINITY, undefined])
  })
})

describe('for any queue', () => {
  const any = fc.record({
    waiting: fc.integer({ min: 0, max: 500 }),
    asked: fc.integer({ min: 0, max: 40 }),
    seen: fc.integer({ min: 0, max: 40 }),
    more: fc.integer({ min: 0, max: 400 }),
    each: fc.integer({ min: 4, max: 20 }),
  })

  test('nobody is lost: who waits is who waited, plus who asked, less who was seen', () => {
    fc.assert(
      fc.property(any, ({ waiting, asked: a, seen, more, each }) => {
        const { weeks } = forecast(queueFor(waiting), pace(a, seen), { more, each, standard: 28 })
        expect(weeks).toHaveLength(WEEKS_AHEAD)
        let before = waiting
        for (const week of weeks) {
          const left = before + a - week.waiting
          expect(left).toBeLessThanOrEqual(seen + more / each + 1e-9)
          expect(week.waiting).toBeGreaterThanOrEqual(0)
          before = week.waiting
        }
      }),
    )
  })

  test('the hours that are named are enough, and one hour fewer is not', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 2, max: 100 }), ({ waiting, asked: a, seen, each }, weeks) => {
        const by = addDays(ON, 7 * weeks)
        const queue = queueFor(waiting)
        const needed = hoursToClear(queue, pace(a, seen), by, { each, standard: 28 })
        const clear = (more: number) => forecast(queue, pace(a, seen), { more, each, standard: 28 }).clear
        expect((clear(needed) ?? '9999') <= by).toBe(true)
        if (needed > 0) expect((clear(needed - 1) ?? '9999') > by).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
