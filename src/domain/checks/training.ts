import { type RecordState, all, find, nameOf } from '../../record/state.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry } from './clocks.ts'
import { possessive, unique } from './telling.ts'
import { type Assessment, completedAssessments, isCarers, isDuring } from './whose.ts'

const isAboutPerson = (state: RecordState, about: string | undefined): boolean =>
  about === undefined || about === state.person.id

/** The words in which a condition would be named by the closing of an assessment: what was said, and what needs come from. */
function wordsOnCondition(state: RecordState, { decided, to }: Assessment) {
  const until = to ?? state.on
  const said = all(state, 'statement').filter(
    (statement) => dayOfEntry(statement) <= until && isAboutPerson(state, statement.about),
  )
  const decidedNeeds = (decided?.needs ?? []).flatMap(({ need }) => find(state, 'need', need) ?? [])
  const needs = [...all(state, 'need').filter((need) => dayOfEntry(need) <= until), ...decidedNeeds].filter(
    (need) => isAboutPerson(state, need.of),
  )
  return [
    ...said.map((entry) => ({ entry: entry.id, text: entry.text })),
    ...unique(needs).map((entry) => ({ entry: entry.id, text: entry.cause })),
  ]
}

const hasTraining = (state: RecordState, party: string, training: string): boolean =>
  state.parties.get(party)?.training?.includes(training) === true

/** The assessor, or someone who spoke in the assessment, is trained for it. */
const tookPart = (state: RecordState, assessment: Assessment, training: string): boolean =>
  hasTraining(state, assessment.opened.assessor, training) ||
  all(state, 'statement').some(
    (said) => isDuring(assessment, said) && hasTraining(state, said['said-by'], training),
  )

const AUTISM = /\bautis|\basperger/i
const AUTISM_IN_SHORT = /\bAS[DC]\b/
const namesAutism = (text: string): boolean => AUTISM.test(text) || AUTISM_IN_SHORT.test(text)

const DEAFBLIND =
  /\bdeaf[\s-]*blind|\bdeaf and blind\b|\bblind and deaf\b|\bdual sensory\b|\bcombined sight and hearing\b|\busher(['’]?s)? syndrome\b/i
const namesDeafblind = (text: string): boolean => DEAFBLIND.test(text)

function assessorIsUntrained(state: RecordState, { opened, closed }: Assessment): readonly Hit[] {
  const assessor = state.parties.get(opened.assessor)
  if (assessor?.registered === true || hasTraining(state, opened.assessor, 'care-act-assessment')) return []
  const name = nameOf(state, opened.assessor)
  const whose = isCarers(opened)
    ? `${possessive(nameOf(state, opened.subject))} carer’s assessment`
    : 'Your assessment'
  return [
    {
      entries: [opened.id, ...(closed === undefined ? [] : [closed.id])],
      worker: `${name}, who made the assessment opened on ${dated(opened)}, is shown neither as a registered professional nor as trained in Care Act assessment.`,
      person: `${whose} was made by ${name}. Nothing shows that ${name} was trained to do it.`,
      mend: {
        says: 'Have the assessment made or gone through again by someone trained, or record the training.',
        where: 'conversation',
      },
    },
  ]
}

function autismIsUnknown(state: RecordState, assessment: Assessment): readonly Hit[] {
  const { opened } = assessment
  if (isCarers(opened)) return []
  const naming = wordsOnCondition(state, assessment).filter(({ text }) => namesAutism(text))
  if (naming.length === 0 || tookPart(state, assessment, 'autism')) return []
  return [
    {
      entries: [opened.id, ...naming.map(({ entry }) => entry)],
      worker: `Autism is named, and neither ${nameOf(state, opened.assessor)} nor anyone who spoke in the assessment opened on ${dated(opened)} is shown to know it.`,
      person:
        'Your assessment was made by people who are not trained to understand autism. Someone who knows about it should have helped.',
      mend: {
        says: 'Bring in someone with training in autism, and go through the assessment again with them.',
        where: 'conversation',
      },
    },
  ]
}

export const assessorUntrained: Check = {
  id: 'assessor-untrained',
  level: 'must',
  cites: ['AR r5'],
  when: 'The assessor is not shown to be trained, or nobody who took part is shown to know the condition.',
  find: (state) =>
    completedAssessments(state).flatMap((assessment) => [
      ...assessorIsUntrained(state, assessment),
      ...autismIsUnknown(state, assessment),
    ]),
}

export const specialistMissing: Check = {
  id: 'specialist-missing',
  level: 'must',
  cites: ['AR r6'],
  when: 'The person is deafblind, and nobody trained for that took part in the assessment.',
  find: (state) => {
    const { language = '', interpreter = '', notes = '' } = state.person.communication ?? {}
    const known = [language, interpreter, notes].some(namesDeafblind)
    return completedAssessments(state).flatMap((assessment): readonly Hit[] => {
      const { opened } = assessment
      if (isCarers(opened)) return []
      const naming = wordsOnCondition(state, assessment).filter(({ text }) => namesDeafblind(text))
      if ((!known && naming.length === 0) || tookPart(state, assessment, 'deafblind')) return []
      return [
        {
          entries: [opened.id, ...naming.map(({ entry }) => entry)],
          worker: `${nameOf(state, state.person.id)} is deafblind, and nobody with specific training in that took part in the assessment opened on ${dated(opened)}.`,
          person:
            'You are deafblind. Your assessment has to be made by someone trained for that, and it was not.',
          mend: {
            says: 'Have an assessor with deafblind training make the assessment again.',
            where: 'conversation',
          },
        },
      ]
    })
  },
}
