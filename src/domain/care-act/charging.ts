import { type Answer, type MissingFact, type Step, known, needs } from '../answer.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { type Pence, inWords, minus, pence, sum } from '../money/pence.ts'
import { type Entered, type FoundRate, RATE_WORDS, type RateName, TARIFF, rateOn } from './charging-rates.ts'
import { type Capital, lineOfCapital } from './charging-capital.ts'
import { type MeansLine, workingOf } from './charging-lines.ts'

// What somebody can be asked to pay towards their support: the Care and Support (Charging and Assessment of Resources)
// Regulations 2014, for an adult who stays in a care home and for one who does not. The council may always ask for less.

export const HOUSEHOLDS = [
  'single-18-24',
  'single-25',
  'single-pension',
  'lone-parent',
  'couple',
  'couple-pension',
] as const
export type Household = (typeof HOUSEHOLDS)[number]
export const PREMIUMS = ['disability', 'enhanced', 'carer'] as const
export type Premium = (typeof PREMIUMS)[number]

/** A source of income: all of it, and how much of it counts; the mobility part of a benefit, say, does not. */
export type Income = {
  readonly what: string
  readonly weekly: Pence<'week'>
  readonly counted: Pence<'week'>
  readonly why: string
}
/** What is taken off: all that is claimed, and how much of it is allowed. */
export type Claimed = {
  readonly what: string
  readonly weekly: Pence<'week'>
  readonly allowed: Pence<'week'>
  readonly why: string
}

export type MeansFacts = {
  readonly on: PlainDate
  readonly setting: 'home' | 'care-home'
  readonly household: Household
  readonly children: number
  readonly premiums: readonly Premium[]
  /** what counts of all that is owned */
  readonly capital: Pence<'once'>
  /** what is owned, line by line, where it was entered so; what counts of it comes to `capital` */
  readonly owned?: readonly Capital[] | undefined
  readonly income: readonly Income[]
  /** rent, mortgage, council tax; not in a care home */
  readonly housing: readonly Claimed[]
  /** what the disability costs; not in a care home */
  readonly expenses: readonly Claimed[]
  /** what the support costs that is charged for, where it is known: nobody pays more than that */
  readonly cost: Pence<'week'> | undefined
  readonly entered: Entered
}

export type Charge = {
  /** what the person pays */
  readonly weekly: Pence<'week'>
  /** above the upper limit there is no help with the cost, unless the council decides otherwise */
  readonly isAboveLimit: boolean
  /** what counts as income, without what savings count for */
  readonly income: Pence<'week'>
  /** what the disability costs, as far as it is allowed */
  readonly expenses: Pence<'week'>
  /** as the record keeps them: the same lines that the working is read from again */
  readonly lines: readonly MeansLine[]
}

const isCouple = (household: Household): boolean => household === 'couple' || household === 'couple-pension'

/** The rates that these facts rest on, each as often as it is taken. */
export function ratesNeeded({
  setting,
  household,
  children,
  premiums,
}: Pick<MeansFacts, 'setting' | 'household' | 'children' | 'premiums'>): readonly {
  readonly rate: RateName
  readonly times: number
}[] {
  if (setting === 'care-home') return [{ rate: 'personal-expenses', times: 1 }]
  const names: Readonly<Record<Premium, RateName>> = isCouple(household)
    ? { disability: 'disability-couple', enhanced: 'enhanced-couple', carer: 'carer' }
    : { disability: 'disability-single', enhanced: 'enhanced-single', carer: 'carer' }
  return [
    { rate: household, times: 1 },
    ...(children > 0 ? [{ rate: 'child' as const, times: children }] : []),
    ...PREMIUMS.filter((premium) => premiums.includes(premium)).map((premium) => ({
      rate: names[premium],
      times: 1,
    })),
  ]
}

const asked = (rate: RateName): MissingFact => ({ fact: 'rate', about: RATE_WORDS[rate] })
const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

/** What savings count for: nothing up to the lower limit, £1 for each £250 or part above it, and a bar above the upper one. */
export function tariffOf(
  savings: Pence<'once'>,
  lower: number,
  upper: number,
): { readonly isAboveLimit: boolean; readonly weekly: Pence<'week'> } {
  if (savings > upper) return { isAboveLimit: true, weekly: pence<'week'>(0) }
  const above = Math.max(0, savings - lower)
  return { isAboveLimit: false, weekly: pence<'week'>(Math.ceil(above / TARIFF.each) * TARIFF.gives) }
}

function savingsWords(
  savings: Pence<'once'>,
  lower: FoundRate,
  upper: FoundRate,
  weekly: Pence<'week'>,
): string {
  const limits = `The limits are ${inWords(pence<'once'>(lower.amount))} and ${inWords(pence<'once'>(upper.amount))} (${upper.source}).`
  if (savings <= lower.amount) return `At or below the lower limit, so nothing is counted. ${limits}`
  const above = pence<'once'>(savings - lower.amount)
  return `${inWords(above)} above the lower limit; each £250 or part of it counts as £1 a week: ${inWords(weekly)}. ${limits}`
}

const lineOfIncome = ({ what, weekly, counted, why }: Income): MeansLine => ({
  what,
  kind: 'income',
  weekly,
  ...(counted === weekly ? {} : { allowed: counted === 0 ? false : counted }),
  why,
})

const lineOfClaim =
  (kind: 'disregard' | 'expense') =>
  ({ what, weekly, allowed, why }: Claimed): MeansLine => ({
    what,
    kind,
    weekly,
    allowed: allowed === weekly ? true : allowed === 0 ? false : allowed,
    why,
  })

const allowanceLine = (rate: RateName, times: number, found: FoundRate): MeansLine => ({
  what: `${capital(RATE_WORDS[rate])}${times === 1 ? '' : `, ${times} times`}`,
  kind: 'allowance',
  weekly: pence<'week'>(found.amount * times),
  why: found.entered ? `As entered from the circular: ${found.source}` : found.source,
})

/** Above the upper limit the person pays what the support costs, until their savings are below it. */
function fullCost(facts: MeansFacts, upper: FoundRate): Answer<Charge> {
  const { capital: savings, cost } = facts
  if (cost === undefined) return needs([{ fact: 'cost', about: 'the support that is charged for' }])
  const says = `${inWords(savings)} is above the upper limit of ${inWords(pence<'once'>(upper.amount))} (${upper.source}), so the whole cost is paid: ${inWords(cost)} a week. The council can still be asked to arrange the support.`
  return known(
    {
      weekly: cost,
      isAboveLimit: true,
      income: sum(facts.income.map(({ counted }) => counted)),
      expenses: pence<'week'>(0),
      lines: [
        ...(facts.owned ?? []).map(lineOfCapital),
        { what: `Savings of ${inWords(savings)}`, kind: 'capital', weekly: pence<'week'>(0), why: says },
      ],
    },
    [{ says, cites: ['CA s17', 'CR r25'] }],
  )
}

/** What the recorded facts give under the regulations. A rate that nobody has read or entered is asked for, never guessed. */
export function charge(facts: MeansFacts): Answer<Charge> {
  const { on, entered, setting, capital: savings, cost } = facts
  const wanted = ratesNeeded(facts).map((each) => ({ ...each, found: rateOn(each.rate, on, entered) }))
  const lower = rateOn('capital-lower', on, entered)
  const upper = rateOn('capital-upper', on, entered)
  const missing: readonly RateName[] = [
    ...(lower === undefined ? (['capital-lower'] as const) : []),
    ...(upper === undefined ? (['capital-upper'] as const) : []),
    ...wanted.flatMap(({ rate, found }) => (found === undefined ? [rate] : [])),
  ]
  if (upper !== undefined && lower !== undefined && savings > upper.amount) return fullCost(facts, upper)
  if (missing.length > 0 || lower === undefined || upper === undefined) return needs(missing.map(asked))
  const { weekly: tariff } = tariffOf(savings, lower.amount, upper.amount)
  const isAtHome = setting === 'home'
  const expenses = isAtHome ? facts.expenses : []
  const lines: readonly MeansLine[] = [
    ...facts.income.map(lineOfIncome),
    ...(facts.owned ?? []).map(lineOfCapital),
    {
      what: `Savings of ${inWords(savings)}`,
      kind: 'capital',
      weekly: tariff,
      why: savingsWords(savings, lower, upper, tariff),
    },
    ...wanted.flatMap(({ rate, times, found }) =>
      found === undefined ? [] : [allowanceLine(rate, times, found)],
    ),
    ...(isAtHome ? facts.housing.map(lineOfClaim('disregard')) : []),
    ...expenses.map(lineOfClaim('expense')),
  ]
  const working = workingOf(lines)
  if (working.kind !== 'known') return working
  const left = working.value
  const isCapped = cost !== undefined && left > cost
  const weekly = isCapped ? cost : left
  const step: Step = {
    says: isCapped
      ? `The support that is charged for costs ${inWords(cost)} a week, ${inWords(minus(left, cost))} less than that. Nobody pays more than it costs: ${inWords(cost)} a week.`
      : `The person pays ${inWords(weekly)} a week.`,
    cites: ['CA s14', 'CA s17'],
    gives: { name: 'pays', value: weekly, unit: 'pence-a-week' },
  }
  return known(
    {
      weekly,
      isAboveLimit: false,
      income: sum(facts.income.map(({ counted }) => counted)),
      expenses: sum(expenses.map(({ allowed }) => allowed)),
      lines,
    },
    [...working.because, step],
  )
}
