import { join } from 'node:path'
import { addMonths, day } from '../src/domain/dates/plain-date.ts'
import type { OnePerson } from '../src/domain/population/figures.ts'
import { USUAL_FAULTS } from '../src/domain/population/invent/faults.ts'
import { invent } from '../src/domain/population/invent/invent.ts'
import { type Earlier, statistics, yearTo } from '../src/domain/population/statistics.ts'
import { TABLES } from '../src/domain/population/statistics-tables.ts'
import { attack } from '../src/domain/population/whoever-subtracts.ts'
import { linearSolver } from '../src/exchange/linear-solver.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { figuresOf } from '../src/record/figures.ts'
import { foldRecord } from '../src/record/state.ts'
import { type Figure, inTime } from './figures.ts'
import { ROOT } from './service.ts'

// A year of open statistics, each held against those before it, and whoever kept all of them: what can be worked out by a
// solver of the numbers from 1 to 4, month beside month and table beside table, by somebody who knows that people are whole.

const ON = day('2026-11-22')
/** Councils with fewer people do well to publish each quarter (decision 0014); BENCH_MONTHLY=1 lets them publish each month. */
const MONTHLY_FROM = process.env['BENCH_MONTHLY'] === '1' ? 0 : 1_000
const QUARTERS = [-12, -9, -6, -3, 0]
const MONTHS = Array.from({ length: 12 }, (_, month) => month - 11)
/** `BENCH_PEOPLE=500` asks for one size alone. */
const SIZES = (process.env['BENCH_PEOPLE'] ?? '90,500,2000').split(',').map(Number)
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
  return SIZES.map((size): Figure => {
    const ends = size < MONTHLY_FROM ? QUARTERS : MONTHS
    const people = council(size)
    const all: Earlier[] = []
    let [last, whole] = [0, 0]
    for (const month of ends) {
      const began = performance.now()
      all.push(statistics(people, yearTo(addMonths(ON, month)), { earlier: all, open }))
      last = performance.now() - began
      whole += last
    }
    const began = performance.now()
    const { small, isTold, close } = attack(all, people, TABLES, open)
    const step = Math.max(1, Math.floor(small.length / TRIED))
    const tried = small.filter((_, at) => at % step === 0)
    const recovered = tried.filter(isTold).length
    close()
    const cells = all.at(-1)?.cells ?? []
    const hidden = cells.filter(({ status }) => status === 'suppressed').length
    return {
      what: `${ends.length} publications in a year about ${size} people beside each other: small numbers recovered, of ${tried.length} of ${small.length} tried`,
      asked: '0',
      measured: String(recovered),
      beside: `${hidden} of ${cells.length} numbers hidden in the last, which took ${inTime(last)}; all of them ${inTime(whole)}, the attack ${inTime(performance.now() - began)}`,
      holds: recovered === 0,
    }
  })
}

console.log(JSON.stringify(await measureSuppression()))
