import { CsvError, parse } from 'csv-parse/sync'
import { type PlainDate, plainDate } from '../domain/dates/plain-date.ts'

// What a provider planned and gave, as a spreadsheet saves it. Read by the csv-parse package; what is in a cell is only
// ever compared with what must stand there, so a formula is never worked out. All of it is good, or nothing is given.

const COUNTS = ['missed', 'late', 'short', 'workers'] as const
const AMOUNTS = ['planned', 'delivered', 'invoiced'] as const
const NEEDED = ['line', 'from', 'to', 'planned', 'delivered'] as const
/** The columns, by the names that stand in the first row; in any order, and those after `delivered` may be left out. */
export const COLUMNS = [...NEEDED, 'invoiced', ...COUNTS] as const
type Column = (typeof COLUMNS)[number]

export type SupportRow = {
  /** as a spreadsheet counts: the names of the columns are row 1 */
  readonly row: number
  readonly line: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly planned: number
  readonly delivered: number
  readonly missed?: number
  readonly late?: number
  readonly short?: number
  readonly workers?: number
  readonly invoiced?: number
}

export type SupportCsv =
  | { readonly kind: 'rows'; readonly rows: readonly SupportRow[] }
  /** whole sentences, each with its row and column */
  | { readonly kind: 'refused'; readonly says: readonly string[] }

/** So many faults are named at once; who mends them sends the file again. */
const MOST_FAULTS = 10
const LONGEST_ROW = 10_000

const refused = (...says: readonly string[]): SupportCsv => ({ kind: 'refused', says })

/** @param text comma, semicolon or tab between the cells, as files are saved or as rows are copied */
export function readSupportCsv(text: string): SupportCsv {
  const table = cellsOf(text)
  if ('says' in table) return refused(table.says)
  const [head, ...body] = table.rows
  if (head === undefined || isBlank(head)) return refused('There is nothing in it. Row 1 names the columns.')
  const columns = head.map((cell) => cell.toLowerCase())
  const wrong = wrongHead(columns)
  if (wrong.length > 0) return refused(...wrong)

  const rows: SupportRow[] = []
  const faults: string[] = []
  for (const [index, cells] of body.entries()) {
    if (isBlank(cells)) continue
    const read = readRow(index + 2, columns, cells)
    if ('faults' in read) faults.push(...read.faults)
    else rows.push(read)
    if (faults.length >= MOST_FAULTS) break
  }
  return faults.length > 0 ? refused(...faults.slice(0, MOST_FAULTS)) : { kind: 'rows', rows }
}

type Cells = readonly string[]

const isBlank = (cells: Cells): boolean => cells.every((cell) => cell === '')

function cellsOf(text: string): { readonly rows: readonly Cells[] } | { readonly says: string } {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      trim: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
    })
    return { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { says: faultInWords(error) }
  }
}

const IN_THE_MIDDLE = 'a quotation mark (") stands in the middle of a cell. Take it out.'
const FAULTS: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: IN_THE_MIDDLE,
  INVALID_OPENING_QUOTE: IN_THE_MIDDLE,
  CSV_MAX_RECORD_SIZE: `it is longer than ${LONGEST_ROW} characters.`,
}

/** Where a quotation mark is never closed, everything after it is one cell: no row can be named. */
function faultInWords({ code, ...where }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A quotation mark (") is opened and never closed, so the rows cannot be told apart.'
  const row = where['lines']
  const says = FAULTS[code] ?? 'it cannot be read as cells.'
  return typeof row === 'number' ? `Row ${row}: ${says}` : `A row cannot be read: ${says}`
}

/** What stands most often in the first row: rows that are copied have tabs, files of some spreadsheets semicolons. */
function delimiterOf(text: string): string {
  const first = text.slice(0, LONGEST_ROW).split('\n', 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

const isColumn = (name: string): name is Column => COLUMNS.some((column) => column === name)

function wrongHead(columns: readonly string[]): readonly string[] {
  const named = columns.filter((name) => name !== '')
  const unknown = named.filter((name) => !isColumn(name))
  const missing = NEEDED.filter((name) => !named.includes(name))
  const twice = [...new Set(named.filter((name, index) => named.indexOf(name) !== index))]
  return [
    ...unknown.map(
      (name) => `Row 1: there is no column “${shown(name)}”. The columns are ${COLUMNS.join(', ')}.`,
    ),
    ...missing.map((name) => `Row 1: the column “${name}” is missing.`),
    ...twice.map((name) => `Row 1: the column “${name}” is there twice.`),
  ].slice(0, MOST_FAULTS)
}

function readRow(
  row: number,
  columns: readonly string[],
  cells: Cells,
): SupportRow | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const at = (column: Column): string => cells[columns.indexOf(column)] ?? ''
  const wrong = (column: Column, says: string) => void faults.push(`Row ${row}, column “${column}”: ${says}`)

  const line = at('line')
  if (line === '') wrong('line', 'write which line of the plan it is.')
  else if (isFormula(line))
    wrong('line', `“${shown(line)}” is a formula. Write the line as it stands in the plan.`)
  const from = readDay(at('from'), (says) => wrong('from', says))
  const to = readDay(at('to'), (says) => wrong('to', says))
  const numbers = new Map<Column, number>()
  for (const column of [...AMOUNTS, ...COUNTS]) {
    const cell = at(column)
    if (cell === '' && column !== 'planned' && column !== 'delivered') continue
    const read = readNumber(
      cell,
      COUNTS.some((count) => count === column),
    )
    if (typeof read === 'number') numbers.set(column, read)
    else wrong(column, read.says)
  }
  if (cells.some((cell, index) => cell !== '' && (columns[index] ?? '') === '')) {
    faults.push(`Row ${row}: there is something beside the last column.`)
  }
  const planned = numbers.get('planned')
  const delivered = numbers.get('delivered')
  if (
    faults.length > 0 ||
    from === undefined ||
    to === undefined ||
    planned === undefined ||
    delivered === undefined
  )
    return { faults }
  return { row, line, from, to, planned, delivered, ...optional(numbers) }
}

function optional(numbers: ReadonlyMap<Column, number>) {
  const [missed, late, short, workers] = COUNTS.map((column) => numbers.get(column))
  const invoiced = numbers.get('invoiced')
  return {
    ...(missed === undefined ? {} : { missed }),
    ...(late === undefined ? {} : { late }),
    ...(short === undefined ? {} : { short }),
    ...(workers === undefined ? {} : { workers }),
    ...(invoiced === undefined ? {} : { invoiced }),
  }
}

/** What a spreadsheet would work out instead of showing it. */
const isFormula = (cell: string): boolean => /^[=+\-@]/.test(cell)

const shown = (cell: string): string => (cell.length <= 40 ? cell : `${cell.slice(0, 39)}…`)

function readNumber(cell: string, whole: boolean): number | { readonly says: string } {
  if (cell === '') return { says: 'write a number, or 0.' }
  if (isFormula(cell))
    return { says: `“${shown(cell)}” is a formula or has a sign. Write a number, 0 or more.` }
  const shape = whole ? /^\d{1,6}$/ : /^\d{1,6}(?:\.\d{1,2})?$/
  if (shape.test(cell)) return Number(cell)
  return {
    says: `“${shown(cell)}” is not a ${whole ? 'whole number' : 'number with at most two decimals'}.`,
  }
}

/** `2026-11-02`, or as it is written in England, `2/11/2026`. */
function readDay(cell: string, wrong: (says: string) => void): PlainDate | undefined {
  const [, dayNo = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? []
  const text = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${dayNo.padStart(2, '0')}`
  const day = plainDate(text)
  if (day === undefined) {
    wrong(
      cell === '' ? 'write a day, such as 2/11/2026.' : `“${shown(cell)}” is no day. Write it as 2/11/2026.`,
    )
  }
  return day
}
