import type { Hand } from '../hand.ts'

/** Coming to the table: signing in on the issuer's own page, and going from room to room of a record. */

export type Who = { readonly name: string; readonly side: 'public' | 'staff' }

export const TENDAI: Who = { name: 'Tendai Gwatidzo', side: 'public' }
export const LEOPOLD: Who = { name: 'Leopold Strand-Achebe', side: 'public' }
export const MARIA: Who = {
  name: 'Maria da Conceição Vasconcelos Albuquerque Monteiro dos Santos Figueiredo',
  side: 'public',
}
export const BERNADETTE: Who = { name: 'Bernadette Achterberg', side: 'staff' }
export const KEITH: Who = { name: 'Keith Bromwell', side: 'staff' }
export const MARISOL: Who = { name: 'Marisol Etxeberri', side: 'staff' }

export async function signIn(hand: Hand, { name, side }: Who): Promise<void> {
  await hand.page.goto('/')
  await hand.press('Sign in')
  await hand.press(side === 'public' ? 'Sign in to your care record' : 'Sign in with your work account')
  await hand.press(name)
}

export const openOwnRecord = (hand: Hand): Promise<void> => hand.press('Open your record')
export const openRecordOf = (hand: Hand, { name }: Who): Promise<void> => hand.follow(name)

export const ROOMS = {
  record: 'The record',
  asking: 'Asking',
  conversation: 'Conversation',
  eligibility: 'Eligibility',
  money: 'Money',
  plan: 'Plan',
  support: 'Support',
  search: 'The search',
  review: 'Review',
  options: 'Options',
  people: 'People',
  letters: 'Letters',
  disagreements: 'Disagreements',
  looks: 'Who looked',
  deciding: 'Deciding',
  taking: 'Help to take part',
  liberty: 'Limits on freedom',
  risks: 'Risks',
  moves: 'Hospital and moves',
  safety: 'Staying safe',
} as const

/** The parts above under which a room is found, where it is not called as its part is. */
const PART_OF: Partial<Record<keyof typeof ROOMS, string>> = {
  asking: 'Conversation',
  eligibility: 'Conversation',
  options: 'Plan',
  review: 'Support',
  search: 'Support',
  people: 'The record',
  letters: 'The record',
  looks: 'The record',
  taking: 'Deciding',
  liberty: 'Deciding',
  risks: 'Plan',
  moves: 'Support',
  safety: 'Support',
}

export async function goTo(hand: Hand, room: keyof typeof ROOMS): Promise<void> {
  const part = PART_OF[room]
  if (part !== undefined) {
    await hand.follow(new RegExp(`^${part}$`))
    await hand.page.getByRole('navigation', { name: `${part}: its pages` }).waitFor()
  }
  await hand.follow(new RegExp(`^${ROOMS[room]}$`))
}

/** Everything that one can read in the page's main part now. */
export const reads = async ({ page }: Hand): Promise<string> =>
  (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')
