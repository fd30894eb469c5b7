import { type Answer, type Step, doesNotApply, known } from '../answer.ts'
import { dateInWords } from '../dates/plain-date.ts'
import { type Pence, inWords, pence, sum } from '../money/pence.ts'
import { careAt, careTotal } from './care.ts'
import { guardsIn } from './guard-measures.ts'
import { settleIndicators } from './indicators.ts'
import { settleLeadProvider } from './lead-provider.ts'
import { type Ledger, every } from './ledger.ts'
import { settleOutcomeFee } from './outcome-fee.ts'
import { openMatters } from './outcomes.ts'
import type { Line, NotPaid, Settlement, Warning, Worked } from './settlement.ts'
import { type Span, cutsThrough, isSame, isWithin, spanInWords, touches } from './span.ts'
import { settleTapering } from './tapering.ts'
import type { Terms } from './terms.ts'

/**
 * What a contract owes for a period, as the facts stand on the ledger's day: line by line, with reasons. Pure. It never reads
 * or changes a person's plan or budget, and the same ledger always gives the same sum.
 *
 * A period that was settled before gives one line: the difference. A new one carries the differences of all that were settled
 * before it. `does-not-apply` where the period cannot be settled, with the reason.
 */
export function settle(terms: Terms, ledger: Ledger, period: Span): Answer<Settlement> {
  const wrong = wrongWithPeriod(ledger, period)
  if (wrong.length > 0) return doesNotApply(wrong)
  const own = workOut(terms, ledger, period)
  if (own.kind !== 'known') return own
  const before = settledFor(ledger, period)
  const again = settlementsOf(ledger, period).length > 0
  const differences: Line[] = []
  const earlier = again ? [] : earlierPeriods(ledger, period)
  for (const past of earlier) {
    const worked = workOut(terms, ledger, past)
    if (worked.kind !== 'known') return worked
    const line = differenceLine(ledger, past, worked.value.due)
    if (line.amount !== 0) differences.push(line)
  }
  const lines = again ? [differenceLine(ledger, period, own.value.due)] : [...own.value.lines, ...differences]
  return known(
    { ...own.value, lines, before, payable: total(lines) },
    lines.flatMap(({ because }) => because),
  )
}

export type WorkedOut = Worked & Pick<Settlement, 'model' | 'period' | 'due' | 'worth'>

const total = (of: readonly { readonly amount: Pence<'once'> }[]): Pence<'once'> =>
  sum(of.map(({ amount }) => amount))

function byModel(terms: Terms, ledger: Ledger, period: Span): Answer<Worked> {
  switch (terms.model) {
    case 'indicators':
      return settleIndicators(terms, ledger, period)
    case 'outcome-fee':
      return settleOutcomeFee(terms, ledger, period)
    case 'tapering':
      return settleTapering(terms, ledger, period)
    case 'lead-provider':
      return settleLeadProvider(terms, ledger, period)
  }
}

/**
 * What a period comes to in all as the facts stand, line by line, whether it was settled before or not: the working behind the
 * difference that `settle` gives for a period that was.
 */
export const asItStands = (terms: Terms, ledger: Ledger, period: Span): Answer<WorkedOut> =>
  workOut(terms, ledger, period)

/** The model, what was adjusted by hand, and the floor under both. */
function workOut(terms: Terms, ledger: Ledger, period: Span): Answer<WorkedOut> {
  const worked = byModel(terms, ledger, period)
  if (worked.kind !== 'known') return worked
  const sustainable = careAt(terms, ledger, { period, rate: 'sustainable', of: 'delivered' })
  if (sustainable.kind !== 'known') return sustainable
  const floor = careTotal(sustainable.value)
  const lines = [...worked.value.lines, ...adjustments(ledger, period)]
  const model = total(lines)
  const missing = pence<'once'>(Math.max(0, floor - model))
  const isHeldUp = terms.floor === 'sustainable-rate'
  const added = isHeldUp ? missing : pence<'once'>(0)
  const step = floorStep({ floor, model, missing, isHeldUp })
  const because = [step, ...sustainable.because]
  const floored: readonly Line[] = isHeldUp
    ? [...lines, { kind: 'floor', what: 'The floor under the contract', amount: added, because }]
    : lines
  const { held, withheld } = coveredByFloor(worked.value, added)
  const due = total(floored)
  const warnings: readonly Warning[] =
    isHeldUp || missing === 0 ? [] : [{ flag: 'under-cost', because: [step] }]
  return known(
    {
      model: terms.model,
      period,
      lines: floored,
      held,
      withheld,
      shown: [...worked.value.shown, ...guardsIn(terms, ledger, period)],
      warnings: [...worked.value.warnings, ...warnings, ...openWarnings(ledger, period)],
      due,
      worth: pence<'once'>(due + total(held) + total(withheld)),
    },
    worked.because,
  )
}

const openWarnings = (ledger: Ledger, period: Span): readonly Warning[] =>
  openMatters(ledger, period).map(({ says, owner, entry }) => ({
    flag: 'open',
    because: [
      { says: `${says} It waits for ${ledger.parties.get(owner)?.name ?? owner}.`, entries: [entry] },
    ],
  }))

type Floor = {
  readonly floor: Pence<'once'>
  readonly model: Pence<'once'>
  readonly missing: Pence<'once'>
  readonly isHeldUp: boolean
}

function floorStep({ floor, model, missing, isHeldUp }: Floor): Step {
  const care = `Care given comes to ${inWords(floor)} at the council’s sustainable rate; the contract gives ${inWords(model)}.`
  const then = isHeldUp
    ? missing === 0
      ? 'The floor adds nothing.'
      : `The floor adds ${inWords(missing)}.`
    : missing === 0
      ? 'These terms have no floor, and none was needed.'
      : `These terms have no floor: what is paid is ${inWords(missing)} below the cost of the care.`
  return {
    says: `${care} ${then}`,
    from: [
      { name: 'care at the sustainable rate', value: floor, unit: 'pence-once' },
      { name: 'from the contract', value: model, unit: 'pence-once' },
    ],
    gives: { name: isHeldUp ? 'added' : 'below cost', value: missing, unit: 'pence-once' },
    cites: ['G4'],
  }
}

/**
 * What the floor pays is paid already: it comes off what is held, and then off what is withheld, so that no money is counted
 * twice and releasing what is held pays only what the floor did not.
 */
function coveredByFloor(
  { held, withheld }: Pick<Worked, 'held' | 'withheld'>,
  added: Pence<'once'>,
): Pick<Worked, 'held' | 'withheld'> {
  const ofHeld = pence<'once'>(Math.min(added, Math.max(0, total(held))))
  const ofWithheld = pence<'once'>(Math.min(added - ofHeld, Math.max(0, total(withheld))))
  const covered = (amount: Pence<'once'>): readonly NotPaid[] =>
    amount === 0
      ? []
      : [
          {
            what: 'Already paid by the floor',
            amount: pence<'once'>(0 - amount),
            why: 'The floor pays for the care given, whatever the outcome part does.',
            entries: [],
          },
        ]
  return { held: [...held, ...covered(ofHeld)], withheld: [...withheld, ...covered(ofWithheld)] }
}

/** What people agreed by hand for days of the period, each with who approved it. */
const adjustments = (ledger: Ledger, period: Span): readonly Line[] =>
  every(ledger, 'adjusted')
    .filter((each) => isWithin(each, period))
    .map(({ id, on, why, approver, amount }) => ({
      kind: 'adjusted',
      what: `Adjusted on ${dateInWords(on)}`,
      amount,
      because: [
        {
          says: `${why} Approved by ${approver}.`,
          gives: { name: 'adjusted', value: amount, unit: 'pence-once' },
          entries: [id],
        },
      ],
    }))

/** What a settlement's sum is for, by period, as a `settled` entry holds it: its own, and those that were worked out again. */
export function partsOf({ period, lines }: Pick<Settlement, 'period' | 'lines'>): readonly Part[] {
  const own = total(lines.filter((line) => line.period === undefined))
  const again = lines.flatMap((line) =>
    line.period === undefined ? [] : [{ ...line.period, amount: line.amount }],
  )
  const isAgain = lines.length > 0 && lines.every((line) => line.period !== undefined)
  return isAgain ? again : [{ ...period, amount: own }, ...again]
}

type Part = Span & { readonly amount: Pence<'once'> }

const settlementsOf = (ledger: Ledger, period: Span) =>
  every(ledger, 'settled').filter((each) => each.parts.some((part) => isSame(part, period)))

/** All that was settled for a period: by itself, and as a difference later on. */
export const settledFor = (ledger: Ledger, period: Span): Pence<'once'> =>
  total(every(ledger, 'settled').flatMap(({ parts }) => parts.filter((part) => isSame(part, period))))

/** Periods that were settled before and can be worked out again, each once, in order. */
function earlierPeriods(ledger: Ledger, period: Span): readonly Span[] {
  const spans = new Map<string, Span>()
  for (const { from, to } of every(ledger, 'settled')) spans.set(from, { from, to })
  return [...spans.values()]
    .filter((past) => past.to < period.from)
    .filter((past) => !ledger.unread.some((unread) => isSame(unread, past)))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

function differenceLine(ledger: Ledger, period: Span, due: Pence<'once'>): Line {
  const before = settledFor(ledger, period)
  const amount = pence<'once'>(due - before)
  const what = `${spanInWords(period)}, worked out again`
  const then =
    amount === 0
      ? 'Nothing changes.'
      : amount > 0
        ? `${inWords(amount)} more is paid.`
        : `${inWords(pence<'once'>(0 - amount))} is claimed back.`
  return {
    kind: 'difference',
    what,
    amount,
    period,
    because: [
      {
        says: `As the facts stand now it comes to ${inWords(due)}; ${inWords(before)} was settled. ${then}`,
        from: [
          { name: 'as the facts stand now', value: due, unit: 'pence-once' },
          { name: 'settled before', value: before, unit: 'pence-once' },
        ],
        gives: { name: 'difference', value: amount, unit: 'pence-once' },
        entries: settlementsOf(ledger, period).map(({ id }) => id),
      },
    ],
  }
}

/** Why a period cannot be settled; nothing where it can. */
export function wrongWithPeriod(ledger: Ledger, period: Span): readonly Step[] {
  if (period.to < period.from)
    return [{ says: `The period ends on ${dateInWords(period.to)}, before it starts.` }]
  const wrong: Step[] = []
  if (!isWithin(period, ledger.span)) {
    wrong.push({
      says: `The contract lasts from ${spanInWords(ledger.span)}; the period, ${spanInWords(period)}, lies outside it or reaches over its edge.`,
      entries: [ledger.award.id],
    })
  }
  const cut = (what: string, entries: readonly string[], span: Span) => {
    if (cutsThrough(period, span))
      wrong.push({
        says: `The period, ${spanInWords(period)}, cuts through ${what} ${spanInWords(span)}.`,
        ...(entries.length === 0 ? {} : { entries }),
      })
  }
  for (const each of every(ledger, 'settled')) {
    cut('what was settled for', [each.id], each)
    if (isWithin(each, period) && !isSame(each, period))
      wrong.push({
        says: `${spanInWords(each)} was settled by itself, and lies inside ${spanInWords(period)}. Settle what is left.`,
        entries: [each.id],
      })
  }
  for (const each of every(ledger, 'adjusted')) cut('an adjustment for', [each.id], each)
  // Of many people in the same days it is said once.
  const care = new Map<string, { readonly span: Span; readonly entries: string[] }>()
  for (const { from, to, entries } of ledger.care) {
    const same = care.get(`${from} ${to}`) ?? { span: { from, to }, entries: [] }
    if (touches(period, same.span)) care.set(`${from} ${to}`, same)
    same.entries.push(...entries)
  }
  for (const { span, entries } of care.values()) cut('care given from', entries, span)
  for (const each of ledger.unread)
    if (isSame(each, period))
      wrong.push({
        says: `${spanInWords(each)} was settled from a log of visits. It can only be worked out again with that log.`,
      })
  return wrong
}
