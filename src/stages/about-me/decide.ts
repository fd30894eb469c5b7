import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import type { AboutTopic } from '../../record/about-me.ts'

/** What somebody says of themselves. It asks for no step of a ladder: who somebody is, is on none. */
export type TellAbout = {
  readonly stamp: Stamp
  readonly topic: AboutTopic
  readonly text: string
  /** good days and bad days */
  readonly varies?: string | undefined
  /** how it came to be typed, where somebody typed it for them */
  readonly channel?: string | undefined
}

export function tellAbout({ stamp, topic, text, varies, channel }: TellAbout, state: RecordState): Decision {
  const side = eyeOf(state, stamp.by)
  const refusals: Refusal[] = []
  if (side !== 'person' && side !== 'worker') {
    refusals.push({ says: 'This page is in the person’s own words. Say what you see in the conversation.' })
  }
  if (!hasWords(text)) refusals.push({ says: 'Write it down in a few words.' })
  if (refusals.length > 0) return refuse(...refusals)
  // Whoever lawfully acts for the person speaks as themselves; a worker types what the person says.
  const saidBy = side === 'worker' ? state.person.id : stamp.by
  return done({
    ...stamped(stamp),
    kind: 'statement',
    topic,
    'said-by': saidBy,
    basis: 'lived',
    text: text.trim(),
    ...(hasWords(varies) ? { varies: varies?.trim() } : {}),
    ...(side === 'worker' && channel !== undefined ? { note: channel } : {}),
  })
}
