import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coveragePage } from '../../../scripts/coverage.ts'
import { COVERAGE } from './coverage.ts'

const root = new URL('../../../', import.meta.url)
const rows = COVERAGE.flatMap(({ law, rows: parts }) => parts.map((row) => ({ law, ...row })))

/** The sections that a part such as `s43-45` stands for. */
function sectionsIn(part: string): readonly number[] {
  const [first = 0, last = first] = part.slice(1).split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

describe('what of the law is in the code', () => {
  it('is the page that the script makes', () => {
    expect(readFileSync(new URL('docs/coverage.md', root), 'utf8')).toBe(coveragePage())
  })

  it('names only files that there are', () => {
    const named = [...new Set(rows.flatMap(({ files }) => files))]
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
  })

  it('leaves out no section of Part 1 of the Act, and names none twice', () => {
    const sections = rows
      .filter(({ law }) => law === 'Care Act 2014, Part 1')
      .flatMap(({ part }) => sectionsIn(part))
    expect(sections).toEqual(Array.from({ length: 80 }, (_, index) => index + 1))
  })

  it('says where a rule is, and why there is none where there is none', () => {
    for (const { law, part, status, what, why, files } of rows) {
      const name = `${law}, ${part}`
      if (status !== 'not') expect(files, name).not.toEqual([])
      if (status !== 'modelled') expect(why, name).not.toBe('')
      expect(what === '', name).toBe(files.length === 0)
      expect(`${part}${what}${why}`, name).not.toContain('|')
    }
  })

  it('calls modelled only what a table of cases or a test beside it holds', () => {
    const held = (path: string) =>
      path.endsWith('.cases.csv') || existsSync(new URL(path.replace(/\.ts$/, '.test.ts'), root))
    const called = rows.filter(({ status }) => status === 'modelled')
    expect(called.length).toBeGreaterThan(0)
    for (const { law, part, files } of called) expect(files.some(held), `${law}, ${part}`).toBe(true)
  })
})
