import type { Refusal } from '../../domain/answer.ts'
import { type OwnLevel, readAscot } from '../../domain/outcomes/own-scale.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { Party } from '../../record/entries.ts'
import { IN_CONFIDENCE, WITH_THE_WORKER } from '../../record/heard.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'

/** How life is, in the person's own scale; with items of their own where they like. */
export type TellWellbeing = {
  readonly stamp: Stamp
  readonly items: Readonly<Record<string, OwnLevel>>
  readonly channel?: string | undefined
}

const LONGEST_ITEM = 200

export function tellWellbeing({ stamp, items, channel }: TellWellbeing, state: RecordState): Decision {
  const side = eyeOf(state, stamp.by)
  const refusals: Refusal[] = []
  if (side !== 'person' && side !== 'worker') {
    refusals.push({ says: 'How life is, is for the person to say.' })
  }
  const names = Object.keys(items)
  if (names.length === 0) refusals.push({ says: 'Answer at least one.' })
  if (names.some((name) => name.trim() === '' || name.length > LONGEST_ITEM)) {
    refusals.push({ says: 'Say what you want to keep an eye on in 200 characters or fewer.' })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'measure',
    tool: 'making-it-real',
    items: { ...items },
    'seen-by': 'person',
    ...(side === 'worker' && channel !== undefined ? { note: channel } : {}),
  })
}

/** Numbers of an instrument for which the council has a licence. Its words are not ours to show. */
export type TakeNumbers = { readonly stamp: Stamp; readonly typed: string; readonly licensed: boolean }

export function takeNumbers({ stamp, typed, licensed }: TakeNumbers, state: RecordState): Decision {
  if (eyeOf(state, stamp.by) !== 'worker')
    return refuse({ says: 'This is for those who work with the person.' })
  const read = readAscot(typed)
  const refusals: Refusal[] = [
    ...(licensed ? [] : [{ says: 'Say that the council has a licence for the instrument.' }]),
    ...(read.kind === 'wrong' ? read.says.map((says) => ({ says })) : []),
  ]
  if (refusals.length > 0 || read.kind === 'wrong') return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'measure',
    tool: 'ascot-sct4',
    items: read.items,
    'seen-by': 'person',
  })
}

/** How a talk went, told to somebody other than the one who led it. */
export type TellHeard = {
  readonly stamp: Stamp
  readonly items: Readonly<Record<string, OwnLevel>>
  readonly says?: string | undefined
  /** the person wants those who work with them to see it too */
  readonly workerMaySee: boolean
  readonly channel?: string | undefined
}

/** Whoever may always read it: the person, those who lawfully act for them, and the manager. */
const mayRead = (party: Party, by: string): boolean =>
  party.id === by || ['person', 'attorney', 'deputy', 'manager'].includes(party.role)

const WORKERS = ['social-worker', 'occupational-therapist', 'assessor']

/** From whom it is kept: from all but those, and from the workers unless the person wants them to see it. */
export const keptFrom = (state: RecordState, by: string, workerMaySee: boolean): readonly string[] =>
  [...state.parties.values()]
    .filter((party) => !mayRead(party, by) && !(workerMaySee && WORKERS.includes(party.role)))
    .map(({ id }) => id)

export function tellHeard(
  { stamp, items, says, workerMaySee, channel }: TellHeard,
  state: RecordState,
): Decision {
  const isManager = state.parties.get(stamp.by)?.role === 'manager'
  const refusals: Refusal[] = []
  if (eyeOf(state, stamp.by) !== 'person' && !isManager) {
    refusals.push({
      says: 'How a talk went is for the person to say, and to somebody else than their worker.',
    })
  }
  if (Object.keys(items).length === 0) refusals.push({ says: 'Answer at least one.' })
  if (refusals.length > 0) return refuse(...refusals)
  const from = keptFrom(state, stamp.by, workerMaySee)
  const note = [says?.trim(), isManager ? channel : undefined].filter(
    (part) => part !== undefined && part !== '',
  )
  return done({
    ...stamped(stamp),
    kind: 'measure',
    tool: 'making-it-real',
    items: { ...items },
    'seen-by': 'person',
    ...(note.length === 0 ? {} : { note: note.join(' (') + (note.length > 1 ? ')' : '') }),
    // Also where nobody sits there from whom to keep it: that the worker may read it is kept on the entry itself.
    ...(from.length === 0 && !workerMaySee
      ? {}
      : {
          withheld: {
            from: [...from],
            exemption: workerMaySee ? WITH_THE_WORKER : IN_CONFIDENCE,
            why: 'How a talk went can be said freely only where it is not read by the one who led it.',
          },
        }),
  })
}
