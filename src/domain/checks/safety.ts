import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type PlainDate, addDays, ageOn } from '../dates/plain-date.ts'
import { capacityFor, doubtsOfCapacity, lacksCapacityFor } from './capacity-found.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, dueInMonths, hasWords, lateInWords, lateness } from './clocks.ts'
import { comesAfter } from './order.ts'
import { issuedPlans } from './plan-lines.ts'
import { assessments, isCarers } from './whose.ts'

type Hospital = EntryOf<'hospital'>

const admissionOf = (state: RecordState, discharge: Hospital): Hospital | undefined =>
  all(state, 'hospital').findLast((each) => each.event === 'admitted' && comesAfter(state, discharge, each))

/** Needs that showed themselves since the admission, or that a plan was meeting before it. */
function hasApparentNeeds(state: RecordState, discharge: Hospital): boolean {
  const admission = admissionOf(state, discharge)
  const isSince = (entry: EntryOf<'contact'> | EntryOf<'statement'> | EntryOf<'need'>): boolean =>
    comesAfter(state, discharge, entry) && comesAfter(state, entry, admission)
  return (
    (discharge.pathway ?? 0) > 0 ||
    all(state, 'contact').some((contact) => isSince(contact) && (contact.signs ?? []).length > 0) ||
    all(state, 'statement').some((said) => isSince(said) && said.level !== undefined && said.level < 4) ||
    all(state, 'need').some(isSince) ||
    issuedPlans(state).some((plan) => comesAfter(state, discharge, plan))
  )
}

/** Assessment opened since the admission, or under way; or support that began, and had not ended, by the day. */
function isPlannedFor(state: RecordState, discharge: Hospital): boolean {
  const day = dayOfEntry(discharge)
  const admission = admissionOf(state, discharge)
  const from = admission === undefined ? undefined : dayOfEntry(admission)
  const isAssessed = assessments(state).some(
    (one) =>
      !isCarers(one.opened) &&
      one.from <= day &&
      (one.to === undefined || from === undefined || one.from >= from || one.to >= from),
  )
  const ends = all(state, 'support-ended').filter((ended) => dayOfEntry(ended) <= day)
  return (
    isAssessed ||
    all(state, 'support-started').some(
      (started) =>
        dayOfEntry(started) <= day &&
        !ends.some(
          (ended) =>
            state.byId.get(ended.plan) === state.byId.get(started.plan) &&
            String(ended.line) === String(started.line) &&
            comesAfter(state, ended, started),
        ),
    )
  )
}

/** Somebody doubted capacity, and nobody looked at it for the move since. */
function isCapacityOpen(state: RecordState, discharge: Hospital): boolean {
  const doubt = doubtsOfCapacity(state).findLast((said) => comesAfter(state, discharge, said))
  const assessed = all(state, 'capacity').some(
    (capacity) =>
      capacity.for.includes('home') &&
      dayOfEntry(capacity) <= dayOfEntry(discharge) &&
      doubt !== undefined &&
      dayOfEntry(capacity) >= dayOfEntry(doubt),
  )
  return doubt !== undefined && !assessed
}

export const dischargeUnplanned: Check = {
  id: 'discharge-unplanned',
  level: 'must',
  cites: ['CA s9', 'CA s74', 'G15'],
  when: 'Someone left hospital with apparent needs and neither an assessment nor support in place, or with capacity in doubt and not assessed.',
  find: (state) =>
    all(state, 'hospital')
      .filter(({ event }) => event === 'discharged')
      .flatMap((discharge): readonly Hit[] => {
        const unplanned = hasApparentNeeds(state, discharge) && !isPlannedFor(state, discharge)
        if (!unplanned && !isCapacityOpen(state, discharge)) return []
        const admission = admissionOf(state, discharge)
        return [
          {
            entries: [discharge.id, ...(admission === undefined ? [] : [admission.id])],
            worker: unplanned
              ? `${state.person.name} left hospital on ${dated(discharge)} with needs that showed, and neither an assessment nor support was in place by then.`
              : `${state.person.name} left hospital on ${dated(discharge)} while capacity to decide about it was in doubt, and nobody had assessed it.`,
            person: unplanned
              ? `You left hospital on ${dated(discharge)}. By then the council should have started to look at what you need, or your support should have been in place. Neither was.`
              : `You left hospital on ${dated(discharge)}. Someone was not sure that you could make that decision then, and nobody checked or helped you with it.`,
            mend: unplanned
              ? { says: 'Meet the urgent need now, and open an assessment.', where: 'contact' }
              : {
                  says: 'Help the person to decide, and assess capacity for where they live now.',
                  where: 'conversation',
                },
          },
        ]
      }),
}

/** The day on which someone comes of age: for one born on 29 February, 1 March where the year has no such day. */
function comesOfAge(state: RecordState): PlainDate | undefined {
  const born = dayOfWhen(state.person.born)
  const day = dueInMonths(state, born, 18 * 12)
  return day === undefined || ageOn(born, day) >= 18 ? day : addDays(day, 1)
}

export const transitionLate: Check = {
  id: 'transition-late',
  level: 'must',
  cites: ['CA s58'],
  when: 'A young person known to the record before 18 turned 18 with no transition assessment closed.',
  find: (state) => {
    const adult = comesOfAge(state)
    if (adult === undefined) return []
    const first = state.entries.find((entry) => dayOfEntry(entry) < adult)
    if (first === undefined) return []
    const transitions = assessments(state).filter(({ opened }) => opened.of === 'transition')
    if (transitions.some(({ to }) => to !== undefined && to <= adult)) return []
    const closed = transitions.flatMap(({ to }) => to ?? []).toSorted()[0]
    const late = lateness(state, adult, closed)
    if (late === undefined) return []
    return [
      {
        entries: transitions.length > 0 ? transitions.map(({ opened }) => opened.id) : [first.id],
        worker: `${state.person.name} turned 18 with no transition assessment closed; ${lateInWords(late, 'it was closed', 'it is not closed yet')}.`,
        person: `You turned 18. By then the council should have finished looking at what you will need as an adult; ${lateInWords(late, 'it finished', 'it has not finished')}.`,
        mend: {
          says: 'Close the transition assessment, and keep the support going until a plan stands.',
          where: 'conversation',
        },
      },
    ]
  },
}

export const libertyUnscreened: Check = {
  id: 'liberty-unscreened',
  level: 'should',
  cites: ['MCA s4A', 'MCA Sch A1', '[2026] UKSC 16'],
  when: 'Someone who lacks capacity about where to live has a care home or supported living in the plan, and no reasoned judgement about liberty stands.',
  find: (state) => {
    const plan = planInForce(state)
    const line = plan?.lines.find(({ form }) => form === 'care-home' || form === 'supported-living')
    if (plan === undefined || line === undefined || !lacksCapacityFor(state, 'home')) return []
    if (all(state, 'liberty').some((liberty) => hasWords(liberty.reasons))) return []
    const capacity = capacityFor(state, 'home')
    const where = line.provider === undefined ? line.what : nameOf(state, line.provider)
    return [
      {
        entries: [plan.id, ...(capacity === undefined ? [] : [capacity.id])],
        worker: `${state.person.name} was found to lack capacity about where to live and is to live at ${where}; no reasoned judgement says whether that deprives them of liberty.`,
        person: `You live, or will live, at ${where}. Nobody has written down whether the rules there take away your freedom. If they do, the law must allow it first.`,
        mend: {
          says: 'Judge the whole arrangement with reasons, and ask for authorisation where it is needed.',
          where: 'conversation',
        },
      },
    ]
  },
}
