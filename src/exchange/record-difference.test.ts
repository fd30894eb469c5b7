import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day } from '../domain/dates/plain-date.ts'
import { modelFrom } from './published-model.ts'
import { recordDifference } from './record-difference.ts'
import { readRecordFile } from './record-files.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const MODEL = await modelFrom(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'))

function demo(name: string, from: string, to: string) {
  const read = readRecordFile(join(ROOT, 'demo', 'records', `${name}.record.json`))
  if (read.kind === 'refused') throw new Error(`${name} is refused`)
  return recordDifference(read.record, day(from), day(to), MODEL)
}

// Sunita's brother stops his 45 minutes on Sundays: the plan of 28 April has 10 hours in the mornings and evenings at £27.60,
// that of 29 June 10.75. £27.60 x 0.75 = £20.70.
describe('from a brother who helps to one who has stopped', () => {
  const difference = () => demo('harbour', '2026-05-20', '2026-07-02')

  test('what was added, in order, with who wrote it and what it says', () => {
    const { person, entries } = difference()
    expect(person).toBe('Sunita Vallory')
    expect(entries.map(({ id, on }) => [id, on])).toEqual([
      ['carer-identified-2', '2026-06-24'],
      ['review-1', '2026-06-24'],
      ['indicative-budget-2', '2026-06-25'],
      ['plan-3', '2026-06-29'],
      ['personal-budget-2', '2026-06-29'],
      ['copy-4', '2026-07-01'],
      ['copy-7', '2026-07-01'],
      ['response-3', '2026-07-02'],
    ])
    expect(entries.at(-1)).toEqual({
      id: 'response-3',
      kind: 'response',
      on: '2026-07-02',
      by: 'Sunita Vallory',
      says: 'Agreed. He may still wash up.',
    })
  })

  test('the plan: the line that changed, why, and the money before and after', () => {
    const { plan } = difference()
    expect([plan?.from?.version, plan?.to?.version]).toEqual([2, 3])
    expect(plan?.lines).toEqual([
      {
        line: 'L1',
        what: 'Home care, mornings and evenings: washing and dressing',
        change: 'changed',
        weekly: [276, 296.7],
        says: 'Home care, mornings and evenings: washing and dressing: was 10 hours a week, now 10.75. Why: Up by 45 minutes a week: Karan’s Sundays have ended.',
      },
    ])
    expect(plan?.unchanged).toBe(4)
    expect([plan?.weekly, plan?.council, plan?.once]).toEqual([
      [483.7, 504.4],
      [483.7, 504.4],
      [186, 186],
    ])
  })

  test('what follows: the help that has gone, and the sum that it no longer lowers', () => {
    const { facts } = difference()
    expect(facts.map(({ fact, of, from, to }) => [fact, of, from, to])).toEqual([
      ['indicative', undefined, 473.5, 494.2],
      ['indicative-line', 'hygiene', 144.9, 165.6],
      ['unpaid-help', 'karan-vallory', 0.75, 'not willing or not able'],
    ])
    expect(facts[0]?.says).toBe('Sunita Vallory: indicative sum: was £473.50 a week, now £494.20 a week.')
    expect(facts[2]?.entries).toEqual(['carer-identified-2'])
  })
})

describe('the ends', () => {
  test('a day against itself is no difference at all', () => {
    const { entries, plan, facts } = demo('harbour', '2026-11-21', '2026-11-21')
    expect([entries, plan?.lines, plan?.says, plan?.texts, facts]).toEqual([[], [], [], [], []])
    expect(plan?.weekly).toEqual([504.4, 504.4])
  })

  test('before there was a plan, every line of it is new and the money starts at nothing', () => {
    const { plan } = demo('harbour', '2026-03-01', '2026-11-21')
    expect(plan?.from).toBeNull()
    expect(plan?.lines.map(({ change }) => change)).toEqual(['added', 'added', 'added', 'added', 'added'])
    expect(plan?.weekly).toEqual([0, 504.4])
  })

  test('where there is no plan on either day there is none to speak of', () => {
    const { plan, facts } = demo('meadow', '2026-10-18', '2026-11-21')
    expect(plan).toBeNull()
    expect(facts[0]).toMatchObject({ fact: 'stage', from: 'contact', to: 'conversation' })
  })

  test('what was only written down later counts from the day on which it was', () => {
    const { entries } = demo('willow', '2026-11-01', '2026-11-21')
    for (const { on, recorded = on } of entries) expect(recorded > '2026-11-01').toBe(true)
    expect(entries.some(({ on }) => on <= '2026-11-01')).toBe(
      entries.some(({ on, recorded }) => recorded !== undefined && on <= '2026-11-01'),
    )
  })
})
