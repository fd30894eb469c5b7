import { dayOfEntry, hasWords } from '../domain/checks/clocks.ts'
import type { Level } from '../domain/outcomes/ladder.ts'
import type { Topic } from '../domain/outcomes/topics.ts'
import { moneyFacts } from '../domain/population/money-facts.ts'
import { citesLaw } from '../domain/population/clued-up.ts'
import type { CarerFigure, CluedUp, Figures, GoalFigure, TopicFigure } from '../domain/population/figures.ts'
import { standsWithPerson } from '../domain/checks/their-side.ts'
import { allocationFacts } from './allocation-facts.ts'
import {
  assessmentFigures,
  complaintFigures,
  contactFigures,
  disputeFigures,
  holdFigures,
  reviewAskedFigures,
  reviewFigures,
} from './figures-asking.ts'
import {
  cutFigures,
  deliveryFigures,
  endFigures,
  indicativeFigures,
  optionFigures,
  planFigures,
  startFigures,
} from './figures-plans.ts'
import type { EntryOf } from './entries.ts'
import { type RecordState, all } from './state.ts'
import { dayOfWhen } from './values.ts'

const goalFigures = (state: RecordState): readonly GoalFigure[] =>
  all(state, 'goal').map((goal) => ({
    on: dayOfEntry(goal),
    type: goal.type,
    topics: goal.topics,
    now: goal.now ?? null,
    hoped: goal.hoped ?? null,
    agreed: goal.agreed ?? null,
    talked: hasWords(goal.talked),
    byWhen: goal['by-when'] === undefined ? null : dayOfWhen(goal['by-when']),
    progress: all(state, 'progress')
      .filter((each) => state.byId.get(each.goal)?.id === goal.id)
      .map((each) => ({
        on: dayOfEntry(each),
        seenBy: each['seen-by'],
        level: each.level ?? null,
        attained: each.attained ?? null,
      })),
  }))

/** How each topic of the person's stands: what was said of a carer is the carer's. */
function topicFigures(state: RecordState): readonly TopicFigure[] {
  const own = all(state, 'statement').filter(({ about = state.person.id }) => about === state.person.id)
  const goals = all(state, 'goal')
  const topics = [...new Set<Topic>(own.filter(speaksOfLevels).map(({ topic }) => topic))]
  return topics.map((topic) => {
    const said = own.filter((each) => each.topic === topic)
    const levels = said.flatMap(({ level }) => level ?? [])
    const agreed = goals.filter((goal) => goal.topics.includes(topic)).flatMap((goal) => goal.agreed ?? [])
    return {
      topic,
      first: levels[0] ?? null,
      latest: levels.at(-1) ?? null,
      hoped: hopeOf(state, said),
      possible: said.flatMap(({ possible }) => possible ?? []).at(-1) ?? null,
      agreed: agreed.at(-1) ?? null,
    }
  })
}

/** The person's own hope comes before what anybody else hopes for them. */
function hopeOf(state: RecordState, said: readonly EntryOf<'statement'>[]): Level | null {
  const hopes = said.filter(({ hoped }) => hoped !== undefined)
  const own = hopes.filter((each) => each['said-by'] === state.person.id)
  return (own.at(-1) ?? hopes.at(-1))?.hoped ?? null
}

const speaksOfLevels = (said: { level?: unknown; hoped?: unknown; possible?: unknown }): boolean =>
  said.level !== undefined || said.hoped !== undefined || said.possible !== undefined

/** The last word of each unpaid carer on what they give. */
const carerFigures = (state: RecordState): readonly CarerFigure[] =>
  [...new Map(all(state, 'carer-identified').map((each) => [each.carer, each])).values()].map((each) => ({
    hours: each.hours ?? null,
    willing: each.willing,
    able: each.able,
    assessment: each.assessment,
  }))

/** Somebody acts for the person: an attorney, a deputy, or an advocate who was appointed or has spoken. One who was only thought of does not count. */
function hasAdvocate(state: RecordState): boolean {
  const spoke = new Set(
    state.entries.flatMap((entry) =>
      entry.kind === 'statement' ? [entry.by, entry['said-by']] : [entry.by],
    ),
  )
  const appointed = new Set(
    all(state, 'advocacy').flatMap(({ decision, advocate }) =>
      decision === 'appointed' && advocate !== undefined ? [advocate] : [],
    ),
  )
  return [...state.parties.values()].some(
    ({ id, role }) =>
      role === 'attorney' || role === 'deputy' || appointed.has(id) || (role === 'advocate' && spoke.has(id)),
  )
}

/** The signs of somebody, or somebody beside them, who knows their way about. */
function cluedUp(state: RecordState): CluedUp {
  const theirs = (party: string): boolean => standsWithPerson(state, party)
  const words = [
    ...all(state, 'contact').flatMap((each) => (theirs(each.by) ? [each.about, each.wants ?? ''] : [])),
    ...all(state, 'statement').flatMap((each) => (theirs(each['said-by']) ? [each.text] : [])),
    ...all(state, 'dispute').flatMap((each) => (theirs(each.by) ? [each.says, each.wants] : [])),
    ...all(state, 'response').flatMap((each) => (theirs(each.by) ? [each.says] : [])),
    ...all(state, 'complaint').flatMap((each) => (theirs(each.by) ? [each.about, each.wants] : [])),
    ...all(state, 'review-asked').flatMap((each) => (theirs(each.by) ? [each.why] : [])),
  ]
  return {
    disputed: all(state, 'dispute').some(({ by }) => theirs(by)),
    ownOption: all(state, 'option').some((option) => theirs(option['proposed-by'])),
    citedLaw: words.some(citesLaw),
    askedForReview: all(state, 'review-asked').some(({ by }) => theirs(by)),
  }
}

/** What one record gives to the figures of a whole council. Pure; the rules are those that decide for one record. */
export const figuresOf = (state: RecordState): Figures => ({
  born: dayOfWhen(state.person.born).slice(0, 7),
  stage: state.standing,
  contacts: contactFigures(state),
  assessments: assessmentFigures(state),
  holds: holdFigures(state),
  ...moneyFacts(allocationFacts(state)),
  indicative: indicativeFigures(state),
  plans: planFigures(state),
  cuts: cutFigures(state),
  disputes: disputeFigures(state),
  complaints: complaintFigures(state),
  reviews: reviewFigures(state),
  reviewsAsked: reviewAskedFigures(state),
  started: startFigures(state),
  delivered: deliveryFigures(state),
  ended: endFigures(state),
  options: optionFigures(state),
  goals: goalFigures(state),
  topics: topicFigures(state),
  carers: carerFigures(state),
  advocate: hasAdvocate(state),
  cluedUp: cluedUp(state),
  closed: all(state, 'closed').map((closed) => dayOfEntry(closed)),
  moved: all(state, 'moved').map((moved) => ({ on: dayOfEntry(moved), direction: moved.direction })),
})
