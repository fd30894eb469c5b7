import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readFileText, writeFileText } from '../record/file.ts'

// The command as somebody runs it: a process of its own, on what the build made of the source as it is now.

// Processes, one of which may first have to build.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const ROOT = join(import.meta.dirname, '..', '..')
const HARBOUR = join(ROOT, 'demo', 'records', 'harbour.record.json')
const MEADOW = join(ROOT, 'demo', 'records', 'meadow.record.json')

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roundtable-command-')))
const data = join(folder, 'data')

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const { PATH, HOME, TMPDIR } = process.env
  const system = Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin', 'roundtable.mjs'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...Object.fromEntries(system), ROUNDTABLE_DATA: data, ROUNDTABLE_INVENTED: '0', ...env },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  return { code: status, out: stdout, err: stderr }
}

/** A file in a folder of its own. */
function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const wrong = (...lines: readonly string[]): Ran => ({ code: 1, out: '', err: `${lines.join('\n')}\n` })

const small = (...entries: readonly object[]) =>
  JSON.stringify({
    format: 'roundtable/record@1',
    person: { id: 'p', name: 'Ada Brook', born: '1943-05-02' },
    parties: [{ id: 'p', name: 'Ada Brook', role: 'person' }],
    entries,
  })
const note = (more: object = {}) => ({
  id: 'n1',
  kind: 'note',
  on: '2026-01-05',
  by: 'p',
  text: 'Rang.',
  ...more,
})

beforeAll(() => {
  // Started by root, the database runs as nobody and must be able to walk in.
  chmodSync(folder, 0o711)
  mkdirSync(data)
  spawnSync(process.execPath, [join(ROOT, 'scripts', 'ready.mjs'), '--quiet'], { cwd: ROOT })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('explain', () => {
  test('prints for people: who, where the record stands, the money, and the reasons with their entries', () => {
    const { code, out, err } = run(['explain', HARBOUR, '--on', '2026-11-21'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Sunita Vallory, on 2026-11-21\. Stage: support\.\n/)
    expect(out).toContain('The council decided on 2026-04-13: eligible.')
    expect(out).toContain('£494.20 a week, indicative (from £431.57 to £579.60)')
    expect(out).toContain('6 hours × £27.60 an hour for home care from an agency = £165.60 a week.')
    expect(out).toContain('[statement-2]')
    expect(out).toContain('PLAN, version 3 (issued): £504.40 a week')
  })

  test('with --json prints exactly one JSON document on standard output, and nothing else anywhere', () => {
    const { code, out, err } = run(['explain', HARBOUR, '--on', '2026-11-21', '--json'])
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ person: 'Sunita Vallory', indicative: { weekly: 494.2 } })
    expect(out.endsWith('}\n')).toBe(true)
  })

  test('the day may come from the setting, and --on is stronger', () => {
    const on = (args: readonly string[]) => {
      const { out } = run(['explain', MEADOW, '--json', ...args], { ROUNDTABLE_ON: '2026-11-20' })
      return JSON.parse(out).on
    }
    expect([on([]), on(['--on', '2026-11-19'])]).toEqual(['2026-11-20', '2026-11-19'])
  })

  test('without either it is today in London', () => {
    const london = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
    const before = london()
    const { on } = JSON.parse(run(['explain', MEADOW, '--json']).out)
    expect([before, london()]).toContain(on)
  })

  test('a day that there is not is a misuse', () => {
    expect(run(['explain', HARBOUR, '--on', '2026-02-31'])).toEqual({
      code: 2,
      out: '',
      err: '--on: no such day: 2026-02-31\n',
    })
    expect(run(['explain', HARBOUR], { ROUNDTABLE_ON: 'tomorrow' })).toEqual({
      code: 2,
      out: '',
      err: 'The setting ROUNDTABLE_ON must be a day that exists, written as 2026-11-20.\n',
    })
  })

  test('another published model may be named, and one with mistakes is refused with each of them', () => {
    const yaml = readFileSync(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'), 'utf8')
    const dearer = written('dearer.yaml', yaml.replace('price: 27.60', 'price: 30.00'))
    const { out } = run(['explain', HARBOUR, '--on', '2026-11-21', '--json', '--model', dearer])
    // 16 hours 10 minutes at £2.40 more: £96.60 + £165.60 + £128.80 + £55.20 become £105 + £180 + £140 + £60.
    expect(JSON.parse(out).indicative.weekly).toBe(533)
    const broken = written('broken.yaml', yaml.replace('price: 27.60', 'price: nothing'))
    const { code, err } = run(['explain', HARBOUR, '--model', broken])
    expect(code).toBe(1)
    expect(err).toContain(`${broken}: `)
    const { code: none, err: missing } = run(['explain', HARBOUR, '--model', join(folder, 'none.yaml')])
    expect([none, missing.includes('none.yaml'), missing.includes('    at ')]).toEqual([1, true, false])
  })
})

describe('a file with a mistake', () => {
  test('is refused whole, each mistake with file, entry and key', () => {
    const path = written(
      'wrong.record.json',
      small(note({ text: 3, colour: 'red' }), note({ id: 'n2', by: 'q' })),
    )
    expect(run(['explain', path])).toEqual(
      wrong(
        `${path}: entry n1: text: must be text`,
        `${path}: entry n1: colour: unknown key`,
        `${path}: entry n2: by: no party "q"`,
      ),
    )
  })

  test('prints no document on standard output, with --json either', () => {
    const path = written('wrong.record.json', small(note({ on: '2026-02-31' })))
    expect(run(['explain', path, '--json'])).toEqual(wrong(`${path}: entry n1: on: no such day: 2026-02-31`))
  })

  test.each<[string, string | Uint8Array, string]>([
    ['not UTF-8', Buffer.from(small(note({ text: 'Zoë' })), 'latin1'), 'file: is not text in UTF-8'],
    [
      'a NUL in a text',
      small(note({ text: 'a\u0000b' })),
      'entry n1: text: has a character that cannot be kept (NUL or half a character)',
    ],
    [
      'half a character',
      small(note({ text: 'a\ud800b' })),
      'entry n1: text: has a character that cannot be kept (NUL or half a character)',
    ],
    ['a list', '[]', 'file: must be an object'],
  ])('%s', (_name, content, says) => {
    const path = written('strange.record.json', content)
    expect(run(['explain', path])).toEqual(wrong(`${path}: ${says}`))
  })

  test.each([
    ['no JSON', '{'],
    ['nothing at all', ''],
    ['a NUL beside the JSON', `${small()}\u0000`],
  ])('%s', (_name, content) => {
    const path = written('strange.record.json', content)
    const { code, out, err } = run(['explain', path])
    expect([code, out, err.startsWith(`${path}: file: is not JSON: `)]).toEqual([1, '', true])
    expect(err.split('\n')).toHaveLength(2)
  })

  test('200 MB are not read: the file is measured first', () => {
    const path = written('vast.record.json', '')
    truncateSync(path, 200 * 1024 * 1024)
    expect(run(['explain', path])).toEqual(
      wrong(`${path}: file: is 200 MB; the largest file that is read is 20 MB`),
    )
  })

  test('that is not there, and a folder', () => {
    const none = join(folder, 'none.record.json')
    expect(run(['explain', none])).toEqual(wrong(`${none}: file: cannot be read: there is no such file`))
    expect(run(['explain', folder])).toEqual(wrong(`${folder}: file: cannot be read: it is a folder`))
  })
})

describe('misuse ends with 2 and says how it is used', () => {
  test.each([
    ['a command that there is not', ['explane', HARBOUR]],
    ['an option that there is not', ['explain', HARBOUR, '--loud']],
    ['no file', ['explain']],
    ['two files where one is asked for', ['explain', HARBOUR, MEADOW]],
    ['no record to export', ['export']],
    ['nothing to import', ['import']],
    ['no command', []],
  ])('%s', (_name, args) => {
    const { code, out, err } = run(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('Usage: roundtable')
  })

  test('help is no misuse, and names every command', () => {
    const { code, out } = run(['--help'])
    expect(code).toBe(0)
    for (const name of ['explain', 'import', 'export', 'verify', 'serve'])
      expect(out).toContain(`\n  ${name} `)
    expect(run(['explain', '--help']).out).toContain('--on <date>')
  })

  test('a setting that is wrong stops a command that needs it, and does not repeat its value', () => {
    const secret = 'nothing://me:secret@host'
    const { code, out, err } = run(['verify'], { DATABASE_URL: secret })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^The setting DATABASE_URL must be the address of a PostgreSQL database/)
    expect(err).not.toContain('secret')
  })
})

describe('into and out of the database', () => {
  const idIn = (out: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(out)?.[0] ?? ''

  test('with one wrong file among them nothing is brought in', () => {
    const path = written('wrong.record.json', small(note({ kind: 'nota' })))
    expect(run(['import', HARBOUR, path])).toEqual(
      wrong(`${path}: entry n1: kind: unknown kind "nota"`, 'Nothing was brought in.'),
    )
    const { records, faults } = JSON.parse(run(['verify', '--json']).out)
    expect([records, faults]).toEqual([0, []])
  })

  test('what goes in comes out again, and the log verifies', () => {
    const brought = run(['import', HARBOUR, MEADOW])
    expect([brought.code, brought.err]).toEqual([0, ''])
    const [first = '', second = ''] = brought.out.split('\n')
    expect(first.startsWith(`${HARBOUR}: `) && second.startsWith(`${MEADOW}: `)).toBe(true)

    const exported = run(['export', idIn(first)])
    expect(exported.code).toBe(0)
    const source = readFileText(readFileSync(HARBOUR, 'utf8'))
    expect(exported.out).toBe(source.kind === 'record' ? writeFileText(source.record) : '')

    const again = run(['import', '--json', written('again.record.json', exported.out)])
    const [kept] = JSON.parse(again.out)
    expect(kept.file).toBe(join(folder, 'again.record.json'))
    expect(kept.record).toBe(idIn(kept.record))
    expect(run(['export', kept.record]).out).toBe(exported.out)

    const verified = run(['verify'])
    expect([verified.code, verified.err]).toEqual([0, ''])
    expect(verified.out).toMatch(/^3 records with \d+ entries were looked at\.\nThe log is whole/)
  })

  test('a contract goes in beside records, comes out byte for byte, and is not brought in twice', () => {
    const town = join(import.meta.dirname, '..', '..', 'demo', 'contracts', 'town-wards.contract.json')
    expect(run(['import', town])).toEqual({ code: 0, out: `${town}: town-wards\n`, err: '' })
    expect(run(['export', 'town-wards']).out).toBe(readFileSync(town, 'utf8'))
    const before = JSON.parse(run(['verify', '--json']).out)
    const twice = run(['import', HARBOUR, town])
    expect(twice.code).toBe(1)
    expect(twice.err).toContain('town-wards: there is a contract of this id already.')
    const after = JSON.parse(run(['verify', '--json']).out)
    expect([after.records, after.contracts]).toEqual([before.records, before.contracts])
    expect(after.contracts).toMatchObject({ contracts: 1, faults: [] })
    const newer = JSON.stringify({
      ...JSON.parse(readFileSync(town, 'utf8')),
      format: 'roundtable/contract@2',
    })
    const other = written('other.contract.json', newer)
    expect(run(['import', other]).err).toContain('format: must be "roundtable/contract@1"')
  })

  test('what is no id, and what is none of ours', () => {
    expect(run(['export', 'harbour'])).toMatchObject({ code: 1, out: '' })
    const none = '6f1c2d3e-0000-4000-8000-000000000000'
    expect(run(['export', none])).toEqual(wrong(`There is no record ${none}.`))
  })
})
