import { describe, expect, it, test } from 'vitest'
import type { Answer } from '../answer.ts'
import { adultEligibility, adultFindings } from './adult-eligibility.ts'
import { carerEligibility, carerFindings } from './carer-eligibility.ts'
import type { Eligibility } from './eligibility.ts'
import type { AdultNeed, CarerNeed } from './need-facts.ts'

const washing: AdultNeed = {
  id: 'need-1',
  text: 'Washing and dressing',
  outcomes: ['hygiene', 'clothing'],
  cause: 'Rheumatoid arthritis',
  test: 'unable',
  wellbeing: ['dignity', 'health'],
  impact: 'significant',
  impactWhy: 'Days go by without a wash.',
  statements: ['statement-4'],
}
const meals: AdultNeed = {
  id: 'need-2',
  text: 'Hot meals',
  outcomes: ['nutrition'],
  cause: 'Failing memory',
  test: 'danger',
  wellbeing: ['health'],
  impact: 'some',
  statements: [],
  over: 'the three months to May',
  metBy: { carer: 'ann', name: 'Ann', willing: true, able: true },
}
const friends: AdultNeed = {
  id: 'need-3',
  text: 'Seeing friends',
  outcomes: ['relationships'],
  cause: 'Low mood',
  test: 'managing',
  wellbeing: ['relationships'],
  impact: 'significant',
  statements: [],
  disputed: true,
}
const rest: CarerNeed = {
  id: 'need-4',
  text: 'Time off',
  outcomes: ['carer-recreation'],
  cause: 'Care of a wife, day and night',
  test: 'health',
  wellbeing: ['health'],
  impact: 'significant',
  impactWhy: 'The doctor says rest',
  statements: [],
}

const saysOf = (answer: Answer<Eligibility<string>>): readonly string[] =>
  answer.kind === 'needs' ? [] : answer.because.map(({ says }) => says)

const assessed = (needs: readonly AdultNeed[]) => adultEligibility({ assessed: true, needs })
const carerAssessed = (needs: readonly CarerNeed[]) =>
  carerEligibility({ assessed: true, adultForAdult: true, needs })

describe('an eligible adult, in sentences', () => {
  const answer = assessed([washing, meals, friends])

  it('says each condition, each outcome, the period, the carer, the dispute, and who decides', () => {
    expect(saysOf(answer)).toEqual([
      'What the needs come from, or have to do with, is recorded as: “Rheumatoid arthritis”; “Failing memory”; “Low mood”.',
      'The recorded needs show 3 outcomes that cannot be achieved. The regulation asks for two or more of ten.',
      'The need “Washing and dressing” has, or is likely to have, a significant impact on wellbeing (being treated with dignity and respect; health, in body, mind and feelings): “Days go by without a wash.”',
      'The need “Seeing friends” is recorded with a significant impact, but it does not count, because no test is met.',
      'Eating and drinking can be done without help, but that endangers someone’s health or safety, or is likely to (the need “Hot meals”).',
      'Washing and keeping clean cannot be done without help (the need “Washing and dressing”).',
      'Dressing for the day and the weather cannot be done without help (the need “Washing and dressing”).',
      'Keeping up with family, friends and other people can be done, and no test is met (the need “Seeing friends”).',
      'The need “Hot meals” varies, and the period looked at is: “the three months to May”.',
      'The need “Hot meals” is eligible, and is met by Ann, who is willing and able; it stays on record as eligible.',
      'Something that the need “Seeing friends” rests on is disputed, so what is said here may change.',
      'On the recorded facts the needs are eligible. The council decides, and gives its reasons.',
    ])
  })

  it('cites the paragraph of each, and names the entries that it rests on', () => {
    if (answer.kind !== 'known') throw new Error(answer.kind)
    const [cause, count, impact] = answer.because
    expect(cause).toMatchObject({ cites: ['ER r2(1)(a)'], entries: ['need-1', 'need-2', 'need-3'] })
    expect(count).toMatchObject({
      cites: ['ER r2(1)(b)'],
      entries: ['need-1', 'need-2'],
      gives: { value: 3, unit: 'count' },
    })
    expect(impact).toMatchObject({ cites: ['ER r2(1)(c)'], entries: ['need-1', 'statement-4'] })
    expect(answer.because.at(-1)).toMatchObject({ cites: ['CA s13(1)', 'CA s13(2)'] })
  })

  it('gives the same as data', () => {
    if (answer.kind !== 'known') throw new Error(answer.kind)
    const { conditions, outcomes, metByCarer, disputed } = answer.value
    expect(conditions.map(({ condition, met }) => [condition, met])).toEqual([
      ['cause', 'yes'],
      ['outcomes', 'yes'],
      ['impact', 'yes'],
    ])
    expect(outcomes.map(({ outcome, finding, tests, needs }) => [outcome, finding, tests, needs])).toEqual([
      ['nutrition', 'shown', ['danger'], ['need-2']],
      ['hygiene', 'shown', ['unable'], ['need-1']],
      ['toilet', 'none', [], []],
      ['clothing', 'shown', ['unable'], ['need-1']],
      ['home-safety', 'none', [], []],
      ['home-upkeep', 'none', [], []],
      ['relationships', 'not-shown', [], ['need-3']],
      ['work-learning', 'none', [], []],
      ['community', 'none', [], []],
      ['parenting', 'none', [], []],
    ])
    expect(metByCarer).toMatchObject([{ need: 'need-2', carer: 'ann', reliedOn: true }])
    expect(disputed).toEqual(['need-3'])
  })
})

describe('not eligible, in sentences', () => {
  test('small effects on several outcomes: someone has to look at them together', () => {
    const small: AdultNeed = { ...washing, impact: 'some' }
    expect(saysOf(assessed([small, meals]))).toContain(
      'Several smaller effects can be significant when they are taken together: whoever decides looks at that too.',
    )
    expect(saysOf(assessed([small])).join(' ')).not.toContain('Several smaller effects')
    expect(
      saysOf(
        assessed([
          { ...small, impact: 'none' },
          { ...meals, impact: 'none' },
        ]),
      ).join(' '),
    ).not.toContain('Several smaller effects')
  })

  test('an impact that follows from nothing the regulation goes by', () => {
    expect(saysOf(assessed([{ ...washing, outcomes: [] }]))).toContain(
      'The need “Washing and dressing” is recorded with a significant impact, but it names none of the outcomes that the regulation goes by.',
    )
  })

  test('health at risk for an adult, time taken for a carer', () => {
    expect(saysOf(assessed([{ ...washing, test: 'health' }])).join(' ')).toContain(
      'Health at risk is a test for carers; for an adult’s own needs there are four others.',
    )
    expect(saysOf(carerAssessed([{ ...rest, test: 'slow' }]))).toContain(
      'Having free time can be done without help, but takes significantly longer than is normal (the need “Time off”). For a carer, the time that something takes is not a test.',
    )
  })
})

describe('a carer, in sentences', () => {
  test('health at risk', () => {
    expect(saysOf(carerAssessed([rest]))).toEqual([
      'The necessary care that the needs arise from is recorded as: “Care of a wife, day and night”.',
      'The recorded needs show that health is, or is at risk of, getting worse. The regulation asks for any one of eight, or for health that is, or is at risk of, getting worse.',
      'The need “Time off” has, or is likely to have, a significant impact on wellbeing (health, in body, mind and feelings): “The doctor says rest”.',
      'Health is getting worse, or is at risk of it (the need “Time off”).',
      'On the recorded facts the needs are eligible. The council decides, and gives its reasons.',
    ])
  })

  test('health at risk and an outcome', () => {
    const work: CarerNeed = { ...rest, id: 'need-5', text: 'Work', outcomes: ['carer-work'], test: 'unable' }
    expect(saysOf(carerAssessed([rest, work]))[1]).toBe(
      'The recorded needs show 1 outcome that cannot be achieved, and that health is, or is at risk of, getting worse. The regulation asks for any one of eight, or for health that is, or is at risk of, getting worse.',
    )
  })
})

describe('help from a carer, set beside the answer', () => {
  test.each([
    [
      true,
      false,
      'Ann is recorded as willing but not able to meet the need “Hot meals”, so that help cannot be relied on.',
    ],
    [
      false,
      true,
      'Ann is recorded as not willing but able to meet the need “Hot meals”, so that help cannot be relied on.',
    ],
    [
      false,
      false,
      'Ann is recorded as not willing and not able to meet the need “Hot meals”, so that help cannot be relied on.',
    ],
  ])('willing %s, able %s', (willing, able, says) => {
    const found = adultFindings([washing, { ...meals, metBy: { carer: 'ann', name: 'Ann', willing, able } }])
    expect(found.metByCarer).toMatchObject([{ reliedOn: false, because: [{ says }] }])
  })

  test('without a name, and where nothing is eligible', () => {
    const found = adultFindings([{ ...meals, metBy: { carer: 'ann', willing: true, able: true } }])
    expect(found.metByCarer[0]?.because[0]?.says).toBe(
      'The need “Hot meals” is met by an unpaid carer, who is willing and able; that help was left out of account here.',
    )
  })
})

describe('what is found so far, where it does not settle the matter yet', () => {
  test('an adult', () => {
    const found = adultFindings([
      { id: 'need-1', text: 'Hot meals', outcomes: ['nutrition'], wellbeing: [], statements: [] },
      {
        id: 'need-2',
        text: 'Washing',
        outcomes: ['hygiene'],
        cause: '',
        test: 'pain',
        wellbeing: [],
        statements: [],
      },
    ])
    expect(found.conditions.map(({ met }) => met)).toEqual(['open', 'open', 'open'])
    expect(found.conditions.flatMap(({ because }) => because.map(({ says }) => says))).toEqual([
      'No cause is recorded yet for the need “Hot meals”.',
      'No cause is recorded yet for the need “Washing”.',
      'The recorded needs show no outcome that cannot be achieved. The regulation asks for two or more of ten. What is not recorded yet could add to that.',
      'The impact of the need “Hot meals” on wellbeing is not recorded yet.',
      'The impact of the need “Washing” on wellbeing is not recorded yet.',
    ])
    const [nutrition, hygiene, toilet] = found.outcomes
    expect(nutrition).toMatchObject({
      finding: 'open',
      because: [{ says: 'The need “Hot meals” does not say yet how this goes: eating and drinking.' }],
    })
    expect(hygiene).toMatchObject({
      finding: 'open',
      tests: [],
      because: [
        {
          says: 'Washing and keeping clean can be done without help, but with significant pain, distress or anxiety (the need “Washing”); its cause is not recorded yet.',
        },
      ],
    })
    expect(toilet).toMatchObject({
      finding: 'none',
      because: [{ says: 'No recorded need speaks of this: using the toilet.' }],
    })
  })

  test('a carer whose health is still to be asked about', () => {
    const found = carerFindings([
      { id: 'need-1', text: 'Worn out', outcomes: [], wellbeing: [], statements: [] },
    ])
    expect(found.outcomes[0]).toMatchObject({
      outcome: 'health',
      finding: 'open',
      because: [{ says: 'It is not recorded yet whether health is at risk (the need “Worn out”).' }],
    })
  })

  test('nothing at all', () => {
    expect(adultFindings([]).outcomes.every(({ finding }) => finding === 'none')).toBe(true)
  })
})

test('a rule that does not apply says why', () => {
  expect(adultEligibility({ assessed: false, needs: [washing] })).toMatchObject({
    kind: 'does-not-apply',
    because: [
      {
        says: 'There is no assessment yet, and eligibility is decided on the basis of one.',
        cites: ['CA s13(1)', 'CA s9(1)'],
      },
    ],
  })
  expect(carerEligibility({ assessed: true, adultForAdult: false, needs: [rest] })).toMatchObject({
    kind: 'does-not-apply',
    because: [
      {
        says: 'This rule is for an adult who cares, or means to care, for another adult.',
        cites: ['CA s10(3)', 'ER r3(1)(a)'],
      },
    ],
  })
  expect(carerEligibility({ assessed: false, adultForAdult: true, needs: [rest] }).kind).toBe(
    'does-not-apply',
  )
})

test('a cause of blanks is no cause', () => {
  expect(assessed([{ ...washing, cause: '  \n' }])).toEqual({
    kind: 'needs',
    facts: [{ fact: 'cause', entry: 'need-1' }],
  })
})
