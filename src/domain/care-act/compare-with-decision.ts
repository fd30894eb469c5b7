import { type Answer, doesNotApply, known, type Step } from '../answer.ts'
import type { Eligibility } from './eligibility.ts'
import { quoted, withStop } from './eligibility-sentences.ts'
import { isSaid } from './weighing.ts'

/** A council's decision on eligibility, as it was recorded. */
export type RecordedDecision = {
  /** id of the entry */
  readonly id: string
  readonly eligible: boolean
  readonly needs: readonly { readonly need: string; readonly eligible: boolean; readonly why: string }[]
}

export type NeedCompared = {
  readonly need: string
  /** `open` where the recorded facts do not settle it for this need */
  readonly given: 'eligible' | 'not-eligible' | 'open'
  readonly decided: 'eligible' | 'not-eligible' | 'not-decided'
  readonly differs: boolean
  readonly because: readonly Step[]
}

export type Comparison = {
  /** the decision as a whole, or for any need, is not what the recorded facts give */
  readonly differs: boolean
  /** as a whole: what the recorded facts give, and what was decided */
  readonly whole: { readonly given: boolean; readonly decided: boolean; readonly differs: boolean }
  /** the needs of the decision, in its order; then those that the facts hold and the decision leaves out */
  readonly needs: readonly NeedCompared[]
  /** the decision says one thing as a whole and another need by need */
  readonly atOddsWithItself: boolean
}

/**
 * Holds the council's recorded decision beside what the recorded facts give. Neither is called right: a difference is a
 * question for both sides, since the facts may be incomplete and the decision is the council's (Care Act s13(1)).
 *
 * `given` must be judged over the needs of this decision. Where facts are missing that could tip it, or the rule does
 * not apply, there is nothing to hold the decision against and the same answer comes back. `nameOf` gives a need in
 * words; its id stands in where there are none.
 */
export function compareWithDecision<Row extends string>(
  given: Answer<Eligibility<Row>>,
  decision: RecordedDecision,
  nameOf: (need: string) => string | undefined,
): Answer<Comparison> {
  if (given.kind === 'needs') return given
  if (given.kind === 'does-not-apply') {
    const says = 'A decision on eligibility is recorded all the same.'
    return doesNotApply([...given.because, { says, entries: [decision.id] }])
  }
  const { eligible } = given.value
  const needs = [...decidedNeeds(given.value, decision, nameOf), ...leftOut(given.value, decision, nameOf)]
  const whole = { given: eligible, decided: decision.eligible, differs: eligible !== decision.eligible }
  const oddness = oddnessOf(decision)
  const because = [
    wholeStep(whole.given, decision),
    ...needs.flatMap((need) => need.because),
    ...(oddness === undefined ? [] : [oddness]),
  ]
  const differs = whole.differs || needs.some((need) => need.differs)
  return known({ differs, whole, needs, atOddsWithItself: oddness !== undefined }, because)
}

const inWords = (eligible: boolean): string => (eligible ? 'eligible' : 'not eligible')

function wholeStep(given: boolean, decision: RecordedDecision): Step {
  const facts = `On the recorded facts the needs are ${inWords(given)}`
  const says =
    given === decision.eligible
      ? `${facts}, and the council decided the same.`
      : `${facts}; the council decided that they are ${inWords(decision.eligible)}. The two differ.`
  return { says, cites: ['CA s13(1)'], entries: [decision.id] }
}

function givenFor(eligibility: Eligibility<string>, need: string): NeedCompared['given'] {
  if (eligibility.eligibleNeeds.includes(need)) return 'eligible'
  return eligibility.openNeeds.includes(need) ? 'open' : 'not-eligible'
}

function decidedNeeds(
  eligibility: Eligibility<string>,
  decision: RecordedDecision,
  nameOf: (need: string) => string | undefined,
): readonly NeedCompared[] {
  return decision.needs.map(({ need, eligible, why }) => {
    const given = givenFor(eligibility, need)
    const decided = eligible ? 'eligible' : 'not-eligible'
    const differs = given !== 'open' && given !== decided
    const says = needSays(quotedName(need, nameOf), given, eligible, why)
    return {
      need,
      given,
      decided,
      differs,
      because: [{ says, cites: ['CA s13(2)', 'CA s13(7)'], entries: [need, decision.id] }],
    }
  })
}

const quotedName = (need: string, nameOf: (need: string) => string | undefined): string => {
  const name = nameOf(need)
  return quoted(isSaid(name) ? name : need)
}

function needSays(name: string, given: NeedCompared['given'], decided: boolean, why: string): string {
  const reason = isSaid(why) ? withStop(`The reason given: ${quoted(why)}`) : 'No reason is given.'
  if (given === 'open') {
    return `The recorded facts do not say yet whether the need ${name} is eligible; the council decided that it is ${inWords(decided)}. ${reason}`
  }
  const facts = `On the recorded facts the need ${name} is ${given === 'eligible' ? 'eligible' : 'not eligible'}`
  return (given === 'eligible') === decided
    ? `${facts}, and the council decided the same. ${reason}`
    : `${facts}; the council decided that it is ${inWords(decided)}. ${reason}`
}

/** A need that the facts hold as eligible and the decision does not name; a need that is neither is no difference. */
function leftOut(
  eligibility: Eligibility<string>,
  decision: RecordedDecision,
  nameOf: (need: string) => string | undefined,
): readonly NeedCompared[] {
  return eligibility.eligibleNeeds
    .filter((id) => !decision.needs.some(({ need }) => need === id))
    .map((need) => ({
      need,
      given: 'eligible',
      decided: 'not-decided',
      differs: true,
      because: [
        {
          says: `On the recorded facts the need ${quotedName(need, nameOf)} is eligible; the decision does not speak of it.`,
          cites: ['CA s13(1)', 'CA s13(7)'],
          entries: [need, decision.id],
        },
      ],
    }))
}

function oddnessOf(decision: RecordedDecision): Step | undefined {
  const some = decision.needs.some(({ eligible }) => eligible)
  if (decision.needs.length === 0 || some === decision.eligible) return undefined
  const says = decision.eligible
    ? 'The decision says eligible as a whole, but names no need that is eligible.'
    : 'The decision says not eligible as a whole, but calls a need eligible.'
  return { says, cites: ['CA s13(1)', 'CA s13(3)', 'CA s13(5)'], entries: [decision.id] }
}
