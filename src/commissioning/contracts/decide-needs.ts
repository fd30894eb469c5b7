import type { Amount, ContractEntry, ContractParty, Saving } from '../../domain/contracts/entries.ts'
import { type Ledger, peopleOn } from '../../domain/contracts/ledger.ts'
import { holdsDay } from '../../domain/contracts/span.ts'
import { needsOn } from '../../domain/contracts/tapering.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import { reviewerNamed } from './decide-remeasure.ts'
import { needsWords as w } from './words-change.ts'

/** What somebody independent found, on which “they do more themselves” rests. */
export type Measured = { readonly name: string; readonly before: Level; readonly now: Level }

export type ChangeNeeds = {
  readonly person: string
  readonly from: PlainDate
  /** units a week of each service of the terms that was asked for */
  readonly needs: readonly Amount[]
  readonly says: string
  readonly saved: Saving | undefined
  readonly measured: Measured | undefined
}

export type NeedsDecision =
  | {
      readonly kind: 'entries'
      readonly entries: readonly ContractEntry[]
      readonly reviewer: ContractParty | undefined
    }
  | { readonly kind: 'refused'; readonly field: string; readonly says: string }

const refused = (field: string, says: string): NeedsDecision => ({ kind: 'refused', field, says })

const unitsOf = (amounts: readonly Amount[], service: string): number =>
  amounts.find((each) => each.service === service)?.units ?? 0

export type Writing = {
  readonly by: string
  readonly today: PlainDate
  readonly idFor: (kind: string) => string
}

/**
 * What meets a person’s eligible needs from a day on, as the contract counts it. Where it is less, it says which kind of less: that
 * they do more themselves stands only on what somebody independent found, which is written down with it.
 */
export function decideNeeds(
  { by, today, idFor }: Writing,
  ledger: Ledger,
  asked: ChangeNeeds,
): NeedsDecision {
  const { person, from, says, saved, measured } = asked
  if (!peopleOn(ledger, today).includes(person)) return refused('person', w.personMissing)
  if (!holdsDay(ledger.span, from)) return refused('from', w.fromOutside)
  const before = needsOn(ledger, from < today ? today : from).get(person)?.amounts ?? []
  const services = ledger.award.terms.services.map(({ id }) => id)
  const difference = (service: string) => unitsOf(asked.needs, service) - unitsOf(before, service)
  if (before.length > 0 && services.every((service) => difference(service) === 0))
    return refused('needs-1', w.same)
  const isLess = services.some((service) => difference(service) < 0)
  const varied = {
    id: idFor('varied'),
    on: today,
    by,
    kind: 'varied',
    person,
    from,
    needs: asked.needs,
    says,
  } as const
  if (!isLess) return { kind: 'entries', entries: [varied], reviewer: undefined }
  if (saved === undefined) return refused('saved', w.savedMissing)
  if (saved !== 'progressed') return { kind: 'entries', entries: [{ ...varied, saved }], reviewer: undefined }
  if (measured === undefined) return refused('measured', w.nameMissing)
  if (measured.now <= measured.before) return refused('now', w.notMore)
  const reviewer = reviewerNamed(ledger, measured.name, idFor('reviewer'))
  if (reviewer === undefined) return refused('measured', w.provider)
  const found: ContractEntry = {
    id: idFor('remeasured'),
    on: today,
    by: reviewer.party.id,
    kind: 'remeasured',
    person,
    before: measured.before,
    level: measured.now,
  }
  return {
    kind: 'entries',
    entries: [found, { ...varied, saved, remeasured: found.id }],
    reviewer: reviewer.isNew ? reviewer.party : undefined,
  }
}
