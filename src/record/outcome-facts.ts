import type { Eye, OutcomeFacts, Rungs, Sight, Wish } from '../domain/outcomes/two-by-two.ts'
import { CARER_OUTCOMES, TOPICS, type Topic, isCarerOutcome } from '../domain/outcomes/topics.ts'
import type { EntryOf, Role } from './entries.ts'
import { type RecordState, all } from './state.ts'
import { dayOfWhen } from './values.ts'

const EYES: Readonly<Partial<Record<Role, Eye>>> = {
  person: 'person',
  attorney: 'person',
  deputy: 'person',
  advocate: 'person',
  'social-worker': 'worker',
  'occupational-therapist': 'worker',
  assessor: 'worker',
  manager: 'worker',
  provider: 'provider',
}

/** With whose eyes a party sees; undefined where they are none of the three, as family and the NHS are. */
export const eyeOf = (state: Pick<RecordState, 'parties'>, party: string | undefined): Eye | undefined => {
  const role = party === undefined ? undefined : state.parties.get(party)?.role
  return role === undefined ? undefined : EYES[role]
}

type Dated = { readonly on: Sight['on'] }
const byDay = (a: Dated, b: Dated): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

/** What was disputed, and the dispute accepted, no longer counts. */
const isSetAside = (state: RecordState, id: string): boolean =>
  state.disputes.some(({ of, answers }) => of?.id === id && answers.at(-1)?.outcome === 'accepted')

const sightOfStatement = (state: RecordState, said: EntryOf<'statement'>): readonly Sight[] => {
  const by = eyeOf(state, said['said-by'])
  return by === undefined || said.level === undefined || isSetAside(state, said.id)
    ? []
    : [{ on: dayOfWhen(said.on), by, level: said.level, entry: said.id }]
}

const sightOfProgress = (state: RecordState, seen: EntryOf<'progress'>): readonly Sight[] =>
  isSetAside(state, seen.id)
    ? []
    : [
        {
          on: dayOfWhen(seen.on),
          by: seen['seen-by'],
          ...(seen.level === undefined ? {} : { level: seen.level }),
          ...(seen.attained === undefined ? {} : { attained: seen.attained }),
          entry: seen.id,
        },
      ]

const progressOf = (state: RecordState, goal: EntryOf<'goal'>): readonly EntryOf<'progress'>[] =>
  all(state, 'progress').filter((entry) => state.byId.get(entry.goal)?.id === goal.id)

function wishOfGoal(state: RecordState, goal: EntryOf<'goal'>): Wish {
  return {
    entry: goal.id,
    on: dayOfWhen(goal.on),
    type: goal.type,
    topics: goal.topics,
    words: goal.words,
    ...(goal.now === undefined ? {} : { now: goal.now }),
    ...(goal.hoped === undefined ? {} : { hoped: goal.hoped }),
    ...(goal.agreed === undefined ? {} : { agreed: goal.agreed }),
    seen: progressOf(state, goal)
      .flatMap((entry) => sightOfProgress(state, entry))
      .toSorted(byDay),
  }
}

/** A step that the person first hoped for on a topic of which no goal speaks; met or not by what was said of it later. */
function wishOfHope(
  state: RecordState,
  topic: Topic,
  said: readonly EntryOf<'statement'>[],
): readonly Wish[] {
  const hope = said.find((each) => each.hoped !== undefined && eyeOf(state, each['said-by']) === 'person')
  if (hope?.hoped === undefined || isSetAside(state, hope.id)) return []
  const now = hope.level
  const on = dayOfWhen(hope.on)
  return [
    {
      entry: hope.id,
      on,
      type: now === undefined || hope.hoped > now ? 'gain' : hope.hoped === now ? 'keep' : 'slow-decline',
      topics: [topic],
      words: hope.text,
      ...(now === undefined ? {} : { now }),
      hoped: hope.hoped,
      seen: said.flatMap((each) => sightOfStatement(state, each)).filter((sight) => sight.on > on),
    },
  ]
}

function rungsOf(state: RecordState, topic: Topic, said: readonly EntryOf<'statement'>[]): readonly Rungs[] {
  const goals = all(state, 'goal').filter(({ topics }) => topics.includes(topic))
  const seen = [
    ...said.flatMap((each) => sightOfStatement(state, each)),
    ...goals
      .flatMap((goal) => progressOf(state, goal))
      .flatMap((entry) => sightOfProgress(state, entry))
      .filter(({ level }) => level !== undefined),
  ].toSorted(byDay)
  return seen.length === 0 ? [] : [{ topic, seen }]
}

/** A carer's own topics are about the carer's life and not the person's. */
const PERSONS_TOPICS = TOPICS.filter((topic) => !CARER_OUTCOMES.some((own) => own === topic))

/** What the person wanted and how they manage, from first to last, out of a record as it stands. */
export function outcomeFacts(state: RecordState): OutcomeFacts {
  const statements = all(state, 'statement').filter(
    ({ topic, about }) => !isCarerOutcome(topic) && (about === undefined || about === state.person.id),
  )
  const goals = all(state, 'goal')
  const saidOf = (topic: Topic) => statements.filter((each) => each.topic === topic)
  return {
    wishes: [
      ...goals.map((goal) => wishOfGoal(state, goal)),
      ...PERSONS_TOPICS.filter((topic) => !goals.some(({ topics }) => topics.includes(topic))).flatMap(
        (topic) => wishOfHope(state, topic, saidOf(topic)),
      ),
    ],
    rungs: PERSONS_TOPICS.flatMap((topic) => rungsOf(state, topic, saidOf(topic))),
  }
}
