import type { ContractEntryOf } from '../../domain/contracts/entries.ts'
import { type Ledger, every, rateOn } from '../../domain/contracts/ledger.ts'
import { valueOfYear } from '../../domain/contracts/tapering.ts'
import type { Model, Terms } from '../../domain/contracts/terms.ts'
import { yearsOf } from '../../domain/contracts/span.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { UNIT_WORDS } from '../../domain/contracts/unit-words.ts'
import { PERIOD_WORDS } from './words.ts'

/** One line of terms: what it is called, and what it says in words with its numbers. */
export type TermLine = { readonly key: string; readonly says: string }

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** How the contract pays, in whole sentences. */
export function termsInWords(ledger: Ledger): readonly TermLine[] {
  const { terms } = ledger.award
  return [
    { key: 'How it pays', says: HOW_IT_PAYS[terms.model] },
    ...ownTerms(terms, ledger),
    {
      key: 'The floor',
      says:
        terms.floor === 'sustainable-rate'
          ? 'What is paid for a period is never below the care given in it at the council’s published sustainable rate.'
          : 'None. These terms can be studied; they may pay less than care costs.',
    },
    ...(terms.guards.length === 0
      ? []
      : [
          {
            key: 'What stops outcome money',
            says: terms.guards
              .map(({ measure, baseline, allowed }) =>
                measure === 'waits'
                  ? `Waits of more than ${baseline + allowed} days on average (${baseline} before the contract)`
                  : `${GUARD_WORDS[measure]} above ${percent(baseline + allowed)} (${percent(baseline)} before the contract)`,
              )
              .join('; '),
          },
        ]),
    {
      key: 'What stops it for one person',
      says: 'A challenge by their social worker, or something that they contest, until it is answered by somebody at the council. Care given is still paid.',
    },
    { key: 'Settled', says: PERIOD_WORDS[terms.settled] },
  ]
}

const HOW_IT_PAYS: Readonly<Record<Model, string>> = {
  indicators:
    'Care given, at the contract’s rate. Outcomes are counted and shown beside it; no money hangs on them.',
  'outcome-fee':
    'A fee for the outcomes that each person agreed. Part of it is paid whatever comes of it; the rest when the person, or who acts for them, says that an outcome was reached.',
  tapering:
    'One sum a year, which falls from year to year. It is blocked where it would fall below what the people’s eligible needs cost.',
  'lead-provider':
    'A sum for a whole population, with part of the risk shared, and a pool for outcomes. The provider answers for the others to whom it passes support on.',
}

const GUARD_WORDS = {
  'hand-backs': 'People handed back',
  complaints: 'Challenges and contests for each person',
  'missed-visits': 'Visits missed',
} as const

function ownTerms(terms: Terms, ledger: Ledger): readonly TermLine[] {
  switch (terms.model) {
    case 'indicators':
      return []
    case 'outcome-fee':
      return [
        {
          key: 'Paid whatever comes of it',
          says: `${percent(terms.upfront)} of the estimated support at the contract’s rate`,
        },
        {
          key: 'Paid for outcomes',
          says: `${percent(1 - terms.upfront)}, shared by the weights that were agreed with the person`,
        },
        {
          key: 'What would have happened anyway',
          says: terms.anyway === 0 ? 'Nothing is taken off' : `${percent(terms.anyway)} is taken off`,
        },
        { key: 'Looked at again', says: `${terms.again} days after an outcome was reached` },
      ]
    case 'tapering':
      return yearsOf(ledger.award).map(({ number, full }) => ({
        key: `Year ${number + 1}, from ${dateInWords(full.from)}`,
        says: yearInWords(terms, number),
      }))
    case 'lead-provider':
      return [
        {
          key: 'For the population, a year',
          says: terms.groups
            .map(({ what, people, each }) => `${what}: ${people} at ${inWords(each)}`)
            .join('; '),
        },
        {
          key: 'Risk',
          says: `The council bears ${percent(terms.share)} of the difference from what care cost, as far as ${percent(terms.corridor)} either way`,
        },
        {
          key: 'The pool',
          says: `${inWords(terms.pool)} a year: ${terms.measures
            .map(
              ({ what, weight, floor, target }) =>
                `${percent(weight)} for “${what}”, nothing below ${percent(floor)} and all of it from ${percent(target)}`,
            )
            .join('; ')}`,
        },
        {
          key: 'What stays with the council',
          says: capitalised(terms.council.map((duty) => DUTY_WORDS[duty]).join('; ')),
        },
      ]
  }
}

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

export const DUTY_WORDS = {
  assessment: 'assessment (Care Act sections 9 and 10)',
  eligibility: 'eligibility (section 13)',
  sufficiency: 'that there is enough care for everybody (section 5)',
} as const

function yearInWords(terms: Extract<Terms, { model: 'tapering' }>, number: number): string {
  const step = number === 0 ? undefined : terms.years[number - 1]
  const value = inWords(valueOfYear(terms, number))
  if (step === undefined) return value
  const uplift = step.uplift === 0 ? '' : `, with an uplift of ${percent(step.uplift)}`
  return `${value}: ${percent(step.falls)} less than the year before${uplift}`
}

/** What an hour costs three ways, on a day. */
export type RateLine = {
  readonly service: string
  readonly unit: string
  readonly contract?: ContractEntryOf<'rate-set'> | undefined
  readonly sustainable?: ContractEntryOf<'rate-set'> | undefined
  readonly inHouse?: ContractEntryOf<'rate-set'> | undefined
}

export const ratesOn = (ledger: Ledger, on: PlainDate): readonly RateLine[] =>
  ledger.award.terms.services.map(({ id, what, unit }) => ({
    service: what,
    unit: UNIT_WORDS[unit],
    contract: rateOn(ledger, { rate: 'contract', service: id }, on),
    sustainable: rateOn(ledger, { rate: 'sustainable', service: id }, on),
    inHouse: rateOn(ledger, { rate: 'in-house', service: id }, on),
  }))

/** Every price that was ever set, the newest first. */
export const ratesSet = (ledger: Ledger): readonly ContractEntryOf<'rate-set'>[] =>
  every(ledger, 'rate-set').toSorted((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : 0))
