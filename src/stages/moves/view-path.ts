import type { CitationId } from '../../domain/care-act/citations.ts'
import type { Resource } from '../../record/access.ts'
import type { Entry } from '../../record/entries.ts'
import type { Owes, Stands } from './words.ts'

/** One step of a path: what has to happen, whose move it is, how it stands, and why we say so. */
export type PathStep = {
  readonly name: string
  readonly owes: Owes
  readonly stands: Stands
  readonly says: string
  readonly cites: readonly CitationId[]
  /** what it rests on */
  readonly rests: readonly Entry[]
}

/** What a reader may read: a step that rests on a part they may not read is shown as such, and never as undone. */
export type Sees = (resource: Resource) => boolean

export const UNSEEN = 'This rests on a part of the record that is not shown to you.'

/** Steps that have to be done and are not. */
export const openSteps = (steps: readonly PathStep[]): readonly PathStep[] =>
  steps.filter(({ stands }) => stands === 'owed' || stands === 'waiting' || stands === 'late')
