import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { dischargeUnplanned, libertyUnscreened, transitionLate } from './safety.ts'

describe('discharge-unplanned', () => {
  const stay = (record: ARecord, fields: Readonly<Record<string, unknown>> = {}) =>
    record
      .add('hospital', { on: '2026-05-01', by: 'sw', event: 'admitted' })
      .add('hospital', { on: '2026-05-12', by: 'sw', event: 'discharged', to: 'home', ...fields })
  const assessed = (record: ARecord, on: string, closed?: string) => {
    const opened = record.add('assessment-opened', {
      id: 'at-hospital',
      on,
      of: 'needs',
      subject: 'p',
      way: 'phone',
      assessor: 'sw',
    })
    return closed === undefined
      ? opened
      : opened.add('assessment-closed', { on: closed, assessment: 'at-hospital', outcome: 'completed' })
  }
  const asked = aRecord().with('contact', {
    on: '2026-05-04',
    how: 'hospital',
    about: 'She cannot wash or dress.',
    signs: ['hygiene', 'clothing'],
  })

  test('needs showed, and nothing was in place', () => {
    expect(hits(dischargeUnplanned, stay(asked))).toEqual([
      {
        entries: ['hospital-2', 'hospital-1'],
        worker:
          'Ada Brook left hospital on 12 May 2026 with needs that showed, and neither an assessment nor support was in place by then.',
        person:
          'You left hospital on 12 May 2026. By then the council should have started to look at what you need, or your support should have been in place. Neither was.',
        mend: { says: 'Meet the urgent need now, and open an assessment.', where: 'contact' },
      },
    ])
    expect(hits(dischargeUnplanned, stay(aRecord().on('2026-04-01'), { pathway: 1 }))).toHaveLength(1)
  })

  test('not where no needs showed', () => {
    expect(hits(dischargeUnplanned, stay(aRecord(), { pathway: 0, to: 'own-care' }))).toEqual([])
  })

  test('needs show in what was said on the ward, not in what she does alone, nor in what was said long before', () => {
    const said = (level: number | undefined, on = '2026-05-04') =>
      stay(aRecord().on('2026-03-01')).add('statement', {
        on,
        topic: 'hygiene',
        'said-by': 'p',
        basis: 'lived',
        text: 'So.',
        level,
      })
    expect(hits(dischargeUnplanned, said(1))).toHaveLength(1)
    expect(hits(dischargeUnplanned, said(4))).toEqual([])
    expect(hits(dischargeUnplanned, said(undefined))).toEqual([])
    expect(hits(dischargeUnplanned, said(1, '2026-03-02'))).toEqual([])
  })

  test('an assessment since the admission, or under way; not one that came after, nor one that was over before', () => {
    expect(hits(dischargeUnplanned, assessed(stay(asked), '2026-05-12'))).toEqual([])
    expect(hits(dischargeUnplanned, assessed(stay(asked), '2026-04-20'))).toEqual([])
    expect(hits(dischargeUnplanned, assessed(stay(asked), '2026-05-13'))).toHaveLength(1)
    expect(hits(dischargeUnplanned, assessed(stay(asked), '2026-03-02', '2026-03-30'))).toHaveLength(1)
  })

  test('support that goes on is support in place; support that was ended is not', () => {
    expect(hits(dischargeUnplanned, stay(aRecord().supported()))).toEqual([])
    const ended = ['L1', 'L2'].reduce(
      (record, id) =>
        record.add('support-ended', {
          on: '2026-05-02',
          plan: 'plan-1',
          line: id,
          why: 'In hospital.',
          'by-whom': 'provider',
        }),
      aRecord().supported(),
    )
    expect(hits(dischargeUnplanned, stay(ended))).toHaveLength(1)
    const again = ended.add('support-started', {
      on: '2026-05-12',
      plan: 'plan-1',
      line: 'L1',
      provider: 'care',
    })
    expect(hits(dischargeUnplanned, stay(again))).toEqual([])
  })

  const doubted = aRecord()
    .supported()
    .add('statement', {
      on: '2026-05-05',
      topic: 'home',
      'said-by': 'son',
      basis: 'observed',
      text: 'She does not know where she is.',
      doubts: ['capacity'],
    })
  const capacity = (record: ARecord, on: string, decides: string) =>
    record.add('capacity', {
      on,
      decision: 'To go home',
      for: [decides],
      'help-given': ['Her son with her'],
      understands: true,
      retains: true,
      weighs: true,
      communicates: true,
      'has-capacity': true,
    })

  test('capacity in doubt and not assessed before she left', () => {
    expect(hits(dischargeUnplanned, stay(doubted))[0]?.worker).toBe(
      'Ada Brook left hospital on 12 May 2026 while capacity to decide about it was in doubt, and nobody had assessed it.',
    )
    expect(hits(dischargeUnplanned, stay(capacity(doubted, '2026-05-08', 'home')))).toEqual([])
    expect(hits(dischargeUnplanned, stay(capacity(doubted, '2026-05-12', 'home')))).toEqual([])
    expect(hits(dischargeUnplanned, stay(capacity(doubted, '2026-05-08', 'money')))).toHaveLength(1)
    expect(hits(dischargeUnplanned, stay(capacity(doubted, '2026-05-20', 'home')))).toHaveLength(1)
  })
})

describe('transition-late', () => {
  // Born on 3 February 2008: 18 on 3 February 2026.
  const young = (born = '2008-02-03') => aRecord().person({ born }).contacted()
  const transition = (opened: string, closed?: string) => {
    const begun = young().add('assessment-opened', {
      on: opened,
      of: 'transition',
      subject: 'p',
      way: 'face-to-face',
      assessor: 'sw',
    })
    return closed === undefined
      ? begun
      : begun.add('assessment-closed', {
          on: closed,
          assessment: 'assessment-opened-1',
          outcome: 'completed',
        })
  }

  test('18 and no transition assessment closed', () => {
    expect(hits(transitionLate, young(), '2026-02-03')).toEqual([])
    expect(hits(transitionLate, young(), '2026-02-05')).toEqual([
      {
        entries: ['contact-1'],
        worker:
          'Ada Brook turned 18 with no transition assessment closed; it is not closed yet, 2 days late so far.',
        person:
          'You turned 18. By then the council should have finished looking at what you will need as an adult; it has not finished, 2 days late so far.',
        mend: {
          says: 'Close the transition assessment, and keep the support going until a plan stands.',
          where: 'conversation',
        },
      },
    ])
  })

  test('opened is not closed; closed on the birthday is in time', () => {
    expect(hitEntries(transitionLate, transition('2026-01-12'), '2026-03-01')).toEqual([
      ['assessment-opened-1'],
    ])
    expect(hits(transitionLate, transition('2026-01-12', '2026-02-03'), '2026-03-01')).toEqual([])
    expect(hits(transitionLate, transition('2026-01-12', '2026-02-04'), '2026-03-01')[0]?.worker).toContain(
      'it was closed on 4 February 2026, 1 day late',
    )
  })

  test('not for one who was known only as an adult, or is not 18 yet', () => {
    expect(hits(transitionLate, young('2008-01-05'), '2026-03-01')).toEqual([])
    expect(hits(transitionLate, young('2010-01-01'), '2026-03-01')).toEqual([])
  })

  test('one born on 29 February comes of age on 1 March where the year has no such day', () => {
    expect(hits(transitionLate, young('2008-02-29'), '2026-03-01')).toEqual([])
    expect(hits(transitionLate, young('2008-02-29'), '2026-03-02')[0]?.worker).toContain('1 day late')
  })
})

describe('liberty-unscreened', () => {
  const home = (form = 'care-home') =>
    aRecord()
      .planned()
      .but('plan-1', { lines: [line('L1', { form, unit: 'week', amount: 1, price: 900 })] })
  const capacity = (record: ARecord, yes: boolean, decides = 'home', on = '2026-02-06') =>
    record.add('capacity', {
      on,
      decision: 'Where to live',
      for: [decides],
      'help-given': ['Pictures'],
      understands: yes,
      retains: yes,
      weighs: yes,
      communicates: yes,
      because: 'Dementia',
      'has-capacity': yes,
    })
  const liberty = (record: ARecord, reasons: string) =>
    record.add('liberty', {
      on: '2026-02-10',
      arrangement: 'A locked door',
      reasons,
      authorised: 'requested',
    })

  test('a care home or supported living, without capacity and without a judgement', () => {
    expect(hits(libertyUnscreened, capacity(home(), false))[0]).toEqual({
      entries: ['plan-1', 'capacity-1'],
      worker:
        'Ada Brook was found to lack capacity about where to live and is to live at Brightwater Home Care; no reasoned judgement says whether that deprives them of liberty.',
      person:
        'You live, or will live, at Brightwater Home Care. Nobody has written down whether the rules there take away your freedom. If they do, the law must allow it first.',
      mend: {
        says: 'Judge the whole arrangement with reasons, and ask for authorisation where it is needed.',
        where: 'conversation',
      },
    })
    expect(hits(libertyUnscreened, capacity(home('supported-living'), false))).toHaveLength(1)
    expect(hits(libertyUnscreened, liberty(capacity(home(), false), ' '))).toHaveLength(1)
  })

  test.each([
    [
      'it was judged with reasons',
      liberty(capacity(home(), false), 'She is watched for choking and asks to stay.'),
    ],
    ['she has capacity', capacity(home(), true)],
    ['capacity was found since', capacity(capacity(home(), false), true, 'home', '2026-02-12')],
    ['capacity was about money', capacity(home(), false, 'money')],
    ['she lives in her own home', capacity(home('agency'), false)],
  ])('not where %s', (_, record) => {
    expect(hits(libertyUnscreened, record)).toEqual([])
  })
})
