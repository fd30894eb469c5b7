import { type Answer, known, needs as stillNeeds } from '../answer.ts'
import type {
  ConditionFinding,
  Eligibility,
  Findings,
  Judged,
  MetByCarer,
  Regulation,
  RowFinding,
} from './eligibility.ts'
import {
  carerStep,
  causeSteps,
  conclusion,
  countStep,
  disputeSteps,
  impactSteps,
  nothingSaid,
  periodSteps,
  rowStep,
} from './eligibility-sentences.ts'
import type { NeedFacts } from './need-facts.ts'
import { counts, mayCount, weigh, type WeighedNeed } from './weighing.ts'

/** Either rule, once it applies. No needs at all is a missing fact: nothing was found yet, which is not "no". */
export function answerFrom<Row extends string>(
  needs: readonly NeedFacts<string>[],
  regulation: Regulation<Row>,
): Answer<Eligibility<Row>> {
  if (needs.length === 0) return stillNeeds([{ fact: 'needs' }])
  const weighed = weigh(needs, regulation.criteria)
  if (weighed.eligible === 'open') return stillNeeds(weighed.missing)
  const judged = { weighed, regulation }
  const eligible = weighed.eligible === 'yes'
  const findings = describe(judged)
  const idsOf = (which: (one: WeighedNeed) => boolean) =>
    eligible ? weighed.needs.filter(which).map(({ need }) => need.id) : []
  return known(
    {
      ...findings,
      eligible,
      eligibleNeeds: idsOf(counts),
      openNeeds: idsOf((one) => mayCount(one) && !counts(one)),
    },
    [
      ...findings.conditions.flatMap(({ because }) => because),
      ...findings.outcomes.filter(({ finding }) => finding !== 'none').flatMap(({ because }) => because),
      ...periodSteps(judged),
      ...findings.metByCarer.flatMap(({ because }) => because),
      ...disputeSteps(judged),
      conclusion(eligible),
    ],
  )
}

/** What is found so far, whether or not it settles the matter. */
export const findingsFrom = <Row extends string>(
  needs: readonly NeedFacts<string>[],
  regulation: Regulation<Row>,
): Findings<Row> => describe({ weighed: weigh(needs, regulation.criteria), regulation })

function describe<Row extends string>(judged: Judged<Row>): Findings<Row> {
  const { weighed, regulation } = judged
  return {
    conditions: conditionsOf(judged),
    outcomes: regulation.rows.map((row) => rowFinding(row, judged)),
    metByCarer: weighed.needs.flatMap((one) => metByCarer(one, weighed.eligible === 'yes' && counts(one))),
    disputed: weighed.needs.filter(({ need }) => need.disputed === true).map(({ need }) => need.id),
  }
}

function conditionsOf<Row extends string>(judged: Judged<Row>): readonly ConditionFinding[] {
  const { weighed } = judged
  const cause = weighed.needs.some((one) => one.cause === 'yes') ? 'yes' : 'open'
  return [
    { condition: 'cause', met: cause, because: causeSteps(judged) },
    { condition: 'outcomes', met: weighed.outcomes, because: [countStep(judged)] },
    { condition: 'impact', met: weighed.impact, because: impactSteps(judged) },
  ]
}

function rowFinding<Row extends string>(row: Row, judged: Judged<Row>): RowFinding<Row> {
  const speaking = judged.weighed.needs.filter(({ shows }) => shows.includes(row))
  const showing = speaking.filter(counts)
  return {
    outcome: row,
    finding: rowTruth(speaking, showing),
    tests: [...new Set(showing.flatMap(({ need }) => (need.test === undefined ? [] : [need.test])))],
    needs: speaking.map(({ need }) => need.id),
    because:
      speaking.length === 0
        ? [nothingSaid(judged.regulation.words[row])]
        : speaking.map((one) => rowStep(row, one, judged)),
  }
}

function rowTruth(
  speaking: readonly WeighedNeed[],
  showing: readonly WeighedNeed[],
): RowFinding<string>['finding'] {
  if (showing.length > 0) return 'shown'
  if (speaking.some(mayCount)) return 'open'
  return speaking.length > 0 ? 'not-shown' : 'none'
}

function metByCarer({ need }: WeighedNeed, isEligible: boolean): readonly MetByCarer[] {
  const { metBy } = need
  if (metBy === undefined) return []
  const reliedOn = metBy.willing && metBy.able
  return [{ need: need.id, carer: metBy.carer, reliedOn, because: [carerStep(need, metBy, isEligible)] }]
}
