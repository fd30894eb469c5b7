import { createHash, randomBytes } from 'node:crypto'
import type { Query } from './driver.ts'

/** What a session holds; `account` is who is signed in. */
export type SessionData = { readonly account?: string; readonly [key: string]: unknown }

export type SignedIn = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'staff'
  readonly role: string | null
  readonly team: string | null
}

export type Sessions = {
  /** Undefined where there is none, or it has ended, expired, not been used for too long, or its account is closed. */
  readonly read: (token: string) => Promise<SessionData | undefined>
  readonly write: (token: string, data: SessionData, expiresAt: Date) => Promise<void>
  readonly end: (token: string) => Promise<void>
  readonly endAllOf: (account: string) => Promise<void>
  /** Whom a sign-in service means; undefined where nobody here. */
  readonly accountOf: (issuer: string, subject: string) => Promise<SignedIn | undefined>
  /** Removes what has ended by itself. */
  readonly sweep: () => Promise<void>
}

/** 256 random bits, for whoever needs a token. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token: a copy of the table signs nobody in. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest()

export const IDLE_MINUTES = 120

export const sessionsOver = (query: Query, idleMinutes = IDLE_MINUTES): Sessions => ({
  read: async (token) => {
    const [row] = await query<{ account: string | null; data: Record<string, unknown> }>(
      'select account, data from guarded.session_read($1)',
      [hashOf(token)],
      'session_read',
    )
    return row === undefined
      ? undefined
      : { ...row.data, ...(row.account === null ? {} : { account: row.account }) }
  },
  write: async (token, { account, ...data }, expiresAt) => {
    await query(
      'select guarded.session_write($1, $2, $3, $4, pg_catalog.make_interval(mins => $5))',
      [hashOf(token), account ?? null, JSON.stringify(data), expiresAt.toISOString(), idleMinutes],
      'session_write',
    )
  },
  end: async (token) => {
    await query('select guarded.session_end($1)', [hashOf(token)], 'session_end')
  },
  endAllOf: async (account) => {
    await query('select guarded.session_end_all($1)', [account], 'session_end_all')
  },
  accountOf: async (issuer, subject) => {
    const [row] = await query<SignedIn>(
      'select id, name, kind, role, team from guarded.account_of($1, $2)',
      [issuer, subject],
      'account_of',
    )
    return row
  },
  sweep: async () => {
    await query('select guarded.session_sweep()')
  },
})
