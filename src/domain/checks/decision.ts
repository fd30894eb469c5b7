import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find, nameOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { weighAdult } from '../care-act/adult-eligibility.ts'
import { weighCarer } from '../care-act/carer-eligibility.ts'
import type { NeedFacts } from '../care-act/need-facts.ts'
import { type Weighed, counts } from '../care-act/weighing.ts'
import { ageOn } from '../dates/plain-date.ts'
import { isAdultOutcome, isCarerOutcome } from '../outcomes/topics.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, hasWords } from './clocks.ts'
import { isThatCarerMeetsIt, saysAlreadyMet } from './reasons.ts'
import { inList, unique } from './telling.ts'
import { type Assessment, assessments, isCarers, isMadeForCarer, subjectOf } from './whose.ts'

type Decision = EntryOf<'eligibility'>
type Need = EntryOf<'need'>
type Decided = Assessment & { readonly decided: Decision }

/** Each assessment with the decision that stands on it. */
const decidedAssessments = (state: RecordState): readonly Decided[] =>
  assessments(state).flatMap((assessment) => {
    const { decided } = assessment
    return decided === undefined ? [] : [{ ...assessment, decided }]
  })

const needsOf = (state: RecordState, decided: Decision): readonly Need[] =>
  unique(decided.needs.flatMap(({ need }) => find(state, 'need', need) ?? []))

/** A need as the rules ask for it. */
const factsOf = <Outcome extends string>(need: Need, outcomes: readonly Outcome[]): NeedFacts<Outcome> => ({
  id: need.id,
  text: need.text,
  outcomes,
  cause: need.cause,
  test: need.test,
  wellbeing: need.wellbeing,
  impact: need.impact,
  statements: need.statements ?? [],
})

/** What the decision's own needs give, taken together; nothing where the regulations do not speak of such a carer. */
function givenBy(state: RecordState, { opened, decided }: Decided): Weighed | undefined {
  const needs = needsOf(state, decided)
  if (!isCarers(opened)) {
    return weighAdult(needs.map((need) => factsOf(need, need.topics.filter(isAdultOutcome))))
  }
  const isAdult = ageOn(dayOfWhen(state.person.born), dayOfEntry(decided)) >= 18
  return isAdult
    ? weighCarer(needs.map((need) => factsOf(need, need.topics.filter(isCarerOutcome))))
    : undefined
}

const inWords = (eligible: boolean): string => (eligible ? 'eligible' : 'not eligible')

const LOOK_AGAIN = {
  says: 'Look at the decision again with the needs in front of you: decide anew, or put right what is recorded.',
  where: 'eligibility',
} as const

export const eligibilityContradicts: Check = {
  id: 'eligibility-contradicts',
  level: 'must',
  cites: ['ER r2', 'ER r3'],
  when: 'The decision on eligibility is not what its own needs give under the regulations.',
  find: (state) =>
    decidedAssessments(state).flatMap((assessment): readonly Hit[] => {
      const { opened, decided } = assessment
      const given = givenBy(state, assessment)
      if (given === undefined) return []
      const regulation = isCarers(opened) ? 'regulation 3' : 'regulation 2'
      // What is open is a cause that nobody gave: it bears out a no, and not a yes.
      const eligible = given.eligible === 'yes'
      if (eligible !== decided.eligible) {
        return [
          {
            entries: [decided.id, ...needsOf(state, decided).map(({ id }) => id)],
            worker: `The decision of ${dated(decided)} says ${inWords(decided.eligible)}. Under ${regulation} its own needs, taken together, are ${inWords(eligible)}.`,
            person: `On ${dated(decided)} the council decided: ${inWords(decided.eligible)}. By the rules, the needs that it wrote down are ${inWords(eligible)}. It should look again.`,
            mend: LOOK_AGAIN,
          },
        ]
      }
      const eligibleNeeds = eligible ? given.needs.filter(counts).map(({ need }) => need.id) : []
      const refused = needsOf(state, decided).filter(
        (need) =>
          need.impact === 'significant' &&
          eligibleNeeds.includes(need.id) &&
          !decided.needs.some(({ need: id, eligible: yes }) => yes && state.byId.get(id)?.id === need.id),
      )
      if (refused.length === 0) return []
      const texts = inList(refused.map(({ text }) => `“${text}”`))
      return [
        {
          entries: [decided.id, ...refused.map(({ id }) => id)],
          worker: `The decision of ${dated(decided)} calls ${texts} not eligible. Under ${regulation}, on what is recorded, ${refused.length === 1 ? 'this need is' : 'these needs are'} eligible.`,
          person: `The council said no to ${texts}. By the rules, with what it wrote down, the answer is yes. It should look again.`,
          mend: LOOK_AGAIN,
        },
      ]
    }),
}

/** Those who give unpaid help, as reasons may name them: in full, and by first name. */
function namesOfCarers(state: RecordState, need: Need | undefined): readonly string[] {
  const identified = all(state, 'carer-identified').map(({ carer }) => carer)
  const close = [...state.parties.values()].filter(({ role }) => ['carer', 'family', 'friend'].includes(role))
  const ids = unique([
    ...identified,
    ...close.map(({ id }) => id),
    ...(need?.['met-by'] ? [need['met-by'].carer] : []),
  ])
  const names = ids.filter((id) => id !== state.person.id).map((id) => nameOf(state, id))
  return unique(names.flatMap((name) => [name, name.split(' ')[0] ?? name]))
}

export const carerHelpCounted: Check = {
  id: 'carer-help-counted',
  level: 'must',
  cites: ['G6 carer-blind', 'CA s18(7)'],
  when: 'A need is called not eligible because a carer meets it.',
  find: (state) =>
    decidedAssessments(state).flatMap(({ opened, decided }): readonly Hit[] => {
      if (isCarers(opened)) return []
      return decided.needs.flatMap(({ need: id, eligible, why }): readonly Hit[] => {
        const need = find(state, 'need', id)
        if (eligible || need === undefined) return []
        const names = namesOfCarers(state, need)
        const reason = hasWords(why) || decided.eligible ? why : decided.reasons
        const helped = need['met-by'] !== undefined
        if (!isThatCarerMeetsIt(reason, names) && !(helped && saysAlreadyMet(reason))) return []
        return [
          {
            entries: [decided.id, need.id],
            worker: `The need “${need.text}” is called not eligible because a carer meets it (“${reason}”). Eligibility is judged as if no carer helped.`,
            person: `The council said no to “${need.text}” because someone helps you with it now. It has to decide as if nobody helped.`,
            mend: {
              says: 'Decide the need as if no carer helped; then record apart what a carer is willing and able to do.',
              where: 'eligibility',
            },
          },
        ]
      })
    }),
}

export const eligibilityUnreasoned: Check = {
  id: 'eligibility-unreasoned',
  level: 'must',
  cites: ['CA s13(1)', 'CA s13(2)'],
  when: 'A decision on eligibility gives no reasons, as a whole or for a need.',
  find: (state) =>
    decidedAssessments(state).flatMap(({ opened, decided }): readonly Hit[] => {
      const bare = decided.needs.filter(({ why }) => !hasWords(why))
      if (hasWords(decided.reasons) && bare.length === 0) return []
      const needs = unique(bare.flatMap(({ need }) => find(state, 'need', need) ?? []))
      const texts = inList(needs.map(({ text }) => `“${text}”`))
      const lacking = [
        ...(hasWords(decided.reasons) ? [] : ['for the decision as a whole']),
        ...(bare.length === 0 ? [] : [texts === '' ? 'for a need' : `for ${texts}`]),
      ]
      const about = isCarers(opened) ? ` about ${nameOf(state, opened.subject)}` : ''
      return [
        {
          entries: [decided.id, ...needs.map(({ id }) => id)],
          worker: `The eligibility decision of ${dated(decided)} gives no reasons ${inList(lacking)}.`,
          person: `The council decided on ${dated(decided)}${about} and did not give its reasons ${inList(lacking)}. You have a right to them.`,
          mend: {
            says: 'Write down the reasons, as a whole and for each need, and send them.',
            where: 'eligibility',
          },
        },
      ]
    }),
}

export const ineligibleNoAdvice: Check = {
  id: 'ineligible-no-advice',
  level: 'must',
  cites: ['CA s13(5)'],
  when: 'Someone was found not eligible and was given no advice on what can be done about their needs.',
  find: (state) =>
    decidedAssessments(state).flatMap(({ opened, decided }): readonly Hit[] => {
      const advised = all(state, 'advice').some(
        (advice) =>
          dayOfEntry(advice) >= dayOfEntry(decided) && (isCarers(opened) || !isMadeForCarer(state, advice)),
      )
      if (decided.eligible || advised) return []
      const who = nameOf(state, subjectOf(state, opened))
      const you = isCarers(opened) ? who : 'you'
      return [
        {
          entries: [decided.id],
          worker: `${who} was found not eligible on ${dated(decided)}, and no advice was given since on how to meet, reduce, prevent or delay needs.`,
          person: `The council decided that ${isCarers(opened) ? `${who} is` : 'you are'} not eligible. It still has to tell ${you}, in writing, what can help, and has not.`,
          mend: { says: 'Give written advice that fits these needs.', where: 'eligibility' },
        },
      ]
    }),
}
