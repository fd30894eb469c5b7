import { type OwnPrice, priceInForce } from '../../domain/allocation/prices.ts'
import type { Model } from '../../domain/allocation/model.ts'
import type { Form, SupportUnit } from '../../domain/allocation/support.ts'
import type { Refusal } from '../../domain/answer.ts'
import { type Option, answerTo } from '../../domain/checks/alternatives.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { likedNow, likedText } from '../../domain/checks/liked.ts'
import { standsWithPerson } from '../../domain/checks/their-side.ts'
import { isPersonsSide } from '../../domain/checks/whose.ts'
import { type Pence, inWords, pence, roundToPenny } from '../../domain/money/pence.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, all, find } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** Nobody reads more than a page of what an option is. */
export const LONGEST_WHAT = 2_000
/** Nothing is had more than a thousand times a week, and no unit of support costs more than this. */
export const MOST_AMOUNT = 1_000
const HIGHEST_PRICE = pence<'unit'>(10_000_000)

/**
 * Twelve months are a year of 365 days: what is paid by the month comes to this many months a week. The record counts
 * every amount by the week.
 */
export const MONTHS_A_WEEK = 84 / 365

/** An idea for a way to meet needs. `amount` is units a week (for `month`: payments a month; for `once`: how many). */
export type ProposeOption = {
  readonly stamp: Stamp
  readonly needs: readonly string[]
  readonly what: string
  readonly form: Form
  readonly unit: SupportUnit
  readonly amount: number
  /** Left out, it is the council's published price, or, where none is published, a request to price it. */
  readonly price: Pence<'unit'> | undefined
  readonly effect: Option['effect']
  readonly proposedBy: string
}

/** The needs that may be named: those that the reader sees, and those that other options and lines of plans name. */
export function knownNeeds(state: RecordState): ReadonlySet<string> {
  return new Set([
    ...all(state, 'need').map(({ id }) => id),
    ...all(state, 'option').flatMap(({ needs }) => needs),
    ...all(state, 'plan').flatMap(({ lines }) => lines.flatMap(({ needs }) => needs)),
  ])
}

/** The prices that this record carries for itself, in place of the council's. */
export const ownPrices = (state: RecordState): readonly OwnPrice[] =>
  (state.policy?.prices ?? []).map(({ form, unit, price, from }) => ({
    form,
    unit,
    price: pence<'week'>(price),
    from: dayOfWhen(from),
  }))

/** The price of one unit that is published for a form of support, on the day that the record is read on. */
export const publishedPrice = (state: RecordState, model: Model, form: Form, unit: SupportUnit) =>
  priceInForce(model, ownPrices(state), { form, unit }, state.on)

const isWithin = (value: number, most: number): boolean =>
  Number.isFinite(value) && value >= 0 && value <= most

function sumRefusals(amount: number, price: Pence<'unit'> | undefined): readonly Refusal[] {
  return [
    isWithin(amount, MOST_AMOUNT) && amount > 0
      ? []
      : [{ says: 'How much of it must be more than 0 and no more than 1,000.' }],
    price === undefined || isWithin(price, HIGHEST_PRICE)
      ? []
      : [{ says: `A price must be between £0 and ${inWords(HIGHEST_PRICE)}.` }],
  ].flat()
}

/** Amount and price as the record keeps them: by the week, and nothing a week for what is bought once. */
export function weeklySum(unit: SupportUnit, amount: number, price: Pence<'unit'> | undefined) {
  const amountAWeek = unit === 'month' ? amount * MONTHS_A_WEEK : amount
  if (price === undefined) return { unit, amount: amountAWeek }
  const weekly = unit === 'once' ? pence<'week'>(0) : roundToPenny<'week'>(amountAWeek * price)
  return { unit, amount: amountAWeek, price, weekly }
}

export function proposeOption(command: ProposeOption, state: RecordState, model: Model): Decision {
  const { stamp, needs, what, form, unit, amount, effect, proposedBy } = command
  const known = knownNeeds(state)
  const refusals: Refusal[] = []
  if (needs.length === 0) refusals.push({ says: 'Choose the need that it meets.' })
  if (needs.some((need) => !known.has(need) && find(state, 'need', need) === undefined))
    refusals.push({ says: 'That need is not in the record.' })
  if (!hasWords(what)) refusals.push({ says: 'Say what it is.' })
  if (what.length > LONGEST_WHAT) refusals.push({ says: 'Say what it is in 2,000 characters or fewer.' })
  if (!state.parties.has(proposedBy)) refusals.push({ says: 'Choose whose idea it is.' })
  if (proposedBy !== stamp.by && isPersonsSide(state, stamp.by)) {
    refusals.push({ says: 'You can put your own ideas on the table, not another’s.' })
  }
  refusals.push(...sumRefusals(amount, command.price))
  if (refusals.length > 0) return refuse(...refusals)
  const found = command.price === undefined ? publishedPrice(state, model, form, unit) : undefined
  const price = command.price ?? (found === undefined ? undefined : pence<'unit'>(found.price))
  return done({
    ...stamped(stamp),
    kind: 'option',
    needs: [...new Set(needs)],
    what: what.trim(),
    form,
    ...weeklySum(unit, amount, price),
    effect,
    'proposed-by': proposedBy,
  })
}

/** A price for an option that has none, or another one; from where, so that it can be looked at. */
export type PriceOption = {
  readonly stamp: Stamp
  readonly option: string
  readonly unit: SupportUnit
  readonly amount: number
  readonly price: Pence<'unit'>
  readonly from: string
  /** whoever puts it has a professional's part in the plan */
  readonly judges: boolean
}

/**
 * A price stands in the place of the words of whoever wrote the option, so it is theirs to put, or a professional's: the
 * log refuses it from anybody else.
 */
export const mayPrice = (option: Option, by: string | undefined, judges: boolean): boolean =>
  option.by === by || judges

export function priceOption(command: PriceOption, state: RecordState): Decision {
  const option = find(state, 'option', command.option)
  if (option === undefined) return refuse({ says: 'That is not in the record.' })
  const refusals = [
    ...(mayPrice(option, command.stamp.by, command.judges)
      ? []
      : [{ says: 'The price is for whoever wrote it down to put, or for the worker.' }]),
    ...(hasWords(command.from) ? [] : [{ says: 'Say where the price comes from.' }]),
    ...(answerTo(state, option) === undefined
      ? []
      : [
          {
            says: 'This has been answered already, at the price that stands. Propose it again with another.',
          },
        ]),
    ...sumRefusals(command.amount, command.price),
  ]
  if (refusals.length > 0) return refuse(...refusals)
  // The day on which it was proposed, and by whom, stay as they were: the clock of its answer runs on.
  const { recorded: _recorded, price: _price, weekly: _weekly, ...says } = option
  return done({
    ...says,
    ...stamped(command.stamp),
    corrects: option.id,
    why: `Priced: ${command.from.trim()}`,
    ...weeklySum(command.unit, command.amount, command.price),
  })
}

/** How much the person likes each option: 1 is liked most. As they say it themselves, or as they told somebody. */
export type RankOptions = {
  /** each note is an entry of its own, with a stamp of its own */
  readonly stampOf: (index: number) => Stamp
  readonly by: string
  readonly liked: readonly { readonly option: string; readonly liked: number | undefined }[]
  /** How they told whoever writes it down; not needed by those who speak for the person. */
  readonly how: string | undefined
}

const isRank = (rank: number | undefined): boolean =>
  rank === undefined || (Number.isInteger(rank) && rank >= 1 && rank <= 99)

export function rankOptions({ stampOf, by, liked, how }: RankOptions, state: RecordState): Decision {
  const own = isPersonsSide(state, by)
  const found = liked.flatMap(({ option: id, liked: rank }) => {
    const option = find(state, 'option', id)
    return option === undefined ? [] : [{ option, rank }]
  })
  const changed = found.filter(({ option, rank }) => likedNow(state, option) !== rank)
  const refusals: Refusal[] = []
  if (found.length < liked.length) refusals.push({ says: 'One of these is not in the record.' })
  if (changed.length === 0) refusals.push({ says: 'Nothing is different from what the record says.' })
  if (!own && !hasWords(how)) refusals.push({ says: 'Say how they told you what they like.' })
  if (!liked.every(({ liked: rank }) => isRank(rank))) {
    refusals.push({ says: 'How much something is liked is a whole number, 1 for most.' })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done(
    ...changed.map(({ option, rank }, index) => ({
      ...stamped(stampOf(index)),
      kind: 'note' as const,
      of: option.id,
      text: likedText({ liked: rank }, own ? undefined : how),
    })),
  )
}

/** The council's answer to an idea, always with a reason; a refusal also on a ground. */
export type AnswerOption = {
  readonly stamp: Stamp
  readonly option: string
  readonly outcome: EntryOf<'option-answered'>['outcome']
  readonly ground?: EntryOf<'option-answered'>['ground']
  readonly why: string
}

export function answerOption(command: AnswerOption, state: RecordState): Decision {
  const option = find(state, 'option', command.option)
  if (option === undefined) return refuse({ says: 'That is not in the record.' })
  const refusals: Refusal[] = []
  if (answerTo(state, option) !== undefined) refusals.push({ says: 'This has been answered already.' })
  if (option['proposed-by'] === command.stamp.by && standsWithPerson(state, option['proposed-by'])) {
    refusals.push({ says: 'Whoever proposed it cannot answer it: somebody else must.' })
  }
  if (command.outcome === 'accepted' && option.price === undefined && option.weekly === undefined) {
    refusals.push({
      says: 'It has no price yet. Put a price to it first: nobody can agree to what has none.',
    })
  }
  if (command.outcome === 'refused' && command.ground === undefined) {
    refusals.push({ says: 'Choose the ground on which it is not accepted.' })
  }
  if (!hasWords(command.why)) refusals.push({ says: 'Give the reason. Whoever proposed it will read it.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'option-answered',
    option: option.id,
    outcome: command.outcome,
    why: command.why.trim(),
    ...(command.outcome === 'refused' && command.ground !== undefined ? { ground: command.ground } : {}),
  })
}
