import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type AddStep, addStep, finishStep, takeBack } from './decide-step.ts'
import { attainmentOf, mayTakeBack, stepsOf, takenBackOf } from './view-steps.ts'

const ON = '2026-04-20'
const record = aRecord().supported()
const stamp = (id = 'new') => ({ id, on: day(ON), by: 'p' })
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const command: AddStep = {
  stamp: stamp(),
  goal: 'goal-1',
  what: 'Buy a bus card',
  who: 'p',
  by: day('2026-05-01'),
}

describe('a step towards a goal', () => {
  test('is a note of the goal, with who does it: the person too', () => {
    expect(addStep(command, record.state(ON))).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: ON,
          by: 'p',
          kind: 'note',
          of: 'goal-1',
          text: 'A step (by p): Buy a bus card\nBy 1 May 2026 (2026-05-01).',
        },
      ],
    })
  })

  test.each<[string, Partial<AddStep>, string]>([
    ['of no goal', { goal: 'need-1' }, 'That goal is not in the record.'],
    ['with nothing to do', { what: ' ' }, 'Say what will be done.'],
    ['by nobody', { who: 'nobody' }, 'Choose who does it.'],
    ['for a day gone by', { by: day('2026-04-19') }, 'The day of the step has passed.'],
  ])('is refused %s', (_, more, expected) =>
    expect(says(addStep({ ...command, ...more }, record.state(ON)))).toEqual([expected]),
  )

  test('is late once its day has passed, and done when somebody says so, once', () => {
    const added = addStep(command, record.state(ON))
    const [note] = added.kind === 'done' ? added.entries : []
    if (note?.kind !== 'note') throw new Error('no note')
    const { kind, ...fields } = note
    const withStep = record.add(kind, fields)
    const goalOf = (on: string) => withStep.state(on).byId.get('goal-1')
    const view = (on: string) => {
      const goal = goalOf(on)
      return goal?.kind === 'goal' ? stepsOf(withStep.state(on), goal)[0] : undefined
    }
    expect(view('2026-05-01')).toMatchObject({ isLate: false, done: undefined, step: { who: 'p' } })
    expect(view('2026-05-02')?.isLate).toBe(true)
    const finish = { stamp: stamp('done'), goal: 'goal-1', step: 'new', says: 'By me.' }
    const done = finishStep(finish, withStep.state(ON))
    expect(done.kind === 'done' && done.entries[0]).toMatchObject({ text: 'A step is done (new). By me.' })
    const finished = withStep.add('note', {
      id: 'done',
      on: ON,
      by: 'p',
      of: 'goal-1',
      text: 'A step is done (new). By me.',
    })
    const goal = finished.state('2026-06-01').byId.get('goal-1')
    expect(goal?.kind === 'goal' && stepsOf(finished.state('2026-06-01'), goal)[0]).toMatchObject({
      isLate: false,
      done: { on: ON, by: 'p', says: 'By me.' },
    })
    expect(says(finishStep({ ...finish, stamp: stamp('again') }, finished.state(ON)))).toEqual([
      'That step is done already.',
    ])
    expect(says(finishStep({ ...finish, step: 'other' }, withStep.state(ON)))).toEqual([
      'Choose the step that is done.',
    ])
  })
})

describe('a step is taken back by whoever said it', () => {
  const withStep = record.with('note', {
    id: 'step',
    on: ON,
    by: 'p',
    of: 'goal-1',
    text: 'A step (by club): Buy a bus card',
  })
  const finished = withStep.with('note', {
    id: 'done',
    on: ON,
    by: 'sw',
    of: 'goal-1',
    text: 'A step is done (step). By me.',
  })
  const back = (by: string, note: string, why = 'I go by bike now.') => ({
    stamp: { id: 'back', on: day('2026-04-22'), by },
    goal: 'goal-1',
    note,
    why,
  })
  const goalIn = (state: ReturnType<typeof record.state>) => {
    const goal = state.byId.get('goal-1')
    if (goal?.kind !== 'goal') throw new Error('no goal')
    return goal
  }

  test('it is a correction with a reason: out of the list, and in the record still', () => {
    const decision = takeBack(back('p', 'step'), withStep.state('2026-04-22'))
    expect(decision).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'back',
          on: '2026-04-22',
          by: 'p',
          kind: 'note',
          corrects: 'step',
          why: 'I go by bike now.',
          of: 'goal-1',
          text: 'A step is taken out: Buy a bus card',
        },
      ],
    })
    const [entry] = decision.kind === 'done' ? decision.entries : []
    if (entry?.kind !== 'note') throw new Error('no note')
    const { kind, ...fields } = entry
    const state = withStep.add(kind, fields).state('2026-04-23')
    expect(stepsOf(state, goalIn(state))).toEqual([])
    expect(takenBackOf(state, goalIn(state))).toMatchObject([
      { what: 'Buy a bus card', of: 'step', on: '2026-04-22', why: 'I go by bike now.' },
    ])
    expect(state.told.map((told) => told.entry.id)).toContain('step')
    // A look back at the day before still shows it.
    const before = withStep.add(kind, fields).state('2026-04-21')
    expect(stepsOf(before, goalIn(before))).toHaveLength(1)
    expect(says(takeBack(back('p', 'step'), state))).toEqual(['Choose what you take back.'])
  })

  test('that it is done is taken back by the one who said that, and the step is open again', () => {
    const state = finished.state('2026-04-22')
    expect(mayTakeBack(state, goalIn(state), 'p')).toEqual([])
    const decision = takeBack(back('sw', 'done'), state)
    const [entry] = decision.kind === 'done' ? decision.entries : []
    expect(entry).toMatchObject({ corrects: 'done', text: 'A step is not done after all (step).' })
    if (entry?.kind !== 'note') throw new Error('no note')
    const { kind, ...fields } = entry
    const after = finished.add(kind, fields).state('2026-04-23')
    expect(stepsOf(after, goalIn(after))).toMatchObject([{ done: undefined }])
    expect(takenBackOf(after, goalIn(after))).toMatchObject([{ of: 'done', what: 'Buy a bus card' }])
  })

  test.each([
    [
      'by another',
      back('sw', 'step'),
      'Only the one who said it can take it back. You can say that it is wrong.',
    ],
    ['without a reason', back('p', 'step', ' '), 'Say why you take it back.'],
    ['of something else', back('p', 'need-1'), 'Choose what you take back.'],
    ['of no goal', { ...back('p', 'step'), goal: 'need-1' }, 'Choose what you take back.'],
  ])('it is refused %s', (_, taken, expected) => {
    expect(says(takeBack(taken, withStep.state('2026-04-22')))).toEqual([expected])
  })
})

describe('goal attainment', () => {
  // The table of the corrected formula: equal weights, all one below, for one, two and three goals.
  test.each([
    [1, 40.0],
    [2, 37.6],
    [3, 36.3],
  ])('of %i goals, each one below what was hoped, is %d', (count, expected) => {
    const goals = Array.from({ length: count }, (_, at) => `g${at}`)
    const told = goals.reduce(
      (so, id) =>
        so
          .with('goal', { id, on: ON, by: 'p', words: id, topics: ['hygiene'], type: 'gain' })
          .with('progress', { on: ON, by: 'sw', goal: id, 'seen-by': 'worker', attained: -1, says: '' }),
      aRecord().contacted(),
    )
    expect(attainmentOf(told.state(ON))?.score).toBeCloseTo(expected, 1)
  })

  test('what whoever is paid for the support measures of their own work does not count', () => {
    const marked = record.with('progress', {
      on: ON,
      by: 'club',
      goal: 'goal-1',
      'seen-by': 'provider',
      attained: 2,
      says: '',
    })
    expect(attainmentOf(marked.state(ON))).toBeUndefined()
  })
})
