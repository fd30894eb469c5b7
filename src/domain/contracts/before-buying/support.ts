import { addDays } from '../../dates/plain-date.ts'
import type { ContractEntryOf } from '../entries.ts'
import { daysIn } from '../span.ts'
import type { Assumptions } from './assumptions.ts'
import { type Behaviour, visiting } from './behaviours.ts'
import type { Draw } from './people.ts'
import { type Lived, QUARTERS } from './lived.ts'

/** Hours of one visit, as planned. */
const VISIT = 0.75

/** Of the visits, the share that each of seven workers makes, where the same few come most of the time. */
const WORKERS = [0.46, 0.15, 0.11, 0.09, 0.075, 0.065, 0.05]

const DRAWN: readonly Draw[] = ['quarter-1', 'quarter-2', 'quarter-3', 'quarter-4']

const hundredths = (hours: number): number => Math.round(hours * 100) / 100

/** So many of them, give or take what chance does: as the draw lies between its ends, so does the count. */
const about = (n: number, p: number, draw: number): number =>
  Math.min(n, Math.max(0, Math.round(n * p + (draw - 0.5) * 3.46 * Math.sqrt(n * p * (1 - p)))))

/**
 * What was planned for one person and given to them, quarter by quarter. Who has reached their outcome is looked at again by
 * the council and needs fewer hours from the next quarter on, under every contract alike.
 */
export function supportOf(
  { person, reached, on }: Pick<Lived, 'person' | 'reached' | 'on'>,
  behaviour: Behaviour,
  { less }: Assumptions,
): readonly ContractEntryOf<'delivered'>[] {
  const { made, short, length } = visiting(behaviour, person)
  return QUARTERS.map((quarter, index) => {
    const needs = reached && on < quarter.from ? person.hours * (1 - less) : person.hours
    const planned = hundredths((needs * daysIn(quarter)) / 7)
    const draw = person.draw[DRAWN[index] ?? 'quarter-1']
    const visits = Math.max(1, Math.round(planned / VISIT))
    const came = about(visits, made, draw)
    const cut = about(came, short, 1 - draw)
    const delivered = hundredths((planned * (came - cut * (1 - length))) / visits)
    return {
      kind: 'delivered',
      id: `delivered-${person.id}-${index + 1}`,
      on: addDays(quarter.to, 1),
      by: 'provider',
      person: person.id,
      service: 'home-care',
      line: 'support',
      ...quarter,
      planned,
      delivered: Math.min(planned, delivered),
      visits,
      missed: visits - came,
      short: cut,
      workers: WORKERS.flatMap((part, worker) => {
        const own = Math.round(came * part)
        return own === 0 ? [] : [{ worker: `w-${worker + 1}`, visits: own }]
      }),
    }
  })
}
