import type { Entry, EntryOf, Party } from '../../record/entries.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, daysInWords, dueInDays, lateInWords, lateness } from './clocks.ts'
import { inList, namesOf, unique } from './telling.ts'
import { type Assessment, assessments, completedAssessments, isCarers, personsAssessments } from './whose.ts'

type Identified = EntryOf<'carer-identified'>

/** What the record last says of each carer, by a day; in the order in which they were first named. */
function carersKnown(state: RecordState, by: PlainDate): ReadonlyMap<string, Identified> {
  const known = new Map<string, Identified>()
  for (const entry of all(state, 'carer-identified'))
    if (dayOfEntry(entry) <= by) known.set(entry.carer, entry)
  return known
}

/** Carers who are willing, by a day: as identified, or as a need says of the one who meets it. */
function willingCarers(state: RecordState, by: PlainDate): readonly string[] {
  const known = carersKnown(state, by)
  const meeting = all(state, 'need').flatMap((need) => {
    const carer = need['met-by']
    return carer?.willing === true && dayOfEntry(need) <= by && !known.has(carer.carer) ? [carer.carer] : []
  })
  const identified = [...known.values()].filter(({ willing }) => willing).map(({ carer }) => carer)
  return unique([...identified, ...meeting])
}

/** The day on which the person's assessment before this one was closed: what was said after it counts for this one. */
function lastClosedBefore(state: RecordState, { from }: Assessment): PlainDate | undefined {
  return completedAssessments(state)
    .flatMap(({ opened, to }) => (!isCarers(opened) && to !== undefined && to < from ? [to] : []))
    .toSorted()
    .at(-1)
}

/** What was said for an assessment: since the one before was closed, and before this one was. */
function saidFor(state: RecordState, assessment: Assessment): readonly EntryOf<'statement'>[] {
  const after = lastClosedBefore(state, assessment)
  return all(state, 'statement').filter((said) => {
    const day = dayOfEntry(said)
    return (after === undefined || day > after) && (assessment.to === undefined || day <= assessment.to)
  })
}

export const carerNotHeard: Check = {
  id: 'carer-not-heard',
  level: 'must',
  cites: ['CA s9(5)(b)'],
  when: 'A willing carer is in the record and said nothing before the assessment was closed.',
  find: (state) =>
    completedAssessments(state).flatMap((assessment): readonly Hit[] => {
      const { opened, closed, to } = assessment
      if (isCarers(opened) || closed === undefined || to === undefined) return []
      const heard = new Set(saidFor(state, assessment).map((said) => said['said-by']))
      const unheard = willingCarers(state, to).filter((carer) => !heard.has(carer))
      if (unheard.length === 0) return []
      const names = namesOf(state, unheard)
      return [
        {
          entries: [opened.id, closed.id],
          worker: `The assessment was closed on ${dated(closed)} without a word from ${names}, who ${unheard.length === 1 ? 'is a willing carer' : 'are willing carers'}.`,
          person: `Your assessment was finished without asking ${names}, who ${unheard.length === 1 ? 'helps' : 'help'} to care for you.`,
          mend: {
            says: `Ask ${names}, and look at what it changes in the assessment.`,
            where: 'conversation',
          },
        },
      ]
    }),
}

/** The entries that show somebody unpaid as giving help, or wanting to. */
function signsOfHelp(state: RecordState, { id, role }: Party): readonly Entry[] {
  const meets = all(state, 'need').filter(({ 'met-by': by }) => by?.carer === id && by.willing)
  const planned = all(state, 'plan').filter(({ lines }) =>
    lines.some(({ provider, funder, form }) => provider === id && funder === 'family' && form === 'family'),
  )
  if (role !== 'carer') return [...meets, ...planned]
  const said = all(state, 'statement').filter((each) => each['said-by'] === id || each.about === id)
  // A carer who asks for the person is to be met in the conversation that follows, and not before.
  const asked = all(state, 'contact').some(({ by }) => by === id) ? personsAssessments(state).slice(0, 1) : []
  return [...meets, ...planned, ...said, ...asked]
}

const MEND = {
  says: 'Offer the carer an assessment of their own, and write down what they answer.',
  where: 'conversation',
} as const

function notOffered(state: RecordState, entry: Identified): Hit {
  const name = nameOf(state, entry.carer)
  return {
    entries: [entry.id],
    worker: `${name} was identified as a carer on ${dated(entry)} and was not offered an assessment.`,
    person: `${name} cares for you. The council has not offered ${name} a carer’s assessment.`,
    mend: MEND,
  }
}

function acceptedAndLate(state: RecordState, entry: Identified, days: number): readonly Hit[] {
  const asked = all(state, 'carer-identified').find(
    ({ carer, assessment }) => carer === entry.carer && assessment === 'accepted',
  )
  const opened = assessments(state).find(
    (each) => isCarers(each.opened) && each.opened.subject === entry.carer,
  )
  const since = dayOfEntry(asked ?? entry)
  const late = lateness(state, dueInDays(state, since, days, 'assessment'), opened?.from)
  if (late === undefined) return []
  const name = nameOf(state, entry.carer)
  return [
    {
      entries: [entry.id, ...(opened === undefined ? [] : [opened.opened.id])],
      worker: `${name} accepted a carer’s assessment on ${dated(asked ?? entry)}, to be opened within ${daysInWords(days)}; ${lateInWords(late, 'it was opened', 'none has been opened')}.`,
      person: `${name} said yes to a carer’s assessment on ${dated(asked ?? entry)}. The council says that it begins one within ${daysInWords(days)}; ${lateInWords(late, 'it began', 'it has not begun')}.`,
      mend: { says: 'Open the carer’s assessment.', where: 'conversation' },
    },
  ]
}

/** Carers who give help and whom nobody identified, nor assessed, by the closing of the assessment or within the standard. */
function neverIdentified(
  state: RecordState,
  known: ReadonlyMap<string, Identified>,
  days: number,
): readonly Hit[] {
  return [...state.parties.values()].flatMap((party): readonly Hit[] => {
    const assessed = assessments(state).some(({ opened }) => isCarers(opened) && opened.subject === party.id)
    if (known.has(party.id) || party.paid === true || assessed) return []
    const signs = signsOfHelp(state, party)
    const [since] = signs.map(dayOfEntry).toSorted()
    if (since === undefined) return []
    const late = lateness(state, dueInDays(state, since, days, 'assessment'), undefined)
    const closed = completedAssessments(state).some(
      ({ opened, to }) => !isCarers(opened) && to !== undefined && to >= since,
    )
    if (late === undefined && !closed) return []
    const shown = signs.filter((entry) => dayOfEntry(entry) === since)
    return [
      {
        entries: shown.map(({ id }) => id),
        worker: `${party.name} gives unpaid help, and nothing in the record says that a carer’s assessment was offered.`,
        person: `${party.name} helps you. The council has not offered ${party.name} a carer’s assessment.`,
        mend: MEND,
      },
    ]
  })
}

export const carerNotOffered: Check = {
  id: 'carer-not-offered',
  level: 'must',
  cites: ['CA s10(1)'],
  when: 'A carer was not offered an assessment of their own, or said yes and none was opened in time.',
  find: (state, standards) => {
    const known = carersKnown(state, state.on)
    const days = standards['open-days']
    const each = [...known.values()].flatMap((entry): readonly Hit[] => {
      if (entry.assessment === 'not-offered') return [notOffered(state, entry)]
      return entry.assessment === 'accepted' ? acceptedAndLate(state, entry, days) : []
    })
    return [...each, ...neverIdentified(state, known, days)]
  },
}

export const familyImpactSkipped: Check = {
  id: 'family-impact-skipped',
  level: 'should',
  cites: ['AR r4'],
  when: 'The person lives with a carer or family, and nothing says what the needs mean for them.',
  find: (state) => {
    const household = [...state.parties.values()].filter(
      (party) => party['lives-with'] === true && (party.role === 'carer' || party.role === 'family'),
    )
    const ids = household.map(({ id }) => id)
    if (ids.length === 0) return []
    return completedAssessments(state).flatMap((assessment): readonly Hit[] => {
      const { opened, closed } = assessment
      if (isCarers(opened) || closed === undefined) return []
      const spoken = saidFor(state, assessment).some(
        ({ topic, about }) => topic === 'family' || (about !== undefined && ids.includes(about)),
      )
      if (spoken) return []
      const names = inList(household.map(({ name }) => name))
      return [
        {
          entries: [opened.id, closed.id],
          worker: `${nameOf(state, state.person.id)} lives with ${names}, and no statement speaks of what the needs mean for them.`,
          person: `You live with ${names}. Nobody wrote down what your needs mean for them.`,
          mend: { says: `Ask ${names} what it means for them, and write it down.`, where: 'conversation' },
        },
      ]
    })
  },
}
