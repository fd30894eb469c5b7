import type { NewVisit } from '../commissioning/contracts/store.ts'
import type { Ledger } from '../domain/contracts/ledger.ts'
import { dayOfMoment } from '../domain/dates/plain-date.ts'
import { csvRows } from './csv-rows.ts'
import { type Head, VISIT_COLUMNS, headOf } from './visit-row.ts'
import { readVisits } from './visits-csv.ts'

export type VisitsIn =
  | { readonly kind: 'visits'; readonly visits: readonly NewVisit[] }
  /** whole sentences, each with its row and column */
  | { readonly kind: 'refused'; readonly says: readonly string[] }

/** The columns of a log of visits, in the order in which a form names them. */
export const VISITS_COLUMNS = VISIT_COLUMNS

async function* whole(text: string): AsyncGenerator<string> {
  yield text
}

/**
 * Visits as call monitoring exports them, to be kept one by one. They are held to the same rules as a log that is settled from
 * (`readVisits`): one bad row refuses them all, with row and column named.
 */
export async function visitsIn(text: string, ledger: Ledger): Promise<VisitsIn> {
  const read = await readVisits(whole(text), ledger, ledger.span, 'lengths')
  if (read.kind === 'refused')
    return { kind: 'refused', says: read.mistakes.map(({ path, says }) => `${path}: ${says}`) }
  const visits: NewVisit[] = []
  let head: Head | undefined
  for await (const rows of csvRows(whole(text)))
    for (const cells of rows) {
      if (head === undefined) {
        const found = headOf(cells)
        if ('visit' in found) head = found
        continue
      }
      const visit = visitOf(cells, head)
      if (visit !== undefined) visits.push(visit)
    }
  return visits.length === 0
    ? {
        kind: 'refused',
        says: ['There are no visits in it: row 1 names the columns, and each row below is a visit.'],
      }
    : { kind: 'visits', visits }
}

/** A row that was found good, as it is; a visit with only one of its times has no log that shows how long it took. */
function visitOf(cells: readonly string[], head: Head): NewVisit | undefined {
  const cell = (column: keyof Head): string => (cells[head[column] ?? -1] ?? '').trim()
  const plannedStart = cell('planned_start')
  const on = dayOfMoment(plannedStart)
  if (cell('visit') === '' || on === undefined) return undefined
  const isWhole = cell('start') !== '' && cell('end') !== ''
  const state = cell('state')
  return {
    visit: cell('visit'),
    person: cell('person'),
    day: on,
    service: cell('service'),
    line: cell('line'),
    worker: cell('worker'),
    plannedStart,
    plannedEnd: cell('planned_end'),
    ...(isWhole ? { started: cell('start'), ended: cell('end') } : {}),
    state: isWhole ? 'made' : state === 'missed' || state === 'cancelled' ? state : 'no-log',
    agreed: Math.round(Number(cell('agreed_minutes'))),
  }
}
