import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import { ageOn } from '../dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { hasDifficulty } from './advocacy.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, hasWords } from './clocks.ts'
import { inList, possessive, youOr } from './telling.ts'
import { type Assessment, completedAssessments, isCarers, isMadeForCarer, subjectOf } from './whose.ts'

type Need = EntryOf<'need'>
type Statement = EntryOf<'statement'>

const isAboutPerson = (state: RecordState, about: string | undefined): boolean =>
  about === undefined || about === state.person.id

/** An adult who was not found to lack capacity: capacity is assumed until it is shown otherwise. */
function isAdultWithCapacity(state: RecordState, assessment: Assessment): boolean {
  if (isCarers(assessment.opened)) return true
  const adult = ageOn(dayOfWhen(state.person.born), assessment.from) >= 18
  const last = all(state, 'capacity').findLast(
    (capacity) => !isMadeForCarer(state, capacity) && dayOfEntry(capacity) <= (assessment.to ?? state.on),
  )
  return adult && last?.['has-capacity'] !== false
}

export const selfAssessmentNotOffered: Check = {
  id: 'self-assessment-not-offered',
  level: 'must',
  cites: ['AR r2'],
  when: 'An adult with capacity was offered ways to be assessed, and a supported self-assessment was not among them.',
  find: (state) =>
    completedAssessments(state).flatMap((assessment): readonly Hit[] => {
      const { opened } = assessment
      const { offered, way } = opened
      const had = offered === undefined || offered.includes('supported-self') || way === 'supported-self'
      if (had || !isAdultWithCapacity(state, assessment)) return []
      const who = subjectOf(state, opened)
      return [
        {
          entries: [opened.id],
          worker: `The ways offered for the assessment opened on ${dated(opened)} do not include a supported self-assessment; ${nameOf(state, who)} was entitled to choose one.`,
          person: `The council did not offer ${youOr(state, who)} the choice of filling in the assessment with its help.`,
          mend: {
            says: 'Offer a supported self-assessment, now or for the next assessment.',
            where: 'conversation',
          },
        },
      ]
    }),
}

/** A need rests on the statements that it names; where it names none, on what had been said of its topics. */
function restsOn(state: RecordState, need: Need, said: Statement): boolean {
  const named = need.statements ?? []
  if (named.length > 0) return named.some((id) => state.byId.get(id)?.id === said.id)
  const whose = need.of ?? state.person.id
  const same = isAboutPerson(state, said.about) ? whose === state.person.id : whose === said.about
  return same && need.topics.includes(said.topic) && dayOfEntry(need) >= dayOfEntry(said)
}

export const variesIgnored: Check = {
  id: 'varies-ignored',
  level: 'should',
  cites: ['ER r2(4)', 'AR r3(3)'],
  when: 'Someone said that a need varies, and it was tested without saying over what period.',
  find: (state) => {
    const varying = all(state, 'statement').filter(({ varies }) => hasWords(varies))
    if (varying.length === 0) return []
    return all(state, 'need').flatMap((need): readonly Hit[] => {
      const said = hasWords(need.over) ? [] : varying.filter((statement) => restsOn(state, need, statement))
      const [first] = said
      if (first === undefined) return []
      const whose = need.of === undefined ? 'your needs' : `${possessive(nameOf(state, need.of))} needs`
      return [
        {
          entries: [need.id, ...said.map(({ id }) => id)],
          worker: `The need “${need.text}” was tested as if it were always the same, though it was said to vary (“${first.varies ?? ''}”).`,
          person: `It was said that ${whose} change: “${first.varies ?? ''}”. The council did not write down over what time it looked.`,
          mend: {
            says: 'Look at a period long enough to show the bad days, and write down which.',
            where: 'conversation',
          },
        },
      ]
    })
  },
}

/** What stands at the closing of an assessment that makes a call or a form alone a poor way to hold it. */
function difficultiesAt(
  state: RecordState,
  assessment: Assessment,
): readonly { readonly says: string; readonly entry: string }[] {
  const until = assessment.to ?? state.on
  const isTheirs = (entry: EntryOf<'advocacy'> | EntryOf<'capacity'>) =>
    isCarers(assessment.opened) === isMadeForCarer(state, entry) && dayOfEntry(entry) <= until
  const subject = subjectOf(state, assessment.opened)
  const doubts = all(state, 'statement').filter(
    (said) => dayOfEntry(said) <= until && (said.about ?? state.person.id) === subject,
  )
  const advocacy = all(state, 'advocacy').findLast(isTheirs)
  const capacity = all(state, 'capacity').findLast(isTheirs)
  const since = (entry: Entry | undefined, doubt: 'taking-part' | 'capacity') =>
    doubts.find(
      (said) =>
        said.doubts?.includes(doubt) === true &&
        (entry === undefined || dayOfEntry(said) > dayOfEntry(entry)),
    )
  const difficult = advocacy !== undefined && hasDifficulty(advocacy) ? advocacy : undefined
  const lacking = capacity !== undefined && !capacity['has-capacity'] ? capacity : undefined
  return [
    { says: 'difficulty in taking part', entry: difficult },
    {
      says: 'doubt about taking part',
      entry: difficult === undefined ? since(advocacy, 'taking-part') : undefined,
    },
    { says: 'a finding that capacity is lacking', entry: lacking },
    { says: 'doubt about capacity', entry: lacking === undefined ? since(capacity, 'capacity') : undefined },
  ].flatMap(({ says, entry }) => (entry === undefined ? [] : [{ says, entry: entry.id }]))
}

export const phoneOnly: Check = {
  id: 'phone-only',
  level: 'look',
  cites: ['G6'],
  when: 'Someone who may struggle to take part or to decide was assessed by phone or online alone.',
  find: (state) =>
    completedAssessments(state).flatMap((assessment): readonly Hit[] => {
      const { opened } = assessment
      if (opened.way !== 'phone' && opened.way !== 'online') return []
      const difficulties = difficultiesAt(state, assessment)
      if (difficulties.length === 0) return []
      const way = opened.way === 'phone' ? 'by phone' : 'online'
      const who = youOr(state, subjectOf(state, opened))
      return [
        {
          entries: [opened.id, ...difficulties.map(({ entry }) => entry)],
          worker: `The assessment opened on ${dated(opened)} was made ${way} alone, where ${inList(difficulties.map(({ says }) => says))} stands.`,
          person: `The assessment was made ${way} only. Someone should have come to see ${who}, because taking part that way may be hard.`,
          mend: { says: 'Visit, and go through the assessment again face to face.', where: 'conversation' },
        },
      ]
    }),
}
