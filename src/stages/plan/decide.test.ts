import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line, newLine, withSecondPlan } from '../../../test/a-second-plan.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import type { Decision } from '../../record/allowed.ts'
import type { Entry } from '../../record/entries.ts'
import { type AnswerPlan, answerPlan, writeCouldNot } from './decide-answer.ts'
import { recordStatement } from './decide-budget.ts'
import { type KeepLine, keepLine, keepRest, nextLineId, nextVersion, removeLine } from './decide-draft.ts'
import { type KeepGoal, keepGoal } from './decide-goal.ts'
import { type IssuePlan, issuePlan } from './decide-issue.ts'
import { signPlan } from './decide-sign-off.ts'

const TODAY = '2026-09-20'
const stamp = (by = 'sw', id = 'new') => ({ id, on: day(TODAY), by })
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const added = (decision: Decision): Entry | undefined =>
  decision.kind === 'done' ? decision.entries[0] : undefined

const planned = aRecord().planned()
/** A draft after the plan in force, with fewer hours in it. */
const drafted = (
  lines = [line('L1', { amount: 5 }), line('L2')],
  fields: Readonly<Record<string, unknown>> = {},
) => withSecondPlan(planned, lines, { status: 'draft', ...fields })

describe('a line of the draft', () => {
  const hours: KeepLine = {
    stamp: stamp(),
    line: 'L1',
    fields: {
      needs: ['need-1'],
      what: ' Home care each morning ',
      form: 'agency',
      unit: 'hour',
      amount: 5.25,
      price: pence<'unit'>(2505),
      funder: 'council',
      way: 'managed',
      why: 'At her pace',
    },
    changeWhy: 'She washes herself on two days.',
  }
  const keeping = (more: Partial<KeepLine>, record: ARecord = planned) =>
    keepLine({ ...hours, ...more }, record.state(TODAY))
  const fields = (more: Partial<KeepLine['fields']>) => ({ fields: { ...hours.fields, ...more } })

  test('makes the next version, a draft that goes on from what is in force', () => {
    expect(added(keeping({}))).toEqual({
      id: 'new',
      on: TODAY,
      by: 'sw',
      kind: 'plan',
      version: 2,
      status: 'draft',
      lines: [
        // 5.25 x 25.05 is 131.5125: to the penny, 131.51.
        { ...hours.fields, what: 'Home care each morning', line: 'L1', weekly: 13_151 },
        expect.objectContaining({ line: 'L2', weekly: 6_000 }),
      ],
      contingency: 'Brightwater sends another worker; the duty team has the key-safe number.',
      // The day of review in the story, 13 April 2026, has passed: it is asked again.
      wishes: 'My own flannel and my own friends.',
      prevent: 'Hand exercises and the falls clinic.',
      changes: [{ line: 'L1', why: 'She washes herself on two days.' }],
      involved: ['p', 'sw'],
    })
  })

  test('that is new gets a name that no line ever had', () => {
    const record = drafted([line('L1'), newLine('L7', {})])
    expect(nextLineId(record.state())).toBe('L8')
    const kept = added(keeping({ line: undefined }, record))
    expect(kept?.kind === 'plan' && kept.lines.map((each) => each.line)).toEqual(['L1', 'L7', 'L8'])
  })

  test('that is bought once is no part of the week', () => {
    const kept = added(keeping(fields({ unit: 'once', amount: 3 })))
    expect(kept?.kind === 'plan' && kept.lines[0]?.weekly).toBe(0)
  })

  test('keeps the reasons that the draft before gave', () => {
    const record = drafted([line('L1'), line('L2')], {
      changes: [{ line: 'L2', why: 'The bus came earlier.' }],
    })
    const kept = added(keeping({}, record))
    expect(kept?.kind === 'plan' && kept.changes).toEqual([
      { line: 'L2', why: 'The bus came earlier.' },
      { line: 'L1', why: 'She washes herself on two days.' },
    ])
  })

  test.each<[string, Partial<KeepLine>, string]>([
    [
      'that is not there',
      { line: 'L9' },
      'That line is not in the draft any more. Somebody has taken it out.',
    ],
    ['for no need', fields({ needs: [] }), 'Choose the need that this line is for.'],
    [
      'for a need that is not there',
      fields({ needs: ['need-9'] }),
      'A need that this line is for is not in the record.',
    ],
    [
      'for what is no need',
      fields({ needs: ['goal-1'] }),
      'A need that this line is for is not in the record.',
    ],
    [
      'for a goal that is not there',
      fields({ goals: ['need-1'] }),
      'A goal that this line is for is not in the record.',
    ],
    [
      'given by nobody at the table',
      fields({ provider: 'x' }),
      'Whoever is to give this is not at the table.',
    ],
    ['without what it is', fields({ what: ' ' }), 'Say what the support is.'],
    ['without why', fields({ why: '' }), 'Say why it is in the plan.'],
    ['of less than nothing', fields({ amount: -1 }), 'The amount cannot be below nought.'],
    ['at less than nothing', fields({ price: pence<'unit'>(-1) }), 'The price cannot be below nought.'],
  ])('is refused %s', (_name, more, refusal) => expect(says(keeping(more))).toEqual([refusal]))

  test('goes only with its reason', () => {
    const state = planned.state(TODAY)
    expect(says(removeLine({ stamp: stamp(), line: 'L2', why: ' ' }, state))).toEqual([
      'Say why the line goes. They will read it.',
    ])
    expect(says(removeLine({ stamp: stamp(), line: 'L9', why: 'x' }, state))).toEqual([
      'That line is not in the draft any more.',
    ])
    expect(added(removeLine({ stamp: stamp(), line: 'L2', why: 'She left the club.' }, state))).toMatchObject(
      {
        lines: [{ line: 'L1' }],
        changes: [{ line: 'L2', why: 'She left the club.' }],
      },
    )
  })

  test('a reason about a line that neither version knows any more is dropped', () => {
    const record = drafted([line('L1'), line('L2')], { changes: [{ line: 'L2', why: 'x' }] })
      .with('plan', {
        id: 'plan-3',
        on: '2026-09-15',
        version: 3,
        status: 'issued',
        lines: [line('L1') as never],
        involved: ['p'],
      })
      .with('plan', {
        id: 'plan-4',
        on: '2026-09-16',
        version: 4,
        status: 'draft',
        lines: [line('L1') as never],
        changes: [{ line: 'L1', why: 'y' }],
        involved: ['p'],
      })
    expect(added(keeping({ changeWhy: '' }, record))).toMatchObject({ changes: [{ line: 'L1', why: 'y' }] })
    expect(nextVersion(record.state())).toBe(5)
  })
})

describe('what stands around the lines', () => {
  const rest = { stamp: stamp(), wishes: ' Mine. ', contingency: undefined, prevent: '', involved: ['p'] }

  test('takes the place of what stood there', () => {
    expect(added(keepRest({ ...rest, reviewBy: day('2027-03-01') }, planned.state(TODAY)))).toEqual({
      id: 'new',
      on: TODAY,
      by: 'sw',
      kind: 'plan',
      version: 2,
      status: 'draft',
      lines: expect.any(Array),
      wishes: 'Mine.',
      'review-by': '2027-03-01',
      involved: ['p'],
    })
  })

  test('cannot be looked at again yesterday, nor be made with strangers', () => {
    const decision = keepRest(
      { ...rest, reviewBy: day('2026-09-19'), involved: ['p', 'x'] },
      planned.state(TODAY),
    )
    expect(says(decision)).toEqual([
      'The plan cannot be looked at again on 19 September 2026: that day has passed.',
      'Somebody whom you name is not at the table.',
    ])
  })
})

describe('issuing', () => {
  const review = (record: ARecord) =>
    record.with('review', {
      id: 'looked',
      on: '2026-09-10',
      type: 'planned',
      changed: true,
      found: 'She washes herself on two days.',
      'leads-to': 'revise-plan',
      involved: ['p', 'sw'],
    })
  const whole: IssuePlan = {
    stamp: stamp(),
    budgetStamp: stamp('sw', 'new-budget'),
    draft: 'plan-2',
    less: [{ line: 'L1', why: 'She can.', met: 'The chair.', basis: 'looked' }],
    part: 'She tried it.',
  }
  const issuing = (record: ARecord, more: Partial<IssuePlan> = {}) =>
    issuePlan({ ...whole, ...more }, record.state(TODAY))

  test('less, with its reason, how the need is still met, what it rests on, and her part', () => {
    expect(added(issuing(review(drafted())))).toMatchObject({
      version: 3,
      status: 'issued',
      lines: [{ line: 'L1', amount: 5 }, { line: 'L2' }],
      changes: [
        {
          line: 'L1',
          why: [
            'She can.',
            'How the need is still met: The chair.',
            'What it rests on: The review of 10 September 2026',
            'The person’s part in it: She tried it.',
          ].join('\n\n'),
        },
      ],
    })
  })

  test('as much or more needs no reasons', () => {
    const more = drafted([line('L1', { amount: 9 }), line('L2')])
    expect(added(issuing(more, { less: [], part: '' }))).toMatchObject({ status: 'issued' })
    expect(added(issuing(more, { less: [], part: '' }))).not.toHaveProperty('changes')
  })

  test('the budget of the draft goes on as that of the version that was made from it', () => {
    const budgeted = drafted([line('L1'), line('L2')]).with('personal-budget', {
      on: '2026-09-15',
      plan: 'plan-2',
      weekly: 235,
      council: 195,
      person: 40,
      lines: [
        { line: 'L1', weekly: 175, person: 40 },
        { line: 'L2', weekly: 60 },
      ],
    })
    expect(issuing(budgeted)).toMatchObject({
      entries: [
        { id: 'new', kind: 'plan', status: 'issued' },
        {
          id: 'new-budget',
          kind: 'personal-budget',
          plan: 'new',
          weekly: 23_500,
          council: 19_500,
          person: 4_000,
        },
      ],
    })
  })

  test('a reason for a line that only the draft she agreed to had stands in the note', () => {
    const agreed = review(
      drafted([line('L1'), line('L2'), newLine('L3', { amount: 3 })])
        .with('response', { on: '2026-09-15', by: 'p', to: 'plan-2', extent: 'agrees', says: 'Good.' })
        .with('plan', {
          id: 'plan-3',
          on: '2026-09-16',
          version: 3,
          status: 'draft',
          lines: [line('L1'), line('L2')] as never,
          changes: [{ line: 'L3', why: 'x' }],
          involved: ['p', 'sw'],
        }),
    ).with('review', {
      id: 'again',
      on: '2026-09-17',
      type: 'requested',
      changed: false,
      found: 'x',
      'leads-to': 'revise-plan',
      involved: ['p'],
    })
    const plan = added(
      issuing(agreed, {
        draft: 'plan-3',
        less: [{ line: 'L3', why: 'Ben comes.', met: 'Ben.', basis: 'again' }],
      }),
    )
    expect(plan).toMatchObject({ status: 'issued', note: expect.stringContaining('L3: Ben comes.') })
    expect(plan).not.toHaveProperty('changes')
  })

  test('less with nothing said is refused with its figures', () => {
    const decision = issuing(drafted(), { less: [], part: '' })
    expect(decision).toMatchObject({
      kind: 'refused',
      because: [
        {
          says: '“Home care each morning” falls: was 7 hours a week, now 5 hours a week. Missing: the reason; how the need is still met; a reassessment, a review or a request since 16 February 2026: there is none in the record.',
          figures: [
            { name: 'was', value: 7, unit: 'hours-a-week' },
            { name: 'is', value: 5, unit: 'hours-a-week' },
            { name: 'lost', value: 2, unit: 'hours-a-week' },
            { name: 'was a week', value: 17_500, unit: 'pence-a-week' },
            { name: 'is a week', value: 12_500, unit: 'pence-a-week' },
          ],
        },
        { says: 'Say what part Ada Brook had in what becomes less.' },
      ],
    })
  })

  test.each<[string, ARecord, Partial<IssuePlan>, readonly string[]]>([
    [
      'on what is no look at the plan',
      review(drafted()),
      { less: [{ line: 'L1', why: 'She can.', met: 'The chair.', basis: 'plan-1' }] },
      ['“Home care each morning” falls: was 7 hours a week, now 5 hours a week. Missing: what it rests on.'],
    ],
    [
      'when the person had no part in it',
      review(drafted(undefined, { involved: ['sw'] })),
      {},
      ['Ada Brook is not among those whom the draft was made with. Make it with them first.'],
    ],
    [
      'when a line has gone and a need with it',
      review(drafted([line('L1')])),
      { less: [{ line: 'L2', why: 'x', met: 'y', basis: 'looked' }] },
      [
        'No line meets “Getting to the club”, and no carer who is willing and able does. The council must meet it.',
      ],
    ],
    ['of no draft', planned, {}, ['There is no draft to issue.']],
    [
      'of a draft that another has followed',
      review(drafted()),
      { draft: 'plan-1' },
      ['Version 1 has been followed by version 2. Read that one before it is issued.'],
    ],
    [
      'with a day of review that has passed',
      drafted([line('L1'), line('L2')], { 'review-by': '2026-09-15' }),
      {},
      ['The day of review, 15 September 2026, has passed. Set a new one.'],
    ],
    [
      'of what the manager sent back',
      drafted([line('L1'), line('L2')]).with('sign-off', {
        on: '2026-09-16',
        by: 'mgr',
        of: 'plan-2',
        decision: 'returned',
        ground: 'missing',
        why: 'x',
      }),
      {},
      ['The manager has not approved this version. Change it, and ask again.'],
    ],
  ])('is refused %s', (_name, record, more, refusals) =>
    expect(says(issuing(record, more))).toEqual(refusals),
  )

  test('less than the draft that she agreed to is less, too', () => {
    const agreed = drafted([line('L1', { amount: 10 }), line('L2')])
      .with('response', { on: '2026-09-15', by: 'p', to: 'plan-2', extent: 'agrees', says: 'Good.' })
      .with('plan', {
        id: 'plan-3',
        on: '2026-09-16',
        version: 3,
        status: 'draft',
        lines: [line('L1', { amount: 8 }), line('L2')] as never,
        involved: ['p', 'sw'],
      })
    const refusals = says(issuing(agreed, { draft: 'plan-3', less: [], part: 'x' }))
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toContain('was 10 hours a week, now 8 hours a week')
  })
})

describe('an answer', () => {
  const command: AnswerPlan = {
    stamp: stamp('p'),
    disputeStamp: stamp('p', 'new-dispute'),
    plan: 'plan-2',
    extent: 'disagrees',
    says: ' Ten, not five. ',
    wants: ' Ten. ',
    lines: [{ line: 'L1', agrees: false, says: 'Five is too few.' }],
  }
  const answering = (more: Partial<AnswerPlan>, record: ARecord = drafted()) =>
    answerPlan({ ...command, ...more }, record.state(TODAY))
  const text = 'Ten, not five.\n\nHome care each morning: Not agreed. Five is too few.'

  test('that disagrees opens a disagreement with it', () => {
    expect(answering({})).toEqual({
      kind: 'done',
      entries: [
        { id: 'new', on: TODAY, by: 'p', kind: 'response', to: 'plan-2', extent: 'disagrees', says: text },
        { id: 'new-dispute', on: TODAY, by: 'p', kind: 'dispute', of: 'plan-2', says: text, wants: 'Ten.' },
      ],
    })
  })

  test('that agrees is one entry, and may have no words', () => {
    expect(answering({ extent: 'agrees', says: '', lines: [] })).toMatchObject({
      entries: [{ kind: 'response', says: '' }],
    })
  })

  const attorney = drafted().party({ id: 'att', role: 'attorney', name: 'Ben Brook' })
  test('may be given by whoever acts for the person, in their own name', () => {
    expect(added(answering({ stamp: stamp('att') }, attorney))).toMatchObject({ by: 'att' })
  })

  test.each<[string, Partial<AnswerPlan>, readonly string[]]>([
    ['to nothing', { plan: 'need-1' }, ['That version of the plan is not in the record.']],
    [
      'by the worker',
      { stamp: stamp('sw') },
      [
        'Only Ada Brook, or somebody who acts for them, can answer the plan. Where they could not answer, write down why.',
      ],
    ],
    ['without what is not agreed', { says: ' ', lines: [] }, ['Say what you do not agree with.']],
    [
      'that agrees and does not',
      { extent: 'agrees' },
      [
        'You agree with all of it, and not with “Home care each morning”. Choose “in part”, or change the answer to the line.',
      ],
    ],
  ])('is refused %s', (_name, more, refusals) => expect(says(answering(more))).toEqual(refusals))

  test('is refused to a version that another has followed', () => {
    const issued = withSecondPlan(planned, [line('L1'), line('L2')])
    expect(says(answering({ plan: 'plan-1' }, issued))).toEqual([
      'Version 1 has been followed by version 2, so it cannot be answered any more. Read what changed, and answer that one.',
    ])
  })

  test('is not written by the worker: only why there is none', () => {
    const state = drafted().state(TODAY)
    const why = { plan: 'plan-2', because: ' Ill. ' }
    expect(added(writeCouldNot({ ...why, stamp: stamp() }, state))).toMatchObject({
      kind: 'note',
      of: 'plan-2',
      text: 'Could not answer, because: Ill.',
    })
    expect(says(writeCouldNot({ ...why, because: ' ', stamp: stamp('p') }, state))).toEqual([
      'You can answer the plan yourself.',
      'Say why they could not answer.',
    ])
  })
})

describe('a manager’s decision', () => {
  const command = {
    stamp: stamp('mgr'),
    plan: 'plan-2',
    isManager: true,
    decision: 'returned',
    ground: 'missing',
    why: ' No reason stands. ',
  } as const
  const state = drafted().state(TODAY)

  test('stands with its reason and ground; an approval has no ground', () => {
    expect(added(signPlan(command, state))).toMatchObject({
      kind: 'sign-off',
      of: 'plan-2',
      decision: 'returned',
      ground: 'missing',
      why: 'No reason stands.',
    })
    expect(added(signPlan({ ...command, decision: 'approved' }, state))).not.toHaveProperty('ground')
  })

  test('is refused to whoever wrote the plan, manages nobody, or gives neither reason nor ground', () => {
    expect(
      says(signPlan({ ...command, stamp: stamp('sw'), isManager: false, ground: undefined, why: '' }, state)),
    ).toEqual([
      'A manager decides on the plan.',
      'You wrote this version yourself. Another manager must decide on it.',
      'Give the reason. They will read it.',
      'Say on what ground.',
    ])
    expect(says(signPlan({ ...command, plan: 'plan-1' }, state))).toEqual([
      'Version 1 has been followed by version 2. Decide on that one.',
    ])
  })
})

describe('a goal', () => {
  const goal = {
    stamp: stamp('p'),
    words: ' To bathe by myself. ',
    topics: ['hygiene'],
    type: 'gain',
    now: 1,
    hoped: 3,
    agreed: undefined,
    byWhen: day('2027-01-01'),
    talked: ' ',
  } as const

  test('keeps what is hoped for beside what is', () => {
    expect(added(keepGoal(goal, planned.state(TODAY)))).toEqual({
      id: 'new',
      on: TODAY,
      by: 'p',
      kind: 'goal',
      words: 'To bathe by myself.',
      topics: ['hygiene'],
      type: 'gain',
      now: 1,
      hoped: 3,
      'by-when': '2027-01-01',
    })
  })

  test('is changed with its reason, in the place of the old one', () => {
    const changed = keepGoal(
      { ...goal, corrects: { goal: 'goal-1', why: 'Agreed today.' } },
      planned.state(TODAY),
    )
    expect(added(changed)).toMatchObject({ corrects: 'goal-1', why: 'Agreed today.' })
  })

  test('is refused with everything that is wrong', () => {
    const wrong = { ...goal, words: '', topics: [], byWhen: day('2026-09-19') }
    expect(says(keepGoal({ ...wrong, corrects: { goal: 'need-1', why: '' } }, planned.state(TODAY)))).toEqual(
      [
        'That goal is not in the record.',
        'Say why the goal changes.',
        'Write the goal in the person’s own words.',
        'Choose which part of life the goal is about.',
        'The day of the goal has passed.',
      ],
    )
  })
})

describe('a hope below how it is now', () => {
  const below: KeepGoal = {
    stamp: stamp('p'),
    words: 'The stairs',
    topics: ['home-safety'],
    type: 'gain',
    now: 3,
    hoped: 2,
    agreed: undefined,
    byWhen: undefined,
    talked: undefined,
  }

  test('gets a clear word, with both steps', () => {
    expect(says(keepGoal(below, planned.state(TODAY)))).toEqual([
      'What is hoped for, “I do this if someone prompts me or is nearby”, is below how it is now, “I do this with equipment, technology or more time”. If it is about losing it more slowly, choose that kind of goal.',
    ])
  })

  test('is what losing it more slowly means', () => {
    expect(keepGoal({ ...below, type: 'slow-decline' }, planned.state(TODAY)).kind).toBe('done')
  })
})

describe('the statement of the personal budget', () => {
  const reablement = newLine('L3', { form: 'reablement', unit: 'hour', amount: 6, price: 30 })
  const stating = (record: ARecord, plan = 'plan-2') =>
    recordStatement({ stamp: stamp(), plan, note: ' Up by a day. ' }, record.state(TODAY))

  test('is council and person together, shared over the lines, with neither once-only cost nor free weeks', () => {
    const rail = newLine('L4', { unit: 'once', amount: 2, price: 40 })
    const own = newLine('L5', { funder: 'person', amount: 1, price: 12 })
    expect(added(stating(drafted([line('L1'), line('L2'), reablement, rail, own])))).toEqual({
      id: 'new',
      on: TODAY,
      by: 'sw',
      kind: 'personal-budget',
      plan: 'plan-2',
      // £175 and £60; the person can pay £40: 29.787… and 10.212…, to the penny and none lost.
      weekly: 23_500,
      council: 19_500,
      person: 4_000,
      lines: [
        { line: 'L1', weekly: 17_500, person: 2_979 },
        { line: 'L2', weekly: 6_000, person: 1_021 },
      ],
      note: 'Up by a day.',
    })
  })

  test('counts reablement once its six weeks are over, and not on their last day', () => {
    const started = (on: string) =>
      drafted([line('L1'), line('L2'), reablement]).with('support-started', {
        on,
        plan: 'plan-2',
        line: 'L3',
        provider: 'care',
      })
    // 20 September is day 41 after 10 August and day 42 after 9 August.
    const weekly = (record: ARecord) => {
      const entry = added(stating(record))
      return entry?.kind === 'personal-budget' ? entry.weekly : undefined
    }
    const early = (on: string) =>
      started('2026-09-15').but('support-started-1', { on }).but('plan-2', { on: '2026-08-01' })
    expect(weekly(early('2026-08-10'))).toBe(23_500)
    expect(weekly(early('2026-08-09'))).toBe(41_500)
  })

  test('asks nothing where nobody has assessed what the person can pay', () => {
    expect(added(stating(drafted([line('L1')]).without('financial-assessment')))).toMatchObject({
      weekly: 17_500,
      council: 17_500,
      person: 0,
      lines: [{ line: 'L1', weekly: 17_500 }],
    })
  })

  test('is not written for a version that another has followed', () => {
    expect(says(stating(withSecondPlan(planned, [line('L1')]), 'plan-1'))).toEqual([
      'Version 1 has been followed by another. Its budget is no longer written.',
    ])
  })
})
