import { dayNumber } from '../../dates/plain-date.ts'
import { allocate, ask } from './asking.ts'
import type { Cast } from './at-the-table.ts'
import { assess } from './conversation.ts'
import { decide } from './decision.ts'
import type { Prices } from './money.ts'
import { plan } from './planning.ts'
import type { Sheet } from './sheet.ts'
import { turns18 } from './someone.ts'
import { begin } from './support.ts'
import { liveWith } from './year.ts'

/** The days before somebody is 18 on which they are spoken of first; the assessment is closed and decided on before that day. */
export const BEFORE_18 = 44
/** Until the assessment begins, and while it lasts: in time, with some days left. */
const DAYS = { opens: 14, lasts: 24 }

/** From the children’s team: assessed before 18, and a plan that begins when they are. */
export function turning18(sheet: Sheet, cast: Cast, prices: Prices): void {
  ask(sheet, cast, 'assess')
  if (!sheet.wait(sheet.chance.between(0, 6))) return
  allocate(sheet, cast)
  const adult = dayNumber(turns18(sheet.who.born))
  if (!waitUntil(sheet, adult - BEFORE_18 + DAYS.opens)) return
  const assessed = assess(sheet, cast, {
    of: 'transition',
    needs: sheet.who.needs,
    days: DAYS.lasts,
    significant: true,
  })
  const decided = assessed === undefined ? undefined : decide(sheet, cast, assessed)
  if (assessed === undefined || decided === undefined || !waitUntil(sheet, adult)) return
  const planned = plan(sheet, cast, {
    assessed,
    decided,
    prices,
    reablement: false,
    before: undefined,
    less: false,
    because: '',
  })
  if (planned === undefined) return
  begin(sheet, cast, planned, undefined)
  liveWith(sheet, cast, prices, planned)
}

const waitUntil = (sheet: Sheet, day: number): boolean => sheet.wait(Math.max(0, day - sheet.now()))
