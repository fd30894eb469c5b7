import type { Database, Query } from '../platform/database/database.ts'

/** Somebody who can sign in. */
export type Account = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'staff'
  /** of staff: `social-worker`, `manager`, `commissioner` and so on; a `manager` manages the team */
  readonly role?: string
  readonly team?: string
  /** false ends what the account sees at its next statement */
  readonly active?: boolean
  /** how sign-in services name the account */
  readonly identities?: readonly { readonly issuer: string; readonly subject: string }[]
}

/** Adds accounts and changes those that are there; what a change of team means for records follows at once. */
export async function keepAccounts(db: Database, accounts: readonly Account[]): Promise<void> {
  const identities = accounts.flatMap(({ id, identities: names = [] }) =>
    names.map((name) => ({ ...name, account: id })),
  )
  await db.asOwner(async (query) => {
    await query(
      `insert into roundtable.account (id, name, kind, role, team, active)
       select id, name, kind, role, team, coalesce(active, true)
       from json_to_recordset($1) as x(id text, name text, kind text, role text, team text, active boolean)
       on conflict (id) do update set name = excluded.name, kind = excluded.kind, role = excluded.role,
         team = excluded.team, active = excluded.active`,
      [JSON.stringify(accounts)],
    )
    await query(
      `insert into guarded.identity (issuer, subject, account)
       select * from json_to_recordset($1) as x(issuer text, subject text, account text)
       on conflict (issuer, subject) do update set account = excluded.account`,
      [JSON.stringify(identities)],
    )
    await query(
      `select roundtable.rebuild_access(a.record)
       from (select distinct record from roundtable.access where account = any ($1) and relationship = 'worker') a`,
      [accounts.map(({ id }) => id)],
    )
  })
}

/** Gives a party of a record the account with which they sign in, or takes it away. */
export async function linkParty(
  db: Database,
  record: string,
  party: string,
  account: string | null,
): Promise<void> {
  await db.asOwner(async (query) => {
    const linked = await query(
      'update roundtable.party set account = $3 where record = $1 and id = $2 returning id',
      [record, party, account],
    )
    if (linked.length === 0) throw new RangeError(`no party ${party} in the record ${record}`)
    await query('select roundtable.rebuild_access($1)', [record])
  })
}

export type Colleague = {
  readonly id: string
  readonly name: string
  readonly role: string | null
  readonly team: string | null
}

/** Whom the signed-in account may give a seat: staff of their team, and finance and brokers; by name. */
export const colleagues = (query: Query): Promise<readonly Colleague[]> =>
  query<Colleague>(
    'select id, name, role, team from roundtable.account where id <> roundtable.actor() order by name, id',
    [],
    'colleagues',
  )
