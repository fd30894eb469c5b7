import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { decodeEntry } from '../../record/file.ts'
import {
  append,
  exportWhole,
  headsOf,
  importMany,
  keepAccounts,
  keepLook,
  looks,
  openRecord,
  verify,
} from '../../record/log.ts'
import { backup, restore } from './backup.ts'
import { catalogueFaults } from './walls.ts'

let from: TestDatabase
let lines: string[] = []
let ids: readonly string[] = []

beforeAll(async () => {
  from = await testDatabase()
  await keepAccounts(from, [
    { id: 'ada', name: 'Ada', kind: 'public', identities: [{ issuer: 'https://issuer', subject: '1' }] },
    { id: 'noor', name: 'Noor', kind: 'staff', role: 'social-worker', team: 'North' },
  ])
  const record = aRecord()
    .supported()
    .with('note', {
      text: 'tab\t, line\n, "quote", \\, é, 𝄞',
      withheld: { from: ['p'], exemption: 'x', why: 'y' },
    } as never)
    .file()
  const link = new Map([
    ['p', 'ada'],
    ['sw', 'noor'],
  ])
  ids = await importMany(
    from,
    Array.from({ length: 40 }, () => ({ record, link })),
  )
  const token = await from.signIn('ada')
  await from.scoped(token, async (query) => {
    const said = {
      id: 'said',
      kind: 'statement',
      on: '2026-07-01',
      by: 'p',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'x',
    }
    await append(query, ids[0] ?? '', record.entries.length, [decodeEntry(said)], 'key')
    await keepLook(query, ids[0] ?? '', 'a page', 'self')
  })
  await backup(from, (line) => void lines.push(line))
})
afterAll(() => from.drop())

async function withEmpty(work: (into: TestDatabase) => Promise<void>): Promise<void> {
  const into = await testDatabase()
  try {
    await work(into)
  } finally {
    await into.drop()
  }
}

describe('a backup', () => {
  test('restored elsewhere is the same: entries, hashes, who may see what, who looked, what was sent', async () => {
    await withEmpty(async (into) => {
      const done = await restore(into, lines)
      expect(done.rows).toBe(lines.length - 2)
      expect(await headsOf(into)).toBe(await headsOf(from))
      expect(await verify(into)).toEqual(await verify(from))
      for (const id of ids.slice(0, 3)) {
        const [before, after] = await Promise.all(
          [from, into].map((db) => db.asOwner((query) => exportWhole(query, id))),
        )
        expect(after).toEqual(before)
      }
      const again: string[] = []
      await backup(into, (line) => void again.push(line))
      const [restored, kept] = [again, lines].map((all) => all.map(withoutTransaction).toSorted().slice(1))
      expect(restored).toEqual(kept)
      expect(await into.asOwner((query) => catalogueFaults(query, into.logins))).toEqual([])
      expect(await into.sessions.accountOf('https://issuer', '1')).toMatchObject({ id: 'ada' })
    })
  })

  test('goes on where it was, and nobody is signed in', async () => {
    await withEmpty(async (into) => {
      await keepAccounts(into, [{ id: 'stranger', name: 'Stranger', kind: 'public' }])
      const stranger = await into.signIn('stranger')
      await restore(into, lines)
      expect(await into.sessions.read(stranger)).toBeUndefined()
      const token = await into.signIn('ada')
      const id = ids[0] ?? ''
      await into.scoped(token, async (query) => {
        const open = await openRecord(query, id)
        const said = decodeEntry({
          id: 'more',
          kind: 'statement',
          on: '2026-07-02',
          by: 'p',
          topic: 'hygiene',
          'said-by': 'p',
          basis: 'lived',
          text: 'x',
        })
        expect(await append(query, id, open?.head ?? 0, [said])).toMatchObject({ kind: 'kept' })
        await keepLook(query, id, 'another page', 'self')
        expect((await looks(query, id)).map(({ page }) => page)).toEqual(['another page', 'a page'])
      })
      expect((await verify(into)).faults).toEqual([])
    })
  })

  test.each([
    ['a line is missing', (all: readonly string[]) => all.toSpliced(20, 1), 'is not whole'],
    ['its end is missing', (all: readonly string[]) => all.slice(0, -1), 'is not whole'],
    [
      'a word is changed',
      (all: readonly string[]) => all.map((line) => line.replace('Ada', 'Eda')),
      'is not whole',
    ],
    [
      'it is of another version',
      (all: readonly string[]) => all.map((line) => line.replace('backup@1', 'backup@2')),
      'no backup of this version',
    ],
    ['it is something else', () => ['{"format": "roundtable/record@1"}'], 'no backup of this version'],
  ])('is refused, and nothing of it kept, where %s', async (_, change, says) => {
    await withEmpty(async (into) => {
      await expect(restore(into, change(lines))).rejects.toThrow(says)
      expect(await into.asOwner((query) => query('select id from roundtable.record'))).toEqual([])
      expect(await into.asOwner((query) => query('select id from roundtable.account'))).toEqual([])
    })
  })

  test('is not restored over records that are there', async () => {
    await expect(restore(from, lines)).rejects.toThrow('holds records already')
    expect((await verify(from)).records).toBe(40)
  })
})

/** The number of a transaction means nothing in another database, and is left out there. */
const withoutTransaction = (line: string): string =>
  line.replace(/"changed_in":"?\d+"?/, '"changed_in":null').replace(/"kept_in":"?\d+"?/, '"kept_in":null')
