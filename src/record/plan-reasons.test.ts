import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReason, writeReason } from './plan-reasons.ts'

describe('why a line changes', () => {
  test('is written so that the bare text can be read by itself', () => {
    expect(
      writeReason({
        why: 'You shower with a chair now. ',
        met: 'The chair, and Karan on Sundays.',
        restsOn: 'The reassessment of 3 May 2026',
        part: 'You tried it for two weeks and said so.',
      }),
    ).toBe(
      [
        'You shower with a chair now.',
        'How the need is still met: The chair, and Karan on Sundays.',
        'What it rests on: The reassessment of 3 May 2026',
        'The person’s part in it: You tried it for two weeks and said so.',
      ].join('\n\n'),
    )
  })

  test.each([
    ['Karan’s Sundays have ended.', { why: 'Karan’s Sundays have ended.' }],
    ['', { why: '' }],
    ['One.\n\nTwo.', { why: 'One.\n\nTwo.' }],
    ['How the need is still met: The chair.', { why: '', met: 'The chair.' }],
    [
      'Why.\n\nHow the need is still met:\n\nWhat it rests on: A review',
      { why: 'Why.', restsOn: 'A review' },
    ],
  ])('%j is read in its parts', (text, reason) => {
    expect(readReason(text)).toEqual(reason)
  })

  const words = fc.lorem({ maxCount: 6, mode: 'sentences' })
  test('what is written is read again the same', () => {
    fc.assert(
      fc.property(
        fc.record({ why: words, met: words, restsOn: words, part: words }, { requiredKeys: ['why'] }),
        (reason) => {
          expect(readReason(writeReason(reason))).toEqual(reason)
        },
      ),
    )
  })
})
