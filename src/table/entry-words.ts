import { type Pence, inWords } from '../domain/money/pence.ts'
import { dateInWords } from '../domain/dates/plain-date.ts'
import { readNotSo } from '../domain/checks/answered.ts'
import { readStep, readStepDone, readTakenBack } from '../domain/outcomes/steps.ts'
import { answerInWords, readTalk } from '../domain/outcomes/talk.ts'
import { TOPIC_WORDS } from '../domain/outcomes/topics.ts'
import type { Entry, EntryOf } from '../record/entries.ts'
import type { Kind } from '../record/kinds.ts'
import { onceOf } from '../record/plan-words.ts'
import type { RecordState } from '../record/state.ts'
import { type Later, readLater } from '../record/told-later.ts'
import { dayOfWhen } from '../record/values.ts'
import { type Reader, nameFor, nameWithin, verb } from './reader.ts'

/** What each kind of entry is called, as a heading on the timeline. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  contact: 'Asked for help',
  advice: 'Advice given',
  hold: 'Put on hold',
  resume: 'Taken up again',
  moved: 'Moved',
  hospital: 'Hospital',
  'assessment-opened': 'Assessment opened',
  statement: 'Said',
  dispute: 'Said to be wrong',
  'dispute-answered': 'Disagreement answered',
  'carer-identified': 'An unpaid carer',
  advocacy: 'Help to take part',
  capacity: 'Able to make a decision?',
  liberty: 'Limits on freedom looked at',
  risk: 'A risk weighed',
  need: 'Need found',
  'assessment-closed': 'Assessment closed',
  eligibility: 'Decision on eligibility',
  copy: 'Copy sent',
  'indicative-budget': 'Indicative budget',
  'financial-assessment': 'What the person can pay',
  option: 'An option',
  'option-answered': 'Option answered',
  goal: 'Goal',
  plan: 'Plan',
  'personal-budget': 'Personal budget',
  response: 'Answer',
  'sign-off': 'Sign-off',
  'support-started': 'Support started',
  'support-delivered': 'Support given',
  'support-ended': 'Support ended',
  'direct-payment': 'Direct payment',
  progress: 'Progress',
  measure: 'How things are, measured',
  review: 'Review',
  'review-asked': 'Review asked for',
  'review-answered': 'Answer about a review',
  complaint: 'Complaint',
  'complaint-answered': 'Complaint answered',
  safeguarding: 'Safeguarding',
  worker: 'Who the worker is',
  note: 'Note',
  closed: 'Closed',
}

const aWeek = (amount: Pence<'week'>): string => `${inWords(amount)} a week`
const yes = (is: boolean): string => (is ? 'yes' : 'no')

type Say = {
  readonly name: (party: string) => string
  readonly within: (party: string) => string
  readonly verb: (party: string, theirs: string, yours: string) => string
  readonly state: RecordState
}
/** Whose record it is, at the beginning of a sentence: their name, or “You” to themselves; and a verb that turns with it. */
const subject = (say: Say): string => say.name(say.state.person.id)
const ofSubject = (say: Say, theirs: string, yours: string): string =>
  say.verb(say.state.person.id, theirs, yours)
/** Whose assessment it was: a carer’s own is not the person’s. */
const subjectOf = (say: Say, assessment: string): string => {
  const opened = say.state.byId.get(assessment)
  return opened?.kind === 'assessment-opened' ? say.name(opened.subject) : subject(say)
}

type Sentences = readonly (string | undefined)[]
type InWords = { readonly [K in Kind]: (entry: EntryOf<K>, say: Say) => Sentences }

const asking: Pick<InWords, 'contact' | 'advice' | 'hold' | 'resume' | 'moved' | 'hospital'> = {
  contact: (entry) => [
    entry.about,
    entry.wants === undefined ? undefined : `Wanted: ${entry.wants}`,
    entry.urgent === true ? 'It was urgent.' : undefined,
  ],
  advice: (entry) => [entry.about],
  hold: (entry, say) => [
    `The ${entry.stage} waits. ${entry.why === '' ? 'No reason was given.' : entry.why}`,
    entry.until === undefined ? 'No end was given.' : `Until ${dateInWords(dayOfWhen(entry.until))}.`,
    entry.told ? undefined : `${subject(say)} ${ofSubject(say, 'was', 'were')} not told.`,
  ],
  resume: () => ['It goes on.'],
  moved: (entry) => [`Moved ${entry.direction === 'in' ? 'here from' : 'from here to'} ${entry.other}.`],
  hospital: (entry) => [HOSPITAL[entry.event], entry.to === undefined ? undefined : HOSPITAL_TO[entry.to]],
}

const HOSPITAL = {
  admitted: 'Went into hospital.',
  'fit-to-leave': 'Well enough to leave hospital.',
  discharged: 'Left hospital.',
} as const

const HOSPITAL_TO = {
  home: 'Went home.',
  interim: 'Went to a place for a while.',
  'care-home': 'Went to a care home.',
  'own-care': 'Went with care of their own.',
} as const

const OUTCOMES = {
  accepted: 'Accepted: it was wrong.',
  partly: 'Partly accepted.',
  refused: 'Not accepted: it stands.',
} as const

const ADVOCACY = {
  'not-needed': 'No help to take part is needed.',
  supporter: 'Somebody close helps with taking part.',
  referred: 'An independent advocate has been asked for.',
  appointed: 'An independent advocate has been found.',
  'not-referred': 'No advocate was asked for.',
} as const

const conversation: Pick<
  InWords,
  | 'assessment-opened'
  | 'statement'
  | 'dispute'
  | 'dispute-answered'
  | 'carer-identified'
  | 'advocacy'
  | 'capacity'
  | 'liberty'
  | 'risk'
  | 'need'
  | 'assessment-closed'
> = {
  'assessment-opened': (entry, { within }) => [`Of ${within(entry.subject)}, by ${within(entry.assessor)}.`],
  statement: (entry, { name }) => [`${TOPIC_WORDS[entry.topic]}. ${name(entry['said-by'])}: “${entry.text}”`],
  dispute: (entry, say) => [
    `${say.name(entry.by)} ${say.verb(entry.by, 'says', 'say')}: “${entry.says}”`,
    entry.wants === '' ? undefined : `Wants: ${entry.wants}`,
  ],
  'dispute-answered': (entry) => [OUTCOMES[entry.outcome], entry.why],
  'carer-identified': (entry, { name }) => [
    `${name(entry.carer)}: ${entry.provides}`,
    `Willing to go on: ${yes(entry.willing)}. Able: ${yes(entry.able)}.`,
  ],
  advocacy: (entry) => [ADVOCACY[entry.decision]],
  capacity: (entry) => [
    `The decision: ${entry.decision}. Able to make it: ${yes(entry['has-capacity'])}.`,
    entry['best-interests']?.decided,
  ],
  liberty: (entry) => [entry.arrangement, entry.reasons],
  risk: (entry) => [
    `${entry.activity}. ${entry.wish}`,
    `What it could bring: ${entry.good}`,
    `What could go wrong: ${entry.harm}`,
    entry.why,
  ],
  need: (entry) => [entry.text, entry['impact-why']],
  'assessment-closed': (entry, say) => [
    entry.outcome === 'completed'
      ? 'It is complete.'
      : entry.outcome === 'withdrawn'
        ? 'It was withdrawn.'
        : `${subjectOf(say, entry.assessment)} did not want it.`,
  ],
}

const money: Pick<
  InWords,
  'eligibility' | 'copy' | 'indicative-budget' | 'financial-assessment' | 'option' | 'option-answered'
> = {
  eligibility: (entry) => [entry.eligible ? 'Eligible.' : 'Not eligible.', entry.reasons],
  copy: (entry, { within, state }) => {
    const of = state.byId.get(entry.of)
    return [
      `${of === undefined ? 'Something' : of.kind === 'assessment-opened' ? 'Assessment' : KIND_WORDS[of.kind]}, to ${within(entry.to)}, as ${COPIES[entry.as]}.`,
    ]
  },
  'indicative-budget': (entry, say) => [
    `${aWeek(entry.weekly)}${entry.model === undefined ? '' : `, by ${entry.model}`}.`,
    entry.shown ? undefined : `It was not shown to ${say.within(say.state.person.id)}.`,
  ],
  'financial-assessment': (entry, say) => [
    `${subject(say)} ${ofSubject(say, 'pays', 'pay')} ${entry.weekly === 0 ? 'nothing' : aWeek(entry.weekly)}.`,
  ],
  option: (entry, { within }) => [
    `${entry.what}${priceOf(entry)}. Proposed by ${within(entry['proposed-by'])}.`,
  ],
  'option-answered': (entry) => [entry.outcome === 'accepted' ? 'Accepted.' : 'Not accepted.', entry.why],
}

/** What is bought once costs nothing a week, and has its own sum. */
function priceOf({ unit, amount, price, weekly }: EntryOf<'option'>): string {
  if (unit === 'once') {
    if (price === undefined) return ''
    return price === 0 ? ', at no cost' : `, ${inWords(onceOf({ amount, price, unit }))} once`
  }
  if (weekly === undefined) return ''
  return weekly === 0 ? ', at no cost' : `, ${aWeek(weekly)}`
}

const COPIES = {
  letter: 'a letter',
  online: 'a page online',
  email: 'an email',
  'easy-read': 'easy read',
  'large-print': 'large print',
  audio: 'audio',
  braille: 'braille',
  bsl: 'British Sign Language',
} as const

const plan: Pick<InWords, 'goal' | 'plan' | 'personal-budget' | 'response' | 'sign-off'> = {
  goal: (entry) => [`“${entry.words}”`],
  plan: (entry) => [
    `Version ${entry.version}, ${entry.status === 'draft' ? 'a draft' : 'issued'}, with ${entry.lines.length} ${entry.lines.length === 1 ? 'line' : 'lines'}:`,
    ...entry.lines.map((line) => `${line.what}${line.unit === 'once' ? '' : `, ${aWeek(line.weekly)}`}`),
  ],
  'personal-budget': (entry, say) => [
    `${aWeek(entry.weekly)} in all. The council pays ${inWords(entry.council)}, ${say.within(say.state.person.id)} ${ofSubject(say, 'pays', 'pay')} ${inWords(entry.person)}.`,
  ],
  response: (entry, say) => {
    const [theirs, yours, more] = EXTENT[entry.extent]
    const who = `${say.name(entry.by)} ${say.verb(entry.by, theirs, yours)}${more}`
    return [entry.says === '' ? `${who}.` : `${who}: “${entry.says}”`]
  },
  'sign-off': (entry) => [SIGNED[entry.decision], entry.why],
}

const EXTENT = {
  agrees: ['agrees', 'agree', ''],
  partly: ['agrees', 'agree', ' in part'],
  disagrees: ['does not agree', 'do not agree', ''],
} as const
const SIGNED = { approved: 'Approved.', returned: 'Sent back.', refused: 'Refused.' } as const

const support: Pick<InWords, 'support-started' | 'support-delivered' | 'support-ended' | 'direct-payment'> = {
  'support-started': (entry, { name, state }) => [
    `${name(entry.provider)}: ${lineName(state, entry.plan, entry.line)}.`,
  ],
  'support-delivered': (entry, { state }) => [
    `${lineName(state, entry.plan, entry.line)}, ${dateInWords(dayOfWhen(entry.from))} to ${dateInWords(dayOfWhen(entry.to))}: ${entry.delivered} of ${entry.planned} given.`,
    entry.missed === undefined || entry.missed === 0 ? undefined : `${entry.missed} missed.`,
  ],
  'support-ended': (entry, { state }) => [`${lineName(state, entry.plan, entry.line)}.`, entry.why],
  'direct-payment': (entry) => [`${aWeek(entry.weekly)} is paid out.`],
}

function lineName(state: RecordState, planId: string, line: string | number): string {
  const found = state.byId.get(planId)
  return (
    (found?.kind === 'plan' ? found.lines.find((one) => one.line === line)?.what : undefined) ??
    'A line of the plan'
  )
}

const afterwards: Pick<
  InWords,
  | 'progress'
  | 'measure'
  | 'review'
  | 'review-asked'
  | 'review-answered'
  | 'complaint'
  | 'complaint-answered'
  | 'safeguarding'
  | 'worker'
  | 'note'
  | 'closed'
> = {
  progress: (entry, { state }) => {
    const goal = state.byId.get(entry.goal)
    return [goal?.kind === 'goal' ? `Towards “${goal.words}”` : undefined, entry.says]
  },
  measure: (entry) => [
    `${Object.keys(entry.items).length} things were looked at, as the ${entry['seen-by']} sees them.`,
  ],
  review: (entry) => [entry.found],
  'review-asked': (entry) => [entry.why],
  'review-answered': (entry) => [
    entry.outcome === 'accepted' ? 'There will be a review.' : 'There will be no review.',
    entry.why,
  ],
  complaint: (entry) => [entry.about, entry.wants === '' ? undefined : `Wants: ${entry.wants}`],
  'complaint-answered': (entry) => [UPHELD[entry.outcome], entry.why],
  safeguarding: (entry) => [
    entry.about,
    entry.wants === undefined ? undefined : `Wants: ${entry.wants}`,
    entry.why,
  ],
  worker: (entry, say) => [
    `${say.name(entry.worker)} ${entry.event === 'allocated' ? say.verb(entry.worker, 'works', 'work') : say.verb(entry.worker, 'no longer works', 'no longer work')} with ${say.within(say.state.person.id)}.`,
  ],
  note: (entry, { name }) => {
    const notSo = readNotSo(entry)
    if (notSo !== undefined) return [`Not so, about something that the checks found: ${notSo.why}`]
    return laterInWords(readLater(entry), name) ?? hopesInWords(entry.text, name) ?? [entry.text]
  },
  closed: (entry) => [entry.why],
}

const VIEWS = { agrees: 'agree', disagrees: 'do not agree', unsure: 'not sure' } as const

const FOLLOWED = {
  yes: 'Advice was followed',
  'in-part': 'Advice was followed in part',
  no: 'Advice was not followed',
} as const

/** What was told later of an entry, with the names of people in place of their ids. */
function laterInWords(later: Later | undefined, name: Say['name']): Sentences | undefined {
  switch (later?.kind) {
    case undefined:
      return undefined
    case 'view':
      return [`${name(later.party)}: ${VIEWS[later.view]}. “${later.says}”`]
    case 'happened':
      return [`Happened on ${dateInWords(later.day)}: ${later.says}`]
    case 'met':
      return [`First met on ${dateInWords(later.day)}. ${later.says}`]
    case 'looked':
      return [`Looked at again: ${later.says}`]
    case 'scope':
      return [`What ${name(later.party)} may decide by law: ${later.decides.join(', ')}. ${later.says}`]
    case 'advice':
      return [`${FOLLOWED[later.followed]}: ${later.says}`]
    case 'form':
      return [
        `The form about money ${later.event === 'sent' ? 'went out' : 'came back'} on ${dateInWords(later.day)}.`,
        later.says,
      ]
    case 'payment-ends':
      return [
        `This direct payment ends on ${dateInWords(later.day)}: ${later.says}`,
        `What was tried first: ${later.tried}`,
        `What comes in its place: ${later.instead}`,
        `How they were told: ${later.told}`,
      ]
    case 'planned':
      return [
        `A move is planned for ${dateInWords(later.day)}, ${later.direction === 'in' ? 'here from' : 'from here to'} ${later.other}.`,
        later.says,
      ]
    case 'promised':
      return [`${later.step}: ${name(later.party)}, by ${dateInWords(later.by)}.`, later.says]
    case 'handed-back':
      return [`${name(later.party)} handed this back: ${later.step}. Nobody has it now.`, later.says]
    case 'kept':
      return [`Done: ${later.step}.`, later.says]
  }
}

/** A talk about hopes, and a step towards a goal: notes that a machine can read as well. */
function hopesInWords(text: string, name: Say['name']): Sentences | undefined {
  const talk = readTalk(text)
  if (talk !== undefined) {
    return [
      `Talked about hopes. ${TOPIC_WORDS[talk.topic]}. ${answerInWords(talk.answer)}. “${talk.says}”`,
      talk.trial === undefined
        ? undefined
        : `To try: ${talk.trial.what}, until ${dateInWords(talk.trial.until)}.`,
    ]
  }
  const step = readStep(text)
  if (step !== undefined) return [`A step. ${name(step.who)}: ${step.what}`]
  const done = readStepDone(text)
  if (done !== undefined) return [`A step is done. ${done.says}`]
  const back = readTakenBack(text)
  if (back === undefined) return undefined
  return [back.kind === 'step' ? `A step is taken out: ${back.what}` : 'A step is not done after all.']
}

const UPHELD = { upheld: 'Upheld.', partly: 'Upheld in part.', 'not-upheld': 'Not upheld.' } as const

const IN_WORDS: InWords = { ...asking, ...conversation, ...money, ...plan, ...support, ...afterwards }

/** What an entry says, in plain sentences. Every kind has its own; the compiler asks for it when a kind is added. */
export function entryInWords(entry: Entry, reader: Reader, state: RecordState): readonly string[] {
  const say: Say = {
    name: (party) => nameFor(reader, state, party),
    within: (party) => nameWithin(reader, state, party),
    verb: (party, theirs, yours) => verb(reader, party, theirs, yours),
    state,
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table is keyed by the kind that the entry has
  const sentences = IN_WORDS[entry.kind] as (entry: Entry, say: Say) => Sentences
  return sentences(entry, say).filter((line): line is string => line !== undefined && line !== '')
}
