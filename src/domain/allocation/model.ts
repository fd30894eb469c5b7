import { z } from 'zod'
import { type PlainDate, plainDate } from '../dates/plain-date.ts'
import { type Pence, penceFromPounds } from '../money/pence.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES } from '../outcomes/topics.ts'
import { crossChecks } from './model-checks.ts'
import { FORMS, UNITS } from './support.ts'

/** A price per unit: pence for an hour, a week, or one of something (a night, a trip, a mile). */
export type UnitPrice = Pence<'hour' | 'week' | 'once'>

/** What is wrong with a published model: where (`topics.hygiene.2.typical.times`) and a whole plain sentence. */
export type ModelError = { readonly path: string; readonly says: string }

const pounds = z
  .number({ error: 'This must be an amount in pounds.' })
  .min(0, { error: 'A price cannot be below £0.' })
  .max(100_000, { error: 'A price of more than £100,000 is surely a slip.' })
  .transform((value, context): UnitPrice => {
    const amount = penceFromPounds<'hour' | 'week' | 'once'>(value)
    if (amount !== undefined) return amount
    context.addIssue({ code: 'custom', message: 'Pounds have at most two decimals.' })
    return z.NEVER
  })

const date = z
  .string({ error: 'This must be a date, such as 2026-04-01.' })
  .transform((text, context): PlainDate => {
    const found = plainDate(text)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: `There is no such day as ${text}. Write it as 2026-04-01.` })
    return z.NEVER
  })

const words = z
  .string({ error: 'Words are missing here.' })
  .trim()
  .min(1, { error: 'Words are missing here.' })
const percent = z
  .number({ error: 'This must be a percentage.' })
  .min(0, { error: 'A percentage is not below 0.' })
  .max(100, { error: 'A percentage is not above 100.' })
const upTo = (most: number, of: string) =>
  z
    .number({ error: `This must be ${of}.` })
    .min(0, { error: `There cannot be fewer than 0: ${of}.` })
    .max(most, { error: `At most ${most}: ${of}.` })
const helpers = z.union([z.literal(1), z.literal(2)], { error: 'One helper or two at once: 1 or 2.' })
const topicNames = z.enum([...ADULT_OUTCOMES, ...CARER_OUTCOMES], { error: 'There is no such topic.' })
const levels = z.enum(['0', '1', '2', '3'])
const form = z.enum(FORMS, { error: `The form must be one of: ${FORMS.join(', ')}.` })

const priceRow = z.strictObject({
  form,
  unit: z.enum(UNITS, { error: `The unit must be one of: ${UNITS.join(', ')}.` }),
  /** Set where the price is for an hour of night cover: somebody asleep in the house, or awake all night. */
  night: z.enum(['sleep-in', 'waking']).optional(),
  low: pounds,
  price: pounds,
  high: pounds,
  from: date,
  source: words,
  url: z.url({ protocol: /^https?$/, error: 'This must be the address of a page.' }).optional(),
})

const once = z.strictObject({
  form: z.enum(['equipment', 'technology']),
  what: words,
  low: pounds,
  price: pounds,
  high: pounds,
  source: words,
})

const level = z.strictObject({
  /** The form of support that the hours at this level are priced as. */
  form,
  /** What people at this level typically need, where the person has not said; `null` where nobody could say. */
  typical: z
    .strictObject({ times: upTo(168, 'times a week'), minutes: upTo(1440, 'minutes each time'), helpers })
    .nullable(),
  once: z.array(once).default([]),
})

const nightLevel = z.strictObject({
  cover: z.enum(['sleep-in', 'waking']),
  typical: z.strictObject({ nights: upTo(7, 'nights a week'), helpers }).nullable(),
  once: z.array(once).default([]),
})

/** The published file, key by key. Strict: what is not named here is refused, so no hidden term can enter the sum. */
const published = z.strictObject({
  name: words,
  version: z.int({ error: 'The version is a whole number.' }).min(1, { error: 'Versions count from 1.' }),
  from: date,
  council: words,
  prices: z.array(priceRow).min(1, { error: 'A model without prices prices nothing.' }),
  topics: z.record(topicNames, z.record(levels, level)),
  nights: z.strictObject({
    form,
    'hours-a-night': z.number().min(1).max(14),
    'awake-from-minutes': upTo(840, 'minutes awake in one night'),
    levels: z.record(levels, nightLevel),
  }),
  travel: z.array(
    z.strictObject({
      topics: z.array(topicNames).min(1),
      form,
      unit: z.enum(['visit', 'mile'], {
        error: 'Travel is priced by the visit (one trip there and back) or the mile.',
      }),
      'units-each-time': z.number().min(0).max(500),
    }),
  ),
  sharing: z.strictObject({
    topics: z.array(topicNames),
    'most-people': z.int().min(2, { error: 'Sharing takes at least 2 people.' }).max(20),
  }),
  'unpaid-help': z.strictObject({ order: z.array(z.enum(ADULT_OUTCOMES)) }),
  'contingency-percent': percent,
  'second-opinion': z.strictObject({ name: words, 'tolerance-percent': percent }).nullable(),
})

export type Model = z.output<typeof published>
export type PriceRow = z.output<typeof priceRow>
export type OnceRow = z.output<typeof once>
export type LevelRow = z.output<typeof level>
export type NightLevelRow = z.output<typeof nightLevel>
export type NightCover = NightLevelRow['cover']

export type ParsedModel =
  | { readonly kind: 'model'; readonly model: Model }
  | { readonly kind: 'invalid'; readonly errors: readonly ModelError[] }

/** Words by which a supply, a target or a purse would give itself away: worth more than "unknown key" to whoever wrote it. */
const RATIONING = /budget|target|suppl|capacity|beds?\b|deflat|afford|saving|cap\b|ceiling|limit|max/i

const unknownKey = (key: string): string =>
  RATIONING.test(key)
    ? `"${key}" may not be part of a model: what is in supply, a target or the council’s own budget must not enter a person’s sum.`
    : `There is no key "${key}" here. Nothing that is not in the format may enter the sum.`

function errorsOf(issue: z.core.$ZodIssue): readonly ModelError[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), says: unknownKey(key) }))
  }
  if (
    issue.code === 'invalid_type' &&
    issue.input === undefined &&
    issue.message.startsWith('Invalid input')
  ) {
    return [{ path: path.join('.'), says: 'This is missing.' }]
  }
  return [{ path: path.join('.'), says: issue.message }]
}

/**
 * Reads a council's published model, as its YAML or JSON was parsed. Every fault is named by its place; none is mended.
 * Besides the shape it is held to the promises that make it fair: more need never gives less money, on any day, at any price.
 */
export function parseModel(value: unknown): ParsedModel {
  // Read once in a process: to compile the schema first would take longer.
  const read = published.safeParse(value, { reportInput: true, jitless: true })
  if (!read.success) return { kind: 'invalid', errors: read.error.issues.flatMap(errorsOf) }
  const errors = crossChecks(read.data)
  return errors.length === 0 ? { kind: 'model', model: read.data } : { kind: 'invalid', errors }
}

/** How a step names where in the model a figure stands: `Northmoor 2026-27 version 3, hygiene at level 1`. */
export const modelReference = (model: Pick<Model, 'name' | 'version'>, where: string): string =>
  `${model.name} version ${model.version}, ${where}`
