import { open } from 'node:fs/promises'
import { LARGEST_FILE, type ReadFile, readFileText } from '../record/file.ts'

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`

/** A record file from disk, or every mistake in it. A file that is far too large is not read at all. */
export async function readRecordFile(path: string): Promise<ReadFile> {
  const refused = (says: string): ReadFile => ({ kind: 'refused', mistakes: [{ path: 'file', says }] })
  let file: Awaited<ReturnType<typeof open>>
  try {
    file = await open(path, 'r')
  } catch (error) {
    return refused(`cannot be read: ${error instanceof Error ? reasonOf(error) : String(error)}`)
  }
  try {
    const { size } = await file.stat()
    if (size > LARGEST_FILE) {
      return refused(`is ${inMegabytes(size)}; the largest file that is read is ${inMegabytes(LARGEST_FILE)}`)
    }
    const bytes = await file.readFile()
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
    await file.close()
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be opened',
  EISDIR: 'it is a folder',
}

const reasonOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? (REASONS[error.code] ?? error.code) : error.message
