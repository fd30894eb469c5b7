import type { EntryOf } from '../../../record/entries.ts'
import { type AdultOutcome, ADULT_OUTCOMES } from '../../outcomes/topics.ts'
import type { Cast } from './at-the-table.ts'
import { type CarersOwn, assessCarer, hearHelper } from './carer.ts'
import { answer, disagree, hold } from './disagreeing.ts'
import type { Sheet } from './sheet.ts'
import { takingPart } from './taking-part.ts'
import type { Needed } from './needed.ts'
import { FAMILY, LIFE, OBSERVED } from './words-life.ts'
import { DAILY } from './words-daily.ts'
import { CAUSES, GOALS, IMPACT_WHY, NEED_TEXT, SMALL_IMPACT_WHY, WELLBEING_OF } from './words-plan.ts'

/** A need as it was recorded: its id, what it is about, and what was said of it. */
export type Recorded = {
  readonly id: string
  readonly topics: readonly AdultOutcome[]
  readonly night: boolean
  readonly said: readonly Needed[]
  readonly metByHelper: boolean
  readonly test: EntryOf<'need'>['test']
  readonly impact: EntryOf<'need'>['impact']
  readonly cause: string
}

/** An assessment that was finished, and what it found. */
export type Assessed = {
  readonly opened: string
  readonly needs: readonly Recorded[]
  readonly goals: readonly { readonly id: string; readonly topics: readonly AdultOutcome[] }[]
  readonly carers: CarersOwn | undefined
}

export type Assessing = {
  readonly of: 'needs' | 'reassessment' | 'transition'
  readonly needs: readonly Needed[]
  /** how long it takes, in days */
  readonly days: number
  /** whether the needs weigh enough under the regulations */
  readonly significant: boolean
}

const WORDS = { ...DAILY, ...LIFE }

/** Opens an assessment, holds the conversation and closes it. Undefined where today comes before its end. */
export function assess(sheet: Sheet, cast: Cast, assessing: Assessing): Assessed | undefined {
  const { chance, who } = sheet
  const opened = sheet.add('assessment-opened', cast.worker, {
    of: assessing.of,
    subject: cast.person,
    way: who.difficulty
      ? 'face-to-face'
      : chance.weighted([
          ['face-to-face', 62],
          ['phone', 20],
          ['supported-self', 9],
          ['combined', 6],
          ['online', 3],
        ]),
    assessor: cast.worker,
    offered: ['face-to-face', 'supported-self', 'phone', 'online'],
    'told-what-to-expect': true,
  })
  const visit = Math.max(1, Math.floor(assessing.days / 2))
  // What has to be done before a birthday is not put on hold.
  if ((assessing.of !== 'transition' && !hold(sheet, cast)) || !sheet.wait(visit)) return undefined
  takingPart(sheet, cast)
  const said = speak(sheet, cast, assessing.needs)
  hearHelper(sheet, cast, assessing.significant)
  const needs = record(sheet, cast, assessing, said)
  const goals = aim(sheet, cast, assessing.needs)
  const dispute = disagree(sheet, cast)
  const carers =
    assessing.of !== 'reassessment' && assessing.significant ? assessCarer(sheet, cast) : undefined
  if (!sheet.wait(Math.max(1, assessing.days - visit))) return undefined
  if (dispute !== undefined) answer(sheet, cast, dispute)
  sheet.add('assessment-closed', cast.worker, { assessment: opened, outcome: 'completed' })
  if (carers !== undefined)
    sheet.add('assessment-closed', cast.worker, { assessment: carers.opened, outcome: 'completed' })
  return { opened, needs, goals, carers }
}

/** Everything is spoken of: what help is needed with, and what is no concern. @returns the statements by topic */
function speak(sheet: Sheet, cast: Cast, needs: readonly Needed[]): ReadonlyMap<string, string[]> {
  const { chance, add } = sheet
  const said = new Map<string, string[]>()
  const keep = (topic: string, id: string) => said.set(topic, [...(said.get(topic) ?? []), id])
  for (const topic of ADULT_OUTCOMES.filter((one) => !needs.some((needed) => needed.topic === one))) {
    const level = topic === 'work-learning' || topic === 'parenting' ? 4 : chance.happens(0.25) ? 3 : 4
    const text = chance.pick(WORDS[topic][level])
    add('statement', cast.worker, { topic, 'said-by': cast.person, basis: 'lived', text, level })
  }
  for (const { topic, level, hoped, possible, times, minutes } of needs) {
    const text = chance.pick(WORDS[topic][level])
    keep(
      topic,
      add('statement', cast.worker, {
        topic,
        'said-by': cast.person,
        basis: 'lived',
        text,
        level,
        hoped,
        times,
        minutes,
        ...(topic === 'night' ? { night: true } : {}),
      }),
    )
    if (possible === undefined || possible <= level) continue
    const seen = { 'said-by': cast.worker, basis: 'observed', text: chance.pick(OBSERVED), possible } as const
    keep(topic, add('statement', cast.worker, { topic, ...seen }))
  }
  if (cast.helper?.livesWith === true) {
    const text = chance.pick(FAMILY)
    add('statement', cast.worker, { topic: 'family', 'said-by': cast.helper.id, basis: 'lived', text })
  }
  return said
}

/** The needs, two or so topics to each; those that the carer meets are a need apart. */
function record(
  sheet: Sheet,
  cast: Cast,
  { needs, significant }: Assessing,
  said: ReadonlyMap<string, readonly string[]>,
): readonly Recorded[] {
  const { chance, add, who } = sheet
  const cause = chance.pick(CAUSES[who.traits.reason])
  const { helper } = cast
  return groups(needs, helper?.topics ?? []).flatMap((group): readonly Recorded[] => {
    const topics = group.flatMap(({ topic }) => (topic === 'night' ? [] : [topic]))
    const [first] = topics
    if (first === undefined) return []
    const night = group.some(({ topic }) => topic === 'night')
    const met =
      helper !== undefined && helper.willing && topics.some((topic) => helper.topics.includes(topic))
    const test = significant
      ? chance.pick(['unable', 'unable', 'danger', 'pain', 'slow'] as const)
      : small(chance.next())
    const impact = significant ? 'significant' : 'some'
    const id = add('need', cast.worker, {
      text: topics.length > 1 ? `${NEED_TEXT[first]}, and what goes with it` : NEED_TEXT[first],
      topics: night ? [...topics, 'night'] : topics,
      cause,
      test,
      wellbeing: [...new Set(topics.flatMap((topic) => WELLBEING_OF[topic]))],
      impact,
      'impact-why': chance.pick(significant ? IMPACT_WHY : SMALL_IMPACT_WHY),
      ...(met ? { 'met-by': { carer: helper.id, willing: true, able: true } } : {}),
      statements: group.flatMap(({ topic }) => said.get(topic) ?? []),
    })
    return [{ id, topics, night, said: group, metByHelper: met, test, impact, cause }]
  })
}

const small = (draw: number): 'managing' | 'slow' => (draw < 0.7 ? 'managing' : 'slow')

function groups(needs: readonly Needed[], helped: readonly string[]): readonly (readonly Needed[])[] {
  const by = (isHelped: boolean) =>
    needs.filter(({ topic }) => topic !== 'night' && helped.includes(topic) === isHelped)
  const pairs = [by(false), by(true)].flatMap((list) =>
    list.flatMap((_, place) => (place % 2 === 0 ? [list.slice(place, place + 2)] : [])),
  )
  const night = needs.filter(({ topic }) => topic === 'night')
  return pairs.map((group, place) => (place === 0 ? [...group, ...night] : group))
}

/** One or two goals in the person's own words, on what they hope to do more of. */
function aim(sheet: Sheet, cast: Cast, needs: readonly Needed[]): Assessed['goals'] {
  const { chance, add } = sheet
  const byDay = needs.flatMap((need) => (need.topic === 'night' ? [] : [{ ...need, topic: need.topic }]))
  return chance.some(byDay, chance.between(1, 2)).map(({ topic, level, hoped, possible }) => {
    const isGain = hoped > level
    const easy = isGain && sheet.plants('easy-goal')
    const id = add('goal', cast.person, {
      words: chance.pick(GOALS[topic]),
      topics: [topic],
      type: isGain ? 'gain' : 'keep',
      now: level,
      hoped,
      agreed: easy ? level : hoped,
      ...(possible !== undefined && possible !== hoped
        ? {
            talked:
              'We spoke of what I hope for and what was thought possible, and left it at what I want to try.',
          }
        : {}),
    })
    if (easy) sheet.plant({ fault: 'easy-goal', entries: [id] })
    return { id, topics: [topic] }
  })
}
