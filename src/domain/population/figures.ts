import type { CompactFacts } from '../allocation/one-person.ts'
import type { OwnPrice } from '../allocation/prices.ts'
import { NIGHT, type BudgetTopic, slotOf } from '../allocation/slots.ts'
import type { Form, SupportUnit } from '../allocation/support.ts'
import type { Stage } from '../care-act/journey.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Level } from '../outcomes/ladder.ts'
import type { Topic } from '../outcomes/topics.ts'
import type { Traits } from './traits.ts'

// What one record gives to the figures of a whole council, as one plain object that can be kept as JSON: days and not ages of
// waits, so that it holds until the record changes; no name, no id of anybody and no free text. `record/figures.ts` makes
// it. Money is whole pence; `null` stands for "not in the record", never for nought.

/** Whether it was the person's own assessment or a carer's. */
export type Whom = 'person' | 'carer'
/** Who put an option on the table. */
export type Proposer = 'person' | 'their-side' | 'council' | 'provider'
export type AssessmentOf = 'needs' | 'carer' | 'transition' | 'reassessment'
export type HoldStage = 'assessment' | 'eligibility' | 'budget' | 'plan' | 'support' | 'review'
export type Ground = 'cost' | 'risk' | 'not-a-need' | 'not-available' | 'unlawful' | 'person-chose-other'
export type Effect = 'builds' | 'keeps' | 'erodes'
export type Payer = 'council' | 'person' | 'nhs' | 'family' | 'community'

export type ContactFigure = {
  readonly on: PlainDate
  readonly how: string
  readonly whom: Whom
  readonly urgent: boolean
  readonly outcome: 'assess' | 'advice-only' | 'screened-out' | 'passed-on' | null
  readonly signs: readonly Topic[]
  /** turned away without an assessment for no lawful reason, as the check `assessment-refused` finds it */
  readonly refused: boolean
}

export type AssessmentFigure = {
  readonly of: AssessmentOf
  readonly whom: Whom
  /** the contact that asked for it, where one did */
  readonly asked: PlainDate | null
  readonly opened: PlainDate
  readonly closed: PlainDate | null
  readonly outcome: 'completed' | 'refused-by-person' | 'withdrawn' | null
  readonly decided: {
    readonly on: PlainDate
    readonly eligible: boolean
    readonly needs: number
    readonly eligibleNeeds: number
  } | null
}

export type HoldFigure = {
  readonly stage: HoldStage
  readonly on: PlainDate
  readonly until: PlainDate | null
  readonly resumed: PlainDate | null
  readonly told: boolean
  readonly reasoned: boolean
}

/** What was heard of one need by day, or of the nights: what the sum of the model goes by. */
export type NeedFigure = {
  readonly topic: BudgetTopic
  readonly level: Level | null
  readonly times: number | null
  readonly minutes: number | null
  readonly people: number | null
}

/** Unpaid help that counts: willing, able, agreed. */
export type HelpFigure = { readonly minutes: number; readonly topics: readonly BudgetTopic[] }

export type IndicativeFigure = {
  readonly on: PlainDate
  readonly weekly: number
  readonly shown: boolean
}

/** A line of an issued plan. */
export type LineFigure = {
  readonly form: Form
  readonly unit: SupportUnit
  readonly amount: number
  readonly price: number
  readonly weekly: number
  readonly payer: Payer
  readonly way: string
  readonly effect: Effect | null
  readonly topics: readonly Topic[]
  readonly provider: string | null
}

/** An issued plan. `weekly` is what meeting the needs costs: the lines that the council or the person pays. */
export type PlanFigure = {
  readonly on: PlainDate
  readonly version: string
  readonly broughtOver: boolean
  readonly weekly: number
  readonly council: number
  readonly reviewBy: PlainDate | null
  readonly lines: readonly LineFigure[]
  /** the final budget made with it */
  readonly budget: {
    readonly on: PlainDate
    readonly weekly: number
    readonly council: number
    readonly person: number
  } | null
}

/** A plan that gives less than the one before, as the checks on cuts find it. */
export type CutFigure = {
  readonly on: PlainDate
  /** pence a week that nothing replaces */
  readonly lost: number
  readonly topics: readonly Topic[]
  /** after a reassessment, or a change that the person's side asked for */
  readonly reassessed: boolean
  readonly reasoned: boolean
  readonly discussed: boolean
  /** what was last said of the topics shows no less need */
  readonly needsSame: boolean
}

export type DisputeFigure = {
  readonly on: PlainDate
  /** the kind of entry that was disputed */
  readonly of: string
  readonly answered: PlainDate | null
  readonly outcome: 'accepted' | 'partly' | 'refused' | null
}

export type ComplaintFigure = {
  readonly on: PlainDate
  readonly answered: PlainDate | null
  readonly outcome: 'upheld' | 'partly' | 'not-upheld' | null
  readonly ombudsmanTold: boolean
}

export type ReviewFigure = {
  readonly on: PlainDate
  readonly type: 'planned' | 'light-touch' | 'unplanned' | 'requested' | 'new-plan'
  readonly changed: boolean
  readonly leadsTo: 'no-change' | 'revise-plan' | 'reassess' | 'end'
}

export type ReviewAskedFigure = {
  readonly on: PlainDate
  readonly answered: PlainDate | null
  readonly outcome: 'accepted' | 'refused' | null
}

export type StartFigure = {
  readonly on: PlainDate
  readonly planned: PlainDate | null
  readonly form: Form | null
  readonly provider: string | null
}

export type DeliveryFigure = {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly form: Form | null
  readonly unit: SupportUnit | null
  readonly provider: string | null
  readonly planned: number
  readonly delivered: number
  readonly missed: number | null
  readonly late: number | null
  readonly short: number | null
}

export type EndFigure = {
  readonly on: PlainDate
  readonly started: PlainDate | null
  readonly form: Form | null
  readonly provider: string | null
  readonly byWhom: 'person' | 'council' | 'provider' | null
}

export type OptionFigure = {
  readonly on: PlainDate
  readonly form: Form
  readonly effect: Effect
  readonly topics: readonly Topic[]
  readonly proposedBy: Proposer
  readonly liked: number | null
  readonly weekly: number | null
  readonly answer: {
    readonly on: PlainDate
    readonly outcome: 'accepted' | 'refused'
    readonly ground: Ground | null
  } | null
}

export type GoalFigure = {
  readonly on: PlainDate
  readonly type: 'gain' | 'keep' | 'slow-decline' | 'experience'
  readonly topics: readonly Topic[]
  readonly now: Level | null
  readonly hoped: Level | null
  readonly agreed: Level | null
  readonly talked: boolean
  readonly byWhen: PlainDate | null
  readonly progress: readonly ProgressFigure[]
}

export type ProgressFigure = {
  readonly on: PlainDate
  readonly seenBy: 'person' | 'worker' | 'provider'
  readonly level: Level | null
  readonly attained: number | null
}

/** How a topic stands with the person: what was said first and last, hoped, thought possible and agreed. */
export type TopicFigure = {
  readonly topic: Topic
  readonly first: Level | null
  readonly latest: Level | null
  readonly hoped: Level | null
  readonly possible: Level | null
  readonly agreed: Level | null
}

/** The four signs of somebody who knows their way about. Nobody ought to need any of them. */
export type CluedUp = {
  readonly disputed: boolean
  readonly ownOption: boolean
  readonly citedLaw: boolean
  readonly askedForReview: boolean
}

export type CarerFigure = {
  readonly hours: number | null
  readonly willing: boolean
  readonly able: boolean
  readonly assessment: 'accepted' | 'declined' | 'not-offered'
}

export type Figures = {
  /** the month of birth, `1947-05`: as near as an age group asks for */
  readonly born: string
  readonly stage: Exclude<Stage, 'outcomes' | 'challenge'> | 'closed'
  readonly contacts: readonly ContactFigure[]
  readonly assessments: readonly AssessmentFigure[]
  readonly holds: readonly HoldFigure[]
  /** the needs that the person's own sum counts, as if nobody helped */
  readonly needs: readonly NeedFigure[]
  readonly help: readonly HelpFigure[]
  /** by the ten outcomes, in the order of the regulations: the level that the sum goes by; what a model of points counts */
  readonly levels: readonly (Level | null)[]
  /** prices that the record gives for itself, where it does */
  readonly prices: readonly OwnPrice[]
  readonly indicative: readonly IndicativeFigure[]
  readonly plans: readonly PlanFigure[]
  readonly cuts: readonly CutFigure[]
  readonly disputes: readonly DisputeFigure[]
  readonly complaints: readonly ComplaintFigure[]
  readonly reviews: readonly ReviewFigure[]
  readonly reviewsAsked: readonly ReviewAskedFigure[]
  readonly started: readonly StartFigure[]
  readonly delivered: readonly DeliveryFigure[]
  readonly ended: readonly EndFigure[]
  readonly options: readonly OptionFigure[]
  readonly goals: readonly GoalFigure[]
  readonly topics: readonly TopicFigure[]
  readonly carers: readonly CarerFigure[]
  readonly advocate: boolean
  readonly cluedUp: CluedUp
  readonly closed: readonly PlainDate[]
  readonly moved: readonly { readonly on: PlainDate; readonly direction: 'in' | 'out' }[]
}

/** Somebody among the population: what their record gives, and what the council knows beside it. */
export type OnePerson = { readonly figures: Figures; readonly traits: Traits | undefined }

export const isCluedUp = ({ cluedUp }: Figures): boolean =>
  cluedUp.disputed || cluedUp.ownOption || cluedUp.citedLaw || cluedUp.askedForReview

/** In whole years on a day, by the month of birth. */
export const ageFrom = (born: string, on: PlainDate): number =>
  Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5, 7) < born.slice(5, 7) ? 1 : 0)

/** The plan in force, and what it costs to meet the needs. */
export const lastPlan = ({ plans }: Figures): PlanFigure | undefined => plans.at(-1)

const said = (n: number | null): number => n ?? Number.NaN
const bitOf = (topic: BudgetTopic): number => {
  const slot = slotOf(topic)
  return slot === undefined || slot > NIGHT ? 0 : 1 << slot
}

/** The needs as the arithmetic takes them: one voice a topic, what the sum goes by. */
export function factsOf({ needs, help }: Pick<Figures, 'needs' | 'help'>): CompactFacts {
  const heard = needs.map(({ topic, level, times, minutes, people }) => ({
    slot: slotOf(topic) ?? 0,
    lead: { level: said(level), times: said(times), minutes: said(minutes), people: said(people) },
    voices: [],
    timesSaid: times !== null,
  }))
  return {
    topics: heard.filter(({ slot }) => slot !== NIGHT),
    nights: heard.filter(({ slot }) => slot === NIGHT),
    shared: [],
    givers: help.map(({ minutes, topics }) => ({
      minutes,
      mask: topics.reduce((mask, topic) => mask | bitOf(topic), 0),
    })),
  }
}
