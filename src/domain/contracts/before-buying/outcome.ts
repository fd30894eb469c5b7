import { type PlainDate, addDays } from '../../dates/plain-date.ts'
import { SAMPLE, chanceFrom } from '../../integrity/remeasure.ts'
import { LEVELS, type Level } from '../../outcomes/ladder.ts'
import type { ContractEntry } from '../entries.ts'
import type { Assumptions } from './assumptions.ts'
import { type Behaviour, LEANT } from './behaviours.ts'
import { type Lived, YEAR } from './lived.ts'
import type { InventedPerson } from './people.ts'
import { type Way, WEEKS } from './ways.ts'

/** How a ledger comes to be written: who pays how, and how the provider behaves. */
export type Written = { readonly way: Way; readonly behaviour: Behaviour; readonly assumed: Assumptions }

/** Days until somebody is asked what came of it, and the people of whom nobody gets an answer. */
const ASKED_AFTER = 14
const NO_ANSWER = 0.05

const levelAt = (step: number): Level => LEVELS[Math.min(4, Math.max(0, step))] ?? 4

/** The outcome that was agreed, and what the provider, the person and a reviewer say of it. */
export function outcomeOf(
  { person, reached, on, excluded }: Lived,
  written: Written,
): readonly ContractEntry[] {
  const { way, behaviour, assumed } = written
  const { id, chance, draw } = person
  const outcome = `outcome-${id}`
  const entries: ContractEntry[] = [
    {
      kind: 'outcome-agreed',
      id: outcome,
      on: YEAR.from,
      by: 'social-worker',
      person: id,
      package: id,
      goal: 'What they wanted',
      weight: 1,
      from: YEAR.from,
      due: YEAR.to,
      estimate: [{ service: 'home-care', units: Math.round(person.hours * WEEKS) }],
      measure: 'goal',
      chance,
    },
  ]
  if (excluded) {
    const why = 'In hospital for most of the year.'
    const approver = 'Commissioner'
    const by = 'social-worker'
    return [
      ...entries,
      { kind: 'excluded', id: `excluded-${id}`, on, by, outcome, reason: 'hospital', why, approver },
    ]
  }
  const isHigh = behaviour === 'marks-high'
  const after = person.before + (reached ? 1 : 0)
  const off = isHigh ? (draw.score < 0.5 ? 1 : 0) : draw.score < 0.075 ? 1 : draw.score > 0.925 ? -1 : 0
  const leant = isHigh && !reached && draw.leant < LEANT
  if (reached || isHigh) {
    const level = levelAt(after + off + (reached ? 0 : 1))
    entries.push({ kind: 'claimed', id: `claimed-${id}`, on, by: 'provider', outcome, level })
  }
  if (draw.answers < NO_ANSWER) return entries
  const says = reached || leant
  entries.push({
    kind: 'confirmed',
    id: `confirmed-${id}`,
    on: addDays(on, ASKED_AFTER),
    by: id,
    outcome,
    reached: says,
    level: levelAt(person.before + (says ? 1 : 0)),
    attained: says ? (draw.attained < 0.7 ? 0 : 1) : draw.attained < 0.7 ? -1 : -2,
  })
  if (way === 'tapering' && reached)
    entries.push(...progressOf(person, addDays(on, 2 * ASKED_AFTER), assumed))
  return entries
}

/** Where the value falls, fewer hours count as progress only if somebody independent measured again. */
function progressOf(
  { id, before, hours }: InventedPerson,
  on: PlainDate,
  { less }: Assumptions,
): readonly ContractEntry[] {
  const measured = `progress-${id}`
  return [
    {
      kind: 'remeasured',
      id: measured,
      on,
      by: 'reviewer',
      person: id,
      outcome: `outcome-${id}`,
      reached: true,
      before,
      level: levelAt(before + 1),
    },
    {
      kind: 'varied',
      id: `varied-${id}`,
      on,
      by: 'social-worker',
      from: on,
      says: 'Needs less, as they do more.',
      person: id,
      needs: [{ service: 'home-care', units: Math.round(hours * (1 - less) * 100) / 100 }],
      saved: 'progressed',
      remeasured: measured,
    },
  ]
}

/** Of those who are said to have reached their outcome, some are drawn by lot, and somebody independent looks again. */
export function remeasured(
  all: readonly Lived[],
  entries: readonly ContractEntry[],
  seed: number,
): readonly ContractEntry[] {
  const byId = new Map(all.map((each) => [each.person.id, each]))
  const left = entries.flatMap((entry) => (entry.kind === 'confirmed' && entry.reached ? [entry] : []))
  const chance = chanceFrom(seed)
  const looks: ContractEntry[] = []
  while (looks.length < SAMPLE && left.length > 0) {
    const [drawn] = left.splice(Math.floor(chance() * left.length), 1)
    const each = drawn === undefined ? undefined : byId.get(drawn.by)
    if (drawn === undefined || each === undefined) continue
    looks.push({
      kind: 'remeasured',
      id: `remeasured-${each.person.id}`,
      on: addDays(YEAR.to, 30),
      by: 'reviewer',
      person: each.person.id,
      outcome: drawn.outcome,
      reached: each.reached,
      level: levelAt(each.person.before + (each.reached ? 1 : 0)),
    })
  }
  return looks
}
