import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { chance } from '../../../bench/chance.ts'
import { figuresOf } from '../../record/figures.ts'
import { foldRecord } from '../../record/state.ts'
import { parseModel } from '../allocation/model.ts'
import { addDays, day } from '../dates/plain-date.ts'
import { aPerson } from './a-person.ts'
import { type Measure, fairness } from './fairness.ts'
import type { ContactFigure, LineFigure, OnePerson, PlanFigure } from './figures.ts'
import { type Row, gapsOf } from './gaps.ts'
import { ON as COUNCIL_ON, council } from './invent/a-council.ts'
import { concentration, fractionalRanks, gini, horizontalInequity } from './inequality.ts'
import { basisOf, beside, chanceOf, effectOf } from './least-squares.ts'

const file = readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')
const read = parseModel(parse(file))
if (read.kind === 'invalid') throw new Error(JSON.stringify(read.errors))
const MODEL = read.model
const ON = day('2026-11-22')

describe('least squares', () => {
  test('a line through three points, by hand: y = 1 + 2x', () => {
    const x = Float64Array.of(0, 1, 2, 3)
    const y = Float64Array.of(1, 3, 5, 7)
    const basis = basisOf(4, [])
    expect(effectOf(basis, beside(basis, y), x)?.effect).toBeCloseTo(2, 12)
    expect(effectOf(basis, beside(basis, y), x)?.error).toBeCloseTo(0, 12)
  })

  test('the error of a difference of two means, by hand', () => {
    // 1, 3 against 5, 9: means 2 and 7, so 5 more. Residuals -1, 1, -2, 2; the column less its mean is -1/2, -1/2, 1/2, 1/2,
    // of size 1. The sum of (part x residual) squared is (1 + 1 + 4 + 4) / 4 = 2.5; times 4 / 2 free is 5; its root is the error.
    const basis = basisOf(4, [])
    const y = beside(basis, Float64Array.of(1, 3, 5, 9))
    const found = effectOf(basis, y, Float64Array.of(0, 0, 1, 1))
    expect(found?.effect).toBeCloseTo(5, 12)
    expect(found?.error).toBeCloseTo(Math.sqrt(5), 12)
  })

  test('of a group to which nothing happened it is not sure: some of four, by hand', () => {
    // 0, 0 against 0, 2: means 0 and 1. Residuals 0, 0, -1, 1. The robust error is the root of 2 x (1/4 + 1/4) = 1; the usual
    // one that of (1 + 1) / 2 = 1 as well. With 0, 0, 0, 0 against 0, 2 the column is of size 4/3: the usual error is the root
    // of (2 / 4) / (4 / 3) = 0.375, the robust one that of 6/4 x (2/3)^2 x 2 / (4/3)^2 = 0.75.
    const of = (y: readonly number[], column: readonly number[]) => {
      const basis = basisOf(y.length, [])
      return effectOf(basis, beside(basis, Float64Array.from(y)), Float64Array.from(column))
    }
    expect(of([0, 0, 0, 2], [0, 0, 1, 1])?.error).toBeCloseTo(1, 12)
    expect(of([0, 0, 0, 0, 0, 2], [0, 0, 0, 0, 1, 1])?.error).toBeCloseTo(Math.sqrt(0.75), 12)
    const small = of([0, 0, 0, 1, 0, 1], [1, 1, 0, 0, 0, 0])
    // Nothing happened to the two. The robust error is the root of 6/4 x 4 x (1/3)^2 x (1/2)^2 / (4/3)^2 = 0.09375, the usual one
    // that of (1 / 4) / (4 / 3) = 0.1875.
    expect(small?.error).toBeCloseTo(Math.sqrt(0.1875), 12)
  })

  test('a column that says nothing new has no effect of its own', () => {
    const x = Float64Array.of(1, 2, 3, 4, 5)
    const basis = basisOf(5, [x, x.map((value) => 2 * value + 1)])
    expect(basis.columns.length).toBe(2)
    expect(effectOf(basis, Float64Array.of(1, 0, 2, 0, 1), x)).toBeUndefined()
  })

  test('what is left is at right angles to every column, whatever their size', () => {
    const column = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), column, (columns, of) => {
        const basis = basisOf(
          12,
          columns.map((each) => Float64Array.from(each)),
        )
        const left = beside(basis, Float64Array.from(of))
        for (const axis of basis.columns) {
          const along = axis.reduce((sum, value, row) => sum + value * (left[row] ?? 0), 0)
          expect(Math.abs(along)).toBeLessThan(1e-6)
        }
      }),
      // So small that its square is nearly lost.
      {
        examples: [
          [
            [Array.from({ length: 12 }, (_, row) => (row % 3) * 3e-162)],
            Array.from({ length: 12 }, (_, row) => 1e6 * (row % 5)),
          ],
        ],
      },
    )
  })

  test.each([
    [1.959964, 0.05],
    [2.575829, 0.01],
    [0, 1],
  ])('%d errors away is a chance of %d', (effect, expected) => {
    expect(chanceOf({ effect, error: 1 })).toBeCloseTo(expected, 5)
  })
})

describe('inequality, by hand', () => {
  test('ranks; people of the same rank share the middle', () => {
    expect([...fractionalRanks([10, 30, 20, 20])]).toEqual([0.125, 0.875, 0.5, 0.5])
  })

  test('one of two has everything: Gini 1/2; all alike: 0', () => {
    // Ranks 1/4 and 3/4, mean 1/2 each: 2 x (0.5 x 0.25 + 0.5 x 0.25) / 2 / 0.5 = 0.5
    expect(gini([0, 1])).toBeCloseTo(0.5, 12)
    expect(gini([7, 7, 7])).toBeCloseTo(0, 12)
    // 1, 2, 3: ranks 1/6, 1/2, 5/6; 2 x (1/3 + 1/3) / 3 / 2 = 2/9
    expect(gini([1, 2, 3])).toBeCloseTo(2 / 9, 12)
  })

  test('it leans to the low ranks below nought, and to the high ones above', () => {
    expect(concentration([3, 2, 1], [1, 2, 3])).toBeCloseTo(-2 / 9, 12)
    expect(concentration([1, 2, 3], [1, 2, 3])).toBeCloseTo(2 / 9, 12)
  })

  test('more need among the high ranks is no inequity; more money for the same need is', () => {
    expect(horizontalInequity([1, 2, 3], [1, 2, 3], [1, 2, 3])).toBeCloseTo(0, 12)
    expect(horizontalInequity([1, 2, 3], [2, 2, 2], [1, 2, 3])).toBeCloseTo(2 / 9, 12)
  })
})

describe('a gap', () => {
  const groups = (sex: string) => ({
    age: '65-84',
    sex,
    ethnicity: 'white',
    reason: 'physical',
    area: 'old-town',
    advocate: 'no',
    'clued-up': 'no',
  })
  /** 30 women at need 1 and 2, 30 men at need 2 and 3; everybody gets 10 a step, and women 5 on top. */
  const rows = Array.from({ length: 60 }, (_, index): Row => {
    const woman = index < 30
    const need = (index % 2) + (woman ? 1 : 2)
    return { outcome: 10 * need + (woman ? 5 : 0), need: [need], groups: groups(woman ? 'female' : 'male') }
  })

  test('as it stands, what need explains, and what is left', () => {
    const [gap, ...more] = gapsOf(rows, 'plain')
    expect(more).toEqual([])
    expect(gap).toMatchObject({ division: 'sex', group: 'female', people: 30, others: 30, found: true })
    // Women: 10 x 1.5 + 5 = 20. Men: 10 x 2.5 = 25. Need explains 10 less; 5 more are left.
    expect(gap?.raw).toBeCloseTo(-5, 9)
    expect(gap?.explained).toBeCloseTo(-10, 9)
    expect(gap?.unexplained).toBeCloseTo(5, 9)
  })

  test('fewer than 20 of a group are not compared', () => {
    expect(gapsOf(rows.slice(11), 'plain')).toEqual([])
    expect(gapsOf(rows.slice(10), 'plain')).toHaveLength(1)
    expect(gapsOf([], 'plain')).toEqual([])
  })
})

/** Sums that leave out nothing but what is planted. Figures only: no record is needed to ask whether people are treated alike. */
function people(count: number, seed: number, planted: (one: OnePerson) => Partial<OnePerson['figures']>) {
  const next = chance(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return Array.from({ length: count }, (): OnePerson => {
    const hours = 2 + Math.floor(14 * next())
    const weekly = Math.round(2760 * hours * Math.exp(0.3 * normal()))
    const plan: PlanFigure = {
      on: day('2026-05-01'),
      version: '1',
      broughtOver: false,
      weekly,
      council: weekly,
      reviewBy: null,
      lines: [],
      budget: null,
    }
    const cluedUp = { disputed: next() < 0.2, ownOption: false, citedLaw: false, askedForReview: false }
    const one = aPerson(
      {
        needs: [{ topic: 'hygiene', level: 1, times: hours, minutes: 60, people: null }],
        plans: [plan],
        cluedUp,
        born: next() < 0.5 ? '1990-01' : '1950-01',
      },
      { sex: next() < 0.5 ? 'female' : 'male', area: next() < 0.3 ? 'highmoor' : 'old-town' },
    )
    return { ...one, figures: { ...one.figures, ...planted(one) } }
  })
}
const gapsIn = (measure: Measure, all: readonly OnePerson[]) => fairness(all, MODEL, ON, [measure])[0]
const foundIn = (measure: Measure, all: readonly OnePerson[]) =>
  gapsIn(measure, all)?.gaps.flatMap(({ division, group, found }) => (found ? [`${division} ${group}`] : []))

const withPlan = (one: OnePerson, times: number): Partial<OnePerson['figures']> => ({
  plans: one.figures.plans.map((plan) => ({ ...plan, weekly: Math.round(plan.weekly * times) })),
})

describe('an hour of one form is not an hour of another', () => {
  const indicative = (on: string, weekly: number) => [{ on: day(on), weekly, shown: true }]
  const NEEDS = {
    agency: { topic: 'hygiene', level: 1 },
    assistant: { topic: 'community', level: 1 },
  } as const
  /** Pence an hour as the file publishes it: agency and assistant, before April 2026 and since. */
  const PRICES = { agency: [2630, 2760], assistant: [1810, 1920] } as const
  /** Old people are met by an agency and young ones by an assistant; some sums are a year old. Nobody gets a penny but the model's. */
  const both = (seed: number, times: (one: OnePerson) => number = () => 1) => {
    const next = chance(seed)
    return people(1200, seed, (one) => {
      const form = one.figures.born === '1950-01' ? 'agency' : 'assistant'
      const hours = one.figures.needs[0]?.times ?? 0
      const isOld = next() < 0.3
      const weekly = Math.round(hours * PRICES[form][isOld ? 0 : 1] * times(one))
      return {
        needs: [{ ...NEEDS[form], times: hours, minutes: 60, people: null }],
        indicative: indicative(isOld ? '2025-12-01' : '2026-10-01', weekly),
      }
    })
  }
  const ageGap = (all: readonly OnePerson[]) =>
    gapsIn('indicative-budget', all)?.gaps.find(({ division }) => division === 'age')

  test('the young get a third less as it stands; it is explained to the last, and nobody is named', () => {
    const all = both(11)
    const gap = ageGap(all)
    expect(gap?.group).toBe('18-64')
    expect(gap?.raw).toBeLessThan(-0.25)
    expect(gap?.explained).toBeLessThan(-0.25)
    expect(Math.abs(gap?.unexplained ?? 1)).toBeLessThan(0.001)
    expect(foundIn('indicative-budget', all)).toEqual([])
  })

  test('a tenth less on top of it for the young is found, and is a tenth', () => {
    const all = both(12, (one) => (one.figures.born === '1950-01' ? 1 : 0.9))
    expect(foundIn('indicative-budget', all)).toEqual(['age 18-64'])
    expect(ageGap(all)?.unexplained).toBeCloseTo(-0.1, 2)
  })

  test('half of one in a hundred is sure, and too little to be named', () => {
    const all = both(13, (one) => (one.figures.born === '1950-01' ? 1 : 0.995))
    expect(ageGap(all)).toMatchObject({ found: false })
    expect(ageGap(all)?.chance).toBeLessThan(0.001)
  })
})

test('whoever needs no more today than unpaid help gives has nothing to be held against, and bends nothing', () => {
  const all = people(400, 14, (one) => ({
    indicative: [{ on: day('2026-10-01'), weekly: 2760 * (one.figures.needs[0]?.times ?? 0), shown: true }],
  }))
  const met = people(1, 15, (one) => ({
    indicative: [{ on: day('2026-10-01'), weekly: 2411, shown: true }],
    help: one.figures.needs.map(({ topic, times }) => ({ topics: [topic], minutes: 60 * (times ?? 0) })),
  }))
  const alone = gapsIn('indicative-budget', all)
  expect(alone?.people).toBe(400)
  expect(gapsIn('indicative-budget', [...all, ...met])).toEqual(alone)
})

describe('what a final budget is held against', () => {
  const line = (form: LineFigure['form'], weekly: number, topics: LineFigure['topics']): LineFigure => ({
    form,
    unit: 'hour',
    amount: 1,
    price: weekly,
    weekly,
    payer: 'council',
    way: 'managed',
    effect: null,
    topics,
    provider: null,
  })
  const withLines = (one: OnePerson, more: readonly LineFigure[]): Partial<OnePerson['figures']> => ({
    plans: one.figures.plans.map((plan) => ({
      ...plan,
      weekly: plan.weekly + more.reduce((sum, { weekly }) => sum + weekly, 0),
      lines: [line('agency', plan.weekly, ['hygiene']), ...more],
    })),
  })
  const areaGap = (all: readonly OnePerson[]) =>
    gapsIn('final-budget', all)?.gaps.find(({ division }) => division === 'area')

  test('a break for a carer is the carer’s: an area with more of them does not get more', () => {
    const all = people(2000, 21, (one) =>
      withLines(one, one.traits?.area === 'highmoor' ? [line('respite', 7068, ['carer-recreation'])] : []),
    )
    expect(Math.abs(areaGap(all)?.unexplained ?? 1)).toBeLessThan(0.04)
    expect(foundIn('final-budget', all)).toEqual([])
  })

  test('places in care homes and reablement are left out', () => {
    const all = people(1000, 22, (one) => {
      const form =
        one.traits?.area === 'highmoor' ? 'care-home' : one.traits?.sex === 'male' ? 'reablement' : 'agency'
      return withLines(one, form === 'agency' ? [] : [line(form, 90_000, ['hygiene'])])
    })
    const left = all.filter(({ traits }) => traits?.area === 'old-town' && traits.sex === 'female').length
    expect(gapsIn('final-budget', all)?.people).toBe(left)
  })

  test('supported housing has a price of its own: it is held equal', () => {
    const all = people(2000, 23, (one) => {
      const lives = one.traits?.area === 'highmoor'
      return {
        plans: one.figures.plans.map((plan) => ({
          ...plan,
          weekly: Math.round(plan.weekly * (lives ? 1.3 : 1)),
          lines: [line(lives ? 'supported-living' : 'agency', plan.weekly, ['hygiene'])],
        })),
      }
    })
    // Everybody there lives so: nothing can be told of the area, and nothing is said.
    expect(areaGap(all)).toBeUndefined()
    expect(foundIn('final-budget', all)).toEqual([])
  })
})

describe('an invented council in which nothing is planted', () => {
  test('no gap in any sum, although reasons for support are met by different people at different prices', () => {
    const all = council(1500, 41).map(({ record, traits }) => ({
      figures: figuresOf(foldRecord(record, COUNCIL_ON)),
      traits,
    }))
    for (const measure of ['indicative-budget', 'final-budget'] as const) {
      const found = fairness(all, MODEL, COUNCIL_ON, [measure])[0]
      expect(found?.gaps.filter(({ division }) => division === 'reason').length).toBeGreaterThan(3)
      expect(found?.gaps.filter((gap) => gap.found)).toEqual([])
    }
  })
})

describe('planted truth is found, and silence where there is none', () => {
  test('nothing planted: nothing found', () => {
    const all = people(1500, 1, () => ({}))
    for (const { gaps } of fairness(all, MODEL, ON)) expect(gaps.filter(({ found }) => found)).toEqual([])
  })

  test('who knows their way about gets 15% more: found, and nobody else is named', () => {
    const all = people(3000, 2, (one) => withPlan(one, one.figures.cluedUp.disputed ? 1.15 : 1))
    expect(foundIn('final-budget', all)).toEqual(['clued-up yes'])
    const gap = gapsIn('final-budget', all)?.gaps.find(({ division }) => division === 'clued-up')
    expect(gap?.low).toBeLessThan(0.15)
    expect(gap?.high).toBeGreaterThan(0.15)
    expect(gap?.unexplained).toBeGreaterThan(0.1)
    const lean = gapsIn('final-budget', all)?.lean
    expect(lean?.inequity).toBeGreaterThan(0.005)
    expect(Math.abs(lean?.byNeed ?? 1)).toBeLessThan(0.02)
  })

  test('a need that is greater explains more money: nothing is left', () => {
    const all = people(3000, 3, (one) => {
      if (one.traits?.area !== 'highmoor') return {}
      const needs = one.figures.needs.map((need) => ({ ...need, times: 2 * (need.times ?? 0) }))
      return { needs, ...withPlan(one, 2) }
    })
    const gap = gapsIn('final-budget', all)?.gaps.find(({ division }) => division === 'area')
    expect(Math.abs(gap?.raw ?? 0)).toBeGreaterThan(0.4)
    expect(Math.abs(gap?.unexplained ?? 1)).toBeLessThan(0.05)
    expect(foundIn('final-budget', all)).toEqual([])
  })

  test('cuts that fall on one area', () => {
    const next = chance(4)
    const cut = {
      on: day('2026-09-01'),
      lost: 5000,
      topics: [],
      reassessed: false,
      reasoned: false,
      discussed: true,
      needsSame: true,
    }
    const all = people(1500, 4, (one) => ({
      cuts: next() < (one.traits?.area === 'highmoor' ? 0.2 : 0.05) ? [cut] : [],
    }))
    expect(foundIn('cut', all)).toEqual(['area old-town'])
    const gap = gapsIn('cut', all)?.gaps.find(({ division }) => division === 'area')
    // 5 in a hundred against 20: 15 points fewer.
    expect(gap?.unexplained).toBeLessThan(-0.1)
    expect(gap?.unexplained).toBeGreaterThan(-0.2)
  })

  const contact = (outcome: ContactFigure['outcome'], refused: boolean): ContactFigure => ({
    on: day('2026-01-10'),
    how: 'phone',
    whom: 'person',
    urgent: false,
    outcome,
    signs: ['hygiene'],
    refused,
  })

  test('waits that are longer for one sex; who still waits is counted up to today', () => {
    const next = chance(5)
    const all = people(1500, 5, (one) => {
      const days = Math.floor((one.traits?.sex === 'female' ? 50 : 30) * Math.exp(next() - 0.5))
      const opened = addDays(day('2026-01-10'), days)
      const assessment = {
        of: 'needs',
        whom: 'person',
        asked: day('2026-01-10'),
        opened,
        closed: null,
        outcome: null,
        decided: null,
      } as const
      return { contacts: [contact('assess', false)], assessments: next() < 0.02 ? [] : [assessment] }
    })
    expect(foundIn('wait', all)).toEqual(['sex female'])
  })

  test('contacts turned away by age', () => {
    const next = chance(6)
    const all = people(1500, 6, (one) => {
      const away = next() < (one.figures.born === '1950-01' ? 0.25 : 0.1)
      return { contacts: [contact(away ? 'screened-out' : 'assess', away)] }
    })
    expect(foundIn('turned-away', all)).toEqual(['age 18-64'])
  })
})
