import { answerTo } from '../../domain/checks/alternatives.ts'
import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { type PlainDate, dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import type { Plan, PlanLine } from '../../record/plan-words.ts'
import { type RecordState, all, planInForce } from '../../record/state.ts'
import { supportLines } from '../../record/support-lines.ts'
import { type Answering, type Asking, type SearchAnswer, readSearch } from './search-notes.ts'

/** Somebody who was asked, with the last word on it. */
export type AskedOne = {
  readonly note: EntryOf<'note'>
  readonly asking: Asking
  readonly later: { readonly note: EntryOf<'note'>; readonly answering: Answering } | undefined
  readonly answer: SearchAnswer
  /** days without an answer; undefined where there is one */
  readonly waits: number | undefined
}

/** What somebody is looked for, with everyone who was asked, the first first. */
export type Search = {
  /** names it in a form: `line L1`, `option option-2` */
  readonly key: string
  readonly what: string
  /** the note of a search is a note of this */
  readonly of: string
  readonly line: string | undefined
  readonly standing: 'started' | 'found' | 'looking' | 'nobody-asked'
  readonly asked: readonly AskedOne[]
  /** since when: the first asking, or, where nobody was asked, the plan that promised the support */
  readonly since: PlainDate | undefined
  /** what happens until then, as it was told last */
  readonly meanwhile: string | undefined
}

function askedIn(state: RecordState): readonly AskedOne[] {
  const notes = all(state, 'note').map((note) => ({ note, read: readSearch(note.text) }))
  return notes.flatMap(({ note, read }): readonly AskedOne[] => {
    if (read?.kind !== 'asked') return []
    const answers = notes.flatMap((other) =>
      other.read?.kind === 'answered' && state.byId.get(other.note.of ?? '')?.id === note.id
        ? [{ note: other.note, answering: other.read }]
        : [],
    )
    const later = answers.at(-1)
    const answer = later?.answering.answer ?? read.answer
    const waits = answer === 'waiting' ? Math.max(0, daysBetween(read.day, state.on)) : undefined
    return [{ note, asking: read, later, answer, waits }]
  })
}

const firstDay = (asked: readonly AskedOne[]): PlainDate | undefined =>
  asked.map(({ asking }) => asking.day).toSorted((a, b) => (a < b ? -1 : 1))[0]

type Subject = Pick<Search, 'key' | 'what' | 'of' | 'line'> & {
  readonly promised: PlainDate | undefined
  readonly started: boolean
  /** the plan names who gives it, or it is not for the council to find somebody */
  readonly settled: boolean
}

function searchOf({ promised, started, settled, ...subject }: Subject, asked: readonly AskedOne[]): Search {
  const found = asked.some(({ answer }) => answer === 'yes')
  return {
    ...subject,
    asked,
    standing: started
      ? 'started'
      : found || (settled && asked.length === 0)
        ? 'found'
        : asked.length > 0
          ? 'looking'
          : 'nobody-asked',
    since: firstDay(asked) ?? promised,
    meanwhile: asked.findLast(({ asking }) => asking.meanwhile !== '')?.asking.meanwhile,
  }
}

/** The plan that support is looked for under: the one in force, or else the last draft. */
export const planSearched = (state: RecordState): Plan | undefined =>
  planInForce(state) ?? all(state, 'plan').at(-1)

const isForCouncil = ({ funder, way, unit }: PlanLine): boolean =>
  funder === 'council' && (way === 'managed' || way === 'isf') && unit !== 'once'

function lineSubjects(state: RecordState): readonly Subject[] {
  const plan = planSearched(state)
  if (plan === undefined) return []
  const inForce = planInForce(state)?.id === plan.id
  const standings = supportLines(state)
  return plan.lines.map((line): Subject => {
    const support = standings.find((one) => one.line === line)
    return {
      key: `line ${line.line}`,
      what: line.what,
      of: plan.id,
      line: String(line.line),
      promised: inForce && isForCouncil(line) ? dayOfEntry(plan) : undefined,
      started: support !== undefined && support.standing !== 'waiting',
      settled: line.provider !== undefined || !isForCouncil(line) || !inForce,
    }
  })
}

/** Ways to give support that are on the table and not refused. */
function optionSubjects(state: RecordState): readonly Subject[] {
  return all(state, 'option')
    .filter((option) => answerTo(state, option)?.outcome !== 'refused')
    .map((option) => ({
      key: `option ${option.id}`,
      what: option.what,
      of: option.id,
      line: undefined,
      promised: undefined,
      started: false,
      settled: true,
    }))
}

/** Everything for which somebody can be looked for. */
export function subjects(state: RecordState): readonly Search[] {
  const asked = askedIn(state)
  const isOf = (one: AskedOne, { of, line }: Subject): boolean =>
    line === undefined
      ? state.byId.get(one.note.of ?? '')?.id === of
      : state.byId.get(one.note.of ?? '')?.kind === 'plan' && one.asking.line === line
  const withAsked = (found: readonly Subject[]): readonly Search[] =>
    found.map((subject) =>
      searchOf(
        subject,
        asked.filter((one) => isOf(one, subject)),
      ),
    )
  // Once a plan is in force it is its lines that somebody is looked for; what was asked before it is still told.
  const options = withAsked(optionSubjects(state))
  const inForce = planInForce(state) !== undefined
  return [
    ...withAsked(lineSubjects(state)),
    ...options.filter((option) => !inForce || option.asked.length > 0),
  ]
}

/** What somebody is or was looked for, and what nobody was asked for though the plan promises it; what is open first. */
export const searches = (state: RecordState): readonly Search[] =>
  subjects(state)
    .filter(({ asked, standing }) => asked.length > 0 || standing === 'nobody-asked')
    .toSorted((a, b) => rank(a) - rank(b))

const RANK = { 'nobody-asked': 0, looking: 0, found: 1, started: 2 } as const
const rank = ({ standing }: Search): number => RANK[standing]

export const openAskings = (
  state: RecordState,
): readonly { readonly search: Search; readonly one: AskedOne }[] =>
  subjects(state).flatMap((search) =>
    search.asked.filter(({ answer }) => answer === 'waiting').map((one) => ({ search, one })),
  )

const people = (count: number): string => (count === 1 ? '1 was asked' : `${count} were asked`)
const counted = (asked: readonly AskedOne[], answer: SearchAnswer): number =>
  asked.filter((one) => one.answer === answer).length

/** `Looked for since 3 November 2026: 19 days. 3 were asked: 1 said yes, 2 have not answered.` */
export function searchInWords(state: RecordState, { asked, since, standing }: Search): string {
  if (since === undefined) return ''
  const days = daysBetween(since, state.on)
  const dayWords = days === 1 ? '1 day' : `${days} days`
  if (standing === 'nobody-asked') {
    return `The plan of ${dateInWords(since)} promises this. It does not say who gives it, and nobody has written down who was asked. That is ${dayWords}.`
  }
  const waiting = counted(asked, 'waiting')
  const parts = [
    [counted(asked, 'yes'), 'said yes'],
    [counted(asked, 'no'), 'said no'],
    [waiting, `${waiting === 1 ? 'has' : 'have'} not answered yet`],
  ] as const
  const tally = parts.flatMap(([count, says]) => (count === 0 ? [] : [`${count} ${says}`])).join(', ')
  const open = standing === 'looking' ? `Looked for since ${dateInWords(since)}: ${dayWords}. ` : ''
  return `${open}${people(asked.length)}: ${tally}.`
}
