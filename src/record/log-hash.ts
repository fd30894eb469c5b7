import { createHash } from 'node:crypto'
import type { Raw } from './mistakes.ts'

/**
 * The one text of a JSON value (RFC 8785): keys in the order of their UTF-16 code units, no white space, numbers as
 * JavaScript writes them. PostgreSQL keeps neither the order of keys nor the writing of numbers, so hashes are of this.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  // Loops, as this runs for every entry that is brought in or verified.
  let text = ''
  for (const [key, member] of Object.entries(value).toSorted(byKey)) {
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member)}`
  }
  return `{${text}}`
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export const digestOf = (value: unknown): Buffer => sha256(canonical(value))

/** What the first entry and the first party of a record are chained to: who it is about. */
export const openingHash = (record: string, person: unknown, policy: unknown): Buffer =>
  digestOf({ record, person, policy: policy ?? null })

export type Written = {
  readonly record: string
  readonly number: number
  readonly body: Raw
  /** ISO 8601 in UTC, to the millisecond */
  readonly writtenAt: string
  /** an account; null where it came with a file */
  readonly writtenBy: string | null
}

export const entryHash = (before: Buffer, { record, number, body, writtenAt, writtenBy }: Written): Buffer =>
  sha256(before, canonical({ record, number, entry: body, written_at: writtenAt, written_by: writtenBy }))

export const partyHash = (before: Buffer, record: string, number: number, body: unknown): Buffer =>
  sha256(before, canonical({ record, number, party: body }))

/** Bytes as PostgreSQL writes and reads them in text. */
export const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
