import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

/** A day as it is typed in three boxes. */
export type Typed = readonly [day: string, month: string, year: string]

async function writeDay(hand: Hand, question: string, [day, month, year]: Typed): Promise<void> {
  const group = hand.page.getByRole('group', { name: question })
  await group.getByRole('textbox', { name: 'Day' }).fill(day)
  await group.getByRole('textbox', { name: 'Month' }).fill(month)
  await group.getByRole('textbox', { name: 'Year' }).fill(year)
}

export type Week = {
  readonly support: string
  readonly from: Typed
  readonly to: Typed
  readonly planned: string
  readonly came: string
  readonly missed: string
}

/** A provider, of one week. */
export async function sayWhatCame(hand: Hand, week: Week): Promise<void> {
  await goTo(hand, 'support')
  await hand.press('Say what came')
  await hand.choose(/Which support/, week.support)
  await writeDay(hand, 'First day', week.from)
  await writeDay(hand, 'Last day', week.to)
  await hand.write(/How much was planned/, week.planned)
  await hand.write(/How much came/, week.came)
  await hand.write(/How many visits did not happen/, week.missed)
  await hand.press('Keep this in the record')
}

export type AskedSomebody = {
  readonly support: string
  readonly who: string
  readonly on: Typed
  readonly answer: string
  readonly said: string
}

/** Somebody who looks for who gives the support. */
export async function writeDownWhoWasAsked(hand: Hand, asked: AskedSomebody): Promise<void> {
  await goTo(hand, 'search')
  await hand.press('Write down who was asked')
  await hand.choose(/What is somebody looked for/, asked.support)
  await hand.write(/Who was asked/, asked.who)
  await writeDay(hand, 'On which day?', asked.on)
  await hand.choose(/What did they answer/, asked.answer)
  await hand.write(/What did they say/, asked.said)
  await hand.press('Keep this in the record')
}

/** A provider, of many weeks, as rows of a spreadsheet. */
export async function sendRows(hand: Hand, rows: readonly string[]): Promise<void> {
  await goTo(hand, 'support')
  await hand.press('Send many weeks at once')
  await hand.write(/The rows/, rows.join('\n'))
  await hand.press('Keep all of this in the record')
}

/** The person, of what did not come. */
export async function sayThatItWasNotLikeThis(
  hand: Hand,
  { says, wants }: { readonly says: string; readonly wants: string },
): Promise<void> {
  await goTo(hand, 'support')
  await hand.follow(/It was not like this/)
  await hand.write(/What is wrong/, says)
  await hand.write(/What would you like to happen/, wants)
  await hand.press('Send this')
}
