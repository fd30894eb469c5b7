import { CITATIONS } from '../domain/care-act/citations.ts'
import { withoutAnswers } from '../domain/checks/answered.ts'
import { check } from '../domain/checks/every.ts'
import { standardsFor } from '../domain/checks/standards.ts'
import type { Model } from '../domain/allocation/model.ts'
import type { RecordState } from '../record/state.ts'

/**
 * What the checks find in a record, as other tools read it. What somebody said to a finding is in the record and not
 * here: whether it convinces is for people to judge.
 */
export const findingsDocument = (state: RecordState, published?: Pick<Model, 'prices'>) =>
  check(withoutAnswers(state), standardsFor(state.policy, published)).map(
    ({ check: id, level, entries, worker, person, cites, mend }) => ({
      check: id,
      level,
      entries,
      worker,
      person,
      citation: cites.map((cite) => CITATIONS[cite].title).join('; '),
      mend: mend.says,
      where: mend.where,
    }),
  )

export type FindingDocument = ReturnType<typeof findingsDocument>[number]
