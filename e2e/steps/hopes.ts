import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

/** To a page of the hopes, by the links that stand there. */
export async function goToHopes(hand: Hand, room: string): Promise<void> {
  await hand.follow(/^Hopes$/)
  await hand.page.getByRole('navigation', { name: 'Hopes: its pages' }).waitFor()
  if (room !== 'Hopes') await hand.follow(new RegExp(`^${room}$`))
  await hand.page.getByRole('main').waitFor()
}

export type TrialTyped = {
  readonly part: string
  readonly tried: string
  readonly inTheWay: string
  readonly says: string
  readonly what: string
  readonly weeks: string
  readonly step: string
}

/** A worker, of a talk that ends in a trial. */
export async function writeDownATrial(hand: Hand, trial: TrialTyped): Promise<void> {
  await goToHopes(hand, 'Hopes')
  await hand.follow(trial.part)
  await hand.press('Talk about it')
  await hand.write('What was tried before?', trial.tried)
  await hand.write('What got in the way?', trial.inTheWay)
  await hand.choose('What is the answer?', 'I will try it for some weeks')
  await hand.write('In their own words', trial.says)
  await hand.write('What will be tried? In their words', trial.what)
  await hand.write('For how many weeks?', trial.weeks)
  await hand.choose('Which step do you both want to try for?', trial.step)
  await hand.press('Keep this in the record')
}

/** How it goes with a goal, as one of the three sees it. */
export async function sayHowItGoes(
  hand: Hand,
  told: { readonly goal: string; readonly says: string; readonly step: string; readonly compared?: string },
): Promise<void> {
  await goToHopes(hand, 'Goals')
  await hand.press('Say how it goes')
  await hand.choose('Which goal?', told.goal)
  await hand.write('How does it go?', told.says)
  await hand.choose('Which of these is nearest', told.step)
  if (told.compared !== undefined) await hand.choose('Compared with what was hoped for', told.compared)
  await hand.press('Keep this in the record')
}

/** The person, of what they hope for in one part of life. */
export async function sayWhatIsHoped(
  hand: Hand,
  hope: { readonly part: string; readonly says: string; readonly step: string },
): Promise<void> {
  await goToHopes(hand, 'Hopes')
  await hand.follow(hope.part)
  await hand.press('Say what you hope for')
  await hand.write('What do you hope for?', hope.says)
  await hand.choose('Which step would you like to be on?', hope.step)
  await hand.press('Keep this in the record')
}

/** The first page of the record. */
export const goToTheRecord = (hand: Hand): Promise<void> => goTo(hand, 'record')
