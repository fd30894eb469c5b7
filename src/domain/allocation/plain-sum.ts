import { type Pence, pence } from '../money/pence.ts'
import { weekOf } from './both-ways.ts'
import { budgetBy } from './built-up.ts'
import { type Count, newCount } from './count.ts'
import type { AllocationFacts, Whose } from './facts.ts'
import { setOut, sharedOf } from './one-person.ts'
import { type Figures, newFigures, reckon } from './reckon.ts'
import { MID, slotOf } from './slots.ts'
import { figure, type Tables } from './tables.ts'
import { giversOf, type Hearing, helpHeard } from './voices.ts'

/** One sum without its reasons, as the explained one has it: the week, and each line by its id. */
export type PlainSum = {
  readonly weekly: Pence<'week'>
  /** nothing where the sum has no such line */
  readonly line: (id: string) => Pence<'week'>
}

/**
 * Works sums out one after the other for whoever tries many changes: the same `setOut` and `reckon` as the explained sum,
 * with nothing written down on the way. A sum that it gave holds until the next one is asked for.
 * @returns undefined where something must be known first, as `indicativeBudget` says
 */
export function plainSums(): (
  tables: Tables,
  facts: AllocationFacts,
  hearing: Hearing,
  whose: Whose,
) => PlainSum | undefined {
  const count = newCount()
  const figures = newFigures()
  return (tables, facts, hearing, whose) => {
    const givers = whose.whose === 'person' ? giversOf(helpHeard(facts)) : []
    const { topics, nights } = hearing
    setOut(tables, count, { topics, nights, givers, shared: sharedOf(facts) }, () => undefined)
    if (count.size === 0) {
      const weekly = weekOf(budgetBy(tables, facts, whose))
      return weekly === undefined ? undefined : { weekly, line: () => pence(0) }
    }
    reckon(tables, count, givers, figures)
    return { weekly: pence(figures.total[MID] ?? 0), line: (id) => pence(lineOf(count, figures, id)) }
  }
}

function lineOf(count: Count, figures: Figures, id: string): number {
  if (id === 'contingency') return figures.contingency[MID] ?? 0
  const [, own, topic = ''] = /^(?:(sharing|travel)-)?(.*)$/.exec(id) ?? []
  const slot = slotOf(topic)
  if (slot === undefined || count.counted[slot] !== 1) return 0
  const of = own === 'sharing' ? figures.sharing : own === 'travel' ? figures.travel : figures.weekly
  return figure(of, MID, slot)
}
