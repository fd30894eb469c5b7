import { dated, dayOfEntry, hasWords } from '../../domain/checks/clocks.ts'
import { comesAfter } from '../../domain/checks/order.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { type PathStep, type Telling, openSteps } from './view-path.ts'
import { PATHWAY_WORDS, TO_WORDS, words } from './words.ts'

type Hospital = EntryOf<'hospital'>

/** One time in hospital: from the admission to the next one. */
export type Stay = {
  readonly admitted: Hospital | undefined
  readonly fit: Hospital | undefined
  readonly left: Hospital | undefined
  /** the next admission: what came after it belongs to the next stay */
  readonly until: Hospital | undefined
}

export function stays(state: RecordState): readonly Stay[] {
  const events = all(state, 'hospital')
  const starts = events.filter(({ event }, place) => event === 'admitted' || place === 0)
  return starts
    .map((start, place): Stay => {
      const until = starts[place + 1]
      const theirs = events.filter(
        (event) =>
          (event === start || comesAfter(state, event, start)) &&
          (until === undefined || comesAfter(state, until, event)),
      )
      return {
        admitted: start.event === 'admitted' ? start : undefined,
        fit: theirs.find(({ event }) => event === 'fit-to-leave'),
        left: theirs.find(({ event }) => event === 'discharged'),
        until,
      }
    })
    .toReversed()
}

/** `In hospital since 1 June 2026, home or elsewhere since 9 June 2026` */
export const stayName = ({ admitted, left }: Stay): string =>
  `${admitted === undefined ? 'In hospital' : `In hospital since ${dated(admitted)}`}${
    left === undefined ? '' : `, home or elsewhere since ${dated(left)}`
  }`

/** Where somebody went, on which day, with how much help; or that they are there still. */
export const whereIn = (left: Stay['left']): string => {
  if (left === undefined) return words.stillThere
  const help = left.pathway === undefined ? undefined : PATHWAY_WORDS[left.pathway]
  const where = left.to === undefined ? 'Nobody wrote down where to' : TO_WORDS[left.to]
  return `${where}, on ${dated(left)}.${help === undefined ? '' : ` ${help}.`}`
}

/** That being well enough to leave, or having left, ends nothing that is not done; nothing where all is done. */
export function pressureSays(
  { fit, left }: Stay,
  steps: readonly PathStep[],
  { person }: Telling,
): string | undefined {
  const open = openSteps(steps).length
  if (fit === undefined || open === 0) return undefined
  const count = open === 1 ? '1 step is' : `${open} steps are`
  return left === undefined
    ? `Well enough to leave since ${dated(fit)}. ${count} not done. Being well enough to leave does not end any of them.`
    : `${person} left on ${dated(left)}. ${count} not done. Leaving did not end any of them.`
}

/** What stands behind "home" or "not home": what they want, what was found, what was weighed, what others say. */
export type WhyHome = {
  readonly wants: readonly { readonly entry: Entry; readonly says: string }[]
  readonly capacity: EntryOf<'capacity'> | undefined
  readonly risks: readonly EntryOf<'risk'>[]
  readonly others: readonly EntryOf<'statement'>[]
}

const ABOUT_HOME: readonly string[] = ['home', 'home-safety', 'night', 'family']

export function whyHome(state: RecordState, stay: Stay): WhyHome {
  const from = stay.admitted === undefined ? undefined : dayOfEntry(stay.admitted)
  const since = (entry: Entry): boolean =>
    (from === undefined || dayOfEntry(entry) >= from) &&
    (stay.until === undefined || comesAfter(state, stay.until, entry)) &&
    (stay.left === undefined || dayOfEntry(entry) <= dayOfEntry(stay.left))
  const goals = all(state, 'goal').filter(
    (goal) => since(goal) && goal.topics.some((topic) => ABOUT_HOME.includes(topic)),
  )
  const said = all(state, 'statement').filter((entry) => since(entry) && ABOUT_HOME.includes(entry.topic))
  return {
    wants: [
      ...all(state, 'contact').flatMap((contact) =>
        since(contact) && hasWords(contact.wants) ? [{ entry: contact, says: contact.wants ?? '' }] : [],
      ),
      ...goals.map((goal) => ({ entry: goal, says: goal.words })),
      ...said
        .filter((entry) => entry['said-by'] === state.person.id)
        .map((entry) => ({ entry, says: entry.text })),
    ],
    capacity: all(state, 'capacity').findLast((entry) => since(entry) && entry.for.includes('home')),
    risks: all(state, 'risk').filter(since),
    others: said.filter((entry) => entry['said-by'] !== state.person.id),
  }
}
