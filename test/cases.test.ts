import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../src/domain/checks/every.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import type { RecordFile } from '../src/record/entries.ts'
import { readFileText } from '../src/record/file.ts'
import { foldRecord } from '../src/record/state.ts'

// Published decisions of ombudsmen and courts (and one invented, lawful record), each told twice: as it was, where the
// checks must find what was found, and put right, where nothing of weight may be left. Nobody in them is real.

type Case = {
  readonly summary: string
  /** the day on which both records are read */
  readonly asOf: string
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

const folder = join(import.meta.dirname, 'cases')
const read = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8')

function recordOf(name: string, telling: 'as-it-was' | 'put-right'): RecordFile {
  const file = readFileText(read(name, `${telling}.record.json`))
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.mistakes))
  return file.record
}

const cases = readdirSync(folder).map((name) => {
  const told: Case = JSON.parse(read(name, 'case.json'))
  return { name, ...told }
})

test('all twenty-three are here', () => {
  expect(cases).toHaveLength(23)
})

describe.each(cases)('$name', ({ name, asOf, must, mustNot }) => {
  const findings = (telling: 'as-it-was' | 'put-right') =>
    check(foldRecord(recordOf(name, telling), day(asOf)))

  test('as it was: what was found wrong is found, and what was found sound is not', () => {
    const found = new Set(findings('as-it-was').map((finding) => finding.check))
    expect(must.filter((id) => !found.has(id))).toEqual([])
    expect(mustNot.filter((id) => found.has(id))).toEqual([])
  })

  test('put right: no duty and no guidance is left unmet', () => {
    const left = findings('put-right').filter(({ level }) => level !== 'look')
    expect(left.map(({ check: id, worker }) => `${id}: ${worker}`)).toEqual([])
  })
})
