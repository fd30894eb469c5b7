import { CsvError, parse } from 'csv-parse/sync'

/** Rows of cells, as untrimmed text. */
export type Rows = readonly (readonly string[])[]

/** Something that is no CSV: whole sentences for whoever made it. */
export class NotCsv extends Error {}

const LONGEST_ROW = 10_000

/**
 * The rows of a comma-separated file of any length, some thousands at a time. The csv-parse package reads every piece in which
 * there is a quotation mark; one without any is nothing but commas and line ends, and is split, which is several times as fast.
 * @throws NotCsv
 */
export async function* csvRows(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Rows> {
  let left = ''
  for await (const text of textOf(source)) {
    const all = left + text
    const end = all.lastIndexOf('\n') + 1
    const piece = all.slice(0, end)
    // A quotation mark that is still open may hold a line end: then the piece goes on.
    if (piece === '' || quotesIn(piece) % 2 === 1) {
      left = all
      if (left.length > 64 * 1024 * 1024) throw new NotCsv('a quotation mark (") is never closed')
      continue
    }
    left = all.slice(end)
    if (left.length > LONGEST_ROW && !left.includes('"')) throw tooLong()
    yield rowsOf(piece)
  }
  if (left !== '') yield rowsOf(left)
}

const tooLong = (): NotCsv => new NotCsv(`a row is longer than ${LONGEST_ROW} characters`)

/** Bytes to text; a byte-order mark is dropped. */
async function* textOf(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of source)
      yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new NotCsv('is not text in UTF-8', { cause: error })
    throw error
  }
}

function quotesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1
  return count
}

function rowsOf(piece: string): Rows {
  if (piece.includes('"')) return quoted(piece)
  const lines = piece.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => {
    if (line.length > LONGEST_ROW) throw tooLong()
    return (line.endsWith('\r') ? line.slice(0, -1) : line).split(',')
  })
}

function quoted(piece: string): Rows {
  try {
    const rows: string[][] = parse(piece, { relax_column_count: true, max_record_size: LONGEST_ROW })
    return rows
  } catch (error) {
    if (error instanceof CsvError) throw new NotCsv(error.message, { cause: error })
    throw error
  }
}
