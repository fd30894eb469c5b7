import type { Refusal } from '../../domain/answer.ts'
import { type PlainDate, dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, all, latest } from '../../record/state.ts'
import { type FormEvent, readLater, writeLater } from '../../record/told-later.ts'
import { dayOfWhen } from '../../record/values.ts'

// The form about money: when it went out, when it came back, and how long it has been since, so that it is not left lying.

export type FormDay = {
  readonly event: FormEvent
  readonly day: PlainDate
  readonly says: string
  /** who wrote it down */
  readonly by: string
}

/** What is written down about the form, in the order of its days. */
export const formDays = (state: RecordState): readonly FormDay[] =>
  all(state, 'note')
    .flatMap((note): readonly FormDay[] => {
      const later = readLater(note)
      return later?.kind === 'form'
        ? [{ event: later.event, day: later.day, says: later.says, by: note.by }]
        : []
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** Where the form is, a sentence for each step: the last one says what waits, and for whom. */
export function formInWords(state: RecordState): readonly string[] {
  const known = formDays(state)
  const sent = known.findLast(({ event }) => event === 'sent')
  if (sent === undefined) return []
  const back = known.find(({ event, day }) => event === 'back' && day >= sent.day)
  if (back === undefined) {
    return [
      `It went out on ${dateInWords(sent.day)}.`,
      `It has not come back: ${days(daysBetween(sent.day, state.on))} so far. Ask whether help with it is wanted.`,
    ]
  }
  const after = all(state, 'financial-assessment').find(({ on }) => dayOfWhen(on) >= back.day)
  const worked = after === undefined ? undefined : dayOfWhen(after.on)
  return [
    `It went out on ${dateInWords(sent.day)}.`,
    `It came back on ${dateInWords(back.day)}, after ${days(daysBetween(sent.day, back.day))}.`,
    worked === undefined
      ? `Nothing has been worked out yet: ${days(daysBetween(back.day, state.on))} so far. The council’s move.`
      : `The sum was worked out on ${dateInWords(worked)}, ${days(daysBetween(back.day, worked))} after that.`,
  ]
}

/** With the person’s money where there is any yet; else with what was asked, which those at the table for a carer do not read. */
const placeOfForm = (state: RecordState) =>
  latest(state, 'personal-budget') ?? latest(state, 'indicative-budget')

export type TellForm = {
  readonly stamp: Stamp
  readonly event: FormEvent
  readonly day: PlainDate
  readonly says: string
}

export function tellForm({ stamp, event, day, says }: TellForm, state: RecordState): Decision {
  const refusals: Refusal[] = []
  const sent = formDays(state).filter((known) => known.event === 'sent')
  if (day > stamp.on) {
    refusals.push({ says: `${dateInWords(day)} is still to come. Write it down on the day.` })
  }
  if (event === 'back' && sent.length === 0) {
    refusals.push({ says: 'Write down first on which day the form went out.' })
  }
  if (event === 'back' && sent.length > 0 && sent.every((known) => known.day > day)) {
    refusals.push({ says: `It went out on ${dateInWords(sent[0]?.day ?? day)}, after that day.` })
  }
  if (refusals.length > 0) return refuse(...refusals)
  const place = placeOfForm(state)
  return done({
    ...stamped(stamp),
    kind: 'note',
    ...(place === undefined ? {} : { of: place.id }),
    text: writeLater({ kind: 'form', event, day, says }),
  })
}
