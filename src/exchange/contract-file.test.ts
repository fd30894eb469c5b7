import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldContract } from '../domain/contracts/ledger.ts'
import { settle } from '../domain/contracts/settle.ts'
import { day } from '../domain/dates/plain-date.ts'
import { readContractText, readContractValue, writeContractText } from '../commissioning/contracts/file.ts'
import { readContractFile } from './contract-file.ts'

const DEMO = join(import.meta.dirname, '..', '..', 'demo', 'contracts')
const demos = readdirSync(DEMO).filter((name) => name.endsWith('.contract.json'))
const textOf = (name: string) => readFileSync(join(DEMO, name), 'utf8')

type Json = { [key: string]: Json } & Json[] & (string | number | boolean)

/** The demonstration's file of a model, changed in one place; what is wrong with it, as the command prints it. */
function wrong(model: string, change: (file: Json, entry: (id: string) => Json) => void): readonly string[] {
  const file = JSON.parse(textOf(`${model}.contract.json`)) as Json
  const list = file['entries'] as unknown as Json[]
  change(file, (id) => list.find((entry) => (entry['id'] as unknown) === id) as Json)
  const read = readContractValue(file)
  return read.kind === 'refused'
    ? read.mistakes.map(({ entry, path, says }) => `${entry ?? ''} ${path}: ${says}`.trim())
    : []
}
const set = (at: Json | undefined, key: string, value: unknown) => {
  Object.assign(at as object, { [key]: value })
}

describe('the demonstration’s contracts', () => {
  test('there is one of each model', () => {
    const models = demos.map((name) => {
      const read = readContractText(textOf(name))
      if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
      return foldContract(read.contract, day('2026-11-21'))?.award.terms.model
    })
    expect(new Set(models)).toEqual(new Set(['indicators', 'lead-provider', 'outcome-fee', 'tapering']))
  })

  test.each(demos)('%s is read and written byte for byte', (name) => {
    const source = textOf(name)
    const read = readContractText(source)
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
    expect(writeContractText(read.contract)).toBe(source)
  })

  test.each(demos)('%s can be settled for October 2026, and its care is paid', (name) => {
    const read = readContractText(textOf(name))
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
    const ledger = foldContract(read.contract, day('2026-11-21'))
    if (ledger === undefined) throw new Error('never awarded')
    const answer = settle(ledger.award.terms, ledger, { from: day('2026-10-01'), to: day('2026-10-31') })
    expect(answer.kind).toBe('known')
    if (answer.kind === 'known') expect(answer.value.worth).toBeGreaterThanOrEqual(answer.value.due)
  })
})

describe('bad input is named, to the entry and the key', () => {
  test('a file of another version, or no file of ours', () => {
    expect(wrong('indicators', (file) => set(file, 'format', 'roundtable/contract@2'))).toEqual([
      'format: must be "roundtable/contract@1"',
    ])
    expect(readContractText('{')).toMatchObject({ kind: 'refused', mistakes: [{ path: 'file' }] })
    expect(readContractText('[]')).toMatchObject({
      kind: 'refused',
      mistakes: [{ says: 'must be an object' }],
    })
  })

  test('a contract that ends before it starts', () => {
    const says = wrong('indicators', (_, entry) => set(entry('awarded-1'), 'to', '2026-03-31'))
    expect(says).toContain('awarded-1 to: the contract ends on 2026-03-31, before it starts (2026-04-01)')
  })

  test('days that nobody will see, and sums that no penny could be exact in', () => {
    expect(wrong('indicators', (_, entry) => set(entry('awarded-1'), 'to', '9999-12-31'))).toEqual([
      'awarded-1 to: no such day from 1900 to 2199: 9999-12-31',
    ])
    expect(wrong('indicators', (_, entry) => set(entry('rate-set-1'), 'amount', 1e9))).toEqual([
      'rate-set-1 amount: must be £100000 or less',
    ])
    expect(wrong('indicators', (_, entry) => set(entry('rate-set-1'), 'amount', 27.605))).toEqual([
      'rate-set-1 amount: must be pounds with at most two decimals',
    ])
  })

  test('a rate that changes for days that are gone', () => {
    expect(wrong('indicators', (_, entry) => set(entry('rate-set-1'), 'from', '2026-02-01'))).toContain(
      'rate-set-1 from: set on 2026-03-02 for days from 2026-02-01 on: a rate is not changed for days that are gone; use adjusted',
    )
  })

  test('weights that do not add up to 1, of a package and of a pool', () => {
    expect(wrong('outcome-fee', (_, entry) => set(entry('p-201-outcome-1'), 'weight', 0.5))).toEqual([
      'p-201-outcome-1 weight: the weights of p-201-1 add up to 0.9, and must add up to 1',
    ])
    expect(
      wrong('lead-provider', (_, entry) =>
        set(entry('awarded-1')['terms']?.['measures']?.[0], 'weight', 0.7),
      ),
    ).toEqual(['awarded-1 terms.measures: the weights add up to 1.1, and must add up to 1'])
  })

  test('a floor above its target, and one that pays for what would have happened anyway', () => {
    const at = (key: string, value: number) =>
      wrong('lead-provider', (_, entry) => set(entry('awarded-1')['terms']?.['measures']?.[0], key, value))
    expect(at('floor', 0.95)).toEqual([
      'awarded-1 terms.measures[0].floor: the floor, 0.95, must be below the target, 0.9',
    ])
    expect(at('anyway', 0.75)).toEqual([
      'awarded-1 terms.measures[0].anyway: 0.75 would have happened anyway, and is paid for from 0.7 on: the floor must not be below it',
    ])
  })

  test('what the council keeps cannot be handed over', () => {
    expect(
      wrong('lead-provider', (_, entry) =>
        set(entry('awarded-1')['terms'], 'council', ['assessment', 'sufficiency']),
      ),
    ).toEqual(['awarded-1 terms.council: eligibility stays with the council'])
  })

  test('a claim for a person who was not referred, or for no outcome', () => {
    const says = wrong('outcome-fee', (_, entry) => set(entry('p-201-outcome-1'), 'person', 'p-999'))
    expect(says).toContain('p-201-outcome-1 person: p-999 was not referred to this contract')
    expect(wrong('outcome-fee', (_, entry) => set(entry('claimed-1'), 'outcome', 'nothing'))).toEqual([
      'claimed-1 outcome: no outcome "nothing"',
    ])
  })

  test('an exclusion without a name at the council', () => {
    expect(
      wrong('outcome-fee', (_, entry) => set(entry('excluded-1'), 'approver', 'brightwater-care')),
    ).toEqual(['excluded-1 approver: must be somebody at the council, and not a provider'])
    expect(wrong('outcome-fee', (_, entry) => set(entry('excluded-1'), 'approver', ''))).toEqual([
      'excluded-1 approver: must not be empty',
    ])
  })

  test('a provider that confirms its own work', () => {
    expect(
      wrong('outcome-fee', (_, entry) => set(entry('p-201-confirmed-1'), 'by', 'brightwater-care')),
    ).toEqual([
      'p-201-confirmed-1 by: the person says if it was reached, or who acts for them, and not a provider',
    ])
    expect(wrong('outcome-fee', (_, entry) => set(entry('p-201-confirmed-1'), 'by', 'p-203'))).toEqual([
      'p-201-confirmed-1 by: the outcome is p-201’s, and not p-203’s',
    ])
  })

  test('care that would be paid twice, or runs across a change of rate', () => {
    const twice = wrong('indicators', (_, entry) => set(entry('delivered-2'), 'from', '2026-04-30'))
    expect(twice).toContain(
      'delivered-2 from: the same days of p-101, support are in delivered-1: correct it, or give other days',
    )
    const across = wrong('tapering', (_, entry) => {
      set(entry('rate-set-3'), 'from', '2026-04-15')
    })
    expect(across).toContain(
      'delivered-1 to: the rate changes on 2026-04-15 (rate-set-3): give the days before and after it apart',
    )
  })

  test('a settlement whose parts do not add up, and more paid than was settled', () => {
    const says = wrong('tapering', (_, entry) => set(entry('settled-1'), 'amount', 1))
    expect(
      says.some((line) => /^settled-1 amount: is £1\.00, and its parts add up to £[\d,.]+$/.test(line)),
    ).toBe(true)
    expect(says.some((line) => line.startsWith('paid-1 amount: comes to'))).toBe(true)
  })

  test('a chain that runs in a ring, or begins nowhere', () => {
    expect(
      wrong('lead-provider', (_, entry) => set(entry('subcontracted-2'), 'to', 'northmoor-homecare')),
    ).toEqual([
      'subcontracted-2 to: northmoor-homecare passed it on to brightwater-care: the chain runs in a ring',
    ])
    expect(
      wrong('lead-provider', (_, entry) => set(entry('subcontracted-1'), 'from', 'fold-hill')),
    ).toContain('subcontracted-1 from: fold-hill has no part of the contract to pass on')
  })

  test('entries out of order, ids twice, unknown keys and kinds', () => {
    expect(
      wrong('indicators', (file) => {
        const entries = file['entries'] as unknown as Json[]
        set(entries[1], 'id', 'awarded-1')
        set(entries[2], 'kind', 'promised')
        set(entries[3], 'colour', 'blue')
      }),
    ).toEqual(['rate-set-2 kind: unknown kind "promised"', 'rate-set-3 colour: unknown key'])
    expect(wrong('indicators', (_, entry) => set(entry('rate-set-1'), 'on', '2026-04-30'))).toContain(
      'rate-set-2 on: out of order: 2026-03-02 comes after 2026-04-30 (rate-set-1)',
    )
  })

  test('a correction without a reason, or of something else', () => {
    const late = 'delivered-p-103-august'
    expect(
      wrong('indicators', (_, entry) => {
        delete (entry(late) as unknown as Record<string, unknown>)['why']
      }),
    ).toEqual([`${late} why: missing`])
    expect(wrong('indicators', (_, entry) => set(entry(late), 'corrects', 'claimed-1'))).toContain(
      `${late} corrects: a delivered cannot correct a claimed`,
    )
  })

  test('no file that is broken anywhere is ever read, or ends in a throw', () => {
    const source = textOf('tapering.contract.json')
    fc.assert(
      fc.property(fc.nat(source.length - 1), fc.integer({ min: 1, max: 40 }), (at, length) => {
        const read = readContractText(source.slice(0, at) + source.slice(at + length))
        if (read.kind === 'refused') expect(read.mistakes.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  test('a file that is not there', async () => {
    expect(await readContractFile('no-such.contract.json')).toEqual({
      kind: 'refused',
      mistakes: [{ path: 'file', says: 'cannot be read: there is no such file' }],
    })
  })
})
