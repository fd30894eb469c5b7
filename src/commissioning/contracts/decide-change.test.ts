import { describe, expect, test } from 'vitest'
import {
  type ContractBuilder,
  aContract,
  indicators,
  pounds,
  span,
  tapering,
  yearly,
} from '../../domain/contracts/a-contract.ts'
import { settle } from '../../domain/contracts/settle.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { poundsOf } from '../../domain/money/pence.ts'
import { decideAdjust } from './decide-adjust.ts'
import { type ChangeNeeds, decideNeeds } from './decide-needs.ts'
import { yearsAhead } from './view-years.ts'

const TODAY = day('2026-11-21')
const APRIL = span('2026-04-01', '2026-04-30')
const stamp = { id: 'adjusted-1', on: TODAY, by: 'ama' }

describe('a sum put right', () => {
  const contract = aContract(indicators()).referred('p-1').priced(30, 28).gave('p-1', 10)
  const asked = { period: APRIL, amount: pounds(25), why: 'The letter of 3 March.', approver: 'sam' }
  const owed = (built: ContractBuilder) => {
    const answer = settle(built.terms, built.ledger(), APRIL)
    return answer.kind === 'known' ? poundsOf(answer.value.payable) : undefined
  }

  test('is a line of its own, with why and with who approved it', () => {
    expect(decideAdjust(stamp, contract.ledger(), asked)).toEqual({
      kind: 'entries',
      entries: [
        {
          ...stamp,
          kind: 'adjusted',
          ...APRIL,
          amount: 2500,
          why: 'The letter of 3 March.',
          approver: 'sam',
        },
      ],
    })
    // 10 hours at 30, and 25 more; less never goes below 10 hours at the sustainable 28.
    expect(owed(contract.and('adjusted', { ...APRIL, amount: pounds(25), why: 'x', approver: 'sam' }))).toBe(
      325,
    )
    expect(
      owed(contract.and('adjusted', { ...APRIL, amount: pounds(-100), why: 'x', approver: 'sam' })),
    ).toBe(280)
  })

  test.each([
    ['of nothing', { amount: pounds(0) }, 'An adjustment of nothing changes nothing.'],
    ['by who approves it too', { approver: 'ama' }, 'nobody approves what they write themselves'],
    ['for days to come', { period: span('2026-12-01', '2026-12-31') }, 'for days that have come'],
    ['outside the contract', { period: span('2026-03-01', '2026-03-31') }, 'not within the contract'],
  ])('%s is refused', (_, more, says) => {
    const decided = decideAdjust(stamp, contract.ledger(), { ...asked, ...more })
    expect(decided.kind === 'refused' ? decided.says.join(' ') : '').toContain(says)
  })
})

const falling = aContract(tapering({ value: yearly(30_000), years: [{ falls: 0.5, uplift: 0 }] }), {
  from: day('2026-04-01'),
  to: day('2028-03-31'),
})
  .and('referred', { id: 'r-1', person: 'p-1', needs: [{ service: 'home-care', units: 14 }] })
  .and('accepted', { referral: 'r-1' })
  .priced(28, 28)

describe('what meets somebody’s needs', () => {
  const asked: ChangeNeeds = {
    person: 'p-1',
    from: TODAY,
    needs: [{ service: 'home-care', units: 10 }],
    says: 'She cooks by herself.',
    saved: 'progressed',
    measured: { name: 'Rosa Lane', before: 2, now: 4 },
  }
  const decide = (more: Partial<ChangeNeeds>, built = falling) =>
    decideNeeds({ by: 'ama', today: TODAY, idFor: (kind) => `${kind}-1` }, built.ledger(), {
      ...asked,
      ...more,
    })

  test('less, as they do more: on what somebody independent found, written down with it', () => {
    expect(decide({})).toEqual({
      kind: 'entries',
      reviewer: { id: 'reviewer-1', name: 'Rosa Lane', role: 'reviewer' },
      entries: [
        {
          id: 'remeasured-1',
          on: TODAY,
          by: 'reviewer-1',
          kind: 'remeasured',
          person: 'p-1',
          before: 2,
          level: 4,
        },
        {
          id: 'varied-1',
          on: TODAY,
          by: 'ama',
          kind: 'varied',
          person: 'p-1',
          from: TODAY,
          needs: [{ service: 'home-care', units: 10 }],
          says: 'She cooks by herself.',
          saved: 'progressed',
          remeasured: 'remeasured-1',
        },
      ],
    })
  })

  test('less for another reason has that reason; more has none, whatever was chosen', () => {
    const cut = decide({ saved: 'cut', measured: undefined })
    expect(cut.kind === 'entries' ? cut.entries : []).toMatchObject([{ kind: 'varied', saved: 'cut' }])
    const more = decide({ needs: [{ service: 'home-care', units: 20 }] })
    expect(more.kind === 'entries' ? more.entries : []).toEqual([
      {
        id: 'varied-1',
        on: TODAY,
        by: 'ama',
        kind: 'varied',
        person: 'p-1',
        from: TODAY,
        needs: [{ service: 'home-care', units: 20 }],
        says: 'She cooks by herself.',
      },
    ])
  })

  test('a reviewer who sits there already keeps the seat', () => {
    expect(decide({ measured: { name: ' ruth  VALE', before: 2, now: 3 } })).toMatchObject({
      reviewer: undefined,
      entries: [{ by: 'ruth' }, { kind: 'varied' }],
    })
  })

  test.each([
    ['nobody who is supported', { person: 'p-9' }, 'person'],
    ['a day outside the contract', { from: day('2030-01-01') }, 'from'],
    ['nothing that changes', { needs: [{ service: 'home-care', units: 14 }] }, 'needs-1'],
    ['less without a reason', { saved: undefined }, 'saved'],
    ['progress that nobody measured', { measured: undefined }, 'measured'],
    [
      'progress measured by the provider',
      { measured: { name: 'homely care', before: 1, now: 3 } as const },
      'measured',
    ],
    ['progress that is none', { measured: { name: 'Rosa Lane', before: 3, now: 3 } as const }, 'now'],
  ])('%s is refused at its question', (_, more, field) => {
    expect(decide(more)).toMatchObject({ kind: 'refused', field })
  })
})

describe('years to come beside eligible needs', () => {
  test('14 hours a week at 28 for 365 days cost 20,440; a second year worth 15,000 is short of them', () => {
    const [first, second] = yearsAhead(falling.ledger(), TODAY)
    expect(first).toMatchObject({ number: 1, value: 3_000_000, needs: 2_044_000 })
    expect(first?.short).toBeUndefined()
    // From April 2027 to March 2028 there are 366 days: 14 x 366 / 7 x 28 = 20,496.
    expect(second).toMatchObject({ number: 2, value: 1_500_000, needs: 2_049_600, short: 549_600 })
  })
  test('a contract that does not taper has none', () => {
    expect(yearsAhead(aContract(indicators()).ledger(), TODAY)).toEqual([])
  })
})
