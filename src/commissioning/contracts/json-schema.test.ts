import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { contractJsonSchema } from './json-schema.ts'
import { CONTRACT_KIND_NAMES } from './kinds.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const committed = JSON.parse(readFileSync(join(ROOT, 'docs', 'roundtable-contract-1.schema.json'), 'utf8'))

describe('the published schema of contracts', () => {
  test('is the one that the code makes (npx tsx scripts/contract-schema.ts)', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(contractJsonSchema())))
  })

  test('has every kind, and asks why of a correction', () => {
    expect(Object.keys(committed.$defs)).toEqual(CONTRACT_KIND_NAMES)
    expect(committed.$defs.settled.dependentRequired).toEqual({ corrects: ['why'] })
    expect(committed.$defs.declined.required).toContain('why')
  })

  const fits = new Ajv2020({ strict: false }).compile(committed)
  const demo = join(ROOT, 'demo', 'contracts')
  test.each(readdirSync(demo).filter((name) => name.endsWith('.contract.json')))('%s fits it', (name) => {
    fits(JSON.parse(readFileSync(join(demo, name), 'utf8')))
    expect(fits.errors ?? []).toEqual([])
  })

  test('a file of another version does not, nor one with a sum of three decimals of a kind that has none', () => {
    const file = JSON.parse(readFileSync(join(demo, 'town-wards.contract.json'), 'utf8'))
    expect(fits({ ...file, format: 'roundtable/contract@2' })).toBe(false)
    expect(fits({ ...file, entries: [{ ...file.entries[0], surprise: 1 }] })).toBe(false)
  })
})
