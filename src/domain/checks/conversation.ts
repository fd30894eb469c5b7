import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find, nameOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type PlainDate, ageOn } from '../dates/plain-date.ts'
import { ADULT_OUTCOMES, isAdultOutcome } from '../outcomes/topics.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry } from './clocks.ts'
import { possessive, topicsToPerson, topicsToWorker, unique } from './telling.ts'
import {
  type Assessment,
  assessments,
  completedAssessments,
  isCarers,
  isDuring,
  isSubjectsSide,
  isSupporter,
  subjectOf,
} from './whose.ts'

const statementsIn = (state: RecordState, assessment: Assessment): readonly EntryOf<'statement'>[] =>
  all(state, 'statement').filter((statement) => isDuring(assessment, statement))

/** Theirs, or said for them by one who may: an advocate, attorney or deputy, or the supporter of the person. */
const isVoiceIn = (state: RecordState, { opened }: Assessment, party: string): boolean =>
  isSubjectsSide(state, opened, party) || (!isCarers(opened) && isSupporter(state, party))

const idsOf = ({ opened, closed }: Assessment): readonly string[] =>
  closed === undefined ? [opened.id] : [opened.id, closed.id]

export const personNotHeard: Check = {
  id: 'person-not-heard',
  level: 'must',
  cites: ['CA s9(5)(a)', 'CA s10(7)'],
  when: 'An assessment was closed and nothing in it was said by the one it is about, or by anyone for them.',
  find: (state) =>
    completedAssessments(state).flatMap((assessment): readonly Hit[] => {
      const heard = statementsIn(state, assessment).some((said) =>
        isVoiceIn(state, assessment, said['said-by']),
      )
      if (heard) return []
      const { opened } = assessment
      const name = nameOf(state, subjectOf(state, opened))
      return [
        {
          entries: idsOf(assessment),
          worker: `The assessment opened on ${dated(opened)} was closed without a single statement of ${possessive(name)} own, or of an advocate, attorney, deputy or supporter for them.`,
          person: isCarers(opened)
            ? `${possessive(name)} carer’s assessment was finished, and nothing that ${name} said is written in it.`
            : 'Your assessment was finished, and nothing that you said is written in it. It has to be made with you.',
          mend: {
            says: `Open the conversation again and write down what ${name} says.`,
            where: 'conversation',
          },
        },
      ]
    }),
}

export const wishesNotAsked: Check = {
  id: 'wishes-not-asked',
  level: 'must',
  cites: ['CA s9(4)(b)'],
  when: 'An assessment was closed with no goal of the person’s and no level that they hope for.',
  find: (state) =>
    completedAssessments(state).flatMap((assessment): readonly Hit[] => {
      if (isCarers(assessment.opened)) return []
      const hoped = statementsIn(state, assessment).some((said) => said.hoped !== undefined)
      if (hoped || all(state, 'goal').some((goal) => isDuring(assessment, goal))) return []
      return [
        {
          entries: idsOf(assessment),
          worker: `The assessment opened on ${dated(assessment.opened)} was closed with no goal and no hoped-for level: it does not say what ${nameOf(state, state.person.id)} wants from day to day.`,
          person: 'Your assessment does not say what you want from your days. The council has to ask you.',
          mend: {
            says: 'Ask what the person wants, and write it down in their own words.',
            where: 'conversation',
          },
        },
      ]
    }),
}

const isAboutPerson = (state: RecordState, about: string | undefined): boolean =>
  about === undefined || about === state.person.id

/** The outcomes that nobody spoke of, between the opening and the decision. A need that names one shows that it was thought of. */
function skippedOutcomes(state: RecordState, assessment: Assessment, decided: EntryOf<'eligibility'>) {
  const until = { ...assessment, to: dayOfEntry(decided) }
  const spoken = [
    ...all(state, 'statement')
      .filter((said) => isDuring(until, said) && isAboutPerson(state, said.about))
      .map(({ topic }) => topic),
    ...all(state, 'need')
      .filter((need) => isDuring(until, need) && isAboutPerson(state, need.of))
      .flatMap(({ topics }) => topics),
  ]
  const outcomes = new Set(spoken.filter(isAdultOutcome))
  return ADULT_OUTCOMES.filter((outcome) => !outcomes.has(outcome))
}

/** Not a carer's, nor that of a young person who is not 18 yet. */
const isOfAdult = (state: RecordState, opened: EntryOf<'assessment-opened'>, on: PlainDate): boolean =>
  !isCarers(opened) && (opened.of !== 'transition' || ageOn(dayOfWhen(state.person.born), on) >= 18)

export const outcomeSkipped: Check = {
  id: 'outcome-skipped',
  level: 'must',
  cites: ['ER r2(2)', 'CA s9(4)'],
  when: 'Eligibility was decided, and one of the ten outcomes was neither spoken of nor marked as no concern.',
  find: (state) =>
    assessments(state).flatMap((assessment): readonly Hit[] => {
      const { opened, closed, decided } = assessment
      const unmade = closed !== undefined && closed.outcome !== 'completed'
      if (decided === undefined || unmade || !isOfAdult(state, opened, dayOfEntry(decided))) return []
      const skipped = skippedOutcomes(state, assessment, decided)
      if (skipped.length === 0) return []
      return [
        {
          entries: [opened.id, decided.id],
          worker: `Eligibility was decided on ${dated(decided)}, and the conversation never came to ${topicsToWorker(skipped)}.`,
          person: `The council decided on ${dated(decided)} without asking you about ${topicsToPerson(skipped)}.`,
          mend: {
            says: 'Talk about what was left out, or mark it as not a concern, and look at the decision again.',
            where: 'conversation',
          },
        },
      ]
    }),
}

export const wellbeingSkipped: Check = {
  id: 'wellbeing-skipped',
  level: 'must',
  cites: ['CA s1(2)', 'CA s9(4)(a)'],
  when: 'Eligibility was decided on a need that says nothing of the person’s wellbeing.',
  find: (state) =>
    assessments(state).flatMap((assessment): readonly Hit[] => {
      const { opened, decided } = assessment
      if (decided === undefined) return []
      const until = { ...assessment, to: dayOfEntry(decided) }
      const subject = subjectOf(state, opened)
      const written = all(state, 'need').filter(
        (need) => isDuring(until, need) && (need.of ?? state.person.id) === subject,
      )
      const needs = unique([
        ...decided.needs.flatMap(({ need }) => find(state, 'need', need) ?? []),
        ...written,
      ])
      const bare = needs.filter(({ wellbeing }) => wellbeing.length === 0)
      const whose = isCarers(opened) ? possessive(nameOf(state, opened.subject)) : 'your'
      return bare.map((need) => ({
        entries: [need.id, decided.id],
        worker: `The need “${need.text}” names no area of wellbeing, and eligibility was decided on it on ${dated(decided)}.`,
        person: `The council did not write down how the need “${need.text}” changes ${whose} life and wellbeing before it decided.`,
        mend: { says: 'Say which areas of wellbeing the need bears on, and how.', where: 'conversation' },
      }))
    }),
}
