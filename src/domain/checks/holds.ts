import type { EntryOf } from '../../record/entries.ts'
import type { Kind } from '../../record/kinds.ts'
import type { Stage } from '../care-act/journey.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type PlainDate, dateInWords } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import {
  type HoldStage,
  dated,
  dayOfEntry,
  daysInWords,
  dueInDays,
  hasWords,
  lateInWords,
  lateness,
  resumeOf,
} from './clocks.ts'
import { inList } from './telling.ts'

type Hold = EntryOf<'hold'>

const STAGE_WORDS: Readonly<Record<HoldStage, { worker: string; person: string; where: Stage }>> = {
  assessment: { worker: 'the assessment', person: 'your assessment', where: 'conversation' },
  eligibility: { worker: 'the eligibility decision', person: 'the decision', where: 'eligibility' },
  budget: { worker: 'the budget', person: 'your budget', where: 'budget' },
  plan: { worker: 'the plan', person: 'your plan', where: 'plan' },
  support: { worker: 'the support', person: 'your support', where: 'support' },
  review: { worker: 'the review', person: 'your review', where: 'review' },
}

export const holdUntold: Check = {
  id: 'hold-untold',
  level: 'should',
  cites: ['G6', 'Fairness'],
  when: 'Something was put on hold and the person was not told, or no reason or no end date was given.',
  find: (state) =>
    all(state, 'hold').flatMap((hold): readonly Hit[] => {
      const gaps = [
        ...(hold.told ? [] : ['the person was not told']),
        ...(hasWords(hold.why) ? [] : ['no reason is given']),
        ...(hold.until === undefined ? ['it has no end date'] : []),
      ]
      if (gaps.length === 0) return []
      const gapsToYou = [
        ...(hold.told ? [] : ['you were not told']),
        ...(hasWords(hold.why) ? [] : ['nobody wrote down why']),
        ...(hold.until === undefined ? ['nobody said for how long'] : []),
      ]
      const words = STAGE_WORDS[hold.stage]
      return [
        {
          entries: [hold.id],
          worker: `The hold of ${dated(hold)} on ${words.worker} stops no clock: ${inList(gaps)}.`,
          person: `On ${dated(hold)} the council put ${words.person} on hold, and ${inList(gapsToYou)}.`,
          mend: {
            says: 'Tell the person of the hold, with the reason and the day on which it ends, or end it.',
            where: words.where,
          },
        },
      ]
    }),
}

/** What shows that work on a stage goes on. */
const WORK: Readonly<Record<HoldStage, readonly Kind[]>> = {
  assessment: [
    'assessment-opened',
    'statement',
    'advocacy',
    'capacity',
    'need',
    'goal',
    'risk',
    'carer-identified',
    'assessment-closed',
  ],
  eligibility: ['eligibility'],
  budget: ['indicative-budget', 'financial-assessment', 'option', 'option-answered', 'personal-budget'],
  plan: ['option', 'option-answered', 'goal', 'plan', 'personal-budget', 'sign-off'],
  support: ['support-started', 'support-delivered', 'direct-payment'],
  review: ['review', 'review-answered', 'assessment-opened', 'plan'],
}

/** What brings a stage to its end, so that nothing is left to hold. */
const END: Readonly<Record<HoldStage, readonly Kind[]>> = {
  assessment: ['assessment-closed', 'closed'],
  eligibility: ['eligibility', 'closed'],
  budget: ['personal-budget', 'closed'],
  plan: ['sign-off', 'closed'],
  support: ['support-started', 'closed'],
  review: ['review', 'closed'],
}

/** A hold without an end date is looked at after so many days; work that begins again so soon after an end date shows that it was kept. */
const OPEN_DAYS = 28

const firstOf = (state: RecordState, kinds: readonly Kind[], after: PlainDate): PlainDate | undefined =>
  kinds
    .flatMap((kind) => all(state, kind).map(dayOfEntry))
    .filter((day) => day > after)
    .toSorted()[0]

/**
 * The day on which a hold was over: when it was resumed, or when its stage came to an end. Where nobody wrote `resume`,
 * work on the stage shows it too: any work for a hold without an end, and work within four weeks of the end date for one
 * that has it, since such a hold ends of itself.
 */
function endOf(state: RecordState, hold: Hold): PlainDate | undefined {
  const from = dayOfEntry(hold)
  const resume = resumeOf(state, hold)
  if (resume !== undefined) return dayOfEntry(resume)
  if (hold.until === undefined) return firstOf(state, [...WORK[hold.stage], ...END[hold.stage]], from)
  const until = dayOfWhen(hold.until)
  const ended = firstOf(state, END[hold.stage], from)
  if (ended !== undefined && ended <= until) return ended
  const worked = firstOf(state, [...WORK[hold.stage], 'closed'], until)
  const soon = dueInDays(state, until, OPEN_DAYS)
  return worked !== undefined && soon !== undefined && worked <= soon ? until : worked
}

export const holdOverrun: Check = {
  id: 'hold-overrun',
  level: 'should',
  cites: ['G6'],
  when: 'A hold went on after its end date, or for more than 28 days without one.',
  find: (state) =>
    all(state, 'hold').flatMap((hold): readonly Hit[] => {
      const until = hold.until === undefined ? undefined : dayOfWhen(hold.until)
      const due = until ?? dueInDays(state, dayOfEntry(hold), OPEN_DAYS)
      const late = lateness(state, due, endOf(state, hold))
      if (late === undefined) return []
      const resume = resumeOf(state, hold)
      const words = STAGE_WORDS[hold.stage]
      const limit =
        until === undefined
          ? `has no end date, and ${daysInWords(OPEN_DAYS)} have passed`
          : `was to end on ${dateInWords(until)}`
      return [
        {
          entries: [hold.id, ...(resume === undefined ? [] : [resume.id])],
          worker: `The hold of ${dated(hold)} on ${words.worker} ${limit}; ${lateInWords(late, 'work went on', 'it still stands')}.`,
          person: `The council put ${words.person} on hold on ${dated(hold)}. The hold ${limit}; ${lateInWords(late, 'work went on', 'it still stands')}.`,
          mend: {
            says: 'End the hold and go on, or tell the person why it lasts and until when.',
            where: words.where,
          },
        },
      ]
    }),
}
