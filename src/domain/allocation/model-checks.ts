import { ADULT_OUTCOMES, type AdultOutcome, CARER_OUTCOMES, type CarerOutcome } from '../outcomes/topics.ts'
import type { LevelRow, Model, ModelError, NightLevelRow } from './model.ts'
import { priceInForce, type Priced } from './prices.ts'
import { NEED_LEVELS, type NeedLevel } from './slots.ts'

/** The promises of a model that no single key can show. An empty list means that all of them hold. */
export function crossChecks(model: Model): readonly ModelError[] {
  return [
    ...pricesStand(model),
    ...onceStands(model),
    ...pricesAreThere(model),
    ...moreNeedNeverLess(model),
    ...nightsNeverLess(model),
    ...travelOnce(model),
    ...helpOrder(model),
  ]
}

const TOPICS: readonly (AdultOutcome | CarerOutcome)[] = [...ADULT_OUTCOMES, ...CARER_OUTCOMES]
const LOWER = NEED_LEVELS.flatMap((level) =>
  level === 0 ? [] : [{ level, below: NEED_LEVELS[level - 1] ?? level }],
)

function inOrder(path: string, row: { low: number; price: number; high: number }): readonly ModelError[] {
  const errors: ModelError[] = []
  if (row.low > row.price) errors.push({ path: `${path}.low`, says: 'The low price is above the price.' })
  if (row.price > row.high) errors.push({ path: `${path}.high`, says: 'The high price is below the price.' })
  return errors
}

function pricesStand(model: Model): readonly ModelError[] {
  const seen = new Set<string>()
  return model.prices.flatMap((row, index) => {
    const path = `prices.${index}`
    const errors = [...inOrder(path, row)]
    const key = [row.form, row.unit, row.night ?? 'day', row.from].join(' ')
    if (seen.has(key))
      errors.push({ path, says: `There are two prices for the same thing from the same day: ${key}.` })
    seen.add(key)
    if (row.night !== undefined && row.unit !== 'hour') {
      errors.push({
        path: `${path}.unit`,
        says: 'Night cover is priced by the hour; the model says how long a night is.',
      })
    }
    if (row.night === undefined && row.unit === 'night') {
      errors.push({
        path: `${path}.unit`,
        says: 'Say whether the night is a sleep-in or waking, and price it by the hour.',
      })
    }
    return errors
  })
}

/** Everything that a line can be priced as, with the place that asks for it. */
function wanted(model: Model): readonly (Priced & { path: string })[] {
  return [
    ...TOPICS.flatMap((topic) =>
      NEED_LEVELS.map((level) => ({
        path: `topics.${topic}.${level}.form`,
        form: model.topics[topic][level].form,
        unit: 'hour' as const,
      })),
    ),
    ...(['sleep-in', 'waking'] as const).map((night) => ({
      path: 'nights.form',
      form: model.nights.form,
      unit: 'hour' as const,
      night,
    })),
    ...model.travel.map(({ form, unit }, index) => ({ path: `travel.${index}.form`, form, unit })),
  ]
}

function pricesAreThere(model: Model): readonly ModelError[] {
  return wanted(model)
    .filter((priced) => priceInForce(model, [], priced, model.from) === undefined)
    .map(({ path, form, unit, night }) => ({
      path,
      says: `No price is published on ${model.from} for ${form}${night ? ` (${night})` : ''} by the ${unit}.`,
    }))
}

/** The days on which some price changes, from the model's first day on. */
const priceDays = (model: Model) => [
  ...new Set([model.from, ...model.prices.map((row) => row.from).filter((from) => from > model.from)]),
]

type Ends = { readonly low: number; readonly price: number; readonly high: number }
const rises = (upper: Ends, lower: Ends): keyof Ends | undefined =>
  (['low', 'price', 'high'] as const).find((end) => upper[end] > lower[end])

const onceOf = (row: LevelRow | NightLevelRow): Ends => ({
  low: row.once.reduce((total, { low }) => total + low, 0),
  price: row.once.reduce((total, { price }) => total + price, 0),
  high: row.once.reduce((total, { high }) => total + high, 0),
})

const pair = (level: NeedLevel, below: NeedLevel) =>
  `level ${level} than level ${below}, where more help is needed`

function moreNeedNeverLess(model: Model): readonly ModelError[] {
  const days = priceDays(model)
  return TOPICS.flatMap((topic) =>
    LOWER.flatMap(({ level, below }) => {
      const path = `topics.${topic}.${level}`
      const [upper, lower] = [model.topics[topic][level], model.topics[topic][below]]
      const errors: ModelError[] = [...onceNeverLess(path, upper, lower, pair(level, below))]
      if ((upper.typical === null) !== (lower.typical === null)) {
        const says =
          'Publish typical support for every level of a topic, or for none: else levels cannot be compared.'
        errors.push({ path: `${path}.typical`, says })
      }
      for (const part of ['times', 'minutes', 'helpers'] as const) {
        if (upper.typical && lower.typical && upper.typical[part] > lower.typical[part]) {
          errors.push({ path: `${path}.typical.${part}`, says: `More ${part} at ${pair(level, below)}.` })
        }
      }
      const dearer = days.find((on) => {
        const upperPrice = priceInForce(model, [], { form: upper.form, unit: 'hour' }, on)
        const lowerPrice = priceInForce(model, [], { form: lower.form, unit: 'hour' }, on)
        return upperPrice && lowerPrice && rises(upperPrice, lowerPrice) !== undefined
      })
      if (dearer !== undefined) {
        const says = `From ${dearer} an hour of ${upper.form} costs more at ${pair(level, below)} (${lower.form}).`
        errors.push({ path: `${path}.form`, says })
      }
      return errors
    }),
  )
}

function onceNeverLess(
  path: string,
  upper: LevelRow | NightLevelRow,
  lower: LevelRow | NightLevelRow,
  where: string,
): readonly ModelError[] {
  const end = rises(onceOf(upper), onceOf(lower))
  return end === undefined
    ? []
    : [{ path: `${path}.once`, says: `Once-only costs (${end}) are higher at ${where}.` }]
}

function onceStands(model: Model): readonly ModelError[] {
  const at = (path: string, row: LevelRow | NightLevelRow) =>
    row.once.flatMap((once, index) => inOrder(`${path}.once.${index}`, once))
  return NEED_LEVELS.flatMap((level) => [
    ...TOPICS.flatMap((topic) => at(`topics.${topic}.${level}`, model.topics[topic][level])),
    ...at(`nights.levels.${level}`, model.nights.levels[level]),
  ])
}

function nightsNeverLess(model: Model): readonly ModelError[] {
  const { levels, form } = model.nights
  const errors: ModelError[] = LOWER.flatMap(({ level, below }) => {
    const path = `nights.levels.${level}`
    const [upper, lower] = [levels[level], levels[below]]
    const found: ModelError[] = [...onceNeverLess(path, upper, lower, pair(level, below))]
    if (upper.cover === 'waking' && lower.cover === 'sleep-in') {
      found.push({
        path: `${path}.cover`,
        says: `A waking night at ${pair(level, below)}, who gets only a sleep-in.`,
      })
    }
    if ((upper.typical === null) !== (lower.typical === null)) {
      found.push({ path: `${path}.typical`, says: 'Publish typical nights for every level, or for none.' })
    }
    for (const part of ['nights', 'helpers'] as const) {
      if (upper.typical && lower.typical && upper.typical[part] > lower.typical[part]) {
        found.push({ path: `${path}.typical.${part}`, says: `More ${part} at ${pair(level, below)}.` })
      }
    }
    return found
  })
  const dearer = priceDays(model).find((on) => {
    const asleep = priceInForce(model, [], { form, unit: 'hour', night: 'sleep-in' }, on)
    const awake = priceInForce(model, [], { form, unit: 'hour', night: 'waking' }, on)
    return asleep && awake && rises(asleep, awake) !== undefined
  })
  if (dearer !== undefined) {
    errors.push({ path: 'nights.form', says: `From ${dearer} a sleep-in costs more than a waking night.` })
  }
  return errors
}

function travelOnce(model: Model): readonly ModelError[] {
  const seen = new Set<string>()
  return model.travel.flatMap((row, index) =>
    row.topics.flatMap((topic, place) => {
      const twice = seen.has(topic)
      seen.add(topic)
      return twice
        ? [{ path: `travel.${index}.topics.${place}`, says: `Travel for ${topic} is counted twice.` }]
        : []
    }),
  )
}

function helpOrder(model: Model): readonly ModelError[] {
  const { order } = model['unpaid-help']
  const missing = ADULT_OUTCOMES.filter((topic) => !order.includes(topic))
  const twice = order.filter((topic, index) => order.indexOf(topic) !== index)
  return [
    ...missing.map((topic) => ({ path: 'unpaid-help.order', says: `${topic} is not in the order.` })),
    ...twice.map((topic) => ({ path: 'unpaid-help.order', says: `${topic} is in the order twice.` })),
  ]
}
