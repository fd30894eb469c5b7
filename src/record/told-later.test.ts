import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { addDays, day } from '../domain/dates/plain-date.ts'
import { dayFromWords, readHeaded, writeHeaded } from './headed-words.ts'
import {
  DECIDES,
  FOLLOWED,
  FORM_EVENTS,
  type Later,
  VIEWS,
  readLater,
  toldLater,
  writeLater,
} from './told-later.ts'

const HEADINGS = { whom: 'For whom:', safer: 'What would make it safer:' } as const

describe('words under headings', () => {
  test('stand in one text that loses nothing, and are read back each in its place', () => {
    const text = writeHeaded(HEADINGS, {
      says: 'She wants to swim.',
      safer: 'A friend.\n\nA whistle.',
      whom: 'Her',
    })
    expect(text).toBe(
      'She wants to swim.\n\nFor whom: Her\n\nWhat would make it safer: A friend.\n\nA whistle.',
    )
    expect(readHeaded(HEADINGS, text)).toEqual({
      says: 'She wants to swim.',
      whom: 'Her',
      safer: 'A friend.\n\nA whistle.',
    })
  })

  test('a text that was written without headings is what is said', () => {
    expect(readHeaded(HEADINGS, 'By telephone.')).toEqual({ says: 'By telephone.' })
    expect(readHeaded(HEADINGS, undefined)).toEqual({ says: '' })
  })

  test('what somebody types never becomes a heading', () => {
    const typed = fc.array(
      fc.constantFrom('For whom: me', 'What would make it safer: no', 'words', '', ' '),
      {
        maxLength: 5,
      },
    )
    fc.assert(
      fc.property(typed, typed, (says, whom) => {
        const read = readHeaded(
          HEADINGS,
          writeHeaded(HEADINGS, { says: says.join('\n\n'), whom: whom.join('\n\n') }),
        )
        expect(read.safer).toBeUndefined()
        expect(read.whom === undefined).toBe(whom.join('').trim() === '')
      }),
    )
  })
})

test('every day is read back from its words, and no such day is none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (number) => {
      const date = addDays(day('1900-01-01'), number)
      const later: Later = { kind: 'happened', day: date, says: 'x' }
      expect(readLater({ text: writeLater(later) })).toEqual(later)
    }),
  )
  expect(dayFromWords('31 February 2026')).toBeUndefined()
  expect(dayFromWords('1 Smarch 2026')).toBeUndefined()
  expect(dayFromWords('9 January 2027, in the morning')).toBe('2027-01-09')
})

test('what is told later is read back as it was written', () => {
  const words = fc.string({ maxLength: 40 }).map((said) => said.trim())
  const line = fc
    .string({ maxLength: 40 })
    .map((said) => said.replaceAll(/\s+/g, ' ').trim())
    .filter((said) => said !== '')
  const on = fc.nat({ max: 30_000 }).map((days) => addDays(day('2000-01-01'), days))
  const party = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  const later: fc.Arbitrary<Later> = fc.oneof(
    fc.record({ kind: fc.constant('view' as const), party, view: fc.constantFrom(...VIEWS), says: words }),
    fc.record({ kind: fc.constant('looked' as const), says: words }),
    fc.record({
      kind: fc.constant('scope' as const),
      party,
      decides: fc.subarray([...DECIDES], { minLength: 1 }),
      says: words,
    }),
    fc.record({
      kind: fc.constant('planned' as const),
      day: on,
      direction: fc.constantFrom('in' as const, 'out' as const),
      other: line,
      says: words,
    }),
    fc.record({ kind: fc.constant('promised' as const), step: line, party, by: on, says: words }),
    fc.record({ kind: fc.constant('handed-back' as const), step: line, party, says: words }),
    fc.record({ kind: fc.constant('kept' as const), step: line, says: words }),
    fc.record({
      kind: fc.constant('advice' as const),
      followed: fc.constantFrom(...FOLLOWED),
      says: words,
    }),
    fc.record({
      kind: fc.constant('form' as const),
      event: fc.constantFrom(...FORM_EVENTS),
      day: on,
      says: words,
    }),
    fc.record({
      kind: fc.constant('payment-ends' as const),
      day: on,
      says: line,
      tried: line,
      instead: line,
      told: line,
    }),
  )
  fc.assert(
    fc.property(later, (told) => {
      expect(readLater({ text: writeLater(told) })).toEqual(told)
    }),
  )
  expect(writeLater({ kind: 'form', event: 'sent', day: day('2026-03-30'), says: 'By post.' })).toBe(
    'The form about money went out on 30 March 2026.\nBy post.',
  )
  expect(writeLater({ kind: 'advice', followed: 'no', says: 'It does not fit the stairs.' })).toBe(
    'This advice was not followed: It does not fit the stairs.',
  )
  for (const text of [
    'Agrees with me.',
    'The form about money went out on Monday.',
    'This advice was lovely: y',
    'May decide (x) about all: y',
    'Happened on a Monday: z',
    '',
  ])
    expect(readLater({ text })).toBeUndefined()
})

test('it is found with the entry that it is told of, and with no other', () => {
  const state = aRecord()
    .planned()
    .with('risk', {
      activity: 'Swimming',
      wish: 'I swim.',
      good: 'Joy',
      harm: 'Cold',
      safeguards: ['A friend'],
      decision: 'go-ahead-with-safeguards',
      why: 'She wants to.',
    })
    .with('note', { of: 'risk-1', text: 'Agrees (p): I do.' })
    .with('note', { text: 'May decide (att) about home, support: the paper of 2022' })
    .with('note', { of: 'plan-1', text: 'Agrees (p): that too.' })
    .state()
  expect(toldLater(state, 'view', state.byId.get('risk-1')).map(({ later }) => later.says)).toEqual(['I do.'])
  expect(toldLater(state, 'scope', undefined).map(({ later }) => later.decides)).toEqual([
    ['home', 'support'],
  ])
})
