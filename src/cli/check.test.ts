import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

// `check` as somebody runs it: a process of its own, on what the build made of the source as it is now.

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const ROOT = join(import.meta.dirname, '..', '..')
const BRISTOL = join(ROOT, 'test', 'cases', 'bristol-2024')
const AS_IT_WAS = join(BRISTOL, 'as-it-was.record.json')
const PUT_RIGHT = join(BRISTOL, 'put-right.record.json')
const ON = '2023-08-31'
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roundtable-check-')))

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin', 'roundtable.mjs'), 'check', ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return { code: status, out: stdout, err: stderr }
}

const written = (name: string, change: (file: Record<string, unknown>) => void): string => {
  const file: Record<string, unknown> = JSON.parse(readFileSync(AS_IT_WAS, 'utf8'))
  change(file)
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(file))
  return path
}

beforeAll(() => {
  spawnSync(process.execPath, [join(ROOT, 'scripts', 'ready.mjs'), '--quiet'], { cwd: ROOT })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const FINDING = {
  check: 'carer-not-offered',
  level: 'must',
  entries: ['carer-identified-1'],
  worker: 'Martin Askerby was identified as a carer on 27 March 2023 and was not offered an assessment.',
  person: 'Martin Askerby cares for you. The council has not offered Martin Askerby a carer’s assessment.',
  citation: 'Care Act 2014, section 10(1)',
  mend: 'Offer the carer an assessment of their own, and write down what they answer.',
  where: 'conversation',
}

describe('files', () => {
  test('as one JSON document: what each was found to lack, and what has nothing', () => {
    const { code, out, err } = run(AS_IT_WAS, PUT_RIGHT, '--on', ON, '--json')
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual([
      { file: AS_IT_WAS, on: ON, findings: [FINDING] },
      { file: PUT_RIGHT, on: ON, findings: [] },
    ])
  })

  test('for people: what is wanting, the law, the entries, and what would put it right', () => {
    const { code, out, err } = run(AS_IT_WAS, PUT_RIGHT, '--on', ON)
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(
      [
        `${AS_IT_WAS}, on ${ON}: 1 finding`,
        `  must: ${FINDING.worker} (carer-not-offered; Care Act 2014, section 10(1)) [carer-identified-1]`,
        `    To put it right: ${FINDING.mend}`,
        `${PUT_RIGHT}, on ${ON}: nothing stands out against the law.`,
        '',
      ].join('\n'),
    )
  })

  test('on a day before the first entry: nothing', () => {
    expect(JSON.parse(run(AS_IT_WAS, '--on', '2001-01-01', '--json').out)).toEqual([
      { file: AS_IT_WAS, on: '2001-01-01', findings: [] },
    ])
  })

  test('one that is wrong is named with every mistake, and the others are checked all the same', () => {
    const wrong = written('wrong.json', (file) => {
      Object.assign(file, { policy: { standards: { 'carer-not-offered': 3, 'plan-days': 'soon' } }, more: 1 })
    })
    const { code, out, err } = run(wrong, join(folder, 'nowhere.json'), AS_IT_WAS, '--on', ON, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual([{ file: AS_IT_WAS, on: ON, findings: [FINDING] }])
    expect(err).toContain(`${wrong}: more: unknown key`)
    expect(err).toMatch(/policy\.standards.*carer-not-offered/)
    expect(err).toContain('policy.standards.plan-days')
    expect(err).toContain('nowhere.json: file: cannot be read: there is no such file')
  })

  test('none but wrong ones are still a document', () => {
    const { code, out } = run(join(folder, 'nowhere.json'), '--json')
    expect([code, JSON.parse(out)]).toEqual([1, []])
  })

  test('many, in threads: in the order in which they were named, none lost, and each wrong one named', () => {
    const files = Array.from({ length: 250 }, (_, index) => {
      const path = join(folder, `${index}.record.json`)
      if (index === 100) writeFileSync(path, '{')
      else symlinkSync(index % 2 === 0 ? AS_IT_WAS : PUT_RIGHT, path)
      return path
    })
    const { code, out, err } = run(...files, '--on', ON, '--json')
    expect(code).toBe(1)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).toContain(`${files[100] ?? ''}: file: is not JSON`)
    const all: readonly { file: string; findings: readonly unknown[] }[] = JSON.parse(out)
    expect(all.map(({ file }) => file)).toEqual(files.filter((_, index) => index !== 100))
    for (const { file, findings } of all) {
      expect(findings).toEqual(Number(/(\d+)\.record/.exec(file)?.[1]) % 2 === 0 ? [FINDING] : [])
    }
  })
})

describe('--model', () => {
  const MODEL = join(ROOT, 'allocation', 'northmoor-2026-27.yaml')
  /** A demonstration’s record whose plan costs an hour from an agency at £10, and which has no prices of its own. */
  const cheap = (): string => {
    const file = JSON.parse(readFileSync(join(ROOT, 'demo', 'records', 'harbour.record.json'), 'utf8'))
    for (const entry of file.entries) {
      if (entry.kind !== 'plan') continue
      for (const line of entry.lines) {
        if (line.unit === 'hour' && line.form === 'agency')
          Object.assign(line, { price: 10, weekly: line.amount * 10 })
      }
    }
    const path = join(folder, 'cheap.record.json')
    writeFileSync(path, JSON.stringify(file))
    return path
  }
  const checksIn = (out: string): readonly string[] =>
    JSON.parse(out)[0].findings.map(({ check }: { readonly check: string }) => check)

  test('gives the council’s published prices to the checks, and nothing does without it', () => {
    const path = cheap()
    const without = run(path, '--on', '2026-11-21', '--json')
    expect([without.code, without.err]).toEqual([0, ''])
    expect(checksIn(without.out)).not.toContain('price-not-real')
    const named = run(path, '--on', '2026-11-21', '--json', '--model', MODEL)
    expect([named.code, named.err]).toEqual([0, ''])
    expect(checksIn(named.out)).toContain('price-not-real')
    expect(checksIn(named.out).filter((id) => id !== 'price-not-real')).toEqual(checksIn(without.out))
  })

  test('one that is not there, or no model, is named, and nothing is checked', () => {
    for (const model of [join(folder, 'none.yaml'), AS_IT_WAS]) {
      const { code, out, err } = run(AS_IT_WAS, '--on', ON, '--model', model)
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain(model)
    }
  })
})

describe('a file with a record a line', () => {
  const line = (path: string): string => JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
  const council = (name: string, ...lines: readonly string[]): string => {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\n'))
    return path
  }

  test('is checked line by line, each named by its number, and a wrong one does not stop the others', () => {
    const path = council('council.jsonl', line(AS_IT_WAS), '', '{"format": 1}', line(PUT_RIGHT), '')
    const { code, out, err } = run(path, '--on', ON, '--json')
    const checked: readonly { file: string; findings: readonly unknown[] }[] = JSON.parse(out)
    expect(code).toBe(1)
    expect(checked.map(({ file }) => file)).toEqual([`${path}:1`, `${path}:4`])
    const alone: typeof checked = JSON.parse(run(AS_IT_WAS, '--on', ON, '--json').out)
    expect(checked[0]?.findings).toEqual(alone[0]?.findings)
    expect(err).toContain(`${path}:3: format: must be "roundtable/record@1"`)
  })

  test.each([
    ['with no line', () => council('empty.jsonl')],
    ['that is not there', () => join(folder, 'nowhere.jsonl')],
  ])('one %s is wrong, and named', (_, file) => {
    const path = file()
    const { code, out, err } = run(path, '--on', ON)
    expect([code, out]).toEqual([1, ''])
    expect(err.startsWith(`${path}: `)).toBe(true)
  })
})

describe('--list', () => {
  test('every check there is, with its level, where it stands in law and when it fires', () => {
    const { code, out } = run('--list', '--json')
    expect(code).toBe(0)
    const listed: readonly Record<string, string>[] = JSON.parse(out)
    expect(listed).toHaveLength(79)
    expect(new Set(listed.map(({ check }) => check)).size).toBe(79)
    expect(listed).toContainEqual({
      check: 'carer-not-offered',
      level: 'must',
      citation: 'Care Act s10(1)',
      when: 'A carer was not offered an assessment of their own, or said yes and none was opened in time.',
    })
    expect(run('--list').out).toContain(
      'carer-not-offered (must; Care Act s10(1))\n  A carer was not offered an assessment',
    )
  })
})

test.each([
  ['no file', []],
  ['a day that there is not', [AS_IT_WAS, '--on', '2023-02-30']],
  ['an option that there is not', [AS_IT_WAS, '--gently']],
])('misused, with %s, it says so', (_what, args) => {
  const { code, out, err } = run(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).not.toBe('')
})
