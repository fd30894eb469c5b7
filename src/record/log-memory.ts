import { LRUCache } from 'lru-cache'
import type { OpenRecord } from './log-read.ts'

/**
 * Records as they were read, for the next page: most who open one page of a record open another. It never says who may
 * see what: the database gives the version of what its reader sees, in the transaction of the page, and only what was
 * read under that version is taken from here.
 */
export type OpenedMemory = {
  /** what need not be sent again of a record, by its version */
  readonly known: (id: string) => ReadonlyMap<string, OpenRecord>
  readonly keep: (id: string, version: string, opened: OpenRecord) => void
}

export const NO_MEMORY: OpenedMemory = { known: () => new Map(), keep: () => undefined }

/** The person, the worker, a carer and an advocate see different parts of one record, and each is a version of its own. */
const VERSIONS = 6

/** Holds so many records, and lets go of the one that was not asked for the longest. */
export function openedMemory(most: number): OpenedMemory {
  const records = new LRUCache<string, LRUCache<string, OpenRecord>>({ max: most })
  return {
    // As it is now: while the database is asked, others come and go.
    known: (id) => new Map(records.peek(id)?.entries() ?? []),
    keep: (id, version, opened) => {
      const versions = records.get(id) ?? new LRUCache<string, OpenRecord>({ max: VERSIONS })
      versions.set(version, opened)
      records.set(id, versions)
    },
  }
}
