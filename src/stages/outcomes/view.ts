import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { refersTo } from '../../domain/checks/order.ts'
import { type PlainDate, daysBetween } from '../../domain/dates/plain-date.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import type { EntryOf, Role } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'

export type SeenBy = EntryOf<'progress'>['seen-by']
export const SEEN_BY = ['person', 'worker', 'provider'] as const satisfies readonly SeenBy[]

/** Where somebody saw the person on the ladder on one day. */
export type Seen = { readonly on: PlainDate; readonly level: Level; readonly by: SeenBy }

/** A goal in the person's words, and what each has said of it since, in order. */
export type GoalView = {
  readonly goal: EntryOf<'goal'>
  readonly progress: readonly EntryOf<'progress'>[]
  /** with where it began, as the person said it when the goal was set */
  readonly seen: readonly Seen[]
  /** the latest level that each gave; those who said nothing are left out */
  readonly now: readonly Seen[]
  /** the latest levels are more than one step apart: worth a talk */
  readonly apart: boolean
}

const byDay = (a: Seen, b: Seen): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

function goalView(state: RecordState, goal: EntryOf<'goal'>): GoalView {
  const progress = all(state, 'progress').filter((entry) => refersTo(state, entry.goal, goal))
  const began: readonly Seen[] =
    goal.now === undefined ? [] : [{ on: dayOfEntry(goal), level: goal.now, by: 'person' }]
  const since = progress.flatMap((entry): readonly Seen[] =>
    entry.level === undefined ? [] : [{ on: dayOfEntry(entry), level: entry.level, by: entry['seen-by'] }],
  )
  const seen = [...began, ...since].toSorted(byDay)
  const now = SEEN_BY.flatMap((by) => seen.findLast((each) => each.by === by) ?? [])
  const levels = now.map(({ level }) => level)
  const apart = levels.length > 1 && Math.max(...levels) - Math.min(...levels) > 1
  return { goal, progress, seen, now, apart }
}

export const goalViews = (state: RecordState): readonly GoalView[] =>
  all(state, 'goal').map((goal) => goalView(state, goal))

const SIDES: Readonly<Partial<Record<Role, SeenBy>>> = {
  person: 'person',
  attorney: 'person',
  deputy: 'person',
  advocate: 'person',
  'social-worker': 'worker',
  'occupational-therapist': 'worker',
  assessor: 'worker',
  manager: 'worker',
  provider: 'provider',
}

/** As whom a party sees a goal; nothing where they are none of the three. */
export const sideOf = (state: RecordState, party: string | undefined): SeenBy | undefined => {
  const role = party === undefined ? undefined : state.parties.get(party)?.role
  return role === undefined ? undefined : SIDES[role]
}

/** Whose view it is: the person's, also where a worker typed it for them. */
export const whoseView = (state: RecordState, { by, 'seen-by': seenBy }: EntryOf<'progress'>): string =>
  seenBy === 'person' && sideOf(state, by) === 'worker' ? state.person.id : by

export type Dot = Seen & {
  /** from 0, the first day, to 1, the last */
  readonly across: number
}

/** The days from which and to which a picture goes, where it is not those of its own dots. */
export type Span = { readonly from: PlainDate; readonly to: PlainDate }

/** The dots of a picture over time: one day stands in the middle, more are shared out by their days. */
export function dotsOf(seen: readonly Seen[], span?: Span): readonly Dot[] {
  const from = span?.from ?? seen[0]?.on
  const to = span?.to ?? seen.at(-1)?.on
  if (from === undefined || to === undefined) return []
  const whole = daysBetween(from, to)
  return seen.map((each) => ({ ...each, across: whole === 0 ? 0.5 : daysBetween(from, each.on) / whole }))
}
