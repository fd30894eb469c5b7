import { createHash } from 'node:crypto'
import type { VisitLog } from '../../domain/contracts/ledger.ts'
import type { Span } from '../../domain/contracts/span.ts'
import type { ServiceUnit } from '../../domain/contracts/terms.ts'
import { type Visit, sumVisits } from '../../domain/contracts/visits.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import type { Query } from '../../platform/database/database.ts'
import { digestOf, hex } from '../../record/log-hash.ts'
import type { Mistake } from '../../record/mistakes.ts'
import { batchHash } from './store-hash.ts'
import { holdContract, unlessDenied } from './store-hold.ts'
import type { KeptVisit, NewVisit, VisitState } from './view-visits.ts'

// Visits, as planned and as logged, in a table of their own: a part for each month, only ever added to.

export type VisitsAdded =
  | { readonly kind: 'kept'; readonly visits: number; readonly batch: number }
  /** one bad visit refuses them all; `path` names it: `visit v-17` */
  | { readonly kind: 'wrong'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'denied' }

const AT_ONCE = 5_000
const MOST_FAULTS = 20

type Row = {
  readonly contract: string
  readonly person: string
  readonly day: string
  readonly visit: string
  readonly turn: number
  readonly service: string
  readonly line: string
  readonly worker: string
  readonly planned_start: string
  readonly planned_end: string
  readonly started: string | null
  readonly ended: string | null
  readonly state: VisitState
  readonly agreed: number
  readonly why: string | null
  readonly batch: number
}

const seconds = (moment: string | null): number | null =>
  moment === null ? null : Math.round(Date.parse(moment) / 1000)

/** What the digest of a batch is made of: each visit in one line, in the order of their ids. */
export function digestOfVisits(rows: readonly Row[]): Buffer {
  const hash = createHash('sha256')
  const inOrder = rows.toSorted((a, b) => (a.visit < b.visit ? -1 : a.visit > b.visit ? 1 : a.turn - b.turn))
  for (const row of inOrder) {
    const { contract, person, service, line, worker, state, agreed, why, visit, turn } = row
    const times = [row.planned_start, row.planned_end, row.started, row.ended].map(seconds)
    hash.update(
      digestOf([
        contract,
        person,
        row.day,
        visit,
        turn,
        service,
        line,
        worker,
        ...times,
        state,
        agreed,
        why ?? '',
      ]),
    )
  }
  return hash.digest()
}

/**
 * Adds visits: all of them or none. Their rows are to have been checked by `readVisit`; what only the database knows is checked
 * here: an id that was used before, and a worker who was with somebody else at that time.
 * @param name what brought them: the name of a file, or `typed in`
 */
export async function addVisits(
  query: Query,
  contract: string,
  visits: readonly NewVisit[],
  name: string,
): Promise<VisitsAdded> {
  if (visits.length === 0) return { kind: 'kept', visits: 0, batch: 0 }
  const held = await holdContract(query, contract)
  if (held === undefined || !(await bringsVisits(query, contract))) return { kind: 'denied' }
  const days = visits.map((each) => each.day).toSorted()
  const first = days[0] ?? ''
  const last = days.at(-1) ?? ''
  const turns = await turnsOf(query, contract, visits)
  const mistakes = [
    ...wrongIds(visits, turns),
    ...(await wrongRounds(query, contract, visits, { first, last })),
  ]
  if (mistakes.length > 0) return { kind: 'wrong', mistakes: mistakes.slice(0, MOST_FAULTS) }
  const number = held.batches + 1
  const rows = visits.map((of): Row => rowOf(contract, of, (turns.get(of.visit)?.turn ?? -1) + 1, number))
  const digest = digestOfVisits(rows)
  const signed = { contract, number, writtenAt: held.written_at, writtenBy: held.actor }
  const hash = batchHash(held.batches_hash, signed, { name, visits: rows.length, digest })
  const kept = await unlessDenied(query, async () => {
    await query('select roundtable.ready_for_visits($1, $2, $3)', [contract, first, last], 'ready_for_visits')
    await keepVisits(query, rows, { name, number, digest, hash, held })
  })
  return kept ? { kind: 'kept', visits: rows.length, batch: number } : { kind: 'denied' }
}

/** Whoever may not bring visits in learns nothing of what is wrong with them. */
async function bringsVisits(query: Query, contract: string): Promise<boolean> {
  const [row] = await query<{ brings: boolean }>(
    "select roundtable.contract_ways($1, null) && array['buyer', 'provider', 'giver'] as brings",
    [contract],
    'brings_visits',
  )
  return row?.brings === true
}

type Batch = {
  readonly name: string
  readonly number: number
  readonly digest: Buffer
  readonly hash: Buffer
  readonly held: { readonly written_at: string; readonly actor: string | null; readonly batches_hash: Buffer }
}

async function keepVisits(query: Query, rows: readonly Row[], batch: Batch): Promise<void> {
  await query(
    `insert into roundtable.visit_batch (contract, number, name, visits, digest, written_at, written_by, before, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      rows[0]?.contract ?? '',
      batch.number,
      batch.name,
      rows.length,
      hex(batch.digest),
      batch.held.written_at,
      batch.held.actor,
      hex(batch.held.batches_hash),
      hex(batch.hash),
    ],
    'add_visit_batch',
  )
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await query(ADD, [JSON.stringify(rows.slice(at, at + AT_ONCE))], 'add_visits')
  }
}

/** Visits that come in with a file by the owner's hand, into a contract that was just imported; they are taken as they are. */
export async function importVisits(
  query: Query,
  contract: string,
  visits: readonly NewVisit[],
  name: string,
): Promise<void> {
  const [held] = await query<{ written_at: string; batches: number; batches_hash: Buffer }>(
    "select date_trunc('milliseconds', now()) as written_at, batches, batches_hash from roundtable.contract where id = $1 for update",
    [contract],
  )
  if (held === undefined || visits.length === 0) return
  const number = held.batches + 1
  const rows = visits.map((of): Row => rowOf(contract, of, 0, number))
  const digest = digestOfVisits(rows)
  const signed = { contract, number, writtenAt: held.written_at, writtenBy: null }
  const hash = batchHash(held.batches_hash, signed, { name, visits: rows.length, digest })
  await query(
    `select guarded.make_visit_month(month) from (
       select distinct date_trunc('month', day)::date as month from unnest($1::date[]) day) months`,
    [[...new Set(visits.map((visit) => visit.day))]],
  )
  await keepVisits(query, rows, { name, number, digest, hash, held: { ...held, actor: null } })
  await query('update roundtable.contract set batches = $2, batches_hash = $3 where id = $1', [
    contract,
    number,
    hash,
  ])
}

const ADD = `
  insert into roundtable.visit (contract, person, day, visit, turn, service, line, worker, planned_start, planned_end,
    started, ended, state, agreed, why, batch)
  select * from json_to_recordset($1) as v(contract text, person text, day date, visit text, turn smallint, service text,
    line text, worker text, planned_start timestamptz, planned_end timestamptz, started timestamptz, ended timestamptz,
    state text, agreed smallint, why text, batch int)`

const rowOf = (contract: string, of: NewVisit, turn: number, batch: number): Row => ({
  contract,
  person: of.person,
  day: of.day,
  visit: of.visit,
  turn,
  service: of.service,
  line: of.line,
  worker: of.worker,
  planned_start: of.plannedStart,
  planned_end: of.plannedEnd,
  // A visit with only one of its times has no log that shows how long it took.
  started: of.state === 'made' ? (of.started ?? null) : null,
  ended: of.state === 'made' ? (of.ended ?? null) : null,
  state: of.state,
  agreed: of.agreed,
  why: of.why ?? null,
  batch,
})

type Turn = { readonly turn: number; readonly day: string }

/** The last turn of each visit that is there already, and its day. */
async function turnsOf(
  query: Query,
  contract: string,
  visits: readonly NewVisit[],
): Promise<ReadonlyMap<string, Turn>> {
  const rows = await query<Turn & { readonly visit: string }>(
    `select visit, max(turn)::int as turn, min(day) as day
     from roundtable.visit where contract = $1 and visit = any ($2) group by visit`,
    [contract, visits.map(({ visit }) => visit)],
    'turns_of_visits',
  )
  return new Map(rows.map(({ visit, turn, day: on }) => [visit, { turn, day: on }]))
}

/** A visit is put right on its own day, so that what takes its place is looked for in one month and not in all. */
function wrongIds(visits: readonly NewVisit[], turns: ReadonlyMap<string, Turn>): readonly Mistake[] {
  const seen = new Set<string>()
  return visits.flatMap(({ visit, why, day: on }): readonly Mistake[] => {
    const before = turns.get(visit)
    const says = seen.has(visit)
      ? 'it is there twice'
      : before === undefined
        ? why !== undefined && 'it puts right a visit that is not there'
        : why === undefined
          ? 'it was brought in before: say why it is put right'
          : before.day !== on && `it was to be on ${before.day}: it is put right on that day`
    seen.add(visit)
    return typeof says === 'string' ? [{ path: `visit ${visit}`, says }] : []
  })
}

/** Nobody is with two people at once, also where one of the visits came in before. */
async function wrongRounds(
  query: Query,
  contract: string,
  visits: readonly NewVisit[],
  { first, last }: { readonly first: string; readonly last: string },
): Promise<readonly Mistake[]> {
  const made = visits.filter(({ state }) => state === 'made')
  if (made.length === 0) return []
  const rows = await query<{ visit: string; worker: string; other: string; other_person: string }>(
    `select n.visit, n.worker, v.visit as other, v.person as other_person
     from json_to_recordset($2) as n(visit text, worker text, person text, started timestamptz, ended timestamptz)
     join roundtable.visit v on v.contract = $1 and v.worker = n.worker and v.state = 'made' and v.visit <> n.visit
       and v.day between $3::date - 1 and $4::date + 1
       and v.started < n.ended and n.started < v.ended
       and not exists (
         select from roundtable.visit w where w.contract = v.contract and w.visit = v.visit and w.day = v.day and w.turn > v.turn)
     order by n.visit limit ${MOST_FAULTS}`,
    [
      contract,
      JSON.stringify(
        made.map(({ visit, worker, person, started, ended }) => ({ visit, worker, person, started, ended })),
      ),
      first,
      last,
    ],
    'rounds_of_visits',
  )
  return rows.map(({ visit, worker, other, other_person: person }) => ({
    path: `visit ${visit}`,
    says: `${worker} was with ${person} at that time (visit ${other})`,
  }))
}

export type VisitsAsked = {
  readonly contract: string
  readonly person: string
  readonly from: PlainDate
  readonly to: PlainDate
  /** no more than so many, the first ones */
  readonly limit?: number
}

const COLUMNS = `person, day, visit, turn, service, line, worker, state, agreed, why, batch,
  to_char(planned_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as planned_start,
  to_char(planned_end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as planned_end,
  to_char(started at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as started,
  to_char(ended at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ended`

/** One person's visits of some days, as they stand now, in order; as far as the reader may see them. */
export async function visitsOf(
  query: Query,
  { contract, person, from, to, limit = 400 }: VisitsAsked,
): Promise<readonly KeptVisit[]> {
  const rows = await query<Row>(
    // What was put right later is gathered once: to ask it of each visit would look into every month there is.
    `with month as materialized (
       select ${COLUMNS}, planned_start as begins from roundtable.visit v
       where contract = $1 and person = $2 and day between $3 and $4),
     later as materialized (
       select w.visit, max(w.turn) as turn from roundtable.visit w
       where w.contract = $1 and w.visit = any (array(select visit from month)) and w.turn > 0
         and w.day between $3 and $4
       group by w.visit)
     select m.* from month m left join later l on l.visit = m.visit
     where m.turn >= coalesce(l.turn, 0)
     order by m.day, m.begins, m.visit limit $5`,
    [contract, person, from, to, limit],
    'visits_of_person',
  )
  return rows.map((row) => ({
    visit: row.visit,
    person: row.person,
    day: day(row.day),
    service: row.service,
    line: row.line,
    worker: row.worker,
    plannedStart: row.planned_start,
    plannedEnd: row.planned_end,
    ...(row.started === null ? {} : { started: row.started }),
    ...(row.ended === null ? {} : { ended: row.ended }),
    state: row.state,
    agreed: row.agreed,
    ...(row.why === null ? {} : { why: row.why }),
    turn: row.turn,
    batch: row.batch,
  }))
}

type Summed = {
  readonly person: string
  readonly service: string
  readonly line: string
  readonly worker: string
  readonly day: string
  readonly planned: number
  readonly agreed: number
  readonly state: VisitState
  readonly minutes: number | null
}

/**
 * The visits of some spans summed up as the domain sums up a log, row by row, so that a month of any size takes the room of its
 * sums. Undefined where there is none of these days.
 * @param units of each service of the terms
 */
export async function visitLog(
  query: Query,
  contract: string,
  spans: readonly Span[],
  units: ReadonlyMap<string, ServiceUnit>,
): Promise<VisitLog | undefined> {
  const sums = sumVisits(spans, units)
  let rows = 0
  for (const { from, to } of spans) {
    await query(
      `declare visits_of_span no scroll cursor for
       select person, service, line, worker, day, agreed, state,
         extract(epoch from planned_end - planned_start)::float8 / 60 as planned,
         extract(epoch from ended - started)::float8 / 60 as minutes
       from roundtable.visit v
       where contract = $1 and day between $2 and $3 and state <> 'cancelled'
         and not exists (
           select from roundtable.visit w where w.contract = v.contract and w.visit = v.visit and w.day = v.day and w.turn > v.turn)`,
      [contract, from, to],
    )
    for (;;) {
      const some = await query<Summed>(`fetch ${AT_ONCE} from visits_of_span`)
      for (const row of some) sums.add(visitFrom(row))
      rows += some.length
      if (some.length < AT_ONCE) break
    }
    await query('close visits_of_span')
  }
  return rows === 0 ? undefined : sums.log()
}

const visitFrom = (row: Summed): Visit => ({
  person: row.person,
  service: row.service,
  line: row.line,
  worker: row.worker,
  day: day(row.day),
  planned: row.planned,
  agreed: row.agreed,
  state:
    row.state === 'made' && row.minutes !== null
      ? { kind: 'made', minutes: row.minutes }
      : { kind: row.state === 'missed' ? 'missed' : 'unlogged' },
})
