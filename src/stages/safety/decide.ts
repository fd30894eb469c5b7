import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import type { Topic } from '../../domain/outcomes/topics.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { Entry } from '../../record/entries.ts'
import { writeHeaded } from '../../record/headed-words.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { type Event, KEPT_HEADINGS, keptEntries, keptIn, matters } from './view.ts'
import { GROUND_WORDS } from './words.ts'

/** From whom something is kept, on what ground, why, and when that is looked at again. */
export type Keep = {
  readonly from: readonly string[]
  readonly ground?: keyof typeof GROUND_WORDS | undefined
  readonly keepWhy?: string | undefined
  readonly again?: string | undefined
}

function wrongKeeping(
  { from, ground, keepWhy, again }: Keep,
  by: string,
  state: RecordState,
): readonly Refusal[] {
  if (from.length === 0) return []
  const refusals: Refusal[] = []
  if (from.some((party) => !state.parties.has(party))) {
    refusals.push({ says: 'Choose those from whom it is kept from the people at the table.' })
  }
  if (from.includes(by)) refusals.push({ says: 'You cannot keep it from yourself.' })
  if (ground === undefined) {
    refusals.push({ says: 'Nothing is kept from anybody without a ground. Choose it.', cites: ['Fairness'] })
  }
  if (from.includes(state.person.id) && ground === 'confidence') {
    refusals.push({
      says: 'From the person themselves it is kept only where they or another could come to serious harm.',
      cites: ['Fairness'],
    })
  }
  if (!hasWords(keepWhy)) {
    refusals.push({
      says: 'Say why it is kept from them. Somebody will have to answer for it.',
      cites: ['Fairness'],
    })
  }
  if (!hasWords(again)) refusals.push({ says: 'Say when you look again whether it is still needed.' })
  return refusals
}

/** Who it is kept from, and in the note how it was told and when the withholding is looked at again. */
const kept = ({ from, ground, keepWhy = '', again = '' }: Keep, channel = '') => {
  const isKept = from.length > 0 && ground !== undefined
  const note = writeHeaded(KEPT_HEADINGS, { says: channel, again: isKept ? again : '' })
  return {
    ...(isKept
      ? { withheld: { from: [...from], exemption: GROUND_WORDS[ground], why: keepWhy.trim() } }
      : {}),
    ...(note === '' ? {} : { note }),
  }
}

const given = (key: 'wants' | 'why', text: string | undefined) =>
  hasWords(text) ? { [key]: text?.trim() } : {}

export type RaiseConcern = Keep & {
  readonly stamp: Stamp
  readonly about: string
  readonly wants?: string | undefined
  /** how the person told it, where it is in their words */
  readonly channel?: string | undefined
}

export function raiseConcern(command: RaiseConcern, state: RecordState): Decision {
  const refusals = [...wrongKeeping(command, command.stamp.by, state)]
  if (!hasWords(command.about)) refusals.push({ says: 'Say what the worry is.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'safeguarding',
    event: 'concern',
    about: command.about.trim(),
    ...given('wants', command.wants),
    ...kept(command, command.channel),
  })
}

/** What happens about a concern: an enquiry, the reasons why there is none, or what came of it. */
export type GoOn = Keep & {
  readonly stamp: Stamp
  readonly concern: string
  readonly event: Exclude<Event['event'], 'concern'>
  readonly about: string
  readonly wants?: string | undefined
  readonly why?: string | undefined
}

export function goOn(command: GoOn, state: RecordState): Decision {
  const { stamp, event, about, wants, why } = command
  const matter = matters(state).find(({ first }) => first.id === command.concern)
  if (matter === undefined) return refuse({ says: 'That concern is not in the record.' })
  const refusals = [...wrongKeeping(command, stamp.by, state)]
  if (matter.closed)
    refusals.push({ says: 'This matter is closed. If there is a new worry, write down a new concern.' })
  if (!hasWords(about)) refusals.push({ says: 'Say what was done or found.' })
  if ((event === 'no-enquiry' || event === 'closed') && !hasWords(why)) {
    refusals.push({
      says:
        event === 'no-enquiry'
          ? 'Give the reasons why the council does not look into it.'
          : 'Give the reasons why it ends here.',
      cites: ['CA s42'],
    })
  }
  const looked = matter.events.some((each) => each.event === 'enquiry')
  if (event === 'closed' && !looked) {
    refusals.push({
      says: 'It was not looked into yet. Look into it, or give the reasons why not.',
      cites: ['CA s42'],
    })
  }
  if (event !== 'no-enquiry' && matter.wants.length === 0 && !hasWords(wants)) {
    refusals.push({
      says: `Ask ${state.person.name} what they want to happen, or whoever speaks for them, and write it down. If nobody can be asked, say so there and say why.`,
      cites: ['CA s1(3)(b)', 'CA s42'],
    })
  }
  const unkept = (matter.first.withheld?.from ?? []).filter((party) => !command.from.includes(party))
  if (unkept.length > 0 && !hasWords(command.keepWhy)) {
    refusals.push({
      says: 'The concern is kept from somebody who would read this. Tick them as well, or say under “why” that it is no longer needed.',
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'safeguarding',
    event,
    about: about.trim(),
    ...given('wants', wants),
    ...given('why', why),
    ...kept(command),
  })
}

/** What somebody said in confidence, kept from those whom it could put in danger to know of it. */
export type SayKept = Keep & {
  readonly stamp: Stamp
  readonly saidBy: string
  readonly topic: Topic
  readonly text: string
}

export function sayKept(command: SayKept, state: RecordState): Decision {
  const refusals = [...wrongKeeping(command, command.stamp.by, state)]
  if (command.from.length === 0) {
    refusals.push({ says: 'Choose from whom it is kept. What is for everybody is said in the conversation.' })
  }
  if (command.from.includes(command.saidBy))
    refusals.push({ says: 'It cannot be kept from the one who said it.' })
  if (!state.parties.has(command.saidBy)) refusals.push({ says: 'Choose who said it.' })
  if (!hasWords(command.text)) refusals.push({ says: 'Write down what they said.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'statement',
    topic: command.topic,
    'said-by': command.saidBy,
    basis: command.saidBy === command.stamp.by ? 'observed' : 'lived',
    text: command.text.trim(),
    ...kept(command),
  })
}

/** What was kept is shown from now on: a correction without the withholding, which stays in the record with its reason. */
export type ShowKept = { readonly stamp: Stamp; readonly entry: string; readonly why: string }

export function showKept({ stamp, entry: id, why }: ShowKept, state: RecordState): Decision {
  const entry = keptEntries(state).find((each) => each.id === (state.byId.get(id)?.id ?? id))
  if (entry === undefined) return refuse({ says: 'Nothing of that name is kept from anybody.' })
  if (!hasWords(why)) return refuse({ says: 'Say why it is no longer needed.' })
  const {
    withheld: _withheld,
    corrects: _corrects,
    recorded: _recorded,
    note: _note,
    why: own,
    ...rest
  } = entry
  const said = keptIn(entry).says
  // A safeguarding entry has reasons of its own under the same key: they stay, before the reason for showing it.
  const reasons = entry.kind === 'safeguarding' && hasWords(own) ? `${own?.trim()}\n\n` : ''
  const shown: Entry = {
    ...rest,
    ...stamped(stamp),
    corrects: entry.id,
    why: `${reasons}No longer kept: ${why.trim()}`,
    ...(said === '' ? {} : { note: said }),
  }
  return done(shown)
}
