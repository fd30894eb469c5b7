import { type RecordState, all, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { dateInWords } from '../dates/plain-date.ts'
import { isMetUnder } from './alternatives.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, dueInDays, dueInMonths, hasWords, lateness } from './clocks.ts'
import { type EligibleNeed, eligibleNeeds, isDecided } from './eligible-needs.ts'
import { comesAfter } from './order.ts'
import {
  type Need,
  type Plan,
  budgetOf,
  draftsOf,
  isCouncilFunded,
  issuedPlans,
  needsOf,
  planBefore,
  plansMade,
  serves,
} from './plan-lines.ts'
import { inList } from './telling.ts'
import { personsAssessments } from './whose.ts'

/** A need that was eligible when the plan was issued must be in it; one found later has the time that a plan has. */
function isDue(state: RecordState, plan: Plan, { found }: EligibleNeed, days: number): boolean {
  if (comesAfter(state, plan, found)) return plan['brought-over'] !== true
  return lateness(state, dueInDays(state, dayOfEntry(found), days, 'plan'), undefined) !== undefined
}

export const needUnplanned: Check = {
  id: 'need-unplanned',
  level: 'must',
  cites: ['CA s18', 'CA s24', 'CA s25'],
  when: 'An eligible need has no line in the plan in force, and no willing and able carer meets it.',
  find: (state, standards) => {
    const plan = planInForce(state)
    if (plan === undefined) return []
    return eligibleNeeds(state)
      .filter((each) => isDue(state, plan, each, standards['plan-days']))
      .filter(({ need }) => !isMetUnder(state, plan, need))
      .map(({ need, found }) => ({
        entries: [need.id, plan.id, found.id],
        worker: `“${need.text}” was found eligible on ${dated(found)}; nothing in the plan of ${dated(plan)} meets it, and no carer who is willing and able does.`,
        person: `The council agreed that you need help with this: “${need.text}”. Your plan does not say how you will get it. The council must see that you do.`,
        mend: {
          says: 'Add a line that meets the need, or record the carer who is willing and able to.',
          where: 'plan',
        },
      }))
  },
}

export const lineUnneeded: Check = {
  id: 'line-unneeded',
  level: 'look',
  cites: ['CA s25'],
  when: 'The council funds a line that meets no need.',
  find: (state) => {
    const plan = planInForce(state)
    if (plan === undefined || plan['brought-over'] === true) return []
    return plan.lines
      .filter((line) => isCouncilFunded(line) && needsOf(state, line).length === 0)
      .map((line) => ({
        entries: [plan.id],
        worker: `“${line.what}” is funded in the plan and names no need that it meets.`,
        person: `Your plan has “${line.what}”, and does not say which of your needs it is for.`,
        mend: {
          says: 'Name the need that the line meets, or talk about whether it is wanted.',
          where: 'plan',
        },
      }))
  },
}

type Gap = { readonly worker: string; readonly person: string }

const GAPS = {
  needs: { worker: 'the needs', person: 'what your needs are' },
  eligible: { worker: 'which needs are eligible', person: 'which needs the council must meet' },
  how: { worker: 'how they are met', person: 'how your needs will be met' },
  budget: { worker: 'the personal budget', person: 'your personal budget' },
  advice: {
    worker: 'advice on preventing and delaying needs',
    person: 'what could help you to stay well and need less help',
  },
} as const satisfies Readonly<Record<string, Gap>>

/** Somebody has decided on the need, or it came with the plan that is older than the record, and so did the decision. */
const isJudged = (state: RecordState, need: Need, plan: Plan): boolean =>
  isDecided(state, need, plan) ||
  issuedPlans(state).some(
    (other) => other['brought-over'] === true && other.lines.some((line) => serves(state, line, need)),
  )

const isBudgeted = (state: RecordState, plan: Plan): boolean =>
  !plan.lines.some(isCouncilFunded) ||
  [plan, ...draftsOf(state, plan)].some((each) => budgetOf(state, each) !== undefined)

function isAdvised(state: RecordState, plan: Plan): boolean {
  if (hasWords(plan.prevent)) return true
  const opened = personsAssessments(state).findLast((each) => comesAfter(state, plan, each))
  const since = opened ?? planBefore(state, plan)
  return all(state, 'advice').some((advice) => comesAfter(state, advice, since) && hasWords(advice.about))
}

function gapsOf(state: RecordState, plan: Plan): readonly Gap[] {
  const needs = plan.lines.flatMap((line) => needsOf(state, line))
  const saysHow = plan.lines.length > 0 && plan.lines.every((line) => hasWords(line.what))
  return [
    ...(needs.length > 0 ? [] : [GAPS.needs]),
    ...(needs.length === 0 || needs.some((need) => isJudged(state, need, plan)) ? [] : [GAPS.eligible]),
    ...(saysHow ? [] : [GAPS.how]),
    ...(isBudgeted(state, plan) ? [] : [GAPS.budget]),
    ...(isAdvised(state, plan) ? [] : [GAPS.advice]),
  ]
}

export const planIncomplete: Check = {
  id: 'plan-incomplete',
  level: 'must',
  cites: ['CA s25(1)', 'CP'],
  when: 'An issued plan lacks needs, eligible needs, how they are met, the personal budget, or advice on preventing and delaying needs.',
  find: (state) =>
    plansMade(state).flatMap((plan): readonly Hit[] => {
      const gaps = gapsOf(state, plan)
      if (gaps.length === 0) return []
      return [
        {
          entries: [plan.id],
          worker: `The plan of ${dated(plan)} lacks ${inList(gaps.map(({ worker }) => worker))}.`,
          person: `Your plan of ${dated(plan)} must say everything that the law asks for. It does not say ${inList(gaps.map(({ person }) => person))}.`,
          mend: { says: 'Complete the plan, and give the person the new version.', where: 'plan' },
        },
      ]
    }),
}

export const planNoContingency: Check = {
  id: 'plan-no-contingency',
  level: 'should',
  cites: ['G10'],
  when: 'An issued plan does not say what happens when something goes wrong.',
  find: (state) =>
    plansMade(state)
      .filter((plan) => !hasWords(plan.contingency))
      .map((plan) => ({
        entries: [plan.id],
        worker: `The plan of ${dated(plan)} has no contingency: what happens if a worker or a carer cannot come.`,
        person: `Your plan of ${dated(plan)} does not say what happens if something goes wrong, such as nobody coming to help you.`,
        mend: { says: 'Agree with the person what happens when support fails.', where: 'plan' },
      })),
}

export const planNoReviewDate: Check = {
  id: 'plan-no-review-date',
  level: 'should',
  cites: ['CA s27', 'G13'],
  when: 'An issued plan has no review date within the standard.',
  find: (state, standards) =>
    plansMade(state).flatMap((plan): readonly Hit[] => {
      const months = standards['review-months']
      const latest = dueInMonths(state, dayOfEntry(plan), months)
      const by = plan['review-by'] === undefined ? undefined : dayOfWhen(plan['review-by'])
      if (by !== undefined && (latest === undefined || by <= latest)) return []
      const given = by === undefined ? 'has no review date' : `is to be reviewed by ${dateInWords(by)}`
      return [
        {
          entries: [plan.id],
          worker: `The plan of ${dated(plan)} ${given}; the standard is ${months} months.`,
          person:
            by === undefined
              ? `Your plan of ${dated(plan)} does not say when the council will look at it again with you.`
              : `Your plan of ${dated(plan)} will be looked at again by ${dateInWords(by)}. The council says that it looks every ${months} months.`,
          mend: { says: 'Set a day for the review within the standard.', where: 'plan' },
        },
      ]
    }),
}
