import type { Refusal } from '../../domain/answer.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { type SearchAnswer, oneLine, readSearch, writeAnswering, writeAsking } from './search-notes.ts'
import { openAskings, subjects } from './search-view.ts'

export type WriteAsking = {
  readonly stamp: Stamp
  /** what somebody is looked for: see `Search.key` */
  readonly search: string
  readonly who: string
  readonly day: PlainDate
  readonly answer: SearchAnswer
  readonly said: string
  readonly meanwhile: string
}

const isToCome = (day: PlainDate, today: PlainDate): readonly Refusal[] =>
  day > today ? [{ says: `${dateInWords(day)} is still to come.` }] : []

/** A refusal by a provider is a reason for which somebody waits: the person is owed it. */
const noReason = (answer: SearchAnswer, said: string): readonly Refusal[] =>
  answer === 'no' && said.trim() === '' ? [{ says: 'Say why they said no. The person reads it.' }] : []

/** Words that would be read back as something else are not kept: nothing may change by being written down. */
const UNREADABLE: Refusal = { says: 'Say this in other words: these cannot be read back.' }

export function writeDownAsking(command: WriteAsking, state: RecordState): Decision {
  const { stamp, search, answer, day, said, meanwhile } = command
  const who = oneLine(command.who)
  const found = subjects(state).find(({ key }) => key === search)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose what somebody is looked for.' })
  if (who === '') refusals.push({ says: 'Say who was asked.' })
  refusals.push(...isToCome(day, stamp.on), ...noReason(answer, said))
  const twice = found?.asked.some(({ asking }) => asking.who === who && asking.day === day) === true
  if (twice)
    refusals.push({ says: `It is in the record already that ${who} was asked on ${dateInWords(day)}.` })
  if (found === undefined || refusals.length > 0) return refuse(...refusals)
  const text = writeAsking({ who, day, answer, line: found.line, said, meanwhile })
  const read = readSearch(text)
  if (read?.kind !== 'asked' || read.who !== who || read.line !== found.line) return refuse(UNREADABLE)
  return done({ ...stamped(stamp), kind: 'note', of: found.of, text })
}

export type WriteAnswer = {
  readonly stamp: Stamp
  /** the note that tells of the asking */
  readonly asking: string
  readonly day: PlainDate
  readonly answer: Exclude<SearchAnswer, 'waiting'>
  readonly said: string
}

export function writeDownAnswer(
  { stamp, asking, day, answer, said }: WriteAnswer,
  state: RecordState,
): Decision {
  const found = openAskings(state).find(({ one }) => one.note.id === asking)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose somebody who has not answered yet.' })
  else if (day < found.one.asking.day) {
    refusals.push({ says: `They were asked on ${dateInWords(found.one.asking.day)}, after that day.` })
  }
  refusals.push(...isToCome(day, stamp.on), ...noReason(answer, said))
  if (found === undefined || refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'note',
    of: found.one.note.id,
    text: writeAnswering({ day, answer, said }),
  })
}
