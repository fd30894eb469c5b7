import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import type { Decision } from '../../record/allowed.ts'
import { decodeEntry, encodeEntry } from '../../record/file.ts'
import { type AssessMeans, type LightTouch, assessMeans, lightTouch } from './decide-means.ts'

const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

const stamp = { id: 'new', on: day('2026-04-16'), by: 'fin' }
const line = (what: string, weekly: number, counted = weekly, why = '') => ({
  what,
  weekly: pence<'week'>(weekly),
  counted: pence<'week'>(counted),
  allowed: pence<'week'>(counted),
  why,
})

const RATES = {
  'capital-lower': 1_425_000,
  'capital-upper': 2_325_000,
  'single-25': 12_240,
  'disability-single': 4965,
}
const facts: AssessMeans['facts'] = {
  setting: 'home',
  household: 'single-25',
  children: 0,
  premiums: ['disability'],
  capital: pence<'once'>(1_120_000),
  income: [
    line('Pension', 19_860),
    line('PIP, daily living', 7670),
    line('PIP, mobility', 3000, 0, 'Never counted.'),
  ],
  housing: [line('Rent', 4610)],
  expenses: [line('Alarm and taxi', 1875), line('Physiotherapist', 1400, 0, 'The NHS offers it.')],
  cost: undefined,
  entered: { rates: RATES, from: 'LAC(DHSC)(2026)1' },
}
const person = aRecord().person({ born: '1968-08-30' }).assessed()
const assessing = (more: Partial<AssessMeans['facts']> = {}, record = person) =>
  assessMeans({ stamp, facts: { ...facts, ...more } }, record.state('2026-04-16'))

describe('a financial assessment', () => {
  // £198.60 + £76.70 − (£122.40 + £49.65) − £46.10 − £18.75 = £38.40.
  test('is kept with every line, also what does not count and what is refused', () => {
    const decision = assessing()
    expect(decision).toMatchObject({ kind: 'done' })
    const [entry] = decision.kind === 'done' ? decision.entries : []
    expect(entry).toMatchObject({
      kind: 'financial-assessment',
      by: 'fin',
      weekly: 3840,
      capital: 1_120_000,
      income: 27_530,
      expenses: 1875,
    })
    expect(entry).not.toHaveProperty('note')
    const lines = entry?.kind === 'financial-assessment' ? (entry.lines ?? []) : []
    expect(lines.map(({ what, kind, weekly, allowed }) => [what, kind, weekly, allowed])).toEqual([
      ['Pension', 'income', 19_860, undefined],
      ['PIP, daily living', 'income', 7670, undefined],
      ['PIP, mobility', 'income', 3000, false],
      ['Savings of £11,200.00', 'capital', 0, undefined],
      [
        'The minimum income guarantee of a single person from 25 to pension age',
        'allowance',
        12_240,
        undefined,
      ],
      ['The disability premium of a single person', 'allowance', 4965, undefined],
      ['Rent', 'disregard', 4610, true],
      ['Alarm and taxi', 'expense', 1875, true],
      ['Physiotherapist', 'expense', 1400, false],
    ])
  })

  test('says where the cost is what stops it', () => {
    const decision = assessing({ cost: pence<'week'>(790) })
    const [entry] = decision.kind === 'done' ? decision.entries : []
    expect(entry).toMatchObject({
      weekly: 790,
      note: 'The support that is charged for costs £7.90 a week, and nobody pays more than that.',
    })
  })

  test('goes into a file and comes out the same: the format takes every line of it', () => {
    const decision = assessing()
    const entries = decision.kind === 'done' ? decision.entries : []
    expect(entries.map((entry) => decodeEntry(encodeEntry(entry)))).toEqual(entries)
    expect(entries).toHaveLength(1)
  })

  const entered = (rates: AssessMeans['facts']['entered']['rates']) => ({ rates, from: 'LAC(DHSC)(2026)1' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what no page of ours can send
  const nan = Number.NaN as never
  test.each<[string, Partial<AssessMeans['facts']>, readonly string[]]>([
    [
      'without the rates of the year',
      { entered: entered({}) },
      [
        'Enter the lower capital limit. It was not found for this year, and it is not guessed.',
        'Enter the upper capital limit. It was not found for this year, and it is not guessed.',
        'Enter the minimum income guarantee of a single person from 25 to pension age. It was not found for this year, and it is not guessed.',
        'Enter the disability premium of a single person. It was not found for this year, and it is not guessed.',
      ],
    ],
    [
      'with rates from nowhere',
      { entered: { rates: RATES, from: ' ' } },
      ['Say from which circular the rates were entered.'],
    ],
    [
      'with a rate below zero',
      { entered: entered({ ...RATES, 'single-25': -1 }) },
      ['A rate must be £0 or more.'],
    ],
    [
      'with an expense refused for no reason',
      { expenses: [line('Heating', 1000, 500)] },
      ['Say why not all of “Heating” is allowed. The person reads it.'],
    ],
    [
      'with more allowed than it costs',
      { expenses: [line('Heating', 500, 1000)] },
      ['Of “Heating” more would be allowed than it costs.'],
    ],
    [
      'with income that is left out for no reason',
      { income: [line('Pension', 1000, 0)] },
      ['Say why not all of “Pension” counts.'],
    ],
    [
      'with more income than there is',
      { income: [line('Pension', 500, 1000)] },
      ['Of “Pension” more would count than there is.'],
    ],
    ['with a line that has no name', { income: [line(' ', 500)] }, ['Say what each income is.']],
    [
      'with a housing cost that has no name',
      { housing: [line('', 500)] },
      ['Say what each housing cost is.'],
    ],
    [
      'with income below zero',
      { income: [line('Pension', -1)] },
      ['Of “Pension” the amount must be between £0 and £100,000.00.'],
    ],
    ['with savings that are no number', { capital: nan }, ['Savings must be £0 or more.']],
    ['with half a child', { children: 0.5 }, ['Children must be a whole number from 0 to 20.']],
    [
      'with a cost that is no number',
      { cost: nan },
      ['The cost of the support must be between £0 and £100,000.00.'],
    ],
    ['as somebody under 25 who is not', { household: 'single-18-24' }, ['Sunita is 57: not 18 to 24.']],
  ])('is refused %s', (_name, more, expected) =>
    expect(says(assessing(more, person.person({ name: 'Sunita' })))).toEqual(expected),
  )

  test('is refused as somebody of 25 who is younger', () => {
    const young = person.person({ name: 'Kumaran', born: '2003-07-21' })
    expect(says(assessing({}, young))).toEqual(['Kumaran is 22: below 25.'])
  })
})

describe('a light touch', () => {
  const command: LightTouch = {
    stamp,
    weekly: pence<'week'>(0),
    capital: pence<'once'>(50_000),
    income: pence<'week'>(23_000),
    agreed: true,
    why: ' Only benefits come in. ',
  }
  test('takes the person’s agreement and a reason', () => {
    expect(lightTouch(command)).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-04-16',
          by: 'fin',
          kind: 'financial-assessment',
          weekly: 0,
          capital: 50_000,
          income: 23_000,
          expenses: 0,
          'light-touch': true,
          note: 'Light touch, agreed with the person: Only benefits come in.',
        },
      ],
    })
  })
  test.each<[string, Partial<LightTouch>, string]>([
    [
      'without agreement',
      { agreed: false },
      'A light touch takes the person’s agreement. Without it, work it out in full.',
    ],
    ['without a reason', { why: '' }, 'Say why it is plain what can be paid. The person reads it.'],
    ['below zero', { weekly: pence<'week'>(-1) }, 'An amount a week must be between £0 and £100,000.00.'],
    ['with savings below zero', { capital: pence<'once'>(-1) }, 'Savings must be £0 or more.'],
  ])('is refused %s', (_name, more, expected) =>
    expect(says(lightTouch({ ...command, ...more }))).toEqual([expected]),
  )
})
