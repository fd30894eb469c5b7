import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { type Talk, talkText } from '../outcomes/talk.ts'
import { day } from '../dates/plain-date.ts'
import { owed } from './owed.ts'
import { endedTrials } from './trials.ts'

const talk = (until: string | undefined, more: Partial<Talk> = {}): string =>
  talkText({
    topic: 'community',
    answer: until === undefined ? 'content' : 'try',
    says: 'I will.',
    ...(until === undefined ? {} : { trial: { what: 'The bus alone', until: day(until) } }),
    ...more,
  })
const supported = aRecord().supported()
const tried = supported.with('note', { id: 'talk', on: '2026-05-01', by: 'sw', text: talk('2026-06-01') })
const ended = (record: typeof tried, on: string) =>
  endedTrials(record.state(on)).map(({ topic, until }) => [topic, until])

describe('a trial is asked about again', () => {
  test('from its last day on, and not before', () => {
    expect(ended(tried, '2026-05-31')).toEqual([])
    expect(ended(tried, '2026-06-01')).toEqual([['community', '2026-06-01']])
    const row = {
      what: 'A word with the person on how their trial went',
      whose: 'council',
      since: '2026-06-01',
      waiting: undefined,
    }
    expect(owed(tried.state('2026-06-20'))).toContainEqual(row)
    expect(owed(tried.state('2026-05-31'))).not.toContainEqual(row)
  })

  test('until the person, or who speaks for them, has said how it is; a worker’s own view is no answer', () => {
    const said = (by: string, topic: Talk['topic'] = 'community') =>
      tried.with('statement', { on: '2026-06-02', by, 'said-by': by, topic, basis: 'lived', text: 'Good.' })
    expect(ended(said('p'), '2026-06-03')).toEqual([])
    expect(ended(said('sw'), '2026-06-03')).toHaveLength(1)
    expect(ended(said('p', 'hygiene'), '2026-06-03')).toHaveLength(1)
  })

  test('a later talk answers for the trial before it', () => {
    const again = (text: string) => tried.with('note', { on: '2026-06-10', by: 'sw', text })
    expect(ended(again(talk(undefined)), '2026-06-20')).toEqual([])
    expect(ended(again(talk('2026-07-20')), '2026-06-20')).toEqual([])
    expect(ended(again(talk('2026-07-20')), '2026-07-20')).toEqual([['community', '2026-07-20']])
    expect(ended(again(talk(undefined, { topic: 'hygiene' })), '2026-06-20')).toHaveLength(1)
  })
})
