import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LARGEST_FILE, readFileText, readFileValue, writeFileText } from './file.ts'
import { jsonSchema } from './json-schema.ts'
import { KIND_NAMES } from './kinds.ts'

const demo = join(import.meta.dirname, '../../demo/records')
const cases = join(import.meta.dirname, '../../test/cases')
const files = [
  ...readdirSync(demo).map((name) => join(demo, name)),
  ...readdirSync(cases).flatMap((name) =>
    ['as-it-was', 'put-right'].map((side) => join(cases, name, `${side}.record.json`)),
  ),
]

type Json = Record<string, unknown>
const small = (entries: readonly Json[], more: Json = {}): Json => ({
  format: 'roundtable/record@1',
  person: { id: 'p', name: 'Ada Ellery', born: '1950-02-03' },
  parties: [
    { id: 'p', name: 'Ada Ellery', role: 'person' },
    { id: 'sw', name: 'Bo Carr', role: 'social-worker', registered: true },
  ],
  entries,
  ...more,
})
const note = (more: Json = {}): Json => ({
  id: 'n1',
  kind: 'note',
  on: '2026-01-05',
  by: 'sw',
  text: 'Rang.',
  ...more,
})
const statement = (more: Json = {}): Json => ({
  id: 's1',
  kind: 'statement',
  on: '2026-01-05',
  by: 'sw',
  topic: 'hygiene',
  'said-by': 'p',
  basis: 'lived',
  text: 'I manage.',
  ...more,
})

const mistakesOf = (value: unknown) => {
  const read = readFileValue(value)
  return read.kind === 'refused'
    ? read.mistakes.map(({ entry, path, says }) => `${entry ?? '-'} ${path}: ${says}`)
    : []
}

describe('a record file that goes in comes out again', () => {
  test.each(files.map((file) => [file.split('/').slice(-2).join('/'), file]))('%s', (_name, file) => {
    const source = readFileSync(file, 'utf8')
    const read = readFileText(source)
    expect(read.kind === 'refused' ? read.mistakes : []).toEqual([])
    if (read.kind === 'refused') return
    const written = writeFileText(read.record)
    expect(JSON.parse(written)).toEqual(JSON.parse(source))
    const again = readFileText(written)
    expect(again.kind === 'record' ? writeFileText(again.record) : again.mistakes).toBe(written)
  })

  test('money is pounds in the file and whole pence inside', () => {
    const read = readFileValue(
      small([{ id: 'b', kind: 'indicative-budget', on: '2026-01-05', by: 'sw', weekly: 365.4, shown: true }]),
    )
    const entry = read.kind === 'record' ? read.record.entries[0] : undefined
    expect(entry?.kind === 'indicative-budget' ? entry.weekly : undefined).toBe(36540)
  })
})

describe('a file with a mistake is refused whole, and every mistake is named by entry and key path', () => {
  const plan = (line: Json, more: Json = {}): Json => ({
    id: 'plan',
    kind: 'plan',
    on: '2026-01-06',
    by: 'sw',
    version: 1,
    status: 'draft',
    lines: [
      {
        line: 'L1',
        needs: [],
        what: 'Help',
        form: 'agency',
        unit: 'hour',
        amount: 7,
        price: 26.5,
        weekly: 185.5,
        funder: 'council',
        way: 'managed',
        why: '',
        ...line,
      },
    ],
    involved: ['p'],
    ...more,
  })
  test.each<[string, unknown, readonly string[]]>([
    ['no object', [], ['- file: must be an object']],
    ['another format', { ...small([]), format: 'x' }, ['- format: must be "roundtable/record@1"']],
    ['an unknown key at the top', small([], { extra: 1 }), ['- extra: unknown key']],
    ['an unknown kind', small([note({ kind: 'nota' })]), ['n1 kind: unknown kind "nota"']],
    ['an unknown key', small([note({ colour: 'red' })]), ['n1 colour: unknown key']],
    [
      'a prototype for a key',
      small([
        JSON.parse('{"id":"n1","kind":"note","on":"2026-01-05","by":"sw","text":"","__proto__":{"a":1}}'),
      ]),
      ['n1 __proto__: unknown key'],
    ],
    ['a missing key', small([{ id: 'n1', kind: 'note', on: '2026-01-05', by: 'sw' }]), ['n1 text: missing']],
    [
      'two mistakes in two entries',
      small([note({ text: 3 }), note({ id: 'n2', by: 'zz' })]),
      ['n1 text: must be text', 'n2 by: no party "zz"'],
    ],
    ['two entries with one id', small([note(), note()]), ['n1 id: id "n1" used twice']],
    ['a dangling reference', small([note({ of: 'n9' })]), ['n1 of: no entry "n9"']],
    ['a reference to itself', small([note({ of: 'n1' })]), ['n1 of: refers to itself']],
    [
      'a reference to the wrong kind',
      small([note(), { id: 'r', kind: 'resume', on: '2026-01-06', by: 'sw', hold: 'n1' }]),
      ['r hold: n1 is a note, needs hold'],
    ],
    [
      'a reference to what came later',
      small([note({ of: 'n2' }), note({ id: 'n2', on: '2026-01-06' })]),
      ['n1 of: refers to n2, which is later (2026-01-06 after 2026-01-05)'],
    ],
    [
      'entries out of order',
      small([note(), note({ id: 'n2', on: '2026-01-04' })]),
      ['n2 on: out of order: 2026-01-04 comes after 2026-01-05 (n1)'],
    ],
    ['31 February', small([note({ on: '2026-02-31' })]), ['n1 on: no such day: 2026-02-31']],
    [
      'a day in words',
      small([note({ on: 'last Monday' })]),
      ['n1 on: must be a date, YYYY-MM-DD, or ISO 8601 with an offset'],
    ],
    [
      'written down before it happened',
      small([note({ recorded: '2026-01-04' })]),
      ['n1 recorded: 2026-01-04 is before it happened (2026-01-05)'],
    ],
    [
      'money below nought',
      small([plan({ price: -1, weekly: -7 })]),
      [
        'plan lines[0].price: must be pounds, 0 or more, with at most two decimals',
        'plan lines[0].weekly: must be pounds, 0 or more, with at most two decimals',
      ],
    ],
    [
      'three decimals',
      small([plan({ amount: 1, price: 1.005, weekly: 1 })]),
      ['plan lines[0].price: must be pounds, 0 or more, with at most two decimals'],
    ],
    [
      'a sum that does not add up',
      small([plan({ weekly: 185 })]),
      ['plan lines[0].weekly: 185 is not amount 7 x price 26.5 (185.5)'],
    ],
    [
      'a once line with a weekly sum',
      small([plan({ unit: 'once', weekly: 3 })]),
      ['plan lines[0].weekly: a once line has weekly 0 (is 3)'],
    ],
    [
      'a change to a line that never was',
      small([plan({}, { changes: [{ line: 'L9', why: '' }] })]),
      ['plan changes[0].line: no line "L9" in this version or the one before'],
    ],
    [
      'a level outside the ladder',
      small([statement({ level: 5 })]),
      ['s1 level: must be a level of the ladder, 0 to 4'],
    ],
    ['three helpers', small([statement({ people: 3 })]), ['s1 people: must be 1 or 2']],
    [
      'a NUL',
      small([note({ text: 'a\u0000b' })]),
      ['n1 text: has a character that cannot be kept (NUL or half a character)'],
    ],
    [
      'half a character',
      small([note({ text: 'a\ud800b' })]),
      ['n1 text: has a character that cannot be kept (NUL or half a character)'],
    ],
    [
      'a text of 1 MB',
      small([note({ text: 'x'.repeat(1_000_000) })]),
      ['n1 text: must be 50,000 characters or fewer'],
    ],
    [
      'a correction of another kind',
      small([note(), statement({ corrects: 'n1', why: 'wrong' })]),
      ['s1 corrects: a statement cannot correct a note'],
    ],
    [
      'a correction without a reason',
      small([note(), note({ id: 'n2', corrects: 'n1' })]),
      ['n2 why: missing'],
    ],
    [
      'a person who is not at the table',
      small([], { person: { id: 'q', name: 'Q', born: '1950-01-01' } }),
      [
        '- parties[0].role: only the person has the role person',
        '- person.id: the person is not among the parties ("q")',
      ],
    ],
    [
      'a person with another role',
      small([], { parties: [{ id: 'p', name: 'Ada', role: 'friend' }] }),
      ["- parties[0].role: the person's role must be person"],
    ],
    [
      'an unknown standard',
      small([], { policy: { standards: { 'opening-days': 3 } } }),
      ['- policy.standards.opening-days: unknown key'],
    ],
  ])('%s', (_name, value, expected) => {
    expect(mistakesOf(value)).toEqual(expected)
  })

  test('money that is not a number cannot even be written in JSON, and the text is refused with its place', () => {
    const read = readFileText('{"format": NaN}')
    expect(read.kind === 'refused' ? read.mistakes[0]?.says : '').toMatch(/^is not JSON: /)
  })

  test('whatever comes in, the answer is a record or named mistakes, never a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readFileValue(value)
        return read.kind === 'record' || read.mistakes.length > 0
      }),
      { numRuns: 300 },
    )
    const base = JSON.parse(readFileSync(files[0] ?? '', 'utf8'))
    fc.assert(
      fc.property(
        fc.nat(base.entries.length - 1),
        fc.constantFrom('id', 'kind', 'on', 'by', 'lines', 'needs', 'of'),
        fc.jsonValue(),
        (index, key, value) => {
          const entries = base.entries.map((entry: Json, at: number) =>
            at === index ? { ...entry, [key]: value } : entry,
          )
          const read = readFileValue({ ...base, entries })
          return read.kind === 'record' || read.mistakes.every(({ says }) => says.length > 0)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('names as people have them are kept', () => {
    const names = ['Saeed', "Niamh O'Brien-Nwosu", '王秀英', 'Þórdís', 'ไพลิน', 'A'.repeat(300), '🙂']
    const parties = [
      { id: 'p', name: 'Ada', role: 'person' },
      ...names.map((name, index) => ({ id: `f${index}`, name, role: 'friend' })),
    ]
    const read = readFileValue({ ...small([]), parties })
    expect(read.kind === 'record' ? read.record.parties.slice(1).map(({ name }) => name) : []).toEqual(names)
  })

  test('no file is read that is longer than a life', () => expect(LARGEST_FILE).toBe(20_971_520))
})

describe('the published schema', () => {
  const committed = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../docs/roundtable-record-1.schema.json'), 'utf8'),
  )
  test('is the one that the code makes (npx tsx scripts/record-schema.ts)', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(jsonSchema())))
  })
  test('has every kind, and asks why of a correction', () => {
    expect(Object.keys(committed.$defs)).toEqual(KIND_NAMES)
    expect(committed.$defs.resume.dependentRequired).toEqual({ corrects: ['why'] })
    expect(committed.$defs.hold.required).toContain('why')
  })
})
