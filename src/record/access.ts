import { isCarerOutcome } from '../domain/outcomes/topics.ts'
import type { Entry } from './entries.ts'
import { isAboutATalk, isForTheWorkerToo } from './heard.ts'
import type { Kind } from './kinds.ts'

/**
 * Who may see and do what: the one table. The page guard, the database's row-level security and the tests are all
 * made from it, and what it does not name is denied.
 */

/** How someone stands to a record today. Somebody may stand to it in more than one way. */
export const RELATIONSHIPS = [
  /** the person whose record it is */
  'self',
  'attorney',
  'deputy',
  'advocate',
  /** an unpaid carer who is named in the record */
  'carer',
  'family',
  'friend',
  /** allocated to the person, or assessing them, and not gone */
  'worker',
  /** named in the record as an occupational therapist, social worker or assessor, not allocated */
  'professional',
  /** in the team of the allocated worker: covers when they are away */
  'team',
  /** manages the team of the allocated worker, or is named in the record as manager */
  'manager',
  'finance',
  'broker',
  /** gives support under a line that has started and not ended */
  'provider',
  'nhs',
] as const
export type Relationship = (typeof RELATIONSHIPS)[number]

export const RESOURCES = [
  /** that there is a record, whose it is, and who is at the table */
  'people',
  'asking',
  'conversation',
  /** a carer's own assessment, needs and decision: theirs, not the person's */
  'carers-own',
  'capacity',
  'safeguarding',
  'eligibility',
  'money',
  /** the person's savings, income and what they pay */
  'means',
  'plan',
  'support',
  'challenge',
  /** how talks went, told in confidence: not for whoever led them, nor for whoever stands in for them or comes later */
  'heard',
  /** who looked at the record */
  'looks',
] as const
export type Resource = (typeof RESOURCES)[number]

export const ACTIONS = [
  'read',
  /** read what is one's own: what one said, or one's own carer's assessment */
  'read-own',
  /** say how things are, ask, propose, answer for oneself */
  'say',
  /** contest an entry */
  'dispute',
  /** a professional's part: open, close, find, arrange, report, answer */
  'judge',
  /** the council's decision: eligibility, budget, plan, sign-off */
  'decide',
  /** take the whole record away in a file */
  'export',
] as const
export type Action = (typeof ACTIONS)[number]

export const isResource = (name: string): name is Resource => RESOURCES.some((resource) => resource === name)
export const isAction = (name: string): name is Action => ACTIONS.some((action) => action === name)

type Row = {
  readonly who: readonly Relationship[]
  readonly may: readonly Action[]
  readonly in: readonly Resource[]
}

const SHARED = ['people', 'asking', 'conversation', 'eligibility', 'money', 'plan', 'support'] as const

export const POLICY: readonly Row[] = [
  // The person, and those who lawfully act for them: everything but another person's own assessment.
  {
    who: ['self', 'attorney', 'deputy'],
    may: ['read'],
    in: [...SHARED, 'capacity', 'safeguarding', 'means', 'challenge', 'heard', 'looks'],
  },
  {
    who: ['self', 'attorney', 'deputy'],
    may: ['say', 'dispute'],
    in: [
      'asking',
      'conversation',
      'capacity',
      'eligibility',
      'money',
      'means',
      'plan',
      'support',
      'challenge',
      'heard',
    ],
  },
  { who: ['self', 'attorney', 'deputy'], may: ['export'], in: ['people'] },
  // An advocate supports the person through the whole journey, and does not see what they own.
  { who: ['advocate'], may: ['read'], in: [...SHARED, 'capacity', 'safeguarding', 'challenge'] },
  {
    who: ['advocate'],
    may: ['say', 'dispute'],
    in: ['asking', 'conversation', 'capacity', 'eligibility', 'money', 'plan', 'support', 'challenge'],
  },
  // What an advocate tells of a talk for the person they may read again; what others told is between them and the manager.
  { who: ['advocate'], may: ['read-own', 'say', 'dispute'], in: ['heard'] },
  // A carer sits at the table; the person's money, capacity and complaints are not theirs to read.
  { who: ['carer'], may: ['read'], in: ['people', 'conversation', 'plan', 'support'] },
  { who: ['carer'], may: ['read-own', 'say', 'dispute'], in: ['carers-own'] },
  { who: ['carer'], may: ['say', 'dispute'], in: ['conversation'] },
  // Family and friends may speak, and read back what they said, until the person asks for more.
  { who: ['family', 'friend'], may: ['read'], in: ['people'] },
  { who: ['family', 'friend', 'nhs'], may: ['read-own', 'say'], in: ['conversation'] },
  // The worker holds the reins.
  { who: ['worker'], may: ['read'], in: RESOURCES.filter((resource) => resource !== 'heard') },
  { who: ['manager'], may: ['read'], in: RESOURCES },
  { who: ['manager'], may: ['say', 'decide'], in: ['heard'] },
  {
    who: ['worker'],
    may: ['say', 'dispute', 'judge', 'decide'],
    in: [
      'asking',
      'conversation',
      'carers-own',
      'capacity',
      'safeguarding',
      'eligibility',
      'money',
      'plan',
      'support',
      'challenge',
    ],
  },
  {
    who: ['manager'],
    may: ['say', 'judge', 'decide'],
    in: [
      'asking',
      'conversation',
      'carers-own',
      'capacity',
      'safeguarding',
      'eligibility',
      'money',
      'plan',
      'support',
      'challenge',
    ],
  },
  { who: ['manager'], may: ['export'], in: ['people'] },
  // Somebody new at the table; a manager takes a seat of their own before they sign, and says who works with whom.
  { who: ['worker', 'manager'], may: ['judge'], in: ['people'] },
  { who: ['manager'], may: ['decide'], in: ['people'] },
  { who: ['team'], may: ['read'], in: [...SHARED, 'carers-own', 'capacity', 'challenge'] },
  { who: ['professional'], may: ['read'], in: [...SHARED, 'capacity'] },
  { who: ['professional'], may: ['say', 'dispute', 'judge'], in: ['conversation'] },
  { who: ['professional'], may: ['judge'], in: ['capacity'] },
  // What they think of a risk, and an idea for what could help, in their own name: the plan itself is not theirs to write.
  { who: ['professional'], may: ['say'], in: ['plan'] },
  // Money and arranging: what the work needs and no more.
  { who: ['finance'], may: ['read'], in: ['people', 'money', 'means', 'plan', 'support'] },
  { who: ['finance'], may: ['judge', 'decide'], in: ['means'] },
  { who: ['broker'], may: ['read'], in: ['people', 'plan', 'support'] },
  { who: ['broker'], may: ['say'], in: ['plan'] },
  { who: ['provider'], may: ['read'], in: ['people', 'plan', 'support'] },
  { who: ['provider'], may: ['say', 'judge'], in: ['support'] },
  { who: ['nhs'], may: ['read'], in: ['people', 'asking'] },
  { who: ['nhs'], may: ['say'], in: ['asking'] },
  // On a ward harm shows first. They raise it, and read what they raised; what comes of it is for those who look into it.
  { who: ['nhs'], may: ['read-own', 'say'], in: ['safeguarding'] },
]

/** One cell of the table: may someone who stands so to the record do this with that? */
export const allows = (relationship: Relationship, resource: Resource, action: Action): boolean =>
  POLICY.some(
    (row) => row.who.includes(relationship) && row.may.includes(action) && row.in.includes(resource),
  )

export const anyAllows = (
  relationships: readonly Relationship[],
  resource: Resource,
  action: Action,
): boolean => relationships.some((relationship) => allows(relationship, resource, action))

/** To which part of the record each kind belongs, and what it takes to add one. */
export const KIND_ACCESS: Readonly<Record<Kind, { readonly resource: Resource; readonly action: Action }>> = {
  contact: { resource: 'asking', action: 'say' },
  advice: { resource: 'asking', action: 'judge' },
  hold: { resource: 'asking', action: 'judge' },
  resume: { resource: 'asking', action: 'judge' },
  moved: { resource: 'asking', action: 'judge' },
  hospital: { resource: 'asking', action: 'say' },
  'assessment-opened': { resource: 'conversation', action: 'judge' },
  statement: { resource: 'conversation', action: 'say' },
  dispute: { resource: 'conversation', action: 'dispute' },
  'dispute-answered': { resource: 'conversation', action: 'decide' },
  'carer-identified': { resource: 'conversation', action: 'say' },
  advocacy: { resource: 'capacity', action: 'judge' },
  capacity: { resource: 'capacity', action: 'judge' },
  liberty: { resource: 'capacity', action: 'judge' },
  risk: { resource: 'plan', action: 'judge' },
  need: { resource: 'conversation', action: 'judge' },
  'assessment-closed': { resource: 'conversation', action: 'judge' },
  eligibility: { resource: 'eligibility', action: 'decide' },
  copy: { resource: 'asking', action: 'judge' },
  'indicative-budget': { resource: 'money', action: 'decide' },
  'financial-assessment': { resource: 'means', action: 'decide' },
  option: { resource: 'plan', action: 'say' },
  'option-answered': { resource: 'plan', action: 'decide' },
  goal: { resource: 'plan', action: 'say' },
  plan: { resource: 'plan', action: 'decide' },
  'personal-budget': { resource: 'money', action: 'decide' },
  response: { resource: 'plan', action: 'say' },
  'sign-off': { resource: 'plan', action: 'decide' },
  'support-started': { resource: 'support', action: 'judge' },
  'support-delivered': { resource: 'support', action: 'judge' },
  'support-ended': { resource: 'support', action: 'judge' },
  'direct-payment': { resource: 'money', action: 'decide' },
  progress: { resource: 'support', action: 'say' },
  measure: { resource: 'support', action: 'say' },
  review: { resource: 'plan', action: 'judge' },
  // With the support that it is about, so that whoever gives it can ask as well.
  'review-asked': { resource: 'support', action: 'say' },
  'review-answered': { resource: 'plan', action: 'decide' },
  complaint: { resource: 'challenge', action: 'say' },
  'complaint-answered': { resource: 'challenge', action: 'decide' },
  // To raise a concern; whatever comes of one is a professional’s part: see `placeOf`.
  safeguarding: { resource: 'safeguarding', action: 'say' },
  worker: { resource: 'people', action: 'decide' },
  note: { resource: 'asking', action: 'say' },
  closed: { resource: 'asking', action: 'decide' },
}

/** Where one entry belongs: its part of the record, what it takes to add it, and whose own it is where that matters. */
export type Place = { readonly resource: Resource; readonly action: Action; readonly owner?: string }

/**
 * A dispute, a note, a copy or an answer belongs where the entry belongs that it speaks of, so that nobody learns of a
 * thing by the talk about it. `find` gives the entry by id, as it is in the record so far.
 */
export function placeOf(entry: Entry, find: (id: string) => Entry | undefined): Place {
  const { resource, action } = KIND_ACCESS[entry.kind]
  const spokenOf = speaksOf(entry)
  const target = spokenOf === undefined ? undefined : find(spokenOf)
  if (target !== undefined) {
    const place = placeOf(target, find)
    // What is said about a concern or a talk in confidence is not for whoever told it, unless it is theirs as well.
    if (IN_CONFIDENCE.includes(place.resource)) return { resource: place.resource, action, owner: entry.by }
    const own = place.owner === undefined ? {} : { owner: place.owner }
    // What one says oneself stays one's own, also where it is about something said by another.
    return place.resource === 'carers-own' || entry.kind !== 'dispute'
      ? { resource: place.resource, action, ...own }
      : { resource: place.resource, action, owner: entry.by }
  }
  const carer = carerOf(entry, find)
  if (carer !== undefined) return { resource: 'carers-own', action, owner: carer }
  if (entry.kind === 'statement') return { resource, action, owner: entry['said-by'] }
  if (entry.kind === 'safeguarding')
    return { resource, action: entry.event === 'concern' ? action : 'judge', owner: entry.by }
  if (entry.kind === 'measure' && isAboutATalk(entry))
    return isForTheWorkerToo(entry)
      ? { resource: 'challenge', action }
      : { resource: 'heard', action, owner: entry.by }
  return { resource, action }
}

const IN_CONFIDENCE: readonly Resource[] = ['safeguarding', 'heard']

function speaksOf(entry: Entry): string | undefined {
  if (entry.kind === 'dispute' || entry.kind === 'copy' || entry.kind === 'note') return entry.of
  if (entry.kind === 'dispute-answered') return entry.dispute
  if (entry.kind === 'response') return entry.to
  return undefined
}

function carerOf(entry: Entry, find: (id: string) => Entry | undefined): string | undefined {
  if (entry.kind === 'assessment-opened') return entry.of === 'carer' ? entry.subject : undefined
  if (entry.kind === 'need') return entry.of
  if (entry.kind === 'statement')
    return isCarerOutcome(entry.topic) ? (entry.about ?? entry['said-by']) : undefined
  if (entry.kind === 'assessment-closed' || entry.kind === 'eligibility') {
    const opened = find(entry.assessment)
    return opened === undefined ? undefined : carerOf(opened, find)
  }
  return undefined
}
