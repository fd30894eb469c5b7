/** The nine areas of wellbeing in section 1(2) of the Care Act 2014, in the order of its letters (a) to (i). None ranks above another. */
export const WELLBEING_AREAS = [
  'dignity',
  'health',
  'protection',
  'control',
  'participation',
  'social-economic',
  'relationships',
  'accommodation',
  'contribution',
] as const

export type WellbeingArea = (typeof WELLBEING_AREAS)[number]

export const WELLBEING_WORDS: Readonly<Record<WellbeingArea, string>> = {
  dignity: 'being treated with dignity and respect',
  health: 'health, in body, mind and feelings',
  protection: 'being safe from abuse and neglect',
  control: 'control over day-to-day life',
  participation: 'work, learning and things to take part in',
  'social-economic': 'money and a place in society',
  relationships: 'family and other relationships',
  accommodation: 'a suitable place to live',
  contribution: 'giving something to others',
}
