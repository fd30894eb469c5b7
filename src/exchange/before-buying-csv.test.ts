import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ASSUMED } from '../domain/contracts/before-buying/assumptions.ts'
import { runsOf } from '../domain/contracts/before-buying/run.ts'
import { runsFrom, runsFromCsv, runsToCsv } from './before-buying-csv.ts'

const MADE = join(import.meta.dirname, '..', '..', 'figures', 'before-buying.csv')

const HEAD = 'way,behaviour,seed,paid,held,elsewhere,left,planned,given,reached,said,without,flags'
const ROW =
  'outcome-fee,marks-high,7,1000.50,20.00,300.25,-4.00,5000.5,4800.25,120,150,11,marking-own-work creaming'

describe('runs as rows', () => {
  test('a row is read as it was written', () => {
    const text = `${HEAD}\n${ROW}\n`
    const [run] = runsFromCsv(text)
    expect(run).toEqual({
      way: 'outcome-fee',
      behaviour: 'marks-high',
      seed: 7,
      paid: 100_050,
      held: 2000,
      elsewhere: 30_025,
      cost: 130_075,
      left: -400,
      planned: 5000.5,
      given: 4800.25,
      reached: 120,
      said: 150,
      without: 11,
      flags: ['marking-own-work', 'creaming'],
    })
    expect(runsToCsv(runsFromCsv(text))).toBe(text)
  })

  test.each([
    ['way,behaviour\n', 'Row 1 does not name the columns'],
    [`${HEAD}\n${ROW.replace('marks-high', 'is-kind')}\n`, 'Row 2 is not a run'],
    [`${HEAD}\n${ROW}\n${ROW.replace('1000.50', 'much')}\n`, 'Row 3 is not a run'],
    [`${HEAD}\n${ROW},more\n`, 'Row 2 is not a run'],
  ])('what is no run is refused with its row', (text, says) => {
    expect(() => runsFromCsv(text)).toThrow(says)
  })

  test('the runs that the pages show are those that the code gives: else make them again with before-buying --csv', async () => {
    const made = await runsFrom(MADE)
    expect(new Set(made.map(({ seed }) => seed)).size).toBe(40)
    expect(made.filter(({ seed }) => seed === 17)).toEqual(runsOf(ASSUMED, 17))
  })
})
