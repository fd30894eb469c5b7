import { describe, expect, test } from 'vitest'
import { aKeyboard, aMouse } from './hand.ts'
import { openLine, readTheMoney, showTheSum } from './steps/budget.ts'
import { answer, openDisagreement } from './steps/challenge.ts'
import {
  closeTheAssessment,
  findANeed,
  openTopic,
  sayForTheFirstTime,
  sayThatItChanged,
  sayThatItIsWrong,
  sayWhatISaw,
} from './steps/conversation.ts'
import { decide } from './steps/eligibility.ts'
import { KEITH, LEOPOLD, MARISOL, TENDAI, goTo, openOwnRecord, openRecordOf, reads } from './steps/table.ts'
import { type Way, windowsOn } from './windows.ts'

// The main job, from beginning to end, in browsers of people who sit at the same table.

const { windowOf } = windowsOn({ each: 'test' })

const WAYS: readonly (Way & { readonly way: string })[] = [
  { way: 'with a mouse', javaScript: true, hand: aMouse },
  { way: 'without JavaScript', javaScript: false, hand: aMouse },
  { way: 'with nothing but a keyboard', javaScript: true, hand: aKeyboard },
]

describe('Tendai and Keith read one record: both speak, one disputes, and both see the sum and what it rests on', () => {
  test.each(WAYS)('$way', async (way) => {
    const [tendai, keith] = await Promise.all([windowOf(TENDAI, way), windowOf(KEITH, way)])

    // Tendai speaks. The home was worked out from what is typical; now from what he says: 2 hours at £19.20, not 1.
    expect(await reads(tendai)).toContain('Hello, Tendai Gwatidzo')
    await openOwnRecord(tendai)
    await openTopic(tendai, 'Keeping the home fit to live in')
    await sayThatItChanged(tendai, {
      words: 'With the list it takes us two afternoons a week.',
      level: 'I do this if someone prompts me or is nearby',
      times: '2',
      minutes: '60',
    })
    expect(await reads(tendai)).toContain('Kept. Everyone at the table can read it.')
    expect(await readTheMoney(tendai)).toEqual({
      sum: '£1,000.28',
      both: '£1,000.28 a week with what is disputed left out £889.88 a week if what is in the record stands',
    })

    // Keith reads it under Tendai's name, and says what he saw: an hour out a week, where Tendai said three.
    await openRecordOf(keith, TENDAI)
    await openTopic(keith, 'Keeping the home fit to live in')
    const heard = await reads(keith)
    expect(heard).toContain('Tendai Gwatidzo')
    expect(heard).toContain('With the list it takes us two afternoons a week.')
    await openTopic(keith, 'Getting out and about')
    await sayWhatISaw(keith, {
      words: 'We went to the shop and back within the hour.',
      level: 'I do this if someone prompts me or is nearby',
      times: '1',
      minutes: '60',
    })
    expect((await readTheMoney(keith)).sum).toBe('£961.88')

    // Tendai says that it is wrong. Until that is settled both see both sums, and what rests on it is marked.
    await openTopic(tendai, 'Getting out and about')
    expect(await reads(tendai)).toContain('We went to the shop and back within the hour.')
    await sayThatItIsWrong(tendai, 'Keith Bromwell', {
      says: 'The match is three hours with the way there. The shop is not the match.',
      wants: 'Leave it at three hours.',
    })
    expect(await reads(tendai)).toContain('Sent. Everything that rests on it is marked until it is settled.')
    const both =
      '£1,000.28 a week with what is disputed left out £851.48 a week if what is in the record stands'
    for (const hand of [tendai, keith]) {
      expect(await readTheMoney(hand)).toEqual({ sum: '£1,000.28', both })
      expect(await reads(hand)).toContain('2 facts behind this sum are disputed')
      const line = await openLine(hand, 'Getting out and about')
      expect(line).toContain('1 time a week × 3 hours × 1 helper = 3 hours a week')
      expect(line).toContain('3 hours × £19.20 an hour for a personal assistant = £57.60 a week.')
      expect(line).toContain('Saturdays I’d go to the match if somebody came.')
      expect(line).toContain('We went to the shop and back within the hour.')
      expect(line).toContain('Care Act s26')
    }
    expect(await reads(tendai)).toMatch(/You, 22 September 2026: “?The tricycle to Spokes I know/)
    expect(await reads(keith)).toMatch(/Tendai Gwatidzo, 22 September 2026: “?The tricycle to Spokes I know/)

    // Keith answers the older disagreement, about the weekends. The sum no longer waits for that one.
    await openDisagreement(keith, 'It is every other weekend.')
    await answer(keith, 'Accepted: it was wrong', 'The visit sheets of the summer say six days.')
    expect(await reads(keith)).toContain('The answer is in the record.')
    for (const hand of [keith, tendai]) {
      expect(await readTheMoney(hand)).toEqual({
        sum: '£1,000.28',
        both: '£1,000.28 a week with what is disputed left out £961.88 a week if what is in the record stands',
      })
    }
    await openDisagreement(tendai, 'It is every other weekend.')
    expect(await reads(tendai)).toContain('The visit sheets of the summer say six days.')

    // And Tendai sees who has looked at his money.
    await goTo(tendai, 'looks')
    expect(await reads(tendai)).toMatch(/Keith Bromwell\s+the money on the table.*works with you/)
  })
})

test('Leopold’s conversation has only begun and the pages say what is still to be asked', async () => {
  const leopold = await windowOf(LEOPOLD)
  expect(await reads(leopold)).toContain(
    'Your conversation is under way. Say how things are, in your own words.',
  )
  await openOwnRecord(leopold)
  expect(await reads(leopold)).toContain('The conversation is under way.')
  await goTo(leopold, 'eligibility')
  const eligibility = await reads(leopold)
  expect(eligibility).toContain('What is still to be asked')
  expect(eligibility).toContain('Which needs are there? None has been recorded yet.')
  expect(eligibility).toContain('The council has not decided yet.')

  // 5 times 40 minutes to work and twice 3 hours out at £19.20, and 5 ways there at £1.88. The rest nobody has asked.
  expect(await readTheMoney(leopold)).toEqual({ sum: '£188.60', both: '' })
  const unasked = 'Washing and keeping clean'
  expect(await leopold.page.getByRole('main').getByRole('link', { name: unasked }).count()).toBe(1)
  await leopold.follow(unasked)
  expect(await reads(leopold)).toContain('Nobody has said anything about this yet.')
  await sayForTheFirstTime(leopold, {
    words: 'I wash by touch. Somebody has to say what is clean.',
    level: 'I do this if someone prompts me or is nearby',
    times: '7',
    minutes: '20',
  })
  expect(await reads(leopold)).toContain('I wash by touch. Somebody has to say what is clean.')
  // 2 hours and 20 minutes at £27.60 an hour are £64.40 more.
  expect((await readTheMoney(leopold)).sum).toBe('£253.00')
  expect(await openLine(leopold, unasked)).toContain(
    '7 times a week × 20 minutes × 1 helper = 2 hours 20 minutes a week',
  )
})

test('a worker takes a first conversation to a need, a decision and a shown budget', async () => {
  const [marisol, leopold] = [await windowOf(MARISOL), await windowOf(LEOPOLD)]
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
  expect(await reads(marisol)).toContain('The need is in the record.')
  await closeTheAssessment(marisol)
  expect(await reads(marisol)).toContain('The assessment is closed.')
  await decide(marisol, {
    need: 'The way to the bakery',
    why: 'He cannot cross the second road in safety.',
    reasons: 'Two outcomes, from one cause, and his work hangs on it.',
  })
  expect(await reads(marisol)).toContain('Eligible, decided by you on 21 November 2026.')
  await showTheSum(marisol)
  expect(await reads(marisol)).toContain('The sum is in the record, with the model and the day.')

  await openOwnRecord(leopold)
  await goTo(leopold, 'eligibility')
  const eligibility = await reads(leopold)
  expect(eligibility).toContain('Eligible, decided by Marisol Etxeberri on 21 November 2026.')
  expect(eligibility).toContain('He cannot cross the second road in safety.')
  expect(eligibility).toContain('The decision and the recorded facts agree.')
  expect((await readTheMoney(leopold)).sum).toBe('£188.60')
  expect(await reads(leopold)).toContain('Indicative budget, 21 November 2026: £188.60 a week')
})
