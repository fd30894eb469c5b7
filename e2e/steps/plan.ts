import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

/** The plan: reading a version, what changed, answering it, and issuing it with its reasons. */

export async function readTheDraft(hand: Hand): Promise<void> {
  await goTo(hand, 'plan')
  await hand.follow('Read the draft')
}

/** From a version's page. */
export async function answerInPart(hand: Hand, says: string, wants: string): Promise<void> {
  await hand.follow(/^(?:Say whether you agree|Answer once more)$/)
  await hand.choose('What is your answer?', 'I agree in part')
  await hand.write('What do you want to say to it?', says)
  await hand.write('What would make it right?', wants)
  await hand.press('Send this answer')
}

export async function agree(hand: Hand): Promise<void> {
  await hand.follow('Say whether you agree')
  await hand.choose('What is your answer?', 'I agree with all of it')
  await hand.press('Send this answer')
}

/** Opens the page on which the draft is issued, and presses at once: less is refused there. */
export async function issueAtOnce(hand: Hand): Promise<void> {
  await goTo(hand, 'plan')
  await hand.follow('Read the draft')
  await hand.follow('Issue this draft')
  await hand.press('Issue this version')
}

export type LessReasons = { readonly met: string; readonly restsOn: RegExp; readonly part: string }

/** On that page: how each need is still met, what it rests on, and the person's part. */
export async function issueWithReasons(hand: Hand, { met, restsOn, part }: LessReasons): Promise<void> {
  await hand.write(/How is the need still met/, met)
  const select = hand.page.getByRole('combobox', { name: /What does it rest on/ })
  const options = await select.getByRole('option').allInnerTexts()
  await select.selectOption({ label: options.find((option) => restsOn.test(option)) ?? '' })
  await hand.write('What part did the person have in it?', part)
  await hand.press('Issue this version')
}
