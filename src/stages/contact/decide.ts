import type { Refusal } from '../../domain/answer.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Topic } from '../../domain/outcomes/topics.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped, whenOfDay } from '../../record/stamp.ts'
import { type RecordState, find, planInForce } from '../../record/state.ts'
import { openHolds } from './view.ts'
import { HOLD_STAGE_WORDS } from './words.ts'

/** Somebody asks for help, for themselves or for the person. `outcome` is the council's first answer, where it gave one. */
export type MakeContact = {
  readonly stamp: Stamp
  readonly how: EntryOf<'contact'>['how']
  readonly about: string
  readonly wants?: string | undefined
  readonly signs: readonly Topic[]
  readonly urgent: boolean
  readonly outcome?: EntryOf<'contact'>['outcome'] | undefined
  /** why it ends without an assessment */
  readonly why?: string | undefined
}

export function makeContact(command: MakeContact): Decision {
  const { stamp, how, signs, urgent, outcome } = command
  const about = command.about.trim()
  const wants = command.wants?.trim() ?? ''
  const why = command.why?.trim() ?? ''
  const refusals: Refusal[] = []
  if (about === '') refusals.push({ says: 'Say what it is about.' })
  const turnedAway = outcome === 'screened-out' || outcome === 'advice-only'
  if (turnedAway && (signs.length > 0 || urgent) && why === '') {
    refusals.push({
      says: 'There are signs of need, so the law asks for an assessment, however small the need and whatever money there is. If there is another reason not to assess, write it down.',
      cites: ['CA s9(1)', 'CA s9(3)'],
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'contact',
    how,
    about,
    ...(wants === '' ? {} : { wants }),
    ...(signs.length === 0 ? {} : { signs: [...signs] }),
    ...(urgent ? { urgent } : {}),
    ...(outcome === undefined ? {} : { outcome }),
    ...(why === '' ? {} : { note: why }),
  })
}

/** A step waits, with a reason, an end, and whether the person was told. */
export type PutOnHold = {
  readonly stamp: Stamp
  readonly stage: EntryOf<'hold'>['stage']
  readonly why: string
  readonly until: PlainDate
  readonly told: boolean
}

export function putOnHold({ stamp, stage, why, until, told }: PutOnHold, state: RecordState): Decision {
  const refusals: Refusal[] = []
  const open = openHolds(state).find(({ hold }) => hold.stage === stage)
  if (open !== undefined) {
    refusals.push({ says: `${HOLD_STAGE_WORDS[stage]} is on hold already. ${open.says}` })
  }
  if ((stage === 'support' || stage === 'review') && planInForce(state) === undefined) {
    refusals.push({ says: 'No plan has been issued yet: there is nothing there to put on hold.' })
  }
  if (why.trim() === '')
    refusals.push({ says: 'Give the reason. The person will read it.', cites: ['Fairness'] })
  if (until <= stamp.on) {
    refusals.push({
      says: `Give a day after today, ${dateInWords(stamp.on)}, on which it ends.`,
      cites: ['G6'],
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({ ...stamped(stamp), kind: 'hold', stage, why: why.trim(), until: whenOfDay(until), told })
}

export type TakeUp = { readonly stamp: Stamp; readonly hold: string }

export function takeUp({ stamp, hold }: TakeUp, state: RecordState): Decision {
  const found = find(state, 'hold', hold)
  if (found === undefined) return refuse({ says: 'That hold is not in the record.' })
  if (!openHolds(state).some((open) => open.hold.id === found.id)) {
    return refuse({ says: 'It has been taken up again already.' })
  }
  return done({ ...stamped(stamp), kind: 'resume', hold: found.id })
}
