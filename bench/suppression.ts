import { join } from 'node:path'
import { addMonths, day } from '../src/domain/dates/plain-date.ts'
import type { OnePerson } from '../src/domain/population/figures.ts'
import { USUAL_FAULTS } from '../src/domain/population/invent/faults.ts'
import { invent } from '../src/domain/population/invent/invent.ts'
import { type Earlier, statistics, yearTo } from '../src/domain/population/statistics.ts'
import { TABLES } from '../src/domain/population/statistics-tables.ts'
import { attack, isRecovered } from '../src/domain/population/whoever-subtracts.ts'
import { linearSolver } from '../src/exchange/linear-solver.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { figuresOf } from '../src/record/figures.ts'
import { foldRecord } from '../src/record/state.ts'
import { type Figure, inTime } from './figures.ts'
import { ROOT } from './service.ts'

// Twelve months of open statistics, each held against those before it, and whoever kept all of them: what can be worked out by a
// solver of the numbers from 1 to 4, month beside month and table beside table.

const ON = day('2026-11-22')
const MONTHS = 12
/** So many of the small numbers are tried, each from a place of its own in the list: all would take hours. */
const TRIED = 300

async function measureSuppression(): Promise<readonly Figure[]> {
  const model = await modelFrom(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'))
  const open = await linearSolver()
  const council = (people: number): readonly OnePerson[] =>
    [...invent({ people, seed: 5, faults: USUAL_FAULTS, on: ON, model })].map(({ record, traits }) => ({
      figures: figuresOf(foldRecord(record, ON)),
      traits,
    }))
  return [90, 500, 2_000].map((size): Figure => {
    const people = council(size)
    const all: Earlier[] = []
    let last = 0
    for (let month = 1 - MONTHS; month <= 0; month += 1) {
      const began = performance.now()
      all.push(statistics(people, yearTo(addMonths(ON, month)), { earlier: all, open }))
      last = performance.now() - began
    }
    const { small, reach } = attack(all, people, TABLES, open)
    const step = Math.max(1, Math.floor(small.length / TRIED))
    const tried = small.filter((_, at) => at % step === 0)
    const recovered = tried.filter((unknown) => isRecovered(reach(unknown))).length
    const cells = all.at(-1)?.cells ?? []
    const hidden = cells.filter(({ status }) => status === 'suppressed').length
    return {
      what: `${MONTHS} months of ${size} people beside each other: small numbers recovered, of ${tried.length} tried`,
      asked: '0',
      measured: String(recovered),
      beside: `${hidden} of ${cells.length} numbers hidden in the last month, which took ${inTime(last)}`,
      holds: recovered === 0,
    }
  })
}

console.log(JSON.stringify(await measureSuppression()))
