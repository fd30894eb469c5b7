import { hasDifficulty, isPaidToCare } from '../../domain/checks/advocacy.ts'
import { dayOfEntry, daysInWords, dated } from '../../domain/checks/clocks.ts'
import { comesAfter } from '../../domain/checks/order.ts'
import { inList } from '../../domain/checks/telling.ts'
import { isCouncils, isMadeForCarer } from '../../domain/checks/whose.ts'
import { dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { readHeaded } from '../../record/headed-words.ts'
import { type RecordState, all } from '../../record/state.ts'
import { type Told, toldLater } from '../../record/told-later.ts'
import { DIFFICULTIES, DIFFICULTY_WORDS, STEP_WORDS, type StepName } from './words.ts'

export type Advocacy = EntryOf<'advocacy'>

/** At which step it was asked, kept in the note of the entry. */
export const ADVOCACY_HEADINGS = { at: 'Asked for:' } as const

export type Asked = {
  readonly entry: Advocacy
  /** in words; undefined where nobody wrote it down */
  readonly at: string | undefined
  readonly says: string
  readonly hard: boolean
}

export const askedIn = (entry: Advocacy): Asked => {
  const told = readHeaded(ADVOCACY_HEADINGS, entry.note)
  return { entry, at: told.at, says: told.says, hard: hasDifficulty(entry) }
}

/** Which of the four are very hard, in a sentence. */
export const hardFor = ({ entry }: Asked): string => {
  const hard = DIFFICULTIES.filter((each) => entry.difficulty[each]).map((each) =>
    DIFFICULTY_WORDS[each].toLowerCase(),
  )
  return hard.length === 0 ? 'None of the four is very hard.' : `Very hard: ${inList(hard)}.`
}

/** Whether the person wants the help of somebody, as far as anybody has asked. */
export const agreedInWords = (agrees: boolean | undefined): string =>
  agrees === undefined ? 'Nobody has asked.' : agrees ? 'Yes.' : 'No.'

/** Every time that it was asked of the person, in order. A carer's own is theirs. */
export const everyAsking = (state: RecordState): readonly Asked[] =>
  all(state, 'advocacy')
    .filter((entry) => !isMadeForCarer(state, entry))
    .map(askedIn)

/** How long somebody who needs an advocate has waited for one, or waited in the end. */
export type Wait = {
  readonly asked: Advocacy
  readonly found: Advocacy | undefined
  readonly met: Told<'met'> | undefined
  readonly says: readonly string[]
  /** nobody is at their side yet */
  readonly open: boolean
}

/** The latest request for an advocate with what came of it. The Act sets no days: each is counted in the open. */
export function waitFor(state: RecordState): Wait | undefined {
  const each = everyAsking(state).map(({ entry }) => entry)
  const last = each.at(-1)
  const foundLast = each.findLast(({ decision }) => decision === 'appointed')
  const requests = each.filter(({ decision }) => decision === 'referred')
  // A request is answered by the first advocate found after it; one found with no request before stands alone.
  const answered = (request: Advocacy) =>
    each.find((entry) => entry.decision === 'appointed' && comesAfter(state, entry, request))
  const open = requests.findLast((request) => answered(request) === undefined)
  if (open !== undefined && (last?.decision === 'referred' || last?.decision === 'not-referred')) {
    const first = requests.find((request) => answered(request) === undefined) ?? open
    const days = daysInWords(daysBetween(dayOfEntry(first), state.on))
    return {
      asked: first,
      found: undefined,
      met: undefined,
      open: true,
      says: [`An advocate was asked for on ${dated(first)}. Nobody has been found yet: ${days} so far.`],
    }
  }
  if (foundLast === undefined) return undefined
  const request = requests.findLast((asked) => comesAfter(state, foundLast, asked))
  const met = toldLater(state, 'met', foundLast).at(-1)
  const asked = request ?? foundLast
  const took =
    request === undefined
      ? `An advocate was found on ${dated(foundLast)}.`
      : `An advocate was asked for on ${dated(request)} and found on ${dated(foundLast)}, after ${daysInWords(daysBetween(dayOfEntry(request), dayOfEntry(foundLast)))}.`
  const contact =
    met === undefined
      ? `Nobody has written down a first meeting: ${daysInWords(daysBetween(dayOfEntry(foundLast), state.on))} so far.`
      : `The first meeting was on ${dateInWords(met.later.day)}. ${met.later.says}`
  return { asked, found: foundLast, met, open: met === undefined, says: [took, contact] }
}

/** A step at which it is to be asked, and the answer that stood for it. */
export type AtStep = {
  readonly step: StepName
  readonly began: Entry
  /** asked at this step: from its beginning to the beginning of the next */
  readonly asked: Asked | undefined
  /** what stood from before, where it was not asked again */
  readonly before: Asked | undefined
}

const begins = (state: RecordState): readonly (readonly [StepName, Entry])[] => {
  const of = (step: StepName, entries: readonly Entry[]) => entries.map((entry) => [step, entry] as const)
  return [
    ...of(
      'hospital',
      all(state, 'hospital').filter(({ event }) => event === 'admitted'),
    ),
    ...of(
      'assessment',
      all(state, 'assessment-opened').filter((opened) => opened.of !== 'carer'),
    ),
    ...of(
      'plan',
      all(state, 'plan').filter((plan) => plan['brought-over'] !== true && plan.status === 'issued'),
    ),
    ...of('review', all(state, 'review')),
    ...of(
      'enquiry',
      all(state, 'safeguarding').filter(({ event }) => event === 'enquiry'),
    ),
  ].toSorted((a, b) => (comesAfter(state, a[1], b[1]) ? 1 : -1))
}

/** Written down with the step's name it counts for that step; without a name, for the step in which its day falls. */
export function steps(state: RecordState): readonly AtStep[] {
  const each = begins(state)
  const askings = everyAsking(state)
  return each.map(([step, began], place): AtStep => {
    const previous = each[place - 1]?.[1]
    const next = each[place + 1]?.[1]
    const named = askings.findLast(
      ({ at, entry }) =>
        at === STEP_WORDS[step] &&
        (comesAfter(state, entry, previous) || dayOfEntry(entry) === dayOfEntry(began)),
    )
    // A plan and a review are written down when they are done: what was asked on the way to them is asked for them.
    const isEnd = step === 'plan' || step === 'review'
    const [from, to] = isEnd ? [previous, began] : [began, next]
    const within = askings.findLast(
      ({ at, entry }) =>
        at === undefined &&
        (from === undefined || dayOfEntry(entry) >= dayOfEntry(from)) &&
        (to === undefined || !comesAfter(state, entry, to)),
    )
    const asked = named ?? within
    const before =
      asked === undefined ? askings.findLast(({ entry }) => !comesAfter(state, entry, began)) : undefined
    return { step, began, asked, before }
  })
}

/** Why somebody may not be the one who helps the person to take part; nothing where they may (section 67(5)). */
export function unsuitable(state: RecordState, party: string): string | undefined {
  const found = state.parties.get(party)
  if (found === undefined) return 'Choose who could help them from those at the table.'
  if (isPaidToCare(state, party))
    return `${found.name} is paid to give care or treatment. The one who helps them to take part may not be.`
  if (isCouncils(state, party))
    return `${found.name} acts for the council. The one who helps them to take part is on their side alone.`
  return undefined
}
