import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../test/a-record.ts'
import { allocationFacts } from './allocation-facts.ts'

const facts = (record: ARecord, on?: string) => allocationFacts(record.state(on))
const saidIn = (record: ARecord) => facts(record).said.map(({ entry }) => entry)
const said = (record: ARecord, entry: string) => facts(record).said.find((one) => one.entry === entry)
const help = (record: ARecord) => facts(record).help

/** The husband meets what is written in `need-1`. */
const helped = (
  met: { willing: boolean; able: boolean } | undefined,
  more: Readonly<Record<string, unknown>> = {},
) =>
  aRecord()
    .withCarer()
    .but('need-1', { 'met-by': met === undefined ? undefined : { carer: 'husband', ...met } })
    .but('carer-identified-1', more)

describe('what was said', () => {
  test('comes with who said it, when, and the figures that they gave', () => {
    expect(said(aRecord().assessed(), 'statement-1')).toEqual({
      entry: 'statement-1',
      topic: 'hygiene',
      saidBy: 'p',
      saidByName: 'Ada Brook',
      on: '2026-01-14',
      level: 1,
      hoped: 1,
      times: 7,
      minutes: 30,
      disputed: false,
    })
  })

  test('a figure that was not given is left out: it is a question, not nought', () => {
    const found = said(aRecord().assessed(), 'statement-4')
    expect(Object.keys(found ?? {}).toSorted()).toEqual([
      'disputed',
      'entry',
      'level',
      'on',
      'saidBy',
      'saidByName',
      'topic',
    ])
  })

  test('two helpers and nights are carried', () => {
    const found = said(aRecord().assessed().but('statement-1', { people: 2, night: true }), 'statement-1')
    expect(found).toMatchObject({ people: 2, night: true })
  })

  test('what is about a carer is for the carer’s own sum; what is about the person is not marked', () => {
    const record = aRecord().withCarer().but('statement-1', { about: 'p' })
    expect(said(record, 'said-carer')?.about).toBe('husband')
    expect(Object.keys(said(record, 'statement-1') ?? {})).not.toContain('about')
  })

  test('it is oldest first, and only what was known on the day', () => {
    const record = aRecord().assessed().with('statement', {
      id: 'later',
      on: '2026-03-01',
      recorded: '2026-03-09',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'Worse.',
    })
    expect(facts(record, '2026-03-08').said.at(-1)?.entry).toBe('statement-10')
    expect(facts(record, '2026-03-09').said.at(-1)?.entry).toBe('later')
    expect(facts(record, '2026-03-09').on).toBe('2026-03-09')
  })
})

describe('what is disputed', () => {
  const disputed = aRecord().assessed().with('dispute', {
    id: 'no',
    on: '2026-02-01',
    by: 'p',
    of: 'statement-1',
    says: 'Ten times.',
    wants: 'Ten times.',
  })
  const answered = (outcome: 'accepted' | 'partly' | 'refused') =>
    disputed.with('dispute-answered', { on: '2026-02-10', dispute: 'no', outcome, why: 'Looked at.' })
  const right = (record: ARecord) =>
    record.with('statement', {
      id: 'right',
      on: '2026-02-11',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'Ten times a week.',
      level: 1,
      times: 10,
      minutes: 30,
      corrects: 'statement-1',
      why: 'She said ten.',
    })

  test('is marked while it is open', () => {
    expect(said(disputed, 'statement-1')?.disputed).toBe(true)
    expect(said(disputed, 'statement-2')?.disputed).toBe(false)
  })
  test('counts no longer once the dispute was accepted', () => {
    expect(saidIn(answered('accepted'))).not.toContain('statement-1')
  })
  test('counts again, unmarked, where it was refused or accepted in part', () => {
    for (const outcome of ['partly', 'refused'] as const) {
      expect(said(answered(outcome), 'statement-1')?.disputed).toBe(false)
    }
  })
  test('the last answer is the one that holds', () => {
    const twice = answered('accepted').with('dispute-answered', {
      on: '2026-02-20',
      dispute: 'no',
      outcome: 'refused',
      why: 'Looked at again.',
    })
    expect(saidIn(twice)).toContain('statement-1')
  })
  test('put right by a correction after it was accepted, the correction counts', () => {
    const put = right(answered('accepted'))
    expect(saidIn(put)).not.toContain('statement-1')
    expect(said(put, 'right')).toMatchObject({ times: 10, disputed: false, on: '2026-01-14' })
  })
  test('put right and not yet answered, the correction is still marked', () => {
    expect(said(right(disputed), 'right')?.disputed).toBe(true)
  })
  test('help that is disputed is marked, and gone once that was accepted', () => {
    const no = helped({ willing: true, able: true }).with('dispute', {
      id: 'not-so',
      on: '2026-02-01',
      by: 'husband',
      of: 'carer-identified-1',
      says: 'Ten hours.',
      wants: '',
    })
    expect(help(no)[0]?.disputed).toBe(true)
    const gone = no.with('dispute-answered', {
      on: '2026-02-10',
      dispute: 'not-so',
      outcome: 'accepted',
      why: 'Yes.',
    })
    expect(help(gone)).toEqual([])
  })
})

describe('what somebody gives without pay', () => {
  test('comes off only for the topics of needs that are recorded as met by them, willing and able', () => {
    expect(help(helped({ willing: true, able: true }))).toEqual([
      {
        entry: 'carer-identified-1',
        carer: 'husband',
        carerName: 'Walter Brook',
        topics: ['hygiene', 'clothing'],
        hoursAWeek: 20,
        willing: true,
        able: true,
        agreed: true,
        disputed: false,
      },
    ])
  })

  test.each([
    ['no need is met by them', undefined],
    ['they are not willing to meet it', { willing: false, able: true }],
    ['they are not able to meet it', { willing: true, able: false }],
  ])('is not agreed where %s', (_name, met) => {
    expect(help(helped(met))[0]).toMatchObject({ topics: [], agreed: false, willing: true, able: true })
  })

  test('says nothing of hours that nobody gave', () => {
    const [given] = help(helped({ willing: true, able: true }, { hours: undefined }))
    expect(Object.keys(given ?? {})).not.toContain('hoursAWeek')
  })

  test('a need of an assessment before the latest does not bind anybody', () => {
    const again = helped({ willing: true, able: true })
      .with('assessment-opened', {
        on: '2026-06-01',
        of: 'reassessment',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      })
      .with('need', {
        on: '2026-06-02',
        text: 'Washing',
        topics: ['hygiene'],
        cause: 'Arthritis',
        test: 'unable',
        wellbeing: [],
        impact: 'some',
        'impact-why': '',
      })
    expect(help(again)[0]).toMatchObject({ topics: [], agreed: false })
  })
})

describe('needs and prices', () => {
  test('the person’s needs, and each carer’s with whose they are', () => {
    expect(facts(aRecord().withCarer()).needs).toEqual([
      { id: 'need-1', topics: ['hygiene', 'clothing'] },
      { id: 'need-2', topics: ['community'] },
      { id: 'need-carer', topics: ['carer-recreation'], of: 'husband' },
    ])
  })

  test('the record’s own prices, in pence', () => {
    expect(facts(aRecord()).prices?.[0]).toEqual({
      form: 'agency',
      unit: 'hour',
      price: 2500,
      from: '2025-04-01',
    })
    expect(Object.keys(facts(aRecord().policy(undefined)))).not.toContain('prices')
  })
})
