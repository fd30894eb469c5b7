import type { Entry, EntryOf, Standard } from '../../record/entries.ts'
import { type RecordState, all, assessmentsOf, closingOf, decisionOn } from '../../record/state.ts'
import { dateInWords, daysBetween } from '../dates/plain-date.ts'
import { isCarerOutcome } from '../outcomes/topics.ts'
import { type HoldStage, dayOfEntry } from './clocks.ts'
import { comesAfter, refersTo } from './order.ts'
import { isCouncilFunded, isNamed, issuedPlans } from './plan-lines.ts'
import { standardsFor } from './standards.ts'
import { type Allowance, type Waiting, tookUntil, waitingFor } from './waiting.ts'

/** The steps from asking for help to getting it. */
export const STEPS = ['open', 'close', 'plan', 'start'] as const
export type StepName = (typeof STEPS)[number]

/** One step, done or waited for, with the time that it has taken and the time that the council gives itself. */
export type Step = {
  readonly name: StepName
  readonly from: Entry
  readonly done: Entry | undefined
  /** calendar days from its beginning to its end, or to today */
  readonly days: number
  /** calendar days that the council gives itself, without what was on hold */
  readonly allowed: number
  readonly says: string
  readonly late: boolean
  /** its clock, while it is waited for */
  readonly waiting: Waiting | undefined
}

const STANDARD: Readonly<Record<StepName, Standard>> = {
  open: 'open-days',
  close: 'close-days',
  plan: 'plan-days',
  start: 'start-days',
}
const HOLDS: Readonly<Record<StepName, HoldStage>> = {
  open: 'assessment',
  close: 'assessment',
  plan: 'plan',
  start: 'support',
}
/** To begin a sentence with. */
export const STEP_IS: Readonly<Record<StepName, string>> = {
  open: 'The start of an assessment',
  close: 'The end of the assessment',
  plan: 'A plan',
  start: 'Support',
}

function stepOf(state: RecordState, name: StepName, from: Entry, done: Entry | undefined): Step {
  const allowance: Allowance = {
    from: dayOfEntry(from),
    count: standardsFor(state.policy)[STANDARD[name]],
    unit: 'days',
    stages: [HOLDS[name]],
    what: STEP_IS[name],
  }
  const took = done === undefined ? undefined : tookUntil(state, allowance, dayOfEntry(done))
  const waiting = done === undefined ? waitingFor(state, allowance) : undefined
  return {
    name,
    from,
    done,
    days: daysBetween(dayOfEntry(from), done === undefined ? state.on : dayOfEntry(done)),
    allowed: Math.floor(allowance.count),
    says: took ?? waiting?.says ?? '',
    late: took === undefined ? (waiting?.late ?? 0) > 0 : took.includes(' late'),
    waiting,
  }
}

/** From somebody's asking, or from the opening of an assessment that nobody asked for here, to the first support. */
export type Round = {
  readonly began: Entry
  readonly steps: readonly Step[]
  readonly ended: string | undefined
}

const isAboutCarer = ({ signs = [] }: EntryOf<'contact'>): boolean =>
  signs.length > 0 && signs.every(isCarerOutcome)

/** A contact that waits, or waited, for an assessment: nobody turned it away or passed it on. */
const asksForAssessment = (contact: EntryOf<'contact'>): boolean =>
  (contact.outcome === undefined || contact.outcome === 'assess') && !isAboutCarer(contact)

/** Each time that help was asked for, the latest first, step by step. */
export function rounds(state: RecordState): readonly Round[] {
  const opened = assessmentsOf(state, state.person.id)
  const contacts = all(state, 'contact').filter(asksForAssessment)
  const known: Round[] = opened.map((assessment, index) => {
    const before = opened[index - 1]
    const contact = contacts.find(
      (each) =>
        comesAfter(state, assessment, each) && (before === undefined || comesAfter(state, each, before)),
    )
    return roundOf(state, contact, assessment, opened[index + 1])
  })
  const last = opened.at(-1)
  const waiting = contacts.find((each) => last === undefined || comesAfter(state, each, last))
  const isAnswered =
    waiting !== undefined && issuedPlans(state).some((plan) => comesAfter(state, plan, waiting))
  const isOpen = last !== undefined && closingOf(state, last) === undefined
  return waiting === undefined || isAnswered || isOpen
    ? known.toReversed()
    : [
        {
          began: waiting,
          steps: endOf(state, waiting) === undefined ? [stepOf(state, 'open', waiting, undefined)] : [],
          ended: endOf(state, waiting),
        },
        ...known.toReversed(),
      ]
}

/** Why nothing is waited for any more. */
function endOf(state: RecordState, after: Entry): string | undefined {
  const end = state.entries.find(
    (entry) =>
      comesAfter(state, entry, after) &&
      (entry.kind === 'closed' || (entry.kind === 'moved' && entry.direction === 'out')),
  )
  if (end === undefined) return undefined
  return `${end.kind === 'closed' ? 'The record was closed' : 'They moved away'} on ${dateInWords(dayOfEntry(end))}.`
}

function roundOf(
  state: RecordState,
  contact: EntryOf<'contact'> | undefined,
  opened: EntryOf<'assessment-opened'>,
  next: Entry | undefined,
): Round {
  const inRound = (entry: Entry) =>
    comesAfter(state, entry, opened) && (next === undefined || comesAfter(state, next, entry))
  const closing = closingOf(state, opened)
  const decided = decisionOn(state, opened)
  const plan = issuedPlans(state).find(inRound)
  const eligible = closing?.outcome === 'completed' && decided?.eligible === true
  const ended = endOf(state, opened) ?? refusedIn(closing, decided)
  const steps = [
    ...(contact === undefined ? [] : [stepOf(state, 'open', contact, opened)]),
    stepOf(state, 'close', opened, closing),
    ...(eligible ? [stepOf(state, 'plan', decided, plan)] : []),
    ...(plan === undefined ? [] : startOf(state, plan)),
  ]
  // What was never done and will not be any more is not waited for.
  const isOver = endOf(state, opened) !== undefined || next !== undefined
  return {
    began: contact ?? opened,
    steps: steps.filter(({ done }) => done !== undefined || !isOver),
    ended,
  }
}

function refusedIn(
  closing: EntryOf<'assessment-closed'> | undefined,
  decided: EntryOf<'eligibility'> | undefined,
): string | undefined {
  if (closing === undefined) return undefined
  if (closing.outcome === 'withdrawn') return 'The assessment was withdrawn.'
  if (closing.outcome === 'refused-by-person') return 'They did not want an assessment.'
  return decided === undefined || decided.eligible ? undefined : 'The decision: not eligible.'
}

/** The start of support is the last line's that the council pays for: until then something is still waited for. */
function startOf(state: RecordState, plan: EntryOf<'plan'>): readonly Step[] {
  const lines = plan.lines.filter(isCouncilFunded)
  if (lines.length === 0) return []
  const starts = lines.map((line) =>
    all(state, 'support-started').find(
      (started) => refersTo(state, started.plan, plan) && isNamed(line, started.line),
    ),
  )
  const known = starts.flatMap((start) => start ?? [])
  const last = known.toSorted((a, b) => (comesAfter(state, a, b) ? 1 : -1)).at(-1)
  return [stepOf(state, 'start', plan, known.length === lines.length ? last : undefined)]
}
