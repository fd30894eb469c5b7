import type { Refusal } from '../../domain/answer.ts'
import { capacityFor } from '../../domain/checks/capacity-found.ts'
import { dated, hasWords } from '../../domain/checks/clocks.ts'
import { inList } from '../../domain/checks/telling.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { readHeaded, writeHeaded } from '../../record/headed-words.ts'
import { type Stamp, stamped, whenOfDay } from '../../record/stamp.ts'
import { type RecordState, find, nameOf } from '../../record/state.ts'
import { type Decides, writeLater } from '../../record/told-later.ts'
import {
  CAPACITY_HEADINGS,
  type Capacity,
  LIBERTY_HEADINGS,
  lawyers,
  outsideScope,
  regainedSince,
} from './view.ts'
import { FOR_WORDS, TIME_WORDS } from './words.ts'

/** One decision, asked about at one time, with the help that came first. */
export type AskCapacity = {
  readonly stamp: Stamp
  readonly decision: string
  readonly for: readonly Decides[]
  readonly day: PlainDate
  readonly time: keyof typeof TIME_WORDS
  readonly help: readonly string[]
  readonly understands: boolean
  readonly retains: boolean
  readonly weighs: boolean
  readonly communicates: boolean
  readonly shown: string
  readonly unwise?: string | undefined
  readonly has: boolean
  readonly because?: string | undefined
  readonly link?: string | undefined
  readonly again?: string | undefined
}

/** Words that make a finding one about a person and not about a decision. */
const OF_A_PERSON =
  /\b(?:all|any|every|most) (?:of )?(?:\w+ )?decisions?\b|\beverything\b|\bin general\b|\bgenerally\b|\bglobal(?:ly)?\b/i

const ABILITIES = {
  understands: 'understand it',
  retains: 'keep it in mind',
  weighs: 'weigh it up',
  communicates: 'say what they decide',
} as const
type Ability = keyof typeof ABILITIES
const EACH: readonly Ability[] = ['understands', 'retains', 'weighs', 'communicates']

/** A finding that contradicts itself, or that says no without what the Act asks for first. */
function contradictions(command: AskCapacity): readonly Refusal[] {
  const missing = EACH.filter((ability) => !command[ability])
  if (command.has) {
    return missing.length === 0
      ? []
      : [
          {
            says: `You say that they can decide this, and that they could not ${inList(missing.map((one) => ABILITIES[one]))}. To decide takes all four. Look at both answers again.`,
            cites: ['MCA s3'],
          },
        ]
  }
  const refusals: Refusal[] = []
  if (missing.length === 0) {
    refusals.push({
      says: 'You say that they can do all four things, and that they cannot decide. Who can do all four can decide, also where others think it unwise.',
      cites: ['MCA s3', 'MCA s1(4)'],
    })
  }
  if (!command.help.some(hasWords)) {
    refusals.push({
      says: 'Nobody is found unable to decide before every help that could work has been given. Say what was done.',
      cites: ['MCA s1(3)'],
    })
  }
  if (!hasWords(command.because)) {
    refusals.push({
      says: 'Say what illness or injury of mind or brain is behind it. If there is none, they can decide.',
      cites: ['MCA s2'],
    })
  }
  if (!hasWords(command.link)) {
    refusals.push({ says: 'Say how that leads to what they could not do.', cites: ['MCA s2'] })
  }
  if (!hasWords(command.again)) {
    refusals.push({ says: 'Say when it is to be asked again, or why it will not be.', cites: ['MCA s4'] })
  }
  return refusals
}

export function askCapacity(command: AskCapacity, state: RecordState): Decision {
  const { stamp, day } = command
  const refusals: Refusal[] = []
  if (OF_A_PERSON.test(command.decision)) {
    refusals.push({
      says: 'Ask about one decision. Nobody is able or unable to decide in general.',
      cites: ['MCA s2'],
    })
  }
  if (day > stamp.on) refusals.push({ says: `You cannot have asked after today, ${dateInWords(stamp.on)}.` })
  if (day < state.person.born.slice(0, 10)) refusals.push({ says: 'That is before they were born.' })
  refusals.push(...contradictions(command))
  if (refusals.length > 0) return refuse(...refusals)
  const because = command.because?.trim() ?? ''
  return done({
    ...stamped(stamp),
    on: whenOfDay(day),
    ...(day === stamp.on ? {} : { recorded: whenOfDay(stamp.on) }),
    kind: 'capacity',
    decision: command.decision.trim(),
    for: [...command.for],
    'help-given': command.help.map((one) => one.trim()).filter((one) => one !== ''),
    understands: command.understands,
    retains: command.retains,
    weighs: command.weighs,
    communicates: command.communicates,
    ...(because === '' ? {} : { because }),
    'has-capacity': command.has,
    note: writeHeaded(CAPACITY_HEADINGS, {
      says: '',
      time: TIME_WORDS[command.time],
      shown: command.shown,
      link: command.link,
      unwise: command.unwise,
      again: command.again,
    }),
  })
}

/** What is best for the person in this one decision, where they were found unable to make it. */
export type DecideBest = {
  readonly stamp: Stamp
  readonly capacity: string
  readonly wait: string
  readonly wishes: string
  readonly consulted: readonly string[]
  readonly less: string
  readonly decided: string
  /** an attorney or a deputy; nobody where it is the council's, or theirs who give the care */
  readonly decider?: string | undefined
}

const CLOSE = ['carer', 'family', 'friend', 'attorney', 'deputy']

function wrongBest(command: DecideBest, capacity: Capacity, state: RecordState): readonly Refusal[] {
  const refusals: Refusal[] = []
  const name = state.person.name
  if (capacity['has-capacity']) {
    return [{ says: `${name} can make this decision. Nobody else makes it.`, cites: ['MCA s1(2)'] }]
  }
  const regained = regainedSince(state, capacity)
  if (regained !== undefined) {
    return [
      {
        says: `${name} was found able to decide this on ${dated(regained)}. Nobody else decides it now.`,
        cites: ['MCA s2'],
      },
    ]
  }
  const unasked = lawyers(state).filter(
    ({ party }) =>
      !command.consulted.includes(party.id) &&
      outsideScope(state, party.id, capacity.for).length < capacity.for.length,
  )
  if (unasked.length > 0) {
    refusals.push({
      says: `${inList(unasked.map(({ party }) => party.name))} may decide for them by law, and has to be asked.`,
      cites: ['MCA s4'],
    })
  }
  const close = [...state.parties.values()].filter(
    ({ id, role }) => CLOSE.includes(role) && id !== state.person.id,
  )
  if (unasked.length === 0 && close.length > 0 && !close.some(({ id }) => command.consulted.includes(id))) {
    refusals.push({ says: 'Nobody close to them was asked. Ask them first.', cites: ['MCA s4'] })
  }
  if (command.consulted.some((party) => !state.parties.has(party))) {
    refusals.push({ says: 'Choose who was asked from those at the table.' })
  }
  return [...refusals, ...wrongDecider(command, capacity, state)]
}

function wrongDecider({ decider }: DecideBest, capacity: Capacity, state: RecordState): readonly Refusal[] {
  if (decider === undefined) return []
  const lawyer = lawyers(state).find(({ party }) => party.id === decider)
  if (lawyer === undefined) return [{ says: 'Only an attorney or a deputy decides in their place by law.' }]
  const { party, scope } = lawyer
  if (scope === undefined) {
    return [
      {
        says: `Nobody has written down what ${party.name} may decide. Look at the papers first, and write down what they cover.`,
      },
    ]
  }
  const outside = outsideScope(state, decider, capacity.for)
  return outside.length === 0
    ? []
    : [
        {
          says: `This is about ${inList(outside.map((what) => FOR_WORDS[what].toLowerCase()))}. The papers of ${party.name} do not cover that: they are about ${inList(scope.later.decides.map((what) => FOR_WORDS[what].toLowerCase()))}.`,
          cites: ['MCA s4'],
        },
      ]
}

/** Added to the finding that it rests on, as a correction: the finding stands in its place, now with what followed. */
export function decideBest(command: DecideBest, state: RecordState): Decision {
  const capacity = find(state, 'capacity', command.capacity)
  if (capacity === undefined) return refuse({ says: 'That finding is not in the record.' })
  const refusals = wrongBest(command, capacity, state)
  if (refusals.length > 0) return refuse(...refusals)
  const { corrects: _corrects, recorded: _recorded, why: _why, ...kept } = capacity
  const again = capacity['best-interests'] !== undefined
  return done({
    ...kept,
    ...stamped(command.stamp),
    corrects: capacity.id,
    why: again ? 'What is best was looked at again.' : 'What is best was written down.',
    'best-interests': {
      decided: command.decided.trim(),
      consulted: [...command.consulted],
      wishes: command.wishes.trim(),
      'less-restrictive': command.less.trim(),
    },
    note: writeHeaded(CAPACITY_HEADINGS, {
      ...readHeaded(CAPACITY_HEADINGS, capacity.note),
      wait: command.wait,
      decider: command.decider === undefined ? undefined : nameOf(state, command.decider),
    }),
  })
}

/** What the papers of an attorney or a deputy cover, as somebody saw them. */
export type TellScope = {
  readonly stamp: Stamp
  readonly party: string
  readonly decides: readonly Decides[]
  readonly seen: string
}

export function tellScope({ stamp, party, decides, seen }: TellScope, state: RecordState): Decision {
  const refusals: Refusal[] = []
  if (!lawyers(state).some((lawyer) => lawyer.party.id === party)) {
    refusals.push({ says: 'Choose an attorney or a deputy.' })
  }
  if (decides.length === 0) refusals.push({ says: 'Choose at least one thing that the papers cover.' })
  if (!hasWords(seen)) refusals.push({ says: 'Say what you saw.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'note',
    text: writeLater({ kind: 'scope', party, decides, says: seen }),
  })
}

/** A reasoned judgement on limits on freedom: everything together, and no test that is met or not. */
export type LookAtLiberty = {
  readonly stamp: Stamp
  readonly arrangement: string
  readonly purpose: string
  readonly ordinary: string
  readonly watched: string
  readonly shows: string
  readonly less: string
  readonly so: string
  readonly authorised: EntryOf<'liberty'>['authorised']
}

export function lookAtLiberty(command: LookAtLiberty, state: RecordState): Decision {
  const { stamp, arrangement, so, authorised, ...parts } = command
  const refusals: Refusal[] = []
  const home = capacityFor(state, 'home')
  if (authorised !== 'none-needed' && home?.['has-capacity'] === true) {
    refusals.push({
      says: `${state.person.name} was found able to decide where to live on ${dated(home)}. Then it is theirs to agree or not: no authorisation stands in for that.`,
      cites: ['MCA s4A'],
    })
  }
  const given = [arrangement, so, ...Object.values(parts)]
  if (!given.every(hasWords))
    refusals.push({
      says: 'Every one of these belongs to the judgement. Fill them all in.',
      cites: ['[2026] UKSC 16'],
    })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'liberty',
    arrangement: arrangement.trim(),
    reasons: writeHeaded(LIBERTY_HEADINGS, { says: so, ...parts }),
    authorised,
  })
}
