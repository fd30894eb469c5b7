import { expect, test } from 'vitest'
import { addressOf, hostInWords } from './address.ts'
import { loginsFor } from './roles.ts'
import { derive, scramVerifier } from './secrets.ts'

test('an address in its parts, and in a sentence without its password', () => {
  const address = addressOf('postgres://own%40er:p%2Fw@db.example:6543/council?sslmode=verify-full')
  expect(address).toEqual({
    host: 'db.example',
    port: 6543,
    database: 'council',
    user: 'own@er',
    password: 'p/w',
    ssl: true,
  })
  expect(hostInWords(address)).toBe('The database is council on db.example:6543.')
})

test('a socket in place of a host', () => {
  const address = addressOf('postgresql://owner:pw@/council?host=/run/postgresql&port=5433')
  expect(address).toEqual({
    host: '/run/postgresql',
    port: 5433,
    database: 'council',
    user: 'owner',
    password: 'pw',
  })
  expect(hostInWords(address)).toBe('The database is council on /run/postgresql.')
})

test.each([
  ['', 'is not an address'],
  ['mysql://a:b@c/d', 'must begin with postgres://'],
  ['postgres://owner@host/council', 'must name the owner of the database and a password'],
  ['postgres://owner:pw@host/', 'must name a database'],
  ['postgres://owner:pw@host/council?sslmode=maybe', 'has the sslmode maybe'],
])('%s is refused in a sentence', (url, says) => {
  expect(() => addressOf(url)).toThrow(says)
})

test('each database has logins of its own, so that councils that share a cluster do not share passwords', () => {
  expect(loginsFor('roundtable')).toEqual({ reader: 'roundtable_login', door: 'roundtable_door' })
  expect(loginsFor('leeds').reader).toMatch(/^roundtable_login_[0-9a-f]{8}$/)
  expect(loginsFor('leeds').reader).not.toBe(loginsFor('kent').reader)
})

test('passwords come from one secret, each for one purpose', () => {
  expect(derive('a', 'x')).toBe(derive('a', 'x'))
  expect(derive('a', 'x')).not.toBe(derive('a', 'y'))
  expect(derive('a', 'x')).not.toBe(derive('b', 'x'))
  expect(scramVerifier('pw')).toMatch(
    /^SCRAM-SHA-256\$4096:[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$/,
  )
  expect(scramVerifier('pw')).not.toContain('pw')
})
