import { type PlainDate, dateInWords } from '../domain/dates/plain-date.ts'
import type { Entry, EntryOf } from './entries.ts'
import { dayFromWords, readHeaded, writeHeaded } from './headed-words.ts'
import { type RecordState, all } from './state.ts'

// What is told later of an entry, and has no kind of its own: a note of that entry, with a beginning that can be read
// back. Nothing is overwritten by it, and a program that does not know it still shows the sentence.

export const VIEWS = ['agrees', 'disagrees', 'unsure'] as const
export type View = (typeof VIEWS)[number]
export type Decides = EntryOf<'capacity'>['for'][number]
export const DECIDES = [
  'home',
  'support',
  'money',
  'health',
  'assessment',
  'other',
] as const satisfies readonly Decides[]

export type Later =
  /** what somebody thinks of it, said by them or written down for them */
  | { readonly kind: 'view'; readonly party: string; readonly view: View; readonly says: string }
  /** something that went wrong, or nearly did */
  | { readonly kind: 'happened'; readonly day: PlainDate; readonly says: string }
  /** the day on which an advocate and the person first met or spoke */
  | { readonly kind: 'met'; readonly day: PlainDate; readonly says: string }
  /** it was looked at again, as it was to be */
  | { readonly kind: 'looked'; readonly says: string }
  /** what an attorney or a deputy may decide by law, and what was seen that says so */
  | {
      readonly kind: 'scope'
      readonly party: string
      readonly decides: readonly Decides[]
      readonly says: string
    }
  /** whether what a professional saw and advised was followed, and why, or why not */
  | { readonly kind: 'advice'; readonly followed: Followed; readonly says: string }
  /** the form about money went out to the person, or came back from them */
  | { readonly kind: 'form'; readonly event: FormEvent; readonly day: PlainDate; readonly says: string }
  /** a direct payment comes to its end; nothing stops before what was tried and what follows is written down */
  | {
      readonly kind: 'payment-ends'
      readonly day: PlainDate
      readonly says: string
      readonly tried: string
      readonly instead: string
      readonly told: string
    }
  /** a move on a day to come, from one council to another */
  | {
      readonly kind: 'planned'
      readonly day: PlainDate
      readonly direction: EntryOf<'moved'>['direction']
      readonly other: string
      readonly says: string
    }
  /** who does a step of a path that lies ahead, and by which day */
  | {
      readonly kind: 'promised'
      readonly step: string
      readonly party: string
      readonly by: PlainDate
      readonly says: string
    }
  /** whoever had taken such a step on no longer does it, and why: from then on nobody has it */
  | { readonly kind: 'handed-back'; readonly step: string; readonly party: string; readonly says: string }
  /** such a step has been done */
  | { readonly kind: 'kept'; readonly step: string; readonly says: string }

export const FOLLOWED = ['yes', 'in-part', 'no'] as const
export type Followed = (typeof FOLLOWED)[number]
const FOLLOWED_BEGINS: Readonly<Record<Followed, string>> = {
  yes: 'This advice was followed',
  'in-part': 'This advice was followed in part',
  no: 'This advice was not followed',
}

export const FORM_EVENTS = ['sent', 'back'] as const
export type FormEvent = (typeof FORM_EVENTS)[number]
const FORM_BEGINS: Readonly<Record<FormEvent, string>> = {
  sent: 'The form about money went out on',
  back: 'The form about money came back on',
}

const PAYMENT_HEADINGS = {
  tried: 'What was tried first:',
  instead: 'What comes in its place:',
  told: 'How they were told:',
} as const

const WAY = { in: 'here from', out: 'from here to' } as const

const VIEW_BEGINS: Readonly<Record<View, string>> = {
  agrees: 'Agrees',
  disagrees: 'Does not agree',
  unsure: 'Is not sure',
}

/** Any id can stand in brackets without a blank. */
const nameOfParty = (party: string): string =>
  encodeURIComponent(party).replaceAll('(', '%28').replaceAll(')', '%29')

export function writeLater(later: Later): string {
  const says = later.says.trim()
  switch (later.kind) {
    case 'view':
      return `${VIEW_BEGINS[later.view]} (${nameOfParty(later.party)}): ${says}`
    case 'happened':
      return `Happened on ${dateInWords(later.day)}: ${says}`
    case 'met':
      return `First met on ${dateInWords(later.day)}: ${says}`
    case 'looked':
      return `Looked at again: ${says}`
    case 'scope':
      return `May decide (${nameOfParty(later.party)}) about ${later.decides.join(', ')}: ${says}`
    case 'advice':
      return `${FOLLOWED_BEGINS[later.followed]}: ${says}`
    case 'form':
      return withMore(`${FORM_BEGINS[later.event]} ${dateInWords(later.day)}.`, says)
    case 'payment-ends':
      return writeHeaded(PAYMENT_HEADINGS, {
        says: `This direct payment ends on ${dateInWords(later.day)}: ${says}`,
        tried: later.tried,
        instead: later.instead,
        told: later.told,
      })
    case 'planned':
      return withMore(
        `A move is planned for ${dateInWords(later.day)}, ${WAY[later.direction]} ${oneLine(later.other)}.`,
        says,
      )
    case 'promised':
      return withMore(
        `By ${dateInWords(later.by)} (${nameOfParty(later.party)}): ${oneLine(later.step)}.`,
        says,
      )
    case 'handed-back':
      return withMore(`Handed back (${nameOfParty(later.party)}): ${oneLine(later.step)}.`, says)
    case 'kept':
      return withMore(`Step done: ${oneLine(later.step)}.`, says)
  }
}

const VIEW = /^(Agrees|Does not agree|Is not sure) \(([^\s()]+)\): ([\s\S]*)$/
const DAY = /^(Happened|First met) on (\d{1,2} [A-Z][a-z]+ \d{4}): ([\s\S]*)$/
const LOOKED = /^Looked at again: ([\s\S]*)$/
const SCOPE = /^May decide \(([^\s()]+)\) about ([a-z]+(?:, [a-z]+)*): ([\s\S]*)$/

const ADVICE = /^(This advice was (?:not followed|followed in part|followed)): ([\s\S]*)$/
const FORM =
  /^(The form about money (?:went out|came back) on) (\d{1,2} [A-Z][a-z]+ \d{4})\.(?:\n([\s\S]*))?$/
const PAYMENT_ENDS = /^This direct payment ends on (\d{1,2} [A-Z][a-z]+ \d{4}): ([\s\S]*)$/

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
/** What was said besides stands on lines of its own. */
const withMore = (first: string, says: string): string => (says === '' ? first : `${first}\n${says}`)

const PLANNED =
  /^A move is planned for (\d{1,2} [A-Z][a-z]+ \d{4}), (here from|from here to) ([^\n]+)\.(?:\n([\s\S]*))?$/
const PROMISED = /^By (\d{1,2} [A-Z][a-z]+ \d{4}) \(([^\s()]+)\): ([^\n]+)\.(?:\n([\s\S]*))?$/
const BACK = /^Handed back \(([^\s()]+)\): ([^\n]+)\.(?:\n([\s\S]*))?$/
const KEPT = /^Step done: ([^\n]+)\.(?:\n([\s\S]*))?$/

/** What is told of something ahead. */
function readAhead(text: string): Later | undefined {
  const [, dayWords, way, other = '', more = ''] = PLANNED.exec(text) ?? []
  const day = dayFromWords(dayWords)
  if (day !== undefined)
    return { kind: 'planned', day, direction: way === WAY.in ? 'in' : 'out', other, says: more }
  const [, byWords, doer = '', step = '', besides = ''] = PROMISED.exec(text) ?? []
  const by = dayFromWords(byWords)
  if (by !== undefined)
    return withParty(doer, (party) => ({ kind: 'promised', step, party, by, says: besides }))
  const [, from = '', left, why = ''] = BACK.exec(text) ?? []
  if (left !== undefined)
    return withParty(from, (party) => ({ kind: 'handed-back', step: left, party, says: why }))
  const [, kept, how = ''] = KEPT.exec(text) ?? []
  return kept === undefined ? undefined : { kind: 'kept', step: kept, says: how }
}

/** What is told of a professional's advice, of the form about money, or of the end of a direct payment. */
function readCouncils(text: string): Later | undefined {
  const [, begins, why = ''] = ADVICE.exec(text) ?? []
  const followed = FOLLOWED.find((each) => FOLLOWED_BEGINS[each] === begins)
  if (followed !== undefined) return { kind: 'advice', followed, says: why }
  const [, moves, dayWords, more = ''] = FORM.exec(text) ?? []
  const event = FORM_EVENTS.find((each) => FORM_BEGINS[each] === moves)
  const day = dayFromWords(dayWords)
  if (event !== undefined && day !== undefined) return { kind: 'form', event, day, says: more }
  const { says: first, tried = '', instead = '', told = '' } = readHeaded(PAYMENT_HEADINGS, text)
  const [, endWords, because = ''] = PAYMENT_ENDS.exec(first) ?? []
  const end = dayFromWords(endWords)
  return end === undefined
    ? undefined
    : { kind: 'payment-ends', day: end, says: because, tried, instead, told }
}

/** What a note tells later; undefined where it is a note like any other. */
export function readLater({ text }: Pick<EntryOf<'note'>, 'text'>): Later | undefined {
  const [, begins, viewer = '', why = ''] = VIEW.exec(text) ?? []
  const view = VIEWS.find((each) => VIEW_BEGINS[each] === begins)
  if (view !== undefined) return withParty(viewer, (party) => ({ kind: 'view', party, view, says: why }))
  const [, what, dayWords, event = ''] = DAY.exec(text) ?? []
  const day = dayFromWords(dayWords)
  if (day !== undefined) return { kind: what === 'Happened' ? 'happened' : 'met', day, says: event }
  const looked = LOOKED.exec(text)?.[1]
  if (looked !== undefined) return { kind: 'looked', says: looked }
  const [, decider = '', list, seen = ''] = SCOPE.exec(text) ?? []
  if (list === undefined) return readCouncils(text) ?? readAhead(text)
  const named = list.split(', ')
  const decides = DECIDES.filter((each) => named.includes(each))
  if (decides.length !== named.length) return undefined
  return withParty(decider, (party) => ({ kind: 'scope', party, decides, says: seen }))
}

function withParty(encoded: string, make: (party: string) => Later): Later | undefined {
  try {
    return make(decodeURIComponent(encoded))
  } catch {
    return undefined
  }
}

export type Told<K extends Later['kind']> = {
  readonly note: EntryOf<'note'>
  readonly later: Extract<Later, { readonly kind: K }>
}

/** Everything of one kind that was told later of an entry, or, where none is named, of the record; in order. */
export function toldLater<K extends Later['kind']>(
  state: RecordState,
  kind: K,
  of: Entry | undefined,
): readonly Told<K>[] {
  return all(state, 'note').flatMap((note): readonly Told<K>[] => {
    const about = note.of === undefined ? undefined : state.byId.get(note.of)?.id
    if (about !== of?.id || (of === undefined && note.of !== undefined)) return []
    const later = readLater(note)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kind has just been compared
    return later?.kind === kind ? [{ note, later: later as Extract<Later, { kind: K }> }] : []
  })
}
