import { expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { askedAgain } from './asking-again.ts'

const again = (fields: Readonly<Record<string, unknown>> = {}, before = aRecord().assessed()) =>
  before.add('statement', {
    on: '2026-03-02',
    topic: 'hygiene',
    'said-by': 'p',
    basis: 'lived',
    text: 'As I said, I cannot get over the side of the bath.',
    level: 1,
    ...fields,
  })

test('the same person, topic and level, and nothing changed', () => {
  expect(hits(askedAgain, again())).toEqual([
    {
      entries: ['statement-11'],
      worker:
        'On 2 March 2026 Ada Brook was asked again about washing and keeping clean, and the answer was the same; nothing had changed since it was last given.',
      person:
        'On 2 March 2026 you were asked again about washing and keeping clean, though nothing had changed. Nobody should have to tell their story twice.',
      mend: { says: 'Use what was said before, and ask only what has changed.', where: 'conversation' },
    },
  ])
})

test('two topics on one day are one finding', () => {
  const two = again({}, again({ topic: 'clothing' }))
  expect(hitEntries(askedAgain, two)).toEqual([['statement-11', 'statement-12']])
})

test('180 days on is still within, 181 is not', () => {
  expect(hitEntries(askedAgain, again({ on: '2026-07-13' }))).toHaveLength(1)
  expect(hits(askedAgain, again({ on: '2026-07-14' }))).toEqual([])
})

test.each([
  ['another level', { level: 2 }],
  ['no level', { level: undefined }],
  ['another person', { 'said-by': 'son' }],
  ['another topic', { topic: 'night' }],
  ['the same day', { on: '2026-01-14' }],
  ['a ward that asked, not the council', { by: 'ward' }],
])('not with %s', (_, fields) => {
  expect(hits(askedAgain, again(fields, aRecord().assessed().party({ id: 'ward', role: 'nhs' })))).toEqual([])
})

test.each([
  [
    'a review that found a change',
    'review',
    { type: 'unplanned', changed: true, found: 'A fall', 'leads-to': 'reassess', involved: ['p'] },
  ],
  ['hospital', 'hospital', { event: 'admitted' }],
  ['a move', 'moved', { direction: 'in', other: 'Leeds', 'plan-in-place': false }],
  ['a contact', 'contact', { by: 'p', how: 'phone', about: 'Things are worse.' }],
] as const)('not where there was %s between', (_, kind, fields) => {
  expect(
    hits(
      askedAgain,
      again(
        {},
        aRecord()
          .assessed()
          .add(kind, { on: '2026-02-20', ...fields }),
      ),
    ),
  ).toEqual([])
  expect(
    hitEntries(
      askedAgain,
      again(
        {},
        aRecord()
          .assessed()
          .add(kind, { on: '2026-01-10', ...fields }),
      ),
    ),
  ).toHaveLength(1)
})

test('a review that found none is no change', () => {
  const reviewed = aRecord()
    .assessed()
    .with('review', {
      on: '2026-02-20',
      type: 'planned',
      changed: false,
      found: 'The same',
      'leads-to': 'no-change',
      involved: ['p'],
    })
  expect(hitEntries(askedAgain, again({}, reviewed))).toHaveLength(1)
})
