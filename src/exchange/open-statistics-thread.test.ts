import { expect, test } from 'vitest'
import { day } from '../domain/dates/plain-date.ts'
import { ON, council } from '../domain/population/invent/a-council.ts'
import { USUAL_FAULTS } from '../domain/population/invent/faults.ts'
import { countYears, hideSmall, statistics, yearTo } from '../domain/population/statistics.ts'
import { figuresOf } from '../record/figures.ts'
import { foldRecord } from '../record/state.ts'
import { linearSolver } from './linear-solver.ts'
import { hideInThread, statisticsBehind } from './open-statistics-thread.ts'

const open = await linearSolver()
const people = council(160, 4, USUAL_FAULTS).map(({ record, traits }) => ({
  figures: figuresOf(foldRecord(record, ON)),
  traits,
}))
const october = statistics(people, yearTo(day('2026-10-31')), { open })

test('a thread of its own hides the same numbers, beside an earlier month, and this one goes on meanwhile', async () => {
  const counting = countYears(people, yearTo(ON), { earlier: [october] })
  let counted = counting.next()
  while (counted.done !== true) counted = counting.next()
  let turns = 0
  const clock = setInterval(() => (turns += 1), 5)
  const hidden = await hideInThread(counted.value)
  clearInterval(clock)
  expect(hidden).toEqual(hideSmall(counted.value, open))
  expect(hidden.some(({ status }) => status === 'suppressed')).toBe(true)
  expect(turns).toBeGreaterThan(3)
}, 60_000)

test('what is published is the same, wherever it is made', async () => {
  expect(await statisticsBehind(people, ON, [october])).toEqual(
    statistics(people, yearTo(ON), { earlier: [october], open }),
  )
})

test('work that is none fails, and says so', async () => {
  const broken = { period: yearTo(ON), detail: 'wide' as const, before: [] }
  // @ts-expect-error -- what is missing stands for a mistake of ours
  await expect(hideInThread(broken)).rejects.toThrow(/undefined|answered/)
}, 60_000)
