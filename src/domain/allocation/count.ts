import { HIGH, LOW, MID, NIGHT, SCENARIOS, SLOT_COUNT } from './slots.ts'
import { at, figure, newThree, SLEEP_IN, type Tables, type Three, WAKING } from './tables.ts'

/** One voice on one topic, as bare figures; NaN is "not said". This is all that the arithmetic knows of a statement. */
export type Voice = {
  readonly level: number
  readonly times: number
  readonly minutes: number
  readonly people: number
}

/**
 * What was heard on one topic: what the sum goes by (`lead`), and every speaker's own view, which the range spans. `timesSaid`:
 * somebody said how often help is needed, even if they have since said that it is not.
 */
export type HeardTopic = {
  readonly slot: number
  readonly lead: Voice
  readonly voices: readonly Voice[]
  readonly timesSaid: boolean
}

/** One person's needs laid out for the sum: minutes a week, pence an hour, times a week, pence a time, pence once. Used again and again. */
export type Count = {
  readonly minutes: Three
  readonly rate: Three
  readonly times: Three
  readonly once: Three
  /** The night's cover in each sum: `WAKING` or `SLEEP_IN`. */
  readonly cover: Uint8Array
  /** How many people share the worker; 1 is nobody else. */
  readonly sharers: Float64Array
  readonly counted: Uint8Array
  /** The counted places, in the model's order of unpaid help; `size` of them. */
  readonly places: Uint8Array
  size: number
}

export const newCount = (): Count => ({
  minutes: newThree(SLOT_COUNT),
  rate: newThree(SLOT_COUNT),
  times: newThree(SLOT_COUNT),
  once: newThree(SLOT_COUNT),
  cover: new Uint8Array(3),
  sharers: new Float64Array(SLOT_COUNT).fill(1),
  counted: new Uint8Array(SLOT_COUNT),
  places: new Uint8Array(SLOT_COUNT),
  size: 0,
})

export function clearCount(count: Count): void {
  for (let index = 0; index < count.size; index += 1) {
    const slot = count.places[index] ?? 0
    count.counted[slot] = 0
    count.sharers[slot] = 1
  }
  count.size = 0
}

function addPlace(tables: Tables, count: Count, slot: number): void {
  let index = count.size
  while (index > 0 && (tables.rank[count.places[index - 1] ?? 0] ?? 0) > (tables.rank[slot] ?? 0)) {
    count.places[index] = count.places[index - 1] ?? 0
    index -= 1
  }
  count.places[index] = slot
  count.size += 1
  count.counted[slot] = 1
}

/** What is missing for a topic to be counted, as bits, so that a million people cost no list each. 0: nothing is. */
export const NOTHING = 0
export const NO_LEVEL = 1
export const NO_TIMES = 2
export const NO_MINUTES = 4
export const NO_PRICE = 8

const unsaid = (n: number): boolean => Number.isNaN(n)
/** Help may be needed beside level 4 where times were said; its price is that of level 3. */
export const pricedLevel = (level: number): number => (level > 3 ? 3 : level)
/** "I do this on my own", and no times said with it: no help is needed. */
export const alone = (voice: Voice): boolean => voice.level === 4 && unsaid(voice.times)

/** Times a week: as said, else typical for the level. NaN where neither is there. */
export function timesOf(tables: Tables, slot: number, voice: Voice): number {
  if (alone(voice)) return 0
  return unsaid(voice.times)
    ? (tables.typicalTimes[at(slot, pricedLevel(voice.level))] ?? Number.NaN)
    : voice.times
}

export const minutesEachOf = (tables: Tables, slot: number, voice: Voice): number =>
  unsaid(voice.minutes)
    ? (tables.typicalMinutes[at(slot, pricedLevel(voice.level))] ?? Number.NaN)
    : voice.minutes

export const helpersOf = (tables: Tables, slot: number, voice: Voice): number =>
  unsaid(voice.people) ? (tables.typicalHelpers[at(slot, pricedLevel(voice.level))] ?? 1) : voice.people

/** Minutes of help a week: times x minutes x helpers. */
function minutesAWeek(tables: Tables, slot: number, voice: Voice): number {
  const times = timesOf(tables, slot, voice)
  return times === 0 ? 0 : times * minutesEachOf(tables, slot, voice) * helpersOf(tables, slot, voice)
}

/** A speaker who gave a level and no times does not speak of hours, where somebody else did. */
export const speaksOfHours = (voice: Voice, timesSaid: boolean): boolean =>
  alone(voice) || !unsaid(voice.times) || (!timesSaid && !unsaid(voice.level))

const set = (figures: Three, slot: number, low: number, mid: number, high: number): void => {
  figures[LOW][slot] = low
  figures[MID][slot] = mid
  figures[HIGH][slot] = high
}

function lacks(tables: Tables, slot: number, lead: Voice): number {
  if (unsaid(lead.level)) return NO_LEVEL
  const times = timesOf(tables, slot, lead)
  if (unsaid(times)) return NO_TIMES | (unsaid(minutesEachOf(tables, slot, lead)) ? NO_MINUTES : NOTHING)
  return times > 0 && unsaid(minutesEachOf(tables, slot, lead)) ? NO_MINUTES : NOTHING
}

/** What is bought once goes by the level of the sum; at level 4 nothing is. */
function setOnce(tables: Tables, count: Count, slot: number, level: number): void {
  for (const end of SCENARIOS)
    count.once[end][slot] = level > 3 ? 0 : figure(tables.once, end, at(slot, level))
}

/** Sets out one topic by day. Returns what is missing; the topic is then not counted, and what is known of the rest stands. */
export function countTopic(
  tables: Tables,
  count: Count,
  { slot, lead, voices, timesSaid }: HeardTopic,
): number {
  const missing = lacks(tables, slot, lead)
  if (missing !== NOTHING) return missing
  const minutes = minutesAWeek(tables, slot, lead)
  const times = timesOf(tables, slot, lead)
  const place = at(slot, pricedLevel(lead.level))
  let lowMinutes = minutes
  let highMinutes = minutes
  let lowTimes = times
  let highTimes = times
  let lowRate = figure(tables.rate, LOW, place)
  let highRate = figure(tables.rate, HIGH, place)
  for (const voice of voices) {
    // Most of what is said is said by one person, and there is no range to span.
    if (voice === lead) continue
    const theirs = speaksOfHours(voice, timesSaid) ? minutesAWeek(tables, slot, voice) : Number.NaN
    if (!unsaid(theirs)) {
      lowMinutes = Math.min(lowMinutes, theirs)
      highMinutes = Math.max(highMinutes, theirs)
      lowTimes = Math.min(lowTimes, timesOf(tables, slot, voice))
      highTimes = Math.max(highTimes, timesOf(tables, slot, voice))
    }
    if (unsaid(voice.level)) continue
    const low = figure(tables.rate, LOW, at(slot, pricedLevel(voice.level)))
    const high = figure(tables.rate, HIGH, at(slot, pricedLevel(voice.level)))
    if (low < lowRate) lowRate = low
    if (high > highRate) highRate = high
  }
  const unpriced = unsaid(figure(tables.rate, MID, place)) || unsaid(tables.trip[MID][slot] ?? 0)
  if (highMinutes > 0 && unpriced) return NO_PRICE
  set(count.minutes, slot, lowMinutes, minutes, highMinutes)
  set(count.times, slot, lowTimes, times, highTimes)
  set(count.rate, slot, lowRate, figure(tables.rate, MID, place), highRate)
  setOnce(tables, count, slot, lead.level)
  addPlace(tables, count, slot)
  return NOTHING
}

/** The nights of one voice: how many, whether somebody must be awake, how many helpers. */
type Night = { readonly nights: number; readonly cover: number; readonly people: number }

/** At most seven nights a week; a worker who is awake for long in one night is counted as awake all night. */
export function nightOf(tables: Tables, voice: Voice): Night | undefined {
  const times = timesOf(tables, NIGHT, voice)
  if (unsaid(times) || unsaid(voice.level)) return undefined
  const nights = Math.min(7, times)
  const awake = unsaid(voice.minutes) || nights === 0 ? 0 : (times * voice.minutes) / nights
  const byLevel = tables.cover[pricedLevel(voice.level)] ?? SLEEP_IN
  return {
    nights,
    cover: awake >= tables.awakeFrom ? WAKING : byLevel,
    people: helpersOf(tables, NIGHT, voice),
  }
}

type Cover = { nights: number; waking: boolean; people: number; level: number }
const noCover = (): Cover => ({ nights: 0, waking: false, people: 1, level: 4 })

function widen(cover: Cover, nights: number, waking: boolean, people: number, level: number): void {
  cover.level = Math.min(cover.level, level)
  if (nights <= 0) return
  cover.nights = Math.max(cover.nights, nights)
  cover.waking ||= waking
  cover.people = Math.max(cover.people, people)
}

/**
 * Sets out the night, one line for all that was said of it: one worker in the house is there for whatever the night brings, so it
 * is the most nights, the more wakeful cover and the most helpers that any topic asks for. Topics of which too little is known are
 * passed over where another is known; returns what is missing where none is.
 */
export function countNight(tables: Tables, count: Count, topics: readonly HeardTopic[]): number {
  const [low, mid, high] = [noCover(), noCover(), noCover()]
  let missing = NO_LEVEL
  let known = false
  for (const { lead, voices, timesSaid } of topics) {
    const said = nightOf(tables, lead)
    if (said === undefined) {
      missing = unsaid(lead.level) ? NO_LEVEL : NO_TIMES
      continue
    }
    known = true
    const heard = voices
      .filter((voice) => speaksOfHours(voice, timesSaid))
      .map((voice) => nightOf(tables, voice))
    const all = [said, ...heard.filter((night) => night !== undefined)]
    widen(mid, said.nights, said.cover === WAKING, said.people, lead.level)
    widen(
      low,
      Math.min(...all.map((night) => night.nights)),
      all.every((night) => night.cover === WAKING),
      Math.min(...all.map((night) => night.people)),
      lead.level,
    )
    // Whoever sees no nights says nothing of who must be there.
    for (const night of all) widen(high, night.nights, night.cover === WAKING, night.people, lead.level)
  }
  if (!known) return missing
  if (high.nights > 0 && unsaid(figure(tables.rate, MID, at(NIGHT, high.waking ? WAKING : SLEEP_IN))))
    return NO_PRICE
  for (const [end, cover] of [
    [LOW, low],
    [MID, mid],
    [HIGH, high],
  ] as const) {
    count.minutes[end][NIGHT] = cover.nights * cover.people * tables.nightMinutes
    count.rate[end][NIGHT] = figure(tables.rate, end, at(NIGHT, cover.waking ? WAKING : SLEEP_IN))
    count.times[end][NIGHT] = cover.nights
    count.cover[end] = cover.waking ? WAKING : SLEEP_IN
  }
  setOnce(tables, count, NIGHT, mid.level)
  addPlace(tables, count, NIGHT)
  return NOTHING
}
