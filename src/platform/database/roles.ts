import { createHash } from 'node:crypto'
import type { Query } from './driver.ts'
import { derive, scramVerifier } from './secrets.ts'
import { codeOf, unfit } from './trouble.ts'

/** The role as which records are read and added to. It cannot log in, owns nothing and sees rows by policies only. */
export const APP_ROLE = 'roundtable_app'

/**
 * The two roles that the service logs in as. The first has no rights at all but to become `roundtable_app` for one
 * transaction; the second may call the functions for sessions and nothing else. Roles belong to a whole cluster of
 * databases and their passwords come from the database's owner: so each council's database has its own pair.
 */
export type Logins = { readonly reader: string; readonly door: string }

export function loginsFor(database: string): Logins {
  const mark =
    database === 'roundtable' ? '' : `_${createHash('sha256').update(database).digest('hex').slice(0, 8)}`
  return { reader: `roundtable_login${mark}`, door: `roundtable_door${mark}` }
}

export const passwordOf = (secret: string, login: string): string => derive(secret, login)

/** Makes the roles that are missing and sets their passwords. Run as the owner, under the migrations' lock. */
export async function keepRoles(query: Query, logins: Logins, secret: string): Promise<void> {
  const [me] = await query<{ creates: boolean; name: string }>(
    'select rolsuper or rolcreaterole as creates, rolname as name from pg_catalog.pg_roles where rolname = current_user',
  )
  const names = [APP_ROLE, logins.reader, logins.door]
  const found = await query<{ name: string }>(
    'select rolname as name from pg_catalog.pg_roles where rolname = any ($1)',
    [names],
  )
  const missing = names.filter((name) => !found.some((role) => role.name === name))
  if (missing.length > 0 && me?.creates !== true) {
    throw unfit(
      `The role ${me?.name ?? ''} of DATABASE_URL may not create roles: grant it CREATEROLE, or create ${missing.join(', ')} beforehand.`,
    )
  }
  if (missing.includes(APP_ROLE)) {
    // Another council's database in the same cluster may be making it in the same moment.
    await ignoring('42710', '23505')(query('create role roundtable_app nologin noinherit'))
  }
  // Nobody connects, and nobody makes temporary tables, but whom we let in. A copy of a database does not copy this.
  await query(await said(query, 'revoke all on database %I from public', await nameOfDatabase(query)))
  for (const login of [logins.reader, logins.door]) {
    if (missing.includes(login))
      await ignoring('42710', '23505')(query(await said(query, 'create role %I', login)))
    const verifier = scramVerifier(passwordOf(secret, login))
    await withPatience(async () =>
      query(await said(query, 'alter role %I login noinherit password %L', login, verifier)),
    )
    await query(
      await said(query, 'grant connect on database %2$I to %1$I', login, await nameOfDatabase(query)),
    )
  }
  await withPatience(async () => query(await said(query, 'grant roundtable_app to %I', logins.reader)))
}

/** What the door may do. Run after the migrations, which make the functions. */
export async function keepDoor(query: Query, logins: Logins): Promise<void> {
  await query(await said(query, 'grant usage on schema guarded to %I', logins.door))
  for (const name of [
    'session_read(bytea)',
    'session_write(bytea, text, jsonb, timestamptz, interval)',
    'session_end(bytea)',
    'session_end_all(text)',
    'session_sweep()',
    'account_of(text, text)',
  ]) {
    await query(await said(query, `grant execute on function guarded.${name} to %I`, logins.door))
  }
}

/** A statement about a role, which cannot be a parameter: the server itself does the quoting. */
async function said(query: Query, pattern: string, ...names: readonly string[]): Promise<string> {
  const [row] = await query<{ text: string }>('select pg_catalog.format($1, variadic $2::text[]) as text', [
    pattern,
    names,
  ])
  return row?.text ?? ''
}

async function nameOfDatabase(query: Query): Promise<string> {
  const [row] = await query<{ name: string }>('select current_database() as name')
  return row?.name ?? ''
}

const ignoring =
  (...codes: readonly string[]) =>
  async (work: Promise<unknown>): Promise<void> => {
    try {
      await work
    } catch (error) {
      if (!codes.includes(codeOf(error))) throw error
    }
  }

/** Two starts that alter the same role in the same moment: one of them is told so (XX000), and tries again. */
async function withPatience(work: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (codeOf(error) !== 'XX000' || turn >= 20) throw error
      await new Promise((resolve) => {
        setTimeout(resolve, 20 + turn * 10)
      })
    }
  }
}
