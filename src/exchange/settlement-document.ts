import type { Step } from '../domain/answer.ts'
import type { NotPaid, Settlement } from '../domain/contracts/settlement.ts'
import { poundsOf } from '../domain/money/pence.ts'

const reason = ({ says, entries }: Step) => ({
  says,
  ...(entries === undefined || entries.length === 0 ? {} : { entries }),
})

const notPaid = ({ what, amount, why, owner, entries }: NotPaid) => ({
  what,
  amount: poundsOf(amount),
  why,
  ...(owner === undefined ? {} : { owner }),
  entries,
})

/** What a period is owed, as other tools read it: money in pounds. */
export const settlementDocument = (of: Settlement) => ({
  model: of.model,
  period: of.period,
  payable: poundsOf(of.payable),
  due: poundsOf(of.due),
  settledBefore: poundsOf(of.before),
  worth: poundsOf(of.worth),
  lines: of.lines.map(({ kind, what, amount, because }) => ({
    kind,
    what,
    amount: poundsOf(amount),
    because: because.map(reason),
  })),
  held: of.held.map(notPaid),
  withheld: of.withheld.map(notPaid),
  flags: of.warnings.map(({ flag, because }) => ({ flag, because: because.map(reason) })),
  shown: of.shown.map(({ measure, value, expected, limits, wideLimits, because }) => ({
    measure,
    value,
    ...(expected === undefined ? {} : { expected }),
    ...(limits === undefined ? {} : { limits }),
    ...(wideLimits === undefined ? {} : { wideLimits }),
    because: because.map(reason),
  })),
})
