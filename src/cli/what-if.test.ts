import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { roundtable } from '../../test/a-command.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const MODEL = join(ROOT, 'allocation', 'northmoor-2026-27.yaml')
const POINTS = join(ROOT, 'allocation', 'northmoor-points-2026-27.yaml')
const RECORDS = join(ROOT, 'demo', 'records')
const folder = mkdtempSync(join(tmpdir(), 'roundtable-what-if-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const changed = (name: string, from: string, to: string, source = MODEL): string => {
  const text = readFileSync(source, 'utf8')
  expect(text).toContain(from)
  return written(name, text.replace(from, to))
}
const records = readdirSync(RECORDS).map((file) => readFileSync(join(RECORDS, file), 'utf8'))
const asLine = (text: string): string => JSON.stringify(JSON.parse(text))
const PEOPLE = written('people.jsonl', `${records.map(asLine).join('\n')}\n`)
const ids = records.map((text) => (JSON.parse(text) as { person: { id: string } }).person.id)
const TRAITS = written(
  'traits.jsonl',
  ids
    .map((person, index) =>
      JSON.stringify({
        person,
        sex: index % 2 === 0 ? 'female' : 'male',
        ethnicity: 'white',
        area: 'old-town',
        reason: 'physical',
      }),
    )
    .join('\n'),
)
const CHEAPER = changed('cheaper.yaml', 'price: 27.60\n    high: 32.14', 'price: 26.60\n    high: 32.14')

const whatIf = (...args: readonly string[]) => roundtable('what-if', '--on', '2026-11-22', ...args)
const tried = (...more: readonly string[]) => whatIf('--model', MODEL, '--against', CHEAPER, ...more)

type Group = { by: string; group: string; people: number; lose: number; total: [number, number] }
type Document = {
  people: number
  not_counted: number
  lose: number
  gain: number
  total: [number, number]
  below_cost: number
  groups: Group[]
}

describe('what-if', () => {
  test('home care at £1 less an hour: who loses, and everybody adds up in every division', async () => {
    const { code, out, err } = await tried('--people', PEOPLE, '--traits', TRAITS, '--json')
    expect([code, err]).toEqual([0, ''])
    const found = JSON.parse(out) as Document
    expect(found.people + found.not_counted).toBe(12)
    expect(found.gain).toBe(0)
    expect(found.lose).toBeGreaterThan(3)
    expect(found.total[1]).toBeLessThan(found.total[0])
    for (const by of ['age', 'sex', 'ethnicity', 'reason', 'area', 'advocate', 'clued-up']) {
      const groups = found.groups.filter((group) => group.by === by)
      expect(groups.reduce((sum, { people }) => sum + people, 0)).toBe(found.people)
      const pence = groups.reduce((sum, { total }) => sum + Math.round(total[1] * 100), 0)
      expect(pence).toBe(Math.round(found.total[1] * 100))
    }
  })

  test('one record: a woman whose sum nobody else moves', async () => {
    const { code, out } = await tried('--people', join(RECORDS, 'lantern.record.json'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ people: 1, lose: 1, gain: 0 })
  })

  test('one JSON document of many says the same as a record a line', async () => {
    const list = written(
      'people.json',
      JSON.stringify(
        records.map((text) => JSON.parse(text) as unknown),
        null,
        1,
      ),
    )
    const [lines, document] = [
      await tried('--people', PEOPLE, '--json'),
      await tried('--people', list, '--json'),
    ]
    expect(document.out).toBe(lines.out)
  })

  test('for people, in words', async () => {
    const { out } = await tried('--people', PEOPLE)
    expect(out).toMatch(/people: \d+ lose, 0 gain, \d+ stay as they are\./)
    expect(out).toContain('Below what their needs cost:')
    expect(out).toContain('WITH AN ADVOCATE OR NOT')
  })

  test('a weight of a model of points', async () => {
    const lighter = changed('lighter.yaml', 'hygiene: { 0: 12, 1: 8', 'hygiene: { 0: 12, 1: 6', POINTS)
    const { code, out } = await whatIf('--model', POINTS, '--against', lighter, '--people', PEOPLE, '--json')
    expect(code).toBe(0)
    expect((JSON.parse(out) as Document).gain).toBe(0)
  })
})

describe('bad input: a clear word, the file and the place', () => {
  const withModel = (path: string) => whatIf('--model', MODEL, '--against', path, '--people', PEOPLE)

  test.each([
    ['a price below nought', 'price: 27.60', 'price: -1', 'prices.0.price: A price cannot be below £0.'],
    [
      'another version',
      'version: 3',
      'version: 4',
      'version: This is version 4, and the other is version 3.',
    ],
    [
      'another council',
      'council: Northmoor Council',
      'council: Southmoor Council',
      'council: This is a model of Southmoor Council',
    ],
    ['a hidden cap', 'contingency-percent: 0', 'contingency-percent: 0\nweekly-cap: 500', 'weekly-cap: '],
    ['no YAML at all', 'name: Northmoor 2026-27', 'name: [', 'file: '],
  ])('a model with %s', async (name, from, to, says) => {
    const path = changed(`${name}.yaml`, from, to)
    const { code, out, err } = await withModel(path)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`${path}: ${says}`)
  })

  test('a model of points with a hole in its curve', async () => {
    const path = changed('hole.yaml', '    - { points: 100, weekly: 1700 }', '', POINTS)
    const { code, err } = await whatIf('--model', POINTS, '--against', path, '--people', PEOPLE)
    expect(code).toBe(1)
    expect(err).toContain(
      `${path}: money.curve.4.points: A hole: the curve ends at 70 points, and 100 can be reached.`,
    )
  })

  test.each([
    ['nobody', '', 'file: is empty: there is nobody in it'],
    ['blank lines', '\n\n', 'file: is empty: there is nobody in it'],
    ['no JSON', 'people', 'file: is not JSON'],
    ['an empty list', '[]', 'file: is empty: there is nobody in it'],
    [
      'a record that is none',
      `${asLine(records[0] ?? '')}\n{"format":"roundtable/record@1"}\n`,
      'line 2: person: missing',
    ],
    ['a list of other things', '[1]', 'record 1: file: must be an object'],
  ])('a file with %s', async (name, text, says) => {
    const path = written(`${name}.jsonl`, text)
    const { code, out, err } = await tried('--people', path)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`${path}: ${says}`)
  })

  test('a file that is not there, and traits that are none', async () => {
    const gone = join(folder, 'gone.jsonl')
    expect(await tried('--people', gone)).toMatchObject({
      code: 1,
      err: `${gone}: file: cannot be read: there is no such file\n`,
    })
    const wrong = written('wrong-traits.jsonl', '{"person":"x","sex":"unknown"}\n')
    const { code, err } = await tried('--people', PEOPLE, '--traits', wrong)
    expect(code).toBe(1)
    expect(err).toContain(`${wrong}: line 1: sex: must be one of`)
  })

  test('misused: no such day, or no people', async () => {
    expect((await tried('--people', PEOPLE, '--on', '2026-02-30')).code).toBe(2)
    expect((await tried()).code).toBe(2)
  })
})
