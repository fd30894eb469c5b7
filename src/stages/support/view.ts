import { unitsInWords } from '../../domain/checks/council-support.ts'
import { refersTo } from '../../domain/checks/order.ts'
import { type Plan, type PlanLine, isNamed, lineOf } from '../../domain/checks/plan-lines.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { type Period, type SupportLine, earlierLines, supportLines } from '../../record/support-lines.ts'
import { dayOfWhen } from '../../record/values.ts'

export {
  type Gap,
  type Period,
  type SupportLine,
  cameInWords,
  daysInWords,
  earlierLines,
  gaps,
  supportLines,
} from '../../record/support-lines.ts'

/** `7 hours a week`, `every week`, or `once`. */
export function amountInWords({ unit, amount }: Pick<PlanLine, 'unit' | 'amount'>): string {
  if (unit === 'once') return 'once'
  return unit === 'week' || unit === 'month' ? `every ${unit}` : `${unitsInWords(amount, unit)} a week`
}

/** The lines that run now and that this party may tell of: a provider its own, the council all of them. */
export const linesToReport = (state: RecordState, party: string): readonly SupportLine[] =>
  [...supportLines(state), ...earlierLines(state)].filter(
    ({ started }) => started !== undefined && isTheirs(state, party, started),
  )

/** A provider tells of what it gives itself; whoever is not a provider writes for any of them. */
export const isTheirs = (
  state: RecordState,
  party: string,
  started: Pick<EntryOf<'support-started'>, 'provider'>,
): boolean => state.parties.get(party)?.role !== 'provider' || started.provider === party

/** What was told of a line already and shares a day with these days. */
export const toldBefore = (
  state: RecordState,
  { plan, line }: { readonly plan: Plan; readonly line: PlanLine },
  days: Pick<Period, 'from' | 'to'>,
): EntryOf<'support-delivered'> | undefined =>
  all(state, 'support-delivered').find(
    (entry) =>
      isNamed(line, entry.line) &&
      (refersTo(state, entry.plan, plan) || lineOf(plan, entry.line) !== undefined) &&
      dayOfWhen(entry.from) <= days.to &&
      dayOfWhen(entry.to) >= days.from,
  )
