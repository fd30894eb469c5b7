import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test, vi } from 'vitest'
import type { Answer } from '../answer.ts'
import { addDays, day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { ADULT_OUTCOMES, type Topic } from '../outcomes/topics.ts'
import type { IndicativeBudget } from './budget.ts'
import { budgetBy } from './built-up.ts'
import type { AllocationFacts, Help, Said, Shared } from './facts.ts'
import { BLOCK_SLOTS, compileModel, newSumBlock, type PeopleBlock } from './fast-sum.ts'
import { type Model, parseModel } from './model.ts'
import { compactFacts } from './one-person.ts'
import type { OwnPrice } from './prices.ts'
import { because } from './reason.ts'
import { NIGHT, slotOf, topicAt } from './slots.ts'
import { tablesOf } from './tables.ts'

const published = parse(
  readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8'),
)
function modelWith(changes: Record<string, unknown>): Model {
  const parsed = parseModel({ ...published, ...changes })
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
  return parsed.model
}
const MODELS = [modelWith({}), modelWith({ 'contingency-percent': 7.5 })]
const ON = day('2026-05-20')
const RUNS = 2_000
vi.setConfig({ testTimeout: 120_000 })

/** A plain check, for laws that are held thousands of times: `expect` itself would take most of the time. */
function hold(law: boolean, what: string): void {
  if (!law) throw new Error(`not so: ${what}`)
}

const TOPICS: readonly Topic[] = [...ADULT_OUTCOMES, 'night', 'health']
const speaker = fc.constantFrom('p', 'k', 's')
const level = fc.constantFrom(0, 1, 2, 3, 4)

const said: fc.Arbitrary<Said> = fc
  .record(
    {
      topic: fc.constantFrom(...TOPICS),
      saidBy: speaker,
      days: fc.integer({ min: 0, max: 25 }),
      level,
      times: fc.oneof(fc.integer({ min: 0, max: 35 }), fc.constantFrom(0.5, 1.5, 2.25)),
      minutes: fc.oneof(fc.integer({ min: 1, max: 240 }), fc.constantFrom(7.5)),
      people: fc.constantFrom(1, 2),
      night: fc.constantFrom(true, false, false),
      disputed: fc.constantFrom(true, false, false, false),
      hoped: level,
    },
    { requiredKeys: ['topic', 'saidBy', 'days'] },
  )
  .map(({ days, ...one }) => ({
    ...one,
    entry: '',
    saidByName: one.saidBy,
    on: addDays(day('2026-05-01'), days),
  }))

const help: fc.Arbitrary<Help> = fc
  .record(
    {
      carer: fc.constantFrom('k', 'f'),
      topics: fc.subarray([...TOPICS]),
      hoursAWeek: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0.75, 2.5)),
      willing: fc.constantFrom(true, true, true, false),
      able: fc.constantFrom(true, true, true, false),
      agreed: fc.constantFrom(true, true, true, false),
      disputed: fc.constantFrom(true, false, false, false),
    },
    { requiredKeys: ['carer', 'willing', 'able', 'agreed'] },
  )
  .map((one) => ({ ...one, entry: '', carerName: one.carer }))

const ownPrice: fc.Arbitrary<OwnPrice> = fc.record({
  form: fc.constantFrom('agency', 'personal-assistant', 'community'),
  unit: fc.constantFrom('hour', 'night', 'visit'),
  price: fc.integer({ min: 0, max: 6_000 }).map((n) => pence<'hour'>(n)),
  from: fc.constantFrom(day('2020-01-01'), day('2026-05-10'), day('2026-12-01')),
})

const shared: fc.Arbitrary<Shared> = fc.record({
  entry: fc.constant('shared'),
  topic: fc.constantFrom<Topic>('community', 'relationships', 'hygiene'),
  people: fc.integer({ min: 1, max: 6 }),
  agreed: fc.boolean(),
})

const facts: fc.Arbitrary<AllocationFacts> = fc
  .record({
    needs: fc.array(fc.subarray([...TOPICS], { minLength: 1 }), { maxLength: 2 }),
    said: fc.array(said, { maxLength: 14 }),
    help: fc.array(help, { maxLength: 3 }),
    shared: fc.array(shared, { maxLength: 2 }),
    prices: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(ownPrice, { maxLength: 3 }) },
    ),
  })
  .map((f) => ({
    ...f,
    on: ON,
    needs: f.needs.map((topics, index) => ({ id: `need-${index}`, topics })),
    said: f.said
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .map((one, index) => ({ ...one, entry: `said-${index}` })),
    help: f.help.map((one, index) => ({ ...one, entry: `help-${index}` })),
  }))
const model = fc.constantFrom(...MODELS)

const laidOut = new Map(MODELS.map((m) => [m, tablesOf(m, ON)]))
const explained = (m: Model, f: AllocationFacts): Answer<IndicativeBudget> =>
  budgetBy((f.prices?.length === 0 ? laidOut.get(m) : undefined) ?? tablesOf(m, f.on, f.prices), f)
const budgetOf = (m: Model, f: AllocationFacts): IndicativeBudget | undefined => {
  const answer = explained(m, f)
  return answer.kind === 'known' ? answer.value : undefined
}
const sums = (answer: Answer<IndicativeBudget>) =>
  answer.kind === 'known'
    ? [
        answer.value.weekly,
        answer.value.low,
        answer.value.high,
        answer.value.lines.map((line) => [line.id, line.weekly]),
      ]
    : answer.kind
const check = (law: (m: Model, f: AllocationFacts) => void, runs = RUNS) =>
  fc.assert(fc.property(model, facts, law), { numRuns: runs })
const add = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

describe('the laws of the sum', () => {
  test('the lines add up to the total, the low and the high; the range holds the sum', () => {
    let known = 0
    check((m, f) => {
      const budget = budgetOf(m, f)
      if (budget === undefined) return
      known += 1
      hold(add(budget.lines.map((line) => line.weekly)) === budget.weekly, 'the lines add up to the week')
      hold(add(budget.lines.map((line) => line.low)) === budget.low, 'the lines add up to the low')
      hold(add(budget.lines.map((line) => line.high)) === budget.high, 'the lines add up to the high')
      hold(add(budget.once.map((line) => line.once)) === budget.onceTotal.once, 'the once-only lines add up')
      hold(budget.low <= budget.weekly && budget.weekly <= budget.high, 'the range holds the sum')
      hold(budget.weekly <= budget.asIfNoCarer, 'help takes off and never adds')
      hold(
        new Set(budget.lines.map((line) => line.id)).size === budget.lines.length,
        'a line has its own name',
      )
      for (const line of budget.lines.filter(({ kind }) => kind !== 'sharing')) {
        hold(
          0 <= line.low && line.low <= line.weekly && line.weekly <= line.high,
          `${line.id} is in its range`,
        )
      }
    })
    expect(known).toBeGreaterThan(RUNS / 2)
  })

  test('unpaid help: never more than the need, never more than is given, nothing without consent', () => {
    let helped = 0
    check((m, f) => {
      const budget = budgetOf(m, f)
      if (budget === undefined) return
      const last = new Map(f.help.map((one) => [one.carer, one]))
      const taken = new Map<string, number>()
      for (const { hours, givenBy } of budget.lines) {
        hold(hours.offset <= hours.need + 1e-9, 'no more comes off than is needed')
        hold(Math.abs(hours.paid - (hours.need - hours.offset)) < 1e-9, 'what is paid is what is left')
        hold(
          Math.abs(add(givenBy.map((given) => given.hours)) - hours.offset) < 1e-9,
          'every hour off is somebody’s',
        )
        for (const given of givenBy) taken.set(given.carer, (taken.get(given.carer) ?? 0) + given.hours)
      }
      for (const [carer, hours] of taken) {
        helped += 1
        const one = last.get(carer)
        hold(one?.willing === true && one.able && one.agreed && one.disputed !== true, 'help is freely given')
        hold(hours <= (one?.hoursAWeek ?? 0) + 1e-9, 'no hour is counted twice')
      }
    })
    expect(helped).toBeGreaterThan(RUNS / 10)
  })

  test.each(['willing', 'able', 'agreed'] as const)(
    'the moment a carer is not %s the sum is as if nobody helped',
    (flag) => {
      check((m, f) => {
        const budget = budgetOf(m, { ...f, help: f.help.map((one) => ({ ...one, [flag]: false })) })
        if (budget === undefined) return
        expect(budget.weekly).toBe(budget.asIfNoCarer)
        expect(budget.lines.every((line) => line.hours.offset === 0 && line.givenBy.length === 0)).toBe(true)
      }, 800)
    },
  )

  test('what was hoped for moves nothing, high or low', () => {
    fc.assert(
      fc.property(model, facts, level, (m, f, hoped) => {
        const other = { ...f, said: f.said.map((one) => ({ ...one, hoped })) }
        expect(explained(m, other)).toEqual(explained(m, f))
      }),
      { numRuns: 800 },
    )
  })

  test('disputed words and disputed help are never counted', () => {
    check((m, f) => {
      const last = new Map(f.help.map((one) => [one.carer, one]))
      const without = {
        ...f,
        said: f.said.filter((one) => one.disputed !== true),
        help: [...last.values()].filter((one) => one.disputed !== true),
      }
      const [a, b] = [explained(m, f), explained(m, without)]
      expect(sums(a)).toEqual(sums(b))
      if (a.kind === 'known' && b.kind === 'known') expect(a.value.stillNeeds).toEqual(b.value.stillNeeds)
    })
  })

  test('statements of different days may come in any order; of one day the record’s order stands', () => {
    fc.assert(
      fc.property(model, facts, fc.infiniteStream(fc.nat()), (m, f, chance) => {
        const days = [...new Set(f.said.map((one) => one.on))]
          .map((on) => ({ on, place: chance.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
        const shuffled = { ...f, said: days.flatMap(({ on }) => f.said.filter((one) => one.on === on)) }
        expect(explained(m, shuffled)).toEqual(explained(m, f))
      }),
      { numRuns: 800 },
    )
  })

  test('what is not known yet on the day does not count', () => {
    check((m, f) => {
      const later = f.said.map((one, index) => ({
        ...one,
        entry: `later-${index}`,
        on: addDays(ON, 1),
        level: 0 as const,
      }))
      expect(explained(m, { ...f, said: [...f.said, ...later] })).toEqual(explained(m, f))
    }, 500)
  })

  test('every line rests on entries that are there, and says why', () => {
    check((m, f) => {
      const budget = budgetOf(m, f)
      const ids = new Set(
        [...f.said, ...f.help, ...(f.shared ?? [])].map((one) => one.entry).concat(f.needs.map((n) => n.id)),
      )
      for (const line of budget?.lines ?? []) {
        const steps = because(line)
        hold(steps.length > 0 && line.restsOn.length > 0, `${line.id} has reasons and rests on something`)
        const named = [...line.restsOn, ...steps.flatMap((step) => step.entries ?? [])]
        hold(
          named.every((id) => ids.has(id)),
          `${line.id} names entries that are there`,
        )
        hold(
          steps.every((step) => !/NaN|undefined|Infinity/.test(step.says)),
          `${line.id} speaks plainly`,
        )
      }
    }, 1_000)
  })
})

describe('more need never gives less money', () => {
  type More = (one: Said) => Said | undefined
  const ways: readonly (readonly [string, More])[] = [
    ['more times', (one) => (one.times === undefined ? undefined : { ...one, times: one.times + 1 })],
    ['more minutes', (one) => (one.minutes === undefined ? undefined : { ...one, minutes: one.minutes + 1 })],
    ['more helpers', (one) => (one.people === undefined ? undefined : { ...one, people: 2 })],
    [
      'a lower level',
      (one) =>
        one.level === undefined || one.level === 0 ? undefined : ({ ...one, level: one.level - 1 } as Said),
    ],
  ]

  test.each(ways)('%s', (_, more) => {
    let compared = 0
    fc.assert(
      fc.property(model, facts, fc.nat(), (m, f, pick) => {
        const able = f.said.flatMap((one, index) => (more(one) === undefined ? [] : [index]))
        const at = able[pick % Math.max(1, able.length)]
        const before = budgetOf(m, f)
        const after = budgetOf(m, {
          ...f,
          said: f.said.map((one, index) => (index === at ? (more(one) ?? one) : one)),
        })
        if (at === undefined || before === undefined || after === undefined) return
        compared += 1
        hold(after.weekly >= before.weekly, `${after.weekly} is not less than ${before.weekly}`)
        hold(after.low >= before.low, `low: ${after.low} is not less than ${before.low}`)
        hold(after.high >= before.high, `high: ${after.high} is not less than ${before.high}`)
        hold(after.asIfNoCarer >= before.asIfNoCarer, 'as if nobody helped')
        hold(after.onceTotal.once >= before.onceTotal.once, 'once')
      }),
      { numRuns: 2_500 },
    )
    expect(compared).toBeGreaterThan(800)
  })

  test('less unpaid help never gives less money', () => {
    fc.assert(
      fc.property(model, facts, fc.nat(), (m, f, pick) => {
        const at = pick % Math.max(1, f.help.length)
        const fewer = f.help.map((one, index) =>
          index === at && one.hoursAWeek !== undefined ? { ...one, hoursAWeek: one.hoursAWeek / 2 } : one,
        )
        const [before, after] = [budgetOf(m, f), budgetOf(m, { ...f, help: fewer })]
        if (before === undefined || after === undefined) return
        hold(after.weekly >= before.weekly, `${after.weekly} is not less than ${before.weekly}`)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('one definition, two uses', () => {
  test('the fast sum is the explained sum, to the penny, low and high too', () => {
    let known = 0
    check((m, f) => {
      const fast = compileModel(m, f.on, f.prices).sum(compactFacts(f, { whose: 'person' }))
      const answer = explained(m, f)
      if (answer.kind !== 'known') {
        expect(fast).toMatchObject({ weekly: 0, low: 0, high: 0, asIfNoCarer: 0, once: 0 })
        return
      }
      known += 1
      const { weekly, low, high, asIfNoCarer, onceTotal } = answer.value
      const { lacking: _, ...figures } = fast
      expect(figures).toEqual({ weekly, low, high, asIfNoCarer, once: onceTotal.once })
    })
    expect(known).toBeGreaterThan(RUNS / 2)
  })

  test('one compiled model serves many people, one after the other, and forgets each', () => {
    fc.assert(
      fc.property(model, fc.array(facts, { minLength: 2, maxLength: 6 }), (m, many) => {
        const own: readonly OwnPrice[] = []
        const compiled = compileModel(m, ON)
        for (const f of many) {
          const person = compactFacts({ ...f, prices: own }, { whose: 'person' })
          expect(compiled.sum(person)).toEqual(compileModel(m, ON).sum(person))
        }
      }),
      { numRuns: 150 },
    )
  })

  const cell = fc.record({
    level: fc.integer({ min: -1, max: 4 }),
    times: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 30 })),
    minutes: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 1, max: 200 })),
    people: fc.integer({ min: 0, max: 2 }),
  })
  const person = fc.record({
    cells: fc.array(cell, { minLength: BLOCK_SLOTS, maxLength: BLOCK_SLOTS }),
    help: fc.constantFrom(0, 0.75, 4, 20),
    helpFor: fc.integer({ min: 0, max: (1 << BLOCK_SLOTS) - 1 }),
  })

  test('columns of people give the same as their facts', () => {
    fc.assert(
      fc.property(model, fc.array(person, { minLength: 1, maxLength: 8 }), (m, people) => {
        const block: PeopleBlock = {
          count: people.length,
          level: Int8Array.from(people.flatMap((p) => p.cells.map((c) => c.level))),
          times: Float64Array.from(people.flatMap((p) => p.cells.map((c) => c.times))),
          minutes: Float64Array.from(people.flatMap((p) => p.cells.map((c) => c.minutes))),
          people: Uint8Array.from(people.flatMap((p) => p.cells.map((c) => c.people))),
          help: Float64Array.from(people.map((p) => p.help)),
          helpFor: Uint32Array.from(people.map((p) => p.helpFor)),
        }
        const out = newSumBlock(people.length)
        compileModel(m, ON).sumBlock(block, out)
        people.forEach((p, index) => {
          const answer = explained(m, factsOf(p))
          const expected = answer.kind === 'known' ? answer.value : undefined
          expect([
            out.weekly[index],
            out.low[index],
            out.high[index],
            out.asIfNoCarer[index],
            out.once[index],
          ]).toEqual([
            expected?.weekly ?? 0,
            expected?.low ?? 0,
            expected?.high ?? 0,
            expected?.asIfNoCarer ?? 0,
            expected?.onceTotal.once ?? 0,
          ])
        })
      }),
      { numRuns: 300 },
    )
  })

  function factsOf(p: {
    cells: readonly { level: number; times: number; minutes: number; people: number }[]
    help: number
    helpFor: number
  }): AllocationFacts {
    const spoken = p.cells.flatMap((c, slot) =>
      c.level < 0
        ? []
        : [
            {
              entry: `said-${slot}`,
              topic: topicAt(slot),
              saidBy: 'p',
              saidByName: 'p',
              on: ON,
              level: c.level,
              ...(Number.isNaN(c.times) ? {} : { times: c.times }),
              ...(Number.isNaN(c.minutes) ? {} : { minutes: c.minutes }),
              ...(c.people === 0 ? {} : { people: c.people }),
            } as Said,
          ],
    )
    const named = p.cells
      .map((_, slot) => topicAt(slot))
      .filter((topic) => (p.helpFor & (1 << (slotOf(topic) ?? 0))) !== 0)
    const topics: readonly Topic[] = spoken.map((one) => one.topic)
    return {
      on: ON,
      needs: topics.length === 0 ? [] : [{ id: 'need', topics }],
      said: spoken,
      help:
        p.help === 0
          ? []
          : [
              {
                entry: 'help',
                carer: 'k',
                carerName: 'k',
                hoursAWeek: p.help,
                willing: true,
                able: true,
                agreed: true,
                ...(p.helpFor === 0 ? {} : { topics: named }),
              },
            ],
    }
  }

  test('the night stands last of the ten outcomes and itself in a block', () => {
    expect([BLOCK_SLOTS, NIGHT, slotOf('night')]).toEqual([11, 10, 10])
  })
})
