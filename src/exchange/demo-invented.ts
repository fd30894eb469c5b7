import { createHash } from 'node:crypto'
import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises'
import type { Model } from '../domain/allocation/model.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { COLLEAGUES, type Colleague } from '../domain/population/invent/at-the-table.ts'
import { USUAL_FAULTS } from '../domain/population/invent/faults.ts'
import { type InventedPerson, invent, whyNot } from '../domain/population/invent/invent.ts'
import { AREA_WORDS } from '../domain/population/traits.ts'
import type { Database } from '../platform/database/database.ts'
import { type Account, type Incoming, importMany, keepAccounts } from '../record/log.ts'
import { DEMO_ISSUERS, type DemoAccount } from './demo-council.ts'

// The invented people of Northmoor, beside those who were written by hand. They are made from the seed while the service
// already answers, a few at a time and each record whole; a start finds those that are there and makes those that are not.

/** The same Northmoor on every machine. */
const SEED = 2026

type WithTeam = Colleague & Required<Pick<Colleague, 'team'>>
const hasTeam = (one: Colleague): one is WithTeam => one.team !== undefined

/** Those with a team get an account, so that their teams see the records; those for all teams would stand in everybody's lists. */
const STAFF: readonly WithTeam[] = COLLEAGUES.filter(hasTeam)
const STAFF_IDS: ReadonlySet<string> = new Set(STAFF.map(({ id }) => id))

const accountOf = ({ id, name, role, team }: WithTeam): Account => ({
  id,
  name,
  kind: 'staff',
  role,
  team,
  identities: [{ issuer: DEMO_ISSUERS.staff, subject: id }],
})

/** A team whose manager and one of whose workers can be chosen on the sign-in page: the one with something to find. */
const SHOWN = 'eastfield'

/** Who of the invented staff somebody may be in the demonstration. */
export const inventedStaff = (): readonly DemoAccount[] =>
  STAFF.filter(({ id }) => id === `${SHOWN}-manager` || id === `${SHOWN}-worker-1`).map((one) => ({
    id: one.id,
    name: one.name,
    kind: 'staff',
    role: one.role,
    team: one.team,
    says:
      one.role === 'manager'
        ? `manages the team ${AREA_WORDS[one.team]}, whose people are all made by chance`
        : `works in the team ${AREA_WORDS[one.team]}, with people who are made by chance`,
  }))

/** What came of it so far. */
export type Progress = { readonly here: number; readonly of: number }

export type Filling = {
  /** undefined once everybody is there */
  readonly progress: () => Progress | undefined
  /** Ends after the few that are under way; the next start goes on. */
  readonly stop: () => Promise<void>
  /** when everybody is there, or when it was stopped or failed */
  readonly ended: Promise<void>
}

export type FillSettings = {
  readonly people: number
  readonly on: PlainDate
  readonly model: Model
  readonly onTrouble: (says: string) => void
  readonly onDone?: (people: number) => void
}

/** So few that a page never waits long behind them. */
const AT_ONCE = 8
/** Milliseconds left to others between two lots. */
const REST = 15

/** The id of an invented person's record is theirs for ever, so that nobody can come in twice. */
function recordIdOf(person: string): string {
  const hex = createHash('sha256').update(person).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const incomingOf = ({ record, traits }: InventedPerson): Incoming => ({
  record,
  id: recordIdOf(record.person.id),
  link: new Map(record.parties.flatMap(({ id }) => (STAFF_IDS.has(id) ? [[id, id] as const] : []))),
  traits,
})

/** Runs of people who are not there yet, by place. */
function missing(
  people: number,
  there: ReadonlySet<string>,
): readonly (readonly [from: number, count: number])[] {
  const runs: [number, number][] = []
  for (let place = 0; place < people; place += 1) {
    if (there.has(`invented-${SEED}-${place + 1}`)) continue
    const last = runs.at(-1)
    if (last !== undefined && last[0] + last[1] === place) last[1] += 1
    else runs.push([place, 1])
  }
  return runs
}

async function whoIsThere(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.asOwner((query) =>
    query<{ person: string }>(
      "select person_party as person from roundtable.record where person_party like 'invented-%'",
    ),
  )
  return new Set(rows.map(({ person }) => person))
}

/** Keeping accounts looks through their records again: only those that are not there are kept. */
async function furnishStaff(database: Database): Promise<void> {
  const rows = await database.asOwner((query) =>
    query<{ id: string }>('select id from roundtable.account where id = any ($1)', [[...STAFF_IDS]]),
  )
  const there = new Set(rows.map(({ id }) => id))
  const wanted = STAFF.filter(({ id }) => !there.has(id))
  if (wanted.length > 0) await keepAccounts(database, wanted.map(accountOf))
}

/** Northmoor alone is filled: its people who were written by hand are there. */
export async function isNorthmoor(database: Database): Promise<boolean> {
  const [row] = await database.asOwner((query) =>
    query<{ is: boolean }>(
      "select exists (select from roundtable.record where person_party = 'sunita-vallory') as is",
    ),
  )
  return row?.is === true
}

/** Brings the invented people in behind the service, a few at a time. Never throws: what goes wrong is told. */
export function fillWithInvented(database: Database, settings: FillSettings): Filling {
  const stopping = new AbortController()
  let now: Progress | undefined = { here: 0, of: settings.people }
  const tell = (here: number) => {
    now = here < settings.people ? { here, of: settings.people } : undefined
  }
  const fill = async (): Promise<void> => {
    const why = whyNot(settings)
    if (why !== undefined || !(await isNorthmoor(database))) {
      if (why !== undefined) settings.onTrouble(`No people were invented. ${why}`)
      return tell(settings.people)
    }
    await furnishStaff(database)
    const there = await whoIsThere(database)
    const runs = missing(settings.people, there)
    const wanted = runs.reduce((total, [, count]) => total + count, 0)
    let here = settings.people - wanted
    tell(here)
    for await (const lot of lotsOf(runs, settings, stopping.signal)) {
      // The last few are as good as there: a page that is made meanwhile and kept must not say otherwise.
      tell(here + lot.length)
      await importMany(database, lot)
      here += lot.length
    }
    if (stopping.signal.aborted || wanted === 0) return
    await database.asOwner((query) =>
      query(
        'analyze roundtable.record, roundtable.party, roundtable.entry, roundtable.access, roundtable.standing',
      ),
    )
    settings.onDone?.(wanted)
  }
  const ended = fill().catch((error: unknown) => {
    now = undefined
    const name = error instanceof Error ? error.message : 'an error'
    settings.onTrouble(`The invented people did not all come in (${name}). The next start goes on with it.`)
  })
  return {
    progress: () => now,
    stop: async () => {
      stopping.abort()
      await ended
    },
    ended,
  }
}

/** A few people at a time, with a breath after each, so that pages are made in between. */
async function* lotsOf(
  runs: readonly (readonly [from: number, count: number])[],
  { on, model }: FillSettings,
  stopped: AbortSignal,
): AsyncGenerator<readonly Incoming[]> {
  let lot: Incoming[] = []
  for (const [from, people] of runs) {
    for (const person of invent({ people, from, seed: SEED, faults: USUAL_FAULTS, on, model })) {
      if (stopped.aborted) return
      lot.push(incomingOf(person))
      await breath()
      if (lot.length < AT_ONCE) continue
      yield lot
      lot = []
      await pause(REST)
    }
  }
  if (lot.length > 0 && !stopped.aborted) yield lot
}

const counted = (number: number): string => String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** For whoever looks at figures while they still grow. */
export const inWords = (progress: Progress | undefined): string | undefined =>
  progress === undefined
    ? undefined
    : `Northmoor is still being filled: ${counted(progress.here)} of ${counted(progress.of)} invented people are here. Figures and lists grow until all are.`
