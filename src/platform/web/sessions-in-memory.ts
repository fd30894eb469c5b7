import type { SessionData, Sessions } from './session.ts'

/** Sessions that live as long as the process: for tests, which count what is read and written. */
export type SessionsInMemory = Sessions & {
  readonly counts: { reads: number; writes: number }
  readonly tokens: () => readonly string[]
}

type Row = { readonly data: SessionData; readonly expiresAt: Date; seen: number }

/** Keeps to what the database promises: an end, idleness, and nothing for one that is over. */
export function sessionsInMemory(now: () => Date, idleMinutes: number): SessionsInMemory {
  const rows = new Map<string, Row>()
  const counts = { reads: 0, writes: 0 }
  const isOver = ({ expiresAt, seen }: Row): boolean =>
    expiresAt <= now() || now().getTime() - seen >= idleMinutes * 60_000
  return {
    counts,
    tokens: () => [...rows.keys()],
    read: async (token) => {
      counts.reads += 1
      const row = rows.get(token)
      if (row === undefined || isOver(row)) return undefined
      row.seen = now().getTime()
      return structuredClone(row.data)
    },
    write: async (token, data, expiresAt) => {
      counts.writes += 1
      rows.set(token, { data: structuredClone(data), expiresAt, seen: now().getTime() })
    },
    end: async (token) => void rows.delete(token),
    endAllOf: async (account) => {
      for (const [token, { data }] of rows) if (data.account === account) rows.delete(token)
    },
  }
}
