import type { Line } from './budget.ts'
import { pricedLevel } from './count.ts'
import { addSharing, addTravel } from './own-lines.ts'
import type { Reason } from './reason.ts'
import {
  isTypicallyLong,
  isTypicallyOften,
  sayHelp,
  sayHours,
  sayLevel,
  sayNight,
  sayNightVoices,
  sayOtherVoices,
  sayPrice,
} from './reasons.ts'
import { MID, NIGHT, topicAt } from './slots.ts'
import { at, figure, SLEEP_IN, WAKING } from './tables.ts'
import type { Heard } from './voices.ts'
import { heardEntries, levelAt, needEntries, restsOn, timed, week, type Working } from './working.ts'

/** The line of a topic by day, then what sharing takes off it and what travel adds. */
export function addTopicLines(lines: Line[], working: Working, heard: Heard): void {
  const { tables, phrases, hearing } = working
  const { slot, lead } = heard
  const place = at(slot, pricedLevel(lead.level))
  const price = tables.priced[place] ?? null
  const topic = topicAt(slot)
  const t = timed(working, slot)

  const reasons: Reason[] = []
  sayLevel(reasons, heard, hearing.needsRecorded)
  sayHours(reasons, tables, heard, t.need)
  sayHelp(reasons, tables, t.need, t.offset, t.given)
  sayOtherVoices(reasons, tables, heard, t.need)
  sayPrice(reasons, phrases, place, price, t)

  const line: Line = {
    id: topic,
    kind: 'support',
    topic,
    level: levelAt(lead.level),
    hours: { need: t.need / 60, offset: t.offset / 60, paid: t.paid / 60 },
    givenBy: t.givenBy,
    form: price?.form ?? null,
    price,
    weekly: week(t.mid),
    low: week(t.low),
    high: week(t.high),
    typical: isTypicallyOften(lead) || isTypicallyLong(lead),
    reasons,
    restsOn: restsOn(needEntries(working, topic), heardEntries(heard), t.given),
  }
  lines.push(line)
  addSharing(lines, working, line, slot)
  addTravel(lines, working, line, slot)
}

/** The one line of all nights. */
export function addNightLine(lines: Line[], working: Working): void {
  const { tables, phrases, hearing, count } = working
  const { nights } = hearing
  const t = timed(working, NIGHT)
  const waking = count.cover[MID] === WAKING
  const place = at(NIGHT, waking ? WAKING : SLEEP_IN)
  const price = tables.priced[place] ?? null
  const levels = nights.map(({ lead }) => lead.level).filter((level) => !Number.isNaN(level))

  const reasons: Reason[] = []
  for (const heard of nights) sayLevel(reasons, heard, hearing.needsRecorded)
  if (figure(count.times, MID, NIGHT) > 0) sayNight(reasons, tables, nights, t.need, waking)
  sayHelp(reasons, tables, t.need, t.offset, t.given)
  for (const heard of nights) sayNightVoices(reasons, heard)
  sayPrice(reasons, phrases, place, price, t)

  lines.push({
    id: 'night',
    kind: 'night',
    topic: 'night',
    level: levelAt(Math.min(...levels)),
    hours: { need: t.need / 60, offset: t.offset / 60, paid: t.paid / 60 },
    givenBy: t.givenBy,
    form: price?.form ?? null,
    price,
    weekly: week(t.mid),
    low: week(t.low),
    high: week(t.high),
    typical: nights.some(({ lead }) => isTypicallyOften(lead)),
    reasons,
    restsOn: restsOn(nightNeeds(working), nights.flatMap(heardEntries), t.given),
  })
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
