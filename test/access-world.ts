import type { Action, Relationship, Resource } from '../src/record/access.ts'
import { ACTIONS, RELATIONSHIPS, RESOURCES } from '../src/record/access.ts'
import type { Entry, RecordFile, Role } from '../src/record/entries.ts'
import { FORMAT } from '../src/record/entries.ts'
import { decodeEntry, readFileValue } from '../src/record/file.ts'
import type { Account } from '../src/record/log.ts'

// A small world in which everybody stands to a record in one way only, so that each cell of the table of access can be
// tried by itself: one party and one account for each relationship, and an entry in each part of the record, one of them
// each party's own and one of them kept from each party.

export type Actor = {
  readonly name: string
  /** undefined: nobody is signed in */
  readonly account: string | undefined
  readonly party?: string
  readonly relationships: readonly Relationship[]
  /** what is withheld from one of these is withheld from the actor */
  readonly seesAs: readonly string[]
}

type Seat = { readonly party: string; readonly role: Role; readonly relationship: Relationship | undefined }

/** Whom a role alone does not make something are given it by an entry: see `standing`. */
const SEATS: readonly Seat[] = [
  { party: 'p', role: 'person', relationship: 'self' },
  { party: 'att', role: 'attorney', relationship: 'attorney' },
  { party: 'dep', role: 'deputy', relationship: 'deputy' },
  { party: 'adv', role: 'advocate', relationship: 'advocate' },
  { party: 'car', role: 'carer', relationship: 'carer' },
  { party: 'fam', role: 'family', relationship: 'family' },
  { party: 'fri', role: 'friend', relationship: 'friend' },
  { party: 'wrk', role: 'commissioner', relationship: 'worker' },
  { party: 'pro', role: 'occupational-therapist', relationship: 'professional' },
  { party: 'man', role: 'manager', relationship: 'manager' },
  { party: 'fin', role: 'finance', relationship: 'finance' },
  { party: 'bro', role: 'broker', relationship: 'broker' },
  { party: 'pvd', role: 'provider', relationship: 'provider' },
  { party: 'nhs', role: 'nhs', relationship: 'nhs' },
  { party: 'com', role: 'commissioner', relationship: undefined },
  { party: 'idle', role: 'provider', relationship: undefined },
]
/** Allocated too, and with an account in a team: through them the team covers and its manager manages. */
const TEAM_WORKER = 'wrk2'
/** A second carer, whose own part is not the first one's. */
const OTHER_CARER = 'car2'

const seatActors: readonly Actor[] = SEATS.map(({ party, relationship }) => ({
  name: relationship ?? `no relationship (${party})`,
  account: `a-${party}`,
  party,
  relationships: relationship === undefined ? [] : [relationship],
  seesAs: relationship === undefined ? [] : party === 'att' || party === 'dep' ? [party, 'p'] : [party],
}))

export const ACTORS: readonly Actor[] = [
  ...seatActors,
  { name: 'team', account: 'a-cover', relationships: ['team'], seesAs: [] },
  { name: 'manager of the team', account: 'a-boss', relationships: ['manager'], seesAs: [] },
  { name: 'another team', account: 'a-other-team', relationships: [], seesAs: [] },
  { name: 'manager of another team', account: 'a-other-boss', relationships: [], seesAs: [] },
  { name: 'stranger', account: 'a-stranger', relationships: [], seesAs: [] },
  { name: 'nobody', account: undefined, relationships: [], seesAs: [] },
]

export const ACCOUNTS: readonly Account[] = [
  // Staff, so that what keeps them from a seat is the table of access and not who they are.
  ...SEATS.map(
    ({ party }): Account => ({
      id: `a-${party}`,
      name: `Account of ${party}`,
      kind: 'staff',
      role: party === 'fin' ? 'finance' : 'social-worker',
    }),
  ),
  { id: 'a-wrk2', name: 'Worker in the team', kind: 'staff', role: 'social-worker', team: 'North' },
  { id: 'a-cover', name: 'Colleague', kind: 'staff', role: 'social-worker', team: 'North' },
  { id: 'a-boss', name: 'Manager', kind: 'staff', role: 'manager', team: 'North' },
  { id: 'a-other-team', name: 'Elsewhere', kind: 'staff', role: 'social-worker', team: 'South' },
  { id: 'a-other-boss', name: 'Manager elsewhere', kind: 'staff', role: 'manager', team: 'South' },
  { id: 'a-stranger', name: 'Stranger', kind: 'public' },
]

type Raw = Readonly<Record<string, unknown>> & { readonly id: string; readonly kind: string }

const on = '2026-03-02'
const raw = (id: string, kind: string, fields: Readonly<Record<string, unknown>>): Raw => ({
  id,
  kind,
  on,
  by: 'wrk',
  ...fields,
})

/** The assessor is a party without an account, so that nobody is made a worker by this. */
const openedFor = (carer: string): Raw =>
  raw(`carers-own-${carer}`, 'assessment-opened', {
    of: 'carer',
    subject: carer,
    way: 'phone',
    assessor: 'com-silent',
  })

/** One entry in every part of the record that nobody owns; of carers' own parts, one that the second carer owns. */
const TARGETS: Readonly<Record<Exclude<Resource, 'looks'>, Raw>> = {
  people: raw('people', 'worker', { worker: 'wrk', event: 'allocated' }),
  asking: raw('asking', 'contact', { how: 'phone', about: 'Getting about' }),
  conversation: raw('conversation', 'need', {
    text: 'Washing',
    topics: ['hygiene'],
    cause: 'arthritis',
    test: 'unable',
    wellbeing: ['dignity'],
    impact: 'some',
    'impact-why': 'sore',
  }),
  'carers-own': openedFor(OTHER_CARER),
  capacity: raw('capacity', 'liberty', {
    arrangement: 'a locked door',
    reasons: 'none',
    authorised: 'none-needed',
  }),
  safeguarding: raw('safeguarding', 'safeguarding', { event: 'concern', about: 'money' }),
  eligibility: raw('eligibility', 'eligibility', {
    assessment: 'needs-opened',
    eligible: true,
    needs: [],
    reasons: 'x',
  }),
  money: raw('money', 'indicative-budget', { weekly: 100, shown: true }),
  means: raw('means', 'financial-assessment', { weekly: 0, capital: 0, income: 0, expenses: 0 }),
  plan: raw('plan', 'goal', { words: 'To garden', topics: ['community'], type: 'keep' }),
  support: raw('support', 'measure', { tool: 'ladder', items: { hygiene: 2 }, 'seen-by': 'worker' }),
  heard: raw('heard', 'measure', {
    tool: 'making-it-real',
    items: { 'heard-listened': 1 },
    'seen-by': 'person',
  }),
  challenge: raw('challenge', 'complaint', { about: 'waiting', wants: 'an answer' }),
}
export const PLACES_OF_ENTRIES = RESOURCES.filter((resource) => resource !== 'looks')

const setting: readonly Raw[] = [
  raw('needs-opened', 'assessment-opened', {
    of: 'needs',
    subject: 'p',
    way: 'phone',
    assessor: 'com-silent',
  }),
  raw('allocated-2', 'worker', { worker: TEAM_WORKER, event: 'allocated' }),
  raw('old-plan', 'plan', {
    version: 1,
    status: 'issued',
    lines: [
      {
        line: 'L1',
        needs: [],
        what: 'Visits',
        form: 'agency',
        unit: 'hour',
        amount: 1,
        price: 20,
        weekly: 20,
        funder: 'council',
        way: 'managed',
        why: 'x',
      },
    ],
    involved: [],
  }),
  raw('started', 'support-started', { plan: 'old-plan', line: 'L1', provider: 'pvd' }),
  raw('review-asked', 'review-asked', { by: 'p', why: 'x' }),
  raw('on-hold', 'hold', { stage: 'support', why: 'x', until: '2026-04-01', told: true }),
]

/** What is weighed and found of the person: a page about each opens to those who read that part. */
const found: readonly Raw[] = [
  raw('a-risk', 'risk', {
    activity: 'Swimming',
    wish: 'To swim',
    good: 'joy',
    harm: 'cold',
    safeguards: ['a friend'],
    decision: 'go-ahead-with-safeguards',
    why: 'wanted',
  }),
  raw('a-finding', 'capacity', {
    decision: 'Where to live',
    for: ['home'],
    'help-given': ['pictures'],
    understands: true,
    retains: false,
    weighs: true,
    communicates: true,
    because: 'delirium',
    'has-capacity': false,
  }),
  raw('something-said', 'statement', {
    topic: 'hygiene',
    'said-by': 'p',
    basis: 'lived',
    text: 'x',
    level: 2,
  }),
  raw('an-asking', 'advocacy', {
    difficulty: { understand: false, retain: true, weigh: false, communicate: false },
    decision: 'referred',
  }),
]

/** An idea for the need, without a price yet. */
const idea = raw('an-idea', 'option', {
  by: 'p',
  needs: ['conversation'],
  what: 'A walking group',
  form: 'own-idea',
  unit: 'week',
  amount: 1,
  effect: 'builds',
  'proposed-by': 'p',
})

/** Each carer's own: what the first one owns, beside the second one's in TARGETS. */
const ownOfCarer = openedFor('car')

/** A dispute is its writer's own, in the part of what it is about: so everybody owns something everywhere. */
const owned = (parties: readonly string[]): readonly Raw[] =>
  parties.flatMap((party) =>
    PLACES_OF_ENTRIES.map((resource) =>
      raw(`own-${resource}-${party}`, 'dispute', {
        by: party,
        of: TARGETS[resource].id,
        says: 'no',
        wants: 'x',
      }),
    ),
  )

/** A note in every part, kept from one party. */
const keptFrom = (parties: readonly string[]): readonly Raw[] =>
  parties.flatMap((party) =>
    PLACES_OF_ENTRIES.map((resource) =>
      raw(`kept-${resource}-${party}`, 'note', {
        of: TARGETS[resource].id,
        text: 'x',
        withheld: { from: [party], exemption: 'serious harm', why: `kept from ${party}` },
      }),
    ),
  )

const ENDINGS: readonly Raw[] = [
  raw('left', 'worker', { worker: 'wrk', event: 'left' }),
  raw('left-2', 'worker', { worker: TEAM_WORKER, event: 'left' }),
  raw('ended', 'support-ended', { plan: 'old-plan', line: 'L1', why: 'moved' }),
]

const parties = SEATS.map(({ party }) => party)

/** The world's record; with `ended`, everything that made somebody something by an entry has come to its end. */
export function worldRecord(ended = false): RecordFile {
  const seats = [
    ...SEATS,
    { party: TEAM_WORKER, role: 'commissioner' as const },
    { party: OTHER_CARER, role: 'carer' as const },
    { party: 'com-silent', role: 'commissioner' as const },
  ]
  const value = {
    format: FORMAT,
    person: { id: 'p', name: 'Petra Lind', born: '1950-01-01' },
    parties: seats.map(({ party, role }) => ({ id: party, name: party, role })),
    entries: [
      ...setting,
      ...found,
      ...Object.values(TARGETS),
      ownOfCarer,
      idea,
      ...owned(parties),
      ...keptFrom(parties),
      ...(ended ? ENDINGS : []),
    ],
  }
  const read = readFileValue(value)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes.slice(0, 5)))
  return read.record
}

/** Who signs in as whom; `shift` gives everybody the next one's place, for a record in which all stand differently. */
export function worldLinks(shift = 0): ReadonlyMap<string, string> {
  const accounts = SEATS.map(({ party }) => `a-${party}`)
  return new Map([
    ...parties.map((party, index) => [party, accounts[(index + shift) % accounts.length] ?? ''] as const),
    [TEAM_WORKER, 'a-wrk2'],
  ])
}

/** The actors as they stand to a record whose links were shifted. */
export const shiftedActors = (shift: number): readonly Actor[] =>
  ACTORS.map((actor) => {
    const index = SEATS.findIndex(({ party }) => `a-${party}` === actor.account)
    const place = index < 0 ? undefined : seatActors[(index - shift + SEATS.length) % SEATS.length]
    if (place === undefined) return actor
    const { account: _, ...rest } = place
    return { ...rest, account: actor.account }
  })

/** Whose own the target of a part is, where it is somebody’s: of most parts nobody’s. */
const OWNED_BY: Readonly<Partial<Record<Resource, string>>> = {
  'carers-own': OTHER_CARER,
  safeguarding: 'wrk',
  heard: 'wrk',
}

export type Attempt = {
  readonly resource: Resource
  readonly action: Action
  readonly owner: string | null
  readonly body: Raw
}

/** For each part of the record and each way of adding to it, an entry that `by` would write; of carers' parts, one in each. */
export function attemptsBy(by: string): readonly Attempt[] {
  const targets: readonly (readonly [Resource, string, string | null])[] = [
    ...PLACES_OF_ENTRIES.map((resource) => {
      const owner = OWNED_BY[resource] ?? null
      return [resource, TARGETS[resource].id, owner] as const
    }),
    ['carers-own', ownOfCarer.id, 'car'],
  ]
  return targets.flatMap(([resource, target, owner]) => {
    const at = (action: Action, kind: string, fields: Readonly<Record<string, unknown>>): Attempt => ({
      resource,
      action,
      owner: kind === 'dispute' && resource !== 'carers-own' ? by : owner,
      body: raw(`new-${action}`, kind, { by, ...fields }),
    })
    return [
      at('say', 'note', { of: target, text: 'x' }),
      at('dispute', 'dispute', { of: target, says: 'no', wants: 'x' }),
      at('judge', 'copy', { of: target, to: 'p', as: 'letter' }),
      at('decide', 'dispute-answered', { dispute: target, outcome: 'refused', why: 'x' }),
    ]
  })
}

export const entryOf = (attempt: Attempt): Entry => decodeEntry(attempt.body)

/** A table of access to hold the database against. */
export type Table = {
  readonly name: string
  readonly allows: (relationship: Relationship, resource: Resource, action: Action) => boolean
}

/** A table in which every cell is a coin that a seed tosses: what follows it follows the table and not a habit. */
export function tossedTable(seed: number): Table {
  let state = seed >>> 0
  const cells = new Set<string>()
  for (const relationship of RELATIONSHIPS) {
    for (const resource of RESOURCES) {
      for (const action of ACTIONS) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        if (state >>> 31 === 1) cells.add(`${relationship} ${resource} ${action}`)
      }
    }
  }
  return {
    name: `tossed with ${seed}`,
    allows: (relationship, resource, action) => cells.has(`${relationship} ${resource} ${action}`),
  }
}
