import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { holdOverrun, holdUntold } from './holds.ts'

const open = aRecord().assessed().without('assessment-closed', 'copy')
type Told = { readonly until?: string; readonly told?: boolean; readonly why?: string; readonly on?: string }
const held = (fields: Told = {}) =>
  open.with('hold', {
    on: '2026-01-16',
    stage: 'assessment',
    why: 'She is in hospital',
    told: true,
    ...fields,
  })

describe('hold-untold', () => {
  test('not told, no reason, no end: each is named', () => {
    expect(hits(holdUntold, held({ told: false, why: '' }))).toEqual([
      {
        entries: ['hold-1'],
        worker:
          'The hold of 16 January 2026 on the assessment stops no clock: the person was not told, no reason is given and it has no end date.',
        person:
          'On 16 January 2026 the council put your assessment on hold, and you were not told, nobody wrote down why and nobody said for how long.',
        mend: {
          says: 'Tell the person of the hold, with the reason and the day on which it ends, or end it.',
          where: 'conversation',
        },
      },
    ])
  })

  test('any one of them is enough; none is none', () => {
    expect(hitEntries(holdUntold, held({ until: '2026-02-01', told: false }))).toEqual([['hold-1']])
    expect(hitEntries(holdUntold, held({ until: '2026-02-01', why: ' ' }))).toEqual([['hold-1']])
    expect(hitEntries(holdUntold, held())).toEqual([['hold-1']])
    expect(hits(holdUntold, held({ until: '2026-02-01' }))).toEqual([])
  })
})

describe('hold-overrun', () => {
  test('past its end and still standing', () => {
    const record = held({ until: '2026-02-01' })
    expect(hits(holdOverrun, record, '2026-02-01')).toEqual([])
    expect(hits(holdOverrun, record, '2026-02-04').map(({ worker }) => worker)).toEqual([
      'The hold of 16 January 2026 on the assessment was to end on 1 February 2026; it still stands, 3 days late so far.',
    ])
  })

  test('resumed late, however long ago; resumed on its last day is in time', () => {
    const resumed = (on: string) => held({ until: '2026-02-01' }).with('resume', { on, hold: 'hold-1' })
    expect(hitEntries(holdOverrun, resumed('2026-02-02'), '2026-06-01')).toEqual([['hold-1', 'resume-1']])
    expect(hits(holdOverrun, resumed('2026-02-01'), '2026-06-01')).toEqual([])
  })

  test('without an end: 28 days are the most', () => {
    expect(hits(holdOverrun, held(), '2026-02-13')).toEqual([])
    expect(hits(holdOverrun, held(), '2026-02-14').map(({ person }) => person)).toEqual([
      'The council put your assessment on hold on 16 January 2026. The hold has no end date, and 28 days have passed; it still stands, 1 day late so far.',
    ])
  })

  test('a hold with an end date ends of itself: work that goes on soon after shows it', () => {
    const visit = (on: string) =>
      held({ until: '2026-02-01' }).with('statement', {
        on,
        topic: 'health',
        'said-by': 'p',
        basis: 'lived',
        text: 'I am home again.',
      })
    expect(hits(holdOverrun, visit('2026-02-06'), '2026-06-01')).toEqual([])
    expect(hitEntries(holdOverrun, visit('2026-03-06'), '2026-06-01')).toEqual([['hold-1']])
  })

  test('nothing is left to hold once the assessment is closed', () => {
    const closed = held({ until: '2026-02-01' }).with('assessment-closed', {
      on: '2026-01-30',
      assessment: 'assessment-opened-1',
      outcome: 'completed',
    })
    expect(hits(holdOverrun, closed, '2026-06-01')).toEqual([])
  })
})
