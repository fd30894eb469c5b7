import { type Assessment, assessments, isDuring } from '../../domain/checks/whose.ts'
import type { Party, Role } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'

/** Who made an assessment, whether the record shows that they may, and who else was asked for what they know. */
export type Assessing = {
  readonly assessment: Assessment
  readonly assessor: Party | undefined
  /** a registered professional, or trained in Care Act assessment; undefined where the record does not say */
  readonly shown: 'registered' | 'trained' | undefined
  /** professionals and others with training who spoke in it, besides the assessor, in the order in which they spoke */
  readonly asked: readonly Party[]
}

const PROFESSIONALS: readonly Role[] = ['social-worker', 'occupational-therapist', 'assessor', 'nhs']

const knows = ({ role, training, registered }: Party): boolean =>
  registered === true || (training ?? []).length > 0 || PROFESSIONALS.includes(role)

export const assessing = (state: RecordState): readonly Assessing[] =>
  assessments(state)
    .map((assessment): Assessing => {
      const assessor = state.parties.get(assessment.opened.assessor)
      const spoke = new Set(
        all(state, 'statement').flatMap((said) =>
          isDuring(assessment, said) && said['said-by'] !== assessor?.id ? [said['said-by']] : [],
        ),
      )
      const shown =
        assessor?.registered === true
          ? 'registered'
          : assessor?.training?.includes('care-act-assessment') === true
            ? 'trained'
            : undefined
      return {
        assessment,
        assessor,
        shown,
        asked: [...spoke].flatMap((id) => {
          const party = state.parties.get(id)
          return party === undefined || party.role === 'advocate' || !knows(party) ? [] : [party]
        }),
      }
    })
    .toReversed()

/** `moving and handling`: what a training is called, in words. */
export const trainingInWords = (training: readonly string[] | undefined): string =>
  (training ?? []).map((one) => one.replaceAll('-', ' ').replace('care act', 'Care Act')).join(', ')
