import type { AtTable } from '../../table/at-table.ts'

const SEATS = ['advocate', 'attorney', 'deputy'] as const

/** How the reader speaks here: for themselves, as who acts for the person, or typing in what the person says. */
export type Voice =
  | { readonly kind: 'self' }
  | { readonly kind: 'acts'; readonly as: (typeof SEATS)[number] }
  | { readonly kind: 'types' }

/** Whoever holds the reins: the person’s worker, or their manager. */
export const isWorker = ({ reader }: AtTable): boolean =>
  reader.relationships.some((each) => each === 'worker' || each === 'manager')

export function voiceOf(table: AtTable): Voice | undefined {
  const { relationships } = table.reader
  if (relationships.includes('self')) return { kind: 'self' }
  const as = SEATS.find((seat) => relationships.includes(seat))
  if (as !== undefined) return { kind: 'acts', as }
  return isWorker(table) ? { kind: 'types' } : undefined
}

/** As whom they speak in the ledger: in the person’s own name, or from the seat of who acts for them. */
export const speakerOf = async (
  table: AtTable,
  voice: Voice,
  under: { readonly id: string; readonly person: string },
): Promise<string | undefined> =>
  voice.kind === 'acts' ? table.contracts.seat(under.id, voice.as) : under.person
