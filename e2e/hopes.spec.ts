import { beforeAll, describe, expect, test } from 'vitest'
import type { Service } from '../test/the-service.ts'
import type { Hand } from './hand.ts'
import { lookedOver } from './looked-over.ts'
import { goToHopes, sayHowItGoes, sayWhatIsHoped, writeDownATrial } from './steps/hopes.ts'
import { type Who, openOwnRecord, openRecordOf, reads } from './steps/table.ts'
import { windowsOn } from './windows.ts'

// Choice and independence: the swimmer, and two of those who come from the institution.

const KUMARAN: Who = { name: 'Kumaran', side: 'public' }
const FOLAKE: Who = { name: 'Folake Adeyinka', side: 'staff' }
const DOT: Who = { name: 'Dorothy Abernethy', side: 'public' }
const MEI_LING: Who = { name: '陳美玲', side: 'public' }

const windows = windowsOn()
/** No scripts, as where they are blocked or did not arrive. */
const windowOf = (who: Who) => windows.windowOf(who, { javaScript: false })

let service: Service
beforeAll(async () => {
  service = await windows.service()
})

test('Kumaran swims with what both agreed, and says how it goes in his own words', async () => {
  const kumaran = await windowOf(KUMARAN)
  await openOwnRecord(kumaran)
  expect(await reads(kumaran)).toMatch(/About me .*I like swimming, buses, and tall ice cream/)

  // What he hoped for, what was thought possible and what both agreed stand beside each other still.
  await goToHopes(kumaran, 'Hopes')
  await kumaran.follow('Getting out and about')
  const hope = await reads(kumaran)
  expect(hope).toContain('I can swim. I got the twenty-five. I want to go by me.')
  expect(hope).toContain('He did not know what to do when the 42 bus was late.')
  expect(hope).toMatch(/What you both agreed .*Swim by me. Bus by me/)
  expect(hope).toContain('A swim buddy for eight weeks, then by me')

  await sayHowItGoes(kumaran, {
    goal: 'Swim by me',
    says: 'By me. Every week. I told the new boy about the towels.',
    step: 'I do this on my own',
    compared: 'as hoped',
  })
  await goToHopes(kumaran, 'Over time')
  const time = await reads(kumaran)
  expect(time).toContain('From 20 March 2026: 0 hours a week')
  expect(time).toContain('Fewer hours alone prove nothing.')
  expect(time).toContain('I told the new boy about the towels.')
  await goToHopes(kumaran, 'Choice and independence')
  expect(await reads(kumaran)).toContain('You got what you wanted, and you do more for yourself.')

  // His worker reads the same facts.
  const folake = await windowOf(FOLAKE)
  await openRecordOf(folake, KUMARAN)
  await goToHopes(folake, 'Choice and independence')
  expect(await reads(folake)).toContain('“Swim by me. Bus by me.” was met')
})

test('Mei-ling moves up the ladder in her own words: a talk, a trial, and what she hopes for after it', async () => {
  const folake = await windowOf(FOLAKE)
  await openRecordOf(folake, MEI_LING)
  await writeDownATrial(folake, {
    part: 'Eating and drinking',
    tried: 'One fish, with Anneliese, in October.',
    inTheWay: 'The house rule: no knife.',
    says: 'I will make one soup. With ginger.',
    what: 'Soup with ginger on Thursdays, in the training kitchen',
    weeks: '6',
    step: 'I do part of this',
  })
  expect(await reads(folake)).toContain('is trying it until 2 January 2027. Ask again then.')

  service.turnTo('2027-01-04')
  const meiLing = await windowOf(MEI_LING)
  await openOwnRecord(meiLing)
  await goToHopes(meiLing, 'Hopes')
  expect(await reads(meiLing)).toContain('Ask again')
  await sayHowItGoes(meiLing, {
    goal: 'Soup with ginger on Thursdays',
    says: 'Six soups. The nurse asked for the recipe.',
    step: 'I do this with equipment, technology or more time',
    compared: 'much more than hoped',
  })
  await sayWhatIsHoped(meiLing, {
    part: 'Eating and drinking',
    says: 'My own kitchen. My own knife.',
    step: 'I do this on my own',
  })
  const now = await reads(meiLing)
  // The first hope stays, and stands behind the new one.
  expect(now).toContain('My own kitchen. My own knife.')
  await meiLing.unfold('Said before (1)')
  expect(await reads(meiLing)).toContain('I have not held a knife in this country since 1999')
  await goToHopes(meiLing, 'Over time')
  expect(await reads(meiLing)).toMatch(/Eating and drinking.*Six soups/)
  service.turnTo('2026-11-21')
})

test('Dot is content as she is, and the tea is hers', async () => {
  const dot = await windowOf(DOT)
  await openOwnRecord(dot)
  await goToHopes(dot, 'Hopes')
  await dot.follow('Eating and drinking')
  const hope = await reads(dot)
  expect(hope).toContain('It has always come on a trolley. I am content as I am.')
  expect(hope).toContain('You talked about this, and agreed what stands below.')
  expect(hope).not.toContain('Would you like to talk about it?')
  await sayHowItGoes(dot, {
    goal: 'But I will make the tea',
    says: 'I made it. Four sugars for Marjorie.',
    step: 'I do part of this',
    compared: 'as hoped',
  })
  await goToHopes(dot, 'Choice and independence')
  expect(await reads(dot)).toContain('You got what you wanted, and you do more for yourself.')
})

const PAGES = [
  'about-me',
  'about-me/strengths/say',
  'outcomes',
  'outcomes/goals/goal-1/step',
  'outcomes/tell',
  'outcomes/hopes',
  'outcomes/hopes/community',
  'outcomes/hopes/community/say',
  'outcomes/hopes/community/talk',
  'outcomes/over-time',
  'outcomes/both',
  'outcomes/wellbeing',
  'outcomes/wellbeing/say',
  'outcomes/heard',
  'outcomes/heard/say',
  'paper',
  'paper/hopes',
  'paper/goals',
  'paper/heard',
  'paper/what-happened',
  'paper/how-it-goes',
  'challenge',
  'challenge/complaint/complaint-1',
  'conversation/correct/complaint-1',
]
const WORKERS = [
  'outcomes/hopes/community/possible',
  'outcomes/wellbeing/numbers',
  'outcomes/hopes/community',
  'outcomes/tell',
  'conversation/correct/need-1',
  'about-me',
]
const EASY = [
  'about-me',
  'outcomes',
  'outcomes/hopes',
  'outcomes/hopes/community',
  'outcomes/over-time',
  'outcomes/both',
  'outcomes/wellbeing',
  'outcomes/heard',
  'challenge',
  'challenge/complaint/complaint-1',
  'conversation/correct/complaint-1',
]

describe('every page holds for everybody: axe finds nothing, nothing scrolls sideways, paper begins with the heading', () => {
  const hands: { kumaran?: Hand; folake?: Hand } = {}
  beforeAll(async () => {
    hands.kumaran = await windows.windowOf(KUMARAN)
    hands.folake = await windows.windowOf(FOLAKE)
  })
  const looked = async (hand: Hand | undefined, path: string): Promise<readonly string[]> => {
    if (hand === undefined) throw new Error('nobody has signed in')
    await hand.page.goto(`/records/${service.recordOf('kumaran')}/${path}`)
    return lookedOver(hand.page)
  }

  test.each([...PAGES, ...EASY.map((page) => `${page}?as=easy-read`)])('%s, for the person', async (path) => {
    expect(await looked(hands.kumaran, path)).toEqual([])
  })

  test.each(WORKERS)('%s, for the worker', async (path) => {
    expect(await looked(hands.folake, path)).toEqual([])
  })
})
