import type { Model } from '../../domain/allocation/model.ts'
import type { PointsModel } from '../../domain/allocation/points.ts'
import { dateInWords, type PlainDate } from '../../domain/dates/plain-date.ts'
import { inWords, pence } from '../../domain/money/pence.ts'
import type { Accuracy, AccuracyTable } from '../../domain/population/accuracy.ts'
import type { Calibration, CurveCalibration, Fitted, FittedModel } from '../../domain/population/calibrate.ts'
import { DIVISIONS, type Division, groupInWords } from '../../domain/population/groups.ts'
import { queryOf } from './view-what-if.ts'
import { words as modelWords } from './words-model.ts'
import { words } from './words-calibration.ts'

/** What was worked out, and of what. */
export type Calibrated = {
  readonly on: PlainDate
  readonly prices: Calibration | undefined
  readonly curve: CurveCalibration | undefined
}

const percent = (share: number): string => `${Math.round(share * 100)}%`
const money = (n: number): string => inWords(pence<'week'>(Math.round(n)))

/** A row of the table of prices: what it is of, and the three prices; `held` where none could be fitted. */
export type PriceRow = {
  readonly says: string
  readonly held: boolean
  readonly inForce: string
  readonly nearest: string
  readonly enough: string
}

const priceAt = (fitted: Fitted | undefined, place: number): string =>
  fitted === undefined ? words.none : money(fitted.prices[place] ?? Number.NaN)

export const priceRows = ({ kinds, leastSquares, enough }: Calibration): readonly PriceRow[] =>
  kinds.map(({ words: says, inForce, held }, place) => ({
    says,
    held,
    inForce: money(inForce),
    nearest: priceAt(leastSquares, place),
    enough: priceAt(enough, place),
  }))

export const curveRows = ({
  points,
  curve,
  held,
  leastSquares,
  enough,
}: CurveCalibration): readonly PriceRow[] =>
  points.map((knot, place) => ({
    says: String(knot),
    held: place > 0 && held[place] === true,
    inForce: money(curve[place] ?? 0),
    nearest: priceAt(leastSquares, place),
    enough: priceAt(enough, place),
  }))

/** The three side by side. */
type Three<T> = readonly [inForce: T, nearest: T, enough: T]

const three = <T>(
  found: Pick<Calibration | CurveCalibration, 'inForce' | 'leastSquares' | 'enough'>,
  of: (table: AccuracyTable | undefined) => T,
): Three<T> => [of(found.inForce), of(found.leastSquares?.accuracy), of(found.enough?.accuracy)]

const MEASURES: readonly (readonly [string, (accuracy: Accuracy) => string])[] = [
  [modelWords.half, ({ medianShareOff }) => percent(medianShareOff)],
  [modelWords.mean, ({ meanError }) => `${money(Math.round(meanError / 100) * 100)} a week`],
  [modelWords.bias, ({ bias }) => percent(bias)],
  [modelWords.within10, ({ within10 }) => percent(within10)],
  [modelWords.within20, ({ within20 }) => percent(within20)],
  [modelWords.enough, ({ sufficient }) => percent(sufficient)],
  [modelWords.slope, ({ slope }) => `£${slope.toFixed(2)}`],
]

const DASH = '–'

/** Every figure of accuracy on later plans, three times. */
export const nearRows = (
  found: Pick<Calibration | CurveCalibration, 'inForce' | 'leastSquares' | 'enough'>,
): readonly (readonly [string, ...Three<string>])[] =>
  MEASURES.map(([says, of]) => [
    says,
    ...three(found, (table) => (table?.all === undefined ? DASH : of(table.all))),
  ])

export type GroupRow = { readonly group: string; readonly people: number; readonly figures: Three<string> }

/** The same by group: all sums as a share of all costs, and for how many the sum was enough. */
export const groupRows = (
  found: Pick<Calibration, 'inForce' | 'leastSquares' | 'enough'>,
): readonly { readonly division: Division; readonly groups: readonly GroupRow[] }[] =>
  DIVISIONS.flatMap((division) => {
    const groups = found.inForce.groups
      .filter((group) => group.division === division)
      .map(
        (one): GroupRow => ({
          group: groupInWords(division, one.group),
          people: one.people,
          figures: three(found, (table) => {
            const same = table?.groups.find((each) => each.division === division && each.group === one.group)
            return same === undefined ? DASH : `${percent(same.bias)}, enough for ${percent(same.sufficient)}`
          }),
        }),
      )
    return groups.length === 0 ? [] : [{ division, groups }]
  })

/** Where the what-if page tries these prices; undefined where the model would break a promise. */
export function tryAt(model: Model, found: Calibration, fitted: FittedModel | undefined): string | undefined {
  if (fitted === undefined || fitted.broken.length > 0) return undefined
  const moves = found.kinds.flatMap(({ id, inForce }, place) => {
    const price = fitted.prices[place] ?? inForce
    return price === inForce ? [] : [[id, price / 100] as const]
  })
  return moves.length === 0 ? undefined : `/insight/what-if?${queryOf(model, new Map(moves))}`
}

export const FILES = ['nearest.yaml', 'enough.yaml', 'curve-nearest.yaml', 'curve-enough.yaml'] as const
export type FileName = (typeof FILES)[number]

/** A model with fitted figures, to be written as a file. */
export type Draft =
  | { readonly kind: 'built-up'; readonly model: Model }
  | { readonly kind: 'points'; readonly model: PointsModel }

/** What stands where somebody looks for the source of a fitted price. */
const sourceOf = (found: Calibration, aim: 'nearest' | 'enough'): string =>
  `Fitted to ${found.fittedOn} plans agreed before ${dateInWords(found.since)}: ${
    aim === 'nearest' ? words.nearestWhy : words.enoughWhy
  } A draft that nobody has decided on.`

const nameOf = (name: string): string => `${name}, fitted to agreed plans (a draft)`

/** The model of a file; undefined where there is none, or it would break a promise. */
export function draftOf(
  { prices, curve }: Calibrated,
  inForce: Model,
  points: PointsModel | undefined,
  name: FileName,
): Draft | undefined {
  const aim = name.endsWith('enough.yaml') ? 'enough' : 'nearest'
  if (name === 'nearest.yaml' || name === 'enough.yaml') {
    const fitted = aim === 'enough' ? prices?.enough : prices?.leastSquares
    if (prices === undefined || fitted === undefined || fitted.broken.length > 0) return undefined
    const { model } = fitted
    const rows = model.prices.map((row, place) => {
      if (row.price === inForce.prices[place]?.price) return row
      const { url: _, ...rest } = row
      return { ...rest, source: sourceOf(prices, aim) }
    })
    return { kind: 'built-up', model: { ...model, name: nameOf(model.name), prices: rows } }
  }
  const fitted = aim === 'enough' ? curve?.enough : curve?.leastSquares
  return fitted === undefined || points === undefined
    ? undefined
    : {
        kind: 'points',
        model: {
          ...points,
          name: nameOf(points.name),
          money: {
            by: 'curve',
            curve: (curve?.points ?? []).map((knot, place) => ({
              points: knot,
              weekly: pence<'week'>(fitted.prices[place] ?? 0),
            })),
          },
        },
      }
}

/** The files that there are. */
export const filesOf = (
  found: Calibrated,
  inForce: Model,
  points: PointsModel | undefined,
): readonly FileName[] => FILES.filter((name) => draftOf(found, inForce, points, name) !== undefined)
