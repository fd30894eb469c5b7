import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gate } from './gate.ts'
import { isBusy } from './trouble.ts'

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined
  const until = new Promise<void>((resolve) => {
    end = resolve
  })
  return { until, end: () => end() }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('the gate', () => {
  test('lets so many in, has so many more wait in order, and says at once to the next that it is busy', async () => {
    const { through, load } = gate({ inside: 2, waiting: 1, patience: 60_000 })
    const [a, b, c] = [held(), held(), held()]
    const order: string[] = []
    const running = [a, b, c].map((work, index) =>
      through(async () => {
        order.push(`in ${index}`)
        await work.until
      }),
    )
    expect(load()).toEqual({ inside: 2, waiting: 1 })
    const refused = await through(async () => undefined).catch((error: unknown) => error)
    expect(isBusy(refused)).toBe(true)
    expect(refused).toMatchObject({ retryAfter: 2 })
    a.end()
    await soon()
    expect(order).toEqual(['in 0', 'in 1', 'in 2'])
    b.end()
    c.end()
    await Promise.all(running)
    expect(load()).toEqual({ inside: 0, waiting: 0 })
  })

  test('has nobody wait for longer than its patience', async () => {
    const { through, load } = gate({ inside: 1, waiting: 5, patience: 20 })
    const work = held()
    const running = through(() => work.until)
    await expect(through(async () => undefined)).rejects.toMatchObject({ trouble: 'busy' })
    expect(load()).toEqual({ inside: 1, waiting: 0 })
    work.end()
    await running
  })

  test('never has more inside than it may, whatever fails, and is empty at the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.record({ turns: fc.nat(5), fails: fc.boolean() }), { maxLength: 40 }),
        async (inside, waiting, tasks) => {
          const { through, load } = gate({ inside, waiting, patience: 60_000 })
          let now = 0
          let most = 0
          const results = await Promise.allSettled(
            tasks.map(({ turns, fails }) =>
              through(async () => {
                now += 1
                most = Math.max(most, now)
                for (let turn = 0; turn < turns; turn += 1) await soon()
                now -= 1
                if (fails) throw new Error('failed')
              }),
            ),
          )
          expect(most).toBeLessThanOrEqual(inside)
          expect(load()).toEqual({ inside: 0, waiting: 0 })
          const refused = results.filter((result) => result.status === 'rejected' && isBusy(result.reason))
          expect(refused.length).toBe(Math.max(0, tasks.length - inside - waiting))
        },
      ),
    )
  })
})
