import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { RESOURCES } from '../../record/access.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type TellHospital, tellHospital, tellMoved } from './decide.ts'
import { concernsEighteen, eighteenPath, turns18 } from './view-eighteen.ts'
import { hospitalPath } from './view-hospital.ts'
import { movingPath } from './view-moving.ts'
import { type PathStep, openSteps } from './view-path.ts'
import { stays, whyHome } from './view-stay.ts'

const everything = () => true
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const stands = (steps: readonly PathStep[]) =>
  Object.fromEntries(steps.map((step) => [step.name, step.stands]))

/** Ada goes into hospital on 1 June, long after her plan. */
const admitted = aRecord()
  .supported()
  .without('advocacy')
  .with('hospital', { event: 'admitted', on: '2026-06-01' })
const pathOf = (record: typeof admitted, on = '2026-06-20', sees: typeof everything = everything) => {
  const state = record.state(on)
  const [stay] = stays(state)
  if (stay === undefined) throw new Error('no stay in hospital')
  return hospitalPath(state, stay, sees)
}

describe('from admission to home', () => {
  test('on the first day everything is still to be done, and nothing from before counts for it', () => {
    expect(stands(pathOf(admitted))).toEqual({
      'The hospital tells the council': 'owed',
      'The person has their say, and whoever cares for them': 'owed',
      'Somebody of the council is named': 'done',
      'The four questions: is it very hard to take part?': 'owed',
      'An assessment is opened': 'owed',
      'Where to live is the person’s decision, or why it is not': 'not-needed',
      'Who really helps at home': 'owed',
      'The home is looked at': 'owed',
      'Well enough to leave': 'later',
      'Help for the first days is ready': 'owed',
      'Leaving hospital': 'later',
      'Somebody looks in, in the first days': 'later',
      'A look at how it goes': 'later',
    })
  })

  test('each step is done by the entry that is about it', () => {
    const done = admitted
      .on('2026-06-03')
      .with('contact', { how: 'hospital', about: 'A fall', wants: 'Home' })
      .with('advocacy', {
        difficulty: { understand: false, retain: false, weigh: false, communicate: false },
        decision: 'not-needed',
      })
      .with('assessment-opened', { of: 'reassessment', subject: 'p', way: 'face-to-face', assessor: 'sw' })
      .with('statement', { topic: 'home', 'said-by': 'p', basis: 'lived', text: 'Home.', by: 'p' })
      .with('statement', {
        topic: 'night',
        'said-by': 'sw',
        basis: 'observed',
        text: 'Lost at night.',
        doubts: ['capacity'],
      })
      .with('statement', { topic: 'home-safety', 'said-by': 'sw', basis: 'observed', text: 'A bad rug.' })
      .party({ id: 'nan', role: 'carer', name: 'Nan Pike' })
      .with('carer-identified', {
        carer: 'nan',
        provides: 'Dinner',
        willing: true,
        able: true,
        assessment: 'declined',
      })
    expect(stands(pathOf(done))).toMatchObject({
      'The hospital tells the council': 'done',
      'The person has their say, and whoever cares for them': 'done',
      'The four questions: is it very hard to take part?': 'done',
      'An assessment is opened': 'done',
      'Where to live is the person’s decision, or why it is not': 'owed',
      'Who really helps at home': 'done',
      'The home is looked at': 'done',
    })
    const CAPACITY = {
      decision: 'Going home',
      for: ['home'],
      'help-given': ['Pictures'],
      understands: true,
      retains: true,
      weighs: true,
      communicates: true,
      'has-capacity': true,
      on: '2026-06-05',
    } as const
    const able = done.with('capacity', CAPACITY)
    const DECIDING = 'Where to live is the person’s decision, or why it is not'
    expect(stands(pathOf(able))[DECIDING]).toBe('done')
    const lacks = { ...CAPACITY, retains: false, 'has-capacity': false, because: 'Delirium' } as const
    expect(stands(pathOf(done.with('capacity', lacks)))[DECIDING]).toBe('waiting')
    const why = whyHome(
      able.state('2026-06-20'),
      stays(able.state('2026-06-20'))[0] ?? {
        admitted: undefined,
        fit: undefined,
        left: undefined,
        until: undefined,
      },
    )
    expect(why.wants.map(({ says: words }) => words)).toEqual(['Home', 'Home.'])
    expect(why.capacity?.decision).toBe('Going home')
    expect(why.others.map(({ text }) => text)).toEqual(['Lost at night.', 'A bad rug.'])
  })

  test('help that was written down before this stay is asked about again, and not copied', () => {
    const old = aRecord()
      .supported()
      .party({ id: 'nan', role: 'carer', name: 'Nan Pike' })
      .with('carer-identified', {
        carer: 'nan',
        provides: 'Dinner',
        willing: true,
        able: true,
        assessment: 'declined',
      })
      .with('hospital', { event: 'admitted', on: '2026-06-01' })
    const step = pathOf(old).find(({ name }) => name === 'Who really helps at home')
    expect(step).toMatchObject({
      stands: 'owed',
      says: 'What is written of Nan Pike is older than this stay. Ask whether it is still so.',
    })
  })

  test('pressure to leave never removes a step from view, and never answers one', () => {
    const events = fc.array(fc.constantFrom('admitted', 'fit-to-leave', 'discharged'), { maxLength: 6 })
    const before = pathOf(admitted)
    fc.assert(
      fc.property(events, fc.integer({ min: 0, max: 3 }), (each, pathway) => {
        const record = each.reduce(
          (so, event) =>
            so.add('hospital', {
              event,
              on: '2026-06-10',
              ...(event === 'discharged' ? { to: 'home', pathway } : {}),
            }),
          admitted,
        )
        const state = record.state('2026-06-20')
        for (const stay of stays(state)) {
          const path = hospitalPath(state, stay, everything)
          expect(path.map(({ name }) => name)).toEqual(before.map(({ name }) => name))
          const council = path.slice(3, 5)
          expect(council.map((step) => step.stands)).toEqual(['owed', 'owed'])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('what a reader may not read is shown as not shown, and never as undone', () => {
    for (const hidden of RESOURCES) {
      const path = pathOf(admitted, '2026-06-20', (resource?: string) => resource !== hidden)
      expect(path).toHaveLength(13)
    }
    const none = pathOf(admitted, '2026-06-20', () => false)
    expect(new Set(none.map((step) => step.stands))).toEqual(new Set(['unseen']))
    expect(openSteps(none)).toEqual([])
  })

  test('the first days and the look after have their days', () => {
    const home = admitted.with('hospital', { event: 'discharged', to: 'home', pathway: 1, on: '2026-06-10' })
    const at = (on: string) => stands(pathOf(home, on))
    expect(at('2026-06-13')['Somebody looks in, in the first days']).toBe('later')
    expect(at('2026-06-14')['Somebody looks in, in the first days']).toBe('late')
    expect(at('2026-08-05')['A look at how it goes']).toBe('later')
    expect(at('2026-08-06')['A look at how it goes']).toBe('late')
    const seen = home
      .with('statement', { topic: 'home', 'said-by': 'p', basis: 'lived', text: 'Home.', on: '2026-06-12' })
      .with('review', {
        type: 'unplanned',
        changed: false,
        found: 'Well',
        'leads-to': 'no-change',
        involved: ['p'],
        on: '2026-07-20',
      })
    expect(stands(pathOf(seen, '2026-09-01'))).toMatchObject({
      'Somebody looks in, in the first days': 'done',
      'A look at how it goes': 'done',
    })
  })
})

describe('writing down a step', () => {
  const tell = (more: Partial<TellHospital>, record = admitted) =>
    tellHospital(
      {
        stamp: { id: 'new', on: day('2026-06-20'), by: 'sw' },
        event: 'fit-to-leave',
        day: day('2026-06-20'),
        sees: everything,
        ...more,
      },
      record.state('2026-06-20'),
    )

  test('well enough to leave is written down at once', () => {
    expect(tell({})).toEqual({
      kind: 'done',
      entries: [{ id: 'new', on: '2026-06-20', by: 'sw', kind: 'hospital', event: 'fit-to-leave' }],
    })
    expect(tell({ day: day('2026-06-18') })).toMatchObject({
      entries: [{ on: '2026-06-18', recorded: '2026-06-20' }],
    })
  })

  test('leaving names what is not done, and what happens about it', () => {
    const without = says(tell({ event: 'discharged', to: 'home', pathway: 1 }))
    expect(without).toHaveLength(1)
    expect(without[0]).toMatch(
      /^Some steps are not done: .*“An assessment is opened”.*Leaving hospital does not end them/,
    )
    const left = tell({
      event: 'discharged',
      to: 'home',
      pathway: 1,
      meanwhile: 'Noor opens the assessment at her table on Monday.',
      says: 'By taxi.',
    })
    expect(left).toMatchObject({
      entries: [
        {
          event: 'discharged',
          to: 'home',
          pathway: 1,
          note: expect.stringMatching(
            /^By taxi\.\n\nNot done when they left: .*An assessment is opened.*\n\nWhat happens about it: Noor opens the assessment/,
          ),
        },
      ],
    })
  })

  test.each<readonly [Partial<TellHospital>, string]>([
    [{ event: 'admitted' }, 'They are in hospital already, since 1 June 2026.'],
    [{ day: day('2026-05-30') }, 'That is before 1 June 2026, the last step that is in the record.'],
    [{ day: day('2026-06-21') }, 'It cannot have happened after today, 20 June 2026.'],
    [{ event: 'discharged', meanwhile: 'x' }, 'Say where they went.'],
  ])('%o is refused with a clear word', (more, sentence) => {
    expect(says(tell(more))).toEqual([sentence])
  })

  test('nobody leaves who did not go in', () => {
    expect(says(tell({}, aRecord().supported()))).toEqual([
      'They are not in hospital, as far as this record knows. Write down first that they went in.',
    ])
    const fit = admitted.with('hospital', { event: 'fit-to-leave', on: '2026-06-10' })
    expect(says(tell({}, fit))).toEqual([
      'It is in the record already that they are well enough to leave, since 10 June 2026.',
    ])
  })
})

describe('moving here from another council', () => {
  const moved = aRecord().contacted().with('moved', {
    direction: 'in',
    other: 'Eastmere',
    'plan-in-place': true,
    'told-in-advance': true,
    on: '2026-06-01',
  })
  const path = (record: typeof moved, on = '2026-06-20') => {
    const state = record.state(on)
    const entry = state.byId.get('moved-1')
    return entry?.kind === 'moved' ? stands(movingPath(state, entry, everything)) : {}
  }
  const OLD_PLAN = {
    version: 1,
    status: 'issued',
    'brought-over': true,
    lines: [
      {
        line: 'L1',
        needs: [],
        what: 'Mornings',
        form: 'agency',
        unit: 'hour',
        amount: 7,
        price: 20,
        weekly: 140,
        funder: 'council',
        way: 'managed',
        why: 'As before',
      },
    ],
    involved: ['p'],
    on: '2026-06-01',
  } as const

  test('nothing has come along: who owes what', () => {
    expect(path(moved)).toEqual({
      'The two councils tell each other before the move': 'done',
      'The plan comes along': 'owed',
      'Help goes on from the day of the move': 'late',
      'The new council assesses': 'owed',
      'What is different is explained in writing': 'later',
    })
  })

  test('the old plan carries on from the day of the move until the assessment is done', () => {
    const on = moved
      .with('plan', OLD_PLAN)
      .with('support-started', { plan: 'plan-1', line: 'L1', provider: 'homecare', on: '2026-06-01' })
      .with('assessment-opened', {
        of: 'reassessment',
        subject: 'p',
        way: 'face-to-face',
        assessor: 'sw',
        on: '2026-06-08',
      })
    expect(path(on)).toMatchObject({
      'The plan comes along': 'done',
      'Help goes on from the day of the move': 'done',
      'The new council assesses': 'waiting',
    })
  })

  test('without a plan there is nothing to carry on; and one that was never told of says so', () => {
    const none = moved.but('moved-1', { 'plan-in-place': false, 'told-in-advance': false })
    expect(path(none)).toMatchObject({
      'The two councils tell each other before the move': 'late',
      'The plan comes along': 'not-needed',
      'Help goes on from the day of the move': 'not-needed',
    })
  })

  test('a move away: the plan goes on ahead, and help does not end before the day', () => {
    const away = aRecord()
      .supported()
      .with('moved', { direction: 'out', other: 'Eastmere', 'plan-in-place': true, on: '2026-06-10' })
    expect(path(away)).toEqual({
      'The two councils tell each other before the move': 'owed',
      'The new council gets the plan and the assessment': 'owed',
      'Help goes on until the day of the move': 'done',
    })
    const ended = away
      .with('support-ended', {
        plan: 'plan-1',
        line: 'L1',
        why: 'She moves.',
        'by-whom': 'council',
        on: '2026-06-01',
      })
      .with('note', { of: 'moved-1', text: 'Sent by secure mail.', on: '2026-06-11' })
    expect(path(ended)).toMatchObject({
      'The new council gets the plan and the assessment': 'done',
      'Help goes on until the day of the move': 'late',
    })
  })

  test('is written down once', () => {
    const stamp = { id: 'new', on: day('2026-06-20'), by: 'sw' }
    const command = {
      stamp,
      direction: 'in',
      other: 'Eastmere',
      day: day('2026-06-01'),
      planInPlace: true,
      toldInAdvance: undefined,
    } as const
    expect(says(tellMoved(command, moved.state('2026-06-20')))).toEqual([
      'This move is in the record already: 1 June 2026, Eastmere.',
    ])
    expect(
      says(tellMoved({ ...command, other: ' ', day: day('2026-06-21') }, moved.state('2026-06-20'))),
    ).toEqual(['It cannot have happened after today, 20 June 2026.', 'Enter the name of the other council.'])
    expect(tellMoved({ ...command, day: day('2026-06-02') }, moved.state('2026-06-20'))).toMatchObject({
      entries: [{ kind: 'moved', on: '2026-06-02', recorded: '2026-06-20', 'plan-in-place': true }],
    })
  })
})

describe('turning 18', () => {
  const young = aRecord().person({ born: '2008-09-01' }).contacted()
  const path = (record: typeof young, on: string) => stands(eighteenPath(record.state(on), everything))

  test('on the day nothing ends by itself', () => {
    expect(turns18(young.state())).toBe('2026-09-01')
    expect(path(young, '2026-06-01')).toEqual({
      'Looking ahead: an assessment before 18': 'owed',
      'The council decides who is eligible': 'later',
      'A plan is ready for the day': 'later',
      'Children’s services go on until then': 'later',
    })
    expect(path(young, '2026-09-01')).toEqual({
      'Looking ahead: an assessment before 18': 'late',
      'The council decides who is eligible': 'late',
      'A plan is ready for the day': 'late',
      'Children’s services go on until then': 'owed',
    })
    const opened = young.with('assessment-opened', {
      of: 'transition',
      subject: 'p',
      way: 'face-to-face',
      assessor: 'sw',
      on: '2026-05-01',
    })
    expect(path(opened, '2026-06-01')['Looking ahead: an assessment before 18']).toBe('waiting')
    const closed = opened.with('assessment-closed', {
      assessment: 'assessment-opened-1',
      outcome: 'completed',
      on: '2026-08-01',
    })
    expect(path(closed, '2026-09-01')['Looking ahead: an assessment before 18']).toBe('done')
  })

  test('concerns whoever is near it, or came before it, and nobody else', () => {
    expect(concernsEighteen(young.state('2026-06-01'))).toBe(true)
    expect(concernsEighteen(aRecord().contacted().state())).toBe(false)
    expect(concernsEighteen(aRecord().person({ born: '2020-01-01' }).contacted().state())).toBe(false)
    expect(turns18(aRecord().person({ born: '2008-02-29' }).contacted().state())).toBe('2026-03-01')
  })
})
