import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { parseModel } from '../allocation/model.ts'
import { day } from '../dates/plain-date.ts'
import { aPerson } from './a-person.ts'
import type {
  AssessmentFigure,
  ContactFigure,
  EndFigure,
  LineFigure,
  NeedFigure,
  OptionFigure,
  PlanFigure,
} from './figures.ts'
import { hopeFit } from './fit.ts'
import { programmes } from './programmes.ts'
import { sentAway } from './sent-away.ts'
import { linearSolver } from '../../exchange/linear-solver.ts'
import { unansweredNeeds } from './unanswered.ts'

const read = parseModel(
  parse(readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')),
)
if (read.kind === 'invalid') throw new Error(JSON.stringify(read.errors))
const MODEL = read.model
const ON = day('2026-11-22')

const line = (fields: Partial<LineFigure>): LineFigure => ({
  form: 'agency',
  unit: 'hour',
  amount: 7,
  price: 2760,
  weekly: 19_320,
  payer: 'council',
  way: 'managed',
  effect: 'keeps',
  topics: ['hygiene'],
  provider: 'northmoor-homecare',
  ...fields,
})
const planOf = (...lines: readonly LineFigure[]): readonly PlanFigure[] => [
  {
    on: day('2026-05-01'),
    version: '1',
    broughtOver: false,
    weekly: 0,
    council: 0,
    reviewBy: null,
    lines,
    budget: null,
  },
]
const washing = (times: number): readonly NeedFigure[] => [
  { topic: 'hygiene', level: 1, times, minutes: 60, people: null },
]
const stands = (latest: 1 | 2, hoped: 2 | 4) => [
  { topic: 'hygiene' as const, first: 1 as const, latest, hoped, possible: null, agreed: null },
]

test('what is given beside what is hoped for', () => {
  const found = hopeFit([
    aPerson({
      topics: stands(1, 4),
      plans: planOf(line({ effect: 'builds', form: 'reablement' }), line({})),
    }),
    aPerson({ topics: stands(1, 4), plans: planOf(line({ effect: 'erodes' })) }),
    aPerson({ topics: stands(2, 2), plans: planOf(line({})) }),
    aPerson({ topics: stands(1, 4) }),
  ])
  expect(found.find(({ topic }) => topic === 'hygiene')).toEqual({
    topic: 'hygiene',
    people: 3,
    hopeForMore: 2,
    builds: 1,
    erodes: 1,
    forms: [
      { form: 'agency', people: 3 },
      { form: 'reablement', people: 1 },
    ],
  })
  expect(found.find(({ topic }) => topic === 'community')).toMatchObject({ people: 0, forms: [] })
})

describe('programmes', () => {
  const centre = (amount: number) =>
    line({ form: 'day-service', unit: 'day', amount, provider: 'elm-street', topics: ['community'] })
  const no: OptionFigure = {
    on: day('2026-04-01'),
    form: 'day-service',
    effect: 'keeps',
    topics: ['community'],
    proposedBy: 'council',
    liked: null,
    weekly: null,
    answer: { on: day('2026-04-10'), outcome: 'refused', ground: 'person-chose-other' },
  }
  const yes: OptionFigure = { ...no, answer: { on: day('2026-04-10'), outcome: 'accepted', ground: null } }
  const start = {
    on: day('2026-05-10'),
    planned: day('2026-05-01'),
    form: 'day-service' as const,
    provider: 'elm-street',
  }
  const end: EndFigure = {
    on: day('2026-06-10'),
    started: day('2026-05-10'),
    form: 'day-service',
    provider: 'elm-street',
    byWhom: 'person',
  }
  /** Twelve at the day centre, ten of them for two days; their hours of need run from 2 to 24. */
  const people = Array.from({ length: 12 }, (_, index) =>
    aPerson({
      needs: washing(2 * (index + 1)),
      plans: planOf(centre(index < 10 ? 2 : 3)),
      options: index < 9 ? [yes] : [],
      started: [start],
      ended: index < 3 ? [end] : index === 3 ? [{ ...end, on: day('2026-11-01') }] : [],
    }),
  )
  const refusing = Array.from({ length: 3 }, () => aPerson({ options: [no] }))
  /** Home care, as much as each needs. */
  const fitting = Array.from({ length: 12 }, (_, index) =>
    aPerson({ needs: washing(index + 1), plans: planOf(line({ amount: index + 1 })) }),
  )

  test('the same two days for people with very different needs, refused and dropped early', () => {
    const [first, second, ...more] = programmes([...people, ...refusing, ...fitting], MODEL, ON)
    expect(more).toEqual([])
    expect(first).toMatchObject({
      form: 'day-service',
      provider: 'elm-street',
      people: 12,
      amount: 2,
      unit: 'day',
      // 3 of 12 who answered said no; 3 of 12 who began stopped within twelve weeks, and a fourth later.
      refused: 0.25,
      dropped: 0.25,
      whateverTheNeed: true,
    })
    expect(first?.same).toBeCloseTo(10 / 12, 12)
    // The fourth has 8 hours, the tenth has 20.
    expect(first?.needApart).toBeCloseTo(20 / 8, 12)
    expect(second).toMatchObject({ form: 'agency', people: 12, whateverTheNeed: false })
  })

  test('of fewer than ten nothing is said', () =>
    expect(programmes(people.slice(0, 9), MODEL, ON)).toEqual([]))
})

const decided = (on: string, eligible: boolean): AssessmentFigure => ({
  of: 'needs',
  whom: 'person',
  asked: null,
  opened: day(on),
  closed: day(on),
  outcome: 'completed',
  decided: { on: day(on), eligible, needs: 1, eligibleNeeds: eligible ? 1 : 0 },
})

test('needs that nothing on the table answers, by area, with small numbers suppressed', async () => {
  const eligible = { needs: washing(7), assessments: [decided('2026-03-01', true)] }
  const some = (count: number, area: 'eastfield' | 'highmoor', answered: boolean) =>
    Array.from({ length: count }, () =>
      aPerson({ ...eligible, plans: answered ? planOf(line({})) : [] }, { area }),
    )
  const found = unansweredNeeds(
    [
      ...some(20, 'eastfield', true),
      ...some(12, 'eastfield', false),
      ...some(30, 'highmoor', true),
      ...some(2, 'highmoor', false),
      // Decided last week: nobody could have an answer yet. And one who is not eligible.
      aPerson({ ...eligible, assessments: [decided('2026-11-15', true)] }, { area: 'eastfield' }),
      aPerson({ ...eligible, assessments: [decided('2026-03-01', false)] }, { area: 'eastfield' }),
    ],
    ON,
    await linearSolver(),
  )
  const of = (area: string) => found.find((each) => each.topic === 'hygiene' && each.area === area)
  expect(of('all')?.need).toEqual({ status: 'rounded', people: 65 })
  expect(of('highmoor')?.unanswered.status).toBe('suppressed')
  expect(of('highmoor')?.need.status).not.toBe('zero')
  expect(found.find((each) => each.topic === 'toilet' && each.area === 'all')?.need).toEqual({
    status: 'zero',
    people: 0,
  })
})

test('sent away, and back within a year with more need', () => {
  const asked = (on: string): ContactFigure => ({
    on: day(on),
    how: 'phone',
    whom: 'person',
    urgent: false,
    outcome: 'assess',
    signs: [],
    refused: false,
  })
  const away = decided('2025-03-01', false)
  expect(
    sentAway(
      [
        aPerson({ assessments: [away] }),
        aPerson({ assessments: [away], contacts: [asked('2025-05-10')] }),
        aPerson({ assessments: [away, decided('2025-09-01', true)], contacts: [asked('2025-07-29')] }),
        aPerson({ assessments: [away], contacts: [asked('2026-04-01')] }),
        // Sent away in the summer: the year is not over.
        aPerson({ assessments: [decided('2026-06-01', false)], contacts: [asked('2026-07-01')] }),
        // Another, and found eligible when they came back.
        aPerson({
          assessments: [decided('2026-06-01', false), decided('2026-08-01', true)],
          contacts: [asked('2026-07-15')],
        }),
        aPerson({ assessments: [decided('2025-03-01', true)] }),
      ],
      ON,
    ),
  ).toEqual({
    notEligible: 4,
    back: 2,
    thenEligible: 1,
    medianDays: 150,
    stillWithin: 2,
    backAlready: 2,
    eligibleAlready: 1,
  })
})
