import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aContract, indicators } from '../../domain/contracts/a-contract.ts'
import { peopleOn } from '../../domain/contracts/ledger.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { decideEnd, withoutNext, wrongNotice } from './decide-end.ts'
import { decideOffer } from './decide-offer.ts'
import { wrongWithAdded } from './file.ts'

const TODAY = day('2026-10-01')
const FROM = day('2026-12-01')
const asked = (amount: number) => ({
  from: FROM,
  says: 'Wages rise.',
  prices: [{ service: 'home-care', amount: pence<'unit'>(amount) }],
  groups: [],
})

describe('new terms', () => {
  const sum = fc.integer({ min: 1, max: 9_999 })
  test('never below what is sustainable on their first day or after it, whatever the floor', () => {
    fc.assert(
      fc.property(sum, sum, sum, (amount, now, later) => {
        const built = aContract(indicators())
          .priced(1, now / 100)
          .and('rate-set', {
            id: 'later',
            rate: 'sustainable',
            service: 'home-care',
            amount: pence<'unit'>(later),
            from: day('2027-01-01'),
            on: day('2026-04-01'),
          })
        const decided = decideOffer('ama', built.ledger(TODAY), asked(amount), { today: TODAY, beside: [] })
        const isFair = amount >= now && amount >= later && amount !== 100
        expect(decided.kind).toBe(isFair ? 'offered' : 'refused')
        if (decided.kind !== 'offered') return
        // What is offered fits the ledger on the day on which it is accepted.
        const added = decided.entries.map((entry, index) => ({ ...entry, id: `o-${index}`, on: TODAY }))
        expect(wrongWithAdded(built.file, added)).toEqual([])
      }),
    )
  })
})

describe('the end', () => {
  const base = aContract(indicators()).referred('p-1', 'p-2').priced(30, 28).gave('p-1', 10)
  const stamp = { id: 'ended', on: TODAY, by: 'ama' }
  const end = (last: string, known = true) =>
    decideEnd(stamp, base.ledger(TODAY), { last: day(last), why: 'x', known }, [])

  test.each([
    ['2026-10-02', 'wrong'],
    ['2026-03-31', 'wrong'],
    ['2026-04-29', 'wrong'],
    ['2026-04-30', 'entries'],
    ['2026-10-01', 'entries'],
  ])('on %s: %s', (last, kind) => {
    expect(end(last).kind).toBe(kind)
  })

  test('dated by its day; nobody who is supported is forgotten', () => {
    expect(end('2026-09-30')).toMatchObject({ entries: [{ on: '2026-09-30', recorded: '2026-10-01' }] })
    expect(end('2026-09-30', false)).toMatchObject({ kind: 'wrong', errors: [{ field: 'known' }] })
    const ledger = base.ledger(TODAY)
    expect(withoutNext(ledger, [], TODAY)).toEqual([...peopleOn(ledger, TODAY)])
    const next = {
      kind: 'next',
      number: 1,
      name: 'Sam',
      on: TODAY,
      who: 'x',
      from: TODAY,
      said: 'y',
    } as const
    expect(withoutNext(ledger, [{ ...next, person: 'p-1' }], TODAY)).toEqual(['p-2'])
  })

  test.each([
    ['2026-10-01', 'last'],
    ['2027-03-31', 'last'],
    ['2027-03-30', undefined],
    ['2026-10-02', undefined],
  ])('notice for %s', (last, field) => {
    expect(wrongNotice(base.ledger(TODAY), [], { last: day(last), today: TODAY })?.field).toBe(field)
  })
})
