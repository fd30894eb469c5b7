import type { FlagId } from '../../integrity/flag.ts'
import { integrity } from '../../integrity/every.ts'
import { type Pence, pence, roundToPenny, sum } from '../../money/pence.ts'
import { every } from '../ledger.ts'
import { settle } from '../settle.ts'
import type { Assumptions } from './assumptions.ts'
import { BEHAVIOURS, type Behaviour } from './behaviours.ts'
import { QUARTERS, lived } from './lived.ts'
import { type InventedPerson, inventedPeople } from './people.ts'
import { WAYS, WEEKS, type Way } from './ways.ts'
import { ledgerOf } from './year.ts'

/** What a year with the same people comes to under one contract, with one provider. Money is for the year. */
export type Run = {
  readonly way: Way
  readonly behaviour: Behaviour
  readonly seed: number
  /** what the contract pays */
  readonly paid: Pence<'once'>
  /** what it does not pay yet, since something is open or nobody got an answer */
  readonly held: Pence<'once'>
  /** what support for those who were turned away costs elsewhere, at the sustainable rate: the council still owes it to them */
  readonly elsewhere: Pence<'once'>
  /** paid and elsewhere: what the year costs the council */
  readonly cost: Pence<'once'>
  /** what the provider keeps after paying for the hours that it gave */
  readonly left: Pence<'once'>
  /** hours planned for everybody who was referred, and those that were given */
  readonly planned: number
  readonly given: number
  /** people who truly reached what they wanted, of everybody referred, and those of whom it is written down */
  readonly reached: number
  readonly said: number
  /** people left without support by this provider */
  readonly without: number
  readonly flags: readonly FlagId[]
}

const hundredths = (hours: number): number => Math.round(hours * 100) / 100

/**
 * One way of paying, one behaviour, the people of one seed: settled quarter by quarter by the same rules as any contract, and
 * held against gaming by the same. Pure: the same seed and assumptions give the same run for ever.
 */
export function runOf(
  way: Way,
  behaviour: Behaviour,
  {
    people,
    assumed,
    seed,
  }: { readonly people: readonly InventedPerson[]; readonly assumed: Assumptions; readonly seed: number },
): Run {
  const all = lived(behaviour, people, assumed)
  const ledger = ledgerOf(all, { way, behaviour, assumed, seed })
  const { terms } = ledger.award
  const settled = QUARTERS.map((quarter) => {
    const answer = settle(terms, ledger, quarter)
    if (answer.kind !== 'known') throw new RangeError('An invented year that cannot be settled.')
    return answer.value
  })
  const paid = sum(settled.map(({ due }) => due))
  const held = sum(settled.flatMap((each) => each.held.map(({ amount }) => amount)))
  const turnedAway = all.filter(({ accepted }) => !accepted)
  const inAYear = (hours: number) => hours * WEEKS
  const elsewhere = sum(
    turnedAway.map(({ person }) => roundToPenny<'once'>(inAYear(person.hours) * assumed.sustainable)),
  )
  const given = ledger.care.reduce((total, { delivered }) => total + delivered, 0)
  const planned = ledger.care.reduce((total, each) => total + each.planned, 0)
  return {
    way,
    behaviour,
    seed,
    paid,
    held,
    elsewhere,
    cost: pence<'once'>(paid + elsewhere),
    left: pence<'once'>(paid - roundToPenny<'once'>(given * assumed.sustainable)),
    planned: hundredths(planned + turnedAway.reduce((total, { person }) => total + inAYear(person.hours), 0)),
    given: hundredths(given),
    reached: all.filter(({ reached }) => reached).length,
    said: every(ledger, 'confirmed').filter(({ reached }) => reached).length,
    without: turnedAway.length,
    flags: [...new Set(integrity(ledger).map(({ flag }) => flag))],
  }
}

/** Every way of paying with every behaviour, for the people of one seed. */
export const runsOf = (assumed: Assumptions, seed: number): readonly Run[] => {
  const people = inventedPeople(assumed, seed)
  return WAYS.flatMap((way) =>
    BEHAVIOURS.map((behaviour) => runOf(way, behaviour, { people, assumed, seed })),
  )
}
