import type { Answer, Step } from '../../domain/answer.ts'
import { type MeansLine, takenOf, workingOf } from '../../domain/care-act/charging-lines.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, minus, pence, sum } from '../../domain/money/pence.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

export type Assessment = EntryOf<'financial-assessment'>

/** One financial assessment with its working, read from its own lines: the same for one that came from elsewhere. */
export type MeansView = {
  readonly assessment: Assessment
  readonly lines: readonly MeansLine[]
  readonly working: Answer<Pence<'week'>>
  /** where the lines and the sum that is asked for are not the same, in a sentence */
  readonly differs: string | undefined
  /** expenses that were not allowed, or not all of them */
  readonly refused: readonly MeansLine[]
  /** what comes in, and where it goes, for a picture: nothing where there is no whole reckoning */
  readonly parts: readonly MeansPart[]
  readonly copies: readonly EntryOf<'copy'>[]
}
export type MeansPart = {
  readonly name: 'pays' | 'live' | 'housing' | 'expenses' | 'over'
  readonly amount: Pence<'week'>
}

const totalOf = (lines: readonly MeansLine[], kind: MeansLine['kind']): Pence<'week'> =>
  sum(lines.filter((line) => line.kind === kind).map(takenOf))

/** The parts add up to what comes in; where that is less than what has to be left, there is nothing to divide. */
function partsOf(
  lines: readonly MeansLine[],
  pays: Pence<'week'>,
  left: Pence<'week'>,
): readonly MeansPart[] {
  if (left <= 0 || pays > left) return []
  const parts: readonly MeansPart[] = [
    { name: 'pays', amount: pays },
    { name: 'live', amount: totalOf(lines, 'allowance') },
    { name: 'housing', amount: totalOf(lines, 'disregard') },
    { name: 'expenses', amount: totalOf(lines, 'expense') },
    { name: 'over', amount: minus(left, pays) },
  ]
  return parts.filter(({ amount }) => amount > 0)
}

function difference(asked: Pence<'week'>, working: Answer<Pence<'week'>>): string | undefined {
  if (working.kind !== 'known' || asked === working.value) return undefined
  return asked > working.value
    ? `The lines leave ${inWords(working.value)} a week, and ${inWords(asked)} is asked for: ${inWords(minus(asked, working.value))} more.`
    : `The lines leave ${inWords(working.value)} a week, and less is asked for: ${inWords(asked)}.`
}

function viewOf(state: RecordState, assessment: Assessment): MeansView {
  const lines = assessment.lines ?? []
  const working = workingOf(lines)
  return {
    assessment,
    lines,
    working,
    differs: difference(assessment.weekly, working),
    refused: lines.filter((line) => line.kind === 'expense' && takenOf(line) < line.weekly),
    parts: working.kind === 'known' ? partsOf(lines, assessment.weekly, working.value) : [],
    copies: all(state, 'copy').filter((copy) => state.byId.get(copy.of)?.id === assessment.id),
  }
}

/** Every financial assessment, the latest first. */
export const meansViews = (state: RecordState): readonly MeansView[] =>
  all(state, 'financial-assessment')
    .toReversed()
    .map((assessment) => viewOf(state, assessment))

/** What is charged under the latest budget, held against the latest assessment: a step to show, or nothing. */
export function chargedNow(state: RecordState): Step | undefined {
  const budget = all(state, 'personal-budget').at(-1)
  if (budget === undefined) return undefined
  const assessment = all(state, 'financial-assessment').at(-1)
  const says = `The personal budget of ${dateInWords(dayOfWhen(budget.on))} asks for ${inWords(budget.person)} a week.`
  if (budget.person === 0) return { says }
  if (assessment === undefined) {
    return {
      says: `${says} No financial assessment was made, and nothing may be charged before one is.`,
      cites: ['CA s14', 'CA s17'],
    }
  }
  const over = pence<'week'>(Math.max(0, budget.person - assessment.weekly))
  return over === 0
    ? { says: `${says} That is no more than the assessment gives.` }
    : {
        says: `${says} That is ${inWords(over)} more than the assessment gives.`,
        cites: ['CA s14', 'CA s17'],
      }
}

/** What the support in the latest budget costs, as it stands: a beginning for the form. */
export function costNow(state: RecordState): Pence<'week'> | undefined {
  return all(state, 'personal-budget').at(-1)?.weekly
}
