import type { SupportReason } from '../traits.ts'
import type { Chance } from './chance.ts'

// The shape of a council that 20,000 people are known to in a year, worked out from the totals of England (section E3 of the
// evidence; each figure names what it stands on). One place to read them, one place to change them.

/** How somebody comes to the council and how far they go. */
export const WAYS = [
  'advice',
  'passed-on',
  'not-eligible',
  'reablement',
  'did-not-want',
  'waiting',
  'new',
  'long',
  'turning-18',
] as const
export type Way = (typeof WAYS)[number]

/**
 * Of 20,000: 8,250 with long-term support in the year, 1,600 of them new (8% of 20,040 requests); 1,790 wait for an
 * assessment; the rest asked, with results as of the requests of England (31% signposted, 28% none, 16% low-level, 12%
 * short-term), less those who wait; and some who come from the children’s team before they are 18.
 */
const WAY: readonly (readonly [Way, number])[] = [
  ['long', 6650],
  ['new', 1600],
  ['waiting', 1790],
  ['advice', 3560],
  ['passed-on', 2700],
  ['did-not-want', 450],
  ['not-eligible', 1750],
  ['reablement', 1500],
  // Of no year’s totals: chosen, so that every council has some.
  ['turning-18', 80],
]
export const wayOf = (chance: Chance): Way => chance.weighted(WAY)

export type Setting = 'home' | 'supported-living' | 'residential' | 'nursing'

/** Long-term support in 2014-15: nursing 10%, residential 22%, the community 68%; nursing is almost all for people over 65. */
export function settingOf(chance: Chance, way: Way, age: number, reason: SupportReason): Setting {
  if (way !== 'long' && way !== 'new') return 'home'
  // Of working age the shares are raked, with the hours and prices below, so that what plans cost comes to the spend of 2023-24:
  // supported living £3.0bn of £10.4bn, direct payments £1.6bn, home care £1.1bn. What is neither these nor a care home is left out.
  if (age >= 65)
    return chance.weighted<Setting>([
      ['home', 60],
      ['residential', 25],
      ['nursing', 15],
    ])
  const shared = reason === 'learning-disability' ? 37 : reason === 'mental-health' ? 17 : 5
  return chance.weighted<Setting>([
    ['home', 82 - shared],
    ['supported-living', shared],
    ['residential', 16],
    ['nursing', 2],
  ])
}

/** Primary support reasons of long-term support: personal care 51%, learning disability 16%, mental health 12%, other 21%. */
export const reasonOf = (chance: Chance, age: number): SupportReason =>
  chance.weighted<SupportReason>(
    age < 65
      ? [
          ['physical', 28],
          ['learning-disability', 40],
          ['mental-health', 24],
          ['social', 4],
          ['sensory', 2],
          ['memory', 2],
        ]
      : [
          ['physical', 63],
          ['memory', 18],
          ['mental-health', 5.5],
          ['social', 5],
          ['sensory', 5],
          ['learning-disability', 3.5],
        ],
  )

/** The most and the fewest hours a week that the year's figures are drawn from: beyond them a plan is its own story. */
const FEWEST = 1.5
const MOST = 90

/**
 * Hours of help a week. At home over 65: lognormal with the mean of 12.6 that Coventry published and a spread of 0.75, so a
 * median of 9.5. Of working age all together come to a mean of £735 a week (2023-24), £840 in the prices of 2026-27. Who lives in a
 * care home needs what the place gives; that is counted from their needs, and paid for by the week.
 */
export function hoursOf(chance: Chance, way: Way, age: number, setting: Setting): number {
  const asksLess = way === 'advice' || way === 'passed-on' || way === 'not-eligible'
  const drawn = asksLess ? chance.lognormal(2.5, 0.4) : hoursOfSupport(chance, age, setting)
  return Math.min(MOST, Math.max(FEWEST, drawn))
}

function hoursOfSupport(chance: Chance, age: number, setting: Setting): number {
  switch (setting) {
    case 'home':
      return age >= 65 ? chance.lognormal(9.5, 0.75) : chance.lognormal(11.5, 0.85)
    case 'supported-living':
      return chance.lognormal(46, 0.45)
    case 'residential':
      return chance.lognormal(30, 0.3)
    case 'nursing':
      return chance.lognormal(36, 0.3)
  }
}

/** Pounds a week in a care home: lognormal with a mean of £1,186 (2024-25) and a spread of 0.35; lower over 65, higher with a learning disability. */
export function careHomePrice(chance: Chance, age: number, reason: SupportReason, setting: Setting): number {
  const median =
    age < 65 ? (reason === 'learning-disability' ? 1780 : 1450) : setting === 'nursing' ? 1090 : 980
  return Math.min(4000, Math.max(650, Math.round(chance.lognormal(median, 0.3))))
}

/** Days from first asking until an assessment begins, in time: a median of two weeks. The tail beyond the standard is planted. */
export const daysUntilOpened = (chance: Chance): number =>
  Math.min(24, 1 + Math.floor(chance.lognormal(11, 0.6)))

/** Days that the conversation takes, in time: with the wait before it, a median near the 27 days of Wokingham (2022-23). */
export const daysOfConversation = (chance: Chance): number =>
  Math.min(36, 4 + Math.floor(chance.lognormal(12, 0.6)))

/** The long tail of the same: one to six months, as of those who wait 35% do, or six months to two years. */
export const daysOfTail = (chance: Chance): number =>
  45 + Math.min(140, Math.floor(chance.lognormal(30, 0.8)))
export const daysStuck = (chance: Chance): number =>
  Math.min(720, 184 + Math.floor(chance.lognormal(60, 0.9)))
