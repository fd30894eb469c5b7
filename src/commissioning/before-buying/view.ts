import { type Assumptions, breakEven } from '../../domain/contracts/before-buying/assumptions.ts'
import { BEHAVIOURS, type Behaviour } from '../../domain/contracts/before-buying/behaviours.ts'
import type { Cell, Range } from '../../domain/contracts/before-buying/ranges.ts'
import { WAYS, type Way } from '../../domain/contracts/before-buying/ways.ts'
import { poundsOf, roundToPenny } from '../../domain/money/pence.ts'

const GROUP = /\B(?=(\d{3})+$)/g

/** `£4.11m`, `£212,000`, `−£160,000`: as near as figures of invented people deserve. */
export function nearly(amount: number): string {
  const pounds = Math.abs(amount) / 100
  const sign = amount < 0 ? '−' : ''
  if (pounds >= 995_000) return `${sign}£${(Math.round(pounds / 10_000) / 100).toFixed(2)}m`
  const thousands = Math.round(pounds / 1000) * 1000
  return thousands === 0 ? '£0' : `${sign}£${String(thousands).replace(GROUP, ',')}`
}

/** `£34,200`: what one outcome cost, to the hundred pounds. */
export const nearlyEach = (amount: number): string =>
  `£${String(Math.round(amount / 10_000) * 100).replace(GROUP, ',')}`

export const percent = (share: number): string => `${Math.round(share * 100)}%`

export const whole = (count: number): string => String(Math.round(count))

export const inRange = (range: Range, shown: (value: number) => string): string =>
  shown(range.low) === shown(range.high)
    ? shown(range.middle)
    : `${shown(range.middle)} (${shown(range.low)} to ${shown(range.high)})`

export const cellFor = (cells: readonly Cell[], way: Way, behaviour: Behaviour): Cell => {
  const found = cells.find((cell) => cell.way === way && cell.behaviour === behaviour)
  if (found === undefined) throw new RangeError(`Nothing was run for ${way} with ${behaviour}.`)
  return found
}

/** What bad behaviour brings the provider that gains most by it, and how often the figures of the contract show it. */
export type Temptation = { readonly behaviour: Behaviour; readonly cell: Cell }

/** Less than this in the middle is no reason to do anything: it is how rounding and one person more or less fall. */
const WORTH_IT = 0.005

/** The behaviour that pays best, where one pays better than behaving well by half a per cent of what is paid or more. */
export function temptation(cells: readonly Cell[], way: Way): Temptation | undefined {
  const paid = cellFor(cells, way, 'well').paid.middle
  const [best] = BEHAVIOURS.filter((behaviour) => behaviour !== 'well')
    .map((behaviour) => ({ behaviour, cell: cellFor(cells, way, behaviour) }))
    .toSorted((a, b) => b.cell.extra.middle - a.cell.extra.middle)
  return best !== undefined && best.cell.extra.middle >= WORTH_IT * paid ? best : undefined
}

/** Of the four kinds of bad behaviour, those that the contract’s figures show in at least nine runs of ten. */
export const seen = (cells: readonly Cell[], way: Way): readonly Behaviour[] =>
  BEHAVIOURS.filter((behaviour) => {
    const { flagged, seeds } = cellFor(cells, way, behaviour)
    return behaviour !== 'well' && flagged >= 0.9 * seeds
  })

/** The ends of a scale on which all of them have their place, with nought on it. */
export function ends(ranges: readonly Range[]): { readonly from: number; readonly to: number } {
  const high = Math.max(0, ...ranges.map((range) => range.high))
  const low = Math.min(0, ...ranges.map((range) => range.low))
  const air = (high - low) * 0.05
  return { from: low < 0 ? low - air : 0, to: high + air }
}

const inPounds = (amount: number): number => poundsOf(roundToPenny<'once'>(amount))

const pounds = ({ low, middle, high }: Range): Range => ({
  low: inPounds(low),
  middle: inPounds(middle),
  high: inPounds(high),
})

const rounded = (range: Range): Range => ({
  low: Math.round(range.low * 1000) / 1000,
  middle: Math.round(range.middle * 1000) / 1000,
  high: Math.round(range.high * 1000) / 1000,
})

/** Everything that the pages show, as one document: money in pounds, shares from 0 to 1. */
export const documentOf = (assumed: Assumptions, cells: readonly Cell[]): object => ({
  format: 'roundtable/before-buying@1',
  says: 'Invented people and invented providers. Ranges hold eight of ten seeds; the middle is the median.',
  assumed: {
    ...assumed,
    sustainable: poundsOf(assumed.sustainable),
    price: poundsOf(assumed.price),
    'outcome-fee-price': poundsOf(breakEven(assumed)),
  },
  ways: WAYS.map((way) => ({
    way,
    with: cells
      .filter((cell) => cell.way === way)
      .map((cell) => ({
        behaviour: cell.behaviour,
        seeds: cell.seeds,
        cost: pounds(cell.cost),
        paid: pounds(cell.paid),
        held: pounds(cell.held),
        elsewhere: pounds(cell.elsewhere),
        left: pounds(cell.left),
        extra: pounds(cell.extra),
        'share-of-hours-given': rounded(cell.given),
        reached: cell.reached,
        'said-to-be-reached': cell.said,
        'left-without': cell.without,
        'cost-for-each-reached': pounds(cell.each),
        flagged: cell.flagged,
        flags: Object.fromEntries(cell.flags),
      })),
  })),
})
