import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { inList } from '../../domain/checks/telling.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { writeHeaded } from '../../record/headed-words.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'
import { writeLater } from '../../record/told-later.ts'
import { ADVOCACY_HEADINGS, type Advocacy, unsuitable } from './view.ts'
import { DIFFICULTIES, DIFFICULTY_WORDS, STEP_WORDS, type StepName } from './words.ts'

/** The four questions of section 67(4), asked at one step, with who could help and what happens. */
export type AskAdvocacy = {
  readonly stamp: Stamp
  readonly at: StepName
  readonly difficulty: Advocacy['difficulty']
  readonly supporter?: string | undefined
  readonly agrees?: boolean | undefined
  readonly decision: Advocacy['decision']
  readonly advocate?: string | undefined
  readonly says?: string | undefined
  /** how the person told it, where it is in their words */
  readonly channel?: string | undefined
}

const hardIn = ({ difficulty }: AskAdvocacy): readonly string[] =>
  DIFFICULTIES.filter((each) => difficulty[each]).map((each) => DIFFICULTY_WORDS[each].toLowerCase())

function wrongSupporter(command: AskAdvocacy, state: RecordState): readonly Refusal[] {
  const { supporter, agrees, decision } = command
  if (supporter === undefined) {
    return decision === 'supporter' ? [{ says: 'Choose who helps them to take part.' }] : []
  }
  if (supporter === state.person.id) return [{ says: 'Choose somebody other than the person.' }]
  if (decision !== 'supporter' && decision !== 'not-referred') return []
  const reason = unsuitable(state, supporter)
  if (reason !== undefined) return [{ says: reason, cites: ['CA s67(5)'] }]
  if (agrees === true) return []
  return [
    {
      says:
        agrees === false
          ? 'The person does not want that. It is their choice: ask for an advocate, or for somebody else.'
          : 'Ask the person whether they want that, and write down what they said.',
      cites: ['CA s67(6)'],
    },
  ]
}

function wrongAdvocate({ advocate, decision }: AskAdvocacy, state: RecordState): readonly Refusal[] {
  if (decision !== 'appointed') return []
  const party = advocate === undefined ? undefined : state.parties.get(advocate)
  if (party === undefined) {
    return [
      {
        says: 'Choose who the advocate is. Add them to the people at the table first, if they are not there.',
      },
    ]
  }
  const reason = unsuitable(state, party.id)
  if (reason !== undefined) {
    return [
      {
        says: `${party.name} cannot be the advocate: an advocate is independent, and is neither paid to care for the person nor from the council.`,
        cites: ['CA s67(2)'],
      },
    ]
  }
  return party.role === 'advocate'
    ? []
    : [
        {
          says: `${party.name} is not an advocate. Somebody they know can help them to take part instead.`,
          cites: ['CA s67(5)'],
        },
      ]
}

function wrongDecision(command: AskAdvocacy): readonly Refusal[] {
  const hard = hardIn(command)
  if (hard.length > 0 && command.decision === 'not-needed') {
    return [
      {
        says: `It would be very hard for them ${inList(hard)}. Then somebody has to be at their side.`,
        cites: ['CA s67(2)', 'CA s67(4)'],
      },
    ]
  }
  if (hard.length > 0 && command.decision === 'not-referred' && command.supporter === undefined) {
    return [
      {
        says: 'Nobody suitable helps them. Then the council has to ask for an advocate.',
        cites: ['CA s67(2)', 'CA s67(5)'],
      },
    ]
  }
  return []
}

/** What was said, and after it how it was told: `I get tired. (said on paper, form 5, read back)` */
const saidHow = ({ says = '', channel = '' }: AskAdvocacy): string =>
  [says.trim(), channel === '' ? '' : `(${channel})`].filter((part) => part !== '').join(' ')

export function askAdvocacy(command: AskAdvocacy, state: RecordState): Decision {
  const refusals = [
    ...wrongDecision(command),
    ...wrongSupporter(command, state),
    ...wrongAdvocate(command, state),
  ]
  if (refusals.length > 0) return refuse(...refusals)
  const { stamp, at, difficulty, supporter, agrees, decision, advocate } = command
  return done({
    ...stamped(stamp),
    kind: 'advocacy',
    difficulty: { ...difficulty },
    ...(supporter === undefined ? {} : { supporter }),
    ...(supporter === undefined || agrees === undefined ? {} : { 'person-agrees': agrees }),
    decision,
    ...(decision === 'appointed' && advocate !== undefined ? { advocate } : {}),
    note: writeHeaded(ADVOCACY_HEADINGS, { says: saidHow(command), at: STEP_WORDS[at] }),
  })
}

/** The day on which advocate and person first met or spoke. */
export type TellMet = {
  readonly stamp: Stamp
  readonly advocacy: string
  readonly day: PlainDate
  readonly says: string
}

export function tellMet({ stamp, advocacy: id, day, says }: TellMet, state: RecordState): Decision {
  const advocacy = find(state, 'advocacy', id)
  if (advocacy === undefined) return refuse({ says: 'That is not in the record.' })
  const refusals: Refusal[] = []
  if (advocacy.decision !== 'appointed') refusals.push({ says: 'No advocate has been found yet.' })
  if (day > stamp.on) refusals.push({ says: `They cannot have met after today, ${dateInWords(stamp.on)}.` })
  if (day < dayOfEntry(advocacy)) {
    refusals.push({
      says: `The advocate was found on ${dateInWords(dayOfEntry(advocacy))}: they cannot have met before.`,
    })
  }
  if (!hasWords(says)) refusals.push({ says: 'Say how they go on.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'note',
    of: advocacy.id,
    text: writeLater({ kind: 'met', day, says }),
  })
}
