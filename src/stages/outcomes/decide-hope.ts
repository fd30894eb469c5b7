import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { addDays } from '../../domain/dates/plain-date.ts'
import { LADDER, type Level } from '../../domain/outcomes/ladder.ts'
import { TRIAL_WEEKS, type TalkAnswer, talkText } from '../../domain/outcomes/talk.ts'
import { type Topic, isCarerOutcome } from '../../domain/outcomes/topics.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { Role } from '../../record/entries.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { type Stamp, stamped, whenOfDay } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { type HopeView, hopeView, latestPossible, levelsNow, personsHope } from './view-hopes.ts'

const CARERS_OWN: Refusal = {
  says: 'What a carer hopes for in their own life is said in the conversation about it.',
}
const PROFESSIONALS: readonly Role[] = [
  'social-worker',
  'occupational-therapist',
  'assessor',
  'manager',
  'nhs',
]

/** What the person hopes for, in their words and on the ladder. What was hoped before stays in the record. */
export type SayHope = {
  readonly stamp: Stamp
  readonly topic: Topic
  /** the person, or who speaks for them */
  readonly saidBy: string
  readonly text: string
  readonly hoped: Level
  /** how it is now, where that is said as well */
  readonly level?: Level | undefined
  /** the hope is below how it is now, and that is what they mean */
  readonly less: boolean
  /** how it came to be typed, where somebody typed it for another: `by phone, read back` */
  readonly channel?: string | undefined
}

/** Nobody is held to a slip of the hand: a hope below now is asked about once, and kept where it is meant. */
export const HOPE_BELOW_NOW = 'is below how it is now'

export function sayHope(command: SayHope, state: RecordState): Decision {
  const { stamp, topic, saidBy, text, hoped, level, less, channel } = command
  const refusals: Refusal[] = []
  if (isCarerOutcome(topic)) refusals.push(CARERS_OWN)
  if (eyeOf(state, saidBy) !== 'person') {
    refusals.push({ says: `What ${state.person.name} hopes for is for ${state.person.name} to say.` })
  }
  if (!hasWords(text)) refusals.push({ says: 'Say in a few words what is hoped for.' })
  const now = level ?? levelsNow(state, hopeView(state, topic)).now
  if (now !== undefined && hoped < now && !less) {
    refusals.push({
      says: `What is hoped for, “${LADDER[hoped]}”, ${HOPE_BELOW_NOW}, “${LADDER[now]}”. Choose “as it is now”, or tick the box that says it is meant.`,
      figures: [
        { name: 'hoped for', value: hoped, unit: 'level' },
        { name: 'now', value: now, unit: 'level' },
      ],
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'statement',
    topic,
    'said-by': saidBy,
    basis: 'lived',
    text: text.trim(),
    ...(level === undefined ? {} : { level }),
    hoped,
    ...(saidBy === stamp.by || channel === undefined ? {} : { note: channel }),
  })
}

/** What a professional thinks possible, and on what ground. It stands beside the hope and takes nothing from it. */
export type SayPossible = {
  readonly stamp: Stamp
  readonly topic: Topic
  /** the ground: what they saw, heard or tried */
  readonly ground: string
  readonly possible: Level
  readonly level?: Level | undefined
}

export function sayPossible(command: SayPossible, state: RecordState): Decision {
  const { stamp, topic, ground, possible, level } = command
  const refusals: Refusal[] = []
  const role = state.parties.get(stamp.by)?.role
  if (isCarerOutcome(topic)) refusals.push(CARERS_OWN)
  if (role === undefined || !PROFESSIONALS.includes(role)) {
    refusals.push({ says: 'What is thought possible is for a professional to say, with their reasons.' })
  }
  if (!hasWords(ground)) refusals.push({ says: 'Say on what ground: what you saw, heard or tried.' })
  if (level !== undefined && possible < level) {
    refusals.push({
      says: `You see “${LADDER[level]}” now. What is possible cannot be below what is there: leave the second step out, and say in words what you expect.`,
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'statement',
    topic,
    'said-by': stamp.by,
    basis: 'observed',
    text: ground.trim(),
    ...(level === undefined ? {} : { level }),
    possible,
  })
}

/** What came of a talk about hopes. Where both agree on a trial, it is a goal as well, so that it can be seen how it goes. */
export type TellTalk = {
  readonly stamp: Stamp
  /** for the goal that a trial is */
  readonly goalStamp: Stamp
  readonly topic: Topic
  readonly tried?: string | undefined
  readonly inTheWay?: string | undefined
  readonly answer: TalkAnswer
  /** the person’s own words */
  readonly says: string
  readonly what?: string | undefined
  /** weeks of the trial, four to eight */
  readonly weeks?: number | undefined
  /** the step that both agreed to try for */
  readonly agreed?: Level | undefined
}

const trialRefusals = ({ what, weeks }: TellTalk): readonly Refusal[] => [
  ...(hasWords(what) ? [] : [{ says: 'Say what will be tried.' }]),
  ...(weeks !== undefined && weeks >= TRIAL_WEEKS.from && weeks <= TRIAL_WEEKS.to
    ? []
    : [
        {
          says: `A trial takes from ${TRIAL_WEEKS.from} to ${TRIAL_WEEKS.to} weeks, and is asked about again.`,
        },
      ]),
]

export function tellTalk(command: TellTalk, state: RecordState): Decision {
  const { stamp, topic, answer, says, what, weeks } = command
  const view = hopeView(state, topic)
  const of = personsHope(state, view.hoped) ?? latestPossible(view)
  const refusals: Refusal[] = []
  if (isCarerOutcome(topic)) refusals.push(CARERS_OWN)
  else if (of === undefined) {
    refusals.push({
      says: 'Nobody has said yet what is hoped for here, or thought possible. Say that first.',
    })
  }
  const side = eyeOf(state, stamp.by)
  if (side !== 'person' && side !== 'worker') {
    refusals.push({ says: 'This talk is between the person and those who work with them.' })
  }
  if (!hasWords(says)) refusals.push({ says: 'Write down the answer in the person’s own words.' })
  if (answer === 'try') refusals.push(...trialRefusals(command))
  if (refusals.length > 0 || of === undefined) return refuse(...refusals)
  const until = answer === 'try' && weeks !== undefined ? addDays(state.on, weeks * 7) : undefined
  const text = talkText({
    topic,
    tried: command.tried,
    inTheWay: command.inTheWay,
    answer,
    says,
    trial: until === undefined ? undefined : { what: what ?? '', until },
  })
  const note = { ...stamped(stamp), kind: 'note' as const, of: of.entry.id, text }
  return until === undefined ? done(note) : done(note, trialGoal(command, view, state, until))
}

function trialGoal(
  { goalStamp, topic, tried, inTheWay, says, what, agreed }: TellTalk,
  view: HopeView,
  state: RecordState,
  until: Parameters<typeof whenOfDay>[0],
) {
  const { now, hoped } = levelsNow(state, view)
  const talked = [tried, inTheWay, says].filter(hasWords).join(' ')
  return {
    ...stamped(goalStamp),
    kind: 'goal' as const,
    words: (what ?? '').trim(),
    topics: [topic],
    type: agreed !== undefined && now !== undefined && agreed <= now ? ('keep' as const) : ('gain' as const),
    ...(now === undefined ? {} : { now }),
    ...(hoped === undefined ? {} : { hoped }),
    ...(agreed === undefined ? {} : { agreed }),
    'by-when': whenOfDay(until),
    talked,
  }
}
