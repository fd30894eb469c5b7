import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../dates/plain-date.ts'
import { pence } from '../../money/pence.ts'
import { settle } from '../settle.ts'
import { ASSUMED, type Assumptions, breakEven } from './assumptions.ts'
import { BEHAVIOURS, given, visiting } from './behaviours.ts'
import { QUARTERS, YEAR, lived } from './lived.ts'
import { type Draw, type InventedPerson, inventedPeople } from './people.ts'
import { cellsOf, rangeOf } from './ranges.ts'
import { type Run, runOf, runsOf } from './run.ts'
import { supportOf } from './support.ts'
import { WAYS, costOfAll, termsOf } from './ways.ts'
import { ledgerOf } from './year.ts'

const FEW: Assumptions = { ...ASSUMED, people: 60 }

const EVEN: Readonly<Record<Draw, number>> = {
  accepted: 0.5,
  cut: 0.5,
  reached: 0.5,
  excluded: 0.5,
  answers: 0.5,
  day: 0.5,
  level: 0.5,
  score: 0.5,
  leant: 0.5,
  attained: 0.5,
  'quarter-1': 0.5,
  'quarter-2': 0.5,
  'quarter-3': 0.5,
  'quarter-4': 0.5,
}
const SOMEBODY: InventedPerson = { id: 'p-1', hours: 7, chance: 0.6, before: 2, draw: EVEN }

describe('worked by hand', () => {
  test('the price of an outcome fee: £27.60 x 0.96 / (0.2 + 0.8 x 0.55 x 0.75) is £49.99', () => {
    expect(breakEven(ASSUMED)).toBe(4999)
  })

  test('with nothing that comes anyway and all of it up front it is what the care costs: £27.60 x 0.96', () => {
    expect(breakEven({ ...ASSUMED, upfront: 1 })).toBe(2650)
  })

  test('7 hours a week for 365 days at £27.60: £10,074.00', () => {
    expect(costOfAll([SOMEBODY], ASSUMED)).toBe(1_007_400)
  })

  test('a quarter of 91 days with nothing wrong: 91 hours planned in 121 visits, 117 made, 6 of them short', () => {
    const [first] = supportOf({ person: SOMEBODY, reached: false, on: YEAR.from }, 'well', ASSUMED)
    // 91 x (117 - 6 x 0.24) / 121
    expect(first).toMatchObject({ planned: 91, visits: 121, missed: 4, short: 6, delivered: 86.91 })
  })

  test('who reached their outcome in the first quarter needs a fifth fewer hours from the second on', () => {
    const care = supportOf({ person: SOMEBODY, reached: true, on: day('2026-06-30') }, 'well', ASSUMED)
    // 92, 92 and 90 days at 5.6 hours a week
    expect(care.map(({ planned }) => planned)).toEqual([91, 73.6, 73.6, 72])
  })

  test('a provider that parks makes 0.97 x (0.35 + 0.75 x 0.2) of the visits to somebody with one chance in five', () => {
    expect(visiting('parks', { ...SOMEBODY, chance: 0.2 }).made).toBeCloseTo(0.485, 10)
    expect(visiting('parks', { ...SOMEBODY, chance: 0.9 }).made).toBeCloseTo(0.97, 10)
  })

  test('cut visits give 0.97 x (1 - 0.55 x 0.35) of the hours', () => {
    expect(given(visiting('cuts-hours', SOMEBODY))).toBeCloseTo(0.783_275, 10)
  })

  test('of eleven values the middle is the sixth, and eight of ten lie from the second to the tenth', () => {
    expect(rangeOf([11, 1, 10, 2, 9, 3, 8, 4, 7, 5, 6])).toEqual({ low: 2, middle: 6, high: 10 })
  })

  test('the falling value is what the needs of these people cost, and falls', () => {
    const terms = termsOf('tapering', ASSUMED, [SOMEBODY])
    expect(terms).toMatchObject({ value: 1_007_400, years: [{ falls: 0.05, uplift: 0 }] })
  })
})

describe('the same people', () => {
  const people = inventedPeople(ASSUMED, 7)

  test('for the same seed; others for another', () => {
    expect(inventedPeople(ASSUMED, 7)).toEqual(people)
    expect(inventedPeople(ASSUMED, 8)[0]).not.toEqual(people[0])
  })

  test('one person more does not change the others', () => {
    expect(inventedPeople({ ...ASSUMED, people: 241 }, 7).slice(0, 240)).toEqual(people)
  })

  test('need what they were assumed to need, give or take', () => {
    const all = Array.from({ length: 30 }, (_, seed) => inventedPeople(ASSUMED, seed + 1)).flat()
    const mean = all.reduce((sum, { hours }) => sum + hours, 0) / all.length
    expect(mean).toBeGreaterThan(12.2)
    expect(mean).toBeLessThan(13)
    const chance = all.reduce((sum, each) => sum + each.chance, 0) / all.length
    expect(chance).toBeCloseTo(0.55, 1)
  })

  test('reach no more with worse support, one by one', () => {
    const well = lived('well', people, ASSUMED)
    for (const behaviour of BEHAVIOURS) {
      const other = lived(behaviour, people, ASSUMED)
      expect(other.every(({ reached }, index) => !reached || well[index]?.reached === true)).toBe(true)
    }
  })
})

describe('every way of paying, every behaviour, several seeds', () => {
  const runs = [1, 2, 3].flatMap((seed) => runsOf(FEW, seed))
  const find = (run: Run, way: Run['way'], behaviour = run.behaviour) =>
    runs.find((each) => each.seed === run.seed && each.way === way && each.behaviour === behaviour)

  test('nothing is left out, and the same seed gives the same', () => {
    expect(runs).toHaveLength(3 * WAYS.length * BEHAVIOURS.length)
    const people = inventedPeople(FEW, 2)
    const again = runOf('outcome-fee', 'creams', { people, assumed: FEW, seed: 2 })
    expect(runs.find((run) => run.seed === 2 && run.way === again.way && run.behaviour === 'creams')).toEqual(
      again,
    )
  })

  test('under a floor the care given is always paid for, to the penny and rounding', () => {
    for (const run of runs.filter(({ way }) => way !== 'outcome-fee-no-floor'))
      expect(run.left).toBeGreaterThanOrEqual(-4 * FEW.people)
  })

  test('plain hours at the sustainable rate leave nothing over, and nothing to gain', () => {
    for (const run of runs.filter(({ way }) => way === 'hours'))
      expect(Math.abs(run.left)).toBeLessThanOrEqual(4 * FEW.people)
  })

  test('counting outcomes moves no money', () => {
    for (const run of runs.filter(({ way }) => way === 'indicators')) {
      const plain = find(run, 'hours')
      expect([plain?.paid, plain?.given, plain?.reached]).toEqual([run.paid, run.given, run.reached])
    }
  })

  test('a floor never pays less than no floor', () => {
    for (const run of runs.filter(({ way }) => way === 'outcome-fee'))
      expect(run.paid).toBeGreaterThanOrEqual(find(run, 'outcome-fee-no-floor')?.paid ?? 0)
  })

  test('what people get hangs on the provider and not on who pays how', () => {
    for (const run of runs) {
      const plain = find(run, 'hours')
      expect([plain?.given, plain?.reached, plain?.without]).toEqual([run.given, run.reached, run.without])
    }
  })

  test('who was turned away still costs the council: what they need, for a year', () => {
    for (const run of runs) {
      expect(run.cost).toBe(run.paid + run.elsewhere)
      expect(run.elsewhere > 0).toBe(run.without > 0)
    }
  })

  test('more is said to be reached than is true only where the provider marks high', () => {
    for (const run of runs.filter(({ way, behaviour }) => way !== 'hours' && behaviour === 'well'))
      expect(run.said).toBeLessThanOrEqual(run.reached)
    for (const run of runs.filter(({ way, behaviour }) => way !== 'hours' && behaviour === 'marks-high'))
      expect(run.said).toBeGreaterThan(find(run, run.way, 'well')?.said ?? 0)
  })

  test('under plain hours nobody can see who was turned away or left waiting', () => {
    for (const run of runs.filter(({ way }) => way === 'hours')) {
      expect(run.flags).not.toContain('creaming')
      expect(run.flags).not.toContain('parking')
      expect(run.flags).not.toContain('marking-own-work')
    }
  })

  test('cells hold each way with each behaviour, and behaving well brings nothing beyond itself', () => {
    const cells = cellsOf(runs)
    expect(cells).toHaveLength(WAYS.length * BEHAVIOURS.length)
    for (const cell of cells.filter(({ behaviour }) => behaviour === 'well'))
      expect(cell.extra).toEqual({ low: 0, middle: 0, high: 0 })
  })
})

test('a year of quarters lies side by side and is settled by the same rules as any contract', () => {
  expect(QUARTERS[0]?.from).toBe(YEAR.from)
  expect(QUARTERS.at(-1)?.to).toBe(YEAR.to)
  for (const [index, { from }] of QUARTERS.entries())
    if (index > 0) expect(from).toBe(addDays(QUARTERS[index - 1]?.to ?? YEAR.from, 1))
  const assumed = { ...FEW, falls: 0.2 }
  const people = inventedPeople(assumed, 1)
  const written = { way: 'tapering', behaviour: 'well', assumed, seed: 1 } as const
  const ledger = ledgerOf(lived('well', people, assumed), written)
  const [quarter] = QUARTERS
  if (quarter === undefined) throw new Error('no quarter')
  const answer = settle(ledger.award.terms, ledger, quarter)
  if (answer.kind !== 'known') throw new Error('not settled')
  // The fall would go below what the needs cost: it is blocked, and the year pays that cost.
  expect(answer.value.warnings.map(({ flag }) => flag)).toContain('blocked')
  expect(answer.value.lines.find(({ kind }) => kind === 'needs')?.amount).toBeGreaterThan(pence<'once'>(0))
})
