import { createHash } from 'node:crypto'
import { canonical, digestOf } from '../../record/log-hash.ts'
import type { Raw } from '../../record/mistakes.ts'

// The chains of a contract, made as those of a record are (RFC 8785 and SHA-256): each link from the one before it.

const link = (before: Buffer, value: unknown): Buffer =>
  createHash('sha256').update(before).update(canonical(value)).digest()

/** What every chain of a contract begins with: which contract it is. */
export const contractOpening = (contract: {
  readonly id: string
  readonly name: string
  readonly council: string
}): Buffer => digestOf({ contract: { id: contract.id, name: contract.name, council: contract.council } })

export type Signed = {
  readonly contract: string
  readonly number: number
  /** ISO 8601 in UTC, to the millisecond */
  readonly writtenAt: string
  /** an account; null where it came with a file */
  readonly writtenBy: string | null
}

export const contractEntryHash = (before: Buffer, of: Signed, body: Raw): Buffer =>
  link(before, {
    contract: of.contract,
    number: of.number,
    entry: body,
    written_at: of.writtenAt,
    written_by: of.writtenBy,
  })

export const contractPartyHash = (before: Buffer, contract: string, number: number, body: unknown): Buffer =>
  link(before, { contract, number, party: body })

export const noteHash = (before: Buffer, of: Signed, about: string, body: unknown): Buffer =>
  link(before, {
    contract: of.contract,
    number: of.number,
    about,
    note: body,
    written_at: of.writtenAt,
    written_by: of.writtenBy,
  })

export const batchHash = (
  before: Buffer,
  of: Signed,
  batch: { readonly name: string; readonly visits: number; readonly digest: Buffer },
): Buffer =>
  link(before, {
    contract: of.contract,
    number: of.number,
    batch: batch.name,
    visits: batch.visits,
    digest: batch.digest.toString('hex'),
    written_at: of.writtenAt,
    written_by: of.writtenBy,
  })
