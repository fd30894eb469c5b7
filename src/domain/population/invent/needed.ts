import type { Level } from '../../outcomes/ladder.ts'
import type { AdultOutcome } from '../../outcomes/topics.ts'
import type { SupportReason } from '../traits.ts'
import type { Chance } from './chance.ts'
import type { Setting } from './shape.ts'

/** What help somebody needs with one thing, as they would say it. */
export type Needed = {
  readonly topic: AdultOutcome | 'night'
  readonly level: Level
  readonly hoped: Level
  readonly possible: Level | undefined
  readonly times: number
  readonly minutes: number
}

type Pattern = readonly (readonly [topic: AdultOutcome, weight: number, times: number])[]

/** What people with each reason for support most often need help with, the first first, and how often a week. */
const PATTERNS: Readonly<Record<SupportReason, Pattern>> = {
  physical: [
    ['hygiene', 28, 7],
    ['nutrition', 24, 14],
    ['clothing', 16, 14],
    ['home-upkeep', 9, 2],
    ['toilet', 12, 21],
    ['home-safety', 7, 14],
    ['community', 8, 2],
  ],
  sensory: [
    ['home-upkeep', 24, 3],
    ['community', 30, 2],
    ['nutrition', 26, 7],
    ['home-safety', 20, 7],
  ],
  memory: [
    ['nutrition', 28, 14],
    ['hygiene', 22, 7],
    ['home-safety', 18, 14],
    ['clothing', 12, 7],
    ['home-upkeep', 10, 2],
    ['toilet', 10, 14],
  ],
  'learning-disability': [
    ['home-upkeep', 18, 3],
    ['community', 24, 3],
    ['nutrition', 20, 7],
    ['work-learning', 14, 2],
    ['relationships', 12, 2],
    ['hygiene', 12, 7],
  ],
  'mental-health': [
    ['home-upkeep', 30, 2],
    ['community', 30, 2],
    ['relationships', 22, 2],
    ['nutrition', 18, 7],
  ],
  social: [
    ['home-upkeep', 36, 2],
    ['nutrition', 34, 7],
    ['community', 30, 1],
  ],
}

/** Helps to turn a reason and a number of hours into times and minutes, topic by topic. */
export function needsFor(
  chance: Chance,
  reason: SupportReason,
  hours: number,
  setting: Setting,
): readonly Needed[] {
  const pattern = PATTERNS[reason]
  const count = Math.min(pattern.length, hours < 4 ? 2 : hours < 9 ? 3 : hours < 18 ? 4 : hours < 30 ? 5 : 7)
  const chosen = pattern.slice(0, count)
  const whole = chosen.reduce((total, [, weight]) => total + weight, 0)
  const needed = chosen.map(([topic, weight, usual]): Needed => {
    const minutesAWeek = ((hours * 60 * weight) / whole) * (0.9 + 0.2 * chance.next())
    const times = timesFor(minutesAWeek, usual)
    const minutes = Math.max(5, 5 * Math.round(minutesAWeek / times / 5))
    const level = levelFor(chance, minutesAWeek)
    return { topic, level, ...hopesFor(chance, level), times, minutes }
  })
  return chance.happens(NIGHTS[setting]) ? [...needed, nightFor(chance)] : needed
}

/** More often where a visit would get longer than two hours, less often where it would be shorter than a quarter of one. */
function timesFor(minutesAWeek: number, usual: number): number {
  if (minutesAWeek / usual > 240) return Math.ceil(minutesAWeek / 240)
  if (minutesAWeek / usual < 10) return Math.max(1, Math.floor(minutesAWeek / 10))
  return usual
}

const levelFor = (chance: Chance, minutesAWeek: number): Level => {
  const much = minutesAWeek > 420
  return chance.weighted<Level>(
    much
      ? [
          [0, 6],
          [1, 4],
        ]
      : [
          [0, 1],
          [1, 6],
          [2, 3],
        ],
  )
}

const raised = (level: Level, by: number): Level => {
  const levels: readonly Level[] = [0, 1, 2, 3, 4]
  return levels[Math.min(4, level + by)] ?? 4
}

function hopesFor(chance: Chance, level: Level): Pick<Needed, 'hoped' | 'possible'> {
  const hoped = raised(
    level,
    chance.weighted([
      [0, 35],
      [1, 40],
      [2, 25],
    ]),
  )
  const possible = chance.happens(0.4)
    ? raised(
        level,
        chance.weighted([
          [0, 30],
          [1, 50],
          [2, 20],
        ]),
      )
    : undefined
  return { hoped, possible }
}

const NIGHTS: Readonly<Record<Setting, number>> = {
  home: 0.01,
  'supported-living': 0.1,
  residential: 0.08,
  nursing: 0.2,
}

const nightFor = (chance: Chance): Needed => ({
  topic: 'night',
  level: chance.happens(0.3) ? 1 : 2,
  hoped: 3,
  possible: undefined,
  times: 7,
  minutes: 30,
})

/** Less or more of one thing, as a reassessment finds it. */
export const changedNeed = (needed: Needed, levels: number, share: number): Needed => {
  const level = raisedOrLowered(needed.level, levels)
  return {
    ...needed,
    level,
    hoped: needed.hoped < level ? level : needed.hoped,
    possible: undefined,
    minutes: Math.max(5, 5 * Math.round((needed.minutes * share) / 5)),
  }
}

const raisedOrLowered = (level: Level, by: number): Level => {
  const levels: readonly Level[] = [0, 1, 2, 3, 4]
  return levels[Math.max(0, Math.min(3, level + by))] ?? level
}
