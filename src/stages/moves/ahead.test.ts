import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { type PlainDate, addDays, day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { callOff, handBack, keepStep, planMove, promiseStep } from './decide-ahead.ts'
import { aheadPath, eighteenAhead, gapSays, openAhead, plannedMoves } from './view-ahead.ts'

const everything = () => true
const ON = '2026-06-01'
const MOVE = '2026-09-01'
const stamp = (id: string, by = 'sw', on = ON) => ({ id, on: day(on), by })
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

type Builder = ReturnType<typeof aRecord>
/** The record with what was decided in it. */
const added = (record: Builder, decision: Decision): Builder => {
  if (decision.kind === 'refused') throw new Error(says(decision).join(' '))
  const [entry] = decision.entries
  if (entry?.kind !== 'note') throw new Error('no note')
  const { kind, ...fields } = entry
  return record.add(kind, fields)
}

const plan = {
  stamp: stamp('plan', 'p'),
  direction: 'out',
  other: 'Eastmere',
  day: day(MOVE),
  says: 'With Bo.',
} as const
const supported = aRecord().supported()
const planned = added(supported, planMove(plan, supported.state(ON)))
const pathOn = (record: Builder, on: string) => {
  const state = record.state(on)
  const [move] = plannedMoves(state)
  if (move === undefined) throw new Error('nothing is planned')
  return aheadPath(state, move)
}

describe('a move on a day to come', () => {
  test('is a note that everybody can read, by the person or by a worker', () => {
    expect(planMove(plan, supported.state(ON))).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'plan',
          on: ON,
          by: 'p',
          kind: 'note',
          text: 'A move is planned for 1 September 2026, from here to Eastmere.\nWith Bo.',
        },
      ],
    })
  })

  test.each([
    [
      'on a day that has come',
      { day: day(ON) },
      'That day has come. Write down the move itself, not the plan of one.',
    ],
    ['to nowhere', { other: ' ' }, 'Enter the name of the other council.'],
  ])('is refused %s', (_, more, expected) => {
    expect(says(planMove({ ...plan, ...more }, supported.state(ON)))).toEqual([expected])
  })

  test('a second one the same way is refused; one the other way is not', () => {
    const state = planned.state('2026-06-02')
    expect(says(planMove({ ...plan, stamp: stamp('two') }, state))).toEqual([
      'A move is planned already, for 1 September 2026. If it is another day or council now, call that one off first.',
    ])
    expect(planMove({ ...plan, direction: 'in', stamp: stamp('two') }, state).kind).toBe('done')
  })

  test('every step before it is open until somebody takes it on, and says so', () => {
    const steps = pathOn(planned, ON)
    expect(steps.map(({ name, owes, stands }) => [name, owes, stands])).toEqual([
      ['The new council is told of the move', 'council', 'owed'],
      ['The new council gets the plan and the assessment', 'council', 'owed'],
      ['Help goes on here until the day of the move', 'council', 'owed'],
      ['The new council says what it does from that day', 'other', 'owed'],
    ])
    expect(gapSays(day(MOVE), steps)).toEqual({
      gap: true,
      says: 'There could be a gap on 1 September 2026. Nobody has taken this on in time: “The new council is told of the move”, “The new council gets the plan and the assessment”, “Help goes on here until the day of the move” and “The new council says what it does from that day”.',
    })
  })

  const promise = (place: number, by: string, more = {}) => ({
    stamp: stamp(`promise-${place}`),
    step: `plan:${place}`,
    party: 'sw',
    by: day(by),
    ...more,
  })

  test('a step is taken on by somebody, by a day before the move, and done; late where its day passes', () => {
    const first = promiseStep(promise(0, '2026-06-15', { says: 'By letter.' }), planned.state(ON))
    expect(first).toMatchObject({
      entries: [
        {
          kind: 'note',
          of: 'plan',
          text: 'By 15 June 2026 (sw): The new council is told of the move.\nBy letter.',
        },
      ],
    })
    const taken = added(planned, first)
    expect(pathOn(taken, '2026-06-15')[0]).toMatchObject({ stands: 'waiting' })
    expect(pathOn(taken, '2026-06-15')[0]?.says).toMatch(/, by 15 June 2026\. By letter\.$/)
    expect(pathOn(taken, '2026-06-16')[0]).toMatchObject({ stands: 'late' })
    const kept = added(
      taken,
      keepStep(
        { stamp: stamp('kept', 'sw', '2026-06-20'), step: 'plan:0', says: 'They rang.' },
        taken.state('2026-06-20'),
      ),
    )
    expect(pathOn(kept, '2026-06-20')[0]).toMatchObject({ stands: 'done', says: '20 June 2026. They rang.' })
    expect(openAhead(kept.state('2026-06-20')).map(({ value }) => value)).toEqual([
      'plan:1',
      'plan:2',
      'plan:3',
    ])
    expect(says(keepStep({ stamp: stamp('again'), step: 'plan:0' }, kept.state('2026-06-20')))).toEqual([
      'Choose a step that is not done.',
    ])
  })

  test.each([
    [
      'after the day itself',
      { by: day('2026-09-02') },
      'That is after the day itself, 1 September 2026. In between there would be a gap.',
    ],
    ['for a day gone by', { by: day('2026-05-31') }, 'That day has passed.'],
    ['by nobody', { party: 'nobody' }, 'Choose who does it.'],
    ['of no step', { step: 'plan:9' }, 'Choose a step that is not done.'],
  ])('it is not taken on %s', (_, more, expected) => {
    expect(says(promiseStep({ ...promise(0, MOVE), ...more }, planned.state(ON)))).toEqual([expected])
  })

  test('it is called off by whoever planned it or the worker, with a reason, and stays in the record', () => {
    const off = { stamp: stamp('off', 'p', '2026-06-03'), planned: 'plan', why: 'I stay.', isWorker: false }
    const state = planned.state('2026-06-03')
    expect(says(callOff({ ...off, stamp: stamp('off', 'son') }, state))).toEqual([
      'Only whoever wrote it down, or the worker, can call it off.',
    ])
    expect(says(callOff({ ...off, why: '' }, state))).toEqual(['Say why it is called off.'])
    const decision = callOff(off, state)
    expect(decision).toMatchObject({ entries: [{ corrects: 'plan', why: 'I stay.' }] })
    const after = added(planned, decision).state('2026-06-04')
    expect(plannedMoves(after)).toEqual([])
    expect(after.told.map(({ entry }) => entry.id)).toContain('plan')
    expect(callOff({ ...off, stamp: stamp('off', 'sw'), isWorker: true }, state).kind).toBe('done')
  })

  test('once the move is written down, the plan of it is over; until then the day is not forgotten', () => {
    expect(pathOn(planned, MOVE).every(({ stands }) => stands === 'late')).toBe(true)
    const moved = planned.with('moved', {
      direction: 'out',
      other: 'Eastmere',
      'plan-in-place': true,
      on: MOVE,
    })
    expect(plannedMoves(moved.state(MOVE))).toEqual([])
    const other = planned.with('moved', {
      direction: 'in',
      other: 'Eastmere',
      'plan-in-place': true,
      on: MOVE,
    })
    expect(plannedMoves(other.state(MOVE))).toHaveLength(1)
  })

  test('there is no gap exactly where each step is done, or taken on by a day that has not passed', () => {
    const each = fc.constantFrom('open', 'taken', 'late', 'done')
    fc.assert(
      fc.property(fc.tuple(each, each, each, each), (ways) => {
        const record = ways.reduce((so, way, place) => {
          const state = so.state('2026-07-01')
          const id = `x-${place}`
          if (way === 'taken') return added(so, promiseStep(promise(place, '2026-08-01'), state))
          if (way === 'late')
            return added(so, promiseStep(promise(place, '2026-06-20', { stamp: stamp(id) }), so.state(ON)))
          return way === 'done'
            ? added(so, keepStep({ stamp: stamp(id, 'sw', '2026-07-01'), step: `plan:${place}` }, state))
            : so
        }, planned)
        const gap = gapSays(day(MOVE), pathOn(record, '2026-07-01'))
        expect(gap?.gap).toBe(ways.some((way) => way === 'open' || way === 'late'))
      }),
      { numRuns: 40 },
    )
  })
})

describe('turning 18', () => {
  const young = aRecord().person({ born: '2008-09-01' }).contacted()
  const on = (days: number): PlainDate => addDays(day('2026-09-01'), days)

  test('who decides by when is asked for each open step; what the record shows done stays done', () => {
    const state = young.state('2026-06-01')
    expect(openAhead(state).map(({ value, name, day: by }) => [value, name, by])).toEqual([
      ['eighteen:0', 'Looking ahead: an assessment before 18', '2026-09-01'],
      ['eighteen:1', 'The council decides who is eligible', '2026-09-01'],
      ['eighteen:2', 'A plan is ready for the day', '2026-09-01'],
    ])
    expect(gapSays(day('2026-09-01'), eighteenAhead(state, everything))?.gap).toBe(true)
    const taken = [0, 1, 2].reduce(
      (so, place) =>
        added(
          so,
          promiseStep(
            { stamp: stamp(`t-${place}`), step: `eighteen:${place}`, party: 'sw', by: on(-20 + place) },
            so.state('2026-06-01'),
          ),
        ),
      young,
    )
    const steps = eighteenAhead(taken.state('2026-06-02'), everything)
    expect(steps.map(({ stands }) => stands)).toEqual(['waiting', 'waiting', 'waiting', 'later'])
    expect(gapSays(day('2026-09-01'), steps)).toEqual({
      gap: false,
      says: 'No gap on 1 September 2026: each step is done, or somebody does it before then.',
    })
    // A word that somebody does it is not the thing itself: its day passes, and it is late.
    expect(eighteenAhead(taken.state('2026-08-20'), everything)[0]?.stands).toBe('late')
    expect(says(keepStep({ stamp: stamp('k'), step: 'eighteen:0' }, taken.state('2026-06-02')))).toEqual([
      'This is done when it is in the record: the assessment, the decision, the plan.',
    ])
  })

  describe('a step that is handed back', () => {
    const BACK = { step: 'eighteen:0', why: 'I leave the team.', isWorker: false } as const
    const takeOn = (record: Builder, id: string, party: string, by: string, when = '2026-06-01') =>
      added(
        record,
        promiseStep(
          { stamp: stamp(id, 'sw', when), step: 'eighteen:0', party, by: day(by) },
          record.state(when),
        ),
      )
    const twice = takeOn(takeOn(young, 't-1', 'sw', '2026-08-01'), 't-2', 'p', '2026-08-10')
    const first = (record: Builder, when: string) => eighteenAhead(record.state(when), everything)[0]

    test('is nobody’s at once, also where somebody else had it before', () => {
      expect(first(twice, '2026-06-02')).toMatchObject({ stands: 'waiting' })
      const decision = handBack({ ...BACK, stamp: stamp('b', 'p', '2026-06-03') }, twice.state('2026-06-03'))
      expect(decision).toMatchObject({
        entries: [
          {
            kind: 'note',
            by: 'p',
            text: 'Handed back (p): Looking ahead: an assessment before 18.\nI leave the team.',
          },
        ],
      })
      const after = added(twice, decision)
      const step = first(after, '2026-06-03')
      expect(step?.stands).toBe('owed')
      expect(step?.says).toContain(
        'Nobody has said yet who does this, and by when. Ada Brook handed it back on 3 June 2026: I leave the team.',
      )
      expect(gapSays(day('2026-09-01'), eighteenAhead(after.state('2026-06-03'), everything))?.gap).toBe(true)
      expect(openAhead(after.state('2026-06-03'))[0]?.promised).toBeUndefined()
      // Taken on again, it is somebody's again; what was said stays in the record.
      const again = takeOn(after, 't-3', 'sw', '2026-08-20', '2026-06-04')
      expect(first(again, '2026-06-04')).toMatchObject({ stands: 'waiting' })
      expect(again.state('2026-06-04').entries.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['t-1', 't-2', 'b', 't-3']),
      )
    })

    test.each([
      ['without a reason', { why: ' ' }, 'p', 'Say why it is handed back.'],
      ['that nobody has', { step: 'eighteen:1' }, 'p', 'Choose a step that somebody has taken on.'],
      ['of no path', { step: 'x' }, 'p', 'Choose a step that somebody has taken on.'],
      [
        'by somebody else',
        {},
        'son',
        'Only whoever has it, whoever wrote that down, or the worker can hand it back.',
      ],
    ])('is refused %s', (_, more, by, expected) => {
      expect(
        says(handBack({ ...BACK, ...more, stamp: stamp('b', by, '2026-06-03') }, twice.state('2026-06-03'))),
      ).toEqual([expected])
    })

    test('by whoever wrote it down and by the worker, for whoever has it', () => {
      const state = twice.state('2026-06-03')
      for (const decision of [
        handBack({ ...BACK, stamp: stamp('b', 'sw', '2026-06-03') }, state),
        handBack({ ...BACK, isWorker: true, stamp: stamp('b', 'mgr', '2026-06-03') }, state),
      ])
        expect(decision).toMatchObject({ entries: [{ text: expect.stringContaining('Handed back (p)') }] })
    })
  })

  test('whoever is not shown a step is told nothing of a gap', () => {
    expect(
      gapSays(
        day('2026-09-01'),
        eighteenAhead(young.state('2026-06-01'), () => false),
      ),
    ).toBeUndefined()
  })

  test('nothing of it is open once the day has come, nor for whoever is older', () => {
    expect(openAhead(young.state('2026-09-01'))).toEqual([])
    expect(openAhead(aRecord().contacted().state())).toEqual([])
  })
})
