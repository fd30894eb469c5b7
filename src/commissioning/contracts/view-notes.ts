import { z } from 'zod'
import { FLAGS } from '../../domain/integrity/flag.ts'
import { SAID_BODIES, aboutSaid } from './view-said.ts'

// What stands beside a ledger: what was said about a flag, samples that were drawn, and what is said before it counts.

/** Several people's workers have raised something: no test of figures, and talked about in the same way. */
export const CHALLENGES = 'challenges'
/** What there can be a conversation about. */
export const TALKED_ABOUT = [...FLAGS, CHALLENGES] as const
export type TalkedAbout = (typeof TALKED_ABOUT)[number]

export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

const flagBody = z.strictObject({
  kind: z.literal('flag'),
  flag: z.enum(TALKED_ABOUT),
  says: z.string().min(1).max(5_000),
  /** the figure as it stood when this was said */
  value: z.number().optional(),
  limit: z.number().optional(),
})
const sampleBody = z.strictObject({
  kind: z.literal('sample'),
  seed: z.number().int().min(0).max(4_294_967_295),
  on: z.string(),
  outcomes: z.array(z.string()),
})
export const noteBody = z.discriminatedUnion('kind', [flagBody, sampleBody, ...SAID_BODIES])
export type NoteBody = z.output<typeof noteBody>

export type Note = {
  readonly number: number
  readonly body: NoteBody
  /** who wrote it, by name, and when (ISO 8601 in UTC) */
  readonly name: string
  readonly at: string
}

export function aboutOf(body: NoteBody): string {
  if (body.kind === 'flag') return `flag:${body.flag}`
  return body.kind === 'sample' ? 'sample' : aboutSaid(body)
}
