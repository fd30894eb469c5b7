import { expect, test } from 'vitest'
import type { Database, Query } from '../platform/database/database.ts'
import { followCouncil } from './log-council.ts'

/** A database in which every record has a mark that changes with its figures, and which counts whose figures are read. */
function aDatabase(people: number) {
  const marks = new Map(Array.from({ length: people }, (_, at) => [`record-${at}`, 1]))
  const read: string[][] = []
  const query: Query = async <Row>(text: string, values?: readonly unknown[]) => {
    const rows = text.includes('concat_ws')
      ? [...marks].map(([record, mark]) => ({ record, mark: String(mark), team: 'north', traits: {} }))
      : asked(values).map((record) => ({ record, figures: { of: record, mark: marks.get(record) } }))
    if (!text.includes('concat_ws')) read.push([...asked(values)])
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for rows as the database gives them
    return rows as unknown as Row[]
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one way in that is used here
  const database = {
    asOwner: (work: (query: Query) => Promise<unknown>) => work(query),
  } as unknown as Database
  return { marks, read, council: followCouncil(database) }
}

const asked = (values: readonly unknown[] | undefined): readonly string[] => {
  const first: unknown = values?.[0]
  return Array.isArray(first) ? first.map(String) : []
}

test('everybody is read once, a few hundred a turn, with no record and no worker in what is given', async () => {
  const { read, council } = aDatabase(600)
  const people = await council.read()
  expect(people.length).toBe(600)
  expect(
    people.every(({ record, worker, team }) => record === null && worker === null && team === 'north'),
  ).toBe(true)
  expect(read.map((turn) => turn.length)).toEqual([250, 250, 100])
  expect(council.progress()).toEqual({ here: 600, of: 600 })
})

test('then only who has changed, who came and who went', async () => {
  const { marks, read, council } = aDatabase(300)
  await council.read()
  read.length = 0
  marks.set('record-7', 2)
  marks.set('record-new', 1)
  marks.delete('record-9')
  const people = await council.read()
  expect(read).toEqual([['record-7', 'record-new']])
  expect(people.length).toBe(300)
  expect(people.map(({ figures }) => figures)).toContainEqual({ of: 'record-7', mark: 2 })
})

test('whoever asks while a reading is under way gets one that began after they asked', async () => {
  const { marks, council } = aDatabase(3)
  const first = council.read()
  marks.set('record-1', 2)
  const [, second] = await Promise.all([first, council.read()])
  expect(second.map(({ figures }) => figures)).toContainEqual({ of: 'record-1', mark: 2 })
})
