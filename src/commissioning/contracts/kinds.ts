import { z } from 'zod'
import {
  CONTRACT_ROLES,
  type ContractEntry,
  type ContractFile,
  type ContractKind,
  type ContractParty,
  EXCLUSION_REASONS,
  RATE_KINDS,
  SAVINGS,
} from '../../domain/contracts/entries.ts'
import {
  COUNCIL_DUTIES,
  FLOORS,
  GUARD_MEASURES,
  PAY_PERIODS,
  SERVICE_UNITS,
} from '../../domain/contracts/terms.ts'
import { type PlainDate, plainDate } from '../../domain/dates/plain-date.ts'
import { type Pence, type Period, penceFromPounds, poundsOf } from '../../domain/money/pence.ts'
import { identifier, level, numberFrom0, oneOf, text, wholeNumber, yesOrNo } from '../../record/values.ts'

export const CONTRACT_FORMAT = 'roundtable/contract@1'

const list = <T extends z.ZodType>(of: T) => z.array(of, { error: 'must be a list' })
const object = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape, { error: 'must be an object' })

/** A day without a time: what is paid goes by days. A year that nobody alive will see is a slip. */
const isDay = (value: unknown): value is PlainDate =>
  typeof value === 'string' && plainDate(value) !== undefined && value >= '1900' && value < '2200'
const day = z.custom<PlainDate>(isDay, {
  error: (issue) =>
    typeof issue.input === 'string' && /^\d{4}-\d\d-\d\d$/.test(issue.input)
      ? `no such day from 1900 to 2199: ${issue.input}`
      : 'must be a day, YYYY-MM-DD',
})

const SHARE = 'must be a share, 0 to 1'
const share = z.number({ error: SHARE }).min(0, { error: SHARE }).max(1, { error: SHARE })

const POUNDS = 'must be pounds with at most two decimals'
/** The most that a sum may be keeps every product of it a whole number of pence that is exact. */
const pounds = <P extends Period>(least: number, most: number) =>
  z.codec(
    z
      .number({ error: POUNDS })
      .min(least, { error: `${POUNDS}, 0 or more` })
      .max(most, { error: `must be £${most} or less` })
      .refine((value) => penceFromPounds(value) !== undefined, { error: POUNDS }),
    z.custom<Pence<P>>((value) => Number.isSafeInteger(value)),
    { decode: (value) => penceFromPounds<P>(value) ?? z.NEVER, encode: (value) => poundsOf(value) },
  )
const poundsAYear = pounds<'year'>(0, 1e10)
const poundsEach = pounds<'year'>(0, 1e6)
/** The price of one unit of a service. */
const rate = pounds<'unit'>(0, 1e5)
/** A sum that may take off: a difference, an adjustment. */
const poundsEitherWay = pounds<'once'>(-1e10, 1e10)

const UNITS = 'must be a number of units, 0 to 1000000'
const units = z.number({ error: UNITS }).min(0, { error: UNITS }).max(1e6, { error: UNITS })
const amounts = list(object({ service: identifier, units }))

const everyTerms = {
  services: list(object({ id: identifier, what: text, unit: oneOf(SERVICE_UNITS) })).min(1, {
    error: 'must have at least one service',
  }),
  floor: oneOf(FLOORS),
  guards: list(object({ measure: oneOf(GUARD_MEASURES), baseline: numberFrom0, allowed: numberFrom0 })),
  settled: oneOf(PAY_PERIODS),
}
const indicator = { id: identifier, what: text }
const indicators = list(object(indicator))

const terms = z.discriminatedUnion(
  'model',
  [
    object({ model: z.literal('indicators'), ...everyTerms, measures: indicators }),
    object({
      model: z.literal('outcome-fee'),
      ...everyTerms,
      measures: indicators,
      upfront: share,
      anyway: share,
      again: wholeNumber(1, 3650),
    }),
    object({
      model: z.literal('tapering'),
      ...everyTerms,
      measures: indicators,
      value: poundsAYear,
      years: list(object({ falls: share, uplift: share })),
    }),
    object({
      model: z.literal('lead-provider'),
      ...everyTerms,
      measures: list(object({ ...indicator, weight: share, floor: share, target: share, anyway: share })).min(
        1,
        { error: 'must have at least one measure' },
      ),
      groups: list(
        object({ id: identifier, what: text, people: wholeNumber(0, 10_000_000), each: poundsEach }),
      ).min(1, { error: 'must have at least one group' }),
      share,
      corridor: share,
      pool: poundsAYear,
      council: list(oneOf(COUNCIL_DUTIES)),
    }),
  ],
  { error: 'must have a model: indicators, outcome-fee, tapering or lead-provider' },
)

const span = { from: day, to: day }

/** The fields of each kind, in the order in which a file is written. */
export const CONTRACT_KINDS = {
  awarded: {
    provider: identifier,
    manager: identifier,
    ...span,
    zone: text.optional(),
    population: text.optional(),
    terms,
  },
  'rate-set': {
    rate: oneOf(RATE_KINDS),
    service: identifier,
    amount: rate,
    from: day,
    source: text.optional(),
  },
  referred: { person: identifier, needs: amounts.optional(), chance: share.optional() },
  accepted: { referral: identifier },
  declined: { referral: identifier, why: text },
  'outcome-agreed': {
    person: identifier,
    package: identifier,
    goal: text,
    weight: share,
    from: day,
    due: day,
    estimate: amounts,
    measure: identifier.optional(),
    chance: share.optional(),
  },
  delivered: {
    person: identifier,
    service: identifier,
    line: identifier,
    ...span,
    planned: units,
    delivered: units,
    unlogged: units.optional(),
    visits: wholeNumber(0, 1_000_000).optional(),
    missed: wholeNumber(0, 1_000_000).optional(),
    short: wholeNumber(0, 1_000_000).optional(),
    workers: list(object({ worker: identifier, visits: wholeNumber(1, 1_000_000) })).optional(),
  },
  claimed: { outcome: identifier, level: level.optional(), says: text.optional() },
  confirmed: {
    outcome: identifier,
    reached: yesOrNo,
    level: level.optional(),
    attained: wholeNumber(-2, 2).optional(),
  },
  contested: { of: identifier, why: text },
  excluded: { outcome: identifier, reason: oneOf(EXCLUSION_REASONS), why: text, approver: identifier },
  remeasured: {
    person: identifier,
    outcome: identifier.optional(),
    reached: yesOrNo.optional(),
    before: level.optional(),
    level,
  },
  subcontracted: {
    from: identifier,
    to: identifier,
    people: list(identifier),
    rates: list(object({ service: identifier, amount: rate })).optional(),
  },
  challenged: { person: identifier, says: text, owner: identifier.optional() },
  answered: { of: identifier, upheld: yesOrNo, says: text },
  varied: {
    from: day,
    says: text,
    person: identifier.optional(),
    needs: amounts.optional(),
    saved: oneOf(SAVINGS).optional(),
    remeasured: identifier.optional(),
    groups: list(object({ group: identifier, people: wholeNumber(0, 10_000_000) })).optional(),
  },
  'handed-back': { person: identifier, why: text },
  settled: {
    ...span,
    amount: poundsEitherWay,
    parts: list(object({ ...span, amount: poundsEitherWay })),
    visits: yesOrNo.optional(),
  },
  paid: { settlement: identifier, amount: poundsEitherWay },
  adjusted: { ...span, amount: poundsEitherWay, why: text, approver: identifier },
  ended: { why: text },
} as const satisfies Record<ContractKind, z.ZodRawShape>

export const isContractKind = (kind: unknown): kind is ContractKind =>
  typeof kind === 'string' && Object.hasOwn(CONTRACT_KINDS, kind)

const EVERY = {
  id: identifier,
  on: day,
  by: identifier,
  recorded: day.optional(),
  corrects: identifier.optional(),
}

const schemaOf = (kind: ContractKind, correcting: boolean): z.ZodObject =>
  z.strictObject({
    ...EVERY,
    kind: z.literal(kind),
    ...(correcting ? { why: text } : {}),
    ...CONTRACT_KINDS[kind],
  })

export const CONTRACT_KIND_NAMES = Object.keys(CONTRACT_KINDS).filter(isContractKind)
const SCHEMAS = new Map(
  CONTRACT_KIND_NAMES.map((kind) => [
    kind,
    { plain: schemaOf(kind, false), correcting: schemaOf(kind, true) },
  ]),
)

/** The schema of an entry of a kind; one that corrects another must also say why. */
export function entrySchema(kind: ContractKind, correcting: boolean): z.ZodType<ContractEntry> {
  const schema: z.ZodType | undefined = SCHEMAS.get(kind)?.[correcting ? 'correcting' : 'plain']
  if (schema === undefined) throw new TypeError(`no kind of entry: ${kind}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema found by kind gives that kind's type: `ENTRIES_FIT` holds them to it
  return schema as z.ZodType<ContractEntry>
}

type FieldsOf<K extends ContractKind> = z.output<z.ZodObject<(typeof CONTRACT_KINDS)[K], z.core.$strict>>
type Fits = {
  [K in ContractKind]: FieldsOf<K> extends Omit<
    Extract<ContractEntry, { kind: K }>,
    'id' | 'on' | 'by' | 'recorded' | 'corrects' | 'kind' | 'why'
  >
    ? true
    : never
}
/** Does not compile where what a schema reads is not what the domain says an entry is. */
export const ENTRIES_FIT: Fits = {
  awarded: true,
  'rate-set': true,
  referred: true,
  accepted: true,
  declined: true,
  'outcome-agreed': true,
  delivered: true,
  claimed: true,
  confirmed: true,
  contested: true,
  excluded: true,
  remeasured: true,
  subcontracted: true,
  challenged: true,
  answered: true,
  varied: true,
  'handed-back': true,
  settled: true,
  paid: true,
  adjusted: true,
  ended: true,
}

export const contractSchema: z.ZodType<ContractFile['contract']> = object({
  id: identifier,
  name: text,
  council: text,
})

export const contractPartySchema: z.ZodType<ContractParty> = object({
  id: identifier,
  name: text,
  role: oneOf(CONTRACT_ROLES),
})
