import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { newLine } from '../../../test/a-second-plan.ts'
import type { Model } from '../../domain/allocation/model.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { modelFrom } from '../../exchange/published-model.ts'
import type { Decision } from '../../record/allowed.ts'
import { agreeOnTop, endOnTop, tellPlace } from './care-home-decide.ts'
import { readCareHome } from './care-home-notes.ts'
import { careHomes, councilPays, hasChoice, openOnTop } from './care-home-view.ts'

// Northmoor publishes £1,185.55 a week for a care home from 1 April 2026. Elm Bank costs £1,180.00: £5.55 less. Cedar Lodge
// costs £1,260.00: £74.45 more.

let model: Model
beforeAll(async () => {
  model = await modelFrom(join(import.meta.dirname, '../../../allocation/northmoor-2026-27.yaml'))
})

const TODAY = '2026-05-04'
const stamp = { id: 'note-f00d', on: day(TODAY), by: 'sw' }
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

const home = (id: string, what: string, price: number | undefined, from: ARecord) =>
  from.with('option', {
    id,
    on: '2026-05-01',
    by: 'sw',
    needs: ['need-1'],
    what,
    form: 'care-home',
    unit: 'week',
    amount: 1,
    ...(price === undefined ? {} : { price, weekly: price }),
    effect: 'erodes',
    'proposed-by': 'sw',
  })
const start = aRecord().foundEligible().policy(undefined)
const base = home('cedar', 'Cedar Lodge', 1260, home('elm', 'Elm Bank', 1180, start))
const noted = (record: ARecord, id: string, decision: Decision): ARecord => {
  const [entry] = decision.kind === 'done' ? decision.entries : []
  if (entry?.kind !== 'note') throw new Error(says(decision).join(' '))
  const { on, by, of = '', text } = entry
  return record.with('note', { id, on, by, of, text })
}
const view = (record: ARecord, on = TODAY) => careHomes(record.state(on), model)

describe('what the council pays', () => {
  test('is its published price, for as long as no personal budget has a care home', () => {
    const pays = councilPays(base.state(TODAY), model)
    expect(pays).toMatchObject({ kind: 'known', value: 118_555 })
    expect(pays.kind === 'known' ? pays.because[0]?.says : '').toBe(
      'No personal budget for a care home is in the record. Until there is one, the council’s own price is set beside each home: £1,185.55 a week, since 1 April 2026.',
    )
  })

  test('is what the plan in force has for it', () => {
    const line = newLine('H', { form: 'care-home', unit: 'week', amount: 1, price: 1200 })
    const planned = aRecord()
      .planned()
      .policy(undefined)
      .but('plan-1', { lines: [line] })
    expect(councilPays(planned.state(TODAY), model)).toMatchObject({ kind: 'known', value: 120_000 })
    const budgeted = planned.but('personal-budget-1', {
      weekly: 1210,
      council: 1210,
      person: 0,
      lines: [{ line: 'H', weekly: 1210 }],
    })
    expect(councilPays(budgeted.state(TODAY), model)).toMatchObject({ kind: 'known', value: 121_000 })
  })

  test('is asked for before a price was published', () => {
    expect(councilPays(base.state('2026-03-31'), model)).toMatchObject({ kind: 'needs' })
  })
})

describe('a place', () => {
  test('is held against what the council pays, to the penny', () => {
    expect(view(base).places.map(({ weekly, beyond }) => [weekly, beyond])).toEqual([
      [118_000, -555],
      [126_000, 7_445],
    ])
  })

  const tell = (more: Partial<Parameters<typeof tellPlace>[0]> = {}, record = base) =>
    tellPlace(
      {
        stamp,
        option: 'elm',
        day: day('2026-05-02'),
        free: 'yes',
        suits: 'yes',
        says: 'From 11 May.',
        ...more,
      },
      record.state(TODAY),
      model,
    )

  test('is a choice where it is free, suits and costs no more; the last word counts', () => {
    expect(hasChoice(view(base))).toBe(false)
    const free = noted(base, 'n1', tell())
    expect(hasChoice(view(free))).toBe(true)
    expect(view(free).places[0]?.place?.told).toEqual({
      kind: 'place',
      day: '2026-05-02',
      free: 'yes',
      suits: 'yes',
      says: 'From 11 May.',
    })
    expect(hasChoice(view(noted(free, 'n2', tell({ free: 'no' }))))).toBe(false)
    expect(hasChoice(view(noted(base, 'n1', tell({ suits: 'unknown' }))))).toBe(false)
    // Free and suits, and £74.45 more than the council pays.
    expect(hasChoice(view(noted(base, 'n1', tell({ option: 'cedar' }))))).toBe(false)
    const refused = free.with('option-answered', {
      on: '2026-05-03',
      by: 'sw',
      option: 'elm',
      outcome: 'refused',
      why: 'It was let.',
      ground: 'not-available',
    })
    expect(hasChoice(view(refused))).toBe(false)
  })

  test.each<[string, Parameters<typeof tell>[0], string]>([
    ['that is no care home', { option: 'option-1' }, 'Choose a care home that is on the table.'],
    ['asked on a day to come', { day: day('2026-05-05') }, '5 May 2026 is still to come.'],
    [
      'that does not suit for no reason',
      { suits: 'no', says: ' ' },
      'Say why it does not suit. The person reads it.',
    ],
  ])('%s is refused', (_name, more, expected) => expect(says(tell(more))).toEqual([expected]))

  const withChoice = () => noted(base, 'n1', tell())

  describe('paid on top', () => {
    type Agree = Parameters<typeof agreeOnTop>[0]
    const agree = (more: Partial<Agree> = {}, record = withChoice()) =>
      agreeOnTop(
        {
          stamp,
          option: 'cedar',
          payer: 'son',
          sum: pence<'week'>(7_445),
          from: day('2026-05-11'),
          again: day('2027-05-11'),
          told: 'What it costs, and that it can go up.',
          stops: 'He tells Priya, and Elm Bank is asked.',
          why: '',
          agreed: true,
          ...more,
        },
        record.state(TODAY),
        model,
      )

    test('is a note of the home whose bare text says everything', () => {
      expect(agree()).toMatchObject({
        entries: [
          {
            of: 'cedar',
            text: 'Paid on top: £74.45 a week from 11 May 2026, by Ben Brook. To be looked at again by 11 May 2027.\n\nWhat they were told before they agreed: What it costs, and that it can go up.\n\nIf it cannot be paid any more: He tells Priya, and Elm Bank is asked.',
          },
        ],
      })
    })

    test.each<[string, Partial<Agree>, string]>([
      [
        'more than the home costs beyond it',
        { sum: pence<'week'>(7_446) },
        '“Cedar Lodge” costs £74.45 a week more than the council pays. Nobody pays more than that on top.',
      ],
      ['nothing', { sum: pence<'week'>(0) }, 'What is paid on top must be more than £0.'],
      [
        'for a home that costs no more',
        { option: 'elm' },
        '“Elm Bank” costs no more than the council pays: nothing is paid on top.',
      ],
      ['for no home', { option: 'option-1' }, 'Choose a care home that is on the table.'],
      ['by a provider', { payer: 'care' }, 'Choose who pays.'],
      ['by the worker', { payer: 'sw' }, 'Choose who pays.'],
      [
        'without agreement',
        { agreed: false },
        'Nothing is paid on top unless whoever pays has agreed to it.',
      ],
      ['without a word before', { told: '' }, 'Say what they were told before they agreed.'],
      ['without a word of its end', { stops: ' ' }, 'Say what happens if it cannot be paid any more.'],
      [
        'looked at again before it begins',
        { again: day('2026-05-11') },
        'The day to look at it again must come after the first day.',
      ],
      [
        'looked at again after more than a year',
        { again: day('2027-05-13') },
        'Look at it again within a year: what people can pay changes.',
      ],
      [
        'by the person without the reason',
        { payer: 'p' },
        'The rules let the person pay on top in few cases. Say which one it is.',
      ],
    ])('%s is refused', (_name, more, expected) => expect(says(agree(more))).toEqual([expected]))

    test('takes a reason where there is no place without it', () => {
      expect(says(agree({}, base))).toEqual([
        'No place that is free, suits and costs no more than the council pays is in the record. Say why this is agreed all the same.',
      ])
      expect(says(agree({ why: 'She has lived there since March.' }, base))).toEqual([])
    })

    test('cannot be worked out for a home without a price', () => {
      expect(says(agree({ option: 'oak' }, home('oak', 'Oak', undefined, withChoice())))).toEqual([
        'First put in the record what “Oak” costs, and what the council pays for a care home.',
      ])
    })

    const agreed = () => noted(withChoice(), 'n2', agree())

    test('is late from the day after it was to be looked at again, until its end is told', () => {
      const on = (today: string) => view(agreed(), today).places[1]?.onTop.map(({ late }) => late)
      expect(on('2027-05-11')).toEqual([false])
      expect(on('2027-05-12')).toEqual([true])
      const decision = endOnTop(
        {
          stamp: { ...stamp, on: day('2027-05-12') },
          agreement: 'n2',
          day: day('2027-05-12'),
          says: 'He lost his work.',
        },
        agreed().state('2027-05-12'),
        model,
      )
      const ended = noted(agreed(), 'n3', decision)
      expect(openOnTop(view(ended, '2027-05-13'))).toEqual([])
      expect(view(ended, '2027-05-13').places[1]?.onTop[0]?.ended?.told.says).toBe('He lost his work.')
    })

    test.each<[string, Partial<Parameters<typeof endOnTop>[0]>, string]>([
      ['of nothing', { agreement: 'n9' }, 'Choose something that is paid on top.'],
      [
        'on a day to come',
        { day: day('2026-06-02') },
        '2 June 2026 is still to come. Write it down on the day.',
      ],
      ['before it began', { day: day('2026-05-10') }, 'It is paid since 11 May 2026, after that day.'],
      ['without a reason', { says: '' }, 'Say why, and what happens now. The person reads it.'],
    ])('an end %s is refused', (_name, more, expected) => {
      const command = {
        stamp: { ...stamp, on: day('2026-06-01') },
        agreement: 'n2',
        day: day('2026-06-01'),
        says: 'x',
      }
      expect(says(endOnTop({ ...command, ...more }, agreed().state('2026-06-01'), model))).toEqual([expected])
    })

    test('is agreed by the council alone: words of another are a note like any other', () => {
      const decision = agree()
      const [entry] = decision.kind === 'done' ? decision.entries : []
      const forged = withChoice().with('note', {
        on: TODAY,
        by: 'care',
        of: 'cedar',
        text: entry?.kind === 'note' ? entry.text : '',
      })
      expect(openOnTop(view(forged))).toEqual([])
      expect(openOnTop(view(agreed()))).toHaveLength(1)
    })
  })
})

test.each([
  'Asked on 31 February 2026. A place is free. It suits.',
  'Asked on 2 May 2026. A place may be free. It suits.',
  'Paid on top: £74.4 a week from 11 May 2026, by Ben. To be looked at again by 11 May 2027.',
  'Nothing is paid on top any more.',
])('%s tells of no care home', (text) => expect(readCareHome(text)).toBeUndefined())
