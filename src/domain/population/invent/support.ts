import { dayFromNumber } from '../../dates/plain-date.ts'
import { pence } from '../../money/pence.ts'
import { whenOfDay } from '../../../record/stamp.ts'
import type { Cast } from './at-the-table.ts'
import type { PlanLine } from './lines.ts'
import type { Planned } from './issuing.ts'
import type { Sheet } from './sheet.ts'

/** Every line begins within the standard, but for one that is planted to be late; direct payments are set up. */
export function begin(sheet: Sheet, cast: Cast, planned: Planned, before: Planned | undefined): void {
  const { chance, add, today } = sheet
  const known = before?.lines.map(({ line }) => line) ?? []
  const late = before === undefined && sheet.plants('late-support')
  if (late) sheet.plant({ fault: 'late-support', entries: [planned.id] })
  for (const [place, line] of planned.lines.entries()) {
    if (known.includes(line.line)) continue
    const on = planned.issued + (late && place === 0 ? chance.between(25, 80) : chance.between(1, 11))
    const provider = line.provider ?? cast.provider('other')
    if (on <= today) add('support-started', cast.worker, { plan: planned.id, line: line.line, provider }, on)
  }
  const own = planned.lines.filter(({ way }) => way === 'direct-payment')
  const on = planned.issued + chance.between(1, 9)
  if (own.length === 0 || on > today) return
  const weekly = own.reduce((total, line) => total + line.weekly - paidByPerson(sheet, planned.id, line), 0)
  add(
    'direct-payment',
    cast.finance(),
    { plan: planned.id, weekly: pence<'week'>(weekly), way: 'person' },
    on,
  )
}

/** A direct payment is what is left of a line after the person's own share of it. */
function paidByPerson(sheet: Sheet, plan: string, line: PlanLine): number {
  const budget = sheet.entries.findLast((entry) => entry.kind === 'personal-budget' && entry.plan === plan)
  if (budget?.kind !== 'personal-budget') return 0
  return budget.lines?.find((each) => each.line === line.line)?.person ?? 0
}

const WEEKS = 4

/** Four weeks as they were delivered, from the log of each provider that sends people to the house. */
export function deliver(sheet: Sheet, planned: Planned, from: number, clipped: boolean): void {
  const to = from + 7 * WEEKS - 1
  if (to >= sheet.today) return
  for (const line of planned.lines) {
    const isVisited = line.unit === 'hour' && line.way === 'managed' && line.form !== 'reablement'
    if (!isVisited || line.provider === undefined || from < planned.issued + 28) continue
    const id = sheet.add(
      'support-delivered',
      line.provider,
      weeksOf(sheet, planned, line, { from, to, clipped }),
      to + 1,
    )
    if (clipped) sheet.plant({ fault: 'clipped-visits', entries: [id] })
  }
}

type Weeks = { readonly from: number; readonly to: number; readonly clipped: boolean }

function weeksOf({ chance }: Sheet, planned: Planned, line: PlanLine, { from, to, clipped }: Weeks) {
  const units = line.amount * WEEKS
  const share = clipped ? 0.7 + 0.15 * chance.next() : 0.94 + 0.06 * chance.next()
  const delivered = Math.floor(units * share * 100) / 100
  const visits = Math.max(WEEKS, Math.round(units / 0.75))
  return {
    plan: planned.id,
    line: line.line,
    from: whenOfDay(dayFromNumber(from)),
    to: whenOfDay(dayFromNumber(to)),
    planned: units,
    delivered,
    missed: chance.happens(0.4) ? chance.between(0, Math.ceil(visits * 0.04)) : 0,
    late: chance.between(0, Math.floor(visits * 0.1)),
    short: clipped
      ? Math.ceil(visits * (0.3 + 0.3 * chance.next()))
      : chance.between(0, Math.floor(visits * 0.05)),
    workers: chance.between(2, 6),
    invoiced: clipped ? units : delivered,
  }
}
