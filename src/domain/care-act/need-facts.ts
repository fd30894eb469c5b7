import type { AdultOutcome, CarerOutcome } from '../outcomes/topics.ts'
import type { WellbeingArea } from '../outcomes/wellbeing.ts'

/**
 * What can be found of a need: `unable` without help; able but with significant `pain`, distress or anxiety; able but
 * with `danger` to health or safety, their own or others'; able but significantly `slow`; the carer's `health` is
 * getting worse or at risk of it; or `managing`: none of these. Regulation 2(3) has the first four for an adult;
 * regulation 3 has the first three and health for a carer. A finding that its own regulation lacks counts for nothing.
 */
export const FINDINGS = ['unable', 'pain', 'danger', 'slow', 'health', 'managing'] as const
export type TestFinding = (typeof FINDINGS)[number]

export const IMPACTS = ['none', 'some', 'significant'] as const
export type Impact = (typeof IMPACTS)[number]

/** Who meets a need without pay. It never bears on eligibility; it is set beside it. */
export type MetBy = {
  /** the carer's party id */
  readonly carer: string
  /** as both sides call them, for sentences; "an unpaid carer" where it is left out */
  readonly name?: string
  readonly willing: boolean
  readonly able: boolean
}

/**
 * One need as it was found. What is left out, and a text that is empty, was not said yet: it is a fact still to be
 * asked for, and never counts as "no".
 */
export type NeedFacts<Outcome extends string> = {
  readonly id: string
  /** the need in words */
  readonly text: string
  /** the outcomes of the regulation that it bears on; a need that names none of them cannot count */
  readonly outcomes: readonly Outcome[]
  /** an adult: the impairment or illness; a carer: the necessary care that is given */
  readonly cause?: string
  readonly test?: TestFinding
  readonly wellbeing: readonly WellbeingArea[]
  readonly impact?: Impact
  readonly impactWhy?: string
  /** the period that was looked at, where the need varies */
  readonly over?: string
  /** ids of the statements that it rests on */
  readonly statements: readonly string[]
  readonly metBy?: MetBy
  /** something that it rests on is disputed, and the dispute is open */
  readonly disputed?: boolean
}

export type AdultNeed = NeedFacts<AdultOutcome>
export type CarerNeed = NeedFacts<CarerOutcome>
