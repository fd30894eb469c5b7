import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../src/platform/database/database.ts'
import type { RecordFile } from '../src/record/entries.ts'
import { decodeEntry } from '../src/record/file.ts'
import {
  type Account,
  append,
  caseload,
  importMany,
  keepAccounts,
  keepLook,
  openRecord,
  verify,
} from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { aRecord } from '../test/a-record.ts'

// `npx tsx bench/access-at-scale.ts [records]`: a council's records on the embedded server, with every wall in place:
// how long it takes to bring them in, to open one, to list them, to add to one, and to verify them all.

const RECORDS = Number(process.argv[2] ?? 5_000)
const ENTRIES = 60

function aLongRecord(): RecordFile {
  const whole = aRecord().reviewed().file()
  const last = whole.entries.at(-1)?.on ?? ''
  const notes = Array.from({ length: ENTRIES - whole.entries.length }, (_, index) =>
    decodeEntry({
      id: `note-more-${index}`,
      kind: 'note',
      on: last,
      by: 'sw',
      text: 'How things went this week, in the two or three sentences that a note has. Nothing more than that, most weeks.',
    }),
  )
  return { ...whole, entries: [...whole.entries, ...notes].slice(0, ENTRIES) }
}

/** Fifty workers in two teams: a hundred records each, and half of all for each team's manager. */
const WORKERS = 50
const accounts: readonly Account[] = [
  ...Array.from({ length: WORKERS }, (_, index): Account => {
    const role = index % 2 === 0 ? 'social-worker' : 'occupational-therapist'
    return { id: `w${index}`, name: `Worker ${index}`, kind: 'staff', role, team: `T${index % 2}` }
  }),
  { id: 'alone', name: 'Worker of no team', kind: 'staff', role: 'social-worker' },
  { id: 'boss', name: 'Manager', kind: 'staff', role: 'manager', team: 'T0' },
  { id: 'person', name: 'A person', kind: 'public' },
]

async function timed(name: string, turns: number, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(2)
  console.log(`${name.padEnd(58)} median ${at(0.5).padStart(9)} ms   p95 ${at(0.95).padStart(9)} ms`)
}

async function measure(db: Database): Promise<void> {
  const file = aLongRecord()
  await keepAccounts(db, accounts)
  function* incoming() {
    for (let index = 0; index < RECORDS; index += 1) {
      // A hundred records belong to the worker of no team, so that they stand to no others.
      const worker = index % WORKERS === 1 ? 'alone' : `w${index % WORKERS}`
      yield {
        record: file,
        link: new Map([['sw', worker], ...(index === 1 ? ([['p', 'person']] as const) : [])]),
      }
    }
  }
  let ids: readonly string[] = []
  await timed(`bringing in ${RECORDS} records of ${ENTRIES} entries`, 1, async () => {
    ids = await importMany(db, incoming())
  })
  const tokens = new Map<string, string>()
  for (const { id } of accounts) {
    tokens.set(id, `bench-${id}`)
    await db.sessions.write(`bench-${id}`, { account: id }, new Date(Date.now() + 3_600_000))
  }
  const as = (who: string) => tokens.get(who) ?? ''
  for (const [who, record] of [
    ['alone', ids[1]],
    ['boss', ids[0]],
    ['person', ids[1]],
  ] as const) {
    const id = record ?? ''
    const mine = await db.scoped(as(who), (query) => caseload(query))
    const label = `${who} (${mine.length} records)`
    await timed(`${label}: reading the entries of one, in the database`, 200, () =>
      db.scoped(as(who), (query) =>
        query('select body from roundtable.entry where record = $1 order by on_day, number', [id], 'bench'),
      ),
    )
    await timed(`${label}: opening one, and keeping the look`, 200, () =>
      db.scoped(as(who), async (query) => {
        const open = await openRecord(query, id)
        await keepLook(query, id, 'bench', open?.relationships[0] ?? 'friend')
      }),
    )
    await timed(`${label}: the list`, 20, () => db.scoped(as(who), (query) => caseload(query)))
  }
  let head = ENTRIES
  await timed('adding an entry', 200, async () => {
    const entry = decodeEntry({
      id: `added-${head}`,
      kind: 'note',
      on: '2026-12-01',
      by: 'sw',
      text: 'A note.',
    })
    const kept = await db.scoped(as('alone'), (query) =>
      append(query, ids[1] ?? '', head, [entry], `key-${head}`),
    )
    if (kept.kind !== 'kept') throw new Error(kept.kind)
    head = kept.head
  })
  await timed('verifying everything', 1, async () => {
    const { faults } = await verify(db)
    if (faults.length > 0) throw new Error(JSON.stringify(faults[0]))
  })
}

const data = mkdtempSync(join(tmpdir(), 'roundtable-bench-'))
chmodSync(data, 0o711)
let db: Database | undefined
try {
  await timed('the first start, with a new database', 1, async () => {
    db = await openDatabase({ data, prepare: keepPolicy })
  })
  await db?.close()
  await timed('a start after that', 1, async () => {
    db = await openDatabase({ data, prepare: keepPolicy })
  })
  if (db !== undefined) await measure(db)
} finally {
  await db?.close()
  rmSync(data, { recursive: true, force: true })
}
