import { type Answer, doesNotApply } from '../answer.ts'
import { ADULT_OUTCOMES, type AdultOutcome } from '../outcomes/topics.ts'
import type { Eligibility, Findings, Regulation } from './eligibility.ts'
import { answerFrom, findingsFrom } from './eligibility-findings.ts'
import type { AdultNeed } from './need-facts.ts'
import { type Criteria, weigh, type Weighed } from './weighing.ts'

/** The ten outcomes as subjects of a sentence, in words that fit the person's page and the worker's alike. */
export const ADULT_OUTCOME_WORDS: Readonly<Record<AdultOutcome, string>> = {
  nutrition: 'Eating and drinking',
  hygiene: 'Washing and keeping clean',
  toilet: 'Using the toilet',
  clothing: 'Dressing for the day and the weather',
  'home-safety': 'Getting around at home safely',
  'home-upkeep': 'Keeping the home fit to live in',
  relationships: 'Keeping up with family, friends and other people',
  'work-learning': 'Working, learning or volunteering',
  community: 'Getting out and about',
  parenting: 'Looking after a child',
}

/** Regulation 2(1)(b) and (3): two or more outcomes, by any of four tests. */
export const ADULT_CRITERIA: Criteria = {
  unableBy: ['unable', 'pain', 'danger', 'slow'],
  outcomes: 2,
  health: false,
}

const REGULATION_2: Regulation<AdultOutcome> = {
  criteria: ADULT_CRITERIA,
  rows: ADULT_OUTCOMES,
  words: ADULT_OUTCOME_WORDS,
  says: {
    causes: 'What the needs come from, or have to do with, is recorded as',
    asked: 'The regulation asks for two or more of ten.',
    otherTest: 'Health at risk is a test for carers; for an adult’s own needs there are four others.',
  },
  cites: {
    cause: 'ER r2(1)(a)',
    count: 'ER r2(1)(b)',
    rows: 'ER r2(2)',
    tests: 'ER r2(3)',
    impact: 'ER r2(1)(c)',
    varies: 'ER r2(4)',
  },
}

export type AdultFacts = {
  /** whether there is an assessment to judge by; one that is still open will do, to look ahead */
  readonly assessed: boolean
  readonly needs: readonly AdultNeed[]
}

/**
 * What the recorded facts give under regulation 2 of the eligibility regulations (SI 2015/313). All three conditions are
 * read over all needs of the decision together, since needs are eligible alone or as part of a combination (Care Act
 * s13(7)). Readings, each with its source:
 *
 * - A need counts where it has a physical or mental cause, names one of the ten outcomes, and meets one of the four
 *   tests (2(1)(a)-(b), 2(3)). A recorded cause is the assessor's finding that it is such a cause; no diagnosis is asked
 *   for. One need may show several outcomes; one outcome shown by two needs is one outcome.
 * - Two or more outcomes must be shown over all needs that count (2(1)(b)). None ranks above another.
 * - The impact must be a consequence of that (2(1)(c)), so only the impact of a need that counts is looked at; one such
 *   need with a significant impact is enough (SCIE: a single effect). Effects that are small one by one and significant
 *   together are the assessor's to see and to record as significant; the answer says so where it turns on that (SCIE:
 *   a cumulative effect).
 * - When these hold, every need that counts is eligible, as part of the combination, whatever its own impact (s13(7)(b)).
 * - A carer's help changes nothing (statutory guidance, chapter 6); it is set beside the answer (s18(7)).
 * - Where needs vary, the finding is taken to be the one for the period looked at (2(4)).
 *
 * `needs` names each missing fact that could tip the answer, and no other; `does-not-apply` where nothing was assessed.
 */
export function adultEligibility({ assessed, needs }: AdultFacts): Answer<Eligibility<AdultOutcome>> {
  if (!assessed) {
    return doesNotApply([
      {
        says: 'There is no assessment yet, and eligibility is decided on the basis of one.',
        cites: ['CA s13(1)', 'CA s9(1)'],
      },
    ])
  }
  return answerFrom(needs, REGULATION_2)
}

/** What the recorded facts show so far, outcome by outcome, also where they do not settle eligibility yet. */
export const adultFindings = (needs: readonly AdultNeed[]): Findings<AdultOutcome> =>
  findingsFrom(needs, REGULATION_2)

/** The bare result without its sentences, for sums over many people; `adultEligibility` explains the same. */
export const weighAdult = (needs: readonly AdultNeed[]): Weighed => weigh(needs, ADULT_CRITERIA)
