import { describe, expect, test } from 'vitest'
import { aContract, indicators, outcomeFee, pounds, span } from '../../domain/contracts/a-contract.ts'
import { settle } from '../../domain/contracts/settle.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { decideAnswer, decideExclude, decidePaid, decideSettle } from './decide.ts'
import { periodsOf, spansOfVisits } from './view-periods.ts'

const APRIL = span('2026-04-01', '2026-04-30')
const MAY = span('2026-05-01', '2026-05-31')
const stamp = (on: string) => ({ id: 'new', on: day(on), by: 'ama' })

/** Ten hours in April at £30, and ten at a sustainable £25: £300 is owed. */
const april = aContract(indicators()).referred('p-1').priced(30, 25).gave('p-1', 10)
const owed = (contract = april, period = APRIL) => {
  const answer = settle(contract.terms, contract.ledger(), period)
  if (answer.kind !== 'known') throw new Error(answer.kind)
  return answer.value
}

describe('settling a period', () => {
  test('once it is over: the sum, by whom, and what it is for', () => {
    expect(decideSettle(stamp('2026-05-02'), april.ledger(), owed())).toEqual({
      kind: 'entries',
      entries: [
        {
          id: 'new',
          on: '2026-05-02',
          by: 'ama',
          kind: 'settled',
          ...APRIL,
          amount: 30_000,
          parts: [{ ...APRIL, amount: 30_000 }],
        },
      ],
    })
  })

  test('on its last day it is not over', () => {
    expect(decideSettle(stamp('2026-04-30'), april.ledger(), owed())).toEqual({
      kind: 'refused',
      says: ['The period ends on 30 April 2026. It can be settled when it is over.'],
    })
  })

  const settled = april.and('settled', {
    id: 'settled-april',
    on: day('2026-05-02'),
    ...APRIL,
    amount: pounds(300),
    parts: [{ ...APRIL, amount: pounds(300) }],
  })

  test('again only where something changed; then the difference, as a part of its own period', () => {
    expect(decideSettle(stamp('2026-05-03'), settled.ledger(), owed(settled)).kind).toBe('refused')
    const late = settled.gave('p-1', 2, { line: 'evenings' })
    expect(decideSettle(stamp('2026-05-03'), late.ledger(), owed(late))).toMatchObject({
      entries: [{ amount: 6000, parts: [{ ...APRIL, amount: 6000 }] }],
    })
  })

  test('a later period carries the difference, and says which period it is of', () => {
    const may = settled.gave('p-1', 2, { line: 'evenings' }).gave('p-1', 1, { ...MAY })
    expect(decideSettle(stamp('2026-06-02'), may.ledger(), owed(may, MAY))).toMatchObject({
      entries: [
        {
          amount: 9000,
          parts: [
            { ...MAY, amount: 3000 },
            { ...APRIL, amount: 6000 },
          ],
        },
      ],
    })
  })

  test('each settlement is written down as paid once', () => {
    expect(decidePaid(stamp('2026-05-09'), settled.ledger(), APRIL)).toMatchObject({
      entries: [{ id: 'new', kind: 'paid', settlement: 'settled-april', amount: 30_000 }],
    })
    const paid = settled.and('paid', { settlement: 'settled-april', amount: pounds(300) })
    expect(decidePaid(stamp('2026-05-09'), paid.ledger(), APRIL).kind).toBe('refused')
  })
})

describe('the periods of a contract', () => {
  test('every month that has begun, the newest first, and how far each is', () => {
    const contract = april
      .and('settled', {
        id: 's',
        on: day('2026-05-02'),
        ...APRIL,
        amount: pounds(300),
        parts: [{ ...APRIL, amount: pounds(300) }],
      })
      .and('paid', { settlement: 's', amount: pounds(300) })
    expect(
      periodsOf(contract.ledger(), day('2026-06-10')).map(({ from, state, settled }) => [
        from,
        state,
        settled,
      ]),
    ).toEqual([
      ['2026-06-01', 'under-way', undefined],
      ['2026-05-01', 'to-settle', undefined],
      ['2026-04-01', 'paid', 30_000],
    ])
  })

  test('visits are read for the months of which no entry tells, cut where a price changes', () => {
    const contract = april.and('rate-set', {
      rate: 'contract',
      service: 'home-care',
      amount: pence<'unit'>(3100),
      from: day('2026-05-15'),
    })
    expect(spansOfVisits(contract.ledger(), day('2026-06-10'))).toEqual([
      span('2026-06-01', '2026-06-30'),
      span('2026-05-01', '2026-05-14'),
      span('2026-05-15', '2026-05-31'),
    ])
  })
})

describe('answers and exclusions', () => {
  const contract = aContract(outcomeFee())
    .referred('p-1')
    .priced(30, 25)
    .and('outcome-agreed', {
      id: 'walk',
      person: 'p-1',
      package: 'one',
      goal: 'Walk',
      weight: 1,
      from: day('2026-04-01'),
      due: day('2026-06-30'),
      estimate: [],
    })
    .and('challenged', { id: 'challenge', person: 'p-1', says: 'Nobody walked.' })

  test('what was raised is answered; what was not raised is not', () => {
    const asked = { of: 'challenge', upheld: true, says: 'So it is.' }
    expect(decideAnswer(stamp('2026-05-01'), contract.ledger(), asked)).toMatchObject({
      entries: [{ kind: 'answered', ...asked }],
    })
    expect(decideAnswer(stamp('2026-05-01'), contract.ledger(), { ...asked, of: 'walk' }).kind).toBe(
      'refused',
    )
  })

  test('an outcome is excluded once', () => {
    const asked = { outcome: 'walk', reason: 'hospital', why: 'In hospital.', approver: 'ama' } as const
    expect(decideExclude(stamp('2026-05-01'), contract.ledger(), asked)).toMatchObject({
      entries: [{ kind: 'excluded', outcome: 'walk', approver: 'ama' }],
    })
    const excluded = contract.and('excluded', asked)
    expect(decideExclude(stamp('2026-05-01'), excluded.ledger(), asked).kind).toBe('refused')
    expect(decideExclude(stamp('2026-05-01'), contract.ledger(), { ...asked, outcome: 'fly' }).kind).toBe(
      'refused',
    )
  })
})
