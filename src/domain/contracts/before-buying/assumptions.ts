import { type Pence, pence, roundToPenny } from '../../money/pence.ts'

/**
 * What is assumed of invented people and of the price of support. Every one of them is on the page beside what comes out, and
 * a commissioner can put in their own.
 */
export type Assumptions = {
  /** how many people are referred in the year */
  readonly people: number
  /** hours of support a week that one person needs, on average */
  readonly hours: number
  /** what an hour costs to give: the council’s published sustainable rate, which is the floor under every contract */
  readonly sustainable: Pence<'unit'>
  /** what the contract pays an hour where it pays by the hour */
  readonly price: Pence<'unit'>
  /** of the outcomes that good support would bring, the share that comes without any, 0 to 1 */
  readonly alone: number
  /** of the hours, the share that somebody no longer needs after reaching their outcome, 0 to 1 */
  readonly less: number
  /** outcome fee: the share that no outcome hangs on, 0 to 1 */
  readonly upfront: number
  /** falling value: by how much it falls from the first year to the second, 0 to 1 */
  readonly falls: number
  /** lead provider: the council’s share of what care costs more or less than expected, and how far, both 0 to 1 */
  readonly share: number
  readonly corridor: number
  /** lead provider: the pool for outcomes, as a share of the sum for the population, 0 to 1 */
  readonly pool: number
}

/**
 * 12.6 hours a week is what 950 people in Coventry had on average (2016/17); a fifth up front is Wiltshire’s. The rest are ours,
 * and are there to be changed.
 */
export const ASSUMED: Assumptions = {
  people: 240,
  hours: 12.6,
  sustainable: pence<'unit'>(2760),
  price: pence<'unit'>(2760),
  alone: 0.25,
  less: 0.2,
  upfront: 0.2,
  falls: 0.05,
  share: 0.5,
  corridor: 0.1,
  pool: 0.04,
}

/** The least and the most that may be put in: what can be worked out in bounded time, and what the models make sense with. */
export const BOUNDS = {
  people: [50, 400],
  hours: [3, 30],
  sustainable: [1500, 6000],
  price: [1500, 6000],
  alone: [0, 0.9],
  less: [0, 0.5],
  upfront: [0, 1],
  falls: [0, 0.2],
  share: [0, 1],
  corridor: [0, 0.5],
  pool: [0, 0.2],
} as const satisfies Readonly<Record<keyof Assumptions, readonly [least: number, most: number]>>

/** How likely somebody is to reach their outcome with good support: from the least likely of them to the likeliest. */
export const CHANCES = { least: 0.15, most: 0.95 } as const

/** The mean of the chances above, which lie evenly between their ends. */
export const MEAN_CHANCE = (CHANCES.least + CHANCES.most) / 2

/** Of the hours planned, the share that is given where nobody does anything wrong: some visits are missed, some are short. */
export const USUALLY_GIVEN = 0.96

/**
 * What an hour of the estimate has to be worth under an outcome fee, so that a provider with people like these who behaves well
 * is paid what the care costs: cost x given = V (u + (1 - u) (p - anyway)). A price below this finds no provider that can count.
 */
export function breakEven({ sustainable, upfront, alone }: Assumptions): Pence<'unit'> {
  const paidFor = MEAN_CHANCE * (1 - alone)
  return roundToPenny<'unit'>((sustainable * USUALLY_GIVEN) / (upfront + (1 - upfront) * paidFor))
}
