import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { ContractEntry, ContractFile } from '../src/domain/contracts/entries.ts'
import { type Ledger, type VisitLog, foldContract } from '../src/domain/contracts/ledger.ts'
import { settle } from '../src/domain/contracts/settle.ts'
import { addDays, day } from '../src/domain/dates/plain-date.ts'
import { pence } from '../src/domain/money/pence.ts'
import { readVisitsFile } from '../src/exchange/visits-csv.ts'
import { type Figure, inTime, under } from './figures.ts'
import { ownFolder } from './start.ts'

// A year of one council's home care: a million visits to two thousand people, from a log as call monitoring exports it.

const PEOPLE = 2_000
const VISITS = 1_000_000
const MOST_MEMORY = 1024
const FROM = day('2026-04-01')
const YEAR = { from: FROM, to: day('2027-03-31') }

function contract(): ContractFile {
  const every = (kind: string, id: string, by: string, fields: object): ContractEntry =>
    ({ id, on: FROM, by, kind, ...fields }) as unknown as ContractEntry
  const rate = (kind: string) =>
    every('rate-set', kind, 'ama', {
      rate: kind,
      service: 'home-care',
      amount: pence<'unit'>(2760),
      from: FROM,
    })
  const people = Array.from({ length: PEOPLE }, (_, n) => [
    every('referred', `referred-${n}`, 'ama', { person: `p-${n}` }),
    every('accepted', `accepted-${n}`, 'homely', { referral: `referred-${n}` }),
  ])
  const terms = {
    model: 'indicators',
    services: [{ id: 'home-care', what: 'Home care', unit: 'hour' }],
    floor: 'sustainable-rate',
    guards: [],
    settled: 'year',
    measures: [],
  }
  return {
    format: 'roundtable/contract@1',
    contract: { id: 'bench', name: 'A year of home care', council: 'Northmoor Council' },
    parties: [
      { id: 'homely', name: 'Homely Care', role: 'provider' },
      { id: 'ama', name: 'Ama Boateng', role: 'commissioner' },
    ],
    entries: [
      every('awarded', 'awarded', 'ama', { provider: 'homely', manager: 'ama', ...YEAR, terms }),
      rate('contract'),
      rate('sustainable'),
      ...people.flat(),
    ],
  }
}

const two = (n: number) => String(n).padStart(2, '0')
const at = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** A round of eight people a worker, twice a day; one visit in a hundred was missed, and one has no log. */
async function writeLog(path: string): Promise<void> {
  const file = createWriteStream(path)
  file.write('visit,person,service,line,worker,planned_start,planned_end,start,end,state\n')
  let visit = 0
  for (let n = 0; visit < VISITS; n += 1) {
    const date = addDays(FROM, n)
    let rows = ''
    for (let person = 0; person < PEOPLE; person += 1)
      for (let round = 0; round < 2; round += 1) {
        visit += 1
        const start = (7 + 8 * round) * 60 + (person % 8) * 45
        const short = visit % 17 === 0 ? 12 : 1
        const logged =
          visit % 100 === 0
            ? ',,missed'
            : visit % 100 === 1
              ? ',,'
              : `${date}T${at(start)}:12Z,${date}T${at(start + 40 - short)}:30Z,`
        rows += `v-${visit},p-${person},home-care,support,w-${Math.floor(person / 8)},${date}T${at(start)}:00Z,${date}T${at(start + 40)}:00Z,${logged}\n`
      }
    if (!file.write(rows)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

function ledgerOf(file: ContractFile, log?: VisitLog): Ledger {
  const ledger = foldContract(file, YEAR.to, log)
  if (ledger === undefined) throw new Error('the contract was never awarded')
  return ledger
}

async function measureSettle(): Promise<readonly Figure[]> {
  const folder = ownFolder('settle')
  try {
    const path = join(folder.path, 'visits.csv')
    await writeLog(path)
    const file = contract()
    const began = performance.now()
    const read = await readVisitsFile(path, ledgerOf(file), YEAR)
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
    const readIn = performance.now() - began
    const ledger = ledgerOf(file, read.log)
    const answer = settle(ledger.award.terms, ledger, YEAR)
    if (answer.kind !== 'known') throw new Error(answer.kind)
    const took = performance.now() - began
    const { user, system } = process.cpuUsage()
    const memory = process.resourceUsage().maxRSS / 1024
    return [
      under(
        `settle a year: ${read.rows} visits to ${read.log.care.length} people, from a log`,
        10_000,
        took,
        `${inTime(took - readIn)} of it without the log; the whole process ${inTime((user + system) / 1000)} of processor`,
      ),
      {
        what: 'memory at the most, writing the log included',
        asked: `under ${MOST_MEMORY} MB`,
        measured: `${memory.toFixed(0)} MB`,
        holds: memory < MOST_MEMORY,
      },
    ]
  } finally {
    folder.remove()
  }
}

console.log(JSON.stringify(await measureSettle()))
