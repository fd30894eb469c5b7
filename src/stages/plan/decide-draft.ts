import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { isNamed, lineOf } from '../../domain/checks/plan-lines.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { readReason, writeReason } from '../../record/plan-reasons.ts'
import { type Plan, type PlanLine, weeklyOf } from '../../record/plan-words.ts'
import { type Stamp, stamped, whenOfDay } from '../../record/stamp.ts'
import { type RecordState, all, find, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** The version that a new draft goes on from: the draft, or where there is none what is in force. */
export const draftBase = (state: RecordState): Plan | undefined => {
  const last = all(state, 'plan').at(-1)
  return last?.status === 'draft' ? last : (planInForce(state) ?? last)
}

/** Versions count on from the highest number that there is. */
export function nextVersion(state: RecordState): number {
  const numbers = all(state, 'plan').map(({ version }) => Number(version))
  return Math.max(numbers.length, 0, ...numbers.filter((each) => Number.isSafeInteger(each))) + 1
}

/** A line keeps its id for ever, so the id of one that has gone is not given again. */
export function nextLineId(state: RecordState): string {
  const numbers = all(state, 'plan').flatMap(({ lines }) =>
    lines.map(({ line }) => Number(/^L?(\d{1,6})$/.exec(String(line))?.[1] ?? 0)),
  )
  return `L${Math.max(0, ...numbers) + 1}`
}

type Changed = { readonly line: string; readonly why: string }

/** Everything of the version before that a new one goes on with; a day of review that has passed is asked again. */
function nextDraft(
  state: RecordState,
  stamp: Stamp,
  lines: readonly PlanLine[],
  changed: readonly Changed[] = [],
): Plan {
  const base = draftBase(state)
  const issued = planInForce(state)
  const review = base?.['review-by']
  const changes = mergedChanges(base, changed).filter(({ line }) =>
    [lines, base?.lines ?? [], issued?.lines ?? []].some((each) => each.some((one) => isNamed(one, line))),
  )
  return {
    ...stamped(stamp),
    kind: 'plan',
    version: nextVersion(state),
    status: 'draft',
    lines: [...lines],
    ...(base?.contingency === undefined ? {} : { contingency: base.contingency }),
    ...(review === undefined || dayOfWhen(review) < state.on ? {} : { 'review-by': review }),
    ...(base?.wishes === undefined ? {} : { wishes: base.wishes }),
    ...(base?.prevent === undefined ? {} : { prevent: base.prevent }),
    ...(changes.length === 0 ? {} : { changes }),
    involved: [...(base?.involved ?? [])],
  }
}

/** Reasons are against what is in force, so a draft keeps those of the draft before it. */
function mergedChanges(base: Plan | undefined, changed: readonly Changed[]): readonly Changed[] {
  const reasons = new Map<string, string>()
  if (base?.status === 'draft') {
    for (const { line, why } of base.changes ?? []) reasons.set(String(line), why)
  }
  for (const { line, why } of changed) {
    if (hasWords(why)) reasons.set(line, writeReason({ ...readReason(reasons.get(line) ?? ''), why }))
  }
  return [...reasons].map(([line, why]) => ({ line, why }))
}

export type LineFields = Omit<PlanLine, 'line' | 'weekly'>

export type KeepLine = {
  readonly stamp: Stamp
  /** the line that is changed; undefined where it is new */
  readonly line: string | undefined
  readonly fields: LineFields
  /** why it is not as it was, where it was there before */
  readonly changeWhy: string
}

export function keepLine({ stamp, line, fields, changeWhy }: KeepLine, state: RecordState): Decision {
  const before = draftBase(state)?.lines ?? []
  const old = before.find((each) => line !== undefined && isNamed(each, line))
  const refusals = [
    ...(line !== undefined && old === undefined
      ? [{ says: 'That line is not in the draft any more. Somebody has taken it out.' }]
      : []),
    ...lineRefusals(fields, state),
  ]
  if (refusals.length > 0) return refuse(...refusals)
  const id = old === undefined ? nextLineId(state) : old.line
  const kept: PlanLine = {
    ...fields,
    line: id,
    what: fields.what.trim(),
    why: fields.why.trim(),
    weekly: weeklyOf(fields),
  }
  const lines = old === undefined ? [...before, kept] : before.map((each) => (each === old ? kept : each))
  return done(nextDraft(state, stamp, lines, [{ line: String(id), why: changeWhy }]))
}

/** What a line must be to be kept at all; the form says the same beside each field. */
function lineRefusals(fields: LineFields, state: RecordState): readonly Refusal[] {
  const refusals: Refusal[] = []
  const strange = fields.needs.filter((need) => find(state, 'need', need) === undefined)
  if (fields.needs.length === 0) refusals.push({ says: 'Choose the need that this line is for.' })
  if (strange.length > 0) refusals.push({ says: 'A need that this line is for is not in the record.' })
  if ((fields.goals ?? []).some((goal) => find(state, 'goal', goal) === undefined)) {
    refusals.push({ says: 'A goal that this line is for is not in the record.' })
  }
  if (fields.provider !== undefined && !state.parties.has(fields.provider)) {
    refusals.push({ says: 'Whoever is to give this is not at the table.' })
  }
  if (!hasWords(fields.what)) refusals.push({ says: 'Say what the support is.' })
  if (!hasWords(fields.why)) refusals.push({ says: 'Say why it is in the plan.' })
  if (!(fields.amount >= 0)) refusals.push({ says: 'The amount cannot be below nought.' })
  if (!(fields.price >= 0)) refusals.push({ says: 'The price cannot be below nought.' })
  return refusals
}

export type RemoveLine = { readonly stamp: Stamp; readonly line: string; readonly why: string }

/** A line is taken out with its reason, which stands in the next version beside what is gone. */
export function removeLine({ stamp, line, why }: RemoveLine, state: RecordState): Decision {
  const base = draftBase(state)
  const old = lineOf(base, line)
  if (base === undefined || old === undefined)
    return refuse({ says: 'That line is not in the draft any more.' })
  if (!hasWords(why)) return refuse({ says: 'Say why the line goes. They will read it.' })
  const lines = base.lines.filter((each) => each !== old)
  return done(nextDraft(state, stamp, lines, [{ line: String(old.line), why }]))
}

export type KeepRest = {
  readonly stamp: Stamp
  readonly wishes: string | undefined
  readonly contingency: string | undefined
  readonly prevent: string | undefined
  readonly reviewBy: PlainDate | undefined
  readonly involved: readonly string[]
}

/** What stands around the lines: what matters, what if, when it is looked at again, and who made it. */
export function keepRest(command: KeepRest, state: RecordState): Decision {
  const { stamp, reviewBy, involved } = command
  const refusals: Refusal[] = []
  if (reviewBy !== undefined && reviewBy < state.on) {
    refusals.push({
      says: `The plan cannot be looked at again on ${dateInWords(reviewBy)}: that day has passed.`,
    })
  }
  if (involved.some((party) => !state.parties.has(party) && party !== stamp.by)) {
    refusals.push({ says: 'Somebody whom you name is not at the table.' })
  }
  if (refusals.length > 0) return refuse(...refusals)
  const {
    wishes: _w,
    contingency: _c,
    prevent: _p,
    'review-by': _r,
    ...draft
  } = nextDraft(state, stamp, draftBase(state)?.lines ?? [])
  return done({
    ...draft,
    ...(hasWords(command.wishes) ? { wishes: command.wishes?.trim() } : {}),
    ...(hasWords(command.contingency) ? { contingency: command.contingency?.trim() } : {}),
    ...(hasWords(command.prevent) ? { prevent: command.prevent?.trim() } : {}),
    ...(reviewBy === undefined ? {} : { 'review-by': whenOfDay(reviewBy) }),
    involved: [...involved],
  })
}
