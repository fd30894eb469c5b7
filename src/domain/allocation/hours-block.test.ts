import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { layOutHours, priceHours, priceListOf } from './hours-block.ts'
import { type Model, parseModel } from './model.ts'
import type { CompactFacts } from './one-person.ts'
import { slotOf } from './slots.ts'
import { tablesOf } from './tables.ts'

const published = parse(
  readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8'),
)
function modelWith(contingency: number): Model {
  const parsed = parseModel({ ...published, 'contingency-percent': contingency })
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
  return parsed.model
}
const ON = day('2026-05-20')
const HYGIENE = slotOf('hygiene') ?? 0
const TOILET = slotOf('toilet') ?? 0

/** Help with washing `times` a week for 7 minutes, and every third person a need of an hour a week besides; some need nothing. */
const someone = (number: number): CompactFacts => {
  const need = (slot: number, times: number, minutes: number) => ({
    slot,
    lead: { level: 1, times, minutes, people: 1 },
    voices: [],
    timesSaid: true,
  })
  const washing = number % 5 === 0 ? [] : [need(HYGIENE, number % 5, 7)]
  return {
    topics: [...washing, ...(number % 3 === 0 ? [need(TOILET, 1, 60)] : [])],
    nights: [],
    shared: [],
    givers: [],
  }
}

// At £27.60 an hour 7, 14, 21 and 28 minutes are £3.22, £6.44, £9.66 and £12.88; an hour is £27.60.
const washing = [0, 322, 644, 966, 1288]

/** More people than are priced at a time, and a number that is no multiple of four. */
const MANY = 40_003

test.each([0, 7.5])('everybody’s week is the sum of their own lines, at %f%% for bad weeks', (percent) => {
  const tables = tablesOf(modelWith(percent), ON)
  const hours = layOutHours(
    tables,
    Array.from({ length: MANY }, (_, number) => someone(number)),
  )
  const week = new Float64Array(MANY).fill(99)
  priceHours(hours, priceListOf(tables), week)
  const wrong = [...week].flatMap((found, number) => {
    const lines = (washing[number % 5] ?? 0) + (number % 3 === 0 ? 2760 : 0)
    const due = lines + Math.round((lines * percent) / 100)
    return found === due ? [] : [`${number}: ${found} and not ${due}`]
  })
  expect(wrong).toEqual([])
})

test('nobody at all has no weeks', () => {
  const tables = tablesOf(modelWith(0), ON)
  const hours = layOutHours(tables, [])
  expect(hours).toMatchObject({ count: 0, columns: [] })
  const week = new Float64Array(0)
  priceHours(hours, priceListOf(tables), week)
  expect(week).toHaveLength(0)
})
