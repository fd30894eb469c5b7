import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { unitsInWords } from '../../domain/checks/council-support.ts'
import { dayOfEntry } from '../../domain/checks/clocks.ts'
import type { ContractEntry, ContractFile } from '../../domain/contracts/entries.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import type { RecordState } from '../../record/state.ts'
import { supportLines } from '../../record/support-lines.ts'

/** Somebody whose plan in force has a line with a provider of the contract: by a reference, and never by name. */
export type Candidate = {
  readonly record: string
  readonly code: string
  /** `Home care from an agency, 14 hours a week, since 1 May 2026`: what it is, in none of anybody’s words */
  readonly lines: readonly string[]
}

/**
 * What the plan in force has with providers of a contract; nothing where it has none.
 * @param providers the parties of the record that are such a provider
 */
export const linesWith = (state: RecordState, providers: ReadonlySet<string>): readonly string[] =>
  supportLines(state)
    .filter(
      ({ line, started, standing }) =>
        standing !== 'ended' &&
        ((line.provider !== undefined && providers.has(line.provider)) ||
          (started !== undefined && providers.has(started.provider))),
    )
    .map(({ line, started }) => {
      const often = line.unit === 'once' ? '' : ' a week'
      const since =
        started === undefined ? ', not started yet' : `, since ${dateInWords(dayOfEntry(started))}`
      const what = FORM_WORDS[line.form]
      return `${what.slice(0, 1).toUpperCase()}${what.slice(1)}, ${unitsInWords(line.amount, line.unit)}${often}${since}`
    })

/** The next free reference, made as the last one was: `p-214` after `p-213`. */
export function nextReference({ entries }: Pick<ContractFile, 'entries'>): string {
  const known = entries.flatMap((entry) => (entry.kind === 'referred' ? [entry.person] : []))
  const shaped = known.flatMap((person) => {
    const [, before, digits] = /^(.*?)(\d{1,6})$/.exec(person) ?? []
    return before === undefined || digits === undefined ? [] : [{ before, digits }]
  })
  const last = shaped.at(-1) ?? { before: 'p-', digits: '00' }
  const highest = Math.max(
    0,
    ...shaped.filter(({ before }) => before === last.before).map(({ digits }) => Number(digits)),
  )
  const next = `${last.before}${String(highest + 1).padStart(last.digits.length, '0')}`
  return known.includes(next) ? `${next}-2` : next
}

/** References that nobody’s record stands behind yet. */
export const unlinked = (
  entries: readonly ContractEntry[],
  linked: ReadonlySet<string>,
): readonly string[] => [
  ...new Set(
    entries.flatMap((entry) =>
      entry.kind === 'referred' && !linked.has(entry.person) ? [entry.person] : [],
    ),
  ),
]

/** Whether a day can be the one from which somebody is under the contract: it has come, and lies within it. */
export const standsFrom = (
  from: PlainDate,
  {
    span,
    today,
  }: { readonly span: { readonly from: PlainDate; readonly to: PlainDate }; readonly today: PlainDate },
): 'good' | 'later' | 'outside' =>
  from > today ? 'later' : from < span.from || from > span.to ? 'outside' : 'good'
