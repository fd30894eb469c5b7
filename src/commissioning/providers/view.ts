import type { ContractEntryOf } from '../../domain/contracts/entries.ts'
import { type Ledger, entryOf, every, isSameEntry } from '../../domain/contracts/ledger.ts'
import { type Span, spanInWords } from '../../domain/contracts/span.ts'
import { type PlainDate, addDays, addMonths, day, monthInWords } from '../../domain/dates/plain-date.ts'

/** Where an outcome stands, in the words of whoever gives the support. */
export type OutcomeNow =
  | { readonly kind: 'open' }
  | { readonly kind: 'claimed'; readonly claim: ContractEntryOf<'claimed'> }
  | { readonly kind: 'said'; readonly confirmed: ContractEntryOf<'confirmed'> }
  | { readonly kind: 'excluded'; readonly excluded: ContractEntryOf<'excluded'> }

export type OutcomeSeen = {
  readonly outcome: ContractEntryOf<'outcome-agreed'>
  readonly now: OutcomeNow
  readonly claims: readonly ContractEntryOf<'claimed'>[]
  readonly contests: readonly ContractEntryOf<'contested'>[]
  /** the provider may say that it is reached: it is not left out, and the person has not said yes */
  readonly mayClaim: boolean
}

export type ChallengeSeen = {
  readonly challenged: ContractEntryOf<'challenged'>
  readonly answers: readonly ContractEntryOf<'answered'>[]
  readonly settled: ContractEntryOf<'answered'> | undefined
  /** no provider has answered it yet */
  readonly waitsForUs: boolean
}

const isProvider = (ledger: Ledger, by: string): boolean => ledger.parties.get(by)?.role === 'provider'

export function outcomesOf(ledger: Ledger, person: string): readonly OutcomeSeen[] {
  return every(ledger, 'outcome-agreed')
    .filter((each) => each.person === person)
    .map((outcome) => {
      const same = (id: string) => isSameEntry(ledger, id, outcome.id)
      const claims = every(ledger, 'claimed').filter((each) => same(each.outcome))
      const said = every(ledger, 'confirmed').findLast((each) => same(each.outcome))
      const excluded = every(ledger, 'excluded').findLast((each) => same(each.outcome))
      const claim = claims.at(-1)
      const contests = every(ledger, 'contested').filter(
        ({ of }) => same(of) || same(entryOf(ledger, 'confirmed', of)?.outcome ?? ''),
      )
      const now: OutcomeNow =
        excluded !== undefined
          ? { kind: 'excluded', excluded }
          : claim !== undefined && (said === undefined || claim.on > said.on)
            ? { kind: 'claimed', claim }
            : said !== undefined
              ? { kind: 'said', confirmed: said }
              : { kind: 'open' }
      return {
        outcome,
        now,
        claims,
        contests,
        mayClaim: excluded === undefined && said?.reached !== true && now.kind !== 'claimed',
      }
    })
}

export const challengesOf = (ledger: Ledger, person?: string): readonly ChallengeSeen[] =>
  every(ledger, 'challenged')
    .filter((each) => person === undefined || each.person === person)
    .map((challenged) => {
      const answers = every(ledger, 'answered').filter(({ of }) => isSameEntry(ledger, of, challenged.id))
      const settled = answers.findLast(({ by }) => !isProvider(ledger, by))
      return {
        challenged,
        answers,
        settled,
        waitsForUs: settled === undefined && !answers.some(({ by }) => isProvider(ledger, by)),
      }
    })

/** Somebody whom the council has referred, and whom nobody has accepted or declined yet. */
export const waitingReferrals = (ledger: Ledger): readonly ContractEntryOf<'referred'>[] => {
  const answered = [...every(ledger, 'accepted'), ...every(ledger, 'declined')]
  return every(ledger, 'referred').filter(
    ({ id }) => !answered.some(({ referral }) => isSameEntry(ledger, referral, id)),
  )
}

/** Somebody whom the provider supports, in one line of a list. */
export type PersonLine = {
  readonly person: string
  readonly outcomes: number
  readonly reached: number
  /** the provider said so, and the person has not answered */
  readonly asked: number
  readonly challenges: number
  readonly unlogged: number
}

/** Everybody under the contract whom the provider sees, in the order in which they were referred. */
export function peopleUnder(ledger: Ledger): readonly PersonLine[] {
  const people = [...new Set(every(ledger, 'referred').map(({ person }) => person))]
  const gone = new Set(every(ledger, 'handed-back').map(({ person }) => person))
  return people
    .filter((person) => !gone.has(person))
    .map((person) => {
      const outcomes = outcomesOf(ledger, person)
      return {
        person,
        outcomes: outcomes.length,
        reached: outcomes.filter(({ now }) => now.kind === 'said' && now.confirmed.reached).length,
        asked: outcomes.filter(({ now }) => now.kind === 'claimed').length,
        challenges: challengesOf(ledger, person).filter(({ settled }) => settled === undefined).length,
        unlogged: ledger.care
          .filter((care) => care.person === person)
          .reduce((sum, care) => sum + care.unlogged, 0),
      }
    })
}

/** The first and last day of the month that a text such as `2026-10` names; of the month before today where it names none. */
export function monthOf(text: string, today: PlainDate): Span {
  const first = /^20\d\d-(0[1-9]|1[0-2])$/.test(text)
    ? day(`${text}-01`)
    : addMonths(day(`${today.slice(0, 7)}-01`), -1)
  return { from: first, to: addDays(addMonths(first, 1), -1) }
}

/** The months from the contract’s first day to today, the latest first, as `2026-10`. */
export function monthsOf(ledger: Ledger, today: PlainDate): readonly string[] {
  const months: string[] = []
  const last = ledger.span.to < today ? ledger.span.to : today
  for (let at = day(`${ledger.span.from.slice(0, 7)}-01`); at <= last; at = addMonths(at, 1))
    months.push(at.slice(0, 7))
  return months.toReversed()
}

/** `October 2026` where it is the whole of a month; else from day to day. */
export const daysInWords = (days: Span): string =>
  days.from.endsWith('-01') && days.to === addDays(addMonths(days.from, 1), -1)
    ? monthInWords(days.from)
    : spanInWords(days)

/** Where somebody stands, in a few words: `2 outcomes agreed, 1 reached`. */
export function lineInWords({ outcomes, reached, asked, challenges }: PersonLine): string {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
  return [
    outcomes === 0 ? 'No outcome agreed' : `${count(outcomes, 'outcome', 'outcomes')} agreed`,
    ...(reached === 0 ? [] : [`${reached} reached, as they say`]),
    ...(asked === 0 ? [] : [`${count(asked, 'waits', 'wait')} for their answer`]),
    ...(challenges === 0 ? [] : [`${count(challenges, 'challenge', 'challenges')} open`]),
  ].join(', ')
}
