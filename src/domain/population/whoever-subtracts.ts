import type { PlainDate } from '../dates/plain-date.ts'
import type { OnePerson } from './figures.ts'
import { DIVISIONS, groupsOf } from './groups.ts'
import type { OpenLinear } from './linear.ts'
import { type Cell, type Earlier, yearTo } from './statistics.ts'
import type { Table } from './statistics-tables.ts'
import { type Filled, openMoves } from './moves.ts'

// For tests and measuring: whoever kept every publication of a council that tells its groups widely, and tries to work out small
// numbers from all of them at once. How numbers add up is written out here again, without the code that publishes.

/** What is added together where groups are told widely. */
export const WIDER: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  holds: { held: ['told', 'not-told'] },
  budgets: { 'under-250': ['under-100', '100-249'], '500-and-over': ['500-999', '1000-and-over'] },
  cuts: { cut: ['reassessed', 'not-reassessed'] },
  complaints: { complained: ['upheld', 'partly', 'not-upheld', 'open'] },
  contacts: { 'not-assessed': ['advice-only', 'screened-out', 'passed-on', 'not-recorded'] },
  assessments: { ended: ['completed', 'refused-by-person', 'withdrawn'] },
  waits: {
    'waited-longer': ['waited-29-56', 'waited-57-182', 'waited-over-182'],
    waits: ['waits-0-28', 'waits-29-56', 'waits-57-182', 'waits-over-182'],
  },
  disputes: { disputed: ['accepted', 'partly', 'refused', 'open'] },
  delivered: { 'given-under-90': ['given-most', 'given-less'] },
  hopes: { further: ['reached', 'nearer'], 'no-further': ['not-nearer', 'not-looked-at'] },
}
export const WIDE_GROUP: Readonly<Record<string, string>> = {
  'age under-18': 'under-65',
  'age 18-64': 'under-65',
  'ethnicity asian': 'asian-black-mixed-other',
  'ethnicity black': 'asian-black-mixed-other',
  'ethnicity mixed': 'asian-black-mixed-other',
  'ethnicity other': 'asian-black-mixed-other',
  'ethnicity not-said': 'none-known',
  'ethnicity not-known': 'none-known',
}

/** A place by one name, whichever table it stands in: everybody, and who has no plan, are the same people in each. */
export const placeOf = (table: string, category: string, division: string, group: string): string =>
  `${category === 'all' || category === 'no-plan' ? 'every' : table}/${category}/${division}/${group}`

/** How many people truly are in each place. */
function truthOf(
  people: readonly OnePerson[],
  to: PlainDate,
  tables: readonly Table[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const add = (place: string): void => void found.set(place, (found.get(place) ?? 0) + 1)
  for (const person of people) {
    const groups = groupsOf(person, to)
    const places = new Set<string>()
    for (const table of tables) {
      const category = table.of(person.figures, yearTo(to))
      const wide = Object.entries(WIDER[table.id] ?? {}).find(([, of]) => of.includes(category))?.[0]
      for (const division of ['everybody', ...DIVISIONS] as const) {
        const own = division === 'everybody' ? 'everybody' : groups[division]
        const group = WIDE_GROUP[`${division} ${own}`] ?? own
        for (const each of ['all', category, ...(wide === undefined ? [] : [wide])])
          places.add(placeOf(table.id, each, division, group))
      }
    }
    for (const place of places) add(place)
  }
  return found
}

type Range = readonly [low: number, high: number]
const ANYTHING: Range = [0, 100_000]

/** What a number that stands published tells by itself; of a row that shows nothing at all not even that there is somebody. */
function toldBy({ people, status }: Cell, isRowShown: boolean, is: number): Range {
  if (status === 'suppressed') return isRowShown && is > 0 ? [1, ANYTHING[1]] : ANYTHING
  return people === 0 ? [0, 0] : [Math.max(5, (people ?? 0) - 2), (people ?? 0) + 2]
}

type Unknowns = {
  /** the column in which a place of a month stands */
  readonly columnOf: (place: string, month: number) => number
  readonly low: number[]
  readonly high: number[]
  readonly truth: number[]
}

/**
 * A count that was shown, and that did not change, is one unknown in all those months: whoever knows a council well knows that it did
 * not. What was never shown is one each month.
 */
function unknownsOf(all: readonly Earlier[], truths: readonly ReadonlyMap<string, number>[]): Unknowns {
  const [low, high, truth]: [number[], number[], number[]] = [[], [], []]
  const columns = new Map<string, number>()
  const isAt = (place: string, month: number): number => truths[month]?.get(place) ?? 0
  const since = (place: string, month: number): number => {
    let first = month
    while (first > 0 && isAt(place, month) === isAt(place, first - 1)) first -= 1
    return first
  }
  const shown = new Set(
    all.flatMap(({ cells }, month) =>
      cells.flatMap((cell) => {
        const place = placeOf(cell.table, cell.category, cell.division, cell.group)
        return cell.people === null ? [] : [`${place} since ${since(place, month)}`]
      }),
    ),
  )
  const columnOf = (place: string, month: number): number => {
    const run = `${place} since ${since(place, month)}`
    const key = shown.has(run) ? run : `${place} in ${month}`
    const there = columns.get(key)
    if (there !== undefined) return there
    columns.set(key, low.length)
    truth.push(isAt(place, month))
    high.push(ANYTHING[1])
    return low.push(ANYTHING[0]) - 1
  }
  all.forEach(({ cells }, month) => {
    const rowOf = ({ table, category, division }: Cell): string => `${table} ${category} ${division}`
    const rows = new Set(cells.filter(({ people }) => people !== null).map(rowOf))
    for (const cell of cells) {
      const place = placeOf(cell.table, cell.category, cell.division, cell.group)
      const at = columnOf(place, month)
      const isRowShown = cell.division === 'everybody' || rows.has(rowOf(cell))
      const [from, to] = toldBy(cell, isRowShown, isAt(place, month))
      low[at] = Math.max(low[at] ?? 0, from)
      high[at] = Math.min(high[at] ?? 0, to)
    }
  })
  return { columnOf, low, high, truth }
}

type AddsUp = (total: readonly string[], parts: readonly (readonly string[])[]) => void

/** Every way in which the numbers of one table add up; a place is its category, division and group. */
function sumsOf(table: Table, groups: ReadonlyMap<string, readonly string[]>, addsUp: AddsUp): void {
  const narrow = table.categories.map(({ id }) => id)
  const wider = WIDER[table.id] ?? {}
  const behind = Object.values(wider).flat()
  const wide = [...Object.keys(wider), ...narrow.filter((id) => !behind.includes(id))]
  const every = (category: string): readonly string[] => [category, 'everybody', 'everybody']
  addsUp(every('all'), narrow.map(every))
  for (const [id, of] of Object.entries(wider)) addsUp(every(id), of.map(every))
  for (const [division, theirs] of groups) {
    for (const category of [...wide, ...behind, 'all'])
      addsUp(
        every(category),
        theirs.map((group) => [category, division, group]),
      )
    for (const group of theirs) {
      addsUp(
        ['all', division, group],
        wide.map((category) => [category, division, group]),
      )
      for (const [id, of] of Object.entries(wider))
        addsUp(
          [id, division, group],
          of.map((category) => [category, division, group]),
        )
    }
  }
}

export type Attack = {
  /** by their unknowns: everybody who is from 1 to 4 in truth */
  readonly small: readonly number[]
  /** the least and the most that one can be, if there were fractions of people */
  readonly reach: (unknown: number) => Range
  /** whether one is told within three, or as fewer than five, by whoever knows that people are whole */
  readonly isTold: (unknown: number) => boolean
  readonly close: () => void
}

/** Everything that was published of some people, and a solver. */
export function attack(
  all: readonly Earlier[],
  people: readonly OnePerson[],
  tables: readonly Table[],
  open: OpenLinear,
): Attack {
  const unknowns = unknownsOf(
    all,
    all.map(({ period }) => truthOf(people, period.to, tables)),
  )
  const rows = new Map<string, readonly (readonly [number, number])[]>()
  all.forEach(({ cells }, month) => {
    const groups = new Map(
      DIVISIONS.map((division) => [
        division,
        [...new Set(cells.filter((cell) => cell.division === division).map(({ group }) => group))],
      ]),
    )
    for (const table of tables) {
      const at = ([category = '', division = '', group = '']: readonly string[]): number =>
        unknowns.columnOf(placeOf(table.id, category, division, group), month)
      sumsOf(table, groups, (total, parts) => {
        const members = parts.map(at)
        rows.set(`${at(total)}=${members.join('+')}`, [
          ...members.map((member) => [member, 1] as const),
          [at(total), -1],
        ])
      })
    }
  })
  const { low, high, truth } = unknowns
  const system = { low, high, rows: [...rows.values()], truth }
  const linear = open(system)
  const ask = (goal: 'most' | 'least', unknown: number): number =>
    linear.best(goal, [unknown])?.values[unknown] ?? Number.NaN
  const small = truth.flatMap((is, unknown) => (is > 0 && is < 5 ? [unknown] : []))
  const whole = inWhole(system, small, open)
  return {
    small,
    reach: (unknown) => [ask('least', unknown), ask('most', unknown)],
    isTold: whole.isTold,
    close: () => {
      linear.close()
      whole.close()
    },
  }
}

/** Ways of filling everything in whole people; one that is found for somebody tells of others too. */
function inWhole(system: Filled, small: readonly number[], open: OpenLinear) {
  const moves = openMoves(system, open)
  const isAt = (unknown: number): number => system.truth[unknown] ?? 0
  const seen = new Map(small.map((unknown) => [unknown, new Set([isAt(unknown)])]))
  const canBe = (unknown: number, from: number, to: number): boolean => {
    if ([...(seen.get(unknown) ?? [])].some((is) => is >= from && is <= to)) return true
    const way = moves.toward(unknown, [from, to])
    for (const [each, is] of way ?? []) seen.get(each)?.add(is)
    return way !== undefined
  }
  return {
    isTold: (unknown: number) => {
      for (let low = isAt(unknown); low >= 0; low -= 1)
        if (canBe(unknown, 0, low) && canBe(unknown, Math.max(5, low + 3), ANYTHING[1])) return false
      return true
    },
    close: moves.close,
  }
}

/** Surely fewer than 5, or told within three. */
export const isRecovered = ([low, high]: Range): boolean => !(high > 5 - 1e-6 && high - low > 3 - 1e-6)
