import { LINES } from './a-story.ts'
import type { ARecord } from './a-record.ts'

// A plan after the first of the story, for tests of what changes: a line of the first with other figures, and a version 2.

type Line = Readonly<Record<string, unknown>> & { readonly amount: number; readonly price: number }

/** A line of the story with other fields; its weekly sum follows from amount and price, to the penny. */
export function line(which: 'L1' | 'L2', fields: Readonly<Record<string, unknown>> = {}): Line {
  const changed = { ...LINES[which === 'L1' ? 0 : 1], ...fields } as Line & { readonly unit?: string }
  const weekly = changed.unit === 'once' ? 0 : Math.round(changed.amount * changed.price * 100) / 100
  return { ...changed, weekly }
}

/** A line of a new name. */
export const newLine = (name: string, fields: Readonly<Record<string, unknown>>): Line =>
  line('L1', { line: name, what: name, provider: undefined, ...fields })

export const SECOND_DAY = '2026-09-14'

/** Version 2, half a year after the first, made with the person; `goals` and contingency as in the first. */
export const withSecondPlan = (
  record: ARecord,
  lines: readonly Line[],
  fields: Readonly<Record<string, unknown>> = {},
): ARecord =>
  record.add('plan', {
    id: 'plan-2',
    on: SECOND_DAY,
    version: 2,
    status: 'issued',
    lines,
    contingency: 'Brightwater sends another worker.',
    'review-by': '2027-03-15',
    prevent: 'Hand exercises.',
    involved: ['p', 'sw'],
    ...fields,
  })
