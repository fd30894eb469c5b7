import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { readTalk } from '../../domain/outcomes/talk.ts'
import { check } from '../../domain/checks/every.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import type { Decision } from '../../record/allowed.ts'
import {
  type SayHope,
  type SayPossible,
  type TellTalk,
  sayHope,
  sayPossible,
  tellTalk,
} from './decide-hope.ts'
import { hopeView, hopeViews } from './view-hopes.ts'

// She hopes for level 2 in getting out (`statement-3`); the worker thinks 3 possible.
const ON = '2026-02-02'
const record = aRecord()
  .assessed()
  .party({ id: 'adv', role: 'advocate' })
  .party({ id: 'husband', role: 'carer' })
  .with('statement', {
    id: 'view',
    on: '2026-01-20',
    by: 'sw',
    topic: 'community',
    'said-by': 'sw',
    basis: 'observed',
    text: 'She found the stop by herself.',
    possible: 3,
  })
const state = () => record.state(ON)
const stamp = (by: string) => ({ id: 'new', on: day(ON), by })
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('saying what is hoped for', () => {
  const command: SayHope = {
    stamp: stamp('p'),
    topic: 'community',
    saidBy: 'p',
    text: ' The bus by me. ',
    hoped: 3,
    less: false,
  }
  const hope = (more: Partial<SayHope>) => sayHope({ ...command, ...more }, state())

  test('is a statement of the person’s, with the step and nothing that nobody said', () => {
    expect(hope({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: ON,
          by: 'p',
          kind: 'statement',
          topic: 'community',
          'said-by': 'p',
          basis: 'lived',
          text: 'The bus by me.',
          hoped: 3,
        },
      ],
    })
  })

  test('typed by the worker it says how, and whose words they are', () => {
    const typed = hope({ stamp: stamp('sw'), channel: 'said by phone, read back' })
    expect(typed.kind === 'done' && typed.entries[0]).toMatchObject({
      by: 'sw',
      'said-by': 'p',
      note: 'said by phone, read back',
    })
  })

  test('a hope below now gets a clear word, and is kept where it is meant', () => {
    // She is at level 1 now: with help in part of it.
    const below = hope({ hoped: 0 })
    expect(says(below)).toEqual([
      'What is hoped for, “Someone does this for me”, is below how it is now, “I do part of this; someone helps me with the rest”. Choose “as it is now”, or tick the box that says it is meant.',
    ])
    expect(hope({ hoped: 0, less: true }).kind).toBe('done')
    expect(hope({ hoped: 1 }).kind).toBe('done')
    expect(says(hope({ hoped: 2, level: 3 }))).toHaveLength(1)
  })

  test.each<[string, Partial<SayHope>, string]>([
    ['said by the worker', { saidBy: 'sw' }, 'What Ada Brook hopes for is for Ada Brook to say.'],
    ['said by the carer', { saidBy: 'husband' }, 'What Ada Brook hopes for is for Ada Brook to say.'],
    ['without a word', { text: '  ' }, 'Say in a few words what is hoped for.'],
    [
      'of a carer’s own life',
      { topic: 'carer-work' },
      'What a carer hopes for in their own life is said in the conversation about it.',
    ],
  ])('is refused %s', (_, more, expected) => expect(says(hope(more))).toContain(expected))
})

describe('saying what is thought possible', () => {
  const command: SayPossible = {
    stamp: stamp('sw'),
    topic: 'hygiene',
    ground: 'With a long sponge she washed her top half.',
    possible: 3,
  }
  const possible = (more: Partial<SayPossible>) => sayPossible({ ...command, ...more }, state())

  test('stands beside the hope, with its ground', () => {
    expect(possible({})).toMatchObject({
      kind: 'done',
      entries: [{ kind: 'statement', 'said-by': 'sw', basis: 'observed', possible: 3 }],
    })
  })

  test.each<[string, Partial<SayPossible>, string]>([
    [
      'by the person',
      { stamp: stamp('p') },
      'What is thought possible is for a professional to say, with their reasons.',
    ],
    ['with no ground', { ground: ' ' }, 'Say on what ground: what you saw, heard or tried.'],
    [
      'below what they see now',
      { possible: 1, level: 2 },
      'You see “I do this if someone prompts me or is nearby” now. What is possible cannot be below that: leave the second step out.',
    ],
  ])('is refused %s', (_, more, expected) => {
    const [first = ''] = says(possible(more))
    expect(first.slice(0, 40)).toBe(expected.slice(0, 40))
  })
})

describe('the talk', () => {
  const command: TellTalk = {
    stamp: stamp('sw'),
    goalStamp: { ...stamp('sw'), id: 'new-goal' },
    topic: 'community',
    tried: 'Once, in 2019.',
    inTheWay: 'The bus was late.',
    answer: 'content',
    says: 'I am content as I am.',
  }
  const talk = (more: Partial<TellTalk>, by = 'sw') =>
    tellTalk({ ...command, ...more, stamp: stamp(by) }, state())
  const told = (decision: Decision, on: string) => {
    if (decision.kind === 'refused') throw new Error(says(decision).join())
    const next = decision.entries.reduce((so, { kind, ...fields }) => so.add(kind, fields), record)
    return next.state(on)
  }

  test('is offered where hope is below what is thought possible, and to nobody twice', () => {
    expect(hopeView(state(), 'community')).toMatchObject({
      apart: 'hope-below',
      next: { kind: 'offer-talk' },
    })
    const after = told(talk({}), '2026-06-01')
    expect(hopeView(after, 'community')).toMatchObject({ apart: 'hope-below', next: { kind: 'content' } })
  })

  test('“I am content as I am” is a full answer: a note in these words, and the hope stays as it was said', () => {
    const decision = talk({})
    expect(decision.kind === 'done' && decision.entries.map(({ kind }) => kind)).toEqual(['note'])
    const [note] = decision.kind === 'done' ? decision.entries : []
    expect(note?.kind === 'note' && [note.of, readTalk(note.text)]).toEqual([
      'statement-3',
      {
        topic: 'community',
        tried: 'Once, in 2019.',
        inTheWay: 'The bus was late.',
        answer: 'content',
        says: 'I am content as I am.',
      },
    ])
    const after = told(decision, ON)
    const found = (at: typeof after) =>
      check(at, standardsFor(at.policy, { standards: {} } as never)).filter(
        (each) => each.check === 'low-hope-unexplored',
      )
    expect(found(state())).toHaveLength(1)
    expect(found(after)).toHaveLength(0)
    expect(hopeView(after, 'community').hoped).toEqual(hopeView(state(), 'community').hoped)
  })

  test('a trial is a goal with a last day, and is asked about again after it, until the person says', () => {
    const decision = talk({
      answer: 'try',
      says: 'Once a week then.',
      what: 'The 42 with Ann',
      weeks: 6,
      agreed: 2,
    })
    expect(decision.kind === 'done' && decision.entries[1]).toEqual({
      id: 'new-goal',
      on: ON,
      by: 'sw',
      kind: 'goal',
      words: 'The 42 with Ann',
      topics: ['community'],
      type: 'gain',
      now: 1,
      hoped: 2,
      agreed: 2,
      'by-when': '2026-03-16',
      talked: 'Once, in 2019. The bus was late. Once a week then.',
    })
    const next = (on: string) => hopeView(told(decision, on), 'community').next.kind
    expect(next('2026-03-15')).toBe('trying')
    expect(next('2026-03-16')).toBe('ask-again')
    expect(next('2026-09-01')).toBe('ask-again')
    const record2 =
      decision.kind === 'done'
        ? decision.entries.reduce((so, { kind, ...fields }) => so.add(kind, fields), record)
        : record
    const asked = record2
      .with('progress', {
        on: '2026-03-20',
        by: 'p',
        goal: 'new-goal',
        'seen-by': 'person',
        level: 2,
        says: 'I like it.',
      })
      .state('2026-04-01')
    expect(hopeView(asked, 'community').next.kind).toBe('nothing')
    expect(hopeViews(told(decision, '2026-04-01')).spoken[0]?.topic).toBe('community')
  })

  test.each<[string, Partial<TellTalk>, string, string]>([
    ['with no words of the person', { says: ' ' }, 'sw', 'Write down the answer in the person’s own words.'],
    [
      'of three weeks',
      { answer: 'try', what: 'x', weeks: 3 },
      'sw',
      'A trial takes from 4 to 8 weeks, and is asked about again.',
    ],
    [
      'of nine weeks',
      { answer: 'try', what: 'x', weeks: 9 },
      'sw',
      'A trial takes from 4 to 8 weeks, and is asked about again.',
    ],
    ['of nothing', { answer: 'try', weeks: 4 }, 'sw', 'Say what will be tried.'],
    ['by the carer', {}, 'husband', 'This talk is between the person and those who work with them.'],
    [
      'where nothing was hoped for',
      { topic: 'parenting' },
      'sw',
      'Nobody has said yet what is hoped for here, or thought possible. Say that first.',
    ],
  ])('is refused %s', (_, more, by, expected) => expect(says(talk(more, by))).toContain(expected))
})
