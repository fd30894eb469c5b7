import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Form, MOST_FIELDS, readFormText, textOf, textsOf } from './form-text.ts'

const read = (text: string): Form => {
  const form = readFormText(text)
  if (form.kind !== 'form') throw new Error(form.kind)
  return form.form
}

describe('a form as browsers send it', () => {
  it('reads names and values', () => {
    const { values, spoilt } = read('words=I+live+alone&level=2&empty=&alone')
    expect({ ...values }).toEqual({ words: 'I live alone', level: '2', empty: '', alone: '' })
    expect(spoilt.size).toBe(0)
  })

  it('keeps every value of a field that is sent more than once, in order', () => {
    const { values } = read('wish=a&wish=b&wish=c')
    expect(values['wish']).toEqual(['a', 'b', 'c'])
    expect(textOf(values, 'wish')).toBe('a')
    expect(textsOf(values, 'wish')).toEqual(['a', 'b', 'c'])
    expect(textsOf(values, 'other')).toEqual([])
  })

  it('brings line ends to one sign', () => {
    expect(read('words=one%0D%0Atwo%0Dthree%0Afour').values['words']).toBe('one\ntwo\nthree\nfour')
  })

  it.each([
    ['Zoë', 'Zo%C3%AB'],
    ['Nguyễn Thị', 'Nguy%E1%BB%85n+Th%E1%BB%8B'],
    ['👩🏽‍🦽', '%F0%9F%91%A9%F0%9F%8F%BD%E2%80%8D%F0%9F%A6%BD'],
    ['عمر', '%D8%B9%D9%85%D8%B1'],
    ['a\u202Eb', 'a%E2%80%AEb'],
    ['100%', '100%25'],
  ])('takes %s as it is', (name, sent) => {
    const { values, spoilt } = read(`name=${sent}`)
    expect(values['name']).toBe(name)
    expect(spoilt.size).toBe(0)
  })

  it.each([
    ['NUL', 'a%00b', 'a\ufffdb'],
    ['another control', 'a%1Bb', 'a\ufffdb'],
    ['a lone surrogate', '%ED%A0%80', '\ufffd\ufffd\ufffd'],
    ['an overlong form', '%C0%AF', '\ufffd\ufffd'],
    ['a letter that is cut off', 'Zo%C3', 'Zo\ufffd'],
    ['a broken percent sign', '100%zz', '100%zz'],
    ['a percent sign at the end', '100%', '100%'],
  ])('marks %s, and keeps what can be kept', (_what, sent, kept) => {
    const { values, spoilt } = read(`words=${sent}&other=fine`)
    expect(values['words']).toBe(kept)
    expect([...spoilt]).toEqual(['words'])
  })

  it.each([
    '__proto__=1',
    '__proto__[polluted]=1',
    'constructor=1',
    'prototype=1',
    '%00=1',
    'a%20b=1',
    '=1',
    `${'a'.repeat(101)}=1`,
    'ẁ=1',
    '<script>=1',
  ])('does not read %s: no form of ours has such a field', (text) => {
    expect(readFormText(text).kind).toBe('malformed')
  })

  it('takes so many fields and no more', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, index) => `f${index}=1`).join('&')
    expect(readFormText(fields(MOST_FIELDS)).kind).toBe('form')
    expect(readFormText(fields(MOST_FIELDS + 1)).kind).toBe('too-many-fields')
    expect(readFormText(fields(10_000)).kind).toBe('too-many-fields')
  })

  it('gives back whatever people may write, but for what no text can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        fc.pre(!/[\p{Cc}\ufffd]/u.test(typed))
        const form = read(new URLSearchParams({ words: typed }).toString())
        expect(form.values['words']).toBe(typed)
        expect(form.spoilt.size).toBe(0)
      }),
    )
  })

  it('never throws and never lets through what the database cannot keep, whatever is sent', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const form = readFormText(Buffer.from(bytes).toString('latin1'))
        if (form.kind !== 'form') return
        expect(Object.getPrototypeOf(form.form.values)).toBeNull()
        for (const name of Object.keys(form.form.values)) {
          for (const text of textsOf(form.form.values, name)) {
            expect(text).not.toContain('\u0000')
            expect(text).not.toMatch(/\p{Cs}/u)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
