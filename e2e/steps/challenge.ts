import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

export async function openDisagreement(hand: Hand, begins: string): Promise<void> {
  await goTo(hand, 'disagreements')
  await hand.follow(begins)
}

/** The answer of somebody other than who raised it. */
export async function answer(hand: Hand, outcome: string, why: string): Promise<void> {
  await hand.choose(/What is your answer/, outcome)
  await hand.write(/^Why/, why)
  await hand.press('Send this answer')
}
