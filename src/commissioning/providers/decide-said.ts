import {
  type Asked,
  type Beside,
  type BesideOf,
  type MoveWay,
  type Offer,
  type Unsaid,
  movesOf,
  noticeOf,
  offersOf,
} from '../../domain/contracts/beside.ts'
import { chainOf } from '../../domain/contracts/chain.ts'
import type { ContractEntry } from '../../domain/contracts/entries.ts'
import { type Ledger, every, peopleOn, rateOn } from '../../domain/contracts/ledger.ts'
import { holdsDay, spanInWords } from '../../domain/contracts/span.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { endWords, moveWords as w } from './words-said.ts'

/** What a provider says beside a ledger before it counts. */
export type Says = Unsaid<'offer-answered' | 'notice' | 'notice-withdrawn' | 'moving' | 'move-off'>

export type Wrong = { readonly field: string; readonly says: string }
export type SaidDecision =
  | { readonly kind: 'said'; readonly says: Says; readonly entries: readonly ContractEntry[] }
  | { readonly kind: 'wrong'; readonly wrong: readonly Wrong[] }

const wrong = (field: string, says: string): SaidDecision => ({ kind: 'wrong', wrong: [{ field, says }] })

/** An offer that waits for an answer. */
export const waitingOffer = (
  beside: readonly Beside[],
  number: number,
  today: PlainDate,
): Offer | undefined =>
  offersOf(beside, today).find(({ offered, state }) => offered.number === number && state === 'waits')

/** Accepted, the offer is in the ledger word for word, in the name of who offered it; declined, everything stays as it is. */
export function answerOffer(
  offer: Offer,
  { id, on }: { readonly id: string; readonly on: PlainDate },
  answer: { readonly accepts: boolean; readonly why?: string | undefined },
): SaidDecision {
  const { number, entries } = offer.offered
  return {
    kind: 'said',
    says: { kind: 'offer-answered', on, of: number, ...answer },
    entries: answer.accepts
      ? entries.map(
          (entry, index): ContractEntry => ({ ...entry, id: index === 0 ? id : `${id}-${index + 1}`, on }),
        )
      : [],
  }
}

export function giveNotice(
  ledger: Ledger,
  beside: readonly Beside[],
  { last, why, on }: { readonly last: PlainDate; readonly why: string; readonly on: PlainDate },
): SaidDecision {
  if (every(ledger, 'ended').length > 0) return wrong('form', endWords.ended)
  if (noticeOf(beside) !== undefined) return wrong('form', endWords.standing)
  if (last <= on) return wrong('last', endWords.lastGone)
  if (last >= ledger.span.to) return wrong('last', `${endWords.lastAfter} ${dateInWords(ledger.span.to)}`)
  return { kind: 'said', says: { kind: 'notice', on, last, why }, entries: [] }
}

/** Somebody who is to go: to another provider, or back to the council. */
export type Going = {
  readonly way: MoveWay
  readonly person: string
  readonly to?: string | undefined
  readonly from: PlainDate
  readonly why: string
  readonly asked: Asked
  readonly said?: string | undefined
  readonly meanwhile: string
  readonly paid: readonly { readonly service: string; readonly amount: Pence<'unit'> }[]
}

/** To whom the reader can pass somebody on: providers whom the council let in and who are no part of the chain yet. */
export const takersOf = (
  ledger: Ledger,
  person: string,
): readonly { readonly id: string; readonly name: string }[] =>
  [...ledger.parties.values()].filter(
    ({ id, role }) => role === 'provider' && !chainOf(ledger, person).includes(id),
  )

/** Nobody down the chain is paid less than care costs. */
export const wrongPaid = (ledger: Ledger, paid: Going['paid'], from: PlainDate): readonly Wrong[] =>
  paid.flatMap(({ service, amount }): readonly Wrong[] => {
    const index = ledger.award.terms.services.findIndex((each) => each.id === service)
    const sustainable = rateOn(ledger, { rate: 'sustainable', service }, from)
    return sustainable === undefined || amount >= sustainable.amount
      ? []
      : [
          {
            field: `price-${index + 1}`,
            says: `${w.belowSustainable} ${inWords(sustainable.amount)}`,
          },
        ]
  })

/** One person goes, from a day: written into the ledger at once where it has come, and else only said. */
export function decideGoing(
  stamp: { readonly id: string; readonly on: PlainDate; readonly by: string },
  ledger: Ledger,
  beside: readonly Beside[],
  going: Going,
): SaidDecision {
  const { way, person, to, from, asked, said, paid, why, meanwhile } = going
  const { on: today, by, id } = stamp
  if (!peopleOn(ledger, today).includes(person)) return wrong('form', w.notYours)
  if (way === 'pass-on' && !chainOf(ledger, person).includes(by)) return wrong('form', w.notYours)
  const goes = movesOf(beside, ledger, { today, person }).some(
    ({ state }) => state === 'planned' || state === 'due',
  )
  if (goes) return wrong('form', w.already)
  const errors: Wrong[] = []
  if (way === 'pass-on' && !takersOf(ledger, person).some((taker) => taker.id === to))
    errors.push({ field: 'to', says: to === undefined ? w.toMissing : w.sameProvider })
  if (!holdsDay(ledger.span, from))
    errors.push({ field: 'from', says: `${w.fromOutside} ${spanInWords(ledger.span)}` })
  if (asked !== 'not-asked' && said === undefined) errors.push({ field: 'said', says: w.saidMissing })
  errors.push(...wrongPaid(ledger, paid, from))
  if (errors.length > 0) return { kind: 'wrong', wrong: errors }
  const says: Says = {
    kind: 'moving',
    on: today,
    way,
    person,
    by,
    ...(to === undefined ? {} : { to }),
    from,
    why,
    asked,
    ...(said === undefined ? {} : { said }),
    meanwhile,
    entry: id,
  }
  return {
    kind: 'said',
    says,
    entries: from <= today ? [goneEntry({ ...says, number: 1, name: '' }, today, paid)] : [],
  }
}

/** What a move is in the ledger once it has happened: dated by its day, with the words that were said of it. */
export function goneEntry(
  moving: BesideOf<'moving'>,
  today: PlainDate,
  paid: Going['paid'] = [],
): ContractEntry {
  const { entry: id, by, from, to, person, why, asked, said, meanwhile, way } = moving
  const stamp = { id, on: from, by, ...(from < today ? { recorded: today } : {}) }
  if (way === 'pass-on' && to !== undefined)
    return {
      ...stamp,
      kind: 'subcontracted',
      from: by,
      to,
      people: [person],
      ...(paid.length === 0 ? {} : { rates: paid }),
    }
  return {
    ...stamp,
    kind: 'handed-back',
    person,
    why: [why, `${SAID[asked]}${said === undefined ? '' : ` “${said}”`}`, `Until then: ${meanwhile}`].join(
      '\n',
    ),
  }
}

const SAID: Readonly<Record<Asked, string>> = {
  agrees: 'The person agrees.',
  against: 'The person does not want it.',
  'not-asked': 'Nobody has asked the person.',
}
