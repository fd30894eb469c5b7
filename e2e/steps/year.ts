import type { Hand } from '../hand.ts'
import { goTo } from './table.ts'

/** What happens around a plan in its first year: ideas, goals, lines, who pays, who comes, and the look back. */

export async function askToTheTable(manager: Hand, whom: string): Promise<void> {
  await goTo(manager, 'people')
  await manager.press('Ask a colleague or a provider to the table')
  await manager.choose('Who is it?', whom)
  await manager.press('Ask them')
}

export type Idea = {
  readonly need: string
  readonly what: string
  readonly amount: string
  readonly unit: string
  readonly price: string
}

export async function addAnIdea(hand: Hand, idea: Idea): Promise<void> {
  await goTo(hand, 'options')
  await hand.follow('Add an idea of your own')
  await hand.tick('Which need does it meet?', idea.need)
  await hand.write('What is it?', idea.what)
  await hand.write('How much of it?', idea.amount)
  await hand.page.getByLabel('Counted in').selectOption(idea.unit)
  await hand.write('What does one cost, in pounds?', idea.price)
  await hand.choose(/What does it do to what you can do/, 'Builds what you can do')
  await hand.press('Put this on the table')
}

export async function acceptTheIdea(hand: Hand, why: string): Promise<void> {
  await goTo(hand, 'options')
  await hand.follow(/Answer this/)
  await hand.choose('What is the answer?', /Accepted/)
  await hand.write('Why?', why)
  await hand.press('Send this answer')
}

export async function addAGoal(hand: Hand, words: string, topic: string): Promise<void> {
  await goTo(hand, 'plan')
  await hand.follow('Add a goal')
  await hand.write(/What do you want to do, or to keep/, words)
  await hand.tick('Which parts of life is it about?', topic)
  await hand.choose('What kind of goal is it?', /keep/i)
  await hand.press('Keep this goal')
}

export type Line = {
  readonly need: string
  readonly what: string
  readonly form: string
  readonly provider: string
  readonly amount: string
  readonly price: string
  readonly why: string
}

/** From the page of the draft. */
export async function addALine(hand: Hand, line: Line): Promise<void> {
  await hand.press(/^Add a line$/)
  await hand.tick('Which needs is it for?', line.need)
  await hand.write('What is it?', line.what)
  const select = (name: string) => hand.page.getByRole('combobox', { name })
  await select('What kind of support is it?').selectOption(line.form)
  await select('Who gives it?').selectOption({ label: line.provider })
  await select('What is it counted in?').selectOption('hour')
  await hand.write('How many a week?', line.amount)
  await hand.write('What does one cost, in pounds?', line.price)
  await hand.choose('Who pays?', 'The council')
  await hand.choose('How is it arranged?', /^arranged by the council/i)
  await hand.choose(/What does it do to what the person can do/, 'It keeps what they can do')
  await hand.write('Why is it in the plan?', line.why)
  await hand.press('Keep this line in the draft')
}

export type Around = {
  readonly wishes: string
  readonly contingency: string
  readonly prevent: string
  readonly with: readonly string[]
  readonly review: readonly [day: string, month: string, year: string]
}

export async function writeAround(hand: Hand, around: Around): Promise<void> {
  await hand.write('What matters most to the person?', around.wishes)
  await hand.write('What happens if something goes wrong?', around.contingency)
  await hand.write('What could prevent needs, make them less, or delay them?', around.prevent)
  const review = hand.page.getByRole('group', { name: 'By when is it looked at again?' })
  const [day, month, year] = around.review
  await review.getByLabel('Day').fill(day)
  await review.getByLabel('Month').fill(month)
  await review.getByLabel('Year').fill(year)
  for (const who of around.with) await hand.tick('Who was it made with?', who)
  await hand.press('Keep this in the draft')
}

export async function approve(manager: Hand, why: string): Promise<void> {
  await goTo(manager, 'plan')
  await manager.follow('Decide on this version')
  await manager.choose('What do you decide?', 'Approve it')
  await manager.write('Why?', why)
  await manager.press('Record this decision')
}

export async function nothingToPay(finance: Hand, why: string): Promise<void> {
  await goTo(finance, 'money')
  await finance.follow('What the person can be asked to pay')
  await finance.follow('Record a light-touch assessment')
  await finance.write(/What will the person pay a week/, '0')
  await finance.write(/Savings/, '1200')
  await finance.write(/What comes in a week/, '210')
  await finance.page.getByLabel('The person agrees to a light touch').check()
  await finance.write(/Why is it plain/, why)
  await finance.press('Put this in the record')
}

export async function startSupport(hand: Hand, line: string, provider: string): Promise<void> {
  await goTo(hand, 'support')
  await hand.press('Say when support starts')
  await hand.choose('Which support is it?', line)
  await hand.choose('Who gives it?', provider)
  await hand.press('Keep this in the record')
}

export type Week = {
  readonly line: string
  readonly from: readonly [string, string, string]
  readonly to: readonly [string, string, string]
  readonly planned: string
  readonly delivered: string
}

export async function tellOfAWeek(provider: Hand, week: Week): Promise<void> {
  await goTo(provider, 'support')
  await provider.press('Say what came')
  await provider.choose('Which support?', week.line)
  for (const [legend, [day, month, year]] of [
    ['First day', week.from],
    ['Last day', week.to],
  ] as const) {
    const group = provider.page.getByRole('group', { name: legend })
    await group.getByLabel('Day').fill(day)
    await group.getByLabel('Month').fill(month)
    await group.getByLabel('Year').fill(year)
  }
  await provider.write('How much was planned?', week.planned)
  await provider.write('How much came?', week.delivered)
  await provider.press('Keep this in the record')
}

export async function contest(hand: Hand, says: string, wants: string): Promise<void> {
  await hand.follow(/It was not like this/)
  await hand.write(/What is wrong/, says)
  await hand.write(/What would you like to happen/, wants)
  await hand.press('Send this')
}

export async function askForAReview(hand: Hand, why: string): Promise<void> {
  await goTo(hand, 'review')
  await hand.press('Ask for a review')
  await hand.write('Why would you like a review?', why)
  await hand.press('Ask for a review')
}

export type Review = {
  readonly type: string
  readonly with: readonly string[]
  readonly found: string
  readonly changed: 'Yes' | 'No'
  readonly leadsTo: string
}

export async function writeAReview(hand: Hand, review: Review): Promise<void> {
  await goTo(hand, 'review')
  await hand.press('Write down a review')
  await hand.choose('What kind of review was it?', review.type)
  for (const who of review.with) await hand.tick('Who took part?', who)
  await hand.write('What did you find?', review.found)
  await hand.choose(/Have needs or circumstances changed/, new RegExp(`^${review.changed}`))
  await hand.choose('What happens now?', review.leadsTo)
  await hand.press('Keep this review in the record')
}
