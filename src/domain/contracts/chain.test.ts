import { expect, test } from 'vitest'
import { aContract, leadProvider } from './a-contract.ts'
import { chainOf } from './chain.ts'

const contract = aContract(leadProvider())
  .referred('p-1', 'p-2')
  .and('subcontracted', { from: 'homely', to: 'second', people: ['p-1'] })

test('support is followed from the provider that was awarded down to the one that comes to the door', () => {
  expect(chainOf(contract.ledger(), 'p-1')).toEqual(['homely', 'second'])
  expect(chainOf(contract.ledger(), 'p-2')).toEqual(['homely'])
})

test('the last that it was passed on to counts, and a ring ends', () => {
  const moved = contract.and('subcontracted', { from: 'homely', to: 'third', people: ['p-1'] })
  expect(chainOf(moved.ledger(), 'p-1')).toEqual(['homely', 'third'])
  const ring = contract.and('subcontracted', { from: 'second', to: 'homely', people: ['p-1'] })
  expect(chainOf(ring.ledger(), 'p-1')).toEqual(['homely', 'second'])
})
