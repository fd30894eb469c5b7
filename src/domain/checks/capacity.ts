import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import type { Stage } from '../care-act/journey.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, hasWords } from './clocks.ts'
import { isDoubtAboutPerson } from './advocacy.ts'
import { inList } from './telling.ts'
import { actsForPerson, isCarers, isPersonsSide } from './whose.ts'

export type Capacity = EntryOf<'capacity'>
type CapacityFor = Capacity['for'][number]

/** What is to be decided, for which capacity is asked: where to live, support, or refusing an assessment. */
type Deciding = {
  readonly entry: Entry
  /** any of these covers it */
  readonly asks: readonly CapacityFor[]
  readonly what: string
  readonly toYou: string
  readonly where: Stage
}

const RESIDENCE = ['care-home', 'supported-living']

function refusals(state: RecordState): readonly Deciding[] {
  return all(state, 'assessment-closed').flatMap((entry): readonly Deciding[] => {
    const opened = state.byId.get(entry.assessment)
    const carers = opened?.kind === 'assessment-opened' && isCarers(opened)
    if (entry.outcome !== 'refused-by-person' || carers) return []
    return [
      {
        entry,
        asks: ['assessment'],
        what: 'the refusal of an assessment',
        toYou: 'Your assessment was refused',
        where: 'conversation',
      },
    ]
  })
}

/** Everything decided that turns on what the person can decide: a refusal, a discharge, a move, a plan, an end of support. */
function decisions(state: RecordState): readonly Deciding[] {
  const left = all(state, 'hospital').filter(({ event }) => event === 'discharged')
  const plans = all(state, 'plan').filter((plan) => plan.status === 'issued' && plan['brought-over'] !== true)
  const ended = all(state, 'support-ended').filter((end) => end['by-whom'] !== 'provider')
  return [
    ...refusals(state),
    ...left.map(
      (entry): Deciding => ({
        entry,
        asks: ['home'],
        what: 'the discharge from hospital',
        toYou: 'You left hospital',
        where: 'conversation',
      }),
    ),
    ...all(state, 'moved').map(
      (entry): Deciding => ({
        entry,
        asks: ['home'],
        what: 'the move',
        toYou: 'You moved',
        where: 'conversation',
      }),
    ),
    ...plans.map(
      (entry): Deciding => ({
        entry,
        asks: entry.lines.some(({ form }) => RESIDENCE.includes(form)) ? ['support', 'home'] : ['support'],
        what: 'the plan',
        toYou: 'Your plan was made',
        where: 'plan',
      }),
    ),
    ...ended.map(
      (entry): Deciding => ({
        entry,
        asks: ['support'],
        what: 'the end of the support',
        toYou: 'Your support was ended',
        where: 'support',
      }),
    ),
  ]
}

const CLOSE = ['carer', 'family', 'friend']

/**
 * Somebody close decided in the person's place: refused for them, ended their support, or agreed to a plan that neither
 * the person nor anyone who may act for them answered.
 */
function decidedByAnother(state: RecordState, { entry }: Deciding): boolean {
  const isClose = (party: string) =>
    CLOSE.includes(state.parties.get(party)?.role ?? '') && !actsForPerson(state, party)
  if (entry.kind === 'assessment-closed' || entry.kind === 'support-ended') return isClose(entry.by)
  if (entry.kind !== 'plan') return false
  const answers = all(state, 'response').filter((response) => state.byId.get(response.to)?.id === entry.id)
  return (
    answers.some(({ by, extent }) => extent === 'agrees' && isClose(by)) &&
    !answers.some(({ by }) => isPersonsSide(state, by))
  )
}

const isCovered = (state: RecordState, { asks }: Deciding, by: PlainDate): boolean =>
  all(state, 'capacity').some(
    (capacity) => dayOfEntry(capacity) <= by && capacity.for.some((what) => asks.includes(what)),
  )

export const capacityNotAssessed: Check = {
  id: 'capacity-not-assessed',
  level: 'must',
  cites: ['MCA s1(2)', 'MCA s3'],
  when: 'Capacity is doubted, or others decide, and the decision was made without assessing capacity for it first.',
  find: (state) => {
    const doubts = all(state, 'statement').filter(
      (said) => isDoubtAboutPerson(state, said) && said.doubts?.includes('capacity') === true,
    )
    return decisions(state).flatMap((decision): readonly Hit[] => {
      const day = dayOfEntry(decision.entry)
      const doubted = doubts.filter((said) => dayOfEntry(said) <= day)
      const others = decidedByAnother(state, decision)
      if ((doubted.length === 0 && !others) || isCovered(state, decision, day)) return []
      const why = doubted.length > 0 ? 'capacity was in doubt' : 'someone else decided in their place'
      const name = nameOf(state, state.person.id)
      return [
        {
          entries: [...doubted.map(({ id }) => id), decision.entry.id],
          worker: `Before ${decision.what} of ${dated(decision.entry)} ${why}, and nobody had assessed whether ${name} could decide this. Capacity is assumed until it is shown otherwise.`,
          person: `${decision.toYou} on ${dated(decision.entry)}. Nobody checked first whether you could decide that yourself. You can decide unless it is shown that you cannot.`,
          mend: {
            says: 'Assess capacity for this decision, with all the help the person needs, and look at the decision again.',
            where: decision.where,
          },
        },
      ]
    })
  },
}

const lacking = (state: RecordState): readonly Capacity[] =>
  all(state, 'capacity').filter((capacity) => !capacity['has-capacity'])

export const capacityUnhelped: Check = {
  id: 'capacity-unhelped',
  level: 'must',
  cites: ['MCA s1(3)'],
  when: 'Someone was found to lack capacity, and nothing was done first to help them decide.',
  find: (state) =>
    lacking(state).flatMap((capacity): readonly Hit[] =>
      capacity['help-given'].some(hasWords)
        ? []
        : [
            {
              entries: [capacity.id],
              worker: `Lack of capacity was found on ${dated(capacity)} (${capacity.decision}) with no help given beforehand. All practicable help comes first.`,
              person: `On ${dated(capacity)} it was said that you cannot decide this yourself: ${capacity.decision}. Nobody helped you to decide first.`,
              mend: {
                says: 'Give every help that could work, then assess capacity again.',
                where: 'conversation',
              },
            },
          ],
    ),
}

export const capacityUnreasoned: Check = {
  id: 'capacity-unreasoned',
  level: 'must',
  cites: ['MCA s2', 'MCA s3'],
  when: 'Someone was found to lack capacity though they can do all four things, or no cause is named.',
  find: (state) =>
    lacking(state).flatMap((capacity): readonly Hit[] => {
      const able = capacity.understands && capacity.retains && capacity.weighs && capacity.communicates
      const gaps = [
        ...(able ? ['all four abilities are recorded as there'] : []),
        ...(hasWords(capacity.because) ? [] : ['no impairment or disturbance is named as the cause']),
      ]
      if (gaps.length === 0) return []
      const gapsToYou = [
        ...(able ? ['it also says that you can understand, remember, weigh up and say what you want'] : []),
        ...(hasWords(capacity.because) ? [] : ['it does not say what the cause is']),
      ]
      return [
        {
          entries: [capacity.id],
          worker: `Lack of capacity was found on ${dated(capacity)} (${capacity.decision}), but ${inList(gaps)}.`,
          person: `On ${dated(capacity)} it was said that you cannot decide this yourself: ${capacity.decision}. But ${inList(gapsToYou)}.`,
          mend: {
            says: 'Assess capacity again: the ability that is lacking, and what causes it.',
            where: 'conversation',
          },
        },
      ]
    }),
}
