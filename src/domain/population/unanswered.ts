import { type PlainDate, daysBetween } from '../dates/plain-date.ts'
import { ADULT_OUTCOMES, type AdultOutcome, isAdultOutcome } from '../outcomes/topics.ts'
import { type Figures, type OnePerson, lastPlan } from './figures.ts'
import { NOT_KNOWN } from './groups.ts'
import type { OpenLinear } from './linear.ts'
import { type Count, type Published, type Sum, suppress } from './suppression.ts'

/** Needs that nothing on the table answers, by topic and area. `unmet` is of all who have the need there. */
export type UnansweredNeed = {
  readonly topic: AdultOutcome
  readonly area: string
  readonly need: Published
  readonly unanswered: Published
}

/** After so many days somebody with an eligible need ought to have something on the table for it. */
const SHOULD_HAVE_BY = 56
const ALL_AREAS = 'all'

/** The topics of eligible people that neither an option nor a line of the plan is for. */
function unansweredBy(
  one: Figures,
  on: PlainDate,
): { readonly need: AdultOutcome[]; readonly unanswered: AdultOutcome[] } {
  const decided = one.assessments.findLast((each) => each.whom === 'person' && each.decided !== null)?.decided
  const none = { need: [], unanswered: [] }
  if (decided === undefined || decided === null || !decided.eligible) return none
  if (daysBetween(decided.on, on) < SHOULD_HAVE_BY) return none
  const need = [...new Set(one.needs.flatMap(({ topic }) => (isAdultOutcome(topic) ? [topic] : [])))]
  const answered = new Set([
    ...one.options.flatMap(({ topics }) => topics),
    ...(lastPlan(one)?.lines ?? []).flatMap(({ topics }) => topics),
  ])
  return { need, unanswered: need.filter((topic) => !answered.has(topic)) }
}

/** The gaps that a commissioner could fill. Safe to show: suppressed over topics, areas and totals at once. */
export function unansweredNeeds(
  people: readonly OnePerson[],
  on: PlainDate,
  open: OpenLinear,
): readonly UnansweredNeed[] {
  const counts = new Map<string, number>()
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  const areas = [...new Set(people.map(({ traits }) => traits?.area ?? NOT_KNOWN))].toSorted()
  for (const { figures, traits } of people) {
    const { need, unanswered } = unansweredBy(figures, on)
    for (const area of [traits?.area ?? NOT_KNOWN, ALL_AREAS]) {
      for (const topic of need) {
        add(`need ${topic} ${area}`)
        add(`${unanswered.includes(topic) ? 'unanswered' : 'answered'} ${topic} ${area}`)
      }
    }
  }
  const places = ADULT_OUTCOMES.flatMap((topic) => [...areas, ALL_AREAS].map((area) => ({ topic, area })))
  const kinds = ['need', 'unanswered', 'answered'] as const
  const all = places.flatMap(({ topic, area }) =>
    kinds.map((kind): Count => {
      const id = `${kind} ${topic} ${area}`
      return { id, people: counts.get(id) ?? 0 }
    }),
  )
  const sums: readonly Sum[] = [
    ...places.map(({ topic, area }) => ({
      total: `need ${topic} ${area}`,
      parts: [`unanswered ${topic} ${area}`, `answered ${topic} ${area}`],
    })),
    ...ADULT_OUTCOMES.flatMap((topic) =>
      kinds.map((kind) => ({
        total: `${kind} ${topic} ${ALL_AREAS}`,
        parts: areas.map((area) => `${kind} ${topic} ${area}`),
      })),
    ),
  ]
  const published = suppress(all, sums, open)
  const of = (id: string): Published => published.get(id) ?? { status: 'suppressed', people: null }
  return places.map(({ topic, area }) => ({
    topic,
    area,
    need: of(`need ${topic} ${area}`),
    unanswered: of(`unanswered ${topic} ${area}`),
  }))
}
