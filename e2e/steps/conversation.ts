import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

/** What somebody says of one part of daily life. */
export type Said = {
  readonly words: string
  readonly level?: string
  readonly times?: string
  readonly minutes?: string
  readonly possible?: string
}

export async function openTopic(hand: Hand, topic: string): Promise<void> {
  await goTo(hand, 'conversation')
  await hand.follow(topic)
}

async function fillIn(hand: Hand, question: RegExp, said: Said): Promise<void> {
  await hand.write(question, said.words)
  if (said.level !== undefined) await hand.choose(/nearest to how it is now/, said.level)
  if (said.possible !== undefined) await hand.choose(/What do you think is possible/, said.possible)
  if (said.times !== undefined) await hand.write(/How many times a week/, said.times)
  if (said.minutes !== undefined) await hand.write(/how many minutes each time/, said.minutes)
}

/** The person, of a topic of which they have said something before: "something has changed". */
export async function sayThatItChanged(hand: Hand, said: Said): Promise<void> {
  await hand.press('Something has changed')
  await fillIn(hand, /How is it now/, said)
  await hand.press('Keep this in the record')
}

/** The person, of a topic on which they have not spoken. */
export async function sayForTheFirstTime(hand: Hand, said: Said): Promise<void> {
  await hand.press('Say how it is for you')
  await fillIn(hand, /How is it now/, said)
  await hand.press('Keep this in the record')
}

/** A professional, of what they saw themselves. */
export async function sayWhatISaw(hand: Hand, said: Said): Promise<void> {
  await hand.press('Say what you see')
  await fillIn(hand, /What do you see/, said)
  await hand.press('Keep this in the record')
}

export async function sayThatItIsWrong(
  hand: Hand,
  whose: string,
  { says, wants }: { readonly says: string; readonly wants: string },
): Promise<void> {
  await hand.follow(new RegExp(`Something here is wrong in what ${whose} said`))
  await hand.write(/What is wrong/, says)
  await hand.write(/What would you like to happen/, wants)
  await hand.press('Send this')
}

export type Need = {
  readonly need: string
  readonly topics: readonly string[]
  readonly cause: string
  readonly test: string
  readonly wellbeing: readonly string[]
  readonly impact: string
  readonly why: string
  readonly restsOn: readonly RegExp[]
}

export async function findANeed(hand: Hand, found: Need): Promise<void> {
  await goTo(hand, 'conversation')
  await hand.press('Find a need')
  await hand.write(/What is the need/, found.need)
  for (const topic of found.topics) await hand.tick(/Which parts of daily life/, topic)
  await hand.write(/What does it come from/, found.cause)
  await hand.choose(/Without help from anyone/, found.test)
  for (const area of found.wellbeing) await hand.tick(/Which parts of wellbeing/, area)
  await hand.choose(/How much does it bear/, found.impact)
  await hand.write(/^Why/, found.why)
  for (const words of found.restsOn) await hand.tick(/Which of these does it rest on/, words)
  await hand.press('Record this need')
}

export async function closeTheAssessment(hand: Hand): Promise<void> {
  await goTo(hand, 'conversation')
  await hand.press('Open or close an assessment')
  await hand.choose(/How did it end/, 'completed')
  await hand.press('Close this assessment')
}
