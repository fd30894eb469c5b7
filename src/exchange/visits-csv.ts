import { createReadStream } from 'node:fs'
import { type Ledger, type VisitLog, every } from '../domain/contracts/ledger.ts'
import { type Span, touches } from '../domain/contracts/span.ts'
import { spansOfLog, sumVisits } from '../domain/contracts/visits.ts'
import type { Mistake } from '../record/mistakes.ts'
import { NotCsv, csvRows } from './csv-rows.ts'
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
/** Bytes that are read at once. */
const AT_ONCE = 1024 * 1024

const refused = (...mistakes: readonly Mistake[]): ReadVisits => ({ kind: 'refused', mistakes })

/** `care`: the log says what was given, and is paid by. `lengths`: the contract file does, and the log shows how long visits were. */
export type VisitsFor = 'care' | 'lengths'

/** The visits of a file, summed up for a period and for those that were settled from a log before it. */
export async function readVisitsFile(
  path: string,
  ledger: Ledger,
  period: Span,
  what: VisitsFor = 'care',
): Promise<ReadVisits> {
  const source = createReadStream(path, { highWaterMark: AT_ONCE })
  try {
    return await readVisits(source, ledger, period, what)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const says = error.code === 'ENOENT' ? 'there is no such file' : String(error.code)
    return refused({ path: 'file', says: `cannot be read: ${says}` })
  } finally {
    source.destroy()
  }
}

/** @param source the bytes or the text of a log, in pieces of any size */
export async function readVisits(
  source: AsyncIterable<Uint8Array | string>,
  ledger: Ledger,
  period: Span,
  what: VisitsFor = 'care',
): Promise<ReadVisits> {
  const spans = spansOfLog(ledger, period)
  const twice = every(ledger, 'delivered').find((each) => spans.some((span) => touches(each, span)))
  if (twice !== undefined && what === 'care')
    return refused({
      path: 'file',
      says: `${twice.id} gives the care of ${twice.from} to ${twice.to} already: it would be paid twice`,
    })
  const reading = readRows(ledger, period)
  try {
    for await (const rows of csvRows(source)) if (!rows.every(reading.take)) break
  } catch (error) {
    if (!(error instanceof NotCsv)) throw error
    return refused({ path: 'file', says: error.message })
  }
  const read = reading.end()
  return read.kind === 'visits' && what === 'lengths' ? { ...read, log: { ...read.log, care: [] } } : read
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

/** Numbers of a stop, one after another: a million of them as plain numbers take a quarter of the room of objects. */
const PARTS = 4

/** Where each worker was, and when: nobody is with two people at once. Times that touch do not overlap. */
function workerRounds() {
  const workers = new Map<string, number[]>()
  const people = new Map<string, number>()
  const numberOf = (person: string): number => {
    const known = people.get(person)
    if (known !== undefined) return known
    people.set(person, people.size)
    return people.size - 1
  }
  const overlapsOf = (
    worker: string,
    stops: readonly number[],
    names: readonly string[],
  ): readonly Mistake[] => {
    const found: Mistake[] = []
    const part = (at: number, of: number) => stops[at * PARTS + of] ?? 0
    const stopAt = (at: number): Stop => ({
      from: part(at, 0),
      to: part(at, 1),
      row: part(at, 2),
      person: names[part(at, 3)] ?? '',
    })
    const order = Array.from({ length: stops.length / PARTS }, (_, at) => at)
    order.sort((a, b) => part(a, 0) - part(b, 0) || a - b)
    let last = -1
    for (const at of order) {
      if (last >= 0 && part(at, 0) < part(last, 1)) found.push(overlapOf(worker, stopAt(last), stopAt(at)))
      if (last < 0 || part(at, 1) > part(last, 1)) last = at
    }
    return found
  }
  return {
    add: (worker: string, { from, to, row, person }: Stop) => {
      let stops = workers.get(worker)
      if (stops === undefined) {
        stops = []
        workers.set(worker, stops)
      }
      stops.push(from, to, row, numberOf(person))
    },
    overlaps: (): readonly Mistake[] => {
      const names = [...people.keys()]
      return [...workers]
        .flatMap(([worker, stops]) => overlapsOf(worker, stops, names))
        .toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
    },
  }
}

const overlapOf = (worker: string, a: Stop, b: Stop): Mistake => {
  const [first, second] = a.row < b.row ? [a, b] : [b, a]
  const who =
    a.person === b.person ? `twice with ${a.person}` : `with ${first.person} and ${second.person} at once`
  return { path: `row ${second.row}, start`, says: `${worker} was ${who}: see row ${first.row}` }
}
