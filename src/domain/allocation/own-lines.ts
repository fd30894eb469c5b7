import { type Figure } from '../answer.ts'
import type { Line, OnceLine } from './budget.ts'
import { modelReference } from './model.ts'
import { onceWords } from './phrases.ts'
import { priceInForce } from './prices.ts'
import { written } from './reason.ts'
import { HIGH, LOW, MID } from './slots.ts'
import { figure, type Three } from './tables.ts'
import * as say from './words.ts'
import { NO_HOURS, unique, week, type Working } from './working.ts'

/** The sums of a line that stands beside another: what it rests on and whose topic it has are that line's. */
function beside(line: Line, kind: 'sharing' | 'travel', sums: Three, slot: number): Line {
  return {
    ...line,
    id: `${kind}-${line.id}`,
    kind,
    hours: NO_HOURS,
    givenBy: [],
    form: null,
    price: null,
    weekly: week(figure(sums, MID, slot)),
    low: week(figure(sums, LOW, slot)),
    high: week(figure(sums, HIGH, slot)),
  }
}

/** What sharing takes off a line, only where it was agreed. */
export function addSharing(
  lines: Line[],
  { facts, count, figures }: Working,
  line: Line,
  slot: number,
): void {
  const people = count.sharers[slot] ?? 1
  if (people <= 1) return
  const off = figure(figures.sharing, MID, slot)
  const agreed = (facts.shared ?? []).findLast((shared) => shared.topic === line.topic)
  const entries = agreed === undefined ? [] : [agreed.entry]
  lines.push({
    ...beside(line, 'sharing', figures.sharing, slot),
    reasons: [
      written({
        says: `It was agreed to share the worker with others, ${people} people in all. A share of ${say.money(line.weekly)} is ${say.money(line.weekly + off)}, so ${say.money(-off)} comes off.`,
        from: [
          { name: 'without sharing', value: line.weekly, unit: 'pence-a-week' },
          { name: 'people who share', value: people, unit: 'count' },
        ],
        gives: { name: 'sharing', value: off, unit: 'pence-a-week' },
        entries,
      }),
    ],
    restsOn: unique(line.restsOn, entries),
  })
}

/** What getting there adds to a line: the times that are paid for, by the trip or the mile. */
export function addTravel(
  lines: Line[],
  { tables, count, figures }: Working,
  line: Line,
  slot: number,
): void {
  const { travel } = figures
  if ((travel[LOW][slot] ?? 0) === 0 && (travel[MID][slot] ?? 0) === 0 && (travel[HIGH][slot] ?? 0) === 0)
    return
  const row = tables.model.travel.find(({ topics }) => topics.some((topic) => topic === line.topic))
  const price = row === undefined ? undefined : priceInForce(tables.model, tables.own, row, tables.on)
  if (row === undefined || price === undefined) return
  const need = figure(count.minutes, MID, slot)
  const share = need > 0 ? figure(figures.paid, MID, slot) / need : 0
  const times = figure(count.times, MID, slot) * share
  const added = figure(travel, MID, slot)
  const units = row['units-each-time']
  const every = row.unit === 'mile' ? ` × ${units} miles` : units === 1 ? '' : ` × ${units} trips`
  lines.push({
    ...beside(line, 'travel', travel, slot),
    form: price.form,
    price,
    reasons: [
      written({
        says: `Travel is a line of its own: ${say.timesInWords(times)}${every} × ${say.money(price.price)} ${say.UNIT_WORDS[price.unit]} = ${say.money(added)} a week.${share < 1 ? ' Times with somebody unpaid are not counted.' : ''}`,
        from: [
          { name: 'times', value: times, unit: 'times-a-week' },
          { name: `price ${say.UNIT_WORDS[price.unit]}`, value: price.price, unit: 'pence-once' },
        ],
        gives: { name: 'travel', value: added, unit: 'pence-a-week' },
        model: modelReference(tables.model, `travel for ${line.topic}`),
      }),
    ],
  })
}

/** So much per cent on top, where the model says so. */
export function addContingency(lines: Line[], { tables, figures }: Working): void {
  if (tables.contingencyPercent === 0) return
  const [low = 0, mid = 0, high = 0] = figures.contingency
  const before = (figures.total[MID] ?? 0) - mid
  const from: readonly Figure[] = [
    { name: 'the other lines', value: before, unit: 'pence-a-week' },
    { name: 'contingency', value: tables.contingencyPercent / 100, unit: 'share' },
  ]
  lines.push({
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
    reasons: [
      written({
        says: `For a bad week: ${tables.contingencyPercent}% of ${say.money(before)} = ${say.money(mid)}.`,
        from,
        gives: { name: 'contingency', value: mid, unit: 'pence-a-week' },
        model: modelReference(tables.model, 'contingency'),
      }),
    ],
    restsOn: unique(...lines.map((line) => line.restsOn)),
  })
}

/** What is bought once for the topic at a place, at the level that was said. */
export function addOnce(once: OnceLine[], { phrases, count }: Working, slot: number, line: Line): void {
  const { level, restsOn } = line
  if (level === null || level === 4 || count.counted[slot] !== 1) return
  for (const words of onceWords(phrases, slot, level)) {
    const { id, topic, what, form, once: price, low, high, says, gives, from } = words
    const because = [{ says, gives, model: from, entries: restsOn }]
    once.push({ id, topic, what, form, once: price, low, high, because, restsOn })
  }
}
