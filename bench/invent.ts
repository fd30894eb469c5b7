import { parseArgs } from 'node:util'
import { dayFromNumber, dayNumber } from '../src/domain/dates/plain-date.ts'
import { USUAL_FAULTS } from '../src/domain/population/invent/faults.ts'
import { invent } from '../src/domain/population/invent/invent.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { recordValue } from '../src/record/file.ts'
import { type Figure, inTime, under } from './figures.ts'

// A council of 20,000 and one of 2,000: how long, how much memory, and whether ten times as many take ten times as long. Each line is
// made as `invent` prints it. With `--most 200000` the same for ten times more.

const MOST_MEMORY = 500
/** Twice as long for a person as in the small council would not be linear any more. */
const LINEAR = 1.5

const { values } = parseArgs({ options: { most: { type: 'string', default: '20000' } } })
const model = await modelFrom('allocation/northmoor-2026-27.yaml')
const on = dayFromNumber(dayNumber(model.from) + 234)

/** @returns milliseconds a person */
function council(people: number): number {
  const began = performance.now()
  let characters = 0
  for (const { record } of invent({ people, seed: 1, faults: USUAL_FAULTS, on, model }))
    characters += JSON.stringify(recordValue(record)).length
  if (characters < people) throw new Error('the records are empty')
  return (performance.now() - began) / people
}

const memory = (): number => process.resourceUsage().maxRSS / 1024

function measure(): readonly Figure[] {
  council(200)
  const each: (readonly [number, number])[] = []
  for (let people = 2_000; people <= Number(values.most); people *= 10) each.push([people, council(people)])
  const [small, ...larger] = each
  return larger.flatMap(([people, ms]): readonly Figure[] => [
    under(`invent a council of ${people}`, 60_000 * (people / 20_000), ms * people, `${inTime(ms)} a person`),
    {
      what: `growth from ${small?.[0] ?? 0} to ${people} people: time a person`,
      asked: `linear (under ${LINEAR} times)`,
      measured: `${(ms / (small?.[1] ?? ms)).toFixed(2)} times`,
      holds: ms < LINEAR * (small?.[1] ?? ms),
    },
    {
      what: `memory at the most, up to ${people} people`,
      asked: `under ${MOST_MEMORY} MB`,
      measured: `${memory().toFixed(0)} MB`,
      holds: memory() < MOST_MEMORY,
    },
  ])
}

console.log(JSON.stringify(measure()))
