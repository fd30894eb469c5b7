import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { STAGES } from './journey.ts'
import { PUBLISHED } from './published-cases.ts'
import { STAGE_LAW } from './stage-law.ts'

const CASES = join(import.meta.dirname, '../../../test/cases')
type Source = { readonly ref: string; readonly url: string }
const SOURCES: readonly Source[] = readdirSync(CASES)
  .map((name) => join(CASES, name, 'case.json'))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')).source)

describe.each(STAGES)('the law on %s', (stage) => {
  const { must, may, oftenWrong, found } = STAGE_LAW[stage]

  test('says what must happen, what may, what goes wrong, and what came of it', () => {
    for (const part of [must, may, oftenWrong, found]) expect(part.length).toBeGreaterThan(0)
  })

  test.each([...must, ...may, ...oftenWrong, ...found].map(({ says }) => says))(
    'is said in short, whole sentences: %s',
    (says) => {
      for (const sentence of says.split(/(?<=[.?!]”?)\s+/)) {
        expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(25)
        expect(sentence).toMatch(/^[“A-Z].*[.?!]”?$/)
      }
      expect(says).not.toMatch(/service user|client|\bcase\b|pursuant|herein|ascertain/i)
    },
  )
})

test.each(Object.values(PUBLISHED))(
  '$who is one of the decisions that are retold as records',
  ({ reference, url }) => {
    const source = SOURCES.find(({ ref }) => ref === reference)
    expect(source).toBeDefined()
    expect(new URL(url).protocol).toBe('https:')
    if (/^\d\d \d/.test(reference)) expect(url.replaceAll('-', ' ')).toContain(reference)
  },
)
