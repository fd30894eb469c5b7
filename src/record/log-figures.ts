import { z } from 'zod'
import { type Owed, owed } from '../domain/checks/owed.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { placeOf, type Place } from '../domain/outcomes/two-by-two.ts'
import type { Figures, OnePerson } from '../domain/population/figures.ts'
import { type Traits, readTraits } from '../domain/population/traits.ts'
import { type Database, KEEPER_KEY, type Query } from '../platform/database/database.ts'
import type { RecordFile } from './entries.ts'
import { decodeEntry } from './file.ts'
import { figuresOf } from './figures.ts'
import { tableOf } from './log-read.ts'
import { outcomeFacts } from './outcome-facts.ts'
import { foldWhole } from './standing.ts'
import { type RecordState, all, workerOf } from './state.ts'
import { dayOfWhen } from './values.ts'

// The figures of many people: a list that is made from the log, like the standing. One row a record, with no name and
// none of anybody's words; what is seen of it the database gives to a manager of their team and to a commissioner of the
// council, and to nobody else (0008-figures.sql).

/** Counts up when what a row holds changes its shape: rows of an older one are made again at a start. */
export const FIGURES_SHAPE = 2

/** Something that is still to be done: since when, and until when by the council's own standard, where it has one. */
export type OwedFigure = {
  /** `The end of the assessment` */
  readonly what: string
  readonly whose: Owed['whose']
  readonly since: PlainDate
  readonly due: PlainDate | null
}

/** What is kept of one record. */
export type KeptFigures = Figures & {
  /** where its person stands between choice and independence; null while nobody can tell */
  readonly place: Place | null
  /** what is owed, by the same clocks as the caseload */
  readonly owed: readonly OwedFigure[]
  /** how many have been allocated to the person so far, and since when the last one is */
  readonly workers: { readonly soFar: number; readonly since: PlainDate | null }
}

function workersIn(state: RecordState): KeptFigures['workers'] {
  const came = all(state, 'worker').filter(({ event }) => event === 'allocated')
  const now = workerOf(state)
  const last = came.findLast(({ worker }) => worker === now)
  return {
    soFar: new Set(came.map(({ worker }) => worker)).size,
    since: last === undefined ? null : dayOfWhen(last.on),
  }
}

/** On the day of what happened last, so that no clock runs on by itself: what it gives is days, and those stay. */
const owedIn = (state: RecordState): readonly OwedFigure[] =>
  owed({ ...state, on: state.told.at(-1)?.day ?? state.on }).map(({ what, whose, since, waiting }) => ({
    what,
    whose,
    since,
    due: waiting?.due ?? null,
  }))

export const keptFigures = (state: RecordState): KeptFigures => ({
  ...figuresOf(state),
  place: placeOf(outcomeFacts(state)) ?? null,
  owed: owedIn(state),
  workers: workersIn(state),
})

/** A row as it is kept. Traits come from beside the record, and a row is made again without touching them. */
export const figuresColumns = (record: string, head: number, state: RecordState) => ({
  record,
  head,
  shape: FIGURES_SHAPE,
  figures: keptFigures(state),
})

/** In the transaction of the entry that was just added. */
export async function keepFigures(
  query: Query,
  record: string,
  head: number,
  state: RecordState,
): Promise<void> {
  await query(
    'select roundtable.keep_figures($1, $2, $3, $4, $5)',
    [record, KEEPER_KEY, head, FIGURES_SHAPE, JSON.stringify(keptFigures(state))],
    'keep_figures',
  )
}

/** Rows of records that were brought in with a file. */
export const importFigures = (
  query: Query,
  rows: readonly (ReturnType<typeof figuresColumns> & {
    readonly traits: Omit<Traits, 'person'> | undefined
  })[],
) =>
  query(
    `insert into guarded.figures (record, head, shape, figures, traits)
     select record, head, shape, figures, coalesce(traits, '{}')
     from json_to_recordset($1) as x(record uuid, head int, shape int, figures jsonb, traits jsonb)`,
    [JSON.stringify(rows)],
    'import_figures',
  )

const AT_ONCE = 200

type Whole = {
  readonly id: string
  readonly head: number
  readonly person: unknown
  readonly policy: unknown
  readonly parties: readonly unknown[] | null
  readonly entries: readonly unknown[] | null
}

/**
 * Makes the rows that are missing or of an older shape, as the owner: after an update. Records that are added to meanwhile
 * keep what that addition makes of them. @returns how many were made
 */
export async function makeFigures(db: Database): Promise<number> {
  let made = 0
  for (;;) {
    const batch = await db.asOwner(async (query) => {
      const records = await query<Whole>(
        `select r.id, r.head, r.person, r.policy,
           (select jsonb_agg(p.body order by p.number) from roundtable.party p where p.record = r.id) as parties,
           (select json_agg(e.body order by e.on_day, e.number) from roundtable.entry e where e.record = r.id) as entries
         from roundtable.record r left join guarded.figures f on f.record = r.id
         where f.record is null or f.shape <> $1 or f.head <> r.head
         order by r.id limit $2 for share of r`,
        [FIGURES_SHAPE, AT_ONCE],
      )
      const rows = records.map((row) => figuresColumns(row.id, row.head, foldWhole(wholeOf(row))))
      await query(
        `insert into guarded.figures (record, head, shape, figures)
         select * from json_to_recordset($1) as x(record uuid, head int, shape int, figures jsonb)
         on conflict (record) do update set head = excluded.head, shape = excluded.shape, figures = excluded.figures,
           kept_in = pg_current_xact_id()`,
        [JSON.stringify(rows)],
      )
      return records.length
    })
    made += batch
    if (batch < AT_ONCE) return made
  }
}

const wholeOf = (row: Whole): Pick<RecordFile, 'person' | 'parties' | 'entries' | 'policy'> => ({
  ...tableOf({ ...row, parties: row.parties ?? [] }),
  entries: (row.entries ?? []).map(decodeEntry),
})

/** One of the many, as its reader sees it. */
export type SeenFigures = OnePerson & {
  readonly figures: KeptFigures
  /** the team of whoever works with the person */
  readonly team: string | null
  /** only for a manager, who may open it */
  readonly record: string | null
  readonly worker: { readonly id: string; readonly name: string } | null
}

/** Of whom the reader sees figures: of the whole council, or of their own team. */
export type Oversight = { readonly kind: 'council' } | { readonly kind: 'team'; readonly team: string }

/** Undefined for everybody but managers and commissioners. */
export async function oversight(query: Query): Promise<Oversight | undefined> {
  const [row] = await query<{ of: string | null }>('select roundtable.oversight() as of', [], 'oversight')
  const of = row?.of ?? undefined
  if (of === undefined) return undefined
  return of === 'council' ? { kind: 'council' } : { kind: 'team', team: of.slice('team:'.length) }
}

/** Changes whenever what `figuresSeen` gives may have changed. */
export async function figuresVersion(query: Query): Promise<string> {
  const [row] = await query<{ version: string }>(
    'select roundtable.figures_version() as version',
    [],
    'figures_version',
  )
  return row?.version ?? ''
}

type Row = {
  readonly record: string | null
  readonly worker: string | null
  readonly worker_name: string | null
  readonly team: string | null
  readonly figures: KeptFigures
  readonly traits: unknown
}

/** Everybody whose figures the reader oversees, in an order that tells nothing. */
export async function figuresSeen(query: Query): Promise<readonly SeenFigures[]> {
  const rows = await query<Row>('select * from roundtable.figures_seen()', [], 'figures_seen')
  const traitsOf = traitsReader()
  return rows.map(({ record, worker, worker_name: name, team, figures, traits }) => ({
    record,
    worker: worker === null ? null : { id: worker, name: name ?? worker },
    team,
    figures,
    traits: traitsOf(traits),
  }))
}

/** The person's id stays with the record: nobody needs it to count. */
function traitsFrom(value: unknown): Traits | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const read = readTraits({ ...value, person: 'somebody' })
  return read.kind === 'traits' ? read.traits : undefined
}

/** Thousands of people share a few hundred ways to be told apart: each is read once. */
export function traitsReader(): typeof traitsFrom {
  const read = new Map<string, Traits | undefined>()
  return (value) => {
    const key = JSON.stringify(value)
    if (!read.has(key)) read.set(key, traitsFrom(value))
    return read.get(key)
  }
}

/** Everybody, for the owner on the command line: nobody is signed in there. */
export const everyFigure = (db: Database): Promise<readonly OnePerson[]> =>
  db.asOwner(async (query) => {
    const rows = await query<Pick<Row, 'figures' | 'traits'>>(
      'select figures, traits from guarded.figures order by md5(record::text || head::text)',
    )
    const traitsOf = traitsReader()
    return rows.map(({ figures, traits }) => ({ figures, traits: traitsOf(traits) }))
  })

const published = z.object({ on_day: z.string(), body: z.record(z.string(), z.unknown()), name: z.string() })

/** The open statistics as they were last published, for everybody; undefined where nobody has published any. */
export async function lastPublished(query: Query): Promise<z.output<typeof published> | undefined> {
  const [row] = await query('select * from roundtable.figures_published()', [], 'figures_published')
  return row === undefined ? undefined : published.parse(row)
}

/** Publishes in the signed-in commissioner's name. @returns false where this month's are out already */
export async function publishFigures(query: Query, on: string, body: object): Promise<boolean> {
  const [row] = await query<{ done: boolean }>('select roundtable.publish_figures($1, $2) as done', [
    on,
    JSON.stringify(body),
  ])
  return row?.done === true
}
