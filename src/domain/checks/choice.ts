import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, planInForce } from '../../record/state.ts'
import { LADDER } from '../outcomes/ladder.ts'
import type { Topic } from '../outcomes/topics.ts'
import { type Option, answerTo, isWeighed, optionsFor, topicsOfOption } from './alternatives.ts'
import { capacityFor, doubtsOfCapacity } from './capacity-found.ts'
import type { Check, Hit } from './check.ts'
import { dated, hasWords } from './clocks.ts'
import { likedNow, readLiked } from './liked.ts'
import { between, comesAfter } from './order.ts'
import { issuedPlans, topicsOf } from './plan-lines.ts'
import { topicsToPerson, topicsToWorker, unique } from './telling.ts'
import { isMadeForCarer } from './whose.ts'

type Statement = EntryOf<'statement'>

const isTalkedOf = (state: RecordState, topics: readonly Topic[]): boolean =>
  all(state, 'goal').some(
    (goal) => hasWords(goal.talked) && goal.topics.some((topic) => topics.includes(topic)),
  )

/** Somebody noted something to it; how much it is liked is no conversation. */
const isNoted = (state: RecordState, entry: { readonly id: string }): boolean =>
  all(state, 'note').some(
    (note) =>
      note.of !== undefined && state.byId.get(note.of)?.id === entry.id && readLiked(note) === undefined,
  )

/** The last statement of each topic that says a thing. */
const latestOf = (
  statements: readonly Statement[],
  topic: Topic,
  key: 'level' | 'hoped' | 'possible',
): Statement | undefined => statements.findLast((each) => each.topic === topic && each[key] !== undefined)

export const lowHopeUnexplored: Check = {
  id: 'low-hope-unexplored',
  level: 'look',
  cites: ['CA s1(2)(d)', 'CA s2'],
  when: 'A professional thinks more possible than the person hopes for, and nobody has talked about it.',
  find: (state) => {
    const statements = all(state, 'statement')
    return unique(statements.map(({ topic }) => topic)).flatMap((topic): readonly Hit[] => {
      const hope = latestOf(statements, topic, 'hoped')
      const view = latestOf(statements, topic, 'possible')
      if (hope?.hoped === undefined || view?.possible === undefined || view.possible <= hope.hoped) return []
      const first = comesAfter(state, view, hope) ? hope : view
      const isExplored =
        isTalkedOf(state, [topic]) ||
        all(state, 'risk').some((risk) => comesAfter(state, risk, first)) ||
        [hope, view].some((each) => isNoted(state, each))
      if (isExplored) return []
      return [
        {
          entries: unique([hope.id, view.id]),
          worker: `For ${topicsToWorker([topic])} the hope is “${LADDER[hope.hoped]}”; “${LADDER[view.possible]}” is thought possible, and nothing shows that they were talked about.`,
          person: `For ${topicsToPerson([topic])} someone thinks that you could do more than you hope for: “${LADDER[view.possible]}”. Nobody has talked with you about that yet. You decide what you want.`,
          mend: {
            says: 'Talk with the person about both, and write down what was said.',
            where: 'conversation',
          },
        },
      ]
    })
  },
}

/** A conversation about an option: on its topics, about the risk, or noted to it. */
const isTalkedThrough = (state: RecordState, option: Option): boolean => {
  const plan = issuedPlans(state).findLast((each) => comesAfter(state, option, each))
  return (
    isTalkedOf(state, topicsOfOption(state, option)) ||
    between(state, all(state, 'risk'), plan).length > 0 ||
    isNoted(state, option)
  )
}

export const choiceErodes: Check = {
  id: 'choice-erodes',
  level: 'look',
  cites: ['CA s1(3)(a)', 'CA s1(3)(c)', 'CA s2'],
  when: 'The option that was liked most and accepted erodes what the person can do, and no conversation about that stands.',
  find: (state) =>
    all(state, 'option')
      .filter((option) => likedNow(state, option) === 1 && option.effect === 'erodes')
      .filter((option) => answerTo(state, option)?.outcome === 'accepted' && !isTalkedThrough(state, option))
      .map((option) => ({
        entries: [option.id],
        worker: `“${option.what}” was liked most and accepted. It is thought to erode what ${state.person.name} can do, and no conversation about that stands.`,
        person: `You chose “${option.what}”. It may mean that you do less for yourself over time. It is your choice; someone should talk with you about that first.`,
        mend: {
          says: 'Talk with the person about what the choice may bring, and write it down.',
          where: 'plan',
        },
      })),
}

/** Capacity for the decision is found, or nobody has put it in question. */
function decidesThemselves(state: RecordState, option: Option): boolean {
  const what = option.form === 'care-home' || option.form === 'supported-living' ? 'home' : 'support'
  const found = capacityFor(state, what) ?? capacityFor(state, 'support')
  const doubt = doubtsOfCapacity(state).at(-1)
  return found === undefined ? doubt === undefined : found['has-capacity']
}

export const choiceOverridden: Check = {
  id: 'choice-overridden',
  level: 'must',
  cites: ['CA s1(3)(b)', 'CA s1(3)(e)', 'MCA s1(4)'],
  when: 'The option most liked by a person whose capacity is not in question is refused with no reason or no ground.',
  find: (state) =>
    all(state, 'option').flatMap((option): readonly Hit[] => {
      const answer = answerTo(state, option)
      if (likedNow(state, option) !== 1 || answer?.outcome !== 'refused') return []
      if ((hasWords(answer.why) && answer.ground !== undefined) || !decidesThemselves(state, option))
        return []
      const lacks = hasWords(answer.why) ? 'no ground' : 'no reason'
      return [
        {
          entries: [option.id, answer.id],
          worker: `“${option.what}”, which ${state.person.name} liked most, was refused on ${dated(answer)} with ${lacks}.`,
          person: `You liked “${option.what}” most. The council said no on ${dated(answer)} and did not give a proper reason. What you want must count.`,
          mend: { says: 'Give the reason and its ground, or accept the option.', where: 'plan' },
        },
      ]
    }),
}

/** Good and harm were weighed in a risk since the plan before the option. */
function isRiskWeighed(state: RecordState, option: Option): boolean {
  const plan = issuedPlans(state).findLast((each) => comesAfter(state, option, each))
  return between(state, all(state, 'risk'), plan).some(isWeighed)
}

export const riskAverse: Check = {
  id: 'risk-averse',
  level: 'should',
  cites: ['CA s1(3)(h)', 'MCA s1(4)'],
  when: 'A wish or an option is refused for its risk, and no risk entry weighs the good against the harm.',
  find: (state) => {
    const options = all(state, 'option').flatMap((option): readonly Hit[] => {
      const answer = answerTo(state, option)
      if (answer?.outcome !== 'refused' || answer.ground !== 'risk' || isRiskWeighed(state, option)) return []
      return [refusedForRisk([option.id, answer.id], option.what, dated(answer))]
    })
    const wishes = all(state, 'risk')
      .filter((risk) => risk.decision === 'not-now' && !isWeighed(risk) && !isMadeForCarer(state, risk))
      .map((risk) => refusedForRisk([risk.id], hasWords(risk.wish) ? risk.wish : risk.activity, dated(risk)))
    return [...options, ...wishes]
  },
}

const refusedForRisk = (entries: readonly string[], what: string, on: string): Hit => ({
  entries,
  worker: `“${what}” was refused on ${on} for its risk; nothing weighs the good that it could bring against the harm.`,
  person: `The council said no to “${what}” because of the risk. It must also think about the good that it could bring you, and write that down.`,
  mend: { says: 'Weigh the good and the harm with the person, and what would make it safer.', where: 'plan' },
})

/** What was offered is known once options were answered, or a plan was issued. */
const lastOffer = (state: RecordState): Entry | undefined =>
  state.entries.findLast(
    (entry) =>
      entry.kind === 'option-answered' ||
      (entry.kind === 'plan' && entry.status === 'issued' && entry['brought-over'] !== true),
  )

export const preventionMissed: Check = {
  id: 'prevention-missed',
  level: 'should',
  cites: ['CA s2'],
  when: 'More is thought possible on a topic where the person needs some help, and no option that builds was offered.',
  find: (state) => {
    const offered = lastOffer(state)
    if (offered === undefined) return []
    const before = issuedPlans(state).findLast((plan) => comesAfter(state, offered, plan))
    const said = between(state, all(state, 'statement'), before, offered)
    const building = (planInForce(state)?.lines ?? [])
      .filter((line) => line.effect === 'builds')
      .flatMap((line) => topicsOf(state, line))
    const needs = all(state, 'need')
    return unique(needs.flatMap(({ topics }) => topics)).flatMap((topic): readonly Hit[] => {
      const now = latestOf(said, topic, 'level')
      const view = latestOf(said, topic, 'possible')
      if (now?.level === undefined || view?.possible === undefined) return []
      if (now.level < 1 || now.level > 3 || view.possible <= now.level || building.includes(topic)) return []
      const options = needs
        .filter((need) => need.topics.includes(topic))
        .flatMap((need) => optionsFor(state, need))
      if (options.some(({ effect }) => effect === 'builds')) return []
      return [
        {
          entries: unique([now.id, view.id, offered.id]),
          worker: `For ${topicsToWorker([topic])} “${LADDER[view.possible]}” is thought possible, and no option that builds towards it was offered.`,
          person: `Someone thinks that you could do more for yourself with ${topicsToPerson([topic])}. You were not offered anything that would help you get there.`,
          mend: { says: 'Offer something that builds the skill, and let the person decide.', where: 'plan' },
        },
      ]
    })
  },
}
