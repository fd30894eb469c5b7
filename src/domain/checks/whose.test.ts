import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { all } from '../../record/state.ts'
import {
  assessments,
  carersAssessments,
  completedAssessments,
  isMadeForCarer,
  isPersonsSide,
  isSubjectsSide,
  isWorker,
  isCouncils,
  personsAssessments,
  speaksForPerson,
  subjectOf,
} from './whose.ts'

const NONE = { understand: false, retain: false, weigh: false, communicate: false }

describe('the person’s side', () => {
  const state = aRecord()
    .party({ id: 'lpa', role: 'attorney' })
    .party({ id: 'dep', role: 'deputy' })
    .party({ id: 'adv', role: 'advocate' })
    .assessed()
    .with('advocacy', { difficulty: NONE, decision: 'appointed', advocate: 'club', supporter: 'son' })
    .state()

  test.each([
    ['p', true],
    ['lpa', true],
    ['dep', true],
    ['adv', true],
    ['club', true],
    ['son', false],
    ['sw', false],
    ['nobody', false],
  ])('%s acts for her: %s', (party, acts) => {
    expect(isPersonsSide(state, party)).toBe(acts)
  })

  test('a supporter speaks for her and does not act for her', () => {
    expect(speaksForPerson(state, 'son')).toBe(true)
    expect(speaksForPerson(state, 'sw')).toBe(false)
  })
})

test.each([
  ['sw', true, true],
  ['mgr', true, true],
  ['fin', true, false],
  ['care', false, false],
  ['p', false, false],
])('%s is of the council: %s; works with her: %s', (party, council, worker) => {
  const state = aRecord().state()
  expect(isCouncils(state, party)).toBe(council)
  expect(isWorker(state, party)).toBe(worker)
})

describe('whose an assessment is', () => {
  const record = aRecord().withCarer()
  const state = record.state()
  const [person] = personsAssessments(state)
  const [carer] = carersAssessments(state)
  if (person === undefined || carer === undefined) throw new Error('the story has both')

  test('the person’s, and the carer’s', () => {
    expect([person.id, subjectOf(state, person)]).toEqual(['assessment-opened-1', 'p'])
    expect([carer.id, subjectOf(state, carer)]).toEqual(['opened-carer', 'husband'])
    expect(personsAssessments(state)).toHaveLength(1)
    expect(carersAssessments(state)).toHaveLength(1)
  })

  test('the attorney of the person does not stand for the carer', () => {
    const both = record.party({ id: 'lpa', role: 'attorney' }).party({ id: 'adv', role: 'advocate' }).state()
    expect(isSubjectsSide(both, carer, 'husband')).toBe(true)
    expect(isSubjectsSide(both, carer, 'adv')).toBe(true)
    expect(isSubjectsSide(both, carer, 'lpa')).toBe(false)
    expect(isSubjectsSide(both, carer, 'p')).toBe(false)
    expect(isSubjectsSide(both, person, 'lpa')).toBe(true)
  })

  test('each with its closing and the decision that stands on it', () => {
    expect(
      assessments(record.foundEligible().state()).map(({ opened, closed, decided }) => [
        opened.id,
        closed?.id,
        decided?.id,
      ]),
    ).toEqual([
      ['assessment-opened-1', 'assessment-closed-1', 'eligibility-1'],
      ['opened-carer', 'closed-carer', 'decided-carer'],
    ])
  })

  test('only those closed as completed are looked at for how they were made', () => {
    const withdrawn = record.but('assessment-closed-1', { outcome: 'withdrawn' }).state()
    expect(completedAssessments(withdrawn).map(({ opened }) => opened.id)).toEqual(['opened-carer'])
  })
})

test('what is made while only a carer’s assessment is open is the carer’s; everything else is the person’s', () => {
  const made = (on: string) => {
    const state = aRecord()
      .withCarer()
      .but('closed-carer', { on: '2026-02-20' })
      .without('advocacy-1')
      .with('advocacy', { on, difficulty: NONE, decision: 'not-needed' })
      .state('2026-06-01')
    return all(state, 'advocacy').map((entry) => isMadeForCarer(state, entry))
  }
  expect(made('2026-01-13')).toEqual([false])
  expect(made('2026-01-20')).toEqual([false])
  expect(made('2026-02-10')).toEqual([true])
  expect(made('2026-03-01')).toEqual([false])
})
