import type { PlainDate } from '../domain/dates/plain-date.ts'
import type { When } from './values.ts'

/** What a new entry is given from outside: a fresh id, the day, and who writes it. Chance and time are arguments. */
export type Stamp = { readonly id: string; readonly on: PlainDate; readonly by: string }

/** A plain date is always a date of the format. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every PlainDate satisfies the schema of `when`
export const whenOfDay = (day: PlainDate): When => day as string as When

export const stamped = (stamp: Stamp) => ({ id: stamp.id, on: whenOfDay(stamp.on), by: stamp.by })
