import { type Ledger, entryOf, every } from '../../domain/contracts/ledger.ts'
import { isSame, isWithin, touches } from '../../domain/contracts/span.ts'
import { inWords, pence, sum } from '../../domain/money/pence.ts'
import type { Mistake } from '../../record/mistakes.ts'

/** Sums that do not add up, days that were settled twice, and more paid than was settled. */
export function wrongMoney(ledger: Ledger): readonly Mistake[] {
  return [...wrongSettled(ledger), ...wrongPaid(ledger), ...wrongAdjusted(ledger)]
}

function wrongSettled(ledger: Ledger): readonly Mistake[] {
  const all = every(ledger, 'settled')
  return all.flatMap((entry, index): readonly Mistake[] => {
    const mistakes: Mistake[] = []
    const wrong = (path: string, says: string) => mistakes.push({ entry: entry.id, path, says })
    if (entry.to < entry.from) wrong('to', `${entry.to} is before ${entry.from}`)
    const parts = sum(entry.parts.map(({ amount }) => amount))
    if (parts !== entry.amount)
      wrong('amount', `is ${inWords(entry.amount)}, and its parts add up to ${inWords(parts)}`)
    if (!entry.parts.some((part) => isSame(part, entry)))
      wrong('parts', `none is for ${entry.from} to ${entry.to}`)
    const earlier = all.slice(0, index)
    for (const before of earlier)
      if (touches(before, entry) && !isSame(before, entry))
        wrong('from', `${before.id} settled ${before.from} to ${before.to}: a period cannot cut through it`)
    entry.parts.forEach((part, at) => {
      const isKnown = isSame(part, entry) || earlier.some((before) => isSame(before, part))
      if (!isKnown) wrong(`parts[${at}]`, `${part.from} to ${part.to} was never settled`)
    })
    return mistakes
  })
}

/** Nothing is paid twice: what was paid on a settlement never comes to more than it. */
function wrongPaid(ledger: Ledger): readonly Mistake[] {
  const paid = new Map<string, number>()
  return every(ledger, 'paid').flatMap((entry): readonly Mistake[] => {
    const settled = entryOf(ledger, 'settled', entry.settlement)
    if (settled === undefined)
      return [
        { entry: entry.id, path: 'settlement', says: `no settlement ${JSON.stringify(entry.settlement)}` },
      ]
    const total = (paid.get(settled.id) ?? 0) + entry.amount
    paid.set(settled.id, total)
    const isMore = settled.amount >= 0 ? total > settled.amount : total < settled.amount
    return isMore
      ? [
          {
            entry: entry.id,
            path: 'amount',
            says: `comes to ${inWords(pence<'once'>(total))} on ${settled.id}, which is ${inWords(settled.amount)}`,
          },
        ]
      : []
  })
}

const wrongAdjusted = (ledger: Ledger): readonly Mistake[] =>
  every(ledger, 'adjusted').flatMap((entry) =>
    entry.to < entry.from
      ? [{ entry: entry.id, path: 'to', says: `${entry.to} is before ${entry.from}` }]
      : isWithin(entry, ledger.span)
        ? []
        : [
            {
              entry: entry.id,
              path: 'from',
              says: `the contract lasts from ${ledger.span.from} to ${ledger.span.to}`,
            },
          ],
  )
