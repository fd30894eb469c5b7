import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { dayFromWords, penceFromWords, readHeaded, writeHeaded } from '../../record/headed-words.ts'

// A care home is an option like any other. What the record has no key for, whether a place is free there and suits, and
// what somebody agreed to pay on top, stands in notes of that option, each with a beginning that can be read back.

export const FREE = ['yes', 'no', 'unknown'] as const
export const SUITS = ['yes', 'no', 'unknown'] as const
export type Free = (typeof FREE)[number]
export type Suits = (typeof SUITS)[number]

/** What was learned of a place on a day. */
export type PlaceTold = {
  readonly kind: 'place'
  readonly day: PlainDate
  readonly free: Free
  readonly suits: Suits
  readonly says: string
}

/** What somebody agreed to pay on top of what the council pays. */
export type OnTop = {
  readonly kind: 'on-top'
  readonly sum: Pence<'week'>
  readonly from: PlainDate
  readonly payer: string
  /** when it is looked at again, at the latest */
  readonly again: PlainDate
  readonly told: string
  readonly stops: string
  readonly why: string
}

/** It is paid no more: a note of the agreement. */
export type OnTopEnded = { readonly kind: 'ended'; readonly day: PlainDate; readonly says: string }

const FREE_SAID = {
  yes: 'A place is free',
  no: 'No place is free',
  unknown: 'Whether a place is free is not known',
} as const
const SUITS_SAID = {
  yes: 'It suits',
  no: 'It does not suit',
  unknown: 'Whether it suits was not looked at',
} as const

const ON_TOP = {
  told: 'What they were told before they agreed:',
  stops: 'If it cannot be paid any more:',
  why: 'Why it is agreed all the same:',
} as const
const PLACE = { says: 'What was learned:' } as const
const ENDED = { says: 'Why:' } as const

const PLACE_FIRST = /^Asked on (\d{1,2} [A-Z][a-z]+ \d{4})\. ([A-Z][a-z ]+)\. ([A-Z][a-z ]+)\.$/
const ON_TOP_FIRST =
  /^Paid on top: (£[\d,]+\.\d{2}) a week from (\d{1,2} [A-Z][a-z]+ \d{4}), by (\S.*)\. To be looked at again by (\d{1,2} [A-Z][a-z]+ \d{4})\.$/
const ENDED_FIRST = /^Nothing is paid on top any more since (\d{1,2} [A-Z][a-z]+ \d{4})\.$/

export const writePlace = ({ day, free, suits, says }: Omit<PlaceTold, 'kind'>): string =>
  writeHeaded(
    { learned: PLACE.says },
    { says: `Asked on ${dateInWords(day)}. ${FREE_SAID[free]}. ${SUITS_SAID[suits]}.`, learned: says },
  )

export const writeOnTop = ({ sum, from, payer, again, ...parts }: Omit<OnTop, 'kind'>): string =>
  writeHeaded(ON_TOP, {
    ...parts,
    says: `Paid on top: ${inWords(sum)} a week from ${dateInWords(from)}, by ${payer}. To be looked at again by ${dateInWords(again)}.`,
  })

export const writeOnTopEnded = ({ day, says }: Omit<OnTopEnded, 'kind'>): string =>
  writeHeaded(
    { because: ENDED.says },
    { says: `Nothing is paid on top any more since ${dateInWords(day)}.`, because: says },
  )

function readOnTop(text: string): OnTop | undefined {
  const { says, told = '', stops = '', why = '' } = readHeaded(ON_TOP, text)
  const [, amount, fromWords, payer = '', againWords] = ON_TOP_FIRST.exec(says) ?? []
  const sum = penceFromWords<'week'>(amount)
  const [from, again] = [dayFromWords(fromWords), dayFromWords(againWords)]
  return sum === undefined || from === undefined || again === undefined
    ? undefined
    : { kind: 'on-top', sum, from, payer, again, told, stops, why }
}

/** What a note tells of a place in a care home; undefined where it tells of none. */
export function readCareHome(text: string): PlaceTold | OnTop | OnTopEnded | undefined {
  const place = readHeaded({ learned: PLACE.says }, text)
  const [, askedOn, freeSaid, suitsSaid] = PLACE_FIRST.exec(place.says) ?? []
  const day = dayFromWords(askedOn)
  const free = FREE.find((each) => FREE_SAID[each] === freeSaid)
  const suits = SUITS.find((each) => SUITS_SAID[each] === suitsSaid)
  if (day !== undefined && free !== undefined && suits !== undefined) {
    return { kind: 'place', day, free, suits, says: place.learned ?? '' }
  }
  const ended = readHeaded({ because: ENDED.says }, text)
  const endedOn = dayFromWords(ENDED_FIRST.exec(ended.says)?.[1])
  return endedOn === undefined ? readOnTop(text) : { kind: 'ended', day: endedOn, says: ended.because ?? '' }
}
