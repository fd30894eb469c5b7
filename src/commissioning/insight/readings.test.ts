import { describe, expect, test } from 'vitest'
import type { Query } from '../../platform/database/database.ts'
import { type Patience, keepReadings } from './readings.ts'

/** A database that holds so many people, and counts how often all of them are read. */
function aDatabase() {
  const holds = { people: 3, reads: 0, fails: false }
  const query: Query = async <Row>(_text: string, _values?: readonly unknown[], name?: string) => {
    if (holds.fails) throw new Error('gone')
    if (name === 'figures_seen') holds.reads += 1
    const rows =
      name === 'figures_version'
        ? [{ version: String(holds.people) }]
        : Array.from({ length: holds.people }, () => ({
            record: null,
            worker: null,
            team: null,
            figures: {},
          }))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for rows as the database gives them
    return rows as unknown as Row[]
  }
  const behind: { work: Promise<void> | undefined } = { work: undefined }
  const council = (patience: Patience) => {
    const readings = keepReadings(patience)
    return async () => {
      const { people, isBehind } = await readings(query, { kind: 'council' }, (work) => {
        behind.work = work(query)
        return behind.work
      })
      return [people.length, isBehind] as const
    }
  }
  return { holds, behind, council }
}

const SLOW: Patience = { waits: -1, tooOld: 3_600_000 }

describe('everybody’s figures', () => {
  test('are read once for as long as nothing changes, and again when something has', async () => {
    const { holds, council } = aDatabase()
    const see = council({ waits: 1e9, tooOld: 0 })
    expect([await see(), await see(), holds.reads]).toEqual([[3, false], [3, false], 1])
    holds.people = 4
    expect([await see(), holds.reads]).toEqual([[4, false], 2])
  })

  test('where reading takes long the last ones are shown meanwhile, and said to be so', async () => {
    const { holds, behind, council } = aDatabase()
    const see = council(SLOW)
    expect(await see()).toEqual([3, false])
    holds.people = 4
    expect(await see()).toEqual([3, true])
    await behind.work
    expect([await see(), holds.reads]).toEqual([[4, false], 2])
  })

  test('many who come meanwhile have them read once', async () => {
    const { holds, behind, council } = aDatabase()
    const see = council(SLOW)
    await see()
    holds.people = 9
    const pages = await Promise.all([see(), see(), see()])
    expect(pages.map(([, isBehind]) => isBehind)).toContain(true)
    await behind.work
    expect([await see(), holds.reads]).toEqual([[9, false], 2])
  })

  test('what is too old is not shown: whoever comes waits', async () => {
    const { holds, council } = aDatabase()
    const see = council({ waits: -1, tooOld: -1 })
    await see()
    holds.people = 5
    expect(await see()).toEqual([5, false])
  })

  test('where reading anew fails behind the page, the next page waits for it and says so', async () => {
    const { holds, behind, council } = aDatabase()
    const see = council(SLOW)
    await see()
    holds.people = 6
    const first = see()
    await first
    await behind.work
    holds.people = 7
    const shown = await see()
    expect(shown).toEqual([6, true])
    holds.fails = true
    await expect(see()).rejects.toThrow('gone')
  })
})
