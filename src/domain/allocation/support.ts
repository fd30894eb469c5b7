/** The forms that support takes in options, plan lines and prices. */
export const FORMS = [
  'agency',
  'personal-assistant',
  'family',
  'community',
  'equipment',
  'technology',
  'reablement',
  'day-service',
  'supported-living',
  'care-home',
  'respite',
  'own-idea',
  'nhs',
] as const
export type Form = (typeof FORMS)[number]

/** What an amount of support is counted in. `once` is never part of a weekly sum. */
export const UNITS = ['hour', 'night', 'day', 'week', 'visit', 'mile', 'month', 'once'] as const
export type SupportUnit = (typeof UNITS)[number]

export const FORM_WORDS: Readonly<Record<Form, string>> = {
  agency: 'home care from an agency',
  'personal-assistant': 'a personal assistant',
  family: 'family or friends',
  community: 'a community group or place',
  equipment: 'equipment',
  technology: 'technology',
  reablement: 'reablement: help to get skills back',
  'day-service': 'a day service',
  'supported-living': 'supported living',
  'care-home': 'a care home',
  respite: 'a short break',
  'own-idea': 'an idea of your own',
  nhs: 'the NHS',
}
