import type { Figure, Step } from '../answer.ts'
import { pence } from '../money/pence.ts'
import type { IndicativeBudget, OnceLine } from './budget.ts'
import { modelReference } from './model.ts'
import type { PriceInForce } from './prices.ts'
import { MID, type NeedLevel, topicAt } from './slots.ts'
import { FORM_WORDS } from './support.ts'
import { at, figure, type Tables } from './tables.ts'
import * as say from './words.ts'

// What the reasons of all sums by one model have in common. Most words of a reason are the same for everybody who has the same
// topic at the same level: they are written when they are first asked for, and kept for as long as the model is laid out.

/** How a line says its price. */
export type PriceWords = {
  /** ` × £27.60 an hour for home care from an agency = ` */
  readonly times: string
  /** what an hour is counted at */
  readonly rate: Figure
  /** where the price is published */
  readonly stands: string
  /** why an hour counts more than its own price, where it does */
  readonly dearer: Step | undefined
}

/** Something that is bought once; a sum adds what it rests on. */
export type OnceWords = Omit<OnceLine, 'because' | 'restsOn'> & {
  readonly says: string
  readonly gives: Figure
  readonly from: string
}

/** By place: topic x 4 + level; the night's price by topic x 4 + cover. */
export type Phrases = {
  readonly tables: Tables
  readonly price: (PriceWords | undefined)[]
  readonly once: (readonly OnceWords[] | undefined)[]
  readonly model: IndicativeBudget['model']
  /** `Northmoor 2026-27 version 3, in force from 1 April 2026` */
  readonly inForce: string
}

const known = new WeakMap<Tables, Phrases>()

export function phrasesOf(tables: Tables): Phrases {
  const before = known.get(tables)
  if (before !== undefined) return before
  const { name, version, from } = tables.model
  const phrases: Phrases = {
    tables,
    price: [],
    once: [],
    model: { name, version, from },
    inForce: modelReference(tables.model, `in force from ${say.dayInWords(from)}`),
  }
  known.set(tables, phrases)
  return phrases
}

/** The price at a place, in words. */
export const priceWords = (phrases: Phrases, place: number, price: PriceInForce): PriceWords =>
  (phrases.price[place] ??= writePrice(phrases.tables, place, price))

function writePrice(tables: Tables, place: number, price: PriceInForce): PriceWords {
  const rate = figure(tables.rate, MID, place)
  const from = say.dayInWords(price.from)
  const isDearer = price.unit === 'hour' && rate > price.price
  const each = isDearer
    ? `${say.money(rate)} an hour`
    : `${say.money(price.price)} ${say.UNIT_WORDS[price.unit]}`
  return {
    times: ` × ${each} for ${FORM_WORDS[price.form]} = `,
    rate: {
      name: price.unit === 'night' ? 'price an hour, from the price of a night' : 'price an hour',
      value: rate,
      unit: 'pence-an-hour',
    },
    stands: price.own
      ? `This record’s own price from ${from}`
      : modelReference(tables.model, `price of ${price.form} by the ${price.unit} from ${from}`),
    dearer: isDearer
      ? {
          says: `By this record’s own prices a lesser need would cost more an hour than this one (${say.money(rate)}, not ${say.money(price.price)}). More need never gives less money, so the dearer price counts.`,
        }
      : undefined,
  }
}

/** What the model buys once for a topic at a level, in words. */
export const onceWords = (phrases: Phrases, slot: number, level: NeedLevel): readonly OnceWords[] =>
  (phrases.once[at(slot, level)] ??= writeOnce(phrases.tables, slot, level))

function writeOnce({ model }: Tables, slot: number, level: NeedLevel): readonly OnceWords[] {
  const topic = topicAt(slot)
  const { once: rows } = topic === 'night' ? model.nights.levels[level] : model.topics[topic][level]
  return rows.map((row, index) => ({
    id: rows.length === 1 ? `once-${topic}` : `once-${topic}-${index + 1}`,
    topic,
    what: row.what,
    form: row.form,
    once: pence<'once'>(row.price),
    low: pence<'once'>(row.low),
    high: pence<'once'>(row.high),
    says: `${row.what}: ${say.money(row.price)}, once. It is not part of the weekly sum. ${row.source}`,
    gives: { name: 'once', value: row.price, unit: 'pence-once' },
    from: modelReference(model, `${topic} at level ${level}, once`),
  }))
}
