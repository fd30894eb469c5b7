import type { Entry } from '../../record/entries.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Capacity } from './capacity.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry } from './clocks.ts'
import { inList } from './telling.ts'

/** A plan, answer, sign-off, start, move or discharge on or after a day: the first of them. */
function firstDecision(state: RecordState, from: PlainDate): Entry | undefined {
  const each: readonly Entry[] = [
    ...all(state, 'plan').filter((plan) => plan['brought-over'] !== true),
    ...all(state, 'option-answered'),
    ...all(state, 'sign-off'),
    ...all(state, 'support-started'),
    ...all(state, 'moved'),
    ...all(state, 'hospital').filter(({ event }) => event === 'discharged'),
  ]
  const after = each.filter((entry) => dayOfEntry(entry) >= from)
  return after.toSorted((a, b) =>
    dayOfEntry(a) < dayOfEntry(b) ? -1 : dayOfEntry(a) > dayOfEntry(b) ? 1 : 0,
  )[0]
}

const CLOSE = ['carer', 'family', 'friend', 'attorney', 'deputy']
const DECIDE = ['attorney', 'deputy']

type Gap = { readonly worker: string; readonly person: string }

/** What a best-interests record still lacks of those who had to be asked; nothing where it is whole. */
function gapsIn(state: RecordState, consulted: readonly string[] | undefined): readonly Gap[] {
  if (consulted === undefined) {
    return [
      {
        worker: 'there is no best-interests record',
        person: 'nobody wrote down what is best for you and why',
      },
    ]
  }
  const parties = [...state.parties.values()]
  const unasked = parties.filter(({ id, role }) => DECIDE.includes(role) && !consulted.includes(id))
  const close = parties.filter(({ id, role }) => CLOSE.includes(role) && id !== state.person.id)
  if (unasked.length > 0) {
    const names = inList(unasked.map(({ name }) => name))
    return [
      {
        worker: `${names}, who may decide for them by law, ${unasked.length === 1 ? 'was' : 'were'} not consulted`,
        person: `${names}, who may speak for you by law, ${unasked.length === 1 ? 'was' : 'were'} not asked`,
      },
    ]
  }
  if (close.length === 0 || close.some(({ id }) => consulted.includes(id))) return []
  return [{ worker: 'nobody close to them was consulted', person: 'nobody close to you was asked' }]
}

/** A record of best interests may stand with this finding or with a later one of the same decision. */
function bestGaps(state: RecordState, capacity: Capacity): readonly Gap[] {
  const same = all(state, 'capacity').filter(
    (other) =>
      other.id === capacity.id ||
      (dayOfEntry(other) >= dayOfEntry(capacity) && other.for.some((what) => capacity.for.includes(what))),
  )
  const each = same.map((other) => gapsIn(state, other['best-interests']?.consulted))
  return each.find((gaps) => gaps.length === 0) ?? each[0] ?? []
}

/** Capacity was found again for the same decision before it was made. */
const isRegained = (state: RecordState, capacity: Capacity, by: PlainDate): boolean =>
  all(state, 'capacity').some(
    (other) =>
      other['has-capacity'] &&
      dayOfEntry(other) >= dayOfEntry(capacity) &&
      dayOfEntry(other) <= by &&
      other.for.some((what) => capacity.for.includes(what)),
  )

export const bestInterestsMissing: Check = {
  id: 'best-interests-missing',
  level: 'must',
  cites: ['MCA s1(5)', 'MCA s1(6)', 'MCA s4'],
  when: 'Someone lacks capacity, a decision followed, and those close to them and every attorney or deputy were not consulted.',
  find: (state) =>
    all(state, 'capacity').flatMap((capacity): readonly Hit[] => {
      const bearing = capacity.for.includes('home') || capacity.for.includes('support')
      if (capacity['has-capacity'] || !bearing) return []
      const followed = firstDecision(state, dayOfEntry(capacity))
      if (followed === undefined || isRegained(state, capacity, dayOfEntry(followed))) return []
      const gaps = bestGaps(state, capacity)
      if (gaps.length === 0) return []
      const name = nameOf(state, state.person.id)
      return [
        {
          entries: [capacity.id, followed.id],
          worker: `${name} was found to lack capacity on ${dated(capacity)} (${capacity.decision}) and a decision followed on ${dated(followed)}, but ${inList(gaps.map(({ worker }) => worker))}.`,
          person: `Others decided for you on ${dated(followed)}, but ${inList(gaps.map(({ person }) => person))}.`,
          mend: {
            says: 'Consult those close to the person and every attorney or deputy, write down the best-interests decision, and look at what followed again.',
            where: 'conversation',
          },
        },
      ]
    }),
}
