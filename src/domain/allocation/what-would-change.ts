import type { Answer } from '../answer.ts'
import { minus, type Pence, pence } from '../money/pence.ts'
import { isLevel, LADDER, type Level } from '../outcomes/ladder.ts'
import { isTopic, type Topic } from '../outcomes/topics.ts'
import { standing } from './both-ways.ts'
import type { IndicativeBudget, Line } from './budget.ts'
import { indicativeBudget } from './built-up.ts'
import { helpersOf, minutesEachOf, timesOf } from './count.ts'
import { type AllocationFacts, PERSON, type Said, type Whose } from './facts.ts'
import type { Model } from './model.ts'
import { plainSums } from './plain-sum.ts'
import { slotOf } from './slots.ts'
import { type Tables, tablesOf } from './tables.ts'
import { type Heard, hear, type Hearing, hearingWith } from './voices.ts'
import * as say from './words.ts'

/**
 * One change and its exact effect, found by working the whole sum out again with the same rule. `difference` is the effect on the
 * whole week, `lineDifference` on the line alone: an hour of unpaid help that one line no longer takes may come off another.
 */
export type Change = {
  readonly id: string
  readonly says: string
  readonly weekly: Pence<'week'>
  readonly difference: Pence<'week'>
  readonly lineDifference: Pence<'week'>
}

/** Of all that was said of the nights, the line goes by the most; by day there is only one to choose from. */
function mostNights(tables: Tables, { slot, lead }: Heard): number {
  const times = timesOf(tables, slot, lead)
  return Number.isNaN(times) ? -1 : times
}

/** `also` is what was said beyond the facts as they are, where that is the only change. */
type Variant = {
  readonly id: string
  readonly says: string
  readonly facts: AllocationFacts
  readonly also?: Said
}

/** What would change a line, in a short list. Empty for contingency, which follows the rest, and where there is no such line. */
export const whatWouldChange = (
  model: Model,
  facts: AllocationFacts,
  lineId: string,
  whose: Whose = PERSON,
): readonly Change[] => changeFinder(model, facts, whose)(lineId)

/**
 * The same for a page, which asks of every line: what the lines have in common is worked out once.
 * @param before the sum of these facts, where it is at hand
 */
export function changeFinder(
  model: Model,
  facts: AllocationFacts,
  whose: Whose = PERSON,
  before: Answer<IndicativeBudget> = indicativeBudget(model, facts, whose),
): (lineId: string) => readonly Change[] {
  const tables = tablesOf(model, facts.on, facts.prices)
  if (before.kind !== 'known') return () => []
  const sums: Sums = {
    sum: plainSums(),
    whose,
    before: before.value,
    hearing: hear(facts, whose),
    hearAlso: hearingWith(facts, whose),
    tables,
    facts,
    priced: new Map(),
  }
  return (lineId) => changesOf(sums, lineId)
}

/** What all changes of one sum have in common. */
type Sums = {
  readonly sum: ReturnType<typeof plainSums>
  readonly whose: Whose
  readonly before: IndicativeBudget
  readonly hearing: Hearing
  readonly hearAlso: (said: Said) => Hearing
  readonly tables: Tables
  readonly facts: AllocationFacts
  /** the model laid out at a price of its own, by that price: lines of one form ask for the same */
  readonly priced: Map<string, Tables>
}

function changesOf(sums: Sums, lineId: string): readonly Change[] {
  const { before, hearing, tables, facts } = sums
  const line = before.lines.find((one) => one.id === lineId)
  if (line === undefined || line.topic === 'contingency') return []
  const heard = [...hearing.topics, ...hearing.nights]
    .filter(({ slot }) => slot === slotOf(line.topic))
    .toSorted((a, b) => mostNights(tables, b) - mostNights(tables, a))
  const base = before.lines.find((one) => one.id === line.topic) ?? line
  const variants = [
    ...heard.slice(0, 1).flatMap((one) => variantsOfSaid(tables, facts, one)),
    ...variantsOfHelp(facts, base),
    ...variantsOfSharing(tables, facts, base),
    ...variantsOfPrice(tables, facts, line),
    ...variantsOfDisputes(facts, heard),
  ]
  return variants.flatMap((variant) => effect(sums, variant, line) ?? [])
}

function effect(sums: Sums, variant: Variant, line: Line): Change | undefined {
  const { id, says, facts } = variant
  const hearing = hearingOf(sums, variant)
  const after = sums.sum(tablesFor(sums, facts), facts, hearing, sums.whose)
  if (after === undefined) return undefined
  const difference = minus(after.weekly, sums.before.weekly)
  return {
    id,
    says: `${says}: ${differenceInWords(difference)}.`,
    weekly: after.weekly,
    difference,
    lineDifference: minus(after.line(line.id), line.weekly),
  }
}

function hearingOf({ facts: before, hearing, hearAlso, whose }: Sums, { facts, also }: Variant): Hearing {
  if (also !== undefined) return hearAlso(also)
  return facts.said === before.said ? hearing : hear(facts, whose)
}

function tablesFor({ tables, facts, priced }: Sums, { prices }: AllocationFacts): Tables {
  if (prices === facts.prices) return tables
  const last = prices?.at(-1)
  const key = last === undefined ? '' : `${last.form} ${last.unit} ${last.price}`
  const laidOut = priced.get(key) ?? tablesOf(tables.model, facts.on, prices)
  priced.set(key, laidOut)
  return laidOut
}

const differenceInWords = (difference: number): string =>
  difference === 0
    ? 'no change to the sum'
    : `${say.money(Math.abs(difference))} a week ${difference > 0 ? 'more' : 'less'}`

const withSaid = (facts: AllocationFacts, said: Said): Pick<Variant, 'facts' | 'also'> => ({
  facts: { ...facts, said: [...facts.said, said] },
  also: said,
})

/** As if the speaker whose words count said it again today, with one figure changed and the others as they are counted. */
function variantsOfSaid(
  tables: Tables,
  facts: AllocationFacts,
  { slot, topic, lead }: Heard,
): readonly Variant[] {
  const times = timesOf(tables, slot, lead)
  const minutes = minutesEachOf(tables, slot, lead)
  const people = helpersOf(tables, slot, lead)
  const byNight = slotOf('night') === slot
  const again = {
    entry: (lead.trail.times ?? lead.trail.level)?.entry ?? '',
    topic,
    saidBy: lead.saidBy,
    saidByName: lead.saidByName,
    on: facts.on,
    ...(byNight ? { night: true } : {}),
  }
  const one = byNight ? 'night' : 'time'
  const counted: Said = {
    ...again,
    ...(isLevel(lead.level) ? { level: lead.level } : {}),
    times,
    ...(Number.isNaN(minutes) ? {} : { minutes }),
    people: people === 2 ? 2 : 1,
  }
  const change = (id: string, says: string, figures: Partial<Said>): Variant => ({
    id,
    says,
    ...withSaid(facts, { ...counted, ...figures }),
  })
  const levels = [lead.level - 1, lead.level + 1].filter(isLevel)
  return [
    ...(byNight && times >= 7 ? [] : [change('one-more', `One more ${one} a week`, { times: times + 1 })]),
    ...(times >= 1 ? [change('one-fewer', `One ${one} a week fewer`, { times: times - 1 })] : []),
    ...(byNight || Number.isNaN(minutes) || times === 0
      ? []
      : [change('longer', '15 minutes more each time', { minutes: minutes + 15 })]),
    ...(people === 1 && times > 0 ? [change('two-helpers', 'Two helpers at once', { people: 2 })] : []),
    ...levels.map((level: Level) => ({
      id: `level-${level}`,
      says: `Level ${level}, “${LADDER[level]}”, instead of level ${lead.level}`,
      ...withSaid(facts, { ...again, level }),
    })),
  ]
}

const variantsOfHelp = (facts: AllocationFacts, line: Line): readonly Variant[] =>
  line.givenBy.map(({ carer, carerName }) => ({
    id: `without-${carer}`,
    says: `If ${carerName} stopped helping`,
    facts: {
      ...facts,
      help: facts.help.map((help) => (help.carer === carer ? { ...help, agreed: false } : help)),
    },
  }))

function variantsOfSharing(tables: Tables, facts: AllocationFacts, line: Line): readonly Variant[] {
  const { topic } = line
  const slot = slotOf(topic)
  const already = (facts.shared ?? []).some((shared) => shared.topic === topic && shared.agreed)
  if (slot === undefined || !isTopic(topic) || (tables.mostSharing[slot] ?? 1) < 2 || line.hours.paid === 0)
    return []
  const without = (facts.shared ?? []).filter((shared) => shared.topic !== topic)
  const shared = already ? without : [...without, { entry: '', topic, people: 2, agreed: true }]
  const says = already
    ? 'If the worker was not shared'
    : 'If you chose to share the worker with one other person'
  return [{ id: already ? 'not-shared' : 'shared', says, facts: { ...facts, shared } }]
}

/** The ends of the published price, as if the record had them for its own. */
function variantsOfPrice(tables: Tables, facts: AllocationFacts, line: Line): readonly Variant[] {
  const { price } = line
  if (price === null || price.own) return []
  const byNight = line.kind === 'night'
  const hours = byNight ? tables.model.nights['hours-a-night'] : 1
  return (['low', 'high'] as const)
    .filter((end) => price[end] !== price.price)
    .map((end) => ({
      id: `price-${end}`,
      // The price stands in every line of that support, and so does its effect.
      says: `If all of this support, in every line, had the ${end === 'low' ? 'lowest' : 'highest'} published price, ${say.money(price[end])} ${say.UNIT_WORDS[price.unit]}`,
      facts: {
        ...facts,
        prices: [
          ...(facts.prices ?? []),
          {
            form: price.form,
            unit: byNight ? ('night' as const) : price.unit,
            price: pence<'hour'>(Math.round(price[end] * hours)),
            from: facts.on,
          },
        ],
      },
    }))
}

function variantsOfDisputes(facts: AllocationFacts, heard: readonly Heard[]): readonly Variant[] {
  const topics = new Set<Topic>(heard.map(({ topic }) => topic))
  return facts.said
    .filter((said) => said.disputed === true && said.on <= facts.on && topics.has(said.topic))
    .map((said) => ({
      id: `stands-${said.entry}`,
      says: `If what ${said.saidByName} said on ${say.dayInWords(said.on)} stands`,
      facts: standing(facts, (entry) => entry === said.entry),
    }))
}
