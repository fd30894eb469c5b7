import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { type Model, parseModel } from '../allocation/model.ts'
import { day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { ADULT_OUTCOMES } from '../outcomes/topics.ts'
import { aPerson } from './a-person.ts'
import type { NeedFigure, OnePerson } from './figures.ts'
import { brokenBy, endInWords, figureTyped, leversOf, modelWith, noFigure, whyNot } from './levers.ts'
import { type Moving, mover, movingFrom, pack, unpack } from './packed-hours.ts'
import { type AnyModel, prepareWhatIf } from './what-if.ts'

const parsed = parseModel(
  parse(readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')),
)
if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
const MODEL: Model = parsed.model
const ON = day('2026-11-21')
const builtUp = (model: Model): AnyModel => ({ kind: 'built-up', model })
const moves = (...pairs: readonly (readonly [string, number])[]) => new Map(pairs)

describe('the levers of the published model', () => {
  test('its prices by the hour, what is kept for bad days, and two rules, each where it stands', () => {
    const stands = leversOf(MODEL, ON).map(({ key, now }) => [key, now])
    expect(stands).toEqual([
      ['agency', 27.6],
      ['personal-assistant', 19.2],
      ['agency-waking', 21.72],
      ['agency-sleep-in', 12.84],
      ['contingency', 0],
      ['typical', 100],
      ['awake', 60],
    ])
  })

  test('a price goes from half to half as much again, and says so at its ends', () => {
    const [agency] = leversOf(MODEL, ON)
    if (agency === undefined) throw new Error('no lever')
    expect([agency.least, agency.most]).toEqual([13.8, 41.4])
    expect(endInWords(agency, 27.6)).toBeUndefined()
    expect(endInWords(agency, 13.8)).toBe('This is as low as it goes here: £13.80 an hour.')
    expect(endInWords(agency, 41.4)).toBe('This is as high as it goes here: £41.40 an hour.')
  })

  test('nothing moved is the model itself; each lever moves what it says and nothing else', () => {
    expect(modelWith(MODEL, ON, moves())).toBe(MODEL)
    const cheaper = modelWith(MODEL, ON, moves(['agency', 20.01]))
    const changed = cheaper.prices.filter((row, index) => row.price !== MODEL.prices[index]?.price)
    expect(changed.map(({ form, night, price }) => [form, night, price])).toEqual([
      ['agency', undefined, 2001],
    ])
    expect(changed.every(({ low, price, high }) => low <= price && price <= high)).toBe(true)
    expect(modelWith(MODEL, ON, moves(['contingency', 5]))['contingency-percent']).toBe(5)
    expect(modelWith(MODEL, ON, moves(['awake', 90])).nights['awake-from-minutes']).toBe(90)
    // Washing at level 1 is typically 45 minutes: four fifths of it are 36.
    expect(modelWith(MODEL, ON, moves(['typical', 80])).topics.hygiene[1].typical?.minutes).toBe(36)
  })

  test('a price by which more need would give less money is refused by the promise that every model keeps', () => {
    expect(brokenBy(MODEL)).toEqual([])
    expect(brokenBy(modelWith(MODEL, ON, moves(['agency', 20])))).toEqual([])
    // Keeping the home is priced as an assistant's hour at level 2 and as an agency's at level 1.
    expect(brokenBy(modelWith(MODEL, ON, moves(['personal-assistant', 40]))).length).toBeGreaterThan(0)
  })
})

describe('why a move is not worked with', () => {
  test('in words that can be followed: whose hour would be dearer though less help is needed', () => {
    expect(whyNot(MODEL, ON)).toBeUndefined()
    expect(whyNot(modelWith(MODEL, ON, moves(['agency', 13.8])), ON)).toBe(
      'Nothing was moved, as more need must never give less money. Keeping the home fit to live in: “I do part of this; someone helps me with the rest” needs more help than “I do this if someone prompts me or is nearby”. It would be priced as home care from an agency, £13.80 an hour; the other is priced as a personal assistant, £19.20 an hour.',
    )
  })

  test('whatever else is broken is said in the words of the check', () => {
    const [first] = brokenBy({ ...MODEL, travel: [...MODEL.travel, ...MODEL.travel] })
    expect(whyNot({ ...MODEL, travel: [...MODEL.travel, ...MODEL.travel] }, ON)).toBe(
      `Nothing was moved, as more need must never give less money. ${first}`,
    )
  })
})

describe('a figure that is typed', () => {
  const [agency] = leversOf(MODEL, ON)
  if (agency === undefined) throw new Error('no lever')
  test.each([
    ['27.60', 27.6],
    ['£1,000', undefined],
    [' 30 ', 30],
    ['500', 500],
    ['500.01', undefined],
    ['-5', undefined],
    ['0', undefined],
    ['1e2', undefined],
    ['27.601', undefined],
    ['a lot', undefined],
  ])('%s is %s', (typed, figure) => {
    expect(figureTyped(agency, typed)).toBe(figure)
  })

  test('what is none is told with what it may be', () => {
    expect(noFigure(agency)).toBe('enter an amount between £0.01 and £500, such as 27.60')
  })
})

const need: fc.Arbitrary<NeedFigure> = fc.record({
  topic: fc.constantFrom(...ADULT_OUTCOMES, 'night' as const),
  level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  times: fc.option(fc.integer({ min: 0, max: 21 }), { nil: null }),
  minutes: fc.option(fc.integer({ min: 5, max: 120 }), { nil: null }),
  people: fc.constantFrom(null, 1, 2),
})
const someone: fc.Arbitrary<OnePerson> = fc
  .record({
    needs: fc.uniqueArray(need, { maxLength: 6, selector: ({ topic }) => topic }),
    help: fc.array(
      fc.record({ minutes: fc.integer({ min: 0, max: 900 }), topics: fc.subarray([...ADULT_OUTCOMES]) }),
      { maxLength: 1 },
    ),
    own: fc.option(fc.integer({ min: 1000, max: 3000 }), { nil: undefined }),
  })
  .map(({ needs, help, own }) =>
    aPerson({
      needs,
      help,
      prices:
        own === undefined
          ? []
          : [{ form: 'agency', unit: 'hour', price: pence<'hour'>(own), from: day('2026-04-01') }],
    }),
  )

const movingOf = (people: readonly OnePerson[]): Moving => {
  const moving = movingFrom(prepareWhatIf(builtUp(MODEL), ON, people), people, MODEL, ON, false)
  if (moving === undefined) throw new Error('a built-up model has hours')
  return moving
}

describe('what a browser works out', () => {
  test('is to the penny what the server works out, at every price, also for records with prices of their own', () => {
    fc.assert(
      fc.property(
        fc.array(someone, { maxLength: 12 }),
        fc.integer({ min: 1920, max: 4140 }),
        fc.integer({ min: 960, max: 1920 }),
        fc.integer({ min: 0, max: 25 }),
        (people, agency, assistant, contingency) => {
          const model = modelWith(
            MODEL,
            ON,
            moves(
              ['agency', agency / 100],
              ['personal-assistant', assistant / 100],
              ['contingency', contingency],
            ),
          )
          const prepared = prepareWhatIf(builtUp(MODEL), ON, people)
          const { notCounted, groups: _groups, ...server } = prepared.against(builtUp(model))
          const bytes = pack(movingOf(people))
          const moving = unpack(bytes.buffer)
          expect(moving.notCounted).toBe(notCounted)
          expect(mover(moving)(model)).toEqual(server)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('one person by hand: washing 7 x 30 minutes at £20 is £70.00; with 5% on top £73.50', () => {
    const people = [aPerson({ needs: [{ topic: 'hygiene', level: 1, times: 7, minutes: 30, people: null }] })]
    const gains = mover(unpack(pack(movingOf(people)).buffer))
    const at = (...pairs: readonly (readonly [string, number])[]) =>
      gains(modelWith(MODEL, ON, moves(...pairs)))
    expect(at(['agency', 20]).after).toBe(7000)
    expect(at(['agency', 20], ['contingency', 5]).after).toBe(7350)
    expect(at().after).toBe(9660)
  })

  test('holds nothing of who anybody is', () => {
    const people = [aPerson({ needs: [], born: '1951-07' }, { ethnicity: 'mixed', area: 'highmoor' })]
    const text = new TextDecoder('latin1').decode(pack(movingOf(people)))
    for (const trait of ['1951', 'mixed', 'highmoor', 'female']) expect(text).not.toContain(trait)
  })
})
