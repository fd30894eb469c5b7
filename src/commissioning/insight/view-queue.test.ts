import { describe, expect, test } from 'vitest'
import { day } from '../../domain/dates/plain-date.ts'
import { aPerson } from '../../domain/population/a-person.ts'
import { queueAsked, queueView, quarters } from './view-queue.ts'

const TODAY = day('2026-11-21')
const asked = (query: string) => {
  const values = new URLSearchParams(query)
  return queueAsked((name) => values.get(name) ?? '')
}

describe('what is typed', () => {
  test('nothing typed is how it stands, with twelve hours an assessment', () => {
    expect(asked('')).toMatchObject({ more: 0, each: 12, errors: [] })
    expect(asked('more=20&each=7.5')).toMatchObject({ more: 20, each: 7.5, errors: [] })
  })

  test.each(['more=-1', 'more=many', 'more=100000', 'each=0', 'each=1e3', 'each=201'])(
    '%s: said in a sentence, and kept as it was typed',
    (query) => {
      const [name = '', value = ''] = query.split('=')
      const { errors, typed } = asked(query)
      expect(errors).toHaveLength(1)
      expect(errors[0]?.field).toBe(name)
      expect({ ...typed }[name]).toBe(value)
    },
  )
})

test('who waits, who asks, who is seen; more hours clear it and none do not', () => {
  const waits = Array.from({ length: 26 }, () =>
    aPerson({
      contacts: [
        {
          on: day('2026-10-01'),
          how: 'phone',
          whom: 'person',
          urgent: false,
          outcome: 'assess',
          signs: [],
          refused: false,
        },
      ],
    }),
  )
  const still = queueView(waits, TODAY, { more: 0, each: 10 })
  expect(still.queue.since).toHaveLength(26)
  expect(still.pace).toMatchObject({ weeks: 26, asked: 1, seen: 0 })
  expect(still.ahead.clear).toBeUndefined()
  // 50 hours a week at ten hours each see five people a week.
  const more = queueView(waits, TODAY, { more: 50, each: 10 })
  expect(more.ahead.clear).toBeDefined()
  expect(quarters(more.ahead)).toHaveLength(8)
  // Ten hours each, one more asks each week, 26 wait: what is left over from the one decides by when the 26 are seen. With the
  // standard of 28 days up to four weeks' worth may still wait: with n seen a week, 26 + w - n x w is at most 4 x n.
  // 13 weeks: n = (26 + 13) / 17 = 2.29, 23 hours; 26 weeks: 52 / 30 = 1.73, 18; 52 weeks: 78 / 56 = 1.39, 14; 104: 1.2, 12 or 13.
  expect(more.goals.map((goal) => goal.by)).toEqual(['2027-02-21', '2027-05-21', '2027-11-21', '2028-11-21'])
  const hours = more.goals.map((goal) => goal.more)
  expect(hours[0]).toBe(23)
  expect(hours[1]).toBe(18)
  expect(hours[2]).toBe(14)
  expect(hours[3]).toBeGreaterThanOrEqual(12)
  expect(hours[3]).toBeLessThanOrEqual(13)
})
