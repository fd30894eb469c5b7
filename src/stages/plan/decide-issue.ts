import type { Figure, Refusal, Unit } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { isNamed, lineOf } from '../../domain/checks/plan-lines.ts'
import { actsForPerson } from '../../domain/checks/whose.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { Entry } from '../../record/entries.ts'
import { readReason, writeReason } from '../../record/plan-reasons.ts'
import { type Plan, type PlanLine, amountInWords } from '../../record/plan-words.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { nextVersion } from './decide-draft.ts'
import { recordedStatement } from './view-money.ts'
import { type Less, basesSince, lessIn, needsOpen, plansIn } from './view.ts'

/** Why one line gives less, all that the law asks to be shown. */
export type LessReason = {
  readonly line: string
  readonly why: string
  readonly met: string
  /** the reassessment, the review or the request since then: an entry's id */
  readonly basis: string
}

export type IssuePlan = {
  readonly stamp: Stamp
  /** for the personal budget, where the draft has one */
  readonly budgetStamp: Stamp
  /** the draft as the one who issues it has read it */
  readonly draft: string
  readonly less: readonly LessReason[]
  /** the person's own part in what becomes less */
  readonly part: string
}

/**
 * A draft becomes the plan in force. Less cannot hide: each line that falls has its reason, how the need is still met,
 * what it rests on, and the person's part in it, or the version is not issued.
 */
export function issuePlan(command: IssuePlan, state: RecordState): Decision {
  const { draft, versions } = plansIn(state)
  const named = find(state, 'plan', command.draft)
  if (draft === undefined) return refuse({ says: 'There is no draft to issue.' })
  if (named === undefined || named.id !== draft.plan.id) {
    const old = versions.find(({ plan }) => plan.id === named?.id)?.plan.version
    return refuse({
      says: `${old === undefined ? 'The draft that you read' : `Version ${old}`} has been followed by version ${draft.plan.version}. Read that one before it is issued.`,
    })
  }
  const less = lessIn(state, draft.plan)
  const refusals = [
    ...wholeRefusals(draft.plan, state),
    ...(draft.signed !== undefined && draft.signed.decision !== 'approved'
      ? [{ says: 'The manager has not approved this version. Change it, and ask again.' }]
      : []),
    ...less.flatMap((each) => lessRefusals(each, draft.plan, command, state)),
    ...(less.length > 0 ? partRefusals(draft.plan, command, state) : []),
  ]
  if (refusals.length > 0) return refuse(...refusals)
  const plan = issued(draft.plan, less, command, state)
  return done(plan, ...budgetGoesOn(draft.plan, plan, command.budgetStamp, state))
}

/** What no plan can be issued without. */
function wholeRefusals(plan: Plan, state: RecordState): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (plan.lines.length === 0) refusals.push({ says: 'The draft has no line yet.' })
  for (const need of needsOpen(state, plan)) {
    refusals.push({
      says: `No line meets “${need.text}”, and no carer who is willing and able does. The council must meet it.`,
      cites: ['CA s18', 'CA s25'],
    })
  }
  const review = plan['review-by']
  if (review !== undefined && dayOfWhen(review) < state.on) {
    refusals.push({
      says: `The day of review, ${dateInWords(dayOfWhen(review))}, has passed. Set a new one.`,
    })
  }
  return refusals
}

const UNIT_OF: Readonly<Partial<Record<PlanLine['unit'], Unit>>> = { hour: 'hours-a-week' }

/** How much of the line was given, how much is, and what that is a week. */
function figuresOf({ fall, against }: Less, plan: Plan): readonly Figure[] {
  const { line, lost } = fall
  const now = lineOf(plan, line.line)
  const unit = UNIT_OF[line.unit] ?? 'count'
  return [
    { name: 'was', value: line.amount, unit },
    { name: 'is', value: now?.amount ?? 0, unit },
    { name: 'lost', value: lost, unit },
    { name: 'was a week', value: lineOf(against, line.line)?.weekly ?? 0, unit: 'pence-a-week' },
    { name: 'is a week', value: now?.weekly ?? 0, unit: 'pence-a-week' },
  ]
}

/** `Home care falls: was 14 hours a week, now 10 hours a week`. */
export function fallInWords({ fall }: Less, plan: Plan): string {
  const now = lineOf(plan, fall.line.line)
  const is =
    now === undefined ? 'none' : now.funder === 'council' ? amountInWords(now) : 'none from the council'
  return `“${fall.line.what}” falls: was ${amountInWords(fall.line)}, now ${is}`
}

/** What is not said yet of a line that falls, each with the question that asks for it. */
export function missingOf(
  less: Less,
  given: readonly LessReason[],
  state: RecordState,
): readonly { readonly part: 'why' | 'met' | 'basis'; readonly says: string }[] {
  const reason = given.find(({ line }) => isNamed(less.fall.line, line))
  const bases = basesSince(state, less.against)
  const missing = [
    hasWords(reason?.why) ? undefined : { part: 'why' as const, says: 'the reason' },
    hasWords(reason?.met) ? undefined : { part: 'met' as const, says: 'how the need is still met' },
    bases.some(({ id }) => id === reason?.basis)
      ? undefined
      : {
          part: 'basis' as const,
          says:
            bases.length === 0
              ? `a reassessment, a review or a request since ${dateInWords(dayOfWhen(less.against.on))}: there is none in the record`
              : 'what it rests on',
        },
  ]
  return missing.filter((part) => part !== undefined)
}

function lessRefusals(
  less: Less,
  plan: Plan,
  { less: given }: IssuePlan,
  state: RecordState,
): readonly Refusal[] {
  const missing = missingOf(less, given, state).map(({ says }) => says)
  if (missing.length === 0) return []
  return [
    {
      says: `${fallInWords(less, plan)}. Missing: ${missing.join('; ')}.`,
      figures: figuresOf(less, plan),
      cites: ['CA s27(4)', 'CA s27(5)', 'Fairness'],
    },
  ]
}

function partRefusals(plan: Plan, { part }: IssuePlan, state: RecordState): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (!hasWords(part)) {
    refusals.push({
      says: `Say what part ${state.person.name} had in what becomes less.`,
      cites: ['CA s27(2)(b)'],
    })
  }
  if (!plan.involved.some((party) => party === state.person.id || actsForPerson(state, party))) {
    refusals.push({
      says: `${state.person.name} is not among those whom the draft was made with. Make it with them first.`,
      cites: ['CA s27(2)(b)'],
    })
  }
  return refusals
}

function issued(plan: Plan, less: readonly Less[], command: IssuePlan, state: RecordState): Plan {
  const { corrects: _corrects, note: _note, recorded: _recorded, why: _why, ...kept } = plan
  const before = planInForce(state)
  // A version can give reasons for its own lines and for those of the plan in force; others are told in its note.
  const isKnown = (id: string) => lineOf(plan, id) !== undefined || lineOf(before, id) !== undefined
  const written = new Map((plan.changes ?? []).map(({ line, why }) => [String(line), why]))
  const told: string[] = []
  for (const each of less) {
    const id = String(each.fall.line.line)
    const text = reasonText(each, command, state, written.get(id))
    if (text === undefined) continue
    if (isKnown(id)) written.set(id, text)
    else told.push(`${each.fall.line.what}: ${text}`)
  }
  const changes = [...written].filter(([line]) => isKnown(line)).map(([line, why]) => ({ line, why }))
  const { changes: _changes, ...rest } = kept
  return {
    ...rest,
    ...stamped(command.stamp),
    version: nextVersion(state),
    status: 'issued',
    ...(changes.length === 0 ? {} : { changes }),
    ...(told.length === 0 ? {} : { note: told.join('\n\n') }),
  }
}

function reasonText(
  { fall, against }: Less,
  { less, part }: IssuePlan,
  state: RecordState,
  written: string | undefined,
): string | undefined {
  const given = less.find(({ line }) => isNamed(fall.line, line))
  if (given === undefined) return undefined
  const basis = basesSince(state, against).find(({ id }) => id === given.basis)
  return writeReason({
    ...readReason(written ?? ''),
    why: given.why,
    met: given.met,
    restsOn: basis?.says,
    part,
  })
}

/** The budget of the draft goes on as that of the version that was made from it: the lines are the same. */
function budgetGoesOn(plan: Plan, issuedAs: Plan, stamp: Stamp, state: RecordState): readonly Entry[] {
  const budget = recordedStatement(state, plan)
  if (budget === undefined) return []
  const { corrects: _corrects, recorded: _recorded, why: _why, ...kept } = budget
  return [{ ...kept, ...stamped(stamp), plan: issuedAs.id }]
}
