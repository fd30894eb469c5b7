import { type Answer, type MissingFact, type Step, known, needs } from '../answer.ts'
import { addDays, dateInWords } from '../dates/plain-date.ts'
import { type Pence, inWords, pence, roundToPenny, sum } from '../money/pence.ts'
import { share } from '../money/share.ts'
import { costOf } from './care.ts'
import { type Ledger, every, isSameEntry } from './ledger.ts'
import { beyondAnyway, shownOf } from './measures.ts'
import { type OutcomeFact, outcomesFor } from './outcomes.ts'
import type { Line, NotPaid, Warning, Work, Worked } from './settlement.ts'
import { type Span, partOf, spanInWords, touches } from './span.ts'
import type { OutcomeFeeTerms } from './terms.ts'

/** Outcomes that one person agreed together, what they are worth in all, and what of that each of them carries. */
type Package = {
  readonly name: string
  readonly person: string
  readonly days: Span
  readonly value: Pence<'once'>
  readonly upfront: Pence<'once'>
  readonly outcomes: readonly (OutcomeFact & { readonly carries: Pence<'once'> })[]
  readonly because: readonly Step[]
}

/**
 * A fee for outcomes that the person chose (as in Wiltshire): V is the estimated hours at the rate of the day on which they
 * were agreed, and pay = u V + (1 - u) V sum(w a), where a is 1 once the person, or who acts for them, says that an outcome was
 * reached. Reached early, it keeps all of V. An excluded outcome falls out: the others carry its weight.
 *
 * V falls due evenly over the days of the package, so that any month can be settled; what is confirmed later is paid for the
 * earlier days as a difference.
 */
export const settleOutcomeFee: Work<OutcomeFeeTerms> = (terms, ledger, period) => {
  const facts = outcomesFor(terms, ledger, period)
  const packages = packagesOf(terms, ledger, facts)
  if (packages.kind !== 'known') return packages
  const here = packages.value.filter(({ days }) => touches(period, days))
  const parts = here.map((each) => workPackage(each, ledger, period))
  const lines = parts.flatMap((part) => part.lines)
  const held = parts.flatMap((part) => part.held)
  const withheld = parts.flatMap((part) => part.withheld)
  const { line, waits } = anyway(terms, parts)
  return known(
    {
      lines: [...lines, ...line],
      held: [...held, ...waits],
      withheld,
      shown: terms.measures.map((measure) => shownOf(measure, facts)),
      warnings: lookAgain(terms, ledger, facts),
    },
    here.flatMap(({ because }) => because),
  )
}

function packagesOf(
  terms: OutcomeFeeTerms,
  ledger: Ledger,
  facts: readonly OutcomeFact[],
): Answer<readonly Package[]> {
  const groups = new Map<string, OutcomeFact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.outcome.package)
    if (group === undefined) groups.set(fact.outcome.package, [fact])
    else group.push(fact)
  }
  const missing: MissingFact[] = []
  const packages = [...groups].flatMap(([name, group]): readonly Package[] => {
    const answer = packageOf(name, group, terms, ledger)
    if (answer.kind === 'known') return [answer.value]
    if (answer.kind === 'needs') missing.push(...answer.facts)
    return []
  })
  return missing.length > 0 ? needs(missing) : known(packages, [])
}

function packageOf(
  name: string,
  group: readonly OutcomeFact[],
  terms: OutcomeFeeTerms,
  ledger: Ledger,
): Answer<Package> {
  const costs: Pence<'once'>[] = []
  const because: Step[] = []
  for (const { outcome } of group) {
    const cost = costOf(ledger, outcome.estimate, { rate: 'contract', day: outcome.from, entry: outcome.id })
    if (cost.kind !== 'known') return cost
    costs.push(cost.value)
    because.push(...cost.because)
  }
  const value = sum(costs)
  const [upfront = pence<'once'>(0), rest = pence<'once'>(0)] = share(value, [
    terms.upfront,
    1 - terms.upfront,
  ])
  const weights = group.map(({ outcome, state }) => (state.kind === 'excluded' ? 0 : outcome.weight))
  const carried = weights.some((weight) => weight > 0) ? share(rest, weights) : []
  const first = group[0]?.outcome
  const from = group.map(({ outcome }) => outcome.from).toSorted()[0] ?? ledger.span.from
  const to =
    group
      .map(({ outcome }) => outcome.due)
      .toSorted()
      .at(-1) ?? ledger.span.to
  return known(
    {
      name,
      person: first?.person ?? '',
      days: { from, to },
      value,
      upfront,
      outcomes: group.map((fact, index) => ({ ...fact, carries: carried[index] ?? pence<'once'>(0) })),
      because,
    },
    because,
  )
}

type PackagePart = Pick<Worked, 'lines' | 'held' | 'withheld'> & {
  /** pence of the outcomes of which it is known whether they were reached, and of those that were: paid, and held */
  readonly eligible: number
  readonly paid: number
  readonly waits: number
}

function workPackage(of: Package, ledger: Ledger, period: Span): PackagePart {
  const lines: Line[] = []
  const held: NotPaid[] = []
  const withheld: NotPaid[] = []
  let eligible = 0
  let paid = 0
  let waits = 0
  const upfront = partOf(of.upfront, of.days, period)
  if (upfront !== 0) lines.push(upfrontLine(of, upfront, period))
  for (const { outcome, state, carries } of of.outcomes) {
    const amount = partOf(carries, of.days, period)
    const what = `${of.person}, ${of.name}: ${outcome.goal}`
    switch (state.kind) {
      case 'reached':
        lines.push(reachedLine({ what, amount }, { of, carries, period }, [outcome.id, state.confirmed.id]))
        eligible += amount
        paid += amount
        break
      case 'held':
        held.push({ what, amount, ...state.hold, entries: [outcome.id, ...state.hold.entries] })
        eligible += amount
        waits += amount
        break
      case 'not-reached':
        withheld.push({ what, amount, why: state.why, entries: [outcome.id, ...state.entries] })
        eligible += amount
        break
      case 'waiting':
        held.push({
          what,
          amount,
          // Until its day comes it is nobody's move; then somebody sees to it that the person is asked.
          ...(outcome.due > ledger.on
            ? { why: `It is due on ${dateInWords(outcome.due)}, and nobody has said yet if it was reached.` }
            : {
                why: `It was due on ${dateInWords(outcome.due)}, and nobody has said yet if it was reached: ask the person.`,
                owner: ledger.award.manager,
              }),
          entries: [outcome.id],
        })
        break
      case 'excluded':
        lines.push(excludedLine(what, state.excluded))
        break
    }
  }
  return { lines, held, withheld, eligible, paid, waits }
}

const share100 = (part: number, whole: number): string =>
  whole === 0 ? '0%' : `${Math.round((1000 * part) / whole) / 10}%`

const upfrontLine = (of: Package, amount: Pence<'once'>, period: Span): Line => ({
  kind: 'upfront',
  what: `${of.person}, ${of.name}: the part that no outcome hangs on`,
  amount,
  because: [
    ...of.because,
    {
      says: `The estimated support comes to ${inWords(of.value)}; ${share100(of.upfront, of.value)} of it, ${inWords(of.upfront)}, hangs on no outcome and falls due over ${spanInWords(of.days)}. The part of ${spanInWords(period)} is ${inWords(amount)}.`,
      from: [
        { name: 'value', value: of.value, unit: 'pence-once' },
        { name: 'whatever comes of it', value: of.upfront, unit: 'pence-once' },
      ],
      gives: { name: 'this period', value: amount, unit: 'pence-once' },
      entries: of.outcomes.map(({ outcome }) => outcome.id),
    },
  ],
})

const reachedLine = (
  { what, amount }: Pick<Line, 'what' | 'amount'>,
  { of, carries, period }: { readonly of: Package; readonly carries: Pence<'once'>; readonly period: Span },
  entries: readonly string[],
): Line => ({
  kind: 'outcome',
  what,
  amount,
  because: [
    {
      says: `Reached, as the person or who acts for them says. It carries ${inWords(carries)} of ${inWords(of.value)}, over ${spanInWords(of.days)}; the part of ${spanInWords(period)} is ${inWords(amount)}.`,
      from: [
        { name: 'value', value: of.value, unit: 'pence-once' },
        { name: 'this outcome carries', value: carries, unit: 'pence-once' },
      ],
      gives: { name: 'this period', value: amount, unit: 'pence-once' },
      entries,
    },
  ],
})

const excludedLine = (
  what: string,
  { id, outcome, reason, why, approver }: Extract<OutcomeFact['state'], { kind: 'excluded' }>['excluded'],
): Line => ({
  kind: 'outcome',
  what: `${what}: excluded`,
  amount: pence<'once'>(0),
  because: [
    {
      says: `Excluded (${reason}: ${why}), approved by ${approver}. It is not held against anybody; the other outcomes of the package carry its weight.`,
      gives: { name: 'this outcome', value: 0, unit: 'pence-once' },
      entries: [outcome, id],
    },
  ],
})

/** What would have happened anyway is not paid for: taken off once, over all outcomes of which it is known how they ended. */
function anyway(
  terms: OutcomeFeeTerms,
  parts: readonly PackagePart[],
): { readonly line: readonly Line[]; readonly waits: readonly NotPaid[] } {
  const total = (of: 'eligible' | 'paid' | 'waits') => parts.reduce((all, part) => all + part[of], 0)
  const eligible = total('eligible')
  const paid = total('paid')
  const off = (achieved: number) =>
    roundToPenny<'once'>(achieved - beyondAnyway(achieved, terms.anyway, eligible))
  const now = off(paid)
  const all = off(paid + total('waits'))
  const says = `${share100(terms.anyway, 1)} of outcomes would have been reached anyway: of ${inWords(pence<'once'>(eligible))} that is known, ${inWords(now)} is taken off.`
  return {
    line:
      now === 0
        ? []
        : [
            {
              kind: 'anyway',
              what: 'What would have happened anyway',
              amount: pence<'once'>(0 - now),
              because: [
                {
                  says,
                  from: [
                    { name: 'known', value: eligible, unit: 'pence-once' },
                    { name: 'anyway', value: terms.anyway, unit: 'share' },
                  ],
                  gives: { name: 'taken off', value: 0 - now, unit: 'pence-once' },
                },
              ],
            },
          ],
    waits:
      all === now
        ? []
        : [
            {
              what: 'What would have happened anyway, of what is held',
              amount: pence<'once'>(now - all),
              why: 'It is taken off when the rest is released.',
              entries: [],
            },
          ],
  }
}

/** Outcomes that held for some time are looked at again: did it last? No money hangs on it. */
function lookAgain(
  terms: OutcomeFeeTerms,
  ledger: Ledger,
  facts: readonly OutcomeFact[],
): readonly Warning[] {
  const looks = every(ledger, 'remeasured')
  return facts.flatMap(({ outcome, state }): readonly Warning[] => {
    if (state.kind !== 'reached' && state.kind !== 'held') return []
    const from = addDays(state.confirmed.on, terms.again)
    const seen = looks.some((each) => each.on >= from && isSameEntry(ledger, each.outcome ?? '', outcome.id))
    if (from > ledger.on || seen) return []
    return [
      {
        flag: 'again',
        because: [
          {
            says: `${outcome.person}: “${outcome.goal}” was reached on ${dateInWords(state.confirmed.on)}. It was to be looked at again from ${dateInWords(from)}; nobody has.`,
            entries: [outcome.id, state.confirmed.id],
          },
        ],
      },
    ]
  })
}
