import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, digestOf, entryHash, hex, openingHash } from './log-hash.ts'

describe('the one text of a value', () => {
  // Written out by hand from RFC 8785, sections 3.2.2 and 3.2.3.
  test.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [
      { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '1': 'One', '\u00f6': 'o' },
      '{"\\r":"Carriage Return","1":"One","ö":"o","€":"Euro Sign"}',
    ],
    [[4.5, 2e-3, 1e21, 0.000_001, 365.4], '[4.5,0.002,1e+21,0.000001,365.4]'],
    ['\u001f"\\\n', '"\\u001f\\"\\\\\\n"'],
    [{ left: undefined, kept: {} }, '{"kept":{}}'],
  ])('%j', (value, text) => {
    expect(canonical(value)).toBe(text)
  })

  test('does not depend on the order of keys, and is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonical(turned)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('the hash of an entry', () => {
  const before = openingHash('r', { id: 'p' }, undefined)
  const written = {
    record: 'r',
    number: 1,
    body: { id: 'e', kind: 'note' },
    writtenAt: '2026-01-01T00:00:00.000Z',
    writtenBy: null,
  }

  test('is SHA-256 of the hash before and of what was written', () => {
    expect(hex(digestOf({}))).toBe('\\x44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    expect(entryHash(before, written)).toEqual(
      entryHash(before, { ...written, body: { kind: 'note', id: 'e' } }),
    )
  })

  test.each([
    [{ ...written, record: 's' }],
    [{ ...written, number: 2 }],
    [{ ...written, body: { ...written.body, id: 'f' } }],
    [{ ...written, writtenAt: '2026-01-01T00:00:00.001Z' }],
    [{ ...written, writtenBy: 'ada' }],
  ])('changes with each part of it: %j', (other) => {
    expect(entryHash(before, other)).not.toEqual(entryHash(before, written))
    expect(entryHash(openingHash('r', { id: 'q' }, undefined), written)).not.toEqual(
      entryHash(before, written),
    )
  })
})
