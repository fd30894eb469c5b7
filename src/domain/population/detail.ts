import { DIVISIONS, type Division, GROUPS, NOT_KNOWN, groupInWords } from './groups.ts'
import type { Table, Wider } from './statistics-tables.ts'

// How finely open statistics are told by groups. In a small council nearly every number of a small group would have to be
// hidden; told more widely, most of them can be shown. The whole council is always told in full.

/** `narrow`: every category by every group. `wide`: by groups, categories and small groups are added together. */
export type Detail = 'narrow' | 'wide'

/** With fewer people than this, more than one in six narrow numbers would have to be hidden. */
export const WIDE_BELOW = 10_000

export const detailFor = (people: number): Detail => (people < WIDE_BELOW ? 'wide' : 'narrow')

/** A category or a group, narrow or wide, with the narrow ones that it is made of. */
export type Part = { readonly id: string; readonly of: readonly string[] }

/** The categories of a table, those that are added together in the place of the first of them. */
export function categoriesOf({ categories, wider = [] }: Table, detail: Detail): readonly Part[] {
  if (detail === 'narrow') return categories.map(({ id }) => ({ id, of: [id] }))
  return categories.flatMap(({ id }): readonly Part[] => {
    const whole = wider.find(({ of }) => of.includes(id))
    if (whole === undefined) return [{ id, of: [id] }]
    return whole.of[0] === id ? [whole] : []
  })
}

/** Groups of which a council has few people, together. */
const WIDER_GROUPS: Readonly<Partial<Record<Division, readonly Wider[]>>> = {
  // Few are in the figures before they are 18.
  age: [{ id: 'under-65', words: 'Under 65', of: ['under-18', '18-64'] }],
  ethnicity: [
    {
      id: 'asian-black-mixed-other',
      words: 'Asian, Black, Mixed or other',
      of: ['asian', 'black', 'mixed', 'other'],
    },
    { id: 'none-known', words: 'Did not say, or not known', of: ['not-said', NOT_KNOWN] },
  ],
}

const isThere = (groups: ReadonlySet<string>, { of }: Part): boolean => of.some((group) => groups.has(group))

/** The groups of a division in which there is somebody: an area that a council has not got is not a row of noughts. */
export function groupsIn(division: Division, there: ReadonlySet<string>, detail: Detail): readonly Part[] {
  const wider = detail === 'wide' ? (WIDER_GROUPS[division] ?? []) : []
  return GROUPS[division]
    .flatMap((id): readonly Part[] => {
      const whole = wider.find(({ of }) => of.includes(id))
      if (whole === undefined) return [{ id, of: [id] }]
      return whole.of[0] === id ? [whole] : []
    })
    .filter((part) => isThere(there, part))
}

/** A group in words, narrow or wide. */
export const anyGroupInWords = (division: Division, group: string): string =>
  WIDER_GROUPS[division]?.find(({ id }) => id === group)?.words ?? groupInWords(division, group)

/** Every group that there may be in a publication, for its dictionary. */
export const EVERY_GROUP: readonly { readonly division: Division; readonly id: string }[] = DIVISIONS.flatMap(
  (division) =>
    [...GROUPS[division], ...(WIDER_GROUPS[division] ?? []).map(({ id }) => id)].map((id) => ({
      division,
      id,
    })),
)
