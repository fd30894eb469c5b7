import { type Address, type Query, withClient } from './driver.ts'
import { APP_ROLE, type Logins } from './roles.ts'
import { codeOf, unfit } from './trouble.ts'

/**
 * On the embedded server nobody changes settings inside a statement but the login that takes on the role (before it
 * does) and the owner. On a server of somebody else only its superuser could do this; there it is enough that taking
 * off the role gains nothing, which `checkWalls` tries on both.
 */
export async function wallOffSettings(admin: Address, logins: Logins): Promise<void> {
  const signature = 'pg_catalog.set_config(text, text, boolean)'
  await withClient(admin, `roundtable/${process.pid}/walls`, async (query) => {
    const [state] = await query<{ open: boolean; login: boolean }>(
      `select has_function_privilege($1, '${signature}', 'execute') as open,
              has_function_privilege($2, '${signature}', 'execute') as login`,
      [APP_ROLE, logins.reader],
    )
    if (state?.open === false && state.login) return
    const [grant] = await query<{ text: string }>(
      `select pg_catalog.format('grant execute on function ${signature} to %I', $1::text) as text`,
      [logins.reader],
    )
    await query(`revoke execute on function ${signature} from public`)
    await query(grant?.text ?? '')
  })
}

type Start = {
  readonly owner: Address
  readonly reader: Address
  readonly door: Address
  readonly logins: Logins
  readonly embedded: boolean
}

/** Everything that the walls rest on, looked at and tried at every start. @throws a sentence about what does not hold. */
export async function checkWalls(start: Start): Promise<void> {
  const name = `roundtable/${process.pid}/walls`
  await withClient(start.owner, name, async (query) => {
    await checkServer(query)
    const faults = await catalogueFaults(query, start.logins)
    if (faults[0] !== undefined) throw refused(faults.join(' '))
    const [canary] = await query<{ id: number }>('select id from roundtable.canary')
    if (canary === undefined)
      throw refused('The canary is missing, so that nobody could tell whether it can be seen.')
  })
  await withClient(start.reader, name, (query) => checkReader(query, start.embedded))
  await withClient(start.door, name, async (query) => {
    await denied(query, 'select from roundtable.entry', 'The login for sessions can read records.')
    await denied(
      query,
      'select from guarded.session',
      'The login for sessions can read the table of sessions.',
    )
  })
}

const refused = (says: string) => unfit(`Roundtable does not start, as its walls do not stand: ${says}`)

async function checkServer(query: Query): Promise<void> {
  const [server] = await query<{ version: number; encoding: string; fsync: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
       current_setting('fsync') as fsync`,
  )
  if ((server?.version ?? 0) < 150_000) throw unfit('Roundtable needs PostgreSQL 15 or newer.')
  if (server?.encoding !== 'UTF8') throw unfit('The database must be kept in UTF8.')
}

/** What is wrong with the tables, roles, functions and grants, each in a sentence. */
export async function catalogueFaults(query: Query, logins: Logins): Promise<readonly string[]> {
  const rows = await query<{ says: string }>(
    `with
     ours as (
       select c.oid, c.relname, n.nspname, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('roundtable', 'guarded') and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and not (n.nspname = 'guarded' and c.relname = 'migration')),
     functions as (
       select p.oid, p.proname, n.nspname, p.prosecdef, p.proconfig, p.proacl
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('roundtable', 'guarded')),
     service as (select oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin, rolinherit
       from pg_roles where rolname = any ($1))
     select format('Row security is not forced on %s.%s.', nspname, relname) as says
       from ours where not (relrowsecurity and relforcerowsecurity)
     union all
     select format('%s.%s has no policy for its owner.', nspname, relname)
       from ours o where not exists (select from pg_policy where polrelid = o.oid)
     union all
     select format('The role %s has rights that it must not have.', rolname)
       from service where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit
         or rolcanlogin <> (rolname <> 'roundtable_app')
     union all
     select format('The role %s is missing.', name) from unnest($1::text[]) name
       where name not in (select rolname from service)
     union all
     select format('%s owns %s.', s.rolname, o.relname) from ours o join service s on s.oid = o.relowner
     union all
     select format('%s is a member of %s.', s.rolname, g.rolname)
       from pg_auth_members m join service s on s.oid = m.member join pg_roles g on g.oid = m.roleid
       where not (g.rolname = 'roundtable_app' and s.rolname = $2)
     union all
     select format('%s may %s on %s.', coalesce(s.rolname, 'everybody'), lower(acl.privilege_type), o.relname)
       from ours o cross join aclexplode(o.relacl) acl left join service s on s.oid = acl.grantee
       where (acl.grantee = 0 or s.oid is not null)
         and not (coalesce(s.rolname, '') = 'roundtable_app' and acl.privilege_type = 'SELECT' and o.nspname = 'roundtable')
     union all
     select format('%s may %s columns of %s.', coalesce(s.rolname, 'everybody'), lower(acl.privilege_type), o.relname)
       from ours o join pg_attribute a on a.attrelid = o.oid cross join aclexplode(a.attacl) acl
       left join service s on s.oid = acl.grantee
       where (acl.grantee = 0 or s.oid is not null)
         and not (coalesce(s.rolname, '') = 'roundtable_app' and acl.privilege_type = 'INSERT'
           and o.nspname = 'roundtable' and o.relname in ('entry', 'party', 'look', 'submission', 'contract_entry',
             'contract_party', 'contract_note', 'contract_submission', 'visit_batch', 'visit'))
     union all
     select format('Everybody may call %s.%s.', nspname, proname)
       from functions where proacl is null or exists (select from aclexplode(proacl) acl where acl.grantee = 0)
     union all
     select format('%s.%s does not fix where it looks names up.', nspname, proname)
       from functions where prosecdef and not coalesce(proconfig::text like '%search_path=%', false)
     union all
     select format('%s may create things in %s.', r.name, s.name)
       from unnest($1::text[]) r(name) cross join (values ('roundtable'), ('guarded')) s(name)
       where exists (select from service where rolname = r.name) and has_schema_privilege(r.name, s.name, 'create')
     union all
     select format('%s may make temporary tables: revoke TEMPORARY on the database %s from PUBLIC.', r.name, current_database())
       from unnest($1::text[]) r(name)
       where exists (select from service where rolname = r.name)
         and has_database_privilege(r.name, current_database(), 'temporary')
     union all
     select format('%s may read sessions.', r.name) from unnest($1::text[]) r(name)
       where exists (select from service where rolname = r.name) and has_table_privilege(r.name, 'guarded.session', 'select')`,
    [[APP_ROLE, logins.reader, logins.door], logins.reader],
  )
  return rows.map((row) => row.says)
}

/** As the service itself, the walls are leaned on. */
async function checkReader(query: Query, embedded: boolean): Promise<void> {
  await denied(
    query,
    'select from roundtable.entry',
    'The login can read records without taking on its role.',
  )
  await query('begin')
  await query("select pg_catalog.set_config('role', 'roundtable_app', true)")
  if ((await query('select id from roundtable.canary')).length > 0) {
    throw refused('The role roundtable_app sees the canary: row security does not hold for it.')
  }
  if ((await query('select id from roundtable.record limit 1')).length > 0) {
    throw refused('The role roundtable_app sees a record although nobody is signed in.')
  }
  if (embedded) {
    await query('savepoint here')
    await denied(
      query,
      "select pg_catalog.set_config('role', 'none', true)",
      'Settings can be changed inside a statement.',
    )
    await query('rollback to savepoint here')
  }
  // Taking off the role ends as the login, which has no rights, and nowhere else.
  await query('reset role')
  await denied(query, 'select from roundtable.entry', 'Taking off the role gains the right to read records.')
  await query('rollback')
}

async function denied(query: Query, statement: string, says: string): Promise<void> {
  try {
    await query(statement)
  } catch (error) {
    if (codeOf(error) === '42501') return
    throw error
  }
  throw refused(says)
}
