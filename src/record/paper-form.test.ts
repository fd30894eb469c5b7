import { expect, test } from 'vitest'
import { numberOf, numbered, onPaper } from './paper-form.ts'

const form = {
  questions: [
    { name: 'text', asks: 'What?', answer: { kind: 'words', lines: 3 } },
    { name: 'level', asks: 'Which?', answer: { kind: 'one', of: [{ text: 'This' }] } },
  ],
} as const

test('a question has the number of its place, on paper and on the screen', () => {
  expect(numberOf(form, 'text')).toBe(1)
  expect(numberOf(form, 'level')).toBe(2)
  expect(numbered(form, 'level', 'Which do they say?')).toBe('2. Which do they say?')
})

test('what the paper does not ask has no number', () => {
  expect(numberOf(form, 'channel')).toBeUndefined()
  expect(numbered(form, 'channel', 'How did they tell you?')).toBe('How did they tell you?')
})

test('that it came on paper says on which form', () => {
  expect(onPaper(4)).toBe('said on paper, form 4, read back')
})
