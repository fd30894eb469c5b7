import { CARER_OUTCOMES } from '../domain/outcomes/topics.ts'
import type { Query } from '../platform/database/database.ts'
import { KIND_ACCESS, POLICY } from './access.ts'

/** Every cell of the table of access that is allowed. */
export const policyRows = () =>
  POLICY.flatMap((row) =>
    row.who.flatMap((relationship) =>
      row.may.flatMap((action) => row.in.map((resource) => ({ relationship, resource, action }))),
    ),
  )

/**
 * Makes the database's tables of access equal to those in the code: at every start, by the owner, in one transaction.
 * There is one source; the database only keeps a copy that its policies can read.
 */
export async function keepPolicy(query: Query): Promise<void> {
  const policy = JSON.stringify(policyRows())
  const kinds = JSON.stringify(Object.entries(KIND_ACCESS).map(([kind, place]) => ({ kind, ...place })))
  await query(
    `with wanted as (
       select distinct * from json_to_recordset($1) as w(relationship text, resource text, action text)),
     gone as (
       delete from roundtable.policy p where not exists (
         select from wanted w where (w.relationship, w.resource, w.action) = (p.relationship, p.resource, p.action)))
     insert into roundtable.policy select * from wanted on conflict do nothing`,
    [policy],
  )
  await query(
    `with wanted as (select * from json_to_recordset($1) as w(kind text, resource text, action text)),
     gone as (delete from roundtable.kind_access k where not exists (select from wanted w where w.kind = k.kind))
     insert into roundtable.kind_access select * from wanted
     on conflict (kind) do update set resource = excluded.resource, action = excluded.action
       where (kind_access.resource, kind_access.action) <> (excluded.resource, excluded.action)`,
    [kinds],
  )
  await query(
    `with gone as (delete from roundtable.carer_topic where topic <> all ($1))
     insert into roundtable.carer_topic select unnest($1::text[]) on conflict do nothing`,
    [[...CARER_OUTCOMES]],
  )
  // A plan made for tables that were never counted takes the long way round.
  await query('analyze roundtable.policy, roundtable.kind_access, roundtable.carer_topic')
}
