import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocalPath } from '../web/answer.ts'
import { localOrHome, packPending, unpackPending } from './pending.ts'

const pending = {
  state: 's'.repeat(43),
  nonce: 'n'.repeat(43),
  verifier: 'v'.repeat(43),
  from: '/records/a?b=c#d',
}

describe('what the browser keeps until somebody is back', () => {
  it('comes back as it went', () => {
    expect(unpackPending(packPending(pending))).toEqual(pending)
  })

  it.each([
    undefined,
    '',
    'x',
    'e30',
    packPending({ ...pending, state: '' }),
    packPending({ ...pending, nonce: 'short' }),
    packPending({ ...pending, verifier: 'v'.repeat(300) }),
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ])('is nothing where it is not what we wrote: %j', (kept) => {
    expect(unpackPending(kept)).toBeUndefined()
  })

  it('leads home where somebody changed where it leads', () => {
    expect(unpackPending(packPending({ ...pending, from: '//elsewhere.example' }))?.from).toBe('/')
  })
})

describe('where to go afterwards', () => {
  it.each(['/', '/records/a', '/records/a?b=c', '/a#b', '/a//b', '/sign-inside'])('may be %s', (path) => {
    expect(localOrHome(path)).toBe(path)
  })

  it.each([
    '',
    'records',
    '//elsewhere.example',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '\\\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/a b',
    '/é',
    '/sign-in',
    '/sign-in/public?from=/a',
    '/sign-out',
    '/signed-out',
    `/${'a'.repeat(2001)}`,
  ])('is home and not %j', (path) => {
    expect(localOrHome(path)).toBe('/')
  })

  it('is on our own host, however a browser reads it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.constantFrom('/', '//', '/\\', '\\', ''), (tail, head) => {
        const path = head + tail
        fc.pre(isLocalPath(path))
        expect(new URL(path, 'https://care.example.gov.uk').origin).toBe('https://care.example.gov.uk')
      }),
      { numRuns: 2000 },
    )
  })
})
