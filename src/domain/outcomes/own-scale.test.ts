import { describe, expect, test } from 'vitest'
import { HEARD, HEARD_ITEMS, WELLBEING_ITEMS, isAboutTalk, itemInWords, readAscot } from './own-scale.ts'
import { WELLBEING_AREAS } from './wellbeing.ts'

const ALL = 'control: 1\nclean: 0\nfood=0; safety: 1, social: 2\noccupation: 2\naccommodation: 0\ndignity: 3'

describe('numbers of a licensed instrument', () => {
  test('are eight, each a domain and a number', () => {
    expect(readAscot(ALL)).toEqual({
      kind: 'read',
      items: {
        control: 1,
        clean: 0,
        food: 0,
        safety: 1,
        social: 2,
        occupation: 2,
        accommodation: 0,
        dignity: 3,
      },
    })
  })

  test.each([
    [
      'nothing',
      '',
      'These are missing: control, clean, food, safety, social, occupation, accommodation, dignity.',
    ],
    ['one too few', ALL.replace('clean: 0\n', ''), 'These are missing: clean.'],
    [
      'a number that is on no scale',
      ALL.replace('control: 1', 'control: 4'),
      '“control: 4” is no domain with a number from 0 to 3.',
    ],
    ['another name', ALL.replace('control', 'happy'), '“happy: 1” is no domain with a number from 0 to 3.'],
    ['one twice', `${ALL}\ncontrol: 2`, '“control” is there twice.'],
    [
      'a name of every object',
      `${ALL}\nconstructor: 1`,
      '“constructor: 1” is no domain with a number from 0 to 3.',
    ],
  ])('%s is not read', (_, typed, says) => {
    const read = readAscot(typed)
    expect(read.kind === 'wrong' && read.says).toContain(says)
  })
})

test('every area of wellbeing has an item in plain words, and what is about a talk is told from it', () => {
  expect(Object.keys(WELLBEING_ITEMS)).toEqual([...WELLBEING_AREAS])
  expect(HEARD.map(itemInWords)).toEqual(Object.values(HEARD_ITEMS))
  expect(itemInWords('I swim when I like')).toBe('I swim when I like')
  expect(isAboutTalk({ 'heard-listened': 4 })).toBe(true)
  expect(isAboutTalk({ 'heard-listened': 4, control: 2 })).toBe(false)
  expect(isAboutTalk({})).toBe(false)
})
