import type { Beside, OfferedEntry } from '../../domain/contracts/beside.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { decodeContractEntry, encodeContractEntry } from './file.ts'
import type { Note } from './view-notes.ts'

// What is said beside a ledger, from how it is kept and back: an offered entry stands there as a file has it.

/** An offered entry as it is kept, and as the database compares it with what the acceptance adds. */
export function keptOffer(entry: OfferedEntry, on: PlainDate): Record<string, unknown> {
  const { id: _id, on: _on, ...rest } = encodeContractEntry({ ...entry, id: 'offered', on })
  return rest
}

function offeredFrom(kept: Record<string, unknown>, on: PlainDate): readonly OfferedEntry[] {
  const entry = decodeContractEntry({ ...kept, id: 'offered', on })
  return entry.kind === 'rate-set' || entry.kind === 'varied' ? [entry] : []
}

/** What was said, with who said it; flags and samples are something else. */
export const besideFrom = (notes: readonly Note[]): readonly Beside[] =>
  notes.flatMap(({ number, name, body }): readonly Beside[] => {
    if (body.kind === 'flag' || body.kind === 'sample') return []
    return body.kind === 'offered'
      ? [
          {
            ...body,
            number,
            name,
            entries: body.entries.flatMap((entry) => offeredFrom(entry, body.on)),
          },
        ]
      : [{ ...body, number, name }]
  })
