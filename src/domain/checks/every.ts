import type { RecordState } from '../../record/state.ts'
import { citation } from '../care-act/citations.ts'
import { advocacyNotConsidered, advocateMissing, supporterUnsuitable } from './advocacy.ts'
import { disagreementUnanswered, planNotAgreed, planSwapped } from './agreement.ts'
import { askedAgain } from './asking-again.ts'
import { assessmentLate, assessmentRefused, urgentUnmet } from './asking.ts'
import { phoneOnly, selfAssessmentNotOffered, variesIgnored } from './assessing.ts'
import { bestInterestsMissing } from './best-interests.ts'
import { capacityNotAssessed, capacityUnhelped, capacityUnreasoned } from './capacity.ts'
import { carerNotHeard, carerNotOffered, familyImpactSkipped } from './carers.ts'
import { complaintUnanswered, disputeNotCarried, disputeUnanswered, ombudsmanNotTold } from './challenge.ts'
import { firstReviewMissing, reviewOverdue, reviewRefused, stoppedFirst } from './change.ts'
import { chargedUnassessed, reablementCharged } from './charges.ts'
import type { Check, CheckLevel, Finding } from './check.ts'
import { choiceErodes, choiceOverridden, lowHopeUnexplored, preventionMissed, riskAverse } from './choice.ts'
import { outcomeSkipped, personNotHeard, wellbeingSkipped, wishesNotAsked } from './conversation.ts'
import { assessmentNotCopied, eligibilityNotCopied } from './copies.ts'
import { cutNeedsSame, cutNotDiscussed, cutUnreasoned, cutWellbeing, cutWithoutReassessment } from './cuts.ts'
import {
  carerHelpCounted,
  eligibilityContradicts,
  eligibilityUnreasoned,
  ineligibleNoAdvice,
} from './decision.ts'
import { holdOverrun, holdUntold } from './holds.ts'
import { budgetShort, budgetUnexplained, indicativeHidden, priceNotReal } from './money.ts'
import { continuityBroken } from './moving-in.ts'
import { noGainSeen } from './no-gain.ts'
import { budgetAsCeiling, optionsUnpriced, ownIdeaUnanswered } from './options.ts'
import { planLate, planNotCopied, supportLate } from './plan-in-time.ts'
import {
  lineUnneeded,
  needUnplanned,
  planIncomplete,
  planNoContingency,
  planNoReviewDate,
} from './planning.ts'
import { safeguardingUnasked } from './safeguarding.ts'
import { dischargeUnplanned, libertyUnscreened, transitionLate } from './safety.ts'
import { type Standards, standardsFor } from './standards.ts'
import { invoicedUndelivered, manyHands, notDelivered, workerChurn } from './supporting.ts'
import { assessorUntrained, specialistMissing } from './training.ts'

/** Every check there is, in the order in which a person meets what they are about. */
export const ALL_CHECKS: readonly Check[] = [
  // Asking
  assessmentRefused,
  assessmentLate,
  holdUntold,
  holdOverrun,
  urgentUnmet,
  askedAgain,
  continuityBroken,
  // Conversation
  personNotHeard,
  wishesNotAsked,
  outcomeSkipped,
  wellbeingSkipped,
  carerNotHeard,
  carerNotOffered,
  familyImpactSkipped,
  advocacyNotConsidered,
  advocateMissing,
  supporterUnsuitable,
  capacityNotAssessed,
  capacityUnhelped,
  capacityUnreasoned,
  bestInterestsMissing,
  assessorUntrained,
  specialistMissing,
  selfAssessmentNotOffered,
  variesIgnored,
  phoneOnly,
  // Decision
  eligibilityContradicts,
  carerHelpCounted,
  eligibilityUnreasoned,
  eligibilityNotCopied,
  assessmentNotCopied,
  ineligibleNoAdvice,
  // Money
  indicativeHidden,
  budgetUnexplained,
  budgetShort,
  budgetAsCeiling,
  priceNotReal,
  ownIdeaUnanswered,
  optionsUnpriced,
  reablementCharged,
  chargedUnassessed,
  // Plan
  needUnplanned,
  lineUnneeded,
  planIncomplete,
  planNoContingency,
  planNoReviewDate,
  planLate,
  supportLate,
  planNotCopied,
  planNotAgreed,
  planSwapped,
  disagreementUnanswered,
  // Change
  cutWithoutReassessment,
  cutUnreasoned,
  cutNeedsSame,
  cutNotDiscussed,
  cutWellbeing,
  stoppedFirst,
  reviewOverdue,
  firstReviewMissing,
  reviewRefused,
  // Support
  notDelivered,
  invoicedUndelivered,
  manyHands,
  workerChurn,
  // Choice and independence
  lowHopeUnexplored,
  choiceErodes,
  choiceOverridden,
  riskAverse,
  noGainSeen,
  preventionMissed,
  // Challenge and safety
  disputeUnanswered,
  disputeNotCarried,
  complaintUnanswered,
  ombudsmanNotTold,
  dischargeUnplanned,
  safeguardingUnasked,
  transitionLate,
  libertyUnscreened,
]

/**
 * A record held against the law, as it stood on `state.on`: every gap that shows, in the order of the checks. It decides
 * nothing and blocks nothing. The standards are the record's own where it has any, and else the council's; the prices that
 * a council publishes are known to it only where they are given.
 */
export const check = (
  state: RecordState,
  standards: Standards = standardsFor(state.policy),
): readonly Finding[] =>
  ALL_CHECKS.flatMap(({ id, level, cites, find }) =>
    find(state, standards).map((hit): Finding => ({ check: id, level, cites, ...hit })),
  )

/** Where in law a check or a finding stands, as a reader says it: `Care Act s9(1), Care Act s9(3)`. */
export const citationOf = ({ cites }: Pick<Check, 'cites'>): string =>
  [...new Set(cites.map((id) => citation(id).short))].join(', ')

export type ListedCheck = {
  readonly check: string
  readonly level: CheckLevel
  readonly citation: string
  readonly when: string
}

/** What is checked, and why it matters in law: for the list that anyone may read. */
export const checkList = (): readonly ListedCheck[] =>
  ALL_CHECKS.map(({ id, level, cites, when }) => ({
    check: id,
    level,
    citation: citationOf({ cites }),
    when,
  }))
