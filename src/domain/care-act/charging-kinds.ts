import { type Pence, inWords, pence } from '../money/pence.ts'
import type { CitationId } from './citations.ts'

// Which income counts, and which does not, when it is worked out what somebody can pay: Schedule 1 of the Care and Support
// (Charging and Assessment of Resources) Regulations 2014, as far as it was found in the published charging policies of
// councils. The schedule itself was not read, and its list is longer. What was not found is asked for, never guessed.

export type Setting = 'home' | 'care-home'

/** How much of an income may be counted. The council may always count less. */
type Rule =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** all but so much a week */
  | { readonly kind: 'all-but'; readonly leaves: Pence<'week'> }
  /** hangs on something that nobody has said yet, or that was not read */
  | { readonly kind: 'ask'; readonly about: string }

type Row = {
  readonly says: string
  readonly home: Rule
  readonly careHome: Rule
  /** where it was read */
  readonly source: string
}

const ALL: Rule = { kind: 'all' }
const NONE: Rule = { kind: 'none' }
const WIRRAL = 'Published charging policy of Wirral Council'
const ST_HELENS = 'Published charging policy of St Helens Council'
const REST = 'Counts unless Schedule 1 leaves it out; nothing that was read does'

export const INCOME_KINDS = {
  earnings: { says: 'Earned by working', home: NONE, careHome: NONE, source: ST_HELENS },
  'state-pension': { says: 'State pension', home: ALL, careHome: ALL, source: REST },
  'work-pension': {
    says: 'Pension from work, or a private one',
    home: ALL,
    careHome: {
      kind: 'ask',
      about:
        'Does half of it go to a husband, wife or civil partner at home? Then half of it does not count. Enter how much counts.',
    },
    source: `${REST}; ${WIRRAL}`,
  },
  'care-benefit': {
    says: 'Attendance Allowance, PIP daily living or DLA care',
    home: ALL,
    careHome: ALL,
    source: 'Counts, and then what the disability costs must be allowed (Schedule 1, paragraph 4)',
  },
  'mobility-benefit': {
    says: 'Mobility part of PIP or DLA',
    home: NONE,
    careHome: NONE,
    source: `${ST_HELENS}; ${WIRRAL}`,
  },
  'direct-payment': {
    says: 'A direct payment for support',
    home: NONE,
    careHome: NONE,
    source: WIRRAL,
  },
  'veterans-payment': {
    says: 'Guaranteed income payment to a veteran',
    home: NONE,
    careHome: NONE,
    source: WIRRAL,
  },
  'war-pension': {
    says: 'War pension',
    home: {
      kind: 'ask',
      about: 'None of it counts, but for constant attendance allowance. Enter how much of it is that, or 0.',
    },
    careHome: {
      kind: 'ask',
      about: 'None of it counts, but for constant attendance allowance. Enter how much of it is that, or 0.',
    },
    source: WIRRAL,
  },
  'war-widow': {
    says: 'Pension of a war widow or widower',
    home: { kind: 'all-but', leaves: pence<'week'>(1000) },
    careHome: { kind: 'all-but', leaves: pence<'week'>(1000) },
    source: WIRRAL,
  },
  'savings-credit': {
    says: 'Savings credit',
    home: {
      kind: 'ask',
      about: 'A part of it does not count, and the part of this year was not read. Enter how much counts.',
    },
    careHome: {
      kind: 'ask',
      about: 'A part of it does not count, and the part of this year was not read. Enter how much counts.',
    },
    source: 'Only the part of 2024-25 was found, for somebody who is single',
  },
  other: {
    says: 'Something else',
    home: {
      kind: 'ask',
      about: 'Look in Schedule 1 whether it counts, then enter how much does, and say why.',
    },
    careHome: {
      kind: 'ask',
      about: 'Look in Schedule 1 whether it counts, then enter how much does, and say why.',
    },
    source: 'Not read',
  },
} as const satisfies Readonly<Record<string, Row>>

export type IncomeKind = keyof typeof INCOME_KINDS
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are its keys
export const INCOME_KIND_NAMES = Object.keys(INCOME_KINDS) as IncomeKind[]

export const INCOME_CITES: readonly CitationId[] = ['CR Sch1']

const ruleOf = (kind: IncomeKind, setting: Setting): Rule => {
  const row: Row = INCOME_KINDS[kind]
  return setting === 'home' ? row.home : row.careHome
}

/** How much of an income may be counted at the most, or the question that has to be answered first. */
export function countedAtMost(
  kind: IncomeKind,
  setting: Setting,
  weekly: Pence<'week'>,
):
  | { readonly kind: 'known'; readonly most: Pence<'week'> }
  | { readonly kind: 'ask'; readonly about: string } {
  const rule = ruleOf(kind, setting)
  switch (rule.kind) {
    case 'all':
      return { kind: 'known', most: weekly }
    case 'none':
      return { kind: 'known', most: pence<'week'>(0) }
    case 'all-but':
      return { kind: 'known', most: pence<'week'>(Math.max(0, weekly - rule.leaves)) }
    case 'ask':
      return rule
  }
}

/** `none of it counts`: what the rule says of a kind, for a table. */
export function ruleInWords(kind: IncomeKind, setting: Setting): string {
  const rule = ruleOf(kind, setting)
  switch (rule.kind) {
    case 'all':
      return 'All of it counts'
    case 'none':
      return 'None of it counts'
    case 'all-but':
      return `The first ${inWords(rule.leaves)} a week does not count`
    case 'ask':
      return rule.about
  }
}

/** The reason that a record keeps with a line of income: its kind first, then what was said besides. */
export function whyOfIncome(kind: IncomeKind, setting: Setting, said: string): string {
  const rule = ruleOf(kind, setting)
  const what = rule.kind === 'ask' ? '' : `: ${lowerFirst(ruleInWords(kind, setting))}`
  return [`${INCOME_KINDS[kind].says}${what}.`, said.trim()].filter((part) => part !== '').join(' ')
}

/** Reads the kind back from the reason that a record keeps, and what was said besides. */
export function incomeKindIn(why: string): { readonly kind: IncomeKind; readonly said: string } | undefined {
  for (const kind of INCOME_KIND_NAMES) {
    for (const setting of ['home', 'care-home'] as const) {
      const begins = whyOfIncome(kind, setting, '')
      if (why === begins || why.startsWith(`${begins} `))
        return { kind, said: why.slice(begins.length).trim() }
    }
  }
  return undefined
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** The home that somebody owns: whether it counts as capital. */
export const PROPERTY_NAMES = ['none', 'lives-there', 'kept', 'counts'] as const
export type Property = (typeof PROPERTY_NAMES)[number]

type PropertyRow = {
  readonly says: string
  /** where somebody lives of whom this can be said; anywhere where it is left out */
  readonly setting?: Setting
  readonly note?: string
}

export const PROPERTIES: Readonly<Record<Property, PropertyRow>> = {
  none: { says: 'They own no home' },
  'lives-there': {
    says: 'They own a home and live in it',
    setting: 'home',
    note: 'The home that they own does not count: they live in it.',
  },
  kept: {
    says: 'They own a home, and a husband, wife, partner or another person whom the rules name lives in it',
    setting: 'care-home',
    note: 'The home that they own does not count: somebody lives in it for whom the rules keep it.',
  },
  counts: {
    says: 'They own a home, and it counts',
    setting: 'care-home',
    note: 'The home that they own counts, and its value is in the sum.',
  },
}

/** What is wrong with a home that is said to be lived in, or left, where it is not. */
export const wrongProperty = (property: Property, setting: Setting): string | undefined => {
  const wanted = PROPERTIES[property].setting
  if (wanted === undefined || wanted === setting) return undefined
  return wanted === 'home'
    ? 'Somebody who lives in a care home does not live in their own home. Choose who lives there now.'
    : 'Somebody who lives at home lives in the home that they own. It does not count.'
}
