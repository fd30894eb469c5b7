import { expect, test } from 'vitest'
import { CSRF_STAND_IN, cut, KEY_STAND_IN, NONCE_STAND_IN, whole } from './stand-ins.ts'

const fresh = { nonce: () => 'N1', csrf: () => 'T1' }

test('puts what is new in its place: one nonce, one token, and a key for each form', () => {
  const pieces = cut(
    `<script nonce="${NONCE_STAND_IN}"></script><i v="${CSRF_STAND_IN}"><i v="${KEY_STAND_IN}"><i v="${CSRF_STAND_IN}"><i v="${KEY_STAND_IN}">`,
  )
  const made =
    /^<script nonce="N1"><\/script><i v="T1"><i v="([0-9a-f-]{36})"><i v="T1"><i v="([0-9a-f-]{36})">$/
  const [, first, second] = made.exec(whole(pieces, fresh).toString()) ?? []
  expect(first).toBeDefined()
  expect(first).not.toBe(second)
  // The same page again has keys of its own.
  expect(whole(pieces, fresh).toString()).not.toContain(first)
})

test('asks for no token where there is no form, since that would begin a session', () => {
  const unasked = () => {
    throw new Error('a token was asked for')
  }
  expect(whole(cut('<p>Hello & £1</p>'), { nonce: () => 'N1', csrf: unasked }).toString()).toBe(
    '<p>Hello & £1</p>',
  )
})

test('asks for one token, however many forms there are', () => {
  let asked = 0
  const text = whole(cut(`${CSRF_STAND_IN} ${CSRF_STAND_IN}`), {
    nonce: () => '',
    csrf: () => `T${(asked += 1)}`,
  })
  expect([text.toString(), asked]).toEqual(['T1 T1', 1])
})
