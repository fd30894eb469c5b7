import { whenOfDay } from '../../../record/stamp.ts'
import { dayFromNumber } from '../../dates/plain-date.ts'
import type { Cast } from './at-the-table.ts'
import type { Sheet } from './sheet.ts'

const HELD_BY_WISH = 0.04

/** Put on hold at the person's own wish, and told; or, where that is planted, with nobody told. @returns false where today comes first */
export function hold(sheet: Sheet, cast: Cast): boolean {
  const { chance, add, now } = sheet
  if (sheet.plants('silent-hold')) {
    const id = add('hold', cast.manager, { stage: 'assessment', why: '', told: false })
    sheet.plant({ fault: 'silent-hold', entries: [id] })
    return true
  }
  if (!chance.happens(HELD_BY_WISH)) return true
  const id = add('hold', cast.worker, {
    stage: 'assessment',
    why: chance.pick([
      'They asked us to wait until their sister is back.',
      'They are in hospital for an operation.',
    ]),
    until: whenOfDay(dayFromNumber(now() + 21)),
    told: true,
  })
  if (!sheet.wait(chance.between(7, 20))) return false
  add('resume', cast.worker, { hold: id })
  return true
}

const DISPUTED = 0.3

/** Who knows how may say that what was written of them is not so. @returns the dispute */
export function disagree(sheet: Sheet, cast: Cast): string | undefined {
  const { who, chance, add, entries } = sheet
  if (!who.cluedUp || !chance.happens(DISPUTED)) return undefined
  const seen = entries.findLast(
    (entry) => entry.kind === 'statement' && entry['said-by'] === cast.worker && entry.level === undefined,
  )
  if (seen === undefined || !isToday(sheet, seen.on)) return undefined
  return add('dispute', cast.person, {
    of: seen.id,
    says: 'That is how it was on one morning. It is not how it is.',
    wants: 'That it says so, or is taken out.',
  })
}

const isToday = ({ day }: Sheet, on: string): boolean => on === day()

export function answer(sheet: Sheet, cast: Cast, dispute: string): void {
  if (sheet.plants('unanswered-dispute'))
    return sheet.plant({ fault: 'unanswered-dispute', entries: [dispute] })
  const [outcome, why] = sheet.chance.pick([
    ['accepted', 'It was one morning. It no longer counts.'],
    ['partly', 'The day is now written beside it.'],
    ['refused', 'Two of us saw it on two days. Both views stand.'],
  ] as const)
  sheet.add('dispute-answered', cast.worker, { dispute, outcome, why })
}
