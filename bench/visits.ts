import { importContracts, linkPerson, visitsOf } from '../src/commissioning/contracts/store.ts'
import { monthOf } from '../src/commissioning/providers/view.ts'
import type { ContractEntry, ContractFile } from '../src/domain/contracts/entries.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { pence } from '../src/domain/money/pence.ts'
import { type Database, openDatabase } from '../src/platform/database/database.ts'
import { importMany, keepAccounts } from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { aRecord } from '../test/a-record.ts'
import { chance } from './chance.ts'
import { type Figure, inTime, percentile, under } from './figures.ts'
import { ownFolder } from './start.ts'

// One person's page of visits among ten million, with every wall in place: as their provider, as the provider to whom they
// were passed on, as the council and as themselves. On the PostgreSQL that BENCH_DATABASE_URL names, else on the embedded one.
// BENCH_VISITS asks for fewer. What an earlier run has put into a database of one's own is measured again without putting it in.

const ASKED = Number(process.env['BENCH_VISITS'] ?? 10_000_000)
const A_DAY = 7
const DAYS = 365
const PEOPLE = Math.max(20, Math.round(ASKED / (A_DAY * DAYS)))
const CONTRACT = 'bench-visits'
const LOOKS = 300
const TODAY = day('2026-11-21')
const MONTHS = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

const person = (number: number) => `p-${number}`

function contract(): ContractFile {
  const on = day('2025-10-01')
  const rate = (kind: 'contract' | 'sustainable'): ContractEntry => ({
    kind: 'rate-set',
    id: `rate-${kind}`,
    on,
    by: 'ama',
    rate: kind,
    service: 'home-care',
    amount: pence<'unit'>(2760),
    from: on,
  })
  const people = Array.from({ length: PEOPLE }, (_, number) => person(number + 1))
  return {
    format: 'roundtable/contract@1',
    contract: { id: CONTRACT, name: 'A year of visits', council: 'Northmoor Council' },
    parties: [
      { id: 'homely', name: 'Homely Care', role: 'provider' },
      { id: 'second', name: 'Second Care', role: 'provider' },
      { id: 'ama', name: 'Ama Boateng', role: 'commissioner' },
    ],
    entries: [
      {
        kind: 'awarded',
        id: 'awarded',
        on,
        by: 'ama',
        provider: 'homely',
        manager: 'ama',
        from: on,
        to: day('2027-09-30'),
        terms: {
          model: 'indicators',
          services: [{ id: 'home-care', what: 'Home care', unit: 'hour' }],
          floor: 'sustainable-rate',
          guards: [],
          settled: 'month',
          measures: [],
        },
      },
      rate('contract'),
      rate('sustainable'),
      ...people.flatMap((each): readonly ContractEntry[] => [
        { kind: 'referred', id: `r-${each}`, on, by: 'ama', person: each },
        { kind: 'accepted', id: `a-${each}`, on, by: 'homely', referral: `r-${each}` },
      ]),
      {
        kind: 'subcontracted',
        id: 'passed-on',
        on,
        by: 'homely',
        from: 'homely',
        to: 'second',
        people: people.slice(0, Math.ceil(people.length / 4)),
      },
    ],
  }
}

/** A month of everybody's visits, in the order in which they would come in: day by day, and not person by person. */
const FILL = `
  insert into roundtable.visit (contract, person, day, visit, turn, service, line, worker, planned_start, planned_end,
    started, ended, state, agreed, batch)
  select $1, 'p-' || p, d::date, 'v-' || p || '-' || to_char(d, 'YYMMDD') || '-' || k, 0, 'home-care', 'L1',
    'w-' || ((p * 7 + k) % 900), d + make_interval(hours => 7 + 2 * k), d + make_interval(hours => 7 + 2 * k, mins => 45),
    case when (p + k) % 31 > 0 then d + make_interval(hours => 7 + 2 * k, mins => 2) end,
    case when (p + k) % 31 > 0 then d + make_interval(hours => 7 + 2 * k, mins => 44) end,
    case when (p + k) % 31 > 0 then 'made' else 'no-log' end, 0, 1
  from generate_series($2::date, $3::date, interval '1 day') d, generate_series(0, $4::int - 1) k, generate_series(1, $5::int) p
  order by d, k, p`

async function fill(db: Database): Promise<number> {
  const began = performance.now()
  for (let month = 0; month < 12; month += 1) {
    const first = `${month < 2 ? 2025 : 2026}-${String(((month + 10) % 12) + 1).padStart(2, '0')}`
    const { from, to } = monthOf(first, TODAY)
    await db.asOwner(async (query) => {
      await query('set local statement_timeout = 0')
      await query(FILL, [CONTRACT, from, to, A_DAY, PEOPLE])
    })
  }
  await db.asOwner(async (query) => {
    await query('set local statement_timeout = 0')
    await query('analyze roundtable.visit')
  })
  return performance.now() - began
}

async function looksOf(db: Database, token: string, whom: () => number): Promise<readonly number[]> {
  const next = chance(7)
  const times: number[] = []
  for (let look = 0; look < LOOKS; look += 1) {
    const month = MONTHS[Math.floor(next() * MONTHS.length)] ?? '2026-01'
    const asked = { contract: CONTRACT, person: person(whom()), ...monthOf(month, TODAY) }
    const began = performance.now()
    const seen = await db.scoped(token, (query) => visitsOf(query, asked))
    const took = performance.now() - began
    if (seen.length < 28 * A_DAY) throw new Error(`${seen.length} visits of ${asked.person} in ${month}`)
    times.push(took)
  }
  return times
}

/** What the tables and their indexes take on disk. */
async function sizes(db: Database): Promise<{ readonly visits: number; readonly says: string }> {
  return db.asOwner(async (query) => {
    await query('set local statement_timeout = 0')
    const [row] = await query<{ visits: number; tables: string; indexes: string; parts: number }>(
      `select (select count(*)::int from roundtable.visit) as visits,
         pg_size_pretty(sum(pg_table_size(i.inhrelid))) as tables, pg_size_pretty(sum(pg_indexes_size(i.inhrelid))) as indexes,
         count(*)::int as parts
       from pg_inherits i where i.inhparent = 'roundtable.visit'::regclass`,
    )
    return {
      visits: row?.visits ?? 0,
      says: `${row?.parts ?? 0} months, ${row?.tables ?? ''} and indexes of ${row?.indexes ?? ''}`,
    }
  })
}

const ACCOUNTS = [
  { id: 'homely', name: 'Homely Care', kind: 'staff', role: 'provider' },
  { id: 'second', name: 'Second Care', kind: 'staff', role: 'provider' },
  { id: 'ama', name: 'Ama Boateng', kind: 'staff', role: 'commissioner' },
  { id: 'person', name: 'A person', kind: 'public' },
] as const

const isFilled = (db: Database): Promise<boolean> =>
  db.asOwner(async (query) => {
    await query('set local statement_timeout = 0')
    const [row] = await query<{ visits: number }>(
      'select count(*)::int as visits from roundtable.visit where contract = $1',
      [CONTRACT],
    )
    return row?.visits === A_DAY * DAYS * PEOPLE
  })

/** The contract with its people, and a year of their visits. @returns milliseconds that the visits took */
async function bringIn(db: Database): Promise<number> {
  const record = aRecord().file()
  const [kept = ''] = await importMany(db, [{ record, link: new Map([['p', 'person']]) }])
  const there = await importContracts(db, [
    {
      contract: contract(),
      link: new Map([
        ['homely', 'homely'],
        ['second', 'second'],
        ['ama', 'ama'],
      ]),
    },
  ])
  if (there !== undefined)
    throw new Error('There is a contract of that name, and other visits: measure on a database of its own.')
  await db.asOwner((query) => linkPerson(query, CONTRACT, person(1), kept))
  return fill(db)
}

async function measureOn(db: Database): Promise<readonly Figure[]> {
  await keepAccounts(db, ACCOUNTS)
  const took = (await isFilled(db)) ? undefined : await bringIn(db)
  const { visits, says } = await sizes(db)
  const next = chance(3)
  const anybody = () => 1 + Math.floor(next() * PEOPLE)
  const passedOn = () => 1 + Math.floor(next() * Math.ceil(PEOPLE / 4))
  const who = [
    ['homely', 'their provider', anybody],
    ['second', 'the provider they were passed on to', passedOn],
    ['ama', 'the council', anybody],
    ['person', 'themselves', () => 1],
  ] as const
  const figures: Figure[] = [
    {
      what: `${visits.toLocaleString('en-GB')} visits to ${PEOPLE.toLocaleString('en-GB')} people on disk`,
      asked: '',
      measured: says,
      beside: took === undefined ? 'put in by an earlier run' : `put in in ${inTime(took)}`,
    },
  ]
  for (const [account, what, whom] of who) {
    const token = `bench-${account}`
    await db.sessions.write(token, { account }, new Date(Date.now() + 3_600_000))
    const times = await looksOf(db, token, whom)
    figures.push(
      under(
        `one person’s visits of a month, as seen by ${what}: p99 of ${LOOKS}`,
        50,
        percentile(times, 0.99),
        `median ${inTime(percentile(times, 0.5))}`,
      ),
    )
  }
  return figures
}

export async function measureVisits(): Promise<readonly Figure[]> {
  const url = process.env['BENCH_DATABASE_URL']
  const folder = url === undefined ? ownFolder('visits') : undefined
  const db = await openDatabase({
    ...(url === undefined ? { data: folder?.path ?? '' } : { url }),
    prepare: keepPolicy,
  })
  try {
    return await measureOn(db)
  } finally {
    await db.close()
    folder?.remove()
  }
}
