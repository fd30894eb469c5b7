import type { Model } from '../allocation/model.ts'
import { type PlainDate, daysBetween } from '../dates/plain-date.ts'
import { isCarerOutcome } from '../outcomes/topics.ts'
import { type Figures, type LineFigure, type OnePerson, lastPlan } from './figures.ts'
import { type Gap, type Row, gapsOf } from './gaps.ts'
import { DIVISIONS, type Division, groupsOf } from './groups.ts'
import { concentration, gini, horizontalInequity } from './inequality.ts'
import { basisOf, beside } from './least-squares.ts'
import { type Need, needBends, needColumns, needsBy } from './need.ts'

/** What people are held against each other in. Each is tested by itself: one may be fair and another not. */
export const MEASURES = [
  'final-budget',
  'indicative-budget',
  'cut',
  'wait',
  'turned-away',
  'not-eligible',
] as const
export type Measure = (typeof MEASURES)[number]

/** `share`: a gap of 0.1 is 10% more money, or 10% longer. `points`: 0.1 is ten more in every hundred people. */
export type GapUnit = 'share' | 'points'

export type MeasureWords = {
  readonly heading: string
  readonly unit: GapUnit
  /** what more of it means for somebody */
  readonly more: 'better' | 'worse'
  /** how it is worked out, in a sentence */
  readonly how: string
}

export const MEASURE_WORDS: Readonly<Record<Measure, MeasureWords>> = {
  'final-budget': {
    heading: 'The final personal budget',
    unit: 'share',
    more: 'better',
    how: 'What the plan in force costs a week for the person’s own needs, against what they need and what the model gave for it on that day. Living in supported housing is held equal too. Places in care homes and the free weeks of reablement are left out: they have other prices. So is whoever needs no more today than unpaid help gives.',
  },
  'indicative-budget': {
    heading: 'The indicative budget',
    unit: 'share',
    more: 'better',
    how: 'The last indicative budget, against what they need and what the model gives for it by the prices of that day. Whoever needs no more today than unpaid help gives is left out.',
  },
  cut: {
    heading: 'Support that was cut',
    unit: 'points',
    more: 'worse',
    how: 'Of everybody with a plan for help at home, those whose council-funded support fell from one plan to the next, against what they need and how long they have had a plan. Living in supported housing is held equal too. Places in care homes and the free weeks of reablement are left out: they have other prices.',
  },
  wait: {
    heading: 'The wait for an assessment',
    unit: 'share',
    more: 'worse',
    how: 'Days from asking to the opening of an assessment; who still waits is counted up to today. Against how many signs of need there were, and whether it was urgent.',
  },
  'turned-away': {
    heading: 'Turned away without an assessment',
    unit: 'points',
    more: 'worse',
    how: 'Contacts that ended without an assessment and without a lawful reason, against how many signs of need there were, and whether it was urgent.',
  },
  'not-eligible': {
    heading: 'Found not eligible',
    unit: 'points',
    more: 'worse',
    how: 'Of everybody with a decision, those found not eligible, against what they need.',
  },
}

/** What people with "the same needs" have the same of. */
export const HELD_EQUAL =
  'Held equal are: the hours of help needed each week, as if nobody helped; nights; unpaid help that is given; how far each part of life is from “on my own”; and who would come, as the published model has it: an agency or an assistant, awake or asleep at night. So nobody is found to get less because an assistant costs less than an agency. Whether the model is right to give less for that is another question: see “What if”, and the comments on its lines.'

/** What every page says beside a gap. */
export const NO_PROOF =
  'A gap that needs do not explain is no proof of its cause. Something that was not written down may explain it, and so may a rule that is unfair. It is a reason to open the records and to ask.'

export type Fairness = {
  readonly measure: Measure
  readonly people: number
  readonly gaps: readonly Gap[]
  /** for money only: how it leans to those who know their way about (by how many of the four signs they show) */
  readonly lean:
    | {
        /** concentration of what people get, 0 where it does not lean */
        readonly actual: number
        /** what need says that it should be */
        readonly byNeed: number
        /** the first less the second: above nought, who knows more gets more for the same need */
        readonly inequity: number
        /** how unequal budgets are for the same need: Gini of what people get over what need says */
        readonly gini: number
      }
    | undefined
}

type Case = { readonly person: OnePerson; readonly outcome: number; readonly need: readonly number[] }

const yes = (holds: boolean): number => (holds ? 1 : 0)

/** Somebody's need by the model and its prices on a day. */
type NeedOn = (one: Figures, on: PlainDate) => Need | undefined

/** Money a week, the day from which it is, and what is held equal besides the need. */
type Sum = { readonly on: PlainDate; readonly weekly: number; readonly besides?: readonly number[] }

/** Money is held against the need by the prices of its own day: a year's rise is nobody's gain. */
function money(person: OnePerson, needOn: NeedOn, sum: Sum | undefined): readonly Case[] {
  if (sum === undefined || sum.weekly <= 0) return []
  const need = needOn(person.figures, sum.on)
  // One such person would bend what the model gives for everybody else: there is nothing to hold their money against.
  return need === undefined || need.published === 0
    ? []
    : [{ person, outcome: Math.log(sum.weekly), need: [...needColumns(need), ...(sum.besides ?? [])] }]
}

/** A break for a carer meets the carer's need, and is no part of what the person gets for theirs. */
const isForCarer = ({ topics, payer }: LineFigure): boolean =>
  topics.length > 0 && topics.every(isCarerOutcome) && (payer === 'council' || payer === 'person')

/** Priced by something else than the hours that are needed: a place has one price, and reablement is free while it lasts. */
const isPricedApart = ({ form }: LineFigure): boolean => form === 'care-home' || form === 'reablement'

const livesThere = ({ lines }: { readonly lines: readonly LineFigure[] }): boolean =>
  lines.some(({ form }) => form === 'supported-living')

/** What the plan in force costs for the person's own needs at home. */
function ownBudget(figures: Figures): Sum | undefined {
  const plan = lastPlan(figures)
  if (plan === undefined || plan.lines.some(isPricedApart)) return undefined
  const others = plan.lines.filter(isForCarer).reduce((sum, { weekly }) => sum + weekly, 0)
  return { on: plan.on, weekly: plan.weekly - others, besides: [yes(livesThere(plan))] }
}

/** Contacts about the person themselves. The first of them: who is turned away and asks again is one person, not two. */
const firstAsked = ({ contacts }: Figures) => contacts.find(({ whom }) => whom === 'person')

function waits(person: OnePerson, on: PlainDate): readonly Case[] {
  const { figures } = person
  const asked = figures.contacts.find(({ whom, outcome }) => whom === 'person' && outcome === 'assess')
  if (asked === undefined || asked.on > on) return []
  const opened = figures.assessments.find((each) => each.whom === 'person' && each.opened >= asked.on)?.opened
  if (opened === undefined && figures.stage === 'closed') return []
  const days = daysBetween(asked.on, opened !== undefined && opened <= on ? opened : on)
  return [{ person, outcome: Math.log1p(days), need: [asked.signs.length, yes(asked.urgent)] }]
}

function turnedAway(person: OnePerson): readonly Case[] {
  const asked = firstAsked(person.figures)
  if (asked === undefined || asked.outcome === null) return []
  return [{ person, outcome: yes(asked.refused), need: [asked.signs.length, yes(asked.urgent)] }]
}

function notEligible(person: OnePerson, needOn: NeedOn): readonly Case[] {
  const decided = person.figures.assessments.findLast(
    ({ whom, decided: made }) => whom === 'person' && made !== null,
  )?.decided
  if (decided === undefined || decided === null) return []
  // Whoever is found to have no need at all has nothing to hold the decision against.
  const need = needOn(person.figures, decided.on)
  if (need === undefined) return []
  return [{ person, outcome: yes(!decided.eligible), need: needBends(need) }]
}

function cuts(person: OnePerson, needOn: NeedOn, on: PlainDate): readonly Case[] {
  const { cuts: cut } = person.figures
  const plan = lastPlan(person.figures)
  // A place in a care home has one price: what is given there cannot fall by an hour.
  if (plan === undefined || plan.lines.some(isPricedApart)) return []
  const need = needOn(person.figures, plan.on)
  const since = person.figures.plans[0]?.on
  if (need === undefined || since === undefined) return []
  const besides = [yes(livesThere(plan)), Math.log1p(Math.max(0, daysBetween(since, on)))]
  return [{ person, outcome: yes(cut.length > 0), need: [...needBends(need), ...besides] }]
}

function casesOf(
  measure: Measure,
  people: readonly OnePerson[],
  needOn: NeedOn,
  on: PlainDate,
): readonly Case[] {
  return people.flatMap((person): readonly Case[] => {
    switch (measure) {
      case 'final-budget':
        return money(person, needOn, ownBudget(person.figures))
      case 'indicative-budget':
        return money(person, needOn, person.figures.indicative.at(-1))
      case 'cut':
        return cuts(person, needOn, on)
      case 'wait':
        return waits(person, on)
      case 'turned-away':
        return turnedAway(person)
      case 'not-eligible':
        return notEligible(person, needOn)
    }
  })
}

const signs = ({ figures: { cluedUp } }: OnePerson): number =>
  yes(cluedUp.disputed) + yes(cluedUp.ownOption) + yes(cluedUp.citedLaw) + yes(cluedUp.askedForReview)

function leanOf(cases: readonly Case[]): Fairness['lean'] {
  const width = cases[0]?.need.length ?? 0
  if (cases.length <= width + 2) return undefined
  const basis = basisOf(
    cases.length,
    Array.from({ length: width }, (_, place) => Float64Array.from(cases, ({ need }) => need[place] ?? 0)),
  )
  const left = beside(
    basis,
    Float64Array.from(cases, ({ outcome }) => outcome),
  )
  const actual = cases.map(({ outcome }) => Math.exp(outcome))
  const byNeed = cases.map(({ outcome }, index) => Math.exp(outcome - (left[index] ?? 0)))
  const by = cases.map(({ person }) => signs(person))
  return {
    actual: concentration(actual, by),
    byNeed: concentration(byNeed, by),
    inequity: horizontalInequity(actual, byNeed, by),
    gini: gini(actual.map((got, index) => got / (byNeed[index] ?? 1))),
  }
}

/** An advocate comes with the assessment: who still waits for one, or was turned away, has none yet, and that is no reason. */
const dividedIn = (measure: Measure): readonly Division[] =>
  measure === 'wait' || measure === 'turned-away'
    ? DIVISIONS.filter((division) => division !== 'advocate')
    : DIVISIONS

const isMoney = (measure: Measure): boolean => measure === 'final-budget' || measure === 'indicative-budget'

/** For the same needs, whether people get the same: every measure, every group. `model` says what a need is: hours, by who comes. */
export function fairness(
  people: readonly OnePerson[],
  model: Model,
  on: PlainDate,
  measures: readonly Measure[] = MEASURES,
): readonly Fairness[] {
  const needOn = needsBy(model)
  return measures.map((measure) => {
    const cases = casesOf(measure, people, needOn, on)
    const rows = cases.map(
      ({ person, outcome, need }): Row => ({ outcome, need, groups: groupsOf(person, on) }),
    )
    const scale = MEASURE_WORDS[measure].unit === 'share' ? 'log' : 'plain'
    return {
      measure,
      people: cases.length,
      gaps: gapsOf(rows, scale, dividedIn(measure)),
      lean: isMoney(measure) ? leanOf(cases) : undefined,
    }
  })
}
