import type { Step } from '../answer.ts'
import { pence } from '../money/pence.ts'
import { isLevel, type Level } from '../outcomes/ladder.ts'
import type { Topic } from '../outcomes/topics.ts'
import type { Given, Hours } from './budget.ts'
import type { Count } from './count.ts'
import type { AllocationFacts, Help, Said, Whose } from './facts.ts'
import { type Figures, threeAt } from './reckon.ts'
import { MID, SLOT_COUNT } from './slots.ts'
import { figure, type Tables } from './tables.ts'
import type { Heard, Hearing, Spoken, Trail } from './voices.ts'

/** Everything that the lines of one budget are written from: the sum as it was reckoned, and where its facts came from. */
export type Working = {
  readonly tables: Tables
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
/** Reasons one after the other. A line has five or six parts, most of them empty, and there are many lines. */
export function stepsOf(...parts: readonly (readonly Step[])[]): readonly Step[] {
  const steps: Step[] = []
  for (const part of parts) for (const step of part) steps.push(step)
  return steps
}
export const levelOf = (voice: Spoken): Level | null => (isLevel(voice.level) ? voice.level : null)

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
  hearing.needed.get(topic) ?? NO_ENTRIES

/** The entries that were weighed for a topic: those that count, those of other voices, and those set aside. */
export function heardEntries({ lead, voices, setAside }: Heard): readonly string[] {
  const entries: string[] = []
  addTrail(entries, lead.trail)
  for (const voice of voices) if (voice !== lead) addTrail(entries, voice.trail)
  for (const said of setAside) entries.push(said.entry)
  return entries
}

/** The entries of a trail, each once: most voices say everything in one. */
export function addTrail(entries: string[], { level, times, minutes, people }: Trail): void {
  const add = (said: Said | undefined): void => {
    if (said !== undefined && !entries.includes(said.entry)) entries.push(said.entry)
  }
  add(level)
  if (times !== level) add(times)
  if (minutes !== times) add(minutes)
  if (people !== minutes) add(people)
}

/** The stated minutes, help and rate of a place, and its three sums. */
export function timed(working: Working, slot: number) {
  const { count, figures } = working
  const need = figure(count.minutes, MID, slot)
  const offset = figure(figures.offset, MID, slot)
  const paid = figure(figures.paid, MID, slot)
  const [low, mid, high] = threeAt(figures.weekly, slot)
  const given = givenAt(working, slot)
  const givenBy: readonly Given[] =
    given.length === 0
      ? NOBODY
      : given.map(({ carer, carerName, hours, entry }) => ({ carer, carerName, hours, entry }))
  return { need, offset, paid, low, mid, high, given, givenBy, rate: figure(count.rate, MID, slot) }
}
