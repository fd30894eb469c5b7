import { z } from 'zod'
import { type PlainDate, dayOf } from '../domain/dates/plain-date.ts'
import { ENTRY_SCHEMAS } from './entries.ts'
import { type Mistake, type Raw, isRaw, pathOf } from './mistakes.ts'
import type { Refers } from './values.ts'

/** Where in an entry of some kind a reference stands: `['best-interests', 'consulted', LIST]`. */
type Place = { readonly keys: readonly (string | typeof LIST)[]; readonly refers: Refers }
const LIST = Symbol('every member of the list')

function placesIn(schema: z.core.$ZodType, keys: Place['keys'] = []): readonly Place[] {
  const refers = z.globalRegistry.get(schema)?.['refers']
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `party` and `entry` in values.ts set this
  if (refers !== undefined) return [{ keys, refers: refers as Refers }]
  if (schema instanceof z.ZodOptional) return placesIn(schema.unwrap(), keys)
  if (schema instanceof z.ZodArray) return placesIn(schema.element, [...keys, LIST])
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, inner]) => placesIn(inner, [...keys, key]))
  }
  return []
}

const places = new Map<string, readonly Place[]>()

/** Worked out from the schemas, so that a new kind's references are checked without anyone thinking of it; once a kind. */
function placesOf(kind: string): readonly Place[] {
  const known = places.get(kind)
  if (known !== undefined) return known
  const schema = ENTRY_SCHEMAS.get(kind)?.plain
  const found = schema === undefined ? [] : placesIn(schema)
  if (schema !== undefined) places.set(kind, found)
  return found
}

type Found = { readonly keys: readonly PropertyKey[]; readonly value: unknown; readonly refers: Refers }

/** Walks down `place` from its key number `depth`; `walked` is the way so far, where lists have been entered. */
function findAt(
  value: unknown,
  place: Place,
  depth: number,
  walked: readonly PropertyKey[],
  found: Found[],
): void {
  const key = place.keys[depth]
  if (key === undefined) {
    if (value !== undefined) found.push({ keys: walked, value, refers: place.refers })
  } else if (key === LIST) {
    if (!Array.isArray(value)) return
    for (const [index, member] of value.entries()) findAt(member, place, depth + 1, [...walked, index], found)
  } else if (isRaw(value) && value[key] !== undefined) {
    findAt(value[key], place, depth + 1, [...walked, key], found)
  }
}

/** Every reference that a raw entry makes. */
function referencesOf(entry: Raw): readonly Found[] {
  const found: Found[] = []
  for (const place of placesOf(String(entry['kind']))) findAt(entry, place, 0, [], found)
  return found
}

/** `a` after `b`: as moments where both are moments, as days otherwise. Undefined where either is no date. */
export function isAfter(a: unknown, b: unknown): boolean {
  // The same text is the same moment: by far the most of what is compared.
  if (a === b) return false
  const [dayA, dayB] = [whenOf(a), whenOf(b)]
  if (dayA === undefined || dayB === undefined) return false
  const moments = String(a).length > 10 && String(b).length > 10
  return moments ? Date.parse(String(a)) > Date.parse(String(b)) : dayA > dayB
}

const whenOf = (value: unknown): PlainDate | undefined =>
  typeof value === 'string' ? dayOf(value) : undefined

/** References that point nowhere, to the wrong kind, to the entry itself, or to something that came later. */
export function wrongReferences(
  entry: Raw,
  parties: ReadonlySet<unknown>,
  entries: ReadonlyMap<unknown, Raw>,
): readonly Mistake[] {
  const id = String(entry['id'])
  return referencesOf(entry).flatMap(({ keys, value, refers }): readonly Mistake[] => {
    if (typeof value !== 'string') return []
    const wrong = (says: string): readonly Mistake[] => [{ entry: id, path: pathOf(keys), says }]
    if (refers.to === 'party') return parties.has(value) ? [] : wrong(`no party ${JSON.stringify(value)}`)
    const target = entries.get(value)
    if (target === undefined) return wrong(`no entry ${JSON.stringify(value)}`)
    if (target === entry) return wrong('refers to itself')
    if (refers.kinds.length > 0 && !refers.kinds.includes(String(target['kind']))) {
      return wrong(`${value} is a ${String(target['kind'])}, needs ${refers.kinds.join(' or ')}`)
    }
    if (isAfter(target['on'], entry['on'])) {
      return wrong(
        `refers to ${value}, which is later (${String(target['on'])} after ${String(entry['on'])})`,
      )
    }
    return []
  })
}
