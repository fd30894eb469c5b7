import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type ContractBuilder, aContract, indicators } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { sumsKept } from './sums-kept.ts'
import { periodsOf } from './view-periods.ts'

const ON = day('2026-06-10')
const base = aContract(indicators()).referred('p-1').priced(30, 28).gave('p-1', 10)
const more = base.gave('p-1', 4, { from: day('2026-05-01'), to: day('2026-05-31') })

const ask = (kept: ReturnType<typeof sumsKept>, built: ContractBuilder, batches = 0, on = ON) => {
  const ledger = built.ledger(on)
  const standing = { id: 'contract-1', file: built.file, batches }
  return kept(standing, ledger, periodsOf(ledger, on))
}

describe('what each period comes to is kept with how the ledger stands', () => {
  test('every period, worked out once: the same answer for the same ledger', async () => {
    const kept = sumsKept()
    const first = await ask(kept, base)
    expect([...first].map(([from, sums]) => [from, sums?.due])).toEqual([
      ['2026-06-01', 0],
      ['2026-05-01', 0],
      ['2026-04-01', 30_000],
    ])
    expect(await ask(kept, base)).toBe(first)
  })

  test('an entry more, a batch of visits or another day is worked out anew', async () => {
    const kept = sumsKept()
    const first = await ask(kept, base)
    expect((await ask(kept, more)).get(day('2026-05-01'))?.due).toBe(12_000)
    expect(await ask(kept, base, 1)).not.toBe(first)
    expect(await ask(kept, base, 0, day('2026-06-11'))).not.toBe(first)
  })

  test('who asks while it is worked out gets what there is, and later all of it', async () => {
    const kept = sumsKept({ patience: 0 })
    const soFar = (await ask(kept, base)).size
    expect(soFar).toBeLessThanOrEqual(3)
    while ((await ask(kept, base)).size < 3) await after(1)
    expect((await ask(kept, base)).get(day('2026-04-01'))?.due).toBe(30_000)
  })
})
