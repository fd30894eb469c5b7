import { type Beside, nextFor, noticeOf } from '../../domain/contracts/beside.ts'
import { type Ledger, every, peopleOn } from '../../domain/contracts/ledger.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import type { ContractDecision, Stamp } from './decide.ts'
import { endWords as w } from './words-said.ts'

export type EndRefused = { readonly field: string; readonly says: string }

/** Why notice cannot be given for a day; nothing where it can. */
export function wrongNotice(
  ledger: Ledger,
  beside: readonly Beside[],
  { last, today }: { readonly last: PlainDate; readonly today: PlainDate },
): EndRefused | undefined {
  if (every(ledger, 'ended').length > 0) return { field: 'form', says: w.endAlready }
  if (noticeOf(beside) !== undefined) return { field: 'form', says: w.standing }
  if (last <= today) return { field: 'last', says: w.lastGone }
  if (last >= ledger.span.to) return { field: 'last', says: `${w.lastAfter} ${dateInWords(ledger.span.to)}` }
  return undefined
}

/** People who are supported and of whom nobody has said who supports them next. */
export const withoutNext = (ledger: Ledger, beside: readonly Beside[], today: PlainDate): readonly string[] =>
  peopleOn(ledger, today).filter((person) => nextFor(beside, person) === undefined)

type Ending = { readonly last: PlainDate; readonly why: string; readonly known: boolean }

/**
 * The contract has ended, on a day that has come. Nothing that was given or settled after it may be cut off, and nobody is
 * forgotten: of everybody who was supported it is said who supports them next, or the buyer knows that it is not.
 */
export function decideEnd(
  stamp: Stamp,
  ledger: Ledger,
  { last, why, known }: Ending,
  beside: readonly Beside[],
): ContractDecision | { readonly kind: 'wrong'; readonly errors: readonly EndRefused[] } {
  const wrong = (field: string, says: string) => ({ kind: 'wrong' as const, errors: [{ field, says }] })
  if (every(ledger, 'ended').length > 0) return { kind: 'refused', says: [w.endAlready] }
  if (last > stamp.on) return wrong('last', w.endLater)
  if (last < ledger.award.from || last > ledger.award.to) return wrong('last', w.endOutside)
  const latest = (days: readonly PlainDate[]) => days.toSorted().at(-1)
  const settled = latest(every(ledger, 'settled').map(({ to }) => to))
  if (settled !== undefined && settled > last) return wrong('last', `${w.endSettled} ${dateInWords(settled)}`)
  // Care that a log of visits tells is summed up to the end of its period: only where it begins says that it came after.
  const given = latest(
    ledger.care
      .filter(({ delivered }) => delivered > 0)
      .map(({ entries, from, to }) => (entries.length > 0 ? to : from)),
  )
  if (given !== undefined && given > last) return wrong('last', `${w.endCare} ${dateInWords(given)}`)
  if (!known && withoutNext(ledger, beside, stamp.on).length > 0) return wrong('known', w.endAnyway)
  return {
    kind: 'entries',
    entries: [
      {
        ...stamp,
        on: last,
        ...(last < stamp.on ? { recorded: stamp.on } : {}),
        kind: 'ended',
        why,
      },
    ],
  }
}
