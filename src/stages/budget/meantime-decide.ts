import type { Refusal } from '../../domain/answer.ts'
import { isCouncils } from '../../domain/checks/whose.ts'
import { type PlainDate, dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import { inWords, pence } from '../../domain/money/pence.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { type Given, oneLine, readMeantime, writeEnded, writeMeantime } from './meantime-notes.ts'
import { openMeantimes, placeOfMeantime } from './meantime-view.ts'

export type GiveMeanwhile = {
  readonly stamp: Stamp
  readonly given: Given
  readonly from: PlainDate
  readonly to: PlainDate
  readonly what: string
  readonly awaits: string
  /** who decided it: a party of the council; undefined where it is whoever writes this */
  readonly decidedBy: string | undefined
  readonly follows: string
  readonly not: string
}

const YEAR = 366
const MOST = pence<'once'>(10_000_000)

function wrongDays({ stamp, from, to }: GiveMeanwhile): readonly Refusal[] {
  if (to < from) return [{ says: 'The last day comes before the first day.' }]
  const refusals: Refusal[] = []
  if (daysBetween(from, to) > YEAR) {
    refusals.push({
      says: 'Help in the meantime is for a year at most. What lasts longer belongs in a plan.',
    })
  }
  if (Math.abs(daysBetween(stamp.on, from)) > YEAR) {
    refusals.push({ says: `${dateInWords(from)} is more than a year away. Check the year.` })
  }
  return refusals
}

function wrongSum({ given }: GiveMeanwhile): readonly Refusal[] {
  if (given.kind === 'support') return []
  const isRight = Number.isSafeInteger(given.sum) && given.sum > 0 && given.sum <= MOST
  return isRight ? [] : [{ says: `The amount must be more than £0 and no more than ${inWords(MOST)}.` }]
}

export function giveMeanwhile(command: GiveMeanwhile, state: RecordState): Decision {
  const { stamp, decidedBy, awaits, follows } = command
  const what = oneLine(command.what)
  const refusals: Refusal[] = [...wrongDays(command), ...wrongSum(command)]
  if (what === '') refusals.push({ says: 'Say what is given.' })
  if (awaits.trim() === '') refusals.push({ says: 'Say what is still being decided.' })
  if (follows.trim() === '') {
    refusals.push({ says: 'Say what follows when it ends. Nobody may be left with nothing.' })
  }
  if (decidedBy !== undefined && !isCouncils(state, decidedBy)) {
    refusals.push({ says: 'Choose who of the council decided it.' })
  }
  if (refusals.length > 0) return refuse(...refusals)
  const name =
    decidedBy === undefined || decidedBy === stamp.by ? undefined : state.parties.get(decidedBy)?.name
  const text = writeMeantime({ ...command, what, decidedBy: name })
  const read = readMeantime(text)
  // Words that would be read back as something else are not kept: nothing may change by being written down.
  if (read?.kind !== 'given' || read.what !== what || read.decidedBy !== name) {
    return refuse({ says: 'Say what is given in other words: these cannot be read back.' })
  }
  const place = placeOfMeantime(state)
  return done({ ...stamped(stamp), kind: 'note', ...(place === undefined ? {} : { of: place.id }), text })
}

export type EndMeanwhile = {
  readonly stamp: Stamp
  /** the note that tells of the help */
  readonly help: string
  readonly day: PlainDate
  readonly says: string
}

export function endMeanwhile({ stamp, help, day, says }: EndMeanwhile, state: RecordState): Decision {
  const found = openMeantimes(state).find(({ note }) => note.id === help)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose help that has not ended.' })
  if (day > stamp.on)
    refusals.push({ says: `${dateInWords(day)} is still to come. Write it down on the day.` })
  if (found !== undefined && found.standing !== 'to-come' && day < found.help.from) {
    refusals.push({ says: `It began on ${dateInWords(found.help.from)}, after that day.` })
  }
  if (found !== undefined && day > found.help.to) {
    refusals.push({
      says: `Its last day was ${dateInWords(found.help.to)}. If it went on, write that down as new help, with its own end.`,
    })
  }
  if (says.trim() === '') refusals.push({ says: 'Say what came of it. The person reads it.' })
  if (found === undefined || refusals.length > 0) return refuse(...refusals)
  return done({ ...stamped(stamp), kind: 'note', of: found.note.id, text: writeEnded({ day, says }) })
}
