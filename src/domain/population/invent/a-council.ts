import { join } from 'node:path'
import { modelFrom } from '../../../exchange/published-model.ts'
import { day } from '../../dates/plain-date.ts'
import { type Faults, type FaultName, NO_FAULTS } from './faults.ts'
import { type InventedPerson, invent } from './invent.ts'

/** The published model of the demonstration. */
export const model = await modelFrom(
  join(import.meta.dirname, '..', '..', '..', '..', 'allocation', 'northmoor-2026-27.yaml'),
)
export const ON = day('2026-11-21')

/** Some invented people, for tests. */
export const council = (
  people: number,
  seed: number,
  faults: Faults = NO_FAULTS,
  from = 0,
): readonly InventedPerson[] => [...invent({ people, seed, faults, on: ON, model, from })]

/** One fault and no other. */
export const only = (fault: FaultName, share = 1): Faults => ({ ...NO_FAULTS, [fault]: share })
