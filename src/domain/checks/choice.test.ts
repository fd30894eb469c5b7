import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { choiceErodes, choiceOverridden, lowHopeUnexplored, preventionMissed, riskAverse } from './choice.ts'

const risk = (record: ARecord, fields: Readonly<Record<string, unknown>> = {}) =>
  record.add('risk', {
    on: '2026-02-06',
    activity: 'The bus alone',
    wish: 'To go to the club by bus',
    good: 'Her own way about',
    harm: 'A fall at the step',
    safeguards: ['Her phone'],
    decision: 'go-ahead-with-safeguards',
    why: 'She wants it.',
    ...fields,
  })

describe('low-hope-unexplored', () => {
  // She hopes for level 2 in getting out (`statement-3`).
  const possible = (level: number) => aRecord().assessed().but('statement-3', { possible: level })

  test('more is possible than hoped for, and nobody talked of it', () => {
    expect(hits(lowHopeUnexplored, possible(3))).toEqual([
      {
        entries: ['statement-3'],
        worker:
          'For getting out and about the hope is “I do this if someone prompts me or is nearby”; “I do this with equipment, technology or more time” is thought possible, and nothing shows that they were talked about.',
        person:
          'For getting out and about someone thinks that you could do more than you hope for: “I do this with equipment, technology or more time”. Nobody has talked with you about that yet. You decide what you want.',
        mend: {
          says: 'Talk with the person about both, and write down what was said.',
          where: 'conversation',
        },
      },
    ])
  })

  test('hope and view may stand in two statements; the latest of each counts', () => {
    const two = aRecord().assessed().with('statement', {
      on: '2026-01-20',
      topic: 'community',
      'said-by': 'sw',
      basis: 'observed',
      text: 'She could.',
      possible: 3,
    })
    expect(hitEntries(lowHopeUnexplored, two)).toEqual([['statement-3', 'statement-11']])
    const hopesNow = two.with('statement', {
      on: '2026-01-21',
      topic: 'community',
      'said-by': 'p',
      basis: 'lived',
      text: 'Then I will.',
      hoped: 3,
    })
    expect(hits(lowHopeUnexplored, hopesNow)).toEqual([])
  })

  test.each([
    ['the hope is as high', possible(2)],
    ['nobody says what is possible', aRecord().assessed()],
    [
      'a goal on the topic says what was talked of',
      possible(3).but('goal-1', { talked: 'She wants the bus in summer.' }),
    ],
    ['a risk was weighed since', risk(possible(3))],
    [
      'a note stands to it',
      possible(3).with('note', { on: '2026-01-20', text: 'Went through it with her.', of: 'statement-3' }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(lowHopeUnexplored, record)).toEqual([])
  })
})

describe('choice-erodes', () => {
  const eroding = aRecord().budgeted().but('option-1', { effect: 'erodes' })

  test('the option liked most is accepted and erodes', () => {
    expect(hitEntries(choiceErodes, eroding)).toEqual([['option-1']])
    expect(hits(choiceErodes, eroding)[0]?.worker).toBe(
      '“Home care each morning” was liked most and accepted. It is thought to erode what Ada Brook can do, and no conversation about that stands.',
    )
  })

  test.each([
    ['it keeps what she can do', aRecord().budgeted()],
    ['it was refused', eroding.but('option-answered-1', { outcome: 'refused', ground: 'not-available' })],
    ['it was not what she liked most', eroding.but('option-1', { liked: 2 })],
    [
      'a goal on its topics says what was talked of',
      eroding.but('goal-1', { topics: ['hygiene'], talked: 'She knows, and wants her rest.' }),
    ],
    ['a risk was weighed', risk(eroding)],
    [
      'a note stands to the option',
      eroding.with('note', { on: '2026-02-09', text: 'Talked it over.', of: 'option-1' }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(choiceErodes, record)).toEqual([])
  })
})

describe('choice-overridden', () => {
  const refused = (why: string, ground?: string) =>
    aRecord().budgeted().but('option-answered-3', { outcome: 'refused', why, ground })

  test('no reason, or no ground', () => {
    expect(hits(choiceOverridden, refused('', 'cost'))[0]?.worker).toBe(
      '“The club, with its bus”, which Ada Brook liked most, was refused on 9 February 2026 with no reason.',
    )
    expect(hits(choiceOverridden, refused('It was decided so.'))[0]?.worker).toContain('with no ground')
  })

  test('not with both, nor for an option that she liked less', () => {
    expect(hits(choiceOverridden, refused('The club is full.', 'not-available'))).toEqual([])
    expect(hits(choiceOverridden, refused('').but('option-3', { liked: 2 }))).toEqual([])
  })

  const doubted = refused('').but('statement-3', { doubts: ['capacity'] })
  const capacity = (record: ARecord, yes: boolean, decides = 'support') =>
    record.add('capacity', {
      on: '2026-02-06',
      decision: 'Her support',
      for: [decides],
      'help-given': ['A morning visit'],
      understands: yes,
      retains: yes,
      weighs: yes,
      communicates: yes,
      because: 'Dementia',
      'has-capacity': yes,
    })

  test('capacity that is in question, or was found to be lacking, is for other checks', () => {
    expect(hits(choiceOverridden, doubted)).toEqual([])
    expect(hits(choiceOverridden, doubted.but('statement-3', { doubts: ['taking-part'] }))).toHaveLength(1)
    expect(hits(choiceOverridden, capacity(refused(''), false))).toEqual([])
    expect(hits(choiceOverridden, capacity(doubted, true))).toHaveLength(1)
    expect(hits(choiceOverridden, capacity(refused(''), false, 'money'))).toHaveLength(1)
  })
})

describe('risk-averse', () => {
  const refused = aRecord()
    .budgeted()
    .but('option-answered-3', { outcome: 'refused', why: 'She may fall.', ground: 'risk' })

  test('an option is refused for its risk and nothing weighs the good', () => {
    expect(hits(riskAverse, refused)).toEqual([
      {
        entries: ['option-3', 'option-answered-3'],
        worker:
          '“The club, with its bus” was refused on 9 February 2026 for its risk; nothing weighs the good that it could bring against the harm.',
        person:
          'The council said no to “The club, with its bus” because of the risk. It must also think about the good that it could bring you, and write that down.',
        mend: {
          says: 'Weigh the good and the harm with the person, and what would make it safer.',
          where: 'plan',
        },
      },
    ])
    expect(hits(riskAverse, risk(refused, { good: '' }))).toHaveLength(1)
  })

  test('a wish is put off with no word of the good', () => {
    const wish = risk(aRecord().budgeted(), { decision: 'not-now', good: ' ' })
    expect(hits(riskAverse, wish)[0]?.worker).toContain(
      '“To go to the club by bus” was refused on 6 February 2026',
    )
  })

  test.each([
    ['good and harm were weighed', risk(refused)],
    ['the ground is another one', refused.but('option-answered-3', { ground: 'not-available' })],
    ['a wish is put off with both weighed', risk(aRecord().budgeted(), { decision: 'not-now' })],
  ])('not where %s', (_, record) => {
    expect(hits(riskAverse, record)).toEqual([])
  })
})

describe('prevention-missed', () => {
  // She does part of washing with help (level 1), and nothing that was offered for it builds.
  const possible = (record: ARecord, level = 3) => record.but('statement-1', { possible: level })

  test('more is possible and nothing that builds was offered', () => {
    expect(hits(preventionMissed, possible(aRecord().planned()))).toEqual([
      {
        entries: ['statement-1', 'plan-1'],
        worker:
          'For washing and keeping clean “I do this with equipment, technology or more time” is thought possible, and no option that builds towards it was offered.',
        person:
          'Someone thinks that you could do more for yourself with washing and keeping clean. You were not offered anything that would help you get there.',
        mend: { says: 'Offer something that builds the skill, and let the person decide.', where: 'plan' },
      },
    ])
    expect(hits(preventionMissed, possible(aRecord().budgeted()))).toHaveLength(1)
  })

  test.each([
    [
      'an option builds, though she refused it',
      possible(aRecord().planned()).but('option-2', { effect: 'builds' }),
    ],
    ['nothing has been offered yet', possible(aRecord().foundEligible())],
    ['no more is possible', possible(aRecord().planned(), 1)],
    ['she does none of it', possible(aRecord().planned()).but('statement-1', { level: 0 })],
    [
      'the plan is older than the record',
      possible(aRecord().planned().without('option-answered')).but('plan-1', { 'brought-over': true }),
    ],
    ['the club builds', aRecord().planned().but('statement-3', { possible: 3 })],
  ])('not where %s', (_, record) => {
    expect(hits(preventionMissed, record)).toEqual([])
  })
})
