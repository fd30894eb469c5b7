import { join } from 'node:path'
import type { IndicativeBudget } from '../src/domain/allocation/budget.ts'
import { budgetBy } from '../src/domain/allocation/built-up.ts'
import type { AllocationFacts, Said } from '../src/domain/allocation/facts.ts'
import {
  type HoursBlock,
  layOutHours,
  priceHours,
  priceListOf,
} from '../src/domain/allocation/hours-block.ts'
import type { Model } from '../src/domain/allocation/model.ts'
import type { CompactFacts } from '../src/domain/allocation/one-person.ts'
import { because } from '../src/domain/allocation/reason.ts'
import { HIGH, LOW, MID, slotOf } from '../src/domain/allocation/slots.ts'
import { at, figure, tablesOf } from '../src/domain/allocation/tables.ts'
import { addDays, day } from '../src/domain/dates/plain-date.ts'
import { pence } from '../src/domain/money/pence.ts'
import { ADULT_OUTCOMES, type AdultOutcome } from '../src/domain/outcomes/topics.ts'
import { gainsOf, newTally, tallyGains } from '../src/domain/population/gains.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { chance, pick } from './chance.ts'
import { openDuck } from './duck.ts'
import { type Figure, inTime, median, under } from './figures.ts'
import { type Line, type Peer, type Prices, publicodes, rulesEngine, zen } from './peers.ts'
import { ON, ROOT } from './service.ts'

const today = day(ON)
/** Topics that the model counts no travel for: the rule that the peers are given has none. */
const TOPICS = ADULT_OUTCOMES.filter((topic) => topic !== 'work-learning' && topic !== 'parenting')

// One sum with its reasons, beside three rules engines

function someLines(next: () => number): readonly Line[] {
  const topics = TOPICS.filter(() => next() < 0.6)
  return (topics.length === 0 ? TOPICS.slice(0, 1) : topics).map((topic) => ({
    topic,
    level: Math.floor(4 * next()),
    times: 1 + Math.floor(14 * next()),
    minutes: 5 * (1 + Math.floor(24 * next())),
    people: next() < 0.1 ? 2 : 1,
  }))
}

/** What one person said, each on a day of their own, as a record would give it. */
const factsOf = (lines: readonly Line[], person: number): AllocationFacts => ({
  on: today,
  needs: [{ id: 'need-1', topics: lines.map(({ topic }) => topic as AdultOutcome) }],
  help: [],
  said: lines.map(
    ({ topic, level, times, minutes, people }, index): Said => ({
      entry: `statement-${index}`,
      topic: topic as AdultOutcome,
      saidBy: 'p',
      saidByName: `Person ${person}`,
      on: addDays(today, -person),
      level: level as 0,
      times,
      minutes,
      people: people as 1,
    }),
  ),
})

/** Sums in a second of a processor, of work that is done one after the other for a while. */
async function aSecond(work: (turn: number) => unknown, milliseconds: number): Promise<number> {
  const began = used()
  let turns = 0
  while (used() - began < milliseconds) {
    for (let some = 0; some < 10; some += 1) {
      const given = work(turns)
      if (given instanceof Promise) await given
      turns += 1
    }
  }
  return (turns * 1000) / (used() - began)
}

async function measureOne(model: Model): Promise<readonly Figure[]> {
  const tables = tablesOf(model, today)
  const prices: Prices = new Map(
    TOPICS.map((topic) => [
      topic,
      [0, 1, 2, 3].map((level) => {
        const place = at(slotOf(topic) ?? 0, level)
        return [
          figure(tables.rate, LOW, place),
          figure(tables.rate, MID, place),
          figure(tables.rate, HIGH, place),
        ] as const
      }),
    ]),
  )
  const next = chance(7)
  const people = Array.from({ length: 100 }, () => someLines(next))
  const facts = people.map(factsOf)
  const explained = (turn: number): IndicativeBudget => {
    const answer = budgetBy(tables, facts[turn % 100] ?? factsOf([], 0))
    if (answer.kind !== 'known') throw new Error(answer.kind)
    return answer.value
  }
  const peers: readonly Peer[] = [zen(prices), rulesEngine(prices), publicodes(prices)]
  for (const [index, lines] of people.entries()) {
    const ours = explained(index)
    for (const peer of peers) {
      const theirs = await peer.week(lines)
      if ([ours.low, ours.weekly, ours.high].join() !== theirs.join())
        throw new Error(`${peer.name}: ${theirs.join()} and not ${ours.weekly}`)
    }
    for (const line of ours.lines) holdToWords(line)
  }
  const ways = [
    { name: 'with its reasons as figures, which a page writes out', work: explained },
    { name: 'with every reason written out', work: writtenOut(explained) },
  ]
  for (const { work } of ways) await aSecond(work, 1000)
  // Turn by turn, so that whatever else the machine does meets them all alike.
  const rates = { ours: ways.map((): number[] => []), theirs: peers.map((): number[] => []) }
  for (const _ of Array.from({ length: ROUNDS })) {
    for (const [place, { work }] of ways.entries()) rates.ours[place]?.push(await aSecond(work, 400))
    for (const [place, peer] of peers.entries()) {
      rates.theirs[place]?.push(await aSecond((turn) => peer.week(people[turn % 100] ?? []), 400))
    }
  }
  return ways.flatMap((way, which) =>
    peers.map((peer, place) =>
      timesOf(way.name, peer.name, rates.ours[which] ?? [], rates.theirs[place] ?? []),
    ),
  )
}

const ROUNDS = 7

/** How many times as many a second: in the middle of all rounds, and in the worst and the best of them. */
function timesOf(way: string, peer: string, ours: readonly number[], theirs: readonly number[]): Figure {
  const times = ours.map((mine, round) => mine / (theirs[round] ?? Number.NaN))
  const middle = median(ours) / median(theirs)
  return {
    what: `one indicative sum, ${way}, against ${peer} without any reason; 100 people, equal to the penny`,
    asked: 'at least 20 times as many a second',
    measured: `${middle.toFixed(1)} times`,
    beside: `${Math.round(median(ours))} a second against ${Math.round(median(theirs))}; by round ${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)}`,
    holds: middle >= 20,
  }
}

/** Each sum with all that there is to say of it, in words. */
const writtenOut =
  (explained: (turn: number) => IndicativeBudget) =>
  (turn: number): number => {
    let said = 0
    for (const line of explained(turn).lines) for (const { says } of because(line)) said += says.length
    return said
  }

/** The words tell the figures of the line: its hours, then the pounds that they come to. @throws where they do not */
function holdToWords(line: IndicativeBudget['lines'][number]): void {
  const says = because(line).map((step) => step.says)
  const pounds = (line.weekly / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/, ',')
  const tells = says.some((one) => one.includes(' × £') && one.endsWith(` = £${pounds} a week.`))
  if (says.length < 3 || !tells) throw new Error(`${line.id}, ${pounds}: ${says.join(' ')}`)
}

// A what-if over a million

const PEOPLE = 1_000_000

/** People with two to seven needs by day, some with nights, some with unpaid help: what a council's long tail looks like. */
function* someone(count: number, seed: number): Generator<CompactFacts> {
  const next = chance(seed)
  const slots = TOPICS.map((topic) => slotOf(topic) ?? 0)
  for (let person = 0; person < count; person += 1) {
    const topics = slots
      .filter(() => next() < 0.5)
      .map((slot) => ({
        slot,
        lead: {
          level: Math.floor(4 * next()),
          times: 1 + Math.floor(14 * next()),
          minutes: 5 * (1 + Math.floor(18 * next())),
          people: next() < 0.1 ? 2 : 1,
        },
        voices: [],
        timesSaid: true,
      }))
    const givers = next() < 0.3 ? [{ mask: 1023, minutes: 60 * Math.floor(20 * next()) }] : []
    yield { topics, nights: [], shared: [], givers }
  }
}

/** A pass that does nothing but read every array that the what-if reads. */
function readAll(hours: HoursBlock, before: Float64Array, cost: Float64Array, kind: Uint16Array): number {
  let [sum, who] = [0, 0]
  for (const { person, minutes } of hours.columns) {
    for (let index = 0; index < person.length; index += 1) {
      sum += minutes[index] ?? 0
      who += person[index] ?? 0
    }
  }
  for (let person = 0; person < hours.count; person += 1) {
    sum += (before[person] ?? 0) + (cost[person] ?? 0)
    who += kind[person] ?? 0
  }
  return sum + who
}

/** What this process has used of its processors so far, in milliseconds. */
function used(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The best of so many times, in milliseconds of a processor: whatever else the machine does can only make a pass longer. */
async function timed(times: number, work: () => unknown): Promise<number> {
  const took: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const began = used()
    const given = work()
    if (given instanceof Promise) await given
    took.push(used() - began)
  }
  return Math.min(...took)
}

async function measureWhatIf(model: Model, dearer: Model): Promise<readonly Figure[]> {
  const [tables, theirs] = [tablesOf(model, today), tablesOf(dearer, today)]
  const began = performance.now()
  const hours = layOutHours(tables, someone(PEOPLE, 11))
  const laidOut = performance.now() - began
  const [before, after, cost] = [new Float64Array(PEOPLE), new Float64Array(PEOPLE), new Float64Array(PEOPLE)]
  priceHours(hours, priceListOf(tables), before)
  const next = chance(12)
  const kind = Uint16Array.from({ length: PEOPLE }, () => pick([...Array(300).keys()], next))
  cost.forEach((_, person) => {
    cost[person] = Math.round((before[person] ?? 0) * (0.8 + 0.4 * next()))
  })
  const tally = newTally(300)
  const prices = priceListOf(theirs)
  const whatIf = () => {
    priceHours(hours, prices, after)
    tallyGains({ before, after, cost }, kind, tally)
  }
  const read = () => readAll(hours, before, cost, kind)
  await timed(3, whatIf)
  await timed(3, read)
  const loading = performance.now()
  const duck = await openDuck(hours, { kind, before, cost })
  const loaded = performance.now() - loading
  await duck.price(prices)
  const rows = await duck.whatIf()
  whatIf()
  // Somebody with nothing paid for has no line, so the database does not see them: their week is nought in both.
  const seen = rows.reduce((sum, row) => sum + (row[1] ?? 0), 0)
  const { lose, gain, before: was, after: is } = gainsOf(tally, () => true)
  const mine = [0, lose, gain, was, is]
  const their = Array.from({ length: 7 }, (_, place) =>
    rows.reduce((sum, row) => sum + (row[place + 1] ?? 0), 0),
  )
  for (const place of [1, 2, 3, 4]) {
    if (mine[place] !== their[place])
      throw new Error(`DuckDB has ${their[place]}, and we have ${mine[place]}`)
  }
  // The three of a round meet the same machine, so that it is the rounds that are compared.
  const rounds: { pass: number; plain: number; database: number }[] = []
  for (let round = 0; round < 9; round += 1) {
    const plain = await timed(3, read)
    const pass = await timed(3, whatIf)
    rounds.push({ plain, pass, database: await timed(1, duck.whatIf) })
  }
  duck.close()
  const [pass, plain, database] = (['pass', 'plain', 'database'] as const).map((of) =>
    median(rounds.map((round) => round[of])),
  ) as [number, number, number]
  const slower = rounds.map((round) => round.pass / round.plain)
  const byRound = `by round ${Math.min(...slower).toFixed(2)} to ${Math.max(...slower).toFixed(2)}`
  const lines = hours.columns.reduce((sum, column) => sum + column.person.length, 0)
  const said = `${lines} lines of ${seen} people; laid out in ${inTime(laidOut)}`
  return [
    {
      what: 'a what-if over 1,000,000 people on one core, against a pass that only reads the same arrays',
      asked: 'within 2 times',
      measured: `${median(slower).toFixed(2)} times`,
      beside: `${inTime(pass)} against ${inTime(plain)}; ${byRound}; ${said}`,
      holds: median(slower) <= 2,
    },
    {
      what: 'the same against DuckDB on one thread, equal to the penny',
      asked: 'at least 4 times faster',
      measured: `${(database / pass).toFixed(1)} times`,
      beside: `${inTime(pass)} against ${inTime(database)}; its load, apart, ${inTime(loaded)}`,
      holds: database >= 4 * pass,
    },
    under('a move of a slider for 20,000 people', 16, await smallMove(model, dearer)),
  ]
}

async function smallMove(model: Model, dearer: Model): Promise<number> {
  const hours = layOutHours(tablesOf(model, today), someone(20_000, 13))
  const after = new Float64Array(20_000)
  const before = new Float64Array(20_000)
  priceHours(hours, priceListOf(tablesOf(model, today)), before)
  const prices = priceListOf(tablesOf(dearer, today))
  const kind = Uint16Array.from({ length: 20_000 }, (_, person) => person % 300)
  const tally = newTally(300)
  const move = () => {
    priceHours(hours, prices, after)
    tallyGains({ before, after, cost: before }, kind, tally)
  }
  await timed(20, move)
  return timed(50, move)
}

const model = await modelFrom(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'))
const dearer: Model = {
  ...model,
  prices: model.prices.map((row) => ({ ...row, price: pence<'hour'>(row.price + 37) })),
}
console.log(JSON.stringify([...(await measureOne(model)), ...(await measureWhatIf(model, dearer))]))
