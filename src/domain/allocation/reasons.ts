import type { CitationId } from '../care-act/citations.ts'
import { TOPIC_WORDS } from '../outcomes/topics.ts'
import type { Given } from './budget.ts'
import { alone, helpersOf, minutesEachOf, pricedLevel, speaksOfHours, timesOf } from './count.ts'
import type { Help } from './facts.ts'
import { modelReference } from './model.ts'
import { type Phrases, priceWords } from './phrases.ts'
import type { PriceInForce } from './prices.ts'
import { hours, type Reason, written } from './reason.ts'
import type { Tables } from './tables.ts'
import type { Spoken } from './spoken.ts'
import type { Heard } from './voices.ts'
import * as say from './words.ts'

// The reasons of a line: each function adds what there is to say to the reasons so far. What every line says is kept as its figures
// (`reason.ts` has the words); what few lines say is written at once.

const ELIGIBILITY: readonly CitationId[] = ['CA s13']
const UNPAID_HELP: readonly CitationId[] = ['CA s10', 'CA s18']

/** Why the topic counts, and at which level. */
export function sayLevel(reasons: Reason[], { lead }: Heard, needsRecorded: boolean): void {
  if (!needsRecorded) {
    const says =
      'No need is recorded yet. This counts because it was spoken of as something that help is needed with.'
    reasons.push(written({ says, cites: ELIGIBILITY }))
  }
  const said = lead.trail.level
  if (said?.level === undefined) return
  // Most of the time the level was said in one go with all the rest.
  const entries = lead.entries.length === 1 ? lead.entries : [said.entry]
  const { saidByName, on, level } = said
  reasons.push({ of: 'level', saidByName, on, level, asked: level === 4 && lead.times > 0, entries })
}

/** Nobody said how often, and the model’s typical support stands in, which is not anybody’s words. */
export const isTypicallyOften = (voice: Spoken): boolean =>
  voice.trail.times === undefined && !needsNothing(voice)
/** The same of how long it takes each time. */
export const isTypicallyLong = (voice: Spoken): boolean =>
  voice.trail.minutes === undefined && !needsNothing(voice)
const needsNothing = (voice: Spoken): boolean => alone(voice) || voice.times === 0

function sayTypical(reasons: Reason[], tables: Tables, { slot, topic, lead }: Heard): void {
  const times = timesOf(tables, slot, lead)
  const often = isTypicallyOften(lead) ? `how often (typically ${say.timesInWords(times)})` : undefined
  const long =
    isTypicallyLong(lead) && times > 0
      ? `how long (typically ${say.timeInWords(minutesEachOf(tables, slot, lead))})`
      : undefined
  if (often === undefined && long === undefined) return
  const was = often === undefined || long === undefined ? (often ?? long) : `${often} or ${long}`
  reasons.push(
    written({
      says: `It was not said ${was}. The model’s typical support at this level stands in: it is typical, not this person’s own.`,
      model: modelReference(tables.model, `${topic} at level ${pricedLevel(lead.level)}`),
    }),
  )
}

/** Times x minutes x helpers, and whose words they are. */
export function sayHours(reasons: Reason[], tables: Tables, heard: Heard, needMinutes: number): void {
  const { lead, slot } = heard
  const { entries } = lead
  if (alone(lead)) {
    const says = 'So no help is counted here.'
    reasons.push(written({ says, gives: hours('hours of need', 0), entries }))
    return
  }
  sayTypical(reasons, tables, heard)
  const said = lead.trail.times ?? lead.trail.minutes
  reasons.push({
    of: 'hours',
    times: timesOf(tables, slot, lead),
    minutes: minutesEachOf(tables, slot, lead),
    people: helpersOf(tables, slot, lead),
    need: needMinutes,
    saidByName: said?.saidByName,
    on: said?.on,
    entries,
  })
}

/** What other people said that differs, so that the range spans it, and what is set aside while it is disputed. */
export function sayOtherVoices(reasons: Reason[], tables: Tables, heard: Heard, needMinutes: number): void {
  const { lead, voices, setAside } = heard
  for (const voice of voices) {
    if (voice.saidBy !== lead.saidBy) sayOtherVoice(reasons, tables, heard, voice, needMinutes)
  }
  for (const { saidByName, on, entry } of setAside) {
    const says = `What ${saidByName} said on ${say.dayInWords(on)} is disputed. It is set aside until that is settled.`
    reasons.push(written({ says, entries: [entry] }))
  }
}

function sayOtherVoice(
  reasons: Reason[],
  tables: Tables,
  { slot, lead, timesSaid }: Heard,
  voice: Spoken,
  needMinutes: number,
): void {
  const last = voice.trail.times ?? voice.trail.level
  if (last === undefined) return
  const who = say.saidInWords(last)
  if (!speaksOfHours(voice, timesSaid)) {
    if (voice.level === lead.level || Number.isNaN(voice.level)) return
    const says = `${who}, differs: ${say.levelInWords(voice.level)}, but not how often. The range spans both prices.`
    reasons.push(written({ says, entries: voice.entries }))
    return
  }
  const times = timesOf(tables, slot, voice)
  const theirs = times === 0 ? 0 : times * minutesEachOf(tables, slot, voice) * helpersOf(tables, slot, voice)
  if (Number.isNaN(theirs) || Math.abs(theirs - needMinutes) < 1e-9) return
  reasons.push(
    written({
      says: `${who}, differs: ${say.timeInWords(theirs)} a week. The sum goes by what was said last; the range spans both.`,
      gives: hours(`hours as ${voice.saidByName} sees it`, theirs),
      entries: voice.entries,
    }),
  )
}

/** What unpaid help takes off, with whose consent, and by which order where nobody said what it is for. */
export function sayHelp(
  reasons: Reason[],
  tables: Tables,
  need: number,
  offset: number,
  given: readonly (Given & { help: Help })[],
): void {
  if (offset <= 0) return
  const each = given.map(
    ({ carerName, hours: gives }) =>
      `${carerName} is willing and able and has agreed to give ${say.timeInWords(gives * 60)} of this`,
  )
  reasons.push(
    written({
      says: `${each.join('; ')}. ${say.timeInWords(need)} less ${say.timeInWords(offset)} = ${say.timeInWords(need - offset)} a week.`,
      from: [
        hours('hours of need', need),
        ...given.map((g) => hours(`hours from ${g.carerName}`, g.hours * 60)),
      ],
      gives: hours('hours paid for', need - offset),
      cites: UNPAID_HELP,
      entries: given.map((g) => g.entry),
    }),
  )
  if (given.some(({ help }) => help.topics === undefined)) {
    const says =
      'It was not said what these hours are for, so they come off in the order that the model publishes.'
    reasons.push(written({ says, model: modelReference(tables.model, 'the order of unpaid help') }))
  }
}

/** A place’s minutes a week, and its week in pence: the lowest, the stated and the highest. */
type Sums = {
  readonly need: number
  readonly paid: number
  readonly low: number
  readonly mid: number
  readonly high: number
}

/** Hours times price, rounded once, and the range. */
export function sayPrice(
  reasons: Reason[],
  phrases: Phrases,
  place: number,
  price: PriceInForce | null,
  { need, paid, low, mid, high }: Sums,
): void {
  // Where nothing is needed, whoever is asked, there is nothing to price.
  if (price === null || (need === 0 && high === 0)) return
  const words = priceWords(phrases, place, price)
  if (words.dearer !== undefined) reasons.push(written(words.dearer))
  reasons.push({ of: 'price', paid, weekly: mid, words })
  if (low !== high) reasons.push({ of: 'range', low, high, source: price.source })
}

/** How the night was put together from all that was said of it. */
export function sayNight(
  reasons: Reason[],
  tables: Tables,
  nights: readonly Heard[],
  minutes: number,
  waking: boolean,
): void {
  const said = nights.flatMap(({ topic, lead }) => {
    const one = lead.trail.times ?? lead.trail.level
    return one === undefined ? [] : [`${TOPIC_WORDS[topic].toLowerCase()} (${say.saidInWords(one)})`]
  })
  if (nights.some(({ lead }) => isTypicallyOften(lead))) {
    const says =
      'How many nights was not said for all of it: the model’s typical nights stand in, and are not this person’s own.'
    reasons.push(written({ says, model: modelReference(tables.model, 'nights') }))
  }
  const cover = waking ? 'somebody awake all night' : 'somebody asleep in the house, there if needed'
  const long = say.timeInWords(tables.nightMinutes)
  reasons.push(
    written({
      says: `One worker is there for all that the night brings: ${said.join('; ')}. It takes ${cover}; a night is ${long}. That makes ${say.timeInWords(minutes)} a week.`,
      gives: hours('hours of need', minutes),
      entries: nights.flatMap(({ lead }) => lead.entries),
      model: modelReference(tables.model, `nights: ${waking ? 'waking' : 'sleep-in'}`),
    }),
  )
}

/** For nights only the fact that voices differ is told; the range shows by how much. */
export function sayNightVoices(reasons: Reason[], { lead, voices, setAside }: Heard): void {
  for (const { saidBy, times, level, trail } of voices) {
    const said = trail.times ?? trail.level
    if (said === undefined || saidBy === lead.saidBy) continue
    if (times === lead.times && level === lead.level) continue
    const says = `${say.saidInWords(said)}, sees the nights differently. The range spans both.`
    reasons.push(written({ says, entries: [said.entry] }))
  }
  for (const { saidByName, on, entry } of setAside) {
    const says = `What ${saidByName} said of the nights on ${say.dayInWords(on)} is disputed, and set aside.`
    reasons.push(written({ says, entries: [entry] }))
  }
}
