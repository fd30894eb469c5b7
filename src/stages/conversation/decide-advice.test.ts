import { expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { adviceById, followedSoFar, tellFollowed } from './decide-advice.ts'

const record = aRecord().assessed().party({ id: 'ot', role: 'occupational-therapist' }).with('statement', {
  id: 'seen',
  by: 'ot',
  topic: 'hygiene',
  'said-by': 'ot',
  basis: 'observed',
  text: 'With a rail she can do it.',
})
const stamp = { id: 'note-f1', on: day('2026-06-20'), by: 'sw' }
const tell = (more: Partial<Parameters<typeof tellFollowed>[0]> = {}) =>
  tellFollowed(
    { stamp, advice: 'seen', followed: 'no', why: 'The wall will not bear it.', ...more },
    record.state(),
  )

test('why advice was not followed is a note of what was said', () => {
  const decision = tell()
  expect(decision).toMatchObject({
    kind: 'done',
    entries: [{ kind: 'note', of: 'seen', text: 'This advice was not followed: The wall will not bear it.' }],
  })
})

test('it is read back with what was said, the last word first', () => {
  const state = record
    .with('note', { of: 'seen', text: 'This advice was not followed: The wall will not bear it.' })
    .with('note', { of: 'seen', text: 'This advice was followed in part: A rail that stands on the floor.' })
    .state()
  const seen = adviceById(state, 'seen')
  expect(seen === undefined ? undefined : followedSoFar(state, seen)?.later).toEqual({
    kind: 'advice',
    followed: 'in-part',
    says: 'A rail that stands on the floor.',
  })
})

test('a reason is owed, and only of what a professional said', () => {
  expect(tell({ why: ' ' })).toMatchObject({
    kind: 'refused',
    because: [{ says: 'Say why it was not followed. Whoever gave it reads this, and so does the person.' }],
  })
  expect(tell({ followed: 'yes', why: '' })).toMatchObject({ because: [{ says: 'Say what came of it.' }] })
  const [own] = record
    .state()
    .told.filter(({ entry }) => entry.kind === 'statement' && entry['said-by'] !== 'ot')
  expect(tell({ advice: own?.entry.id ?? '' }).kind).toBe('refused')
})
