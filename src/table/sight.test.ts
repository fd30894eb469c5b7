import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { standingFindings } from '../domain/checks/answered.ts'
import type { Relationship } from '../record/access.ts'
import { sightOf, sureWithin } from './sight.ts'

describe('who sees findings', () => {
  test.each<[Relationship, readonly string[]]>([
    ['worker', []],
    ['manager', []],
    ['self', ['carers-own']],
    ['attorney', ['carers-own']],
    ['deputy', ['carers-own']],
    ['advocate', ['carers-own', 'means']],
    ['team', ['safeguarding', 'means']],
  ])('%s sees what the checks rest on, but for %j', (relationship, parts) => {
    expect(sightOf([relationship])).toEqual({ kind: 'all-but', parts })
  })

  test.each<Relationship>([
    'carer',
    'family',
    'friend',
    'professional',
    'finance',
    'broker',
    'provider',
    'nhs',
  ])('%s sees too little for findings to be sure', (relationship) => {
    expect(sightOf([relationship])).toEqual({ kind: 'none' })
  })

  test('nobody sees any without a part in the record; and two parts together see more', () => {
    expect(sightOf([])).toEqual({ kind: 'none' })
    expect(sightOf(['self', 'worker'])).toEqual({ kind: 'all-but', parts: [] })
  })
})

describe('what may be a false alarm is not shown', () => {
  const shownTo = (relationship: Relationship, record: ReturnType<typeof aRecord>, on = '2026-04-20') => {
    const state = record.state(on)
    return sureWithin(sightOf([relationship]), standingFindings(state), state).map(
      ({ finding }) => finding.check,
    )
  }
  /** The carer’s assessment was opened; who may not read it would take it for missing. */
  const unread = aRecord().withCarer().reviewed().without('opened-carer', 'said-carer', 'need-carer')

  test('a carer’s assessment that the person may not read is not called missing to them', () => {
    expect(shownTo('worker', unread)).toContain('carer-not-offered')
    expect(shownTo('self', unread)).not.toContain('carer-not-offered')
  })

  test('that none was offered can be read by the person, and is shown', () => {
    const notOffered = unread.but('carer-identified-1', { assessment: 'not-offered' })
    expect(shownTo('self', notOffered)).toContain('carer-not-offered')
    expect(shownTo('carer', notOffered)).toEqual([])
  })

  test('a charge is not called unassessed to somebody who may not read what she owns', () => {
    const charged = aRecord().reviewed().without('financial-assessment')
    expect(shownTo('self', charged)).toContain('charged-unassessed')
    expect(shownTo('advocate', charged)).not.toContain('charged-unassessed')
  })

  test.each<[string, readonly string[] | undefined, boolean]>([
    ['with signs of the person’s own needs', ['hygiene'], true],
    ['with nothing but a carer’s', ['carer-work'], false],
  ])('a late assessment is the person’s where the contact is: %s', (_what, signs, shown) => {
    const late = aRecord().contacted().but('contact-1', { signs })
    expect(shownTo('worker', late)).toContain('assessment-late')
    expect(shownTo('self', late).includes('assessment-late')).toBe(shown)
  })
})
