import { whenOfDay } from '../../../record/stamp.ts'
import { addMonths, dayFromNumber, dayNumber } from '../../dates/plain-date.ts'
import { pence } from '../../money/pence.ts'
import type { Cast } from './at-the-table.ts'
import { type PlanLine, totalOf } from './lines.ts'
import type { Sheet } from './sheet.ts'

/** A plan in force, with what it says. */
export type Planned = {
  readonly id: string
  readonly version: number
  readonly lines: readonly PlanLine[]
  /** what the person pays, pence a week, at the most */
  readonly means: number
  /** day numbers: of the plan, and of the day by which it says that it will be looked at again */
  readonly issued: number
  readonly reviewBy: number
}

export type Issuing = {
  readonly version: number
  readonly lines: readonly PlanLine[]
  readonly means: number
  readonly changes: readonly { readonly line: string | number; readonly why: string }[]
}

/** The plan itself, its budget under section 26, the sign-off, the copy and what the person says to it. */
export function issue(sheet: Sheet, cast: Cast, { version, lines, means, changes }: Issuing): Planned {
  const { chance, add, now, day } = sheet
  const issued = now()
  const reviewBy = Math.min(issued + chance.between(356, 363), dayNumber(addMonths(day(), 12)))
  const id = add('plan', cast.worker, {
    version,
    status: 'issued',
    lines: [...lines],
    contingency:
      'If nobody comes, ring the office by nine; after hours the duty team has the plan and a key.',
    'review-by': whenOfDay(dayFromNumber(reviewBy)),
    wishes: 'To have a say in who comes, and when.',
    prevent: 'Keep moving, keep seeing people; the class on Wednesdays; a call before it gets too much.',
    ...(changes.length === 0 ? {} : { changes: [...changes] }),
    involved: [cast.person, cast.worker, ...(cast.helper === undefined ? [] : [cast.helper.id])],
  })
  liberty(sheet, cast, lines)
  personalBudget(sheet, cast, id, lines, means)
  const signed = Math.min(issued + chance.between(0, 4), sheet.today)
  add(
    'sign-off',
    cast.manager,
    { of: id, decision: 'approved', why: 'Every need has a line, and every line a reason.' },
    signed,
  )
  const copied = sheet.doneBy(issued + chance.between(1, 8))
  if (copied !== undefined)
    add('copy', cast.worker, { of: id, to: cast.person, as: sheet.who.formats[0] ?? 'letter' }, copied)
  respond(sheet, cast, id, sheet.doneBy(issued + chance.between(3, 13)))
  return { id, version, lines, means, issued, reviewBy }
}

function liberty(sheet: Sheet, cast: Cast, lines: readonly PlanLine[]): void {
  const lacks = sheet.entries.some((entry) => entry.kind === 'capacity' && !entry['has-capacity'])
  const lives = lines.some(({ form }) => form === 'care-home' || form === 'supported-living')
  if (!lacks || !lives) return
  sheet.add('liberty', cast.worker, {
    arrangement: 'Somebody is always near, and the front door is not left open.',
    reasons:
      'They are not free to leave when they wish and cannot agree to that; nothing less would keep them safe at night.',
    authorised: 'requested',
  })
}

/** Council and person together pay what the plan costs; what the person pays is never more than their means allow. */
function personalBudget(
  sheet: Sheet,
  cast: Cast,
  plan: string,
  lines: readonly PlanLine[],
  means: number,
): void {
  const counted = lines.filter(({ form }) => form !== 'reablement')
  const weekly = totalOf(counted)
  const charged = counted.filter(({ line }) => line !== 'carer-break')
  const person = Math.min(means, totalOf(charged))
  let left = person
  const shares = lines.map((line) => {
    const own = line.form === 'reablement' ? 0 : line.weekly
    const pays = line.line === 'carer-break' ? 0 : Math.min(left, own)
    left -= pays
    return {
      line: line.line,
      weekly: pence<'week'>(own),
      ...(pays === 0 ? {} : { person: pence<'week'>(pays) }),
    }
  })
  sheet.add('personal-budget', cast.worker, {
    plan,
    weekly: pence<'week'>(weekly),
    council: pence<'week'>(weekly - person),
    person: pence<'week'>(person),
    lines: shares,
  })
}

const AGREES = [
  'Yes. That will do.',
  'I am glad that it is settled.',
  'I agree. We will see how it goes.',
  'That is what we said. Good.',
  'I can live with that.',
]
const WITH_THE_LAW = [
  'I agree. I had read section 26 of the Care Act, so I looked at every line of the budget.',
  'I agree, now that the needs under section 18 of the Care Act each have a line.',
  'Agreed. I asked for the reasons in writing, as the Care Act says, and I have them.',
]

function respond(sheet: Sheet, cast: Cast, plan: string, on: number | undefined): void {
  if (on === undefined) return
  const { chance, who } = sheet
  const says = chance.pick(who.cluedUp && chance.happens(0.8) ? WITH_THE_LAW : AGREES)
  sheet.add('response', cast.person, { to: plan, extent: 'agrees', says }, on)
}
