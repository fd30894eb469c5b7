import { isCarerOutcome, type Topic } from '../outcomes/topics.ts'
import type { Voice } from './count.ts'
import type { AllocationFacts, RecordedNeed, Said, Whose } from './facts.ts'
import type { Giver } from './reckon.ts'
import { NIGHT, slotOf } from './slots.ts'

/** Which statement each figure of a voice comes from; absent where it was not said. */
export type Trail = {
  readonly level?: Said
  readonly times?: Said
  readonly minutes?: Said
  readonly people?: Said
}

/** One speaker's own view of a topic, with where it was said. */
export type Spoken = Voice & { readonly trail: Trail; readonly saidBy: string; readonly saidByName: string }

/** What was heard on one topic by day, or by night. */
export type Heard = {
  readonly slot: number
  readonly topic: Topic
  readonly lead: Spoken
  readonly voices: readonly Spoken[]
  readonly timesSaid: boolean
  /** Statements that stand disputed, and are set aside. */
  readonly setAside: readonly Said[]
}

/** Everything that the sum goes by, sorted out of the facts: by topic, the night apart, and who helps. */
export type Hearing = {
  readonly topics: readonly Heard[]
  readonly nights: readonly Heard[]
  /** Topics with a need of which nobody has said anything that stands. */
  readonly unheard: readonly Topic[]
  /** Spoken of below level 3, or with times, but with no need recorded, although other needs are. */
  readonly withoutNeed: readonly Heard[]
  /** Needs on topics that no model has a line for. */
  readonly noLine: readonly Topic[]
  /** The needs that were recorded of each topic, by their entries. */
  readonly needed: ReadonlyMap<Topic, readonly string[]>
  readonly needsRecorded: boolean
}

type Latest = { level?: number; times?: number; minutes?: number; people?: number; any?: number }

/** Where in `said` each figure was last given; only by `speaker`, where one is named. */
function latestOf(said: readonly Said[], speaker?: string): Latest {
  const latest: Latest = {}
  for (let index = 0; index < said.length; index += 1) {
    const one = said[index]
    if (one === undefined || (speaker !== undefined && one.saidBy !== speaker)) continue
    latest.any = index
    if (one.level !== undefined) latest.level = index
    if (one.times !== undefined) latest.times = index
    if (one.minutes !== undefined) latest.minutes = index
    if (one.people !== undefined) latest.people = index
  }
  return latest
}

/** One statement is all that there is to go by. */
function viewOfOne(said: Said): Spoken {
  const { level, times, minutes, people, saidBy, saidByName } = said
  const trail: { -readonly [part in keyof Trail]: Trail[part] } = {}
  if (level !== undefined) trail.level = said
  if (times !== undefined) trail.times = said
  if (minutes !== undefined) trail.minutes = said
  if (people !== undefined) trail.people = said
  return {
    level: level ?? Number.NaN,
    times: times ?? Number.NaN,
    minutes: minutes ?? Number.NaN,
    people: people ?? Number.NaN,
    trail,
    saidBy,
    saidByName,
  }
}

/**
 * A view from statements in the order they were said: the latest level, the latest times, and for minutes and helpers what the
 * speaker of those times said with them, else what the same speaker said last. Figures of two speakers are never multiplied.
 * A level-4 statement, with no times then or since, says that no help is needed; times before it no longer stand.
 */
function viewOf(said: readonly Said[], speaker?: string): Spoken {
  const [only] = said
  if (said.length === 1 && only !== undefined) return viewOfOne(only)
  const seen = latestOf(said, speaker)
  const find = (index: number | undefined): Said | undefined =>
    index === undefined ? undefined : said[index]
  const last = find(seen.level)
  const stands = last?.level !== 4 || (seen.times ?? -1) >= (seen.level ?? 0)
  const times = stands ? find(seen.times) : undefined
  const who = times ?? last ?? find(seen.any)
  const theirs = speaker === undefined ? latestOf(said, who?.saidBy) : seen
  const minutes = times?.minutes === undefined ? find(theirs.minutes) : times
  const people = times?.people === undefined ? find(theirs.people) : times
  // Where the speaker of the times puts the level the same, it is their statement that the line names.
  const level = find(theirs.level)?.level === last?.level ? find(theirs.level) : last
  const trail: { -readonly [part in keyof Trail]: Trail[part] } = {}
  if (level !== undefined) trail.level = level
  if (times !== undefined) trail.times = times
  if (minutes !== undefined) trail.minutes = minutes
  if (people !== undefined) trail.people = people
  return {
    level: level?.level ?? Number.NaN,
    times: times?.times ?? Number.NaN,
    minutes: minutes?.minutes ?? Number.NaN,
    people: people?.people ?? Number.NaN,
    trail,
    saidBy: who?.saidBy ?? '',
    saidByName: who?.saidByName ?? '',
  }
}

function heardOf(slot: number, topic: Topic, all: readonly Said[]): Heard | undefined {
  const setAside = all.some(isDisputed) ? all.filter(isDisputed) : NOTHING_SAID
  const said = setAside.length === 0 ? all : all.filter((one) => !isDisputed(one))
  const [first] = said
  if (first === undefined) return undefined
  const lead = viewOf(said)
  // Where one person alone has spoken, their view is the only one.
  const voices = said.every(({ saidBy }) => saidBy === first.saidBy)
    ? [lead]
    : [...new Set(said.map((one) => one.saidBy))].map((speaker) => viewOf(said, speaker))
  return { slot, topic, lead, voices, timesSaid: said.some((one) => one.times !== undefined), setAside }
}

const NOTHING_SAID: readonly Said[] = []
const isDisputed = ({ disputed }: Said): boolean => disputed === true

/** Help is needed: below level 4, or times a week were said. */
const speaksOfNeed = ({ lead }: Heard): boolean => lead.level < 4 || lead.times > 0

/** Somebody said that help is needed, not only equipment or more time. */
const speaksOfHelp = ({ lead }: Heard): boolean => lead.level < 3 || lead.times > 0

const ofThem = (whose: Whose, need: RecordedNeed): boolean =>
  whose.whose === 'person' ? need.of === undefined : need.of === whose.carer

/** Whether a statement is for this sum: a carer topic is the sum of the carer it is about, or else of the carer who said it. */
export function forThem(facts: AllocationFacts, whose: Whose, said: Said): boolean {
  const forCarer = isCarerOutcome(said.topic)
  if (whose.whose === 'person') return !forCarer && said.about === undefined
  const speaksForSelf = facts.help.some((help) => help.carer === said.saidBy)
  return forCarer && (said.about ?? (speaksForSelf ? said.saidBy : whose.carer)) === whose.carer
}

/** What was said for one sum, by topic and in order: by day, and by night. */
type Told = {
  readonly days: ReadonlyMap<Topic, readonly Said[]>
  readonly nights: ReadonlyMap<Topic, readonly Said[]>
}

const isOfTheNight = ({ night, topic }: Said): boolean => night === true || topic === 'night'

/** Statements after the day are not known yet; those of one day keep the order of the record. */
function toldFor(facts: AllocationFacts, whose: Whose): Told {
  const theirs = facts.said.filter((said) => said.on <= facts.on && forThem(facts, whose, said))
  const isInOrder = theirs.every(({ on }, index) => index === 0 || on >= (theirs[index - 1]?.on ?? on))
  const inOrder = isInOrder ? theirs : theirs.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const days = new Map<Topic, Said[]>()
  const nights = new Map<Topic, Said[]>()
  for (const said of inOrder) {
    const part = isOfTheNight(said) ? nights : days
    const there = part.get(said.topic)
    if (there === undefined) part.set(said.topic, [said])
    else there.push(said)
  }
  return { days, nights }
}

type HeardByTopic = { readonly byDay: readonly Heard[]; readonly byNight: readonly Heard[] }

/** In the order in which the topics came up; those that have no place in a budget are left out. */
function heardAt(
  told: ReadonlyMap<Topic, readonly Said[]>,
  place: (topic: Topic) => number | undefined,
): readonly Heard[] {
  const all: Heard[] = []
  for (const [topic, said] of told) {
    const slot = place(topic)
    const heard = slot === undefined ? undefined : heardOf(slot, topic, said)
    if (heard !== undefined) all.push(heard)
  }
  return all
}

/** What was heard on each topic for one sum, by day and by night. */
export function heardByTopic(facts: AllocationFacts, whose: Whose): HeardByTopic {
  const { days, nights } = toldFor(facts, whose)
  return {
    byDay: heardAt(days, slotOf).toSorted((a, b) => a.slot - b.slot),
    byNight: heardAt(nights, () => NIGHT),
  }
}

/** Sorts the facts for one sum. Where no need is recorded yet, the topics that were spoken of below level 4 count. */
export const hear = (facts: AllocationFacts, whose: Whose): Hearing =>
  hearingFrom(facts, whose, heardByTopic(facts, whose))

/** For whoever asks of one more statement after another: everything but what it speaks of is as it was heard before. */
export function hearingWith(facts: AllocationFacts, whose: Whose): (said: Said) => Hearing {
  const told = toldFor(facts, whose)
  const before = heardByTopic(facts, whose)
  return (said) => {
    if (!forThem(facts, whose, said)) return hearingFrom(facts, whose, before)
    const byNight = isOfTheNight(said)
    const slot = byNight ? NIGHT : slotOf(said.topic)
    const part = byNight ? told.nights : told.days
    const heard =
      slot === undefined ? undefined : heardOf(slot, said.topic, [...(part.get(said.topic) ?? []), said])
    return hearingFrom(facts, whose, {
      byDay: byNight ? before.byDay : inPlace(before.byDay, heard),
      byNight: byNight ? inPlace(before.byNight, heard) : before.byNight,
    })
  }
}

/** By day they stand in the order of their places, by night in the order in which the topics came up. */
function inPlace(all: readonly Heard[], heard: Heard | undefined): readonly Heard[] {
  if (heard === undefined) return all
  return all.some(({ topic }) => topic === heard.topic)
    ? all.map((one) => (one.topic === heard.topic ? heard : one))
    : [...all, heard].toSorted((a, b) => a.slot - b.slot)
}

function hearingFrom(facts: AllocationFacts, whose: Whose, { byDay, byNight }: HeardByTopic): Hearing {
  const needed = new Map<Topic, string[]>()
  for (const need of facts.needs) {
    if (!ofThem(whose, need)) continue
    for (const topic of need.topics) {
      const there = needed.get(topic)
      if (there === undefined) needed.set(topic, [need.id])
      else if (!there.includes(need.id)) there.push(need.id)
    }
  }
  const needsRecorded = needed.size > 0
  const counts = (heard: Heard): boolean => (needsRecorded ? needed.has(heard.topic) : speaksOfNeed(heard))
  // A need by night takes in whatever was said of the nights, on any topic.
  const nightCounts = (heard: Heard): boolean => counts(heard) || (needed.has('night') && speaksOfNeed(heard))
  const unheard = [...needed.keys()].filter((topic) => {
    if (slotOf(topic) === undefined) return false
    return topic === 'night' ? !byNight.some(nightCounts) : !byDay.some((heard) => heard.topic === topic)
  })
  const left = needsRecorded
    ? [...byDay.filter((heard) => !counts(heard)), ...byNight.filter((heard) => !nightCounts(heard))]
    : []
  return {
    topics: byDay.filter(counts),
    nights: byNight.filter(nightCounts),
    unheard,
    withoutNeed: left.filter(speaksOfHelp),
    noLine: [...needed.keys()].filter((topic) => slotOf(topic) === undefined),
    needed,
    needsRecorded,
  }
}

const ADULT_DAY = (1 << NIGHT) - 1

/** Why a carer's help does not come off, in the order in which it is asked; `undefined` where it does. */
export type NotCounted = 'disputed' | 'not-willing' | 'not-able' | 'not-agreed' | 'hours-unknown'

export type HelpHeard = {
  readonly help: AllocationFacts['help'][number]
  readonly not: NotCounted | undefined
}

/** The last word of each carer on what they give. A disputed last word gives nothing: no older yes is held against a carer. */
export function helpHeard(facts: AllocationFacts): readonly HelpHeard[] {
  const last = new Map(facts.help.map((help) => [help.carer, help]))
  return [...last.values()].map((help) => ({ help, not: whyNot(help) }))
}

function whyNot(help: AllocationFacts['help'][number]): NotCounted | undefined {
  if (help.disputed === true) return 'disputed'
  if (!help.willing) return 'not-willing'
  if (!help.able) return 'not-able'
  if (!help.agreed) return 'not-agreed'
  return help.hoursAWeek === undefined ? 'hours-unknown' : undefined
}

/** Those whose help comes off. The night counts only where the help names it. */
export function giversOf(
  heard: readonly HelpHeard[],
): readonly (Giver & { help: AllocationFacts['help'][number] })[] {
  return heard
    .filter(({ not }) => not === undefined)
    .map(({ help }) => ({
      help,
      minutes: (help.hoursAWeek ?? 0) * 60,
      mask: (help.topics ?? []).reduce(
        (mask, topic) => mask | bitOf(topic),
        help.topics === undefined ? ADULT_DAY : 0,
      ),
    }))
}

const bitOf = (topic: Topic): number => {
  const slot = slotOf(topic)
  return slot === undefined || slot > NIGHT ? 0 : 1 << slot
}
