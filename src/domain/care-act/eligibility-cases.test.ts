import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { Answer } from '../answer.ts'
import { isAdultOutcome, isCarerOutcome } from '../outcomes/topics.ts'
import { adultEligibility } from './adult-eligibility.ts'
import { carerEligibility } from './carer-eligibility.ts'
import type { Eligibility } from './eligibility.ts'
import { FINDINGS, IMPACTS, type MetBy, type NeedFacts } from './need-facts.ts'

// The two tables beside this file were written by hand from the regulations, a row for each need. The first row of a
// case says what the facts give; a lawyer can read and sign them without reading the code.

type Row = Readonly<Record<string, string>>
type Case = { readonly name: string; readonly first: Row; readonly rows: readonly Row[] }

function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '',
  )
}

function casesIn(file: string): readonly Case[] {
  const [head = '', ...lines] = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const columns = fieldsOf(head)
  const byNumber = new Map<string, Row[]>()
  for (const line of lines) {
    const fields = fieldsOf(line)
    if (fields.length !== columns.length) throw new Error(`${file}: ${fields.length} fields in: ${line}`)
    const row = Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']))
    const number = row['case'] ?? ''
    byNumber.set(number, [...(byNumber.get(number) ?? []), row])
  }
  return [...byNumber].map(([number, rows]) => ({
    name: `${number} ${rows[0]?.['about']}`,
    first: rows[0] ?? {},
    rows,
  }))
}

const list = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : text.split(' + ')

const CARERS: Readonly<Record<string, MetBy>> = {
  'willing and able': { carer: 'c', name: 'Sam', willing: true, able: true },
  'willing only': { carer: 'c', name: 'Sam', willing: true, able: false },
  'able only': { carer: 'c', name: 'Sam', willing: false, able: true },
}

function among<T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  const found = values.find((value) => value === text)
  if (found === undefined && text !== '') throw new Error(`not one of ${values.join(', ')}: ${text}`)
  return found
}

function needsOf<Outcome extends string>(
  { rows }: Case,
  is: (topic: string) => topic is Outcome,
): readonly NeedFacts<Outcome>[] {
  return rows
    .filter((row) => row['need'] !== '-')
    .map((row) => {
      const outcomes = list(row['outcomes'])
      if (!outcomes.every(is)) throw new Error(`not an outcome: ${row['outcomes']}`)
      const found = among(FINDINGS, row['test'])
      const impact = among(IMPACTS, row['impact'])
      const metBy = CARERS[row['carer'] ?? '']
      if (metBy === undefined && row['carer'] !== '') throw new Error(`no such carer: ${row['carer']}`)
      return {
        id: row['need'] ?? '',
        text: `need ${row['need']}`,
        outcomes,
        cause: row['cause'] ?? '',
        wellbeing: [],
        statements: [],
        ...(found && { test: found }),
        ...(impact && { impact }),
        ...(metBy && { metBy }),
      }
    })
}

/** The answer in the words of the table. */
function told(answer: Answer<Eligibility<string>>): Row {
  const nothing = { shown: '', 'eligible needs': '', 'open needs': '', 'still to ask': '' }
  if (answer.kind === 'does-not-apply') return { ...nothing, 'facts give': 'does not apply' }
  if (answer.kind === 'needs') {
    const facts = answer.facts.map(({ fact, entry }) => (entry === undefined ? fact : `${fact} of ${entry}`))
    return { ...nothing, 'facts give': 'not yet known', 'still to ask': facts.join(' + ') }
  }
  const { eligible, outcomes, eligibleNeeds, openNeeds } = answer.value
  return {
    ...nothing,
    'facts give': eligible ? 'eligible' : 'not eligible',
    shown: outcomes
      .filter(({ finding }) => finding === 'shown')
      .map(({ outcome }) => outcome)
      .join(' + '),
    'eligible needs': eligibleNeeds.join(' + '),
    'open needs': openNeeds.join(' + '),
  }
}

const expected = (first: Row): Row =>
  Object.fromEntries(
    ['facts give', 'shown', 'eligible needs', 'open needs', 'still to ask'].map((column) => [
      column,
      first[column] ?? '',
    ]),
  )

describe('an adult: regulation 2', () => {
  const cases = casesIn('./adult-eligibility.cases.csv')

  it('has every case that the table should', () => {
    expect(cases.length).toBe(56)
    for (const { first } of cases) expect(first['regulation']).not.toBe('')
  })

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const assessed = one.first['applies'] !== 'no assessment'
    expect(told(adultEligibility({ assessed, needs: needsOf(one, isAdultOutcome) }))).toEqual(
      expected(one.first),
    )
  })
})

describe('a carer: regulation 3', () => {
  const cases = casesIn('./carer-eligibility.cases.csv')

  it('has every case that the table should', () => {
    expect(cases.length).toBe(32)
    for (const { first } of cases) expect(first['regulation']).not.toBe('')
  })

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const assessed = one.first['applies'] !== 'no assessment'
    const adultForAdult = one.first['applies'] !== 'not adult for adult'
    const answer = carerEligibility({ assessed, adultForAdult, needs: needsOf(one, isCarerOutcome) })
    expect(told(answer)).toEqual(expected(one.first))
  })
})
