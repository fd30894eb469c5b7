import type { RecordState } from '../../record/state.ts'
import type { Stage } from '../care-act/journey.ts'
import type { CitationId } from '../care-act/citations.ts'
import type { Standards } from './standards.ts'

/** `must`: a statutory duty is not shown. `should`: guidance or a public-law rule. `look`: worth a conversation. */
export type CheckLevel = 'must' | 'should' | 'look'

/** What one check found at one place of a record. Every sentence is whole and plain; `person` speaks to the person as "you". */
export type Hit = {
  /** ids of the entries that it is about */
  readonly entries: readonly string[]
  readonly worker: string
  readonly person: string
  /** what would put it right, and the stage where that is done */
  readonly mend: { readonly says: string; readonly where: Stage }
}

/** A rule of the law held against a whole record as it stood on `state.on`. Pure; never decides about a person; never blocks. */
export type Check = {
  readonly id: string
  readonly level: CheckLevel
  readonly cites: readonly CitationId[]
  /** when it fires, in a sentence, for lists of checks */
  readonly when: string
  readonly find: (state: RecordState, standards: Standards) => readonly Hit[]
}

export type Finding = Hit & {
  readonly check: string
  readonly level: CheckLevel
  readonly cites: readonly CitationId[]
}
