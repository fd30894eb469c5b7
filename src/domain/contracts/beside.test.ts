import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { aContract, indicators, leadProvider } from './a-contract.ts'
import { type Beside, type BesideOf, changesOf, movesOf, noticeOf, offersOf } from './beside.ts'

const ON = day('2026-10-01')
const offered = (number: number, more: Partial<BesideOf<'offered'>> = {}): BesideOf<'offered'> => ({
  kind: 'offered',
  number,
  name: 'Ama Boateng',
  on: ON,
  from: day('2026-11-01'),
  says: 'Wages rise.',
  entries: [],
  ...more,
})
const answer = (of: number, accepts: boolean): Beside => ({
  kind: 'offer-answered',
  number: of + 100,
  name: 'Homely Care',
  on: ON,
  of,
  accepts,
})

describe('where an offer stands', () => {
  const back: Beside = { kind: 'offer-withdrawn', number: 9, name: 'Ama', on: ON, of: 1, why: 'A slip.' }
  test.each([
    ['waits up to and on its first day', [], '2026-11-01', 'waits'],
    ['is too late the day after', [], '2026-11-02', 'lapsed'],
    ['accepted', [answer(1, true)], '2026-12-01', 'accepted'],
    ['declined', [answer(1, false)], '2026-10-02', 'declined'],
    ['taken back', [back], '2026-10-02', 'withdrawn'],
    ['another one’s answer is none', [answer(2, true)], '2026-10-02', 'waits'],
  ] as const)('%s', (_, said, today, state) => {
    expect(offersOf([offered(1), ...said], day(today)).map((each) => each.state)).toEqual([state])
  })
})

describe('what an offer changes, beside what stood when it was made', () => {
  const price = {
    kind: 'rate-set',
    by: 'ama',
    rate: 'contract',
    service: 'home-care',
    amount: pence<'unit'>(3100),
    from: day('2026-11-01'),
  } as const

  test('a price, beside the old one and the sustainable one; also once it is in the ledger itself', () => {
    const base = aContract(indicators()).priced(30, 28)
    const seen = { was: 3000, will: 3100, sustainable: 2800 }
    expect(changesOf(base.ledger(), offered(1, { entries: [price] })).prices).toMatchObject([seen])
    const { kind: _kind, ...fields } = price
    const after = base.and('rate-set', { ...fields, on: ON })
    expect(changesOf(after.ledger(), offered(1, { entries: [price] })).prices).toMatchObject([seen])
  })

  test('how many people a sum is paid for; words alone change nothing', () => {
    const base = aContract(leadProvider())
    const terms = { kind: 'varied', by: 'ama', from: day('2026-11-01'), says: 'More people.' } as const
    const more = offered(1, { entries: [{ ...terms, groups: [{ group: 'over-65', people: 1100 }] }] })
    expect(changesOf(base.ledger(), more).groups).toMatchObject([{ was: 1000, will: 1100 }])
    expect(changesOf(base.ledger(), offered(1, { entries: [terms] }))).toEqual({ prices: [], groups: [] })
  })
})

describe('notice and moves', () => {
  const notice: Beside = {
    kind: 'notice',
    number: 1,
    name: 'Homely',
    on: ON,
    last: day('2026-12-31'),
    why: 'x',
  }
  test('notice stands until it is taken back, and can be given again', () => {
    expect(noticeOf([notice])?.last).toBe('2026-12-31')
    const back: Beside = { kind: 'notice-withdrawn', number: 2, name: 'Homely', on: ON, of: 1, why: 'y' }
    expect(noticeOf([notice, back])).toBeUndefined()
    expect(noticeOf([notice, back, { ...notice, number: 3 }])?.number).toBe(3)
  })

  const moving: Beside = {
    kind: 'moving',
    number: 4,
    name: 'Homely',
    on: ON,
    way: 'hand-back',
    person: 'p-1',
    by: 'homely',
    from: day('2026-10-20'),
    why: 'Nobody is free.',
    asked: 'not-asked',
    meanwhile: 'We go on.',
    entry: 'gone',
  }
  const base = aContract(indicators()).referred('p-1', 'p-2')
  const off: Beside = { kind: 'move-off', number: 5, name: 'Homely', on: ON, of: 4, person: 'p-1', why: 'z' }
  test.each([
    ['planned', base, [moving], '2026-10-19'],
    ['due', base, [moving], '2026-10-20'],
    ['off', base, [moving, off], '2026-10-20'],
    ['done', base.and('handed-back', { id: 'gone', person: 'p-1', why: 'x' }), [moving], '2026-10-21'],
  ] as const)('%s', (state, built, beside, today) => {
    const at = { today: day(today), person: 'p-1' }
    expect(movesOf(beside, built.ledger(), at).map((move) => move.state)).toEqual([state])
    expect(movesOf(beside, built.ledger(), { ...at, person: 'p-2' })).toEqual([])
  })
})
