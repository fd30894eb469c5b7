import { describe, expect, it } from 'vitest'
import { errorForLog } from './log.ts'

describe('an error in the log', () => {
  it.each([
    ['invalid input syntax for type uuid: "Amina Yusuf"', 'invalid input syntax for type uuid: "…"'],
    ['Key (name, born)=(Amina, 1980) already exists', 'Key (…) already exists'],
    ['Unexpected token \'A\', "Amina" is not valid JSON', 'Unexpected token "…", "…" is not valid JSON'],
    ['nothing to hide', 'nothing to hide'],
    ['a quote "that never ends', 'a quote "…"'],
  ])('says what broke without what was typed: %s', (message, says) => {
    expect(errorForLog(new Error(message))['message']).toBe(says)
  })

  it('names the database’s rule, where it broke, and what caused it', () => {
    const cause = Object.assign(new Error('duplicate'), {
      code: '23505',
      constraint: 'entry_key',
      detail: 'Amina',
    })
    const logged = errorForLog(new Error('not kept', { cause }))
    expect(logged).toMatchObject({
      type: 'Error',
      message: 'not kept',
      cause: { code: '23505', constraint: 'entry_key' },
    })
    expect(String(logged['stack'])).toMatch(/^\s+at .*log\.test\.ts/)
    expect(JSON.stringify(logged)).not.toContain('Amina')
  })

  it('takes no message out of a stack, and no word of what is no error', () => {
    expect(JSON.stringify(errorForLog(new Error('line one\nAmina\n    at Amina')))).not.toContain('Amina')
    expect(errorForLog('Amina')).toEqual({ type: 'string' })
    expect(
      errorForLog(Object.assign(new Error('x'), { code: 'Amina Yusuf is here' }))['code'],
    ).toBeUndefined()
  })
})
