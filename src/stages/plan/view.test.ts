import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line, newLine, withSecondPlan } from '../../../test/a-second-plan.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import type { Plan } from '../../record/plan-words.ts'
import { type RecordState, find } from '../../record/state.ts'
import { againstIndicative, sumsOf } from './view-money.ts'
import {
  agreedBefore,
  answersTo,
  basesSince,
  clockOf,
  couldNotAnswer,
  isShownAsDraft,
  lessIn,
  markOf,
  needsOnlyHere,
  needsOpen,
  plansIn,
  toAnswer,
} from './view.ts'

const planned = aRecord().planned()
const draft = { status: 'draft' } as const

function planIn(state: RecordState, id: string): Plan {
  const plan = find(state, 'plan', id)
  if (plan === undefined) throw new Error(`there is no ${id}`)
  return plan
}
const planOf = (record: ARecord, id: string): Plan => planIn(record.state(), id)

describe('where each version stands', () => {
  const record = withSecondPlan(planned, [line('L1')], draft)
    .with('plan', {
      id: 'plan-3',
      on: '2026-09-15',
      version: 3,
      status: 'issued',
      lines: [line('L1', { amount: 8 })] as never,
      involved: ['p'],
    })
    .with('plan', { id: 'plan-4', on: '2026-09-16', version: 4, status: 'draft', lines: [], involved: ['p'] })

  test('in force, replaced, a draft, or an earlier draft', () => {
    const { versions, inForce } = plansIn(record.state())
    expect(versions.map(({ place }) => place)).toEqual(['replaced', 'earlier-draft', 'in-force', 'draft'])
    expect(inForce?.plan.id).toBe('plan-3')
    expect(toAnswer(plansIn(record.state()))?.plan.id).toBe('plan-4')
  })

  test('a version is a draft in everybody’s eyes until it is answered', () => {
    const shown = (of: ARecord) => plansIn(of.state()).versions.map(isShownAsDraft)
    expect(shown(record)).toEqual([false, true, true, true])
    const answered = record.with('response', { by: 'p', to: 'plan-3', extent: 'disagrees', says: 'No.' })
    expect(shown(answered)).toEqual([false, true, false, true])
    // The worker's own answer, where an old record has one, is not the person's.
    const byWorker = record.with('response', { by: 'sw', to: 'plan-3', extent: 'agrees', says: 'Yes.' })
    expect(shown(byWorker)).toEqual([false, true, true, true])
    const older = planned.without('response').but('plan-1', { 'brought-over': true })
    expect(plansIn(older.state()).versions.map((version) => markOf(version).kind)).toEqual(['brought-over'])
  })

  const agreedDraft = withSecondPlan(planned, [line('L1'), line('L2')], draft).with('response', {
    on: '2026-09-15',
    by: 'p',
    to: 'plan-2',
    extent: 'agrees',
    says: 'Good.',
  })
  const issued = (lines: readonly unknown[]) =>
    withSecondPlan(agreedDraft, lines as never, {
      id: 'plan-3',
      on: '2026-09-16',
      version: 3,
      contingency: 'Brightwater sends another worker.',
    })

  test('a draft that was agreed to and issued word for word is agreed', () => {
    const same = plansIn(issued([line('L1'), line('L2')]).state())
    expect(same.inForce?.answered).toMatchObject({ to: 'plan-2', extent: 'agrees' })
    expect(agreedBefore(issued([line('L1'), line('L2')]).state(), same)).toBeUndefined()
  })

  test('what was agreed to is held against what was issued, unasked', () => {
    const state = issued([line('L1', { amount: 4 }), line('L2')]).state()
    const plans = plansIn(state)
    expect(plans.inForce?.answered).toBeUndefined()
    expect(agreedBefore(state, plans)?.plan.id).toBe('plan-2')
  })
})

describe('each need under a plan', () => {
  test('no line and no carer: open', () => {
    const record = withSecondPlan(planned, [line('L1')], draft)
    expect(needsOpen(record.state(), planOf(record, 'plan-2')).map(({ id }) => id)).toEqual(['need-2'])
    const carried = record.but('need-2', { 'met-by': { carer: 'son', willing: true, able: true } })
    expect(needsOpen(carried.state(), planOf(carried, 'plan-2'))).toEqual([])
    const unwilling = record.but('need-2', { 'met-by': { carer: 'son', willing: false, able: true } })
    expect(needsOpen(unwilling.state(), planOf(unwilling, 'plan-2'))).toHaveLength(1)
    // A line of nothing that names the need says in another way how it is met.
    const said = withSecondPlan(planned, [line('L1'), line('L2', { amount: 0, funder: 'family' })], draft)
    expect(needsOpen(said.state(), planOf(said, 'plan-2'))).toEqual([])
  })

  test('what only this version meets would be left unmet without it', () => {
    const first = withSecondPlan(planned.without('plan', 'personal-budget', 'sign-off', 'copy', 'response'), [
      line('L1'),
    ])
    expect(needsOnlyHere(first.state(), planOf(first, 'plan-2')).map(({ id }) => id)).toEqual(['need-1'])
    const second = withSecondPlan(planned, [line('L1')], draft)
    expect(needsOnlyHere(second.state(), planOf(second, 'plan-2'))).toEqual([])
  })
})

describe('less', () => {
  test('is seen line by line against the plan in force, before the version is in the record too', () => {
    const record = withSecondPlan(planned, [line('L1', { amount: 3 }), line('L2')], draft)
    const state = record.state()
    const plan = planIn(state, 'plan-2')
    const less = lessIn(state, plan)
    expect(less.map(({ fall, against }) => [fall.line.line, fall.lost, against.id])).toEqual([
      ['L1', 4, 'plan-1'],
    ])
    const unkept = { ...plan, id: 'not-yet' }
    expect(lessIn(planned.state(), unkept)).toHaveLength(1)
  })

  test('rests on what happened since: a reassessment, a review, a request of the person’s side', () => {
    const record = planned
      .with('review-asked', { id: 'by-sw', on: '2026-08-01', by: 'sw', why: 'x' })
      .with('review-asked', { id: 'by-son', on: '2026-08-02', by: 'son', why: 'x' })
      .with('review', {
        id: 'looked',
        on: '2026-08-03',
        type: 'planned',
        changed: false,
        found: 'x',
        'leads-to': 'no-change',
        involved: [],
      })
      .with('assessment-opened', {
        id: 'again',
        on: '2026-08-04',
        of: 'reassessment',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      })
    const bases = (of: ARecord) => {
      const state = of.state()
      return basesSince(state, planIn(state, 'plan-1')).map(({ says }) => says)
    }
    expect(bases(record)).toEqual(['The review of 3 August 2026', 'The change asked for on 2 August 2026'])
    // A reassessment counts once it is closed.
    const closed = record.with('assessment-closed', {
      on: '2026-08-20',
      assessment: 'again',
      outcome: 'completed',
    })
    expect(bases(closed)[0]).toBe('The reassessment opened on 4 August 2026')
  })
})

describe('the clock of a disagreement', () => {
  // Monday 23 February 2026; 20 working days later is Monday 23 March.
  const record = planned
    .without('response')
    .with('response', { id: 'no', on: '2026-02-23', by: 'p', to: 'plan-1', extent: 'disagrees', says: 'No.' })
  const clock = (of: ARecord, on: string) => {
    const state = of.state(on)
    const [response] = answersTo(state, planOf(of, 'plan-1'))
    return response === undefined ? undefined : clockOf(state, response).says
  }

  test.each([
    ['2026-02-23', 'Day 0 of 20 working days. The council’s answer is due by 23 March 2026.'],
    ['2026-03-23', 'Day 20 of 20 working days. The council’s answer is due by 23 March 2026.'],
    ['2026-03-24', 'The council’s answer was due by 23 March 2026. It is 1 working day late.'],
    ['2026-03-26', 'The council’s answer was due by 23 March 2026. It is 3 working days late.'],
  ])('on %s: %s', (on, says) => expect(clock(record, on)).toBe(says))

  test.each<[string, (of: ARecord) => ARecord, string]>([
    [
      'a new version',
      (of) => withSecondPlan(of, [line('L1')], { on: '2026-03-02' }),
      'Answered on 2 March 2026, with a new version.',
    ],
    [
      'words noted to it',
      (of) => of.with('note', { on: '2026-03-03', of: 'no', text: 'We talked.' }),
      'Answered on 3 March 2026, with a note of what was said.',
    ],
    [
      'a decision of the manager',
      (of) =>
        of.with('sign-off', { on: '2026-03-04', by: 'mgr', of: 'plan-1', decision: 'approved', why: 'x' }),
      'Answered on 4 March 2026, with a manager’s decision.',
    ],
  ])('%s answers it', (_name, also, says) => expect(clock(also(record), '2026-03-30')).toBe(says))

  test('the person’s own note does not', () => {
    const own = record.with('note', { on: '2026-03-03', by: 'p', of: 'no', text: 'I mean it.' })
    expect(clock(own, '2026-03-04')).toContain('Day 7 of 20')
  })
})

test('that somebody could not answer is read from a note of that version and from no other', () => {
  const record = planned
    .with('note', { of: 'plan-1', text: 'Could not answer, because: she was ill.' })
    .with('note', { of: 'plan-1', text: 'We rang.' })
    .with('note', { text: 'Could not answer, because: nobody was there.' })
  expect(couldNotAnswer(record.state(), planOf(record, 'plan-1')).map(({ because }) => because)).toEqual([
    'she was ill.',
  ])
})

describe('the money', () => {
  const pounds = (amount: number) => pence<'week'>(amount * 100)
  const indicative = (
    weekly: number,
    lines: readonly (readonly [topic: 'hygiene' | 'clothing' | 'community' | 'money', sum: number])[],
  ) => ({
    from: 'recorded' as const,
    on: day('2026-02-02'),
    weekly: pounds(weekly),
    lines: lines.map(([topic, sum]) => ({ topic, weekly: pounds(sum) })),
  })
  const state = planned.state()
  const plan = planOf(planned, 'plan-1')
  const against = (sum: Parameters<typeof againstIndicative>[2], lines: readonly unknown[] = plan.lines) => {
    const { parts, left } = againstIndicative(state, { ...plan, lines: lines as never }, sum)
    return { left, parts: parts.map(({ topics, by }) => [topics.join('+'), by]) }
  }

  test('who pays what, once-only costs apart', () => {
    const record = withSecondPlan(planned, [
      line('L1'),
      line('L2', { funder: 'family' }),
      newLine('L3', { unit: 'once', amount: 3, price: 10.5 }),
    ])
    expect(sumsOf(planOf(record, 'plan-2'))).toMatchObject({
      total: 23_500,
      council: 17_500,
      once: 3_150,
      byFunder: [
        { funder: 'council', weekly: 17_500, lines: 2 },
        { funder: 'family', weekly: 6_000, lines: 1 },
      ],
    })
  })

  test('topics that one line serves are one part, and the parts add up to the difference', () => {
    // The morning line is for washing and dressing; the club for getting out.
    expect(
      against(
        indicative(250, [
          ['hygiene', 100],
          ['clothing', 60],
          ['community', 70],
          ['money', 20],
        ]),
      ),
    ).toEqual({
      left: 1_500,
      parts: [
        ['hygiene+clothing', 1_500],
        ['community', -1_000],
        ['money', -2_000],
      ],
    })
  })

  test('what the indicative sum never explained stands as a part of its own', () => {
    expect(against(indicative(300, [['community', 60]]))).toEqual({
      left: 6_500,
      parts: [
        ['community', 0],
        ['hygiene+clothing', 17_500],
        ['', -24_000],
      ],
    })
  })
})
