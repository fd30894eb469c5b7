import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import type { Model } from '../../domain/allocation/model.ts'
import { modelFrom } from '../../exchange/published-model.ts'
import { all, find } from '../../record/state.ts'
import { answerClock, costOf, needsView, onlyWayFor } from './view-options.ts'

let model: Model
beforeAll(async () => {
  model = await modelFrom(join(import.meta.dirname, '../../../allocation/northmoor-2026-27.yaml'))
})

const found = aRecord().foundEligible().policy(undefined)
type More = Readonly<Record<string, unknown>>
const withOption = (more: More, record = found) =>
  record.add('option', {
    id: 'o',
    on: '2026-05-01',
    by: 'p',
    needs: ['need-2'],
    what: 'A way',
    form: 'agency',
    unit: 'hour',
    amount: 3,
    effect: 'keeps',
    'proposed-by': 'p',
    ...more,
  })
const cost = (more: More) => {
  const state = withOption(more).state('2026-05-04')
  const option = find(state, 'option', 'o')
  if (option === undefined) throw new Error('the option is not there')
  return costOf(option, model, state)
}

describe('what an option costs, built up', () => {
  // By hand: 3 × £27.60 = £82.80; × 365 ÷ 7 = £4,317.43 (4317.428…).
  test('hours at the published price, a week and a year', () => {
    const answer = cost({ price: 27.6, weekly: 82.8 })
    expect(answer).toMatchObject({ kind: 'known', value: { weekly: 8280, yearly: 431_743, once: undefined } })
    expect(answer.kind === 'known' ? answer.because.map(({ says }) => says) : []).toEqual([
      'The published price of home care from an agency is £27.60 an hour, since 1 April 2026.',
      '3 hours × £27.60 = £82.80 a week.',
      '£82.80 a week × 365 ÷ 7 days = £4,317.43 a year.',
    ])
    expect(answer.kind === 'known' ? answer.because[0]?.model : '').toBe(
      'Northmoor 2026-27 version 3, prices, agency by the hour',
    )
  })

  test.each<[string, More, More, string]>([
    [
      'another price than the published one says both',
      { price: 23.56, weekly: 70.68 },
      { weekly: 7068, yearly: 368_546 },
      'The price here is £23.56 an hour. The published price of home care from an agency is £27.60 an hour, since 1 April 2026.',
    ],
    [
      'a price that nobody has published',
      { form: 'own-idea', unit: 'week', amount: 1, price: 7.9, weekly: 7.9 },
      { weekly: 790, yearly: 41_193 },
      'No price is published for this. Whoever put it on the table gave the price: £7.90 a week.',
    ],
    [
      'once: apart from the week',
      { form: 'equipment', unit: 'once', amount: 2, price: 1090, weekly: 0 },
      { weekly: 0, yearly: 0, once: 218_000 },
      '2 times × £1,090.00 = £2,180.00, once. Nothing a week.',
    ],
    [
      'by the month: twelve in a year to the penny',
      { form: 'own-idea', unit: 'month', amount: 84 / 365, price: 30, weekly: 6.9 },
      { weekly: 690 },
      '1 month × £30.00 × 12 months ÷ 365 × 7 days = £6.90 a week.',
    ],
    [
      'a sum without its price',
      { weekly: 41.5 },
      { weekly: 4150, yearly: 216_393 },
      '£41.50 a week was put in the record, without how it was made.',
    ],
  ])('%s', (_name, more, value, says) => {
    const answer = cost(more)
    expect(answer).toMatchObject({ kind: 'known', value })
    expect(answer.kind === 'known' ? answer.because.map((step) => step.says) : []).toContain(says)
  })

  test('without a price it is asked for, never nought', () => {
    expect(cost({})).toEqual({ kind: 'needs', facts: [{ fact: 'price', entry: 'o' }] })
  })
})

describe('the clock of an answer: 20 working days from the day after', () => {
  // 1 May 2026 is a Friday; Monday 4 May is a bank holiday, and so is 25 May: day 20 is Tuesday 2 June.
  const clock = (on: string, more: More = {}, record = found) => {
    const state = withOption(more, record).state(on)
    const option = find(state, 'option', 'o')
    return option === undefined ? undefined : answerClock(state, option)
  }
  test.each([
    ['2026-05-01', 'day 0 of 20'],
    ['2026-05-05', 'day 1 of 20'],
    ['2026-05-12', 'day 6 of 20'],
    ['2026-06-02', 'day 20 of 20'],
  ])('on %s it is %s', (on, says) => {
    expect(clock(on)).toEqual({
      late: 0,
      says: `The council owes an answer with a reason: ${says} working days, due by 2 June 2026.`,
    })
  })
  test('after that it is late', () => {
    expect(clock('2026-06-04')).toEqual({
      late: 2,
      says: 'The council owed an answer with a reason by 2 June 2026. It is 2 working days late.',
    })
    expect(clock('2026-06-03')?.says).toContain('It is 1 working day late.')
  })
  test('a told hold of the plan stops it', () => {
    const held = found.with('hold', {
      on: '2026-05-05',
      stage: 'plan',
      why: 'She is away.',
      until: '2026-05-12',
      told: true,
    })
    expect(clock('2026-05-15', {}, held)?.says).toContain('due by 9 June 2026')
  })
  test('the council’s own standard stands before the default', () => {
    expect(clock('2026-05-05', {}, found.standards({ 'answer-days': 10 }))?.says).toContain('day 1 of 10')
  })
  test('nobody is owed an answer to a worker’s option, nor a second one', () => {
    expect(clock('2026-05-05', { 'proposed-by': 'sw' })).toBeUndefined()
    const answered = withOption({}).with('option-answered', {
      on: '2026-05-04',
      option: 'o',
      outcome: 'accepted',
      why: 'x',
    })
    const state = answered.state('2026-05-05')
    expect(all(state, 'option').map((option) => answerClock(state, option))).toEqual([undefined])
  })
})

describe('each need with its options', () => {
  test('those liked most first, then as they came; an option for two needs stands under both', () => {
    const views = needsView(aRecord().planned().state(), model, undefined)
    expect(views.map(({ id, options }) => [id, options.map(({ option }) => option.id)])).toEqual([
      ['need-1', ['option-1', 'option-2']],
      ['need-2', ['option-3', 'option-2']],
    ])
  })
  test('who may not read a need still sees its options, under no name', () => {
    const record = aRecord().planned().without('need')
    const views = needsView(record.state(), model, undefined)
    expect(views.map(({ id, need }) => [id, need])).toEqual([
      ['need-1', undefined],
      ['need-2', undefined],
    ])
  })
  test('an old need stays where it has options, after those of the latest assessment', () => {
    const again = aRecord()
      .planned()
      .with('assessment-opened', {
        on: '2026-06-01',
        of: 'reassessment',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      })
      .with('need', {
        id: 'new-need',
        text: 'Getting about',
        topics: ['community'],
        cause: 'arthritis',
        test: 'slow',
        wellbeing: [],
        impact: 'some',
        'impact-why': 'x',
      })
    const views = needsView(again.state(), model, undefined)
    expect(views.map(({ id, isOld }) => [id, isOld])).toEqual([
      ['new-need', false],
      ['need-1', true],
      ['need-2', true],
    ])
  })
})

describe('the only way that is left', () => {
  const option = (record: typeof found) => {
    const state = record.state('2026-05-04')
    const it = find(state, 'option', 'o')
    return it === undefined ? [] : onlyWayFor(state, it).map(({ id }) => id)
  }
  test('an eligible need with nothing else', () => expect(option(withOption({}))).toEqual(['need-2']))
  test('not where another way stands beside it', () =>
    expect(option(withOption({ id: 'other' }, withOption({})))).toEqual([]))
  test('but where the other was refused', () => {
    const refused = withOption({ id: 'other' }, withOption({})).with('option-answered', {
      on: '2026-05-02',
      option: 'other',
      outcome: 'refused',
      why: 'x',
      ground: 'not-available',
    })
    expect(option(refused)).toEqual(['need-2'])
  })
  test('not where a line of the plan meets it', () =>
    expect(option(withOption({}, aRecord().planned()))).toEqual([]))
})
