import type { Refusal } from '../../domain/answer.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import { type Topic, isAdultOutcome, isCarerOutcome } from '../../domain/outcomes/topics.ts'
import type { WellbeingArea } from '../../domain/outcomes/wellbeing.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf, Role } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, all, closingOf, find } from '../../record/state.ts'

/** How things are, as one person says it. `level` is now, `hoped` the person's hope, `possible` a professional's view. */
export type Say = {
  readonly stamp: Stamp
  readonly topic: Topic
  readonly saidBy: string
  readonly text: string
  readonly level?: Level | undefined
  readonly hoped?: Level | undefined
  readonly possible?: Level | undefined
  /** times a week that help is needed */
  readonly times?: number | undefined
  /** minutes each time */
  readonly minutes?: number | undefined
  readonly people?: 1 | 2 | undefined
  readonly night?: boolean | undefined
  readonly varies?: string | undefined
  /** how it came to be typed, where somebody typed it for another: `by phone, read back` */
  readonly channel?: string | undefined
}

const PROFESSIONALS: readonly Role[] = [
  'social-worker',
  'occupational-therapist',
  'assessor',
  'manager',
  'nhs',
]
const SPEAKS_FOR_THE_PERSON: readonly Role[] = ['person', 'attorney', 'deputy', 'advocate']

const MINUTES_A_WEEK = 7 * 24 * 60

export function say(command: Say, state: RecordState): Decision {
  const refusals = wrongSaying(command, state)
  return refusals.length > 0 ? refuse(...refusals) : done(statementOf(command, state))
}

/** The statement that a command makes, once nothing is wrong with it. */
function statementOf(command: Say, state: RecordState): EntryOf<'statement'> {
  const speaker = state.parties.get(command.saidBy)
  const own = command.saidBy === command.stamp.by
  return {
    ...stamped(command.stamp),
    kind: 'statement',
    topic: command.topic,
    'said-by': command.saidBy,
    basis: speaker && PROFESSIONALS.includes(speaker.role) ? 'observed' : 'lived',
    text: command.text.trim(),
    ...where('level', command.level),
    ...where('hoped', command.hoped),
    ...where('possible', command.possible),
    ...where('times', command.times),
    ...where('minutes', command.minutes),
    ...where('people', command.people),
    ...where('night', command.night === true ? true : undefined),
    ...where(
      'varies',
      command.varies === undefined || command.varies.trim() === '' ? undefined : command.varies.trim(),
    ),
    ...where('about', isCarerOutcome(command.topic) ? carerSpokenOf(command, state) : undefined),
    ...where('note', own || command.channel === undefined ? undefined : command.channel),
  }
}

const where = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key widens to string
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T }

/** Whose own life is spoken of: the carer who speaks, or the one carer whose assessment there is. */
function carerSpokenOf({ saidBy }: Say, state: RecordState): string | undefined {
  const role = state.parties.get(saidBy)?.role
  if (role === undefined || !PROFESSIONALS.includes(role)) return saidBy
  const carers = new Set(
    all(state, 'assessment-opened').flatMap((opened) => (opened.of === 'carer' ? [opened.subject] : [])),
  )
  const [only] = carers
  return carers.size === 1 ? only : undefined
}

function wrongSaying(command: Say, state: RecordState): readonly Refusal[] {
  const speaker = state.parties.get(command.saidBy)
  if (speaker === undefined) return [{ says: 'Choose who said it.' }]
  const refusals: Refusal[] = []
  if (command.text.trim() === '') refusals.push({ says: 'Say in a few words how things are.' })
  if (isCarerOutcome(command.topic) && carerSpokenOf(command, state) === undefined) {
    refusals.push({ says: 'Type what the carer says: it is not clear whose life this is about.' })
  }
  if (command.possible !== undefined && !PROFESSIONALS.includes(speaker.role)) {
    refusals.push({ says: 'What is thought possible is for a professional to say, with their reasons.' })
  }
  if (
    command.hoped !== undefined &&
    !isCarerOutcome(command.topic) &&
    !SPEAKS_FOR_THE_PERSON.includes(speaker.role)
  ) {
    refusals.push({ says: `What ${state.person.name} hopes for is for ${state.person.name} to say.` })
  }
  const minutes = (command.times ?? 0) * (command.minutes ?? 0)
  if (minutes > MINUTES_A_WEEK) {
    refusals.push({
      says: `${command.times} times a week at ${command.minutes} minutes is more than a week has.`,
      figures: [
        { name: 'minutes asked for', value: minutes, unit: 'minutes' },
        { name: 'minutes in a week', value: MINUTES_A_WEEK, unit: 'minutes' },
      ],
    })
  }
  return refusals
}

/** "We already know this: is it still right?" Yes. The statement stands, and it is on record that it was looked at again. */
export type StillRight = { readonly stamp: Stamp; readonly statement: string }

export function stillRight(command: StillRight, state: RecordState): Decision {
  const statement = find(state, 'statement', command.statement)
  if (statement === undefined) return refuse({ says: 'That is not in the record.' })
  return done({ ...stamped(command.stamp), kind: 'note', of: statement.id, text: 'Still right.' })
}

/** Something here is wrong: what, what should happen, and, where somebody likes, how it really is. */
export type Contest = {
  readonly stamp: Stamp
  readonly of: string
  readonly says: string
  readonly wants: string
  readonly instead?: Say | undefined
}

export function contest(command: Contest, state: RecordState): Decision {
  const entry = state.byId.get(command.of)
  if (entry === undefined) return refuse({ says: 'That is not in the record.' })
  const refusals: Refusal[] = []
  if (command.says.trim() === '') refusals.push({ says: 'Say what is wrong.' })
  if (entry.kind === 'dispute' || entry.kind === 'dispute-answered') {
    refusals.push({ says: 'Disagree with the entry itself, not with the talk about it.' })
  }
  const already = state.disputes.some(
    ({ dispute, of, open }) => open && of?.id === entry.id && dispute.by === command.stamp.by,
  )
  if (already) refusals.push({ says: 'You have said that this is wrong, and it has not been answered yet.' })
  if (command.instead) refusals.push(...wrongSaying(command.instead, state))
  if (refusals.length > 0) return refuse(...refusals)
  const dispute: EntryOf<'dispute'> = {
    ...stamped(command.stamp),
    kind: 'dispute',
    of: entry.id,
    says: command.says.trim(),
    wants: command.wants.trim(),
  }
  return command.instead ? done(dispute, statementOf(command.instead, state)) : done(dispute)
}

export type OpenAssessment = {
  readonly stamp: Stamp
  readonly of: EntryOf<'assessment-opened'>['of']
  readonly subject: string
  readonly way: EntryOf<'assessment-opened'>['way']
  readonly offered: readonly EntryOf<'assessment-opened'>['way'][]
  readonly toldWhatToExpect: boolean
}

export function openAssessment(command: OpenAssessment, state: RecordState): Decision {
  const subject = state.parties.get(command.subject)
  if (subject === undefined) return refuse({ says: 'Choose whose assessment it is.' })
  if (command.of !== 'carer' && command.subject !== state.person.id) {
    return refuse({
      says: `Only a carer’s assessment can be about somebody other than ${state.person.name}.`,
    })
  }
  const open = all(state, 'assessment-opened').find(
    (opened) => opened.subject === command.subject && closingOf(state, opened) === undefined,
  )
  if (open) return refuse({ says: `An assessment of ${subject.name} is open already.` })
  return done({
    ...stamped(command.stamp),
    kind: 'assessment-opened',
    of: command.of,
    subject: command.subject,
    way: command.way,
    assessor: command.stamp.by,
    offered: [...command.offered],
    'told-what-to-expect': command.toldWhatToExpect,
  })
}

export type CloseAssessment = {
  readonly stamp: Stamp
  readonly assessment: string
  readonly outcome: EntryOf<'assessment-closed'>['outcome']
}

export function closeAssessment(command: CloseAssessment, state: RecordState): Decision {
  const opened = find(state, 'assessment-opened', command.assessment)
  if (opened === undefined) return refuse({ says: 'That assessment is not in the record.' })
  if (closingOf(state, opened)) return refuse({ says: 'That assessment is closed already.' })
  const heard = all(state, 'statement').some((statement) => {
    const role = state.parties.get(statement['said-by'])?.role
    const theirs =
      statement['said-by'] === opened.subject || (role !== undefined && SPEAKS_FOR_THE_PERSON.includes(role))
    return theirs && state.entries.indexOf(statement) > state.entries.indexOf(opened)
  })
  if (command.outcome === 'completed' && !heard) {
    const name = state.parties.get(opened.subject)?.name ?? opened.subject
    return refuse({
      says: `Nothing in this assessment was said by ${name}, or by someone who speaks for them. Hear them first.`,
      cites: ['CA s9'],
    })
  }
  return done({
    ...stamped(command.stamp),
    kind: 'assessment-closed',
    assessment: opened.id,
    outcome: command.outcome,
  })
}

export type FindNeed = {
  readonly stamp: Stamp
  readonly text: string
  readonly topics: readonly Topic[]
  readonly cause: string
  readonly test: EntryOf<'need'>['test']
  readonly of?: string | undefined
  readonly wellbeing: readonly WellbeingArea[]
  readonly impact: EntryOf<'need'>['impact']
  readonly impactWhy: string
  readonly statements: readonly string[]
  /** who meets it without pay, where somebody is willing and able and has said so */
  readonly metBy?: string | undefined
}

/** A need as the worker finds it: which outcomes, from what cause, by which test, and what it does to wellbeing. */
export function findNeed(command: FindNeed, state: RecordState): Decision {
  const refusals: Refusal[] = []
  if (command.text.trim() === '') refusals.push({ says: 'Say in a few words what the need is.' })
  if (command.topics.length === 0) refusals.push({ says: 'Choose at least one part of daily life.' })
  const carers = command.of !== undefined
  const fits = carers ? isCarerOutcome : isAdultOutcome
  const strange = command.topics.some(
    (topic) => !fits(topic) && (isAdultOutcome(topic) || isCarerOutcome(topic)),
  )
  if (strange) refusals.push({ says: 'A carer’s outcomes and the person’s do not go into one need.' })
  if (carers && command.test === 'slow') {
    refusals.push({ says: 'Taking much longer is not a test for a carer’s need.', cites: ['ER r3'] })
  }
  if (!carers && command.test === 'health') {
    refusals.push({ says: 'Health getting worse is a test for a carer’s need only.', cites: ['ER r2'] })
  }
  const help = command.metBy === undefined ? undefined : helpOf(state, command.metBy)
  if (command.metBy !== undefined && (help === undefined || !help.willing || !help.able)) {
    refusals.push({
      says: 'A need counts as met without pay only by somebody who has said that they are willing and able.',
      cites: ['CA s10(5)'],
    })
  }
  const subject = command.of ?? state.person.id
  const assessed = all(state, 'assessment-opened').some(
    (opened) => opened.subject === subject && closingOf(state, opened) === undefined,
  )
  if (!assessed) refusals.push({ says: 'A need is found in an assessment, and none of theirs is open.' })
  const unknown = command.statements.filter((id) => find(state, 'statement', id) === undefined)
  if (unknown.length > 0) refusals.push({ says: 'A need can rest only on what was said in this record.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'need',
    text: command.text.trim(),
    topics: [...command.topics],
    cause: command.cause.trim(),
    test: command.test,
    ...where('of', command.of),
    wellbeing: [...command.wellbeing],
    impact: command.impact,
    'impact-why': command.impactWhy.trim(),
    ...(help === undefined
      ? {}
      : { 'met-by': { carer: help.carer, willing: help.willing, able: help.able } }),
    statements: [...command.statements],
  })
}

/** What a carer last said of the help that they give. */
const helpOf = (state: RecordState, carer: string): EntryOf<'carer-identified'> | undefined =>
  all(state, 'carer-identified').findLast((given) => given.carer === carer)

/** What somebody gives without pay, and whether they are willing and able to go on: theirs to say, or typed for them. */
export type TellHelp = {
  readonly stamp: Stamp
  readonly carer: string
  readonly provides: string
  /** hours a week */
  readonly hours?: number | undefined
  readonly willing: boolean
  readonly able: boolean
  readonly assessment: EntryOf<'carer-identified'>['assessment']
}

export function tellHelp(command: TellHelp, state: RecordState): Decision {
  const writer = state.parties.get(command.stamp.by)
  const carer = state.parties.get(command.carer)
  const refusals: Refusal[] = []
  if (carer === undefined || carer.id === state.person.id) refusals.push({ says: 'Choose who helps.' })
  const theirs =
    command.carer === command.stamp.by || (writer !== undefined && PROFESSIONALS.includes(writer.role))
  if (!theirs) {
    refusals.push({ says: 'Whether somebody is willing and able is for them to say.', cites: ['CA s10(5)'] })
  }
  if (carer?.paid === true) refusals.push({ says: 'Somebody who is paid to care is not an unpaid carer.' })
  if (command.provides.trim() === '') refusals.push({ says: 'Say what they do.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'carer-identified',
    carer: command.carer,
    provides: command.provides.trim(),
    ...where('hours', command.hours),
    willing: command.willing,
    able: command.able,
    assessment: command.assessment,
  })
}
