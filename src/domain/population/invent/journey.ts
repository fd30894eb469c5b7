import { advised, ask, allocate, askAndWait, passedOn, turnedAway } from './asking.ts'
import { type Cast, castFor } from './at-the-table.ts'
import { carerAlone, decideAlone, hearHelper } from './carer.ts'
import { assess } from './conversation.ts'
import { decide } from './decision.ts'
import { complain } from './complaint.ts'
import type { Prices } from './money.ts'
import { plan } from './planning.ts'
import { daysOfConversation, daysOfTail } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { turning18 } from './turning-18.ts'
import { OTHER_COUNCILS } from './words-life.ts'
import { begin } from './support.ts'
import { liveWith } from './year.ts'

/** Tells one person's record from the day on which they asked until today. */
export function tell(sheet: Sheet, prices: Prices): void {
  const cast = castFor(sheet)
  if (isHardCase(sheet) && sheet.plants('refused-hard-case')) return turnedAway(sheet, cast)
  switch (sheet.who.way) {
    case 'advice':
      return advised(sheet, cast)
    case 'passed-on':
      return passedOn(sheet, cast)
    case 'did-not-want':
      return turnedDown(sheet, cast)
    case 'waiting':
      return waiting(sheet, cast)
    case 'not-eligible':
      return small(sheet, cast, prices)
    case 'reablement':
      return backOnTheirFeet(sheet, cast, prices)
    case 'turning-18':
      return turning18(sheet, cast, prices)
    case 'new':
    case 'long':
      return supported(sheet, cast, prices)
  }
}

const MUCH = 25
const isHardCase = ({ who }: Sheet): boolean =>
  who.hours >= MUCH && (who.way === 'new' || who.way === 'waiting' || who.way === 'reablement')

/** Waits for an assessment today. */
function waiting(sheet: Sheet, cast: Cast): void {
  const contact = ask(sheet, cast, 'assess')
  const days = sheet.today - sheet.now()
  if (days > 182) sheet.plant({ fault: 'stuck', entries: [contact] })
  else if (days > 28) sheet.plant({ fault: 'late-start', entries: [contact] })
  if (!sheet.wait(Math.min(days, sheet.chance.between(0, 5)))) return
  // A worker of the area holds the list, so that a team sees who waits.
  allocate(sheet, cast)
  if (!sheet.plants('silent-hold')) return
  const hold = sheet.add('hold', cast.manager, { stage: 'assessment', why: '', told: false })
  sheet.plant({ fault: 'silent-hold', entries: [hold] })
}

/** An assessment was begun, and the person did not want it. */
function turnedDown(sheet: Sheet, cast: Cast): void {
  if (!askAndWait(sheet, cast, 0)) return
  const opened = sheet.add('assessment-opened', cast.worker, {
    of: 'needs',
    subject: cast.person,
    way: 'phone',
    assessor: cast.worker,
    offered: ['face-to-face', 'supported-self', 'phone', 'online'],
    'told-what-to-expect': true,
  })
  const carers = carerAlone(sheet, cast)
  if (carers === undefined) hearHelper(sheet, cast, false)
  if (!sheet.wait(sheet.chance.between(1, 12))) return
  sheet.add('assessment-closed', cast.worker, { assessment: opened, outcome: 'refused-by-person' })
  if (carers !== undefined) decideAlone(sheet, cast, carers)
  sheet.add('closed', cast.worker, {
    why: 'They would rather manage by themselves for now, and have our number.',
  })
}

/** Days beyond the standard, where the long tail is planted: before the assessment begins, or while it lasts. */
function tail(sheet: Sheet): { readonly before: number; readonly during: number } {
  if (!sheet.plants('slow-assessment')) return { before: 0, during: 0 }
  const days = daysOfTail(sheet.chance)
  return sheet.chance.happens(0.6) ? { before: days, during: 0 } : { before: 0, during: days }
}

/** Beyond these days the long tail shows; the council's own standards are as long. */
const IN_TIME = { before: 28, during: 42 }

/** From asking to a decision. */
function assessed(sheet: Sheet, cast: Cast, significant: boolean) {
  const late = tail(sheet)
  const asked = sheet.now()
  const opens = askAndWait(sheet, cast, late.before)
  tellTail(sheet, 'contact', late.before > 0 && untilNow(sheet, opens) - asked > IN_TIME.before)
  if (!opens) return undefined
  const opened = sheet.now()
  const days = daysOfConversation(sheet.chance) + late.during
  const found = assess(sheet, cast, { of: 'needs', needs: sheet.who.needs, days, significant })
  const lasted = untilNow(sheet, found !== undefined) - opened
  tellTail(sheet, 'assessment-opened', late.during > 0 && lasted > IN_TIME.during)
  const decided = found === undefined ? undefined : decide(sheet, cast, found)
  return found === undefined || decided === undefined ? undefined : { assessed: found, decided }
}

/** The day on which a step was done, or today where it is still waited for. */
const untilNow = (sheet: Sheet, isDone: boolean): number => (isDone ? sheet.now() : sheet.today)

function tellTail(sheet: Sheet, kind: 'contact' | 'assessment-opened', isLate: boolean): void {
  const from = sheet.entries.find((entry) => entry.kind === kind)
  if (isLate && from !== undefined) sheet.plant({ fault: 'slow-assessment', entries: [from.id] })
}

/** Of those who were found not eligible, so many ask again within the year, when more has become hard. Of no year’s totals: chosen. */
const ASKS_AGAIN = 0.15

function small(sheet: Sheet, cast: Cast, prices: Prices): void {
  if (assessed(sheet, cast, false) === undefined) return
  // The copies of what was decided go out within the fortnight; only then is there nothing left to do.
  if (!sheet.wait(sheet.chance.between(15, 40))) return
  sheet.add('closed', cast.worker, { why: 'Not eligible; the advice was given in writing.' })
  if (sheet.chance.happens(ASKS_AGAIN) && sheet.wait(sheet.chance.between(30, 280)))
    supported(sheet, cast, prices)
}

const WEEKS_OF_REABLEMENT = 6

/** Six weeks to get skills back, and then no more is needed. */
function backOnTheirFeet(sheet: Sheet, cast: Cast, prices: Prices): void {
  const found = assessed(sheet, cast, true)
  if (found === undefined) return
  const planned = plan(sheet, cast, {
    ...found,
    prices,
    reablement: true,
    before: undefined,
    less: false,
    because: '',
  })
  if (planned === undefined) return
  begin(sheet, cast, planned, undefined)
  if (!sheet.wait(7 * WEEKS_OF_REABLEMENT + sheet.chance.between(4, 12))) return
  sheet.add('review', cast.worker, {
    type: 'light-touch',
    changed: true,
    found: 'Washing, dressing and meals go alone again.',
    'leads-to': 'end',
    involved: [cast.person, cast.worker],
  })
  for (const { line } of planned.lines)
    sheet.add('support-ended', cast.worker, {
      plan: planned.id,
      line,
      why: 'The six weeks are over and it is no longer needed.',
      'by-whom': 'council',
    })
  if (sheet.wait(sheet.chance.between(1, 9)))
    sheet.add('closed', cast.worker, { why: 'Manages alone again.' })
}

function supported(sheet: Sheet, cast: Cast, prices: Prices): void {
  const found = assessed(sheet, cast, true)
  if (found === undefined) return
  const planned = plan(sheet, cast, {
    ...found,
    prices,
    reablement: false,
    before: undefined,
    less: false,
    because: '',
  })
  if (planned === undefined) return
  // Who moves here comes on the day on which the plan is there: what they had goes on until then where they were.
  if (sheet.who.movesIn)
    sheet.add(
      'moved',
      cast.worker,
      {
        direction: 'in',
        other: sheet.chance.pick(OTHER_COUNCILS),
        'plan-in-place': true,
        'told-in-advance': true,
      },
      planned.issued,
    )
  begin(sheet, cast, planned, undefined)
  complain(sheet, cast)
  liveWith(sheet, cast, prices, planned)
}
