import type { ContractFile, ContractRole } from '../../domain/contracts/entries.ts'
import { foldContract } from '../../domain/contracts/ledger.ts'
import { COUNCIL_DUTIES } from '../../domain/contracts/terms.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { FieldError, Values } from '../../platform/web/form.ts'
import type { Mistake, Raw } from '../../record/mistakes.ts'
import { belowSustainable } from './decide-rate.ts'
import {
  type About,
  type Pays,
  type Read,
  type ServiceRow,
  type Step,
  STEPS,
  readAbout,
  readFee,
  readGuards,
  readLead,
  readMeasures,
  readPays,
  readServices,
  readTaper,
  stepOf,
} from './draft.ts'
import { readContractValue } from './file.ts'
import { CONTRACT_FORMAT } from './kinds.ts'
import { atFields, plainly } from './typed-again.ts'
import { newWords as w } from './words-draft.ts'

/** Somebody who can be a party: an account of the council’s, or of a provider’s. */
export type Someone = { readonly id: string; readonly name: string; readonly role: ContractRole }

export type Drafting = {
  readonly id: string
  readonly council: string
  readonly today: PlainDate
  readonly me: Someone
  readonly managers: readonly Someone[]
  readonly providers: readonly Someone[]
}

export type Drafted =
  | { readonly kind: 'contract'; readonly contract: ContractFile }
  /** the first page on which something is to be mended */
  | { readonly kind: 'bad'; readonly step: Step; readonly errors: readonly FieldError[] }

/** `home-care-west` from “Home care, west”. */
export const idFromName = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40) || 'contract'

/** An id for each of a list, from what it is called; the second of two alike is told apart. */
function idsFor(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const made = idFromName(name)
    const times = (seen.get(made) ?? 0) + 1
    seen.set(made, times)
    return times === 1 ? made : `${made}-${times}`
  })
}

type Listed = { readonly value: Raw; readonly rows: Readonly<Record<string, readonly number[]>> }

const measuresOf = (rows: readonly { readonly measure: string; readonly row: number }[]): Listed => {
  const ids = idsFor(rows.map(({ measure }) => measure))
  return {
    value: { measures: rows.map(({ measure }, index) => ({ id: ids[index], what: measure })) },
    rows: { measures: rows.map(({ row }) => row) },
  }
}

/** What a way of paying has of its own, as a file writes it; or what is to be mended. */
function ownTerms({ model }: Pays, values: Values, about: About): Read<Listed> {
  const good = (value: Listed): Read<Listed> => ({ kind: 'good', value })
  switch (model) {
    case 'indicators': {
      const read = readMeasures(values)
      return read.kind === 'bad' ? read : good(measuresOf(read.value))
    }
    case 'outcome-fee': {
      const read = readFee(values)
      if (read.kind === 'bad') return read
      const [{ upfront, deadweight, again }, measures] = read.value
      const listed = measuresOf(measures)
      return good({ ...listed, value: { ...listed.value, upfront, anyway: deadweight, again } })
    }
    case 'tapering': {
      const read = readTaper(values, about)
      if (read.kind === 'bad') return read
      const [{ value }, years] = read.value
      return good({
        value: { measures: [], value, years: years.map(({ falls, uplift }) => ({ falls, uplift })) },
        rows: {},
      })
    }
    case 'lead-provider': {
      const read = readLead(values)
      if (read.kind === 'bad') return read
      const [[{ share, corridor, pool }, groups], measures] = read.value
      const groupIds = idsFor(groups.map(({ group }) => group))
      const ids = idsFor(measures.map(({ measure }) => measure))
      return good({
        value: {
          measures: measures.map(({ measure, weight, floor, target, anyway }, index) => ({
            id: ids[index],
            what: measure,
            weight,
            floor,
            target,
            anyway,
          })),
          groups: groups.map(({ group, people, each }, index) => ({
            id: groupIds[index],
            what: group,
            people,
            each,
          })),
          share,
          corridor,
          pool,
          council: COUNCIL_DUTIES,
        },
        rows: { measures: measures.map(({ row }) => row) },
      })
    }
  }
}

type Parts = {
  readonly about: About
  readonly services: readonly ServiceRow[]
  readonly source: string
  readonly terms: Raw
}

function valueOf({ id, council, today, me, managers, providers }: Drafting, parts: Parts): Raw {
  const { about, services, source, terms } = parts
  const parties = [
    me,
    ...[...managers, ...providers].filter(
      (each) => each.id !== me.id && (each.id === about.manager || each.id === about.provider),
    ),
  ]
  const ids = idsFor(services.map(({ what }) => what))
  const stamp = { on: today, by: me.id }
  const rates = services.flatMap(({ price, sustainable }, index) =>
    (
      [
        ['contract', price],
        ['sustainable', sustainable],
      ] as const
    ).map(([rate, amount]) => ({
      id: `rate-set-${rate}-${index + 1}`,
      ...stamp,
      kind: 'rate-set',
      rate,
      service: ids[index],
      amount,
      from: about.from,
      ...(rate === 'sustainable' ? { source } : {}),
    })),
  )
  return {
    format: CONTRACT_FORMAT,
    contract: { id, name: about.name, council },
    parties: parties.map((party) => ({ id: party.id, name: party.name, role: party.role })),
    entries: [
      {
        id: 'awarded-1',
        ...stamp,
        kind: 'awarded',
        provider: about.provider,
        manager: about.manager,
        from: about.from,
        to: about.to,
        ...(about.zone === undefined ? {} : { zone: about.zone }),
        ...(about.population === undefined ? {} : { population: about.population }),
        terms: {
          ...terms,
          services: services.map(({ what, unit }, index) => ({ id: ids[index], what, unit })),
          floor: 'sustainable-rate',
        },
      },
      ...rates,
    ],
  }
}

/** Where a mistake of the file’s rules was typed. */
function fieldFor(
  { entry, path, says }: Mistake,
  rows: Readonly<Record<string, readonly number[]>>,
): { readonly field: string; readonly says?: string } | undefined {
  const [, kind, at] = /^rate-set-(contract|sustainable)-(\d+)$/.exec(entry ?? '') ?? []
  if (at !== undefined) {
    if (path === 'from') return { field: 'from', says: w.fromGone }
    const row = rows['services']?.[Number(at) - 1] ?? 1
    return { field: `${kind === 'contract' ? 'price' : 'sustainable'}-${row}` }
  }
  if (['from', 'to', 'provider', 'manager', 'zone', 'population'].includes(path)) return { field: path }
  if (path === 'terms.years') return { field: 'falls-2' }
  const shares = plainly(says, { shares: true })
  if (path === 'terms.measures') return { field: `weight-${rows['measures']?.[0] ?? 1}`, says: shares }
  const [, index, field] = /^terms\.measures\[(\d+)\]\.(weight|floor|target|anyway)$/.exec(path) ?? []
  if (field !== undefined)
    return { field: `${field}-${rows['measures']?.[Number(index)] ?? 1}`, says: shares }
  return undefined
}

/** Stands for pages that were not asked yet, so that the rules can say what is wrong with those that were. */
const NOT_ASKED = {
  services: [{ what: 'Care', unit: 'hour', price: 1, sustainable: 1, row: 1 }],
  terms: { model: 'indicators', measures: [], guards: [], settled: 'month' },
} as const

/** Pages that come before one, and that one. */
const upTo = (step: Step, last: Step): boolean => STEPS.indexOf(step) <= STEPS.indexOf(last)

/**
 * What was typed as far as a page, as a contract; or the first page on which something is to be mended. Every page is held against
 * the rules of the file as soon as it is left, with what comes after it taken as harmless.
 */
export function draftFrom(values: Values, drafting: Drafting, last: Step): Drafted {
  const bad = (step: Step, errors: readonly FieldError[]): Drafted => ({ kind: 'bad', step, errors })
  const about = readAbout(values)
  if (about.kind === 'bad') return bad('about', about.errors)
  const known = (list: readonly Someone[], id: string) => list.some((each) => each.id === id)
  if (!known(drafting.providers, about.value.provider))
    return bad('about', [{ field: 'provider', says: w.providerMissing, at: 'provider' }])
  if (!known([drafting.me, ...drafting.managers], about.value.manager))
    return bad('about', [{ field: 'manager', says: w.managerMissing, at: 'manager' }])
  const pays = upTo('pays', last) ? readPays(values) : undefined
  if (pays?.kind === 'bad') return bad('pays', pays.errors)
  const services = upTo('services', last) ? readServices(values) : undefined
  const [rows, { source }] =
    services?.kind === 'good' ? services.value : [NOT_ASKED.services, { source: 'As published' }]
  const own =
    pays !== undefined && upTo('terms', last) ? ownTerms(pays.value, values, about.value) : undefined
  const guards = upTo('guards', last) ? readGuards(values) : undefined
  const terms: Raw =
    own?.kind === 'good' && pays !== undefined
      ? {
          ...pays.value,
          ...own.value.value,
          guards: guards?.kind === 'good' ? guards.value : [],
        }
      : NOT_ASKED.terms
  const listed = {
    ...(own?.kind === 'good' ? own.value.rows : {}),
    services: rows.map(({ row }) => row),
  }
  const read = readContractValue(valueOf(drafting, { about: about.value, services: rows, source, terms }))
  const wrong =
    read.kind === 'refused'
      ? atFields(read.mistakes, values, (mistake) => fieldFor(mistake, listed))
      : tooCheap(read.contract, rows)
  const wrongOn = (step: Step) => wrong.filter(({ field }) => (stepOf(field) ?? 'about') === step)
  // Page by page: what the form itself could not read, and what the rules say of what it read.
  const found: Readonly<Record<Exclude<Step, 'check' | 'pays'>, readonly FieldError[]>> = {
    about: wrongOn('about'),
    services: services?.kind === 'bad' ? services.errors : wrongOn('services'),
    terms: own?.kind === 'bad' ? own.errors : wrongOn('terms'),
    guards: guards?.kind === 'bad' ? guards.errors : wrongOn('guards'),
  }
  for (const step of ['about', 'services', 'terms', 'guards'] as const)
    if (found[step].length > 0) return bad(step, onceEach(found[step]))
  return read.kind === 'contract'
    ? { kind: 'contract', contract: read.contract }
    : bad('about', onceEach(wrong))
}

/** The same sentence at the same box is said once. */
const onceEach = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.filter(
    ({ field, says }, index) =>
      errors.findIndex((other) => other.field === field && other.says === says) === index,
  )

/** A price below the council’s own sustainable rate is not written here: a lower one is set later, by whoever answers for it. */
function tooCheap(contract: ContractFile, rows: readonly ServiceRow[]): readonly FieldError[] {
  const [award] = contract.entries
  const ledger = award === undefined ? undefined : foldContract(contract, award.on)
  if (ledger === undefined) return []
  return ledger.award.terms.services.flatMap(({ id }, index) => {
    const row = rows[index]
    const rate = ledger.entries.find(
      (entry) => entry.kind === 'rate-set' && entry.rate === 'contract' && entry.service === id,
    )
    if (row === undefined || rate?.kind !== 'rate-set') return []
    const below = belowSustainable(ledger, rate)
    const field = `price-${row.row}`
    return below === undefined ? [] : [{ field, says: `${below.says} Enter a higher price`, at: field }]
  })
}
