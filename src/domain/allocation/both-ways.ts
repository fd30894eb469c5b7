import type { Answer } from '../answer.ts'
import { minus, type Pence, pence } from '../money/pence.ts'
import type { Topic } from '../outcomes/topics.ts'
import type { IndicativeBudget } from './budget.ts'
import { budgetBy } from './built-up.ts'
import { type AllocationFacts, PERSON, type Said, type Whose } from './facts.ts'
import type { Model } from './model.ts'
import { tablesOf } from './tables.ts'
import { forThem } from './voices.ts'

/** What one disputed entry would do if it stood. `difference` is `undefined` where one of the two sums is not known. */
export type IfItStands = {
  readonly entry: string
  /** Who said it, or whose help it is. */
  readonly name: string
  /** `undefined` where what is disputed is a carer's help. */
  readonly topic: Topic | undefined
  readonly budget: Answer<IndicativeBudget>
  readonly difference: Pence<'week'> | undefined
}

/**
 * The sum both ways, so that a page can say "£412.60, or £468.20 if you are right": with what is disputed set aside, which is the
 * sum of what nobody disputes, and with every disputed entry standing; and each of them standing alone.
 */
export type BothWays = {
  readonly setAside: Answer<IndicativeBudget>
  readonly ifAllStand: Answer<IndicativeBudget>
  readonly each: readonly IfItStands[]
}

/** The facts as if these disputed entries stood: what was said against one that stands gives way to it. */
export function standing(facts: AllocationFacts, stands: (entry: string) => boolean): AllocationFacts {
  const settle = <T extends { readonly entry: string; readonly disputed?: boolean }>(one: T): T =>
    one.disputed === true && stands(one.entry) ? { ...one, disputed: false } : one
  const yields = ({ against }: Said): boolean => against !== undefined && stands(against)
  return {
    ...facts,
    said: facts.said.filter((said) => !yields(said)).map(settle),
    help: facts.help.map(settle),
  }
}

/** A week of nothing where no help is needed; `undefined` where facts are missing. */
export function weekOf(answer: Answer<IndicativeBudget>): Pence<'week'> | undefined {
  if (answer.kind === 'known') return answer.value.weekly
  return answer.kind === 'does-not-apply' ? pence(0) : undefined
}

export function bothWays(model: Model, facts: AllocationFacts, whose: Whose = PERSON): BothWays {
  const tables = tablesOf(model, facts.on, facts.prices)
  const setAside = budgetBy(tables, facts, whose)
  const before = weekOf(setAside)
  const disputed = [
    ...facts.said
      .filter((said) => said.disputed === true && said.on <= facts.on && forThem(facts, whose, said))
      .map(({ entry, saidByName, topic }) => ({ entry, name: saidByName, topic })),
    ...facts.help
      .filter((help) => help.disputed === true && whose.whose === 'person')
      .map(({ entry, carerName }) => ({ entry, name: carerName, topic: undefined })),
  ]
  const each = disputed.map((one): IfItStands => {
    const budget = budgetBy(
      tables,
      standing(facts, (entry) => entry === one.entry),
      whose,
    )
    const after = weekOf(budget)
    const difference = before === undefined || after === undefined ? undefined : minus(after, before)
    return { ...one, budget, difference }
  })
  const ifAllStand =
    disputed.length === 0
      ? setAside
      : budgetBy(
          tables,
          standing(facts, () => true),
          whose,
        )
  return { setAside, ifAllStand, each }
}
