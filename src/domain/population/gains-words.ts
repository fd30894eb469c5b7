import { inWords, pence } from '../money/pence.ts'
import type { Gains } from './gains.ts'
import { FEW, SMALLEST, lengthOf, numberInWords, shownCount, shownInWords } from './shown-count.ts'

/** A change as a page shows it: facts in words, the parts of a bar, and one sentence for those who hear it. */
export type GainsShown = {
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly parts: readonly { readonly label: string; readonly value: number; readonly shown: string }[]
  readonly says: string
}

const money = (amount: number): string => inWords(pence<'week'>(amount))

/** `£1,204.50 more`, `£3.00 less`, `no change` */
export const changeInWords = (change: number): string =>
  change === 0 ? 'no change' : `${money(Math.abs(change))} ${change > 0 ? 'more' : 'less'}`

/** What a change comes to: `seesEach` where its reader may open every record behind it. */
export function gainsInWords(gains: Gains, notCounted: number, seesEach: boolean): GainsShown {
  const { people, lose, gain, before, after, belowCostBefore, belowCostAfter } = gains
  const count = (n: number) => shownCount(n, seesEach)
  const same = people - lose - gain
  // The difference would be theirs alone, where so few are touched.
  const few = !seesEach && lose + gain > 0 && lose + gain < SMALLEST
  const total = few ? 'Too few people are touched to show it' : changeInWords(after - before)
  const each = (n: number): string => shownInWords(count(n))
  return {
    facts: [
      { label: 'All sums together, a week, now', value: money(before) },
      { label: 'With the change', value: few ? '–' : money(after) },
      { label: 'Difference a week', value: total },
      {
        label: 'Difference a year (52 weeks)',
        value: few ? '–' : changeInWords((after - before) * 52),
      },
      { label: 'Sum below what their needs cost, now', value: each(belowCostBefore) },
      { label: 'Sum below what their needs cost, with the change', value: each(belowCostAfter) },
      { label: 'Left out, as their sum is not known yet', value: each(notCounted) },
    ],
    parts: [
      { label: 'Would lose', value: lengthOf(count(lose)), shown: each(lose) },
      { label: 'No change', value: lengthOf(count(same)), shown: each(same) },
      { label: 'Would gain', value: lengthOf(count(gain)), shown: each(gain) },
    ],
    says: `${total.charAt(0).toUpperCase()}${total.slice(1)}${few || after === before ? '' : ' a week'}. ${each(lose)} would lose, ${each(gain).toLowerCase()} would gain.`,
  }
}

/** One group's share of a change, coarse enough that nothing comes out by taking away. */
export type GroupShown =
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'shown'
      readonly people: string
      readonly lose: string
      readonly gain: string
      readonly each: string
      readonly below: string
    }

/** To the nearest 10 pence a person, where the reader does not see each. */
const average = ({ before, after, people }: Gains, seesEach: boolean): number => {
  const exact = people === 0 ? 0 : (after - before) / people
  return seesEach ? Math.round(exact) : Math.round(exact / 10) * 10
}

/** The groups to hide: those that are small, and the next smallest until what is hidden is neither one group nor few people. */
function hiddenAmong(groups: readonly Gains[]): ReadonlySet<Gains> {
  const order = groups.filter(({ people }) => people > 0).toSorted((a, b) => a.people - b.people)
  const hidden = new Set(order.filter(({ people }) => people < SMALLEST))
  if (hidden.size === 0) return hidden
  const together = () => [...hidden].reduce((sum, { people }) => sum + people, 0)
  for (const next of order) {
    if (hidden.size > 1 && together() >= SMALLEST) break
    hidden.add(next)
  }
  return hidden
}

/** Groups of one division: a small one is hidden, and others with it, or it would come out by taking away. */
export function groupsInWords(groups: readonly Gains[], seesEach: boolean): readonly GroupShown[] {
  const hidden = seesEach ? new Set<Gains>() : hiddenAmong(groups)
  return groups.map((group): GroupShown => {
    if (hidden.has(group)) return { kind: 'hidden' }
    const each = (n: number): string => shownInWords(shownCount(n, seesEach))
    return {
      kind: 'shown',
      people: each(group.people),
      lose: each(group.lose),
      gain: each(group.gain),
      each: changeInWords(average(group, seesEach)),
      below: each(group.belowCostAfter),
    }
  })
}

/** Said where numbers are left out. */
export const HIDDEN_WORDS = `${FEW}, or left out so that a small number cannot be worked out`

export { numberInWords }
