import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { HEARD, type OwnLevel, WELLBEING_ITEMS, isAboutTalk } from '../../domain/outcomes/own-scale.ts'
import { WELLBEING_AREAS } from '../../domain/outcomes/wellbeing.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

export type Measure = EntryOf<'measure'>
export type ItemSeen = { readonly on: PlainDate; readonly level: OwnLevel }

/** One item with every answer to it, in order. */
export type ItemOverTime = {
  readonly item: string
  readonly seen: readonly ItemSeen[]
  /** the last answer against the first */
  readonly moved: 'up' | 'down' | 'same' | 'once'
}

const ownMeasures = (state: RecordState): readonly Measure[] =>
  all(state, 'measure').filter(({ tool }) => tool === 'making-it-real')

/** Every answer of the person about their life, by item: ours in the order of the Act, then their own. */
export function wellbeingOverTime(state: RecordState): readonly ItemOverTime[] {
  const measures = ownMeasures(state).filter(({ items }) => !isAboutTalk(items))
  const named = new Set(measures.flatMap(({ items }) => Object.keys(items)))
  const known: readonly string[] = WELLBEING_AREAS
  const order = [
    ...known.filter((area) => named.has(area)),
    ...[...named].filter((item) => !known.includes(item)),
  ]
  return order.map((item) => {
    const seen = measures.flatMap((measure): readonly ItemSeen[] => {
      const level = measure.items[item]
      return level === undefined ? [] : [{ on: dayOfWhen(measure.on), level }]
    })
    const [first] = seen
    const last = seen.at(-1)
    const change = first === undefined || last === undefined ? 0 : last.level - first.level
    return {
      item,
      seen,
      moved: seen.length < 2 ? 'once' : change > 0 ? 'up' : change < 0 ? 'down' : 'same',
    }
  })
}

/** The person's own items so far, to be asked again in the same words. */
export const ownItems = (state: RecordState): readonly string[] =>
  wellbeingOverTime(state)
    .map(({ item }) => item)
    .filter((item) => !Object.hasOwn(WELLBEING_ITEMS, item))

/** How talks went, as far as the reader may see it, newest first. */
export const heardOf = (state: RecordState): readonly Measure[] =>
  ownMeasures(state)
    .filter(({ items }) => isAboutTalk(items))
    .toReversed()

/** Numbers that were brought in from a licensed instrument, newest first. */
export const numbersOf = (state: RecordState): readonly Measure[] =>
  all(state, 'measure')
    .filter(({ tool }) => tool === 'ascot-sct4')
    .toReversed()

export const HEARD_NAMES: readonly string[] = HEARD

/** Who worked with the person in the last twelve months, and for how long the one of today. */
export function continuityOf(state: RecordState): {
  readonly workers: number
  readonly since: PlainDate | undefined
} {
  const year = `${Number(state.on.slice(0, 4)) - 1}${state.on.slice(4)}`
  const events = all(state, 'worker')
  const recent = new Set<string>()
  const here = new Map<string, PlainDate>()
  for (const each of events) {
    const on = dayOfWhen(each.on)
    if (each.event === 'allocated') here.set(each.worker, on)
    else here.delete(each.worker)
    if (on >= year) recent.add(each.worker)
  }
  for (const worker of here.keys()) recent.add(worker)
  return { workers: recent.size, since: [...here.values()].at(-1) }
}
