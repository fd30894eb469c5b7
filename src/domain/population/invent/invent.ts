import type { RecordFile } from '../../../record/entries.ts'
import type { Model } from '../../allocation/model.ts'
import { type PlainDate, dayNumber } from '../../dates/plain-date.ts'
import type { Traits } from '../traits.ts'
import { type Chance, chanceAt } from './chance.ts'
import { type Faults, type Planted } from './faults.ts'
import { tell } from './journey.ts'
import { BEFORE_18 } from './turning-18.ts'
import { pricedFrom, pricesOf } from './money.ts'
import { daysStuck } from './shape.ts'
import { OTHER_COUNCILS } from './words-life.ts'
import { type Sheet, newSheet } from './sheet.ts'
import { type Someone, someone, turns18 } from './someone.ts'

/** What is true of an invented person, whatever their record shows: what a detector is held to. */
export type Truth = {
  /** the record's `person.id` */
  readonly person: string
  readonly 'clued-up': boolean
  /** hours of help a week that they were given to need */
  readonly hours: number
  readonly faults: readonly Planted[]
}

export type InventedPerson = {
  readonly record: RecordFile
  readonly traits: Traits
  readonly truth: Truth
}

export type Inventing = {
  /** how many; from 1 */
  readonly people: number
  /** a whole number from 0 to 2^53 - 1; the same seed gives the same people */
  readonly seed: number
  readonly faults: Faults
  /** the day on which the council stands; nothing is told of later days */
  readonly on: PlainDate
  /** by whose prices and rules budgets are worked out */
  readonly model: Model
  /** the number of the first person, from 0: part of a council, made by itself */
  readonly from?: number
}

/** The largest seed, and the most people, that are told apart. */
export const LARGEST_SEED = Number.MAX_SAFE_INTEGER
export const MOST_PEOPLE = 1_000_000

/** Six months after the first price: before that, a record of half a year could not be costed. */
const FIRST_DAYS = 183

/** Why no council can be invented for that day; undefined where one can. */
export function whyNot({ on, model }: Pick<Inventing, 'on' | 'model'>): string | undefined {
  const from = pricedFrom(model)
  if (from === undefined) return 'The model has no price for an hour of help.'
  return dayNumber(on) - dayNumber(from) >= FIRST_DAYS
    ? undefined
    : `The model has prices from ${from}. A council can be invented for a day at least ${FIRST_DAYS} days later.`
}

/**
 * An invented council in the shape of England's (section E3 of the evidence), person by person: whole records, the traits beside
 * them, and the truth of what was planted. The same arguments give the same people on every machine; nothing is held but the
 * one in hand.
 */
export function* invent({
  people,
  from = 0,
  ...inventing
}: Inventing): Generator<InventedPerson, void, undefined> {
  const prices = pricesOf(inventing.model)
  const first = dayNumber(pricedFrom(inventing.model) ?? inventing.on)
  const today = dayNumber(inventing.on)
  for (let place = from; place < from + people; place += 1) {
    const chance = chanceAt(inventing.seed, place)
    const who = someone(chance, `invented-${inventing.seed}-${place + 1}`, inventing.on)
    const began = Math.max(first, today - agoOf(chance, who, inventing.faults, today))
    const end = endOf(chance, who, today)
    const sheet = newSheet(who, chance, inventing.faults, {
      from: began,
      today: end ?? today,
      ends: end !== undefined,
    })
    tell(sheet, prices)
    if (end !== undefined) close(sheet, end)
    yield {
      record: sheet.record(),
      traits: who.traits,
      truth: {
        person: who.id,
        'clued-up': who.cluedUp,
        hours: Math.round(who.hours * 100) / 100,
        faults: sheet.planted,
      },
    }
  }
}

/** 8,250 people have long-term support within a year, and 6,245 of them at its end. */
const ENDED = 0.29

/** The day on which the support of a year ended; undefined where it goes on. */
const endOf = (chance: Chance, { way }: Someone, today: number): number | undefined =>
  way === 'long' && chance.happens(ENDED) ? today - chance.between(1, 180) : undefined

const MOVES_AWAY = 'Moved to be near family in another part of the country. The council there has the plan.'

const ENDS = {
  inCare: [
    'Died in hospital. The family has been written to.',
    'Died at the home, with people around whom they knew.',
    MOVES_AWAY,
  ],
  atHome: [
    'Died in hospital. The family has been written to.',
    'Died at home, with family there.',
    MOVES_AWAY,
    'Manages with family and friends now, and asked to end it.',
  ],
}

function close(sheet: Sheet, on: number): void {
  const lives =
    sheet.who.setting === 'residential' || sheet.who.setting === 'nursing' ? ENDS.inCare : ENDS.atHome
  const why = sheet.chance.pick(lives)
  const worker = sheet.entries.find(({ kind }) => kind === 'worker')
  const inForce = sheet.entries.some((entry) => entry.kind === 'plan' && entry.status === 'issued')
  if (worker?.kind === 'worker' && why === MOVES_AWAY && inForce)
    sheet.add(
      'moved',
      worker.worker,
      {
        direction: 'out',
        other: sheet.chance.pick(OTHER_COUNCILS),
        'plan-in-place': true,
        'told-in-advance': true,
      },
      on,
    )
  if (worker?.kind === 'worker') sheet.add('closed', worker.worker, { why }, on)
}

const YEAR = 365

/** How many days ago they first asked. Who has long-term support asked before the year began. */
function agoOf(chance: Chance, { way, born }: Someone, faults: Faults, today: number): number {
  switch (way) {
    case 'long':
      return chance.between(395, 590)
    case 'waiting': {
      const draw = chance.next()
      if (draw < faults.stuck) return daysStuck(chance)
      return draw < faults.stuck + faults['late-start'] ? chance.between(30, 182) : chance.between(0, 27)
    }
    case 'turning-18':
      return Math.max(0, today - dayNumber(turns18(born)) + BEFORE_18)
    case 'new':
    case 'advice':
    case 'passed-on':
    case 'not-eligible':
    case 'reablement':
    case 'did-not-want':
      return chance.between(0, YEAR)
  }
}
