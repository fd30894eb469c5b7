import { hasWords } from '../../domain/checks/clocks.ts'
import { wasAskedSince } from '../../domain/checks/trials.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import { type Talk, readTalk } from '../../domain/outcomes/talk.ts'
import { ADULT_OUTCOMES, FURTHER_TOPICS, type Topic, isCarerOutcome } from '../../domain/outcomes/topics.ts'
import type { EntryOf } from '../../record/entries.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

type Statement = EntryOf<'statement'>

/** One thing that somebody said of a topic: how it is, what they hope for, or what they think possible. */
export type SaidLevel = { readonly entry: Statement; readonly on: PlainDate; readonly level: Level }

/** The latest that one party said, and what they said before, newest first. */
export type Voice = {
  readonly party: string
  readonly latest: SaidLevel
  readonly before: readonly SaidLevel[]
}

/** A talk about hopes, as it is in the record. */
export type Talked = { readonly note: EntryOf<'note'>; readonly on: PlainDate; readonly talk: Talk }

/** Hope and what is thought possible: the same, one above the other, or one of them not said. */
export type Apart = 'hope-below' | 'hope-above' | undefined

/** What comes next: nothing, a talk to offer, a trial under way, or one that has ended and is to be asked about again. */
export type Next =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'offer-talk' }
  /** a goal says what was talked about and agreed */
  | { readonly kind: 'agreed'; readonly goal: EntryOf<'goal'> }
  | { readonly kind: 'content'; readonly talked: Talked }
  | { readonly kind: 'not-now'; readonly talked: Talked }
  | { readonly kind: 'trying'; readonly talked: Talked; readonly until: PlainDate }
  | { readonly kind: 'ask-again'; readonly talked: Talked; readonly until: PlainDate }

/** One part of life, with the four that are never written over one another. */
export type HopeView = {
  readonly topic: Topic
  readonly now: readonly Voice[]
  readonly hoped: readonly Voice[]
  readonly possible: readonly Voice[]
  /** goals of this part of life in which both agreed on something to try or to keep */
  readonly agreed: readonly EntryOf<'goal'>[]
  readonly talks: readonly Talked[]
  readonly apart: Apart
  readonly next: Next
}

type Key = 'level' | 'hoped' | 'possible'

/** The person first, then those close to them, then those whose work it is. */
const PLACE: Readonly<Record<string, number>> = {
  person: 0,
  attorney: 1,
  deputy: 1,
  advocate: 2,
  carer: 3,
  family: 4,
  friend: 5,
}

function voicesOf(state: RecordState, said: readonly Statement[], key: Key): readonly Voice[] {
  const parties = [...new Set(said.filter((each) => each[key] !== undefined).map((each) => each['said-by']))]
  const place = (party: string) => PLACE[state.parties.get(party)?.role ?? ''] ?? 9
  return parties
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((party) => {
      const own = said.flatMap((entry): readonly SaidLevel[] => {
        const level = entry[key]
        return entry['said-by'] === party && level !== undefined
          ? [{ entry, on: dayOfWhen(entry.on), level }]
          : []
      })
      const latest = own.at(-1)
      return latest === undefined ? [] : [{ party, latest, before: own.slice(0, -1).toReversed() }]
    })
}

/** What the person themselves hopes for: their own word, or that of who speaks for them; others’ hopes stand beside it. */
export function personsHope(state: RecordState, hoped: readonly Voice[]): SaidLevel | undefined {
  const own = hoped.find(({ party }) => party === state.person.id)
  return (own ?? hoped.find(({ party }) => eyeOf(state, party) === 'person'))?.latest
}

const lastSaid = (voices: readonly Voice[]): SaidLevel | undefined =>
  voices
    .map(({ latest }) => latest)
    .reduce<SaidLevel | undefined>(
      (last, each) => (last === undefined || each.on >= last.on ? each : last),
      undefined,
    )

function talksOf(state: RecordState, topic: Topic): readonly Talked[] {
  return all(state, 'note').flatMap((note): readonly Talked[] => {
    const talk = readTalk(note.text)
    return talk?.topic === topic ? [{ note, on: dayOfWhen(note.on), talk }] : []
  })
}

function nextOf(
  state: RecordState,
  view: Pick<HopeView, 'topic' | 'apart' | 'talks' | 'agreed'>,
  latest: PlainDate | undefined,
): Next {
  const { topic, apart, talks, agreed: goals } = view
  const talked = talks.at(-1)
  if (talked !== undefined) {
    const { talk } = talked
    if (talk.trial !== undefined) {
      const { until } = talk.trial
      if (state.on < until) return { kind: 'trying', talked, until }
      if (!wasAskedSince(state, topic, until)) return { kind: 'ask-again', talked, until }
    }
    // A new hope or a new view begins the talk anew; until then the answer stands, and nobody is asked twice.
    const isNewer = latest !== undefined && latest > talked.on
    if (!isNewer && talk.answer === 'content') return { kind: 'content', talked }
    if (!isNewer && talk.answer === 'not-now') return { kind: 'not-now', talked }
    if (!isNewer) return { kind: 'nothing' }
  }
  if (apart === undefined) return { kind: 'nothing' }
  const goal = goals.findLast(
    (each) => hasWords(each.talked) && (latest === undefined || dayOfWhen(each.on) >= latest),
  )
  return goal === undefined ? { kind: 'offer-talk' } : { kind: 'agreed', goal }
}

export function hopeView(state: RecordState, topic: Topic): HopeView {
  const said = all(state, 'statement').filter((each) => each.topic === topic)
  const now = voicesOf(state, said, 'level')
  const hoped = voicesOf(state, said, 'hoped')
  const possible = voicesOf(state, said, 'possible')
  const hope = personsHope(state, hoped)
  const view = lastSaid(possible)
  const apart: Apart =
    hope === undefined || view === undefined || hope.level === view.level
      ? undefined
      : hope.level < view.level
        ? 'hope-below'
        : 'hope-above'
  const talks = talksOf(state, topic)
  const days = [hope?.on, view?.on].filter((on) => on !== undefined)
  const latest = days.toSorted().at(-1)
  const agreed = all(state, 'goal').filter(
    (goal) => goal.topics.includes(topic) && (goal.agreed !== undefined || hasWords(goal.talked)),
  )
  return {
    topic,
    now,
    hoped,
    possible,
    agreed,
    talks,
    apart,
    next: nextOf(state, { topic, apart, talks, agreed }, latest),
  }
}

/** What the person hopes for today, and what was last thought possible, where they are said. */
export const levelsNow = (state: RecordState, view: HopeView) => ({
  now: (view.now.find(({ party }) => eyeOf(state, party) === 'person') ?? view.now[0])?.latest.level,
  hoped: personsHope(state, view.hoped)?.level,
  possible: lastSaid(view.possible)?.level,
})

/** The latest view of what is possible: a talk is a note of it, where no hope was said. */
export const latestPossible = (view: HopeView): SaidLevel | undefined => lastSaid(view.possible)

/** The parts of life that were spoken of with a hope or a view, or on which something was agreed; the rest are named apart. */
export function hopeViews(state: RecordState): {
  readonly spoken: readonly HopeView[]
  readonly open: readonly Topic[]
} {
  const views = [...ADULT_OUTCOMES, ...FURTHER_TOPICS].map((topic) => hopeView(state, topic))
  const isSpoken = (view: HopeView) =>
    view.hoped.length > 0 || view.possible.length > 0 || view.agreed.length > 0 || view.talks.length > 0
  // What waits for somebody stands first; within that the order of the Act.
  const waits = (view: HopeView) =>
    view.next.kind === 'ask-again' ? 0 : view.next.kind === 'offer-talk' ? 1 : 2
  return {
    spoken: views.filter(isSpoken).toSorted((a, b) => waits(a) - waits(b)),
    open: views
      .filter((view) => !isSpoken(view) && ADULT_OUTCOMES.some((topic) => topic === view.topic))
      .map(({ topic }) => topic),
  }
}

export const isPersonsTopic = (topic: Topic): boolean => !isCarerOutcome(topic)
