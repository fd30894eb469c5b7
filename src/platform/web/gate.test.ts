import { describe, expect, it } from 'vitest'
import { createGate, isTurnedAway } from './gate.ts'

/** Work that ends when it is told to. */
function work() {
  let finish = (): void => undefined
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { run: () => done, finish }
}

describe('the gate', () => {
  it('lets so many in, lets so many wait, and turns the rest away at once', async () => {
    const gate = createGate({ atOnce: 2, waiting: 1 })
    const [first, second, third] = [work(), work(), work()]
    const running = [gate.run(first.run), gate.run(second.run)]
    expect(gate.full()).toBe(false)
    const turn = work()
    let thirdBegan = false
    const waiting = gate.run(async () => {
      thirdBegan = true
      turn.finish()
      await third.run()
    })
    expect(gate.full()).toBe(true)
    const error: unknown = await gate.run(async () => 'never').catch((thrown: unknown) => thrown)
    expect(isTurnedAway(error)).toBe(true)
    expect(thirdBegan).toBe(false)

    first.finish()
    await turn.run()
    expect(gate.full()).toBe(false)
    second.finish()
    third.finish()
    await Promise.all([...running, waiting])
  })

  it('gives the place back when work fails', async () => {
    const gate = createGate({ atOnce: 1, waiting: 0 })
    const fail = () => Promise.reject(new Error('broken'))
    await expect(gate.run(fail)).rejects.toThrow('broken')
    await expect(gate.run(fail)).rejects.toThrow('broken')
    expect(await gate.run(async () => 'fine')).toBe('fine')
    expect(isTurnedAway(new Error('broken'))).toBe(false)
  })

  it('takes those who wait in their turn', async () => {
    const gate = createGate({ atOnce: 1, waiting: 3 })
    const order: number[] = []
    const first = work()
    const all = [
      gate.run(first.run),
      ...[1, 2, 3].map((number) =>
        gate.run(async () => {
          order.push(number)
        }),
      ),
    ]
    first.finish()
    await Promise.all(all)
    expect(order).toEqual([1, 2, 3])
  })
})
