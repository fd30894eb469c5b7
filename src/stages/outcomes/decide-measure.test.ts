import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { keptFrom, takeNumbers, tellHeard, tellWellbeing } from './decide-measure.ts'
import { hoursOf } from './view-over-time.ts'
import { continuityOf, wellbeingOverTime } from './view-measures.ts'

const ON = '2026-04-20'
const record = aRecord()
  .supported()
  .party({ id: 'adv', role: 'advocate' })
  .party({ id: 'husband', role: 'carer' })
  .party({ id: 'att', role: 'attorney' })
const state = record.state(ON)
const stamp = (by: string) => ({ id: 'new', on: day(ON), by })
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const entry = (decision: Decision) => (decision.kind === 'done' ? decision.entries[0] : undefined)

describe('how life is', () => {
  test('is the person’s own view, also where a worker types it', () => {
    expect(entry(tellWellbeing({ stamp: stamp('p'), items: { control: 3 } }, state))).toEqual({
      id: 'new',
      on: ON,
      by: 'p',
      kind: 'measure',
      tool: 'making-it-real',
      items: { control: 3 },
      'seen-by': 'person',
    })
    const typed = tellWellbeing(
      { stamp: stamp('sw'), items: { control: 3 }, channel: 'said by phone, read back' },
      state,
    )
    expect(entry(typed)).toMatchObject({ by: 'sw', 'seen-by': 'person', note: 'said by phone, read back' })
  })

  test.each<[string, Decision, string]>([
    [
      'by the carer',
      tellWellbeing({ stamp: stamp('husband'), items: { control: 3 } }, state),
      'How life is, is for the person to say.',
    ],
    ['with no answer', tellWellbeing({ stamp: stamp('p'), items: {} }, state), 'Answer at least one.'],
    [
      'with an item that is too long',
      tellWellbeing({ stamp: stamp('p'), items: { [`x${'y'.repeat(200)}`]: 1 } }, state),
      'Say what you want to keep an eye on in 200 characters or fewer.',
    ],
    [
      'as numbers without a licence',
      takeNumbers({ stamp: stamp('sw'), typed: 'control: 1', licensed: false }, state),
      'Say that the council has a licence for the instrument.',
    ],
    [
      'as numbers by the person',
      takeNumbers({ stamp: stamp('p'), typed: 'control: 1', licensed: true }, state),
      'This is for those who work with the person.',
    ],
  ])('is refused %s', (_, decision, expected) => expect(says(decision)).toContain(expected))

  test('is set beside the first answer, item by item', () => {
    const told = record
      .with('measure', {
        on: '2026-03-01',
        by: 'p',
        tool: 'making-it-real',
        items: { control: 1, 'My dog': 4 },
        'seen-by': 'person',
      })
      .with('measure', {
        on: '2026-04-01',
        by: 'p',
        tool: 'making-it-real',
        items: { control: 3 },
        'seen-by': 'person',
      })
      .with('measure', {
        on: '2026-04-02',
        by: 'p',
        tool: 'making-it-real',
        items: { 'heard-time': 0 },
        'seen-by': 'person',
      })
    expect(wellbeingOverTime(told.state(ON)).map(({ item, moved }) => [item, moved])).toEqual([
      ['control', 'up'],
      ['My dog', 'once'],
    ])
  })
})

describe('how a talk went', () => {
  test('is kept from all but the person, who lawfully acts for them, and the manager', () => {
    const others = [...state.parties.keys()].filter((id) => !['p', 'att', 'mgr'].includes(id))
    expect(others).toContain('sw')
    expect(keptFrom(state, 'p', false)).toEqual(others)
    expect(keptFrom(state, 'adv', false)).not.toContain('adv')
    expect(
      entry(tellHeard({ stamp: stamp('p'), items: { 'heard-time': 1 }, workerMaySee: false }, state)),
    ).toMatchObject({
      withheld: { from: others, exemption: 'told in confidence to a manager' },
    })
  })

  test('the person may want the worker to see it; those who are paid for the support still do not', () => {
    const from = keptFrom(state, 'p', true)
    expect(from).not.toContain('sw')
    expect(from).toContain('club')
    expect(from).toContain('husband')
  })

  test('is for the person to say, or for the manager to type', () => {
    const items = { 'heard-time': 1 } as const
    expect(says(tellHeard({ stamp: stamp('sw'), items, workerMaySee: false }, state))).toEqual([
      'How a talk went is for the person to say, and to somebody else than their worker.',
    ])
    const typed = tellHeard(
      {
        stamp: stamp('mgr'),
        items,
        says: 'Too fast.',
        workerMaySee: false,
        channel: 'said by phone, read back',
      },
      state,
    )
    expect(entry(typed)).toMatchObject({ by: 'mgr', note: 'Too fast. (said by phone, read back)' })
    expect(says(tellHeard({ stamp: stamp('p'), items: {}, workerMaySee: false }, state))).toEqual([
      'Answer at least one.',
    ])
  })
})

test('continuity: who worked with the person in twelve months, and since when the one of today', () => {
  const changed = aRecord()
    .contacted()
    .without('worker')
    .party({ id: 'first', role: 'social-worker' })
    .with('worker', { on: '2025-01-10', worker: 'first', event: 'allocated' })
    .with('worker', { on: '2026-02-01', worker: 'first', event: 'left' })
    .with('worker', { on: '2026-02-03', worker: 'sw', event: 'allocated' })
  expect(continuityOf(changed.state(ON))).toEqual({ workers: 2, since: '2026-02-03' })
  expect(continuityOf(changed.state('2027-02-02'))).toEqual({ workers: 1, since: '2026-02-03' })
})

test('hours a week beside a part of life: those of the plan in force, until their line ends', () => {
  const planned = aRecord().planned()
  const lines = planned.state(ON).byId.get('plan-1')
  const hours = lines?.kind === 'plan' ? lines.lines.filter(({ unit }) => unit === 'hour') : []
  expect(hours.length).toBeGreaterThan(0)
  const all = hoursOf(planned.state(ON), 'hygiene')
  expect(all).toHaveLength(1)
  const ended = planned
    .with('support-started', { on: '2026-03-10', plan: 'plan-1', line: 'L1', provider: 'club' })
    .with('support-ended', { on: '2026-04-01', plan: 'plan-1', line: 'L1', why: 'By me now.' })
  const after = hoursOf(ended.state(ON), 'hygiene')
  expect(after.map(({ on }) => on)).toEqual([all[0]?.on, '2026-04-01'])
  expect(after[1]?.hours).toBeLessThan(after[0]?.hours ?? 0)
})
