import type { EntryOf } from '../../../record/entries.ts'
import type { IndicativeBudget } from '../../allocation/budget.ts'
import { roundToPenny, pence, sum } from '../../money/pence.ts'
import type { AdultOutcome } from '../../outcomes/topics.ts'
import type { Cast } from './at-the-table.ts'
import type { Recorded } from './conversation.ts'
import type { Prices } from './money.ts'
import { careHomePrice } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { BUILDS, SUPPORT_FOR } from './words-plan.ts'

export type PlanLine = EntryOf<'plan'>['lines'][number]

/** Topics for which people choose somebody of their own rather than an agency, as the model prices them. */
const BY_ASSISTANT: readonly AdultOutcome[] = ['relationships', 'work-learning', 'community']

/** What a week of a line costs: units times price, to the penny. */
export const costed = (line: Omit<PlanLine, 'weekly'>): PlanLine => ({
  ...line,
  weekly: line.unit === 'once' ? pence<'week'>(0) : roundToPenny<'week'>(line.amount * line.price),
})

/** Quarters of an hour, never none. */
export const quarters = (hours: number): number => Math.max(0.25, Math.round(hours * 4) / 4)

export type Asked = {
  readonly sheet: Sheet
  readonly cast: Cast
  readonly prices: Prices
  readonly needs: readonly Recorded[]
  readonly goals: readonly { readonly id: string; readonly topics: readonly AdultOutcome[] }[]
  readonly budget: IndicativeBudget | undefined
  readonly twice: ReadonlyMap<string, number>
}

/** The lines that meet the needs: a place in a care home, or help at home need by need. */
export function linesFor(asked: Asked): readonly PlanLine[] {
  const { setting } = asked.sheet.who
  if (setting === 'residential' || setting === 'nursing') return [careHome(asked)]
  const lines = asked.needs.flatMap((need) => atHome(asked, need))
  return lines.length > 0 ? lines : asked.needs.slice(0, 1).map((need) => fitted(asked, need))
}

const goalsFor = ({ goals }: Asked, topics: readonly AdultOutcome[]): Pick<PlanLine, 'goals'> => {
  const ids = goals.filter((goal) => goal.topics.some((topic) => topics.includes(topic))).map(({ id }) => id)
  return ids.length === 0 ? {} : { goals: ids }
}

function careHome(asked: Asked): PlanLine {
  const { sheet, cast, needs } = asked
  const { who, chance } = sheet
  const pounds = careHomePrice(chance, who.age, who.traits.reason, who.setting)
  return costed({
    line: 'home',
    needs: needs.map(({ id }) => id),
    ...goalsFor(
      asked,
      needs.flatMap(({ topics }) => topics),
    ),
    what: who.setting === 'nursing' ? 'A room with nursing' : 'A room and care',
    form: 'care-home',
    provider: cast.provider('care-home'),
    unit: 'week',
    amount: 1,
    price: pence<'unit'>(pounds * 100),
    funder: 'council',
    way: 'managed',
    effect: 'keeps',
    why: 'The needs are met day and night, in a place that was visited and chosen.',
  })
}

/** What the sum pays for by day, in hours a week; a second taking off of the carer's hours is a fault that shows here too. */
function paidHours({ budget, twice }: Asked, { topics }: Recorded): number {
  const own = (budget?.lines ?? []).filter(
    ({ kind, id }) => kind === 'support' && topics.some((topic) => topic === id),
  )
  return own.reduce((total, { id, hours, price }) => {
    const off = price === null || price.price === 0 ? 0 : (twice.get(id) ?? 0) / price.price
    return total + hours.paid - off
  }, 0)
}

/** Between the sum and the plan lies a conversation: a little more, seldom a little less. The same for everybody. */
const talkedOver = ({ sheet: { chance } }: Asked): number => 0.94 + 0.08 * (chance.next() + chance.next())

function atHome(asked: Asked, need: Recorded): readonly PlanLine[] {
  const { sheet, cast, prices } = asked
  const [first] = need.topics
  const hours = paidHours(asked, need)
  if (first === undefined) return []
  const night = need.night ? [nightLine(asked, need)] : []
  if (hours <= 0) return night
  const form = formFor(asked, first)
  const isOwn = form === 'personal-assistant' && cast.employs
  const line = costed({
    line: first,
    needs: [need.id],
    ...goalsFor(asked, need.topics),
    what: `${WHO_COMES[form]} ${SUPPORT_FOR[first]}`,
    form,
    provider: form === 'personal-assistant' ? cast.assistant() : cast.provider(form),
    unit: 'hour',
    amount: quarters(hours * talkedOver(asked)),
    price: pence<'unit'>(prices.priceOn(sheet.day(), { form, unit: 'hour' })),
    funder: 'council',
    way: isOwn ? 'direct-payment' : 'managed',
    effect: form === 'agency' ? 'keeps' : 'builds',
    why: 'It meets the need, and it is what was liked best of what there was.',
  })
  return [line, ...night]
}

type FormAtHome = 'agency' | 'personal-assistant' | 'supported-living'
const WHO_COMES: Readonly<Record<FormAtHome, string>> = {
  agency: 'Home care',
  'personal-assistant': 'A personal assistant',
  'supported-living': 'Support workers in the house',
}

const formFor = ({ sheet }: Asked, topic: AdultOutcome): FormAtHome => {
  if (sheet.who.setting === 'supported-living') return 'supported-living'
  return BY_ASSISTANT.includes(topic) ? 'personal-assistant' : 'agency'
}

function nightLine({ sheet, cast, prices }: Asked, need: Recorded): PlanLine {
  const level = need.said.find(({ topic }) => topic === 'night')?.level ?? 2
  const cover = level < 2 ? 'waking' : 'sleep-in'
  return costed({
    line: 'night',
    needs: [need.id],
    what:
      cover === 'waking' ? 'Somebody awake in the house at night' : 'Somebody asleep in the house at night',
    form: 'agency',
    provider: cast.provider('agency'),
    unit: 'hour',
    amount: 63,
    price: pence<'unit'>(prices.priceOn(sheet.day(), { form: 'agency', unit: 'hour', night: cover })),
    funder: 'council',
    way: 'managed',
    effect: 'keeps',
    why: 'Nights cannot be left to chance.',
  })
}

/** Something bought once, that makes less help needed. */
function fitted(asked: Asked, need: Recorded): PlanLine {
  const [first = 'home-safety'] = need.topics
  return costed({
    line: `${first}-things`,
    needs: [need.id],
    ...goalsFor(asked, need.topics),
    what: BUILDS[first].what,
    form: 'equipment',
    provider: asked.cast.provider('other'),
    unit: 'once',
    amount: 1,
    price: pence<'unit'>(BUILDS[first].pounds * 100),
    funder: 'council',
    way: 'managed',
    effect: 'builds',
    why: 'With this and the help that there is already, the need is met.',
  })
}

/** Six weeks of help to get skills back. */
export const reablementLine = ({ sheet, cast, prices, needs, goals }: Asked): PlanLine =>
  costed({
    line: 'reablement',
    needs: needs.map(({ id }) => id),
    ...(goals.length === 0 ? {} : { goals: goals.map(({ id }) => id) }),
    what: 'Six weeks at home to get skills back',
    form: 'reablement',
    provider: cast.provider('other'),
    unit: 'hour',
    amount: quarters(Math.min(14, sheet.who.hours)),
    price: pence<'unit'>(prices.priceOn(sheet.day(), { form: 'reablement', unit: 'hour' })),
    funder: 'council',
    way: 'managed',
    effect: 'builds',
    why: 'More may be possible; it is free for six weeks, and then we look again.',
  })

/** A line for a carer's need: somebody takes over for an afternoon. */
export const breakLine = ({ sheet, cast, prices }: Asked, need: string): PlanLine =>
  costed({
    line: 'carer-break',
    needs: [need],
    what: 'Somebody who takes over for an afternoon',
    form: 'respite',
    provider: cast.provider('agency'),
    unit: 'hour',
    amount: 3,
    price: pence<'unit'>(prices.priceOn(sheet.day(), { form: 'respite', unit: 'hour' })),
    funder: 'council',
    way: 'managed',
    effect: 'keeps',
    why: 'The carer’s need is eligible, and an afternoon meets it.',
  })

/** Less of every line that is paid by the week, in quarters of an hour, or of the price where it is one place. */
export function lessened(lines: readonly PlanLine[], share: number): readonly PlanLine[] {
  if (share === 0) return lines
  return lines.map((line) => {
    if (line.unit === 'hour' && line.line !== 'carer-break' && line.form !== 'reablement')
      return costed({ ...line, amount: quarters(line.amount * (1 - share)) })
    if (line.unit === 'week')
      return costed({ ...line, price: roundToPenny<'unit'>(line.price * (1 - share)) })
    return line
  })
}

export const totalOf = (lines: readonly PlanLine[]): number => sum(lines.map(({ weekly }) => weekly))
