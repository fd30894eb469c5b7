import type { Answer, Refusal } from '../../domain/answer.ts'
import {
  type Charge,
  type Claimed,
  type Income,
  type MeansFacts,
  charge,
} from '../../domain/care-act/charging.ts'
import { PROPERTIES, type Property } from '../../domain/care-act/charging-kinds.ts'
import { ageOn } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, pence } from '../../domain/money/pence.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** What is worked out, and fixed in the record with its lines. The person reads every one of them. */
export type AssessMeans = {
  readonly stamp: Stamp
  readonly facts: Omit<MeansFacts, 'on'>
  /** whether they own a home, and whether it counts; it stands in the record in words */
  readonly property?: Property | undefined
}

const MOST_WEEKLY = pence<'week'>(10_000_000)
const MOST_SAVINGS = pence<'once'>(100_000_000_000)

const isAmount = (amount: number, most: number): boolean =>
  Number.isSafeInteger(amount) && amount >= 0 && amount <= most

const named = (what: string): string => (what.trim() === '' ? 'a line' : `“${what.trim()}”`)

function incomeRefusals(lines: readonly Income[]): readonly Refusal[] {
  return lines.flatMap(({ what, weekly, counted, why }) => [
    ...(what.trim() === '' ? [{ says: 'Say what each income is.' }] : []),
    ...(isAmount(weekly, MOST_WEEKLY) && isAmount(counted, MOST_WEEKLY)
      ? []
      : [{ says: `Of ${named(what)} the amount must be between £0 and ${inWords(MOST_WEEKLY)}.` }]),
    ...(counted > weekly ? [{ says: `Of ${named(what)} more would count than there is.` }] : []),
    ...(counted < weekly && why.trim() === '' ? [{ says: `Say why not all of ${named(what)} counts.` }] : []),
  ])
}

function claimRefusals(lines: readonly Claimed[], what: 'expense' | 'housing cost'): readonly Refusal[] {
  return lines.flatMap(({ what: name, weekly, allowed, why }) => [
    ...(name.trim() === '' ? [{ says: `Say what each ${what} is.` }] : []),
    ...(isAmount(weekly, MOST_WEEKLY) && isAmount(allowed, MOST_WEEKLY)
      ? []
      : [{ says: `Of ${named(name)} the amount must be between £0 and ${inWords(MOST_WEEKLY)}.` }]),
    ...(allowed > weekly ? [{ says: `Of ${named(name)} more would be allowed than it costs.` }] : []),
    // An expense that is refused, or only partly allowed, is a decision against the person: they are owed the reason.
    ...(allowed < weekly && why.trim() === ''
      ? [{ says: `Say why not all of ${named(name)} is allowed. The person reads it.` }]
      : []),
  ])
}

/** Each thing that is owned, and that together they come to the sum that is held against the limits. */
function ownedRefusals({ owned, capital }: AssessMeans['facts']): readonly Refusal[] {
  if (owned === undefined) return []
  const lines = owned.flatMap(({ what, amount, counted }) => [
    ...(what.trim() === '' ? [{ says: 'Say what each thing is that they own.' }] : []),
    ...(isAmount(amount, MOST_SAVINGS) && isAmount(counted, MOST_SAVINGS)
      ? []
      : [{ says: `Of ${named(what)} the amount must be between £0 and ${inWords(MOST_SAVINGS)}.` }]),
    ...(counted > amount ? [{ says: `Of ${named(what)} more would count than there is.` }] : []),
  ])
  const together = owned.reduce((so, { counted }) => so + counted, 0)
  return together === capital
    ? lines
    : [...lines, { says: `The lines of what is owned do not come to ${inWords(capital)}.` }]
}

/** Where the household that was chosen and the date of birth cannot both be right. */
function ageRefusals({ household }: AssessMeans['facts'], state: RecordState): readonly Refusal[] {
  const age = ageOn(dayOfWhen(state.person.born), state.on)
  const isUnder25 = household === 'single-18-24'
  if (isUnder25 && age >= 25) return [{ says: `${state.person.name} is ${age}: not 18 to 24.` }]
  if (household === 'single-25' && age < 25) return [{ says: `${state.person.name} is ${age}: below 25.` }]
  return []
}

/** What the facts give, today: for looking at before it is put in the record. */
export const workedOut = ({ facts }: Pick<AssessMeans, 'facts'>, state: RecordState): Answer<Charge> =>
  charge({ ...facts, on: state.on })

/** What is wrong with the facts themselves, before anything is worked out from them. */
export function factRefusals({ facts }: Pick<AssessMeans, 'facts'>, state: RecordState): readonly Refusal[] {
  const rates = Object.values(facts.entered.rates)
  return [
    ...(isAmount(facts.capital, MOST_SAVINGS) ? [] : [{ says: 'Savings must be £0 or more.' }]),
    ...ownedRefusals(facts),
    ...(Number.isInteger(facts.children) && facts.children >= 0 && facts.children <= 20
      ? []
      : [{ says: 'Children must be a whole number from 0 to 20.' }]),
    ...(facts.cost === undefined || isAmount(facts.cost, MOST_WEEKLY)
      ? []
      : [{ says: `The cost of the support must be between £0 and ${inWords(MOST_WEEKLY)}.` }]),
    ...(rates.every((rate) => isAmount(rate, MOST_SAVINGS)) ? [] : [{ says: 'A rate must be £0 or more.' }]),
    ...(rates.length > 0 && facts.entered.from.trim() === ''
      ? [{ says: 'Say from which circular the rates were entered.' }]
      : []),
    ...ageRefusals(facts, state),
    ...incomeRefusals(facts.income),
    ...claimRefusals(facts.housing, 'housing cost'),
    ...claimRefusals(facts.expenses, 'expense'),
  ]
}

/** The sentence for a fact that the rule still lacks. */
const asked = (about: string | undefined): Refusal => ({
  says: `Enter ${about ?? 'what is missing'}. It was not found for this year, and it is not guessed.`,
})

function propertyNote(property: Property | undefined): readonly string[] {
  const note = property === undefined ? undefined : PROPERTIES[property].note
  return note === undefined ? [] : [note]
}

export function assessMeans(command: AssessMeans, state: RecordState): Decision {
  const refusals = factRefusals(command, state)
  if (refusals.length > 0) return refuse(...refusals)
  const answer = workedOut(command, state)
  if (answer.kind === 'needs') return refuse(...answer.facts.map(({ about }) => asked(about)))
  if (answer.kind === 'does-not-apply') return refuse(...answer.because.map(({ says }) => ({ says })))
  const { weekly, income, expenses, lines } = answer.value
  const { cost, capital } = command.facts
  const isCapped = cost !== undefined && weekly === cost
  const notes = [
    ...(isCapped
      ? [`The support that is charged for costs ${inWords(cost)} a week, and nobody pays more than that.`]
      : []),
    ...propertyNote(command.property),
  ]
  return done({
    ...stamped(command.stamp),
    kind: 'financial-assessment',
    weekly,
    capital,
    income,
    expenses,
    lines: lines.map(({ allowed, why, ...line }) => ({
      ...line,
      ...(allowed === undefined ? {} : { allowed }),
      ...(why === undefined || why.trim() === '' ? {} : { why: why.trim() }),
    })),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  })
}

/** Where it is plain what can be paid, and the person agrees not to be asked for more. */
export type LightTouch = {
  readonly stamp: Stamp
  readonly weekly: Pence<'week'>
  readonly capital: Pence<'once'>
  readonly income: Pence<'week'>
  readonly agreed: boolean
  readonly why: string
}

export function lightTouch(command: LightTouch): Decision {
  const { stamp, weekly, capital, income, agreed, why } = command
  const refusals: Refusal[] = []
  if (!isAmount(weekly, MOST_WEEKLY) || !isAmount(income, MOST_WEEKLY)) {
    refusals.push({ says: `An amount a week must be between £0 and ${inWords(MOST_WEEKLY)}.` })
  }
  if (!isAmount(capital, MOST_SAVINGS)) refusals.push({ says: 'Savings must be £0 or more.' })
  if (!agreed) {
    refusals.push({
      says: 'A light touch takes the person’s agreement. Without it, work it out in full.',
      cites: ['CR r10'],
    })
  }
  if (why.trim() === '') refusals.push({ says: 'Say why it is plain what can be paid. The person reads it.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'financial-assessment',
    weekly,
    capital,
    income,
    expenses: pence<'week'>(0),
    'light-touch': true,
    note: `Light touch, agreed with the person: ${why.trim()}`,
  })
}
