import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { type MeansFacts, charge } from './charging.ts'
import {
  CAPITAL_KIND_NAMES,
  type Capital,
  type CapitalKind,
  WHOSE_NAMES,
  type Whose,
  capitalCounted,
  capitalIn,
  capitalRuleInWords,
  lineOfCapital,
} from './charging-capital.ts'
import { workingOf } from './charging-lines.ts'

const once = pence<'once'>
const ASKED = 'asked'

// Of £5,000.00 how much counts at the most: at home, and in a care home.
test.each<[CapitalKind, Whose, number | typeof ASKED, number | typeof ASKED]>([
  ['savings', 'own', 500_000, 500_000],
  ['savings', 'shared', ASKED, ASKED],
  ['savings', 'held', ASKED, ASKED],
  ['own-home', 'own', 0, ASKED],
  ['own-home', 'shared', 0, ASKED],
  ['own-home', 'held', 0, ASKED],
  ['property', 'own', ASKED, ASKED],
  ['investments', 'own', ASKED, ASKED],
  ['other', 'own', ASKED, ASKED],
  ['other', 'held', ASKED, ASKED],
])('%s, %s', (kind, whose, home, careHome) => {
  const most = (setting: 'home' | 'care-home') => {
    const found = capitalCounted(kind, whose, setting, once(500_000))
    return found.kind === 'ask' ? ASKED : found.most
  }
  expect([most('home'), most('care-home')]).toEqual([home, careHome])
})

test('the home, in a care home: for a time, for the first twelve weeks, and after', () => {
  const asked = capitalRuleInWords('own-home', 'care-home')
  expect(asked).toContain('For a stay of a time, 0')
  expect(asked).toContain('For a stay for good, 0 in the first 12 weeks')
  expect(asked).toContain('After that it counts')
})

test('in words', () => {
  expect(capitalRuleInWords('savings', 'home')).toBe('All of it counts')
  expect(capitalRuleInWords('own-home', 'home')).toBe('Does not count')
  expect(capitalRuleInWords('property', 'care-home')).toContain('unless Schedule 2 leaves it out')
})

const isa: Capital = {
  what: 'Cash ISA',
  kind: 'savings',
  whose: 'own',
  amount: once(500_000),
  counted: once(500_000),
  why: '',
}

describe('a line in the record', () => {
  test.each<[Partial<Capital>, string, string]>([
    [
      {},
      'Cash ISA, worth £5,000.00: all of it counts',
      'Money in a bank or building society, or cash. Theirs alone.',
    ],
    [
      { counted: once(0), whose: 'held', why: 'It is her grandson’s.' },
      'Cash ISA, worth £5,000.00: none of it counts',
      'Money in a bank or building society, or cash. Somebody else’s, held by them. It is her grandson’s.',
    ],
    [
      { counted: once(250_001), whose: 'shared', why: 'Half, and a penny.' },
      'Cash ISA, worth £5,000.00: £2,500.01 counts',
      'Money in a bank or building society, or cash. Theirs together with somebody. Half, and a penny.',
    ],
  ])('%j', (more, what, why) => {
    expect(lineOfCapital({ ...isa, ...more })).toEqual({ what, kind: 'capital', weekly: 0, why })
  })

  test('can be read back, whatever it is called and however much it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ISA', 'A, worth £3.00: all of it counts', 'Post office: 12'),
        fc.constantFrom(...CAPITAL_KIND_NAMES),
        fc.constantFrom(...WHOSE_NAMES),
        fc.nat(99_999_999_999),
        fc.nat(99_999_999_999),
        fc.constantFrom('', 'Half each.', 'Theirs alone.'),
        (what, kind, whose, a, b, why) => {
          const capital = {
            what,
            kind,
            whose,
            amount: once(Math.max(a, b)),
            counted: once(Math.min(a, b)),
            why,
          }
          expect(capitalIn(lineOfCapital(capital))).toEqual(capital)
        },
      ),
    )
  })

  test('from elsewhere is a line like any other', () => {
    expect(
      capitalIn({ what: 'Savings of £11,200.00', kind: 'capital', weekly: pence<'week'>(0) }),
    ).toBeUndefined()
    expect(capitalIn({ ...lineOfCapital(isa), kind: 'income' })).toBeUndefined()
    expect(capitalIn({ ...lineOfCapital(isa), why: 'Checked.' })).toBeUndefined()
  })
})

/** A single person of 40 at home in 2025-26, whose rates were all read: £112.50 to live on, £300.00 coming in. */
const FACTS: MeansFacts = {
  on: day('2025-10-06'),
  setting: 'home',
  household: 'single-25',
  children: 0,
  premiums: [],
  capital: once(0),
  income: [{ what: 'Pension', weekly: pence<'week'>(30_000), counted: pence<'week'>(30_000), why: 'x' }],
  housing: [],
  expenses: [],
  cost: undefined,
  entered: { rates: {}, from: '' },
}

// £300.00 + what savings count for − £112.50, worked by hand.
test.each<[string, readonly number[], number, string]>([
  ['nothing is owned', [], 18_750, ''],
  ['one below the lower limit', [1_000_000], 18_750, 'Of what is owned this counts: £10,000.00.'],
  [
    'two that are below it each, and above it together: £15,000.00 is £750.00 above, 3 times £250',
    [1_000_000, 500_000],
    19_050,
    'Of what is owned this counts: £10,000.00 + £5,000.00 = £15,000.00.',
  ],
  [
    'a penny more, and one more £1',
    [1_000_000, 500_001],
    19_150,
    'Of what is owned this counts: £10,000.00 + £5,000.01 = £15,000.01.',
  ],
  ['one that does not count', [0], 18_750, 'Of what is owned this counts: nothing.'],
])('%s', (_name, counted, weekly, first) => {
  const owned = counted.map((amount) => ({
    ...isa,
    amount: once(Math.max(amount, 100)),
    counted: once(amount),
  }))
  const capital = once(counted.reduce((so, amount) => so + amount, 0))
  const answer = charge({ ...FACTS, owned, capital })
  expect(answer).toMatchObject({ kind: 'known', value: { weekly } })
  if (answer.kind !== 'known') return
  expect(answer.because[0]?.says.startsWith('Of what is owned') === true ? answer.because[0].says : '').toBe(
    first,
  )
  // Read again from the record’s own lines, it comes to the same.
  expect(workingOf(answer.value.lines)).toMatchObject({ kind: 'known', value: weekly })
  expect(answer.value.lines.flatMap((line) => capitalIn(line) ?? [])).toEqual(owned)
})

test('above the upper limit the lines are kept with the reason', () => {
  const owned = [{ ...isa, amount: once(2_325_001), counted: once(2_325_001) }]
  const answer = charge({ ...FACTS, owned, capital: once(2_325_001), cost: pence<'week'>(50_000) })
  expect(answer).toMatchObject({ kind: 'known', value: { weekly: 50_000, isAboveLimit: true } })
  if (answer.kind !== 'known') return
  const working = workingOf(answer.value.lines)
  expect(working.kind).toBe('does-not-apply')
  // The reason why there is no reckoning, and not the names of what is owned.
  expect(working.kind === 'does-not-apply' ? working.because.length : 0).toBe(1)
})
