import { describe, expect, test } from 'vitest'
import { aContract, outcomeFee } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { type Drawn, type Remeasure, decideRemeasure, drawnIn } from './decide-remeasure.ts'
import type { Note } from './view-notes.ts'

const TODAY = day('2026-11-21')
const contract = aContract(outcomeFee())
  .referred('p-1')
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
const drawnOn = (on: string, ...outcomes: readonly string[]): Note => ({
  number: 1,
  name: 'Ama Boateng',
  at: `${on}T09:00:00Z`,
  body: { kind: 'sample', seed: 7, on, outcomes: [...outcomes] },
})
const NOTES = [drawnOn('2026-11-01', 'walk')]

const drawn = (built = contract): Drawn => {
  const found = drawnIn(built.ledger(), NOTES, 'walk')
  if (found === undefined) throw new Error('not drawn')
  return found
}
const asked = (more: Partial<Remeasure> = {}): Remeasure => ({
  looked: { kind: 'named', id: 'reviewer-1', name: 'Rosa Lane' },
  on: day('2026-11-20'),
  level: 2,
  reached: false,
  ...more,
})
const decide = (more: Partial<Remeasure> = {}, built = contract) =>
  decideRemeasure({ id: 're-1', today: TODAY }, built.ledger(), drawn(built), asked(more))

describe('what was drawn', () => {
  test('only an outcome on which the lot fell, since it fell last', () => {
    const ledger = contract.ledger()
    expect(drawnIn(ledger, [drawnOn('2026-11-01', 'other')], 'walk')).toBeUndefined()
    expect(drawnIn(ledger, NOTES, 'none')).toBeUndefined()
    const twice = [...NOTES, drawnOn('2026-11-10', 'walk')]
    expect(drawnIn(ledger, twice, 'walk')?.since).toBe('2026-11-10')
  })
})

describe('what was found again', () => {
  test('stands in the name of who looked, who sits down with it', () => {
    expect(decide()).toEqual({
      kind: 'entries',
      reviewer: { id: 'reviewer-1', name: 'Rosa Lane', role: 'reviewer' },
      entries: [
        {
          id: 're-1',
          on: '2026-11-20',
          recorded: '2026-11-21',
          by: 'reviewer-1',
          kind: 'remeasured',
          person: 'p-1',
          outcome: 'walk',
          reached: false,
          level: 2,
        },
      ],
    })
  })

  test('a reviewer of that name who sits there already keeps one seat', () => {
    expect(decide({ looked: { kind: 'named', id: 'x', name: ' ruth  VALE' } })).toMatchObject({
      reviewer: undefined,
      entries: [{ by: 'ruth' }],
    })
  })

  test.each([
    ['a provider by name', { looked: { kind: 'named', id: 'x', name: 'homely care' } } as const, 'name'],
    ['a provider by its seat', { looked: { kind: 'party', party: 'homely' } } as const, 'who'],
    ['a buyer', { looked: { kind: 'party', party: 'ama' } } as const, 'who'],
    ['a day to come', { on: day('2026-11-22') }, 'on'],
    ['a day before it was drawn', { on: day('2026-10-31') }, 'on'],
  ])('%s is refused at its question', (_, more, field) => {
    expect(decide(more)).toMatchObject({ kind: 'refused', field })
  })

  test('once for each draw', () => {
    const measured = contract.and('remeasured', {
      person: 'p-1',
      outcome: 'walk',
      level: 3,
      on: day('2026-11-05'),
    })
    expect(decide({}, measured)).toMatchObject({ kind: 'refused', field: 'form' })
  })
})
