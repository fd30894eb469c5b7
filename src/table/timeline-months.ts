import { type PlainDate, dateInWords, daysBetween } from '../domain/dates/plain-date.ts'
import { unitsInWords } from '../domain/checks/council-support.ts'
import type { EntryOf } from '../record/entries.ts'
import { type RecordState, type Told, openDisputesOf } from '../record/state.ts'
import { type Period, cameInWords, daysInWords, earlierLines, supportLines } from '../record/support-lines.ts'
import { dayOfWhen } from '../record/values.ts'

// A year of a record is some eighty entries, and sixteen of them may say that support came as it should. What happened
// lately stands open; weeks that were told of one after another stand as one; older months are folded, and nothing is
// left out.

/** Weeks of support that were told of with nothing else between them, the latest first. */
export type Weeks = { readonly kind: 'weeks'; readonly told: readonly Told[] }
export type One = { readonly kind: 'one'; readonly told: Told }
export type Happening = One | Weeks

/** All that happened in one month, or in one year further back, the latest first. */
export type Month = {
  /** `June 2026`, or `2024` */
  readonly name: string
  readonly happenings: readonly Happening[]
  readonly open: boolean
}

/** Fewer weeks than these are as quickly read as a sentence about them. */
const AT_LEAST = 3
/** Months stand open until so many happenings can be read. */
const READ_AT_ONCE = 10
const MOST_AT_ONCE = 25

const isPlainWeek = (state: RecordState, { entry, correctedBy }: Told): boolean =>
  entry.kind === 'support-delivered' &&
  correctedBy === undefined &&
  entry.corrects === undefined &&
  (entry.note ?? '') === '' &&
  openDisputesOf(state, entry.id).length === 0

function happeningsOf(state: RecordState): readonly Happening[] {
  const found: Happening[] = []
  let run: Told[] = []
  const close = () => {
    if (run.length >= AT_LEAST) found.push({ kind: 'weeks', told: run })
    else found.push(...run.map((told): One => ({ kind: 'one', told })))
    run = []
  }
  for (const told of state.told.toReversed()) {
    if (isPlainWeek(state, told)) {
      run.push(told)
      continue
    }
    close()
    found.push({ kind: 'one', told })
  }
  close()
  return found
}

/** The day of the latest entry in it. */
const dayOf = (happening: Happening): PlainDate | undefined =>
  happening.kind === 'one' ? happening.told.day : happening.told[0]?.day

const entriesIn = (happening: Happening): number => (happening.kind === 'one' ? 1 : happening.told.length)

/** What is more than a year back is folded by the year: one entry in a month is not worth a fold of its own. */
const A_YEAR_BACK = 400
const nameOfTime = (day: PlainDate, on: PlainDate): string =>
  daysBetween(day, on) > A_YEAR_BACK ? day.slice(0, 4) : dateInWords(day).split(' ').slice(1).join(' ')

/** How many entries a month holds, those in a row of weeks counted one by one. */
export const entriesOf = ({ happenings }: Month): number =>
  happenings.reduce((sum, happening) => sum + entriesIn(happening), 0)

/** Everything that was told, by the month in which it happened, the latest first. */
export function monthsOf(state: RecordState): readonly Month[] {
  const groups = new Map<string, Happening[]>()
  for (const happening of happeningsOf(state)) {
    const day = dayOf(happening)
    if (day === undefined) continue
    const name = nameOfTime(day, state.on)
    const group = groups.get(name)
    if (group) group.push(happening)
    else groups.set(name, [happening])
  }
  let before = 0
  return [...groups].map(([name, happenings]) => {
    // The first stands open however much is in it; a year of many things does not, though little stands before it.
    const open = before === 0 || (before < READ_AT_ONCE && before + happenings.length <= MOST_AT_ONCE)
    before += happenings.length
    return { name, happenings, open }
  })
}

/** A row of weeks in sentences: how many reports, of which days, and what of it did not come. */
export function weeksInWords(state: RecordState, { told }: Weeks): readonly string[] {
  const entries = told.flatMap(({ entry }): readonly EntryOf<'support-delivered'>[] =>
    entry.kind === 'support-delivered' ? [entry] : [],
  )
  const days = { from: edge(entries, 'from'), to: edge(entries, 'to') }
  if (days.from === undefined || days.to === undefined) return []
  const ids = new Set(entries.map(({ id }) => id))
  const short = [...supportLines(state), ...earlierLines(state)].flatMap(({ line, periods }) =>
    periods.filter(({ entry, gap }) => gap > 0 && ids.has(entry.id)).map((period) => ({ line, period })),
  )
  return [
    `${entries.length} reports, of ${daysInWords({ from: days.from, to: days.to })}. ${short.length === 0 ? 'Everything came that was due.' : 'Not all of it came:'}`,
    ...short.map(
      ({ line, period }) =>
        `${line.what}, ${daysInWords(period)}: ${unitsInWords(period.gap, line.unit)} did not come (${cameInWords(period, line)} came).`,
    ),
  ]
}

/** The first day or the last one that any of them tells of. */
function edge(
  entries: readonly EntryOf<'support-delivered'>[],
  which: 'from' | 'to',
): Period['from'] | undefined {
  const days = entries.map((entry) => dayOfWhen(entry[which])).toSorted()
  return which === 'from' ? days[0] : days.at(-1)
}
