import { pence } from '../../money/pence.ts'
import type { Planted } from './faults.ts'
import { type PlanLine, costed, lessened, totalOf } from './lines.ts'
import type { Sheet } from './sheet.ts'

/** A fault in a plan that is still to be issued. */
export type Pending = Omit<Planted, 'entries'>

const SPIKE = { from: 50_000, to: 58_000 }

export const gapOf = ({ who, faults }: Sheet): number => (who.cluedUp ? 0 : faults['clued-up-gap'])

/** What is planted in the lines of a plan: less for those who do not know how to ask, and sums that stop short of a limit. */
export function gamed(sheet: Sheet, lines: readonly PlanLine[], planted: Pending[]): readonly PlanLine[] {
  const gap = gapOf(sheet)
  const low = gap > 0 ? lessened(lines, gap) : lines
  if (gap > 0) planted.push({ fault: 'clued-up-gap', pence: totalOf(lines) - totalOf(low) })
  const total = totalOf(low)
  const trimmed = low.map((line, place) =>
    place === largestOf(low) ? shortened(line, total - SPIKE.from + 1) : line,
  )
  const isNear = total > SPIKE.from && total <= SPIKE.to && totalOf(trimmed) < SPIKE.from
  if (!isNear || !sheet.plants('threshold-spike')) return priced(sheet, low, planted)
  planted.push({ fault: 'threshold-spike', pence: total - totalOf(trimmed) })
  return priced(sheet, trimmed, planted)
}

const largestOf = (lines: readonly PlanLine[]): number => {
  const hours = lines.map(({ unit, weekly }) => (unit === 'hour' ? weekly : 0))
  return hours.indexOf(pence<'week'>(Math.max(...hours)))
}

/** A line that costs at least so much less, in quarters of an hour. */
const shortened = (line: PlanLine, less: number): PlanLine => {
  const off = Math.ceil(less / (line.price / 4)) / 4
  return line.unit === 'hour' && line.amount > off ? costed({ ...line, amount: line.amount - off }) : line
}

const LOW_PRICE = 1450

function priced(sheet: Sheet, lines: readonly PlanLine[], planted: Pending[]): readonly PlanLine[] {
  const isOwn = lines.some(({ way }) => way === 'direct-payment')
  if (!isOwn || !sheet.plants('low-price')) return lines
  planted.push({ fault: 'low-price' })
  return lines.map((line) =>
    line.way === 'direct-payment' ? costed({ ...line, price: pence<'unit'>(LOW_PRICE) }) : line,
  )
}
