import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFileValue, recordValue } from '../../../record/file.ts'
import type { Entry, RecordFile } from '../../../record/entries.ts'
import { figuresOf } from '../../../record/figures.ts'
import { foldRecord } from '../../../record/state.ts'
import { dayOfWhen } from '../../../record/values.ts'
import { type Finding } from '../../checks/check.ts'
import { check } from '../../checks/every.ts'
import { standardsFor } from '../../checks/standards.ts'
import { addMonths, day } from '../../dates/plain-date.ts'
import { ON, council, model, only } from './a-council.ts'
import { chanceAt } from './chance.ts'
import { type Someone, someone } from './someone.ts'
import { FAULT_NAMES, type FaultName, NO_FAULTS, PLANTABLE, USUAL_FAULTS } from './faults.ts'
import { type InventedPerson, whyNot } from './invent.ts'

const findings = (record: RecordFile): readonly Finding[] =>
  check(foldRecord(record, ON), standardsFor(record.policy, model)).filter(({ level }) => level !== 'look')

const lineOf = ({ record }: InventedPerson): string => `${JSON.stringify(recordValue(record))}\n`

describe('an invented council', () => {
  test('is lawful and in time where nothing is planted, whoever they are, and reads back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const { record, truth } of council(8, seed)) {
          expect(readFileValue(recordValue(record))).toEqual({ kind: 'record', record })
          expect(
            findings(record).map(({ check: id, worker }) => `${record.person.id}: ${id}: ${worker}`),
          ).toEqual([])
          expect(truth.faults).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('is the same, byte by byte, for the same seed, and another for another', () => {
    const bytes = (seed: number) => council(30, seed, USUAL_FAULTS).map(lineOf).join('')
    expect(bytes(7)).toBe(bytes(7))
    expect(bytes(7)).not.toBe(bytes(8))
  })

  test('can be made in parts: a person is the same alone as in the whole', () => {
    const whole = council(12, 3, USUAL_FAULTS)
    expect(council(4, 3, USUAL_FAULTS, 5)).toEqual(whole.slice(5, 9))
  })

  // Changes with every change to what is told, on purpose: then look at the difference, and write the new one down.
  test('fifty people of seed 1 have the fingerprint that they had', () => {
    const hash = createHash('sha256')
    for (const person of council(50, 1, USUAL_FAULTS)) hash.update(lineOf(person))
    expect(hash.digest('hex')).toBe('1193883bdd6eea2895fcb7d10a5bfcbe5991693bfb87c7311040274e3403e093')
  })

  test('some who were found not eligible ask again within the year, and are assessed anew, as lawfully', () => {
    const back = council(2_000, 1).filter(
      ({ record }) => record.entries.filter(({ kind }) => kind === 'contact').length > 1,
    )
    expect(back.length).toBeGreaterThan(5)
    const decided = back.map(({ record }) =>
      record.entries.flatMap((entry) => (entry.kind === 'eligibility' ? [entry.eligible] : [])),
    )
    expect(decided.every(([first]) => first === false)).toBe(true)
    expect(decided.some((all) => all.includes(true))).toBe(true)
    expect(back.flatMap(({ record }) => findings(record))).toEqual([])
  })

  test('knows nothing of later days, and everybody is somebody else', () => {
    const people = council(150, 5, USUAL_FAULTS)
    expect(people.flatMap(({ record }) => record.entries).filter(({ on }) => dayOfWhen(on) > ON)).toEqual([])
    expect(new Set(people.map(({ record }) => record.person.id)).size).toBe(150)
    expect(
      people.every(
        ({ record, traits, truth }) => record.person.id === traits.person && truth.person === traits.person,
      ),
    ).toBe(true)
  })

  test('who knows how to ask is seen to know it, from the first day on, and nobody else is', () => {
    for (const { record, truth } of council(120, 31)) {
      const signs = Object.values(figuresOf(foldRecord(record, ON)).cluedUp)
      expect(signs.includes(true)).toBe(truth['clued-up'])
    }
  })

  test('cannot be made for a day before there were prices, and says so', () => {
    expect(whyNot({ on: ON, model })).toBeUndefined()
    expect(whyNot({ on: day('2025-09-30'), model })).toBe(
      'The model has prices from 2025-04-01. A council can be invented for a day at least 183 days later.',
    )
  })
})

describe('journeys that few people make', () => {
  /** The first few of many whom a journey is drawn for, without inventing all the others. */
  const some = (is: (who: Someone) => boolean, wanted: number): readonly InventedPerson[] => {
    const found: InventedPerson[] = []
    for (let place = 0; found.length < wanted && place < 20_000; place += 1)
      if (is(someone(chanceAt(41, place), `invented-41-${place + 1}`, ON)))
        found.push(...council(1, 41, NO_FAULTS, place))
    expect(found.length).toBe(wanted)
    return found
  }
  const kindsIn = (people: readonly InventedPerson[], is: (entry: Entry) => boolean): number =>
    people.filter(({ record }) => record.entries.some(is)).length
  const unlawful = (people: readonly InventedPerson[]) =>
    people.flatMap(({ record }) => findings(record).map(({ check: id }) => `${record.person.id}: ${id}`))

  test('turning 18: the assessment is closed before the birthday, and support begins after it', () => {
    const people = some(({ way }) => way === 'turning-18', 40)
    expect(unlawful(people)).toEqual([])
    let [closed, begun] = [0, 0]
    for (const { record } of people) {
      const adult = addMonths(dayOfWhen(record.person.born), 216)
      for (const entry of record.entries) {
        if (entry.kind === 'assessment-opened' && entry.of === 'transition')
          expect(dayOfWhen(entry.on) < adult).toBe(true)
        if (entry.kind === 'eligibility') {
          closed += 1
          expect(dayOfWhen(entry.on) < adult).toBe(true)
        }
        if (entry.kind === 'support-started') {
          begun += 1
          expect(dayOfWhen(entry.on) > adult).toBe(true)
        }
      }
    }
    expect(closed).toBeGreaterThan(25)
    expect(begun).toBeGreaterThan(25)
  })

  test('moving here: announced before, and support goes on from the day', () => {
    const people = some(({ movesIn }) => movesIn, 25)
    expect(unlawful(people)).toEqual([])
    expect(kindsIn(people, (entry) => entry.kind === 'moved' && entry.direction === 'in')).toBeGreaterThan(15)
  })

  test('among the long supported: hospital and home again, moves away, drafts; carers of those who want nothing are assessed', () => {
    const people = some(({ way, setting }) => way === 'long' && setting === 'home', 160)
    expect(unlawful(people)).toEqual([])
    expect(kindsIn(people, ({ kind }) => kind === 'hospital')).toBeGreaterThan(3)
    expect(kindsIn(people, (entry) => entry.kind === 'moved' && entry.direction === 'out')).toBeGreaterThan(3)
    expect(kindsIn(people, (entry) => entry.kind === 'plan' && entry.status === 'draft')).toBeGreaterThan(25)
    const alone = some(({ way }) => way === 'did-not-want', 60)
    expect(unlawful(alone)).toEqual([])
    expect(
      kindsIn(alone, (entry) => entry.kind === 'assessment-opened' && entry.of === 'carer'),
    ).toBeGreaterThan(2)
  })
})

describe('what plans cost', () => {
  /** Pounds a week of those with a plan today, by age and by how it is spent; short-term support apart. */
  function spending(people: readonly InventedPerson[]) {
    const spent = new Map<string, number>()
    const add = (name: string, pence: number) => spent.set(name, (spent.get(name) ?? 0) + pence)
    for (const { record } of people) {
      if (record.entries.some(({ kind }) => kind === 'closed')) continue
      const plan = record.entries.findLast((entry) => entry.kind === 'plan' && entry.status === 'issued')
      if (plan?.kind !== 'plan') continue
      const age = Date.parse(ON) - Date.parse(record.person.born) < 65 * 365.25 * 86_400_000 ? '18-64' : '65+'
      for (const { way, form, weekly } of plan.lines) {
        if (form === 'reablement') continue
        add(age, weekly)
        add(`${age} ${way === 'direct-payment' ? 'direct payments' : form}`, weekly)
      }
    }
    return (name: string, of: string): number => (100 * (spent.get(name) ?? 0)) / (spent.get(of) ?? 1)
  }

  // Of £10.4bn of working age: supported living 3.0, direct payments 1.6, home care 1.1; of £11.0bn over 65 care homes 6.9 (2023-24). What
  // is none of these nor a care home (day services and the like, put at 15% of working age) is not invented: shares of the rest.
  test('is spread as in England, within six in a hundred', () => {
    const share = spending(council(2_400, 5))
    const expected: readonly (readonly [string, string, number])[] = [
      ['18-64 supported-living', '18-64', 34],
      ['18-64 direct payments', '18-64', 18],
      ['18-64 agency', '18-64', 13],
      ['18-64 care-home', '18-64', 35],
      ['65+ care-home', '65+', 63],
    ]
    for (const [name, of, wanted] of expected)
      expect([name, Math.abs(share(name, of) - wanted) < 6, share(name, of)]).toEqual([
        name,
        true,
        share(name, of),
      ])
  })
})

/** The check by which each fault shows in a record. Some show only in many records together, or in none: they are below. */
const SHOWS: Readonly<Partial<Record<FaultName, readonly string[]>>> = {
  'refused-hard-case': ['assessment-refused'],
  'late-start': ['assessment-late'],
  stuck: ['assessment-late'],
  'slow-assessment': ['assessment-late'],
  'silent-hold': ['hold-untold'],
  'no-advocate': ['advocate-missing'],
  'carer-ends-eligibility': ['carer-help-counted', 'eligibility-contradicts'],
  'low-price': ['price-not-real'],
  'hidden-budget': ['indicative-hidden'],
  'late-support': ['support-late'],
  'clipped-visits': ['invoiced-undelivered'],
  'unexplained-cut': ['cut-without-reassessment', 'cut-unreasoned'],
  'missed-review': ['review-overdue'],
  'unanswered-dispute': ['dispute-unanswered'],
  'late-complaint': ['complaint-unanswered'],
}
/** People enough that each befalls somebody. */
const PEOPLE = 220

describe('a fault that is planted', () => {
  test.each(Object.entries(SHOWS))('%s is found by %j', (name, checks) => {
    const fault = FAULT_NAMES.find((each) => each === name)
    if (fault === undefined) throw new Error(name)
    const people = council(PEOPLE, 11, only(fault))
    const planted = people.filter(({ truth }) => truth.faults.length > 0)
    expect(planted.length).toBeGreaterThan(0)
    expect(planted.flatMap(({ truth }) => truth.faults).every((each) => each.fault === fault)).toBe(true)
    // A fault of today may still be in time: a dispute that was not answered yet, a hold of yesterday.
    const found = planted.filter(({ record }) => {
      const ids = findings(record).map((finding) => finding.check)
      return checks.every((id) => ids.includes(id))
    })
    expect(found.length).toBeGreaterThanOrEqual(Math.ceil(planted.length * 0.6))
    const others = people.filter(({ truth }) => truth.faults.length === 0)
    expect(
      others.slice(0, 60).flatMap(({ record }) => findings(record).map((finding) => finding.check)),
    ).toEqual([])
  })

  test('every other one is looked for below', () => {
    const here: readonly FaultName[] = ['clued-up-gap', 'threshold-spike', 'easy-goal', 'carer-counted-twice']
    expect([...Object.keys(SHOWS), ...here].toSorted()).toEqual([...FAULT_NAMES].toSorted())
  })

  const budgets = (people: readonly InventedPerson[]) =>
    people.map(({ record }) => {
      const found = record.entries.find(({ kind }) => kind === 'personal-budget')
      return found?.kind === 'personal-budget' ? found.weekly : 0
    })

  test('clued-up-gap takes a tenth from everybody who is not, and nothing from who is', () => {
    const [fair, unfair] = [NO_FAULTS, only('clued-up-gap', 0.1)].map((faults) => council(PEOPLE, 13, faults))
    if (fair === undefined || unfair === undefined) throw new Error('two councils')
    const [before, after] = [budgets(fair), budgets(unfair)]
    const share = (cluedUp: boolean) => {
      const places = fair.flatMap(({ truth }, place) => (truth['clued-up'] === cluedUp ? [place] : []))
      const sumOf = (of: readonly number[]) => places.reduce((total, place) => total + (of[place] ?? 0), 0)
      return sumOf(after) / sumOf(before)
    }
    expect(share(true)).toBe(1)
    expect(share(false)).toBeGreaterThan(0.89)
    expect(share(false)).toBeLessThan(0.91)
  })

  test('threshold-spike leaves no budget just above £500 that could be trimmed, and says what it took', () => {
    const people = council(600, 17, only('threshold-spike'))
    const planted = people.filter(({ truth }) => truth.faults.length > 0)
    expect(planted.length).toBeGreaterThan(3)
    for (const budget of budgets(planted)) {
      expect(budget).toBeLessThan(50_000)
      expect(budget).toBeGreaterThan(47_000)
    }
  })

  test('easy-goal is a goal to gain what the person could do already', () => {
    const people = council(PEOPLE, 19, only('easy-goal'))
    const named = people.flatMap(({ record, truth }) =>
      truth.faults.flatMap(({ entries }) => record.entries.filter(({ id }) => entries.includes(id))),
    )
    expect(named.length).toBeGreaterThan(20)
    for (const goal of named) {
      expect(goal.kind === 'goal' && goal.type === 'gain' && goal.agreed === goal.now).toBe(true)
    }
  })

  test('carer-counted-twice takes a carer’s hours off the shown budget once more than the rules do', () => {
    const [fair, unfair] = [NO_FAULTS, only('carer-counted-twice')].map((faults) => council(600, 23, faults))
    const shown = (people: readonly InventedPerson[] | undefined, place: number) => {
      const found = people?.[place]?.record.entries.find(({ kind }) => kind === 'indicative-budget')
      return found?.kind === 'indicative-budget' ? found.weekly : 0
    }
    const places = (unfair ?? []).flatMap(({ truth }, place) => (truth.faults.length > 0 ? [place] : []))
    expect(places.length).toBeGreaterThan(5)
    for (const place of places) {
      const [planted] = unfair?.[place]?.truth.faults ?? []
      expect(shown(fair, place) - shown(unfair, place)).toBe(planted?.pence)
    }
  })

  test('the usual shares are shares', () => {
    for (const { usual } of Object.values(PLANTABLE)) {
      expect(usual).toBeGreaterThan(0)
      expect(usual).toBeLessThanOrEqual(1)
    }
  })
})
