import { type Answer, type Figure, type Step, doesNotApply, known } from '../answer.ts'
import { type Pence, inWords, pence, sum } from '../money/pence.ts'
import { CAPITAL_CITES, type Capital, capitalIn } from './charging-capital.ts'
import type { CitationId } from './citations.ts'

/**
 * One line of a financial assessment, as the record keeps it. `weekly` is all of it. `allowed` says how much of it is
 * taken: of income how much counts, of an expense how much is taken off; yes where nothing is said.
 */
export type MeansLine = {
  readonly what: string
  readonly kind: 'income' | 'capital' | 'disregard' | 'expense' | 'allowance'
  readonly weekly: Pence<'week'>
  readonly allowed?: boolean | Pence<'week'> | undefined
  readonly why?: string | undefined
}

/** How much of a line is taken. */
export const takenOf = ({ weekly, allowed }: MeansLine): Pence<'week'> =>
  allowed === undefined || allowed === true ? weekly : allowed === false ? pence<'week'>(0) : allowed

const figureOf = (line: MeansLine): Figure => ({
  name: line.what,
  value: takenOf(line),
  unit: 'pence-a-week',
})

const added = (amounts: readonly Pence<'week'>[]): string => {
  const total = inWords(sum(amounts))
  return amounts.length < 2 ? `${total} a week` : `${amounts.map(inWords).join(' + ')} = ${total} a week`
}

type Part = {
  readonly kinds: MeansLine['kind']
  readonly says: string
  readonly cites: readonly CitationId[]
}

/** The parts of the sum in their order: what counts, then what is taken off. */
const COUNTS: readonly Part[] = [
  { kinds: 'income', says: 'Income that counts', cites: ['CR Sch1'] },
  { kinds: 'capital', says: 'What savings count for', cites: ['CR r25'] },
]
const TAKEN_OFF: readonly Part[] = [
  { kinds: 'allowance', says: 'What has to be left to live on', cites: ['CR r6', 'CR r7'] },
  { kinds: 'disregard', says: 'Housing costs and the like', cites: ['CR Sch1'] },
  { kinds: 'expense', says: 'What the disability costs, as far as it is allowed', cites: ['CR Sch1'] },
]

/** What counts of all that is owned: `Savings and other things that count: £4,000.00 + £500.00 = £4,500.00.` */
function ownedStep(owned: readonly Capital[]): Step {
  const amounts = owned.filter(({ counted }) => counted > 0).map(({ counted }) => counted)
  const total = sum(amounts)
  const says =
    amounts.length === 0
      ? 'nothing'
      : amounts.length === 1
        ? inWords(total)
        : `${amounts.map(inWords).join(' + ')} = ${inWords(total)}`
  return { says: `Of what is owned this counts: ${says}.`, cites: CAPITAL_CITES }
}

/**
 * What is left of income after what has to be left to live on, from the lines that a record keeps: the same for one that
 * was worked out here and for one that came from elsewhere. Never below nought. It does not apply where the lines hold no
 * reckoning: a light-touch assessment, or savings above the limit.
 */
export function workingOf(lines: readonly MeansLine[]): Answer<Pence<'week'>> {
  if (!lines.some(({ kind }) => kind === 'allowance')) {
    return doesNotApply(
      lines.flatMap((line) =>
        line.why === undefined || line.why === '' || capitalIn(line) !== undefined
          ? []
          : [{ says: line.why }],
      ),
    )
  }
  const owned = lines.flatMap((line) => capitalIn(line) ?? [])
  const steps: Step[] = owned.length === 0 ? [] : [ownedStep(owned)]
  const totalOf = ({ kinds, says, cites }: Part): Pence<'week'> => {
    // What is owned comes to nothing a week by itself: what all of it counts for is a line of its own.
    const own = lines.filter((line) => line.kind === kinds && capitalIn(line) === undefined)
    const amounts = own.map(takenOf)
    if (own.length > 0) steps.push({ says: `${says}: ${added(amounts)}.`, from: own.map(figureOf), cites })
    return sum(amounts)
  }
  const counts = sum(COUNTS.map(totalOf))
  const offs = TAKEN_OFF.map(totalOf)
  const rest = counts - sum(offs)
  const left = pence<'week'>(Math.max(0, rest))
  const reckoning = [inWords(counts), ...offs.filter((off) => off > 0).map(inWords)].join(' − ')
  const says =
    rest < 0
      ? `${reckoning} is below nought: there is nothing to pay.`
      : `${reckoning} = ${inWords(left)} a week is left.`
  return known(left, [
    ...steps,
    { says, gives: { name: 'left', value: left, unit: 'pence-a-week' }, cites: ['CA s17'] },
  ])
}
