import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry, Party } from '../src/record/entries.ts'
import { decodeEntry, readFileText, writeFileText } from '../src/record/file.ts'
import {
  type Appended,
  type Seat,
  addParty,
  append,
  caseload,
  colleagues,
  exportRecord,
  exportWhole,
  importMany,
  importRecord,
  keepAccounts,
  keepLook,
  linkParty,
  looks,
  openRecord,
  verify,
} from '../src/record/log.ts'
import { openedMemory } from '../src/record/log-memory.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { type ARecord, aRecord as aBareRecord } from './a-record.ts'
import { type TestDatabase, testDatabase } from './database.ts'

let db: TestDatabase
const tokens = new Map<string, string>()
beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, [
    { id: 'ada', name: 'Ada Brook', kind: 'public' },
    { id: 'walter', name: 'Walter Brook', kind: 'public' },
    { id: 'ben', name: 'Ben Brook', kind: 'public' },
    { id: 'joan', name: 'Joan Brook', kind: 'public' },
    { id: 'noor', name: 'Noor Haddad', kind: 'staff', role: 'social-worker', team: 'North' },
    { id: 'cover', name: 'Sam Cover', kind: 'staff', role: 'social-worker', team: 'North' },
    { id: 'boss', name: 'Lena Osei', kind: 'staff', role: 'manager', team: 'North' },
    { id: 'south', name: 'Sue South', kind: 'staff', role: 'social-worker', team: 'South' },
    { id: 'care', name: 'Brightwater', kind: 'staff', role: 'provider' },
  ])
  for (const id of ['ada', 'walter', 'ben', 'joan', 'noor', 'cover', 'boss', 'south', 'care']) {
    tokens.set(id, await db.signIn(id))
  }
})
afterAll(() => db.drop())

const LINK = new Map([
  ['p', 'ada'],
  ['husband', 'walter'],
  ['son', 'ben'],
  ['lpa', 'joan'],
  ['sw', 'noor'],
  ['care', 'care'],
])

/** With a carer, and somebody who may act for the person. */
const aRecord = () =>
  aBareRecord()
    .party({ id: 'husband', name: 'Walter Brook', role: 'carer' })
    .party({ id: 'lpa', name: 'Joan Brook', role: 'attorney' })

const as = (who: string) => tokens.get(who) ?? ''
/** One memory for all of them, as in the service: whatever happens, what is remembered is what would be read. */
const memory = openedMemory(100)
const openAs = (who: string, id: string) =>
  db.scoped(as(who), async (query) => {
    const opened = await openRecord(query, id, memory)
    expect(opened).toEqual(await openRecord(query, id))
    return opened
  })
const keepRecord = (record: ARecord) => importRecord(db, record.file(), { link: LINK })

const statement = (id: string, by: string, on = '2026-07-01'): Entry =>
  decodeEntry({
    id,
    kind: 'statement',
    on,
    by,
    topic: 'hygiene',
    'said-by': by,
    basis: 'lived',
    text: `said in ${id}`,
  })

const add = (
  who: string,
  id: string,
  head: number,
  entries: readonly Entry[],
  key?: string,
): Promise<Appended> => db.scoped(as(who), (query) => append(query, id, head, entries, key))

describe('a record in, and out again', () => {
  const folder = join(import.meta.dirname, 'cases')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.record.json'),
  )

  test('every file that goes in comes out the same, and everything about it verifies', async () => {
    const records = files.map((name) => {
      const read = readFileText(readFileSync(join(folder, name), 'utf8'))
      if (read.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(read.mistakes[0])}`)
      return read.record
    })
    const made = [aRecord().contacted(), aRecord().assessed(), aRecord().supported(), aRecord().reviewed()]
    const all = [...records, ...made.map((record) => record.file())]
    const ids = await importMany(
      db,
      all.map((record) => ({ record })),
    )
    for (const [index, record] of all.entries()) {
      const out = await db.asOwner((query) => exportWhole(query, ids[index] ?? ''))
      expect(out).toEqual(record)
      expect(out === undefined ? '' : writeFileText(out)).toBe(writeFileText(record))
    }
    expect(all.length).toBeGreaterThan(3)
    expect((await verify(db)).faults).toEqual([])
  })

  test('a list of files is kept whole or not at all', async () => {
    const count = async () => (await db.asOwner((query) => query('select id from roundtable.record'))).length
    const before = await count()
    const good = aRecord().assessed().file()
    const attempt = importMany(db, [
      { record: good },
      { record: good, link: new Map([['p', 'no-such-account']]) },
    ])
    await expect(attempt).rejects.toMatchObject({ code: '23503' })
    expect(await count()).toBe(before)
  })
})

describe('reading', () => {
  test('each sees their part, how they stand and who they are at the table', async () => {
    const id = await keepRecord(aRecord().supported())
    const whole = aRecord().supported().file()
    const ada = await openAs('ada', id)
    expect(ada).toMatchObject({
      relationships: ['self'],
      myParty: 'p',
      head: whole.entries.length,
      withheld: [],
    })
    expect((await openAs('noor', id))?.entries).toEqual(whole.entries)
    expect(await openAs('noor', id)).toMatchObject({
      relationships: ['worker', 'professional', 'team'],
      myParty: 'sw',
    })
    expect((await openAs('boss', id))?.relationships).toEqual(['manager'])
    expect((await openAs('boss', id))?.myParty).toBeUndefined()
    expect((await openAs('cover', id))?.relationships).toEqual(['team'])
    expect((await openAs('walter', id))?.relationships).toEqual(['carer'])
    expect((await openAs('care', id))?.relationships).toEqual(['provider'])
    const kinds = (await openAs('care', id))?.entries.map(({ kind }) => kind)
    expect(kinds).toContain('support-started')
    expect(kinds).not.toContain('financial-assessment')
    expect(kinds).not.toContain('statement')
  })

  test('what is hidden looks like what is not there', async () => {
    const id = await keepRecord(aRecord().supported())
    expect(await openAs('south', id)).toBeUndefined()
    expect(await openAs('nobody', id)).toBeUndefined()
    expect(await openAs('south', '00000000-0000-4000-8000-000000000000')).toBeUndefined()
    expect(await openAs('south', "' or true --")).toBeUndefined()
  })

  test('what is withheld is told to exactly those from whom it is kept, and to whoever acts for them', async () => {
    const kept = aRecord()
      .supported()
      .with('note', {
        text: 'A risk',
        withheld: { from: ['p'], exemption: 'serious harm', why: 'danger to another' },
      } as never)
    const id = await importRecord(db, kept.file(), { link: LINK })
    const notice = [{ on: kept.lastDay(), exemption: 'serious harm', why: 'danger to another' }]
    const texts = async (who: string) =>
      (await openAs(who, id))?.entries.map((entry) => entry.kind === 'note' && entry.text)
    for (const who of ['ada', 'joan']) {
      expect((await openAs(who, id))?.withheld, who).toEqual(notice)
      expect(await texts(who), who).not.toContain('A risk')
    }
    for (const who of ['noor', 'boss']) {
      expect((await openAs(who, id))?.withheld, who).toEqual([])
      expect(await texts(who), who).toContain('A risk')
    }
    expect((await openAs('walter', id))?.withheld).toEqual([])
    expect((await db.scoped(as('ada'), (query) => exportRecord(query, id)))?.entries.length).toBe(
      kept.entries.length - 1,
    )
  })

  test('who looked is kept with the look, and the person sees it', async () => {
    const id = await keepRecord(aRecord().assessed())
    await db.scoped(as('noor'), async (query) => {
      const open = await openRecord(query, id)
      await keepLook(query, id, 'conversation', open?.relationships[0] ?? 'friend')
    })
    const seen = await db.scoped(as('ada'), (query) => looks(query, id))
    expect(seen).toMatchObject([
      { account: 'noor', name: 'Noor Haddad', relationship: 'worker', page: 'conversation' },
    ])
    expect(await db.scoped(as('walter'), (query) => looks(query, id))).toEqual([])
    // A look that fails is no look, and no reading either: both are in one transaction.
    const lie = db.scoped(as('cover'), (query) => keepLook(query, id, 'conversation', 'worker'))
    await expect(lie).rejects.toMatchObject({ code: '42501' })
  })

  test('what is remembered is given again, and read anew when an entry is added or the rules change', async () => {
    const id = await keepRecord(aRecord().supported())
    const first = await openAs('walter', id)
    expect(await openAs('walter', id)).toBe(first)
    const head = first?.head ?? 0
    expect(await add('ada', id, head, [statement('new', 'p')])).toMatchObject({ kind: 'kept' })
    expect((await openAs('walter', id))?.entries.at(-1)?.id).toBe('new')
    const ofCarers =
      "delete from roundtable.policy where relationship = 'carer' and resource = 'conversation'"
    await db.asOwner((query) => query(ofCarers))
    expect((await openAs('walter', id))?.entries.map((entry) => entry.id)).not.toContain('new')
    await db.asOwner(keepPolicy)
    expect((await openAs('walter', id))?.entries.at(-1)?.id).toBe('new')
  })

  test('only who may take the record away gets the file', async () => {
    const id = await keepRecord(aRecord().supported())
    const exported = (who: string) => db.scoped(as(who), (query) => exportRecord(query, id))
    expect(await exported('noor')).toBeUndefined()
    expect(await exported('cover')).toBeUndefined()
    expect(await exported('south')).toBeUndefined()
    expect((await exported('ada'))?.person.id).toBe('p')
    expect(await exported('boss')).toEqual(aRecord().supported().file())
  })
})

describe('adding', () => {
  test('what is added is there, in its place, and signed', async () => {
    const id = await keepRecord(aRecord().assessed())
    const head = (await openAs('ada', id))?.head ?? 0
    const entries = [statement('new-1', 'p'), statement('new-2', 'p')]
    expect(await add('ada', id, head, entries)).toEqual({ kind: 'kept', head: head + 2 })
    expect((await openAs('noor', id))?.entries.slice(-2)).toEqual(entries)
    const [row] = await db.asOwner((query) =>
      query('select written_by, resource, owner from roundtable.entry where record = $1 and number = $2', [
        id,
        head + 1,
      ]),
    )
    expect(row).toEqual({ written_by: 'ada', resource: 'conversation', owner: 'p' })
    expect((await verify(db)).faults).toEqual([])
  })

  test('what was only recorded later stands on its day, and still verifies', async () => {
    const id = await keepRecord(aRecord().assessed())
    const open = await openAs('noor', id)
    const first = open?.entries[0]?.on ?? ''
    const late = decodeEntry({
      id: 'late',
      kind: 'contact',
      on: first,
      recorded: '2026-08-01',
      by: 'sw',
      how: 'phone',
      about: 'x',
    })
    expect(await add('noor', id, open?.head ?? 0, [late])).toMatchObject({ kind: 'kept' })
    const days = (await openAs('noor', id))?.entries.map(({ on }) => on) ?? []
    expect(days).toEqual(days.toSorted())
    expect((await db.asOwner((query) => exportWhole(query, id)))?.entries.map(({ on }) => on)).toEqual(days)
    expect((await verify(db)).faults).toEqual([])
  })

  test('whoever comes second is told what came in between', async () => {
    const id = await keepRecord(aRecord().assessed())
    const head = (await openAs('ada', id))?.head ?? 0
    await add('ada', id, head, [statement('first', 'p')])
    expect(await add('noor', id, head, [statement('second', 'sw')])).toEqual({
      kind: 'overtaken',
      head: head + 1,
      since: [statement('first', 'p')],
    })
    expect(await add('noor', id, head + 1, [statement('second', 'sw')])).toEqual({
      kind: 'kept',
      head: head + 2,
    })
  })

  test('what somebody may not see does not stand in their way, and is not told', async () => {
    const id = await keepRecord(aRecord().supported())
    const head = (await openAs('walter', id))?.head ?? 0
    const complaint = decodeEntry({
      id: 'c',
      kind: 'complaint',
      on: '2026-07-01',
      by: 'p',
      about: 'x',
      wants: 'y',
    })
    await add('ada', id, head, [complaint])
    expect(await add('walter', id, head, [statement('w', 'husband')])).toEqual({
      kind: 'kept',
      head: head + 2,
    })
  })

  test('a hundred at once: each is kept once or told what came in between, and no number is used twice', async () => {
    const id = await keepRecord(aRecord().assessed())
    const head = (await openAs('noor', id))?.head ?? 0
    const until = async (who: string, by: string, name: string): Promise<number> => {
      let at = head
      for (let turns = 1; ; turns += 1) {
        const result = await add(who, id, at, [statement(name, by)])
        if (result.kind === 'kept') return turns
        if (result.kind !== 'overtaken') throw new Error(result.kind)
        expect(result.since.length).toBeGreaterThan(0)
        at = result.head
      }
    }
    const people = [
      ['ada', 'p'],
      ['noor', 'sw'],
      ['walter', 'husband'],
      ['joan', 'lpa'],
    ] as const
    const names = Array.from({ length: 10 }, (_, turn) =>
      people.map(([who, by]) => [who, by, `${who}-${turn}`] as const),
    ).flat()
    await Promise.all(names.map(([who, by, name]) => until(who, by, name)))
    const open = await openAs('noor', id)
    expect(open?.head).toBe(head + names.length)
    expect(
      open?.entries
        .slice(head)
        .map((entry) => entry.id)
        .toSorted(),
    ).toEqual(names.map(([, , name]) => name).toSorted())
    expect((await verify(db)).faults).toEqual([])
  })

  test('the same form sent many times has one effect and one answer; another form with its key has none', async () => {
    const id = await keepRecord(aRecord().assessed())
    const head = (await openAs('ada', id))?.head ?? 0
    const once = [statement('once', 'p')]
    const answers = await Promise.all(Array.from({ length: 10 }, () => add('ada', id, head, once, 'key-1')))
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ kind: 'kept', head: head + 1 })))
    // Long after, and after others have added: the same answer.
    await add('noor', id, head + 1, [statement('later', 'sw')])
    expect(await add('ada', id, head, once, 'key-1')).toEqual({ kind: 'kept', head: head + 1 })
    expect(await add('ada', id, head + 2, [statement('other', 'p')], 'key-1')).toEqual({ kind: 'key-reused' })
    // A key is its sender's own.
    expect(await add('noor', id, head + 2, [statement('other', 'sw')], 'key-1')).toMatchObject({
      kind: 'kept',
    })
    expect((await openAs('ada', id))?.head).toBe(head + 3)
  })

  test('all of it or none', async () => {
    const id = await keepRecord(aRecord().assessed())
    const head = (await openAs('ada', id))?.head ?? 0
    const notHers = decodeEntry({ id: 'n', kind: 'closed', on: '2026-07-01', by: 'p', why: 'x' })
    expect(await add('ada', id, head, [statement('s', 'p'), notHers])).toEqual({ kind: 'denied' })
    expect((await openAs('ada', id))?.head).toBe(head)
    await expect(
      add('ada', id, head, [statement('same', 'p'), statement('same', 'p')]),
    ).rejects.toMatchObject({ code: '23505' })
    expect((await openAs('ada', id))?.head).toBe(head)
  })

  test('the refusal leaves the rest of the transaction as it was', async () => {
    const id = await keepRecord(aRecord().assessed())
    const head = (await openAs('noor', id))?.head ?? 0
    const closing = decodeEntry({ id: 'n', kind: 'closed', on: '2026-07-01', by: 'son', why: 'x' })
    const [denied, open] = await db.scoped(as('ben'), async (query) => [
      await append(query, id, head, [closing]),
      await openRecord(query, id),
    ])
    expect(denied).toEqual({ kind: 'denied' })
    expect(open?.relationships).toEqual(['family'])
  })

  test('nobody writes in the name of another, but what another said may be written down', async () => {
    const id = await keepRecord(aRecord().assessed())
    const head = (await openAs('noor', id))?.head ?? 0
    expect(await add('noor', id, head, [statement('x', 'p')])).toEqual({ kind: 'denied' })
    const told = decodeEntry({ ...statement('x', 'sw'), 'said-by': 'p', basis: 'told' })
    expect(await add('noor', id, head, [told])).toMatchObject({ kind: 'kept' })
  })

  test("one corrects one's own words; another's only with a professional's part in it", async () => {
    const id = await keepRecord(aRecord().assessed())
    const head = (await openAs('ada', id))?.head ?? 0
    await add('ada', id, head, [statement('hers', 'p')])
    const correcting = (by: string) =>
      decodeEntry({ ...statement(`by-${by}`, by), corrects: 'hers', why: 'it was otherwise' })
    expect(await add('walter', id, head + 1, [correcting('husband')])).toEqual({ kind: 'denied' })
    expect(await add('ben', id, head + 1, [correcting('son')])).toEqual({ kind: 'denied' })
    expect(await add('ada', id, head + 1, [correcting('p')])).toMatchObject({ kind: 'kept' })
    expect(await add('noor', id, head + 2, [{ ...correcting('sw'), corrects: 'by-p' }])).toMatchObject({
      kind: 'kept',
    })
  })

  test('a stranger cannot tell a record that is hidden from one that is not there', async () => {
    const id = await keepRecord(aRecord().assessed())
    expect(await add('south', id, 1, [statement('x', 'p')])).toEqual({ kind: 'denied' })
    expect(await add('south', '00000000-0000-4000-8000-000000000000', 1, [statement('x', 'p')])).toEqual({
      kind: 'denied',
    })
  })
})

describe('how people stand to a record', () => {
  const leaving = decodeEntry({
    id: 'left',
    kind: 'worker',
    on: '2026-07-02',
    by: 'mgr',
    worker: 'sw',
    event: 'left',
  })

  test('changes with the entry that changes it, for the worker, the team and its manager', async () => {
    const id = await importRecord(db, aRecord().supported().file(), {
      link: new Map([...LINK, ['mgr', 'south']]),
    })
    expect((await openAs('noor', id))?.relationships).toContain('worker')
    const left = aRecord().supported()
    const over = await importRecord(
      db,
      { ...left.file(), entries: [...left.file().entries, leaving] },
      { link: LINK },
    )
    expect((await openAs('noor', over))?.relationships).toEqual(['professional'])
    expect(await openAs('cover', over)).toBeUndefined()
    expect(await openAs('boss', over)).toBeUndefined()
  })

  test('ends at the next statement when the sign-in is taken from the party, or the account is closed', async () => {
    const id = await keepRecord(aRecord().supported())
    const ben = as('ben')
    await db.scoped(ben, async (query) => {
      expect(await openRecord(query, id)).toBeDefined()
      await linkParty(db, id, 'son', null)
      expect(await openRecord(query, id)).toBeUndefined()
    })
    await linkParty(db, id, 'son', 'ben')
    expect(await openAs('ben', id)).toBeDefined()
    await keepAccounts(db, [{ id: 'ben', name: 'Ben Brook', kind: 'public', active: false }])
    expect(await openAs('ben', id)).toBeUndefined()
    await keepAccounts(db, [{ id: 'ben', name: 'Ben Brook', kind: 'public' }])
  })

  test('follows the worker who moves to another team', async () => {
    const id = await keepRecord(aRecord().supported())
    await keepAccounts(db, [
      { id: 'noor', name: 'Noor Haddad', kind: 'staff', role: 'social-worker', team: 'South' },
    ])
    expect((await openAs('south', id))?.relationships).toEqual(['team'])
    expect(await openAs('cover', id)).toBeUndefined()
    expect((await verify(db)).faults).toEqual([])
    await keepAccounts(db, [
      { id: 'noor', name: 'Noor Haddad', kind: 'staff', role: 'social-worker', team: 'North' },
    ])
    expect(await openAs('south', id)).toBeUndefined()
  })

  test('is shown in the lists: what one works on, covers for and manages', async () => {
    const own = await testDatabase()
    try {
      await keepAccounts(own, [
        { id: 'noor', name: 'Noor', kind: 'staff', role: 'social-worker', team: 'North' },
        { id: 'boss', name: 'Lena', kind: 'staff', role: 'manager', team: 'North' },
        { id: 'care', name: 'Care', kind: 'staff' },
        { id: 'ada', name: 'Ada', kind: 'public' },
      ])
      const link = new Map([
        ['sw', 'noor'],
        ['p', 'ada'],
        ['care', 'care'],
      ])
      const waiting = { ...aRecord().contacted().file() }
      const [first = '', second = ''] = await importMany(own, [
        { record: aRecord().supported().file(), link },
        { record: waiting, link: new Map([['p', 'ada']]) },
      ])
      const list = async (who: string, relationships?: Parameters<typeof caseload>[1]) => {
        const token = await own.signIn(who)
        return own.scoped(token, (query) => caseload(query, relationships))
      }
      expect(await list('noor', ['worker'])).toMatchObject([
        {
          record: first,
          personName: 'Ada Brook',
          relationships: ['worker'],
          stage: 'support',
          worker: 'noor',
          openDisputes: 0,
        },
      ])
      expect(await list('boss', ['manager'])).toMatchObject([{ record: first, relationships: ['manager'] }])
      expect(await list('boss', ['worker'])).toEqual([])
      expect((await list('ada')).map(({ record }) => record).toSorted()).toEqual([first, second].toSorted())
      expect((await list('ada')).find(({ record }) => record === second)).toMatchObject({
        stage: 'contact',
        waitingSince: waiting.entries[0]?.on,
      })
      // A provider learns whose record it is, and nothing of how far it has come.
      expect(await list('care')).toEqual([
        { record: first, personName: 'Ada Brook', relationships: ['provider'] },
      ])
      expect(await list('nobody-here').catch(() => 'no such account')).toBe('no such account')
    } finally {
      await own.drop()
    }
  })

  test('changes for whoever is given a seat: by whom, and as what they are', async () => {
    const id = await keepRecord(aRecord().assessed())
    const friend = { id: 'new', name: 'A Friend', role: 'friend' as const }
    const give = (who: string, party: Party, seat: Seat = {}) =>
      db.scoped(as(who), (query) => addParty(query, id, party, seat))
    expect(await give('ada', friend)).toEqual({ kind: 'denied' })
    expect(await give('south', friend)).toEqual({ kind: 'denied' })
    expect(await give('noor', friend)).toEqual({ kind: 'kept' })
    expect(await give('boss', friend)).toEqual({ kind: 'there-already' })
    expect((await openAs('ada', id))?.parties.map((party) => party.id)).toContain('new')

    // A manager sits down to sign; a worker cannot sit down as a manager, and nobody as somebody's attorney.
    const manager = (name: string) => ({ id: name, name, role: 'manager' as const })
    expect(await give('noor', manager('noor'), { mine: true })).toEqual({ kind: 'denied' })
    expect(await give('boss', { ...manager('boss'), role: 'attorney' }, { mine: true })).toEqual({
      kind: 'denied',
    })
    expect(await give('boss', manager('boss'), { mine: true })).toEqual({ kind: 'kept' })
    expect((await openAs('boss', id))?.myParty).toBe('boss')

    // And gives the record to a colleague, who then works on it; a worker cannot, and nobody to another team.
    const worker = (account: string) => ({ id: account, name: account, role: 'social-worker' as const })
    const known = await db.scoped(as('boss'), (query) => colleagues(query))
    expect(known.map((colleague) => colleague.id)).toEqual(['care', 'noor', 'cover'])
    expect(await db.scoped(as('ada'), (query) => colleagues(query))).toEqual([])
    expect(await give('noor', worker('cover'), { account: 'cover' })).toEqual({ kind: 'denied' })
    expect(await give('boss', worker('south'), { account: 'south' })).toEqual({ kind: 'denied' })
    expect(await give('boss', worker('cover'), { account: 'cover' })).toEqual({ kind: 'kept' })
    const head = (await openAs('boss', id))?.head ?? 0
    const allocated = decodeEntry({
      id: 'allocated',
      kind: 'worker',
      on: '2026-07-01',
      by: 'boss',
      worker: 'cover',
      event: 'allocated',
    })
    expect(await add('boss', id, head, [allocated])).toEqual({ kind: 'kept', head: head + 1 })
    expect((await openAs('cover', id))?.relationships).toEqual(['worker', 'professional', 'team'])
    const own = await db.scoped(as('cover'), (query) => caseload(query, ['worker']))
    expect(own).toMatchObject([{ record: id, worker: 'cover' }])

    await expect(give('boss', { id: 'p2', name: 'Another', role: 'person' })).rejects.toMatchObject({
      code: '23514',
    })
    expect((await verify(db)).faults).toEqual([])
  })
})
