import { expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { partsOf } from './parts-of-record.ts'

test('each part with who wrote in it, when last, what was put right, and who was sent it', () => {
  const state = aRecord()
    .assessed()
    .foundEligible()
    .with('copy', { id: 'copy-x', on: '2026-06-01', of: 'eligibility-1', to: 'ada', as: 'letter' })
    .state('2026-06-20')
  const eligibility = partsOf(state).find(({ resource }) => resource === 'eligibility')
  const copies = state.told.filter(({ entry }) => entry.kind === 'copy' && entry.of === 'eligibility-1')
  expect(eligibility?.writers).toEqual([{ by: 'sw', count: 1 }])
  expect(eligibility?.corrected).toBe(0)
  expect(eligibility?.copies.at(-1)).toEqual({ to: 'ada', on: '2026-06-01' })
  expect(eligibility?.copies).toHaveLength(copies.length)
})

test('a part in which nobody wrote is not there', () => {
  const names = partsOf(aRecord().assessed().state()).map(({ resource }) => resource)
  expect(names).toContain('conversation')
  expect(names).not.toContain('challenge')
})
