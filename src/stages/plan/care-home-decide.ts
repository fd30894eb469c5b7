import type { Model } from '../../domain/allocation/model.ts'
import type { Refusal } from '../../domain/answer.ts'
import { type PlainDate, dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { Role } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import {
  type Free,
  type OnTop,
  type Suits,
  readCareHome,
  writeOnTop,
  writeOnTopEnded,
  writePlace,
} from './care-home-notes.ts'
import { type PlaceView, careHomes, hasChoice, openOnTop } from './care-home-view.ts'

const YEAR = 366

const placeNamed = (places: readonly PlaceView[], option: string): PlaceView | undefined =>
  places.find(({ view }) => view.option.id === option)

export type TellPlace = {
  readonly stamp: Stamp
  readonly option: string
  readonly day: PlainDate
  readonly free: Free
  readonly suits: Suits
  readonly says: string
}

export function tellPlace({ stamp, option, ...told }: TellPlace, state: RecordState, model: Model): Decision {
  const found = placeNamed(careHomes(state, model).places, option)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose a care home that is on the table.' })
  if (told.day > stamp.on) refusals.push({ says: `${dateInWords(told.day)} is still to come.` })
  if (told.suits === 'no' && told.says.trim() === '') {
    refusals.push({ says: 'Say why it does not suit. The person reads it.' })
  }
  if (found === undefined || refusals.length > 0) return refuse(...refusals)
  return done({ ...stamped(stamp), kind: 'note', of: found.view.option.id, text: writePlace(told) })
}

/** Those who may agree to pay on top: never somebody who is paid, or who acts for the council. */
const PAYERS: readonly Role[] = ['person', 'carer', 'family', 'friend']
export const payers = (state: RecordState) =>
  [...state.parties.values()].filter(({ role }) => PAYERS.includes(role))

export type AgreeOnTop = Omit<OnTop, 'kind' | 'payer'> & {
  readonly stamp: Stamp
  readonly option: string
  /** a party of the record */
  readonly payer: string
  /** they were told, and agreed, before anything is paid */
  readonly agreed: boolean
}

function wrongSum(sum: Pence<'week'>, { beyond, view }: PlaceView): readonly Refusal[] {
  const what = `“${view.option.what}”`
  if (beyond === undefined) {
    return [
      { says: `First put in the record what ${what} costs, and what the council pays for a care home.` },
    ]
  }
  if (beyond <= 0) return [{ says: `${what} costs no more than the council pays: nothing is paid on top.` }]
  if (sum <= 0) return [{ says: 'What is paid on top must be more than £0.' }]
  return sum > beyond
    ? [
        {
          says: `${what} costs ${inWords(beyond)} a week more than the council pays. Nobody pays more than that on top.`,
        },
      ]
    : []
}

function wrongDays({ from, again }: AgreeOnTop): readonly Refusal[] {
  if (again <= from) return [{ says: 'The day to look at it again must come after the first day.' }]
  return daysBetween(from, again) > YEAR
    ? [{ says: 'Look at it again within a year: what people can pay changes.' }]
    : []
}

function wrongWords(command: AgreeOnTop, isPerson: boolean, choice: boolean): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (!command.agreed) refusals.push({ says: 'Nothing is paid on top unless whoever pays has agreed to it.' })
  if (command.told.trim() === '') refusals.push({ says: 'Say what they were told before they agreed.' })
  if (command.stops.trim() === '') {
    refusals.push({ says: 'Say what happens if it cannot be paid any more.' })
  }
  if (command.why.trim() === '' && !choice) {
    refusals.push({
      says: 'No place that is free, suits and costs no more than the council pays is in the record. Say why this is agreed all the same.',
      cites: ['CA s30'],
    })
  }
  if (command.why.trim() === '' && choice && isPerson) {
    refusals.push({
      says: 'The rules let the person pay on top in few cases. Say which one it is.',
      cites: ['CA s30'],
    })
  }
  return refusals
}

export function agreeOnTop(command: AgreeOnTop, state: RecordState, model: Model): Decision {
  const { stamp, option, payer, sum, from, again, told, stops, why } = command
  const view = careHomes(state, model)
  const found = placeNamed(view.places, option)
  const party = payers(state).find(({ id }) => id === payer)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose a care home that is on the table.' })
  else refusals.push(...wrongSum(sum, found))
  if (party === undefined) refusals.push({ says: 'Choose who pays.' })
  refusals.push(...wrongDays(command), ...wrongWords(command, party?.id === state.person.id, hasChoice(view)))
  if (found === undefined || party === undefined || refusals.length > 0) return refuse(...refusals)
  const text = writeOnTop({ sum, from, payer: party.name, again, told, stops, why })
  const read = readCareHome(text)
  // Words that would be read back as something else are not kept: nothing may change by being written down.
  if (read?.kind !== 'on-top' || read.payer !== party.name || read.stops === '') {
    return refuse({ says: 'Say this in other words: these cannot be read back.' })
  }
  return done({ ...stamped(stamp), kind: 'note', of: found.view.option.id, text })
}

export type EndOnTop = {
  readonly stamp: Stamp
  /** the note that holds the agreement */
  readonly agreement: string
  readonly day: PlainDate
  readonly says: string
}

export function endOnTop(
  { stamp, agreement, day, says }: EndOnTop,
  state: RecordState,
  model: Model,
): Decision {
  const found = openOnTop(careHomes(state, model)).find(({ agreed }) => agreed.note.id === agreement)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose something that is paid on top.' })
  if (day > stamp.on)
    refusals.push({ says: `${dateInWords(day)} is still to come. Write it down on the day.` })
  if (found !== undefined && day < found.agreed.told.from && stamp.on >= found.agreed.told.from) {
    refusals.push({ says: `It is paid since ${dateInWords(found.agreed.told.from)}, after that day.` })
  }
  if (says.trim() === '') refusals.push({ says: 'Say why, and what happens now. The person reads it.' })
  if (found === undefined || refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'note',
    of: found.agreed.note.id,
    text: writeOnTopEnded({ day, says }),
  })
}
