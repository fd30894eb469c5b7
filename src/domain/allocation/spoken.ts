import type { Voice } from './count.ts'
import type { Said } from './facts.ts'

// What one speaker says of a topic, put together from all that they said of it.

/** Which statement each figure of a voice comes from; undefined where it was not said. */
export type Trail = {
  readonly level: Said | undefined
  readonly times: Said | undefined
  readonly minutes: Said | undefined
  readonly people: Said | undefined
}

/** One speaker's own view of a topic, with where it was said; `entries` are those of the trail, each once. */
export type Spoken = Voice & {
  readonly trail: Trail
  readonly entries: readonly string[]
  readonly saidBy: string
  readonly saidByName: string
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

function entriesOf(trail: readonly (Said | undefined)[]): readonly string[] {
  const entries: string[] = []
  for (const said of trail) if (said !== undefined && !entries.includes(said.entry)) entries.push(said.entry)
  return entries
}

/** One statement is all that there is to go by. */
function viewOfOne(said: Said): Spoken {
  const { level, times, minutes, people, saidBy, saidByName } = said
  return {
    level: level ?? Number.NaN,
    times: times ?? Number.NaN,
    minutes: minutes ?? Number.NaN,
    people: people ?? Number.NaN,
    trail: {
      level: level === undefined ? undefined : said,
      times: times === undefined ? undefined : said,
      minutes: minutes === undefined ? undefined : said,
      people: people === undefined ? undefined : said,
    },
    entries:
      level === undefined && times === undefined && minutes === undefined && people === undefined
        ? []
        : [said.entry],
    saidBy,
    saidByName,
  }
}

/**
 * A view from statements in the order they were said: the latest level, the latest times, and for minutes and helpers what the
 * speaker of those times said with them, else what the same speaker said last. Figures of two speakers are never multiplied.
 * A level-4 statement, with no times then or since, says that no help is needed; times before it no longer stand.
 */
export function viewOf(said: readonly Said[], speaker?: string): Spoken {
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
  return {
    level: level?.level ?? Number.NaN,
    times: times?.times ?? Number.NaN,
    minutes: minutes?.minutes ?? Number.NaN,
    people: people?.people ?? Number.NaN,
    trail: { level, times, minutes, people },
    entries: entriesOf([level, times, minutes, people]),
    saidBy: who?.saidBy ?? '',
    saidByName: who?.saidByName ?? '',
  }
}
