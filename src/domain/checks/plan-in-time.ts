import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import { type Lateness, dated, dayOfEntry, daysInWords, dueInDays, lateInWords, lateness } from './clocks.ts'
import { eligibleNeeds } from './eligible-needs.ts'
import { comesAfter, refersTo } from './order.ts'
import {
  type Plan,
  type PlanLine,
  isCouncilFunded,
  isEndedBy,
  isNamed,
  issuedPlans,
  lineOf,
  planAfter,
  planBefore,
  planEndedOn,
  plansMade,
  serves,
} from './plan-lines.ts'
import { assessments, isCarers, isPersonsSide } from './whose.ts'

/** The record was closed, or the person moved away, between the two days: then nothing is owed any more. */
const isOver = (state: RecordState, from: PlainDate, to: PlainDate): boolean =>
  state.entries.some(
    (entry) =>
      (entry.kind === 'closed' || (entry.kind === 'moved' && entry.direction === 'out')) &&
      dayOfEntry(entry) >= from &&
      dayOfEntry(entry) <= to,
  )

/** The first decision on each assessment that found needs eligible, where they still are. */
const firstDecisions = (state: RecordState): readonly EntryOf<'eligibility'>[] =>
  assessments(state).flatMap(
    ({ opened, decided }) =>
      (decided?.eligible === true
        ? all(state, 'eligibility').find(
            (decision) => decision.eligible && refersTo(state, decision.assessment, opened),
          )
        : undefined) ?? [],
  )

/** A carer's need may be met by a plan that was issued before the carer's decision. */
function isPlannedAlready(state: RecordState, decision: EntryOf<'eligibility'>): boolean {
  const opened = state.byId.get(decision.assessment)
  if (opened?.kind !== 'assessment-opened' || !isCarers(opened)) return false
  const plan = issuedPlans(state).findLast((each) => comesAfter(state, decision, each))
  const needs = eligibleNeeds(state).filter(({ found }) => found === decision)
  return needs.every(({ need }) => plan?.lines.some((line) => serves(state, line, need)) ?? false)
}

export const planLate: Check = {
  id: 'plan-late',
  level: 'should',
  cites: ['CA s24', 'CA s25', 'G10'],
  when: 'Needs were found eligible and no plan was issued within the standard.',
  find: (state, standards) =>
    firstDecisions(state).flatMap((decision): readonly Hit[] => {
      const days = standards['plan-days']
      const plan = plansMade(state).find((each) => comesAfter(state, each, decision))
      const due = dueInDays(state, dayOfEntry(decision), days, 'plan')
      const late = lateness(state, due, plan === undefined ? undefined : dayOfEntry(plan))
      if (late === undefined || isOver(state, dayOfEntry(decision), late.due)) return []
      if (isPlannedAlready(state, decision)) return []
      return [
        {
          entries: [decision.id, ...(plan === undefined ? [] : [plan.id])],
          worker: `Needs were found eligible on ${dated(decision)}, and the standard for a plan is ${daysInWords(days)}; ${lateInWords(late, 'it was issued', 'none has been issued')}.`,
          person: `On ${dated(decision)} the council agreed that it must help. It says that it makes a plan within ${daysInWords(days)}; ${lateInWords(late, 'the plan came', 'no plan has come')}.`,
          mend: {
            says: 'Issue the plan, or agree a hold with the person, with a reason and an end date.',
            where: 'plan',
          },
        },
      ]
    }),
}

/** The same support under two versions: it need not start anew. */
const isSameSupport = (line: PlanLine, other: PlanLine): boolean =>
  line.form === other.form &&
  line.way === other.way &&
  line.provider === other.provider &&
  isCouncilFunded(other)

/** The days on which support under one line of one plan shows itself. */
function startsOf(state: RecordState, plan: Plan, line: PlanLine): readonly PlainDate[] {
  const isIts = (entry: { readonly plan: string; readonly line: string | number }): boolean =>
    refersTo(state, entry.plan, plan) && isNamed(line, entry.line)
  const started = all(state, 'support-started').filter(isIts).map(dayOfEntry)
  const delivered = all(state, 'support-delivered')
    .filter((each) => isIts(each) && each.delivered > 0)
    .map(({ from }) => dayOfWhen(from))
  const paid =
    line.way === 'direct-payment'
      ? all(state, 'direct-payment')
          .filter((each) => refersTo(state, each.plan, plan))
          .map(dayOfEntry)
      : []
  return [...started, ...delivered, ...paid]
}

/** Going on from a plan before, or begun under it or a later version of it. */
function startOf(state: RecordState, plan: Plan, line: PlanLine): PlainDate | undefined {
  const day = dayOfEntry(plan)
  const days = all(state, 'plan').flatMap((each): readonly PlainDate[] => {
    const same = lineOf(each, line.line)
    if (same === undefined || (each !== plan && !isSameSupport(line, same))) return []
    const starts = startsOf(state, each, same)
    const goesOn = comesAfter(state, plan, each) && !isEndedBy(state, each, same, day)
    if (comesAfter(state, plan, each) && !goesOn) return []
    return starts.map((start) => (start < day ? day : start))
  })
  return days.toSorted()[0]
}

/** A line of a plan that another took over before its time was up is owed only where the other has it too. */
const isStillOwed = (state: RecordState, plan: Plan, line: PlanLine, due: PlainDate): boolean => {
  const after = planAfter(state, plan)
  const ended = planEndedOn(state, plan)
  if ((ended !== undefined && ended <= due) || isEndedBy(state, plan, line, due)) return false
  if (after === undefined || dayOfEntry(after) > due) return true
  const same = lineOf(after, line.line)
  return same !== undefined && isSameSupport(line, same)
}

export const supportLate: Check = {
  id: 'support-late',
  level: 'must',
  cites: ['CA s18'],
  when: 'A line that the council funds had not started when the standard ended.',
  find: (state, standards) =>
    issuedPlans(state).flatMap((plan) =>
      plan.lines
        .filter((line) => isCouncilFunded(line) && line.amount > 0)
        .flatMap((line): readonly Hit[] => {
          const days = standards['start-days']
          const due = dueInDays(state, dayOfEntry(plan), days, 'support')
          const late = lateness(state, due, startOf(state, plan, line))
          if (late === undefined || !isStillOwed(state, plan, line, late.due)) return []
          // Where the plan before owed the same line and never gave it, that is said once, from the first day.
          const before = planBefore(state, plan)
          const owed = before === undefined ? undefined : lineOf(before, line.line)
          if (before !== undefined && owed !== undefined && isSameSupport(line, owed)) {
            const first = dueInDays(state, dayOfEntry(before), days, 'support')
            if (first !== undefined && dayOfEntry(plan) <= first) return []
          }
          return [
            {
              entries: [plan.id],
              worker: `“${line.what}” in the plan of ${dated(plan)} was to start within ${daysInWords(days)}; ${lateInWords(late, 'it started', 'it has not started')}.`,
              person: `Your plan of ${dated(plan)} promised you “${line.what}” within ${daysInWords(days)}; ${lateInWords(late, 'it began', 'it has not begun')}.`,
              mend: { says: 'Start the support, or arrange another way until it can.', where: 'support' },
            },
          ]
        }),
    ),
}

function copyLate(state: RecordState, plan: Plan, days: number): Lateness | undefined {
  const copy = all(state, 'copy').find(
    (each) => refersTo(state, each.of, plan) && isPersonsSide(state, each.to),
  )
  const due = dueInDays(state, dayOfEntry(plan), days)
  const late = lateness(state, due, copy === undefined ? undefined : dayOfEntry(copy))
  const after = planAfter(state, plan)
  return late === undefined || (after !== undefined && dayOfEntry(after) <= late.due) ? undefined : late
}

export const planNotCopied: Check = {
  id: 'plan-not-copied',
  level: 'must',
  cites: ['CA s25(9)'],
  when: 'The person had no copy of an issued plan when the standard ended.',
  find: (state, standards) =>
    plansMade(state).flatMap((plan): readonly Hit[] => {
      const days = standards['copy-days']
      const late = copyLate(state, plan, days)
      if (late === undefined) return []
      return [
        {
          entries: [plan.id],
          worker: `A copy of the plan of ${dated(plan)} was to go to ${state.person.name} within ${daysInWords(days)}; ${lateInWords(late, 'it went', 'none has gone')}.`,
          person: `You should have your own copy of your plan of ${dated(plan)} within ${daysInWords(days)}; ${lateInWords(late, 'it was sent', 'it has not been sent')}.`,
          mend: { says: 'Give the person a copy, in the form they can use.', where: 'plan' },
        },
      ]
    }),
}
