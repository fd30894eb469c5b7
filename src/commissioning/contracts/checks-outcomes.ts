import type { ContractEntryOf } from '../../domain/contracts/entries.ts'
import { type Ledger, entryOf, every } from '../../domain/contracts/ledger.ts'
import type { Mistake } from '../../record/mistakes.ts'
import { isWhole } from './checks-terms.ts'

type Agreed = ContractEntryOf<'outcome-agreed'>

/** Outcomes that cannot be paid for as they were agreed, and words about outcomes that there are not. */
export function wrongOutcomes(ledger: Ledger): readonly Mistake[] {
  const packages = new Map<string, Agreed[]>()
  const all = every(ledger, 'outcome-agreed')
  for (const outcome of all) {
    const group = packages.get(outcome.package)
    if (group === undefined) packages.set(outcome.package, [outcome])
    else group.push(outcome)
  }
  return [
    ...all.flatMap((outcome) => wrongOutcome(ledger, outcome)),
    ...[...packages.values()].flatMap(wrongPackage),
    ...wrongReferences(ledger),
  ]
}

function wrongOutcome(ledger: Ledger, outcome: Agreed): readonly Mistake[] {
  const { terms, from: starts } = ledger.award
  const services = new Set(terms.services.map(({ id }) => id))
  const mistakes: Mistake[] = []
  const wrong = (path: string, says: string) => mistakes.push({ entry: outcome.id, path, says })
  if (outcome.due < outcome.from) wrong('due', `${outcome.due} is before it starts (${outcome.from})`)
  if (outcome.from < starts) wrong('from', `the contract starts on ${starts}`)
  if (outcome.due > ledger.award.to) wrong('due', `the contract ends on ${ledger.award.to}`)
  outcome.estimate.forEach(({ service }, index) => {
    if (!services.has(service))
      wrong(`estimate[${index}].service`, `no service ${JSON.stringify(service)} in the terms`)
  })
  if (outcome.measure !== undefined && !terms.measures.some(({ id }) => id === outcome.measure))
    wrong('measure', `no measure ${JSON.stringify(outcome.measure)} in the terms`)
  return mistakes
}

function wrongPackage(outcomes: readonly Agreed[]): readonly Mistake[] {
  const [first] = outcomes
  if (first === undefined) return []
  const weights = outcomes.map(({ weight }) => weight)
  const sum = Math.round(weights.reduce((total, weight) => total + weight, 0) * 1e6) / 1e6
  const stranger = outcomes.find(({ person }) => person !== first.person)
  return [
    ...(isWhole(weights)
      ? []
      : [
          {
            entry: first.id,
            path: 'weight',
            says: `the weights of ${first.package} add up to ${sum}, and must add up to 1`,
          },
        ]),
    ...(stranger === undefined
      ? []
      : [{ entry: stranger.id, path: 'package', says: `${first.package} is ${first.person}’s` }]),
  ]
}

function wrongReferences(ledger: Ledger): readonly Mistake[] {
  return ledger.entries.flatMap((entry): readonly Mistake[] => {
    switch (entry.kind) {
      case 'claimed':
      case 'excluded':
      case 'confirmed': {
        const outcome = entryOf(ledger, 'outcome-agreed', entry.outcome)
        if (outcome === undefined)
          return [{ entry: entry.id, path: 'outcome', says: `no outcome ${JSON.stringify(entry.outcome)}` }]
        const isAnother =
          entry.kind === 'confirmed' && !ledger.parties.has(entry.by) && entry.by !== outcome.person
        return isAnother
          ? [
              {
                entry: entry.id,
                path: 'by',
                says: `the outcome is ${outcome.person}’s, and not ${entry.by}’s`,
              },
            ]
          : []
      }
      case 'remeasured':
        return entry.outcome !== undefined && entryOf(ledger, 'outcome-agreed', entry.outcome) === undefined
          ? [{ entry: entry.id, path: 'outcome', says: `no outcome ${JSON.stringify(entry.outcome)}` }]
          : []
      case 'contested': {
        const kind = ledger.byId.get(entry.of)?.kind
        return kind === 'outcome-agreed' || kind === 'confirmed' || kind === 'delivered'
          ? []
          : [
              {
                entry: entry.id,
                path: 'of',
                says: `no outcome, confirmation or care ${JSON.stringify(entry.of)}`,
              },
            ]
      }
      case 'varied':
        return entry.remeasured !== undefined && entryOf(ledger, 'remeasured', entry.remeasured) === undefined
          ? [
              {
                entry: entry.id,
                path: 'remeasured',
                says: `no re-measure ${JSON.stringify(entry.remeasured)}`,
              },
            ]
          : []
      case 'awarded':
      case 'rate-set':
      case 'referred':
      case 'accepted':
      case 'declined':
      case 'outcome-agreed':
      case 'delivered':
      case 'subcontracted':
      case 'challenged':
      case 'answered':
      case 'handed-back':
      case 'settled':
      case 'paid':
      case 'adjusted':
      case 'ended':
        return []
    }
  })
}
