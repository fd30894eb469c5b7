import type { Amount, ContractEntry } from '../../domain/contracts/entries.ts'
import type { Stamp } from './decide.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'

export type LinkPerson = {
  /** the reference in the contract: a new one, or one that a file brought with it */
  readonly person: string
  readonly isNew: boolean
  readonly from: PlainDate
  readonly needs: readonly Amount[]
}

/** A new reference is referred to the provider from a day; one that is there already was. */
export const decideLink = (
  stamp: Stamp,
  { person, isNew, from, needs }: LinkPerson,
): readonly ContractEntry[] =>
  isNew
    ? [
        {
          ...stamp,
          on: from,
          ...(from === stamp.on ? {} : { recorded: stamp.on }),
          kind: 'referred',
          person,
          ...(needs.length === 0 ? {} : { needs }),
        },
      ]
    : []
