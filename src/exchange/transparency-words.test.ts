import { describe, expect, test } from 'vitest'
import { projectFile } from '../platform/database/project-files.ts'
import { modelFrom } from './published-model.ts'
import { transparencyRecord } from './transparency-record.ts'
import {
  councilsHeadings,
  ownWordsBeside,
  ownWordsFile,
  ownWordsToFill,
  parseOwnWords,
} from './transparency-words.ts'

const FILE = projectFile('allocation/northmoor-2026-27.yaml')
const model = await modelFrom(FILE)
const written = (headings: string) => parseOwnWords(`model: Northmoor 2026-27\nheadings:\n${headings}`, model)

describe('what a council writes of its model', () => {
  test('stands beside the model, whatever its ending', () => {
    expect(ownWordsFile('models/ours.yaml')).toBe('models/ours.transparency.yaml')
    expect(ownWordsFile('models/ours.yml')).toBe('models/ours.transparency.yaml')
  })

  test('the headings that are its own, and no other', () => {
    expect(councilsHeadings(model).map(({ number }) => number)).toEqual([
      '3',
      '4',
      '1.2',
      '1.3',
      '1.4',
      '1.4.1',
      '1.4.2',
      '1.4.3',
      '1.4.4',
      '1.4.5',
      '2.4',
      '3.3',
      '3.5',
      '4.3.10',
      '4.3.11',
      '5.1',
    ])
  })

  test('is read by the number of the heading; what is left empty is not written', () => {
    expect(written(`  '1.2': The money team\n  '1.3': ''\n  '3.5':\n`)).toEqual({
      kind: 'words',
      own: { '1.2': 'The money team' },
    })
  })

  test.each([
    ["  '9.9': words\n", 'headings: there is no heading 9.9.'],
    [
      "  '4.2.6': It learns\n",
      'headings: 4.2.6 is made from the model and the figures. The council cannot write it anew.',
    ],
    [
      "  '4.2.7': It is always right\n",
      'headings: 4.2.7 is made from the model and the figures. The council cannot write it anew.',
    ],
    ["  '1.3': [a, b]\n", 'headings: 1.3 must be words. Put them between quotation marks.'],
  ])('with a mistake it is named, and nothing is used: %s', (headings, says) => {
    expect(written(headings)).toEqual({ kind: 'invalid', mistakes: [says] })
  })

  test('of another model it is refused, and so is what is no such file', () => {
    expect(parseOwnWords('model: Eastmoor 2026-27\nheadings: {}\n', model)).toEqual({
      kind: 'invalid',
      mistakes: ['model: this is about Eastmoor 2026-27. The model in force is Northmoor 2026-27.'],
    })
    for (const source of ['', 'headings: [', '- a list'])
      expect(parseOwnWords(source, model).kind, source).toBe('invalid')
  })

  test('the file to fill in can be read as it is, and keeps what was written', () => {
    const own = { '1.3': 'The Director: “adult” social services', '2.4': 'Two lines\nof words' }
    expect(parseOwnWords(ownWordsToFill(model, own), model)).toEqual({ kind: 'words', own })
    expect(ownWordsToFill(model, {})).toContain('# 1.3 Senior responsible owner: whoever answers for it')
  })
})

describe('Northmoor’s own words', () => {
  test('leave nothing unwritten', async () => {
    const own = await ownWordsBeside(FILE, model)
    const open = transparencyRecord(model, undefined, own)
      .flatMap(({ fields }) => fields)
      .filter((field) => field.isCouncils && field.words === undefined)
    expect(open).toEqual([])
  })

  test('are nobody else’s: a model without such a file has none', async () => {
    expect(await ownWordsBeside('there/is/no/such.yaml', model)).toEqual({})
  })
})
