import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../dates/plain-date.ts'
import { TALK_ANSWERS, type Talk, readTalk, talkText } from './talk.ts'
import { TOPICS } from './topics.ts'

test('a talk is written in words that everybody reads', () => {
  expect(
    talkText({
      topic: 'nutrition',
      tried: 'Tea in the training kitchen.',
      inTheWay: 'I was told off\nfor the kettle.',
      answer: 'try',
      says: 'The tea. That is mine.',
      trial: { what: 'The tea, each morning', until: day('2026-12-19') },
    }),
  ).toBe(
    [
      'Talked about hopes (nutrition).',
      'Tried before: Tea in the training kitchen.',
      'What got in the way: I was told off for the kettle.',
      'The answer: I will try it.',
      'In their own words: The tea. That is mine.',
      'To try: The tea, each morning',
      'To be asked again on 19 December 2026 (2026-12-19).',
    ].join('\n'),
  )
})

test('and read back just as it was said, whatever was typed', () => {
  const typed = fc.string().map((text) => text.replaceAll(/\s+/g, ' ').trim())
  const given = typed.map((text) => (text === '' ? undefined : text))
  fc.assert(
    fc.property(
      fc.constantFrom(...TOPICS),
      given,
      given,
      fc.constantFrom(...TALK_ANSWERS),
      typed,
      fc.option(fc.tuple(typed, fc.nat({ max: 20_000 })), { nil: undefined }),
      (topic, tried, inTheWay, answer, says, trial) => {
        const talk: Talk = {
          topic,
          ...(tried === undefined ? {} : { tried }),
          ...(inTheWay === undefined ? {} : { inTheWay }),
          answer,
          says,
          ...(trial === undefined
            ? {}
            : { trial: { what: trial[0], until: addDays(day('2000-01-01'), trial[1]) } }),
        }
        expect(readTalk(talkText(talk))).toEqual(talk)
      },
    ),
  )
})

test.each([
  'Still right.',
  'Talked about hopes (nonsense).\nThe answer: Not now.',
  'Talked about hopes (home).',
  '',
])('a note like any other is no talk: %s', (text) => expect(readTalk(text)).toBeUndefined())
