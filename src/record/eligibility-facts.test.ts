import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../test/a-record.ts'
import { adultNeeds, carerNeeds, carersHeard, needsOf } from './eligibility-facts.ts'

const needs = (record: ARecord, subject = 'p') => needsOf(record.state(), subject).map(({ id }) => id)

const reassessed = aRecord().supported().with('assessment-opened', {
  id: 'again',
  on: '2026-06-01',
  of: 'reassessment',
  subject: 'p',
  way: 'face-to-face',
  assessor: 'sw',
})
const newNeed = {
  text: 'Help at night',
  topics: ['toilet', 'night'],
  cause: 'A stroke',
  test: 'danger',
  wellbeing: ['protection'],
  impact: 'some',
  'impact-why': '',
} as const

describe('the needs that a decision is made on', () => {
  test('are those of the one whom it is about', () => {
    const record = aRecord().withCarer()
    expect(needs(record)).toEqual(['need-1', 'need-2'])
    expect(needs(record, 'husband')).toEqual(['need-carer'])
    expect(needs(record, 'son')).toEqual([])
  })
  test('are those of the latest assessment, once it has found any', () => {
    expect(needs(reassessed)).toEqual(['need-1', 'need-2'])
    expect(needs(reassessed.with('need', { id: 'night', on: '2026-06-02', ...newNeed }))).toEqual(['night'])
  })
  test('are not moved by a carer’s assessment', () => {
    const carer = aRecord().supported().with('assessment-opened', {
      on: '2026-06-01',
      of: 'carer',
      subject: 'son',
      way: 'phone',
      assessor: 'sw',
    })
    expect(needs(carer.with('need', { id: 'his', on: '2026-06-02', of: 'son', ...newNeed }))).toEqual([
      'need-1',
      'need-2',
    ])
  })
  test('stand where they stood when one of them is corrected', () => {
    const right = reassessed.with('need', {
      id: 'right',
      on: '2026-06-05',
      ...newNeed,
      corrects: 'need-1',
      why: 'Wrong box.',
    })
    expect(needs(right)).toEqual(['right', 'need-2'])
  })
})

describe('a need as the rules take it', () => {
  test('all that was recorded of it, in the words of the rules', () => {
    const [first] = adultNeeds(aRecord().assessed().state())
    expect(first).toEqual({
      id: 'need-1',
      text: 'Help to wash and dress in the morning',
      outcomes: ['hygiene', 'clothing'],
      cause: 'Arthritis in hips and hands',
      test: 'unable',
      wellbeing: ['dignity', 'health'],
      impact: 'significant',
      impactWhy: 'She goes unwashed, and being clean matters to her more than anything.',
      statements: ['statement-1', 'statement-2'],
      disputed: false,
    })
  })

  test('an empty text is a fact still to be asked for, not one that was given', () => {
    const [first] = adultNeeds(
      aRecord().assessed().but('need-1', { cause: ' ', 'impact-why': '', over: '' }).state(),
    )
    expect(Object.keys(first ?? {})).not.toContain('cause')
    expect(Object.keys(first ?? {})).not.toContain('impactWhy')
    expect(Object.keys(first ?? {})).not.toContain('over')
  })

  test('topics that are no outcome of the regulation fall away', () => {
    const night = aRecord()
      .assessed()
      .with('need', { id: 'night', ...newNeed })
      .state()
    expect(adultNeeds(night).find(({ id }) => id === 'night')?.outcomes).toEqual(['toilet'])
    const [his] = carerNeeds(aRecord().withCarer().state(), 'husband')
    expect(his?.outcomes).toEqual(['carer-recreation'])
  })

  test('who meets it comes with their name, and without one where they are not at the table', () => {
    const met = (carer: string) => {
      const by = { carer, willing: true, able: false }
      const record = aRecord().withCarer().without('carer-identified').but('need-1', { 'met-by': by })
      return adultNeeds(record.state())[0]?.metBy
    }
    expect(met('husband')).toEqual({ carer: 'husband', name: 'Walter Brook', willing: true, able: false })
    expect(met('neighbour')).toEqual({ carer: 'neighbour', willing: true, able: false })
  })

  test('whoever met it and has said since that they cannot go on is not said to be able', () => {
    const ended = aRecord()
      .withCarer()
      .but('need-1', { 'met-by': { carer: 'husband', willing: true, able: true } })
      .with('carer-identified', {
        on: '2026-06-24',
        by: 'husband',
        carer: 'husband',
        provides: 'Nothing from July',
        willing: true,
        able: false,
        assessment: 'accepted',
      })
    expect(adultNeeds(ended.state('2026-06-23'))[0]?.metBy?.able).toBe(true)
    expect(adultNeeds(ended.state('2026-06-24'))[0]?.metBy).toEqual({
      carer: 'husband',
      name: 'Walter Brook',
      willing: true,
      able: false,
    })
  })

  test('it is disputed while anything is that it rests on', () => {
    const disputed = aRecord()
      .assessed()
      .with('dispute', { on: '2026-01-15', by: 'p', of: 'statement-2', says: 'I can.', wants: '' })
    const [first, second] = adultNeeds(disputed.state('2026-01-15'))
    expect(first?.disputed).toBe(true)
    expect(second?.disputed).toBe(false)
  })
})

test('the carers who were heard: by an assessment or a need of their own, each once', () => {
  expect(carersHeard(aRecord().assessed().state())).toEqual([])
  expect(carersHeard(aRecord().withCarer().state())).toEqual(['husband'])
  const another = aRecord()
    .withCarer()
    .party({ id: 'sister', role: 'carer' })
    .with('need', { on: '2026-02-01', of: 'sister', ...newNeed, topics: ['carer-work'] })
  expect(carersHeard(another.state())).toEqual(['husband', 'sister'])
})
