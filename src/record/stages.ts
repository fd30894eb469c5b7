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

/** Where a record stands: a stage of the journey, or at its end. `outcomes` and `challenge` go on beside the others. */
export type Standing = Exclude<Stage, 'outcomes' | 'challenge'> | 'closed'
