import { type RecordState, all } from '../../record/state.ts'
import type { Topic } from '../outcomes/topics.ts'
import { lacksCapacityFor } from './capacity-found.ts'
import type { Check, Hit } from './check.ts'
import { dated } from './clocks.ts'
import { type Fall, fallsBetween, fallsInWords, isReasoned } from './council-support.ts'
import { between, comesAfter, refersTo } from './order.ts'
import { type Plan, planBefore, plansMade } from './plan-lines.ts'
import { topicsToPerson, topicsToWorker, unique } from './telling.ts'
import { standsWithPerson } from './their-side.ts'
import { type Assessment, actsForPerson, completedAssessments, isCarers } from './whose.ts'

/** A plan that gives less than the plan before, in units and with nothing in its place: see `council-support.ts`. */
type Cut = { readonly before: Plan; readonly after: Plan; readonly falls: readonly Fall[] }

const known = new WeakMap<RecordState, readonly Cut[]>()

/** Every cut, from each issued plan to the next. Worked out once for a state, since five checks ask. */
export function cutsIn(state: RecordState): readonly Cut[] {
  const found = known.get(state)
  if (found !== undefined) return found
  const cuts = plansMade(state).flatMap((after): readonly Cut[] => {
    const before = planBefore(state, after)
    const falls = before === undefined ? [] : fallsBetween(state, before, after)
    return before === undefined || falls.length === 0 ? [] : [{ before, after, falls }]
  })
  known.set(state, cuts)
  return cuts
}

/** An assessment of the person that was opened and closed between the two plans. */
const reassessmentIn = (state: RecordState, { before, after }: Cut): Assessment | undefined =>
  completedAssessments(state).findLast(
    ({ opened, closed }) =>
      !isCarers(opened) &&
      closed !== undefined &&
      comesAfter(state, opened, before) &&
      comesAfter(state, after, closed),
  )

const isAskedFor = (state: RecordState, { before, after }: Cut): boolean =>
  between(state, all(state, 'review-asked'), before, after).some(({ by }) => standsWithPerson(state, by)) ||
  between(state, all(state, 'review'), before, after).some(({ type }) => type === 'requested')

/** One finding for a cut as a whole. */
const hitOf = ({ before, after, falls }: Cut, says: Omit<Hit, 'entries'>): Hit => {
  const less = fallsInWords(falls)
  return {
    entries: [before.id, after.id],
    worker: `The plan of ${dated(after)} gives less than the one before: ${less}. ${says.worker}`,
    person: `Your plan of ${dated(after)} gives you less than before: ${less}. ${says.person}`,
    mend: says.mend,
  }
}

export const cutWithoutReassessment: Check = {
  id: 'cut-without-reassessment',
  level: 'must',
  cites: ['CA s27(4)', 'CA s27(5)'],
  when: 'Council-funded support falls from one issued plan to the next with neither a reassessment nor an asked-for change between.',
  find: (state) =>
    cutsIn(state)
      .filter((cut) => reassessmentIn(state, cut) === undefined && !isAskedFor(state, cut))
      .map((cut) =>
        hitOf(cut, {
          worker:
            'Between the two there was no reassessment, and nobody on the person’s side asked for a change.',
          person: 'Before it takes support away the council must look again at what you need. It did not.',
          mend: { says: 'Put the support back, and reassess before any change.', where: 'conversation' },
        }),
      ),
}

export const cutUnreasoned: Check = {
  id: 'cut-unreasoned',
  level: 'must',
  cites: ['CA s27', 'G13', 'Fairness'],
  when: 'A line falls or goes and the changes of the plan give no reason for it.',
  find: (state) =>
    cutsIn(state).flatMap((cut): readonly Hit[] => {
      const falls = cut.falls.filter((fall) => !isReasoned(state, cut.before, cut.after, fall))
      if (falls.length === 0) return []
      return [
        hitOf(
          { ...cut, falls },
          {
            worker: 'Its changes give no reason for that.',
            person: 'Nobody wrote down why. You have a right to the reason.',
            mend: {
              says: 'Give the reason for each line that falls or goes, or put it back.',
              where: 'plan',
            },
          },
        ),
      ]
    }),
}

/** What statements about a topic show, before the plan and before the cut; nothing where either is missing. */
function levelsOf(state: RecordState, topic: Topic, { before, after }: Cut) {
  const said = all(state, 'statement').filter((each) => each.topic === topic && each.level !== undefined)
  const then = between(state, said, undefined, before).at(-1)
  const now = between(state, said, undefined, after).at(-1)
  if (then?.level === undefined || now?.level === undefined) return undefined
  return { statement: now, isHigher: now.level > then.level }
}

export const cutNeedsSame: Check = {
  id: 'cut-needs-same',
  level: 'must',
  cites: ['CA s27', 'G13'],
  when: 'Support for a topic falls while what was last said of it shows the same level as before, or a lower one.',
  find: (state) =>
    cutsIn(state).flatMap((cut): readonly Hit[] => {
      const found = cut.falls.flatMap((fall) => {
        const levels = fall.topics.flatMap((topic) => levelsOf(state, topic, cut) ?? [])
        // A line for several topics may fall because one of them has become easier.
        const isSame = levels.length > 0 && !levels.some(({ isHigher }) => isHigher)
        return isSame ? [{ fall, statements: levels.map(({ statement }) => statement) }] : []
      })
      if (found.length === 0) return []
      const statements = unique(found.flatMap((each) => each.statements))
      const topics = unique(statements.map(({ topic }) => topic))
      const hit = hitOf(
        { ...cut, falls: found.map(({ fall }) => fall) },
        {
          worker: `What was said of ${topicsToWorker(topics)} shows no less need than before.`,
          person: `What is written about ${topicsToPerson(topics)} says that you need as much help as before.`,
          mend: { says: 'Put the support back, or show what else now meets the same need.', where: 'plan' },
        },
      )
      return [{ ...hit, entries: [...hit.entries, ...statements.map(({ id }) => id)] }]
    }),
}

/** The person is among those involved; where they lack capacity for it, whoever acts for them may be. */
const isInvolved = (state: RecordState, plan: Plan): boolean =>
  plan.involved.includes(state.person.id) ||
  (lacksCapacityFor(state, 'support', plan) && plan.involved.some((party) => actsForPerson(state, party)))

export const cutNotDiscussed: Check = {
  id: 'cut-not-discussed',
  level: 'must',
  cites: ['CA s27(2)(b)', 'CA s27(5)'],
  when: 'Support is cut and the person is not among those involved in the plan.',
  find: (state) =>
    cutsIn(state)
      .filter(({ after }) => !isInvolved(state, after))
      .map((cut) =>
        hitOf(cut, {
          worker: `${state.person.name} is not among those involved in it.`,
          person: 'The record does not show that anybody talked about it with you first.',
          mend: { says: 'Talk about the change with the person before it stands.', where: 'review' },
        }),
      ),
}

/** Somebody spoke of what the cut does to the person: a risk weighed, an answer to the smaller plan, words about their life. */
function isWellbeingSpokenOf(state: RecordState, cut: Cut): boolean {
  const since = reassessmentIn(state, cut)?.opened ?? cut.before
  return (
    between(state, all(state, 'risk'), since).length > 0 ||
    all(state, 'response').some((response) => refersTo(state, response.to, cut.after)) ||
    between(state, all(state, 'statement'), since).some(
      ({ topic }) => topic === 'about-me' || topic === 'family',
    )
  )
}

export const cutWellbeing: Check = {
  id: 'cut-wellbeing',
  level: 'should',
  cites: ['CA s1', 'Davey'],
  when: 'Support is cut and no statement, risk or response speaks of what that does to the person’s wellbeing.',
  find: (state) =>
    cutsIn(state)
      .filter((cut) => !isWellbeingSpokenOf(state, cut))
      .map((cut) =>
        hitOf(cut, {
          worker: 'Nothing in the record speaks of what that means for wellbeing.',
          person: 'Nobody wrote down what that will mean for your life and how you feel.',
          mend: {
            says: 'Ask what the change would mean, and weigh it, before it stands.',
            where: 'conversation',
          },
        }),
      ),
}
