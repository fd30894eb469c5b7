import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { every, isSameEntry } from '../../domain/contracts/ledger.ts'
import type { Stamp } from '../../record/stamp.ts'
import type { Decided } from './decide.ts'
import type { Agreed } from './view.ts'
import { careOn } from './view-visits.ts'
import { visitWords } from './words-visits.ts'

export type ContestVisit = {
  readonly stamp: Stamp
  /** the person’s reference, or the seat of who acts for them */
  readonly by: string
  readonly on: PlainDate
  /** `3 October 2026, 08:15 to 09:05` */
  readonly visit: string
  readonly says: string
  /** how somebody was told who types it in; left out in the person’s own session */
  readonly told?: string | undefined
}

/**
 * A visit was not as the log has it. It contests what the provider reported as given in those days: somebody at the council answers,
 * and until then outcome money of this person waits. What was reported stays as it is.
 */
export function contestVisit(
  { stamp, by, on, visit, says, told }: ContestVisit,
  { ledger, under }: Agreed,
): Decided {
  const care = careOn(ledger, under.person, on)
  if (care === undefined) return { kind: 'refused', because: [{ says: visitWords.notReported }] }
  const id = `contested-${stamp.id.slice(stamp.id.lastIndexOf('-') + 1)}`
  const answered = new Set(every(ledger, 'answered').map(({ of }) => ledger.byId.get(of)?.id ?? of))
  // What this very form has sent before is no other contest.
  const isOpen = every(ledger, 'contested').some(
    (each) =>
      each.id !== id && each.by === by && isSameEntry(ledger, each.of, care.id) && !answered.has(each.id),
  )
  if (isOpen) return { kind: 'refused', because: [{ says: visitWords.already }] }
  const why = `${visit}: ${says.trim()}${told === undefined ? '' : ` (${told})`}`
  return {
    kind: 'done',
    ledger: [
      {
        kind: 'contested',
        id,
        on: stamp.on,
        by,
        of: care.id,
        why,
      },
    ],
    record: [],
  }
}
