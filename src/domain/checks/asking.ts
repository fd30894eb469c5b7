import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { isCarerOutcome } from '../outcomes/topics.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, daysInWords, dueInDays, hasWords, lateInWords, lateness } from './clocks.ts'
import { groundOf } from './reasons.ts'
import { possessive, topicsToWorker } from './telling.ts'
import { type Assessment, assessments, isCarers, isWorker } from './whose.ts'

type Contact = EntryOf<'contact'>

/** A contact is about a carer where every sign in it is an outcome of theirs; otherwise it is about the person. */
const isAboutCarer = ({ signs = [] }: Contact): boolean => signs.length > 0 && signs.every(isCarerOutcome)

/**
 * The assessments of the one whom a contact is about. A carer who calls without any sign being written down may have
 * called for either.
 */
function assessmentsAfter(state: RecordState, contact: Contact): readonly Assessment[] {
  const each = assessments(state)
  const own = each.filter(({ opened }) => isCarers(opened) && opened.subject === contact.by)
  if (isAboutCarer(contact)) return own.length > 0 ? own : each.filter(({ opened }) => isCarers(opened))
  const unsaid = (contact.signs ?? []).length === 0
  return each.filter((one) => !isCarers(one.opened) || (unsaid && own.includes(one)))
}

const isOpenOn = ({ from, to }: Assessment, day: PlainDate): boolean =>
  from <= day && (to === undefined || to >= day)

function isTakenUp(state: RecordState, contact: Contact): boolean {
  const day = dayOfEntry(contact)
  return (
    assessmentsAfter(state, contact).some((one) => one.from >= day || isOpenOn(one, day)) ||
    all(state, 'contact').some(
      (later) =>
        later !== contact &&
        later.outcome === 'assess' &&
        dayOfEntry(later) >= day &&
        isAboutCarer(later) === isAboutCarer(contact),
    ) ||
    all(state, 'review').some((review) => dayOfEntry(review) >= day)
  )
}

const GROUND_WORDS = {
  none: { worker: 'no reason stands in the record', person: 'did not write down why' },
  money: { worker: 'the ground is money', person: 'said that it was about money' },
  eligibility: {
    worker: 'the ground is eligibility, which only an assessment can settle',
    person: 'said that you would not be eligible, without finding out',
  },
} as const

export const assessmentRefused: Check = {
  id: 'assessment-refused',
  level: 'must',
  cites: ['CA s9(1)', 'CA s9(3)'],
  when: 'Someone who seems to have needs is turned away without an assessment, for money or eligibility or no reason.',
  find: (state) =>
    all(state, 'contact').flatMap((contact): readonly Hit[] => {
      const turnedAway = contact.outcome === 'screened-out' || contact.outcome === 'advice-only'
      const appears = (contact.signs ?? []).length > 0 || contact.urgent === true
      if (!turnedAway || !appears || isTakenUp(state, contact)) return []
      const closings = all(state, 'closed').filter((closed) => dayOfEntry(closed) >= dayOfEntry(contact))
      const reasons = [contact.note, ...closings.map(({ why }) => why)].filter(hasWords)
      const ground = reasons.length === 0 ? 'none' : groundOf(reasons.join('. '))
      if (ground === undefined) return []
      const signs = topicsToWorker(contact.signs ?? [])
      const needs = signs === '' ? 'urgent need' : `signs of need (${signs})`
      return [
        {
          entries: [contact.id, ...closings.map(({ id }) => id)],
          worker: `The contact of ${dated(contact)} shows ${needs} and ended without an assessment; ${GROUND_WORDS[ground].worker}.`,
          person: `On ${dated(contact)} the council was asked for help and did not look at what is needed. It ${GROUND_WORDS[ground].person}. It has to look at your needs however small they seem, and whatever money you have.`,
          mend: { says: 'Open an assessment, or write down the lawful reason why not.', where: 'contact' },
        },
      ]
    }),
}

const isWithin = (entry: Entry, from: PlainDate, to: PlainDate): boolean =>
  dayOfEntry(entry) >= from && dayOfEntry(entry) <= to

/** Where the record was closed, or the person moved away, in time: then nothing was left to be late. */
const endedBy = (state: RecordState, from: PlainDate, due: PlainDate): boolean =>
  [...all(state, 'closed'), ...all(state, 'moved').filter(({ direction }) => direction === 'out')].some(
    (end) => isWithin(end, from, due),
  )

function lateOpenings(state: RecordState, days: number): readonly Hit[] {
  const seen = new Set<string>()
  return all(state, 'contact').flatMap((contact): readonly Hit[] => {
    if (contact.outcome !== 'assess') return []
    const day = dayOfEntry(contact)
    const theirs = assessmentsAfter(state, contact)
    if (theirs.some((one) => one.from < day && isOpenOn(one, day))) return []
    const next = theirs.find(({ from }) => from >= day)
    // Several calls lead to one assessment; the first of them set the clock.
    const key = next?.opened.id ?? (isAboutCarer(contact) ? 'carer' : 'person')
    if (seen.has(key)) return []
    seen.add(key)
    const due = dueInDays(state, day, days, 'assessment')
    const late = lateness(state, due, next?.from)
    if (late === undefined || endedBy(state, day, late.due)) return []
    const standard = `The standard is ${daysInWords(days)} from a contact to the opening of an assessment`
    return [
      {
        entries: [contact.id, ...(next === undefined ? [] : [next.opened.id])],
        worker: `${standard}: after the contact of ${dated(contact)} ${lateInWords(late, 'it was opened', 'none has been opened')}.`,
        person: `Help was asked for on ${dated(contact)}. The council says that it begins an assessment within ${daysInWords(days)}; ${lateInWords(late, 'this one began', 'this one has not begun')}.`,
        mend:
          late.done === undefined
            ? {
                says: 'Open the assessment, or agree a hold with the person, with a reason and an end date.',
                where: 'conversation',
              }
            : { says: 'Say sorry, and say why it took so long.', where: 'contact' },
      },
    ]
  })
}

const lateClosings = (state: RecordState, days: number): readonly Hit[] =>
  assessments(state).flatMap(({ opened, from, closed, to }): readonly Hit[] => {
    const late = lateness(state, dueInDays(state, from, days, 'assessment'), to)
    if (late === undefined || endedBy(state, from, late.due)) return []
    const whose = isCarers(opened)
      ? `${possessive(nameOf(state, opened.subject))} carer’s assessment`
      : 'The assessment'
    const yours = isCarers(opened) ? whose : 'Your assessment'
    return [
      {
        entries: [opened.id, ...(closed === undefined ? [] : [closed.id])],
        worker: `${whose} was opened on ${dated(opened)}, and the standard is to close one within ${daysInWords(days)}; ${lateInWords(late, 'it was closed', 'it is still open')}.`,
        person: `${yours} began on ${dated(opened)}. The council says that it finishes one within ${daysInWords(days)}; ${lateInWords(late, 'it was finished', 'it is not finished')}.`,
        mend:
          late.done === undefined
            ? {
                says: 'Finish the assessment, or agree a hold with the person, with a reason and an end date.',
                where: 'conversation',
              }
            : { says: 'Say sorry, and say why it took so long.', where: 'conversation' },
      },
    ]
  })

export const assessmentLate: Check = {
  id: 'assessment-late',
  level: 'should',
  cites: ['CA s9', 'G6'],
  when: 'An assessment was opened or closed after the council’s standard, or still is not.',
  find: (state, standards) => [
    ...lateOpenings(state, standards['open-days']),
    ...lateClosings(state, standards['close-days']),
  ],
}

export const urgentUnmet: Check = {
  id: 'urgent-unmet',
  level: 'must',
  cites: ['CA s19(3)'],
  when: 'An urgent contact, and within three days neither support nor a worker’s word on why none is needed.',
  find: (state, standards) =>
    all(state, 'contact').flatMap((contact): readonly Hit[] => {
      if (contact.urgent !== true) return []
      const day = dayOfEntry(contact)
      const days = standards['urgent-days']
      const due = dueInDays(state, day, days)
      const needless = [
        ...all(state, 'hospital').filter(({ event }) => event === 'admitted'),
        ...all(state, 'closed'),
      ]
      if (due === undefined || needless.some((entry) => isWithin(entry, day, due))) return []
      const answers = [
        ...all(state, 'support-started'),
        ...all(state, 'statement').filter((statement) => isWorker(state, statement['said-by'])),
      ]
      const [done] = answers
        .map(dayOfEntry)
        .filter((answered) => answered >= day)
        .toSorted()
      const late = lateness(state, due, done)
      if (late === undefined) return []
      return [
        {
          entries: [contact.id],
          worker: `The contact of ${dated(contact)} was urgent. Support, or a worker’s statement that none is needed, was due within ${daysInWords(days)}; ${lateInWords(late, 'it came', 'neither has come')}.`,
          person: `Help was needed urgently on ${dated(contact)}. The council says that it acts within ${daysInWords(days)}; ${lateInWords(late, 'it acted', 'it has not acted')}. It can start help before it has assessed you.`,
          mend: {
            says: 'Start support now, or write down what was found and why none is needed.',
            where: 'support',
          },
        },
      ]
    }),
}
