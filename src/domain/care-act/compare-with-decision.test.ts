import { describe, expect, test } from 'vitest'
import { adultEligibility } from './adult-eligibility.ts'
import { compareWithDecision, type RecordedDecision } from './compare-with-decision.ts'
import type { AdultNeed } from './need-facts.ts'

const bathing: AdultNeed = {
  id: 'need-1',
  text: 'Bathing and dressing',
  outcomes: ['hygiene', 'clothing'],
  cause: 'Frailty',
  test: 'unable',
  wellbeing: ['dignity'],
  impact: 'significant',
  statements: [],
}
const meals: AdultNeed = {
  ...bathing,
  id: 'need-2',
  text: 'Hot meals',
  outcomes: ['nutrition'],
  test: 'danger',
}
const outings: AdultNeed = {
  ...bathing,
  id: 'need-3',
  text: 'Outings',
  outcomes: ['community'],
  test: 'managing',
}

const given = (...needs: readonly AdultNeed[]) => adultEligibility({ assessed: true, needs })
const names: Readonly<Record<string, string>> = {
  'need-1': 'Bathing and dressing',
  'need-2': 'Hot meals',
  'need-3': 'Outings',
}
const nameOf = (need: string) => names[need]

const decision = (eligible: boolean, ...needs: RecordedDecision['needs'][number][]): RecordedDecision => ({
  id: 'eligibility-1',
  eligible,
  needs,
})
const yes = (need: string, why = 'It cannot be done alone.') => ({ need, eligible: true, why })
const no = (need: string, why = 'It is managed.') => ({ need, eligible: false, why })

function compared(facts: ReturnType<typeof given>, decided: RecordedDecision) {
  const answer = compareWithDecision(facts, decided, nameOf)
  if (answer.kind !== 'known') throw new Error(answer.kind)
  return { ...answer.value, says: answer.because.map(({ says }) => says), because: answer.because }
}

describe('the decision beside what the recorded facts give', () => {
  test('the same, need by need', () => {
    const { differs, whole, needs, atOddsWithItself, says } = compared(
      given(bathing, meals, outings),
      decision(true, yes('need-1'), yes('need-2'), no('need-3')),
    )
    expect(differs).toBe(false)
    expect(whole).toEqual({ given: true, decided: true, differs: false })
    expect(needs.map(({ need, given: facts, decided }) => [need, facts, decided])).toEqual([
      ['need-1', 'eligible', 'eligible'],
      ['need-2', 'eligible', 'eligible'],
      ['need-3', 'not-eligible', 'not-eligible'],
    ])
    expect(atOddsWithItself).toBe(false)
    expect(says[0]).toBe('On the recorded facts the needs are eligible, and the council decided the same.')
    expect(says[3]).toBe(
      'On the recorded facts the need “Outings” is not eligible, and the council decided the same. The reason given: “It is managed.”',
    )
  })

  test('refused as a whole', () => {
    const { differs, whole, says, because } = compared(
      given(bathing, meals),
      decision(false, no('need-1', 'Can wash with long-handled aids'), no('need-2', '')),
    )
    expect(differs).toBe(true)
    expect(whole).toEqual({ given: true, decided: false, differs: true })
    expect(says).toEqual([
      'On the recorded facts the needs are eligible; the council decided that they are not eligible. The two differ.',
      'On the recorded facts the need “Bathing and dressing” is eligible; the council decided that it is not eligible. The reason given: “Can wash with long-handled aids”.',
      'On the recorded facts the need “Hot meals” is eligible; the council decided that it is not eligible. No reason is given.',
    ])
    expect(because[1]).toMatchObject({
      cites: ['CA s13(2)', 'CA s13(7)'],
      entries: ['need-1', 'eligibility-1'],
    })
  })

  test('one need refused because a carer meets it', () => {
    const metBy = { carer: 'da', name: 'Ruth', willing: true, able: true }
    const { differs, whole, needs } = compared(
      given(bathing, { ...meals, metBy }),
      decision(true, yes('need-1'), no('need-2', 'Her daughter cooks every day.')),
    )
    expect(differs).toBe(true)
    expect(whole.differs).toBe(false)
    expect(needs.map((need) => need.differs)).toEqual([false, true])
  })

  test('more generous than the recorded facts', () => {
    const { differs, needs, says } = compared(
      given(outings),
      decision(true, yes('need-3', 'She would be alone.')),
    )
    expect(differs).toBe(true)
    expect(needs[0]).toMatchObject({ given: 'not-eligible', decided: 'eligible', differs: true })
    expect(says[0]).toContain('not eligible; the council decided that they are eligible.')
  })

  test('a need that is eligible on the facts and that the decision leaves out', () => {
    const { differs, needs, says } = compared(given(bathing, meals), decision(true, yes('need-1')))
    expect(differs).toBe(true)
    expect(needs[1]).toMatchObject({
      need: 'need-2',
      given: 'eligible',
      decided: 'not-decided',
      differs: true,
    })
    expect(says[2]).toBe(
      'On the recorded facts the need “Hot meals” is eligible; the decision does not speak of it.',
    )
  })

  test('a need that the decision leaves out and that is not eligible is no difference', () => {
    expect(compared(given(bathing, outings), decision(true, yes('need-1'))).differs).toBe(false)
  })

  test('a need that the facts leave open is no difference, either way', () => {
    const { cause: _gone, ...open } = meals
    for (const decided of [yes('need-2'), no('need-2')]) {
      const { differs, needs, says } = compared(given(bathing, open), decision(true, yes('need-1'), decided))
      expect(differs).toBe(false)
      expect(needs[1]).toMatchObject({ given: 'open', differs: false })
      expect(says[2]).toContain('The recorded facts do not say yet whether the need “Hot meals” is eligible')
    }
  })

  test('a need without words is called by its id', () => {
    const answer = compareWithDecision(given(bathing), decision(true, yes('need-1')), () => undefined)
    expect(answer).toMatchObject({
      because: [{}, { says: expect.stringContaining('the need “need-1” is eligible') }],
    })
  })
})

describe('a decision at odds with itself', () => {
  test('eligible, and no need of it', () => {
    const { atOddsWithItself, says, because } = compared(given(bathing), decision(true, no('need-1')))
    expect(atOddsWithItself).toBe(true)
    expect(says.at(-1)).toBe('The decision says eligible as a whole, but names no need that is eligible.')
    expect(because.at(-1)?.cites).toEqual(['CA s13(1)', 'CA s13(3)', 'CA s13(5)'])
  })

  test('not eligible, and one of its needs', () => {
    const { atOddsWithItself, says } = compared(given(outings), decision(false, yes('need-3')))
    expect(atOddsWithItself).toBe(true)
    expect(says.at(-1)).toBe('The decision says not eligible as a whole, but calls a need eligible.')
  })

  test('with no needs in it there is nothing to be at odds', () => {
    expect(compared(given(outings), decision(false)).atOddsWithItself).toBe(false)
  })
})

describe('where there is nothing to hold it against', () => {
  test('facts that could tip it are missing', () => {
    const { impact: _gone, ...open } = bathing
    expect(compareWithDecision(given(open), decision(false, no('need-1')), nameOf)).toEqual({
      kind: 'needs',
      facts: [{ fact: 'impact', entry: 'need-1' }],
    })
  })

  test('there was no assessment', () => {
    const facts = adultEligibility({ assessed: false, needs: [bathing] })
    expect(compareWithDecision(facts, decision(true, yes('need-1')), nameOf)).toMatchObject({
      kind: 'does-not-apply',
      because: [
        {},
        { says: 'A decision on eligibility is recorded all the same.', entries: ['eligibility-1'] },
      ],
    })
  })
})
