import type { EntryOf } from '../../../record/entries.ts'
import type { IndicativeBudget } from '../../allocation/budget.ts'
import type { Form } from '../../allocation/support.ts'
import { roundToPenny, pence, sum } from '../../money/pence.ts'
import type { AdultOutcome } from '../../outcomes/topics.ts'
import type { Cast } from './at-the-table.ts'
import type { Recorded } from './conversation.ts'
import type { Prices } from './money.ts'
import { careHomePrice } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { BUILDS, SUPPORT_FOR } from './words-plan.ts'

export type PlanLine = EntryOf<'plan'>['lines'][number]

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

type FormAtHome = 'agency' | 'personal-assistant' | 'supported-living'

/** What of a need one form of support meets: the topics, and hours a week. */
type Part = { readonly form: FormAtHome; readonly topics: readonly AdultOutcome[]; readonly hours: number }

/**
 * What the sum pays for by day, by who comes: as the model names it, unless somebody lives where support is in the house. A second
 * taking off of the carer's hours is a fault that shows here too.
 */
function partsOf({ sheet, budget, twice }: Asked, { topics }: Recorded): readonly Part[] {
  const parts = new Map<FormAtHome, Part>()
  for (const { kind, id, hours, price } of budget?.lines ?? []) {
    const topic = topics.find((one) => one === id)
    if (kind !== 'support' || topic === undefined) continue
    const off = price === null || price.price === 0 ? 0 : (twice.get(id) ?? 0) / price.price
    const form = formFor(sheet, price?.form)
    const there = parts.get(form) ?? { form, topics: [], hours: 0 }
    parts.set(form, { form, topics: [...there.topics, topic], hours: there.hours + hours.paid - off })
  }
  return [...parts.values()].filter(({ hours }) => hours > 0)
}

/** Between the sum and the plan lies a conversation: a little more, seldom a little less. The same for everybody. */
const talkedOver = ({ sheet: { chance } }: Asked): number => 0.94 + 0.08 * (chance.next() + chance.next())

function atHome(asked: Asked, need: Recorded): readonly PlanLine[] {
  if (need.topics.length === 0) return []
  const night = need.night ? [nightLine(asked, need)] : []
  const parts = partsOf(asked, need)
  if (parts.length === 0) return night
  const said = talkedOver(asked)
  return [...parts.map((part) => partLine(asked, need, part, said)), ...night]
}

function partLine(asked: Asked, need: Recorded, { form, topics, hours }: Part, said: number): PlanLine {
  const { sheet, cast, prices } = asked
  const [first = 'home-safety'] = topics
  // Money of one’s own may go to an assistant or to an agency of one’s choice, at the same price.
  const isOwn = form !== 'supported-living' && cast.employs
  return costed({
    line: first,
    needs: [need.id],
    ...goalsFor(asked, topics),
    what: `${WHO_COMES[form]} ${SUPPORT_FOR[first]}`,
    form,
    provider: form === 'personal-assistant' ? cast.assistant() : cast.provider(form),
    unit: 'hour',
    amount: quarters(hours * said),
    price: pence<'unit'>(prices.priceOn(sheet.day(), { form, unit: 'hour' })),
    funder: 'council',
    way: isOwn ? 'direct-payment' : 'managed',
    effect: form === 'agency' ? 'keeps' : 'builds',
    why: 'It meets the need, and it is what was liked best of what there was.',
  })
}

const WHO_COMES: Readonly<Record<FormAtHome, string>> = {
  agency: 'Home care',
  'personal-assistant': 'A personal assistant',
  'supported-living': 'Support workers in the house',
}

const formFor = ({ who }: Sheet, form: Form | undefined): FormAtHome =>
  who.setting === 'supported-living' ? 'supported-living' : form === 'personal-assistant' ? form : 'agency'

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
