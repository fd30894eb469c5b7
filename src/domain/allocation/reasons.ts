import type { Figure, Step } from '../answer.ts'
import { TOPIC_WORDS } from '../outcomes/topics.ts'
import type { Given } from './budget.ts'
import { alone, helpersOf, minutesEachOf, pricedLevel, speaksOfHours, timesOf } from './count.ts'
import type { Help } from './facts.ts'
import { modelReference } from './model.ts'
import type { PriceInForce } from './prices.ts'
import { FORM_WORDS } from './support.ts'
import type { Tables } from './tables.ts'
import type { Heard, Spoken } from './voices.ts'
import * as say from './words.ts'
import { addTrail } from './working.ts'

const NO_STEPS: readonly Step[] = []

const hours = (name: string, minutes: number): Figure => ({ name, value: minutes / 60, unit: 'hours-a-week' })
const weekly = (name: string, value: number): Figure => ({ name, value, unit: 'pence-a-week' })

/** Why the topic counts, and at which level. */
export function levelSteps(heard: Heard, needsRecorded: boolean): readonly Step[] {
  const { level } = heard.lead.trail
  const steps: Step[] = []
  if (!needsRecorded) {
    const says =
      'No need is recorded yet. This counts because it was spoken of as something that help is needed with.'
    steps.push({ says, cites: ['CA s13'] })
  }
  if (level?.level === undefined) return steps
  const also =
    level.level === 4 && heard.lead.times > 0 ? ' Help was asked for with it, so that help counts.' : ''
  steps.push({
    says: `${say.saidInWords(level)}: ${say.levelInWords(level.level)}.${also}`,
    gives: { name: 'level', value: level.level, unit: 'level' },
    entries: [level.entry],
  })
  return steps
}

/** Which figures of a voice are the model's typical support, not anybody's words. */
export function typicalParts(voice: Spoken): readonly ('times' | 'minutes' | 'people')[] {
  if (alone(voice) || voice.times === 0) return []
  return (['times', 'minutes', 'people'] as const).filter((part) => voice.trail[part] === undefined)
}

function typicalStep(tables: Tables, { slot, topic, lead }: Heard): readonly Step[] {
  const parts = typicalParts(lead)
  const times = timesOf(tables, slot, lead)
  const was = [
    ...(parts.includes('times') ? [`how often (typically ${say.timesInWords(times)})`] : []),
    ...(parts.includes('minutes') && times > 0
      ? [`how long (typically ${say.timeInWords(minutesEachOf(tables, slot, lead))})`]
      : []),
  ]
  if (was.length === 0) return []
  return [
    {
      says: `It was not said ${was.join(' or ')}. The model’s typical support at this level stands in: it is typical, not this person’s own.`,
      model: modelReference(tables.model, `${topic} at level ${pricedLevel(lead.level)}`),
    },
  ]
}

function entriesOf({ trail }: Spoken): readonly string[] {
  const entries: string[] = []
  addTrail(entries, trail)
  return entries
}

/** Times x minutes x helpers, and whose words they are. */
export function hoursSteps(tables: Tables, heard: Heard, needMinutes: number): readonly Step[] {
  const { lead, slot } = heard
  if (alone(lead)) {
    const entries = entriesOf(lead)
    return [{ says: 'So no help is counted here.', gives: hours('hours of need', 0), entries }]
  }
  const times = timesOf(tables, slot, lead)
  const minutes = minutesEachOf(tables, slot, lead)
  const people = helpersOf(tables, slot, lead)
  const said = lead.trail.times ?? lead.trail.minutes
  const by = said === undefined ? '' : ` (${say.saidInWords(said)})`
  const product =
    times === 0
      ? `${say.timesInWords(times)}: no time`
      : `${say.timesInWords(times)} × ${say.timeInWords(minutes)} × ${say.helpersInWords(people)} = ${say.timeInWords(needMinutes)} a week`
  return [
    ...typicalStep(tables, heard),
    {
      says: `${product}${by}.`,
      from: [
        { name: 'times', value: times, unit: 'times-a-week' },
        ...(Number.isNaN(minutes)
          ? []
          : [{ name: 'minutes each time', value: minutes, unit: 'minutes' } as const]),
        { name: 'helpers at once', value: people, unit: 'count' },
      ],
      gives: hours('hours of need', needMinutes),
      entries: entriesOf(lead),
    },
  ]
}

/** What other people said that differs, so that the range spans it, and what is set aside while it is disputed. */
export function otherVoices(tables: Tables, heard: Heard, needMinutes: number): readonly Step[] {
  const { slot, lead, voices, timesSaid, setAside } = heard
  // Most of what is said is said by one person, and stands.
  if (setAside.length === 0 && voices.length === 1) return NO_STEPS
  const others = voices.flatMap((voice): readonly Step[] => {
    if (voice.saidBy === lead.saidBy) return []
    const last = voice.trail.times ?? voice.trail.level
    if (last === undefined) return []
    const who = say.saidInWords(last)
    if (!speaksOfHours(voice, timesSaid)) {
      if (voice.level === lead.level || Number.isNaN(voice.level)) return []
      const says = `${who}, differs: ${say.levelInWords(voice.level)}, but not how often. The range spans both prices.`
      return [{ says, entries: entriesOf(voice) }]
    }
    const times = timesOf(tables, slot, voice)
    const theirs =
      times === 0 ? 0 : times * minutesEachOf(tables, slot, voice) * helpersOf(tables, slot, voice)
    if (Number.isNaN(theirs) || Math.abs(theirs - needMinutes) < 1e-9) return []
    const says = `${who}, differs: ${say.timeInWords(theirs)} a week. The sum goes by what was said last; the range spans both.`
    return [{ says, gives: hours(`hours as ${voice.saidByName} sees it`, theirs), entries: entriesOf(voice) }]
  })
  const aside = setAside.map((said) => ({
    says: `What ${said.saidByName} said on ${say.dayInWords(said.on)} is disputed. It is set aside until that is settled.`,
    entries: [said.entry],
  }))
  return [...others, ...aside]
}

/** What unpaid help takes off, with whose consent, and by which order where nobody said what it is for. */
export function helpSteps(
  tables: Tables,
  need: number,
  offset: number,
  given: readonly (Given & { help: Help })[],
): readonly Step[] {
  if (offset <= 0) return NO_STEPS
  const each = given.map(
    ({ carerName, hours: gives }) =>
      `${carerName} is willing and able and has agreed to give ${say.timeInWords(gives * 60)} of this`,
  )
  const steps: Step[] = [
    {
      says: `${each.join('; ')}. ${say.timeInWords(need)} less ${say.timeInWords(offset)} = ${say.timeInWords(need - offset)} a week.`,
      from: [
        hours('hours of need', need),
        ...given.map((g) => hours(`hours from ${g.carerName}`, g.hours * 60)),
      ],
      gives: hours('hours paid for', need - offset),
      cites: ['CA s10', 'CA s18'],
      entries: given.map((g) => g.entry),
    },
  ]
  if (given.some(({ help }) => help.topics === undefined)) {
    const says =
      'It was not said what these hours are for, so they come off in the order that the model publishes.'
    steps.push({ says, model: modelReference(tables.model, 'the order of unpaid help') })
  }
  return steps
}

/** A price in words, and where it stands: written once for as long as a model is laid out, since most lines go by one of few. */
const priceWords = new WeakMap<PriceInForce, { readonly each: string; readonly stands: string }>()

function wordsOf(tables: Tables, price: PriceInForce): { readonly each: string; readonly stands: string } {
  const known = priceWords.get(price)
  if (known !== undefined) return known
  const from = say.dayInWords(price.from)
  const words = {
    each: `${say.money(price.price)} ${say.UNIT_WORDS[price.unit]}`,
    stands: price.own
      ? `This record’s own price from ${from}`
      : modelReference(tables.model, `price of ${price.form} by the ${price.unit} from ${from}`),
  }
  priceWords.set(price, words)
  return words
}

type Sums = { readonly low: number; readonly mid: number; readonly high: number }

/** Hours times price, rounded once, and the range. `rate` is what an hour is counted at, in pence. */
export function priceSteps(
  tables: Tables,
  price: PriceInForce | null,
  need: number,
  paid: number,
  rate: number,
  sums: Sums,
): readonly Step[] {
  // Where nothing is needed, whoever is asked, there is nothing to price.
  if (price === null || (need === 0 && sums.high === 0)) return NO_STEPS
  const { each, stands } = wordsOf(tables, price)
  const steps: Step[] = []
  if (price.unit === 'hour' && rate > price.price) {
    const says = `By this record’s own prices a lesser need would cost more an hour than this one (${say.money(rate)}, not ${say.money(price.price)}). More need never gives less money, so the dearer price counts.`
    steps.push({ says })
  }
  const counted = rate > price.price && price.unit === 'hour' ? `${say.money(rate)} an hour` : each
  steps.push({
    says: `${say.timeInWords(paid)} × ${counted} for ${FORM_WORDS[price.form]} = ${say.money(sums.mid)} a week.`,
    from: [
      hours('hours paid for', paid),
      {
        name: price.unit === 'night' ? 'price an hour, from the price of a night' : 'price an hour',
        value: rate,
        unit: 'pence-an-hour',
      },
    ],
    gives: weekly('a week', sums.mid),
    cites: ['CA s26', 'G11'],
    model: stands,
  })
  if (sums.low !== sums.high) {
    const says = `With the lowest and highest figures it would be ${say.money(sums.low)} to ${say.money(sums.high)} a week.`
    steps.push({ says, from: [weekly('low', sums.low), weekly('high', sums.high)], model: price.source })
  }
  return steps
}

/** How the night was put together from all that was said of it. */
export function nightSteps(
  tables: Tables,
  nights: readonly Heard[],
  minutes: number,
  waking: boolean,
): readonly Step[] {
  const said = nights.flatMap(({ topic, lead }) => {
    const one = lead.trail.times ?? lead.trail.level
    return one === undefined ? [] : [`${TOPIC_WORDS[topic].toLowerCase()} (${say.saidInWords(one)})`]
  })
  const typical = nights.some(({ lead }) => typicalParts(lead).includes('times'))
  const cover = waking ? 'somebody awake all night' : 'somebody asleep in the house, there if needed'
  const long = say.timeInWords(tables.nightMinutes)
  return [
    ...(typical
      ? [
          {
            says: 'How many nights was not said for all of it: the model’s typical nights stand in, and are not this person’s own.',
            model: modelReference(tables.model, 'nights'),
          },
        ]
      : []),
    {
      says: `One worker is there for all that the night brings: ${said.join('; ')}. It takes ${cover}; a night is ${long}. That makes ${say.timeInWords(minutes)} a week.`,
      gives: hours('hours of need', minutes),
      entries: nights.flatMap(({ lead }) => entriesOf(lead)),
      model: modelReference(tables.model, `nights: ${waking ? 'waking' : 'sleep-in'}`),
    },
  ]
}
