import { pence } from '../money/pence.ts'
import { type Level, LEVELS } from '../outcomes/ladder.ts'
import type { Topic } from '../outcomes/topics.ts'
import type { Given, Hours } from './budget.ts'
import type { Count } from './count.ts'
import type { AllocationFacts, Help, Whose } from './facts.ts'
import type { Phrases } from './phrases.ts'
import type { Figures } from './reckon.ts'
import { HIGH, LOW, MID, SLOT_COUNT } from './slots.ts'
import { figure, type Tables } from './tables.ts'
import type { Heard, Hearing } from './voices.ts'

/** Everything that the lines of one budget are written from: the sum as it was reckoned, and where its facts came from. */
export type Working = {
  readonly tables: Tables
  readonly phrases: Phrases
  readonly facts: AllocationFacts
  readonly whose: Whose
  readonly hearing: Hearing
  readonly givers: readonly { readonly help: Help }[]
  readonly count: Count
  readonly figures: Figures
}

export const NO_HOURS: Hours = { need: 0, offset: 0, paid: 0 }
export const week = (n: number) => pence<'week'>(n)
/** Each once, in the order in which they first came. */
export function unique(...parts: readonly (readonly string[])[]): readonly string[] {
  const once: string[] = []
  for (const ids of parts) for (const id of ids) if (!once.includes(id)) once.push(id)
  return once
}
/** What a line rests on: the needs, what was heard of them, and whose help comes off. */
export function restsOn(
  needs: readonly string[],
  heard: readonly string[],
  given: readonly Given[],
): readonly string[] {
  const need = needs[0]
  const said = heard[0]
  // Most lines rest on one need and on what one person said in one go.
  const isPlain = needs.length === 1 && heard.length === 1 && given.length === 0
  if (isPlain && need !== undefined && said !== undefined && need !== said) return [need, said]
  return unique(
    needs,
    heard,
    given.map((g) => g.entry),
  )
}
/** @param level NaN where nobody said one */
export const levelAt = (level: number): Level | null =>
  Number.isInteger(level) ? (LEVELS[level] ?? null) : null

const NOBODY: readonly (Given & { help: Help })[] = []

/** Who gives what to a line, in the stated sum. */
function givenAt({ figures, givers }: Working, slot: number): readonly (Given & { help: Help })[] {
  if (givers.length === 0) return NOBODY
  return givers.flatMap(({ help }, g) => {
    const minutes = figures.given[g * SLOT_COUNT + slot] ?? 0
    if (minutes <= 0) return []
    return [{ help, carer: help.carer, carerName: help.carerName, hours: minutes / 60, entry: help.entry }]
  })
}

const NO_ENTRIES: readonly string[] = []

/** The needs that were recorded of a topic. */
export const needEntries = ({ hearing }: Working, topic: Topic): readonly string[] =>
  hearing.needed.find((one) => one.topic === topic)?.entries ?? NO_ENTRIES

/** The entries that were weighed for a topic: those that count, those of other voices, and those set aside. */
export function heardEntries({ lead, voices, setAside }: Heard): readonly string[] {
  // Most of what is said is said by one person, and stands.
  if (voices.length === 1 && setAside.length === 0) return lead.entries
  return [
    ...lead.entries,
    ...voices.flatMap((voice) => (voice === lead ? NO_ENTRIES : voice.entries)),
    ...setAside.map((said) => said.entry),
  ]
}

/** The stated minutes and help of a place, and its three sums. */
export function timed(working: Working, slot: number) {
  const { count, figures } = working
  const need = figure(count.minutes, MID, slot)
  const offset = figure(figures.offset, MID, slot)
  const paid = figure(figures.paid, MID, slot)
  const low = figure(figures.weekly, LOW, slot)
  const mid = figure(figures.weekly, MID, slot)
  const high = figure(figures.weekly, HIGH, slot)
  const given = givenAt(working, slot)
  const givenBy: readonly Given[] =
    given.length === 0
      ? NOBODY
      : given.map(({ carer, carerName, hours, entry }) => ({ carer, carerName, hours, entry }))
  return { need, offset, paid, low, mid, high, given, givenBy }
}
