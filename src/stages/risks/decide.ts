import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { lacksCapacityFor } from '../../domain/checks/capacity-found.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { writeHeaded } from '../../record/headed-words.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'
import { type Later, type View, writeLater } from '../../record/told-later.ts'
import { RISK_HEADINGS } from './view.ts'

/** One thing that the person wants to do, weighed on both sides. */
export type WeighRisk = {
  readonly stamp: Stamp
  readonly activity: string
  readonly wish: string
  readonly good: string
  readonly harm: string
  readonly whom: string
  readonly safeguards: readonly string[]
  readonly understands: string
  readonly decision: EntryOf<'risk'>['decision']
  readonly why: string
  readonly again: PlainDate
}

export function weighRisk(command: WeighRisk, state: RecordState): Decision {
  const { stamp, decision, again } = command
  const safeguards = command.safeguards.map((one) => one.trim()).filter((one) => one !== '')
  const refusals: Refusal[] = []
  if (!hasWords(command.good)) {
    refusals.push({
      says: 'Say what could be good about it: a risk is weighed on both sides.',
      cites: ['CA s1(3)(h)'],
    })
  }
  if (!hasWords(command.harm)) refusals.push({ says: 'Say what could go wrong.' })
  if (decision === 'go-ahead-with-safeguards' && safeguards.length === 0) {
    refusals.push({
      says: 'It is to be made safer, and nothing says how. Write down what would make it safer.',
    })
  }
  if (decision === 'go-ahead' && safeguards.length > 0) {
    refusals.push({
      says: 'You wrote down what would make it safer. Then the answer is “go ahead, made safer”.',
    })
  }
  if (decision === 'not-now' && !hasWords(command.why)) {
    const decides = !(['home', 'support', 'health', 'other'] as const).some((what) =>
      lacksCapacityFor(state, what),
    )
    refusals.push({
      says: decides
        ? `Nobody has found that ${state.person.name} cannot decide this. Others may think it unwise: give the reason why it is not to be now.`
        : 'Give the reason why it is not to be now.',
      cites: ['MCA s1(4)'],
    })
  }
  if (again <= stamp.on) {
    refusals.push({
      says: `Give a day after today, ${dateInWords(stamp.on)}, on which you look at it again.`,
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'risk',
    activity: command.activity.trim(),
    wish: command.wish.trim(),
    good: command.good.trim(),
    harm: command.harm.trim(),
    safeguards,
    decision,
    why: command.why.trim(),
    note: writeHeaded(RISK_HEADINGS, {
      says: '',
      whom: command.whom,
      understands: command.understands,
      again: dateInWords(again),
    }),
  })
}

const tell = (stamp: Stamp, of: string, later: Later): Decision =>
  done({ ...stamped(stamp), kind: 'note', of, text: writeLater(later) })

const NOT_THERE = { says: 'That risk is not in the record.' } as const

/** What somebody thinks of a risk: for themselves, or written down by the worker in their words. */
export type SayView = {
  readonly stamp: Stamp
  readonly risk: string
  readonly party: string
  readonly view: View
  readonly says: string
  /** the writer works with the person, and may write down what another thinks */
  readonly mayWriteForOthers: boolean
}

export function sayView(command: SayView, state: RecordState): Decision {
  const risk = find(state, 'risk', command.risk)
  if (risk === undefined) return refuse(NOT_THERE)
  const refusals: Refusal[] = []
  if (!state.parties.has(command.party)) refusals.push({ says: 'Choose who thinks so.' })
  if (command.party !== command.stamp.by && !command.mayWriteForOthers) {
    refusals.push({ says: 'What somebody thinks is for them to say.' })
  }
  if (!hasWords(command.says)) refusals.push({ says: 'Say why.' })
  if (refusals.length > 0) return refuse(...refusals)
  const { party, view, says } = command
  return tell(command.stamp, risk.id, { kind: 'view', party, view, says })
}

export type TellHappened = {
  readonly stamp: Stamp
  readonly risk: string
  readonly day: PlainDate
  readonly says: string
}

/** Something that went wrong, or nearly did: kept with its day, so that it is read with what was known then. */
export function tellHappened({ stamp, risk: id, day, says }: TellHappened, state: RecordState): Decision {
  const risk = find(state, 'risk', id)
  if (risk === undefined) return refuse(NOT_THERE)
  const refusals: Refusal[] = []
  if (!hasWords(says)) refusals.push({ says: 'Say what happened.' })
  if (day > stamp.on)
    refusals.push({ says: `It cannot have happened after today, ${dateInWords(stamp.on)}.` })
  if (refusals.length > 0) return refuse(...refusals)
  return tell(stamp, risk.id, { kind: 'happened', day, says })
}

export type LookAgain = { readonly stamp: Stamp; readonly risk: string; readonly says: string }

export function lookAgain({ stamp, risk: id, says }: LookAgain, state: RecordState): Decision {
  const risk = find(state, 'risk', id)
  if (risk === undefined) return refuse(NOT_THERE)
  if (!hasWords(says)) return refuse({ says: 'Say what you found.' })
  return tell(stamp, risk.id, { kind: 'looked', says })
}
