import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { check } from '../../domain/checks/every.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type GoOn, type RaiseConcern, goOn, raiseConcern, sayKept, showKept } from './decide.ts'
import { keptIn, matters } from './view.ts'

const TODAY = '2026-05-04'
const stamp = { id: 'new', on: day(TODAY), by: 'sw' }
const record = aRecord()
  .supported()
  .party({ id: 'nephew', role: 'carer', name: 'Dan Pike', 'lives-with': true })
const state = record.state(TODAY)
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

const KEPT = {
  from: ['nephew'],
  ground: 'harm',
  keepWhy: 'He could take it out on her.',
  again: 'Every Monday',
} as const
const worry: RaiseConcern = { stamp, about: ' He keeps her card. ', from: [] }

describe('a concern', () => {
  test('is kept as it was told, with what the person wants', () => {
    expect(raiseConcern({ ...worry, wants: 'My card back.' }, state)).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: TODAY,
          by: 'sw',
          kind: 'safeguarding',
          event: 'concern',
          about: 'He keeps her card.',
          wants: 'My card back.',
        },
      ],
    })
  })

  test('is kept from somebody at home with a ground, a reason, and a day to look again', () => {
    const made = raiseConcern({ ...worry, ...KEPT }, state)
    expect(made).toMatchObject({
      entries: [
        {
          withheld: {
            from: ['nephew'],
            exemption: 'Serious harm to a person',
            why: 'He could take it out on her.',
          },
        },
      ],
    })
    const entry = made.kind === 'done' ? made.entries[0] : undefined
    expect(entry && keptIn(entry).again).toBe('Every Monday')
  })

  test.each<readonly [Partial<RaiseConcern>, string]>([
    [{ ground: undefined }, 'Nothing is kept from anybody without a ground. Choose it.'],
    [{ keepWhy: ' ' }, 'Say why it is kept from them. Somebody will have to answer for it.'],
    [{ again: '' }, 'Say when you look again whether it is still needed.'],
    [{ from: ['sw'] }, 'You cannot keep it from yourself.'],
    [{ from: ['nobody'] }, 'Choose those from whom it is kept from the people at the table.'],
    [
      { from: ['p'], ground: 'confidence' },
      'From the person themselves it is kept only where they or another could come to serious harm.',
    ],
    [{ about: '' }, 'Say what the worry is.'],
  ])('nothing is withheld in silence: %o', (more, sentence) => {
    expect(says(raiseConcern({ ...worry, ...KEPT, ...more }, state))).toEqual([sentence])
  })
})

describe('what happens next', () => {
  const raised = record.add('safeguarding', {
    event: 'concern',
    about: 'He keeps her card.',
    on: '2026-05-01',
    withheld: { from: ['nephew'], exemption: 'Serious harm to a person', why: 'x' },
  })
  const next: GoOn = {
    stamp,
    ...KEPT,
    concern: 'safeguarding-1',
    event: 'enquiry',
    about: 'Asked the bank.',
    wants: 'My card back.',
    why: 'She may be losing money.',
  }
  const go = (more: Partial<GoOn>, from = raised) => goOn({ ...next, ...more }, from.state(TODAY))

  test('an enquiry asks first what the person wants', () => {
    expect(go({})).toMatchObject({
      entries: [{ event: 'enquiry', wants: 'My card back.', withheld: { from: ['nephew'] } }],
    })
    expect(says(go({ wants: undefined }))).toEqual([
      'Ask Ada Brook what they want to happen, or whoever speaks for them, and write it down. If nobody can be asked, say so there and say why.',
    ])
  })

  test('no enquiry needs its reasons, and nothing ends that was not looked into', () => {
    expect(says(go({ event: 'no-enquiry', why: ' ' }))).toEqual([
      'Give the reasons why the council does not look into it.',
    ])
    expect(says(go({ event: 'closed' }))).toEqual([
      'It was not looked into yet. Look into it, or give the reasons why not.',
    ])
    expect(go({ event: 'no-enquiry', wants: undefined }).kind).toBe('done')
  })

  test('what is kept from somebody is not told to them by what comes after', () => {
    expect(says(go({ from: [], ground: undefined, keepWhy: '', again: '' }))).toEqual([
      'The concern is kept from somebody who would read this. Tick them as well, or say under “why” that it is no longer needed.',
    ])
  })

  test('a matter is closed once, with what came of it, and no check finds fault with it', () => {
    const looked = raised.with('safeguarding', {
      event: 'enquiry',
      about: 'The bank',
      wants: 'My card back.',
      on: '2026-05-02',
    })
    const made = go({ event: 'closed', wants: undefined, why: 'She has her card.' }, looked)
    expect(made.kind).toBe('done')
    const closed = looked.with('safeguarding', {
      event: 'closed',
      about: 'The card is hers.',
      why: 'It is done.',
      on: '2026-05-03',
    })
    expect(says(go({}, closed))).toContain(
      'This matter is closed. If there is a new worry, write down a new concern.',
    )
    expect(check(closed.state(TODAY)).filter(({ check: id }) => id === 'safeguarding-unasked')).toEqual([])
    expect(says(go({ concern: 'plan-1' }))).toEqual(['That concern is not in the record.'])
  })

  test('the clock runs from the concern to the enquiry or its reasons: seven days', () => {
    const [waiting] = matters(raised.state('2026-05-08'))
    expect(waiting?.clock?.says).toBe(
      'Day 7 of 7 days. An enquiry, or the reasons why there is none, is due by 8 May 2026.',
    )
    expect(matters(raised.state('2026-05-09'))[0]?.clock?.late).toBe(1)
    const taken = raised.with('safeguarding', { event: 'enquiry', about: 'x', wants: 'y', on: '2026-05-04' })
    expect(matters(taken.state(TODAY))[0]?.took).toBe('It took 3 days. The council gives itself 7 days.')
    const second = taken.with('safeguarding', { event: 'concern', about: 'again', on: TODAY })
    expect(matters(second.state(TODAY)).map(({ first, closed }) => [first.id, closed])).toEqual([
      ['safeguarding-3', false],
      ['safeguarding-1', false],
    ])
  })
})

describe('what was said in confidence', () => {
  const said = { stamp, ...KEPT, saidBy: 'p', topic: 'money', text: 'He minds my card.' } as const
  test('is the person’s own statement, kept from those who are named', () => {
    expect(sayKept(said, state)).toMatchObject({
      entries: [{ kind: 'statement', 'said-by': 'p', basis: 'lived', withheld: { from: ['nephew'] } }],
    })
  })
  test.each([
    [{ from: [] }, 'Choose from whom it is kept. What is for everybody is said in the conversation.'],
    [{ saidBy: 'nephew' }, 'It cannot be kept from the one who said it.'],
    [{ saidBy: 'nobody' }, 'Choose who said it.'],
    [{ text: ' ' }, 'Write down what they said.'],
  ])('%o is refused with a clear word', (more, sentence) => {
    expect(says(sayKept({ ...said, ...more }, state))).toEqual([sentence])
  })
})

test('what was kept is shown again by a correction; that it was kept stays, with the reasons of both', () => {
  const kept = record.add('safeguarding', {
    event: 'concern',
    about: 'He keeps her card.',
    why: 'The ward saw it.',
    note: 'Whether it is still kept is looked at again: Every Monday',
    withheld: { from: ['nephew'], exemption: 'Serious harm to a person', why: 'x' },
    on: '2026-05-01',
  })
  const made = showKept({ stamp, entry: 'safeguarding-1', why: 'She is safe.' }, kept.state(TODAY))
  const entry = made.kind === 'done' ? made.entries[0] : undefined
  expect(entry).toEqual({
    id: 'new',
    on: TODAY,
    by: 'sw',
    kind: 'safeguarding',
    event: 'concern',
    about: 'He keeps her card.',
    corrects: 'safeguarding-1',
    why: 'The ward saw it.\n\nNo longer kept: She is safe.',
  })
  expect(says(showKept({ stamp, entry: 'safeguarding-1', why: ' ' }, kept.state(TODAY)))).toEqual([
    'Say why it is no longer needed.',
  ])
  expect(says(showKept({ stamp, entry: 'plan-1', why: 'x' }, kept.state(TODAY)))).toEqual([
    'Nothing of that name is kept from anybody.',
  ])
})
