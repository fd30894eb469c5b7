import { describe, expect, test } from 'vitest'
import type { Query } from '../../platform/database/database.ts'
import type { CouncilFigures, Oversight, SeenFigures } from '../../record/log.ts'
import { keepReadings } from './readings.ts'

const someone: SeenFigures = {
  record: null,
  team: null,
  worker: null,
  traits: undefined,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody looks into them here
  figures: {} as SeenFigures['figures'],
}
const people = (count: number): readonly SeenFigures[] => Array.from({ length: count }, () => someone)

/** A database that holds so many people, counts how often all of them are read, and reads the council when it is told to. */
function aDatabase(moment: number) {
  const holds = { people: 3, reads: 0 }
  const query: Query = async <Row>(_text: string, _values?: readonly unknown[], name?: string) => {
    if (name === 'figures_seen') holds.reads += 1
    const rows = name === 'figures_version' ? [{ version: String(holds.people) }] : people(holds.people)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for rows as the database gives them
    return rows as unknown as Row[]
  }
  const waiting: { goOn: () => void; fail: () => void }[] = []
  const council: CouncilFigures = {
    read: () => {
      const count = holds.people
      return new Promise((answer, fail) =>
        waiting.push({ goOn: () => answer(people(count)), fail: () => fail(new Error('gone')) }),
      )
    },
    progress: () => ({ here: 1, of: holds.people }),
  }
  return { holds, query, waiting, readings: keepReadings(council, moment) }
}

const TEAM: Oversight = { kind: 'team', team: 'north' }
const COUNCIL: Oversight = { kind: 'council' }

describe('a team’s figures', () => {
  test('are read once for as long as nothing changes, and again when something has', async () => {
    const { holds, query, readings } = aDatabase(0)
    const see = async () => (await readings.now(query, TEAM))?.people.length
    expect([await see(), await see(), holds.reads]).toEqual([3, 3, 1])
    holds.people = 4
    expect([await see(), holds.reads]).toEqual([4, 2])
  })
})

describe('the council’s', () => {
  test('are waited for where they come in a moment', async () => {
    const { query, waiting, readings } = aDatabase(10_000)
    expect(await readings.now(query, COUNCIL)).toBeUndefined()
    const wait = readings.wait()
    waiting[0]?.goOn()
    await wait
    expect(readings.meanwhile()).toEqual({ people: people(3), isBehind: false })
    expect((await readings.now(query, COUNCIL))?.people.length).toBe(3)
  })

  test('are not there after a start, and nobody waits longer than a moment', async () => {
    const { query, waiting, readings } = aDatabase(1)
    await readings.now(query, COUNCIL)
    await readings.wait()
    expect([readings.meanwhile(), readings.progress()]).toEqual([undefined, { here: 1, of: 3 }])
    waiting[0]?.goOn()
    await Promise.resolve()
    expect((await readings.now(query, COUNCIL))?.isBehind).toBe(false)
  })

  test('after a change the last ones are shown, and said to be so, until they are read', async () => {
    const { holds, query, waiting, readings } = aDatabase(1)
    await readings.now(query, COUNCIL)
    const first = readings.wait()
    waiting[0]?.goOn()
    await first
    holds.people = 5
    expect(await readings.now(query, COUNCIL)).toBeUndefined()
    await readings.wait()
    expect(readings.meanwhile()).toEqual({ people: people(3), isBehind: true })
    waiting[1]?.goOn()
    await Promise.resolve()
    expect(await readings.now(query, COUNCIL)).toEqual({ people: people(5), isBehind: false })
  })

  test('where reading fails, whoever waits hears of it, and the next who asks reads again', async () => {
    const { query, waiting, readings } = aDatabase(10_000)
    await readings.now(query, COUNCIL)
    const wait = readings.wait()
    waiting[0]?.fail()
    await expect(wait).rejects.toThrow('gone')
    const again = readings.wait()
    waiting[1]?.goOn()
    await again
    expect(readings.meanwhile()?.people.length).toBe(3)
  })
})
