import type { Step } from '../answer.ts'
import type { CitationId } from './citations.ts'
import type { TestFinding } from './need-facts.ts'
import type { Criteria, Weighed } from './weighing.ts'

/**
 * What the recorded needs show of one outcome (for a carer also of `health`): `shown`, that it cannot be achieved in the
 * regulation's sense; `not-shown`, that it can; `open`, where a cause or a test is still to be asked for; `none`, where
 * no need speaks of it.
 */
export type RowFinding<Row extends string> = {
  readonly outcome: Row
  readonly finding: 'shown' | 'not-shown' | 'open' | 'none'
  /** the tests that show it, each once */
  readonly tests: readonly TestFinding[]
  /** ids of the needs that speak of it */
  readonly needs: readonly string[]
  readonly because: readonly Step[]
}

/** One of the regulation's three conditions, read over all needs together. */
export type ConditionFinding = {
  readonly condition: 'cause' | 'outcomes' | 'impact'
  readonly met: 'yes' | 'no' | 'open'
  readonly because: readonly Step[]
}

/** Beside eligibility, never part of it: who meets a need without pay. */
export type MetByCarer = {
  readonly need: string
  /** the carer's party id */
  readonly carer: string
  /** only help from a carer who is willing and able may be relied on */
  readonly reliedOn: boolean
  readonly because: readonly Step[]
}

/** What the recorded facts show so far, whether or not they settle eligibility: for the page where they are gathered. */
export type Findings<Row extends string> = {
  /** cause, outcomes, impact, in that order */
  readonly conditions: readonly ConditionFinding[]
  /** one for each outcome, in the regulation's order */
  readonly outcomes: readonly RowFinding<Row>[]
  readonly metByCarer: readonly MetByCarer[]
  /** ids of the needs that rest on something that is disputed */
  readonly disputed: readonly string[]
}

/** What the recorded facts give. The decision is the council's (section 13(1)); this is held beside it. */
export type Eligibility<Row extends string> = Findings<Row> & {
  readonly eligible: boolean
  /** ids of the needs that are eligible, alone or as part of the combination (section 13(7)) */
  readonly eligibleNeeds: readonly string[]
  /** where eligible: ids of the needs that would be too, once what is open about them is found to be so */
  readonly openNeeds: readonly string[]
}

/** What is particular to regulation 2 or 3. `Row` is an outcome, and for a carer `health` too. */
export type Regulation<Row extends string> = {
  readonly criteria: Criteria
  readonly rows: readonly Row[]
  /** each row as the subject of a sentence that reads right for whoever reads it */
  readonly words: Readonly<Record<Row, string>>
  readonly says: {
    /** before the recorded causes, in quotes */
    readonly causes: string
    /** what it asks for, after the count of outcomes */
    readonly asked: string
    /** why a finding that is no test of this regulation does not count */
    readonly otherTest: string
  }
  readonly cites: {
    readonly cause: CitationId
    readonly count: CitationId
    readonly rows: CitationId
    readonly tests: CitationId
    readonly impact: CitationId
    readonly varies: CitationId
  }
}

/** Needs, weighed under a regulation: what the sentences are made from. */
export type Judged<Row extends string> = { readonly weighed: Weighed; readonly regulation: Regulation<Row> }
