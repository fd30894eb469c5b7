import { type Answer, doesNotApply } from '../answer.ts'
import { CARER_OUTCOMES, type CarerOutcome } from '../outcomes/topics.ts'
import type { Eligibility, Findings, Regulation } from './eligibility.ts'
import { answerFrom, findingsFrom } from './eligibility-findings.ts'
import type { CarerNeed } from './need-facts.ts'
import { type Criteria, weigh, type Weighed } from './weighing.ts'

/** The circumstances of regulation 3(2): the carer's health (a), or one of eight outcomes (b). */
export type CarerCircumstance = 'health' | CarerOutcome

/** As subjects of a sentence, in words that fit the carer's page and the worker's alike; health is a sentence of its own. */
export const CARER_CIRCUMSTANCE_WORDS: Readonly<Record<CarerCircumstance, string>> = {
  health: 'Health is getting worse, or is at risk of it',
  'carer-child': 'Caring for a child',
  'carer-others': 'Caring for someone else as well',
  'carer-home': 'Keeping the home fit to live in',
  'carer-nutrition': 'Eating properly',
  'carer-relationships': 'Keeping up with family, friends and other people',
  'carer-work': 'Working, learning or volunteering',
  'carer-community': 'Getting to places and services nearby',
  'carer-recreation': 'Having free time',
}

/** Regulation 3(2) and (3): health, or any one outcome, by three tests. Taking longer is not one of them. */
export const CARER_CRITERIA: Criteria = { unableBy: ['unable', 'pain', 'danger'], outcomes: 1, health: true }

const REGULATION_3: Regulation<CarerCircumstance> = {
  criteria: CARER_CRITERIA,
  rows: ['health', ...CARER_OUTCOMES],
  words: CARER_CIRCUMSTANCE_WORDS,
  says: {
    causes: 'The necessary care that the needs arise from is recorded as',
    asked:
      'The regulation asks for any one of eight, or for health that is, or is at risk of, getting worse.',
    otherTest: 'For a carer, the time that something takes is not a test.',
  },
  cites: {
    cause: 'ER r3(1)(a)',
    count: 'ER r3(1)(b)',
    rows: 'ER r3(2)',
    tests: 'ER r3(3)',
    impact: 'ER r3(1)(c)',
    varies: 'ER r3(4)',
  },
}

export type CarerFacts = {
  /** whether there is a carer's assessment to judge by; one that is still open will do, to look ahead */
  readonly assessed: boolean
  /** whether the care is given, or meant to be given, by an adult to another adult */
  readonly adultForAdult: boolean
  readonly needs: readonly CarerNeed[]
}

/**
 * What the recorded facts give under regulation 3 of the eligibility regulations (SI 2015/313), over all of the carer's
 * needs together. Readings, each with its source:
 *
 * - A need counts where it arises from necessary care given to an adult (3(1)(a)) and shows that the carer's health is,
 *   or is at risk of, getting worse, or that one of eight outcomes cannot be achieved by one of three tests (3(2)-(3)).
 *   A recorded cause is the assessor's finding that the care is necessary; the adult need not be eligible.
 * - One such circumstance is enough (3(2): "any").
 * - The impact must be a consequence of that (3(1)(c)), so only the impact of a need that counts is looked at.
 * - Taking longer is no test in regulation 3(3): a need found to be `slow` and nothing else does not count.
 * - A need found to be one of `health` shows that, and says nothing of the outcomes that it names.
 * - Paid care and voluntary work make nobody a carer, unless the council treats them as one (Care Act s10(9)-(10)): a
 *   carer's assessment that was made shows that it did, so this rule does not ask again.
 *
 * `needs` names each missing fact that could tip the answer, and no other. `does-not-apply` where nothing was assessed,
 * and where the care is not from an adult to an adult: parents of disabled children and young carers have other law.
 */
export function carerEligibility({
  assessed,
  adultForAdult,
  needs,
}: CarerFacts): Answer<Eligibility<CarerCircumstance>> {
  if (!adultForAdult) {
    return doesNotApply([
      {
        says: 'This rule is for an adult who cares, or means to care, for another adult.',
        cites: ['CA s10(3)', 'ER r3(1)(a)'],
      },
    ])
  }
  if (!assessed) {
    return doesNotApply([
      {
        says: 'There is no carer’s assessment yet, and eligibility is decided on the basis of one.',
        cites: ['CA s13(1)', 'CA s10(1)'],
      },
    ])
  }
  return answerFrom(needs, REGULATION_3)
}

/** What the recorded facts show so far, circumstance by circumstance, also where they do not settle eligibility yet. */
export const carerFindings = (needs: readonly CarerNeed[]): Findings<CarerCircumstance> =>
  findingsFrom(needs, REGULATION_3)

/** The bare result without its sentences, for sums over many people; `carerEligibility` explains the same. */
export const weighCarer = (needs: readonly CarerNeed[]): Weighed => weigh(needs, CARER_CRITERIA)
