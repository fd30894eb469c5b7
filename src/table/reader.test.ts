import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { turnedTo } from './reader.ts'

const state = aRecord().withCarer().state()
const ada = { party: 'p', relationships: ['self'] } as const

describe('a reason turns to the one whose words it rests on', () => {
  test.each([
    [
      'Ada Brook, 27 March 2026: level 1, “I do part of this”.',
      'You, 27 March 2026: level 1, “I do part of this”.',
    ],
    [
      '14 times a week = 3 hours (Ada Brook, 27 March 2026).',
      '14 times a week = 3 hours (you, 27 March 2026).',
    ],
    ['Low: Ada Brook, 1 May 2026. Ada Brook, 2 May 2026.', 'Low: You, 1 May 2026. You, 2 May 2026.'],
    ['Ada Brook is recorded as able.', 'Ada Brook is recorded as able.'],
    ['Nobody is named here.', 'Nobody is named here.'],
  ])('%s', (says, turned) => expect(turnedTo(ada, state, says)).toBe(turned))

  test('and to nobody else', () => {
    const says = 'Ada Brook, 27 March 2026: level 1.'
    expect(turnedTo({ party: 'sw', relationships: ['worker'] }, state, says)).toBe(says)
    expect(turnedTo({ party: undefined, relationships: ['team'] }, state, says)).toBe(says)
  })
})
