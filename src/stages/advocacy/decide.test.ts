import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { advocacyNotConsidered, advocateMissing, supporterUnsuitable } from '../../domain/checks/advocacy.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { RESOURCES, allows } from '../../record/access.ts'
import type { Decision } from '../../record/allowed.ts'
import { type AskAdvocacy, askAdvocacy, tellMet } from './decide.ts'
import { everyAsking, steps, waitFor } from './view.ts'
import { words } from './words.ts'

const CHECKS = [advocacyNotConsidered, advocateMissing, supporterUnsuitable]
const TODAY = '2026-05-04'
const stamp = { id: 'new', on: day(TODAY), by: 'sw' }
const HARD = { understand: false, retain: true, weigh: true, communicate: false }
const EASY = { understand: false, retain: false, weigh: false, communicate: false }
const record = aRecord()
  .supported()
  .without('advocacy')
  .party({ id: 'adv', role: 'advocate', name: 'Iris Lund' })
  .party({ id: 'son', role: 'family', name: 'Ben Brook' })
  .party({ id: 'pa', role: 'carer', name: 'Kit Moss', paid: true })
  .party({ id: 'home', role: 'provider', name: 'Hill Homecare' })
const state = record.state(TODAY)
const command: AskAdvocacy = {
  stamp,
  at: 'plan',
  difficulty: HARD,
  decision: 'referred',
  says: 'Somebody rude.',
}
const ask = (more: Partial<AskAdvocacy>) => askAdvocacy({ ...command, ...more }, state)
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('the four questions', () => {
  test('are kept with the step that they were asked for', () => {
    expect(ask({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: TODAY,
          by: 'sw',
          kind: 'advocacy',
          difficulty: HARD,
          decision: 'referred',
          note: 'Somebody rude.\n\nAsked for: The plan',
        },
      ],
    })
    expect(ask({ decision: 'supporter', supporter: 'son', agrees: true })).toMatchObject({
      entries: [{ supporter: 'son', 'person-agrees': true, decision: 'supporter' }],
    })
    expect(ask({ decision: 'appointed', advocate: 'adv' })).toMatchObject({ entries: [{ advocate: 'adv' }] })
  })

  test.each<readonly [Partial<AskAdvocacy>, string]>([
    [
      { decision: 'not-needed' },
      'It would be very hard for them to keep it in mind and to weigh it up. Then somebody has to be at their side.',
    ],
    [
      { decision: 'not-referred' },
      'Nobody suitable helps them. Then the council has to ask for an advocate.',
    ],
    [{ decision: 'supporter' }, 'Choose who helps them to take part.'],
    [
      { decision: 'supporter', supporter: 'pa', agrees: true },
      'Kit Moss is paid to give care or treatment. The one who helps them to take part may not be.',
    ],
    [
      { decision: 'supporter', supporter: 'home', agrees: true },
      'Hill Homecare is paid to give care or treatment. The one who helps them to take part may not be.',
    ],
    [
      { decision: 'supporter', supporter: 'sw', agrees: true },
      'Noor Haddad acts for the council. The one who helps them to take part is on their side alone.',
    ],
    [
      { decision: 'supporter', supporter: 'son', agrees: false },
      'The person does not want that. It is their choice: ask for an advocate, or for somebody else.',
    ],
    [
      { decision: 'supporter', supporter: 'son' },
      'Ask the person whether they want that, and write down what they said.',
    ],
    [
      { decision: 'appointed', advocate: 'pa' },
      'Kit Moss cannot be the advocate: an advocate is independent, and is neither paid to care for the person nor from the council.',
    ],
    [
      { decision: 'appointed', advocate: 'son' },
      'Ben Brook is not an advocate. Somebody they know can help them to take part instead.',
    ],
    [
      { decision: 'appointed' },
      'Choose who the advocate is. Add them to the people at the table first, if they are not there.',
    ],
  ])('%o is refused with a clear word', (more, sentence) => {
    expect(says(ask(more))).toEqual([sentence])
  })

  test('whatever is kept, no check finds the person alone or with the wrong one beside them', () => {
    const decisions = ['not-needed', 'supporter', 'referred', 'appointed', 'not-referred'] as const
    const parties = [undefined, 'son', 'pa', 'home', 'adv', 'sw', 'p']
    let kept = 0
    for (const decision of decisions)
      for (const difficulty of [HARD, EASY])
        for (const supporter of parties)
          for (const agrees of [undefined, true, false])
            for (const advocate of parties) {
              const made = ask({ decision, difficulty, supporter, agrees, advocate })
              if (made.kind === 'refused') continue
              kept += 1
              const [entry] = made.entries
              if (entry?.kind !== 'advocacy') throw new Error('no advocacy entry was made')
              const { id: _id, kind: _kind, ...fields } = entry
              const after = record.add('advocacy', fields).state(TODAY)
              const found = CHECKS.flatMap(({ find }) => find(after, standardsFor(after.policy)))
              expect(found).toEqual([])
            }
    expect(kept).toBeGreaterThan(50)
  })
})

describe('waiting for an advocate', () => {
  const referred = record.with('advocacy', { difficulty: HARD, decision: 'referred', on: '2026-04-20' })
  const found = referred.with('advocacy', {
    difficulty: HARD,
    decision: 'appointed',
    advocate: 'adv',
    on: '2026-04-28',
  })

  test('is shown from the day on which one was asked for, and counts on over a second request', () => {
    expect(waitFor(referred.state(TODAY))?.says).toEqual([
      'An advocate was asked for on 20 April 2026. Nobody has been found yet: 14 days so far.',
    ])
    const again = referred.with('advocacy', { difficulty: HARD, decision: 'referred', on: '2026-05-01' })
    expect(waitFor(again.state(TODAY))?.says).toEqual([
      'An advocate was asked for on 20 April 2026. Nobody has been found yet: 14 days so far.',
    ])
  })

  test('goes on until they have met', () => {
    const wait = waitFor(found.state(TODAY))
    expect(wait?.open).toBe(true)
    expect(wait?.says).toEqual([
      'An advocate was asked for on 20 April 2026 and found on 28 April 2026, after 8 days.',
      'Nobody has written down a first meeting: 6 days so far.',
    ])
    const told = tellMet(
      { stamp, advocacy: 'advocacy-2', day: day('2026-04-30'), says: 'She rings Iris.' },
      found.state(TODAY),
    )
    expect(told).toMatchObject({ entries: [{ text: 'First met on 30 April 2026: She rings Iris.' }] })
    const met = found
      .with('note', { of: 'advocacy-2', text: 'First met on 30 April 2026: She rings Iris.', on: TODAY })
      .state(TODAY)
    expect(waitFor(met)?.open).toBe(false)
    expect(waitFor(met)?.says.at(-1)).toBe('The first meeting was on 30 April 2026. She rings Iris.')
    expect(waitFor(state)).toBeUndefined()
  })

  test('a meeting before anybody was found, or to come, is refused', () => {
    const tell = (advocacy: string, on: string, words_: string) =>
      says(tellMet({ stamp, advocacy, day: day(on), says: words_ }, found.state(TODAY)))
    expect(tell('advocacy-2', '2026-04-27', 'x')).toEqual([
      'The advocate was found on 28 April 2026: they cannot have met before.',
    ])
    expect(tell('advocacy-2', '2026-05-05', ' ')).toEqual([
      'They cannot have met after today, 4 May 2026.',
      'Say how they go on.',
    ])
    expect(tell('advocacy-1', '2026-04-27', 'x')).toEqual(['No advocate has been found yet.'])
    expect(tell('plan-1', '2026-04-27', 'x')).toEqual(['That is not in the record.'])
  })
})

test('it is asked at each step, and a step where it was not asked is a gap with what stood before', () => {
  const reviewed = aRecord().reviewed().without('advocacy')
  const opened = reviewed.entries.find(({ kind }) => kind === 'assessment-opened')
  const asked = reviewed.with('advocacy', { difficulty: EASY, decision: 'not-needed', on: opened?.on ?? '' })
  const names = (of: typeof asked) =>
    steps(of.state()).map(({ step, asked: at, before }) => [step, at?.entry.id, before?.entry.id])
  expect(names(reviewed).every(([, at, before]) => at === undefined && before === undefined)).toBe(true)
  expect(names(asked)[0]).toEqual(['assessment', 'advocacy-1', undefined])
  const last = names(asked).at(-1)
  expect(last?.slice(1)).toEqual([undefined, 'advocacy-1'])
  const again = asked.with('advocacy', {
    difficulty: EASY,
    decision: 'not-needed',
    note: 'Asked for: A review',
    on: asked.lastDay(),
  })
  expect(names(again).at(-1)).toEqual(['review', 'advocacy-2', undefined])
  expect(everyAsking(again.state()).map(({ at }) => at)).toEqual([undefined, 'A review'])
})

test('what the page says of an advocate is what the table of access gives them', () => {
  expect(RESOURCES.filter((resource) => !allows('advocate', resource, 'read'))).toEqual([
    'carers-own',
    'means',
    'heard',
    'looks',
  ])
  expect(words.mayDo(false)).toContain(
    'but not the person’s savings and income, a carer’s own assessment, how talks went, or who looked',
  )
})
