import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

// Beside the journey: a risk, a decision, hospital, what is kept from somebody.

/** A day as it is typed in three boxes. */
export type Typed = readonly [day: string, month: string, year: string]

async function writeDay(hand: Hand, question: RegExp, [day, month, year]: Typed): Promise<void> {
  const group = hand.page.getByRole('group', { name: question })
  await group.getByRole('textbox', { name: 'Day' }).fill(day)
  await group.getByRole('textbox', { name: 'Month' }).fill(month)
  await group.getByRole('textbox', { name: 'Year' }).fill(year)
}

/** The person, of a risk that was weighed with them. */
export async function sayWhatIThink(
  hand: Hand,
  risk: string,
  said: { readonly view: RegExp; readonly why: string },
): Promise<void> {
  await goTo(hand, 'risks')
  await hand.follow(risk)
  await hand.follow('Say what you think of it')
  await hand.choose(/Do you agree/, said.view)
  await hand.write(/^Why/, said.why)
  await hand.press('Keep this in the record')
}

/** The worker, of unpaid help that is no longer given. */
export async function putHelpRight(
  hand: Hand,
  whose: string,
  right: { readonly how: string; readonly text: string; readonly why: string },
): Promise<void> {
  await goTo(hand, 'conversation')
  await hand.press('Who helps without pay')
  await hand.page
    .getByRole('link', { name: new RegExp(`^Put it right.*what is written of ${whose}$`) })
    .last()
    .click()
  await hand.choose(/What is not right about it/, right.how)
  await hand.write(/How should it read/, right.text)
  await hand.write(/How do you know/, right.why)
  await hand.press('Put it right')
}

export type HospitalStep = {
  readonly event: string
  readonly day: Typed
  readonly to?: string
  readonly pathway?: string
  readonly meanwhile?: string
}

export async function tellHospital(hand: Hand, step: HospitalStep): Promise<void> {
  await goTo(hand, 'moves')
  await hand.press('Write down a step in hospital')
  await fillInHospital(hand, step)
}

/** The form as it stands, once more: with what it lacked. */
export async function fillInHospital(hand: Hand, step: HospitalStep): Promise<void> {
  await hand.choose(/What happened/, step.event)
  await writeDay(hand, /On which day/, step.day)
  if (step.to !== undefined) await hand.choose(/where to/, step.to)
  if (step.pathway !== undefined) await hand.choose(/how much help/, step.pathway)
  if (step.meanwhile !== undefined) await hand.write(/what happens about the steps/, step.meanwhile)
  await hand.press('Keep this in the record')
}

export type OneDecision = {
  readonly decision: string
  readonly kind: string
  readonly day: Typed
  readonly time: string
  readonly help: string
  readonly abilities: readonly [understands: string, retains: string, weighs: string, communicates: string]
  readonly shown: string
  readonly has: RegExp
  readonly because?: string
  readonly link?: string
  readonly again?: string
}

const ABILITIES = [/understand what/, /keep it in mind/, /use it, or weigh/, /let you know/] as const

export async function askAboutOneDecision(hand: Hand, asked: OneDecision): Promise<void> {
  await goTo(hand, 'deciding')
  await hand.press('Ask about one decision')
  await hand.write(/Which decision is it/, asked.decision)
  await hand.tick(/What kind of decision/, asked.kind)
  await writeDay(hand, /On which day did you ask/, asked.day)
  await hand.choose(/At what time of day/, asked.time)
  await hand.write(/What was done first/, asked.help)
  for (const [place, ability] of ABILITIES.entries())
    await hand.choose(ability, asked.abilities[place] ?? 'Yes')
  await hand.write(/What showed it/, asked.shown)
  await sayWhetherTheyCan(hand, asked)
}

/** The last questions of the form, and sending it: what is put right when the answers contradict each other. */
export async function sayWhetherTheyCan(
  hand: Hand,
  { has, because, link, again }: Pick<OneDecision, 'has' | 'because' | 'link' | 'again'>,
): Promise<void> {
  await hand.choose(/can they make this decision/, has)
  if (because !== undefined) await hand.write(/what illness or injury/, because)
  if (link !== undefined) await hand.write(/how does that lead to/, link)
  if (again !== undefined) await hand.write(/When is it to be asked again/, again)
  await hand.press('Keep this in the record')
}
