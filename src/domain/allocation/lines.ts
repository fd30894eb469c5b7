import type { Step } from '../answer.ts'
import { isLevel } from '../outcomes/ladder.ts'
import type { Line } from './budget.ts'
import { pricedLevel } from './count.ts'
import { sharingLine, travelLine } from './own-lines.ts'
import {
  helpSteps,
  hoursSteps,
  levelSteps,
  nightSteps,
  otherVoices,
  priceSteps,
  typicalParts,
} from './reasons.ts'
import { MID, NIGHT, topicAt } from './slots.ts'
import { at, figure, SLEEP_IN, WAKING } from './tables.ts'
import type { Heard } from './voices.ts'
import * as say from './words.ts'
import { heardEntries, levelOf, needEntries, stepsOf, timed, unique, week, type Working } from './working.ts'

/** The line of a topic by day, then what sharing takes off it and what travel adds. */
export function topicLines(working: Working, heard: Heard): readonly Line[] {
  const { tables, hearing } = working
  const { slot, lead } = heard
  const t = timed(working, slot)
  const price = tables.priced[at(slot, pricedLevel(lead.level))] ?? null
  const topic = topicAt(slot)
  const restsOn = unique(
    needEntries(working, topic),
    heardEntries(heard),
    t.given.map((g) => g.entry),
  )
  const line: Line = {
    id: topic,
    kind: 'support',
    topic,
    level: levelOf(lead),
    hours: { need: t.need / 60, offset: t.offset / 60, paid: t.paid / 60 },
    givenBy: t.givenBy,
    form: price?.form ?? null,
    price,
    weekly: week(t.mid),
    low: week(t.low),
    high: week(t.high),
    typical: typicalParts(lead).some((part) => part !== 'people'),
    because: stepsOf(
      levelSteps(heard, hearing.needsRecorded),
      hoursSteps(tables, heard, t.need),
      helpSteps(tables, t.need, t.offset, t.given),
      otherVoices(tables, heard, t.need),
      priceSteps(tables, price, t.need, t.paid, t.rate, t),
    ),
    restsOn,
  }
  const [sharing, travel] = [sharingLine(working, line, slot), travelLine(working, line, slot)]
  return sharing.length + travel.length === 0 ? [line] : [line, ...sharing, ...travel]
}

/** The one line of all nights. */
export function nightLine(working: Working): Line {
  const { tables, hearing, count } = working
  const nights = hearing.nights
  const t = timed(working, NIGHT)
  const waking = count.cover[MID] === WAKING
  const price = tables.priced[at(NIGHT, waking ? WAKING : SLEEP_IN)] ?? null
  const levels = nights.map(({ lead }) => lead.level).filter((level) => !Number.isNaN(level))
  const level = Math.min(...levels)
  const times = figure(count.times, MID, NIGHT)
  return {
    id: 'night',
    kind: 'night',
    topic: 'night',
    level: isLevel(level) ? level : null,
    hours: { need: t.need / 60, offset: t.offset / 60, paid: t.paid / 60 },
    givenBy: t.givenBy,
    form: price?.form ?? null,
    price,
    weekly: week(t.mid),
    low: week(t.low),
    high: week(t.high),
    typical: nights.some(({ lead }) => typicalParts(lead).includes('times')),
    because: stepsOf(
      nights.flatMap((heard) => levelSteps(heard, hearing.needsRecorded)),
      times > 0 ? nightSteps(tables, nights, t.need, waking) : [],
      helpSteps(tables, t.need, t.offset, t.given),
      nights.flatMap((heard) => nightVoices(heard)),
      priceSteps(tables, price, t.need, t.paid, t.rate, t),
    ),
    restsOn: unique(
      nightNeeds(working),
      nights.flatMap(heardEntries),
      t.given.map((g) => g.entry),
    ),
  }
}

/** The needs by night, and those of whatever else the night brings, in the order in which they were recorded. */
function nightNeeds(working: Working): readonly string[] {
  const { hearing, facts } = working
  const ids = new Set(
    ['night' as const, ...hearing.nights.map(({ topic }) => topic)].flatMap((topic) =>
      needEntries(working, topic),
    ),
  )
  return facts.needs.map(({ id }) => id).filter((id) => ids.has(id))
}

/** For nights only the fact that voices differ is told; the range shows by how much. */
function nightVoices({ lead, voices, setAside }: Heard): readonly Step[] {
  const differing = voices.filter(
    (v) => v.saidBy !== lead.saidBy && (v.times !== lead.times || v.level !== lead.level),
  )
  return [
    ...differing.flatMap(({ trail }) => {
      const said = trail.times ?? trail.level
      if (said === undefined) return []
      return [
        {
          says: `${say.saidInWords(said)}, sees the nights differently. The range spans both.`,
          entries: [said.entry],
        },
      ]
    }),
    ...setAside.map((said) => ({
      says: `What ${said.saidByName} said of the nights on ${say.dayInWords(said.on)} is disputed, and set aside.`,
      entries: [said.entry],
    })),
  ]
}
