import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { expect, test, vi } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { ADULT_OUTCOMES, type Topic } from '../outcomes/topics.ts'
import { indicativeBudget } from './built-up.ts'
import type { AllocationFacts, Said } from './facts.ts'
import { type Model, parseModel } from './model.ts'

/*
 * The rule once more, written straight from the published file's own words, in whole numbers and fractions of whole numbers
 * (BigInt), for people of whom one voice speaks. It shares no line with the code that it holds to account.
 */
vi.setConfig({ testTimeout: 120_000 })

type Prices = { low: number; price: number; high: number }
type Published = {
  prices: readonly (Prices & { form: string; unit: string; night?: string; from: string })[]
  topics: Record<
    string,
    Record<number, { form: string; typical: { times: number; minutes: number; helpers: number } | null }>
  >
  nights: {
    form: string
    'hours-a-night': number
    'awake-from-minutes': number
    levels: Record<number, { cover: string; typical: { nights: number; helpers: number } }>
  }
  travel: readonly { topics: readonly string[]; form: string; unit: string; 'units-each-time': number }[]
  sharing: { topics: readonly string[]; 'most-people': number }
  'unpaid-help': { order: readonly string[] }
}
const file: Published = parse(
  readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8'),
)
const ON = day('2026-05-20')

/** A fraction above a whole denominator, halves away from zero; nothing here is below zero but what sharing takes off. */
const nearest = (top: bigint, bottom: bigint): bigint => (2n * top + bottom) / (2n * bottom)
const pence = (pounds: number): bigint => BigInt(Math.round(pounds * 100))
const priceOf = (form: string, unit: string, end: keyof Prices, night?: string): bigint => {
  const rows = file.prices.filter(
    (p) => p.form === form && p.unit === unit && p.night === night && p.from <= ON,
  )
  return pence(rows.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)?.[end] ?? Number.NaN)
}

type Answer = { topic: Topic; level: number; times?: number; minutes?: number; people?: 1 | 2 }
type Giver = { minutes: bigint; topics: readonly string[] | undefined }

function workedAgain(
  answers: readonly Answer[],
  givers: readonly Giver[],
  sharers: number,
  contingency: bigint,
  end: keyof Prices,
) {
  const left = givers.map((giver) => giver.minutes)
  const order: readonly string[] = [...file['unpaid-help'].order, 'night']
  let total = 0n
  for (const topic of order) {
    const answer = answers.find((one) => one.topic === topic)
    if (answer === undefined) continue
    const { need, times, rate } = topic === 'night' ? nightOf(answer, end) : dayOf(answer, end)
    let paid = need
    givers.forEach((giver, index) => {
      const may = giver.topics === undefined ? topic !== 'night' : giver.topics.includes(topic)
      const mine = !may ? 0n : paid < (left[index] ?? 0n) ? paid : (left[index] ?? 0n)
      left[index] = (left[index] ?? 0n) - mine
      paid -= mine
    })
    const people = BigInt(
      file.sharing.topics.includes(topic) ? Math.max(1, Math.min(sharers, file.sharing['most-people'])) : 1,
    )
    total += nearest(paid * rate, 60n * people)
    const travel = file.travel.find((row) => row.topics.includes(topic))
    if (travel !== undefined && need > 0n) {
      total += nearest(
        priceOf(travel.form, travel.unit, end) * BigInt(travel['units-each-time']) * times * paid,
        need,
      )
    }
  }
  return Number(total + nearest(total * contingency, 1000n))
}

function dayOf({ topic, level, times, minutes, people }: Answer, end: keyof Prices) {
  const row = file.topics[topic]?.[Math.min(level, 3)]
  const typical = row?.typical
  const t = level === 4 && times === undefined ? 0 : (times ?? typical?.times ?? Number.NaN)
  const need =
    t === 0 ? 0 : t * (minutes ?? typical?.minutes ?? Number.NaN) * (people ?? typical?.helpers ?? 1)
  return { need: BigInt(need), times: BigInt(t), rate: priceOf(row?.form ?? '', 'hour', end) }
}

function nightOf({ level, times, minutes, people }: Answer, end: keyof Prices) {
  const { levels, form } = file.nights
  const row = levels[Math.min(level, 3)]
  const t = level === 4 && times === undefined ? 0 : (times ?? row?.typical.nights ?? Number.NaN)
  const nights = t > 7 ? 7 : t
  const awake = nights > 0 && t * (minutes ?? 0) >= file.nights['awake-from-minutes'] * nights
  const cover = awake ? 'waking' : (row?.cover ?? '')
  const need = nights * file.nights['hours-a-night'] * 60 * (people ?? row?.typical.helpers ?? 1)
  return { need: BigInt(need), times: BigInt(nights), rate: priceOf(form, 'hour', end, cover) }
}

const answer = (topic: Topic) =>
  fc.record(
    {
      topic: fc.constant(topic),
      level: fc.integer({ min: 0, max: 4 }),
      times: fc.integer({ min: 0, max: 40 }),
      minutes: fc.integer({ min: 1, max: 300 }),
      people: fc.constantFrom<1 | 2>(1, 2),
    },
    // Where the model knows nothing typical, the person is asked: then both are always there.
    {
      requiredKeys: ['work-learning', 'parenting'].includes(topic)
        ? ['topic', 'level', 'times', 'minutes']
        : ['topic', 'level'],
    },
  )
const TOPICS: readonly Topic[] = [...ADULT_OUTCOMES, 'night']
const answers = fc
  .subarray([...TOPICS], { minLength: 1 })
  .chain((topics) => fc.tuple(...topics.map(answer)).map((list) => list as Answer[]))
const giver = fc.record({
  minutes: fc.integer({ min: 0, max: 2_400 }),
  topics: fc.option(fc.subarray([...TOPICS]), { nil: undefined }),
})

const models = new Map(
  [0, 5, 7.5].map((contingency) => [
    contingency,
    parseModel({ ...file, 'contingency-percent': contingency }),
  ]),
)
function modelWith(contingency: number): Model {
  const parsed = models.get(contingency)
  if (parsed?.kind !== 'model') throw new Error(JSON.stringify(parsed))
  return parsed.model
}

test('the sum, its low and its high are what whole numbers give', () => {
  fc.assert(
    fc.property(
      answers,
      fc.array(giver, { maxLength: 3 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(0, 5, 7.5),
      (list, givers, sharers, contingency) => {
        const facts: AllocationFacts = {
          on: ON,
          needs: [{ id: 'need', topics: list.map((one) => one.topic) }],
          said: list.map(
            (one, index) =>
              ({ ...one, entry: `said-${index}`, saidBy: 'p', saidByName: 'p', on: ON }) as Said,
          ),
          help: givers.map((one, index) => ({
            entry: `help-${index}`,
            carer: `carer-${index}`,
            carerName: `carer ${index}`,
            hoursAWeek: one.minutes / 60,
            willing: true,
            able: true,
            agreed: true,
            ...(one.topics === undefined ? {} : { topics: one.topics }),
          })),
          shared: TOPICS.map((topic) => ({ entry: 'shared', topic, people: sharers, agreed: true })),
        }
        const budget = indicativeBudget(modelWith(contingency), facts)
        if (budget.kind !== 'known') throw new Error(JSON.stringify(budget))
        const exact = givers.map((one) => ({ minutes: BigInt(one.minutes), topics: one.topics }))
        const again = (end: keyof Prices, helped: readonly Giver[] = exact) =>
          workedAgain(list, helped, sharers, BigInt(contingency * 10), end)
        const { weekly, low, high, asIfNoCarer } = budget.value
        expect([weekly, low, high, asIfNoCarer]).toEqual([
          again('price'),
          again('low'),
          again('high'),
          again('price', []),
        ])
      },
    ),
    { numRuns: 1_000 },
  )
})
