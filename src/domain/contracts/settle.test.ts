import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { poundsOf } from '../money/pence.ts'
import {
  type ContractBuilder,
  aContract,
  indicators,
  leadProvider,
  outcomeFee,
  pounds,
  span,
  tapering,
  yearly,
} from './a-contract.ts'
import { settle } from './settle.ts'
import type { Settlement } from './settlement.ts'
import type { Span } from './span.ts'
import { valueOfYear } from './tapering.ts'

const APRIL = span('2026-04-01', '2026-04-30')
const MAY = span('2026-05-01', '2026-05-31')

function settled(contract: ContractBuilder, period: Span = APRIL, on?: string): Settlement {
  const answer = settle(contract.terms, contract.ledger(on === undefined ? undefined : day(on)), period)
  if (answer.kind !== 'known') throw new Error(JSON.stringify(answer))
  return answer.value
}
const linesOf = ({ lines }: Settlement) => lines.map(({ kind, amount }) => [kind, poundsOf(amount)])
const poundsIn = (items: Settlement['held']) => items.map(({ amount }) => poundsOf(amount))

describe('care given, outcomes only counted', () => {
  test('10.5 and 7.25 hours at £24.10 are £253.05 and £174.73, and the floor at £27.60 adds £62.12', () => {
    const contract = aContract(indicators())
      .priced(24.1, 27.6)
      .referred('p-1', 'p-2')
      .gave('p-1', 10.5)
      .gave('p-2', 7.25)
    const worked = settled(contract)
    expect(linesOf(worked)).toEqual([
      ['care', 427.78],
      ['floor', 62.12],
    ])
    expect(poundsOf(worked.payable)).toBe(489.9)
  })

  test('at the sustainable rate the floor adds nothing, and says so', () => {
    const worked = settled(aContract(indicators()).priced(27.6, 27.6).referred('p-1').gave('p-1', 10))
    expect(linesOf(worked)).toEqual([
      ['care', 276],
      ['floor', 0],
    ])
    expect(worked.lines[1]?.because[0]?.says).toContain('The floor adds nothing')
  })

  test('a new rate counts from its day', () => {
    const contract = aContract(indicators())
      .priced(20, 20)
      .priced(30, 30, '2026-04-16')
      .referred('p-1')
      .gave('p-1', 10, { to: day('2026-04-15') })
      .gave('p-1', 10, { from: day('2026-04-16') })
    expect(linesOf(settled(contract))).toEqual([
      ['care', 200],
      ['care', 300],
      ['floor', 0],
    ])
  })

  test('visits without a log are neither paid nor missed: they are held for the provider to show', () => {
    const contract = aContract(indicators())
      .priced(20, 20)
      .referred('p-1')
      .gave('p-1', 10, { planned: 12, unlogged: 2 })
    const worked = settled(contract)
    expect(poundsOf(worked.payable)).toBe(200)
    expect(worked.held.map(({ amount, owner }) => [poundsOf(amount), owner])).toEqual([[40, 'homely']])
  })

  test('no rate in force is a missing price, never nought', () => {
    const contract = aContract(indicators()).referred('p-1').gave('p-1', 10)
    expect(settle(contract.terms, contract.ledger(), APRIL)).toEqual({
      kind: 'needs',
      facts: [{ fact: 'price', entry: 'delivered-1' }],
    })
  })
})

/** V = £1,200: three outcomes of 16 hours at £25, of equal weight, all in April. */
function threeOutcomes(contract: ContractBuilder, due = '2026-04-30'): ContractBuilder {
  return ['walk', 'cook', 'shop'].reduce(
    (so, goal) =>
      so.and('outcome-agreed', {
        id: goal,
        person: 'p-1',
        package: 'package-1',
        goal,
        weight: 1 / 3,
        from: day('2026-04-01'),
        due: day(due),
        estimate: [{ service: 'home-care', units: 16 }],
      }),
    contract.priced(25, 25).referred('p-1'),
  )
}
const reached = (contract: ContractBuilder, outcome: string, isReached = true) =>
  contract.and('confirmed', { id: `confirmed-${outcome}`, outcome, reached: isReached })

describe('a fee for outcomes that the person agreed', () => {
  const twoOfThree = (of: ContractBuilder) => reached(reached(reached(of, 'walk'), 'cook'), 'shop', false)

  test('V = £1,200, two of three: £240 + £640 = £880; £320 is withheld', () => {
    const worked = settled(twoOfThree(threeOutcomes(aContract(outcomeFee()))))
    expect(linesOf(worked)).toEqual([
      ['upfront', 240],
      ['outcome', 320],
      ['outcome', 320],
      ['floor', 0],
    ])
    expect(poundsOf(worked.payable)).toBe(880)
    expect(poundsIn(worked.withheld)).toEqual([320])
    expect(poundsOf(worked.worth)).toBe(1200)
  })

  test('with care worth £1,000 at the sustainable rate: £880 from the model, £120 from the floor', () => {
    const worked = settled(twoOfThree(threeOutcomes(aContract(outcomeFee()))).gave('p-1', 40))
    expect(linesOf(worked).at(-1)).toEqual(['floor', 120])
    expect(poundsOf(worked.payable)).toBe(1000)
    expect(poundsIn(worked.withheld)).toEqual([320, -120])
    expect(poundsOf(worked.worth)).toBe(1200)
  })

  test('as Wiltshire first wrote it there is no floor: £880 is paid, and £120 below cost is said', () => {
    const worked = settled(
      twoOfThree(threeOutcomes(aContract(outcomeFee({ floor: 'none' })))).gave('p-1', 40),
      APRIL,
      '2026-05-02',
    )
    expect(poundsOf(worked.payable)).toBe(880)
    expect(worked.warnings.map(({ flag }) => flag)).toEqual(['under-cost'])
    expect(worked.warnings[0]?.because[0]?.says).toContain('£120.00 below the cost of the care')
  })

  test('one excluded for a stay in hospital: of the two left one is reached, £240 + £480', () => {
    const contract = reached(reached(threeOutcomes(aContract(outcomeFee())), 'walk'), 'cook', false).and(
      'excluded',
      { outcome: 'shop', reason: 'hospital', why: 'In hospital since 8 April.', approver: 'ama' },
    )
    const worked = settled(contract)
    expect(poundsOf(worked.payable)).toBe(720)
    expect(worked.lines.find(({ what }) => what.includes('shop'))?.because[0]?.says).toContain(
      'approved by ama',
    )
  })

  test('a tenth would have been reached anyway: £96 of £960 is taken off', () => {
    const worked = settled(twoOfThree(threeOutcomes(aContract(outcomeFee({ anyway: 0.1 })))))
    expect(linesOf(worked).find(([kind]) => kind === 'anyway')).toEqual(['anyway', -96])
    expect(poundsOf(worked.payable)).toBe(784)
  })

  test('what the provider claims is not what the person says', () => {
    const contract = threeOutcomes(aContract(outcomeFee())).and('claimed', { outcome: 'walk' })
    const worked = settled(contract)
    expect(poundsOf(worked.payable)).toBe(240)
    expect(poundsIn(worked.held)).toEqual([320, 320, 320])
  })

  test('an open contest holds that outcome, for the council’s manager; answered, it is paid or not', () => {
    const contested = twoOfThree(threeOutcomes(aContract(outcomeFee()))).and('contested', {
      id: 'contest',
      of: 'confirmed-walk',
      why: 'I still cannot.',
      by: 'p-1',
    })
    const worked = settled(contested)
    expect(poundsOf(worked.payable)).toBe(560)
    expect(worked.held.map(({ amount, owner, why }) => [poundsOf(amount), owner, why])).toEqual([
      [320, 'ama', 'Contested: I still cannot.'],
    ])
    const answered = (upheld: boolean) =>
      poundsOf(settled(contested.and('answered', { of: 'contest', upheld, says: 'Seen.' })).payable)
    expect([answered(true), answered(false)]).toEqual([560, 880])
  })

  test('a social worker’s challenge holds the outcome part, and care given is still paid', () => {
    const contract = twoOfThree(threeOutcomes(aContract(outcomeFee())))
      .gave('p-1', 30)
      .and('challenged', { person: 'p-1', says: 'Nobody came on three evenings.', owner: 'sam' })
    const worked = settled(contract)
    expect(poundsOf(worked.payable)).toBe(750)
    expect(linesOf(worked)).toEqual([
      ['upfront', 240],
      ['floor', 510],
    ])
    expect(worked.held.map(({ amount, owner }) => [poundsOf(amount), owner])).toEqual([
      [320, 'sam'],
      [320, 'sam'],
      [-510, undefined],
    ])
  })

  test('a challenge holds nothing of the periods before it, and nothing once it is answered', () => {
    const late = twoOfThree(threeOutcomes(aContract(outcomeFee()))).and('challenged', {
      id: 'challenge',
      on: day('2026-05-10'),
      person: 'p-1',
      says: 'Nobody came on three evenings.',
    })
    expect(poundsOf(settled(late).payable)).toBe(880)
    const inTime = twoOfThree(threeOutcomes(aContract(outcomeFee())))
      .and('challenged', { id: 'challenge', on: day('2026-04-10'), person: 'p-1', says: 'Nobody came.' })
      .and('answered', { of: 'challenge', upheld: false, says: 'They came; the log shows it.' })
    expect(poundsOf(settled(inTime).payable)).toBe(880)
  })

  test('the provider’s own answer is heard, and releases nothing: somebody else decides', () => {
    const challenged = twoOfThree(threeOutcomes(aContract(outcomeFee()))).and('challenged', {
      id: 'challenge',
      on: day('2026-04-10'),
      person: 'p-1',
      says: 'Nobody came.',
    })
    const answered = (by: string) =>
      poundsOf(
        settled(challenged.and('answered', { of: 'challenge', upheld: false, says: 'We came.', by })).payable,
      )
    expect([answered('homely'), answered('ama')]).toEqual([240, 880])
  })

  test('spread over 91 days, April is 30 of them: £79.12 now, and £210.98 more once two are confirmed', () => {
    const open = threeOutcomes(aContract(outcomeFee()), '2026-06-30').and('settled', {
      on: day('2026-05-02'),
      ...APRIL,
      amount: pounds(79.12),
      parts: [{ ...APRIL, amount: pounds(79.12) }],
    })
    expect(poundsOf(settled(open).payable)).toBe(0)
    // 32,000 pence x 30 / 91 = 10,549.45; and a third outcome's share of the same £960.
    const later = reached(reached(open, 'walk'), 'cook')
    expect(linesOf(settled(later))).toEqual([['difference', 210.98]])
    const may = settled(later, MAY)
    expect(linesOf(may).at(-1)).toEqual(['difference', 210.98])
  })

  test('an outcome is looked at again after 91 days', () => {
    const contract = reached(threeOutcomes(aContract(outcomeFee())), 'walk')
    const flags = (on: string) => settled(contract, APRIL, on).warnings.map(({ flag }) => flag)
    expect(flags('2026-06-30')).toEqual([])
    expect(flags('2026-07-01')).toEqual(['again'])
  })
})

describe('a value that falls from year to year', () => {
  test.each([
    [0, 1_000_000],
    [1, 950_000],
    [2, 902_500],
    [3, 857_375],
    [4, 814_506.25],
  ])('in year %i £1,000,000 that falls by a twentieth is £%d', (year, value) => {
    expect(poundsOf(valueOfYear(tapering(), year))).toBe(value)
  })

  test('an uplift of 2% in the second year: £950,000 x 1.02 = £969,000', () => {
    expect(poundsOf(valueOfYear(tapering({ years: [{ falls: 0.05, uplift: 0.02 }] }), 1))).toBe(969_000)
  })

  const five = span('2026-04-01', '2031-03-31')
  const withNeeds = (value: number) =>
    aContract(tapering({ value: yearly(value) }), five)
      .priced(30, 30)
      .and('referred', { id: 'r', person: 'p-1', needs: [{ service: 'home-care', units: 10 }] })
      .and('accepted', { referral: 'r' })

  test('30 days are their part of the year: of 366 days and £950,000 in the second', () => {
    const worked = settled(withNeeds(1_000_000), span('2027-05-01', '2027-05-30'))
    // The second year has 366 days: February 2028.
    expect(linesOf(worked)[0]).toEqual(['value', 77_868.85])
  })

  test('blocked where 10 hours a week at £30 cost £15,642.86 and the year brings £15,000: £642.86 short', () => {
    const worked = settled(withNeeds(15_000), span('2026-04-01', '2027-03-31'))
    expect(linesOf(worked)).toEqual([
      ['value', 15_000],
      ['needs', 642.86],
      ['floor', 0],
    ])
    expect(worked.warnings.map(({ flag }) => flag)).toEqual(['blocked'])
    expect(worked.warnings[0]?.because[0]?.gives?.value).toBe(64_286)
  })

  test('hours saved are told apart: only what an independent re-measure shows is progress', () => {
    const base = withNeeds(1_000_000).and('remeasured', {
      id: 'seen',
      person: 'p-1',
      before: 1,
      level: 3,
    })
    const varied = (more: { remeasured?: string; saved: 'progressed' | 'cut' }) =>
      settled(
        base.and('varied', {
          from: day('2026-04-10'),
          says: 'Less help in the morning.',
          person: 'p-1',
          needs: [{ service: 'home-care', units: 7 }],
          ...more,
        }),
      ).shown.map(({ measure, value }) => [measure, value])
    expect(varied({ saved: 'progressed', remeasured: 'seen' })).toContainEqual(['saved: progressed', 3])
    expect(varied({ saved: 'progressed' })).toContainEqual(['saved: cut', 3])
    const ownWord = base.and('remeasured', { id: 'own', person: 'p-1', before: 1, level: 3, by: 'homely' })
    const shown = settled(
      ownWord.and('varied', {
        from: day('2026-04-10'),
        says: 'Less help in the morning.',
        person: 'p-1',
        needs: [{ service: 'home-care', units: 7 }],
        saved: 'progressed',
        remeasured: 'own',
      }),
    ).shown
    expect(shown.map(({ measure, value }) => [measure, value])).toContainEqual(['saved: cut', 3])
  })
})

describe('a lead provider for a population', () => {
  const paid = (hours: number) =>
    settled(aContract(leadProvider()).priced(25, 20).referred('p-1').gave('p-1', hours))

  test.each([
    [1240, 30_500, 'care for £31,000: half of £1,000 more than £30,000'],
    [1160, 29_500, 'care for £29,000: half of £1,000 less'],
    [1400, 31_500, 'care for £35,000: followed to £33,000 and no further'],
    [800, 28_500, 'care for £20,000: followed down to £27,000'],
  ])('%d hours: £%d, %s', (hours, sum) => {
    expect(poundsOf(paid(hours).payable)).toBe(sum)
  })

  const withOutcomes = (people: number, met: number) =>
    Array.from({ length: people }, (_, index) => `p-${index}`).reduce(
      (so, person, index) =>
        so
          .referred(person)
          .and('outcome-agreed', {
            id: `home-${person}`,
            person,
            package: person,
            goal: 'At home',
            weight: 1,
            from: day('2026-04-01'),
            due: day('2026-12-31'),
            estimate: [],
            measure: 'home',
          })
          .and('confirmed', { outcome: `home-${person}`, reached: index < met, by: person }),
      aContract(leadProvider()).priced(25, 20),
    )
  const MARCH = span('2027-03-01', '2027-03-31')

  test('39 of 60 is 0.65, half way from 0.5 to 0.8: half of the pool of £10,000 at the end of the year', () => {
    const worked = settled(withOutcomes(60, 39), MARCH)
    expect(linesOf(worked).find(([kind]) => kind === 'pool')).toEqual(['pool', 5000])
    expect(poundsIn(worked.withheld)).toEqual([5000])
    expect(linesOf(settled(withOutcomes(60, 39))).some(([kind]) => kind === 'pool')).toBe(false)
  })

  test('with 49 people no money hangs on the rate', () => {
    const worked = settled(withOutcomes(49, 49), MARCH)
    expect(linesOf(worked).find(([kind]) => kind === 'pool')).toEqual(['pool', 0])
    expect(worked.withheld[0]?.why).toContain('fewer than 50')
  })

  test('what a challenge holds is what the rate would be without it', () => {
    const worked = settled(
      withOutcomes(60, 39).and('challenged', { person: 'p-0', says: 'She moved in May.' }),
      MARCH,
    )
    // 38 of 60: (0.6333 - 0.5) / 0.3 = 0.4444 of £10,000.
    expect(linesOf(worked).find(([kind]) => kind === 'pool')).toEqual(['pool', 4444.44])
    expect(poundsIn(worked.held)).toEqual([555.56])
  })
})

describe('periods', () => {
  const contract = aContract(indicators()).priced(20, 20).referred('p-1').gave('p-1', 10)
  const settledApril = contract.and('settled', {
    on: day('2026-05-02'),
    ...APRIL,
    amount: pounds(200),
    parts: [{ ...APRIL, amount: pounds(200) }],
  })
  const refused = (of: ContractBuilder, period: Span) => {
    const answer = settle(of.terms, of.ledger(), period)
    return answer.kind === 'does-not-apply' ? answer.because[0]?.says : answer.kind
  }

  test('one that cuts through care, or through what was settled, or leaves the contract, is refused', () => {
    expect(refused(contract, span('2026-04-15', '2026-05-14'))).toContain('cuts through care given')
    expect(refused(settledApril, span('2026-04-15', '2026-05-14'))).toContain('cuts through what was settled')
    expect(refused(settledApril, span('2026-04-01', '2026-05-31'))).toContain('was settled by itself')
    expect(refused(contract, span('2026-03-01', '2026-03-31'))).toContain('outside')
    expect(refused(contract, span('2026-05-01', '2026-04-01'))).toContain('before it starts')
  })

  test('settled again, nothing is paid twice; a visit that was not made is claimed back, as its own line', () => {
    expect(linesOf(settled(settledApril))).toEqual([['difference', 0]])
    const corrected = settledApril.and('delivered', {
      person: 'p-1',
      service: 'home-care',
      line: 'support',
      ...APRIL,
      planned: 10,
      delivered: 9,
      on: day('2026-05-20'),
      corrects: 'delivered-1',
      why: 'Nobody came on 12 April.',
    })
    expect(linesOf(settled(corrected))).toEqual([['difference', -20]])
    expect(linesOf(settled(corrected, MAY))).toEqual([
      ['floor', 0],
      ['difference', -20],
    ])
    const withDifference = corrected.and('settled', {
      on: day('2026-06-02'),
      ...MAY,
      amount: pounds(-20),
      parts: [
        { ...MAY, amount: pounds(0) },
        { ...APRIL, amount: pounds(-20) },
      ],
    })
    expect(linesOf(settled(withDifference))).toEqual([['difference', 0]])
  })

  test('what was not yet known on a day is not in the sum of that day', () => {
    const late = contract.gave('p-1', 5, { line: 'evening', on: day('2026-06-01') })
    expect(poundsOf(settled(late, APRIL, '2026-05-02').payable)).toBe(200)
    expect(poundsOf(settled(late, APRIL, '2026-06-01').payable)).toBe(300)
  })

  test('an adjustment is a line with its reason; it cannot take pay below the care given', () => {
    const adjusted = contract.and('adjusted', {
      ...APRIL,
      amount: pounds(-30),
      why: 'Agreed on 3 May.',
      approver: 'ama',
    })
    expect(linesOf(settled(adjusted))).toEqual([
      ['care', 200],
      ['adjusted', -30],
      ['floor', 30],
    ])
  })
})

describe('guard measures', () => {
  const guarded = (people: number) =>
    Array.from({ length: people }, (_, index) => `p-${index}`).reduce(
      (so, person) => so.referred(person).gave(person, 1, { visits: 10, missed: 2 }),
      aContract(outcomeFee({ guards: [{ measure: 'missed-visits', baseline: 0.05, allowed: 0.02 }] })).priced(
        25,
        25,
      ),
    )
  const withOutcome = (people: number) =>
    settled(
      reached(
        guarded(people).and('outcome-agreed', {
          id: 'walk',
          person: 'p-1',
          package: 'one',
          goal: 'walk',
          weight: 1,
          ...APRIL,
          due: APRIL.to,
          estimate: [{ service: 'home-care', units: 100 }],
        }),
        'walk',
      ),
    )

  test('more visits missed than allowed, over 50 people: the outcome part waits', () => {
    expect(poundsIn(withOutcome(50).held)).toEqual([2000, -750])
    expect(linesOf(withOutcome(50))).toEqual([
      ['upfront', 500],
      ['floor', 750],
    ])
  })

  test('over 49 people it is shown, and stops no money', () => {
    expect(withOutcome(49).held).toEqual([])
    expect(withOutcome(49).shown.at(-1)?.because[0]?.says).toContain('stops no money')
  })
})
