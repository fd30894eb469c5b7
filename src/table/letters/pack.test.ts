import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { modelFrom } from '../../exchange/published-model.ts'
import { readFileText } from '../../record/file.ts'
import { seenBy } from '../../record/seen-by.ts'
import { type RecordState, foldRecord } from '../../record/state.ts'
import { packOf } from './pack.ts'
import { plainText } from './plain-text.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const model = await modelFrom(join(root, 'allocation', 'northmoor-2026-27.yaml'))

const packFor = (state: RecordState) => packOf({ state, model, withheld: [] })

const files = ['demo/records', 'test/cases'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.record.json'))
    .map((name) => join(root, folder, name)),
)

const stateOf = (path: string): RecordState => {
  const read = readFileText(readFileSync(path, 'utf8'))
  if (read.kind === 'refused') throw new Error(path)
  return foldRecord(read.record, day('2026-11-21'))
}

describe('of every record that we have', () => {
  test.each(files.map((path) => [path.slice(root.length + 1), path] as const))('%s', (_name, path) => {
    const state = seenBy(stateOf(path), stateOf(path).person.id)
    const text = plainText(packFor(state))
    expect(text).not.toMatch(/undefined|null\b|NaN|\[object|\[\]/)
    // Every entry stands once in the list at the end, under its own number, and every number that is used is in the list.
    const listed = text.slice(text.lastIndexOf('Every entry, in order')).match(/^\* \[\d+\]/gm)
    expect(listed).toHaveLength(state.told.length)
    const numbers = [...text.matchAll(/\[(\d{1,3})\]/g)].map(([, number]) => Number(number))
    expect(Math.max(...numbers)).toBe(state.told.length)
    expect(Math.min(...numbers)).toBe(1)
  })
})

const sunita = plainText(packFor(stateOf(join(root, 'demo', 'records', 'harbour.record.json'))))

describe('Sunita’s', () => {
  test('holds the chain: what was said, decided, reckoned, planned, answered', () => {
    for (const says of [
      'Sunita Vallory, 27 March 2026, said, typed by Keith Bromwell: “',
      'Now: level 1, “I do part of this; someone helps me with the rest”.',
      'Eligible, decided on 13 April 2026 by ',
      'On the recorded facts: eligible.',
      '£494.20 a week, from £431.57 to £579.60.',
      '6 hours × £27.60 an hour for home care from an agency = £165.60 a week.',
      'Version 3, issued, 29 June 2026',
      'was 10 hours a week, now 10.75. Why: Up by 45 minutes a week: Karan’s Sundays have ended.',
      'What the person pays: £38.40 a week, 16 April 2026',
    ]) {
      expect(sunita).toContain(says)
    }
  })

  test('names the law that it rests on, with where to read it', () => {
    const law = sunita.slice(sunita.indexOf('The law that is named here'))
    expect(law).toContain('https://www.legislation.gov.uk/')
    expect(law).toContain('Care and Support (Eligibility Criteria) Regulations')
  })
})

test('what is withheld from its reader is not in it, and neither is another’s own assessment', () => {
  const state = aRecord()
    .planned()
    .with('note', {
      by: 'sw',
      text: 'He said that he is afraid of her nephew.',
    })
    .but('note-1', { withheld: { from: ['p'], exemption: 'serious harm', why: 'He asked us to.' } })
    .state()
  const theirs = plainText(packFor(seenBy(state, 'p')))
  expect(plainText(packFor(state))).toContain('afraid of her nephew')
  expect(theirs).not.toContain('nephew')
  expect(theirs).not.toContain('serious harm')
})
