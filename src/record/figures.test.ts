import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { allocationFacts } from './allocation-facts.ts'
import { compileModel } from '../domain/allocation/fast-sum.ts'
import { indicativeBudget } from '../domain/allocation/built-up.ts'
import { parseModel } from '../domain/allocation/model.ts'
import { day } from '../domain/dates/plain-date.ts'
import { citesLaw } from '../domain/population/clued-up.ts'
import { ageFrom, factsOf, isCluedUp } from '../domain/population/figures.ts'
import { fromYaml } from '../exchange/published-model.ts'
import { figuresOf } from './figures.ts'
import { readFileText } from './file.ts'
import { foldWhole } from './standing.ts'
import { foldRecord } from './state.ts'

const folder = new URL('../../demo/records/', import.meta.url)
function recordOf(name: string) {
  const read = readFileText(readFileSync(new URL(`${name}.record.json`, folder), 'utf8'))
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
  return read.record
}
const figures = (name: string) => figuresOf(foldWhole(recordOf(name)))
const NAMES = readdirSync(folder).map((file) => file.replace('.record.json', ''))

describe('what the record of a young man with a plan and a complaint gives', () => {
  const kestrel = figures('kestrel')

  test('when he asked, when he was assessed, and what was decided', () => {
    expect(kestrel.born).toBe('2003-07')
    expect(kestrel.contacts).toEqual([
      {
        on: '2025-07-08',
        how: 'online',
        whom: 'person',
        urgent: false,
        outcome: 'assess',
        signs: ['community', 'work-learning', 'nutrition', 'relationships'],
        refused: false,
      },
    ])
    expect(kestrel.assessments).toEqual([
      {
        of: 'needs',
        whom: 'person',
        asked: '2025-07-08',
        opened: '2025-07-24',
        closed: '2025-08-28',
        outcome: 'completed',
        decided: { on: '2025-09-04', eligible: true, needs: 2, eligibleNeeds: 2 },
      },
    ])
  })

  test('the needs that his sum goes by: the last word on each', () => {
    expect(kestrel.needs).toEqual([
      { topic: 'nutrition', level: 2, times: 2, minutes: 60, people: null },
      { topic: 'relationships', level: 2, times: 1, minutes: 120, people: null },
      { topic: 'work-learning', level: 2, times: 2, minutes: 90, people: null },
      { topic: 'community', level: 3, times: 2, minutes: 90, people: null },
    ])
    expect(kestrel.help).toEqual([])
  })

  test('what the plan costs, line by line, and the budget made with it', () => {
    const [plan] = kestrel.plans
    // £54.30 for the swim buddy, £7.90 for the pool card, £184.10 for the outreach.
    expect(plan).toMatchObject({ on: '2025-09-29', weekly: 24_630, council: 24_630, reviewBy: '2026-11-06' })
    expect(plan?.lines.map(({ form, weekly, effect }) => [form, weekly, effect])).toEqual([
      ['personal-assistant', 5430, 'builds'],
      ['own-idea', 790, 'builds'],
      ['agency', 18_410, 'builds'],
    ])
    expect(plan?.budget).toEqual({ on: '2025-09-29', weekly: 24_630, council: 24_630, person: 0 })
    expect(kestrel.indicative).toEqual([{ on: '2025-09-10', weekly: 20_116, shown: true }])
  })

  test('what was given, what ended, and what came of his goals', () => {
    expect(kestrel.delivered).toEqual([
      {
        from: '2026-09-01',
        to: '2026-09-28',
        form: 'agency',
        unit: 'hour',
        provider: 'saltmarsh-living',
        planned: 28,
        delivered: 18,
        missed: 5,
        late: 2,
        short: null,
      },
    ])
    expect(kestrel.ended).toEqual([
      {
        on: '2026-03-20',
        started: '2025-10-07',
        form: 'personal-assistant',
        provider: null,
        byWhom: 'person',
      },
    ])
    expect(kestrel.goals[0]).toMatchObject({ now: 2, hoped: 4, agreed: 4, talked: true })
    expect(
      kestrel.goals[0]?.progress.map(({ seenBy, level, attained }) => [seenBy, level, attained]),
    ).toEqual([
      ['person', 3, null],
      ['worker', 4, 1],
    ])
  })

  test('his own hope comes before what his mother hopes for him', () => {
    expect(kestrel.topics.find(({ topic }) => topic === 'community')).toEqual({
      topic: 'community',
      first: 2,
      latest: 3,
      hoped: 4,
      possible: 3,
      agreed: 4,
    })
  })

  test('he proposed an idea of his own and asked for a review: he knows his way about', () => {
    expect(kestrel.cluedUp).toEqual({
      disputed: false,
      ownOption: true,
      citedLaw: false,
      askedForReview: true,
    })
    expect(isCluedUp(kestrel)).toBe(true)
    expect(kestrel.complaints).toEqual([
      { on: '2026-10-08', answered: null, outcome: null, ombudsmanTold: false },
    ])
    expect(kestrel.reviewsAsked).toEqual([{ on: '2026-11-11', answered: null, outcome: null }])
  })
})

test('a hold, a review that was asked for and prices of her own', () => {
  const orchard = figures('orchard')
  expect(orchard.holds).toEqual([
    {
      stage: 'plan',
      on: '2026-06-16',
      until: '2026-07-07',
      resumed: '2026-07-07',
      told: true,
      reasoned: true,
    },
  ])
  expect(orchard.reviewsAsked).toEqual([{ on: '2026-07-10', answered: '2026-07-30', outcome: 'accepted' }])
  expect(orchard.prices.map(({ price, from }) => [price, from])).toEqual([
    [1810, '2025-04-07'],
    [1920, '2026-04-06'],
  ])
  // A draft that gives less is no cut yet: only what is issued is given.
  expect(orchard.cuts).toEqual([])
})

describe('a cut', () => {
  const plan = (version: number, amount: number, changes?: readonly { line: string; why: string }[]) => ({
    version,
    status: 'issued' as const,
    lines: [
      {
        line: 'L1',
        needs: ['need-1'],
        what: 'Home care',
        form: 'agency' as const,
        unit: 'hour' as const,
        amount,
        price: 24,
        weekly: amount * 24,
        funder: 'council' as const,
        way: 'managed' as const,
        why: 'Because it helps',
      },
    ],
    involved: ['p'],
    ...(changes === undefined ? {} : { changes }),
  })
  const cut = (changes?: readonly { line: string; why: string }[]) =>
    figuresOf(
      aRecord()
        .assessed()
        .foundEligible()
        .on('2026-04-01')
        .with('plan', plan(1, 10))
        .on('2026-09-01')
        .with('plan', plan(2, 7, changes))
        .state(),
    ).cuts

  test('three of ten hours at £24 are £72 a week, with no reassessment and no reason', () => {
    expect(cut()).toMatchObject([{ on: '2026-09-01', lost: 7200, reassessed: false, reasoned: false }])
  })

  test('a reason that is given is seen', () => {
    expect(cut([{ line: 'L1', why: 'A lift was built' }])).toMatchObject([{ lost: 7200, reasoned: true }])
  })
})

test('support that is given after a contact was turned away is told from a lawful no', () => {
  const turnedAway = (note: string) =>
    figuresOf(
      aRecord()
        .with('contact', {
          how: 'phone',
          about: 'I cannot wash',
          signs: ['hygiene'],
          outcome: 'screened-out',
          note,
        })
        .state(),
    ).contacts
  expect(turnedAway('She has savings above the limit')).toMatchObject([{ refused: true }])
})

describe('every hand-written record', () => {
  test.each(NAMES)(
    '%s: is one JSON object, and holds no name, no id and none of the words that were said',
    (name) => {
      const record = recordOf(name)
      const text = JSON.stringify(figures(name))
      expect(JSON.parse(text)).toEqual(figures(name))
      const people = record.parties.filter(({ role }) => role !== 'provider')
      for (const { id, name: called } of people) {
        expect(text).not.toContain(`"${id}"`)
        expect(text).not.toContain(called)
      }
      for (const entry of record.entries) {
        if (entry.kind === 'statement') expect(text).not.toContain(JSON.stringify(entry.text).slice(1, 30))
      }
    },
  )

  test('the figures do not move with the day that they are read on, once everything has happened', () => {
    for (const name of NAMES) {
      expect(figuresOf(foldRecord(recordOf(name), day('2030-01-01')))).toEqual(figures(name))
    }
  })

  test('the sum of the figures is the explained sum, to the penny', () => {
    const file = readFileSync(new URL('../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')
    const read = parseModel(fromYaml(file))
    if (read.kind === 'invalid') throw new Error(JSON.stringify(read.errors))
    const on = day('2026-11-22')
    const sums = NAMES.map((name) => {
      const state = foldRecord(recordOf(name), on)
      const answer = indicativeBudget(read.model, allocationFacts(state))
      const { needs, help, prices } = figuresOf(state)
      const fast = compileModel(read.model, on, prices).sum(factsOf({ needs, help }))
      return { name, explained: answer.kind === 'known' ? answer.value.weekly : 0, fast: fast.weekly }
    })
    expect(sums.filter(({ explained }) => explained > 0).length).toBeGreaterThan(8)
    for (const { name, explained, fast } of sums) expect([name, fast]).toEqual([name, explained])
  })
})

test.each([
  ['Under section 27 you must look again', true],
  ['The Care Act says that you must', true],
  ['I shall go to the Ombudsman', true],
  ['s. 18 of the Act', true],
  ['He likes the tennis court and the section of the library with maps', false],
  ['27 pounds a week', false],
])('%s: cites law %s', (text, cites) => expect(citesLaw(text)).toBe(cites))

test.each([
  ['1947-05', '2026-05-01', 79],
  ['1947-05', '2026-04-30', 78],
  ['2003-12', '2026-11-22', 22],
])('born %s, on %s: %i', (born, on, age) => expect(ageFrom(born, day(on))).toBe(age))
