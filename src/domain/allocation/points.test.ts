import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { ADULT_OUTCOMES } from '../outcomes/topics.ts'
import type { AllocationFacts, Said } from './facts.ts'
import { compareWithBuiltUp, moneyFor, parsePointsModel, type PointsModel, pointsOpinion } from './points.ts'

const published = () =>
  parse(readFileSync(new URL('../../../allocation/northmoor-points-2026-27.yaml', import.meta.url), 'utf8'))
const modelOf = (value: unknown): PointsModel => {
  const parsed = parsePointsModel(value)
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
  return parsed.model
}
const errorsOf = (value: unknown) => {
  const parsed = parsePointsModel(value)
  return parsed.kind === 'invalid' ? parsed.errors : []
}
const northmoor = modelOf(published())
const curve = (...knots: readonly (readonly [number, number])[]) => ({
  ...published(),
  money: { by: 'curve', curve: knots.map(([points, weekly]) => ({ points, weekly })) },
})
const percentile = (points: readonly number[], weekly: readonly number[], contingency = 0) => ({
  ...published(),
  money: {
    by: 'percentile',
    'people-points': points,
    'people-weekly': weekly,
    'contingency-percent': contingency,
  },
})

const factsAt = (levels: readonly (number | undefined)[]): AllocationFacts => ({
  needs: [],
  help: [],
  on: day('2026-05-20'),
  said: ADULT_OUTCOMES.flatMap((topic, index) =>
    levels[index] === undefined
      ? []
      : [
          {
            entry: `said-${index}`,
            topic,
            saidBy: 'p',
            saidByName: 'Sunita',
            on: day('2026-05-01'),
            level: levels[index],
          } as Said,
        ],
  ),
})

describe('a points model is sound, or says where it is not', () => {
  test('Northmoor’s is, and goes as far as its points go', () => {
    expect(northmoor.name).toBe('Northmoor points 2026-27')
    expect(ADULT_OUTCOMES.reduce((sum, topic) => sum + northmoor.questions[topic][0], 0)).toBe(100)
  })

  test.each([
    [
      'a hole at the start',
      curve([10, 60], [100, 1700]),
      'money.curve.0.points',
      'A hole: the curve says nothing of 0 to 10 points.',
    ],
    [
      'a hole at the end',
      curve([0, 0], [90, 1700]),
      'money.curve.1.points',
      'A hole: the curve ends at 90 points, and 100 can be reached.',
    ],
    [
      'a curve that falls',
      curve([0, 0], [50, 800], [100, 799.99]),
      'money.curve.2.weekly',
      'The curve falls: more points must never give less money.',
    ],
    [
      'a jump: two sums for one number of points',
      curve([0, 0], [50, 500], [50, 600], [100, 900]),
      'money.curve.2.points',
      'The points of the curve must rise from row to row.',
    ],
    [
      'a row of the curve without its sum',
      {
        ...published(),
        money: {
          by: 'curve',
          curve: [{ points: 0, weekly: 0 }, { points: 50 }, { points: 100, weekly: 900 }],
        },
      },
      'money.curve.1.weekly',
      'A sum in pounds is missing here, or is not a number.',
    ],
    [
      'a sum with three decimals',
      curve([0, 0], [100, 900.005]),
      'money.curve.1.weekly',
      'Pounds have at most two decimals.',
    ],
    [
      'fewer points for more need',
      { ...published(), questions: { ...published().questions, toilet: { 0: 7, 1: 8, 2: 4, 3: 1, 4: 0 } } },
      'questions.toilet.1',
      'More points at level 1 than at level 0, where more help is needed.',
    ],
    [
      'a key that is not in the format',
      { ...published(), budget: 1 },
      'budget',
      'There is no key "budget" here.',
    ],
    [
      'a day that there is not',
      { ...published(), from: '2026-13-01' },
      'from',
      'There is no such day as 2026-13-01.',
    ],
  ])('%s', (_, value, path, says) => {
    expect(errorsOf(value)).toEqual([{ path, says }])
  })

  test('a missing question', () => {
    const { toilet: _, ...questions } = published().questions
    expect(errorsOf({ ...published(), questions }).map((error) => error.path)).toEqual(['questions.toilet'])
  })
})

describe('from points to pounds', () => {
  test.each([
    [0, 0, 'nothing'],
    [5, 3_000, 'half way to £60'],
    [10, 6_000, 'a knot'],
    [33, 42_400, '280 + 8/20 of 360'],
    [45, 64_000, 'a knot'],
    [71, 107_167, '1050 + 1/30 of 650 = 1071.666'],
    [100, 170_000, 'every point there is'],
  ])('%i points on the curve are %i pence: %s', (points, money) => {
    expect(moneyFor(northmoor, points)).toBe(money)
  })

  test.each([
    // four people with 10, 20, 30, 40 points; four agreed costs of £100, £200, £400, £800
    [5, 10_000, 'nobody had so few: the lowest cost'],
    [
      20,
      25_000,
      'half had as many or fewer: half way along 100, 200, 400, 800 is 200 + 0.5 x 200 = 300; less contingency',
    ],
    [40, 80_000, 'all: the highest cost'],
  ])('%i points by percentile', (points, money, why) => {
    const contingency = why.includes('contingency') ? 100 / 6 : 0
    const model = modelOf(percentile([40, 10, 30, 20], [400, 100, 800, 200], contingency))
    expect(moneyFor(model, points)).toBe(money)
  })

  test('more points never give less money, either way', () => {
    const sample = fc.array(fc.nat(120), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(sample, sample, fc.nat(100), fc.nat(100), (people, costs, a, b) => {
        const [fewer, more] = [Math.min(a, b), Math.max(a, b)]
        for (const model of [northmoor, modelOf(percentile(people, costs, 10))]) {
          expect(moneyFor(model, more)).toBeGreaterThanOrEqual(moneyFor(model, fewer))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a second opinion on a person', () => {
  test('adds the points of what was said, with a reason for each', () => {
    // nutrition 1, hygiene 1, toilet 3, clothing 1, home-safety 3, home-upkeep 1, relationships 4, work 3, community 1, parenting 4
    const opinion = pointsOpinion(northmoor, factsAt([1, 1, 3, 1, 3, 1, 4, 3, 1, 4]))
    if (opinion.kind !== 'known') throw new Error(opinion.kind)
    expect(opinion.value).toMatchObject({ points: 33, weekly: 42_400 })
    expect(opinion.because).toHaveLength(11)
    expect(opinion.because[1]).toMatchObject({
      says: 'Washing and keeping clean: level 1 is 8 points.',
      entries: ['said-1'],
      model: 'Northmoor points 2026-27 version 1, hygiene at level 1',
    })
    expect(opinion.because[10]?.says).toBe('33 points give £424.00 a week on the published curve.')
  })

  test('asks where a question has no answer, and never counts it as nought', () => {
    expect(pointsOpinion(northmoor, factsAt([1, 1, undefined, 1, 3, 1, 4, 3, 1, undefined]))).toEqual({
      kind: 'needs',
      facts: [
        { fact: 'level', topic: 'toilet' },
        { fact: 'level', topic: 'parenting' },
      ],
    })
  })

  const opinion = (weekly: number) => ({ points: 33, weekly: pence<'week'>(weekly), model: northmoor })
  test.each([
    [
      47_350,
      42_400,
      20,
      false,
      'The points give £49.50 a week less than what was said, line by line. That is within 20%.',
    ],
    [
      47_350,
      30_000,
      20,
      true,
      'The points give £173.50 a week less than what was said, line by line. That is beyond the 20% that the council calls normal.',
    ],
    [
      10_000,
      12_000,
      20,
      false,
      'The points give £20.00 a week more than what was said, line by line. That is within 20%.',
    ],
    [
      10_000,
      12_001,
      20,
      true,
      'The points give £20.01 a week more than what was said, line by line. That is beyond the 20% that the council calls normal.',
    ],
    [10_000, 10_000, 0, false, 'The points give the same sum. That is within 0%.'],
    [
      0,
      100,
      20,
      true,
      'The points give £1.00 a week more than what was said, line by line. That is beyond the 20% that the council calls normal.',
    ],
  ])('built up %i, points %i, tolerance %i%%', (builtUp, points, tolerance, beyond, says) => {
    const answer = compareWithBuiltUp({ weekly: pence<'week'>(builtUp) }, opinion(points), tolerance)
    if (answer.kind !== 'known') throw new Error(answer.kind)
    expect(answer.value).toEqual({
      difference: points - builtUp,
      share: builtUp === 0 ? undefined : (points - builtUp) / builtUp,
      beyondTolerance: beyond,
    })
    expect(answer.because[0]?.says).toBe(says)
    expect(answer.because[1]?.cites).toContain('Savva')
  })
})
