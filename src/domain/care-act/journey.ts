/** The journey, in the order in which a person meets it. One list: folder, address, test file and page heading. */
export const STAGES = [
  'contact',
  'conversation',
  'eligibility',
  'budget',
  'plan',
  'support',
  'outcomes',
  'review',
  'challenge',
] as const
export type Stage = (typeof STAGES)[number]
