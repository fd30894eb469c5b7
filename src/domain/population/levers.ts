import type { LevelRow, Model, PriceRow, UnitPrice } from '../allocation/model.ts'
import { crossChecks } from '../allocation/model-checks.ts'
import { NEED_LEVELS } from '../allocation/slots.ts'
import { FORM_WORDS } from '../allocation/support.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { priceInForce } from '../allocation/prices.ts'
import { LADDER } from '../outcomes/ladder.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES, TOPIC_WORDS } from '../outcomes/topics.ts'

// What of a published model can be moved to see what it would do: its prices, a weight, its rules. The same functions serve
// the page, the form and the slider in the browser, so that all three try the same model.

/** Something that can be moved. `now`, `least` and `most` are pounds, per cent or minutes. */
export type Lever = {
  readonly key: string
  readonly kind: 'price' | 'contingency' | 'typical' | 'awake'
  readonly says: string
  readonly unit: string
  readonly now: number
  readonly least: number
  readonly most: number
  readonly step: number
  /** moving it changes hours and not only prices, so that everybody is laid out anew */
  readonly movesHours: boolean
}

/** Where levers stand that were moved, by their key. */
export type Moves = ReadonlyMap<string, number>

const NIGHT_WORDS = { 'sleep-in': ', asleep in the house at night', waking: ', awake at night' } as const

const inForce = (model: Model, on: PlainDate): readonly PriceRow[] => {
  const last = new Map<string, PriceRow>()
  for (const row of model.prices) {
    const key = keyOf(row)
    const known = last.get(key)
    if (row.unit === 'hour' && row.from <= on && (known === undefined || row.from >= known.from)) {
      last.set(key, row)
    }
  }
  return [...last.values()]
}

const keyOf = ({ form, night }: Pick<PriceRow, 'form' | 'night'>): string =>
  night === undefined ? form : `${form}-${night}`

/** Only what a person's own sum is made of: a carer's own sum is another matter. */
const isUsed = (model: Model, row: PriceRow): boolean =>
  row.night !== undefined
    ? row.form === model.nights.form
    : ADULT_OUTCOMES.some((topic) =>
        NEED_LEVELS.some((level) => model.topics[topic][level].form === row.form),
      )

const penny = (n: number): number => Math.round(n * 100) / 100

/** Half as much to half as much again. */
const around = (now: number): Pick<Lever, 'least' | 'most'> => ({
  least: penny(now / 2),
  most: penny(now * 1.5),
})

/** Every lever of a model, with where it stands on a day. */
export function leversOf(model: Model, on: PlainDate): readonly Lever[] {
  const prices = inForce(model, on)
    .filter((row) => isUsed(model, row))
    .map((row): Lever => {
      const now = row.price / 100
      const says = `${FORM_WORDS[row.form]}${row.night === undefined ? '' : NIGHT_WORDS[row.night]}`
      return {
        key: keyOf(row),
        kind: 'price',
        says: `${says.charAt(0).toUpperCase()}${says.slice(1)}`,
        unit: 'pounds an hour',
        now,
        ...around(now),
        step: 0.05,
        movesHours: false,
      }
    })
  return [
    ...prices,
    {
      key: 'contingency',
      kind: 'contingency',
      says: 'For good days and bad days, on top of the week',
      unit: 'per cent',
      now: model['contingency-percent'],
      least: 0,
      most: 25,
      step: 0.5,
      movesHours: false,
    },
    {
      key: 'typical',
      kind: 'typical',
      says: 'Typical minutes, where nobody said how long',
      unit: 'per cent of what is published',
      now: 100,
      least: 50,
      most: 150,
      step: 1,
      movesHours: true,
    },
    {
      key: 'awake',
      kind: 'awake',
      says: 'Minutes awake from which a night counts as a waking night',
      unit: 'minutes',
      now: model.nights['awake-from-minutes'],
      least: 0,
      most: 240,
      step: 5,
      movesHours: true,
    },
  ]
}

const moved = (model: Model, on: PlainDate, moves: Moves): Model['prices'] => {
  const rows = new Set(inForce(model, on))
  return model.prices.map((row) => {
    const to = rows.has(row) ? moves.get(keyOf(row)) : undefined
    if (to === undefined) return row
    const price: UnitPrice = pence<'hour'>(Math.round(to * 100))
    return {
      ...row,
      price,
      low: row.low < price ? row.low : price,
      high: row.high > price ? row.high : price,
    }
  })
}

type Topics = Model['topics']

function stretched(topics: Topics, percent: number): Topics {
  const stretch = (row: LevelRow): LevelRow => ({
    ...row,
    typical:
      row.typical === null
        ? null
        : { ...row.typical, minutes: Math.min(1440, (row.typical.minutes * percent) / 100) },
  })
  const all: { -readonly [Topic in keyof Topics]: Topics[Topic] } = { ...topics }
  for (const topic of [...ADULT_OUTCOMES, ...CARER_OUTCOMES]) {
    const levels = topics[topic]
    all[topic] = {
      0: stretch(levels[0]),
      1: stretch(levels[1]),
      2: stretch(levels[2]),
      3: stretch(levels[3]),
    }
  }
  return all
}

/** The model with its levers moved; itself where none is. */
export function modelWith(model: Model, on: PlainDate, moves: Moves): Model {
  if (moves.size === 0) return model
  const typical = moves.get('typical')
  const awake = moves.get('awake')
  return {
    ...model,
    prices: moved(model, on, moves),
    topics: typical === undefined ? model.topics : stretched(model.topics, typical),
    nights: awake === undefined ? model.nights : { ...model.nights, 'awake-from-minutes': awake },
    'contingency-percent': moves.get('contingency') ?? model['contingency-percent'],
  }
}

/** Why a model with its levers moved may not be used: it would break a promise that every model keeps. */
export const brokenBy = (model: Model): readonly string[] => crossChecks(model).map(({ says }) => says)

/** The first place where an hour for less need would cost more than one for more: what a moved price most easily does. */
function dearerForLess(model: Model, on: PlainDate): string | undefined {
  const priceOf = (form: LevelRow['form']) => priceInForce(model, [], { form, unit: 'hour' }, on)
  for (const topic of [...ADULT_OUTCOMES, ...CARER_OUTCOMES]) {
    for (const level of NEED_LEVELS) {
      const more = NEED_LEVELS.find((other) => other === level - 1)
      if (more === undefined) continue
      const [less, most] = [model.topics[topic][level].form, model.topics[topic][more].form]
      const [upper, lower] = [priceOf(less), priceOf(most)]
      if (upper === undefined || lower === undefined || upper.price <= lower.price) continue
      const priced = (form: LevelRow['form'], price: number) =>
        `priced as ${FORM_WORDS[form]}, £${(price / 100).toFixed(2)} an hour`
      return `${TOPIC_WORDS[topic]}: “${LADDER[more]}” needs more help than “${LADDER[level]}”. It would be ${priced(most, lower.price)}; the other is ${priced(less, upper.price)}.`
    }
  }
  return undefined
}

/** Why a moved model is not worked with, as a reader of the what-if page can follow it; undefined where nothing speaks against it. */
export function whyNot(model: Model, on: PlainDate): string | undefined {
  const [broken] = brokenBy(model)
  return broken === undefined
    ? undefined
    : `Nothing was moved, as more need must never give less money. ${dearerForLess(model, on) ?? broken}`
}

/** As far as a figure may be typed: what lies beyond is surely a slip. A slider goes less far. */
const MOST: Readonly<Record<Lever['kind'], readonly [least: number, most: number]>> = {
  price: [0.01, 500],
  contingency: [0, 100],
  typical: [10, 300],
  awake: [0, 540],
}

/** What somebody typed for a lever; undefined where it is no figure that fits. */
export function figureTyped({ kind }: Lever, typed: string): number | undefined {
  const text = typed.replaceAll(/[£%,\s]/g, '')
  if (!/^\d{1,6}(?:\.\d{1,2})?$/.test(text)) return undefined
  const [least, most] = MOST[kind]
  const figure = Number(text)
  return figure >= least && figure <= most ? figure : undefined
}

/** Said where somebody typed what is no figure for a lever. */
export function noFigure({ kind }: Lever): string {
  const [least, most] = MOST[kind]
  return kind === 'price'
    ? `enter an amount between £0.01 and £${most}, such as 27.60`
    : `enter a number from ${least} to ${most}`
}

/** A lever's figure as people read it: `£27.60 an hour`, `5 per cent`. */
export const standInWords = ({ kind, unit }: Lever, at: number): string =>
  kind === 'price' ? `£${at.toFixed(2)} an hour` : `${penny(at)} ${unit}`

/** Said where a slider can go no further. */
export function endInWords(lever: Lever, at: number): string | undefined {
  if (at > lever.least && at < lever.most) return undefined
  const end = at <= lever.least ? 'low' : 'high'
  return `This is as ${end} as it goes here: ${standInWords(lever, at)}.`
}
