import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

/** The council's decision on one need and on the whole. */
export async function decide(
  hand: Hand,
  decision: { readonly need: string; readonly why: string; readonly reasons: string },
): Promise<void> {
  await goTo(hand, 'eligibility')
  await hand.press(/^Decide$/)
  await hand.choose(new RegExp(`Is it eligible\\?.*${decision.need}`), /^Eligible$/)
  await hand.write(new RegExp(`Why\\?.*${decision.need}`), decision.why)
  await hand.choose(/Taken together/, /^Eligible$/)
  await hand.write(/What are the reasons/, decision.reasons)
  await hand.press('Record this decision')
}
