import { teamInWords } from './words.ts'
import type { Stage } from '../../domain/care-act/journey.ts'
import { type PlainDate, daysBetween } from '../../domain/dates/plain-date.ts'
import type { HoldStage } from '../../domain/population/figures.ts'

// Who waits for what, over many people. What is owed and until when is worked out record by record, by the same clocks as
// the caseload; here it is only counted.

/** As much as this page needs of one person. */
export type Waiter = {
  readonly record: string | null
  readonly team: string | null
  readonly worker: { readonly id: string; readonly name: string } | null
  readonly figures: {
    readonly stage: Exclude<Stage, 'outcomes' | 'challenge'> | 'closed'
    readonly owed: readonly {
      readonly what: string
      readonly whose: 'council' | 'person'
      readonly since: PlainDate
      readonly due: PlainDate | null
    }[]
    readonly holds: readonly {
      readonly stage: HoldStage
      readonly on: PlainDate
      readonly until: PlainDate | null
      readonly resumed: PlainDate | null
      readonly told: boolean
      readonly reasoned: boolean
    }[]
    readonly workers: { readonly soFar: number; readonly since: PlainDate | null }
  }
}

/** So many days, in steps that show the long tail: a mean would hide it. */
export const TAILS = [28, 91, 182, 365] as const
export const TAIL_WORDS: readonly string[] = [
  'Up to 4 weeks',
  '4 to 13 weeks',
  '13 to 26 weeks',
  '26 weeks to a year',
  'More than a year',
]

/** One kind of wait, over everybody who waits for it. */
export type Wait = {
  readonly what: string
  readonly waiting: number
  readonly late: number
  /** days, of those who wait: half wait longer than the median */
  readonly median: number
  readonly longest: number
  /** how many wait so long, by `TAIL_WORDS` */
  readonly tails: readonly number[]
  /** those who are late, the latest first */
  readonly lateRecords: readonly (string | null)[]
}

const tailOf = (days: number): number => {
  const at = TAILS.findIndex((most) => days <= most)
  return at === -1 ? TAILS.length : at
}

export const medianOf = (sorted: readonly number[]): number => {
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[half - 1] ?? 0) + upper) / 2)
}

/** In the order of the way to support; what is not named here comes after. */
const ORDER = [
  'The start of an assessment',
  'The end of the assessment',
  'A decision on eligibility',
  'A plan',
  'Support',
]

const placeIn = (what: string): number => {
  const at = ORDER.indexOf(what)
  return at === -1 ? ORDER.length : at
}

/** What the council owes, by kind. What the person has to answer is not the council's to hurry. */
export function waitsOf(people: readonly Waiter[], today: PlainDate): readonly Wait[] {
  const kinds = new Map<
    string,
    { readonly days: number; readonly over: number; readonly record: string | null }[]
  >()
  for (const { record, figures } of people) {
    for (const { what, whose, since, due } of figures.owed) {
      if (whose !== 'council' || since > today) continue
      const waits = kinds.get(what) ?? []
      const over = due === null ? 0 : Math.max(0, daysBetween(due, today))
      waits.push({ days: daysBetween(since, today), over, record })
      kinds.set(what, waits)
    }
  }
  return [...kinds]
    .map(([what, waits]): Wait => {
      const days = waits.map((wait) => wait.days).toSorted((a, b) => a - b)
      const tails = [...TAILS, 0].map(() => 0)
      for (const each of days) tails[tailOf(each)] = (tails[tailOf(each)] ?? 0) + 1
      const late = waits.filter(({ over }) => over > 0).toSorted((a, b) => b.over - a.over)
      return {
        what,
        waiting: waits.length,
        late: late.length,
        median: medianOf(days),
        longest: days.at(-1) ?? 0,
        tails,
        lateRecords: late.map(({ record }) => record),
      }
    })
    .toSorted((a, b) => placeIn(a.what) - placeIn(b.what) || b.waiting - a.waiting)
}

/** What is on hold today: of whom the person was told, and why, and until when; and of whom they were not. */
export type Holds = {
  readonly stage: HoldStage
  readonly open: number
  readonly told: number
  readonly silent: number
  readonly withoutEnd: number
  /** its end has passed and nobody has gone on */
  readonly past: number
  readonly silentRecords: readonly (string | null)[]
}

const STAGES: readonly HoldStage[] = ['assessment', 'eligibility', 'budget', 'plan', 'support', 'review']

export const holdsOf = (people: readonly Waiter[], today: PlainDate): readonly Holds[] =>
  STAGES.flatMap((stage) => {
    const open = people.flatMap(({ record, figures }) =>
      figures.stage === 'closed'
        ? []
        : figures.holds
            .filter((hold) => hold.stage === stage && hold.on <= today)
            .filter(({ resumed }) => resumed === null || resumed > today)
            .map((hold) => ({ hold, record })),
    )
    if (open.length === 0) return []
    const silent = open.filter(({ hold }) => !hold.told)
    return [
      {
        stage,
        open: open.length,
        told: open.length - silent.length,
        silent: silent.length,
        withoutEnd: open.filter(({ hold }) => hold.until === null).length,
        past: open.filter(({ hold }) => hold.until !== null && hold.until < today).length,
        silentRecords: silent.map(({ record }) => record),
      },
    ]
  })

/** What one worker, or one team, carries. */
export type Workload = {
  readonly id: string
  readonly name: string
  readonly people: number
  /** things that the council owes, and how many of them are late */
  readonly owed: number
  readonly late: number
  /** people who have had three workers or more: they tell their story again and again */
  readonly manyWorkers: number
}

/** By worker for a manager, by team for the council. Closed records are nobody's work. */
export function workloadsOf(
  people: readonly Waiter[],
  today: PlainDate,
  by: 'worker' | 'team',
): readonly Workload[] {
  const loads = new Map<string, Workload>()
  for (const one of people) {
    if (one.figures.stage === 'closed') continue
    const id = by === 'worker' ? (one.worker?.id ?? '') : (one.team ?? '')
    const name =
      by === 'worker'
        ? (one.worker?.name ?? 'Nobody yet')
        : one.team === null
          ? 'No team yet'
          : teamInWords(one.team)
    const load = loads.get(id) ?? { id, name, people: 0, owed: 0, late: 0, manyWorkers: 0 }
    const owed = one.figures.owed.filter(({ whose, since }) => whose === 'council' && since <= today)
    loads.set(id, {
      ...load,
      people: load.people + 1,
      owed: load.owed + owed.length,
      late: load.late + owed.filter(({ due }) => due !== null && due < today).length,
      manyWorkers: load.manyWorkers + (one.figures.workers.soFar >= 3 ? 1 : 0),
    })
  }
  return [...loads.values()].toSorted((a, b) => b.people - a.people || a.name.localeCompare(b.name))
}

/** Twice what the middle one carries, and at least five more, is worth a talk. */
export const isHeavy = (load: Workload, all: readonly Workload[]): boolean => {
  const middle = medianOf(all.map(({ people }) => people).toSorted((a, b) => a - b))
  return load.people >= 2 * middle && load.people >= middle + 5
}
