import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { type Pence, pence, penceFromPounds } from '../money/pence.ts'
import { type MeansLine, takenOf, workingOf } from './charging-lines.ts'
import { RATE_ROWS, RATES, rateOn, unreadOn } from './charging-rates.ts'
import { type MeansFacts, charge, ratesNeeded, tariffOf } from './charging.ts'

const pounds = (amount: number): Pence<'week'> => penceFromPounds<'week'>(amount) ?? pence<'week'>(-1)
const once = (amount: number): Pence<'once'> => penceFromPounds<'once'>(amount) ?? pence<'once'>(-1)
const income = (weekly: number, counted = weekly) => ({
  what: 'Income',
  weekly: pounds(weekly),
  counted: pounds(counted),
  why: 'x',
})
const claim = (weekly: number, allowed = weekly) => ({
  what: 'Claim',
  weekly: pounds(weekly),
  allowed: pounds(allowed),
  why: 'x',
})

/** A single person of 40 at home in 2025-26, whose rates were all read. */
const FACTS: MeansFacts = {
  on: day('2025-10-06'),
  setting: 'home',
  household: 'single-25',
  children: 0,
  premiums: ['disability'],
  capital: once(16_000),
  income: [income(350)],
  housing: [claim(100)],
  expenses: [claim(20, 15)],
  cost: undefined,
  entered: { rates: {}, from: '' },
}

describe('what savings count for', () => {
  test.each([
    ['0.00', 0, 0, false],
    ['14,250.00', 14_250, 0, false],
    ['14,250.01', 14_250.01, 1, false],
    ['14,500.00', 14_500, 1, false],
    ['14,500.01', 14_500.01, 2, false],
    ['16,000.00', 16_000, 7, false],
    ['23,250.00', 23_250, 36, false],
    ['23,250.01', 23_250.01, 0, true],
  ])('£%s', (_says, savings, tariff, isAboveLimit) => {
    expect(tariffOf(once(savings), 1_425_000, 2_325_000)).toEqual({
      weekly: pounds(tariff),
      isAboveLimit,
    })
  })
})

describe('the charge, worked by hand with the rates of 2025-26', () => {
  // £112.50 + £49.65 = £162.15 to live on.
  test.each<[string, Partial<MeansFacts>, number, string]>([
    [
      '£350.00 + £7.00 − £162.15 − £100.00 − £15.00',
      {},
      79.85,
      '£357.00 − £162.15 − £100.00 − £15.00 = £79.85 a week is left.',
    ],
    [
      'under 25 has less left to live on: £89.15 + £49.65 = £138.80',
      { household: 'single-18-24' },
      103.2,
      '£357.00 − £138.80 − £100.00 − £15.00 = £103.20 a week is left.',
    ],
    [
      'with the enhanced premium, £24.25 more is left',
      { premiums: ['disability', 'enhanced'] },
      55.6,
      '£357.00 − £186.40 − £100.00 − £15.00 = £55.60 a week is left.',
    ],
    [
      'only what counts of a benefit counts',
      { income: [income(200), income(150, 75)] },
      4.85,
      '£282.00 − £162.15 − £100.00 − £15.00 = £4.85 a week is left.',
    ],
    [
      'below nought there is nothing to pay',
      { income: [income(150)] },
      0,
      '£157.00 − £162.15 − £100.00 − £15.00 is below nought: there is nothing to pay.',
    ],
    [
      'in a care home £30.65 is kept, and neither housing nor expenses are taken off',
      { setting: 'care-home' },
      326.35,
      '£357.00 − £30.65 = £326.35 a week is left.',
    ],
    [
      'nobody pays more than the support costs',
      { cost: pounds(55.9) },
      55.9,
      'The support that is charged for costs £55.90 a week, £23.95 less than that. Nobody pays more than it costs: £55.90 a week.',
    ],
    [
      'a cost above what is left changes nothing',
      { cost: pounds(400) },
      79.85,
      'The person pays £79.85 a week.',
    ],
  ])('%s', (_name, more, weekly, says) => {
    const answer = charge({ ...FACTS, ...more })
    expect(answer.kind).toBe('known')
    if (answer.kind !== 'known') return
    expect(answer.value.weekly).toBe(pounds(weekly))
    expect(answer.because.map((step) => step.says)).toContain(says)
    expect(answer.because.every(({ cites }) => (cites ?? []).length > 0)).toBe(true)
  })

  test('every line says what it is and where the figure comes from', () => {
    const answer = charge(FACTS)
    expect(answer.kind === 'known' ? answer.value : undefined).toEqual({
      weekly: 7985,
      isAboveLimit: false,
      income: 35_000,
      expenses: 1500,
      lines: [
        { what: 'Income', kind: 'income', weekly: 35_000, why: 'x' },
        {
          what: 'Savings of £16,000.00',
          kind: 'capital',
          weekly: 700,
          why: '£1,750.00 above the lower limit; each £250 or part of it counts as £1 a week: £7.00. The limits are £14,250.00 and £23,250.00 (Wirral Council’s account of the circular for 2025-26: the limits did not change).',
        },
        {
          what: 'The minimum income guarantee of a single person from 25 to pension age',
          kind: 'allowance',
          weekly: 11_250,
          why: 'The charity Ruils’ account of the circular for 2025-26',
        },
        {
          what: 'The disability premium of a single person',
          kind: 'allowance',
          weekly: 4965,
          why: 'The charity Ruils’ account of the circular for 2025-26',
        },
        { what: 'Claim', kind: 'disregard', weekly: 10_000, allowed: true, why: 'x' },
        { what: 'Claim', kind: 'expense', weekly: 2000, allowed: 1500, why: 'x' },
      ],
    })
  })

  test('above the upper limit the whole cost is paid, and is asked for where it is not known', () => {
    const rich = { ...FACTS, capital: once(30_000) }
    expect(charge(rich)).toEqual({
      kind: 'needs',
      facts: [{ fact: 'cost', about: 'the support that is charged for' }],
    })
    const answer = charge({ ...rich, cost: pounds(510.4) })
    expect(answer).toMatchObject({ kind: 'known', value: { weekly: 51_040, isAboveLimit: true } })
  })
})

describe('a rate that nobody has read', () => {
  const later = { ...FACTS, on: day('2026-04-16') }
  test('is asked for, never guessed', () => {
    expect(charge(later)).toEqual({
      kind: 'needs',
      facts: [
        { fact: 'rate', about: 'the lower capital limit' },
        { fact: 'rate', about: 'the upper capital limit' },
        { fact: 'rate', about: 'the minimum income guarantee of a single person from 25 to pension age' },
        { fact: 'rate', about: 'the disability premium of a single person' },
      ],
    })
    expect(charge({ ...FACTS, household: 'single-pension' })).toMatchObject({
      kind: 'needs',
      facts: [{ fact: 'rate', about: 'the minimum income guarantee of a single person of pension age' }],
    })
  })

  // Sunita Vallory, April 2026: £198.60 + £76.70 − £172.05 − £46.10 − £18.75 = £38.40.
  test('can be entered from the circular, and the line says so', () => {
    const entered = {
      from: 'LAC(DHSC)(2026)1',
      rates: {
        'capital-lower': 1_425_000,
        'capital-upper': 2_325_000,
        'single-25': 12_240,
        'disability-single': 4965,
      },
    }
    const answer = charge({
      ...later,
      entered,
      capital: once(11_200),
      income: [income(198.6), income(76.7)],
      housing: [claim(46.1)],
      expenses: [claim(18.75)],
    })
    expect(answer).toMatchObject({ kind: 'known', value: { weekly: 3840 } })
    const whys = answer.kind === 'known' ? answer.value.lines.map(({ why }) => why) : []
    expect(whys).toContain('As entered from the circular: LAC(DHSC)(2026)1')
  })

  test('a rate that was read stands before what somebody enters', () => {
    const entered = { from: 'mine', rates: { 'single-25': 1 } }
    expect(rateOn('single-25', day('2025-10-06'), entered)).toMatchObject({ amount: 11_250, entered: false })
  })
})

describe('the rows', () => {
  test('the figures that were read, by their year', () => {
    const on = (year: number) =>
      RATES.map((rate) => rateOn(rate, day(`${year}-10-01`), { rates: {}, from: '' })?.amount)
    // upper, lower, child, 18-24, 25+, pension, lone parent, couple, couple of pension age, DP, DP couple, EDP, EDP couple, carer, PEA
    const none = undefined
    expect(on(2023)).toEqual([
      none,
      none,
      9490,
      8215,
      10_365,
      21_435,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      2825,
    ])
    expect(on(2024)).toEqual([
      2_325_000,
      1_425_000,
      10_125,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      5235,
      3015,
    ])
    expect(on(2025)).toEqual([
      2_325_000,
      1_425_000,
      none,
      8915,
      11_250,
      none,
      none,
      none,
      none,
      4965,
      none,
      2425,
      none,
      none,
      3065,
    ])
    expect(on(2026)).toEqual(RATES.map(() => none))
  })
  test('each has its source, and no two hold on one day', () => {
    for (const row of RATE_ROWS) {
      expect(row.url).toMatch(/^https:/)
      expect(
        RATE_ROWS.filter((other) => other.rate === row.rate && other.from <= row.to && row.from <= other.to),
      ).toEqual([row])
    }
  })
  test('in 2026-27 all have to be entered', () => expect(unreadOn(day('2026-11-21'))).toEqual(RATES))
  test('a couple has its own premiums, a child its own guarantee', () => {
    expect(
      ratesNeeded({
        setting: 'home',
        household: 'couple',
        children: 2,
        premiums: ['carer', 'enhanced', 'disability'],
      }),
    ).toEqual([
      { rate: 'couple', times: 1 },
      { rate: 'child', times: 2 },
      { rate: 'disability-couple', times: 1 },
      { rate: 'enhanced-couple', times: 1 },
      { rate: 'carer', times: 1 },
    ])
  })
})

describe('the working of lines from elsewhere', () => {
  const line = (kind: MeansLine['kind'], weekly: number, allowed?: boolean | number): MeansLine => ({
    what: kind,
    kind,
    weekly: pounds(weekly),
    ...(allowed === undefined ? {} : { allowed: typeof allowed === 'number' ? pounds(allowed) : allowed }),
  })
  // Dorothy Abernethy: £294.30 − £235.70 − £6.00 = £52.60. Maeve O’Rourke-D’Souza: £231.80 − £214.20 − £34.50 < 0.
  test.each<[string, readonly MeansLine[], number]>([
    [
      'Dorothy Abernethy',
      [line('income', 294.3), line('capital', 0), line('allowance', 235.7), line('expense', 6, 6)],
      52.6,
    ],
    [
      'Maeve O’Rourke-D’Souza',
      [line('income', 231.8), line('expense', 48.5, 34.5), line('allowance', 214.2)],
      0,
    ],
    [
      'a refused expense takes nothing off',
      [line('income', 300), line('allowance', 200), line('expense', 50, false)],
      100,
    ],
    [
      'income that does not count',
      [line('income', 300), line('income', 80, false), line('allowance', 200)],
      100,
    ],
  ])('%s', (_name, lines, left) =>
    expect(workingOf(lines)).toMatchObject({ kind: 'known', value: pounds(left) }),
  )

  test('is not made where the lines hold no reckoning', () => {
    expect(workingOf([])).toEqual({ kind: 'does-not-apply', because: [] })
    expect(workingOf([{ ...line('capital', 0), why: 'Above the limit.' }])).toEqual({
      kind: 'does-not-apply',
      because: [{ says: 'Above the limit.' }],
    })
  })
})

describe('laws of the charge, for figures that nobody thought of', () => {
  const amount = fc.integer({ min: 0, max: 200_000 }).map((n) => pence<'week'>(n))
  const claims = fc.array(
    fc
      .record({ weekly: amount, part: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ weekly, part }) => ({
        what: 'x',
        weekly,
        allowed: pence<'week'>(Math.floor(weekly * part)),
        counted: pence<'week'>(Math.floor(weekly * part)),
        why: 'x',
      })),
    { maxLength: 4 },
  )
  const facts = fc
    .record({
      income: claims,
      housing: claims,
      expenses: claims,
      capital: fc.integer({ min: 0, max: 2_325_000 }),
      care: fc.boolean(),
      cost: fc.option(amount, { nil: undefined }),
    })
    .map(
      ({ care, capital, ...more }): MeansFacts => ({
        ...FACTS,
        ...more,
        capital: pence<'once'>(capital),
        setting: care ? 'care-home' : 'home',
      }),
    )
  const pays = (of: MeansFacts): number => {
    const answer = charge(of)
    if (answer.kind !== 'known') throw new Error('every rate is known')
    return answer.value.weekly
  }

  test('never below nought, never above what the support costs, and what has to be left is left', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const weekly = pays(of)
        expect(weekly).toBeGreaterThanOrEqual(0)
        if (of.cost !== undefined) expect(weekly).toBeLessThanOrEqual(of.cost)
        const counts =
          of.income.reduce((total, { counted }) => total + counted, 0) +
          tariffOf(of.capital, 1_425_000, 2_325_000).weekly
        if (weekly > 0) expect(counts - weekly).toBeGreaterThanOrEqual(of.setting === 'home' ? 16_215 : 3065)
      }),
      { numRuns: 500 },
    )
  })

  test('more income never means to pay less, and a higher expense never more', () => {
    fc.assert(
      fc.property(facts, amount, (of, more) => {
        const extra = { what: 'x', weekly: more, counted: more, allowed: more, why: 'x' }
        expect(pays({ ...of, income: [...of.income, extra] })).toBeGreaterThanOrEqual(pays(of))
        expect(pays({ ...of, expenses: [...of.expenses, extra] })).toBeLessThanOrEqual(pays(of))
      }),
      { numRuns: 500 },
    )
  })

  test('what the record keeps gives the same again', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const answer = charge({ ...of, cost: undefined })
        if (answer.kind !== 'known') return
        expect(workingOf(answer.value.lines)).toMatchObject({ kind: 'known', value: answer.value.weekly })
        for (const line of answer.value.lines) expect(takenOf(line)).toBeLessThanOrEqual(line.weekly)
      }),
      { numRuns: 300 },
    )
  })
})
