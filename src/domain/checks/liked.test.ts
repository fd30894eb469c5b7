import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { find } from '../../record/state.ts'
import { likedNow, likedText } from './liked.ts'

const record = aRecord().planned()
const now = (from: typeof record) => {
  const state = from.state()
  const option = find(state, 'option', 'option-2')
  return option === undefined ? 'not there' : likedNow(state, option)
}
const said = (text: string, from = record, of = 'option-2') => from.with('note', { by: 'p', of, text })

describe('how much an option is liked', () => {
  test('as it was put on the table', () => expect(now(record)).toBe(2))
  test('as the person said since, the last time', () => {
    const once = said(likedText({ liked: 1 }))
    expect(now(once)).toBe(1)
    expect(now(said(likedText({ liked: 12 }, 'by phone'), once))).toBe(12)
    expect(now(said(likedText({ liked: undefined }), once))).toBeUndefined()
  })
  test.each([
    ['a note of another option', said(likedText({ liked: 1 }), record, 'option-1')],
    ['a note like any other', said('We talked about how much it is liked: 1.')],
    ['a rank of nought', said('How much it is liked: 0.')],
    ['more than a rank', said('How much it is liked: 100.')],
  ])('%s changes nothing', (_name, from) => expect(now(from)).toBe(2))
  test('reads as a sentence', () => {
    expect(likedText({ liked: 2 }, ' by phone ')).toBe('How much it is liked: 2. As they said it: by phone')
  })
})
