import { type Answer, type MissingFact, type Step, known, needs } from '../answer.ts'
import { type Pence, inWords, pence, roundToPenny, sum } from '../money/pence.ts'
import type { ContractEntryOf, RateKind } from './entries.ts'
import { type CareGiven, type Ledger, rateOn } from './ledger.ts'
import { type Span, isWithin } from './span.ts'
import type { Service, ServiceUnit, Terms } from './terms.ts'

/** Care of one service at one rate: each person's sum is rounded to the penny, and the line is what they add up to. */
export type CareLine = {
  readonly service: Service
  readonly rate: ContractEntryOf<'rate-set'>
  readonly units: number
  readonly amount: Pence<'once'>
  readonly people: readonly {
    readonly person: string
    readonly units: number
    readonly amount: Pence<'once'>
  }[]
  readonly because: readonly Step[]
}

/** So many digits of a number of units are told apart: a ten-thousandth of an hour is less than a second. */
const inUnits = (units: number): number => Math.round(units * 10_000) / 10_000

const UNIT_WORDS: Readonly<Record<ServiceUnit, readonly [one: string, many: string]>> = {
  hour: ['hour', 'hours'],
  visit: ['visit', 'visits'],
  night: ['night', 'nights'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
}

/** `12.5 hours`, `1 night` */
export const unitsInWords = (units: number, unit: ServiceUnit): string =>
  `${Math.round(units * 100) / 100} ${UNIT_WORDS[unit][units === 1 ? 0 : 1]}`

/** `12.5 hours of Home care`, or `12.5 hours a week of Home care`: an amount by what the terms call it. */
export function amountInWords(
  services: readonly Service[],
  { service, units }: { readonly service: string; readonly units: number },
  often: '' | ' a week' = '',
): string {
  const found = services.find(({ id }) => id === service)
  return `${unitsInWords(inUnits(units), found?.unit ?? 'hour')}${often} of ${found?.what ?? service}`
}

/** Care given in the period. An entry that reaches over its edge is refused before anything is worked out. */
export const careIn = (ledger: Ledger, period: Span): readonly CareGiven[] =>
  ledger.care.filter((care) => isWithin(care, period))

const serviceOf = (terms: Terms, id: string): Service | undefined =>
  terms.services.find((service) => service.id === id)

type Counted = { readonly person: string; readonly units: number; readonly entries: readonly string[] }
type Heap = {
  readonly service: Service
  readonly rate: ContractEntryOf<'rate-set'>
  readonly people: Map<string, { units: number; readonly entries: string[] }>
}

/**
 * What care comes to at rates of one kind, by service and rate. `of` says which units count: those given, or those that no
 * log shows. Where no rate was in force, that rate is what is missing, never nought.
 */
export function careAt(
  terms: Terms,
  ledger: Ledger,
  { period, rate, of }: { period: Span; rate: RateKind; of: 'delivered' | 'unlogged' },
): Answer<readonly CareLine[]> {
  const heaps = new Map<string, Heap>()
  const missing: MissingFact[] = []
  for (const care of careIn(ledger, period)) {
    if (care[of] === 0) continue
    const service = serviceOf(terms, care.service)
    const inForce = rateOn(ledger, { rate, service: care.service }, care.from)
    if (service === undefined || inForce === undefined) {
      missing.push({ fact: 'price', entry: care.entries[0] ?? ledger.award.id })
      continue
    }
    const key = `${service.id} ${inForce.id}`
    const heap = heaps.get(key) ?? { service, rate: inForce, people: new Map() }
    heaps.set(key, heap)
    const person = heap.people.get(care.person) ?? { units: 0, entries: [] }
    heap.people.set(care.person, person)
    person.units += care[of]
    person.entries.push(...care.entries)
  }
  if (missing.length > 0) return needs(missing)
  const lines = [...heaps.values()].map(lineOf)
  return known(
    lines,
    lines.flatMap(({ because }) => because),
  )
}

function lineOf({ service, rate, people }: Heap): CareLine {
  const counted: readonly Counted[] = [...people].map(([person, { units, entries }]) => ({
    person,
    units: inUnits(units),
    entries,
  }))
  const sums = counted.map(({ person, units }) => ({
    person,
    units,
    amount: roundToPenny<'once'>(units * rate.amount),
  }))
  const units = inUnits(counted.reduce((total, each) => total + each.units, 0))
  const amount = sum(sums.map((each) => each.amount))
  const how = `${unitsInWords(units, service.unit)} at ${inWords(rate.amount)}`
  return {
    service,
    rate,
    units,
    amount,
    people: sums,
    because: [
      {
        says: `${service.what}: ${how} for ${sums.length === 1 ? '1 person' : `${sums.length} people`}, each person’s sum rounded to a penny.`,
        from: [
          { name: service.unit, value: units, unit: 'count' },
          { name: `rate of ${rate.from}`, value: rate.amount, unit: 'pence-once' },
        ],
        gives: { name: 'care', value: amount, unit: 'pence-once' },
        entries: [rate.id],
      },
      ...sums.map(
        (each, index): Step => ({
          says: `${each.person}: ${unitsInWords(each.units, service.unit)}, ${inWords(each.amount)}.`,
          gives: { name: each.person, value: each.amount, unit: 'pence-once' },
          entries: counted[index]?.entries ?? [],
        }),
      ),
    ],
  }
}

export const careTotal = (lines: readonly CareLine[]): Pence<'once'> =>
  lines.length === 0 ? pence<'once'>(0) : sum(lines.map(({ amount }) => amount))

/** What an amount of units costs at a rate in force on a day, each line rounded; or the rate that is missing. */
export function costOf(
  ledger: Ledger,
  amounts: readonly { readonly service: string; readonly units: number }[],
  { rate, day, entry }: { rate: RateKind; day: Span['from']; entry: string },
): Answer<Pence<'once'>> {
  const steps: Step[] = []
  let total = 0
  for (const { service, units } of amounts) {
    const inForce = rateOn(ledger, { rate, service }, day)
    if (inForce === undefined) return needs([{ fact: 'price', entry }])
    const amount = roundToPenny<'once'>(units * inForce.amount)
    total += amount
    steps.push({
      says: `${amountInWords(ledger.award.terms.services, { service, units })} at ${inWords(inForce.amount)}: ${inWords(amount)}.`,
      from: [
        { name: service, value: units, unit: 'count' },
        { name: 'rate', value: inForce.amount, unit: 'pence-once' },
      ],
      gives: { name: 'cost', value: amount, unit: 'pence-once' },
      entries: [entry, inForce.id],
    })
  }
  return known(pence<'once'>(total), steps)
}
