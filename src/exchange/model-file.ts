import { CORE_SCHEMA, dump } from 'js-yaml'
import type { LevelRow, Model, NightLevelRow, OnceRow, PriceRow } from '../domain/allocation/model.ts'
import type { PointsModel } from '../domain/allocation/points.ts'
import { poundsOf, pence } from '../domain/money/pence.ts'
import type { AnyModel } from '../domain/population/what-if.ts'

// A model written down as the file that a council publishes: the same keys, money in pounds. What is written here is read again
// by `published-model.ts`, and gives the same model.

const pounds = (amount: number): number => poundsOf(pence<'once'>(amount))

const ends = ({ low, price, high }: Pick<PriceRow | OnceRow, 'low' | 'price' | 'high'>) => ({
  low: pounds(low),
  price: pounds(price),
  high: pounds(high),
})

const withOnce = ({ once, ...row }: LevelRow | NightLevelRow): object =>
  once.length === 0 ? row : { ...row, once: once.map((each) => ({ ...each, ...ends(each) })) }

const levels = (rows: Readonly<Record<string, LevelRow | NightLevelRow>>): object =>
  Object.fromEntries(Object.entries(rows).map(([level, row]) => [level, withOnce(row)]))

const builtUp = ({ prices, topics, nights, ...model }: Model): object => ({
  ...model,
  prices: prices.map((row) => ({ ...row, ...ends(row) })),
  topics: Object.fromEntries(Object.entries(topics).map(([topic, rows]) => [topic, levels(rows)])),
  nights: { ...nights, levels: levels(nights.levels) },
})

const byPoints = ({ money, ...model }: PointsModel): object => ({
  ...model,
  money:
    money.by === 'curve'
      ? { ...money, curve: money.curve.map(({ points, weekly }) => ({ points, weekly: pounds(weekly) })) }
      : { ...money, 'people-weekly': money['people-weekly'].map(pounds) },
})

const HEAD = [
  'A draft: prices that were fitted to plans that the council agreed. Nobody has decided on it.',
  'It has the version of the model in force, so that the two can be compared and nothing else differs:',
  '',
  '  npx roundtable what-if --model IN-FORCE.yaml --against THIS.yaml --people RECORDS',
  '',
  'To put it in force is the council’s decision: by a named person, with reasons, under a version of its own.',
]

/** The text of a draft's file. */
export function draftFile({ kind, model }: AnyModel): string {
  const value = kind === 'built-up' ? builtUp(model) : byPoints(model)
  const head = HEAD.map((line) => (line === '' ? '#' : `# ${line}`)).join('\n')
  return `${head}\n\n${dump(value, { schema: CORE_SCHEMA, lineWidth: 110, noRefs: true })}`
}
