import { expect, test } from 'vitest'
import { LINES } from '../../../test/a-story.ts'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { continuityBroken } from './moving-in.ts'

const need = {
  text: 'Washing',
  cause: 'Arthritis',
  test: 'unable',
  wellbeing: ['dignity'],
  impact: 'significant',
  'impact-why': 'She cannot.',
} as const
/** The other council's plan, sent over before she comes. */
const brought = aRecord()
  .with('need', { on: '2026-02-20', ...need, topics: ['hygiene'] })
  .with('need', { on: '2026-02-20', ...need, topics: ['community'] })
  .with('plan', {
    on: '2026-02-20',
    version: 1,
    status: 'issued',
    'brought-over': true,
    lines: LINES.map(
      ({ line, needs, what, form, provider, unit, amount, price, weekly, funder, way, why }) => ({
        line,
        needs,
        what,
        form,
        provider,
        unit,
        amount,
        price,
        weekly,
        funder,
        way,
        why,
      }),
    ),
    involved: ['p'],
  })
const moved = brought.with('moved', {
  on: '2026-03-02',
  by: 'p',
  direction: 'in',
  other: 'Leeds',
  'plan-in-place': true,
})
const started = (on: string) =>
  moved.with('support-started', { on, by: 'care', plan: 'plan-1', line: 'L1', provider: 'care' })

test('neither assessed nor supported on the day she comes', () => {
  expect(hits(continuityBroken, moved, '2026-03-02')).toEqual([])
  expect(hits(continuityBroken, moved, '2026-03-06')).toEqual([
    {
      entries: ['moved-1'],
      worker:
        'Ada Brook moved in on 2 March 2026 from Leeds with a plan in place. By that day there was to be an assessment, or the old plan carried on; neither has come, 4 days late so far.',
      person:
        'You moved here on 2 March 2026 with a plan. Your support has to go on from that day until you are assessed; it has not gone on, 4 days late so far.',
      mend: {
        says: 'Carry on the old plan, line by line, until the assessment is done; make good what was missed.',
        where: 'support',
      },
    },
  ])
})

test('carried on from the day is in time, from the next is not', () => {
  expect(hits(continuityBroken, started('2026-03-02'), '2026-05-01')).toEqual([])
  expect(hitEntries(continuityBroken, started('2026-03-03'), '2026-05-01')).toEqual([['moved-1']])
})

test('an assessment that is only open by then does not carry her over; one that is finished does', () => {
  const opened = moved.with('assessment-opened', {
    on: '2026-02-23',
    of: 'needs',
    subject: 'p',
    way: 'face-to-face',
    assessor: 'sw',
  })
  expect(hitEntries(continuityBroken, opened, '2026-05-01')).toEqual([['moved-1']])
  const closed = opened.with('assessment-closed', {
    on: '2026-02-27',
    assessment: 'assessment-opened-1',
    outcome: 'completed',
  })
  expect(hits(continuityBroken, closed, '2026-05-01')).toEqual([])
})

test('not for one who moves out, or who comes without a plan', () => {
  expect(hits(continuityBroken, moved.but('moved-1', { direction: 'out' }), '2026-05-01')).toEqual([])
  expect(hits(continuityBroken, moved.but('moved-1', { 'plan-in-place': false }), '2026-05-01')).toEqual([])
})
