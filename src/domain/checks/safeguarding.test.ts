import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { safeguardingUnasked } from './safeguarding.ts'

type Told = readonly [event: string, on: string, fields?: Readonly<Record<string, unknown>>]
const told = (...events: readonly Told[]) =>
  events.reduce(
    (record, [event, on, fields]) =>
      record.add('safeguarding', { on, event, about: 'Missed care', ...fields }),
    aRecord().supported(),
  )

describe('safeguarding-unasked', () => {
  test('a concern that nobody took up within seven days', () => {
    const concern = told(['concern', '2026-04-01'])
    expect(hits(safeguardingUnasked, concern, '2026-04-08')).toEqual([])
    expect(hits(safeguardingUnasked, concern, '2026-04-09')).toEqual([
      {
        entries: ['safeguarding-1'],
        worker:
          'The safeguarding concern of 1 April 2026 was to lead to an enquiry, or a reasoned decision that none is needed, within 7 days; it has not, 1 day late so far.',
        person:
          'On 1 April 2026 someone was worried that you were not safe. The council should have looked into it, or said why not, within 7 days; it has not, 1 day late so far.',
        mend: { says: 'Make the enquiry, or write down the reasons why none is needed.', where: 'challenge' },
      },
    ])
  })

  test('a decision that no enquiry is needed has a reason', () => {
    const none = (why: string) => told(['concern', '2026-04-01'], ['no-enquiry', '2026-04-03', { why }])
    expect(hits(safeguardingUnasked, none(''), '2026-05-01')).toHaveLength(1)
    expect(hits(safeguardingUnasked, none('It was another Ada Brook.'), '2026-05-01')).toEqual([])
  })

  test('an enquiry that is closed, or a week old, and never asked what the person wants', () => {
    const enquiry = told(['concern', '2026-04-01'], ['enquiry', '2026-04-03'])
    expect(hits(safeguardingUnasked, enquiry, '2026-04-08')).toEqual([])
    expect(hitEntries(safeguardingUnasked, enquiry, '2026-04-09')).toEqual([
      ['safeguarding-1', 'safeguarding-2'],
    ])
    const closed = told(['concern', '2026-04-01'], ['enquiry', '2026-04-03'], ['closed', '2026-04-06'])
    expect(hits(safeguardingUnasked, closed)[0]?.worker).toBe(
      'The safeguarding enquiry of 3 April 2026 never asks what Ada Brook wants to happen.',
    )
  })

  test('anywhere in the same matter is asked', () => {
    const wants = { wants: 'To keep my worker, and for her to be told.' }
    for (const events of [
      told(['concern', '2026-04-01', wants], ['enquiry', '2026-04-03'], ['closed', '2026-04-20']),
      told(['concern', '2026-04-01'], ['enquiry', '2026-04-03', wants], ['closed', '2026-04-20']),
      told(['concern', '2026-04-01'], ['enquiry', '2026-04-03'], ['closed', '2026-04-20', wants]),
    ]) {
      expect(hits(safeguardingUnasked, events)).toEqual([])
    }
  })

  test('another matter is another matter', () => {
    const two = told(
      ['concern', '2026-04-01', { wants: 'To be left alone.' }],
      ['enquiry', '2026-04-03'],
      ['concern', '2026-06-01'],
      ['enquiry', '2026-06-03'],
      ['closed', '2026-06-20'],
    )
    expect(hitEntries(safeguardingUnasked, two)).toEqual([
      ['safeguarding-3', 'safeguarding-4', 'safeguarding-5'],
    ])
  })

  test('one enquiry may take up two concerns; one that came late is late', () => {
    const both = told(
      ['concern', '2026-04-01'],
      ['concern', '2026-04-02'],
      ['enquiry', '2026-04-03', { wants: 'To be safe.' }],
    )
    expect(hits(safeguardingUnasked, both, '2026-05-01')).toEqual([])
    const late = told(['concern', '2026-04-01'], ['enquiry', '2026-04-11', { wants: 'To be safe.' }])
    expect(hits(safeguardingUnasked, late)[0]?.worker).toContain('it did on 11 April 2026, 3 days late')
  })
})
