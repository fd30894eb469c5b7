import { describe, expect, test } from 'vitest'
import { day } from '../../domain/dates/plain-date.ts'
import { notesOn } from './notes-on-comments.ts'
import type { Comment } from './store-comments.ts'
import type { ModelLine } from './view-model-lines.ts'

const TODAY = day('2026-11-21')
const LINE: ModelLine = {
  key: 'price-agency',
  group: 'prices',
  what: 'Home care from an agency',
  says: '£27.60 an hour',
  fold: 'Prices',
  short: 'Home care from an agency',
}
const LINES: readonly ModelLine[] = [LINE]
const comment = (own: Partial<Comment>): Comment => ({
  id: 'c-1',
  line: 'price-agency',
  name: null,
  says: 'Nobody comes for that.',
  at: '2026-11-01T10:00:00Z',
  mine: true,
  steps: [],
  ...own,
})
const step = (kind: Comment['steps'][number]['kind'], at: string) => ({
  kind,
  at,
  says: 'We looked again.',
  name: 'Ama Boateng',
})
const says = (...args: Parameters<typeof notesOn>) => notesOn(...args).map((note) => note.says)

describe('who answers', () => {
  test('sees how many wait to be read, and how many to be answered', () => {
    const comments = [
      comment({ id: 'c-1' }),
      comment({ id: 'c-2' }),
      comment({ id: 'c-3', steps: [step('shown', '2026-11-02')] }),
      comment({ id: 'c-4', steps: [step('shown', '2026-11-02'), step('answer', '2026-11-03')] }),
      comment({ id: 'c-5', steps: [step('not-shown', '2026-11-02')] }),
    ]
    expect(says('answer', comments, LINES, TODAY)).toEqual([
      '2 comments on the model, to read before anybody else sees it',
      '1 comment on the model, shown and not answered yet',
    ])
  })

  test('sees nothing where there is nothing to do', () => {
    const done = comment({ steps: [step('shown', '2026-11-02'), step('answer', '2026-11-03')] })
    expect(says('answer', [done], LINES, TODAY)).toEqual([])
    expect(says('answer', [], LINES, TODAY)).toEqual([])
  })
})

describe('whoever commented', () => {
  test.each([
    ['nothing yet', [], []],
    [
      'shown',
      [step('shown', '2026-11-20')],
      ['What you said about “Home care from an agency” is shown to everybody now'],
    ],
    [
      'not shown',
      [step('not-shown', '2026-11-20')],
      ['What you said about “Home care from an agency” is not shown: read why'],
    ],
    [
      'answered',
      [step('shown', '2026-11-02'), step('answer', '2026-11-20')],
      ['The council answered what you said about “Home care from an agency”'],
    ],
    ['answered five weeks ago', [step('shown', '2026-10-10'), step('answer', '2026-10-16')], []],
  ])('%s', (_, steps, expected) => {
    expect(says('say', [comment({ steps })], LINES, TODAY)).toEqual(expected)
  })

  test('a line with quotation marks of its own stands within others', () => {
    const quoted: ModelLine = { ...LINE, what: 'At night: “I do this on my own”' }
    const steps = [step('shown', '2026-11-20')]
    expect(says('say', [comment({ steps })], [quoted], TODAY)).toEqual([
      'What you said about “At night: ‘I do this on my own’” is shown to everybody now',
    ])
  })

  test('is led to their own words, and to nobody else’s', () => {
    const steps = [step('shown', '2026-11-02'), step('answer', '2026-11-20')]
    expect(notesOn('say', [comment({ steps })], LINES, TODAY)[0]?.href).toBe('/model/lines/price-agency#c-1')
    expect(notesOn('say', [comment({ steps, mine: false })], LINES, TODAY)).toEqual([])
    expect(notesOn(undefined, [comment({ steps })], LINES, TODAY)).toEqual([])
  })
})
