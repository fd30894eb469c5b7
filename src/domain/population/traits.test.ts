import { describe, expect, test } from 'vitest'
import {
  AREAS,
  AREA_WORDS,
  ETHNICITIES,
  ETHNICITY_WORDS,
  SUPPORT_REASONS,
  SUPPORT_REASON_WORDS,
  readTraits,
} from './traits.ts'

const good = { person: 'p-1', sex: 'female', ethnicity: 'asian', area: 'eastfield', reason: 'memory' }

describe('traits beside a record', () => {
  test('are read as they stand', () => {
    expect(readTraits(good)).toEqual({ kind: 'traits', traits: good })
  })

  test('every value has words', () => {
    expect(Object.keys(AREA_WORDS)).toEqual([...AREAS])
    expect(Object.keys(ETHNICITY_WORDS)).toEqual([...ETHNICITIES])
    expect(Object.keys(SUPPORT_REASON_WORDS)).toEqual([...SUPPORT_REASONS])
  })

  test.each([
    [null, ['must be an object']],
    [[], ['must be an object']],
    [{ ...good, person: '' }, ['person: must be the id of a person']],
    [{ ...good, sex: 'f' }, ['sex: must be one of female, male']],
    [{ ...good, area: 'Leeds', note: 1 }, ['note: unknown key', `area: must be one of ${AREAS.join(', ')}`]],
  ])('%j is refused, every mistake named', (value, says) => {
    expect(readTraits(value)).toEqual({ kind: 'refused', says })
  })
})
