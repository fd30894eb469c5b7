import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { writeFileText } from '../record/file.ts'
import { roundtable } from '../../test/a-command.ts'

const RECORDS = join(import.meta.dirname, '..', '..', 'demo', 'records')
const folder = mkdtempSync(join(tmpdir(), 'roundtable-publish-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const line = (text: string): string => JSON.stringify(JSON.parse(text))
const demo = readdirSync(RECORDS).map((file) => readFileSync(join(RECORDS, file), 'utf8'))
/** Thirty people like each other in everything, and the twelve of the demo council. */
const alike = writeFileText(aRecord().contacted().file())
const people = join(folder, 'people.jsonl')
writeFileSync(people, [...demo, ...Array.from({ length: 30 }, () => alike)].map(line).join('\n'))

const publish = (...args: readonly string[]) => roundtable('publish', '--on', '2026-11-22', ...args)

type Row = { category: string; by: string; group: string; people: string; status: string }
type Field = {
  name: string
  type: string
  constraints?: { required?: boolean; enum?: readonly string[]; minimum?: number }
}
type Resource = {
  name: string
  path: string
  schema: { fields: readonly Field[]; missingValues: readonly string[]; primaryKey: readonly string[] }
}
const into = join(folder, 'open')
const written = (name: string): string => readFileSync(join(into, name), 'utf8')

describe('publish', () => {
  test('a table a file, all as JSON, and the data dictionary', async () => {
    const { code, out, err } = await publish('--people', people, '--out', into, '--json')
    expect([code, err]).toEqual([0, ''])
    const said = JSON.parse(out) as { people: number; files: readonly string[] }
    // Forty-two, rounded to five.
    expect(said.people).toBe(40)
    expect(said.files.map((path) => path.slice(into.length + 1)).toSorted()).toEqual(
      readdirSync(into).toSorted(),
    )
    expect(readdirSync(into)).toContain('waits.csv')
    const account = JSON.parse(written('accuracy.json')) as {
      accuracy: { all?: object }
      calibration: object | null
    }
    // Too few have an agreed plan to say how near the model comes: that is said, and nothing is made up.
    expect([account.accuracy.all, account.calibration]).toEqual([undefined, null])
    expect(written('transparency-record.json')).toContain('Algorithmic Transparency Recording Standard')
  })

  test('every row keeps to the dictionary: names, required values, lists of values, keys that are not there twice', () => {
    const { resources } = JSON.parse(written('datapackage.json')) as { resources: readonly Resource[] }
    expect(resources.length).toBe(11)
    for (const { path, schema } of resources) {
      const rows = parse(written(path), { columns: true }) as readonly Record<string, string>[]
      expect(rows.length).toBeGreaterThan(10)
      expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map(({ name }) => name))
      for (const { name, type, constraints } of schema.fields) {
        for (const row of rows) {
          const value = row[name] ?? ''
          if (schema.missingValues.includes(value)) expect(constraints?.required).not.toBe(true)
          else if (type === 'integer') expect(value).toMatch(/^\d+$/)
          if (constraints?.enum !== undefined) expect(constraints.enum).toContain(value)
        }
      }
      const keys = rows.map((row) => schema.primaryKey.map((key) => row[key]).join('/'))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('no number from 1 to 4, a nought that is a nought, and an empty place for what is suppressed', () => {
    for (const name of readdirSync(into).filter((file) => file.endsWith('.csv'))) {
      for (const row of parse(written(name), { columns: true }) as readonly Row[]) {
        if (row.status === 'suppressed') expect(row.people).toBe('')
        if (row.status === 'zero') expect(row.people).toBe('0')
        if (row.status === 'rounded')
          expect([Number(row.people) % 5, Number(row.people) >= 5]).toEqual([0, true])
      }
    }
    const holds = parse(written('holds.csv'), { columns: true }) as readonly Row[]
    expect(holds.find((row) => row.category === 'not-told' && row.by === 'everybody')?.status).not.toBe(
      'rounded',
    )
  })

  test('the JSON says what the files say, and nobody is named', () => {
    const { tables } = JSON.parse(written('statistics.json')) as {
      tables: readonly { id: string; rows: readonly { people: number | null; status: string }[] }[]
    }
    for (const { id, rows } of tables) {
      const file = parse(written(`${id}.csv`), { columns: true }) as readonly Row[]
      expect(rows.map((row) => `${row.people ?? ''} ${row.status}`)).toEqual(
        file.map((row) => `${row.people} ${row.status}`),
      )
    }
    const all = readdirSync(into).map(written).join('\n')
    for (const text of demo) {
      const { person } = JSON.parse(text) as { person: { id: string; name: string } }
      expect(all).not.toContain(person.name)
      expect(all).not.toContain(person.id)
    }
  })

  test('in words', async () => {
    const { out } = await publish('--people', people, '--out', join(folder, 'again'))
    expect(out).toMatch(
      /^How the Act was applied from 2025-11-22 to 2026-11-22: \d+ numbers, \d+ of them suppressed\./,
    )
  })

  test('by the model of another council, named or set: its name, its transparency record', async () => {
    const northmoor = readFileSync(join(RECORDS, '..', '..', 'allocation', 'northmoor-2026-27.yaml'), 'utf8')
    const theirs = join(folder, 'westmoor.yaml')
    writeFileSync(theirs, northmoor.replaceAll('Northmoor', 'Westmoor'))
    const titleAfter = async (to: string, ...args: readonly string[]) => {
      const open = join(folder, to)
      expect(await publish('--people', people, '--out', open, ...args)).toMatchObject({ code: 0, err: '' })
      const record = readFileSync(join(open, 'transparency-record.json'), 'utf8')
      const { title } = JSON.parse(readFileSync(join(open, 'datapackage.json'), 'utf8')) as { title: string }
      return [title.split(', ')[0], record.includes('Westmoor 2026-27'), record.includes('Northmoor')]
    }
    const westmoor = ['How the Care Act is applied: Westmoor Council', true, false]
    expect(await titleAfter('named', '--model', theirs)).toEqual(westmoor)
    vi.stubEnv('ROUNDTABLE_MODEL', theirs)
    expect(await titleAfter('set')).toEqual(westmoor)
    vi.unstubAllEnvs()
    expect(await titleAfter('neither')).toEqual([
      'How the Care Act is applied: Northmoor Council',
      false,
      true,
    ])
  })

  test('a model that is none is said, and nothing is written', async () => {
    const broken = join(folder, 'broken.yaml')
    writeFileSync(broken, 'name: Half a model\n')
    const nowhere = join(folder, 'no-model')
    const { code, err } = await publish('--people', people, '--out', nowhere, '--model', broken)
    expect(code).toBe(1)
    expect(err).toContain(`${broken}: version: `)
    expect(existsSync(nowhere)).toBe(false)
  })

  test('held against the months before: their files are read, and one that is none is said', async () => {
    const before = join(folder, 'october')
    expect((await publish('--people', people, '--out', before, '--on', '2026-10-22')).code).toBe(0)
    const file = join(before, 'statistics.json')
    const beside = join(folder, 'november')
    expect(await publish('--people', people, '--out', beside, '--before', file)).toMatchObject({
      code: 0,
      err: '',
    })
    const wrong = join(folder, 'wrong')
    const refused = await publish('--people', people, '--out', wrong, '--before', people)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(`${people}: is not a statistics.json that was published`)
    expect(existsSync(wrong)).toBe(false)
  })

  test('bad input: nothing is written', async () => {
    const empty = join(folder, 'empty.jsonl')
    writeFileSync(empty, '')
    const nowhere = join(folder, 'nowhere')
    expect(await publish('--people', empty, '--out', nowhere)).toMatchObject({
      code: 1,
      err: `${empty}: file: is empty: there is nobody in it\n`,
    })
    expect(existsSync(nowhere)).toBe(false)
    expect((await publish('--people', people, '--out', join(people, 'x'))).code).toBe(1)
    expect((await publish('--people', people)).code).toBe(2)
    expect((await publish('--traits', people, '--out', nowhere)).code).toBe(2)
  })
})
