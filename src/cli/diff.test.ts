import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { roundtable } from '../../test/a-command.ts'

const HARBOUR = join(import.meta.dirname, '..', '..', 'demo', 'records', 'harbour.record.json')
const folder = mkdtempSync(join(tmpdir(), 'roundtable-diff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const between = (from: string, to: string) => ['--from', from, '--to', to]

describe('diff', () => {
  test('for people: what was added, the plan in a sentence and in money, and what follows', async () => {
    const { code, out, err } = await roundtable('diff', HARBOUR, ...between('2026-05-20', '2026-07-02'))
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Sunita Vallory, from 2026-05-20 to 2026-07-02\.\n\nADDED: 8 entries\n/)
    expect(out).toContain('PLAN: from version 2 (issued) to version 3 (issued)')
    expect(out).toContain('was 10 hours a week, now 10.75. Why: Up by 45 minutes a week')
    expect(out).toContain('  In all: was £483.70 a week, now £504.40: £20.70 more.')
    expect(out).toContain('  4 lines are as before.')
    expect(out).toContain('now 0 hours a week, not willing, not able. [carer-identified-2]')
  })

  test('with --json exactly one document, with the keys that are published for it', async () => {
    const { out } = await roundtable('diff', HARBOUR, ...between('2026-05-20', '2026-07-02'), '--json')
    const { entries, plan, facts } = JSON.parse(out)
    expect([entries.length, facts.length]).toEqual([8, 3])
    expect(plan).toMatchObject({ weekly: [483.7, 504.4] })
    expect(plan.lines.map(({ line }: { line: string }) => line)).toEqual(['L1'])
  })

  test('two equal days say that nothing is otherwise', async () => {
    const { out } = await roundtable('diff', HARBOUR, ...between('2026-07-02', '2026-07-02'))
    expect(out).toContain('ADDED: 0 entries')
    expect(out).toContain('PLAN: version 3 (issued), the same one')
    expect(out).toContain('  In all: £504.40 a week, as before.')
    expect(out).toContain('Nothing else is otherwise.')
  })

  test.each([
    ['a day that there is not', between('2026-02-30', '2026-07-02'), '--from: no such day: 2026-02-30\n'],
    ['a second day that is none', between('2026-02-01', 'soon'), '--to: no such day: soon\n'],
    [
      'days the wrong way round',
      between('2026-07-02', '2026-07-01'),
      '--from: 2026-07-02 is after --to, 2026-07-01\n',
    ],
  ])('%s is a misuse', async (_name, days, says) => {
    expect(await roundtable('diff', HARBOUR, ...days)).toEqual({ code: 2, out: '', err: says })
  })

  test('without its days it says how it is used', async () => {
    const { code, err } = await roundtable('diff', HARBOUR)
    expect(code).toBe(2)
    expect(err).toContain('--from <date>')
    expect(err).toContain('Usage: roundtable diff')
  })

  test('a file with a mistake is refused, with file, entry and key', async () => {
    const path = join(folder, 'wrong.record.json')
    writeFileSync(
      path,
      JSON.stringify({
        format: 'roundtable/record@1',
        person: { id: 'p', name: 'Ada Brook', born: '1943-05-02' },
        parties: [{ id: 'p', name: 'Ada Brook', role: 'person' }],
        entries: [{ id: 'n1', kind: 'note', on: '2026-01-05', by: 'q', text: 'Rang.' }],
      }),
    )
    expect(await roundtable('diff', path, ...between('2026-01-01', '2026-02-01'))).toEqual({
      code: 1,
      out: '',
      err: `${path}: entry n1: by: no party "q"\n`,
    })
  })
})
