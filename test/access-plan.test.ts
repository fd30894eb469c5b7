import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Query } from '../src/platform/database/database.ts'
import { importMany, keepAccounts } from '../src/record/log.ts'
import { aRecord } from './a-record.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// The walls must not cost more than what they guard: a record is read by its index, who is asking is worked out once in a
// statement, and a list is hashed. Measured in what the server did, not in time. `bench/access-at-scale.ts` measures time.

const RECORDS = 400
let db: TestDatabase
let ids: readonly string[] = []
const tokens = new Map<string, string>()
const file = aRecord().supported().file()

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, [
    { id: 'busy', name: 'Busy', kind: 'staff', role: 'social-worker', team: 'North' },
    { id: 'boss', name: 'Boss', kind: 'staff', role: 'manager', team: 'North' },
    { id: 'son', name: 'Son', kind: 'public' },
  ])
  ids = await importMany(
    db,
    Array.from({ length: RECORDS }, (_, index) => ({
      record: file,
      link: new Map([['sw', 'busy'], ...(index === 0 ? ([['son', 'son']] as const) : [])]),
    })),
  )
  for (const who of ['busy', 'boss', 'son']) tokens.set(who, await db.signIn(who))
})
afterAll(() => db.drop())

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Parent Relationship'?: string
  readonly 'Subplan Name'?: string
  readonly 'Actual Loops': number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}

async function planOf(query: Query, text: string, values: readonly unknown[]): Promise<Node> {
  const rows = await query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
    `explain (analyze, buffers, timing off, format json) ${text}`,
    values,
  )
  const [plan] = rows[0]?.['QUERY PLAN'] ?? []
  if (plan === undefined) throw new Error('no plan')
  return plan.Plan
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
const blocks = (node: Node) => node['Shared Hit Blocks'] + node['Shared Read Blocks']
const asks = (node: Node) => node['Parent Relationship'] === 'InitPlan'

describe.each(['busy', 'boss', 'son'])('for %s', (who) => {
  test('one record is read by its index, and who is asking is worked out once', async () => {
    const plan = await db.scoped(tokens.get(who) ?? '', (query) =>
      planOf(query, 'select body from roundtable.entry where record = $1', [ids[0]]),
    )
    const nodes = nodesOf(plan)
    const scans = nodes.filter((node) => ['entry', 'access'].includes(node['Relation Name'] ?? ''))
    expect(scans.length).toBeGreaterThan(1)
    for (const scan of scans) expect(scan['Node Type']).toMatch(/^Index|^Bitmap/)
    const initial = nodes.filter(asks)
    expect(initial.length).toBeGreaterThan(0)
    for (const node of initial) expect(node['Actual Loops']).toBeLessThanOrEqual(1)
    // A handful of blocks for each entry, however many records there are.
    expect(blocks(plan)).toBeLessThan(file.entries.length * 12 + 150)
  })

  test('a list asks once for all that it may show', async () => {
    const plan = await db.scoped(tokens.get(who) ?? '', (query) =>
      planOf(query, 'select * from roundtable.standing', []),
    )
    for (const node of nodesOf(plan)) expect(node['Actual Loops']).toBeLessThanOrEqual(1)
    expect(blocks(plan)).toBeLessThan(RECORDS)
  })
})
