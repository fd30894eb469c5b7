import { describe, expect, test, vi } from 'vitest'
import { chance } from '../../../bench/chance.ts'
import { type PlainDate, addDays, addMonths, day } from '../dates/plain-date.ts'
import { linearSolver } from '../../exchange/linear-solver.ts'
import { figuresOf } from '../../record/figures.ts'
import { foldRecord } from '../../record/state.ts'
import { aPerson } from './a-person.ts'
import { solver } from './a-solver.ts'
import type { OnePerson } from './figures.ts'
import { DIVISIONS, groupsOf } from './groups.ts'
import { council as invented } from './invent/a-council.ts'
import { USUAL_FAULTS } from './invent/faults.ts'
import { type Cell, type Earlier, statistics as statisticsOf, yearTo } from './statistics.ts'
import { TABLES, type Table } from './statistics-tables.ts'
import { type Area, SEXES, type SupportReason } from './traits.ts'
import { attack, isRecovered } from './whoever-subtracts.ts'

vi.setConfig({ testTimeout: 120_000 })
const open = await linearSolver()

/** Told narrowly, as of a large council, so that there is more to find. */
const statistics = (
  people: readonly OnePerson[],
  period: ReturnType<typeof yearTo>,
  tables: readonly Table[],
  earlier: readonly Earlier[] = [],
) => statisticsOf(people, period, { tables, earlier, detail: 'narrow', open })

const HOLDS = TABLES.filter(({ id }) => id === 'holds')
const hold = (on: PlainDate, told: boolean) => ({
  stage: 'plan' as const,
  on,
  until: told ? addDays(on, 30) : null,
  resumed: null,
  told,
  reasoned: told,
})

/** Month after month, each held against those before, or none against any. */
function published(
  people: readonly OnePerson[],
  months: readonly PlainDate[],
  tables: readonly Table[],
  isHeld: boolean,
): readonly Earlier[] {
  const out: Earlier[] = []
  for (const to of months) out.push(statistics(people, yearTo(to), tables, isHeld ? out : []))
  return out
}

const placeOf = ({ table, category, division, group }: Cell): string =>
  `${category === 'all' ? 'every' : table}/${category}/${division}/${group}`

/** How many people truly are in each place, counted again without the code that publishes. */
function truth(
  people: readonly OnePerson[],
  to: PlainDate,
  tables: readonly Table[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const person of people) {
    const groups = groupsOf(person, to)
    for (const table of tables) {
      const category = table.of(person.figures, yearTo(to))
      for (const division of ['everybody', ...DIVISIONS] as const) {
        const group = division === 'everybody' ? 'everybody' : groups[division]
        found.set(
          `${table.id}/${category}/${division}/${group}`,
          (found.get(`${table.id}/${category}/${division}/${group}`) ?? 0) + 1,
        )
        if (table.id === 'holds' && category !== 'none') {
          const held = `holds/held/${division}/${group}`
          found.set(held, (found.get(held) ?? 0) + 1)
        }
        if (table === tables[0])
          found.set(`every/all/${division}/${group}`, (found.get(`every/all/${division}/${group}`) ?? 0) + 1)
      }
    }
  }
  return found
}

/**
 * Whoever kept every publication, knows of each count that was shown through which months around it it stayed the same, and has a
 * solver: the least and the most that a suppressed count can be. Such a count is one unknown; what was never shown is one each month.
 */
function attackOver(
  all: readonly Earlier[],
  people: readonly OnePerson[],
  tables: readonly Table[],
): {
  readonly small: readonly string[]
  readonly reach: (unknown: string) => readonly [low: number, high: number]
} {
  const names = new Map<string, string>()
  const bounds = new Map<string, readonly [number, number]>()
  const rows = new Set<string>()
  const small = new Set<string>()
  const truths = all.map(({ period }) => truth(people, period.to, tables))
  const peopleIn = (place: string, month: number): number => truths[month]?.get(place) ?? 0
  /** The month since which a count is as it is. */
  const since = (place: string, month: number): number =>
    month > 0 && peopleIn(place, month) === peopleIn(place, month - 1) ? since(place, month - 1) : month
  // A wide number is what stands behind it, added up; behind it nothing is shown, and it may be nought.
  const isWide = ({ cells }: Pick<Earlier, 'cells'>): boolean =>
    cells.some(({ category }) => category === 'held')
  const everShown = new Set(
    all.flatMap(({ cells }, month) =>
      cells.flatMap((cell) =>
        cell.people === null ? [] : [`${placeOf(cell)} since ${since(placeOf(cell), month)}`],
      ),
    ),
  )
  for (const [month, { cells }] of all.entries()) {
    const known = truths[month] ?? new Map<string, number>()
    const unknownOf = (place: string): string => {
      const run = `${place} since ${since(place, month)}`
      const key = everShown.has(run) ? run : `${place} in month ${month}`
      const name = names.get(key) ?? `x${names.size}`
      names.set(key, name)
      return name
    }
    const places = new Map(cells.map((cell) => [placeOf(cell), cell]))
    for (const [place, cell] of places) {
      const is = known.get(place) ?? 0
      const [low, high] =
        cell.people === null
          ? [is === 0 ? 0 : 1, 100_000]
          : cell.people === 0
            ? [0, 0]
            : [Math.max(5, cell.people - 2), cell.people + 2]
      const [from, to] = bounds.get(unknownOf(place)) ?? [0, 100_000]
      bounds.set(unknownOf(place), [Math.max(from, low), Math.min(to, high)])
      if (is > 0 && is < 5) small.add(unknownOf(place))
    }
    // Behind a wide number stands what is not published: an unknown that may be nought.
    const behind = (place: string): string => {
      const name = unknownOf(place)
      if (!bounds.has(name)) bounds.set(name, [0, 100_000])
      const is = known.get(place) ?? 0
      if (is > 0 && is < 5) small.add(name)
      return place
    }
    const add = (total: string, parts: readonly string[]): void =>
      void rows.add(`${parts.map((part) => `+ ${unknownOf(part)}`).join(' ')} - ${unknownOf(total)} = 0`)
    const groups = [...new Set(cells.map(({ division, group }) => `${division}/${group}`))]
    for (const table of tables) {
      const categories = table.categories.map(({ id }) => id)
      const at = (category: string, group: string): string =>
        behind(`${category === 'all' ? 'every' : table.id}/${category}/${group}`)
      if (isWide({ cells }))
        for (const group of groups) add(at('held', group), [at('told', group), at('not-told', group)])
      for (const group of groups)
        add(
          at('all', group),
          categories.map((category) => at(category, group)),
        )
      for (const category of [...categories, ...(isWide({ cells }) ? ['held'] : []), 'all'])
        for (const division of DIVISIONS)
          add(
            at(category, 'everybody/everybody'),
            groups.filter((group) => group.startsWith(`${division}/`)).map((group) => at(category, group)),
          )
    }
  }
  const within = [...bounds].map(([name, [low, high]]) => `${low} <= ${name} <= ${high}`)
  const lines = [...rows].map((row, index) => `c${index}: ${row}`)
  const solve = (name: string, goal: 'Minimize' | 'Maximize'): number =>
    solver(
      `${goal}\n obj: ${name}\nSubject To\n ${lines.join('\n ')}\nBounds\n ${within.join('\n ')}\nEnd`,
    )?.get(name) ?? Number.NaN
  return { small: [...small], reach: (name) => [solve(name, 'Minimize'), solve(name, 'Maximize')] }
}

/** Small groups that can be told within four, or are surely small. */
const recovered = ({ small, reach }: ReturnType<typeof attackOver>): number =>
  small.filter((name) => {
    const [low, high] = reach(name)
    return !(high > 4 + 1e-6 && high - low > 3 - 1e-6)
  }).length

describe('two months, by hand', () => {
  const [OCTOBER, NOVEMBER] = [day('2026-10-31'), day('2026-11-30')]
  // Everybody is a woman of Old Town over 65. Twenty were on hold and told, by October. In November six more: two not told.
  const alike = (figures: Partial<OnePerson['figures']>) => aPerson({ born: '1945-01', ...figures })
  const people = [
    ...Array.from({ length: 5 }, () => alike({ holds: [hold(day('2026-09-01'), true)] })),
    ...Array.from({ length: 2 }, () => alike({ holds: [hold(day('2026-11-10'), false)] })),
  ]
  const of = (all: Earlier | undefined, category: string) =>
    all?.cells.find((cell) => cell.category === category && cell.division === 'everybody')

  test('alone November gives nothing away; beside October it did: five were told then, and are told still', () => {
    const [october, november] = published(people, [OCTOBER, NOVEMBER], HOLDS, false)
    // Five told, two not on hold yet: the two hide the five.
    expect([of(october, 'told')?.status, of(october, 'none')?.status]).toEqual(['suppressed', 'suppressed'])
    expect([of(november, 'told')?.status, of(november, 'not-told')?.status]).toEqual([
      'suppressed',
      'suppressed',
    ])
  })

  test('what was shown in one month hides nothing in the next: another count is suppressed instead', () => {
    // Thirty who were never on hold keep October's five in the open; in November two of them are, and nobody told them.
    const many = [
      ...people.slice(0, 5),
      ...Array.from({ length: 30 }, (_, index) =>
        alike(index < 2 ? { holds: [hold(day('2026-11-10'), false)] } : {}),
      ),
    ]
    const [october, alone] = published(many, [OCTOBER, NOVEMBER], HOLDS, false)
    expect([of(october, 'told')?.people, of(october, 'none')?.people]).toEqual([5, 30])
    // By itself November would hide the two behind the five: but everybody has October.
    expect([of(alone, 'told')?.status, of(alone, 'not-told')?.status]).toEqual(['suppressed', 'suppressed'])
    const [, beside] = published(many, [OCTOBER, NOVEMBER], HOLDS, true)
    expect(of(beside, 'told')?.people).toBe(5)
    expect([of(beside, 'not-told')?.status, of(beside, 'none')?.status]).toEqual(['suppressed', 'suppressed'])
  })

  test('where nobody is left of a small group, its nought may have to go: it would tell how few there are of others', () => {
    // Of ten who were told by October one was of Southgate, nearly a year ago; in November nobody there is. Nine of other areas are,
    // and so at most eleven: less five whose reason is physical, and one of each of two others, the fourth would be at most four.
    const told = (reason: SupportReason, area: Area, on: string) =>
      aPerson({ born: '1945-01', holds: [hold(day(on), true)] }, { area, reason })
    const reasons = ['physical', 'learning-disability', 'mental-health', 'social'] as const
    const ten = [
      ...Array.from({ length: 6 }, () => told('physical', 'old-town', '2026-09-01')),
      ...reasons.slice(1).map((reason) => told(reason, 'old-town', '2026-09-01')),
      told('social', 'southgate', '2025-11-10'),
      ...reasons.flatMap((reason) =>
        Array.from({ length: 30 }, (_, index) =>
          aPerson({ born: '1945-01' }, { area: index < 10 ? 'southgate' : 'old-town', reason }),
        ),
      ),
    ]
    const [october, november] = published(ten, [OCTOBER, NOVEMBER], HOLDS, true)
    const southgate = (all: Earlier | undefined) =>
      all?.cells.find(({ category, group }) => category === 'told' && group === 'southgate')?.status
    expect([of(october, 'told')?.people, of(november, 'told')?.people]).toEqual([10, 10])
    expect([southgate(october), southgate(november)]).toEqual(['suppressed', 'suppressed'])
    expect(
      recovered(
        attackOver(
          [october, november].flatMap((month) => month ?? []),
          ten,
          HOLDS,
        ),
      ),
    ).toBe(0)
  })

  test('years that do not overlap, and a later one, are not looked at', () => {
    const [long] = published(people, [day('2025-11-30')], HOLDS, false)
    const [later] = published(people, [day('2026-12-31')], HOLDS, false)
    const plain = statistics(people, yearTo(NOVEMBER), HOLDS)
    for (const other of [long, later])
      expect(statistics(people, yearTo(NOVEMBER), HOLDS, other === undefined ? [] : [other])).toEqual(plain)
  })

  test('what was published of something that was put right since, or of a table that is no longer there, is no hindrance', () => {
    const [october] = published(people, [OCTOBER], HOLDS, false)
    const wrong: Earlier = {
      period: yearTo(OCTOBER),
      cells: (october?.cells ?? []).flatMap((cell): readonly Cell[] => [
        cell.category === 'told' ? { ...cell, status: 'rounded', people: 90 } : cell,
        { ...cell, table: 'gone' },
      ]),
    }
    const { cells } = statistics(people, yearTo(NOVEMBER), HOLDS, [wrong])
    expect(cells.filter(({ status }) => status === 'suppressed').length).toBeGreaterThan(0)
    expect(
      statistics(people, yearTo(NOVEMBER), HOLDS, [{ period: yearTo(OCTOBER), cells: [] }]).cells,
    ).toEqual(statistics(people, yearTo(NOVEMBER), HOLDS).cells)
  })
})

describe('whoever keeps every month and subtracts finds nothing', () => {
  const MONTHS = Array.from({ length: 5 }, (_, month) => addMonths(day('2026-06-28'), month))
  const from = day('2025-09-01')

  /** Some hundred people, to whom rare things happen on days of fourteen months. */
  function council(seed: number): readonly OnePerson[] {
    const next = chance(seed)
    return Array.from({ length: 60 + Math.floor(60 * next()) }, () =>
      aPerson(
        {
          born: next() < 0.3 ? '1990-01' : '1945-01',
          holds: next() < 0.25 ? [hold(addDays(from, Math.floor(420 * next())), next() < 0.6)] : [],
          advocate: next() < 0.12,
        },
        { sex: SEXES[Math.floor(2 * next())] ?? 'male', area: next() < 0.4 ? 'eastfield' : 'old-town' },
      ),
    )
  }

  test('over five months: nothing where each is held against those before, and something where they are not', () => {
    let [held, apart, tried] = [0, 0, 0]
    for (const seed of [5, 12, 22]) {
      const people = council(seed)
      const beside = published(people, MONTHS, HOLDS, true)
      const each = published(people, MONTHS, HOLDS, false)
      // No month by itself gives anything away: what comes out comes out of several.
      for (const month of [...beside, ...each]) expect(recovered(attackOver([month], people, HOLDS))).toBe(0)
      const work = attackOver(beside, people, HOLDS)
      tried += work.small.length
      held += recovered(work)
      apart += recovered(attackOver(each, people, HOLDS))
    }
    expect(tried).toBeGreaterThan(60)
    expect(held).toBe(0)
    expect(apart).toBeGreaterThan(0)
  })

  test('a council that begins to tell its groups widely: what it told narrowly before gives nothing of that away', () => {
    // Of fourteen on hold in Eastfield eight were told, and in October both numbers were shown, as 10 and 5; two more are on
    // hold in November, and were not told.
    const there = (told: boolean, on: string) =>
      aPerson({ holds: [hold(day(on), told)] }, { area: 'eastfield', sex: 'female' })
    const people = [
      ...Array.from({ length: 8 }, () => there(true, '2026-03-01')),
      ...Array.from({ length: 6 }, () => there(false, '2026-03-01')),
      ...Array.from({ length: 2 }, () => there(false, '2026-11-10')),
      ...Array.from({ length: 30 }, () => aPerson({}, { area: 'eastfield', sex: 'female' })),
      ...Array.from({ length: 30 }, () =>
        aPerson({ holds: [hold(day('2026-02-01'), true)] }, { area: 'old-town', sex: 'female' }),
      ),
    ]
    const [october] = published(people, [day('2026-10-31')], HOLDS, false)
    const told = (cells: readonly Cell[], category: string) =>
      cells.find((cell) => cell.category === category && cell.group === 'eastfield')?.people
    expect([told(october?.cells ?? [], 'told'), told(october?.cells ?? [], 'not-told')]).toEqual([10, 5])
    const november = (earlier: readonly Earlier[]) =>
      statisticsOf(people, yearTo(day('2026-11-30')), { tables: HOLDS, earlier, detail: 'wide', open }).cells
    expect(told(november([]), 'held')).toBe(15)
    expect(recovered(attackOver(october === undefined ? [] : [october], people, HOLDS))).toBe(0)
    for (const seed of [5, 12, 22]) {
      const many = council(seed)
      const narrow = published(many, MONTHS.slice(0, 2), HOLDS, true)
      const third = MONTHS[2] ?? from
      const wide = statisticsOf(many, yearTo(third), { tables: HOLDS, earlier: narrow, detail: 'wide', open })
      // Back again, as of a council that has grown: the wide one in the middle hides what it hid.
      const fourth = MONTHS[3] ?? from
      const after = statisticsOf(many, yearTo(fourth), {
        tables: HOLDS,
        earlier: [...narrow, wide],
        detail: 'narrow',
        open,
      })
      expect(recovered(attackOver([...narrow, wide, after], many, HOLDS))).toBe(0)
    }
  })
})

describe('every table of months beside each other, as a small council publishes them', () => {
  const MONTHS = [day('2026-10-31'), day('2026-11-21')]
  const people = invented(90, 1, USUAL_FAULTS).map(({ record, traits }) => ({
    figures: figuresOf(foldRecord(record, day('2026-11-21'))),
    traits,
  }))
  const publishedWidely = (isHeld: boolean): readonly Earlier[] => {
    const out: Earlier[] = []
    for (const to of MONTHS) out.push(statisticsOf(people, yearTo(to), { earlier: isHeld ? out : [], open }))
    return out
  }
  /** Of all who are few, those that one in so many falls on. */
  const found = (all: readonly Earlier[], oneIn: number): readonly number[] => {
    const { small, reach } = attack(all, people, TABLES, open)
    expect(small.length).toBeGreaterThan(800)
    return small.filter((_, at) => at % oneIn === 0).filter((unknown) => isRecovered(reach(unknown)))
  }

  test('nobody is recovered of ninety people in two months; held against none, somebody is', () => {
    expect(found(publishedWidely(true), 12)).toEqual([])
    expect(found(publishedWidely(false), 12).length).toBeGreaterThan(0)
  })
})
