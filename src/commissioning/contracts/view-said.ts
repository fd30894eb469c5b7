import { z } from 'zod'
import { ASKED, MOVES } from '../../domain/contracts/beside.ts'
import { type PlainDate, plainDate } from '../../domain/dates/plain-date.ts'

// What is said beside a ledger before it counts, as it is kept: a day with each, people by reference, entries as a file has them.

const day = z.custom<PlainDate>((value) => typeof value === 'string' && plainDate(value) !== undefined)
const words = z.string().min(1).max(10_000)
const reference = z.string().min(1).max(200)
const note = z.number().int().positive()

const said = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), on: day, ...shape })

export const SAID_BODIES = [
  said('offered', { from: day, says: words, entries: z.array(z.record(z.string(), z.unknown())) }),
  said('offer-answered', { of: note, accepts: z.boolean(), why: words.optional() }),
  said('offer-withdrawn', { of: note, why: words }),
  said('notice', { last: day, why: words }),
  said('notice-withdrawn', { of: note, why: words }),
  said('moving', {
    way: z.enum(MOVES),
    person: reference,
    by: reference,
    to: reference.optional(),
    from: day,
    why: words,
    asked: z.enum(ASKED),
    said: words.optional(),
    meanwhile: words,
    entry: reference,
  }),
  said('move-off', { of: note, person: reference, why: words }),
  said('next', { person: reference, who: words, from: day, said: words }),
  said('word', { person: reference, says: words }),
] as const
export type SaidBody = z.output<(typeof SAID_BODIES)[number]>

/** Who may see and say it hangs on what it is about: migration 0020. */
export function aboutSaid(body: SaidBody): string {
  switch (body.kind) {
    case 'offered':
    case 'offer-answered':
    case 'offer-withdrawn':
      return 'terms'
    case 'notice':
    case 'notice-withdrawn':
      return 'end'
    case 'moving':
    case 'move-off':
    case 'next':
    case 'word':
      return `person:${body.person}`
  }
}
