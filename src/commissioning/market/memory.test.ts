import { describe, expect, test } from 'vitest'
import { aContract, indicators } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { marketMemory } from './memory.ts'

const ON = day('2026-09-01')
const ledger = aContract(indicators()).referred('p-1').ledger(ON)

/** Opens every contract but those that are over, and says which it opened. */
function opening(...over: readonly string[]) {
  const opened: string[] = []
  return {
    opened,
    open: async (id: string) => {
      opened.push(id)
      return over.includes(id) ? undefined : { ...ledger, contract: { ...ledger.contract, id } }
    },
  }
}
const at = (stamps: Readonly<Record<string, string>>) =>
  Object.entries(stamps).map(([id, stamp]) => ({ id, stamp }))

describe('the memory of the market', () => {
  test('opens each contract once for as long as it stands as it did', async () => {
    const memory = marketMemory()
    const { opened, open } = opening()
    const first = await memory.ledgers(at({ a: '1', b: '1' }), ON, open)
    expect(first.map(({ contract }) => contract.id)).toEqual(['a', 'b'])
    expect(await memory.ledgers(at({ a: '1', b: '1' }), ON, open)).toEqual(first)
    expect(opened).toEqual(['a', 'b'])
  })

  test('opens again what was added to, and everything on another day', async () => {
    const memory = marketMemory()
    const { opened, open } = opening()
    await memory.ledgers(at({ a: '1', b: '1' }), ON, open)
    await memory.ledgers(at({ a: '1', b: '2' }), ON, open)
    expect(opened).toEqual(['a', 'b', 'b'])
    await memory.ledgers(at({ a: '1', b: '2' }), day('2026-09-02'), open)
    expect(opened).toEqual(['a', 'b', 'b', 'a', 'b'])
  })

  test('one that is over is not opened again, and is in no list', async () => {
    const memory = marketMemory()
    const { opened, open } = opening('b')
    for (const _ of [1, 2])
      expect(
        (await memory.ledgers(at({ a: '1', b: '1' }), ON, open)).map(({ contract }) => contract.id),
      ).toEqual(['a'])
    expect(opened).toEqual(['a', 'b'])
  })

  test('a contract that is asked for no more, and one that there is no room for, is opened when it is needed', async () => {
    // Each ledger has three entries, and a place of its own: there is room for two.
    const memory = marketMemory(8)
    const { opened, open } = opening()
    await memory.ledgers(at({ a: '1', b: '1' }), ON, open)
    await memory.ledgers(at({ a: '1', c: '1' }), ON, open)
    // b was used longest ago.
    await memory.ledgers(at({ a: '1' }), ON, open)
    expect(opened).toEqual(['a', 'b', 'c'])
    await memory.ledgers(at({ b: '1' }), ON, open)
    expect(opened).toEqual(['a', 'b', 'c', 'b'])
  })
})
