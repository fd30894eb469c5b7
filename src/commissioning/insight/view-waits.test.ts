import { expect, test } from 'vitest'
import { day } from '../../domain/dates/plain-date.ts'
import { type Waiter, holdsOf, isHeavy, medianOf, waitsOf, workloadsOf } from './view-waits.ts'

const TODAY = day('2026-11-21')

type Owed = Waiter['figures']['owed'][number]
type Hold = Waiter['figures']['holds'][number]

const owed = (what: string, since: string, due: string | null, whose: Owed['whose'] = 'council'): Owed => ({
  what,
  whose,
  since: day(since),
  due: due === null ? null : day(due),
})

const waiter = (
  over: Partial<Waiter['figures']> = {},
  record = 'r',
  worker = 'ann',
  team = 'north',
): Waiter => ({
  record,
  team,
  worker: { id: worker, name: worker },
  figures: { stage: 'plan', owed: [], holds: [], workers: { soFar: 1, since: null }, ...over },
})

test('each kind of wait: how many, how many late, the middle, the longest and the whole tail', () => {
  // 21 November less 10 days is the 11th, less 100 days 13 August, less 400 days 17 October 2025.
  const people = [
    waiter({ owed: [owed('A plan', '2026-11-11', '2026-12-09')] }, 'soon'),
    waiter({ owed: [owed('A plan', '2026-08-13', '2026-09-10')] }, 'late'),
    waiter({ owed: [owed('A plan', '2025-10-17', '2025-11-14')] }, 'latest'),
    waiter({ owed: [owed('The start of an assessment', '2026-11-20', null)] }, 'asked'),
  ]
  expect(waitsOf(people, TODAY)).toEqual([
    {
      what: 'The start of an assessment',
      waiting: 1,
      late: 0,
      median: 1,
      longest: 1,
      tails: [1, 0, 0, 0, 0],
      lateRecords: [],
    },
    {
      what: 'A plan',
      waiting: 3,
      late: 2,
      median: 100,
      longest: 400,
      tails: [1, 0, 1, 0, 1],
      lateRecords: ['latest', 'late'],
    },
  ])
})

test('due today is in time; what the person has to answer, and what lies ahead, is no wait of theirs', () => {
  const people = [
    waiter({ owed: [owed('A plan', '2026-10-24', '2026-11-21')] }),
    waiter({ owed: [owed('An answer to the plan', '2026-10-01', null, 'person')] }),
    waiter({ owed: [owed('Support', '2026-12-01', '2026-12-15')] }),
  ]
  expect(waitsOf(people, TODAY).map(({ what, late }) => [what, late])).toEqual([['A plan', 0]])
})

const hold = (over: Partial<Hold> = {}): Hold => ({
  stage: 'plan',
  on: day('2026-10-01'),
  until: null,
  resumed: null,
  told: true,
  reasoned: true,
  ...over,
})

test('holds that stand today: told, silent, without an end, past their end; not those that ended or lie ahead', () => {
  const people = [
    waiter({ holds: [hold()] }, 'told'),
    waiter({ holds: [hold({ told: false })] }, 'silent'),
    waiter({ holds: [hold({ until: day('2026-11-20') })] }, 'past'),
    waiter({ holds: [hold({ until: day('2026-11-21') })] }, 'today'),
    waiter({ holds: [hold({ resumed: day('2026-11-01') })] }, 'over'),
    waiter({ holds: [hold({ on: day('2026-12-01') })] }, 'ahead'),
    waiter({ holds: [hold()], stage: 'closed' }, 'closed'),
  ]
  expect(holdsOf(people, TODAY)).toEqual([
    { stage: 'plan', open: 4, told: 3, silent: 1, withoutEnd: 2, past: 1, silentRecords: ['silent'] },
  ])
})

test('who carries how much: people, what is owed and late, and who tells their story again and again', () => {
  const late = owed('A plan', '2026-01-01', '2026-01-29')
  const people = [
    waiter({ owed: [late] }, 'a', 'ann'),
    waiter({ owed: [late, owed('Support', '2026-11-01', '2026-11-30')] }, 'b', 'ann'),
    waiter({ workers: { soFar: 3, since: null } }, 'c', 'bea', 'south'),
    waiter({ stage: 'closed' }, 'd', 'bea', 'south'),
  ]
  expect(workloadsOf(people, TODAY, 'worker')).toEqual([
    { id: 'ann', name: 'ann', people: 2, owed: 3, late: 2, manyWorkers: 0 },
    { id: 'bea', name: 'bea', people: 1, owed: 0, late: 0, manyWorkers: 1 },
  ])
  expect(workloadsOf(people, TODAY, 'team').map(({ name, people: count }) => [name, count])).toEqual([
    ['North', 2],
    ['South', 1],
  ])
})

test('much more than the others: twice the middle one, and at least five more', () => {
  const load = (people: number) => ({ id: '', name: '', people, owed: 0, late: 0, manyWorkers: 0 })
  const all = [load(10), load(10), load(20)]
  expect(all.map((one) => isHeavy(one, all))).toEqual([false, false, true])
  const small = [load(1), load(1), load(3)]
  expect(small.map((one) => isHeavy(one, small))).toEqual([false, false, false])
})

test.each([
  [[], 0],
  [[4], 4],
  [[1, 9], 5],
  [[1, 2, 300], 2],
])('the middle of %j is %i', (sorted, middle) => {
  expect(medianOf(sorted)).toBe(middle)
})
