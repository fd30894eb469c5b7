import type { AllocationFacts, Help, Said } from '../domain/allocation/facts.ts'
import { pence } from '../domain/money/pence.ts'
import type { EntryOf } from './entries.ts'
import { needsOf } from './eligibility-facts.ts'
import { type RecordState, all, openDisputesOf } from './state.ts'
import { dayOfWhen } from './values.ts'

/**
 * What was disputed, and the dispute accepted, no longer counts: what was said instead of it does. Where it was put right
 * by a correction, the correction stands and counts.
 */
const wasSetAside = (state: RecordState, id: string): boolean =>
  state.disputes.some(({ dispute, answers }) => dispute.of === id && answers.at(-1)?.outcome === 'accepted')

const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key widens to string
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T }

function saidOf(state: RecordState, statement: EntryOf<'statement'>): Said {
  return {
    entry: statement.id,
    topic: statement.topic,
    saidBy: statement['said-by'],
    saidByName: state.parties.get(statement['said-by'])?.name ?? statement['said-by'],
    on: dayOfWhen(statement.on),
    ...optional('level', statement.level),
    ...optional('times', statement.times),
    ...optional('minutes', statement.minutes),
    ...optional('people', statement.people),
    ...optional('night', statement.night),
    ...optional('hoped', statement.hoped),
    ...optional('about', statement.about === state.person.id ? undefined : statement.about),
    ...optional('against', saidAgainst(state, statement)),
    disputed: openDisputesOf(state, statement.id).length > 0,
  }
}

/** The disputed statement on the same topic that somebody contests by saying how it really is. */
function saidAgainst(state: RecordState, statement: EntryOf<'statement'>): string | undefined {
  const contested = state.disputes.findLast(
    ({ dispute, of, open }) =>
      open &&
      of?.kind === 'statement' &&
      of.id !== statement.id &&
      of.topic === statement.topic &&
      dispute.by === statement['said-by'] &&
      state.entries.indexOf(statement) > state.entries.indexOf(dispute),
  )
  return contested?.of?.id
}

/**
 * What an unpaid carer gives, as each says it. It counts as agreed only for needs that are recorded as met by them,
 * willing and able: what somebody does today is not a promise to go on doing it.
 */
function helpOf(state: RecordState, given: EntryOf<'carer-identified'>): Help {
  const met = needsOf(state, state.person.id).filter((need) => {
    const by = need['met-by']
    return by?.carer === given.carer && by.willing && by.able
  })
  return {
    entry: given.id,
    carer: given.carer,
    carerName: state.parties.get(given.carer)?.name ?? given.carer,
    topics: [...new Set(met.flatMap(({ topics }) => topics))],
    ...optional('hoursAWeek', given.hours),
    willing: given.willing,
    able: given.able,
    agreed: met.length > 0,
    disputed: openDisputesOf(state, given.id).length > 0,
  }
}

type OwnPrice = NonNullable<NonNullable<RecordState['policy']>['prices']>[number]
const priceOf = ({ form, unit, price, from }: OwnPrice) => ({
  form,
  unit,
  price: pence<'week'>(price),
  from: dayOfWhen(from),
})

/** What the allocation model is given of a record: the needs, what was said, who helps without pay, and the prices. */
export function allocationFacts(state: RecordState): AllocationFacts {
  const carers = [...new Set(all(state, 'need').flatMap((need) => (need.of === undefined ? [] : [need.of])))]
  const needs = [state.person.id, ...carers].flatMap((subject) => needsOf(state, subject))
  return {
    on: state.on,
    needs: needs.map(({ id, topics, of }) => ({ id, topics, ...optional('of', of) })),
    said: all(state, 'statement')
      .filter((statement) => !wasSetAside(state, statement.id))
      .map((statement) => saidOf(state, statement)),
    help: all(state, 'carer-identified')
      .filter((given) => !wasSetAside(state, given.id))
      .map((given) => helpOf(state, given)),
    ...(state.policy?.prices === undefined ? {} : { prices: state.policy.prices.map(priceOf) }),
  }
}
