import type { Stage } from '../domain/care-act/journey.ts'

/** Where a record stands: a stage of the journey, or at its end. `outcomes` and `challenge` go on beside the others. */
export type Standing = Exclude<Stage, 'outcomes' | 'challenge'> | 'closed'
