import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FAULT_NAMES } from '../domain/population/invent/faults.ts'
import { readTraits } from '../domain/population/traits.ts'
import { readFileText } from '../record/file.ts'

// The command as somebody runs it: a process of its own, on what the build made of the source as it is now.

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const ROOT = join(import.meta.dirname, '..', '..')
const COMMAND = join(ROOT, 'bin', 'roundtable.mjs')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roundtable-invent-')))
beforeAll(() => {
  spawnSync(process.execPath, [join(ROOT, 'scripts', 'ready.mjs'), '--quiet'], { cwd: ROOT })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'invent', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ROUNDTABLE_ON: '2026-11-21' },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: status, out: stdout, err: stderr }
}
const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1)

describe('invent', () => {
  // The same fingerprint as in the generator's own test: what was built gives what the source gives.
  test('prints a record a line, the same bytes for the same seed', () => {
    const { code, out, err } = run('--people', '50', '--seed', '1')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const records = linesOf(out)
    expect(records).toHaveLength(50)
    expect(records.map((line) => readFileText(line).kind)).toEqual(records.map(() => 'record'))
    expect(createHash('sha256').update(out).digest('hex')).toBe(
      '1193883bdd6eea2895fcb7d10a5bfcbe5991693bfb87c7311040274e3403e093',
    )
  })

  test('writes records, traits and truth side by side, and nothing over what is there', () => {
    const out = join(folder, 'council')
    const { code } = run('--people', '20', '--seed', '4', '--faults', 'stuck=1', '--out', out)
    expect(code).toBe(0)
    expect(readdirSync(out).toSorted()).toEqual(['records.jsonl', 'traits.jsonl', 'truth.jsonl'])
    const [records, traits, truth] = ['records', 'traits', 'truth'].map((name) =>
      linesOf(readFileSync(join(out, `${name}.jsonl`), 'utf8')).map((line): unknown => JSON.parse(line)),
    )
    expect([records, traits, truth].map((all) => all?.length)).toEqual([20, 20, 20])
    expect(traits?.map((each) => readTraits(each).kind)).toEqual(traits?.map(() => 'traits'))
    expect(JSON.stringify(truth)).toContain('"fault":"stuck"')
    expect(run('--people', '20', '--seed', '5', '--out', out)).toEqual({
      code: 1,
      out: '',
      err: `${out}: there is a records.jsonl already. Name another folder.\n`,
    })
  })

  test('with --json prints one document', () => {
    const { code, out } = run('--people', '3', '--seed', '9', '--json', '--faults', 'none')
    const document: unknown = JSON.parse(out)
    expect(code).toBe(0)
    expect(document).toMatchObject({
      people: 3,
      seed: 9,
      on: '2026-11-21',
      council: [1, 2, 3].map((n) => ({
        record: { person: { id: `invented-9-${n}` } },
        traits: { person: `invented-9-${n}` },
        truth: { person: `invented-9-${n}`, faults: [] },
      })),
    })
  })

  test('stops without a word when whoever reads has had enough', async () => {
    const child = spawn(process.execPath, [COMMAND, 'invent', '--people', '1000000', '--seed', '1'], {
      env: { ...process.env, ROUNDTABLE_ON: '2026-11-21' },
    })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (words: string) => void (err += words))
    await new Promise((resolve) => void child.stdout.once('data', resolve))
    child.stdout.destroy()
    const code = await new Promise((resolve) => void child.once('exit', resolve))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  const PEOPLE = '--people must be a whole number from 1 to 1000000.'
  const SEED = '--seed must be a whole number from 0 to 9007199254740991.'
  test.each<readonly [readonly string[], string]>([
    [['--seed', '1'], PEOPLE],
    [['--people', '0', '--seed', '1'], PEOPLE],
    [['--people', 'ten', '--seed', '1'], PEOPLE],
    [['--people', '1000001', '--seed', '1'], PEOPLE],
    [['--people', '5'], SEED],
    [['--people', '5', '--seed', 'luck'], SEED],
    [['--people', '5', '--seed=-1'], SEED],
    [['--people', '5', '--seed', '1.5'], SEED],
    [['--people', '5', '--seed', '9007199254740992'], SEED],
    [
      ['--people', '5', '--seed', '1', '--faults', 'theft'],
      `--faults: There is no fault "theft" to plant. There is: ${FAULT_NAMES.join(', ')}.`,
    ],
    [['--people', '5', '--seed', '1', '--on', '2026-02-30'], '--on: no such day: 2026-02-30'],
    [
      ['--people', '5', '--seed', '1', '--on', '2025-05-01'],
      '--on: The model has prices from 2025-04-01. A council can be invented for a day at least 183 days later.',
    ],
    [
      ['--people', '5', '--seed', '1', '--json', '--out', 'x'],
      '--out writes files and --json prints: choose one of them.',
    ],
  ])('%j is misuse, and says so', (args, says) => {
    expect(run(...args)).toEqual({ code: 2, out: '', err: `${says}\n` })
  })

  test('a model that is none, and a folder that cannot be, are wrong input', () => {
    writeFileSync(join(folder, 'bad.yaml'), 'prices: 3\n')
    expect(run('--people', '5', '--seed', '1', '--model', join(folder, 'bad.yaml'))).toMatchObject({
      code: 1,
      out: '',
    })
    const file = join(folder, 'bad.yaml', 'inside')
    expect(run('--people', '5', '--seed', '1', '--out', file)).toMatchObject({ code: 1, out: '' })
  })
})
