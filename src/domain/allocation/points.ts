import { z } from 'zod'
import { type Answer, known, type MissingFact, needs, type Step } from '../answer.ts'
import { type PlainDate, plainDate } from '../dates/plain-date.ts'
import { minus, type Pence, penceFromPounds, roundToPenny } from '../money/pence.ts'
import { isLevel } from '../outcomes/ladder.ts'
import { ADULT_OUTCOMES, TOPIC_WORDS } from '../outcomes/topics.ts'
import type { IndicativeBudget } from './budget.ts'
import { type AllocationFacts, PERSON } from './facts.ts'
import { type ModelError, modelReference } from './model.ts'
import { heardByTopic } from './voices.ts'
import * as say from './words.ts'

const words = z.string().trim().min(1, { error: 'Words are missing here.' })
const date = z.string().transform((text, context): PlainDate => {
  const found = plainDate(text)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: `There is no such day as ${text}.` })
  return z.NEVER
})
const pounds = z
  .number({ error: 'A sum in pounds is missing here, or is not a number.' })
  .min(0, { error: 'A sum cannot be below £0.' })
  .transform((value, context): Pence<'week'> => {
    const amount = penceFromPounds<'week'>(value)
    if (amount !== undefined) return amount
    context.addIssue({ code: 'custom', message: 'Pounds have at most two decimals.' })
    return z.NEVER
  })
const points = z
  .number({ error: 'Points are missing here, or are not a number.' })
  .min(0, { error: 'Points are not below 0.' })
  .max(10_000)

const published = z.strictObject({
  name: words,
  version: z.int().min(1),
  from: date,
  council: words,
  /** Points by topic and level of the ladder. */
  questions: z.record(z.enum(ADULT_OUTCOMES), z.record(z.enum(['0', '1', '2', '3', '4']), points)),
  money: z.discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('curve'),
      curve: z.array(z.strictObject({ points, weekly: pounds })).min(2),
    }),
    z.strictObject({
      by: z.literal('percentile'),
      'people-points': z.array(points).min(2),
      'people-weekly': z.array(pounds).min(2),
      'contingency-percent': z.number().min(0).max(100),
    }),
  ]),
})

export type PointsModel = z.output<typeof published>
export type ParsedPoints =
  | { readonly kind: 'model'; readonly model: PointsModel }
  | { readonly kind: 'invalid'; readonly errors: readonly ModelError[] }

/** Reads a published points model. A hole in its curve, a curve that falls, or points that fall as need grows, are errors. */
export function parsePointsModel(value: unknown): ParsedPoints {
  const read = published.safeParse(value)
  if (!read.success) {
    const errors = read.error.issues.flatMap((issue) => {
      const path = issue.path.map(String)
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            path: [...path, key].join('.'),
            says: `There is no key "${key}" here.`,
          }))
        : [{ path: path.join('.'), says: issue.message }]
    })
    return { kind: 'invalid', errors }
  }
  const errors = [...questionErrors(read.data), ...moneyErrors(read.data)]
  return errors.length === 0 ? { kind: 'model', model: read.data } : { kind: 'invalid', errors }
}

const questionErrors = ({ questions }: PointsModel): readonly ModelError[] =>
  ADULT_OUTCOMES.flatMap((topic) =>
    ([1, 2, 3, 4] as const)
      .filter((level) => questions[topic][level] > questions[topic][below(level)])
      .map((level) => ({
        path: `questions.${topic}.${level}`,
        says: `More points at level ${level} than at level ${level - 1}, where more help is needed.`,
      })),
  )

const below = (level: 1 | 2 | 3 | 4): 0 | 1 | 2 | 3 =>
  level === 1 ? 0 : level === 2 ? 1 : level === 3 ? 2 : 3
const mostPoints = ({ questions }: PointsModel): number =>
  ADULT_OUTCOMES.reduce((total, topic) => total + questions[topic][0], 0)

function moneyErrors(model: PointsModel): readonly ModelError[] {
  if (model.money.by === 'percentile') return []
  const { curve } = model.money
  const errors: ModelError[] = []
  const first = curve[0]
  const last = curve.at(-1)
  if (first !== undefined && first.points > 0) {
    errors.push({
      path: 'money.curve.0.points',
      says: `A hole: the curve says nothing of 0 to ${first.points} points.`,
    })
  }
  curve.forEach((knot, index) => {
    const before = curve[index - 1]
    if (before === undefined) return
    const path = `money.curve.${index}`
    if (knot.points <= before.points) {
      errors.push({ path: `${path}.points`, says: 'The points of the curve must rise from row to row.' })
    }
    if (knot.weekly < before.weekly) {
      errors.push({
        path: `${path}.weekly`,
        says: 'The curve falls: more points must never give less money.',
      })
    }
  })
  const most = mostPoints(model)
  if (last !== undefined && last.points < most) {
    const says = `A hole: the curve ends at ${last.points} points, and ${most} can be reached.`
    errors.push({ path: `money.curve.${curve.length - 1}.points`, says })
  }
  return errors
}

/** A points model's opinion: the points, and the week that its published curve or its past cases give for them. */
export type PointsOpinion = {
  readonly points: number
  readonly weekly: Pence<'week'>
  readonly model: { readonly name: string; readonly version: number }
}

/** The points of what was said, and the money for them. `needs` where a question has no answer that stands. */
export function pointsOpinion(model: PointsModel, facts: AllocationFacts): Answer<PointsOpinion> {
  const { byDay } = heardByTopic(facts, PERSON)
  const missing: MissingFact[] = []
  const steps: Step[] = []
  let total = 0
  for (const topic of ADULT_OUTCOMES) {
    const lead = byDay.find((heard) => heard.topic === topic)?.lead
    if (lead === undefined || !isLevel(lead.level)) {
      missing.push({ fact: 'level', topic })
      continue
    }
    const given = model.questions[topic][lead.level]
    total += given
    steps.push({
      says: `${TOPIC_WORDS[topic]}: level ${lead.level} is ${given === 1 ? '1 point' : `${given} points`}.`,
      gives: { name: 'points', value: given, unit: 'count' },
      model: modelReference(model, `${topic} at level ${lead.level}`),
      ...(lead.trail.level === undefined ? {} : { entries: [lead.trail.level.entry] }),
    })
  }
  if (missing.length > 0) return needs(missing)
  const weekly = moneyFor(model, total)
  steps.push({
    says: `${total} points give ${say.money(weekly)} a week ${model.money.by === 'curve' ? 'on the published curve' : 'by the place that these points have among past cases'}.`,
    from: [{ name: 'points', value: total, unit: 'count' }],
    gives: { name: 'a week by points', value: weekly, unit: 'pence-a-week' },
    cites: ['Savva'],
    model: modelReference(model, model.money.by === 'curve' ? 'the curve' : 'percentile matching'),
  })
  return known({ points: total, weekly, model: { name: model.name, version: model.version } }, steps)
}

/** Pounds for points, rounded once. Points beyond the curve's end cannot be reached; they give what its end gives. */
export function moneyFor({ money }: PointsModel, total: number): Pence<'week'> {
  if (money.by === 'curve') return roundToPenny(onCurve(money.curve, total))
  const people = money['people-points'].toSorted((a, b) => a - b)
  const costs = money['people-weekly'].toSorted((a, b) => a - b)
  const atOrBelow = people.filter((theirs) => theirs <= total).length
  return roundToPenny(quantile(costs, atOrBelow / people.length) * (1 - money['contingency-percent'] / 100))
}

function onCurve(
  curve: readonly { readonly points: number; readonly weekly: number }[],
  total: number,
): number {
  const next = curve.findIndex((knot) => knot.points >= total)
  const to = curve[next]
  if (to === undefined) return curve.at(-1)?.weekly ?? 0
  const from = curve[next - 1]
  if (from === undefined) return to.weekly
  return from.weekly + ((to.weekly - from.weekly) * (total - from.points)) / (to.points - from.points)
}

/** The share `p` of the way through sorted costs, straight lines between them (type 7 of Hyndman and Fan). */
function quantile(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1)
  const low = Math.floor(place)
  const from = sorted[low] ?? 0
  const to = sorted[Math.min(low + 1, sorted.length - 1)] ?? from
  return from + (to - from) * (place - low)
}

/** How far the second opinion is from the built-up sum. `share` is of the built-up sum; `undefined` where that is nought. */
export type Comparison = {
  readonly difference: Pence<'week'>
  readonly share: number | undefined
  readonly beyondTolerance: boolean
}

/**
 * Holds the two sums beside each other. Beyond the model's stated tolerance it says so. Neither decides: a table of points may be a
 * starting point, and what the plan costs, reasonably worked out, is what must be met (Savva; KM v Cambridgeshire [2012] UKSC 23).
 */
export function compareWithBuiltUp(
  builtUp: Pick<IndicativeBudget, 'weekly'>,
  opinion: PointsOpinion,
  tolerancePercent: number,
): Answer<Comparison> {
  const difference = minus(opinion.weekly, builtUp.weekly)
  const share = builtUp.weekly === 0 ? undefined : difference / builtUp.weekly
  const beyondTolerance = Math.abs(difference) * 100 > tolerancePercent * builtUp.weekly
  const more = difference > 0 ? 'more' : 'less'
  const apart =
    difference === 0
      ? 'The points give the same sum.'
      : `The points give ${say.money(Math.abs(difference))} a week ${more} than what was said, line by line.`
  const steps: Step[] = [
    {
      says: `${apart} ${beyondTolerance ? `That is beyond the ${tolerancePercent}% that the council calls normal.` : `That is within ${tolerancePercent}%.`}`,
      from: [
        { name: 'built up', value: builtUp.weekly, unit: 'pence-a-week' },
        { name: 'by points', value: opinion.weekly, unit: 'pence-a-week' },
      ],
      gives: { name: 'difference', value: difference, unit: 'pence-a-week' },
    },
    {
      says: 'Neither sum decides. A table of points is a starting point; what the agreed plan costs to meet the needs decides, and the person is owed the reasons (Savva; KM v Cambridgeshire [2012] UKSC 23).',
      cites: ['Savva', 'CA s26', 'G11'],
    },
  ]
  return known({ difference, share, beyondTolerance }, steps)
}
