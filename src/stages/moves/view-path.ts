import type { CitationId } from '../../domain/care-act/citations.ts'
import type { Resource } from '../../record/access.ts'
import type { Entry } from '../../record/entries.ts'
import { type RecordState, nameOf } from '../../record/state.ts'
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

/**
 * How a path is told. To the person it says “you”; to everybody else it names them. The facts, their order and whose move
 * it is are the same.
 */
export type Telling = {
  /** the one for the person, or the one for everybody else */
  readonly turn: (you: string, they: string) => string
  /** at the beginning of a sentence: `You`, or the person’s name */
  readonly person: string
  /** at the beginning of a sentence: `You`, or the name of a party */
  readonly name: (party: string) => string
  /** in the middle of one */
  readonly within: (party: string) => string
}

/** As it is told to nobody in particular: for what is kept in the record. */
export const inTheThirdPerson = (state: Pick<RecordState, 'parties' | 'person'>): Telling => ({
  turn: (_you, they) => they,
  person: state.person.name,
  name: (party) => nameOf(state, party),
  within: (party) => nameOf(state, party),
})

export const UNSEEN = 'This rests on a part of the record that is not shown to you.'

/** Steps that have to be done and are not. */
export const openSteps = (steps: readonly PathStep[]): readonly PathStep[] =>
  steps.filter(({ stands }) => stands === 'owed' || stands === 'waiting' || stands === 'late')
