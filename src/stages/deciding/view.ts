import { dated, dayOfEntry } from '../../domain/checks/clocks.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { isMadeForCarer } from '../../domain/checks/whose.ts'
import type { Entry, EntryOf, Party } from '../../record/entries.ts'
import { type Headed, readHeaded } from '../../record/headed-words.ts'
import { type RecordState, all } from '../../record/state.ts'
import { DECIDES, type Decides, type Told, toldLater } from '../../record/told-later.ts'

export type Capacity = EntryOf<'capacity'>

/** What a finding keeps in its note, since its kind has no key for it. */
export const CAPACITY_HEADINGS = {
  time: 'Time of day:',
  shown: 'What showed it:',
  link: 'How the one leads to the other:',
  unwise: 'Others think it unwise:',
  again: 'To be asked again:',
  wait: 'Can it wait:',
  decider: 'Who decides:',
} as const

/** A reasoned look at limits on freedom stands in one text, under these. */
export const LIBERTY_HEADINGS = {
  purpose: 'What it is for:',
  ordinary: 'How ordinary life is there:',
  watched: 'What is watched, and what would happen if they wanted to leave:',
  shows: 'What they say and show:',
  less: 'What would leave them more free:',
} as const

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys of a literal
export const LIBERTY_PARTS = Object.keys(LIBERTY_HEADINGS) as readonly (keyof typeof LIBERTY_HEADINGS)[]

export type Found = {
  readonly capacity: Capacity
  readonly told: Headed<keyof typeof CAPACITY_HEADINGS>
  /** `10:15`, where the record knows the moment */
  readonly clock: string | undefined
  /** whose finding it is: who wrote down later what is best for the person did not find it */
  readonly foundBy: string
  /** who wrote down what is best for the person, and on what day */
  readonly best: { readonly by: string; readonly on: PlainDate } | undefined
}

const clockOf = (on: string): string | undefined =>
  on.length > 10
    ? new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Europe/London',
        hour: '2-digit',
        minute: '2-digit',
      }).format(Date.parse(on))
    : undefined

/** `29 October 2026, 17:40`, or the time of day as it was written down. */
export const whenAsked = ({ capacity, clock, told }: Found): string =>
  [dated(capacity), clock ?? told.time?.toLowerCase()].filter((part) => part !== undefined).join(', ')

/** A finding as it was written, and as each correction since has put it, the first one first. */
function writings(state: RecordState, capacity: Capacity): readonly { entry: Capacity; day: PlainDate }[] {
  const written: { entry: Capacity; day: PlainDate }[] = []
  for (let id: string | undefined = capacity.id; id !== undefined; ) {
    const told = state.told.find(({ entry }) => entry.id === id)
    if (told === undefined || told.entry.kind !== 'capacity') break
    written.unshift({ entry: told.entry, day: told.day })
    id = told.entry.corrects
  }
  return written
}

/** What somebody found about one decision, as it stands, with who found it and who wrote down what is best. */
export function foundIn(state: RecordState, capacity: Capacity): Found {
  const written = writings(state, capacity)
  const decided = capacity['best-interests']?.decided
  const best = written.find(
    ({ entry }) => decided !== undefined && entry['best-interests']?.decided === decided,
  )
  return {
    capacity,
    told: readHeaded(CAPACITY_HEADINGS, capacity.note),
    clock: clockOf(capacity.on),
    foundBy: written[0]?.entry.by ?? capacity.by,
    best: best === undefined ? undefined : { by: best.entry.by, on: best.day },
  }
}

/** Everything that was found about one kind of decision, the latest first. */
export type OneKind = {
  readonly what: Decides
  readonly found: readonly Found[]
  /** able at one time and not at another */
  readonly varies: boolean
}

export const kindsOfDecision = (state: RecordState): readonly OneKind[] =>
  DECIDES.flatMap((what): readonly OneKind[] => {
    const theirs = all(state, 'capacity').filter(
      (capacity) => capacity.for.includes(what) && !isMadeForCarer(state, capacity),
    )
    if (theirs.length === 0) return []
    const answers = new Set(theirs.map((capacity) => capacity['has-capacity']))
    return [
      {
        what,
        found: theirs.map((capacity) => foundIn(state, capacity)).toReversed(),
        varies: answers.size > 1,
      },
    ]
  })

/** Found able later for all that a finding is about: then nobody decides in the person's place. */
export const regainedSince = (state: RecordState, capacity: Capacity): Capacity | undefined => {
  const entries = all(state, 'capacity')
  const later = entries.slice(entries.indexOf(capacity) + 1).filter((other) => other['has-capacity'])
  return later.findLast((other) => capacity.for.every((what) => other.for.includes(what)))
}

/** An attorney or a deputy, and what their papers cover as far as somebody has written it down. */
export type Lawyer = { readonly party: Party; readonly scope: Told<'scope'> | undefined }

export function lawyers(state: RecordState): readonly Lawyer[] {
  const scopes = toldLater(state, 'scope', undefined)
  return [...state.parties.values()]
    .filter(({ role }) => role === 'attorney' || role === 'deputy')
    .map((party) => ({ party, scope: scopes.findLast(({ later }) => later.party === party.id) }))
}

/** What of these is outside the papers of an attorney or a deputy; nothing where nobody has written down what they cover. */
export function outsideScope(
  state: RecordState,
  party: string,
  decisions: readonly Decides[],
): readonly Decides[] {
  const scope = lawyers(state).find((lawyer) => lawyer.party.id === party)?.scope
  return scope === undefined ? [] : decisions.filter((what) => !scope.later.decides.includes(what))
}

/** What kind of decision an answer is about: the money, or help and support. */
const answersAbout = (state: RecordState, to: string): Decides => {
  const kind = state.byId.get(to)?.kind
  return kind === 'personal-budget' || kind === 'indicative-budget' ? 'money' : 'support'
}

/** Answers that an attorney or a deputy gave in what their papers do not cover: their view, and no decision. */
export const givenOutside = (state: RecordState): readonly Extract<Entry, { kind: 'response' }>[] =>
  all(state, 'response').filter(({ by, to }) => outsideScope(state, by, [answersAbout(state, to)]).length > 0)

export const libertyIn = (liberty: EntryOf<'liberty'>): Headed<keyof typeof LIBERTY_HEADINGS> =>
  readHeaded(LIBERTY_HEADINGS, liberty.reasons)

/** The judgment of 2 June 2026: what was looked at before it was looked at by a test that is no longer the law. */
const LAW_CHANGED = '2026-06-02'
export const isBeforeTheChange = (liberty: EntryOf<'liberty'>): boolean => dayOfEntry(liberty) < LAW_CHANGED
