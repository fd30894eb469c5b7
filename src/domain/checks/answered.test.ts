import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import {
  countOpen,
  gravestFirst,
  notSoText,
  readNotSo,
  standingFindings,
  withoutAnswers,
} from './answered.ts'
import { check } from './every.ts'
import { all } from '../../record/state.ts'

const WHY = 'She was asked at her sister’s, and the note is in the paper file.'
/** Ada’s husband cares for her and was not offered an assessment of his own: one finding of the law. */
const unoffered = aRecord().withCarer().reviewed().but('carer-identified-1', { assessment: 'not-offered' })
const answered = (record: ARecord, text = `Not so (carer-not-offered; carer-identified-1): ${WHY}`) =>
  record.with('note', { id: 'not-so', on: '2026-04-08', by: 'sw', of: 'carer-identified-1', text })

const stands = (record: ARecord, on = '2026-04-20') =>
  standingFindings(record.state(on)).map(({ kind, finding }) => [finding.check, kind])

describe('the note that answers a finding', () => {
  test('names the check and the entries, and then gives the reason', () => {
    expect(notSoText({ check: 'plan-late', entries: ['plan-1', 'eligibility-1'] }, ' He was away. ')).toBe(
      'Not so (plan-late; plan-1 eligibility-1): He was away.',
    )
    expect(notSoText({ check: 'transition-late', entries: [] }, 'He is 40.')).toBe(
      'Not so (transition-late): He is 40.',
    )
  })

  test.each([
    ['ids of any kind', ['a): b', 'ü é', '100%', 'x;y']],
    ['no entry', []],
  ])('is read back as it was written: %s', (_what, entries) => {
    const text = notSoText({ check: 'plan-late', entries }, 'One line.\nAnd (another): line.')
    const note = answered(unoffered, text).state('2026-04-20').byId.get('not-so')
    expect(note?.kind === 'note' ? readNotSo(note) : undefined).toMatchObject({
      check: 'plan-late',
      entries,
      why: 'One line.\nAnd (another): line.',
    })
  })

  test.each([
    'It is not so.',
    'Not so: he was asked.',
    'Not so (plan-late): ',
    'Not so (plan-late; %E0%A4%A): broken',
  ])('is no other note: %s', (text) => {
    const note = answered(unoffered, text).state('2026-04-20').byId.get('not-so')
    expect(note?.kind === 'note' ? readNotSo(note) : 'no note').toBeUndefined()
  })
})

describe('a finding', () => {
  test('is open until somebody says something to it', () => {
    expect(stands(unoffered)).toEqual([['carer-not-offered', 'open']])
  })

  test('is answered by “not so”, with who said it and why', () => {
    const [standing] = standingFindings(answered(unoffered).state('2026-04-20'))
    expect(standing).toMatchObject({
      kind: 'answered',
      answer: { check: 'carer-not-offered', why: WHY, note: { id: 'not-so', by: 'sw' } },
    })
  })

  test('is not answered on the days before', () => {
    expect(stands(answered(unoffered), '2026-04-07')).toEqual([['carer-not-offered', 'open']])
  })

  test('is not answered by what was said to another check, or about another entry', () => {
    expect(stands(answered(unoffered, `Not so (carer-not-heard; carer-identified-1): ${WHY}`))).toEqual([
      ['carer-not-offered', 'open'],
    ])
    expect(stands(answered(unoffered, `Not so (carer-not-offered; plan-1): ${WHY}`))).toEqual([
      ['carer-not-offered', 'open'],
    ])
    expect(
      stands(answered(unoffered, `Not so (carer-not-offered; carer-identified-1 plan-1): ${WHY}`)),
    ).toEqual([['carer-not-offered', 'returned']])
  })

  test('goes by itself when it is mended, answered or not', () => {
    const mended = answered(unoffered).with('carer-identified', {
      id: 'offered',
      on: '2026-04-10',
      by: 'sw',
      carer: 'husband',
      provides: 'The evenings, and company',
      willing: true,
      able: true,
      assessment: 'declined',
    })
    expect(stands(mended)).toEqual([])
  })

  test('comes back when what it is about was corrected', () => {
    const corrected = answered(unoffered).with('carer-identified', {
      id: 'corrected',
      on: '2026-04-10',
      by: 'sw',
      corrects: 'carer-identified-1',
      why: 'He does the mornings too.',
      carer: 'husband',
      provides: 'The mornings and the evenings',
      willing: true,
      able: true,
      assessment: 'not-offered',
    })
    expect(standingFindings(corrected.state('2026-04-20'))).toMatchObject([
      { kind: 'returned', because: 'changed', answer: { why: WHY }, finding: { entries: ['corrected'] } },
    ])
  })

  const disputed = answered(unoffered).with('dispute', {
    id: 'contested',
    on: '2026-04-12',
    by: 'p',
    of: 'not-so',
    says: 'Nobody asked him.',
    wants: 'Ask him.',
  })
  const settled = (outcome: 'accepted' | 'partly' | 'refused') =>
    disputed.with('dispute-answered', {
      on: '2026-04-14',
      by: 'mgr',
      dispute: 'contested',
      outcome,
      why: 'I asked both of them.',
    })

  test('comes back while the answer is disputed, and for good where that was right', () => {
    expect(standingFindings(disputed.state('2026-04-13'))).toMatchObject([
      { kind: 'returned', because: 'disputed', answer: { note: { id: 'not-so' } } },
    ])
    expect(stands(settled('accepted'))).toEqual([['carer-not-offered', 'returned']])
    expect(stands(settled('refused'))).toEqual([['carer-not-offered', 'answered']])
  })

  test('is not silenced by the answer itself, though a note can show that something was done', () => {
    const short = aRecord()
      .supported()
      .but('support-delivered-1', { delivered: 10, missed: 18, invoiced: 10 })
    const [finding] = check(short.state('2026-03-30'))
    expect(finding?.check).toBe('not-delivered')
    const named = finding?.entries ?? []
    const told = (text: string) =>
      short.with('note', { id: 'told', on: '2026-03-30', by: 'sw', of: named[0] ?? '', text })
    expect(stands(told('We rang the agency.'), '2026-03-30')).toEqual([])
    const denied = told(notSoText({ check: 'not-delivered', entries: named }, 'She was away.'))
    expect(stands(denied, '2026-03-30')).toEqual([['not-delivered', 'answered']])
  })
})

test('without answers a record is itself where there are none, and lacks nothing else where there are', () => {
  const plain = unoffered.state('2026-04-20')
  expect(withoutAnswers(plain)).toBe(plain)
  const state = answered(unoffered)
    .with('note', { on: '2026-04-09', by: 'sw', text: 'Rang.' })
    .state('2026-04-20')
  expect(all(withoutAnswers(state), 'note').map(({ text }) => text)).toEqual(['Rang.'])
  expect(withoutAnswers(state).entries).toHaveLength(state.entries.length - 1)
})

test('lists begin with the gravest, and keep their order within a level', () => {
  const levels = ['look', 'must', 'should', 'must'] as const
  const items = levels.map((level, place) => ({ level, place }))
  expect(gravestFirst(items, ({ level }) => level).map(({ place }) => place)).toEqual([1, 3, 2, 0])
})

test('what is answered is not counted', () => {
  expect(countOpen(standingFindings(unoffered.state('2026-04-20')))).toEqual({ must: 1, should: 0, look: 0 })
  expect(countOpen(standingFindings(answered(unoffered).state('2026-04-20')))).toEqual({
    must: 0,
    should: 0,
    look: 0,
  })
})
