import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import type { Stamp } from '../../record/stamp.ts'
import {
  type Contest,
  type FindNeed,
  type OpenAssessment,
  type Say,
  type TellHelp,
  closeAssessment,
  contest,
  findNeed,
  openAssessment,
  say,
  stillRight,
  tellHelp,
} from './decide.ts'

const by = (party: string, id = 'new'): Stamp => ({ id, on: day('2026-06-01'), by: party })
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const entries = (decision: Decision): readonly unknown[] => (decision.kind === 'done' ? decision.entries : [])

const AT = { id: 'new', on: '2026-06-01' }

describe('saying how things are', () => {
  const state = aRecord().withCarer().state()
  const command: Say = { stamp: by('p'), topic: 'hygiene', saidBy: 'p', text: ' I manage the sink. ' }
  const saying = (more: Partial<Say>) => say({ ...command, ...more }, state)

  test('in one’s own words: as it was said, without the white space around it', () => {
    expect(entries(saying({}))).toEqual([
      {
        ...AT,
        by: 'p',
        kind: 'statement',
        topic: 'hygiene',
        'said-by': 'p',
        basis: 'lived',
        text: 'I manage the sink.',
      },
    ])
  })

  test('with every figure that was given', () => {
    const given = { level: 1, hoped: 3, times: 7, minutes: 30, people: 2, night: true } as const
    expect(entries(saying({ ...given, varies: ' Worse in winter. ' }))).toEqual([
      expect.objectContaining({ ...given, varies: 'Worse in winter.' }),
    ])
  })

  test('what was not said is not in the entry: no night, no empty words', () => {
    const [entry] = entries(saying({ night: false, varies: '  ', level: undefined, times: undefined }))
    expect(Object.keys(entry ?? {}).toSorted()).toEqual(
      ['basis', 'by', 'id', 'kind', 'on', 'said-by', 'text', 'topic'].toSorted(),
    )
  })

  test('nought times and level nought are answers', () => {
    expect(entries(saying({ level: 0, times: 0, minutes: 0 }))).toEqual([
      expect.objectContaining({ level: 0, times: 0, minutes: 0 }),
    ])
  })

  test('typed by a worker for somebody: who said it, who typed it, and how it came', () => {
    expect(entries(saying({ stamp: by('sw'), channel: 'by phone, read back' }))).toEqual([
      expect.objectContaining({ by: 'sw', 'said-by': 'p', basis: 'lived', note: 'by phone, read back' }),
    ])
    const [own] = entries(saying({ channel: 'by phone' }))
    expect(Object.keys(own ?? {})).not.toContain('note')
  })

  test('by a professional: what they saw, and what they think possible', () => {
    expect(entries(saying({ stamp: by('sw'), saidBy: 'sw', level: 1, possible: 3 }))).toEqual([
      expect.objectContaining({ 'said-by': 'sw', basis: 'observed', level: 1, possible: 3 }),
    ])
  })

  test('of a carer’s own life: it is about the carer, and the hope is theirs', () => {
    const own = { stamp: by('husband'), saidBy: 'husband', topic: 'carer-work', hoped: 4 } as const
    expect(entries(saying(own))).toEqual([expect.objectContaining({ about: 'husband', hoped: 4 })])
  })

  test('of a carer’s own life, seen by a worker: about the one carer who is assessed, or it is not clear whose', () => {
    const seen = { stamp: by('sw'), saidBy: 'sw', topic: 'carer-work', level: 1 } as const
    expect(entries(saying(seen))).toEqual([expect.objectContaining({ about: 'husband' })])
    expect(says(say({ ...command, ...seen }, aRecord().assessed().state()))).toEqual([
      'Type what the carer says: it is not clear whose life this is about.',
    ])
  })

  test.each<[string, Partial<Say>, readonly string[]]>([
    ['nobody who is at the table', { saidBy: 'stranger' }, ['Choose who said it.']],
    ['no words', { text: ' \n ' }, ['Say in a few words how things are.']],
    [
      'a person who says what is possible',
      { possible: 3 },
      ['What is thought possible is for a professional to say, with their reasons.'],
    ],
    [
      'a worker who says what somebody hopes for',
      { stamp: by('sw'), saidBy: 'sw', hoped: 4 },
      ['What Ada Brook hopes for is for Ada Brook to say.'],
    ],
    [
      'a carer who says what somebody hopes for',
      { stamp: by('husband'), saidBy: 'husband', hoped: 4 },
      ['What Ada Brook hopes for is for Ada Brook to say.'],
    ],
    [
      'more minutes than a week has',
      { times: 200, minutes: 60 },
      ['200 times a week at 60 minutes is more than a week has.'],
    ],
    [
      'two things at once',
      { text: '', possible: 3 },
      [
        'Say in a few words how things are.',
        'What is thought possible is for a professional to say, with their reasons.',
      ],
    ],
  ])('is refused: %s', (_name, more, expected) => expect(says(saying(more))).toEqual(expected))

  test('a refusal about a sum carries its figures', () => {
    const decision = saying({ times: 200, minutes: 60 })
    expect(
      decision.kind === 'refused' ? decision.because[0]?.figures?.map(({ value }) => value) : [],
    ).toEqual([12_000, 10_080])
    expect(says(saying({ times: 168, minutes: 60 }))).toEqual([])
  })

  test('an attorney may say what the person hopes for', () => {
    const attorney = aRecord().party({ id: 'att', role: 'attorney' }).state()
    const decision = say({ ...command, stamp: by('att'), saidBy: 'att', hoped: 3 }, attorney)
    expect(entries(decision)).toEqual([expect.objectContaining({ hoped: 3 })])
  })
})

describe('still right', () => {
  const state = aRecord().assessed().state()
  test('leaves the statement, and on record that it was looked at again', () => {
    expect(entries(stillRight({ stamp: by('p'), statement: 'statement-1' }, state))).toEqual([
      { ...AT, by: 'p', kind: 'note', of: 'statement-1', text: 'Still right.' },
    ])
  })
  test.each(['nothing', 'need-1'])('is refused of what is no statement: %s', (statement) => {
    expect(says(stillRight({ stamp: by('p'), statement }, state))).toEqual(['That is not in the record.'])
  })
})

describe('saying that something is wrong', () => {
  const record = aRecord().assessed()
  const command: Contest = { stamp: by('p'), of: 'statement-1', says: ' Ten times. ', wants: ' Put ten. ' }
  const contesting = (more: Partial<Contest>, state = record.state()) =>
    contest({ ...command, ...more }, state)

  test('what is wrong, and what should happen', () => {
    expect(entries(contesting({}))).toEqual([
      { ...AT, by: 'p', kind: 'dispute', of: 'statement-1', says: 'Ten times.', wants: 'Put ten.' },
    ])
  })

  test('nothing need be wanted', () => {
    expect(entries(contesting({ wants: '' }))).toEqual([expect.objectContaining({ wants: '' })])
  })

  test('with how it really is: the dispute, and the statement beside it', () => {
    const instead: Say = { stamp: by('p', 'said'), topic: 'hygiene', saidBy: 'p', text: 'Ten.', times: 10 }
    expect(entries(contesting({ instead }))).toEqual([
      expect.objectContaining({ id: 'new', kind: 'dispute' }),
      expect.objectContaining({ id: 'said', kind: 'statement', times: 10 }),
    ])
  })

  test('of an entry that was corrected: the dispute is of what stands', () => {
    const said = record.entries.find(({ id }) => id === 'statement-1')
    const corrected = record.add('statement', {
      ...said,
      id: 'again',
      on: '2026-05-01',
      corrects: 'statement-1',
      why: '',
    })
    expect(entries(contesting({}, corrected.state()))).toEqual([expect.objectContaining({ of: 'again' })])
  })

  const open = record.with('dispute', {
    id: 'open',
    on: '2026-05-01',
    by: 'p',
    of: 'statement-1',
    says: 'No.',
    wants: '',
  })
  const answered = open.with('dispute-answered', {
    id: 'yes',
    on: '2026-05-20',
    dispute: 'open',
    outcome: 'refused',
    why: '',
  })

  test.each<[string, Partial<Contest>, readonly string[]]>([
    ['of nothing', { of: 'nothing' }, ['That is not in the record.']],
    ['without a word', { says: ' ' }, ['Say what is wrong.']],
    ['of a dispute', { of: 'open' }, ['Disagree with the entry itself, not with the talk about it.']],
    ['of its answer', { of: 'yes' }, ['Disagree with the entry itself, not with the talk about it.']],
    [
      'with how it is, but nobody who said so',
      { instead: { stamp: by('p'), topic: 'hygiene', saidBy: 'who', text: 'x' } },
      ['Choose who said it.'],
    ],
  ])('is refused: %s', (_name, more, expected) => {
    expect(says(contesting(more, answered.state()))).toEqual(expected)
  })

  test('is refused twice while the first waits, and not of somebody else or after the answer', () => {
    expect(says(contesting({}, open.state()))).toEqual([
      'You have said that this is wrong, and it has not been answered yet.',
    ])
    expect(says(contesting({ stamp: by('son') }, open.state()))).toEqual([])
    expect(says(contesting({}, answered.state()))).toEqual([])
  })
})

describe('opening an assessment', () => {
  const command: OpenAssessment = {
    stamp: by('sw'),
    of: 'needs',
    subject: 'p',
    way: 'supported-self',
    offered: ['face-to-face', 'supported-self'],
    toldWhatToExpect: true,
  }
  const opening = (more: Partial<OpenAssessment>, record = aRecord().contacted()) =>
    openAssessment({ ...command, ...more }, record.state())

  test('by the one who opens it, in the way that was chosen of those offered', () => {
    expect(entries(opening({}))).toEqual([
      {
        ...AT,
        by: 'sw',
        kind: 'assessment-opened',
        of: 'needs',
        subject: 'p',
        way: 'supported-self',
        assessor: 'sw',
        offered: ['face-to-face', 'supported-self'],
        'told-what-to-expect': true,
      },
    ])
  })

  test('of a carer beside an open one of the person, and of the person again once it is closed', () => {
    const open = aRecord()
      .assessed()
      .without('assessment-closed', 'copy')
      .party({ id: 'husband', role: 'carer' })
    expect(says(opening({ of: 'carer', subject: 'husband' }, open))).toEqual([])
    expect(says(opening({ of: 'reassessment' }, aRecord().assessed()))).toEqual([])
  })

  test.each<[string, Partial<OpenAssessment>, readonly string[]]>([
    ['nobody at the table', { subject: 'stranger' }, ['Choose whose assessment it is.']],
    [
      'needs of somebody else',
      { subject: 'son' },
      ['Only a carer’s assessment can be about somebody other than Ada Brook.'],
    ],
  ])('is refused: %s', (_name, more, expected) => expect(says(opening(more))).toEqual(expected))

  test('is refused while one of theirs is open', () => {
    const open = aRecord().assessed().without('assessment-closed', 'copy')
    expect(says(opening({}, open))).toEqual(['An assessment of Ada Brook is open already.'])
  })
})

describe('closing an assessment', () => {
  const open = aRecord().assessed().without('assessment-closed', 'copy')
  const closing = (
    record: typeof open,
    outcome: 'completed' | 'withdrawn' | 'refused-by-person' = 'completed',
  ) => closeAssessment({ stamp: by('sw'), assessment: 'assessment-opened-1', outcome }, record.state())

  test('once the person was heard', () => {
    expect(entries(closing(open))).toEqual([
      { ...AT, by: 'sw', kind: 'assessment-closed', assessment: 'assessment-opened-1', outcome: 'completed' },
    ])
  })

  const unheard = open.without('statement')
  const NOT_HEARD =
    'Nothing in this assessment was said by Ada Brook, or by someone who speaks for them. Hear them first.'
  const word = (party: string, on = '2026-01-20') =>
    unheard.with('statement', {
      on,
      by: 'sw',
      topic: 'hygiene',
      'said-by': party,
      basis: 'lived',
      text: 'So.',
    })

  test('is refused as complete where nobody heard them, and cites why', () => {
    const decision = closing(unheard)
    expect(says(decision)).toEqual([NOT_HEARD])
    expect(decision.kind === 'refused' ? decision.because[0]?.cites : []).toEqual(['CA s9'])
  })
  test('a worker’s or a son’s word is not theirs, and one from before the assessment is no part of it', () => {
    for (const record of [word('sw'), word('son'), word('p', '2026-01-06')]) {
      expect(says(closing(record))).toEqual([NOT_HEARD])
    }
  })
  test('an advocate’s word will do', () => {
    expect(says(closing(word('adv').party({ id: 'adv', role: 'advocate' })))).toEqual([])
  })
  test('it may be withdrawn or refused without a word', () => {
    expect(entries(closing(unheard, 'withdrawn'))).toEqual([
      expect.objectContaining({ outcome: 'withdrawn' }),
    ])
    expect(entries(closing(unheard, 'refused-by-person'))).toHaveLength(1)
  })
  test('is refused of one that is not there, or is closed', () => {
    expect(says(closing(aRecord()))).toEqual(['That assessment is not in the record.'])
    expect(says(closing(aRecord().assessed()))).toEqual(['That assessment is closed already.'])
  })
})

describe('finding a need', () => {
  const open = aRecord()
    .withCarer()
    .without('assessment-closed', 'closed-carer', 'copy', 'eligibility', 'decided-carer')
  const command: FindNeed = {
    stamp: by('sw'),
    text: ' Washing ',
    topics: ['hygiene', 'night'],
    cause: ' Arthritis ',
    test: 'slow',
    wellbeing: ['dignity'],
    impact: 'significant',
    impactWhy: ' She goes unwashed. ',
    statements: ['statement-1'],
  }
  const finding = (more: Partial<FindNeed>, record = open) =>
    findNeed({ ...command, ...more }, record.state())

  test('which parts of life, from what cause, by which test, and what it does to wellbeing', () => {
    expect(entries(finding({}))).toEqual([
      {
        ...AT,
        by: 'sw',
        kind: 'need',
        text: 'Washing',
        topics: ['hygiene', 'night'],
        cause: 'Arthritis',
        test: 'slow',
        wellbeing: ['dignity'],
        impact: 'significant',
        'impact-why': 'She goes unwashed.',
        statements: ['statement-1'],
      },
    ])
  })

  test('met without pay by a carer who said that they are willing and able', () => {
    expect(entries(finding({ metBy: 'husband' }))).toEqual([
      expect.objectContaining({ 'met-by': { carer: 'husband', willing: true, able: true } }),
    ])
  })

  test('a carer’s own, with health as a test of its own', () => {
    expect(entries(finding({ of: 'husband', topics: ['carer-work'], test: 'health' }))).toEqual([
      expect.objectContaining({ of: 'husband', topics: ['carer-work'], test: 'health' }),
    ])
  })

  const NOT_TOGETHER = 'A carer’s outcomes and the person’s do not go into one need.'
  const NOT_FREELY =
    'A need counts as met without pay only by somebody who has said that they are willing and able.'
  test.each<[string, Partial<FindNeed>, readonly string[]]>([
    ['no words', { text: ' ' }, ['Say in a few words what the need is.']],
    ['no part of life', { topics: [] }, ['Choose at least one part of daily life.']],
    ['a carer’s part in the person’s need', { topics: ['hygiene', 'carer-work'] }, [NOT_TOGETHER]],
    [
      'the person’s part in a carer’s need',
      { of: 'husband', topics: ['hygiene'], test: 'pain' },
      [NOT_TOGETHER],
    ],
    [
      'a carer who is slow',
      { of: 'husband', topics: ['carer-work'] },
      ['Taking much longer is not a test for a carer’s need.'],
    ],
    [
      'a person by a carer’s test',
      { test: 'health' },
      ['Health getting worse is a test for a carer’s need only.'],
    ],
    ['help that nobody has spoken of', { metBy: 'son' }, [NOT_FREELY]],
    [
      'whose assessment is not open',
      { of: 'son', topics: ['carer-work'], test: 'pain' },
      ['A need is found in an assessment, and none of theirs is open.'],
    ],
    [
      'words that are not in the record',
      { statements: ['nothing'] },
      ['A need can rest only on what was said in this record.'],
    ],
    [
      'what is no statement',
      { statements: ['need-1'] },
      ['A need can rest only on what was said in this record.'],
    ],
  ])('is refused: %s', (_name, more, expected) => expect(says(finding(more))).toEqual(expected))

  test('is refused as met by somebody who is willing and not able, whatever they said before', () => {
    const tired = open.with('carer-identified', {
      on: '2026-05-01',
      carer: 'husband',
      provides: 'Nothing now',
      willing: true,
      able: false,
      assessment: 'accepted',
    })
    expect(says(finding({ metBy: 'husband' }, tired))).toEqual([NOT_FREELY])
  })
})

describe('telling what somebody gives without pay', () => {
  const state = aRecord().withCarer().party({ id: 'aide', role: 'friend', paid: true }).state()
  const command: TellHelp = {
    stamp: by('husband'),
    carer: 'husband',
    provides: ' The evenings ',
    hours: 20,
    willing: true,
    able: false,
    assessment: 'accepted',
  }
  const telling = (more: Partial<TellHelp>) => tellHelp({ ...command, ...more }, state)

  test('theirs to say', () => {
    expect(entries(telling({}))).toEqual([
      {
        ...AT,
        by: 'husband',
        kind: 'carer-identified',
        carer: 'husband',
        provides: 'The evenings',
        hours: 20,
        willing: true,
        able: false,
        assessment: 'accepted',
      },
    ])
  })

  test('or typed for them by a worker, and without hours where nobody counted', () => {
    const [entry] = entries(telling({ stamp: by('sw'), hours: undefined }))
    expect(entry).toMatchObject({ by: 'sw', carer: 'husband' })
    expect(Object.keys(entry ?? {})).not.toContain('hours')
  })

  test.each<[string, Partial<TellHelp>, readonly string[]]>([
    ['nobody at the table', { stamp: by('sw'), carer: 'stranger' }, ['Choose who helps.']],
    ['the person themselves', { stamp: by('p'), carer: 'p' }, ['Choose who helps.']],
    [
      'somebody else’s will',
      { stamp: by('son') },
      ['Whether somebody is willing and able is for them to say.'],
    ],
    [
      'the person for their carer',
      { stamp: by('p') },
      ['Whether somebody is willing and able is for them to say.'],
    ],
    [
      'paid help',
      { stamp: by('sw'), carer: 'aide' },
      ['Somebody who is paid to care is not an unpaid carer.'],
    ],
    ['no words', { provides: ' ' }, ['Say what they do.']],
  ])('is refused: %s', (_name, more, expected) => expect(says(telling(more))).toEqual(expected))
})
