import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { roundtable } from '../../test/a-command.ts'

// Each command opens the database of its folder and closes it again, as it does for whoever types it.

const HARBOUR = join(import.meta.dirname, '..', '..', 'demo', 'records', 'harbour.record.json')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roundtable-backup-')))
const [here, there] = [join(folder, 'here'), join(folder, 'there')]

async function roundtableIn(data: string, ...args: readonly string[]) {
  vi.stubEnv('ROUNDTABLE_DATA', data)
  try {
    return await roundtable(...args)
  } finally {
    vi.unstubAllEnvs()
  }
}

beforeAll(() => {
  // Started by root, the database runs as nobody and must be able to walk in.
  chmodSync(folder, 0o711)
  for (const data of [here, there]) mkdirSync(data)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a whole database into a file, and out of it again', () => {
  const file = join(folder, 'all.backup')
  let id = ''

  test('is written whole, for its owner alone', async () => {
    const brought = await roundtableIn(here, 'import', HARBOUR, '--json')
    id = JSON.parse(brought.out)[0].record
    const { code, out, err } = await roundtableIn(here, 'backup', file)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`^${file}: \\d+ rows, SHA-256 [0-9a-f]{64}\\n$`))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  test('a file that is there already is left as it is', async () => {
    const before = readFileSync(file, 'utf8')
    expect(await roundtableIn(here, 'backup', file)).toEqual({
      code: 1,
      out: '',
      err: `${file}: there is a file already, which was left as it is.\n`,
    })
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  test('a folder that is not there is named', async () => {
    const nowhere = join(folder, 'none', 'all.backup')
    expect(await roundtableIn(here, 'backup', nowhere)).toMatchObject({
      code: 1,
      err: `${nowhere}: there is no such file or folder.\n`,
    })
  })

  test('half a backup brings nothing back', async () => {
    const half = join(folder, 'half.backup')
    writeFileSync(half, readFileSync(file, 'utf8').split('\n').slice(0, -2).join('\n'))
    const { code, err } = await roundtableIn(there, 'restore', half)
    expect([code, err]).toEqual([1, `${half}: The backup is not whole: nothing was restored.\n`])
    const none = join(folder, 'none.backup')
    expect(await roundtableIn(there, 'restore', none)).toMatchObject({
      code: 1,
      err: `${none}: there is no such file or folder.\n`,
    })
    expect(await roundtableIn(there, 'restore', folder)).toMatchObject({
      code: 1,
      err: `${folder}: it is a folder.\n`,
    })
    expect((await roundtableIn(there, 'export', id)).code).toBe(1)
  })

  test('comes back whole into an empty database: the record to the byte, and the log verifies', async () => {
    const { code, out, err } = await roundtableIn(there, 'restore', file, '--json')
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ file, records: 1, entries: 87, faults: [] })
    const [first, second] = [await roundtableIn(here, 'export', id), await roundtableIn(there, 'export', id)]
    expect(second).toEqual(first)
    expect(first.out).toContain('Sunita Vallory')
  })

  test('never into one that is in use', async () => {
    expect(await roundtableIn(there, 'restore', file)).toEqual({
      code: 1,
      out: '',
      err: `${file}: The database holds records already: restore into an empty one.\n`,
    })
  })
})
