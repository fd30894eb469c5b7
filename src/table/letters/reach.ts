import type { Channel } from '../../platform/outbox/carrier.ts'
import type { RecordState } from '../../record/state.ts'
import { type AtTable, mayDo } from '../at-table.ts'

// Where somebody can be reached is no part of the record; what is typed is checked here, and kept beside it.

export type Checked =
  | { readonly kind: 'good'; readonly value: string | undefined }
  | { readonly kind: 'bad'; readonly says: string }

const good = (value: string | undefined): Checked => ({ kind: 'good', value })

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i

function email(typed: string): Checked {
  // Whether anybody is there, only sending can tell; what can be no address at all is said at once.
  return typed.length <= 320 && /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(typed)
    ? good(typed)
    : { kind: 'bad', says: 'Enter an email address in the right form, such as name@example.com' }
}

/** UK mobile numbers, and those of other countries with their `+`. @returns them without spaces */
function phone(typed: string): Checked {
  const number = typed.replaceAll(/[\s().-]/g, '').replace(/^00/, '+')
  return /^(?:\+44|0)7\d{9}$/.test(number) || /^\+(?!44)\d{8,15}$/.test(number)
    ? good(number)
    : { kind: 'bad', says: 'Enter a mobile number, such as 07700 900 982 or +44 7700 900 982' }
}

/** Three to six lines with the name before them, the last of them the postcode, as the post takes them. */
function post(typed: string): Checked {
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const last = lines.at(-1) ?? ''
  if (lines.length < 2 || lines.length > 6 || !POSTCODE.test(last)) {
    return {
      kind: 'bad',
      says: 'Enter the address on two to six lines, the last of them a postcode, such as NR1 1AA',
    }
  }
  return lines.some((line) => line.length > 100)
    ? { kind: 'bad', says: 'Use 100 characters or fewer on each line of the address' }
    : good([...lines.slice(0, -1), last.toUpperCase()].join('\n'))
}

const CHECKS: Readonly<Record<Channel, (typed: string) => Checked>> = { email, phone, post }

/** What was typed of one way to reach somebody: nothing means that it is not to be used. */
export const checkedAddress = (channel: Channel, typed: string): Checked =>
  typed.trim() === '' ? good(undefined) : CHECKS[channel](typed.trim())

const actsFor = ({ reader }: AtTable): boolean =>
  reader.relationships.some((relationship) => relationship === 'attorney' || relationship === 'deputy')

/** Whose address the reader may see and change: the same as the database's own rule. The person comes first. */
export function reachableBy(table: AtTable): readonly string[] {
  const { state, reader } = table
  return partiesFirstThePerson(state).filter(
    (party) =>
      party === reader.party ||
      mayDo(table, 'asking', 'judge') ||
      (party === state.person.id && actsFor(table)),
  )
}

const partiesFirstThePerson = ({ parties, person }: RecordState): readonly string[] => [
  person.id,
  ...[...parties.keys()].filter((party) => party !== person.id),
]
