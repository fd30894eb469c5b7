import { addWorkingDays } from '../../dates/working-days.ts'
import { dayFromNumber, dayNumber } from '../../dates/plain-date.ts'
import type { Cast } from './at-the-table.ts'
import type { Sheet } from './sheet.ts'

/** Of all people known to East Sussex 1.2% complained in a year; nearly all of them had support. */
const COMPLAINTS = 0.03

const COMPLAINED_OF = [
  ['Visits come an hour late and nobody rings.', 'That they ring, and that it gets better.'],
  ['The letter about what I pay came after the bill.', 'The money back, and a letter that I can follow.'],
  ['I have told my story to four people.', 'One person, and that they read what I said.'],
  ['Nobody told me that the plan had changed.', 'To be asked before, not told after.'],
] as const

/** Most answers are in time only where nothing is planted; upheld in part or in full 48 times in 100. */
export function complain(sheet: Sheet, cast: Cast): void {
  const { chance, add, now, today } = sheet
  if (!chance.happens(COMPLAINTS)) return
  const on = now() + chance.between(20, 200)
  const due = addWorkingDays(dayFromNumber(on), 60)
  if (due === undefined || on > today || (sheet.ends && dayNumber(due) + 60 > today)) return
  const [about, wants] = chance.pick(COMPLAINED_OF)
  const complaint = add('complaint', cast.person, { about, wants }, on)
  const late = sheet.plants('late-complaint')
  const answered = late
    ? dayNumber(due) + chance.between(3, 50)
    : Math.min(dayNumber(due), on + chance.between(10, 80))
  const outcome = chance.weighted([
    ['upheld', 26],
    ['partly', 22],
    ['not-upheld', 52],
  ] as const)
  const why = 'We spoke with everybody, read the log and write to you what we found.'
  if (late && today > dayNumber(due)) sheet.plant({ fault: 'late-complaint', entries: [complaint] })
  if (answered > today) return
  add('complaint-answered', cast.manager, { complaint, outcome, why, 'ombudsman-told': true }, answered)
}
