import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { outcomeSkipped, personNotHeard, wellbeingSkipped, wishesNotAsked } from './conversation.ts'

/** Everything in the record that anyone said, said by someone else. */
const allSaidBy = (record: ARecord, party: string): ARecord =>
  record.entries
    .filter(({ kind }) => kind === 'statement')
    .reduce((next, { id }) => next.but(id, { 'said-by': party }), record)

describe('person-not-heard', () => {
  const unheard = allSaidBy(aRecord().assessed(), 'son')

  test('only her son spoke', () => {
    expect(hits(personNotHeard, unheard)).toEqual([
      {
        entries: ['assessment-opened-1', 'assessment-closed-1'],
        worker:
          'The assessment opened on 12 January 2026 was closed without a single statement of Ada Brook’s own, or of an advocate, attorney, deputy or supporter for them.',
        person:
          'Your assessment was finished, and nothing that you said is written in it. It has to be made with you.',
        mend: {
          says: 'Open the conversation again and write down what Ada Brook says.',
          where: 'conversation',
        },
      },
    ])
  })

  test.each(['advocate', 'attorney', 'deputy'] as const)('an %s may speak for her', (role) => {
    expect(hits(personNotHeard, allSaidBy(aRecord().party({ id: 'x', role }).assessed(), 'x'))).toEqual([])
  })

  test('so may her supporter', () => {
    expect(
      hits(personNotHeard, unheard.but('advocacy-1', { supporter: 'son', decision: 'supporter' })),
    ).toEqual([])
  })

  test('one word of her own is enough; a word before it was opened, or after it was closed, is not', () => {
    const word = (on: string) =>
      unheard.with('statement', { on, topic: 'about-me', 'said-by': 'p', basis: 'lived', text: 'Ask me.' })
    expect(hits(personNotHeard, word('2026-01-26'))).toEqual([])
    expect(hitEntries(personNotHeard, word('2026-01-11'), '2026-02-01')).toHaveLength(1)
    expect(hitEntries(personNotHeard, word('2026-01-27'), '2026-02-01')).toHaveLength(1)
  })

  test('not while it is open, nor where she refused it', () => {
    expect(hits(personNotHeard, unheard.without('assessment-closed'))).toEqual([])
    expect(
      hits(personNotHeard, unheard.but('assessment-closed-1', { outcome: 'refused-by-person' })),
    ).toEqual([])
  })

  test('in a carer’s assessment it is the carer who is to be heard', () => {
    const carers = aRecord().withCarer()
    expect(hits(personNotHeard, carers)).toEqual([])
    const silent = carers.without('said-carer').but('said-family', { on: '2026-01-14' })
    expect(hits(personNotHeard, silent).map(({ person }) => person)).toEqual([
      'Walter Brook’s carer’s assessment was finished, and nothing that Walter Brook said is written in it.',
    ])
  })
})

describe('wishes-not-asked', () => {
  const noHopes = aRecord()
    .assessed()
    .entries.filter(({ kind }) => kind === 'statement')
    .reduce((record, { id }) => record.but(id, { hoped: undefined }), aRecord().assessed())

  test('no goal and no level that she hopes for', () => {
    expect(hitEntries(wishesNotAsked, noHopes.without('goal'))).toEqual([
      ['assessment-opened-1', 'assessment-closed-1'],
    ])
  })

  test('either is enough; for a carer neither is asked for here', () => {
    expect(hits(wishesNotAsked, noHopes)).toEqual([])
    expect(hits(wishesNotAsked, aRecord().assessed().without('goal'))).toEqual([])
    expect(hits(wishesNotAsked, aRecord().withCarer().but('said-carer', { hoped: undefined }))).toEqual([])
  })

  test('a goal after the closing comes too late', () => {
    expect(hitEntries(wishesNotAsked, noHopes.but('goal-1', { on: '2026-01-27' }))).toHaveLength(1)
  })
})

describe('outcome-skipped', () => {
  test('two of the ten never came up', () => {
    const record = aRecord().foundEligible().without('statement-7', 'statement-10')
    expect(hits(outcomeSkipped, record)).toEqual([
      {
        entries: ['assessment-opened-1', 'eligibility-1'],
        worker:
          'Eligibility was decided on 28 January 2026, and the conversation never came to keeping the home fit to live in and looking after a child.',
        person:
          'The council decided on 28 January 2026 without asking you about keeping your home fit to live in and looking after a child.',
        mend: {
          says: 'Talk about what was left out, or mark it as not a concern, and look at the decision again.',
          where: 'conversation',
        },
      },
    ])
  })

  test('marked as no concern is enough, and so is a need that names it, up to the day of the decision', () => {
    const without = aRecord().foundEligible().without('statement-10')
    const marked = (on: string) =>
      without.with('statement', {
        on,
        topic: 'parenting',
        'said-by': 'p',
        basis: 'lived',
        text: 'No child.',
        level: 4,
      })
    expect(hits(outcomeSkipped, marked('2026-01-28'))).toEqual([])
    expect(hitEntries(outcomeSkipped, marked('2026-01-29'))).toHaveLength(1)
    expect(hits(outcomeSkipped, without.but('need-2', { topics: ['community', 'parenting'] }))).toEqual([])
  })

  test('what is said of the carer’s life is not about hers', () => {
    const carers = aRecord().foundEligible().but('statement-8', { about: 'son' })
    expect(hitEntries(outcomeSkipped, carers)).toHaveLength(1)
  })

  test('not for a young person who is not 18 yet', () => {
    const young = aRecord()
      .foundEligible()
      .without('statement-10')
      .but('assessment-opened-1', { of: 'transition' })
    expect(hits(outcomeSkipped, young.person({ born: '2008-01-29' }))).toEqual([])
    expect(hitEntries(outcomeSkipped, young.person({ born: '2008-01-28' }))).toHaveLength(1)
  })

  test('not before a decision, nor in a carer’s assessment', () => {
    expect(hits(outcomeSkipped, aRecord().assessed().without('statement-10'))).toEqual([])
    expect(hits(outcomeSkipped, aRecord().withCarer().without('said-carer'))).toEqual([])
  })
})

describe('wellbeing-skipped', () => {
  test('a need without any area, once eligibility is decided', () => {
    const bare = aRecord().foundEligible().but('need-2', { wellbeing: [] })
    expect(hits(wellbeingSkipped, bare)).toEqual([
      {
        entries: ['need-2', 'eligibility-1'],
        worker:
          'The need “Getting to the club” names no area of wellbeing, and eligibility was decided on it on 28 January 2026.',
        person:
          'The council did not write down how the need “Getting to the club” changes your life and wellbeing before it decided.',
        mend: { says: 'Say which areas of wellbeing the need bears on, and how.', where: 'conversation' },
      },
    ])
  })

  test('not before, nor where it was corrected', () => {
    expect(hits(wellbeingSkipped, aRecord().assessed().but('need-2', { wellbeing: [] }))).toEqual([])
    const bare = aRecord().foundEligible().but('need-2', { wellbeing: [] })
    const [need] = aRecord()
      .assessed()
      .entries.filter(({ id }) => id === 'need-2')
    const put = bare.add('need', {
      ...need,
      id: 'need-3',
      on: '2026-02-01',
      corrects: 'need-2',
      why: 'Left out by mistake.',
    })
    expect(hits(wellbeingSkipped, put)).toEqual([])
  })

  test('a carer’s need is looked at too', () => {
    expect(hitEntries(wellbeingSkipped, aRecord().withCarer().but('need-carer', { wellbeing: [] }))).toEqual([
      ['need-carer', 'decided-carer'],
    ])
  })
})
