import { unitsInWords } from '../../domain/contracts/care.ts'
import type { ContractEntry, ContractEntryOf } from '../../domain/contracts/entries.ts'
import { type Ledger, entryOf } from '../../domain/contracts/ledger.ts'
import { type Span, spanInWords } from '../../domain/contracts/span.ts'
import { dateInWords, plainDate } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'

/** What a line rests on: one entry of the ledger in a sentence, and the visits behind it where it is care. */
export type Evidence = {
  readonly entry: string
  readonly says: string
  /** somebody’s own words, where they are in the entry */
  readonly words?: string
  readonly visits?: Span & { readonly person: string }
}

/** References in a sentence, as names where the reader knows them. */
export type NameOf = (person: string) => string

/** How somebody’s word came in, as a sentence after it; nothing where they wrote it themselves. */
export type HowSaid = (entry: string) => string

/** A worker’s form takes nothing that was not read back to the person. */
export const howSaid =
  (typedIn: ReadonlyMap<string, string | null>): HowSaid =>
  (entry) => {
    const by = typedIn.get(entry)
    if (by === undefined) return ''
    return by === null
      ? ' Written by who acts or speaks for them.'
      : ` Typed in by ${by}, who read it back to them.`
  }

const THEMSELVES: HowSaid = () => ''

export const whoSaid = (ledger: Ledger, by: string, person: string): string =>
  by === person ? 'the person' : (ledger.parties.get(by)?.name ?? by)

const DAY = /\b\d{4}-\d\d-\d\d\b/g

/** Days as people write them, in a sentence in which they stand as in a file. */
export const daysAsWords = (says: string): string =>
  says.replaceAll(DAY, (written) => {
    const found = plainDate(written)
    return found === undefined ? written : dateInWords(found)
  })

/** A sentence of the domain with names for references, and days in words. */
export function named(says: string, ledger: Ledger, nameOf: NameOf): string {
  return daysAsWords(says)
    .replaceAll(/\b[\w-]+\b/g, (word) => nameOf(word))
    .replaceAll(
      /(Approved by|approved by) ([\w-]+)/g,
      (_, how: string, id: string) => `${how} ${ledger.parties.get(id)?.name ?? id}`,
    )
}

type Telling = {
  readonly ledger: Ledger
  readonly nameOf: NameOf
  readonly by: string
  readonly at: string
  readonly how: string
}

const telling =
  (entry: string) =>
  (says: string, words?: string): Evidence => ({ entry, says, ...(words === undefined ? {} : { words }) })

/** One entry in a sentence: who, when, what. */
export function evidenceOf(
  ledger: Ledger,
  entry: ContractEntry,
  nameOf: NameOf,
  said: HowSaid = THEMSELVES,
): Evidence {
  const by = ledger.parties.get(entry.by)?.name ?? nameOf(entry.by)
  const how = { ledger, nameOf, by, at: `${by}, ${dateInWords(entry.on)}`, how: said(entry.id) }
  switch (entry.kind) {
    case 'delivered':
    case 'rate-set':
    case 'referred':
    case 'accepted':
    case 'declined':
    case 'varied':
    case 'handed-back':
    case 'subcontracted':
      return ofCare(entry, how)
    case 'outcome-agreed':
    case 'claimed':
    case 'confirmed':
    case 'excluded':
    case 'remeasured':
    case 'challenged':
    case 'contested':
    case 'answered':
      return ofOutcome(entry, how)
    case 'settled':
    case 'paid':
    case 'adjusted':
    case 'awarded':
    case 'ended':
      return ofMoney(entry, how)
  }
}

function ofCare(
  entry: ContractEntryOf<
    | 'delivered'
    | 'rate-set'
    | 'referred'
    | 'accepted'
    | 'declined'
    | 'varied'
    | 'handed-back'
    | 'subcontracted'
  >,
  { ledger, nameOf, at }: Telling,
): Evidence {
  const told = telling(entry.id)
  switch (entry.kind) {
    case 'delivered': {
      const service = ledger.award.terms.services.find(({ id }) => id === entry.service)
      const given = unitsInWords(entry.delivered, service?.unit ?? 'hour')
      const planned = unitsInWords(entry.planned, service?.unit ?? 'hour')
      const counted =
        entry.visits === undefined ? '' : `, ${entry.visits} visits, ${entry.missed ?? 0} missed`
      return {
        ...told(`${nameOf(entry.person)}, ${spanInWords(entry)}: ${given} of ${planned} planned${counted}.`),
        visits: { person: entry.person, from: entry.from, to: entry.to },
      }
    }
    case 'rate-set':
      return told(
        `The ${RATE_NAMES[entry.rate]} rate, ${inWords(entry.amount)}, from ${dateInWords(entry.from)}. Set by ${at}.${entry.source === undefined ? '' : ` ${entry.source}.`}`,
      )
    case 'referred':
      return told(
        `${nameOf(entry.person)}, referred by ${at}${entry.needs === undefined ? '' : `: ${needsInWords(ledger, entry.needs)} a week`}.`,
      )
    case 'varied':
      return told(
        `${entry.person === undefined ? '' : `${nameOf(entry.person)}: `}changed from ${dateInWords(entry.from)} by ${at}${entry.needs === undefined ? '' : `, to ${needsInWords(ledger, entry.needs)} a week`}.`,
        entry.says,
      )
    case 'accepted':
    case 'declined':
      return told(`${entry.kind === 'accepted' ? 'Accepted' : 'Declined'} by ${at}.`)
    case 'handed-back':
      return told(`${nameOf(entry.person)}, handed back by ${at}.`, entry.why)
    case 'subcontracted':
      return told(
        `Passed on by ${ledger.parties.get(entry.from)?.name ?? entry.from} to ${ledger.parties.get(entry.to)?.name ?? entry.to}, ${dateInWords(entry.on)}: ${entry.people.length === 1 ? '1 person' : `${entry.people.length} people`}.`,
      )
  }
}

function ofOutcome(
  entry: ContractEntryOf<
    | 'outcome-agreed'
    | 'claimed'
    | 'confirmed'
    | 'excluded'
    | 'remeasured'
    | 'challenged'
    | 'contested'
    | 'answered'
  >,
  { ledger, nameOf, at, by, how }: Telling,
): Evidence {
  const told = telling(entry.id)
  switch (entry.kind) {
    case 'outcome-agreed':
      return told(
        `Agreed with ${nameOf(entry.person)}, ${dateInWords(entry.on)}; due ${dateInWords(entry.due)}:`,
        entry.goal,
      )
    case 'confirmed': {
      const person = entryOf(ledger, 'outcome-agreed', entry.outcome)?.person ?? ''
      return told(
        `${entry.by === person ? `${nameOf(person)} said` : `${by} said for ${nameOf(person)}`}, ${dateInWords(entry.on)}: ${entry.reached ? 'reached' : 'not reached'}.${how}`,
      )
    }
    case 'claimed':
      return told(`Claimed by ${at}.`, entry.says)
    case 'challenged':
      return told(`${at}, for ${nameOf(entry.person)}:`, entry.says)
    case 'contested':
      return told(`Contested by ${at}.${how}`, entry.why)
    case 'answered':
      return told(`${at} answered: ${entry.upheld ? 'it is so' : 'it is not so'}.`, entry.says)
    case 'excluded':
      return told(
        `Excluded by ${at}; approved by ${ledger.parties.get(entry.approver)?.name ?? entry.approver}.`,
        entry.why,
      )
    case 'remeasured':
      return told(
        `Measured again by ${at}: ${nameOf(entry.person)} at level ${entry.level}${entry.before === undefined ? '' : `, ${entry.before} before`}.`,
      )
  }
}

function ofMoney(
  entry: ContractEntryOf<'settled' | 'paid' | 'adjusted' | 'awarded' | 'ended'>,
  { at }: Telling,
): Evidence {
  const told = telling(entry.id)
  switch (entry.kind) {
    case 'adjusted':
      return told(`Adjusted by ${at}, ${inWords(entry.amount)}.`, entry.why)
    case 'settled':
      return told(`Settled by ${at}: ${inWords(entry.amount)} for ${spanInWords(entry)}.`)
    case 'paid':
      return told(`Paid, ${inWords(entry.amount)}. Written down by ${at}.`)
    case 'awarded':
      return told(`Awarded by ${at}.`)
    case 'ended':
      return told(`Ended by ${at}.`, entry.why)
  }
}

const RATE_NAMES = { contract: 'contract’s', sustainable: 'sustainable', 'in-house': 'in-house' } as const

export const needsInWords = (
  ledger: Ledger,
  needs: readonly { readonly service: string; readonly units: number }[],
): string =>
  needs
    .map(({ service, units }) => {
      const found = ledger.award.terms.services.find(({ id }) => id === service)
      return `${unitsInWords(units, found?.unit ?? 'hour')} of ${found?.what ?? service}`
    })
    .join(' and ')
