import { type PlainDate, addMonths, dayFromNumber, dayNumber } from '../../dates/plain-date.ts'
import { type Area, AREAS, type Ethnicity, type SupportReason, type Traits } from '../traits.ts'
import type { Chance } from './chance.ts'
import { familyName, givenName } from './names.ts'
import { type Needed, needsFor } from './needed.ts'
import { type Setting, type Way, hoursOf, reasonOf, settingOf, wayOf } from './shape.ts'

/** Somebody invented, before anything has happened. Nothing that happens to them looks at a trait, but for a planted fault. */
export type Someone = {
  readonly id: string
  readonly name: string
  readonly born: PlainDate
  readonly age: number
  readonly traits: Traits
  readonly way: Way
  readonly setting: Setting
  /** hours of help a week that they need, as the figures of England have it */
  readonly hours: number
  readonly needs: readonly Needed[]
  /** Knows how to ask: disputes, proposes, cites the law, or asks for a review. Has nothing to do with need. */
  readonly cluedUp: boolean
  /** finds it hard to take part in an assessment */
  readonly difficulty: boolean
  /** of those: cannot decide where to live and which support to have, with all the help there is */
  readonly lacksCapacity: boolean
  readonly formats: readonly ('easy-read' | 'large-print' | 'audio' | 'braille' | 'bsl')[]
  readonly language: string | undefined
  /** comes from another council’s area, and has told this one in advance */
  readonly movesIn: boolean
}

const CLUED_UP = 0.25
/** Of those whose support begins; no figure is known. */
const MOVES_IN = 0.05

/** Shares of the census of 2021 for England and Wales, and some who did not say. */
const ETHNICITY: readonly (readonly [Ethnicity, number])[] = [
  ['white', 78],
  ['asian', 9],
  ['black', 4],
  ['mixed', 3],
  ['other', 2],
  ['not-said', 4],
]
const AREA: readonly (readonly [Area, number])[] = AREAS.map((area, place) => [area, 22 - 2 * place])
const LANGUAGES = ['Urdu', 'Polish', 'Gujarati', 'Cantonese', 'Somali', 'Arabic'] as const

export function someone(chance: Chance, id: string, today: PlainDate): Someone {
  const way = wayOf(chance)
  const age = ageOf(chance, way)
  const reason = reasonOf(chance, age)
  const setting = settingOf(chance, way, age, reason)
  const sex = chance.happens(age < 65 ? 0.52 : 0.63) ? 'female' : 'male'
  const hours = hoursOf(chance, way, age, setting)
  const difficulty = chance.happens(HARD_TO_TAKE_PART[reason])
  return {
    id,
    name: `${givenName(chance, sex)} ${familyName(chance)}`,
    born: way === 'turning-18' ? bornToTurn18(chance, today) : bornOf(chance, age, today),
    age,
    traits: {
      person: id,
      sex,
      ethnicity: chance.weighted(ETHNICITY),
      area: chance.weighted(AREA),
      reason,
    },
    way,
    setting,
    hours,
    needs: needsFor(chance, reason, hours, setting),
    cluedUp: chance.happens(CLUED_UP),
    difficulty,
    lacksCapacity:
      difficulty && (reason === 'memory' || reason === 'learning-disability') && chance.happens(0.35),
    formats: formatsOf(chance, reason),
    language: chance.happens(0.03) ? chance.pick(LANGUAGES) : undefined,
    movesIn: way === 'new' && chance.happens(MOVES_IN),
  }
}

const HARD_TO_TAKE_PART: Readonly<Record<SupportReason, number>> = {
  physical: 0.04,
  sensory: 0.08,
  memory: 0.7,
  'learning-disability': 0.6,
  'mental-health': 0.25,
  social: 0.1,
}

function formatsOf(chance: Chance, reason: SupportReason): Someone['formats'] {
  if (reason === 'learning-disability') return chance.happens(0.5) ? ['easy-read'] : []
  if (reason === 'sensory') return [chance.pick(['large-print', 'audio', 'braille', 'bsl'] as const)]
  return chance.happens(0.12) ? ['large-print'] : []
}

/** Whole years: grown up before anything in the record happened, but for those who turn 18; most of those over 65 past eighty. */
function ageOf(chance: Chance, way: Way): number {
  if (way === 'turning-18') return 18
  const older = way === 'long' || way === 'new' ? 0.65 : 0.685
  if (!chance.happens(older)) return chance.between(20, 64)
  return Math.min(
    104,
    65 + Math.floor((chance.between(0, 22) + chance.between(0, 20) + chance.between(0, 6)) * 0.82),
  )
}

const bornOf = (chance: Chance, age: number, today: PlainDate): PlainDate =>
  dayFromNumber(dayNumber(today) - Math.floor(age * 365.25) - chance.between(1, 364))

/** The day on which somebody is 18. */
export const turns18 = (born: PlainDate): PlainDate => addMonths(born, 12 * 18)

/** 18 within the last ten months, or within the next six weeks. */
const bornToTurn18 = (chance: Chance, today: PlainDate): PlainDate =>
  addMonths(dayFromNumber(dayNumber(today) + chance.between(-300, 42)), -12 * 18)
