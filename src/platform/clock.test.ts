import { describe, expect, it } from 'vitest'
import { createClock } from './clock.ts'

const at = (moment: string) => createClock(undefined, () => new Date(moment))

describe('the day in London', () => {
  it.each([
    ['2026-01-15T23:59:59Z', '2026-01-15'],
    ['2026-01-16T00:00:00Z', '2026-01-16'],
    // Summer time: an hour before midnight in Greenwich it is the next day in London.
    ['2026-07-15T22:59:59Z', '2026-07-15'],
    ['2026-07-15T23:00:00Z', '2026-07-16'],
    // The nights on which the clocks change, 29 March and 25 October 2026.
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-03-29T23:00:00Z', '2026-03-30'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
    ['2028-02-29T12:00:00Z', '2028-02-29'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
  ])('%s is %s', (moment, day) => {
    expect(at(moment).today()).toBe(day)
  })

  it('is the set day where one is set, while moments stay real', () => {
    const clock = createClock('2026-11-20', () => new Date('2027-03-01T10:00:00Z'))
    expect(clock.today()).toBe('2026-11-20')
    expect(clock.now().toISOString()).toBe('2027-03-01T10:00:00.000Z')
  })
})
