import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TOPICS } from '../src/domain/outcomes/topics.ts'
import { chance, pick } from './chance.ts'
import { ROOT } from './service.ts'

// Many records of 60 entries each, made from the demonstration's and from the published cases by a seed: the people are
// others, what they say is theirs. No two are alike, so that nothing is fast for having been seen before.

export const ENTRIES = 60

type Json = { readonly [key: string]: unknown }
type Base = {
  readonly person: Json & { readonly id: string; readonly name: string }
  readonly parties: readonly (Json & { readonly id: string; readonly role: string })[]
  readonly entries: readonly (Json & { readonly kind: string; readonly on: string })[]
  /** whoever is allocated to the person at the end */
  readonly worker: string
}

const paths = (): readonly string[] => [
  ...readdirSync(join(ROOT, 'demo', 'records')).map((name) => join(ROOT, 'demo', 'records', name)),
  ...readdirSync(join(ROOT, 'test', 'cases')).map((name) =>
    join(ROOT, 'test', 'cases', name, 'put-right.record.json'),
  ),
]

function workerAt({ entries }: Pick<Base, 'entries'>): string | undefined {
  const last = new Map<unknown, unknown>()
  for (const { kind, worker, event } of entries) if (kind === 'worker') last.set(worker, event)
  for (const [worker, event] of [...last].toReversed())
    if (event === 'allocated' && typeof worker === 'string') return worker
  return undefined
}

/** Long enough to be a real life, and with somebody allocated, who then opens the pages. */
function bases(): readonly Base[] {
  return paths().flatMap((path) => {
    const file = JSON.parse(readFileSync(path, 'utf8'))
    const entries = file.entries.slice(0, ENTRIES)
    const worker = workerAt({ entries })
    return entries.length < 45 || worker === undefined ? [] : [{ ...file, entries, worker }]
  })
}

const FIRST = [
  'Ada',
  'Bilal',
  'Carys',
  'Dai',
  'Esi',
  'Femi',
  'Greta',
  'Hana',
  'Idris',
  'June',
  'Kofi',
  'Lena',
  'Mo',
  'Nia',
  'Oona',
  'Prem',
  'Ruth',
  'Sami',
  'Tova',
  'Una',
  'Wen',
  'Yusuf',
]
const LAST = [
  'Abara',
  'Brook',
  'Castell',
  'Dunmore',
  'Eze',
  'Fairley',
  'Gill',
  'Hart',
  'Ito',
  'Jessop',
  'Kaur',
  'Lund',
  'Marsh',
  'Nolan',
  'Okafor',
  'Penrose',
  'Quill',
  'Rahman',
  'Stone',
  'Tarn',
  'Usman',
  'Vance',
  'Wray',
  'Yeo',
  'Zeller',
]
const SAYS = [
  'It takes me most of the morning, and I am tired for the rest of the day.',
  'I can do it on a good day. On a bad day I leave it.',
  'I would like to do this myself again, with somebody near.',
  'My neighbour looks in, but she is away more than she is here.',
  'Two people came last week. It went better than with one.',
]

/** Fills a record up to 60 entries with what the person says of their days, each on the day of the last entry. */
function filledUp({ person, entries }: Base, next: () => number): readonly Json[] {
  const on = entries.at(-1)?.on.slice(0, 10)
  const more = Array.from({ length: ENTRIES - entries.length }, (_, index) => ({
    id: `said-again-${index}`,
    kind: 'statement',
    on: entries.at(-1)?.on ?? on,
    by: person.id,
    topic: pick(TOPICS.slice(0, 10), next),
    'said-by': person.id,
    basis: 'lived',
    text: pick(SAYS, next),
    level: Math.floor(next() * 5),
    times: 1 + Math.floor(next() * 14),
    minutes: 5 * (1 + Math.floor(next() * 12)),
  }))
  return [...entries, ...more]
}

/** What somebody says of how long a thing takes, said otherwise. */
const varied = (entry: Json, next: () => number): Json =>
  entry['kind'] === 'statement' && typeof entry['minutes'] === 'number'
    ? { ...entry, minutes: entry['minutes'] + 5 * Math.floor(next() * 4) }
    : entry

export type MadeRecord = {
  /** the text of its record file */
  readonly text: string
  readonly person: string
  readonly worker: string
}

/** So many records, one after the other, so that they need not all be in the memory at once. */
export function* manyRecords(count: number, seed = 1): Generator<MadeRecord> {
  const from = bases()
  const next = chance(seed)
  for (let index = 0; index < count; index += 1) {
    const base = pick(from, next)
    const name = `${pick(FIRST, next)} ${pick(LAST, next)}`
    const { worker, ...file } = base
    const entries = filledUp(base, next).map((entry) => varied(entry, next))
    const first = (of: string): string => of.split(' ')[0] ?? of
    const text = JSON.stringify({ ...file, entries })
      .replaceAll(base.person.name, name)
      .replaceAll(`${first(base.person.name)} `, `${first(name)} `)
    yield { text, person: base.person.id, worker }
  }
}
