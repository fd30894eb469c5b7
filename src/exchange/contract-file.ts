import { readFile, stat } from 'node:fs/promises'
import { type ReadContract, readContractText } from '../commissioning/contracts/file.ts'
import { LARGEST_FILE } from '../record/file.ts'
import type { Mistake } from '../record/mistakes.ts'

const refused = (...mistakes: readonly Mistake[]): ReadContract => ({ kind: 'refused', mistakes })

/** A contract file from disk, or every mistake in it. A file that is far too large is not read at all. */
export async function readContractFile(path: string): Promise<ReadContract> {
  let bytes: Buffer
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE)
      return refused({ path: 'file', says: `is larger than ${LARGEST_FILE / 1024 / 1024} MB` })
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return refused({
      path: 'file',
      says: `cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}`,
    })
  }
  try {
    return readContractText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) return refused({ path: 'file', says: 'is not text in UTF-8' })
    throw error
  }
}
