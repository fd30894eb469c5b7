import type { Refusal } from '../../domain/answer.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, nameOf } from '../../record/state.ts'
import { isSendable } from './letter-of.ts'

export type CopyForm = EntryOf<'copy'>['as']

/** How a copy goes: sent from here, or given or sent by somebody by hand. */
export const WAYS = ['email', 'phone', 'post', 'by-hand'] as const
export type Way = (typeof WAYS)[number]

/** Which forms can go in which way. What has to be made first, such as Braille, is given or sent by hand. */
const FORMS: Readonly<Record<Exclude<Way, 'by-hand'>, readonly CopyForm[]>> = {
  email: ['email', 'letter', 'large-print', 'easy-read'],
  phone: ['online'],
  post: ['letter'],
}

/** That a copy went to somebody, and in which form (Care Act 2014, sections 12(3), 13(2), 17(6), 25(9)). */
export type SendCopy = {
  readonly stamp: Stamp
  readonly of: string
  readonly to: string
  readonly as: CopyForm
  readonly way: Way
  /** the ways in which the one whom it goes to can be reached */
  readonly reached: readonly Way[]
  /** somebody has read over what the product put into easy read */
  readonly readOver: boolean
}

const CANNOT_CARRY: Readonly<Record<Exclude<Way, 'by-hand'>, string>> = {
  email:
    'An email can take a letter, large print or easy read. For anything else choose “I give or send it myself”.',
  phone:
    'A text message can only say that there is a page to read online. Choose “A page online” as the form.',
  post: 'The post takes a letter on paper from here. For any other form choose “I give or send it myself”.',
}

const NO_ADDRESS: Readonly<Record<Exclude<Way, 'by-hand'>, string>> = {
  email: 'There is no email address',
  phone: 'There is no mobile number',
  post: 'There is no postal address',
}

function wayRefusals({ to, as, way, reached }: SendCopy, state: RecordState): readonly Refusal[] {
  if (way === 'by-hand') return []
  if (!FORMS[way].includes(as)) return [{ says: CANNOT_CARRY[way] }]
  return reached.includes(way)
    ? []
    : [{ says: `${NO_ADDRESS[way]} for ${nameOf(state, to)} yet. Put it in first, or give it by hand.` }]
}

export function sendCopy(command: SendCopy, state: RecordState): Decision {
  const { stamp, of, to, as, readOver } = command
  const entry = state.byId.get(of)
  if (entry === undefined || !isSendable(entry)) return refuse({ says: 'That is not in the record.' })
  const refusals: Refusal[] = []
  if (!state.parties.has(to)) refusals.push({ says: 'Choose who it goes to.' })
  if (entry.withheld?.from.includes(to) === true) {
    refusals.push({ says: `This is withheld from ${nameOf(state, to)}, so no copy of it can go to them.` })
  }
  if (as === 'easy-read' && !readOver) {
    refusals.push({
      says: 'Read the easy read version over, row by row, before it goes out. It was made by the computer.',
    })
  }
  refusals.push(...wayRefusals(command, state))
  return refusals.length > 0
    ? refuse(...refusals)
    : done({ ...stamped(stamp), kind: 'copy', of: entry.id, to, as })
}
