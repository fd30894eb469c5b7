import { type Answer, type MissingFact, type Step, known, needs } from '../answer.ts'
import { type PlainDate, dateInWords } from '../dates/plain-date.ts'
import { type Pence, inWords, pence, roundToPenny } from '../money/pence.ts'
import { type Amount, type ContractEntryOf, SAVINGS, type Saving } from './entries.ts'
import { amountInWords } from './care.ts'
import { type Ledger, entryOf, every, peopleOn, rateOn } from './ledger.ts'
import { shownOf } from './measures.ts'
import { outcomesFor } from './outcomes.ts'
import { type Line, NOTHING, type Shown, type Warning, type Work } from './settlement.ts'
import {
  type ContractYear,
  type Span,
  daysIn,
  holdsDay,
  overlap,
  partOf,
  spanInWords,
  yearsOf,
} from './span.ts'
import type { TaperingTerms } from './terms.ts'

/** V(y) = V(0) x product(1 - d(j)) x (1 + uplift(y)): what the contract gives for a full year. */
export function valueOfYear(
  { value, years }: Pick<TaperingTerms, 'value' | 'years'>,
  year: number,
): Pence<'year'> {
  const left = years.slice(0, year).reduce((share, { falls }) => share * (1 - falls), 1)
  const uplift = year === 0 ? 0 : (years[year - 1]?.uplift ?? 0)
  return roundToPenny<'year'>(value * left * (1 + uplift))
}

/**
 * A value that falls from year to year (as in Nottinghamshire). The fall is blocked where it would go below the cost of meeting
 * the people's eligible needs at current rates: the year then pays that cost. The value is a number between council and
 * provider and never goes into anybody's budget.
 */
export const settleTapering: Work<TaperingTerms> = (terms, ledger, period) => {
  const lines: Line[] = []
  const warnings: Warning[] = []
  const missing: MissingFact[] = []
  for (const year of yearsOf(ledger.award)) {
    const days = overlap(period, overlap(year.days, ledger.span) ?? year.days)
    if (days === undefined) continue
    const value = valueOfYear(terms, year.number)
    lines.push(valueLine(terms, year, { value, days }))
    const cost = costOfNeeds(ledger, days.from, year.full)
    if (cost.kind === 'needs') missing.push(...cost.facts)
    if (cost.kind !== 'known' || cost.value <= value) continue
    const short = pence<'year'>(cost.value - value)
    const says = `Year ${year.number + 1} would be worth ${inWords(value)}; meeting the people’s eligible needs at the rates of ${dateInWords(days.from)} costs ${inWords(cost.value)}. The fall is blocked: ${inWords(short)} is missing for the year.`
    const step: Step = {
      says,
      from: [
        { name: 'the contract’s number', value, unit: 'pence-once' },
        { name: 'eligible needs', value: cost.value, unit: 'pence-once' },
      ],
      gives: { name: 'short', value: short, unit: 'pence-once' },
      cites: ['CA s18'],
    }
    lines.push({
      kind: 'needs',
      what: `What eligible needs cost above the value of year ${year.number + 1}, ${spanInWords(days)}`,
      amount: partOf(short, year.full, days),
      because: [step, ...cost.because],
    })
    warnings.push({ flag: 'blocked', because: [step] })
  }
  if (missing.length > 0) return needs(missing)
  const facts = outcomesFor(terms, ledger, period)
  return known(
    {
      ...NOTHING,
      lines,
      warnings,
      shown: [
        ...savedHours(terms, ledger, soFar(ledger, period)),
        ...terms.measures.map((each) => shownOf(each, facts)),
      ],
    },
    lines.flatMap(({ because }) => because),
  )
}

function valueLine(
  terms: TaperingTerms,
  year: ContractYear,
  { value, days }: { readonly value: Pence<'year'>; readonly days: Span },
): Line {
  const amount = partOf(value, year.full, days)
  const falls = terms.years.slice(0, year.number).map(({ falls: fall }) => `${Math.round(fall * 1e4) / 100}%`)
  const uplift = year.number === 0 ? 0 : (terms.years[year.number - 1]?.uplift ?? 0)
  const how = [
    `${inWords(terms.value)} in the first year`,
    ...(falls.length === 0 ? [] : [`falling by ${falls.join(', then ')}`]),
    ...(uplift === 0 ? [] : [`with an uplift of ${Math.round(uplift * 1e4) / 100}%`]),
  ].join(', ')
  return {
    kind: 'value',
    what: `The value of year ${year.number + 1}, ${spanInWords(days)}`,
    amount,
    because: [
      {
        says: `${how}: ${inWords(value)} for the year, of which ${daysIn(days)} of ${daysIn(year.full)} days are ${inWords(amount)}.`,
        from: [
          { name: 'first year', value: terms.value, unit: 'pence-once' },
          { name: 'this year', value, unit: 'pence-once' },
          { name: 'days', value: daysIn(days), unit: 'count' },
        ],
        gives: { name: 'this period', value: amount, unit: 'pence-once' },
      },
    ],
  }
}

type Needs = { readonly amounts: readonly Amount[]; readonly entry: string }

/** The units a week that meet each person's eligible needs on a day: as referred, or as last varied from a day on or before it. */
export function needsOn(ledger: Ledger, day: PlainDate): ReadonlyMap<string, Needs> {
  const people = new Set(peopleOn(ledger, day))
  const found = new Map<string, Needs & { readonly from: PlainDate }>()
  const take = (person: string, next: Needs & { readonly from: PlainDate }) => {
    const before = found.get(person)
    if (next.from <= day && (before === undefined || next.from >= before.from)) found.set(person, next)
  }
  for (const { id, on, person, needs: amounts } of every(ledger, 'referred'))
    if (people.has(person) && amounts !== undefined) take(person, { amounts, entry: id, from: on })
  for (const { id, from, person, needs: amounts } of every(ledger, 'varied'))
    if (person !== undefined && people.has(person) && amounts !== undefined)
      take(person, { amounts, entry: id, from })
  return found
}

/** What meeting everybody's eligible needs costs for a full year, at the sustainable rates and with the needs of one day. */
export function costOfNeeds(ledger: Ledger, day: PlainDate, full: Span): Answer<Pence<'year'>> {
  const missing: MissingFact[] = []
  const because: Step[] = []
  let total = 0
  const weeks = daysIn(full) / 7
  for (const [person, { amounts, entry }] of needsOn(ledger, day)) {
    let cost = 0
    for (const { service, units } of amounts) {
      const rate = rateOn(ledger, { rate: 'sustainable', service }, day)
      if (rate === undefined) missing.push({ fact: 'price', entry })
      else cost += roundToPenny<'year'>(units * weeks * rate.amount)
    }
    total += cost
    because.push({
      says: `${person}: ${amounts.map((amount) => amountInWords(ledger.award.terms.services, amount, ' a week')).join('; ')}, ${inWords(pence<'year'>(cost))} a year.`,
      gives: { name: person, value: cost, unit: 'pence-once' },
      entries: [entry],
    })
  }
  return missing.length > 0 ? needs(missing) : known(pence<'year'>(total), because)
}

const SAVED: Readonly<Record<Saving, string>> = {
  progressed:
    'they do more, as an independent re-measure shows (the only one of the four that is an outcome)',
  'price-or-setting': 'the price or the setting changed',
  'fewer-people': 'fewer people are supported',
  cut: 'the hours were simply cut',
}

/** Progress counts only where somebody independent measured again and found more than before; else the hours were cut. */
function kindOfSaving(ledger: Ledger, varied: ContractEntryOf<'varied'>): Saving {
  const saved = varied.saved ?? 'cut'
  if (saved !== 'progressed') return saved
  const measured = entryOf(ledger, 'remeasured', varied.remeasured)
  const independent = measured !== undefined && ledger.parties.get(measured.by)?.role === 'reviewer'
  const better = measured?.before !== undefined && measured.level > measured.before
  return independent && better && measured.person === varied.person ? saved : 'cut'
}

/** From the first day of the contract's year to the end of the period. */
function soFar(ledger: Ledger, period: Span): Span {
  const year = yearsOf(ledger.award).find(({ days }) => holdsDay(days, period.to))
  return { from: year?.days.from ?? period.from, to: period.to }
}

/** Every unit a week that was saved in some days, by what kind of saving it was. */
export function savedHours(terms: TaperingTerms, ledger: Ledger, period: Span): readonly Shown[] {
  const saved = new Map<Saving, { units: number; people: Set<string>; entries: string[] }>()
  for (const varied of every(ledger, 'varied')) {
    const { person, needs: after, from } = varied
    if (person === undefined || after === undefined || !holdsDay(period, from)) continue
    const before = needsBefore(ledger, varied)
    for (const { id } of terms.services) {
      const units = unitsOf(before, id) - unitsOf(after, id)
      if (units <= 0) continue
      const kind = kindOfSaving(ledger, varied)
      const heap = saved.get(kind) ?? { units: 0, people: new Set<string>(), entries: [] }
      saved.set(kind, heap)
      heap.units += units
      heap.people.add(person)
      heap.entries.push(varied.id)
    }
  }
  return SAVINGS.map((kind) => {
    const { units = 0, people, entries = [] } = saved.get(kind) ?? {}
    return {
      measure: `saved: ${kind}`,
      value: units,
      because: [
        {
          says: `${units} units a week less, for ${people?.size === 1 ? '1 person' : `${people?.size ?? 0} people`}, this year so far: ${SAVED[kind]}.`,
          gives: { name: kind, value: units, unit: 'count' },
          entries,
        },
      ],
    }
  })
}

const unitsOf = (amounts: readonly Amount[], service: string): number =>
  amounts.filter((each) => each.service === service).reduce((sum, { units }) => sum + units, 0)

/** What stood before a change: the last change before it, or the referral. */
function needsBefore(ledger: Ledger, varied: ContractEntryOf<'varied'>): readonly Amount[] {
  let found: { readonly from: PlainDate; readonly amounts: readonly Amount[] } | undefined
  const take = (from: PlainDate, amounts: readonly Amount[] | undefined) => {
    if (amounts !== undefined && (found === undefined || from >= found.from)) found = { from, amounts }
  }
  for (const { on, person, needs: amounts } of every(ledger, 'referred'))
    if (person === varied.person && on <= varied.from) take(on, amounts)
  for (const { id, from, person, needs: amounts } of every(ledger, 'varied')) {
    if (id === varied.id) break
    if (person === varied.person && from <= varied.from) take(from, amounts)
  }
  return found?.amounts ?? []
}
