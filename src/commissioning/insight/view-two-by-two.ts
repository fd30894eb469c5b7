import {
  type Place,
  QUARTERS,
  type Quarter,
  type TwoByTwoCounts,
  type WishFound,
  countPlaces,
  isToTalkAbout,
} from '../../domain/outcomes/two-by-two.ts'
import type { OpenLinear } from '../../domain/population/linear.ts'
import { type Shown, shownOf } from '../../domain/population/shown-count.ts'
import { type Count, type Published, type Sum, suppress } from '../../domain/population/suppression.ts'

// Choice and independence over many: the rule is `domain/outcomes/two-by-two.ts`, one record at a time; here it is counted.

/** As much as this page needs of one person. */
export type Placed = {
  readonly record: string | null
  readonly team: string | null
  readonly figures: {
    readonly place: Place | null
    readonly started: readonly { readonly provider: string | null }[]
    readonly ended: readonly { readonly provider: string | null }[]
  }
}

/** Everybody, or those of one team or one provider. */
export type Among =
  | { readonly kind: 'all' }
  | { readonly kind: 'team'; readonly name: string }
  | { readonly kind: 'provider'; readonly name: string }

const providersOf = ({ figures }: Placed): readonly string[] => [
  ...new Set(figures.started.flatMap(({ provider }) => provider ?? [])),
]

export const isAmong = (one: Placed, among: Among): boolean => {
  switch (among.kind) {
    case 'all':
      return true
    case 'team':
      return one.team === among.name
    case 'provider':
      return providersOf(one).includes(among.name)
  }
}

/** Every team and provider that there is, in order; each is shown whether it is small or not, and says so. */
export function groupsAmong(people: readonly Placed[]): readonly Among[] {
  const teams = new Set(people.flatMap(({ team }) => team ?? []))
  const providers = new Set(people.flatMap(providersOf))
  return [
    ...[...teams].toSorted().map((name): Among => ({ kind: 'team', name })),
    ...[...providers].toSorted().map((name): Among => ({ kind: 'provider', name })),
  ]
}

/** Reads `team:north`. Undefined where there is no such group: it is said in the same words as of one that is too small. */
export function amongFrom(text: string, people: readonly Placed[]): Among | undefined {
  if (text === '') return { kind: 'all' }
  return groupsAmong(people).find((among) => keyOf(among) === text)
}

export const keyOf = (among: Among): string => (among.kind === 'all' ? '' : `${among.kind}:${among.name}`)

export const countsOf = (people: readonly Placed[], among: Among): TwoByTwoCounts =>
  countPlaces(people.filter((one) => isAmong(one, among)).map(({ figures }) => figures.place ?? undefined))

/** One of the four: how many of them there are. */
export type ShownQuarter = { readonly quarter: Quarter; readonly count: Shown }

/** The four as their reader may see them, with of whom nobody can tell and, of those who did not grow, who lost ground. */
export type ShownFour = {
  readonly quarters: readonly ShownQuarter[]
  readonly unknown: Shown
  readonly lost: Readonly<Record<WishFound, Shown>>
}

const sumOf = ({ cells }: TwoByTwoCounts, quarter: Quarter): number =>
  quarter.cells.reduce((sum, cell) => sum + cells[cell], 0)

const nameOf = ({ wish, grew }: Quarter): string => `${wish} ${grew ? 'grew' : 'not-grew'}`

/** Every count of one group of people by its name, and how they add up. */
function countsIn(counts: TwoByTwoCounts): {
  readonly named: readonly (readonly [name: string, people: number])[]
  readonly adds: readonly (readonly [total: string, parts: readonly string[]])[]
} {
  const split = QUARTERS.filter(({ cells }) => cells.length > 1)
  return {
    named: [
      ['people', counts.people],
      ['unknown', counts.unknown],
      ...QUARTERS.map((quarter) => [nameOf(quarter), sumOf(counts, quarter)] as const),
      ...split.flatMap(({ cells }) => cells.map((cell) => [cell, counts.cells[cell]] as const)),
    ],
    adds: [
      ['people', ['unknown', ...QUARTERS.map(nameOf)]],
      ...split.map((quarter) => [nameOf(quarter), quarter.cells] as const),
    ],
  }
}

const NO_TEAM = 'no team'

/** Everybody, each team with those of no team, and each provider; teams add up to everybody, and providers need not. */
function allCounts(people: readonly Placed[]): ReadonlyMap<string, TwoByTwoCounts> {
  const places = new Map<string, (Place | undefined)[]>()
  const put = (key: string, place: Place | undefined): void => {
    const there = places.get(key)
    if (there === undefined) places.set(key, [place])
    else there.push(place)
  }
  for (const one of people) {
    const place = one.figures.place ?? undefined
    put(keyOf({ kind: 'all' }), place)
    put(one.team === null ? NO_TEAM : keyOf({ kind: 'team', name: one.team }), place)
    for (const name of providersOf(one)) put(keyOf({ kind: 'provider', name }), place)
  }
  return new Map([...places].map(([key, theirs]) => [key, countPlaces(theirs)]))
}

/** Small numbers are hidden over all groups at once, so that none comes out by taking teams from the whole. */
function safeCounts(
  all: ReadonlyMap<string, TwoByTwoCounts>,
  open: OpenLinear,
): ReadonlyMap<string, Published> {
  const id = (key: string, name: string): string => `${key} / ${name}`
  const counts: Count[] = []
  const sums: Sum[] = []
  for (const [key, its] of all) {
    const { named, adds } = countsIn(its)
    for (const [name, people] of named) counts.push({ id: id(key, name), people })
    for (const [total, parts] of adds)
      sums.push({ total: id(key, total), parts: parts.map((part) => id(key, part)) })
  }
  const teams = [...all.keys()].filter((key) => key === NO_TEAM || key.startsWith('team:'))
  const whole = all.get(keyOf({ kind: 'all' }))
  for (const [name] of whole === undefined ? [] : countsIn(whole).named)
    sums.push({ total: id('', name), parts: teams.map((team) => id(team, name)) })
  return suppress(counts, sums, open)
}

/**
 * The four of each group as their reader may see them. A manager sees every number: every record behind them is open to them.
 * @param open what small numbers are hidden with; nothing is hidden where it is left out
 */
export function foursOf(people: readonly Placed[], open?: OpenLinear): (among: Among) => ShownFour {
  const all = allCounts(people)
  const safe = open && safeCounts(all, open)
  return (among) => {
    const key = keyOf(among)
    const counts = all.get(key) ?? countPlaces([])
    const shown = (name: string, count: number): Shown =>
      safe === undefined ? { kind: 'count', count } : shownOf(safe.get(`${key} / ${name}`))
    return {
      quarters: QUARTERS.map((quarter) => ({
        quarter,
        count: shown(nameOf(quarter), sumOf(counts, quarter)),
      })),
      unknown: shown('unknown', counts.unknown),
      lost: {
        met: shown('met-fell', counts.cells['met-fell']),
        'not-met': shown('not-met-fell', counts.cells['not-met-fell']),
      },
    }
  }
}

/** The records of those to talk about: met while they lost ground, and gained against their wishes. */
export const talkAbout = (
  people: readonly Placed[],
  among: Among,
): { readonly metFell: readonly (string | null)[]; readonly grewAgainst: readonly (string | null)[] } => {
  const found = people.filter(
    (one) => isAmong(one, among) && one.figures.place !== null && isToTalkAbout(one.figures.place),
  )
  return {
    metFell: found.filter(({ figures }) => figures.place?.wish === 'met').map(({ record }) => record),
    grewAgainst: found.filter(({ figures }) => figures.place?.wish === 'not-met').map(({ record }) => record),
  }
}
