import type { Refusal } from '../../domain/answer.ts'
import { dated, hasWords } from '../../domain/checks/clocks.ts'
import { inList } from '../../domain/checks/telling.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { writeHeaded } from '../../record/headed-words.ts'
import { type Stamp, stamped, whenOfDay } from '../../record/stamp.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { hospitalPath } from './view-hospital.ts'
import { type Sees, openSteps } from './view-path.ts'
import { stays } from './view-stay.ts'

/** What leaving hospital keeps in its note: which steps were still open, and what happens about them. */
export const LEFT_HEADINGS = {
  open: 'Not done when they left:',
  meanwhile: 'What happens about it:',
} as const

export type TellHospital = {
  readonly stamp: Stamp
  readonly event: EntryOf<'hospital'>['event']
  readonly day: PlainDate
  readonly to?: EntryOf<'hospital'>['to'] | undefined
  readonly pathway?: number | undefined
  readonly meanwhile?: string | undefined
  readonly says?: string | undefined
  /** what the writer may read of the record: only of that can a step be known to be open */
  readonly sees: Sees
}

const onDay = ({ stamp, day }: { readonly stamp: Stamp; readonly day: PlainDate }) => ({
  ...stamped(stamp),
  on: whenOfDay(day),
  ...(day === stamp.on ? {} : { recorded: whenOfDay(stamp.on) }),
})

const notToCome = (stamp: Stamp, day: PlainDate): readonly Refusal[] =>
  day > stamp.on ? [{ says: `It cannot have happened after today, ${dateInWords(stamp.on)}.` }] : []

function outOfOrder({ event, day }: TellHospital, state: RecordState): readonly Refusal[] {
  const last = all(state, 'hospital').at(-1)
  const isIn = last !== undefined && last.event !== 'discharged'
  if (event === 'admitted') {
    return isIn ? [{ says: `They are in hospital already, since ${dated(last)}.` }] : []
  }
  if (!isIn)
    return [
      { says: 'They are not in hospital, as far as this record knows. Write down first that they went in.' },
    ]
  if (event === 'fit-to-leave' && last.event === 'fit-to-leave') {
    return [{ says: `It is in the record already that they are well enough to leave, since ${dated(last)}.` }]
  }
  return day < dayOfWhen(last.on)
    ? [{ says: `That is before ${dated(last)}, the last step that is in the record.` }]
    : []
}

export function tellHospital(command: TellHospital, state: RecordState): Decision {
  const { event, to, pathway, meanwhile = '', says = '' } = command
  const refusals: Refusal[] = [...notToCome(command.stamp, command.day), ...outOfOrder(command, state)]
  const left = event === 'discharged'
  const [stay] = stays(state)
  // Nobody is told to wait with leaving for the sake of a page; what is open is named, and stays open.
  const open =
    left && refusals.length === 0 && stay !== undefined
      ? openSteps(hospitalPath(state, stay, command.sees))
      : []
  if (left && to === undefined) refusals.push({ says: 'Say where they went.' })
  if (open.length > 0 && !hasWords(meanwhile)) {
    refusals.push({
      says: `Some steps are not done: ${inList(open.map(({ name }) => `“${name}”`))}. Leaving hospital does not end them. Say what happens about each.`,
      cites: ['CA s74', 'CA s9(1)'],
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  const note = writeHeaded(LEFT_HEADINGS, {
    says,
    open: open.map(({ name }) => name).join('; '),
    meanwhile: left ? meanwhile : '',
  })
  return done({
    ...onDay(command),
    kind: 'hospital',
    event,
    ...(left && to !== undefined ? { to } : {}),
    ...(left && pathway !== undefined ? { pathway } : {}),
    ...(note === '' ? {} : { note }),
  })
}

export type TellMoved = {
  readonly stamp: Stamp
  readonly direction: EntryOf<'moved'>['direction']
  readonly other: string
  readonly day: PlainDate
  readonly planInPlace: boolean
  readonly toldInAdvance?: boolean | undefined
}

export function tellMoved(command: TellMoved, state: RecordState): Decision {
  const { stamp, direction, other, day, planInPlace, toldInAdvance } = command
  const refusals: Refusal[] = [...notToCome(stamp, day)]
  if (!hasWords(other)) refusals.push({ says: 'Enter the name of the other council.' })
  const last = all(state, 'moved').at(-1)
  if (last?.direction === direction && dayOfWhen(last.on) === day) {
    refusals.push({ says: `This move is in the record already: ${dated(last)}, ${last.other}.` })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...onDay(command),
    kind: 'moved',
    direction,
    other: other.trim(),
    'plan-in-place': planInPlace,
    ...(toldInAdvance === undefined ? {} : { 'told-in-advance': toldInAdvance }),
  })
}
