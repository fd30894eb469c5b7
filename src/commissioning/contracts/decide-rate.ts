import { unitsInWords } from '../../domain/contracts/care.ts'
import type { RateKind } from '../../domain/contracts/entries.ts'
import { type Ledger, rateOn } from '../../domain/contracts/ledger.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, minus, roundToPenny } from '../../domain/money/pence.ts'
import type { ContractDecision, Stamp } from './decide.ts'
import { UNIT_WORDS } from '../../domain/contracts/unit-words.ts'

export type SetRate = {
  readonly rate: RateKind
  readonly service: string
  readonly amount: Pence<'unit'>
  readonly from: PlainDate
  /** why, or where it is published: it is kept with the rate */
  readonly source: string
  /** the buyer knows that the floor pays the rest, and keeps it so */
  readonly floorPays: boolean
}

/** How far a price lies below what the council itself has published as sustainable on its first day, and what that comes to. */
export type Below = {
  readonly says: string
  /** what can be done about it */
  readonly todo: string
  /** the floor under the contract pays the rest, so that it may stand where somebody says so */
  readonly mayStand: boolean
}

export function belowSustainable(
  ledger: Ledger,
  { rate, service, amount, from }: Pick<SetRate, 'rate' | 'service' | 'amount' | 'from'>,
): Below | undefined {
  if (rate !== 'contract') return undefined
  const sustainable = rateOn(ledger, { rate: 'sustainable', service }, from)
  if (sustainable === undefined || amount >= sustainable.amount) return undefined
  const unit = ledger.award.terms.services.find(({ id }) => id === service)?.unit ?? 'hour'
  const missing = minus(sustainable.amount, amount)
  const mayStand = ledger.award.terms.floor === 'sustainable-rate'
  const says = [
    `${inWords(amount)} is ${inWords(missing)} ${UNIT_WORDS[unit]} below the sustainable rate of ${inWords(sustainable.amount)}, in force since ${dateInWords(sustainable.from)}.`,
    ...lastMonth(ledger, service, missing).map(
      ({ units, sum }) =>
        `For the ${unitsInWords(units, unit)} that were given last, that is ${inWords(sum)} less than the care costs.`,
    ),
  ].join(' ')
  return {
    says,
    mayStand,
    todo: mayStand
      ? 'The floor would pay the difference. Set a higher price, or say that the floor is to pay it.'
      : 'These terms have no floor, so nobody would pay the difference. Set a higher price.',
  }
}

/** What the difference comes to for the care of the days that were reported last. */
function lastMonth(ledger: Ledger, service: string, missing: Pence<'unit'>) {
  const care = ledger.care.filter((each) => each.service === service)
  const last = care.reduce((latest, { to }) => (to > latest ? to : latest), '')
  const units = care.filter(({ to }) => to === last).reduce((sum, { delivered }) => sum + delivered, 0)
  return units === 0 ? [] : [{ units, sum: roundToPenny<'once'>(units * missing) }]
}

/**
 * A price for days to come. That it is not for days that are gone, and for a service of the terms, is for the rules of every ledger
 * to say; this adds what only whoever sets it can answer for: that care is not bought below what it costs.
 */
export function decideRate(stamp: Stamp, ledger: Ledger, asked: SetRate): ContractDecision {
  const below = belowSustainable(ledger, asked)
  if (below !== undefined && !(below.mayStand && asked.floorPays))
    return { kind: 'refused', says: [`${below.says} ${below.todo}`] }
  if (asked.from > ledger.span.to)
    return {
      kind: 'refused',
      says: [`The contract ends on ${dateInWords(ledger.span.to)}. A price starts before that.`],
    }
  const { rate, service, amount, from, source } = asked
  return { kind: 'entries', entries: [{ ...stamp, kind: 'rate-set', rate, service, amount, from, source }] }
}
