import { describe, expect, test } from 'vitest'
import { type ARecord, EVERY_KIND, aRecord } from '../../test/a-record.ts'
import { KIND_ACCESS, RELATIONSHIPS, type Relationship, anyAllows } from './access.ts'
import { allowed, done, refusalOf, refuse } from './allowed.ts'
import type { Kind } from './kinds.ts'

/** Everybody at once: nothing is refused because of who asks. */
const EVERYBODY: readonly Relationship[] = RELATIONSHIPS

const refusal = (record: ARecord, kind: Kind, who: readonly Relationship[] = EVERYBODY): string | undefined =>
  refusalOf(record.state(), kind, who)?.says

const nothing = aRecord()
const asked = aRecord().contacted()
const open = aRecord().assessed().without('assessment-closed', 'copy')
const hold = asked.with('hold', { on: '2026-02-01', stage: 'assessment', why: 'Ill.', told: true })
const review = aRecord().planned().with('review-asked', { on: '2026-04-01', by: 'p', why: 'I am worse.' })
const complaint = asked.with('complaint', { on: '2026-02-01', by: 'p', about: 'The wait', wants: 'A date' })
const dispute = asked.with('dispute', { on: '2026-02-01', by: 'p', of: 'contact-1', says: 'No.', wants: '' })
const options = aRecord().budgeted().without('option-answered')

describe('what must stand before an entry of a kind is added', () => {
  const NO_ASSESSMENT = 'No assessment is open.'
  const NO_NEED = 'No need has been recorded yet.'
  const NO_PLAN = 'There is no plan yet.'
  const NO_ISSUED_PLAN = 'No plan has been issued yet.'
  const NO_SUPPORT = 'No support has started yet.'

  const CONDITIONS: readonly (readonly [kind: Kind, without: ARecord, says: string, withIt: ARecord])[] = [
    ['hold', nothing, 'There is nothing yet to put on hold.', asked],
    ['resume', asked, 'Nothing is on hold.', hold],
    ['dispute', nothing, 'There is nothing yet to disagree with.', asked],
    ['dispute-answered', asked, 'No dispute is open.', dispute],
    ['need', asked, NO_ASSESSMENT, open],
    ['assessment-closed', aRecord().assessed(), NO_ASSESSMENT, open],
    ['eligibility', open, 'No completed assessment is waiting for a decision.', aRecord().assessed()],
    ['copy', nothing, 'There is nothing yet to send a copy of.', asked],
    ['indicative-budget', asked, NO_NEED, open],
    ['option', asked, NO_NEED, open],
    ['option-answered', aRecord().foundEligible(), 'No option waits for an answer.', options],
    ['plan', asked, NO_NEED, open],
    ['personal-budget', aRecord().budgeted(), NO_PLAN, aRecord().planned()],
    ['response', nothing, 'There is nothing yet to answer.', asked],
    ['sign-off', aRecord().budgeted(), NO_PLAN, aRecord().planned()],
    [
      'support-started',
      aRecord().planned().but('plan-1', { status: 'draft' }),
      NO_ISSUED_PLAN,
      aRecord().planned(),
    ],
    ['support-delivered', aRecord().planned(), NO_SUPPORT, aRecord().supported()],
    ['support-ended', aRecord().planned(), NO_SUPPORT, aRecord().supported()],
    ['direct-payment', aRecord().budgeted(), NO_ISSUED_PLAN, aRecord().planned()],
    ['progress', asked, 'No goal has been recorded yet.', aRecord().assessed()],
    ['review', aRecord().budgeted(), NO_PLAN, aRecord().planned()],
    ['review-asked', aRecord().budgeted(), NO_PLAN, aRecord().planned()],
    ['review-answered', aRecord().planned(), 'Nobody is waiting for an answer about a review.', review],
    ['complaint-answered', asked, 'No complaint waits for an answer.', complaint],
    ['closed', asked.with('closed', { on: '2026-02-01', why: 'Gone.' }), 'This record is closed.', asked],
  ]

  test.each(CONDITIONS)('%s: refused without it', (kind, without, says) => {
    expect(refusal(without, kind)).toBe(says)
  })
  test.each(CONDITIONS)('%s: allowed with it', (kind, _without, _says, withIt) => {
    expect(refusal(withIt, kind)).toBeUndefined()
  })

  const ALWAYS: readonly Kind[] = [
    'contact',
    'advice',
    'moved',
    'hospital',
    'assessment-opened',
    'statement',
    'carer-identified',
    'advocacy',
    'capacity',
    'liberty',
    'risk',
    'financial-assessment',
    'goal',
    'measure',
    'complaint',
    'safeguarding',
    'worker',
    'note',
  ]
  test.each(ALWAYS)('%s: may be the very first entry', (kind) =>
    expect(refusal(nothing, kind)).toBeUndefined(),
  )

  test('every kind is in one of the two lists', () => {
    expect([...ALWAYS, ...CONDITIONS.map(([kind]) => kind)].toSorted()).toEqual([...EVERY_KIND].toSorted())
  })

  test('a plan that moves in with somebody needs no need recorded here', () => {
    const moved = nothing.with('moved', { direction: 'in', other: 'Southmere', 'plan-in-place': true })
    expect(refusal(moved, 'plan')).toBeUndefined()
  })
})

describe('what was answered is not answered again', () => {
  test('a hold that ended, a dispute, a review, an option, a complaint', () => {
    const answered: readonly (readonly [Kind, ARecord])[] = [
      ['resume', hold.with('resume', { on: '2026-02-09', hold: 'hold-1' })],
      [
        'dispute-answered',
        dispute.with('dispute-answered', {
          on: '2026-02-09',
          dispute: 'dispute-1',
          outcome: 'partly',
          why: 'So.',
        }),
      ],
      [
        'review-answered',
        review.with('review-answered', {
          on: '2026-04-09',
          asked: 'review-asked-1',
          outcome: 'accepted',
          why: '',
        }),
      ],
      ['review-answered', review.but('review-asked-1', { answered: 'refused' })],
      ['option-answered', aRecord().budgeted()],
      [
        'complaint-answered',
        complaint.with('complaint-answered', {
          on: '2026-02-20',
          complaint: 'complaint-1',
          outcome: 'upheld',
          why: 'Late.',
          'ombudsman-told': true,
        }),
      ],
    ]
    for (const [kind, record] of answered) expect(refusal(record, kind), kind).toMatch(/^(No|Nothing|Nobody)/)
  })

  test('also where the question was corrected after it was answered', () => {
    const ended = hold.with('resume', { on: '2026-02-09', hold: 'hold-1' }).with('hold', {
      on: '2026-02-10',
      stage: 'assessment',
      why: 'In hospital.',
      told: true,
      corrects: 'hold-1',
    })
    expect(refusal(ended, 'resume')).toBe('Nothing is on hold.')
    const closed = complaint
      .with('complaint-answered', {
        on: '2026-02-20',
        complaint: 'complaint-1',
        outcome: 'upheld',
        why: 'Late.',
        'ombudsman-told': true,
      })
      .with('complaint', {
        on: '2026-02-21',
        by: 'p',
        about: 'The long wait',
        wants: 'A date',
        corrects: 'complaint-1',
        why: 'Misheard.',
      })
    expect(refusal(closed, 'complaint-answered')).toBe('No complaint waits for an answer.')
  })

  test('a second question waits by itself', () => {
    const second = hold
      .with('resume', { on: '2026-02-09', hold: 'hold-1' })
      .with('hold', { on: '2026-02-20', stage: 'plan', why: 'No provider.', told: false })
    expect(refusal(second, 'resume')).toBeUndefined()
  })
})

describe('a closed record', () => {
  const closed = aRecord().supported().with('closed', { on: '2026-06-01', why: 'Moved away.' })
  test('can be asked for again, disputed and taken further, and is not worked on', () => {
    const state = closed
      .with('complaint', { on: '2026-06-02', by: 'p', about: 'The end', wants: 'An answer' })
      .with('dispute', { on: '2026-06-02', by: 'p', of: 'closed-1', says: 'I did not move.', wants: '' })
      .state()
    expect(allowed(state, EVERYBODY).toSorted()).toEqual(
      [
        'contact',
        'assessment-opened',
        'dispute',
        'dispute-answered',
        'copy',
        'complaint',
        'complaint-answered',
        'worker',
        'note',
      ].toSorted(),
    )
  })
  test('is told in its own words, not in those of a condition', () => {
    expect(refusal(closed, 'statement')).toBe('This record is closed.')
    expect(refusal(closed, 'complaint-answered')).toBe('No complaint waits for an answer.')
  })
})

describe('whose it is to add', () => {
  const NOT_YOURS = 'This is not yours to add.'
  const state = aRecord().supported().state()

  test('whoever has no right to a kind is told so before anything about the record', () => {
    expect(refusal(nothing, 'need', ['self'])).toBe(NOT_YOURS)
    expect(refusal(nothing, 'need', ['worker'])).toBe('No assessment is open.')
    for (const kind of EVERY_KIND) expect(refusal(nothing, kind, [])).toBe(NOT_YOURS)
  })

  test('only what the table of access gives, and a carer’s own part on top', () => {
    for (const relationship of RELATIONSHIPS) {
      const may = allowed(state, [relationship])
      const given = EVERY_KIND.filter((kind) =>
        anyAllows([relationship], KIND_ACCESS[kind].resource, KIND_ACCESS[kind].action),
      )
      const beyond = may.filter((kind) => !given.includes(kind))
      expect(beyond, relationship).toEqual(relationship === 'carer' ? ['response', 'note'] : [])
    }
  })

  test('the person', () => {
    expect(allowed(state, ['self'])).toEqual([
      'contact',
      'hospital',
      'statement',
      'dispute',
      'carer-identified',
      'option',
      'goal',
      'response',
      'progress',
      'measure',
      'review-asked',
      'complaint',
      'note',
    ])
  })

  test('a carer speaks, disputes and answers for themselves, and asks for nothing in the person’s name', () => {
    expect(allowed(state, ['carer'])).toEqual([
      'statement',
      'dispute',
      'carer-identified',
      'response',
      'note',
    ])
  })

  test('those who give support, pay and arrange keep to their own part', () => {
    expect(allowed(state, ['provider'])).toEqual([
      'support-started',
      'support-delivered',
      'support-ended',
      'progress',
      'measure',
      'review-asked',
    ])
    expect(allowed(state, ['finance'])).toEqual(['financial-assessment'])
    expect(allowed(state, ['broker'])).toEqual(['option', 'goal', 'response'])
    expect(allowed(state, ['team'])).toEqual([])
  })

  test('a worker and a manager may do what the record has come to', () => {
    const worker = allowed(aRecord().assessed().state(), ['worker'])
    expect(worker).toContain('eligibility')
    expect(worker).not.toContain('support-started')
    expect(worker).not.toContain('worker')
    expect(allowed(aRecord().assessed().state(), ['manager'])).toContain('worker')
  })
})

test('a decision is entries, or refusals', () => {
  const [entry] = aRecord().contacted().record().entries
  if (entry === undefined) throw new Error('the story begins with one')
  expect(done(entry)).toEqual({ kind: 'done', entries: [entry] })
  expect(refuse({ says: 'No.' })).toEqual({ kind: 'refused', because: [{ says: 'No.' }] })
})
