import type { Topic } from '../outcomes/topics.ts'
import type { AllocationFacts, RecordedNeed, Said, Whose } from './facts.ts'
import type { Giver } from './reckon.ts'
import { isOfACarer, NIGHT, slotOf } from './slots.ts'
import { type Spoken, viewOf } from './spoken.ts'

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
  readonly needed: readonly Needed[]
  readonly needsRecorded: boolean
}

/** A topic of which a need was recorded, and the entries that record it. */
export type Needed = { readonly topic: Topic; readonly entries: readonly string[] }

const NOTHING_SAID: readonly Said[] = []
const isDisputed = ({ disputed }: Said): boolean => disputed === true

function heardOf({ slot, topic, said: all }: Told): Heard | undefined {
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

/** Help is needed: below level 4, or times a week were said. */
const speaksOfNeed = ({ lead }: Heard): boolean => lead.level < 4 || lead.times > 0

/** Somebody said that help is needed, not only equipment or more time. */
const speaksOfHelp = ({ lead }: Heard): boolean => lead.level < 3 || lead.times > 0

const ofThem = (whose: Whose, need: RecordedNeed): boolean =>
  whose.whose === 'person' ? need.of === undefined : need.of === whose.carer

/** Whether a statement is for this sum: a carer topic is the sum of the carer it is about, or else of the carer who said it. */
export function forThem(facts: AllocationFacts, whose: Whose, said: Said): boolean {
  const forCarer = isOfACarer(said.topic)
  if (whose.whose === 'person') return !forCarer && said.about === undefined
  const speaksForSelf = facts.help.some((help) => help.carer === said.saidBy)
  return forCarer && (said.about ?? (speaksForSelf ? said.saidBy : whose.carer)) === whose.carer
}

/** What was said of one topic for one sum, in order. The place is the topic's own by day, and the night's by night. */
type Told = { readonly slot: number; readonly topic: Topic; readonly said: readonly Said[] }
type ToldByTopic = { readonly byDay: readonly Told[]; readonly byNight: readonly Told[] }

const isOfTheNight = ({ night, topic }: Said): boolean => night === true || topic === 'night'

/** By day; those of one day keep the order of the record, which is mostly the order of all. */
function inOrder(said: readonly Said[]): readonly Said[] {
  for (let index = 1; index < said.length; index += 1) {
    if ((said[index]?.on ?? '') < (said[index - 1]?.on ?? ''))
      return said.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  }
  return said
}

/** Statements after the day are not known yet; topics that have no place in a budget are left out. */
function toldFor(facts: AllocationFacts, whose: Whose): ToldByTopic {
  const byDay: Telling[] = []
  const byNight: Telling[] = []
  for (const said of inOrder(facts.said)) {
    if (said.on > facts.on || !forThem(facts, whose, said)) continue
    const atNight = isOfTheNight(said)
    const slot = atNight ? NIGHT : slotOf(said.topic)
    if (slot !== undefined) tell(atNight ? byNight : byDay, slot, said)
  }
  return { byDay, byNight }
}

type Telling = Told & { readonly said: Said[] }

/** In the order of their places; topics of one place, which is the night, in the order in which they came up. */
function tell(told: Telling[], slot: number, said: Said): void {
  for (const one of told) {
    if (one.topic === said.topic) {
      one.said.push(said)
      return
    }
  }
  const last = { slot, topic: said.topic, said: [said] }
  // What was said is mostly in the order of the list already.
  if (slot >= (told.at(-1)?.slot ?? 0)) told.push(last)
  else
    told.splice(
      told.findIndex((one) => one.slot > slot),
      0,
      last,
    )
}

type HeardByTopic = { readonly byDay: readonly Heard[]; readonly byNight: readonly Heard[] }

function heardOfAll(told: readonly Told[]): readonly Heard[] {
  const all: Heard[] = []
  for (const one of told) {
    const heard = heardOf(one)
    if (heard !== undefined) all.push(heard)
  }
  return all
}

/** What was heard on each topic for one sum, by day and by night. */
export function heardByTopic(facts: AllocationFacts, whose: Whose): HeardByTopic {
  const { byDay, byNight } = toldFor(facts, whose)
  return { byDay: heardOfAll(byDay), byNight: heardOfAll(byNight) }
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
    const { topic } = said
    const slot = byNight ? NIGHT : slotOf(topic)
    const so = (byNight ? told.byNight : told.byDay).find((one) => one.topic === topic)?.said ?? NOTHING_SAID
    const heard = slot === undefined ? undefined : heardOf({ slot, topic, said: [...so, said] })
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

function neededFor(facts: AllocationFacts, whose: Whose): readonly Needed[] {
  const needed: { topic: Topic; entries: string[] }[] = []
  for (const need of facts.needs) {
    if (!ofThem(whose, need)) continue
    for (const topic of need.topics) {
      const there = needed.find((one) => one.topic === topic)
      if (there === undefined) needed.push({ topic, entries: [need.id] })
      else if (!there.entries.includes(need.id)) there.entries.push(need.id)
    }
  }
  return needed
}

function hearingFrom(facts: AllocationFacts, whose: Whose, { byDay, byNight }: HeardByTopic): Hearing {
  const needed = neededFor(facts, whose)
  const needsRecorded = needed.length > 0
  const isNeeded = (topic: Topic): boolean => needed.some((one) => one.topic === topic)
  const counts = (heard: Heard): boolean => (needsRecorded ? isNeeded(heard.topic) : speaksOfNeed(heard))
  // A need by night takes in whatever was said of the nights, on any topic.
  const nightCounts = (heard: Heard): boolean => counts(heard) || (isNeeded('night') && speaksOfNeed(heard))
  const isHeard = (topic: Topic): boolean =>
    topic === 'night' ? byNight.some(nightCounts) : byDay.some((heard) => heard.topic === topic)
  const topics = byDay.every(counts) ? byDay : byDay.filter(counts)
  const nights = byNight.every(nightCounts) ? byNight : byNight.filter(nightCounts)
  const left =
    needsRecorded && topics.length + nights.length < byDay.length + byNight.length
      ? [...byDay.filter((heard) => !counts(heard)), ...byNight.filter((heard) => !nightCounts(heard))]
      : NOTHING_HEARD
  const unheard: Topic[] = []
  const noLine: Topic[] = []
  for (const { topic } of needed) {
    if (slotOf(topic) === undefined) noLine.push(topic)
    else if (!isHeard(topic)) unheard.push(topic)
  }
  const withoutNeed = left.filter(speaksOfHelp)
  return { topics, nights, unheard, withoutNeed, noLine, needed, needsRecorded }
}

const NOTHING_HEARD: readonly Heard[] = []
const ADULT_DAY = (1 << NIGHT) - 1

/** Why a carer's help does not come off, in the order in which it is asked; `undefined` where it does. */
export type NotCounted = 'disputed' | 'not-willing' | 'not-able' | 'not-agreed' | 'hours-unknown'

export type HelpHeard = {
  readonly help: AllocationFacts['help'][number]
  readonly not: NotCounted | undefined
}

const NO_HELP: readonly HelpHeard[] = []

/** The last word of each carer on what they give. A disputed last word gives nothing: no older yes is held against a carer. */
export function helpHeard(facts: AllocationFacts): readonly HelpHeard[] {
  if (facts.help.length === 0) return NO_HELP
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

const NOBODY: readonly (Giver & { help: AllocationFacts['help'][number] })[] = []

/** Those whose help comes off. The night counts only where the help names it. */
export function giversOf(
  heard: readonly HelpHeard[],
): readonly (Giver & { help: AllocationFacts['help'][number] })[] {
  if (heard.length === 0) return NOBODY
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
