import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { LARGEST_FILE, type ReadFile, readFileText } from '../record/file.ts'

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`

/**
 * A record file from disk, or every mistake in it. A file that is far too large is not read at all. At once and not in
 * turns: whoever reads files has nothing else to do, and a tenth of the time over many would go into taking turns.
 */
export function readRecordFile(path: string): ReadFile {
  const refused = (says: string): ReadFile => ({ kind: 'refused', mistakes: [{ path: 'file', says }] })
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    return refused(`cannot be read: ${error instanceof Error ? reasonOf(error) : String(error)}`)
  }
  try {
    const { size } = fstatSync(file)
    if (size > LARGEST_FILE) {
      return refused(`is ${inMegabytes(size)}; the largest file that is read is ${inMegabytes(LARGEST_FILE)}`)
    }
    const bytes = readFileSync(file)
    try {
      return readFileText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch (error) {
      if (error instanceof TypeError) return refused('is not text in UTF-8')
      throw error
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refused(`cannot be read: ${reasonOf(error)}`)
    throw error
  } finally {
    closeSync(file)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be opened',
  EISDIR: 'it is a folder',
}

export const reasonOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? (REASONS[error.code] ?? error.code) : error.message
