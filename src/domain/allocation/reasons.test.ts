import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { CITATIONS } from '../care-act/citations.ts'
import { day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { type Topic, TOPIC_WORDS } from '../outcomes/topics.ts'
import type { IndicativeBudget, Line } from './budget.ts'
import { indicativeBudget } from './built-up.ts'
import type { AllocationFacts, Said } from './facts.ts'
import { parseModel } from './model.ts'
import { because } from './reason.ts'
import { timeInWords } from './words.ts'

const parsed = parseModel(
  parse(readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')),
)
if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
const { model } = parsed

const NAMES: Record<string, string> = { p: 'Sunita Vallory', k: 'Karan Vallory', s: 'Keith Bromwell' }
const said = (entry: string, by: string, topic: Topic, on: string, figures: Partial<Said>): Said => ({
  entry,
  saidBy: by,
  saidByName: NAMES[by] ?? by,
  topic,
  on: day(on),
  ...figures,
})
const facts: AllocationFacts = {
  needs: [{ id: 'need-1', topics: ['hygiene', 'health', 'toilet', 'parenting'] }],
  said: [
    said('s1', 'p', 'hygiene', '2026-03-28', { level: 1, times: 8, minutes: 45 }),
    said('s2', 'k', 'hygiene', '2026-03-29', { times: 6, minutes: 45 }),
    said('s3', 's', 'hygiene', '2026-03-29', { level: 3, times: 1, minutes: 10, disputed: true }),
    said('s4', 'p', 'hygiene', '2026-03-30', { level: 1, times: 8, minutes: 45 }),
    said('s5', 'p', 'toilet', '2026-03-28', { level: 2 }),
    said('s6', 'p', 'parenting', '2026-03-28', { level: 2 }),
    said('s7', 'p', 'clothing', '2026-03-28', { level: 1, times: 7 }),
  ],
  help: [
    {
      entry: 'h1',
      carer: 'k',
      carerName: 'Karan Vallory',
      topics: ['hygiene'],
      hoursAWeek: 0.75,
      willing: true,
      able: true,
      agreed: true,
    },
    { entry: 'h2', carer: 'f', carerName: 'Farida', hoursAWeek: 5, willing: true, able: false, agreed: true },
  ],
  on: day('2026-04-20'),
}
const known = (f: AllocationFacts): IndicativeBudget & { says: readonly string[] } => {
  const answer = indicativeBudget(model, f)
  if (answer.kind !== 'known') throw new Error(JSON.stringify(answer))
  return { ...answer.value, says: answer.because.map((step) => step.says) }
}
const budget = known(facts)
const line = (id: string) => budget.lines.find((one) => one.id === id)
/** The reasons of a line in words; none where there is no such line. */
const reasonsOf = (of: Line | undefined) => (of === undefined ? [] : because(of))

describe('a line tells how its sum came about', () => {
  test('word for word, figure for figure', () => {
    expect(reasonsOf(line('hygiene')).map((step) => step.says)).toEqual([
      'Sunita Vallory, 30 March 2026: level 1, “I do part of this; someone helps me with the rest”.',
      '8 times a week × 45 minutes × 1 helper = 6 hours a week (Sunita Vallory, 30 March 2026).',
      'Karan Vallory is willing and able and has agreed to give 45 minutes of this. 6 hours less 45 minutes = 5 hours 15 minutes a week.',
      'Karan Vallory, 29 March 2026, differs: 4 hours 30 minutes a week. The sum goes by what was said last; the range spans both.',
      'What Keith Bromwell said on 29 March 2026 is disputed. It is set aside until that is settled.',
      '5 hours 15 minutes × £27.60 an hour for home care from an agency = £144.90 a week.',
      // (4.5 - 0.75) h x 24.10 = 90.375
      'With the lowest and highest figures it would be £90.38 to £168.74 a week.',
    ])
  })

  test('with figures in and out, the model, the law and the entries', () => {
    const steps = reasonsOf(line('hygiene'))
    expect(steps[1]).toMatchObject({
      from: [
        { name: 'times', value: 8, unit: 'times-a-week' },
        { name: 'minutes each time', value: 45, unit: 'minutes' },
        { name: 'helpers at once', value: 1, unit: 'count' },
      ],
      gives: { value: 6, unit: 'hours-a-week' },
      entries: ['s4'],
    })
    expect(steps[2]).toMatchObject({ gives: { value: 5.25 }, cites: ['CA s10', 'CA s18'], entries: ['h1'] })
    expect(steps[5]).toMatchObject({
      gives: { value: 14_490, unit: 'pence-a-week' },
      cites: ['CA s26', 'G11'],
      model: 'Northmoor 2026-27 version 3, price of agency by the hour from 1 April 2026',
    })
    expect(line('hygiene')).toMatchObject({
      hours: { need: 6, offset: 0.75, paid: 5.25 },
      givenBy: [{ carer: 'k', carerName: 'Karan Vallory', hours: 0.75, entry: 'h1' }],
      typical: false,
      level: 1,
      form: 'agency',
      restsOn: ['need-1', 's4', 's2', 's3', 'h1'],
    })
    expect(line('hygiene')?.price).toMatchObject({
      price: 2_760,
      unit: 'hour',
      from: '2026-04-01',
      own: false,
    })
  })

  test('typical support is named as typical, and where it is published', () => {
    expect(line('toilet')).toMatchObject({ typical: true })
    expect(reasonsOf(line('toilet'))[1]).toEqual({
      says: 'It was not said how often (typically 14 times a week) or how long (typically 10 minutes). The model’s typical support at this level stands in: it is typical, not this person’s own.',
      model: 'Northmoor 2026-27 version 3, toilet at level 2',
    })
  })

  test('the whole says that it is indicative, what it leaves out, and whose help does not count', () => {
    expect(budget.says).toEqual([
      'The lines add up to £209.30 a week. This is indicative: a starting point, worked out on 20 April 2026. What the agreed plan costs decides, more or less.',
      'It may well be between £146.61 and £243.73 a week: from the lowest prices and the fewest hours that anybody said, to the highest and the most.',
      'As if nobody helped unpaid it would be £230.00 a week. A carer may say no at any time; this is then the sum.',
      'Nothing comes off for Farida: they are not able to.',
      `Not in the sum yet, because something is still to be asked or settled: ${TOPIC_WORDS.parenting}.`,
      `${TOPIC_WORDS.clothing}: help was spoken of, but no need is recorded, so it is not in the sum.`,
      `${TOPIC_WORDS.health}: a need is recorded, but the model has no line for it. The plan will cost it.`,
    ])
    expect(budget.stillNeeds).toEqual([
      { fact: 'times', topic: 'parenting' },
      { fact: 'minutes', topic: 'parenting' },
    ])
    expect(budget.notCounted).toEqual([
      { topic: 'clothing', why: 'no-need-recorded', entries: ['s7'] },
      { topic: 'health', why: 'no-line-in-the-model', entries: [] },
    ])
    expect(budget.model).toEqual({ name: 'Northmoor 2026-27', version: 3, from: '2026-04-01' })
  })

  test('every law that is named is one that the product knows', () => {
    const cited = budget.lines.flatMap((one) => because(one).flatMap((step) => step.cites ?? []))
    expect(cited.length).toBeGreaterThan(0)
    for (const id of cited) expect(CITATIONS[id]).toBeDefined()
  })

  test('before anything is recorded as a need, it says so', () => {
    const early = known({ ...facts, needs: [] })
    expect(early.needsRecorded).toBe(false)
    expect(reasonsOf(early.lines.find((one) => one.id === 'clothing'))[0]?.says).toMatch(
      /^No need is recorded yet\./,
    )
  })

  test('a price that a record carries is named as its own', () => {
    const own = known({
      ...facts,
      prices: [{ form: 'agency', unit: 'hour', price: pence<'hour'>(2_500), from: day('2026-04-06') }],
    })
    expect(
      reasonsOf(own.lines[0]).find((step) => step.model?.startsWith('This record’s own price'))?.model,
    ).toBe('This record’s own price from 6 April 2026')
  })
})

describe('reasons before words', () => {
  const cheaper = { ...model, prices: model.prices.map((row) => ({ ...row, price: pence<'hour'>(2_000) })) }

  test('are figures and entries, and what was hoped for is not among them', () => {
    const [level, hours, ...rest] = line('hygiene')?.reasons ?? []
    expect(level).toEqual({
      of: 'level',
      saidByName: 'Sunita Vallory',
      on: '2026-03-30',
      level: 1,
      asked: false,
      entries: ['s4'],
    })
    expect(hours).toEqual({
      of: 'hours',
      times: 8,
      minutes: 45,
      people: 1,
      need: 360,
      saidByName: 'Sunita Vallory',
      on: '2026-03-30',
      entries: ['s4'],
    })
    expect(rest.at(-2)).toMatchObject({ of: 'price', paid: 315, weekly: 14_490 })
    expect(rest.at(-1)).toMatchObject({ of: 'range', low: 9_038, high: 16_874 })
  })

  test('one model’s words are never those of another', () => {
    const price = (of: IndicativeBudget) =>
      reasonsOf(of.lines.find(({ id }) => id === 'toilet')).findLast((step) => step.cites?.includes('CA s26'))
        ?.says
    const other = indicativeBudget(cheaper, facts)
    if (other.kind !== 'known') throw new Error(other.kind)
    // 14 times 10 minutes at £27.60, and at £20.00
    expect(price(budget)).toBe(
      '2 hours 20 minutes × £27.60 an hour for home care from an agency = £64.40 a week.',
    )
    expect(price(other.value)).toBe(
      '2 hours 20 minutes × £20.00 an hour for home care from an agency = £46.67 a week.',
    )
    expect(price(budget)).toBe(
      '2 hours 20 minutes × £27.60 an hour for home care from an agency = £64.40 a week.',
    )
  })
})

describe('nothing is made up', () => {
  const ask = (f: Partial<AllocationFacts>) =>
    indicativeBudget(model, { ...facts, needs: [], said: [], help: [], ...f })

  test('nothing said, nothing needed: the needs are asked for', () => {
    expect(ask({})).toEqual({ kind: 'needs', facts: [{ fact: 'needs' }] })
  })

  test('a need and no words: the level is asked for', () => {
    expect(ask({ needs: [{ id: 'need-1', topics: ['toilet', 'night'] }] })).toEqual({
      kind: 'needs',
      facts: [
        { fact: 'level', topic: 'toilet' },
        { fact: 'level', topic: 'night' },
      ],
    })
  })

  test('times and minutes without a level cannot be priced yet', () => {
    const f = {
      needs: [{ id: 'need-1', topics: ['toilet'] as const }],
      said: [said('s1', 'p', 'toilet', '2026-04-01', { times: 7, minutes: 10 })],
    }
    expect(ask(f)).toEqual({ kind: 'needs', facts: [{ fact: 'level', topic: 'toilet' }] })
  })

  test('a day before any price was published: the price is asked for', () => {
    const f = {
      on: day('2020-05-01'),
      needs: [{ id: 'need-1', topics: ['toilet'] as const }],
      said: [said('s1', 'p', 'toilet', '2020-04-01', { level: 1 })],
    }
    expect(ask(f)).toEqual({ kind: 'needs', facts: [{ fact: 'price', topic: 'toilet' }] })
  })

  test('a sum of a day before the model was published says so', () => {
    const f = {
      on: day('2025-10-01'),
      needs: [{ id: 'need-1', topics: ['toilet'] as const }],
      said: [said('s1', 'p', 'toilet', '2025-09-01', { level: 1, times: 7, minutes: 60 })],
    }
    const answer = ask(f)
    expect(answer).toMatchObject({ kind: 'known', value: { weekly: 18_410 } }) // 7 h x 26.30
    expect(answer.kind === 'known' && answer.because.at(-1)?.says).toBe(
      'This model is published from 1 April 2026, later than the day of this sum.',
    )
  })

  test('everybody says that no help is needed: the sum does not apply', () => {
    const answer = ask({ said: [said('s1', 'p', 'toilet', '2026-04-01', { level: 4 })] })
    expect(answer).toMatchObject({ kind: 'does-not-apply', because: [{ entries: ['s1'] }] })
  })

  test('the same, but a need is recorded: a line of nothing, with its reason', () => {
    const answer = ask({
      needs: [{ id: 'need-1', topics: ['toilet'] }],
      said: [said('s1', 'p', 'toilet', '2026-04-01', { level: 4 })],
    })
    if (answer.kind !== 'known') throw new Error(answer.kind)
    expect(answer.value.weekly).toBe(0)
    expect(reasonsOf(answer.value.lines[0]).map((step) => step.says)).toEqual([
      'Sunita Vallory, 1 April 2026: level 4, “I do this on my own”.',
      'So no help is counted here.',
    ])
    expect(answer.value.once).toEqual([])
  })
})

describe('once only', () => {
  test('is summed apart and never enters the week', () => {
    expect(budget.once.map(({ id, once, low, high }) => [id, once, low, high])).toEqual([
      ['once-hygiene', 16_500, 11_000, 29_000],
      ['once-toilet', 7_000, 4_500, 12_000],
    ])
    expect(budget.onceTotal).toEqual({ once: 23_500, low: 15_500, high: 41_000 })
  })
})

describe('time in words', () => {
  test.each([
    [0, 'no time'],
    [1, '1 minute'],
    [45, '45 minutes'],
    [60, '1 hour'],
    [315, '5 hours 15 minutes'],
    [52.5, '52.5 minutes'],
    [280 / 3, '1 hour 33.33 minutes'],
    [119.999_999_999_99, '2 hours'],
  ])('%f minutes are %s', (minutes, words) => {
    expect(timeInWords(minutes)).toBe(words)
  })
})
