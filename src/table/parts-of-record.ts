import type { PlainDate } from '../domain/dates/plain-date.ts'
import { type Resource, placeOf } from '../record/access.ts'
import type { RecordState } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'

// The record part by part: who wrote in each, when last, and who was sent a copy of something in it. Read from what the reader
// may see, so that nobody learns here of what is kept from them.

export type PartOfRecord = {
  readonly resource: Resource
  /** by how much they wrote, the most first */
  readonly writers: readonly { readonly by: string; readonly count: number }[]
  readonly last: PlainDate
  /** how many things in it were put right */
  readonly corrected: number
  readonly copies: readonly { readonly to: string; readonly on: PlainDate }[]
}

export const PART_NAMES: Readonly<Record<Resource, string>> = {
  people: 'Who works on it',
  asking: 'Asking for help, and notes',
  conversation: 'Conversation',
  'carers-own': 'A carer’s own life',
  capacity: 'Making decisions, and help to take part',
  safeguarding: 'Staying safe',
  eligibility: 'Eligibility',
  money: 'Money',
  means: 'What can be paid',
  plan: 'Plan and options',
  support: 'Support, goals and reviews',
  challenge: 'Disagreements and complaints',
  heard: 'Being heard',
  looks: 'Who looked',
}

/** In the order in which a record goes through them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are its keys
const ORDER = Object.keys(PART_NAMES) as readonly Resource[]

export function partsOf(state: RecordState): readonly PartOfRecord[] {
  const find = (id: string) => state.byId.get(id)
  const placed = state.told.map((told) => ({ ...told, resource: placeOf(told.entry, find).resource }))
  return ORDER.flatMap((resource): readonly PartOfRecord[] => {
    const here = placed.filter((one) => one.resource === resource)
    const written = here.filter(({ entry }) => entry.kind !== 'copy')
    const [first] = written
    if (first === undefined) return []
    const counts = new Map<string, number>()
    for (const { entry } of written) counts.set(entry.by, (counts.get(entry.by) ?? 0) + 1)
    return [
      {
        resource,
        writers: [...counts]
          .map(([by, count]) => ({ by, count }))
          .toSorted((a, b) => b.count - a.count || (a.by < b.by ? -1 : 1)),
        last: written.reduce((latest, { day }) => (day > latest ? day : latest), first.day),
        corrected: written.filter(({ entry }) => entry.corrects !== undefined).length,
        copies: here.flatMap(({ entry }) =>
          entry.kind === 'copy' ? [{ to: entry.to, on: dayOfWhen(entry.on) }] : [],
        ),
      },
    ]
  })
}
