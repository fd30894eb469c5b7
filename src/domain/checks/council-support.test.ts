import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { line, newLine, withSecondPlan } from '../../../test/a-second-plan.ts'
import { fallsBetween, fallsInWords } from './council-support.ts'
import { issuedPlans } from './plan-lines.ts'

type Line = ReturnType<typeof line>

/** What falls from the plan of the story (7 hours at home for `need-1`, a day at the club for `need-2`) to these lines. */
function falls(...lines: readonly Line[]) {
  const state = withSecondPlan(aRecord().planned(), lines).state()
  const [before, after] = issuedPlans(state)
  if (before === undefined || after === undefined) throw new Error('two plans')
  return fallsInWords(fallsBetween(state, before, after))
}

const L1 = line('L1')
const L2 = line('L2')

describe('what falls', () => {
  test.each<readonly [name: string, lines: readonly Line[], says: string]>([
    [
      'fewer hours of a line',
      [line('L1', { amount: 4 }), L2],
      'Home care each morning (3 hours a week less)',
    ],
    ['part of an hour', [line('L1', { amount: 6.5 }), L2], 'Home care each morning (0.5 hours a week less)'],
    ['a line that is gone', [L1], 'The club, with its bus (1 day a week less)'],
    [
      'both',
      [line('L1', { amount: 6 })],
      'Home care each morning (1 hour a week less); The club, with its bus (1 day a week less)',
    ],
    [
      'fewer hours in another form: hours are hours',
      [line('L1', { form: 'personal-assistant', amount: 5, effect: 'builds' }), L2],
      'Home care each morning (2 hours a week less)',
    ],
    [
      'hours of which the NHS takes over a part',
      [line('L1', { amount: 2 }), L2, newLine('L3', { funder: 'nhs', amount: 3 })],
      'Home care each morning (2 hours a week less)',
    ],
    [
      'a group of less effect that somebody else pays',
      [L2, newLine('L3', { form: 'community', funder: 'community', amount: 3, price: 0, effect: 'erodes' })],
      'Home care each morning (7 hours a week less)',
    ],
    [
      'hours that went to another topic',
      [line('L1', { amount: 3 }), L2, newLine('L3', { needs: ['need-2'], amount: 4 })],
      'Home care each morning (4 hours a week less)',
    ],
    [
      'hours that another line makes good in part',
      [L2, newLine('L3', { amount: 5 })],
      'Home care each morning (2 hours a week less)',
    ],
    [
      'another unit that costs less, in the same form',
      [line('L1', { unit: 'visit', amount: 7, price: 20 }), L2],
      'Home care each morning (1.4 hours a week less)',
    ],
    [
      'another form of less effect that costs less',
      [
        L1,
        newLine('L3', {
          needs: ['need-2'],
          form: 'community',
          unit: 'visit',
          amount: 1,
          price: 30,
          effect: 'erodes',
        }),
      ],
      'The club, with its bus (0.5 days a week less)',
    ],
    [
      'hours put on the family, who did not choose it',
      [line('L1', { funder: 'family', way: 'none', price: 0 }), L2],
      'Home care each morning (7 hours a week less)',
    ],
    [
      'two lines gone where one line can make good only one of them',
      [newLine('L3', { needs: ['need-2'], unit: 'day', amount: 1, price: 60 })],
      'Home care each morning (7 hours a week less)',
    ],
  ])('%s', (_, lines, says) => {
    expect(falls(...lines)).toBe(says)
  })
})

describe('what is no cut', () => {
  test.each<readonly [name: string, lines: readonly Line[]]>([
    ['the same again', [L1, L2]],
    ['more', [line('L1', { amount: 9 }), L2]],
    ['a lower price for the same hours', [line('L1', { price: 19 }), L2]],
    ['the same hours under another name', [L2, newLine('L3', {})]],
    ['the same hours in two lines', [line('L1', { amount: 3 }), L2, newLine('L3', { amount: 4 })]],
    ['the same hours in another form', [L2, newLine('L3', { form: 'personal-assistant', price: 16 })]],
    ['hours that the NHS takes over in the same line', [line('L1', { funder: 'nhs' }), L2]],
    ['hours that the NHS takes over in another', [L2, newLine('L3', { funder: 'nhs' })]],
    [
      'a group of equal effect that somebody else pays',
      [
        L1,
        newLine('L3', {
          needs: ['need-2'],
          form: 'community',
          funder: 'community',
          unit: 'visit',
          amount: 1,
          price: 0,
          effect: 'builds',
        }),
      ],
    ],
    [
      'fewer hours in a group of equal effect that somebody else pays',
      [L2, newLine('L3', { form: 'community', funder: 'community', amount: 3, price: 0 })],
    ],
    [
      'technology of equal effect, bought once',
      [L2, newLine('L3', { form: 'technology', unit: 'once', amount: 1, price: 400, effect: 'keeps' })],
    ],
    ['another unit for as many pounds', [line('L1', { unit: 'week', amount: 1, price: 180 }), L2]],
  ])('%s', (_, lines) => {
    expect(falls(...lines)).toBe('')
  })

  test('what was bought once, and what somebody else paid, is nothing that the council gives each week', () => {
    const more = aRecord()
      .planned()
      .but('plan-1', {
        lines: [
          L1,
          L2,
          newLine('L3', { form: 'equipment', unit: 'once', amount: 1, price: 145 }),
          newLine('L4', { funder: 'nhs', amount: 3 }),
        ],
      })
    const state = withSecondPlan(more, [L1, L2]).state()
    const [before, after] = issuedPlans(state)
    expect(before && after && fallsBetween(state, before, after)).toEqual([])
  })

  test('what the family does because they chose it', () => {
    const state = withSecondPlan(
      aRecord()
        .planned()
        .with('option', {
          on: '2026-09-01',
          needs: ['need-1'],
          what: 'Ben does the mornings',
          form: 'family',
          unit: 'hour',
          amount: 7,
          effect: 'keeps',
          'proposed-by': 'son',
        })
        .with('option-answered', { option: 'option-4', outcome: 'accepted', why: 'They both want it.' }),
      [line('L1', { form: 'family', funder: 'family', way: 'none', price: 0 }), L2],
    ).state()
    const [before, after] = issuedPlans(state)
    expect(before && after && fallsBetween(state, before, after)).toEqual([])
  })

  test('a line of two needs that is split in two', () => {
    const whole = aRecord()
      .planned()
      .but('plan-1', { lines: [line('L1', { needs: ['need-1', 'need-2'], amount: 10 })] })
    const parts = [line('L1', { amount: 6 }), newLine('L3', { needs: ['need-2'], amount: 4 })]
    const state = withSecondPlan(whole, parts).state()
    const [before, after] = issuedPlans(state)
    expect(before && after && fallsBetween(state, before, after)).toEqual([])
  })

  test('two lines that become one lose nothing; with fewer hours they do', () => {
    const two = aRecord()
      .planned()
      .but('plan-1', { lines: [L1, newLine('L3', { needs: ['need-2'], amount: 5 })] })
    const one = (amount: number) => {
      const state = withSecondPlan(two, [line('L1', { needs: ['need-1', 'need-2'], amount })]).state()
      const [before, after] = issuedPlans(state)
      return before && after && fallsInWords(fallsBetween(state, before, after))
    }
    expect(one(12)).toBe('')
    expect(one(9)).toBe('L3 (3 hours a week less)')
  })
})
