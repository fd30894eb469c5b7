import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import type { Entry, RecordFile } from '../../record/entries.ts'
import { readFileText } from '../../record/file.ts'
import { type RecordState, foldRecord } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { addDays, day, dayFromNumber, dayNumber } from '../dates/plain-date.ts'
import { check } from './every.ts'
import { DEFAULT_STANDARDS } from './standards.ts'

// What holds for all checks together, whatever each of them looks for.

const folder = join(import.meta.dirname, '../../../test/cases')
const cases: readonly RecordFile[] = readdirSync(folder).flatMap((name) =>
  ['as-it-was', 'put-right'].flatMap((telling) => {
    const file = readFileText(readFileSync(join(folder, name, `${telling}.record.json`), 'utf8'))
    return file.kind === 'record' ? [file.record] : []
  }),
)
const aCase = fc.constantFrom(...cases)

const shown = (state: RecordState) =>
  check(state)
    .map((finding) => JSON.stringify(finding))
    .toSorted()
const idsIn = (record: ARecord, on?: string) => check(record.state(on)).map((finding) => finding.check)

/** A record, on a day from a month before its first entry to two years after its last. */
const aDayOf = ({ entries }: RecordFile) => {
  const days = entries.map(({ on }) => dayNumber(dayOfWhen(on)))
  return fc.integer({ min: Math.min(...days) - 30, max: Math.max(...days) + 730 }).map(dayFromNumber)
}

describe('a whole, lawful record', () => {
  const whole = aRecord().reviewed()
  const withCarer = aRecord().withCarer().reviewed()

  test('passes as a file', () => {
    expect(whole.file().entries.length).toBeGreaterThan(35)
    expect(withCarer.file().entries.length).toBeGreaterThan(40)
  })

  test.each([
    ['contacted', aRecord().contacted()],
    ['assessed', aRecord().assessed()],
    ['assessed, with a carer', aRecord().withCarer()],
    ['found eligible', aRecord().foundEligible()],
    ['budgeted', aRecord().budgeted()],
    ['planned', aRecord().planned()],
    ['supported', aRecord().supported()],
    ['reviewed', whole],
    ['reviewed, with a carer', withCarer],
  ])('%s: gives no finding at all', (_, record) => {
    record.file()
    expect(check(record.state())).toEqual([])
  })

  test.each([
    ['alone', whole],
    ['with a carer', withCarer],
  ])('%s: gives none all its life, to the next review', (_, record) => {
    const file = record.file()
    const found: string[] = []
    // Each day while there is something to do, and then each week.
    for (let on = day('2026-01-01'); on <= '2027-04-07'; on = addDays(on, on < '2026-06-01' ? 1 : 7)) {
      found.push(...check(foldRecord(file, on)).map(({ worker }) => `${on}: ${worker}`))
    }
    expect(found).toEqual([])
  })

  test.each([
    ['what was said of one outcome', ['statement-7'], 'outcome-skipped'],
    ['the end of the assessment', ['assessment-closed-1'], 'assessment-late'],
    ['the opening of the assessment', ['assessment-opened-1'], 'assessment-late'],
    ['the copy of the assessment', ['copy-1'], 'assessment-not-copied'],
    ['the copy of the decision', ['copy-2'], 'eligibility-not-copied'],
    ['the copy of the plan', ['copy-3'], 'plan-not-copied'],
    ['the decision', ['eligibility-1'], 'plan-incomplete'],
    ['the indicative budget', ['indicative-budget-1'], 'indicative-hidden'],
    ['the financial assessment', ['financial-assessment-1'], 'charged-unassessed'],
    ['the answer to her own idea', ['option-answered-3'], 'own-idea-unanswered'],
    ['all options for a need but one', ['option-2'], 'options-unpriced'],
    ['the personal budget', ['personal-budget-1'], 'plan-incomplete'],
    ['the plan', ['plan-1'], 'plan-late'],
    ['her answer to the plan', ['response-1'], 'plan-not-agreed', '2026-03-10'],
    [
      'the start of one line, and word of what was given',
      ['support-started-1', 'support-delivered-1'],
      'support-late',
    ],
    ['the first look', ['review-1'], 'first-review-missing'],
    ['what the carer said', ['said-family', 'said-carer'], 'carer-not-heard'],
    ['what it means for the family', ['said-family', 'said-carer'], 'family-impact-skipped'],
    ['the carer’s own assessment', ['opened-carer'], 'carer-not-offered'],
    ['what the carer said of themselves', ['said-carer', 'said-family'], 'person-not-heard'],
    ['the copy of the carer’s assessment', ['copy-carer-1'], 'assessment-not-copied'],
    ['the copy of the carer’s decision', ['copy-carer-2'], 'eligibility-not-copied'],
    ['all advice on the carer’s needs', ['advice-carer', 'advice-1'], 'ineligible-no-advice'],
    ['the carer’s name', ['carer-identified-1', 'opened-carer'], 'carer-not-offered'],
  ])('without %s, the finding that names it', (_, missing, finding, on = '2026-06-01') => {
    expect(idsIn(withCarer, on)).toEqual([])
    expect(idsIn(withCarer.without(...missing), on)).toContain(finding)
  })

  test('every entry may be missing, and nothing is thrown', () => {
    for (const { id } of withCarer.entries)
      expect(() => check(withCarer.without(id).state('2027-01-01'))).not.toThrow()
  })
})

describe('a corrected entry counts as corrected', () => {
  const record = aRecord().reviewed()

  test.each([
    ['need-1', { wellbeing: [] }, 'wellbeing-skipped'],
    ['need-2', { test: 'managing', cause: '' }, undefined],
    ['eligibility-1', { reasons: '' }, 'eligibility-unreasoned'],
    ['assessment-opened-1', { offered: ['phone'] }, 'self-assessment-not-offered'],
    [
      'advocacy-1',
      {
        difficulty: { understand: true, retain: true, weigh: false, communicate: false },
        decision: 'not-referred',
      },
      'advocate-missing',
    ],
    ['plan-1', { contingency: '' }, 'plan-no-contingency'],
    ['indicative-budget-1', { shown: false }, 'indicative-hidden'],
    ['contact-1', { outcome: 'screened-out', urgent: true }, 'urgent-unmet'],
    ['support-delivered-1', { delivered: 10, invoiced: 28 }, 'invoiced-undelivered'],
  ])('%s', (id, wrong, finding) => {
    const [right] = record.entries.filter((entry) => entry.id === id)
    const slipped = record.but(id, wrong)
    if (finding !== undefined) expect(idsIn(slipped)).toContain(finding)
    const corrected = slipped.add(right?.kind ?? 'note', {
      ...right,
      id: 'put-right',
      on: '2026-04-08',
      corrects: id,
      why: right?.['why'] ?? 'A slip of the pen.',
    })
    expect(idsIn(corrected)).toEqual([])
    // On the day before it was put right, the slip still showed.
    if (finding !== undefined) expect(idsIn(corrected, '2026-04-07')).toContain(finding)
  })
})

describe('every record', () => {
  test('gives nothing before its first entry', () => {
    for (const record of cases) {
      const [first] = record.entries
      if (first === undefined) continue
      expect(check(foldRecord(record, addDays(dayOfWhen(first.on), -1)))).toEqual([])
      expect(check(foldRecord({ ...record, entries: [] }, day('2026-01-01')))).toEqual([])
    }
  })

  test('gives findings in whole, plain sentences about entries that stand in it', () => {
    fc.assert(
      fc.property(
        aCase.chain((record) => fc.tuple(fc.constant(record), aDayOf(record))),
        ([record, on]) => {
          const state = foldRecord(record, on)
          for (const { check: id, entries, worker, person, mend } of check(state)) {
            expect(entries.length, id).toBeGreaterThan(0)
            expect(new Set(entries).size, id).toBe(entries.length)
            for (const entry of entries) expect(state.byId.get(entry)?.id, id).toBe(entry)
            for (const sentence of [worker, person, mend.says]) {
              expect(sentence, id).toMatch(/^[A-Z“£0-9].*[.!?”]$/s)
              expect(sentence, id).not.toMatch(
                /undefined|null|NaN|\[object| {2}|\bfor \.|\.\.|the standard of /,
              )
            }
            expect(person, id).not.toMatch(/\b(client|service user|case|the person)\b/)
          }
        },
      ),
      { numRuns: 80 },
    )
  })

  test('keeps its findings when someone writes an unrelated note', () => {
    fc.assert(
      fc.property(
        aCase.chain((record) => fc.tuple(fc.constant(record), aDayOf(record), fc.nat())),
        ([record, on, at]) => {
          const place = at % record.entries.length
          const before = record.entries[place]
          if (before === undefined) return
          const note = {
            id: 'unrelated',
            kind: 'note',
            on: before.on,
            by: record.person.id,
            text: 'The lift is out of order.',
          } as const
          const noted = { ...record, entries: record.entries.toSpliced(place, 0, note) }
          expect(shown(foldRecord(noted, on))).toEqual(shown(foldRecord(record, on)))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('does not care in which order things that were said on one day are written down', () => {
    const inOtherOrder = (entries: readonly Entry[], seed: number): readonly Entry[] => {
      const said = (entry: Entry) =>
        entry.kind === 'statement' || entry.kind === 'goal' || entry.kind === 'advice'
      const weight = (entry: Entry) => (Number.parseInt(entry.id.replace(/\D/g, '') || '0', 10) * seed) % 101
      // Only among themselves: each takes a place that one of them had.
      const days = new Map<string, Entry[]>()
      for (const entry of entries.filter(said)) days.set(entry.on, [...(days.get(entry.on) ?? []), entry])
      const shuffled = new Map(
        [...days].map(([on, each]) => [on, each.toSorted((a, b) => weight(a) - weight(b))]),
      )
      return entries.map((entry) => (said(entry) ? (shuffled.get(entry.on)?.shift() ?? entry) : entry))
    }
    fc.assert(
      fc.property(
        aCase.chain((record) =>
          fc.tuple(fc.constant(record), aDayOf(record), fc.integer({ min: 2, max: 97 })),
        ),
        ([record, on, seed]) => {
          const other = { ...record, entries: inOtherOrder(record.entries, seed) }
          const lines = (state: RecordState) =>
            check(state)
              .map((finding) => `${finding.check} ${finding.entries.toSorted().join()}`)
              .toSorted()
          expect(lines(foldRecord(other, on))).toEqual(lines(foldRecord(record, on)))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('gives the same findings each time', () => {
    for (const record of cases) {
      const on = dayOfWhen(record.entries.at(-1)?.on ?? record.person.born)
      expect(shown(foldRecord(record, on))).toEqual(shown(foldRecord(record, on)))
    }
  })

  test('is read to its end on any day, however little of it is left', () => {
    const torn = aCase.chain((record) =>
      fc.tuple(
        fc.constant(record),
        fc.subarray([...record.entries]),
        fc.subarray([...record.parties]),
        aDayOf(record),
      ),
    )
    fc.assert(
      fc.property(torn, ([record, entries, parties, on]) => {
        expect(() => check(foldRecord({ ...record, entries, parties }, on))).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  test('is read to its end by any standards', () => {
    const any = fc.oneof(fc.constantFrom(0, 0.5, 1, 1e9), fc.double({ min: 0, max: 1e9, noNaN: true }))
    const standards = fc.record(Object.fromEntries(Object.keys(DEFAULT_STANDARDS).map((name) => [name, any])))
    fc.assert(
      fc.property(aCase, standards, (record, some) => {
        const on = addDays(dayOfWhen(record.entries.at(-1)?.on ?? record.person.born), 400)
        expect(() => check(foldRecord(record, on), { ...DEFAULT_STANDARDS, ...some })).not.toThrow()
      }),
      { numRuns: 80 },
    )
  })

  test.each([1, 126, 1900, 2066, 9990])('is read to its end in the year %i', (year) => {
    const far = aRecord().reviewed()
    const moved = far.entries.reduce(
      (record, { id, on }) =>
        record.but(id, {
          on: `${String(year + Number(on.slice(0, 4)) - 2026).padStart(4, '0')}${on.slice(4)}`,
        }),
      far,
    )
    expect(() => check(moved.state())).not.toThrow()
    expect(moved.lastDay().slice(4)).toBe('-04-07')
  })
})
