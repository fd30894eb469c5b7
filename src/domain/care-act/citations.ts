import { BEYOND } from './citations-beyond.ts'
import { MEETING_NEEDS_SECTIONS } from './citations-meeting-needs.ts'
import { NEEDS_SECTIONS } from './citations-needs.ts'
import { REGULATIONS } from './citations-regulations.ts'
import type { Citation } from './citation.ts'

export type { Citation } from './citation.ts'

/** Every place in law, guidance or judgment that a rule, a check or a page may cite. */
export const CITATIONS = {
  ...NEEDS_SECTIONS,
  ...MEETING_NEEDS_SECTIONS,
  ...REGULATIONS,
  ...BEYOND,
} as const satisfies Record<string, Citation>

export type CitationId = keyof typeof CITATIONS

export const citation = (id: CitationId): Citation => CITATIONS[id]
