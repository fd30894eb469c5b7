import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

/** Sign-ins under way last minutes; beyond this many, the oldest are forgotten. */
const MOST_KEPT = 5000

type Kept = { readonly payload: AdapterPayload; readonly until: number; used?: number }

/** Keeps the issuer's short-lived things in memory, each kind apart. */
export function keepInMemory(now: () => number): AdapterFactory {
  const kinds = new Map<string, Map<string, Kept>>()
  return (kind) => {
    const rows = kinds.get(kind) ?? new Map<string, Kept>()
    kinds.set(kind, rows)
    return adapterFor(rows, kinds, now)
  }
}

function adapterFor(
  rows: Map<string, Kept>,
  kinds: Map<string, Map<string, Kept>>,
  now: () => number,
): Adapter {
  const live = (id: string): Kept | undefined => {
    const kept = rows.get(id)
    if (kept !== undefined && kept.until <= now()) rows.delete(id)
    return kept !== undefined && kept.until > now() ? kept : undefined
  }
  const payloadOf = (kept: Kept | undefined): AdapterPayload | undefined =>
    kept === undefined
      ? undefined
      : kept.used === undefined
        ? kept.payload
        : { ...kept.payload, consumed: kept.used }
  return {
    upsert: async (id, payload, expiresIn = 3600) => {
      rows.delete(id)
      rows.set(id, { payload, until: now() + expiresIn * 1000 })
      const oldest = rows.size > MOST_KEPT ? rows.keys().next().value : undefined
      if (oldest !== undefined) rows.delete(oldest)
    },
    find: async (id) => payloadOf(live(id)),
    findByUid: async (uid) => {
      for (const [id, { payload }] of rows) if (payload.uid === uid) return payloadOf(live(id))
      return undefined
    },
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const kept = live(id)
      if (kept !== undefined) kept.used = Math.floor(now() / 1000)
    },
    destroy: async (id) => void rows.delete(id),
    revokeByGrantId: async (grantId) => {
      for (const kind of kinds.values()) {
        for (const [id, { payload }] of kind) if (payload.grantId === grantId) kind.delete(id)
      }
    },
  }
}
