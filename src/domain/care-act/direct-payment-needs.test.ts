import { describe, expect, test } from 'vitest'
import { FORMS } from '../allocation/support.ts'
import { type NeedToMeet, needsByDirectPayment } from './direct-payment-needs.ts'

const need = (more: Partial<NeedToMeet> = {}): NeedToMeet => ({
  need: 'need-1',
  text: 'Washing',
  ways: [],
  ...more,
})
const way = (what: string, form: NeedToMeet['ways'][number]['form'], byNhs = false) => ({ what, form, byNhs })
const answer = (more: Partial<NeedToMeet>) => {
  const [told] = needsByDirectPayment([need(more)])
  return [told?.may, ...(told?.because.map(({ says }) => says) ?? [])]
}

describe('which needs may be met by a direct payment', () => {
  test.each<[string, Partial<NeedToMeet>, readonly string[]]>([
    [
      'one that nothing is planned for yet',
      {},
      ['yes', 'Nothing speaks against it: support for this can be bought with a direct payment.'],
    ],
    [
      'home care and a pool card',
      { ways: [way('Home care', 'agency'), way('Pool card', 'own-idea')] },
      ['yes', 'All of it can be bought with a direct payment: Home care; Pool card.'],
    ],
    [
      'a place in a care home',
      { ways: [way('A room at Elm House', 'care-home')] },
      [
        'no',
        '“A room at Elm House” is a place in a care home. A direct payment can pay for a short stay, and not for living there.',
      ],
    ],
    [
      'a nurse of the NHS beside an assistant',
      { ways: [way('Nurse', 'agency', true), way('Assistant', 'personal-assistant')] },
      ['in-part', '“Nurse” is given by the NHS, and not bought by the council.'],
    ],
    [
      'what a brother does without pay',
      { metBy: 'Karan Vallory' },
      [
        'no',
        'Karan Vallory meets this without pay, willing and able, so there is nothing for the council to pay. If that ends, it may be met so.',
      ],
    ],
    [
      'what a brother does in part',
      { metBy: 'Karan Vallory', ways: [way('Home care', 'agency')] },
      ['yes', 'All of it can be bought with a direct payment: Home care.'],
    ],
  ])('%s', (_name, more, expected) => expect(answer(more)).toEqual(expected))

  test('a short stay may be paid so, and every form but a care home and the NHS', () => {
    for (const form of FORMS) {
      const [told] = needsByDirectPayment([need({ ways: [way('x', form)] })])
      expect([form, told?.may]).toEqual([form, form === 'care-home' || form === 'nhs' ? 'no' : 'yes'])
    }
  })

  test('says why and in which law, for every need, in order', () => {
    const told = needsByDirectPayment([need({ need: 'b' }), need({ need: 'a', metBy: 'X' })])
    expect(told.map((one) => one.need)).toEqual(['b', 'a'])
    for (const { because } of told) expect(because[0]?.cites?.length).toBeGreaterThan(0)
  })
})
