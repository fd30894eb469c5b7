// What a council knows of people beside their records, so that it can ask whether the Act is applied to all alike. The
// record's format holds none of it: a trait never decides anything about a person.

export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]

/** The five groups of the census of England and Wales, and those who would rather not say. */
export const ETHNICITIES = ['asian', 'black', 'mixed', 'white', 'other', 'not-said'] as const
export type Ethnicity = (typeof ETHNICITIES)[number]

export const ETHNICITY_WORDS: Readonly<Record<Ethnicity, string>> = {
  asian: 'Asian or Asian British',
  black: 'Black, Black British, Caribbean or African',
  mixed: 'Mixed or multiple ethnic groups',
  white: 'White',
  other: 'Another ethnic group',
  'not-said': 'Not said',
}

/** Northmoor's six areas. */
export const AREAS = ['harbourside', 'old-town', 'eastfield', 'millbrook', 'highmoor', 'southgate'] as const
export type Area = (typeof AREAS)[number]

export const AREA_WORDS: Readonly<Record<Area, string>> = {
  harbourside: 'Harbourside',
  'old-town': 'Old Town',
  eastfield: 'Eastfield',
  millbrook: 'Millbrook',
  highmoor: 'Highmoor',
  southgate: 'Southgate',
}

/** The primary support reasons that councils in England count by. */
export const SUPPORT_REASONS = [
  'physical',
  'sensory',
  'memory',
  'learning-disability',
  'mental-health',
  'social',
] as const
export type SupportReason = (typeof SUPPORT_REASONS)[number]

export const SUPPORT_REASON_WORDS: Readonly<Record<SupportReason, string>> = {
  physical: 'Physical support',
  sensory: 'Support with sight or hearing',
  memory: 'Support with memory and thinking',
  'learning-disability': 'Learning disability support',
  'mental-health': 'Mental health support',
  social: 'Social support',
}

/** One person's traits, beside the record with the same `person` id. One JSON line each. */
export type Traits = {
  /** the record's `person.id` */
  readonly person: string
  readonly sex: Sex
  readonly ethnicity: Ethnicity
  readonly area: Area
  readonly reason: SupportReason
}

const isOneOf = <T extends string>(values: readonly T[], value: unknown): value is T =>
  values.some((one) => one === value)

const KEYS = ['person', 'sex', 'ethnicity', 'area', 'reason'] as const

export type ReadTraits =
  | { readonly kind: 'traits'; readonly traits: Traits }
  /** whole phrases, each `key: what is wrong` */
  | { readonly kind: 'refused'; readonly says: readonly string[] }

/** One line of a file of traits, parsed as JSON. Nothing is guessed and nothing is dropped. */
export function readTraits(value: unknown): ReadTraits {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'refused', says: ['must be an object'] }
  const given: Readonly<Record<string, unknown>> = { ...value }
  const { person, sex, ethnicity, area, reason } = given
  const says = Object.keys(given).flatMap((key) => (isOneOf(KEYS, key) ? [] : [`${key}: unknown key`]))
  const oneOf = (key: string, values: readonly string[]) => `${key}: must be one of ${values.join(', ')}`
  if (typeof person !== 'string' || person === '') says.push('person: must be the id of a person')
  if (!isOneOf(SEXES, sex)) says.push(oneOf('sex', SEXES))
  if (!isOneOf(ETHNICITIES, ethnicity)) says.push(oneOf('ethnicity', ETHNICITIES))
  if (!isOneOf(AREAS, area)) says.push(oneOf('area', AREAS))
  if (!isOneOf(SUPPORT_REASONS, reason)) says.push(oneOf('reason', SUPPORT_REASONS))
  return says.length === 0 &&
    typeof person === 'string' &&
    isOneOf(SEXES, sex) &&
    isOneOf(ETHNICITIES, ethnicity) &&
    isOneOf(AREAS, area) &&
    isOneOf(SUPPORT_REASONS, reason)
    ? { kind: 'traits', traits: { person, sex, ethnicity, area, reason } }
    : { kind: 'refused', says }
}
