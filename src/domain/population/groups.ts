import type { PlainDate } from '../dates/plain-date.ts'
import { ageFrom, isCluedUp, type OnePerson } from './figures.ts'
import {
  AREAS,
  AREA_WORDS,
  ETHNICITIES,
  ETHNICITY_WORDS,
  SEXES,
  SUPPORT_REASONS,
  SUPPORT_REASON_WORDS,
} from './traits.ts'

/** By what people are held against each other: what a council must not treat them differently for, and what ought not to pay. */
export const DIVISIONS = ['age', 'sex', 'ethnicity', 'reason', 'area', 'advocate', 'clued-up'] as const
export type Division = (typeof DIVISIONS)[number]

export const DIVISION_WORDS: Readonly<Record<Division, string>> = {
  age: 'Age',
  sex: 'Sex',
  ethnicity: 'Ethnic group',
  reason: 'Main reason for support',
  area: 'Area',
  advocate: 'With an advocate or not',
  'clued-up': 'Who knows their way about, and who does not',
}

/** Where nobody knows it; a group of its own, so that nobody falls out of a table. */
export const NOT_KNOWN = 'not-known'

export const AGES = ['under-18', '18-64', '65-84', '85-and-over'] as const
export type AgeGroup = (typeof AGES)[number]

export const ageGroup = (age: number): AgeGroup =>
  age < 18 ? 'under-18' : age < 65 ? '18-64' : age < 85 ? '65-84' : '85-and-over'

const YES_OR_NO = ['yes', 'no'] as const

/** The groups of each division, in the order in which tables show them. */
export const GROUPS: Readonly<Record<Division, readonly string[]>> = {
  age: AGES,
  sex: [...SEXES, NOT_KNOWN],
  ethnicity: [...ETHNICITIES, NOT_KNOWN],
  reason: [...SUPPORT_REASONS, NOT_KNOWN],
  area: [...AREAS, NOT_KNOWN],
  advocate: YES_OR_NO,
  'clued-up': YES_OR_NO,
}

const AGE_WORDS: Readonly<Record<AgeGroup, string>> = {
  'under-18': 'Under 18',
  '18-64': '18 to 64',
  '65-84': '65 to 84',
  '85-and-over': '85 and over',
}

const OWN_WORDS: Readonly<Record<Division, Readonly<Record<string, string>>>> = {
  age: AGE_WORDS,
  sex: { female: 'Women', male: 'Men' },
  ethnicity: ETHNICITY_WORDS,
  reason: SUPPORT_REASON_WORDS,
  area: AREA_WORDS,
  advocate: { yes: 'With an advocate', no: 'Without an advocate' },
  'clued-up': {
    yes: 'Disputed, proposed, cited law or asked for a review',
    no: 'Did none of these',
  },
}

export const groupInWords = (division: Division, group: string): string =>
  OWN_WORDS[division][group] ?? 'Not known'

export type GroupsOf = Readonly<Record<Division, string>>

/** The group of somebody in each division, on a day. */
export const groupsOf = ({ figures, traits }: OnePerson, on: PlainDate): GroupsOf => ({
  age: ageGroup(ageFrom(figures.born, on)),
  sex: traits?.sex ?? NOT_KNOWN,
  ethnicity: traits?.ethnicity ?? NOT_KNOWN,
  reason: traits?.reason ?? NOT_KNOWN,
  area: traits?.area ?? NOT_KNOWN,
  advocate: figures.advocate ? 'yes' : 'no',
  'clued-up': isCluedUp(figures) ? 'yes' : 'no',
})

/** Everybody's groups as one number each: people of the same number are of the same group in every division. */
export type Kinds = {
  readonly of: Uint16Array
  /** the groups that each number stands for */
  readonly groups: readonly GroupsOf[]
}

/** There are fewer ways to be grouped than a `Uint16` counts: 4 x 3 x 7 x 7 x 7 x 2 x 2. */
export function kindsOf(all: readonly GroupsOf[]): Kinds {
  const numbers = new Map<string, number>()
  const groups: GroupsOf[] = []
  const of = new Uint16Array(all.length)
  all.forEach((each, index) => {
    const key = DIVISIONS.map((division) => each[division]).join('|')
    let number = numbers.get(key)
    if (number === undefined) {
      number = groups.length
      numbers.set(key, number)
      groups.push(each)
    }
    of[index] = number
  })
  return { of, groups }
}
