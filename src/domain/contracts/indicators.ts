import { known } from '../answer.ts'
import { pence } from '../money/pence.ts'
import { careAt, unitsInWords } from './care.ts'
import { shownOf } from './measures.ts'
import { outcomesFor } from './outcomes.ts'
import { type NotPaid, NOTHING, type Work } from './settlement.ts'
import type { IndicatorTerms } from './terms.ts'

/**
 * Outcomes are counted and shown; what is paid is the care given, at the contract's rate (as in Coventry). Visits without a log
 * are neither given nor missed: their money waits until somebody shows which.
 */
export const settleIndicators: Work<IndicatorTerms> = (terms, ledger, period) => {
  const given = careAt(terms, ledger, { period, rate: 'contract', of: 'delivered' })
  if (given.kind !== 'known') return given
  const unlogged = careAt(terms, ledger, { period, rate: 'contract', of: 'unlogged' })
  if (unlogged.kind !== 'known') return unlogged
  const facts = outcomesFor(terms, ledger, period).filter(({ outcome }) => outcome.from <= period.to)
  return known(
    {
      ...NOTHING,
      lines: given.value.map(({ service, rate, units, amount, because }) => ({
        kind: 'care',
        what: `${service.what}: ${unitsInWords(units, service.unit)} at the rate of ${rate.from}`,
        amount,
        because,
      })),
      held: unlogged.value
        .filter(({ amount }) => amount > pence<'once'>(0))
        .map(
          ({ service, units, amount, people, because }): NotPaid => ({
            what: `${service.what}: ${unitsInWords(units, service.unit)} without a log`,
            amount,
            why: `For ${people.length === 1 ? '1 person' : `${people.length} people`} no log says whether these visits were made.`,
            owner: ledger.award.provider,
            entries: because.flatMap(({ entries }) => entries ?? []),
          }),
        ),
      shown: terms.measures.map((measure) => shownOf(measure, facts)),
    },
    given.because,
  )
}
