import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import type { Model } from '../../domain/allocation/model.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { modelFrom } from '../../exchange/published-model.ts'
import type { Decision } from '../../record/allowed.ts'
import type { Entry } from '../../record/entries.ts'
import { foldRecord } from '../../record/state.ts'
import {
  type AnswerOption,
  type PriceOption,
  type ProposeOption,
  answerOption,
  priceOption,
  proposeOption,
  rankOptions,
} from './decide-option.ts'

let model: Model
beforeAll(async () => {
  model = await modelFrom(join(import.meta.dirname, '../../../allocation/northmoor-2026-27.yaml'))
})

const ON = day('2026-05-04')
const stamp = { id: 'new', on: ON, by: 'p' }
const found = aRecord().foundEligible().policy(undefined)
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []
const entryOf = (decision: Decision): Entry => {
  if (decision.kind === 'refused') throw new Error(says(decision).join(' '))
  const [entry] = decision.entries
  if (entry === undefined) throw new Error('nothing was decided')
  return entry
}

const idea: ProposeOption = {
  stamp,
  needs: ['need-2'],
  what: ' A swim buddy ',
  form: 'own-idea',
  unit: 'hour',
  amount: 2.5,
  price: pence<'unit'>(1920),
  effect: 'builds',
  proposedBy: 'p',
}
const proposing = (more: Partial<ProposeOption>, record = found) =>
  proposeOption({ ...idea, ...more }, record.state('2026-05-04'), model)

describe('putting a way on the table', () => {
  test('with its own price', () => {
    expect(entryOf(proposing({}))).toEqual({
      id: 'new',
      on: '2026-05-04',
      by: 'p',
      kind: 'option',
      needs: ['need-2'],
      what: 'A swim buddy',
      form: 'own-idea',
      unit: 'hour',
      amount: 2.5,
      price: 1920,
      weekly: 4800,
      effect: 'builds',
      'proposed-by': 'p',
    })
  })

  // Worked by hand from Northmoor's prices of April 2026: home care £27.60 an hour, a day at the centre £62.00.
  test.each<[string, Partial<ProposeOption>, Readonly<Record<string, unknown>>]>([
    [
      'no price: the published one, 10.75 × £27.60 = £296.70',
      { form: 'agency', amount: 10.75, price: undefined },
      { price: 2760, weekly: 29670 },
    ],
    [
      'no price: a day at the centre, 2 × £62.00',
      { form: 'day-service', unit: 'day', amount: 2, price: undefined },
      { price: 6200, weekly: 12400 },
    ],
    [
      'bought once: nothing a week',
      { unit: 'once', amount: 1, price: pence<'unit'>(298_000) },
      { price: 298_000, weekly: 0 },
    ],
    [
      'once a month at £30.00: £360 a year, which is £6.90 a week',
      { unit: 'month', amount: 1, price: pence<'unit'>(3000) },
      { amount: 84 / 365, price: 3000, weekly: 690 },
    ],
    [
      'nothing to pay is nought',
      { unit: 'visit', amount: 1, price: pence<'unit'>(0) },
      { price: 0, weekly: 0 },
    ],
    ['half a penny goes up', { amount: 0.5, price: pence<'unit'>(2001) }, { weekly: 1001 }],
  ])('%s', (_name, more, expected) => expect(entryOf(proposing(more))).toMatchObject(expected))

  test('with no price anywhere it stands as a request to price it', () => {
    const asked = entryOf(proposing({ price: undefined, unit: 'week', amount: 1 }))
    expect(asked).not.toHaveProperty('price')
    expect(asked).not.toHaveProperty('weekly')
    const agencyNight = entryOf(proposing({ form: 'agency', unit: 'night', price: undefined, amount: 1 }))
    expect(agencyNight).not.toHaveProperty('price')
  })

  test('the record’s own price stands before the published one', () => {
    const own = found.policy({ prices: [{ form: 'agency', unit: 'hour', price: 25, from: '2026-01-01' }] })
    expect(entryOf(proposing({ form: 'agency', amount: 4, price: undefined }, own))).toMatchObject({
      price: 2500,
      weekly: 10_000,
    })
  })

  test('by a worker, for the person', () => {
    const entry = entryOf(proposing({ stamp: { ...stamp, by: 'sw' }, proposedBy: 'p' }))
    expect(entry).toMatchObject({ by: 'sw', 'proposed-by': 'p' })
  })

  const PRICE = 'A price must be between £0 and £100,000.00.'
  const AMOUNT = 'How much of it must be more than 0 and no more than 1,000.'
  test.each<[string, Partial<ProposeOption>, readonly string[]]>([
    ['for no need', { needs: [] }, ['Choose the need that it meets.']],
    ['for a need that is not there', { needs: ['need-9'] }, ['That need is not in the record.']],
    ['for an entry that is no need', { needs: ['contact-1'] }, ['That need is not in the record.']],
    ['without words', { what: ' ' }, ['Say what it is.']],
    ['with a huge text', { what: 'x'.repeat(2_001) }, ['Say what it is in 2,000 characters or fewer.']],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what no page of ours can send
    ['at a price that is no number', { price: Number.NaN as never }, [PRICE]],
    ['at a price below zero', { price: pence<'unit'>(-1) }, [PRICE]],
    ['at a price beyond reason', { price: pence<'unit'>(10_000_001) }, [PRICE]],
    ['of nothing', { amount: 0 }, [AMOUNT]],
    ['of less than nothing', { amount: -2 }, [AMOUNT]],
    ['of NaN', { amount: Number.NaN }, [AMOUNT]],
    ['of ever so much', { amount: Number.POSITIVE_INFINITY }, [AMOUNT]],
    [
      'of somebody who is not at the table',
      { stamp: { ...stamp, by: 'sw' }, proposedBy: 'x' },
      ['Choose whose idea it is.'],
    ],
    [
      'in another’s name by the person',
      { proposedBy: 'sw' },
      ['You can put your own ideas on the table, not another’s.'],
    ],
    [
      'with everything wrong at once',
      { needs: [], what: '', amount: -1, price: pence<'unit'>(-1) },
      ['Choose the need that it meets.', 'Say what it is.', AMOUNT, PRICE],
    ],
  ])('is refused %s', (_name, more, expected) => expect(says(proposing(more))).toEqual(expected))
})

const asked = found.with('option', {
  id: 'idea',
  on: '2026-05-01',
  by: 'p',
  needs: ['need-2'],
  what: 'A gym',
  form: 'own-idea',
  unit: 'week',
  amount: 1,
  effect: 'builds',
  'proposed-by': 'p',
  liked: 1,
})

describe('putting a price to an idea', () => {
  const command: PriceOption = {
    stamp: { ...stamp, by: 'sw' },
    option: 'idea',
    unit: 'week',
    amount: 1,
    price: pence<'unit'>(790),
    from: ' The pool’s price list ',
    judges: true,
  }
  const pricing = (more: Partial<PriceOption>, record = asked) =>
    priceOption({ ...command, ...more }, record.state('2026-05-04'))

  test('it stands in the idea’s place, on its day, as its proposer’s own', () => {
    const entry = entryOf(pricing({}))
    expect(entry).toMatchObject({
      corrects: 'idea',
      why: 'Priced: The pool’s price list',
      price: 790,
      weekly: 790,
      liked: 1,
    })
    const state = foldRecord({ ...asked.record(), entries: [...asked.record().entries, entry] }, ON)
    const stands = state.byId.get('idea')
    expect(stands).toMatchObject({ kind: 'option', on: '2026-05-01', 'proposed-by': 'p', weekly: 790 })
  })

  const answered = asked.with('option-answered', {
    on: '2026-05-02',
    option: 'idea',
    outcome: 'refused',
    why: 'x',
    ground: 'cost',
  })
  test.each<[string, Partial<PriceOption>, typeof asked, string]>([
    ['of what is not there', { option: 'need-1' }, asked, 'That is not in the record.'],
    ['from nowhere', { from: ' ' }, asked, 'Say where the price comes from.'],
    ['below zero', { price: pence<'unit'>(-5) }, asked, 'A price must be between £0 and £100,000.00.'],
    [
      'once it was answered',
      {},
      answered,
      'This has been answered already, at the price that stands. Propose it again with another.',
    ],
  ])('is refused %s', (_name, more, record, expected) =>
    expect(says(pricing(more, record))).toEqual([expected]),
  )

  test('is theirs who wrote it down, or a professional’s, and nobody else’s', () => {
    const other = { stamp: { ...stamp, by: 'sw' }, judges: false }
    expect(says(pricing(other))).toEqual([
      'The price is for whoever wrote it down to put, or for the worker.',
    ])
    expect(pricing({ stamp, judges: false }).kind).toBe('done')
    expect(pricing({ ...other, judges: true }).kind).toBe('done')
  })
})

describe('saying what is liked most', () => {
  const two = asked.with('option', {
    id: 'centre',
    on: '2026-05-01',
    needs: ['need-2'],
    what: 'The centre',
    form: 'day-service',
    unit: 'day',
    amount: 1,
    price: 62,
    weekly: 62,
    effect: 'keeps',
    'proposed-by': 'sw',
  })
  const ranking = (by: string, liked: readonly [string, number | undefined][], how?: string) =>
    rankOptions(
      {
        by,
        how,
        stampOf: (index) => ({ ...stamp, id: `liked-${index}`, by }),
        liked: liked.map(([option, rank]) => ({ option, liked: rank })),
      },
      two.state('2026-05-04'),
    )

  test('only what changed is written, as a note of the option', () => {
    const decision = ranking('p', [
      ['idea', 1],
      ['centre', 2],
    ])
    expect(decision).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'liked-0',
          on: '2026-05-04',
          by: 'p',
          kind: 'note',
          of: 'centre',
          text: 'How much it is liked: 2.',
        },
      ],
    })
  })

  test('can be taken back', () => {
    expect(entryOf(ranking('p', [['idea', undefined]]))).toMatchObject({
      of: 'idea',
      text: 'How much it is liked: not said.',
    })
  })

  test('as they told somebody, and how', () => {
    expect(entryOf(ranking('sw', [['centre', 2]], ' by phone, read back '))).toMatchObject({
      text: 'How much it is liked: 2. As they said it: by phone, read back',
    })
  })

  test.each<[string, string, readonly [string, number | undefined][], string]>([
    ['by a worker without how', 'sw', [['centre', 2]], 'Say how they told you what they like.'],
    ['with nothing new', 'p', [['idea', 1]], 'Nothing is different from what the record says.'],
    [
      'with a rank of nought',
      'p',
      [['centre', 0]],
      'How much something is liked is a whole number, 1 for most.',
    ],
    [
      'with half a rank',
      'p',
      [['centre', 1.5]],
      'How much something is liked is a whole number, 1 for most.',
    ],
  ])('is refused %s', (_name, by, liked, expected) => expect(says(ranking(by, liked))).toContain(expected))

  test('is refused for what is not there', () => {
    expect(says(ranking('p', [['gone', 1]]))).toContain('One of these is not in the record.')
  })
})

describe('answering an idea', () => {
  const priced = asked.but('idea', { price: 7.9, weekly: 7.9 })
  const command: AnswerOption = {
    stamp: { ...stamp, by: 'sw' },
    option: 'idea',
    outcome: 'refused',
    ground: 'not-available',
    why: ' The gym has closed. ',
  }
  const answering = (more: Partial<AnswerOption>, record = priced) =>
    answerOption({ ...command, ...more }, record.state('2026-05-04'))

  test('a refusal with its ground and its reason', () => {
    expect(entryOf(answering({}))).toEqual({
      id: 'new',
      on: '2026-05-04',
      by: 'sw',
      kind: 'option-answered',
      option: 'idea',
      outcome: 'refused',
      why: 'The gym has closed.',
      ground: 'not-available',
    })
  })

  test('an acceptance has no ground, whatever was ticked', () => {
    expect(entryOf(answering({ outcome: 'accepted', ground: 'cost' }))).not.toHaveProperty('ground')
  })

  const done = priced.with('option-answered', {
    on: '2026-05-02',
    option: 'idea',
    outcome: 'accepted',
    why: 'x',
  })
  test.each<[string, Partial<AnswerOption>, typeof asked, readonly string[]]>([
    ['of what is not there', { option: 'need-1' }, priced, ['That is not in the record.']],
    ['twice', {}, done, ['This has been answered already.']],
    [
      'by whoever proposed it',
      { stamp },
      priced,
      ['Whoever proposed it cannot answer it: somebody else must.'],
    ],
    [
      'with yes to what has no price',
      { outcome: 'accepted' },
      asked,
      ['It has no price yet. Put a price to it first: nobody can agree to what has none.'],
    ],
    [
      'with no, on no ground',
      { ground: undefined },
      priced,
      ['Choose the ground on which it is not accepted.'],
    ],
    ['without a reason', { why: '  ' }, priced, ['Give the reason. Whoever proposed it will read it.']],
  ])('is refused %s', (_name, more, record, expected) =>
    expect(says(answering(more, record))).toEqual(expected),
  )
})
