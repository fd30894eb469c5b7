import { expect, test } from 'vitest'
import { showTheSum } from './steps/budget.ts'
import { closeTheAssessment, findANeed } from './steps/conversation.ts'
import { decide } from './steps/eligibility.ts'
import { agree } from './steps/plan.ts'
import {
  BERNADETTE,
  LEOPOLD,
  MARISOL,
  type Who,
  goTo,
  openOwnRecord,
  openRecordOf,
  reads,
} from './steps/table.ts'
import {
  acceptTheIdea,
  addAGoal,
  addALine,
  addAnIdea,
  approve,
  askForAReview,
  askToTheTable,
  contest,
  nothingToPay,
  startSupport,
  tellOfAWeek,
  writeAReview,
  writeAround,
} from './steps/year.ts'
import { windowsOn } from './windows.ts'

// A year of one person, from the first conversation to the yearly review, with five people doing their part.

const TOBIAS: Who = { name: 'Tobias Winterflood', side: 'staff' }
const HOMECARE: Who = { name: 'Northmoor Homecare', side: 'staff' }

const windows = windowsOn()
const { windowOf } = windows
/** No scripts, as where they are blocked or did not arrive. */
const PLAIN = { javaScript: false }

test('Leopold’s year: a need, an idea of his own, a plan that he agrees to, support that did not come, and the review', async () => {
  const service = await windows.service()
  const [marisol, leopold, bernadette] = [
    await windowOf(MARISOL, PLAIN),
    await windowOf(LEOPOLD, PLAIN),
    await windowOf(BERNADETTE, PLAIN),
  ]

  // The conversation ends in a need, a decision and a sum, all of which he can read.
  await openRecordOf(marisol, LEOPOLD)
  await findANeed(marisol, {
    need: 'The way to the bakery and about the town',
    topics: ['Work, learning and volunteering', 'Getting out and about'],
    cause: 'Usher syndrome: deaf, and losing sight',
    test: 'can do it, but it endangers them or others',
    wellbeing: ['work, learning'],
    impact: 'significantly',
    why: 'Without a way there he loses his work.',
    restsOn: [/The baking I do alone/, /The bank, the doctor/],
  })
  await closeTheAssessment(marisol)
  await decide(marisol, {
    need: 'The way to the bakery',
    why: 'He cannot cross the second road in safety.',
    reasons: 'Two outcomes, from one cause, and his work hangs on it.',
  })
  await showTheSum(marisol)
  await openOwnRecord(leopold)
  await goTo(leopold, 'eligibility')
  expect(await reads(leopold)).toContain('Eligible, decided by Marisol Etxeberri on 21 November 2026.')

  // He has an idea of his own, with its price. Marisol answers it with a reason.
  service.turnTo('2026-11-24')
  await addAnIdea(leopold, {
    need: 'The way to the bakery',
    what: 'Petra from the deafblind club guides me two afternoons. She signs hands-on.',
    amount: '5',
    unit: 'hour',
    price: '19.20',
  })
  expect(await reads(leopold)).toContain('Petra from the deafblind club')
  await acceptTheIdea(marisol, 'She knows the way and his language. Nobody we can buy has both.')
  await goTo(leopold, 'options')
  expect(await reads(leopold)).toContain('She knows the way and his language.')

  // Finance and the provider are asked to the table, and finance says what he pays: nothing, and why.
  await openRecordOf(bernadette, LEOPOLD)
  await askToTheTable(bernadette, TOBIAS.name)
  await askToTheTable(bernadette, HOMECARE.name)
  const tobias = await windowOf(TOBIAS, PLAIN)
  await openRecordOf(tobias, LEOPOLD)
  await nothingToPay(tobias, 'What comes in is less than what must be left to him.')

  // The plan is written together: his goal in his words, a line with its sum, what happens if nobody comes.
  service.turnTo('2026-12-01')
  await addAGoal(leopold, 'To open the bakery myself, every Saturday', 'Work, learning and volunteering')
  await goTo(marisol, 'plan')
  await marisol.follow('Begin a draft')
  await writeAround(marisol, {
    wishes: 'His work, and his own hands in the dough.',
    contingency: 'If Petra is ill, Northmoor Homecare sends the guide who was trained with her.',
    prevent: 'A look at the second road with the council’s crossings officer.',
    with: ['Leopold Strand-Achebe'],
    review: ['1', '12', '2027'],
  })
  await addALine(marisol, {
    need: 'The way to the bakery',
    what: 'A guide on the way to the bakery and about the town',
    form: 'personal-assistant',
    provider: HOMECARE.name,
    amount: '10',
    price: '19.20',
    why: 'Five ways a week and two afternoons.',
  })
  expect(await reads(marisol)).toContain('£192.00')
  await approve(bernadette, 'It meets the need, and he wrote it with us.')
  await goTo(marisol, 'plan')
  await marisol.follow('Issue this draft')
  await marisol.press('Issue this version')
  expect(await reads(marisol)).toContain('The plan is issued.')
  await goTo(leopold, 'plan')
  expect(await reads(leopold)).toContain('DRAFT.')
  await agree(leopold)
  await goTo(leopold, 'plan')
  expect(await reads(leopold)).toContain('You agree, 1 December 2026.')

  // Support starts. In its second week three of ten hours do not come, and he reads it the same day.
  service.turnTo('2026-12-07')
  await startSupport(marisol, 'A guide on the way', HOMECARE.name)
  service.turnTo('2026-12-21')
  const homecare = await windowOf(HOMECARE, PLAIN)
  await openRecordOf(homecare, LEOPOLD)
  await tellOfAWeek(homecare, {
    line: 'A guide on the way',
    from: ['14', '12', '2026'],
    to: ['20', '12', '2026'],
    planned: '10',
    delivered: '7',
  })
  await goTo(leopold, 'support')
  expect(await reads(leopold)).toMatch(/7 of 10 hours/)
  await contest(leopold, 'Four hours did not come: Saturday and Sunday.', 'Put it right, and tell me when.')
  expect(await reads(leopold)).toContain('Sent. Everything that rests on it is marked until it is settled.')

  // He asks for a review; it is held, and changes nothing but who steps in.
  service.turnTo('2027-01-11')
  await askForAReview(leopold, 'Three hours did not come before Christmas, and nobody told me.')
  expect(await reads(leopold)).toContain('You have asked for a review. The clock has started.')
  service.turnTo('2027-01-20')
  await writeAReview(marisol, {
    type: 'Review that was asked for',
    with: ['Leopold Strand-Achebe'],
    found: 'The guide was ill and the second was not told. Now both have each other’s number.',
    changed: 'No',
    leadsTo: 'The plan stays as it is',
  })
  service.turnTo('2027-11-30')
  await writeAReview(marisol, {
    type: 'Planned review',
    with: ['Leopold Strand-Achebe'],
    found: 'He opened the bakery forty-six Saturdays.',
    changed: 'No',
    leadsTo: 'The plan stays as it is',
  })
  await goTo(leopold, 'review')
  expect(await reads(leopold)).toContain('He opened the bakery forty-six Saturdays.')

  // Everything that was decided is in his letters, and he can see who looked.
  await goTo(leopold, 'letters')
  const letters = await reads(leopold)
  for (const title of ['Your assessment', 'Your decision about help from the council', 'Your review'])
    expect(letters).toContain(title)
  await goTo(leopold, 'looks')
  const looks = await reads(leopold)
  for (const { name } of [MARISOL, BERNADETTE, TOBIAS, HOMECARE]) expect(looks).toContain(name)
})
