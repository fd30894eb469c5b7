import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  choice,
  choices,
  date,
  decimal,
  optionalChoice,
  optionalText,
  pounds,
  text,
  wholeNumber,
} from './fields.ts'
import { badField, errorAt, parseForm, summaryOf } from './form.ts'
import { type Form, readFormText } from './form-text.ts'

const sent = (text_: string | Readonly<Record<string, string>>): Form => {
  const form = readFormText(typeof text_ === 'string' ? text_ : new URLSearchParams(text_).toString())
  if (form.kind !== 'form') throw new Error(form.kind)
  return form.form
}

/** What one field gives: its value, or what it says is wrong. */
const one = <T>(field: z.ZodType<T>, typed: string | undefined): unknown => {
  const parsed = parseForm(z.object({ field }), sent(typed === undefined ? {} : { field: typed }))
  return parsed.kind === 'good'
    ? parsed.value.field
    : { says: parsed.errors.map(({ says }) => says).join(' | ') }
}
const says = (words: string) => ({ says: words })

describe('texts', () => {
  it('must be given, and white space is not', () => {
    expect(one(text('Enter your words'), 'I want to cook')).toBe('I want to cook')
    expect(one(text('Enter your words'), '  I want to cook \n')).toBe('I want to cook')
    for (const none of [undefined, '', '   ', '\n\t']) {
      expect(one(text('Enter your words'), none)).toEqual(says('Enter your words'))
    }
  })

  it('may be left out where that is said', () => {
    expect(one(optionalText(), '')).toBeUndefined()
    expect(one(optionalText(), undefined)).toBeUndefined()
    expect(one(optionalText(), ' yes ')).toBe('yes')
  })

  it('have a length', () => {
    expect(one(text('Enter it', { most: 5 }), '12345')).toBe('12345')
    expect(one(text('Enter it', { most: 5 }), '123456')).toEqual(says('Use 5 characters or fewer'))
    expect(one(optionalText({ most: 5, long: 'Shorter, please' }), '123456')).toEqual(says('Shorter, please'))
    expect(one(text('Enter it'), 'a'.repeat(10_001))).toEqual(says('Use 10,000 characters or fewer'))
  })
})

describe('choices', () => {
  const fruit = ['apple', 'pear'] as const

  it('is one of a list', () => {
    expect(one(choice(fruit, 'Choose one'), 'pear')).toBe('pear')
    for (const wrong of [undefined, '', 'plum', 'toString']) {
      expect(one(choice(fruit, 'Choose one'), wrong)).toEqual(says('Choose one'))
    }
  })

  it('may be left out where that is said', () => {
    expect(one(optionalChoice(fruit), '')).toBeUndefined()
    expect(one(optionalChoice(fruit), 'plum')).toEqual(says('Check this answer'))
  })

  it('are any of a list, each once', () => {
    const parse = (body: string) =>
      parseForm(z.object({ fruit: choices(fruit, 'Choose at least one') }), sent(body))
    expect(parse('fruit=pear&fruit=apple&fruit=pear')).toEqual({
      kind: 'good',
      value: { fruit: ['pear', 'apple'] },
    })
    expect(parse('fruit=pear')).toEqual({ kind: 'good', value: { fruit: ['pear'] } })
    expect(parse('')).toMatchObject({
      kind: 'bad',
      errors: [{ field: 'fruit', says: 'Choose at least one' }],
    })
    expect(parse('fruit=plum').kind).toBe('bad')
    expect(parseForm(z.object({ fruit: choices(fruit) }), sent(''))).toEqual({
      kind: 'good',
      value: { fruit: [] },
    })
  })
})

describe('numbers', () => {
  const words = { missing: 'Enter it', wrong: 'Must be from 0 to 100', from: 0, to: 100 }

  it.each([
    ['7', 7],
    [' 7 ', 7],
    ['0', 0],
    ['100', 100],
    ['101', says('Must be from 0 to 100')],
    ['-1', says('Must be from 0 to 100')],
    ['7.5', says('Must be from 0 to 100')],
    ['7e1', says('Must be from 0 to 100')],
    ['0x10', says('Must be from 0 to 100')],
    ['NaN', says('Must be from 0 to 100')],
    ['Infinity', says('Must be from 0 to 100')],
    ['１２', says('Must be from 0 to 100')],
    ['', says('Enter it')],
    [undefined, says('Enter it')],
  ])('reads %s as a whole number', (typed, value) => {
    expect(one(wholeNumber(words), typed)).toEqual(value)
  })

  it('takes up to two decimals', () => {
    expect(one(decimal(words), '7.25')).toBe(7.25)
    expect(one(decimal(words), '7.255')).toEqual(says('Must be from 0 to 100'))
  })

  it.each([
    ['19.99', 1999],
    ['£19.99', 1999],
    ['£1,234.50', 123_450],
    ['0.1', 10],
    ['0.29', 29],
    ['1.005', says('Too much or too little')],
    ['1e308', says('Too much or too little')],
    ['-5', says('Too much or too little')],
    ['1000000.01', says('Too much or too little')],
    ['ten', says('Too much or too little')],
    ['£', says('Enter it')],
  ])('reads %s as pence', (typed, pence) => {
    const field = pounds({ missing: 'Enter it', wrong: 'Too much or too little', from: 0, to: 1_000_000 })
    expect(one(field, typed)).toEqual(pence)
  })
})

describe('dates', () => {
  const moved = date({
    missing: 'Enter the day you moved',
    wrong: 'The day you moved must be a real day',
    to: '2026-11-20',
    outside: 'The day you moved must be today or before',
  })
  const schema = z.object({ moved })
  const typed = (day: string, month: string, year: string) =>
    sent({ 'moved-day': day, 'moved-month': month, 'moved-year': year })

  it.each([
    ['27', '3', '2026', '2026-03-27'],
    ['05', '09', '1999', '1999-09-05'],
    ['5', 'September', '1999', '1999-09-05'],
    ['5', 'sep', '1999', '1999-09-05'],
    ['29', '2', '2024', '2024-02-29'],
    ['20', '11', '2026', '2026-11-20'],
  ])('reads %s %s %s', (day, month, year, is) => {
    expect(parseForm(schema, typed(day, month, year))).toEqual({ kind: 'good', value: { moved: is } })
  })

  it.each([
    ['31', '2', '2026', 'The day you moved must be a real day'],
    ['29', '2', '2026', 'The day you moved must be a real day'],
    ['0', '1', '2026', 'The day you moved must be a real day'],
    ['1', '13', '2026', 'The day you moved must be a real day'],
    ['1', '0', '2026', 'The day you moved must be a real day'],
    ['1', 'juvember', '2026', 'The day you moved must be a real day'],
    ['1', '1', '26', 'The day you moved must be a real day'],
    ['1', '1', '10000', 'The day you moved must be a real day'],
    ['1/2', '1', '2026', 'The day you moved must be a real day'],
    ['-1', '1', '2026', 'The day you moved must be a real day'],
    ['1', '', '2026', 'The day you moved must be a real day'],
    ['', '', '', 'Enter the day you moved'],
    [' ', ' ', ' ', 'Enter the day you moved'],
    ['21', '11', '2026', 'The day you moved must be today or before'],
    ['1', '1', '1700', 'The day you moved must be today or before'],
  ])('does not read %s %s %s', (day, month, year, wrong) => {
    expect(parseForm(schema, typed(day, month, year))).toMatchObject({
      kind: 'bad',
      errors: [{ field: 'moved', says: wrong, at: 'moved-day' }],
    })
  })

  it('asks where no box was sent at all', () => {
    expect(parseForm(schema, sent(''))).toMatchObject({
      errors: [{ says: 'Enter the day you moved', at: 'moved' }],
    })
  })
})

describe('a form with something to mend', () => {
  const schema = z
    .object({ from: text('Enter the start'), to: text('Enter the end') })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The end must be after the start' })

  it('gives every field one message in the order of the page, and back what was typed', () => {
    const form = sent({ from: ' ', to: '', other: 'kept' })
    const parsed = parseForm(schema, form)
    expect(parsed).toEqual({
      kind: 'bad',
      errors: [
        { field: 'from', says: 'Enter the start', at: 'from' },
        { field: 'to', says: 'Enter the end', at: 'to' },
      ],
      typed: form.values,
    })
  })

  it('says what is wrong only together', () => {
    expect(parseForm(schema, sent({ from: 'b', to: 'a' }))).toMatchObject({
      errors: [{ field: 'to', says: 'The end must be after the start' }],
    })
  })

  it('says so where a text holds what cannot be kept, whether or not the schema looks at it', () => {
    const cannot = 'This has a character in it that we cannot keep. Take it out, or type it again'
    expect(parseForm(schema, sent('from=a%00&to=b'))).toMatchObject({
      errors: [{ field: 'from', says: cannot }],
    })
    expect(parseForm(schema, sent('from=a&to=b&other=%00'))).toMatchObject({
      errors: [{ field: 'other', says: cannot }],
    })
  })

  it('says no words of the library', () => {
    const parsed = parseForm(z.object({ level: z.enum(['1', '2']) }), sent({ level: '3' }))
    expect(parsed).toMatchObject({ errors: [{ field: 'level', says: 'Check this answer' }] })
  })

  it('feeds the summary and the question', () => {
    const parsed = badField(sent({ price: '3' }), 'price', 'The price is above what is published')
    if (parsed.kind !== 'bad') throw new Error('good')
    expect(summaryOf(parsed.errors)).toEqual([
      { text: 'The price is above what is published', href: '#price' },
    ])
    expect(errorAt(parsed.errors, 'price')).toBe('The price is above what is published')
    expect(errorAt(parsed.errors, 'other')).toBeUndefined()
  })
})
