import { describe, expect, test } from 'vitest'
import { day } from '../domain/dates/plain-date.ts'
import { accuracyTable } from '../domain/population/accuracy.ts'
import { projectFile } from '../platform/database/project-files.ts'
import { modelFrom } from './published-model.ts'
import { transparencyDocument, transparencyRecord } from './transparency-record.ts'

const model = await modelFrom(projectFile('allocation/northmoor-2026-27.yaml'))
const groups = {
  age: '65-84',
  sex: 'female',
  ethnicity: 'white',
  reason: 'physical',
  area: 'old-town',
  advocate: 'no',
  'clued-up': 'no',
}
const accuracy = accuracyTable(
  Array.from({ length: 40 }, (_, index) => ({
    estimate: 10_000,
    actual: index < 30 ? 10_000 : 12_500,
    on: day('2026-05-01'),
    groups,
  })),
  day('2026-04-01'),
)

describe('the model as an algorithmic transparency record', () => {
  const record = transparencyRecord(model, accuracy, { '1.2': 'Money and planning', '4.2.1': 'Another name' })
  const words = (number: string) =>
    record.flatMap(({ fields }) => fields).find((field) => field.number === number)?.words

  test('the headings of the standard, each once and in its order', () => {
    expect(record.map(({ heading }) => heading)).toEqual([
      'Tier 1: Overview',
      'Tier 2: Owner and responsibility',
      'Tier 2: Description and rationale',
      'Tier 2: Decision-making process',
      'Tier 2: Tool specification',
      'Tier 2: Model specification',
      'Tier 2: Data specification',
      'Tier 2: Risks, mitigations and impact assessments',
    ])
    const numbers = record.slice(1).flatMap(({ fields }) => fields.map(({ number }) => number))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers).toHaveLength(46)
  })

  test('what the model file says is said', () => {
    expect(words('1')).toBe('Northmoor 2026-27')
    expect(words('4.2.2')).toBe('3, in force from 1 April 2026')
    expect(words('1.1')).toBe('Northmoor Council')
    expect(words('4.3.3')).toContain('home care from an agency: £27.60 an hour from 1 April 2026')
    expect(words('2.5')).toContain('Northmoor points 2026-27')
    expect(words('4.3.7')).toContain('https://www.homecareassociation.org.uk/')
  })

  test('how good it is, in words anybody can check', () => {
    // Thirty of forty are right, ten are 20% too low: £400,000 of £425,000 pence together is 94%; the mean error is £6.25.
    expect(words('4.2.7')).toContain('about 40 people')
    expect(words('4.2.7')).toContain(
      'within 0% of what the plan costs; the mean error is £6.25 a week; 75% are within 10% and 100% within 20%',
    )
    expect(words('4.2.7')).toContain('94% of all costs; for 75% of people the sum was enough')
    expect(words('4.2.7')).toContain('too low for about half of all people')
  })

  test('what only the council knows is asked for and never made up; and it cannot say otherwise than the file', () => {
    expect(words('1.2')).toBe('Money and planning')
    expect(words('1.3')).toBeUndefined()
    expect(words('3.5')).toBeUndefined()
    expect(words('4.2.1')).toBe('Northmoor 2026-27')
    expect(
      transparencyRecord(model, undefined)
        .flatMap(({ fields }) => fields)
        .find(({ number }) => number === '4.2.7')?.words,
    ).toBeUndefined()
  })

  test('as JSON, with empty places where the council has to write', () => {
    const document = JSON.stringify(transparencyDocument(record))
    expect(document).toContain('"standard":"Algorithmic Transparency Recording Standard, version 3.0"')
    expect(document).toContain('{"number":"1.3","heading":"Senior responsible owner","words":null}')
  })
})
