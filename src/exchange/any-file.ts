import type { ContractFile } from '../domain/contracts/entries.ts'
import type { RecordFile } from '../record/entries.ts'
import type { Mistake } from '../record/mistakes.ts'
import { readContractFile } from './contract-file.ts'
import { readRecordFile } from './record-files.ts'

/** A file of one of our formats, or every mistake in it. */
export type ReadAny =
  | { readonly kind: 'record'; readonly record: RecordFile }
  | { readonly kind: 'contract'; readonly contract: ContractFile }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }

const speaksOf = (path: string, mistakes: readonly Mistake[]): boolean =>
  mistakes.some((mistake) => mistake.path === path)

/** A record or a contract, whichever its `format` says that it is. */
export async function readAnyFile(path: string): Promise<ReadAny> {
  const record = readRecordFile(path)
  if (record.kind === 'record') return record
  if (!speaksOf('format', record.mistakes)) return record
  const contract = await readContractFile(path)
  if (contract.kind === 'contract') return contract
  // Of another version, or of neither: what it looks like decides whose mistakes are named.
  const isContract = !speaksOf('format', contract.mistakes) || speaksOf('contract', record.mistakes)
  return isContract ? contract : record
}
