import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test, vi } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES } from '../outcomes/topics.ts'
import { type Model, modelReference, parseModel } from './model.ts'
import { priceInForce } from './prices.ts'
import { FORMS } from './support.ts'

vi.setConfig({ testTimeout: 60_000 })

const text = readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')
const published = () => parse(text)
const northmoor = (): Model => {
  const parsed = parseModel(published())
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
  return parsed.model
}

/** The published file with one place changed: `topics.hygiene.2.typical.times`; `undefined` takes the key away. */
function changed(path: string, value: unknown): unknown {
  const file = parse(text, { merge: true })
  // The published file names a list once and points to it again; a test must change one place, not all of them.
  const whole = JSON.parse(JSON.stringify(file))
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const at = keys.reduce((place, key) => place[key], whole)
  if (value === undefined) delete at[last]
  else at[last] = value
  return whole
}
const errorsOf = (value: unknown) => {
  const parsed = parseModel(value)
  return parsed.kind === 'invalid' ? parsed.errors : []
}

describe('Northmoor, as it is published', () => {
  test('is sound', () => {
    expect(errorsOf(published())).toEqual([])
    expect(northmoor()).toMatchObject({
      name: 'Northmoor 2026-27',
      version: 3,
      from: '2026-04-01',
      council: 'Northmoor Council',
    })
  })

  test('has a line for all eighteen outcomes at all four levels, and nights', () => {
    expect(Object.keys(northmoor().topics).toSorted()).toEqual(
      [...ADULT_OUTCOMES, ...CARER_OUTCOMES].toSorted(),
    )
    for (const levels of Object.values(northmoor().topics))
      expect(Object.keys(levels)).toEqual(['0', '1', '2', '3'])
    expect(Object.keys(northmoor().nights.levels)).toEqual(['0', '1', '2', '3'])
  })

  test('every price says where it comes from, with a page to look it up', () => {
    for (const price of northmoor().prices) {
      expect(price.source.length).toBeGreaterThan(20)
      expect(price.url).toMatch(/^https:\/\//)
      expect(FORMS).toContain(price.form)
    }
  })

  test('names itself in a reason', () => {
    expect(modelReference(northmoor(), 'hygiene at level 1')).toBe(
      'Northmoor 2026-27 version 3, hygiene at level 1',
    )
  })
})

describe('what is wrong is named by its place', () => {
  test.each([
    ['a key that is not in the format', 'colour', 'blue', 'There is no key "colour" here'],
    ['a budget', 'council-budget', 900_000, 'must not enter a person’s sum'],
    ['a target', 'nights.target', 3, 'must not enter a person’s sum'],
    ['a supply of beds', 'topics.hygiene.0.beds', 3, 'must not enter a person’s sum'],
    ['a deflator', 'prices.0.deflator', 0.9, 'must not enter a person’s sum'],
    ['a ceiling', 'topics.hygiene.0.typical.max', 5, 'must not enter a person’s sum'],
    ['a price below nought', 'prices.0.low', -1, 'cannot be below £0'],
    ['a price with three decimals', 'prices.0.price', 27.605, 'at most two decimals'],
    ['a price that is a text', 'prices.0.price', '27.60', 'must be an amount in pounds'],
    ['no source', 'prices.0.source', '', 'Words are missing'],
    ['no page to look it up', 'prices.0.url', 'see the leaflet', 'address of a page'],
    ['an unknown form', 'prices.0.form', 'robot', 'The form must be one of'],
    ['an unknown unit', 'prices.0.unit', 'fortnight', 'The unit must be one of'],
    ['a day that there is not', 'from', '2026-02-30', 'There is no such day as 2026-02-30'],
    ['a day in another form', 'prices.0.from', '1.4.2026', 'There is no such day'],
    ['a version that is not whole', 'version', 2.5, 'whole number'],
    ['a missing topic', 'topics.toilet', undefined, 'This is missing.'],
    ['a missing carer topic', 'topics.carer-work', undefined, 'This is missing.'],
    ['a topic too many', 'topics.swimming', {}, 'There is no key "swimming" here'],
    ['a missing level', 'topics.toilet.2', undefined, 'This is missing.'],
    ['a level too many', 'topics.toilet.4', {}, 'There is no key "4" here'],
    ['typical support left out', 'topics.toilet.2.typical', undefined, 'This is missing.'],
    ['half a helper', 'topics.toilet.2.typical.helpers', 1.5, 'One helper or two'],
    ['an eighth night', 'nights.levels.0.typical.nights', 8, 'At most 7: nights a week'],
    ['contingency of more than all', 'contingency-percent', 101, 'not above 100'],
    ['sharing alone', 'sharing.most-people', 1, 'at least 2 people'],
    ['travel by the hour', 'travel.0.unit', 'hour', 'by the visit'],
  ])('%s', (_, path, value, says) => {
    const errors = errorsOf(changed(path, value))
    expect(errors).toHaveLength(1)
    expect(errors[0]?.path).toBe(path)
    expect(errors[0]?.says).toContain(says)
  })

  test.each([
    ['a low price above the price', 'prices.0.low', 27.61, 'prices.0.low', 'above the price'],
    ['a high price below the price', 'prices.0.high', 27.59, 'prices.0.high', 'below the price'],
    [
      'a once-only low above its price',
      'topics.hygiene.0.once.0.low',
      999,
      'topics.hygiene.0.once.0.low',
      'above the price',
    ],
    [
      'more times at a higher level',
      'topics.hygiene.2.typical.times',
      8,
      'topics.hygiene.2.typical.times',
      'More times at level 2',
    ],
    [
      'more minutes at a higher level',
      'topics.toilet.1.typical.minutes',
      16,
      'topics.toilet.1.typical.minutes',
      'More minutes at level 1',
    ],
    [
      'more helpers at a higher level',
      'topics.toilet.1.typical.helpers',
      2,
      'topics.toilet.1.typical.helpers',
      'More helpers at level 1',
    ],
    [
      'fewer times where more is needed',
      'topics.hygiene.0.typical.times',
      6,
      'topics.hygiene.1.typical.times',
      'More times at level 1',
    ],
    [
      'a dearer form at a higher level',
      'topics.community.3.form',
      'agency',
      'topics.community.3.form',
      'an hour of agency costs more at level 3',
    ],
    [
      'a form without a price by the hour',
      'topics.community.0.form',
      'equipment',
      'topics.community.0.form',
      'No price is published',
    ],
    [
      'typical support at some levels only',
      'topics.hygiene.3.typical',
      null,
      'topics.hygiene.3.typical',
      'for every level of a topic, or for none',
    ],
    [
      'more bought once at a higher level',
      'topics.toilet.3.once.0.price',
      71,
      'topics.toilet.3.once',
      'higher at level 3',
    ],
    [
      'nothing bought once where more is needed',
      'topics.toilet.0.once',
      [],
      'topics.toilet.1.once',
      'higher at level 1',
    ],
    [
      'a waking night at a higher level',
      'nights.levels.3.cover',
      'waking',
      'nights.levels.3.cover',
      'A waking night at level 3',
    ],
    [
      'more nights at a higher level',
      'nights.levels.3.typical.nights',
      7.5,
      'nights.levels.3.typical.nights',
      'At most 7',
    ],
    ['a night form without prices', 'nights.form', 'respite', 'nights.form', 'No price is published'],
    [
      'a night priced by the night',
      'prices.5.unit',
      'night',
      'prices.5.unit',
      'Night cover is priced by the hour',
    ],
    ['a price that starts too late', 'prices.7.from', '2026-04-02', 'travel.0.form', 'No price is published'],
    [
      'a topic left out of the order',
      'unpaid-help.order',
      ADULT_OUTCOMES.slice(1),
      'unpaid-help.order',
      'nutrition is not in the order',
    ],
    [
      'a topic twice in the order',
      'unpaid-help.order',
      [...ADULT_OUTCOMES, 'toilet'],
      'unpaid-help.order',
      'toilet is in the order twice',
    ],
    [
      'travel counted twice',
      'travel.0.topics',
      ['parenting', 'parenting'],
      'travel.0.topics.1',
      'counted twice',
    ],
  ])('%s', (_, path, value, at, says) => {
    const errors = errorsOf(changed(path, value))
    expect(errors.map((error) => error.path)).toContain(at)
    expect(errors.find((error) => error.path === at)?.says).toContain(says)
  })

  test('a sleep-in that is dearer than a waking night', () => {
    const file = published()
    const prices = file.prices.map((row: { night?: string }) =>
      row.night === 'sleep-in' ? { ...row, high: 27.61 } : row,
    )
    expect(errorsOf({ ...file, prices })).toEqual([
      { path: 'nights.form', says: 'From 2026-04-01 a sleep-in costs more than a waking night.' },
    ])
  })

  test('two prices for one thing from one day', () => {
    const file = published()
    expect(
      errorsOf({ ...file, prices: [...file.prices, file.prices[0]] }).map((error) => error.path),
    ).toEqual([`prices.${file.prices.length}`])
  })

  test('a later price that would make less need dearer', () => {
    const file = published()
    const later = { ...file.prices[2], low: 28, price: 28, high: 33, from: '2026-10-01' }
    const errors = errorsOf({ ...file, prices: [...file.prices, later] })
    expect(errors.map((error) => error.path)).toEqual([
      'topics.home-upkeep.2.form',
      'topics.parenting.2.form',
    ])
    expect(errors[0]?.says).toContain('From 2026-10-01')
  })

  test.each([undefined, null, 7, 'northmoor', [], {}])(
    'what is no model at all is an error, never a crash: %j',
    (value) => {
      expect(errorsOf(value).length).toBeGreaterThan(0)
    },
  )

  test('every fault is named, not only the first', () => {
    const file = published()
    const errors = errorsOf({ ...file, version: 0, from: 'soon', colour: 'blue' })
    expect(errors.map((error) => error.path).toSorted()).toEqual(['colour', 'from', 'version'])
  })

  test('whatever typical figures a council publishes, a sound model never gives more for less need', () => {
    const row = fc.record({
      times: fc.integer({ min: 0, max: 30 }),
      minutes: fc.integer({ min: 0, max: 90 }),
      helpers: fc.constantFrom(1, 2),
    })
    let sound = 0
    const file = published()
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), fc.boolean(), (rows, sort) => {
        const by = (part: 'times' | 'minutes' | 'helpers') => {
          const figures = rows.map((one) => one[part])
          return sort ? figures.toSorted((a, b) => b - a) : figures
        }
        const typical = rows.map((_, level) => ({
          times: by('times')[level] ?? 0,
          minutes: by('minutes')[level] ?? 0,
          helpers: by('helpers')[level] ?? 1,
        }))
        const hygiene = Object.fromEntries(
          typical.map((one, level) => [level, { form: 'agency', typical: one }]),
        )
        const parsed = parseModel({ ...file, topics: { ...file.topics, hygiene } })
        const never = typical.every((one, level) => {
          const below = typical[level - 1]
          return (
            below === undefined ||
            (one.times <= below.times && one.minutes <= below.minutes && one.helpers <= below.helpers)
          )
        })
        if (parsed.kind === 'model') sound += 1
        expect(parsed.kind === 'model').toBe(never)
      }),
      { numRuns: 150 },
    )
    expect(sound).toBeGreaterThan(30)
  })
})

describe('the price of a day', () => {
  const model = northmoor()
  const agency = { form: 'agency', unit: 'hour' } as const
  const on = (date: string, own: Parameters<typeof priceInForce>[1] = []) =>
    priceInForce(model, own, agency, day(date))

  test('is the row in force', () => {
    expect(on('2026-03-31')).toMatchObject({
      price: 2630,
      low: 2164,
      high: 3214,
      from: '2025-04-01',
      own: false,
    })
    expect(on('2026-04-01')).toMatchObject({ price: 2760, low: 2410, high: 3214, from: '2026-04-01' })
    expect(on('2030-01-01')).toMatchObject({ price: 2760 })
  })

  test('is missing before anything was published: a later price is never used backwards', () => {
    expect(on('2025-03-31')).toBeUndefined()
  })

  test('is the record’s own where it has one in force', () => {
    const own = [
      { ...agency, price: pence<'hour'>(2480), from: day('2024-01-01') },
      { ...agency, price: pence<'hour'>(2500), from: day('2026-06-01') },
    ]
    expect(on('2024-01-01', own)).toMatchObject({ low: 2480, price: 2480, high: 2480, own: true })
    expect(on('2026-05-31', own)).toMatchObject({ price: 2480, own: true })
    expect(on('2026-06-01', own)).toMatchObject({ price: 2500, own: true })
    expect(on('2023-12-31', own)).toBeUndefined()
  })

  test('a day’s price is not a night’s, and a night’s not a day’s', () => {
    const own = [{ ...agency, price: pence<'hour'>(2480), from: day('2024-01-01') }]
    expect(priceInForce(model, own, { ...agency, night: 'waking' }, day('2026-05-01'))).toMatchObject({
      price: 2172,
      own: false,
    })
    const night = [
      { form: 'agency', unit: 'night', price: pence<'once'>(9000), from: day('2024-01-01') } as const,
    ]
    expect(priceInForce(model, night, { ...agency, night: 'sleep-in' }, day('2026-05-01'))).toMatchObject({
      price: 9000,
      unit: 'night',
    })
    expect(priceInForce(model, night, agency, day('2026-05-01'))).toMatchObject({ price: 2760 })
  })
})
