import { expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { assessing, trainingInWords } from './assessing.ts'

const opened = aRecord()
  .contacted()
  .party({ id: 'ot', role: 'occupational-therapist', name: 'Anna Brandt', registered: true })
  .party({ id: 'friend', role: 'friend', name: 'Jo' })
  .party({ id: 'new', role: 'assessor', name: 'Jordan', registered: false })
  .with('assessment-opened', {
    of: 'needs',
    subject: 'p',
    way: 'face-to-face',
    assessor: 'new',
    on: '2026-03-02',
  })
const seen = (record: typeof opened) =>
  assessing(record.state('2026-05-01')).map(({ assessor, shown, asked }) => [
    assessor?.id,
    shown,
    asked.map(({ id }) => id),
  ])

test('an assessor of whom the record shows neither registration nor training is not shown as trained', () => {
  expect(seen(opened)).toEqual([['new', undefined, []]])
  const trained = opened.party({
    id: 'new',
    role: 'assessor',
    name: 'Jordan',
    training: ['care-act-assessment'],
  })
  expect(seen(trained)).toEqual([['new', 'trained', []]])
  const registered = opened.party({ id: 'new', role: 'social-worker', name: 'Jordan', registered: true })
  expect(seen(registered)).toEqual([['new', 'registered', []]])
})

test('who was asked: those with training who spoke while it was open, and nobody else', () => {
  const said = (by: string, on: string) =>
    ({ topic: 'home', 'said-by': by, basis: 'observed', text: 'x', by, on }) as const
  const asked = opened
    .with('statement', said('ot', '2026-02-20'))
    .with('statement', said('friend', '2026-03-05'))
    .with('statement', said('p', '2026-03-05'))
  expect(seen(asked)).toEqual([['new', undefined, []]])
  expect(seen(asked.with('statement', said('ot', '2026-03-06')))).toEqual([['new', undefined, ['ot']]])
})

test('training is named in words', () => {
  expect(trainingInWords(['care-act-assessment', 'moving-and-handling'])).toBe(
    'Care Act assessment, moving and handling',
  )
  expect(trainingInWords(undefined)).toBe('')
})
