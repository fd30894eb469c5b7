import { addDays, day } from '../dates/plain-date.ts'
import type { ContractEntry, ContractFile } from '../contracts/entries.ts'
import { type Ledger, foldContract } from '../contracts/ledger.ts'
import { indicators } from '../contracts/a-contract.ts'
import { pence } from '../money/pence.ts'
import { chanceFrom } from './remeasure.ts'

export const PLANTED = [
  'creaming',
  'parking',
  'exclusions',
  'threshold',
  'last-minute',
  'marking-own-work',
  'easy-goals',
  'relapse',
  'clipped-visits',
  'many-faces',
  'under-cost',
] as const
export type Planted = (typeof PLANTED)[number]

const PEOPLE = 240
const START = day('2026-04-01')

type Making = {
  readonly chance: () => number
  readonly between: (low: number, high: number) => number
  readonly happens: (p: number) => boolean
  readonly does: (what: Planted) => boolean
  readonly add: (kind: ContractEntry['kind'], on: string, by: string, fields: object) => string
  readonly entries: readonly ContractEntry[]
  readonly minutes: Map<number, number>
  readonly percent: Map<number, number>
}

function making(seed: number, planted: Planted | undefined): Making {
  const chance = chanceFrom(seed)
  const entries: ContractEntry[] = []
  return {
    chance,
    between: (low, high) => low + (high - low) * chance(),
    happens: (p) => chance() < p,
    does: (what) => planted === what,
    add: (kind, on, by, fields) => {
      const id = `${kind}-${entries.length + 1}`
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the fields of each kind are written out below
      entries.push({ id, on: day(on), by, kind, ...fields } as unknown as ContractEntry)
      return id
    },
    entries,
    minutes: new Map(),
    percent: new Map(),
  }
}

/** A provider of a year, made from a seed: honest, or with one behaviour planted. Two hundred people or so, half of them measured again. */
export function anInventedProvider(seed: number, planted?: Planted): Ledger {
  const made = making(seed, planted)
  const { does, happens, between, add } = made
  const terms = indicators()
  add('awarded', START, 'ama', {
    provider: 'homely',
    manager: 'ama',
    from: START,
    to: day('2027-03-31'),
    terms,
  })
  const rate = does('under-cost') ? 2350 : 2760
  for (const [kind, amount] of [
    ['contract', rate],
    ['sustainable', 2760],
  ] as const)
    add('rate-set', START, 'ama', {
      rate: kind,
      service: 'home-care',
      amount: pence<'unit'>(amount),
      from: START,
    })
  for (let n = 0; n < PEOPLE; n += 1) {
    const person = `p-${n}`
    const likely = between(0.15, 0.95)
    const on = addDays(START, Math.floor(between(0, 60)))
    const referral = add('referred', on, 'sam', {
      person,
      chance: likely,
      needs: [{ service: 'home-care', units: 7 }],
    })
    const accepts = does('creaming') ? happens(0.35 + 0.6 * likely) : happens(0.85)
    if (!accepts) {
      add('declined', addDays(on, 2), 'homely', { referral, why: 'No worker free.' })
      continue
    }
    const start = addDays(on, 4)
    add('accepted', addDays(on, 3), 'homely', { referral })
    visits(made, person, start, likely)
    outcome(made, person, start, likely)
  }
  return ledgerOf(made)
}

function visits(
  { does, happens, between, chance, add, minutes, percent }: Making,
  person: string,
  start: ReturnType<typeof day>,
  likely: number,
) {
  const clips = does('clipped-visits') && happens(0.4)
  const shortShare = clips ? 0.4 : 0.05
  const parked = does('parking') ? 0.4 + 0.7 * likely : 1
  for (let month = 0; month < 3; month += 1) {
    const planned = 30
    let short = 0
    let given = 0
    const workers = new Map<string, number>()
    for (let visit = 0; visit < planned; visit += 1) {
      if (!happens(Math.min(1, parked * between(0.9, 1)))) continue
      const isShort = happens(shortShare)
      const ratio = lengthOf({ does, happens, between }, isShort)
      short += ratio < 80 ? 1 : 0
      given += Math.min(100, ratio) / 100
      percent.set(ratio, (percent.get(ratio) ?? 0) + 1)
      const took = Math.floor((ratio * 47) / 100)
      minutes.set(took, (minutes.get(took) ?? 0) + 1)
      const spread = does('many-faces') ? 14 * chance() : 7 * chance() ** 2.5
      const worker = `w-${Math.floor(spread)}`
      workers.set(worker, (workers.get(worker) ?? 0) + 1)
    }
    const from = addDays(start, 30 * month)
    add('delivered', addDays(from, 30), 'homely', {
      person,
      service: 'home-care',
      line: 'support',
      from,
      to: addDays(from, 29),
      planned,
      delivered: Math.round(given * 100) / 100,
      visits: planned,
      missed: 0,
      short,
      workers: [...workers].map(([worker, count]) => ({ worker, visits: count })),
    })
  }
}

/** Per cent of the planned time. Where the threshold is gamed, visits that fell short are written down as just long enough. */
function lengthOf(
  { does, happens, between }: Pick<Making, 'does' | 'happens' | 'between'>,
  isShort: boolean,
): number {
  if (!isShort) return Math.floor(92 + between(0, 8) + between(0, 8))
  const ratio = Math.floor(between(60, 92))
  return does('threshold') && ratio < 80 && happens(0.6) ? 80 : ratio
}

function outcome(
  { does, happens, between, add }: Making,
  person: string,
  start: ReturnType<typeof day>,
  likely: number,
) {
  const due = addDays(start, 120)
  const id = add('outcome-agreed', start, 'sam', {
    person,
    package: person,
    goal: 'Walk to the shop',
    weight: 1,
    from: start,
    due,
    estimate: [],
    measure: 'home',
    chance: likely,
  })
  const drops = does('exclusions') ? happens(0.25 * (1.3 - likely)) : happens(0.045)
  if (drops) {
    add('excluded', due, 'sam', { outcome: id, reason: 'other', why: 'As told.', approver: 'ama' })
    return
  }
  const isReached = happens(likely)
  const level = Math.floor(between(1, 4))
  const over = does('marking-own-work') ? (happens(0.5) ? 1 : 0) : happens(0.15) ? (happens(0.5) ? 1 : -1) : 0
  const claimedOn =
    does('last-minute') && happens(0.4) ? atMonthEnd(due) : addDays(due, Math.floor(between(0, 30)))
  add('claimed', claimedOn, 'homely', { outcome: id, level: Math.min(4, Math.max(0, level + over)) })
  const attained = does('easy-goals') ? Math.floor(between(0, 3)) : Math.floor(between(-2, 3))
  const confirmedOn = addDays(due, 30)
  add('confirmed', confirmedOn, person, { outcome: id, reached: isReached, level, attained })
  const back = happens(does('relapse') ? 0.3 : 0.06)
  if (isReached && back)
    add('referred', addDays(confirmedOn, 20 + Math.floor(between(0, 60))), 'sam', { person })
  if (happens(0.5))
    add('remeasured', addDays(confirmedOn, 40), 'ruth', { person, outcome: id, reached: isReached, level })
}

const atMonthEnd = (on: ReturnType<typeof day>) => addDays(day(`${on.slice(0, 8)}01`), 28)

function ledgerOf({ entries, minutes, percent }: Making): Ledger {
  const file: ContractFile = {
    format: 'roundtable/contract@1',
    contract: { id: 'invented', name: 'Invented', council: 'Northmoor Council' },
    parties: [
      { id: 'homely', name: 'Homely Care', role: 'provider' },
      { id: 'ama', name: 'Ama Boateng', role: 'commissioner' },
      { id: 'sam', name: 'Sam Tully', role: 'social-worker' },
      { id: 'ruth', name: 'Ruth Vale', role: 'reviewer' },
    ],
    entries: entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  }
  const ledger = foldContract(file, day('2027-03-31'), { care: [], minutes, percent })
  if (ledger === undefined) throw new Error('never awarded')
  return ledger
}
