import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import { type Ledger, type VisitLog, every } from '../domain/contracts/ledger.ts'
import { type Span, touches } from '../domain/contracts/span.ts'
import { spansOfLog, sumVisits } from '../domain/contracts/visits.ts'
import type { Mistake } from '../record/mistakes.ts'
import { type Head, headOf, moments, readVisit } from './visit-row.ts'

// A log of visits, as electronic call monitoring exports it: one row a visit, a million of them and more. It is read as a
// stream, so that it takes the room of its sums; one bad row refuses the whole of it, with the row named.

export type ReadVisits =
  | {
      readonly kind: 'visits'
      readonly log: VisitLog
      readonly rows: number
      /** rows of days that this settlement is not about */
      readonly outside: number
    }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }

/** So many faults are named at once; who mends them sends the file again. */
const MOST_FAULTS = 20
const LONGEST_ROW = 10_000

const refused = (...mistakes: readonly Mistake[]): ReadVisits => ({ kind: 'refused', mistakes })

/** The visits of a file, summed up for a period and for those that were settled from a log before it. */
export async function readVisitsFile(path: string, ledger: Ledger, period: Span): Promise<ReadVisits> {
  const source = createReadStream(path)
  try {
    return await readVisits(source, ledger, period)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof CsvError) throw error
    const says = error.code === 'ENOENT' ? 'there is no such file' : String(error.code)
    return refused({ path: 'file', says: `cannot be read: ${says}` })
  } finally {
    source.destroy()
  }
}

/** @param source the bytes or the text of a log, in pieces of any size */
export async function readVisits(
  source: NodeJS.ReadableStream,
  ledger: Ledger,
  period: Span,
): Promise<ReadVisits> {
  const spans = spansOfLog(ledger, period)
  const twice = every(ledger, 'delivered').find((each) => spans.some((span) => touches(each, span)))
  if (twice !== undefined)
    return refused({
      path: 'file',
      says: `${twice.id} gives the care of ${twice.from} to ${twice.to} already: it would be paid twice`,
    })
  const table = parse({ bom: true, trim: true, relax_column_count: true, max_record_size: LONGEST_ROW })
  source.on('error', (error: Error) => table.destroy(error))
  source.pipe(table)
  const reading = readRows(ledger, period)
  try {
    for await (const cells of table as AsyncIterable<readonly string[]>) if (!reading.take(cells)) break
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error['lines'] === 'number' ? `row ${error['lines']}` : 'file'
    return refused({ path: row, says: `is not CSV: ${error.message}` })
  }
  return reading.end()
}

type Reading = {
  /** @returns false where so much is wrong that there is no use in reading on */
  readonly take: (cells: readonly string[]) => boolean
  readonly end: () => ReadVisits
}

function readRows(ledger: Ledger, period: Span): Reading {
  const services = new Map(ledger.award.terms.services.map(({ id, unit }) => [id, unit]))
  const people = new Set(every(ledger, 'referred').map(({ person }) => person))
  const fits = { services, people, contract: ledger.span }
  const sums = sumVisits(spansOfLog(ledger, period), services)
  const times = moments()
  const rounds = workerRounds()
  const seen = new Set<string>()
  const mistakes: Mistake[] = []
  let head: Head | undefined
  let row = 0
  let outside = 0
  const wrong = (path: string, says: string) => {
    mistakes.push({ path, says })
    return mistakes.length < MOST_FAULTS
  }
  const takeHead = (cells: readonly string[]): boolean => {
    const found = headOf(cells)
    if ('visit' in found) head = found
    else for (const says of found) mistakes.push({ path: 'row 1', says })
    return head !== undefined
  }
  return {
    take: (cells) => {
      row += 1
      if (head === undefined) return takeHead(cells)
      if (cells.length === 1 && cells[0] === '') return true
      const read = readVisit(cells, head, fits, times)
      if (read.kind === 'wrong') return wrong(`row ${row}, ${read.column}`, read.says)
      if (seen.has(read.id)) return wrong(`row ${row}, visit`, `${read.id} is there twice`)
      seen.add(read.id)
      if (read.kind === 'cancelled') return true
      if (!sums.add(read.visit)) outside += 1
      const { from, to, visit } = read
      if (from !== undefined && to !== undefined)
        rounds.add(visit.worker, { from, to, person: visit.person, row })
      return true
    },
    end: () => {
      if (row === 0) wrong('file', 'there is nothing in it; row 1 names the columns')
      if (mistakes.length === 0) mistakes.push(...rounds.overlaps().slice(0, MOST_FAULTS))
      return mistakes.length > 0
        ? refused(...mistakes)
        : { kind: 'visits', log: sums.log(), rows: Math.max(0, row - 1), outside }
    },
  }
}

type Stop = { readonly from: number; readonly to: number; readonly person: string; readonly row: number }

/** Where each worker was, and when: nobody is with two people at once. Times that touch do not overlap. */
function workerRounds() {
  const workers = new Map<string, Stop[]>()
  return {
    add: (worker: string, stop: Stop) => {
      const stops = workers.get(worker)
      if (stops === undefined) workers.set(worker, [stop])
      else stops.push(stop)
    },
    overlaps: (): readonly Mistake[] => {
      const found: Mistake[] = []
      for (const [worker, stops] of workers) {
        stops.sort((a, b) => a.from - b.from || a.row - b.row)
        let before: Stop | undefined
        for (const stop of stops) {
          if (before !== undefined && stop.from < before.to) found.push(overlapOf(worker, before, stop))
          if (before === undefined || stop.to > before.to) before = stop
        }
      }
      return found.toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
    },
  }
}

const overlapOf = (worker: string, a: Stop, b: Stop): Mistake => {
  const [first, second] = a.row < b.row ? [a, b] : [b, a]
  const who =
    a.person === b.person ? `twice with ${a.person}` : `with ${first.person} and ${second.person} at once`
  return { path: `row ${second.row}, start`, says: `${worker} was ${who}: see row ${first.row}` }
}
