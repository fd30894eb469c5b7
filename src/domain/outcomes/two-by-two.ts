import { type Answer, type Step, known, needs } from '../answer.ts'
import { type PlainDate, dateInWords } from '../dates/plain-date.ts'
import { LADDER, type Level } from './ladder.ts'
import { TOPIC_WORDS, type Topic } from './topics.ts'

// Choice and independence, both: was what the person wanted met, and does the person do more for themselves than before?
// Neither is weighed against the other. Those whose wishes were met while they lost ground, and those who gained ground
// against their wishes, are the ones to talk about.

/** Who saw it. What whoever is paid for the support sees alone decides nothing. */
export type Eye = 'person' | 'worker' | 'provider'

/** What somebody saw on one day: a step of the ladder, how far a goal was attained (-2 to 2), or both. */
export type Sight = {
  readonly on: PlainDate
  readonly by: Eye
  readonly level?: Level | undefined
  readonly attained?: number | undefined
  /** the entry of the record in which it stands */
  readonly entry: string
}

export type WishType = 'gain' | 'keep' | 'slow-decline' | 'experience'

/** What the person wanted: a goal of theirs, or a step of the ladder that they hope for. */
export type Wish = {
  readonly entry: string
  readonly on: PlainDate
  readonly type: WishType
  readonly topics: readonly Topic[]
  /** in the person’s own words */
  readonly words: string
  readonly now?: Level | undefined
  readonly hoped?: Level | undefined
  readonly agreed?: Level | undefined
  /** what was seen of it since, in order */
  readonly seen: readonly Sight[]
}

/** One topic on the ladder, as it was seen from the first day to the last, in order. */
export type Rungs = { readonly topic: Topic; readonly seen: readonly Sight[] }

export type OutcomeFacts = { readonly wishes: readonly Wish[]; readonly rungs: readonly Rungs[] }

export type WishFound = 'met' | 'not-met'
export type Growth = 'grew' | 'same' | 'fell'
/** Where one person stands among the four: `same` and `fell` are both "did not grow". */
export type Place = { readonly wish: WishFound; readonly growth: Growth }

/** The step of the ladder that would meet a wish; undefined where no step says it. */
function targetOf({ type, hoped, agreed, now }: Wish): Level | undefined {
  switch (type) {
    case 'gain':
      return hoped ?? agreed
    case 'keep':
      return hoped ?? now
    case 'slow-decline':
      return hoped
    // Whether the sea was seen is on no ladder.
    case 'experience':
      return undefined
  }
}

const bearsOn = (wish: Wish, sight: Sight): boolean =>
  sight.by !== 'provider' &&
  (sight.attained !== undefined || (sight.level !== undefined && targetOf(wish) !== undefined))

const latestOf = (sights: readonly Sight[]): Sight | undefined =>
  // On one day the person's own word is the last.
  sights.reduce<Sight | undefined>(
    (last, each) =>
      last === undefined || each.on > last.on || (each.on === last.on && last.by !== 'person') ? each : last,
    undefined,
  )

/** Was this wish met? The last who spoke decides, the person or a worker; undefined while neither has. */
export function wishFound(wish: Wish): { readonly found: WishFound; readonly decides: Sight } | undefined {
  const decides = latestOf(wish.seen.filter((sight) => bearsOn(wish, sight)))
  if (decides === undefined) return undefined
  const target = targetOf(wish)
  // Attainment is measured against what the person hoped for, so it goes before the step.
  const isMet =
    decides.attained === undefined
      ? decides.level !== undefined && target !== undefined && decides.level >= target
      : decides.attained >= 0
  return { found: isMet ? 'met' : 'not-met', decides }
}

/** The first and the last that one and the same eye saw: the person’s where they spoke twice, else the worker’s. */
export function climbOf({ seen }: Rungs): { readonly from: Sight; readonly to: Sight } | undefined {
  for (const eye of ['person', 'worker'] as const) {
    const own = seen.filter(({ by, level }) => by === eye && level !== undefined)
    const from = own[0]
    const to = own.at(-1)
    if (from !== undefined && to !== undefined && from.on < to.on) return { from, to }
  }
  return undefined
}

const stepsUp = ({ from, to }: { readonly from: Sight; readonly to: Sight }): number =>
  (to.level ?? 0) - (from.level ?? 0)

/**
 * Where one person stands, without the sentences: for counting many. Undefined while the one or the other is not known.
 * Wishes are met where more than half of those that can be told are; independence grew where the steps of all topics
 * together go up.
 */
export function placeOf({ wishes, rungs }: OutcomeFacts): Place | undefined {
  const found = wishes.flatMap((wish) => wishFound(wish)?.found ?? [])
  const climbs = rungs.flatMap((each) => climbOf(each) ?? [])
  if (found.length === 0 || climbs.length === 0) return undefined
  const met = found.filter((each) => each === 'met').length
  const steps = climbs.reduce((sum, climb) => sum + stepsUp(climb), 0)
  return {
    wish: met * 2 > found.length ? 'met' : 'not-met',
    growth: steps > 0 ? 'grew' : steps < 0 ? 'fell' : 'same',
  }
}

const EYE_WORDS: Readonly<Record<Eye, string>> = {
  person: 'the person',
  worker: 'a worker',
  provider: 'whoever gives support',
}

/** `attained` in words, from much less than hoped to much more. */
export const ATTAINED: Readonly<Record<string, string>> = {
  '-2': 'much less than hoped',
  '-1': 'less than hoped',
  '0': 'as hoped',
  '1': 'more than hoped',
  '2': 'much more than hoped',
}

const sightInWords = ({ on, by, level, attained }: Sight): string =>
  [
    `on ${dateInWords(on)} ${EYE_WORDS[by]} said`,
    attained === undefined
      ? level === undefined
        ? ''
        : `“${LADDER[level]}”`
      : `“${ATTAINED[String(attained)] ?? ''}”`,
  ].join(' ')

function wishStep(wish: Wish): Step {
  const found = wishFound(wish)
  const name = `“${wish.words}”`
  if (found === undefined) {
    return { says: `${name}: nobody can say yet whether it was met. It is left out.`, entries: [wish.entry] }
  }
  const target = targetOf(wish)
  const hoped = target === undefined ? '' : ` Hoped for: “${LADDER[target]}”.`
  return {
    says: `${name} was ${found.found === 'met' ? 'met' : 'not met'}: ${sightInWords(found.decides)}.${hoped}`,
    entries: [wish.entry, found.decides.entry],
  }
}

function climbStep(rungs: Rungs): Step | undefined {
  const climb = climbOf(rungs)
  if (climb === undefined) return undefined
  const steps = stepsUp(climb)
  const size = Math.abs(steps) === 1 ? '1 step' : `${Math.abs(steps)} steps`
  const how = steps === 0 ? 'the same step' : `${size} ${steps > 0 ? 'up' : 'down'}`
  return {
    says: `${TOPIC_WORDS[rungs.topic]}: ${how}, as ${EYE_WORDS[climb.from.by]} saw it on ${dateInWords(climb.from.on)} and on ${dateInWords(climb.to.on)}.`,
    gives: { name: 'steps up', value: steps, unit: 'count' },
    entries: [climb.from.entry, climb.to.entry],
  }
}

/** Where one person stands, with the reasons: each wish, and each topic that was seen twice by the same eye. */
export function twoByTwo(facts: OutcomeFacts): Answer<Place> {
  const place = placeOf(facts)
  if (place === undefined) {
    const told = facts.wishes.some((wish) => wishFound(wish) !== undefined)
    return needs([
      {
        fact: 'level',
        about: told ? 'how each part of life is now, a second time' : 'how it goes with what was wanted',
      },
    ])
  }
  const because = [...facts.wishes.map(wishStep), ...facts.rungs.flatMap((each) => climbStep(each) ?? [])]
  return known(place, because)
}

/** Those to talk about: met while they lost ground, and gained against their wishes. */
export const isToTalkAbout = ({ wish, growth }: Place): boolean =>
  (wish === 'met' && growth === 'fell') || (wish === 'not-met' && growth === 'grew')

// Many people.

export const CELLS = [
  'met-grew',
  'met-same',
  'met-fell',
  'not-met-grew',
  'not-met-same',
  'not-met-fell',
] as const
export type Cell = (typeof CELLS)[number]
export const cellOf = ({ wish, growth }: Place): Cell => `${wish}-${growth}`

export type TwoByTwoCounts = {
  /** everybody who was looked at */
  readonly people: number
  /** of whom nobody can tell yet */
  readonly unknown: number
  readonly cells: Readonly<Record<Cell, number>>
}

/** Counts people by where they stand. `undefined` is somebody of whom it is not known. */
export function countPlaces(places: Iterable<Place | undefined>): TwoByTwoCounts {
  const cells: Record<Cell, number> = {
    'met-grew': 0,
    'met-same': 0,
    'met-fell': 0,
    'not-met-grew': 0,
    'not-met-same': 0,
    'not-met-fell': 0,
  }
  let people = 0
  let unknown = 0
  for (const place of places) {
    people += 1
    if (place === undefined) unknown += 1
    else cells[cellOf(place)] += 1
  }
  return { people, unknown, cells }
}

/** The four of the picture: the count, and of those who did not grow how many stayed and how many lost ground. */
export type Quarter = { readonly wish: WishFound; readonly grew: boolean; readonly cells: readonly Cell[] }
export const QUARTERS: readonly Quarter[] = [
  { wish: 'not-met', grew: true, cells: ['not-met-grew'] },
  { wish: 'met', grew: true, cells: ['met-grew'] },
  { wish: 'not-met', grew: false, cells: ['not-met-same', 'not-met-fell'] },
  { wish: 'met', grew: false, cells: ['met-same', 'met-fell'] },
]
