import { type Ledger, every, rateOn } from '../../domain/contracts/ledger.ts'
import { type Span, isWithin, touches } from '../../domain/contracts/span.ts'
import { plainDate } from '../../domain/dates/plain-date.ts'
import { type Pence, pence, penceFromPounds, roundToPenny, sum } from '../../domain/money/pence.ts'

// An invoice held against what was given. The Ombudsman finds people charged for visits that nobody made; it is found
// before it is paid where each line is matched.

export const INVOICE_COLUMNS = ['person', 'service', 'from', 'to', 'units', 'amount'] as const

/** One line of an invoice: so many units for one person, in pence. */
export type InvoiceLine = Span & {
  readonly row: number
  readonly person: string
  readonly service: string
  readonly units: number
  readonly amount: Pence<'once'>
}

export type ReadInvoice =
  | { readonly kind: 'lines'; readonly lines: readonly InvoiceLine[] }
  | { readonly kind: 'refused'; readonly says: readonly string[] }

const MOST_FAULTS = 10

/** @param rows cells as pasted, the names of the columns first */
export function readInvoice(rows: readonly (readonly string[])[]): ReadInvoice {
  const [head = [], ...body] = rows
  const names = head.map((cell) => cell.trim().toLowerCase())
  const missing = INVOICE_COLUMNS.filter((column) => !names.includes(column))
  if (missing.length > 0)
    return { kind: 'refused', says: missing.map((column) => `Row 1: there is no column “${column}”.`) }
  const lines: InvoiceLine[] = []
  const says: string[] = []
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const cell = (column: (typeof INVOICE_COLUMNS)[number]) => (cells[names.indexOf(column)] ?? '').trim()
    const row = index + 2
    const line = readLine(row, cell)
    if ('faults' in line) says.push(...line.faults)
    else lines.push(line)
    if (says.length >= MOST_FAULTS) break
  }
  if (says.length === 0 && lines.length === 0)
    says.push('There is no line in it below the names of the columns.')
  return says.length > 0 ? { kind: 'refused', says: says.slice(0, MOST_FAULTS) } : { kind: 'lines', lines }
}

function readLine(
  row: number,
  cell: (column: (typeof INVOICE_COLUMNS)[number]) => string,
): InvoiceLine | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const [from, to] = [plainDate(cell('from')), plainDate(cell('to'))]
  const units = Number(cell('units'))
  const amount = penceFromPounds<'once'>(Number(cell('amount').replace(/^£/, '').replaceAll(',', '')))
  if (cell('person') === '') faults.push(`Row ${row}, person: must not be empty.`)
  if (from === undefined) faults.push(`Row ${row}, from: must be a day, such as 2026-10-01.`)
  if (to === undefined) faults.push(`Row ${row}, to: must be a day, such as 2026-10-31.`)
  if (from !== undefined && to !== undefined && to < from)
    faults.push(`Row ${row}, to: it ends before it starts.`)
  if (cell('units') === '' || !(units >= 0)) faults.push(`Row ${row}, units: must be a number, 0 or more.`)
  if (cell('amount') === '' || amount === undefined || amount < 0)
    faults.push(`Row ${row}, amount: must be pounds with at most two decimals.`)
  if (faults.length > 0 || from === undefined || to === undefined || amount === undefined) return { faults }
  return { row, person: cell('person'), service: cell('service'), from, to, units, amount }
}

/** A line beside what was given: it fits, or why it does not. */
export type Matched = {
  readonly line: InvoiceLine
  readonly given: number
  readonly unlogged: number
  /** what was given comes to at the contract’s rate; undefined where there is no rate of that day */
  readonly comesTo: Pence<'once'> | undefined
  readonly verdict:
    | 'fits'
    | 'more-than-given'
    | 'less-than-given'
    | 'other-price'
    | 'nobody'
    | 'cuts'
    | 'twice'
}

/** Hours are told apart to the minute, sums to the penny for each line. */
const A_MINUTE = 1 / 60

/** Every line held against what was given to that person in those days, at the rate of the first of them. */
export function matchInvoice(ledger: Ledger, lines: readonly InvoiceLine[]): readonly Matched[] {
  const people = new Set(every(ledger, 'referred').map(({ person }) => person))
  const services = new Set(ledger.award.terms.services.map(({ id }) => id))
  return lines.map((line, index) => {
    const own = ledger.care.filter(
      ({ person, service }) => person === line.person && service === line.service,
    )
    const inside = own.filter((care) => isWithin(care, line))
    const given = inside.reduce((total, { delivered }) => total + delivered, 0)
    const unlogged = inside.reduce((total, care) => total + care.unlogged, 0)
    const rate = rateOn(ledger, { rate: 'contract', service: line.service }, line.from)
    const comesTo = rate === undefined ? undefined : roundToPenny<'once'>(given * rate.amount)
    const verdict = (): Matched['verdict'] => {
      if (!people.has(line.person) || !services.has(line.service)) return 'nobody'
      const before = lines.slice(0, index)
      if (
        before.some(
          (each) => each.person === line.person && each.service === line.service && touches(each, line),
        )
      )
        return 'twice'
      if (own.some((care) => touches(care, line) && !isWithin(care, line))) return 'cuts'
      if (line.units > given + A_MINUTE) return 'more-than-given'
      if (line.units < given - A_MINUTE) return 'less-than-given'
      return comesTo === undefined || Math.abs(line.amount - comesTo) > 1 ? 'other-price' : 'fits'
    }
    return { line, given, unlogged, comesTo, verdict: verdict() }
  })
}

/** What the invoice asks for, and how much of it fits what was given. */
export const totals = (
  matched: readonly Matched[],
): { readonly asked: Pence<'once'>; readonly fits: Pence<'once'> } => ({
  asked: matched.length === 0 ? pence<'once'>(0) : sum(matched.map(({ line }) => line.amount)),
  fits: pence<'once'>(
    matched.filter(({ verdict }) => verdict === 'fits').reduce((total, { line }) => total + line.amount, 0),
  ),
})
