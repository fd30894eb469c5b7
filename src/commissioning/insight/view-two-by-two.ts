import {
  type Place,
  QUARTERS,
  type Quarter,
  type ShownCount,
  type ShownTwoByTwo,
  type TwoByTwoCounts,
  countPlaces,
  isToTalkAbout,
  suppressed,
} from '../../domain/outcomes/two-by-two.ts'

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

/** One of the four: how many, what it is called, and whether it is one to talk about. */
export type ShownQuarter = { readonly quarter: Quarter; readonly count: ShownCount }

const together = (shown: ShownTwoByTwo, counts: TwoByTwoCounts, quarter: Quarter): ShownCount => {
  const hidden = quarter.cells.map((cell) => shown.cells[cell]).find(({ kind }) => kind === 'hidden')
  return (
    hidden ?? {
      kind: 'shown',
      count: quarter.cells.reduce((sum, cell) => sum + counts.cells[cell], 0),
    }
  )
}

/** The four as their reader may see them. A manager sees every number: every record behind them is open to them. */
export function quartersOf(
  counts: TwoByTwoCounts,
  isWhole: boolean,
): { readonly shown: ShownTwoByTwo; readonly quarters: readonly ShownQuarter[] } {
  const shown = suppressed(counts, isWhole ? 0 : undefined)
  return {
    shown,
    quarters: QUARTERS.map((quarter) => ({ quarter, count: together(shown, counts, quarter) })),
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
