import type { EntryOf } from '../../../record/entries.ts'
import type { AdultOutcome } from '../../outcomes/topics.ts'
import type { Cast } from './at-the-table.ts'
import { daysUntilOpened } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { MOVES_HERE } from './words-life.ts'
import { ASKS, WANTS, WANTS_BY_LAW } from './words-plan.ts'

type Contact = EntryOf<'contact'>

const signsOf = ({ who }: Sheet): readonly AdultOutcome[] =>
  who.needs.flatMap(({ topic }) => (topic === 'night' ? [] : [topic]))

const URGENT = 0.03

/** Somebody gets in touch: the person, whoever cares for them, or the hospital. */
export function ask(
  sheet: Sheet,
  cast: Cast,
  outcome: NonNullable<Contact['outcome']>,
  urgent = false,
): string {
  const { chance, who, add } = sheet
  const how = chance.weighted<Contact['how']>([
    ['phone', 42],
    ['online', 18],
    ['hospital', who.age >= 65 && outcome === 'assess' ? 20 : 6],
    ['referral', 14],
    ['letter', 4],
    ['visit', 2],
  ])
  const helper = cast.helper !== undefined && chance.happens(0.4) ? cast.helper.id : undefined
  const others = how === 'hospital' || how === 'referral' ? cast.nhs() : (helper ?? cast.person)
  // Who knows how to ask does so from the first day: what comes of it must not decide who is seen to know.
  const by = who.cluedUp ? cast.person : others
  const byLaw = WANTS_BY_LAW[outcome === 'assess' || outcome === 'screened-out' ? 'assessment' : 'advice']
  const wants = who.cluedUp ? chance.pick(byLaw) : chance.happens(0.7) ? chance.pick(WANTS) : undefined
  return add('contact', by, {
    how: who.cluedUp && by !== others ? 'online' : how,
    about: chance.pick(who.movesIn ? MOVES_HERE : ASKS[who.traits.reason]),
    ...(wants === undefined ? {} : { wants }),
    // Where needs show, somebody must be assessed: who is only told what there is showed none.
    signs: outcome === 'assess' || outcome === 'screened-out' ? [...signsOf(sheet)] : [],
    ...(urgent ? { urgent } : {}),
    outcome,
  })
}

/** Somebody who asked, was told what there is and wanted no more. */
export function advised(sheet: Sheet, cast: Cast): void {
  const { chance, add } = sheet
  ask(sheet, cast, 'advice-only')
  if (!sheet.wait(chance.between(0, 4))) return
  // Whoever is on duty in the area deals with it, so that a team sees who was only advised.
  allocate(sheet, cast)
  add('advice', cast.worker, {
    about: chance.pick([
      'Attendance Allowance, and who helps with the form.',
      'The lunch club, the befriending scheme and the men’s shed.',
      'Rails and a key safe can be had from the equipment library without an assessment.',
      'What a care home costs and who pays; where to get independent advice on money.',
      'A carers’ group on Tuesdays and an emergency card.',
    ]),
    aim: chance.pick(['information', 'prevention', 'benefits', 'carers', 'money'] as const),
  })
  if (sheet.wait(chance.between(1, 14))) add('closed', cast.worker, { why: 'They have what they asked for.' })
}

export function passedOn(sheet: Sheet, cast: Cast): void {
  ask(sheet, cast, 'passed-on')
  if (!sheet.wait(sheet.chance.between(1, 10))) return
  allocate(sheet, cast)
  sheet.add('closed', cast.worker, {
    why: sheet.chance.pick([
      'It was for the housing team, which has taken it up.',
      'The hospital’s own team goes on with it.',
      'They live in another council’s area; passed on with their leave.',
      'They did not want to go on, and know how to ask again.',
    ]),
  })
}

/** Much is needed, and for that reason nobody took it on. */
export function turnedAway(sheet: Sheet, cast: Cast): void {
  const contact = ask(sheet, cast, 'screened-out')
  const closed = sheet.wait(sheet.chance.between(1, 9))
    ? [sheet.add('closed', cast.manager, { why: '' })]
    : []
  sheet.plant({ fault: 'refused-hard-case', entries: [contact, ...closed] })
}

export function allocate(sheet: Sheet, cast: Cast): void {
  sheet.add('worker', cast.manager, { worker: cast.worker, event: 'allocated' })
}

/** Asks, and waits until an assessment begins. @returns false where today comes first */
export function askAndWait(sheet: Sheet, cast: Cast, late: number): boolean {
  const { chance, add } = sheet
  const urgent = chance.happens(URGENT)
  ask(sheet, cast, 'assess', urgent)
  if (urgent && sheet.wait(chance.between(0, 2)))
    add('statement', cast.worker, {
      topic: 'health',
      'said-by': cast.worker,
      basis: 'observed',
      text: 'Rang back and came by. There is food, heating and somebody overnight; it can wait for the assessment.',
    })
  const days = daysUntilOpened(chance) + late
  if (!sheet.wait(Math.min(days, chance.between(0, 6)))) return false
  allocate(sheet, cast)
  return sheet.wait(Math.max(0, days - 6))
}
