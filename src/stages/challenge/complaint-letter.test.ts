import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import type { Finding } from '../../domain/checks/check.ts'
import { type LetterParts, composeLetter } from './complaint-letter.ts'

const finding: Finding = {
  check: 'review-overdue',
  level: 'should',
  cites: ['CA s27(1)'],
  entries: ['plan-1', 'hidden'],
  worker: 'A review was due by 13 April 2026; none has been held, 10 days late so far.',
  person: 'The council was to look at your plan again.',
  mend: { says: 'Hold the review with the person.', where: 'review' },
}

const disputed = aRecord()
  .planned()
  .party({ id: 'adv', role: 'advocate', name: 'Io Greaves' })
  .with('dispute', {
    id: 'd',
    on: '2026-03-02',
    by: 'p',
    of: 'statement-1',
    says: 'Ten times.',
    wants: 'Ten.',
  })
  .with('dispute', { id: 'theirs', on: '2026-03-03', by: 'sw', of: 'statement-2', says: 'Twice.', wants: '' })

const letter = (more: Partial<LetterParts> = {}) =>
  composeLetter({
    state: disputed.state('2026-04-23'),
    council: 'Northmoor Council',
    writer: 'p',
    findings: [finding],
    entryInWords: (id) =>
      id === 'plan-1' ? 'Plan, 16 February 2026' : id === 'statement-1' ? 'Said, 14 January 2026' : undefined,
    days: 60,
    ...more,
  })

describe('the letter', () => {
  test('cites the record and the law, and what was said to be wrong', () => {
    expect(letter()).toBe(
      [
        'Ada Brook',
        '[your address]',
        '',
        'To Northmoor Council, adult social care',
        '23 April 2026',
        '',
        'A complaint about my care and support',
        '',
        'Please look into what I write here, put it right, and answer me in writing.',
        '',
        'What is not as the law and the guidance ask:',
        '',
        '1. A review was due by 13 April 2026; none has been held, 10 days late so far.',
        '   In the record: Plan, 16 February 2026.',
        '   The law: Care Act 2014, section 27(1). The council keeps plans under review, and reviews one when reasonably asked to.',
        '   What would put it right: Hold the review with the person.',
        '',
        'What was said to be wrong in the record, and has no answer yet:',
        '',
        '- On 2 March 2026, about “Said, 14 January 2026”: “Ten times.”',
        '  What was asked for: “Ten.”',
        '',
        'The council gives itself 60 working days to answer a complaint. Your answer has to say how to go to the Local Government and Social Care Ombudsman (www.lgo.org.uk).',
        '',
        'Yours faithfully',
        '',
        'Ada Brook',
      ].join('\n'),
    )
  })

  test('somebody who writes for the person says so', () => {
    const text = letter({ writer: 'adv' })
    expect(text).toMatch(/^Io Greaves\n/)
    expect(text).toContain('A complaint about the care and support of Ada Brook')
    expect(text).toContain('I write for Ada Brook.')
  })

  test('a disagreement that has its answer is left out', () => {
    const answered = disputed.with('dispute-answered', {
      on: '2026-03-10',
      dispute: 'd',
      outcome: 'accepted',
      why: 'Yes.',
    })
    expect(letter({ state: answered.state('2026-04-23') })).not.toContain('Ten times.')
  })

  test('where nothing is open, there is room to write', () => {
    const text = letter({ findings: [], state: aRecord().planned().state('2026-03-01') })
    expect(text).toContain('[Write here what happened, when, and what would put it right.]')
    expect(text).not.toContain('What is not as the law')
  })

  test('eight findings at most', () => {
    const text = letter({ findings: Array.from({ length: 20 }, () => finding) })
    expect(text).toContain('\n8. ')
    expect(text).not.toContain('\n9. ')
  })
})

test('is addressed as an envelope is, where the service knows the council’s address', () => {
  const text = letter({ address: ['Adult social care', '1 High Street', 'Northmoor', 'NM1 1AA'] })
  expect(text).toContain(
    '[your address]\n\nAdult social care\n1 High Street\nNorthmoor\nNM1 1AA\n\n23 April 2026\n',
  )
  expect(text).not.toContain('To Northmoor Council')
})
