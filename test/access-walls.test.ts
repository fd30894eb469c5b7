import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Query } from '../src/platform/database/database.ts'
import { tryEveryCell } from './access-cells.ts'
import { type Stage, THE_TABLE, setStage, withTable } from './access-scenes.ts'
import { tossedTable } from './access-world.ts'

// That each of the walls is needed: with any of them taken away or weakened, the cells of the table of access disagree.

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.db.drop())

type Mutant = {
  readonly name: string
  readonly make: string
  readonly undo: string
  readonly side: 'reading' | 'adding'
}

/**
 * What is no part of a record is tried by tests of its own: `contracts-access.test.ts` and `sending.test.ts`. How often the
 * policy was written is a number, which `log.test.ts` needs.
 */
const ELSEWHERE = /^roundtable\.(?:contract|visit|address|outbox|policy_change)/

/**
 * Each policy dropped, opened to everybody, and without each of its comparisons in turn; each table without its row
 * security. Made from what the database has, so that a new policy is tried without anyone thinking of it.
 */
async function mutants(query: Query): Promise<readonly Mutant[]> {
  const policies = await query<{
    name: string
    on: string
    cmd: string
    qual: string | null
    check: string | null
  }>(
    `select policyname as name, format('%I.%I', schemaname, tablename) as on, lower(cmd) as cmd, qual, with_check as check
     from pg_policies where schemaname = 'roundtable' and policyname <> 'kept_by_owner' order by tablename, policyname`,
  )
  const tables = await query<{ on: string }>(
    "select format('%I.%I', schemaname, tablename) as on from pg_tables where schemaname = 'roundtable' order by tablename",
  )
  const ofRecords = policies.filter(({ on }) => !ELSEWHERE.test(on))
  const changed = ofRecords.flatMap(({ name, on, cmd, qual, check }): readonly Mutant[] => {
    const text = qual ?? check ?? 'true'
    const word = qual === null ? 'with check' : 'using'
    const side = qual === null ? 'adding' : 'reading'
    const made = (as: string) => `alter policy ${name} on ${on} ${word} (${as})`
    const dropped = {
      name: `${name} on ${on} is dropped`,
      make: `drop policy ${name} on ${on}`,
      undo: `create policy ${name} on ${on} for ${cmd} to roundtable_app ${word} (${text})`,
      side,
    } as const
    if (text === 'true') return [dropped]
    const weaker = [
      'true',
      ...comparisonsIn(text).map((part) => `${text.slice(0, part.from)}true${text.slice(part.to)}`),
    ]
    return [
      dropped,
      ...weaker.map(
        (as) =>
          ({
            name: `${name} on ${on} is weakened to ${as}`,
            make: made(as),
            undo: made(text),
            side,
          }) as const,
      ),
    ]
  })
  const open = tables
    .filter(({ on }) => !ELSEWHERE.test(on))
    .map(
      ({ on }) =>
        ({
          name: `${on} has no row security`,
          make: `alter table ${on} disable row level security`,
          undo: `alter table ${on} enable row level security`,
          side: on === 'roundtable.submission' ? 'adding' : 'reading',
        }) as const,
    )
  // What everybody may see needs no row security to be seen: `start-up checks` insist on it all the same.
  const seenByAll = policies.filter(({ qual }) => qual === 'true').map(({ on }) => on)
  return [...changed, ...open.filter(({ name }) => !seenByAll.some((on) => name.startsWith(`${on} `)))]
}

/** Every `(a = b)` and the like in an expression as the server writes it. */
function comparisonsIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = []
  const open: number[] = []
  // What stands in each open pair of brackets itself, without what stands in brackets in there.
  const own: string[] = ['']
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '(') {
      open.push(at)
      own.push('')
    } else if (sign === ')') {
      const [from, inside] = [open.pop() ?? 0, own.pop() ?? '']
      const compares = / (?:=|<>|&&) | IS NULL$/.test(inside)
      if (compares && !/\b(?:AND|OR|SELECT|FROM|JOIN)\b/.test(inside)) parts.push({ from, to: at + 1 })
    } else {
      own.push(`${own.pop() ?? ''}${sign}`)
    }
  }
  return parts
}

describe('the walls are needed, each of them', () => {
  test('with any policy dropped or weakened, the cells disagree', async () => {
    const { db, scenes, tokens } = stage
    const tossed = tossedTable(1)
    const survivors: string[] = []
    const all = await db.asOwner(mutants)
    for (const mutant of all) {
      await db.asOwner((query) => query(mutant.make))
      try {
        const seen = await tryEveryCell(db, THE_TABLE, scenes, tokens, mutant.side)
        if (seen.disagreements.length > 0) continue
        const again = await withTable(db, tossed, () => tryEveryCell(db, tossed, scenes, tokens, mutant.side))
        if (again.disagreements.length === 0) survivors.push(mutant.name)
      } finally {
        await db.asOwner((query) => query(mutant.undo))
      }
    }
    expect(survivors).toEqual([])
    expect(all.length).toBeGreaterThan(75)
    // And put back, everything agrees again.
    expect((await tryEveryCell(db, THE_TABLE, scenes, tokens)).disagreements).toEqual([])
  }, 600_000)
})
