import type { Query } from '../src/platform/database/database.ts'
import { RELATIONSHIPS } from '../src/record/access.ts'
import type { RecordFile } from '../src/record/entries.ts'
import { entryHash, hex } from '../src/record/log-hash.ts'
import { placesOf } from '../src/record/log-rows.ts'
import { type Account, exportRecord } from '../src/record/log.ts'
import { ACCOUNTS, type Actor, type Table, attemptsBy } from './access-world.ts'
import type { TestDatabase } from './database.ts'

// Every cell of the table of access tried on the database, as the service itself would: each disagreement is a sentence.

/** A record with those who stand to it. */
export type Scene = { readonly id: string; readonly file: RecordFile; readonly actors: readonly Actor[] }

export type Seen = { readonly cells: number; readonly disagreements: readonly string[] }

type Collect = { cells: number; readonly disagreements: string[]; readonly atFirst: boolean }

const ENOUGH = new Error('enough')

const hold = (collect: Collect, actual: boolean, expected: boolean, says: () => string): void => {
  collect.cells += 1
  if (actual === expected) return
  collect.disagreements.push(`${says()}: the database says ${actual ? 'yes' : 'no'}`)
  if (collect.atFirst) throw ENOUGH
}

/** @param only for mutants: the side that it bears on, and no further than the first disagreement */
export async function tryEveryCell(
  db: TestDatabase,
  table: Table,
  scenes: readonly Scene[],
  tokens: ReadonlyMap<string, string>,
  only?: 'reading' | 'adding',
): Promise<Seen> {
  const collect: Collect = { cells: 0, disagreements: [], atFirst: only !== undefined }
  try {
    for (const scene of scenes) {
      for (const actor of scene.actors) {
        const token = actor.account === undefined ? '' : (tokens.get(actor.account) ?? '')
        await db.scoped(token, async (query) => {
          if (only !== 'adding') await tryReading(query, collect, table, scene, actor)
          if (only !== 'reading') await tryAdding(query, collect, table, scene, actor)
        })
      }
    }
  } catch (error) {
    if (error !== ENOUGH) throw error
  }
  return { cells: collect.cells, disagreements: collect.disagreements }
}

async function tryReading(
  query: Query,
  collect: Collect,
  table: Table,
  { id, file, actors }: Scene,
  actor: Actor,
) {
  const { relationships } = actor
  const may = (resource: Parameters<Table['allows']>[1], action: Parameters<Table['allows']>[2]) =>
    relationships.some((relationship) => table.allows(relationship, resource, action))
  const where = (what: string) => () => `${table.name}: ${actor.name} reads ${what}`

  const numbers = async (text: string) => new Set((await query<{ n: number }>(text, [id])).map(({ n }) => n))
  const entries = await numbers('select number as n from roundtable.entry where record = $1')
  const notices = await numbers('select number as n from roundtable.withheld where record = $1')
  const places = placesOf(file.entries)
  for (const [index, entry] of file.entries.entries()) {
    const place = places[index]
    if (place === undefined) continue
    const kept = (entry.withheld?.from ?? []).some((party) => actor.seesAs.includes(party))
    const own = place.owner !== undefined && place.owner === actor.party
    const readable = may(place.resource, 'read') || (own && may(place.resource, 'read-own'))
    hold(collect, entries.has(index + 1), readable && !kept, where(`${place.resource} (${entry.id})`))
    hold(collect, notices.has(index + 1), kept, where(`the notice about ${entry.id}`))
  }

  const people = may('people', 'read')
  const counted = async (text: string, values: readonly unknown[] = [id]) =>
    (await query<{ n: number }>(text, values))[0]?.n ?? -1
  hold(
    collect,
    (await counted('select count(*) as n from roundtable.record where id = $1')) === 1,
    people,
    where('whose record it is'),
  )
  const parties = await counted('select count(*) as n from roundtable.party where record = $1')
  hold(collect, parties === file.parties.length, people, where('who is at the table'))
  hold(collect, parties === 0, !people, where('nothing of who is at the table'))
  const standing = await counted('select count(*) as n from roundtable.standing where record = $1')
  hold(collect, standing === 1, may('asking', 'read'), where('where the record stands'))
  // Whoever may take the record away takes what they may see of it, and nothing where they may not know of it.
  const taken = (await exportRecord(query, id)) !== undefined
  hold(collect, taken, people && may('people', 'export'), where('the record in a file'))
  const looks = await counted('select count(*) as n from roundtable.look where record = $1')
  hold(collect, looks > 0, may('looks', 'read'), where('who looked'))
  // Everybody sees how they stand themselves, and nothing of how others do.
  const access = await counted('select count(*) as n from roundtable.access where record = $1')
  hold(collect, access === relationships.length, true, where('how they stand'))
  const others = await query<{ id: string }>(
    'select id from roundtable.account where id is distinct from $1 order by id',
    [actor.account ?? null],
  )
  const known = others.map((other) => other.id).join(' ') === colleaguesOf(actor).join(' ')
  hold(collect, known, true, where('their colleagues among the accounts, and no one else'))
  hold(
    collect,
    (await counted('select count(*) as n from roundtable.policy', [])) > 0,
    true,
    where('the table of access'),
  )
  hold(
    collect,
    (await counted('select count(*) as n from roundtable.kind_access', [])) > 0,
    true,
    where('the kinds'),
  )
  hold(
    collect,
    (await counted('select count(*) as n from roundtable.carer_topic', [])) > 0,
    true,
    where("carers' topics"),
  )
  hold(
    collect,
    (await counted('select count(*) as n from roundtable.canary', [])) === 0,
    true,
    where('no canary'),
  )
  const self = actors.some(({ account }) => account === actor.account && account !== undefined)
  const selves = await counted('select count(*) as n from roundtable.account where id = $1', [
    actor.account ?? null,
  ])
  hold(collect, selves === 1, self, where('themselves'))
}

type Into = 'entry' | 'party' | 'look' | 'submission'
type Trial = { readonly into: Into; readonly values: Readonly<Record<string, unknown>> }

/**
 * Whether each of these rows may be added by whoever asks; nothing of them is kept. They are tried on the server, as
 * there are thousands.
 */
export const TRIAL = `
  create function roundtable.trial(tables text[], rows json[]) returns boolean[]
  language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
  declare
    went boolean[];
  begin
    for at in 1 .. cardinality(tables) loop
      begin
        case tables[at]
          when 'entry' then
            insert into roundtable.entry (record, number, body, written_at, written_by, before, hash)
            select * from json_to_record(rows[at]) as x(record uuid, number int, body jsonb, written_at timestamptz, written_by text, before bytea, hash bytea);
          when 'party' then
            insert into roundtable.party (record, number, body, account, before, hash)
            select * from json_to_record(rows[at]) as x(record uuid, number int, body jsonb, account text, before bytea, hash bytea);
          when 'look' then
            insert into roundtable.look (record, page, relationship)
            select * from json_to_record(rows[at]) as x(record uuid, page text, relationship text);
          when 'submission' then
            insert into roundtable.submission (record, account, key, digest, head)
            select * from json_to_record(rows[at]) as x(record uuid, account text, key text, digest bytea, head int);
        end case;
        raise exception 'undo' using errcode = 'RT000';
      exception
        when sqlstate 'RT000' then went := went || true;
        when insufficient_privilege then went := went || false;
      end;
    end loop;
    return went;
  end
  $$`
export const MAY_TRY = 'grant execute on function roundtable.trial to roundtable_app'

async function goThrough(query: Query, trials: readonly Trial[]): Promise<readonly boolean[]> {
  const [row] = await query<{ went: readonly boolean[] }>('select roundtable.trial($1, $2) as went', [
    trials.map(({ into }) => into),
    trials.map(({ values }) => JSON.stringify(values)),
  ])
  return row?.went ?? []
}

type Expected = Trial & { readonly expected: boolean; readonly says: string }

async function tryAdding(query: Query, collect: Collect, table: Table, { id, file }: Scene, actor: Actor) {
  const [now] = await query<{ at: string }>("select date_trunc('milliseconds', now()) as at")
  const head = HEADS.get(id)
  if (head === undefined || now === undefined) throw new Error('the scene was not set')
  const trials = [
    ...entryTrials(table, { id, number: file.entries.length + 1, at: now.at, before: head.entry }, actor),
    ...otherTrials(table, { id, number: file.parties.length + 1, before: head.party }, actor),
  ]
  const went = await goThrough(query, trials)
  for (const [index, { expected, says }] of trials.entries()) {
    hold(collect, went[index] === true, expected, () => `${table.name}: ${actor.name} ${says}`)
  }
}

/** The accounts with whom an actor works, in order of their ids. */
const colleaguesOf = (actor: Actor): readonly string[] => {
  const me = ACCOUNTS.find(({ id }) => id === actor.account)
  if (me === undefined || me.kind !== 'staff') return []
  const works = ({ team, role }: Account) => role === 'finance' || (team !== undefined && team === me.team)
  return ACCOUNTS.filter((account) => account.id !== me.id && account.kind === 'staff' && works(account))
    .map(({ id }) => id)
    .toSorted()
}

/** Somebody who is not the actor, to write in the name of and to sign as. */
const somebodyElse = (actor: Actor) => ({
  party: actor.party === 'adv' ? 'pro' : 'adv',
  account: actor.account === 'a-adv' ? 'a-pro' : 'a-adv',
})

function entryTrials(
  table: Table,
  next: { readonly id: string; readonly number: number; readonly at: string; readonly before: Buffer },
  actor: Actor,
): readonly Expected[] {
  const me = actor.account ?? null
  const other = somebodyElse(actor)
  const add = (body: Readonly<Record<string, unknown>>, writtenBy: string | null): Trial => {
    const written = { record: next.id, number: next.number, body, writtenAt: next.at, writtenBy }
    const values = {
      record: next.id,
      number: next.number,
      body,
      written_at: next.at,
      written_by: writtenBy,
      before: hex(next.before),
      hash: hex(entryHash(next.before, written)),
    }
    return { into: 'entry', values }
  }
  const attempts = attemptsBy(actor.party ?? 'com').map(({ resource, action, owner, body }) => {
    const expected =
      actor.party !== undefined &&
      actor.relationships.some(
        (relationship) =>
          table.allows(relationship, resource, action) &&
          (resource !== 'carers-own' ||
            owner === actor.party ||
            table.allows(relationship, resource, 'read')),
      )
    const says = `adds by ${action} in ${resource} (of ${owner ?? 'nobody'})`
    return { ...add(body, me), body, expected, says }
  })
  // What may be added may be added neither in another's name nor signed as another.
  const forged = attempts
    .filter(({ expected }, index) => expected || index === 0)
    .slice(0, 4)
    .flatMap(({ body, says }) => [
      {
        ...add({ ...body, by: other.party }, me),
        expected: false,
        says: `${says} in the name of ${other.party}`,
      },
      { ...add(body, other.account), expected: false, says: `${says} signed as ${other.account}` },
    ])
  return [...attempts, ...forged]
}

function otherTrials(
  table: Table,
  next: { readonly id: string; readonly number: number; readonly before: Buffer },
  actor: Actor,
): readonly Expected[] {
  const { relationships } = actor
  const me = actor.account ?? null
  const record = next.id
  const other = somebodyElse(actor)
  const may = (action: 'judge' | 'decide') =>
    relationships.some((relationship) => table.allows(relationship, 'people', action))
  const chained = { before: hex(next.before), hash: hex(next.before) }
  const seat = (role: string, account: string | null): Trial => ({
    into: 'party',
    values: { record, number: next.number, body: { id: 'new', name: 'New', role }, account, ...chained },
  })
  const known = colleaguesOf(actor)
  const seats: readonly Expected[] = [
    { ...seat('friend', null), expected: may('judge'), says: 'brings somebody to the table' },
    ...(me === null
      ? []
      : [
          { ...seat('social-worker', me), expected: may('judge'), says: 'takes a seat' },
          { ...seat('friend', me), expected: false, says: 'takes a seat as a friend' },
          { ...seat('attorney', me), expected: false, says: 'takes a seat as attorney' },
          {
            ...seat('manager', me),
            expected: may('judge') && relationships.includes('manager'),
            says: 'takes a seat as manager',
          },
        ]),
    ...(['a-cover', 'a-fin'] as const)
      .filter((account) => account !== me)
      .map((account) => ({
        ...seat(account === 'a-fin' ? 'finance' : 'social-worker', account),
        expected: may('judge') && may('decide') && known.includes(account),
        says: `seats ${account}`,
      })),
    { ...seat('finance', 'a-cover'), expected: false, says: 'seats a colleague as what they are not' },
    { ...seat('social-worker', other.account), expected: false, says: 'seats another account' },
  ]
  const send = (account: string | null): Trial => ({
    into: 'submission',
    values: { record, account, key: 'another key', digest: chained.hash, head: 0 },
  })
  const looks = RELATIONSHIPS.map((relationship) => ({
    into: 'look' as const,
    values: { record, page: 'a page', relationship },
    expected: relationships.includes(relationship),
    says: `looks as ${relationship}`,
  }))
  return [
    ...seats,
    ...looks,
    ...(me === null ? [] : [{ ...send(me), expected: relationships.length > 0, says: 'sends something' }]),
    { ...send(other.account), expected: false, says: 'sends as another' },
  ]
}

type Heads = { readonly entry: Buffer; readonly party: Buffer }
const HEADS = new Map<string, Heads>()

/** What an attempt must follow on; nothing here is ever kept, so it stays. */
export async function rememberHeads(db: TestDatabase): Promise<void> {
  const rows = await db.asOwner((query) =>
    query<{ id: string; entry: Buffer; party: Buffer }>(
      'select id, head_hash as entry, parties_hash as party from roundtable.record',
    ),
  )
  for (const { id, entry, party } of rows) HEADS.set(id, { entry, party })
}
