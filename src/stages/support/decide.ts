import type { Refusal } from '../../domain/answer.ts'
import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { unitsInWords } from '../../domain/checks/council-support.ts'
import { type Plan, isNamed, issuedPlans, lineOf } from '../../domain/checks/plan-lines.ts'
import { type PlainDate, dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped, whenOfDay } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { type SupportLine, daysInWords, earlierLines, isTheirs, supportLines, toldBefore } from './view.ts'

/** A line of the plan in force begins, given by a party who is a provider. */
export type StartSupport = {
  readonly stamp: Stamp
  readonly line: string
  readonly provider: string
  /** the day on which it began or will begin, where that is not today */
  readonly day?: PlainDate | undefined
}

/**
 * What happened on an earlier day stands on that day, and says when it was written down. What is to come stands on its day
 * too; the format knows no day of writing for it.
 */
const happened = (stamp: Stamp, day: PlainDate) => ({
  ...stamped({ ...stamp, on: day }),
  ...(day < stamp.on ? { recorded: whenOfDay(stamp.on) } : {}),
})

/** A start further ahead than this is more likely a year that was mistyped. */
const FURTHEST_AHEAD = 366

/** The version that was in force on a day and has this line: support that began under it began under that one. */
const versionOn = (state: RecordState, { plan, line }: SupportLine, day: PlainDate): Plan | undefined =>
  issuedPlans(state).findLast(
    (version) =>
      (version.id === plan.id || lineOf(version, line.line) !== undefined) && dayOfEntry(version) <= day,
  )

/** When a line can begin: not years ahead, not before a plan gave it, not while it ran, and not twice. */
function wrongStart(
  state: RecordState,
  found: SupportLine,
  day: PlainDate,
  today: PlainDate,
): readonly Refusal[] {
  const { line, ended, coming } = found
  if (daysBetween(today, day) > FURTHEST_AHEAD) {
    return [{ says: `${dateInWords(day)} is more than a year ahead. Check the year.` }]
  }
  if (coming !== undefined && day >= dayOfEntry(coming)) {
    return [
      {
        says: `“${line.what}” is in the record already: it starts on ${dateInWords(dayOfEntry(coming))}. If it starts later, first say that it does not start on that day.`,
      },
    ]
  }
  const plan = versionOn(state, found, day)
  if (plan === undefined) {
    const first = issuedPlans(state).find((version) => lineOf(version, line.line) !== undefined)
    return [
      {
        says: `No plan gave “${line.what}” on ${dateInWords(day)}${first === undefined ? '' : `: it was first issued on ${dateInWords(dayOfEntry(first))}`}.`,
      },
    ]
  }
  return ended !== undefined && day < dayOfEntry(ended)
    ? [
        {
          says: `“${line.what}” ran until ${dateInWords(dayOfEntry(ended))}. It cannot begin again before that.`,
        },
      ]
    : []
}

const lineNamed = (lines: readonly SupportLine[], id: string): SupportLine | undefined =>
  lines.find(({ line }) => isNamed(line, id))

export function startSupport(
  { stamp, line, provider, day = stamp.on }: StartSupport,
  state: RecordState,
): Decision {
  const found = lineNamed(supportLines(state), line)
  if (found === undefined) return refuse({ says: 'Choose a line of the plan.' })
  const refusals: Refusal[] = []
  // What ends on a day to come can go on after it: that is a start of its own.
  const goesOn = found.ending !== undefined && day > dayOfEntry(found.ending)
  if (found.standing === 'running' && !goesOn) {
    refusals.push({
      says: `“${found.line.what}” has started already${found.started === undefined ? '' : `, on ${dateInWords(dayOfEntry(found.started))}`}.`,
    })
  }
  if (state.parties.get(provider)?.role !== 'provider') {
    refusals.push({ says: 'Choose who gives the support.' })
  } else if (!isTheirs(state, stamp.by, { provider })) {
    refusals.push({ says: 'You can only start support that you give yourself.' })
  }
  if (found.standing !== 'running' || goesOn) refusals.push(...wrongStart(state, found, day, stamp.on))
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...happened(stamp, day),
    kind: 'support-started',
    plan: (versionOn(state, found, day) ?? found.plan).id,
    line: found.line.line,
    provider,
  })
}

/** Support comes to its end, with the reason and whose wish it was. */
export type EndSupport = {
  readonly stamp: Stamp
  readonly line: string
  readonly why: string
  readonly byWhom: NonNullable<EntryOf<'support-ended'>['by-whom']>
  /** the last day on which it was given, where that was not today */
  readonly day?: PlainDate | undefined
}

/** A start that is still to come is taken back on its own day: whoever was to give the support is never let in. */
function takeBack(
  { stamp, why, byWhom, day }: EndSupport,
  { coming, plan, line: { what } }: SupportLine & { readonly coming: EntryOf<'support-started'> },
  state: RecordState,
): Decision {
  const starts = dayOfEntry(coming)
  const refusals: Refusal[] = []
  if (day !== undefined && day !== starts) {
    refusals.push({
      says: `“${what}” has not started yet: it starts on ${dateInWords(starts)}. To say that it will not, leave the day empty.`,
    })
  }
  if (!isTheirs(state, stamp.by, coming)) {
    refusals.push({ says: 'You can only end support that you give yourself.' })
  }
  refusals.push(...wrongWords(stamp, why, byWhom, state))
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...happened(stamp, starts),
    kind: 'support-ended',
    plan: plan.id,
    line: coming.line,
    why: why.trim(),
    'by-whom': byWhom,
  })
}

function wrongWords(
  { by }: Stamp,
  why: string,
  byWhom: EndSupport['byWhom'],
  state: RecordState,
): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (state.parties.get(by)?.role === 'provider' && byWhom === 'council') {
    refusals.push({ says: 'What the council decided is for the council to write down.' })
  }
  if (why.trim() === '')
    refusals.push({ says: 'Give the reason. The person will read it.', cites: ['Fairness'] })
  return refusals
}

/**
 * When support can end: not years ahead, not before it began, not before days that it was given on, and not later than the
 * end that is in the record already.
 */
function wrongEnd(
  { line, started, periods, ending }: SupportLine,
  day: PlainDate,
  today: PlainDate,
): readonly Refusal[] {
  if (daysBetween(today, day) > FURTHEST_AHEAD) {
    return [{ says: `${dateInWords(day)} is more than a year ahead. Check the year.` }]
  }
  if (ending !== undefined && day >= dayOfEntry(ending)) {
    const ends = dateInWords(dayOfEntry(ending))
    return [
      {
        says: `“${line.what}” is in the record already: it ends on ${ends}. If it goes on after that, say that it starts on the day after.`,
      },
    ]
  }
  if (started !== undefined && day < dayOfEntry(started)) {
    return [{ says: `“${line.what}” started on ${dateInWords(dayOfEntry(started))}, after that day.` }]
  }
  const given = periods.find(({ from, delivered }) => delivered > 0 && from > day)
  return given === undefined
    ? []
    : [{ says: `“${line.what}” came after that day: ${daysInWords(given)} is in the record.` }]
}

export function endSupport(command: EndSupport, state: RecordState): Decision {
  const { stamp, line, why, byWhom, day = stamp.on } = command
  const found = lineNamed([...supportLines(state), ...earlierLines(state)], line)
  if (found?.coming !== undefined && found.standing !== 'running') {
    return takeBack(command, { ...found, coming: found.coming }, state)
  }
  if (found?.started === undefined || found.standing !== 'running') {
    return refuse({ says: 'Choose support that has started and not ended.' })
  }
  const refusals: Refusal[] = []
  if (!isTheirs(state, stamp.by, found.started)) {
    refusals.push({ says: 'You can only end support that you give yourself.' })
  }
  refusals.push(...wrongWords(stamp, why, byWhom, state))
  refusals.push(...wrongEnd(found, day, stamp.on))
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...happened(stamp, day),
    kind: 'support-ended',
    plan: found.plan.id,
    line: found.line.line,
    why: why.trim(),
    'by-whom': byWhom,
  })
}

/** What a provider planned and gave under one line, in one stretch of days. Units are those of the line. */
export type Delivered = {
  readonly line: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly planned: number
  readonly delivered: number
  readonly missed?: number | undefined
  readonly late?: number | undefined
  readonly short?: number | undefined
  readonly workers?: number | undefined
  readonly invoiced?: number | undefined
}

export type ReportSupport = Delivered & { readonly stamp: Stamp }

const LONGEST = 31

export function reportSupport(command: ReportSupport, state: RecordState): Decision {
  const lines = [...supportLines(state), ...earlierLines(state)]
  const refusals = wrongInReport(command, command.stamp, lines, state)
  const found = lineNamed(lines, command.line)
  if (refusals.length > 0 || found === undefined) return refuse(...refusals)
  return done(deliveredEntry(command, command.stamp, found))
}

function wrongInReport(
  told: Delivered,
  stamp: Stamp,
  lines: readonly SupportLine[],
  state: RecordState,
): readonly Refusal[] {
  const found = lineNamed(lines, told.line)
  if (found?.started === undefined) return [{ says: 'Choose support that has started.' }]
  if (!isTheirs(state, stamp.by, found.started)) return [{ says: 'That support is given by somebody else.' }]
  return [...wrongDays(told, found, stamp.on, state), ...wrongAmounts(told, found)]
}

function wrongDays(
  { from, to }: Delivered,
  found: SupportLine,
  today: PlainDate,
  state: RecordState,
): readonly Refusal[] {
  if (to < from) return [{ says: 'The last day comes before the first day.' }]
  const refusals: Refusal[] = []
  if (to > today) refusals.push({ says: `The last day, ${dateInWords(to)}, is still to come.` })
  if (daysBetween(from, to) + 1 > LONGEST) {
    refusals.push({ says: `Tell of a week at a time: ${LONGEST} days are the most.` })
  }
  const start = found.started === undefined ? undefined : dayOfEntry(found.started)
  if (start !== undefined && to < start) {
    refusals.push({ says: `“${found.line.what}” started on ${dateInWords(start)}, after these days.` })
  }
  const before = toldBefore(state, found, { from, to })
  if (before !== undefined) {
    refusals.push({
      says: `“${found.line.what}”: you have told of some of these days already, on ${dateInWords(dayOfEntry(before))}.`,
    })
  }
  return refusals
}

const HELPERS_AT_ONCE = 2
const HOURS_A_DAY = 24

function wrongAmounts(told: Delivered, { line }: SupportLine): readonly Refusal[] {
  const days = daysBetween(told.from, told.to) + 1
  const most = line.unit === 'hour' && days > 0 ? days * HOURS_A_DAY * HELPERS_AT_ONCE : undefined
  const over = [told.planned, told.delivered, told.invoiced ?? 0].some(
    (amount) => most !== undefined && amount > most,
  )
  return over && most !== undefined
    ? [
        {
          says: `“${line.what}”: there are no more than ${unitsInWords(most, line.unit)} in these days, for two helpers at once.`,
        },
      ]
    : []
}

function deliveredEntry(told: Delivered, stamp: Stamp, { plan, line }: SupportLine) {
  const { missed, late, short, workers, invoiced } = told
  return {
    ...stamped(stamp),
    kind: 'support-delivered' as const,
    plan: plan.id,
    line: line.line,
    from: whenOfDay(told.from),
    to: whenOfDay(told.to),
    planned: told.planned,
    delivered: told.delivered,
    ...(missed === undefined ? {} : { missed }),
    ...(late === undefined ? {} : { late }),
    ...(short === undefined ? {} : { short }),
    ...(workers === undefined ? {} : { workers }),
    ...(invoiced === undefined ? {} : { invoiced }),
  }
}

/** One row of a file, by the number that a spreadsheet shows beside it. */
export type ReportRow = Delivered & { readonly row: number }

/** So many rows belong to one person at most: twenty weeks of fifty lines. */
export const MOST_ROWS = 1000

/** All of a file or nothing of it: the first row that is wrong is named, and nothing is kept. */
export function reportFile(
  { stamp, rows }: { readonly stamp: Stamp; readonly rows: readonly ReportRow[] },
  state: RecordState,
): Decision {
  if (rows.length === 0) return refuse({ says: 'There is no row under the names of the columns.' })
  if (rows.length > MOST_ROWS) {
    return refuse({ says: `There are ${rows.length} rows. Send ${MOST_ROWS} at most at a time.` })
  }
  const lines = [...supportLines(state), ...earlierLines(state)]
  const refusals: Refusal[] = []
  const entries = rows.flatMap((told) => {
    const found = lineNamed(lines, told.line)
    if (found?.started === undefined) {
      refusals.push({ says: `Row ${told.row}, column “line”: ${noSuchLine(told.line, lines)}` })
      return []
    }
    const wrong = wrongInReport(told, stamp, lines, state)
    refusals.push(...wrong.map(({ says }) => ({ says: `Row ${told.row}: ${says}` })))
    return [deliveredEntry(told, rowStamp(stamp, told.row), found)]
  })
  const twice = firstTwice(rows)
  if (twice !== undefined) refusals.push({ says: twice })
  return refusals.length > 0 ? refuse(...refusals.slice(0, MOST_NAMED)) : done(...entries)
}

/** A row of a file names its line by hand: it is told which there are. */
function noSuchLine(line: string, lines: readonly SupportLine[]): string {
  const started = lines.filter((one) => one.started !== undefined).map((one) => String(one.line.line))
  return `“${line}” is no support that has started. ${started.length === 0 ? 'None has.' : `These have: ${[...new Set(started)].join(', ')}.`}`
}

const MOST_NAMED = 10

/** Each row has a name of its own, that still ends as the form's does, so that the same file sent twice is kept once. */
const rowStamp = (stamp: Stamp, row: number): Stamp => ({
  ...stamp,
  id: stamp.id.replace(/-(?=[^-]+$)/, `-row-${row}-`),
})

/** Two rows of one line that share a day. */
function firstTwice(rows: readonly ReportRow[]): string | undefined {
  const sorted = rows.toSorted((a, b) =>
    a.line === b.line
      ? a.from < b.from
        ? -1
        : a.from > b.from
          ? 1
          : a.row - b.row
      : a.line < b.line
        ? -1
        : 1,
  )
  for (const [index, row] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before !== undefined && before.line === row.line && before.to >= row.from) {
      const later = Math.max(before.row, row.row)
      const earlier = Math.min(before.row, row.row)
      return `Row ${later}: it tells of days that row ${earlier} tells of as well.`
    }
  }
  return undefined
}
