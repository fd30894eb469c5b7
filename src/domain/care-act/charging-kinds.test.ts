import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pence } from '../money/pence.ts'
import {
  INCOME_KIND_NAMES,
  type IncomeKind,
  type Setting,
  countedAtMost,
  incomeKindIn,
  ruleInWords,
  whyOfIncome,
  wrongProperty,
} from './charging-kinds.ts'

const week = pence<'week'>
const SETTINGS = ['home', 'care-home'] as const
const ASKED = 'asked'

// Of £50.00 a week, how much counts at the most: at home, and in a care home.
test.each<[IncomeKind, number | typeof ASKED, number | typeof ASKED]>([
  ['earnings', 0, 0],
  ['state-pension', 5000, 5000],
  ['work-pension', 5000, ASKED],
  ['care-benefit', 5000, 5000],
  ['mobility-benefit', 0, 0],
  ['direct-payment', 0, 0],
  ['veterans-payment', 0, 0],
  ['war-pension', ASKED, ASKED],
  // £50.00 less the first £10.00.
  ['war-widow', 4000, 4000],
  ['savings-credit', ASKED, ASKED],
  ['other', ASKED, ASKED],
])('%s', (kind, home, careHome) => {
  const most = (setting: Setting) => {
    const found = countedAtMost(kind, setting, week(5000))
    return found.kind === 'ask' ? ASKED : found.most
  }
  expect([most('home'), most('care-home')]).toEqual([home, careHome])
})

test('of less than what is left out, nothing counts', () => {
  expect(countedAtMost('war-widow', 'home', week(999))).toEqual({ kind: 'known', most: 0 })
})

test('never more than there is, and never less than nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...INCOME_KIND_NAMES),
      fc.constantFrom(...SETTINGS),
      fc.nat(10_000_000),
      (kind, setting, amount) => {
        const found = countedAtMost(kind, setting, week(amount))
        if (found.kind === 'ask') expect(found.about).toMatch(/Enter|enter/)
        else {
          expect(found.most).toBeLessThanOrEqual(amount)
          expect(found.most).toBeGreaterThanOrEqual(0)
        }
      },
    ),
  )
})

describe('the reason in the record', () => {
  test('says the kind and the rule, and what was said besides', () => {
    expect(whyOfIncome('mobility-benefit', 'home', ' The car. ')).toBe(
      'Mobility part of PIP or DLA: none of it counts. The car.',
    )
    expect(whyOfIncome('other', 'home', 'A gift.')).toBe('Something else. A gift.')
    expect(ruleInWords('war-widow', 'home')).toBe('The first £10.00 a week does not count')
  })

  test('can be read back, whatever was said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...INCOME_KIND_NAMES),
        fc.constantFrom(...SETTINGS),
        fc.constantFrom('', 'Half goes to him.', 'It counts. All of it.'),
        (kind, setting, said) => {
          expect(incomeKindIn(whyOfIncome(kind, setting, said))).toEqual({ kind, said })
        },
      ),
    )
    expect(incomeKindIn('Counted in full.')).toBeUndefined()
    expect(incomeKindIn('')).toBeUndefined()
  })
})

test.each([
  ['none', 'home', undefined],
  ['none', 'care-home', undefined],
  ['lives-there', 'home', undefined],
  ['kept', 'care-home', undefined],
  ['counts', 'care-home', undefined],
  [
    'lives-there',
    'care-home',
    'Somebody who lives in a care home does not live in their own home. Choose who lives there now.',
  ],
  ['kept', 'home', 'Somebody who lives at home lives in the home that they own. It does not count.'],
  ['counts', 'home', 'Somebody who lives at home lives in the home that they own. It does not count.'],
] as const)('a home: %s, %s', (property, setting, says) =>
  expect(wrongProperty(property, setting)).toBe(says),
)
