import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line, newLine } from '../../../test/a-second-plan.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { writeDownAnswer, writeDownAsking } from './search-decide.ts'
import { ANSWERS, readSearch, writeAnswering, writeAsking } from './search-notes.ts'
import { searchInWords, searches } from './search-view.ts'

// The plan of the story has L1, home care that names who gives it, and L2, the club; issued on 20 February 2026.

const TODAY = '2026-02-26'
const base = aRecord().planned()
const stamp = { id: 'note-f00d', on: day(TODAY), by: 'sw' }
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const kept = (record: ARecord, decision: Decision, id: string): ARecord => {
  const [entry] = decision.kind === 'done' ? decision.entries : []
  if (entry?.kind !== 'note') throw new Error(says(decision).join(' '))
  return record.with('note', {
    id,
    on: entry.on,
    by: entry.by,
    text: entry.text,
    ...(entry.of === undefined ? {} : { of: entry.of }),
  })
}

const ask = (more: Partial<Parameters<typeof writeDownAsking>[0]> = {}, record = base) =>
  writeDownAsking(
    {
      stamp,
      search: 'line L2',
      who: 'The Thursday club',
      day: day('2026-02-24'),
      answer: 'waiting',
      said: '',
      meanwhile: '',
      ...more,
    },
    record.state(TODAY),
  )

describe('what was asked', () => {
  test('is a note of the plan whose bare text says everything', () => {
    const decision = ask({ answer: 'no', said: 'They are full until May.', meanwhile: 'Her son comes.' })
    expect(decision).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'note-f00d',
          on: TODAY,
          by: 'sw',
          kind: 'note',
          of: 'plan-1',
          text: 'Asked The Thursday club on 24 February 2026. They said no.\n\nLine of the plan: L2\n\nWhat they said: They are full until May.\n\nUntil somebody is found: Her son comes.',
        },
      ],
    })
  })

  test.each<[string, Parameters<typeof ask>[0], string]>([
    ['of nothing', { search: 'line L9' }, 'Choose what somebody is looked for.'],
    ['of nobody', { who: ' \n ' }, 'Say who was asked.'],
    ['on a day to come', { day: day('2026-02-27') }, '27 February 2026 is still to come.'],
    ['that said no without a reason', { answer: 'no' }, 'Say why they said no. The person reads it.'],
  ])('is refused %s', (_name, more, expected) => expect(says(ask(more))).toEqual([expected]))

  test('is not written down twice for one day', () => {
    const once = kept(base, ask(), 'n1')
    expect(says(ask({}, once))).toEqual([
      'It is in the record already that The Thursday club was asked on 24 February 2026.',
    ])
    expect(says(ask({ day: day('2026-02-25') }, once))).toEqual([])
  })

  test('reads back as it was written, whatever the words are', () => {
    const words = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    fc.assert(
      fc.property(words, words, fc.constantFrom(...ANSWERS), (who, said, answer) => {
        const decision = ask({ who, said, answer })
        if (decision.kind === 'refused') return
        const [entry] = decision.entries
        const read = entry?.kind === 'note' ? readSearch(entry.text) : undefined
        expect(read).toMatchObject({
          kind: 'asked',
          who: who.replaceAll(/\s+/g, ' ').trim(),
          answer,
          line: 'L2',
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('what they answered', () => {
  const asked = kept(base, ask(), 'n1')
  const answer = (more: Partial<Parameters<typeof writeDownAnswer>[0]> = {}) =>
    writeDownAnswer(
      { stamp, asking: 'n1', day: day('2026-02-25'), answer: 'yes', said: 'From March.', ...more },
      asked.state(TODAY),
    )

  test.each<[string, Parameters<typeof answer>[0], string]>([
    ['to nothing that was asked', { asking: 'n2' }, 'Choose somebody who has not answered yet.'],
    [
      'before they were asked',
      { day: day('2026-02-23') },
      'They were asked on 24 February 2026, after that day.',
    ],
    ['on a day to come', { day: day('2026-03-01') }, '1 March 2026 is still to come.'],
    ['no, without a reason', { answer: 'no', said: '' }, 'Say why they said no. The person reads it.'],
  ])('is refused %s', (_name, more, expected) => expect(says(answer(more))).toEqual([expected]))

  test('is the last word, and then nobody is waited for', () => {
    const before = searches(asked.state(TODAY))
    expect(before.map(({ what, standing }) => [what, standing])).toMatchObject([
      [expect.any(String), 'looking'],
    ])
    expect(before[0] === undefined ? '' : searchInWords(asked.state(TODAY), before[0])).toBe(
      'Looked for since 24 February 2026: 2 days. 1 was asked: 1 has not answered yet.',
    )
    const after = kept(asked, answer(), 'n2').state(TODAY)
    expect(searches(after).map(({ standing }) => standing)).toEqual(['found'])
    expect(searches(after)[0]?.asked[0]).toMatchObject({ answer: 'yes', waits: undefined })
  })
})

describe('a search', () => {
  test('that nobody has begun is told of, where the plan promises what nobody is named for', () => {
    const own = { provider: undefined }
    const lines = [
      line('L1'),
      newLine('L3', { what: 'Nights' }),
      newLine('L4', { ...own, way: 'direct-payment' }),
    ]
    const record = base.but('plan-1', { lines })
    const found = searches(record.state(TODAY))
    expect(found.map(({ what, standing }) => [what, standing])).toEqual([['Nights', 'nobody-asked']])
    // Issued on 16 February 2026.
    expect(found[0] === undefined ? '' : searchInWords(record.state(TODAY), found[0])).toBe(
      'The plan of 16 February 2026 promises this. It does not say who gives it, and nobody has written down who was asked. That is 10 days.',
    )
  })

  test('is over with the start of the support', () => {
    const started = aRecord().supported()
    const record = kept(started, ask({ stamp: { ...stamp, on: day('2026-04-01') } }, started), 'n1')
    expect(searches(record.state('2026-04-02')).map(({ standing }) => standing)).toEqual(['started'])
  })

  test('before there is a plan is for a way that is on the table and was not refused', () => {
    const early = base.without('plan', 'support-started', 'personal-budget', 'sign-off', 'response')
    const forOption = (option: string) => ask({ search: `option ${option}`, who: 'Elm' }, early)
    expect(forOption('option-1')).toMatchObject({ entries: [{ of: 'option-1' }] })
    expect(says(forOption('option-2'))).toEqual(['Choose what somebody is looked for.'])
    expect(says(ask({}, early))).toEqual(['Choose what somebody is looked for.'])
    const record = kept(early, forOption('option-1'), 'n1')
    expect(searches(record.state(TODAY)).map(({ key, standing }) => [key, standing])).toEqual([
      ['option option-1', 'looking'],
    ])
  })
})

test('a note like any other tells of no search', () => {
  expect(readSearch('Asked Kettle on 31 February 2026. They said no.')).toBeUndefined()
  expect(readSearch('Asked Kettle on 3 March 2026. They said maybe.')).toBeUndefined()
  expect(readSearch('I asked Kettle on 3 March 2026. They said no.')).toBeUndefined()
  const asked = { who: 'A on 3 March 2026', day: day('2026-03-04'), answer: 'yes', line: 'L1' } as const
  expect(readSearch(writeAsking({ ...asked, said: '', meanwhile: '' }))).toMatchObject(asked)
  expect(readSearch(writeAnswering({ day: day('2026-03-04'), answer: 'no', said: 'Full.' }))).toEqual({
    kind: 'answered',
    day: '2026-03-04',
    answer: 'no',
    said: 'Full.',
  })
})
