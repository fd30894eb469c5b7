import type { ContractEntryOf } from '../../domain/contracts/entries.ts'
import { type Ledger, every } from '../../domain/contracts/ledger.ts'
import { isWithin, touches } from '../../domain/contracts/span.ts'
import type { Mistake } from '../../record/mistakes.ts'

type Delivered = ContractEntryOf<'delivered'>

/** Care that cannot be paid for as it is written. */
export function wrongCare(ledger: Ledger): readonly Mistake[] {
  const services = new Set(ledger.award.terms.services.map(({ id }) => id))
  const rates = every(ledger, 'rate-set')
  const all = every(ledger, 'delivered')
  const groups = new Map<string, Delivered[]>()
  for (const entry of all) {
    const key = JSON.stringify([entry.person, entry.service, entry.line])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  const twice = [...groups.values()].flatMap(givenTwice)
  const single = all.flatMap((entry): readonly Mistake[] => {
    const mistakes: Mistake[] = []
    const wrong = (path: string, says: string) => mistakes.push({ entry: entry.id, path, says })
    if (!services.has(entry.service))
      wrong('service', `no service ${JSON.stringify(entry.service)} in the terms`)
    if (entry.to < entry.from) wrong('to', `${entry.to} is before ${entry.from}`)
    else if (!isWithin(entry, ledger.span))
      wrong('from', `the contract lasts from ${ledger.span.from} to ${ledger.span.to}`)
    const change = rates.find(
      ({ service, from }) => service === entry.service && from > entry.from && from <= entry.to,
    )
    if (change !== undefined)
      wrong(
        'to',
        `the rate changes on ${change.from} (${change.id}): give the days before and after it apart`,
      )
    const visits = entry.visits ?? 0
    if ((entry.missed ?? 0) + (entry.short ?? 0) > visits)
      wrong('visits', `there are ${visits}, and more were missed or short`)
    return mistakes
  })
  return [...single, ...twice]
}

/** The same line of the same person on the same day would be paid twice. */
function givenTwice(group: readonly Delivered[]): readonly Mistake[] {
  const inOrder = group.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.flatMap((entry, index) => {
    const before = inOrder[index - 1]
    return before !== undefined && touches(before, entry)
      ? [
          {
            entry: entry.id,
            path: 'from',
            says: `the same days of ${entry.person}, ${entry.line} are in ${before.id}: correct it, or give other days`,
          },
        ]
      : []
  })
}
