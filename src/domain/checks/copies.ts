import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, daysInWords, dueInDays, lateInWords, lateness } from './clocks.ts'
import { possessive, unique } from './telling.ts'
import {
  type Assessment,
  assessments,
  completedAssessments,
  isCarers,
  isSubjectsSide,
  subjectOf,
} from './whose.ts'

type Copied = {
  readonly assessment: Assessment
  readonly of: EntryOf<'eligibility'> | EntryOf<'assessment-opened'>
  readonly from: EntryOf<'eligibility'> | EntryOf<'assessment-closed'>
  readonly what: string
  readonly hold: 'eligibility' | 'assessment'
}

/** The first copy to the one it is about, or to one who acts for them, is held against the standard. */
function lateCopy(
  state: RecordState,
  { assessment, of, from, what, hold }: Copied,
  days: number,
): readonly Hit[] {
  const { opened } = assessment
  const copies = all(state, 'copy').filter(
    (copy) => state.byId.get(copy.of)?.id === of.id && isSubjectsSide(state, opened, copy.to),
  )
  const [done] = copies.map(dayOfEntry).toSorted()
  const late = lateness(state, dueInDays(state, dayOfEntry(from), days, hold), done)
  if (late === undefined) return []
  const who = nameOf(state, subjectOf(state, opened))
  const whom = isCarers(opened) ? who : 'you'
  return [
    {
      entries: unique([of.id, from.id]),
      worker: `${who} was to have a copy of ${what} within ${daysInWords(days)} of ${dated(from)}; ${lateInWords(late, 'it was sent', 'none has been sent')}.`,
      person: `The council has to give ${whom} a copy of ${what} within ${daysInWords(days)} of ${dated(from)}; ${lateInWords(late, 'it was sent', 'it has not been sent')}.`,
      mend: {
        says:
          late.done === undefined
            ? 'Send the copy, in the form that works for them.'
            : 'Say sorry for the delay.',
        where: 'eligibility',
      },
    },
  ]
}

/** Each decision, but for one that was replaced by another on the same assessment before its copy was due. */
const decisionsOwed = (state: RecordState, days: number) =>
  assessments(state).flatMap((assessment) => {
    const own = all(state, 'eligibility').filter(
      ({ assessment: id }) => state.byId.get(id)?.id === assessment.opened.id,
    )
    return own.flatMap((decided, place) => {
      const next = own[place + 1]
      const due = dueInDays(state, dayOfEntry(decided), days, 'eligibility')
      const replaced = next !== undefined && due !== undefined && dayOfEntry(next) <= due
      return replaced ? [] : [{ assessment, decided }]
    })
  })

export const eligibilityNotCopied: Check = {
  id: 'eligibility-not-copied',
  level: 'must',
  cites: ['CA s13(2)'],
  when: 'Two weeks after a decision on eligibility, its record had not been given to the one it is about.',
  find: (state, standards) =>
    decisionsOwed(state, standards['copy-days']).flatMap(({ assessment, decided }) => {
      const what = 'the decision on eligibility, with its reasons,'
      const copied: Copied = { assessment, of: decided, from: decided, what, hold: 'eligibility' }
      return lateCopy(state, copied, standards['copy-days'])
    }),
}

export const assessmentNotCopied: Check = {
  id: 'assessment-not-copied',
  level: 'must',
  cites: ['CA s12(3)', 'CA s12(4)'],
  when: 'Two weeks after an assessment was closed, its record had not been given to the one it is about.',
  find: (state, standards) =>
    completedAssessments(state).flatMap((assessment) => {
      const { opened, closed } = assessment
      if (closed === undefined) return []
      const what = isCarers(opened)
        ? `${possessive(nameOf(state, opened.subject))} carer’s assessment`
        : 'the assessment'
      const copied: Copied = { assessment, of: opened, from: closed, what, hold: 'assessment' }
      return lateCopy(state, copied, standards['copy-days'])
    }),
}
