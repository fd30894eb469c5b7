import { readFile } from 'node:fs/promises'
import { BEHAVIOURS } from '../domain/contracts/before-buying/behaviours.ts'
import type { Run } from '../domain/contracts/before-buying/run.ts'
import { WAYS } from '../domain/contracts/before-buying/ways.ts'
import { FLAGS } from '../domain/integrity/flag.ts'
import { pence, penceFromPounds, poundsOf } from '../domain/money/pence.ts'

// Every run of “before buying” as a row: what a page reads, and what somebody takes away to look at for themselves.

/** Money is pounds, hours are hours of the year; `flags` are separated by spaces. */
const COLUMNS = [
  'way',
  'behaviour',
  'seed',
  'paid',
  'held',
  'elsewhere',
  'left',
  'planned',
  'given',
  'reached',
  'said',
  'without',
  'flags',
] as const

export const runsToCsv = (runs: readonly Run[]): string =>
  [
    COLUMNS.join(','),
    ...runs.map((run) =>
      [
        run.way,
        run.behaviour,
        run.seed,
        ...[run.paid, run.held, run.elsewhere, run.left].map((amount) => poundsOf(amount).toFixed(2)),
        run.planned,
        run.given,
        run.reached,
        run.said,
        run.without,
        run.flags.join(' '),
      ].join(','),
    ),
    '',
  ].join('\n')

/** @throws RangeError with the row where the text is not what `runsToCsv` writes */
export function runsFromCsv(text: string): readonly Run[] {
  const [head = '', ...rows] = text.trimEnd().split(/\r?\n/)
  if (head !== COLUMNS.join(',')) throw new RangeError('Row 1 does not name the columns of before buying.')
  return rows.map((row, index) => {
    const run = runFrom(row)
    if (run === undefined) throw new RangeError(`Row ${index + 2} is not a run of before buying.`)
    return run
  })
}

function runFrom(row: string): Run | undefined {
  const cells = row.split(',')
  const cell = (column: (typeof COLUMNS)[number]): string => cells[COLUMNS.indexOf(column)] ?? ''
  const way = WAYS.find((each) => each === cell('way'))
  const behaviour = BEHAVIOURS.find((each) => each === cell('behaviour'))
  const [paid, held, elsewhere, left] = (['paid', 'held', 'elsewhere', 'left'] as const).map((column) =>
    penceFromPounds<'once'>(Number(cell(column))),
  )
  const counts = (['seed', 'planned', 'given', 'reached', 'said', 'without'] as const).map((column) =>
    Number(cell(column)),
  )
  const [seed, planned, given, reached, said, without] = counts
  if (
    way === undefined ||
    behaviour === undefined ||
    paid === undefined ||
    held === undefined ||
    elsewhere === undefined ||
    left === undefined ||
    seed === undefined ||
    planned === undefined ||
    given === undefined ||
    reached === undefined ||
    said === undefined ||
    without === undefined ||
    cells.length !== COLUMNS.length ||
    counts.some((count) => !Number.isFinite(count))
  )
    return undefined
  const flags = cell('flags')
    .split(' ')
    .flatMap((name) => FLAGS.find((flag) => flag === name) ?? [])
  const cost = pence<'once'>(paid + elsewhere)
  return {
    way,
    behaviour,
    seed,
    paid,
    held,
    elsewhere,
    cost,
    left,
    planned,
    given,
    reached,
    said,
    without,
    flags,
  }
}

export const runsFrom = async (path: string): Promise<readonly Run[]> =>
  runsFromCsv(await readFile(path, 'utf8'))
