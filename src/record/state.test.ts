import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import type { Entry } from './entries.ts'
import type { Standing } from './stages.ts'
import {
  type RecordState,
  all,
  assessmentsOf,
  closingOf,
  daysWaiting,
  decisionOn,
  find,
  foldRecord,
  isBefore,
  latest,
  nameOf,
  openDisputesOf,
  planInForce,
  workerOf,
} from './state.ts'

const ids = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id)
const textOf = (state: RecordState, id: string): string | undefined => {
  const entry = state.byId.get(id)
  return entry?.kind === 'note' || entry?.kind === 'statement' ? entry.text : undefined
}

const notes = aRecord()
  .with('note', { id: 'first', on: '2026-01-05', text: 'Rang at nine.' })
  .with('note', { id: 'second', on: '2026-01-06', text: 'Rang back.' })
  .with('note', { id: 'third', on: '2026-01-07', text: 'Met.' })

describe('a record on a day', () => {
  test('knows nothing of what happened later', () => {
    expect(ids(notes.state('2026-01-06').entries)).toEqual(['first', 'second'])
    expect(ids(notes.state('2026-01-04').entries)).toEqual([])
  })

  test('knows nothing of what was only written down later, though it had happened', () => {
    const late = notes.with('note', {
      id: 'late',
      on: '2026-01-06',
      recorded: '2026-01-20',
      text: 'Slept badly.',
    })
    expect(ids(late.state('2026-01-19').entries)).toEqual(['first', 'second', 'third'])
    expect(ids(late.state('2026-01-20').entries)).toEqual(['first', 'second', 'late', 'third'])
    expect(late.state('2026-01-20').told.find(({ entry }) => entry.id === 'late')).toMatchObject({
      day: '2026-01-06',
      recorded: '2026-01-20',
    })
  })

  test('counts a moment as the day that it was in London', () => {
    const night = aRecord()
      .with('note', { id: 'winter', on: '2026-01-05T23:30:00Z', text: 'Late call.' })
      .with('note', { id: 'summer', on: '2026-07-05T23:30:00Z', text: 'Late call.' })
    expect(ids(night.state('2026-01-05').entries)).toEqual(['winter'])
    expect(ids(night.state('2026-07-05').entries)).toEqual(['winter'])
    expect(ids(night.state('2026-07-06').entries)).toEqual(['winter', 'summer'])
  })

  test('keeps the person, the table, the policy and the day', () => {
    const state = notes.state('2026-01-06')
    expect(state.on).toBe('2026-01-06')
    expect(state.person.name).toBe('Ada Brook')
    expect([...state.parties.keys()]).toEqual(['p', 'sw', 'mgr', 'fin', 'care', 'club', 'son'])
    expect(state.policy?.prices).toHaveLength(4)
    expect(nameOf(state, 'sw')).toBe('Noor Haddad')
    expect(nameOf(state, 'nobody')).toBe('nobody')
  })
})

describe('a correction', () => {
  const corrected = notes.with('note', {
    id: 'first-again',
    on: '2026-01-08',
    corrects: 'first',
    why: 'It was ten.',
    text: 'Rang at ten.',
  })

  test('stands in the place and on the day of what it corrects', () => {
    const state = corrected.state('2026-01-08')
    expect(ids(state.entries)).toEqual(['first-again', 'second', 'third'])
    expect(state.entries[0]?.on).toBe('2026-01-05')
  })

  test('is found under the id of what it corrects', () => {
    expect(textOf(corrected.state('2026-01-08'), 'first')).toBe('Rang at ten.')
    expect(textOf(corrected.state('2026-01-08'), 'first-again')).toBe('Rang at ten.')
  })

  test('leaves what it corrects in the telling, struck out, each on its own day', () => {
    const told = corrected
      .state('2026-01-08')
      .told.map(({ entry, day, correctedBy }) => [entry.id, day, correctedBy])
    expect(told).toEqual([
      ['first', '2026-01-05', 'first-again'],
      ['second', '2026-01-06', undefined],
      ['third', '2026-01-07', undefined],
      ['first-again', '2026-01-08', undefined],
    ])
  })

  test('is not known on the days before it: a look back shows what was known then', () => {
    const state = corrected.state('2026-01-07')
    expect(ids(state.entries)).toEqual(['first', 'second', 'third'])
    expect(textOf(state, 'first')).toBe('Rang at nine.')
    expect(state.told.every(({ correctedBy }) => correctedBy === undefined)).toBe(true)
  })

  test('of a correction: the last of the chain stands, and every id on the way finds it', () => {
    const chain = corrected.with('note', {
      id: 'first-third-time',
      on: '2026-01-09',
      corrects: 'first-again',
      why: 'It was eleven.',
      text: 'Rang at eleven.',
    })
    const state = chain.state('2026-01-09')
    expect(ids(state.entries)).toEqual(['first-third-time', 'second', 'third'])
    for (const id of ['first', 'first-again', 'first-third-time']) {
      expect(textOf(state, id)).toBe('Rang at eleven.')
    }
    expect(textOf(chain.state('2026-01-08'), 'first')).toBe('Rang at ten.')
  })

  test('stands in its own place for a reader who may not see what it corrects', () => {
    const state = corrected.without('first').state('2026-01-08')
    expect(ids(state.entries)).toEqual(['second', 'third', 'first-again'])
    expect(textOf(state, 'first-again')).toBe('Rang at ten.')
  })

  test('carries what named the corrected entry: a dispute of it is a dispute of what stands', () => {
    const disputed = notes
      .with('dispute', {
        id: 'no',
        on: '2026-01-08',
        by: 'p',
        of: 'first',
        says: 'I rang at ten.',
        wants: '',
      })
      .with('note', {
        id: 'again',
        on: '2026-01-09',
        corrects: 'first',
        why: 'It was ten.',
        text: 'Rang at ten.',
      })
    const state = disputed.state('2026-01-09')
    expect(state.disputes[0]?.of?.id).toBe('again')
    expect(ids(openDisputesOf(state, 'again').map(({ dispute }) => dispute))).toEqual(['no'])
  })
})

describe('a dispute', () => {
  const raised = notes
    .with('dispute', {
      id: 'no',
      on: '2026-01-08',
      by: 'p',
      of: 'second',
      says: 'Nobody rang.',
      wants: 'Strike it.',
    })
    .with('dispute', {
      id: 'no-too',
      on: '2026-01-09',
      by: 'son',
      of: 'second',
      says: 'Nobody did.',
      wants: '',
    })
  const answer = (record: typeof raised, on: string, outcome: 'accepted' | 'partly' | 'refused') =>
    record.with('dispute-answered', { on, dispute: 'no', outcome, why: 'Looked up.' })

  test('is open until it has an answer, and each of two by itself', () => {
    const state = answer(raised, '2026-01-20', 'refused').state('2026-01-20')
    expect(state.disputes.map(({ dispute, open }) => [dispute.id, open])).toEqual([
      ['no', false],
      ['no-too', true],
    ])
    expect(openDisputesOf(state, 'second')).toHaveLength(1)
    expect(openDisputesOf(state, 'first')).toEqual([])
  })

  test('is still open on the day before the answer', () => {
    expect(answer(raised, '2026-01-20', 'accepted').state('2026-01-19').disputes[0]?.open).toBe(true)
  })

  test('keeps every answer in order', () => {
    const twice = answer(answer(raised, '2026-01-20', 'refused'), '2026-02-02', 'accepted').state(
      '2026-02-02',
    )
    expect(twice.disputes[0]?.answers.map(({ outcome }) => outcome)).toEqual(['refused', 'accepted'])
  })

  test('of something that the reader may not see says so, and still stands', () => {
    const [dispute] = raised.without('second').state('2026-01-09').disputes
    expect(dispute?.of).toBeUndefined()
    expect(dispute?.open).toBe(true)
  })
})

describe('how far a record has come', () => {
  const stands = (record: { state: (on?: string) => RecordState }, on?: string): Standing =>
    record.state(on).standing

  test.each<[string, Standing, () => RecordState]>([
    ['nothing yet', 'contact', () => aRecord().state()],
    ['somebody asked', 'contact', () => aRecord().contacted().state()],
    ['an assessment is open', 'conversation', () => aRecord().assessed().state('2026-01-14')],
    ['it is closed and not decided', 'eligibility', () => aRecord().assessed().state('2026-01-27')],
    ['found eligible', 'budget', () => aRecord().foundEligible().state('2026-01-28')],
    ['the money was shown', 'plan', () => aRecord().budgeted().state('2026-02-09')],
    ['a plan was issued', 'support', () => aRecord().planned().state('2026-02-18')],
    ['support has started', 'support', () => aRecord().supported().state()],
    ['a review found no change', 'support', () => aRecord().reviewed().state()],
  ])('%s: %s', (_name, standing, state) => expect(state().standing).toBe(standing))

  test('every day of the story in one row', () => {
    const story = aRecord().reviewed()
    const days = [
      '2026-01-04',
      '2026-01-05',
      '2026-01-12',
      '2026-01-26',
      '2026-01-28',
      '2026-02-02',
      '2026-02-16',
    ]
    expect(days.map((on) => stands(story, on))).toEqual([
      'contact',
      'contact',
      'conversation',
      'eligibility',
      'budget',
      'plan',
      'support',
    ])
  })

  test('found not eligible stays with eligibility: there is no money to come', () => {
    expect(stands(aRecord().foundEligible().but('eligibility-1', { eligible: false }))).toBe('eligibility')
  })

  test('a draft of a plan brings it to the plan, and only an issued one to support', () => {
    const draft = aRecord().planned().without('indicative-budget').but('plan-1', { status: 'draft' })
    expect(stands(draft, '2026-02-15')).toBe('budget')
    expect(stands(draft, '2026-02-18')).toBe('plan')
  })

  test('an assessment that was refused or withdrawn leads nowhere', () => {
    for (const outcome of ['refused-by-person', 'withdrawn']) {
      expect(stands(aRecord().assessed().but('assessment-closed-1', { outcome }))).toBe('contact')
    }
  })

  test('a carer’s assessment moves the carer, not the person', () => {
    const carer = aRecord().contacted().party({ id: 'husband', role: 'carer' }).with('assessment-opened', {
      on: '2026-01-12',
      of: 'carer',
      subject: 'husband',
      way: 'phone',
      assessor: 'sw',
    })
    expect(stands(carer)).toBe('contact')
  })

  test('a reassessment after a plan is a conversation again', () => {
    const again = aRecord().supported().with('assessment-opened', {
      on: '2026-05-01',
      of: 'reassessment',
      subject: 'p',
      way: 'face-to-face',
      assessor: 'sw',
    })
    expect(stands(again)).toBe('conversation')
    expect(stands(again, '2026-04-30')).toBe('support')
  })

  test('a reassessment that ended without a result leaves the plan in force', () => {
    const withdrawn = aRecord()
      .supported()
      .with('assessment-opened', {
        on: '2026-05-01',
        of: 'reassessment',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      })
      .with('assessment-closed', {
        on: '2026-05-08',
        assessment: 'assessment-opened-2',
        outcome: 'withdrawn',
      })
    expect(stands(withdrawn)).toBe('support')
  })

  describe('a review', () => {
    const asked = aRecord()
      .supported()
      .with('review-asked', { on: '2026-04-01', by: 'p', why: 'I am worse.' })
    const review = { type: 'requested', changed: true, found: 'Worse.', involved: ['p', 'sw'] } as const

    test('is under way from the day that somebody asks', () => {
      expect(stands(asked)).toBe('review')
      expect(stands(asked, '2026-03-31')).toBe('support')
    })
    test('is over when the request was answered, in its own entry or with the request', () => {
      const answered = { asked: 'review-asked-1', outcome: 'refused', why: 'Nothing changed.' } as const
      expect(stands(asked.with('review-answered', { on: '2026-04-10', ...answered }))).toBe('support')
      expect(stands(asked.but('review-asked-1', { answered: 'refused' }))).toBe('support')
    })
    test('is over when one that was held after the request changes nothing', () => {
      const held = asked.with('review', { on: '2026-04-10', ...review, 'leads-to': 'no-change' })
      expect(stands(held)).toBe('support')
    })
    test('goes on while it leads to something, until the next plan is issued', () => {
      const revise = asked.with('review', { on: '2026-04-10', ...review, 'leads-to': 'revise-plan' })
      expect(stands(revise)).toBe('review')
      const plan = revise.entries.find(({ id }) => id === 'plan-1')
      expect(stands(revise.add('plan', { ...plan, id: 'plan-2', on: '2026-04-20', version: 2 }))).toBe(
        'support',
      )
    })
    test('that was asked for before the plan does not outlive it', () => {
      const before = aRecord().supported().but('plan-1', { on: '2026-02-16' })
      const early = before.with('review-asked', {
        id: 'early',
        on: '2026-02-10',
        by: 'p',
        why: 'Soon, please.',
      })
      expect(stands(early, '2026-02-16')).toBe('support')
    })
  })

  test('a closed record is closed until somebody asks again', () => {
    const closed = aRecord().supported().with('closed', { on: '2026-06-01', why: 'Moved away.' })
    expect(stands(closed)).toBe('closed')
    expect(stands(closed, '2026-05-31')).toBe('support')
    const back = closed.with('contact', { on: '2026-07-01', by: 'p', how: 'phone', about: 'I am back.' })
    expect(stands(back)).toBe('support')
    const opened = closed.with('assessment-opened', {
      on: '2026-07-01',
      of: 'needs',
      subject: 'p',
      way: 'phone',
      assessor: 'sw',
    })
    expect(stands(opened)).toBe('conversation')
  })

  test('a correction of the decision changes where the record stands, from its day on', () => {
    const put = aRecord().foundEligible()
    const decided = put.entries.find(({ id }) => id === 'eligibility-1')
    const right = put.add('eligibility', {
      ...decided,
      id: 'eligibility-2',
      on: '2026-02-20',
      eligible: false,
      corrects: 'eligibility-1',
      why: 'The wrong box.',
    })
    expect(stands(right, '2026-02-19')).toBe('budget')
    expect(stands(right, '2026-02-20')).toBe('eligibility')
  })
})

describe('questions to a record', () => {
  const state = aRecord().withCarer().supported().state()

  test('entries of one kind, the latest, and the one under an id', () => {
    expect(ids(all(state, 'need'))).toEqual(['need-1', 'need-2', 'need-carer'])
    expect(latest(state, 'goal')?.id).toBe('goal-1')
    expect(latest(state, 'complaint')).toBeUndefined()
    expect(find(state, 'plan', 'plan-1')?.version).toBe(1)
    expect(find(state, 'need', 'plan-1')).toBeUndefined()
    expect(find(state, 'plan', undefined)).toBeUndefined()
  })

  test('which of two entries stands before the other', () => {
    const [contact, plan] = [state.byId.get('contact-1'), state.byId.get('plan-1')]
    if (contact === undefined || plan === undefined) throw new Error('the story has both')
    expect(isBefore(state, contact, plan)).toBe(true)
    expect(isBefore(state, plan, contact)).toBe(false)
  })

  test('whose assessment it is, how it ended, and what was decided on it', () => {
    expect(ids(assessmentsOf(state, 'p'))).toEqual(['assessment-opened-1'])
    expect(ids(assessmentsOf(state, 'husband'))).toEqual(['opened-carer'])
    const [hers] = assessmentsOf(state, 'p')
    const [his] = assessmentsOf(state, 'husband')
    if (hers === undefined || his === undefined) throw new Error('the story has both')
    expect(closingOf(state, hers)?.id).toBe('assessment-closed-1')
    expect(closingOf(state, his)?.id).toBe('closed-carer')
    expect(decisionOn(state, hers)?.eligible).toBe(true)
    expect(decisionOn(state, his)?.eligible).toBe(false)
  })

  test('the plan in force is the last that was issued, whatever is being drafted', () => {
    const plan = aRecord()
      .planned()
      .entries.find(({ id }) => id === 'plan-1')
    const drafting = aRecord()
      .supported()
      .add('plan', { ...plan, id: 'plan-2', on: '2026-05-01', version: 2, status: 'draft' })
    expect(planInForce(drafting.state())?.id).toBe('plan-1')
    expect(planInForce(aRecord().budgeted().state())).toBeUndefined()
  })

  test('how long somebody has waited for an assessment, and nothing once it is open', () => {
    expect(daysWaiting(aRecord().contacted().state('2026-01-19'))).toBe(14)
    expect(daysWaiting(aRecord().assessed().state('2026-01-14'))).toBeUndefined()
    expect(daysWaiting(aRecord().state())).toBeUndefined()
  })

  test('who works with the person: the last who came and has not left', () => {
    const coming = aRecord()
      .party({ id: 'new', role: 'social-worker' })
      .with('worker', { on: '2026-01-07', worker: 'sw', event: 'allocated' })
      .with('worker', { on: '2026-03-01', worker: 'new', event: 'allocated' })
      .with('worker', { on: '2026-04-01', worker: 'new', event: 'left' })
      .with('worker', { on: '2026-05-01', worker: 'sw', event: 'left' })
      .with('worker', { on: '2026-06-01', worker: 'new', event: 'allocated' })
    const days = ['2026-01-06', '2026-01-07', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01']
    expect(days.map((on) => workerOf(coming.state(on)))).toEqual([
      undefined,
      'sw',
      'new',
      'sw',
      undefined,
      'new',
    ])
  })
})

test('folding changes nothing in the record, and gives the same again', () => {
  const record = aRecord().withCarer().reviewed().record()
  const before = JSON.stringify(record)
  const on = aRecord().reviewed().lastDay()
  expect(foldRecord(record, on)).toEqual(foldRecord(record, on))
  expect(JSON.stringify(record)).toBe(before)
})
