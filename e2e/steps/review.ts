import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

/** The person, or somebody for them. */
export async function askForAReview(hand: Hand, why: string): Promise<void> {
  await goTo(hand, 'review')
  await hand.press('Ask for a review')
  await hand.write(/Why would you like a review/, why)
  await hand.press('Ask for a review')
}

/** The council, of the request that waits. */
export async function answerTheRequest(hand: Hand, answer: string, why: string): Promise<void> {
  await goTo(hand, 'review')
  await hand.follow(/^Answer/)
  await hand.choose(/Will there be a review/, answer)
  await hand.write(/^Why/, why)
  await hand.press('Send this answer')
}

export type Review = {
  readonly type: string
  readonly involved: readonly string[]
  readonly found: string
  readonly changed: string
  readonly leadsTo: string
}

export async function writeDownTheReview(hand: Hand, review: Review): Promise<void> {
  await goTo(hand, 'review')
  await hand.press('Write down a review')
  await hand.choose(/What kind of review/, review.type)
  for (const name of review.involved) await hand.tick(/Who took part/, name)
  await hand.write(/What did you find/, review.found)
  await hand.choose(/Have needs or circumstances changed/, review.changed)
  await hand.choose(/What happens now/, review.leadsTo)
  await hand.press('Keep this review in the record')
}
