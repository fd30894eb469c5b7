import { describe, expect, test } from 'vitest'
import { ON, council } from './a-council.ts'
import { chanceAt } from './chance.ts'
import { USUAL_FAULTS } from './faults.ts'
import { type Someone, someone } from './someone.ts'

// Figures of section E3 of the evidence, written out: 20,000 people who are known to a council within a year.

const PEOPLE = 20_000
const everybody: readonly Someone[] = Array.from({ length: PEOPLE }, (_, place) =>
  someone(chanceAt(2026, place), `p-${place}`, ON),
)
const longTerm = everybody.filter(({ way }) => way === 'long' || way === 'new')
const shareOf = (of: readonly Someone[], is: (one: Someone) => boolean) => of.filter(is).length / of.length
const mean = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0) / numbers.length
const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

describe('the shape of an invented council', () => {
  test.each([
    ['have long-term support in the year', 8250, (one: Someone) => one.way === 'long' || one.way === 'new'],
    ['wait for an assessment', 1790, (one: Someone) => one.way === 'waiting'],
    ['begin long-term support', 1600, (one: Someone) => one.way === 'new'],
  ])('%s: %d of 20,000', (_, expected, is) => {
    const found = everybody.filter(is).length
    expect(Math.abs(found - expected)).toBeLessThan(expected * 0.06)
  })

  test.each([
    ['are 18 to 64', 0.35, (one: Someone) => one.age < 65],
    ['live in a nursing home', 0.1, (one: Someone) => one.setting === 'nursing'],
    ['live in a residential home', 0.22, (one: Someone) => one.setting === 'residential'],
    ['have physical support', 0.51, (one: Someone) => one.traits.reason === 'physical'],
    [
      'have support for a learning disability',
      0.16,
      (one: Someone) => one.traits.reason === 'learning-disability',
    ],
    ['have support for their mental health', 0.12, (one: Someone) => one.traits.reason === 'mental-health'],
    ['are clued-up', 0.25, (one: Someone) => one.cluedUp],
  ])('of those with long-term support, %s: %d', (_, expected, is) => {
    expect(Math.abs(shareOf(longTerm, is) - expected)).toBeLessThan(0.02)
  })

  test('home care over 65: a mean of 12.6 hours and a median of 9.5', () => {
    const hours = longTerm
      .filter(({ age, setting }) => age >= 65 && setting === 'home')
      .map((one) => one.hours)
    expect(Math.abs(mean(hours) - 12.6)).toBeLessThan(0.6)
    expect(Math.abs((median(hours) ?? 0) - 9.5)).toBeLessThan(0.5)
  })

  test('what people say they need comes to the hours that they were given to need', () => {
    const said = longTerm.map(
      ({ needs }) =>
        needs.reduce(
          (total, { topic, times, minutes }) => total + (topic === 'night' ? 0 : times * minutes),
          0,
        ) / 60,
    )
    expect(Math.abs(mean(said) / mean(longTerm.map(({ hours }) => hours)) - 1)).toBeLessThan(0.03)
  })

  test('no trait goes with need, nor with knowing how to ask', () => {
    const hoursOf = (is: (one: Someone) => boolean) => mean(longTerm.filter(is).map(({ hours }) => hours))
    const pairs: readonly (readonly [(one: Someone) => boolean, (one: Someone) => boolean])[] = [
      [({ cluedUp }) => cluedUp, ({ cluedUp }) => !cluedUp],
      [({ traits }) => traits.ethnicity === 'white', ({ traits }) => traits.ethnicity !== 'white'],
      [({ traits }) => traits.area === 'eastfield', ({ traits }) => traits.area !== 'eastfield'],
    ]
    for (const [some, others] of pairs)
      expect(Math.abs(hoursOf(some) / hoursOf(others) - 1)).toBeLessThan(0.06)
  })

  test('of those who wait today 30 in 100 have waited six months, where the usual faults are planted', () => {
    const waits = council(1_500, 29, USUAL_FAULTS).flatMap(({ record }) => {
      const [contact] = record.entries
      const goesOn = record.entries.some(({ kind }) => kind === 'assessment-opened' || kind === 'closed')
      const asked = contact?.kind === 'contact' && contact.outcome === 'assess' && !goesOn
      return asked ? [(Date.parse(ON) - Date.parse(contact.on)) / 86_400_000] : []
    })
    const stuck = waits.filter((days) => days > 183).length / waits.length
    expect(waits.length).toBeGreaterThan(100)
    expect(stuck).toBeGreaterThan(0.18)
    expect(stuck).toBeLessThan(0.36)
  })
})
