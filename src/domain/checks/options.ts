import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf, planInForce } from '../../record/state.ts'
import { type Option, answerTo, isMetUnder, meets, needsOfOption, optionsFor } from './alternatives.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, dueInWorkingDays, hasWords, lateInWords, lateness } from './clocks.ts'
import { eligibleNeeds, isEligible } from './eligible-needs.ts'
import { between, comesAfter, refersTo } from './order.ts'
import { type Need, type Plan, needsOf, plansMade } from './plan-lines.ts'
import { inList } from './telling.ts'
import { standsWithPerson } from './their-side.ts'

/** A need that was refused its money, with the refusal. */
type TurnedDown = { readonly refusal: EntryOf<'sign-off'> | EntryOf<'option-answered'>; readonly need: Need }

/** What could still meet the need where no plan has been issued since: an option accepted for it, or not answered yet. */
const isStillOpen = (state: RecordState, need: Need, besides: Option | undefined): boolean =>
  optionsFor(state, need).some((option) => {
    const answer = answerTo(state, option)
    return option.id !== besides?.id && (answer === undefined || answer.outcome === 'accepted')
  })

function refusedOptions(state: RecordState, inForce: Plan | undefined): readonly TurnedDown[] {
  return all(state, 'option').flatMap((option) => {
    const refusal = answerTo(state, option)
    if (refusal?.outcome !== 'refused' || refusal.ground !== 'cost') return []
    const planned = inForce !== undefined && comesAfter(state, inForce, refusal)
    return needsOfOption(state, option)
      .filter((need) => !isMetUnder(state, inForce, need))
      .filter((need) => planned || !isStillOpen(state, need, option))
      .map((need) => ({ refusal, need }))
  })
}

/** A plan that was sent back for its cost and not approved since; its own lines are not another line. */
function refusedPlans(state: RecordState, inForce: Plan | undefined): readonly TurnedDown[] {
  return all(state, 'plan').flatMap((plan) => {
    const refusal = all(state, 'sign-off').findLast((signed) => refersTo(state, signed.of, plan))
    if (refusal === undefined || refusal.decision === 'approved' || refusal.ground !== 'cost') return []
    const other = inForce?.id === plan.id ? undefined : inForce
    const needs = new Set(plan.lines.flatMap((line) => needsOf(state, line)))
    return [...needs]
      .filter((need) => plan.lines.some((line) => meets(state, line, need)))
      .filter((need) => !isMetUnder(state, other, need))
      .map((need) => ({ refusal, need }))
  })
}

export const budgetAsCeiling: Check = {
  id: 'budget-as-ceiling',
  level: 'must',
  cites: ['CA s18', 'G10', 'G11'],
  when: 'A plan or an option is turned down for its cost while an eligible need that it would meet has no other line.',
  find: (state) => {
    const inForce = planInForce(state)
    const eligible = eligibleNeeds(state)
    const found = [...refusedPlans(state, inForce), ...refusedOptions(state, inForce)]
    const refusals = new Set(found.map(({ refusal }) => refusal))
    return [...refusals].flatMap((refusal): readonly Hit[] => {
      const needs = found
        .filter((each) => each.refusal === refusal && isEligible(eligible, each.need))
        .map(({ need }) => need)
      if (needs.length === 0) return []
      const what = inList(needs.map(({ text }) => `“${text}”`))
      const thing = refusal.kind === 'sign-off' ? 'plan' : 'option'
      return [
        {
          entries: [refusal.id, ...needs.map(({ id }) => id)],
          worker: `On ${dated(refusal)} the ${thing} was turned down for its cost, and nothing else in the plan meets ${what}.`,
          person: `The council said no to support because of what it costs, and has not put anything else in its place for: ${what}. It may look at cost to choose between ways of helping you, but it must meet your need in some way.`,
          mend: { says: 'Plan another way that meets the need, or fund this one.', where: 'plan' },
        },
      ]
    })
  },
}

function unansweredIdea(state: RecordState, option: Option, days: number): Hit | undefined {
  const answer = answerTo(state, option)
  const first = all(state, 'option-answered').find((each) => refersTo(state, each.option, option))
  const due = dueInWorkingDays(state, dayOfEntry(option), days, 'budget', 'plan')
  const late = lateness(state, due, first === undefined ? undefined : dayOfEntry(first))
  const whose = nameOf(state, option['proposed-by'])
  const common = { entries: [option.id, ...(answer === undefined ? [] : [answer.id])] }
  if (late !== undefined) {
    return {
      ...common,
      worker: `${whose} proposed “${option.what}” on ${dated(option)}. The standard for an answer is ${days} working days; ${lateInWords(late, 'it was answered', 'it has no answer')}.`,
      person: `There was an idea for your support: “${option.what}”. The council says that it answers within ${days} working days; ${lateInWords(late, 'it answered', 'it has not answered')}.`,
      mend: { says: 'Answer the idea: accepted, or refused with the reason.', where: 'plan' },
    }
  }
  if (answer?.outcome !== 'refused' || hasWords(answer.why)) return undefined
  return {
    ...common,
    worker: `The idea of ${whose}, “${option.what}”, was refused on ${dated(answer)} with no reason.`,
    person: `The council said no to the idea “${option.what}” and did not say why. You can ask for the reason.`,
    mend: { says: 'Give the reason for the refusal.', where: 'plan' },
  }
}

export const ownIdeaUnanswered: Check = {
  id: 'own-idea-unanswered',
  level: 'should',
  cites: ['CA s25(3)', 'CA s25(5)', 'G10'],
  when: 'An option that the person proposed, or that was proposed for them, has no answer within the standard, or a refusal with no reason.',
  find: (state, standards) =>
    all(state, 'option')
      .filter((option) => standsWithPerson(state, option['proposed-by']))
      .flatMap((option) => unansweredIdea(state, option, standards['answer-days']) ?? []),
}

const hasPrice = (option: Option): boolean => option.price !== undefined || option.weekly !== undefined

export const optionsUnpriced: Check = {
  id: 'options-unpriced',
  level: 'look',
  cites: ['G10', 'G11'],
  when: 'A need has only one option, or options without prices, when the plan is issued.',
  find: (state) =>
    plansMade(state).flatMap((plan): readonly Hit[] => {
      const eligible = eligibleNeeds(state, plan)
      const needs = [...new Set(plan.lines.flatMap((line) => needsOf(state, line)))]
        .filter((need) => isEligible(eligible, need))
        .filter(
          (need) => between(state, optionsFor(state, need), undefined, plan).filter(hasPrice).length < 2,
        )
      if (needs.length === 0) return []
      const what = inList(needs.map(({ text }) => `“${text}”`))
      return [
        {
          entries: [plan.id, ...needs.map(({ id }) => id)],
          worker: `When the plan of ${dated(plan)} was issued there were not two priced options to choose from for ${what}.`,
          person: `You should be able to choose between ways of being helped, and see what each costs. The record does not show a choice with prices for: ${what}.`,
          mend: {
            says: 'Lay out at least two ways of meeting the need, each with its price.',
            where: 'budget',
          },
        },
      ]
    }),
}
