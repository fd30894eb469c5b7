import { addMonths } from '../dates/plain-date.ts'
import type { ContractEntryOf } from './entries.ts'
import { type Ledger, every, isSameEntry, peopleOn } from './ledger.ts'

/** From so many people on it is no longer one person's matter. */
export const PATTERN_FROM = 2
/** So far back it is looked. */
const MONTHS = 12

/** One person whose worker has challenged what was done with them. */
export type Challenged = {
  readonly person: string
  /** the latest first */
  readonly challenges: readonly ContractEntryOf<'challenged'>[]
  readonly open: number
  /** somebody at the council found that it was so */
  readonly upheld: number
}

/** What workers have raised about several people within a year. */
export type Pattern = {
  readonly people: readonly Challenged[]
  /** everybody who is supported today, or was challenged about since */
  readonly of: number
  readonly open: number
  readonly upheld: number
  readonly notUpheld: number
}

/**
 * Challenges about several people within twelve months, as known today; undefined where there are fewer than two people. It changes
 * no payment: each challenge holds its own person's outcome money, and this asks for a conversation.
 */
export function patternOf(ledger: Ledger): Pattern | undefined {
  const since = addMonths(ledger.on, -MONTHS)
  const answers = every(ledger, 'answered').filter(({ by }) => ledger.parties.get(by)?.role !== 'provider')
  const settledOf = (id: string) => answers.findLast(({ of }) => isSameEntry(ledger, of, id))
  const byPerson = new Map<string, ContractEntryOf<'challenged'>[]>()
  for (const challenged of every(ledger, 'challenged')) {
    if (challenged.on < since) continue
    byPerson.set(challenged.person, [challenged, ...(byPerson.get(challenged.person) ?? [])])
  }
  if (byPerson.size < PATTERN_FROM) return undefined
  const people = [...byPerson].map(([person, challenges]): Challenged => {
    const settled = challenges.map(({ id }) => settledOf(id))
    return {
      person,
      challenges,
      open: settled.filter((each) => each === undefined).length,
      upheld: settled.filter((each) => each?.upheld === true).length,
    }
  })
  const all = people.reduce((sum, { challenges }) => sum + challenges.length, 0)
  const open = people.reduce((sum, each) => sum + each.open, 0)
  const upheld = people.reduce((sum, each) => sum + each.upheld, 0)
  return {
    people: people.toSorted((a, b) => b.challenges.length - a.challenges.length),
    of: new Set([...peopleOn(ledger, ledger.on), ...byPerson.keys()]).size,
    open,
    upheld,
    notUpheld: all - open - upheld,
  }
}
