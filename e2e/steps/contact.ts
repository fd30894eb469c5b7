import type { Hand } from '../hand.ts'
import type { Typed } from './support.ts'
import { goTo } from './table.ts'

export type OnHold = {
  readonly stage: string
  readonly why: string
  readonly until: Typed
  readonly told: 'Yes' | 'No'
}

/** A worker, of a step that has to wait. */
export async function putOnHold(hand: Hand, { stage, why, until, told }: OnHold): Promise<void> {
  await goTo(hand, 'asking')
  await hand.press('Put a step on hold')
  await hand.choose(/What waits/, stage)
  await hand.write(/^Why/, why)
  const group = hand.page.getByRole('group', { name: 'Until when?' })
  await group.getByRole('textbox', { name: 'Day' }).fill(until[0])
  await group.getByRole('textbox', { name: 'Month' }).fill(until[1])
  await group.getByRole('textbox', { name: 'Year' }).fill(until[2])
  await hand.choose(/Have you told the person/, told)
  await hand.press('Put it on hold')
}

/** The one that is on hold now. */
export async function takeUpAgain(hand: Hand): Promise<void> {
  await goTo(hand, 'asking')
  await hand.follow(/^Take it up again/)
  await hand.press('Take it up again')
}
