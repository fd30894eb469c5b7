import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { standingFindings } from '../domain/checks/answered.ts'
import { type PlainDate, day } from '../domain/dates/plain-date.ts'
import { anyAllows, placeOf } from '../record/access.ts'
import type { RecordFile } from '../record/entries.ts'
import { readFileText } from '../record/file.ts'
import { foldRecord } from '../record/state.ts'
import { ownWithin } from './sight.ts'

// A carer sees what is about their own assessment, worked out from what they may read and no more.

/** The record as the carer may read it, by the table of access. */
function readBy(carer: string, record: RecordFile): RecordFile {
  const find = (id: string) => record.entries.find((entry) => entry.id === id)
  const entries = record.entries.filter((entry) => {
    const { resource, owner } = placeOf(entry, find)
    const own = owner === carer && anyAllows(['carer'], resource, 'read-own')
    const kept = entry.withheld?.from.includes(carer) === true
    return !kept && (anyAllows(['carer'], resource, 'read') || own)
  })
  return { ...record, entries }
}

const seenBy = (carer: string, record: RecordFile, on: PlainDate) => {
  const state = foldRecord(readBy(carer, record), on)
  return ownWithin(carer, standingFindings(state), state).map(({ finding }) => finding)
}

const HUSBAND = 'husband'
const REVIEWED = day('2026-04-20')
const shown = (record: ReturnType<typeof aRecord>) =>
  seenBy(HUSBAND, record.record(), REVIEWED).map(({ check }) => check)
const lawful = aRecord().withCarer().reviewed()

describe('what a carer sees of what the checks find', () => {
  test('nothing where all was done', () => {
    expect(shown(lawful)).toEqual([])
  })

  test.each([
    [
      'that none was offered',
      lawful.but('carer-identified-1', { assessment: 'not-offered' }),
      'carer-not-offered',
    ],
    ['that the copy of it never came', lawful.without('copy-carer-1'), 'assessment-not-copied'],
    ['that the decision never came', lawful.without('copy-carer-2'), 'eligibility-not-copied'],
    ['that nothing they said is in it', lawful.without('said-carer'), 'person-not-heard'],
    ['a decision without reasons', lawful.but('decided-carer', { reasons: '' }), 'eligibility-unreasoned'],
    ['a need without wellbeing', lawful.but('need-carer', { wellbeing: [] }), 'wellbeing-skipped'],
  ])('%s', (_what, record, check) => {
    expect(shown(record)).toContain(check)
  })

  test('nothing about the person: their copies, their decision, their charges', () => {
    const record = lawful.without('copy-1', 'copy-2', 'financial-assessment')
    const all = standingFindings(record.state('2026-04-20')).map(({ finding }) => finding.check)
    expect(all.length).toBeGreaterThan(0)
    expect(shown(record)).toEqual([])
  })

  test('nothing about another carer', () => {
    const record = lawful.without('copy-carer-1').record()
    expect(seenBy('son', record, REVIEWED)).toEqual([])
  })

  test('no advice that they may not read is called missing', () => {
    expect(shown(lawful.without('advice-carer'))).toEqual([])
  })
})

const root = join(import.meta.dirname, '..', '..')
const demo = join(root, 'demo', 'records')
const cases = join(root, 'test', 'cases')

function fileAt(path: string): RecordFile {
  const read = readFileText(readFileSync(path, 'utf8'))
  if (read.kind === 'refused') throw new Error(`${path} is refused`)
  return read.record
}

const FILES: readonly (readonly [name: string, path: string, on: PlainDate])[] = [
  ...readdirSync(demo).map((file) => [file, join(demo, file), day('2026-11-21')] as const),
  ...readdirSync(cases).flatMap((name) => {
    const { asOf }: { readonly asOf: string } = JSON.parse(
      readFileSync(join(cases, name, 'case.json'), 'utf8'),
    )
    return ['as-it-was', 'put-right'].map(
      (telling) => [`${name}, ${telling}`, join(cases, name, `${telling}.record.json`), day(asOf)] as const,
    )
  }),
]

test.each(FILES)('%s: no carer sees what the whole record does not bear out', (_name, path, on) => {
  const record = fileAt(path)
  const whole = standingFindings(foldRecord(record, on)).map(
    ({ finding: { check, entries } }) => `${check} ${entries.join(' ')}`,
  )
  const carers = record.parties.filter(({ role }) => role === 'carer').map(({ id }) => id)
  for (const carer of carers) {
    for (const { check, entries } of seenBy(carer, record, on)) {
      expect(whole).toContain(`${check} ${entries.join(' ')}`)
    }
  }
})
