import { type Answer, type Step, known, needs } from '../../domain/answer.ts'
import { type Model, modelReference } from '../../domain/allocation/model.ts'
import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { type Option, type OptionAnswer, answerTo, isMetUnder } from '../../domain/checks/alternatives.ts'
import { dayOfEntry, dueInWorkingDays } from '../../domain/checks/clocks.ts'
import { eligibleNeeds, isEligible } from '../../domain/checks/eligible-needs.ts'
import { likedNow } from '../../domain/checks/liked.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { standsWithPerson } from '../../domain/checks/their-side.ts'
import { type CommunityService, type Directory, servicesFor } from '../../domain/community/directory.ts'
import { ageOn, dateInWords } from '../../domain/dates/plain-date.ts'
import { workingDaysBetween } from '../../domain/dates/working-days.ts'
import { type Pence, inWords, pence, roundToPenny } from '../../domain/money/pence.ts'
import { carersHeard, needsOf } from '../../record/eligibility-facts.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { MONTHS_A_WEEK, knownNeeds, publishedPrice } from './decide-option.ts'
import { amountInWords, perUnit } from './words-options.ts'

/** What an option costs: by the week and by the year, or once. */
export type OptionCost = {
  readonly weekly: Pence<'week'>
  readonly yearly: Pence<'year'>
  /** for what is bought once; then nothing a week and nothing a year */
  readonly once: Pence<'once'> | undefined
}

/** How much of it there is, as people say it: the record counts months by the week. */
const amountOf = ({ amount, unit }: Option): string =>
  unit === 'month' ? amountInWords(amount / MONTHS_A_WEEK, unit) : amountInWords(amount, unit)

/** A year is 365 days: 52 weeks and a day. */
const yearOf = (weekly: Pence<'week'>): Pence<'year'> => roundToPenny<'year'>((weekly * 365) / 7)

/** Whether the price is the council's published one, another, or one that nobody has published; in a sentence. */
function priceStep(option: Option, price: Pence<'unit'>, model: Model, state: RecordState): Step {
  const found = publishedPrice(state, model, option.form, option.unit)
  const given = `${inWords(price)} ${perUnit(option.unit)}`
  if (found === undefined) {
    return { says: `No price is published for this. Whoever put it on the table gave the price: ${given}.` }
  }
  const published = `${inWords(pence<'unit'>(found.price))} ${perUnit(option.unit)}`
  const where = found.own
    ? { entries: [] }
    : { model: modelReference(model, `prices, ${option.form} by the ${option.unit}`) }
  const since = `since ${dateInWords(found.from)}`
  return found.price === price
    ? { says: `The published price of ${FORM_WORDS[option.form]} is ${published}, ${since}.`, ...where }
    : {
        says: `The price here is ${given}. The published price of ${FORM_WORDS[option.form]} is ${published}, ${since}.`,
        ...where,
      }
}

/** What an option costs, built up: how much of it, at which price, in a week and in a year. A missing price is asked for. */
export function costOf(option: Option, model: Model, state: RecordState): Answer<OptionCost> {
  const { price, unit } = option
  const none = pence<'week'>(0)
  if (price === undefined) {
    return option.weekly === undefined
      ? needs([{ fact: 'price', entry: option.id }])
      : known({ weekly: option.weekly, yearly: yearOf(option.weekly), once: undefined }, [
          { says: `${inWords(option.weekly)} a week was put in the record, without how it was made.` },
          yearStep(option.weekly),
        ])
  }
  const steps = [priceStep(option, price, model, state)]
  if (unit === 'once') {
    const once = roundToPenny<'once'>(option.amount * price)
    const says = `${amountInWords(option.amount, unit)} × ${inWords(price)} = ${inWords(once)}, once. Nothing a week.`
    return known({ weekly: none, yearly: yearOf(none), once }, [...steps, { says }])
  }
  const weekly = option.weekly ?? roundToPenny<'week'>(option.amount * price)
  const times =
    unit === 'month'
      ? `${amountOf(option)} × ${inWords(price)} × 12 months ÷ 365 × 7 days`
      : `${amountOf(option)} × ${inWords(price)}`
  return known({ weekly, yearly: yearOf(weekly), once: undefined }, [
    ...steps,
    {
      says: `${times} = ${inWords(weekly)} a week.`,
      gives: { name: 'a week', value: weekly, unit: 'pence-a-week' },
    },
    yearStep(weekly),
  ])
}

const yearStep = (weekly: Pence<'week'>): Step => ({
  says: `${inWords(weekly)} a week × 365 ÷ 7 days = ${inWords(yearOf(weekly))} a year.`,
})

/** `2.5 hours a week at £19.20 an hour`: the sum in one line. */
export function sumInWords(option: Option): string {
  const price = option.price === undefined ? '' : ` × ${inWords(option.price)}`
  return `${amountOf(option)}${price}`
}

/** Whose move it is: an idea of the person’s side is owed an answer, and a clock runs. */
export type AnswerClock = { readonly late: number; readonly says: string }

/** Undefined where nobody is owed an answer, or where the calendar of bank holidays does not reach. */
export function answerClock(state: RecordState, option: Option): AnswerClock | undefined {
  if (!standsWithPerson(state, option['proposed-by']) || answerTo(state, option) !== undefined)
    return undefined
  const of = Math.floor(standardsFor(state.policy)['answer-days'])
  const due = dueInWorkingDays(state, dayOfEntry(option), of, 'budget', 'plan')
  const left = due === undefined ? undefined : workingDaysBetween(state.on, due)
  if (due === undefined || left === undefined) return undefined
  if (left < 0) {
    const late = -left
    return {
      late,
      says: `The council owed an answer with a reason by ${dateInWords(due)}. It is ${late} working ${late === 1 ? 'day' : 'days'} late.`,
    }
  }
  return {
    late: 0,
    says: `The council owes an answer with a reason: day ${Math.max(0, of - left)} of ${of} working days, due by ${dateInWords(due)}.`,
  }
}

export type OptionView = {
  readonly option: Option
  /** it comes from the person or from somebody who stands with them */
  readonly theirs: boolean
  /** how much the person likes it, as they said last: 1 for most */
  readonly liked: number | undefined
  readonly cost: Answer<OptionCost>
  readonly answer: OptionAnswer | undefined
  readonly clock: AnswerClock | undefined
}

export type NeedView = {
  readonly id: string
  /** its place among the needs on the page, from 1: a name for those who may not read its own */
  readonly place: number
  /** undefined for those who may see options and not the needs behind them */
  readonly need: EntryOf<'need'> | undefined
  readonly goals: readonly EntryOf<'goal'>[]
  /** those that are liked most first; as they were put on the table where nobody said */
  readonly options: readonly OptionView[]
  readonly near: readonly CommunityService[]
  /** found in an assessment before the latest one */
  readonly isOld: boolean
}

export const optionView = (option: Option, model: Model, state: RecordState): OptionView => ({
  option,
  theirs: standsWithPerson(state, option['proposed-by']),
  liked: likedNow(state, option),
  cost: costOf(option, model, state),
  answer: answerTo(state, option),
  clock: answerClock(state, option),
})

const rankOf = ({ liked }: OptionView): number => liked ?? Number.MAX_SAFE_INTEGER

/** Every need with the ways to meet it, those of the latest assessments first; an old need only where it has options. */
export function needsView(
  state: RecordState,
  model: Model,
  directory: Directory | undefined,
): readonly NeedView[] {
  const options = all(state, 'option').map((option) => optionView(option, model, state))
  const current = new Set(
    [state.person.id, ...carersHeard(state)]
      .flatMap((subject) => needsOf(state, subject))
      .map(({ id }) => id),
  )
  const ids = [...new Set([...knownNeeds(state)].map((id) => state.byId.get(id)?.id ?? id))]
  const age = ageOn(dayOfWhen(state.person.born), state.on)
  const views = ids.map((id): NeedView => {
    const need = find(state, 'need', id)
    const topics = need?.topics ?? []
    return {
      id,
      place: 0,
      need,
      goals: all(state, 'goal').filter((goal) => goal.topics.some((topic) => topics.includes(topic))),
      options: options
        .filter(({ option }) => option.needs.some((named) => (state.byId.get(named)?.id ?? named) === id))
        .toSorted((a, b) => rankOf(a) - rankOf(b)),
      near: directory === undefined || need === undefined ? [] : servicesFor(directory, topics, age),
      isOld: need !== undefined && !current.has(id),
    }
  })
  const now = views.filter(({ isOld }) => !isOld)
  const shown = [...now, ...views.filter(({ isOld, options: own }) => isOld && own.length > 0)]
  return shown.map((view, index) => ({ ...view, place: index + 1 }))
}

/**
 * The eligible needs that nothing else on the table or in the plan would meet, if this option were refused: cost may then
 * not be the only ground.
 */
export function onlyWayFor(state: RecordState, option: Option): readonly EntryOf<'need'>[] {
  const eligible = eligibleNeeds(state)
  const plan = planInForce(state)
  const others = all(state, 'option').filter(
    (other) => other.id !== option.id && answerTo(state, other)?.outcome !== 'refused',
  )
  return option.needs
    .flatMap((id) => find(state, 'need', id) ?? [])
    .filter((need) => isEligible(eligible, need) && !isMetUnder(state, plan, need))
    .filter((need) => !others.some((other) => other.needs.some((id) => state.byId.get(id)?.id === need.id)))
}
