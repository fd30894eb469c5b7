import { describe, expect, test } from 'vitest'
import { type ContractBuilder, aContract, indicators, span } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { answerChallenge, answerReferral, claimOutcome, contest } from './decide.ts'
import { lineInWords, monthOf, monthsOf, peopleUnder, waitingReferrals } from './view.ts'
import { matchInvoice, readInvoice, totals } from './view-invoice.ts'

const base = aContract(indicators())
  .referred('p-1', 'p-2')
  .priced(30, 27.6)
  .and('outcome-agreed', {
    id: 'shop',
    person: 'p-1',
    package: 'p-1',
    goal: 'To the shop',
    weight: 1,
    from: day('2026-04-01'),
    due: day('2026-09-30'),
    estimate: [],
  })
  .gave('p-1', 40)
const stamp = { id: 'x-1', on: day('2026-10-01'), by: 'homely' }

const claim = (built: ContractBuilder) =>
  claimOutcome(stamp, built.ledger(), { outcome: 'shop', says: 'She goes.', level: 3 }).kind

describe('a provider claims', () => {
  test('an outcome that is open; not one that waits, was reached or was left out', () => {
    expect(claim(base)).toBe('entries')
    const claimed = base.and('claimed', { outcome: 'shop', on: day('2026-08-01') })
    expect(claim(claimed)).toBe('refused')
    const said = (reached: boolean) =>
      claimed.and('confirmed', { outcome: 'shop', reached, by: 'p-1', on: day('2026-08-09') })
    expect(claim(said(true))).toBe('refused')
    expect(claim(said(false))).toBe('entries')
    const out = base.and('excluded', { outcome: 'shop', reason: 'moved', why: 'Moved.', approver: 'Ama' })
    expect(claim(out)).toBe('refused')
  })
})

describe('a provider answers and contests', () => {
  const challenged = base.and('challenged', { id: 'ch', person: 'p-1', says: 'x' })
  const asked = { challenge: 'ch', agrees: false, says: 'We came.' }

  test('what it says to a challenge is kept as its own, until the challenge is settled', () => {
    expect(answerChallenge(stamp, challenged.ledger(), asked)).toMatchObject({
      entries: [{ kind: 'answered', by: 'homely', of: 'ch', upheld: false }],
    })
    const settled = challenged.and('answered', { of: 'ch', upheld: true, says: 'So it was.', by: 'ama' })
    expect(answerChallenge(stamp, settled.ledger(), asked).kind).toBe('refused')
  })

  test('an outcome, what was said of it or care is contested, once at a time; nothing else is', () => {
    const of = (id: string, built = base) => contest(stamp, built.ledger(), { of: id, why: 'No.' }).kind
    expect(of('shop')).toBe('entries')
    expect(of('delivered-1')).toBe('entries')
    expect(of('awarded-1')).toBe('refused')
    const open = base.and('contested', { id: 'c', of: 'shop', why: 'No.', by: 'homely' })
    expect(of('shop', open)).toBe('refused')
    expect(of('shop', open.and('answered', { of: 'c', upheld: false, says: 'It is so.', by: 'ama' }))).toBe(
      'entries',
    )
  })
})

describe('somebody who was referred', () => {
  const waits = base.and('referred', { id: 'referred-p-3', person: 'p-3' })
  const answer = (built: ContractBuilder, asked: { accepts: boolean; why?: string }) =>
    answerReferral(stamp, built.ledger(), { referral: 'referred-p-3', ...asked })

  test('waits until the provider says yes, or no and why', () => {
    expect(waitingReferrals(base.ledger())).toEqual([])
    expect(waitingReferrals(waits.ledger()).map(({ person }) => person)).toEqual(['p-3'])
    expect(answer(waits, { accepts: true })).toMatchObject({
      entries: [{ kind: 'accepted', referral: 'referred-p-3', by: 'homely' }],
    })
    expect(answer(waits, { accepts: false }).kind).toBe('refused')
    expect(answer(waits, { accepts: false, why: 'Nobody is free.' })).toMatchObject({
      entries: [{ kind: 'declined', why: 'Nobody is free.' }],
    })
  })

  test('is answered once, and nobody else is', () => {
    const accepted = waits.and('accepted', { referral: 'referred-p-3' })
    expect(answer(accepted, { accepts: true }).kind).toBe('refused')
    expect(answer(base, { accepts: true }).kind).toBe('refused')
  })
})

describe('what a provider sees', () => {
  test('each of their people in a line, and nobody who was handed back', () => {
    const back = base.and('handed-back', { person: 'p-2', why: 'No worker.' })
    expect(peopleUnder(base.ledger()).map(({ person }) => person)).toEqual(['p-1', 'p-2'])
    expect(peopleUnder(back.ledger()).map(({ person }) => person)).toEqual(['p-1'])
  })

  test('a month by its name, and the one before today where none is named', () => {
    expect(monthOf('2028-02', day('2026-11-21'))).toEqual(span('2028-02-01', '2028-02-29'))
    expect(monthOf('never', day('2027-01-05'))).toEqual(span('2026-12-01', '2026-12-31'))
    expect(monthsOf(base.ledger(), day('2026-06-02'))).toEqual(['2026-06', '2026-05', '2026-04'])
  })

  test('where each stands, in a few words', () => {
    const none = { person: 'p-1', outcomes: 0, reached: 0, asked: 0, challenges: 0, unlogged: 0 }
    expect(lineInWords(none)).toBe('No outcome agreed')
    expect(lineInWords({ ...none, outcomes: 1 })).toBe('1 outcome agreed')
    expect(lineInWords({ ...none, outcomes: 3, reached: 1, asked: 1, challenges: 2 })).toBe(
      '3 outcomes agreed, 1 reached, as they say, 1 waits for their answer, 2 challenges open',
    )
  })
})

describe('an invoice held against what was given', () => {
  const head = ['person', 'service', 'from', 'to', 'units', 'amount']
  const line = (more: Partial<Record<string, string>> = {}) =>
    head.map(
      (column) =>
        ({
          person: 'p-1',
          service: 'home-care',
          from: '2026-04-01',
          to: '2026-04-30',
          units: '40',
          amount: '1200.00',
          ...more,
        })[column] ?? '',
    )
  const verdict = (...rows: readonly (readonly string[])[]) => {
    const read = readInvoice([head, ...rows])
    if (read.kind !== 'lines') throw new Error(read.says.join(' '))
    return matchInvoice(base.ledger(), read.lines).map((each) => each.verdict)
  }

  test.each([
    ['40 hours at £30.00', {}, 'fits'],
    ['a penny of rounding', { amount: '1200.01' }, 'fits'],
    ['two pence more', { amount: '1200.02' }, 'other-price'],
    ['an hour that was not given', { units: '41', amount: '1230' }, 'more-than-given'],
    ['an hour that was left out', { units: '39', amount: '1170' }, 'less-than-given'],
    ['somebody who is not here', { person: 'p-9' }, 'nobody'],
    ['half of days that were reported as one', { to: '2026-04-15', units: '20', amount: '600' }, 'cuts'],
  ])('%s: %s', (_, more, expected) => {
    expect(verdict(line(more))).toEqual([expected])
  })

  test('the same line twice is found the second time, and only what fits is added up', () => {
    expect(verdict(line(), line())).toEqual(['fits', 'twice'])
    const read = readInvoice([head, line(), line({ units: '41', amount: '1230' })])
    const sums = read.kind === 'lines' ? totals(matchInvoice(base.ledger(), read.lines)) : undefined
    expect([sums?.asked, sums?.fits]).toEqual([243_000, 120_000])
  })

  test.each([
    [{ from: '31/04/2026' }, 'Row 2, from: must be a day'],
    [{ to: '2026-03-01' }, 'Row 2, to: it ends before it starts.'],
    [{ units: 'many' }, 'Row 2, units: must be a number'],
    [{ amount: '12.345' }, 'Row 2, amount: must be pounds'],
    [{ person: '' }, 'Row 2, person: must not be empty.'],
  ])('a bad cell is named with its row and column: %o', (more, says) => {
    const read = readInvoice([head, line(more)])
    expect(read.kind === 'refused' ? read.says.join(' ') : '').toContain(says)
  })
})
