import type { ContractEntryOf, ContractFile } from '../../domain/contracts/entries.ts'
import type { Ledger } from '../../domain/contracts/ledger.ts'
import { yearsOf } from '../../domain/contracts/span.ts'
import { COUNCIL_DUTIES, type LeadProviderTerms, type Terms } from '../../domain/contracts/terms.ts'
import type { Mistake } from '../../record/mistakes.ts'

type Awarded = ContractEntryOf<'awarded'>

/** Shares as a file writes them add up to 1, or to a hair beside it. */
export const isWhole = (shares: readonly number[]): boolean =>
  Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9

const sumOf = (shares: readonly number[]): number =>
  Math.round(shares.reduce((sum, share) => sum + share, 0) * 1e6) / 1e6

/** What is awarded once, and cannot be paid by. */
export function wrongTerms({ entries }: ContractFile, ledger: Ledger): readonly Mistake[] {
  const awards = entries.filter((entry) => entry.kind === 'awarded')
  const twice = awards.slice(1).map(({ id }) => ({
    entry: id,
    path: 'kind',
    says: 'a contract is awarded once; another is its own file',
  }))
  const { award } = ledger
  const wrong = (path: string, says: string): Mistake => ({ entry: award.id, path, says })
  const dates =
    award.to < award.from
      ? [wrong('to', `the contract ends on ${award.to}, before it starts (${award.from})`)]
      : []
  const parties = [
    ...(ledger.parties.get(award.provider)?.role === 'provider'
      ? []
      : [wrong('provider', `${award.provider} is not a provider among the parties`)]),
    ...(ledger.parties.has(award.manager)
      ? []
      : [wrong('manager', `no party ${JSON.stringify(award.manager)}`)]),
  ]
  return [
    ...twice,
    ...dates,
    ...parties,
    ...twoOfOne(award.terms, wrong),
    ...byModel(award, wrong),
    ...rates(ledger),
  ]
}

type Wrong = (path: string, says: string) => Mistake

function twoOfOne({ services, measures, guards }: Terms, wrong: Wrong): readonly Mistake[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    services: services.map(({ id }) => id),
    measures: measures.map(({ id }) => id),
    guards: guards.map(({ measure }) => measure),
  }
  return Object.entries(lists).flatMap(([list, ids]) =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) === index ? [] : [wrong(`terms.${list}[${index}]`, `${id} is there twice`)],
    ),
  )
}

function byModel(award: Awarded, wrong: Wrong): readonly Mistake[] {
  const { terms } = award
  switch (terms.model) {
    case 'indicators':
    case 'outcome-fee':
      return []
    case 'tapering': {
      const asked = award.to < award.from ? 0 : yearsOf(award).length - 1
      return terms.years.length >= asked
        ? []
        : [
            wrong(
              'terms.years',
              `the contract has ${asked} years after the first, and terms for ${terms.years.length}`,
            ),
          ]
    }
    case 'lead-provider':
      return leadProvider(terms, wrong)
  }
}

function leadProvider(terms: LeadProviderTerms, wrong: Wrong): readonly Mistake[] {
  const weights = terms.measures.map(({ weight }) => weight)
  return [
    ...(isWhole(weights)
      ? []
      : [wrong('terms.measures', `the weights add up to ${sumOf(weights)}, and must add up to 1`)]),
    ...terms.measures.flatMap(({ floor, target, anyway }, index) => [
      ...(floor < target
        ? []
        : [
            wrong(
              `terms.measures[${index}].floor`,
              `the floor, ${floor}, must be below the target, ${target}`,
            ),
          ]),
      ...(anyway <= floor
        ? []
        : [
            wrong(
              `terms.measures[${index}].anyway`,
              `${anyway} would have happened anyway, and is paid for from ${floor} on: the floor must not be below it`,
            ),
          ]),
    ]),
    ...COUNCIL_DUTIES.filter((duty) => !terms.council.includes(duty)).map((duty) =>
      wrong('terms.council', `${duty} stays with the council`),
    ),
  ]
}

/** A rate is set for days to come. For days that are gone there is an adjustment, with somebody who approves it. */
function rates(ledger: Ledger): readonly Mistake[] {
  const services = new Set(ledger.award.terms.services.map(({ id }) => id))
  return ledger.entries.flatMap((entry): readonly Mistake[] => {
    if (entry.kind !== 'rate-set') return []
    const { id, on, recorded, from, service } = entry
    const set = recorded ?? on
    return [
      ...(services.has(service)
        ? []
        : [{ entry: id, path: 'service', says: `no service ${JSON.stringify(service)} in the terms` }]),
      ...(from >= set
        ? []
        : [
            {
              entry: id,
              path: 'from',
              says: `set on ${set} for days from ${from} on: a rate is not changed for days that are gone; use adjusted`,
            },
          ]),
    ]
  })
}
