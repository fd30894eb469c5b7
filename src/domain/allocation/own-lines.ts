import type { Step } from '../answer.ts'
import { pence } from '../money/pence.ts'
import type { Line, OnceLine } from './budget.ts'
import { modelReference } from './model.ts'
import { priceInForce } from './prices.ts'
import { threeAt } from './reckon.ts'
import { MID, topicAt } from './slots.ts'
import { figure } from './tables.ts'
import * as say from './words.ts'
import { NO_HOURS, unique, week, type Working } from './working.ts'

/** What sharing takes off a line, only where it was agreed. */
export function sharingLine({ facts, count, figures }: Working, line: Line, slot: number): readonly Line[] {
  const people = count.sharers[slot] ?? 1
  if (people <= 1) return []
  const [low, mid, high] = threeAt(figures.sharing, slot)
  const agreed = (facts.shared ?? []).findLast((shared) => shared.topic === line.topic)
  const entries = agreed === undefined ? [] : [agreed.entry]
  const because: Step[] = [
    {
      says: `It was agreed to share the worker with others, ${people} people in all. A share of ${say.money(line.weekly)} is ${say.money(line.weekly + mid)}, so ${say.money(-mid)} comes off.`,
      from: [
        { name: 'without sharing', value: line.weekly, unit: 'pence-a-week' },
        { name: 'people who share', value: people, unit: 'count' },
      ],
      gives: { name: 'sharing', value: mid, unit: 'pence-a-week' },
      entries,
    },
  ]
  const restsOn = unique(line.restsOn, entries)
  return [own(line, 'sharing', { low, mid, high }, because, restsOn)]
}

function own(
  line: Line,
  kind: 'sharing' | 'travel',
  sums: { low: number; mid: number; high: number },
  because: readonly Step[],
  restsOn: readonly string[],
): Line {
  return {
    ...line,
    id: `${kind}-${line.id}`,
    kind,
    hours: NO_HOURS,
    givenBy: [],
    form: null,
    price: null,
    weekly: week(sums.mid),
    low: week(sums.low),
    high: week(sums.high),
    because,
    restsOn,
  }
}

/** What getting there adds to a line: the times that are paid for, by the trip or the mile. */
export function travelLine({ tables, count, figures }: Working, line: Line, slot: number): readonly Line[] {
  const [low, mid, high] = threeAt(figures.travel, slot)
  if (low === 0 && mid === 0 && high === 0) return []
  const row = tables.model.travel.find(({ topics }) => topics.some((topic) => topic === line.topic))
  const price = row === undefined ? undefined : priceInForce(tables.model, tables.own, row, tables.on)
  if (row === undefined || price === undefined) return []
  const need = figure(count.minutes, MID, slot)
  const share = need > 0 ? figure(figures.paid, MID, slot) / need : 0
  const times = figure(count.times, MID, slot) * share
  const units = row['units-each-time']
  const every = row.unit === 'mile' ? ` × ${units} miles` : units === 1 ? '' : ` × ${units} trips`
  const because: Step[] = [
    {
      says: `Travel is a line of its own: ${say.timesInWords(times)}${every} × ${say.money(price.price)} ${say.UNIT_WORDS[price.unit]} = ${say.money(mid)} a week.${share < 1 ? ' Times with somebody unpaid are not counted.' : ''}`,
      from: [
        { name: 'times', value: times, unit: 'times-a-week' },
        { name: `price ${say.UNIT_WORDS[price.unit]}`, value: price.price, unit: 'pence-once' },
      ],
      gives: { name: 'travel', value: mid, unit: 'pence-a-week' },
      model: modelReference(tables.model, `travel for ${line.topic}`),
    },
  ]
  return [{ ...own(line, 'travel', { low, mid, high }, because, line.restsOn), form: price.form, price }]
}

/** So much per cent on top, where the model says so. */
export function contingencyLine({ tables, figures }: Working, lines: readonly Line[]): readonly Line[] {
  if (tables.contingencyPercent === 0) return []
  const [low, mid, high] = [
    figures.contingency[0] ?? 0,
    figures.contingency[1] ?? 0,
    figures.contingency[2] ?? 0,
  ]
  const before = (figures.total[MID] ?? 0) - mid
  return [
    {
      id: 'contingency',
      kind: 'contingency',
      topic: 'contingency',
      level: null,
      hours: NO_HOURS,
      givenBy: [],
      form: null,
      price: null,
      weekly: week(mid),
      low: week(low),
      high: week(high),
      typical: false,
      because: [
        {
          says: `For a bad week: ${tables.contingencyPercent}% of ${say.money(before)} = ${say.money(mid)}.`,
          from: [
            { name: 'the other lines', value: before, unit: 'pence-a-week' },
            { name: 'contingency', value: tables.contingencyPercent / 100, unit: 'share' },
          ],
          gives: { name: 'contingency', value: mid, unit: 'pence-a-week' },
          model: modelReference(tables.model, 'contingency'),
        },
      ],
      restsOn: unique(...lines.map((line) => line.restsOn)),
    },
  ]
}

const NOTHING_ONCE: readonly OnceLine[] = []

/** What is bought once at the level that was said; `topic` is where the line belongs. */
export function onceLines(working: Working, slot: number, lines: readonly Line[]): readonly OnceLine[] {
  const { tables, count } = working
  const topic = topicAt(slot)
  const line = lines.find((one) => one.id === topic)
  const level = line?.level
  if (line === undefined || level === undefined || level === null || level === 4) return NOTHING_ONCE
  if (count.counted[slot] !== 1) return NOTHING_ONCE
  const rows =
    topic === 'night' ? tables.model.nights.levels[level].once : tables.model.topics[topic][level].once
  if (rows.length === 0) return NOTHING_ONCE
  return rows.map((row, index) => ({
    id: rows.length === 1 ? `once-${topic}` : `once-${topic}-${index + 1}`,
    topic,
    what: row.what,
    form: row.form,
    once: pence<'once'>(row.price),
    low: pence<'once'>(row.low),
    high: pence<'once'>(row.high),
    because: [
      {
        says: `${row.what}: ${say.money(row.price)}, once. It is not part of the weekly sum. ${row.source}`,
        gives: { name: 'once', value: row.price, unit: 'pence-once' },
        model: modelReference(tables.model, `${topic} at level ${level}, once`),
        entries: line.restsOn,
      },
    ],
    restsOn: line.restsOn,
  }))
}
