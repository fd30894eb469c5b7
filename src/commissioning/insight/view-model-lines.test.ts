import { describe, expect, test } from 'vitest'
import { modelFrom } from '../../exchange/published-model.ts'
import { projectFile } from '../../platform/database/project-files.ts'
import { beginOf } from './view-comments.ts'
import { GROUP_WORDS, type ModelLine, foldOfLine, foldsOf, modelLines } from './view-model-lines.ts'

const LINES = modelLines(await modelFrom(projectFile('allocation/northmoor-2026-27.yaml')))
const GROUPS = ['prices', 'needs', 'carers', 'nights', 'rules', 'times'] as const
const line = (key: string): ModelLine | undefined => LINES.find((one) => one.key === key)

describe('the lines of the model, folded', () => {
  test('every line stands in one fold and no other, and every fold has a place of its own', () => {
    const folds = GROUPS.flatMap((group) => foldsOf(LINES, group))
    expect(folds.flatMap(({ lines }) => lines.map(({ key }) => key))).toEqual(LINES.map(({ key }) => key))
    expect(new Set(folds.map(({ id }) => id)).size).toBe(folds.length)
  })

  test('a part of life has its four levels; a group that is one part is one fold', () => {
    const needs = foldsOf(LINES, 'needs')
    expect(needs.map(({ lines }) => lines.length)).toEqual(needs.map(() => 4))
    expect(needs[1]?.says).toBe('Washing and keeping clean')
    expect(foldsOf(LINES, 'prices').map(({ says, lines }) => [says, lines.length])).toEqual([
      [GROUP_WORDS.prices, 12],
    ])
    expect(foldOfLine(LINES, 'need.hygiene.1')).toBe('needs-2')
    expect(foldOfLine(LINES, 'time.copy-days')).toBe('times-1')
    expect(foldOfLine(LINES, 'no.such.line')).toBeUndefined()
  })

  test('a price says how far it may go and where it comes from; no range is said as none', () => {
    expect(line('price.agency.hour.2026-04-01')).toMatchObject({
      what: 'Home care from an agency',
      says: '£27.60 an hour from 1 April 2026',
      price: { range: '£24.10 to £32.14' },
    })
    expect(LINES.find(({ what }) => what === 'A community group or place')?.price?.range).toBe(
      'Only £1.88 was found',
    )
    expect(line('need.hygiene.1')?.price).toBeUndefined()
  })

  test('no help is called no help, and not nought times a week', () => {
    expect(line('need.hygiene.1')?.says).toBe(
      'Home care from an agency; typically 7 times a week, 45 minutes each',
    )
    expect(line('need.hygiene.3')?.says).toBe('Home care from an agency; typically no help')
  })
})

describe('how a comment begins in a list', () => {
  test('a short one is whole; a long one ends after a word', () => {
    expect(beginOf('Too low.')).toBe('Too low.')
    const long = `${'word '.repeat(23)}unfinished business of mine`
    expect(beginOf(long)).toBe(`${'word '.repeat(23).trim()} …`)
    expect(beginOf('a'.repeat(200))).toBe(`${'a'.repeat(120)} …`)
  })
})
