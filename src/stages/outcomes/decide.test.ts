import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type TellProgress, tellProgress } from './decide.ts'
import { dotsOf, goalViews, whoseView } from './view.ts'

const record = aRecord()
  .supported()
  .but('goal-1', { now: 1, hoped: 3 })
  .party({ id: 'adv', role: 'advocate' })
  .party({ id: 'husband', role: 'carer' })

const command: TellProgress = {
  stamp: { id: 'new', on: day('2026-04-20'), by: 'p' },
  goal: 'goal-1',
  says: ' I went on Tuesday. ',
  level: 2,
}
const tell = (more: Partial<TellProgress>, by = 'p') =>
  tellProgress({ ...command, ...more, stamp: { ...command.stamp, by } }, record.state('2026-04-20'))
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('saying how it goes', () => {
  test.each([
    ['p', 'person'],
    ['adv', 'person'],
    ['sw', 'worker'],
    ['mgr', 'worker'],
    ['club', 'provider'],
  ])('%s says it as the %s', (by, seenBy) => {
    expect(tell({}, by)).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-04-20',
          by,
          kind: 'progress',
          goal: 'goal-1',
          'seen-by': seenBy,
          level: 2,
          says: 'I went on Tuesday.',
        },
      ],
    })
  })

  test('a worker types what the person says, and it is the person’s view; whoever is paid for the support may not', () => {
    const how = 'said by phone, read back'
    expect(tell({ channel: how }, 'sw')).toMatchObject({
      entries: [{ by: 'sw', 'seen-by': 'person', note: how }],
    })
    expect(tell({ channel: how }, 'club')).toMatchObject({ entries: [{ 'seen-by': 'provider' }] })
    expect(tell({ channel: how }, 'club')).not.toHaveProperty('entries.0.note')
    expect(tell({ channel: how }, 'p')).not.toHaveProperty('entries.0.note')
    const made = tell({ channel: how }, 'sw')
    const [entry] = made.kind === 'done' ? made.entries : []
    if (entry?.kind !== 'progress') throw new Error('no progress')
    const state = record.state('2026-04-20')
    expect(whoseView(state, entry)).toBe('p')
    expect(whoseView(state, { ...entry, by: 'adv' })).toBe('adv')
    expect(whoseView(state, { ...entry, 'seen-by': 'worker' })).toBe('sw')
  })

  test('no step of the ladder need be named', () => {
    const decision = tell({ level: undefined })
    expect(decision.kind === 'done' && decision.entries[0]).not.toHaveProperty('level')
  })

  test.each<[string, Partial<TellProgress>, string, readonly string[]]>([
    ['of no goal', { goal: 'plan-1' }, 'p', ['Choose the goal that you speak of.']],
    ['without a word', { says: ' ' }, 'p', ['Say in a few words how it goes.']],
    [
      'by somebody who is none of the three',
      {},
      'husband',
      ['This is for the person, the worker and whoever gives support. Say what you see in the conversation.'],
    ],
  ])('is refused %s', (_name, more, by, expected) => expect(says(tell(more, by))).toEqual(expected))
})

describe('a goal over time', () => {
  const told = record
    .with('progress', {
      on: '2026-03-01',
      by: 'p',
      goal: 'goal-1',
      'seen-by': 'person',
      level: 1,
      says: 'No.',
    })
    .with('progress', {
      on: '2026-04-01',
      by: 'club',
      goal: 'goal-1',
      'seen-by': 'provider',
      level: 3,
      says: 'Well.',
    })
    .with('progress', {
      on: '2026-04-02',
      by: 'sw',
      goal: 'goal-1',
      'seen-by': 'worker',
      says: 'I was not there.',
    })

  test('begins where the person stood, and keeps each one’s view apart', () => {
    const [view] = goalViews(told.state('2026-04-20'))
    expect(view?.seen).toEqual([
      { on: '2026-01-14', level: 1, by: 'person' },
      { on: '2026-03-01', level: 1, by: 'person' },
      { on: '2026-04-01', level: 3, by: 'provider' },
    ])
    expect(view?.now.map(({ by, level }) => [by, level])).toEqual([
      ['person', 1],
      ['provider', 3],
    ])
    expect(view?.progress).toHaveLength(3)
    expect(view?.apart).toBe(true)
  })

  test('one step apart is no difference worth a word', () => {
    const near = told.but('progress-2', { level: 2 })
    expect(goalViews(near.state('2026-04-20'))[0]?.apart).toBe(false)
  })

  test('is drawn by its days', () => {
    expect(
      dotsOf([
        { on: day('2026-01-01'), level: 1, by: 'person' },
        { on: day('2026-01-26'), level: 2, by: 'person' },
        { on: day('2026-04-11'), level: 2, by: 'worker' },
      ]).map(({ across }) => across),
    ).toEqual([0, 0.25, 1])
    expect(dotsOf([{ on: day('2026-01-01'), level: 1, by: 'person' }]).map(({ across }) => across)).toEqual([
      0.5,
    ])
    expect(dotsOf([])).toEqual([])
  })
})
