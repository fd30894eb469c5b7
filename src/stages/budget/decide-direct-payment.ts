import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { budgetOf, isCouncilFunded, isNamed } from '../../domain/checks/plan-lines.ts'
import { type Pence, inWords, minus, pence, sum } from '../../domain/money/pence.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, all, latest, planInForce } from '../../record/state.ts'

export type Plan = EntryOf<'plan'>
export type PlanLine = Plan['lines'][number]
export type Way = EntryOf<'direct-payment'>['way']
export const WAYS = ['person', 'nominated', 'authorised'] as const satisfies readonly Way[]

/** The four conditions of section 31(4) to (7), in the order of the Act. */
export const CONDITIONS = ['asks', 'not-barred', 'can-manage', 'fits'] as const
export type Condition = (typeof CONDITIONS)[number]
export type Found = { readonly met: boolean; readonly why: string }

/** The lines of a plan that are had by direct payment. What is bought once is paid once, and is no part of the week. */
export const paidLines = (plan: Plan | undefined): readonly PlanLine[] =>
  (plan?.lines ?? []).filter((line) => isCouncilFunded(line) && line.way === 'direct-payment')

/**
 * How much of what the person pays comes off these lines, as the budget says it line by line; `undefined` where it does
 * not say, and somebody has to.
 */
export function contributionOf(state: RecordState, plan: Plan): Pence<'week'> | undefined {
  const budget = budgetOf(state, plan)
  if (budget === undefined || budget.person === 0) return pence<'week'>(0)
  const said = (budget.lines ?? []).filter(({ person }) => person !== undefined)
  if (sum(said.map(({ person }) => person ?? pence<'week'>(0))) !== budget.person) return undefined
  const lines = paidLines(plan)
  return sum(
    said
      .filter(({ line: id }) => lines.some((line) => isNamed(line, id)))
      .map(({ person }) => person ?? pence<'week'>(0)),
  )
}

/** What the lines cost a week, before anything is taken off. */
export const costOfLines = (lines: readonly PlanLine[]): Pence<'week'> =>
  sum(lines.map(({ weekly }) => weekly))

/** The council's decision on a request: each condition with its reason, and what follows from them. */
export type DecidePayment = {
  readonly stamp: Stamp
  /** for the note, where the payment is not made */
  readonly noteStamp: Stamp
  /** who asked, and how: there is no direct payment that nobody asked for */
  readonly asked: string
  readonly way: Way
  /** to whom it is paid, where that is not the person */
  readonly to: string
  readonly conditions: Readonly<Record<Condition, Found>>
  /** what comes off it, where the budget does not say so by line */
  readonly contribution: Pence<'week'> | undefined
  readonly account: string
}

const NAMES: Readonly<Record<Condition, string>> = {
  asks: 'able to ask, and asks',
  'not-barred': 'not barred',
  'can-manage': 'able to manage it, alone or with help',
  fits: 'a fitting way to meet the needs',
}

const lacksCapacity = (state: RecordState): boolean =>
  all(state, 'capacity').some(
    (found) => !found['has-capacity'] && (found.for.includes('money') || found.for.includes('support')),
  )

function requestRefusals(command: DecidePayment, state: RecordState): readonly Refusal[] {
  const { asked, way, to, conditions } = command
  return [
    ...(hasWords(asked) ? [] : [{ says: 'Say who asked for it, and when.' }]),
    ...(way !== 'person' && !hasWords(to) ? [{ says: 'Say to whom it is paid.' }] : []),
    // An authorised person stands in only for somebody who was found unable to ask: section 32.
    ...(way === 'authorised' && !lacksCapacity(state)
      ? [
          {
            says: 'No finding in this record says that the person cannot decide about money or support. Without one, nobody else may ask in their place.',
            cites: ['CA s32' as const],
          },
        ]
      : []),
    ...CONDITIONS.flatMap((condition) =>
      hasWords(conditions[condition].why)
        ? []
        : [{ says: `Give the reason: ${NAMES[condition]}. The person reads it.` }],
    ),
  ]
}

function amountRefusals(cost: Pence<'week'>, takenOff: Pence<'week'> | undefined): readonly Refusal[] {
  if (takenOff === undefined) {
    return [{ says: 'Say how much of what the person pays comes off this payment. The budget does not say.' }]
  }
  if (!Number.isSafeInteger(takenOff) || takenOff < 0) return [{ says: 'What comes off must be £0 or more.' }]
  return takenOff > cost
    ? [
        {
          says: `${inWords(takenOff)} comes off, and the support costs ${inWords(cost)}: nothing would be left to pay.`,
        },
      ]
    : []
}

const reasonsOf = ({ asked, way, to, conditions }: DecidePayment): string =>
  [
    `Asked for: ${asked.trim()}`,
    ...(way === 'person' ? [] : [`Paid to: ${to.trim()}`]),
    ...CONDITIONS.map(
      (condition) =>
        `${conditions[condition].met ? 'Met' : 'Not met'}, ${NAMES[condition]}: ${conditions[condition].why.trim()}`,
    ),
  ].join('\n')

/**
 * Where all four conditions are met the council must make the payment; where one is not, the reasons are put in the
 * record as a note of the budget, so that the person can read and contest them, and nobody who may not read of money does.
 */
export function decidePayment(command: DecidePayment, state: RecordState): Decision {
  const plan = planInForce(state)
  if (plan === undefined) return refuse({ says: 'No plan has been issued yet.' })
  const lines = paidLines(plan)
  const cost = costOfLines(lines)
  const isMet = CONDITIONS.every((condition) => command.conditions[condition].met)
  const takenOff = contributionOf(state, plan) ?? command.contribution
  const refusals = [
    ...requestRefusals(command, state),
    ...(isMet && lines.length === 0
      ? [{ says: 'No line of the plan is had by direct payment. Change the plan first.' }]
      : []),
    ...(isMet && lines.length > 0 ? amountRefusals(cost, takenOff) : []),
  ]
  if (refusals.length > 0) return refuse(...refusals)
  if (!isMet) {
    return done({
      ...stamped(command.noteStamp),
      kind: 'note',
      of: (budgetOf(state, plan) ?? latest(state, 'indicative-budget') ?? plan).id,
      text: `A direct payment was asked for, and is not made.\n${reasonsOf(command)}`,
    })
  }
  return done({
    ...stamped(command.stamp),
    kind: 'direct-payment',
    plan: plan.id,
    weekly: minus(cost, takenOff ?? pence<'week'>(0)),
    way: command.way,
    ...(hasWords(command.account) ? { account: command.account.trim() } : {}),
    note: reasonsOf(command),
  })
}
