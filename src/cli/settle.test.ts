import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { roundtable } from '../../test/a-command.ts'

const DEMO = join(import.meta.dirname, '..', '..', 'demo', 'contracts')
const demo = (model: string) => join(DEMO, `${model}.contract.json`)
const ON = ['--on', '2026-11-21']
const OCTOBER = ['--period', '2026-10-01..2026-10-31']
const folder = mkdtempSync(join(tmpdir(), 'roundtable-settle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Line = { kind: string; amount: number; because: { says: string }[] }
type Document = { payable: number; lines: Line[]; held: { amount: number }[]; flags: { flag: string }[] }

describe('settle', () => {
  test.each(['indicators', 'outcome-fee', 'tapering', 'lead-provider'])(
    '%s, as one JSON document whose lines add up to what is payable',
    async (model) => {
      const { code, out, err } = await roundtable('settle', demo(model), ...OCTOBER, ...ON, '--json')
      expect([code, err]).toEqual([0, ''])
      const settled = JSON.parse(out) as Document
      const sum = settled.lines.reduce((total, { amount }) => total + Math.round(amount * 100), 0)
      expect(sum).toBe(Math.round(settled.payable * 100))
      for (const { because } of settled.lines) expect(because[0]?.says).toMatch(/\.$/)
    },
  )

  test('for people: what to pay, each line with its reasons, what is held and for whom it waits', async () => {
    const { out } = await roundtable('settle', demo('indicators'), ...OCTOBER, ...ON)
    expect(out).toContain('Home care, north, 1 October 2026 to 31 October 2026, as known on 2026-11-21')
    expect(out).toContain('1 August 2026 to 31 August 2026, worked out again: -£82.80')
    expect(out).toContain('It waits for Northmoor Homecare.')
  })

  test('a day earlier, before the late fact was known, nothing is claimed back', async () => {
    const { out } = await roundtable('settle', demo('indicators'), ...OCTOBER, '--on', '2026-11-08')
    expect(out).not.toContain('worked out again')
  })

  test('care from a log of visits; in October it is in the contract file, and not paid twice', async () => {
    const log = ['--visits', join(DEMO, 'indicators-visits-2026-11.csv')]
    const november = ['--period', '2026-11-01..2026-11-15']
    const { code, out } = await roundtable('settle', demo('indicators'), ...november, ...ON, ...log, '--json')
    expect(code).toBe(0)
    expect((JSON.parse(out) as Document).lines[0]?.kind).toBe('care')
    const twice = await roundtable('settle', demo('indicators'), ...OCTOBER, ...ON, ...log)
    expect([twice.code, twice.out]).toEqual([1, ''])
    expect(twice.err).toContain('it would be paid twice')
  })

  test('a period that cuts through a payment, or lies outside the contract, is refused with a sentence', async () => {
    const cut = await roundtable('settle', demo('tapering'), '--period', '2026-04-15..2026-05-14', ...ON)
    expect([cut.code, cut.out]).toEqual([1, ''])
    expect(cut.err).toMatch(
      /entry settled-\S+: The period, .* cuts through what was settled for 1 April 2026 to 30 April 2026/,
    )
    // Of eight people in the same days it is said once, with how many entries.
    expect(cut.err.match(/cuts through care given from 1 April 2026/g)).toHaveLength(1)
    expect(cut.err).toMatch(/entry delivered-\S+ and 7 more: /)
    const outside = await roundtable('settle', demo('tapering'), '--period', '2031-01-01..2031-01-31', ...ON)
    expect(outside.err).toContain('The contract lasts from 1 April 2025 to 31 March 2029')
  })

  test('a file with a mistake is named with entry and key; a file of another version is not read', async () => {
    const path = join(folder, 'wrong.contract.json')
    writeFileSync(path, readFileSync(demo('tapering'), 'utf8').replace('"units": 14', '"units": -14'))
    const wrong = await roundtable('settle', path, ...OCTOBER, ...ON)
    expect([wrong.code, wrong.out]).toEqual([1, ''])
    expect(wrong.err).toBe(
      `${path}: entry referred-1: needs[0].units: must be a number of units, 0 to 1000000\n`,
    )
    const none = await roundtable('settle', join(folder, 'none.json'), ...OCTOBER, ...ON)
    expect(none.err).toContain('there is no such file')
  })

  test.each([
    [['settle', demo('tapering'), '--period', 'October']],
    [['settle', demo('tapering'), '--period', '2026-10-01..2026-10-32']],
    [['settle', demo('tapering'), ...OCTOBER, '--on', 'today']],
    [['settle', demo('tapering')]],
    [['integrity', demo('tapering'), '--seed', 'lucky']],
    [['integrity']],
  ])('misused: %j', async (args) => {
    expect((await roundtable(...args)).code).toBe(2)
  })
})

describe('integrity', () => {
  test('as one JSON document: each flag with its figure, the limit beside it and what to ask', async () => {
    const { code, out, err } = await roundtable('integrity', demo('lead-provider'), ...ON, '--json')
    expect([code, err]).toEqual([0, ''])
    const flags = JSON.parse(out) as { flag: string; value: number; limit: number; ask: string }[]
    expect(flags.map(({ flag, value, limit }) => [flag, value, limit])).toEqual([
      ['under-cost', 25.4, 27.6],
      ['under-cost', 23.9, 27.6],
      ['concentration', 0.589, 0.5],
    ])
    for (const { ask } of flags) expect(ask).toMatch(/\?$/)
  })

  test('for people; other contracts of the zone beside it; every test listed', async () => {
    const alone = await roundtable('integrity', demo('tapering'), ...ON)
    expect(alone.out).toContain('nothing that chance does not explain')
    const beside = await roundtable('integrity', demo('tapering'), demo('outcome-fee'), ...ON)
    expect(beside.out).toContain('if it left, 8 people would need another provider')
    const list = await roundtable('integrity', '--list', '--json')
    expect(JSON.parse(list.out)).toHaveLength(12)
  })

  test('a log of visits shows how long they were; one with a bad row is refused', async () => {
    const path = join(folder, 'rounded.csv')
    const [head = '', ...rows] = readFileSync(join(DEMO, 'indicators-visits-2026-11.csv'), 'utf8')
      .trim()
      .split('\n')
    const flagsOf = async () => {
      const { out } = await roundtable('integrity', demo('indicators'), ...ON, '--visits', path, '--json')
      return (JSON.parse(out) as { flag: string }[]).map(({ flag }) => flag)
    }
    writeFileSync(path, [head, ...rows, ''].join('\n'))
    expect(await flagsOf()).not.toContain('threshold')
    // Written down afterwards: every visit took exactly what was planned.
    const rounded = rows.map((row) => {
      const [visit, person, service, line, worker, start, end, logged] = row.split(',')
      const times = logged === '' ? [start, end, '', '', 'missed'] : [start, end, start, end, '']
      return [visit, person, service, line, worker, ...times, ''].join(',')
    })
    writeFileSync(path, [head, ...rounded, ''].join('\n'))
    expect(await flagsOf()).toContain('threshold')
    writeFileSync(path, `${head}\nv-1,p-999,home-care,support,w-1,,,,,,\n`)
    const bad = await roundtable('integrity', demo('indicators'), ...ON, '--visits', path)
    expect([bad.code, bad.err]).toEqual([
      1,
      `${path}: row 2, person: “p-999” was not referred to this contract\n`,
    ])
  })

  test('a seed draws the same outcomes to be measured again', async () => {
    const drawn = async (seed: string) =>
      (await roundtable('integrity', demo('lead-provider'), ...ON, '--seed', seed, '--json')).out
    const first = JSON.parse(await drawn('2026')) as { seed: number; remeasure: unknown[] }
    expect([first.seed, first.remeasure.length]).toEqual([2026, 59])
    expect(await drawn('2026')).toBe(await drawn('2026'))
    expect(await drawn('2027')).not.toBe(await drawn('2026'))
  })
})
