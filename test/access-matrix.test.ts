import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../src/record/log.ts'
import { tryEveryCell } from './access-cells.ts'
import { ENDS, STARTS, type Stage, THE_TABLE, WITHOUT_PARTS, setStage, withTable } from './access-scenes.ts'
import { ACTORS, tossedTable } from './access-world.ts'
import type { Scene } from './access-cells.ts'
import { TEST_DAY } from './database.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.db.drop())

const dayIs = (on: string) => stage.db.asOwner((query) => query('select roundtable.day_is($1)', [on]))

describe('every cell of the table of access, tried on the database', () => {
  test('who stands to a record in one way sees and adds what the table says, and nothing else', async () => {
    const { db, scenes, tokens } = stage
    const seen = await tryEveryCell(db, THE_TABLE, scenes, tokens)
    expect(seen.disagreements).toEqual([])
    expect(seen.cells).toBeGreaterThan(10_000)
  })

  test('what has ended opens nothing', async () => {
    const { db, ended, tokens } = stage
    const seen = await tryEveryCell(db, THE_TABLE, [ended], tokens)
    expect(seen.disagreements).toEqual([])
  })

  test('what is to come opens nothing, to a provider, a worker or their team, and on its day what it opens', async () => {
    const { db, toCome, tokens } = stage
    const begun = { ...toCome, actors: ACTORS }
    const says = async (scene: Scene, only?: 'reading') =>
      (await tryEveryCell(db, THE_TABLE, [scene], tokens, only)).disagreements
    expect(await says(toCome)).toEqual([])
    await dayIs('2027-01-14')
    expect(await says(toCome, 'reading')).toEqual([])
    await dayIs(STARTS)
    expect(await says(begun)).toEqual([])
    // Long after, all in one step; and back again, as where a demonstration is set to an earlier day.
    await dayIs(TEST_DAY)
    expect(await says(toCome, 'reading')).toEqual([])
    await dayIs('2028-06-01')
    expect(await says(begun, 'reading')).toEqual([])
    await dayIs(TEST_DAY)
    expect((await verify(db)).faults).toEqual([])
  })

  test('what is to end is open until its day, and on it no more', async () => {
    const { db, toEnd, tokens } = stage
    const says = async (scene: Scene) =>
      (await tryEveryCell(db, THE_TABLE, [scene], tokens, 'reading')).disagreements
    expect(await says(toEnd)).toEqual([])
    await dayIs('2027-02-28')
    expect(await says(toEnd)).toEqual([])
    await dayIs(ENDS)
    expect(await says({ ...toEnd, actors: WITHOUT_PARTS })).toEqual([])
    await dayIs(TEST_DAY)
    expect(await says(toEnd)).toEqual([])
    expect((await verify(db)).faults).toEqual([])
  })

  test('nobody who is signed in says what day it is', async () => {
    const { db, tokens } = stage
    for (const token of tokens.values()) {
      await expect(
        db.scoped(token, (query) => query("select roundtable.day_is('2027-01-15')")),
      ).rejects.toMatchObject({ code: '42501' })
      await expect(
        db.scoped(token, (query) => query("update guarded.day set on_day = '2027-01-15'")),
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  test.each([1, 2, 3])('the database follows the table, whatever it says (tossed with %i)', async (seed) => {
    const { db, scenes, ended, tokens } = stage
    const table = tossedTable(seed)
    const seen = await withTable(db, table, () => tryEveryCell(db, table, [...scenes, ended], tokens))
    expect(seen.disagreements).toEqual([])
  })
})
