import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { CITATIONS } from '../care-act/citations.ts'
import { STAGES } from '../care-act/journey.ts'
import { ALL_CHECKS, check, checkList, citationOf } from './every.ts'
import { DEFAULT_STANDARDS } from './standards.ts'

/** Every check by its level, in the order in which the list is published. Written out, so that none goes missing unseen. */
const PUBLISHED = `
  # Asking
  must assessment-refused
  should assessment-late
  should hold-untold
  should hold-overrun
  must urgent-unmet
  look asked-again
  must continuity-broken
  # Conversation
  must person-not-heard
  must wishes-not-asked
  must outcome-skipped
  must wellbeing-skipped
  must carer-not-heard
  must carer-not-offered
  should family-impact-skipped
  must advocacy-not-considered
  must advocate-missing
  must supporter-unsuitable
  must capacity-not-assessed
  must capacity-unhelped
  must capacity-unreasoned
  must best-interests-missing
  must assessor-untrained
  must specialist-missing
  must self-assessment-not-offered
  should varies-ignored
  look phone-only
  # Decision
  must eligibility-contradicts
  must carer-help-counted
  must eligibility-unreasoned
  must eligibility-not-copied
  must assessment-not-copied
  must ineligible-no-advice
  # Money
  should indicative-hidden
  must budget-unexplained
  must budget-short
  must budget-as-ceiling
  should price-not-real
  should own-idea-unanswered
  look options-unpriced
  must reablement-charged
  must charged-unassessed
  # Plan
  must need-unplanned
  look line-unneeded
  must plan-incomplete
  should plan-no-contingency
  should plan-no-review-date
  should plan-late
  must support-late
  must plan-not-copied
  must plan-not-agreed
  must plan-swapped
  should disagreement-unanswered
  # Change
  must cut-without-reassessment
  must cut-unreasoned
  must cut-needs-same
  must cut-not-discussed
  should cut-wellbeing
  must stopped-first
  should review-overdue
  look first-review-missing
  must review-refused
  # Support
  must not-delivered
  should invoiced-undelivered
  look many-hands
  look worker-churn
  # Choice and independence
  look low-hope-unexplored
  look choice-erodes
  must choice-overridden
  should risk-averse
  look no-gain-seen
  should prevention-missed
  # Challenge and safety
  should dispute-unanswered
  must dispute-not-carried
  must complaint-unanswered
  must ombudsman-not-told
  must discharge-unplanned
  must safeguarding-unasked
  must transition-late
  should liberty-unscreened
`

const published = PUBLISHED.split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'))

describe('the list of checks', () => {
  test('is the published one: every id with its level, in its order', () => {
    expect(ALL_CHECKS.map(({ id, level }) => `${level} ${id}`)).toEqual(published)
  })

  test('each says in one sentence when it fires, and cites law that is known', () => {
    for (const { id, when, cites } of ALL_CHECKS) {
      expect(when, id).toMatch(/^[A-Z“][^\n]*\.$/)
      expect(cites.length, id).toBeGreaterThan(0)
      for (const cite of cites) expect(Object.keys(CITATIONS), id).toContain(cite)
    }
  })

  test('is shown as `check`, `level`, `citation` and `when`', () => {
    const list = checkList()
    expect(list).toHaveLength(79)
    expect(list[0]).toEqual({
      check: 'assessment-refused',
      level: 'must',
      citation: 'Care Act s9(1), Care Act s9(3)',
      when: 'Someone who seems to have needs is turned away without an assessment, for money or eligibility or no reason.',
    })
  })

  test('a citation is said as a reader says it', () => {
    expect(citationOf({ cites: ['CA s12(3)', 'CA s12(4)'] })).toBe('Care Act s12')
  })
})

describe('check', () => {
  const refused = aRecord().contacted().but('contact-1', { outcome: 'screened-out' })

  test('gives each finding with its check, its level and its law', () => {
    expect(check(refused.state())).toEqual([
      expect.objectContaining({
        check: 'assessment-refused',
        level: 'must',
        cites: ['CA s9(1)', 'CA s9(3)'],
        entries: ['contact-1'],
        mend: expect.objectContaining({ where: 'contact' }),
      }),
    ])
    expect(STAGES).toContain(check(refused.state())[0]?.mend.where)
  })

  test('goes by the standards of the record, and by the council’s where they are given', () => {
    const waiting = aRecord().contacted()
    const ids = (record: typeof waiting, standards?: typeof DEFAULT_STANDARDS) =>
      check(record.state('2026-01-20'), standards).map((finding) => finding.check)
    expect(ids(waiting)).toEqual([])
    expect(ids(waiting.standards({ 'open-days': 7 }))).toEqual(['assessment-late'])
    expect(ids(waiting, { ...DEFAULT_STANDARDS, 'open-days': 7 })).toEqual(['assessment-late'])
  })
})
