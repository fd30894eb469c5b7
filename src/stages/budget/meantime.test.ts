import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { addDays, day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import type { Decision } from '../../record/allowed.ts'
import { endMeanwhile, giveMeanwhile } from './meantime-decide.ts'
import { readMeantime, writeMeantime } from './meantime-notes.ts'
import { meantimes, placeOfMeantime } from './meantime-view.ts'

const TODAY = '2026-02-20'
const base = aRecord().planned()
const stamp = { id: 'note-f00d', on: day(TODAY), by: 'sw' }
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const textOf = (decision: Decision): string => {
  const [entry] = decision.kind === 'done' ? decision.entries : []
  return entry?.kind === 'note' ? entry.text : says(decision).join(' ')
}

type Give = Parameters<typeof giveMeanwhile>[0]
const give = (more: Partial<Give> = {}, record: ARecord = base) =>
  giveMeanwhile(
    {
      stamp,
      given: { kind: 'weekly', sum: pence<'week'>(12_050) },
      from: day('2026-02-20'),
      to: day('2026-03-19'),
      what: 'A sitter on two nights.',
      awaits: 'The answer to what she said is wrong.',
      decidedBy: 'mgr',
      follows: 'Priya looks at it by 16 March.',
      not: '',
      ...more,
    },
    record.state(TODAY),
  )

describe('help in the meantime', () => {
  test('is a note of the budget whose bare text says everything', () => {
    expect(textOf(give())).toBe(
      'In the meantime, £120.50 a week from 20 February 2026 to 19 March 2026: A sitter on two nights.\n\nUntil this is decided: The answer to what she said is wrong.\n\nDecided by: ' +
        `${base.state(TODAY).parties.get('mgr')?.name ?? ''}\n\nWhen it ends: Priya looks at it by 16 March.`,
    )
    expect(give()).toMatchObject({
      entries: [{ kind: 'note', of: 'personal-budget-1', by: 'sw', on: TODAY }],
    })
  })

  test('decided by whoever writes it names nobody else', () => {
    expect(textOf(give({ decidedBy: undefined }))).not.toContain('Decided by')
    expect(textOf(give({ decidedBy: 'sw' }))).not.toContain('Decided by')
  })

  test.each<[string, Partial<Give>, string]>([
    ['that ends before it begins', { to: day('2026-02-19') }, 'The last day comes before the first day.'],
    [
      'for longer than a year',
      { to: day('2027-02-22') },
      'Help in the meantime is for a year at most. What lasts longer belongs in a plan.',
    ],
    [
      'from years ago',
      { from: day('2024-02-20'), to: day('2024-03-20') },
      '20 February 2024 is more than a year away. Check the year.',
    ],
    [
      'of nothing',
      { given: { kind: 'once', sum: pence<'once'>(0) } },
      'The amount must be more than £0 and no more than £100,000.00.',
    ],
    [
      'below nothing',
      { given: { kind: 'weekly', sum: pence<'week'>(-1) } },
      'The amount must be more than £0 and no more than £100,000.00.',
    ],
    ['for nothing', { what: ' . ' }, 'Say what is given.'],
    ['that waits for nothing', { awaits: ' ' }, 'Say what is still being decided.'],
    [
      'that leaves somebody with nothing',
      { follows: '' },
      'Say what follows when it ends. Nobody may be left with nothing.',
    ],
    ['decided by a provider', { decidedBy: 'care' }, 'Choose who of the council decided it.'],
    ['decided by nobody here', { decidedBy: 'nobody' }, 'Choose who of the council decided it.'],
  ])('is refused %s', (_name, more, expected) => expect(says(give(more))).toEqual([expected]))

  test('a year and a day is the longest, and its last day may be its first', () => {
    expect(says(give({ to: addDays(day('2026-02-20'), 366) }))).toEqual([])
    expect(says(give({ to: day('2026-02-20') }))).toEqual([])
  })

  test('reads back as it was written, whatever the words are', () => {
    const words = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    const sum = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(words, words, words, sum, (what, awaits, follows, amount) => {
        const given = { kind: 'weekly', sum: pence<'week'>(amount) } as const
        const decision = give({ what, awaits, follows, given })
        if (decision.kind === 'refused') return
        expect(readMeantime(textOf(decision))).toMatchObject({ kind: 'given', given, to: '2026-03-19' })
      }),
      { numRuns: 300 },
    )
  })
})

describe('where it belongs', () => {
  test.each<[string, ARecord, string]>([
    ['with the personal budget', base, 'personal-budget'],
    ['with the sum, before there is one', aRecord().budgeted(), 'indicative-budget'],
    ['with the decision, before there is a sum', aRecord().foundEligible(), 'eligibility'],
    [
      'with the assessment, before there is a decision',
      aRecord().assessed().without('eligibility'),
      'assessment-opened',
    ],
    ['with what was asked, before there is an assessment', aRecord().contacted(), 'contact'],
  ])('%s', (_name, record, kind) => expect(placeOfMeantime(record.state(TODAY))?.kind).toBe(kind))
})

describe('where it stands', () => {
  const given = base.with('note', {
    id: 'n1',
    on: TODAY,
    by: 'sw',
    of: 'personal-budget-1',
    text: textOf(give({ from: day('2026-02-23') })),
  })
  const standing = (on: string, record = given) =>
    meantimes(record.state(on)).map((one) => [one.standing, one.says])

  test.each([
    ['2026-02-22', 'to-come', 'It begins on 23 February 2026.'],
    ['2026-02-23', 'running', 'It ends on 19 March 2026, in 24 days.'],
    ['2026-03-18', 'running', 'It ends on 19 March 2026, in 1 day.'],
    ['2026-03-19', 'running', 'Today is its last day.'],
    [
      '2026-03-20',
      'over',
      'Its last day was 19 March 2026, 1 day ago, and nobody has written down what came of it.',
    ],
  ])('on %s: %s', (on, kind, sentence) => expect(standing(on)).toEqual([[kind, sentence]]))

  const end = (more: Partial<Parameters<typeof endMeanwhile>[0]> = {}, on = '2026-03-25') =>
    endMeanwhile(
      {
        stamp: { ...stamp, on: day(on) },
        help: 'n1',
        day: day('2026-03-10'),
        says: 'It was agreed.',
        ...more,
      },
      given.state(on),
    )

  test('ended, with what came of it', () => {
    const decision = end()
    expect(decision).toMatchObject({ entries: [{ of: 'n1' }] })
    const ended = given.with('note', {
      id: 'n2',
      on: '2026-03-25',
      by: 'sw',
      of: 'n1',
      text: textOf(decision),
    })
    expect(standing('2026-03-26', ended)).toEqual([['ended', 'It ended on 10 March 2026.']])
    expect(meantimes(ended.state('2026-03-26'))[0]?.ended?.told.says).toBe('It was agreed.')
  })

  test.each<[string, Parameters<typeof end>[0], string]>([
    ['of nothing that is given', { help: 'n9' }, 'Choose help that has not ended.'],
    [
      'on a day to come',
      { day: day('2026-03-26') },
      '26 March 2026 is still to come. Write it down on the day.',
    ],
    ['before it began', { day: day('2026-02-22') }, 'It began on 23 February 2026, after that day.'],
    [
      'after its last day',
      { day: day('2026-03-20') },
      'Its last day was 19 March 2026. If it went on, write that down as new help, with its own end.',
    ],
    ['with no word of what came of it', { says: ' ' }, 'Say what came of it. The person reads it.'],
  ])('an end %s is refused', (_name, more, expected) => expect(says(end(more))).toContain(expected))

  test('words of somebody else that look like it are a note like any other', () => {
    const forged = base.with('note', {
      id: 'n1',
      on: TODAY,
      by: 'p',
      of: 'personal-budget-1',
      text: textOf(give()),
    })
    expect(meantimes(forged.state(TODAY))).toEqual([])
  })
})

test('a note like any other tells of no help in the meantime', () => {
  const text = writeMeantime({
    given: { kind: 'support' },
    from: day('2026-03-01'),
    to: day('2026-03-02'),
    what: 'A bed',
    awaits: 'x',
    decidedBy: undefined,
    follows: 'y',
    not: '',
  })
  expect(readMeantime(text)).toMatchObject({ given: { kind: 'support' }, what: 'A bed' })
  expect(readMeantime(text.replace('1 March', '31 February'))).toBeUndefined()
  expect(readMeantime(text.replace('support', '£1,2.00 a week'))).toBeUndefined()
  expect(readMeantime(`So ${text}`)).toBeUndefined()
})
