import type { Relationship } from '../record/access.ts'
import type { RecordState } from '../record/state.ts'

/** Who is reading: the same facts in the same order for everyone, and only "you" turns. */
export type Reader = {
  /** the reader's own party in this record, where they have one */
  readonly party: string | undefined
  readonly relationships: readonly Relationship[]
}

export const isThePerson = (reader: Reader): boolean => reader.relationships.includes('self')

/** `You`, or a name: never "service user", never "client". */
export function nameFor(reader: Reader, state: RecordState, party: string): string {
  if (party === reader.party) return 'You'
  return state.parties.get(party)?.name ?? 'Somebody whose name you cannot see'
}

/** In the middle of a sentence: `you`, or a name. */
export function nameWithin(reader: Reader, state: RecordState, party: string): string {
  const name = nameFor(reader, state, party)
  return name === 'You' ? 'you' : name
}

/** `your`, or `Edith Marrowby’s`. */
export function possessive(reader: Reader, state: RecordState, party: string): string {
  const name = nameFor(reader, state, party)
  return name === 'You' ? 'your' : `${name}’s`
}

/** Verbs that turn with "you": `is` and `are`, `says` and `say`. */
export const verb = (reader: Reader, party: string, theirs: string, yours: string): string =>
  party === reader.party ? yours : theirs

/**
 * A reason is worked out once, for everybody, and names whose words it rests on: `Ada Brook, 27 March 2026: level 1`. To
 * that reader it says `You, 27 March 2026`. Where a name is what a sentence is about, it stays: its verb would have to turn.
 */
export function turnedTo(reader: Reader, state: RecordState, says: string): string {
  const name = reader.party === undefined ? undefined : state.parties.get(reader.party)?.name
  if (name === undefined || name === '') return says
  return says
    .split(name)
    .reduce((before, after) =>
      /^, \d{1,2} [A-Z][a-z]+ \d{4}/.test(after)
        ? `${before}${before === '' || /[.:] $/.test(before) ? 'You' : 'you'}${after}`
        : `${before}${name}${after}`,
    )
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  person: 'whose record this is',
  carer: 'cares for them, unpaid',
  family: 'family',
  friend: 'friend',
  advocate: 'advocate',
  attorney: 'attorney',
  deputy: 'deputy',
  'social-worker': 'social worker',
  'occupational-therapist': 'occupational therapist',
  assessor: 'assessor',
  manager: 'manager',
  commissioner: 'commissioner',
  provider: 'gives support',
  nhs: 'NHS',
  broker: 'arranges support',
  finance: 'finance',
}

/** What somebody is at the table, in a few words: `husband, cares for you, unpaid`. */
export function roleFor(reader: Reader, state: RecordState, party: string): string {
  const found = state.parties.get(party)
  if (found === undefined) return ''
  if (found.role === 'person')
    return party === reader.party ? 'this is your record' : (ROLE_WORDS['person'] ?? '')
  const role = ROLE_WORDS[found.role] ?? found.role
  const words = isThePerson(reader) ? role.replace('them', 'you') : role
  return found.relationship === undefined || found.relationship === ''
    ? words
    : `${found.relationship}, ${words}`
}
