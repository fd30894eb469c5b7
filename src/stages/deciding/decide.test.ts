import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { check } from '../../domain/checks/every.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import {
  type AskCapacity,
  type DecideBest,
  type LookAtLiberty,
  askCapacity,
  decideBest,
  lookAtLiberty,
  tellScope,
} from './decide.ts'
import { foundIn, givenOutside, kindsOfDecision, lawyers } from './view.ts'

const TODAY = '2026-05-04'
const stamp = { id: 'new', on: day(TODAY), by: 'sw' }
const LACKS = {
  decision: 'Who holds her bank card',
  for: ['money'],
  'help-given': ['Two mornings'],
  understands: true,
  retains: false,
  weighs: false,
  communicates: true,
  because: 'Dementia',
  'has-capacity': false,
  on: '2026-04-20',
} as const
const record = aRecord()
  .supported()
  .party({ id: 'att', role: 'attorney', name: 'Una Brook', relationship: 'niece' })
  .party({ id: 'son', role: 'family', name: 'Ben Brook' })
  .with('capacity', LACKS)
const state = record.state(TODAY)
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

const able: AskCapacity = {
  stamp,
  decision: ' Going home from hospital ',
  for: ['home'],
  day: day('2026-05-03'),
  time: 'morning',
  help: ['Glasses on', ' ', 'Pictures'],
  understands: true,
  retains: true,
  weighs: true,
  communicates: true,
  shown: 'She named the stairs herself.',
  unwise: 'Her son: she will fall.',
  has: true,
}
const unable: AskCapacity = {
  ...able,
  retains: false,
  has: false,
  because: 'Delirium with an infection',
  link: 'What was said is gone after a minute.',
  again: 'When the infection has gone, in the morning',
}

describe('asking about one decision', () => {
  test('an unwise choice by somebody who can do all four is a decision', () => {
    expect(askCapacity(able, state)).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-05-03',
          recorded: TODAY,
          by: 'sw',
          kind: 'capacity',
          decision: 'Going home from hospital',
          for: ['home'],
          'help-given': ['Glasses on', 'Pictures'],
          understands: true,
          retains: true,
          weighs: true,
          communicates: true,
          'has-capacity': true,
          note: 'Time of day: In the morning\n\nWhat showed it: She named the stairs herself.\n\nOthers think it unwise: Her son: she will fall.',
        },
      ],
    })
  })

  test('that they cannot is kept with its cause, its link, and when it is asked again', () => {
    expect(askCapacity({ ...unable, day: day(TODAY) }, state)).toMatchObject({
      entries: [
        {
          on: TODAY,
          because: 'Delirium with an infection',
          'has-capacity': false,
          note: expect.stringContaining(
            'How the one leads to the other: What was said is gone after a minute.\n\nOthers think it unwise: Her son: she will fall.\n\nTo be asked again: When the infection has gone, in the morning',
          ),
        },
      ],
    })
    const done = askCapacity({ ...unable, day: day(TODAY) }, state)
    expect(done.kind === 'done' && done.entries[0] !== undefined && 'recorded' in done.entries[0]).toBe(false)
  })

  test.each<readonly [Partial<AskCapacity>, string]>([
    [
      { has: true },
      'You say that they can decide this, and that they could not keep it in mind. To decide takes all four. Look at both answers again.',
    ],
    [
      { retains: true },
      'You say that they can do all four things, and that they cannot decide. Who can do all four can decide, also where others think it unwise.',
    ],
    [
      { help: [' '] },
      'Nobody is found unable to decide before every help that could work has been given. Say what was done.',
    ],
    [
      { because: ' ' },
      'Say what illness or injury of mind or brain is behind it. If there is none, they can decide.',
    ],
    [{ link: '' }, 'Say how that leads to what they could not do.'],
    [{ again: undefined }, 'Say when it is to be asked again, or why it will not be.'],
    [
      { decision: 'All her decisions' },
      'Ask about one decision. Nobody is able or unable to decide in general.',
    ],
    [{ decision: 'Everything' }, 'Ask about one decision. Nobody is able or unable to decide in general.'],
    [{ day: day('2026-05-05') }, 'You cannot have asked after today, 4 May 2026.'],
  ])('a finding that contradicts itself is refused with a clear word: %o', (more, sentence) => {
    expect(says(askCapacity({ ...unable, ...more }, state))).toEqual([sentence])
  })

  test('whatever is kept, no check finds it unhelped, unreasoned or against itself', () => {
    const yes = fc.boolean()
    const words = fc.constantFrom('', ' ', 'words')
    const asked = fc.record({
      understands: yes,
      retains: yes,
      weighs: yes,
      communicates: yes,
      has: yes,
      because: words,
      link: words,
      again: words,
      help: fc.array(words, { maxLength: 2 }),
    })
    let kept = 0
    fc.assert(
      fc.property(asked, (more) => {
        const decision = askCapacity({ ...able, ...more, day: day(TODAY) }, state)
        if (decision.kind === 'refused') return
        kept += 1
        const [entry] = decision.entries
        if (entry?.kind !== 'capacity') throw new Error('no capacity entry was made')
        const all = entry.understands && entry.retains && entry.weighs && entry.communicates
        expect(entry['has-capacity']).toBe(all)
        const { id: _id, kind: _kind, ...fields } = entry
        const found = check(record.add('capacity', fields).state(TODAY)).filter(({ entries }) =>
          entries.includes('capacity-2'),
        )
        expect(found).toEqual([])
      }),
      { numRuns: 1000 },
    )
    expect(kept).toBeGreaterThan(5)
  })
})

describe('what is best', () => {
  const best: DecideBest = {
    stamp,
    capacity: 'capacity-1',
    wait: 'No: the account is being emptied.',
    wishes: 'The card in her own bag.',
    consulted: ['att', 'son'],
    less: 'Only the savings are looked after.',
    decided: 'The card is stopped.',
  }
  const covers = (decides: string) =>
    record
      .with('note', { text: `May decide (att) about ${decides}: the paper of 2022`, on: '2026-04-21' })
      .state(TODAY)

  test('is added to the finding that it rests on, in its place', () => {
    const decision = decideBest(best, state)
    expect(decision).toMatchObject({
      kind: 'done',
      entries: [
        {
          id: 'new',
          corrects: 'capacity-1',
          why: 'What is best was written down.',
          decision: 'Who holds her bank card',
          'has-capacity': false,
          'best-interests': {
            decided: 'The card is stopped.',
            consulted: ['att', 'son'],
            wishes: 'The card in her own bag.',
            'less-restrictive': 'Only the savings are looked after.',
          },
          note: 'Can it wait: No: the account is being emptied.',
        },
      ],
    })
  })

  test.each<readonly [string, Partial<DecideBest>, string]>([
    ['money, support', { consulted: ['son'] }, 'Una Brook may decide for them by law, and has to be asked.'],
    ['home', { consulted: [] }, 'Nobody close to them was asked. Ask them first.'],
    [
      'health, home',
      { decider: 'att' },
      'This is about money. The papers of Una Brook do not cover that: they are about where to live and health.',
    ],
    ['money', { decider: 'son' }, 'Only an attorney or a deputy decides in their place by law.'],
  ])('with papers for %s, %o is refused', (decides, more, sentence) => {
    expect(says(decideBest({ ...best, ...more }, covers(decides)))).toEqual([sentence])
  })

  test('an attorney within their papers decides; one whose papers nobody has seen does not', () => {
    expect(decideBest({ ...best, decider: 'att' }, covers('money'))).toMatchObject({
      entries: [{ note: 'Can it wait: No: the account is being emptied.\n\nWho decides: Una Brook' }],
    })
    expect(says(decideBest({ ...best, decider: 'att' }, state))).toEqual([
      'Nobody has written down what Una Brook may decide. Look at the papers first, and write down what they cover.',
    ])
  })

  test('is nobody’s to decide where the person can', () => {
    const well = record
      .with('capacity', { ...LACKS, retains: true, weighs: true, 'has-capacity': true, on: '2026-05-01' })
      .state(TODAY)
    expect(says(decideBest(best, well))).toEqual([
      'Ada Brook was found able to decide this on 1 May 2026. Nobody else decides it now.',
    ])
    expect(says(decideBest({ ...best, capacity: 'capacity-2' }, well))).toEqual([
      'Ada Brook can make this decision. Nobody else makes it.',
    ])
    expect(says(decideBest({ ...best, capacity: 'plan-1' }, well))).toEqual([
      'That finding is not in the record.',
    ])
  })
})

describe('attorneys and deputies', () => {
  test('what their papers cover is written down once somebody has seen them', () => {
    const done = tellScope({ stamp, party: 'att', decides: ['home', 'health'], seen: 'The paper.' }, state)
    expect(done).toMatchObject({
      entries: [{ kind: 'note', text: 'May decide (att) about home, health: The paper.' }],
    })
    expect(says(tellScope({ stamp, party: 'son', decides: [], seen: '' }, state))).toEqual([
      'Choose an attorney or a deputy.',
      'Choose at least one thing that the papers cover.',
      'Say what you saw.',
    ])
    expect(lawyers(state).map(({ party, scope }) => [party.id, scope])).toEqual([['att', undefined]])
  })

  test('an answer outside their papers is shown as a view and no decision', () => {
    const answered = record
      .with('note', { text: 'May decide (att) about home, support: x', on: '2026-04-21' })
      .with('response', {
        id: 'r1',
        to: 'plan-1',
        extent: 'agrees',
        says: 'Yes',
        by: 'att',
        on: '2026-04-22',
      })
      .with('response', {
        id: 'r2',
        to: 'personal-budget-1',
        extent: 'agrees',
        says: 'Yes',
        by: 'att',
        on: '2026-04-22',
      })
      .state(TODAY)
    expect(givenOutside(answered).map(({ id }) => id)).toEqual(['r2'])
  })
})

test('what was found varies by the time, and stands kind by kind, the latest first', () => {
  const home = { ...LACKS, for: ['home', 'support'] } as const
  const varying = record
    .with('capacity', { ...home, on: '2026-04-28T17:40:00+01:00' })
    .with('capacity', { ...home, retains: true, weighs: true, 'has-capacity': true, on: '2026-04-29' })
    .state(TODAY)
  expect(
    kindsOfDecision(varying).map(({ what, found, varies }) => [
      what,
      varies,
      found.map(({ capacity, clock }) => [capacity.id, clock]),
    ]),
  ).toEqual([
    [
      'home',
      true,
      [
        ['capacity-3', undefined],
        ['capacity-2', '17:40'],
      ],
    ],
    [
      'support',
      true,
      [
        ['capacity-3', undefined],
        ['capacity-2', '17:40'],
      ],
    ],
    ['money', false, [['capacity-1', undefined]]],
  ])
  const entry = varying.byId.get('capacity-1')
  expect(entry?.kind === 'capacity' && foundIn(varying, entry).told.says).toBe('')
})

test('who writes down what is best later did not find it: each stands with their own name and day', () => {
  const asked = record.state(TODAY)
  const finding = asked.byId.get('capacity-1')
  if (finding?.kind !== 'capacity') throw new Error('no finding')
  const decided = {
    decided: 'The card is stopped.',
    consulted: ['son'],
    wishes: 'The card in her own bag.',
    'less-restrictive': 'Only the savings are looked after.',
  }
  const later = record
    .with('capacity', {
      ...LACKS,
      on: '2026-05-04',
      by: 'mgr',
      corrects: finding.id,
      why: 'What is best was written down.',
      'best-interests': decided,
    })
    .state(TODAY)
  const standing = later.byId.get('capacity-1')
  if (standing?.kind !== 'capacity') throw new Error('no finding')
  expect(standing.by).toBe('mgr')
  expect(foundIn(later, standing)).toMatchObject({
    foundBy: finding.by,
    best: { by: 'mgr', on: '2026-05-04' },
  })
  expect(foundIn(asked, finding)).toMatchObject({ foundBy: finding.by, best: undefined })
})

describe('limits on freedom', () => {
  const look: LookAtLiberty = {
    stamp,
    arrangement: 'A coded door',
    purpose: 'The road',
    ordinary: 'She shops with a friend.',
    watched: 'The door rings.',
    shows: 'She sits in the garden.',
    less: 'A key of her own was tried.',
    so: 'Taken together, she lives as others do.',
    authorised: 'none-needed',
  }
  test('are judged with reasons, everything together', () => {
    expect(lookAtLiberty(look, state)).toMatchObject({
      entries: [
        {
          kind: 'liberty',
          arrangement: 'A coded door',
          authorised: 'none-needed',
          reasons:
            'Taken together, she lives as others do.\n\nWhat it is for: The road\n\nHow ordinary life is there: She shops with a friend.\n\nWhat is watched, and what would happen if they wanted to leave: The door rings.\n\nWhat they say and show: She sits in the garden.\n\nWhat would leave them more free: A key of her own was tried.',
        },
      ],
    })
    expect(says(lookAtLiberty({ ...look, shows: ' ' }, state))).toEqual([
      'Every one of these belongs to the judgement. Fill them all in.',
    ])
  })
  test('no authorisation stands in for the yes of somebody who can decide where to live', () => {
    const asAble = record
      .with('capacity', {
        ...LACKS,
        for: ['home'],
        retains: true,
        weighs: true,
        'has-capacity': true,
        on: '2026-05-01',
      })
      .state(TODAY)
    expect(says(lookAtLiberty({ ...look, authorised: 'requested' }, asAble))).toEqual([
      'Ada Brook was found able to decide where to live on 1 May 2026. Then it is theirs to agree or not: no authorisation stands in for that.',
    ])
    expect(lookAtLiberty(look, asAble).kind).toBe('done')
  })
})
