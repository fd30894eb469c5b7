import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type Said, isSaid, mayPutRight, withWords, wordsToPutRight } from '../../record/put-right.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { NO_LONGER } from './words-put-right.ts'

export function saidById(state: RecordState, id: string): Said | undefined {
  const entry = state.byId.get(id)
  return isSaid(entry) ? entry : undefined
}

/** A correction: the old one is struck out and kept, the new one stands in its place and on its day. */
export type PutRight = {
  readonly stamp: Stamp
  readonly entry: string
  /** it was wrong when it was written, or it was right then and is no longer so */
  readonly how: 'wrong' | 'no-longer'
  readonly text: string
  readonly level?: Level | undefined
  readonly why: string
  /** the writer works with the person */
  readonly isWorker: boolean
}

const NOT_YOURS: Refusal = {
  says: 'Only whoever said it, whoever wrote it down, or the worker can put it right. You can say that it is wrong.',
  cites: ['UK GDPR Art 16'],
}

export function putRight(command: PutRight, state: RecordState): Decision {
  const { stamp, isWorker } = command
  const entry = saidById(state, command.entry)
  if (entry === undefined) return refuse({ says: 'That is not something that can be put right here.' })
  const refusals: Refusal[] = []
  if (!mayPutRight(entry, stamp.by, isWorker)) refusals.push(NOT_YOURS)
  if (!hasWords(command.text)) refusals.push({ says: 'Say how it is really.' })
  if (!hasWords(command.why)) refusals.push({ says: 'Say how you know.' })
  const same = entry.kind === 'statement' ? entry.text : entry.provides
  const sameLevel = entry.kind !== 'statement' || command.level === undefined || command.level === entry.level
  if (command.how === 'wrong' && command.text.trim() === same.trim() && sameLevel) {
    refusals.push({ says: 'Nothing would change: this is what stands there now.' })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done(entry.kind === 'statement' ? saidAnew(command, entry) : helpAnew(command, entry))
}

const reasonOf = ({ how, why }: PutRight): string => `${how === 'no-longer' ? NO_LONGER : ''}${why.trim()}`

/** What is no longer so takes its figures with it: nobody counts help that was needed once. */
function saidAnew(command: PutRight, entry: EntryOf<'statement'>): Entry {
  const { corrects: _corrects, recorded: _recorded, why: _why, note: _note, ...kept } = entry
  const { level: _level, hoped, possible, times, minutes, people, night, varies, doubts, ...words } = kept
  const figures = { hoped, possible, times, minutes, people, night, varies, doubts }
  const given = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))
  const level = command.level ?? (command.how === 'wrong' ? entry.level : undefined)
  return {
    ...words,
    ...(command.how === 'wrong' ? given : {}),
    ...(level === undefined ? {} : { level }),
    ...stamped(command.stamp),
    corrects: entry.id,
    why: reasonOf(command),
    text: command.text.trim(),
  }
}

function helpAnew(command: PutRight, entry: EntryOf<'carer-identified'>): Entry {
  const { corrects: _corrects, recorded: _recorded, why: _why, note: _note, ...kept } = entry
  return {
    ...kept,
    ...stamped(command.stamp),
    corrects: entry.id,
    why: reasonOf(command),
    provides: command.text.trim(),
    ...(command.how === 'no-longer' ? { hours: 0, willing: false, able: false } : {}),
  }
}

/** Other words for what was written down wrongly, part by part, as the entry has them. */
export type PutWordsRight = {
  readonly stamp: Stamp
  readonly entry: string
  /** in the order of the entry's own parts; what is missing is empty */
  readonly texts: readonly (string | undefined)[]
  readonly why: string
  readonly isWorker: boolean
}

export function putWordsRight(
  { stamp, entry: id, texts, why, isWorker }: PutWordsRight,
  state: RecordState,
): Decision {
  const entry = state.byId.get(id)
  const parts = entry === undefined ? [] : wordsToPutRight(entry)
  if (entry === undefined || parts.length === 0)
    return refuse({ says: 'That is not something that can be put right here.' })
  const refusals: Refusal[] = []
  if (!mayPutRight(entry, stamp.by, isWorker)) {
    refusals.push({
      says: 'Only whoever wrote it down can put it right, or the worker where it is no view of somebody’s own. You can say that it is wrong.',
      cites: ['UK GDPR Art 16'],
    })
  }
  const anew = parts.map((_, place) => texts[place]?.trim() ?? '')
  for (const [place, { says, mayBeEmpty }] of parts.entries())
    if (!mayBeEmpty && anew[place] === '') refusals.push({ says: `${says}: write how it should read.` })
  if (!hasWords(why)) refusals.push({ says: 'Say how you know.' })
  if (parts.every(({ text }, place) => anew[place] === text.trim()))
    refusals.push({ says: 'Nothing would change: this is what stands there now.' })
  if (refusals.length > 0) return refuse(...refusals)
  const { recorded: _recorded, why: _why, ...kept } = withWords(entry, anew)
  return done({ ...kept, ...stamped(stamp), corrects: entry.id, why: why.trim() })
}
