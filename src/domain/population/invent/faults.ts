// What can be planted in an invented council, so that whatever looks for faults can be held to the truth. The usual rates follow
// England where a figure is known (section E of the evidence: waits of March 2025, reviews of 2019-21, answers to
// complaints in East Sussex); where none is known, the figure is chosen so that there is something to find.

type Planting = {
  readonly usual: number
  /** of whom or of what the number is a share; for a `size`, what it is the size of */
  readonly of: string
  readonly is: 'rate' | 'size'
}

export const PLANTABLE = {
  'refused-hard-case': {
    usual: 0.04,
    is: 'rate',
    of: 'people with much need who ask: turned away without an assessment, the record closed with no reason',
  },
  'late-start': {
    usual: 0.5,
    is: 'rate',
    of: 'people who wait for an assessment today: they have waited one to six months',
  },
  stuck: {
    usual: 0.3,
    is: 'rate',
    of: 'people who wait for an assessment today: they have waited six months to two years',
  },
  'slow-assessment': {
    usual: 0.14,
    is: 'rate',
    of: 'assessments: begun or finished after the standard, the long tail of the waits',
  },
  'silent-hold': {
    usual: 0.06,
    is: 'rate',
    of: 'people who wait, or are being assessed: put on hold, and nobody told them',
  },
  'no-advocate': {
    usual: 0.15,
    is: 'rate',
    of: 'people who find it hard to take part: no advocate, and nobody suitable beside them',
  },
  'carer-ends-eligibility': {
    usual: 0.05,
    is: 'rate',
    of: 'people with an unpaid carer: a need called not eligible because the carer meets it',
  },
  'carer-counted-twice': {
    usual: 0.1,
    is: 'rate',
    of: 'people whose unpaid carer’s hours come off: they come off the budget and the plan a second time',
  },
  'clued-up-gap': {
    usual: 0.1,
    is: 'size',
    of: 'the budget of everybody who is not clued-up, for the same needs: so much lower',
  },
  'threshold-spike': {
    usual: 0.5,
    is: 'rate',
    of: 'plans of £500 to £580 a week: trimmed to just under £500, where a manager’s word is enough',
  },
  'low-price': { usual: 0.1, is: 'rate', of: 'direct payments: an hour priced below what is published' },
  'hidden-budget': { usual: 0.08, is: 'rate', of: 'plans: no indicative budget was shown before' },
  'late-support': { usual: 0.06, is: 'rate', of: 'plans: a line began weeks after it was due' },
  'easy-goal': {
    usual: 0.12,
    is: 'rate',
    of: 'goals to gain something: set at what the person could do already',
  },
  'clipped-visits': { usual: 0.15, is: 'rate', of: 'home care: visits cut short, and charged as if whole' },
  'unexplained-cut': {
    usual: 0.12,
    is: 'rate',
    of: 'people of one area (Eastfield) supported for a year: less support, with no reassessment and no reason',
  },
  'missed-review': {
    usual: 0.4,
    is: 'rate',
    of: 'people supported for a year: the review of the year was not held',
  },
  'unanswered-dispute': { usual: 0.2, is: 'rate', of: 'disputes: no answer within the standard' },
  'late-complaint': { usual: 0.62, is: 'rate', of: 'complaints: no answer within the standard' },
} as const satisfies Readonly<Record<string, Planting>>

export type FaultName = keyof typeof PLANTABLE
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys of a literal
export const FAULT_NAMES = Object.keys(PLANTABLE) as readonly FaultName[]
const isFault = (name: string): name is FaultName => FAULT_NAMES.some((each) => each === name)

/** How much of each fault there is: 0 for none, 1 for everybody whom it can befall. */
export type Faults = Readonly<Record<FaultName, number>>

const each = (of: (name: FaultName) => number): Faults => {
  const faults: Partial<Record<FaultName, number>> = {}
  for (const name of FAULT_NAMES) faults[name] = of(name)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name has just been given its number
  return faults as Faults
}

/** A council that does everything that it must, and in time. */
export const NO_FAULTS: Faults = each(() => 0)
/** A council as they are found. */
export const USUAL_FAULTS: Faults = each((name) => PLANTABLE[name].usual)

export type ReadFaults =
  | { readonly kind: 'faults'; readonly faults: Faults }
  /** a sentence */
  | { readonly kind: 'refused'; readonly says: string }

const refused = (says: string): ReadFaults => ({ kind: 'refused', says })

/** `none`, `all`, or `name=share` with commas between; a name alone has its usual share, what is not named has none. */
export function readFaults(text: string): ReadFaults {
  if (text === 'none') return { kind: 'faults', faults: NO_FAULTS }
  if (text === 'all') return { kind: 'faults', faults: USUAL_FAULTS }
  const named = new Map<FaultName, number>()
  for (const part of text.split(',').map((one) => one.trim())) {
    const [name = '', share, ...more] = part.split('=')
    if (!isFault(name)) {
      return refused(
        `There is no fault "${name.slice(0, 60)}" to plant. There is: ${FAULT_NAMES.join(', ')}.`,
      )
    }
    if (named.has(name)) return refused(`The fault ${name} is named twice.`)
    const isShare = share === undefined || /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(share)
    if (!isShare || more.length > 0) {
      return refused(`The share of ${name} must be a number from 0 to 1, such as ${name}=0.1.`)
    }
    named.set(name, share === undefined ? PLANTABLE[name].usual : Number(share))
  }
  return { kind: 'faults', faults: each((name) => named.get(name) ?? 0) }
}

/** A fault that was planted in a record: the truth that a detector is held to. */
export type Planted = {
  readonly fault: FaultName
  /** ids of the entries that carry it */
  readonly entries: readonly string[]
  /** what it takes from a person, in pence a week, where it is money */
  readonly pence?: number
}
