import type { Visit } from '../../platform/web/page.ts'
import { seenBy, withoutWithheld } from '../../record/seen-by.ts'
import { type AtTable, recordPath } from '../at-table.ts'
import type { Letter } from './letter.ts'
import { addresseeOf, isSendable, letterOf } from './letter-of.ts'

/**
 * The letter that the address names, as the one to whom it is written may see it: whoever opens it, nothing that is
 * withheld from them or not theirs to read is in it.
 * @param goesTo somebody else who gets a copy: then nothing that is withheld from them is in it either
 */
export function letterFor({ ctx, params }: Visit<AtTable>, goesTo?: string): Letter | undefined {
  const { model, councilAddress } = ctx
  const state = goesTo === undefined ? ctx.state : withoutWithheld(ctx.state, goesTo)
  const entry = state.byId.get(params['letter'] ?? '')
  if (entry === undefined || !isSendable(entry)) return undefined
  const seen = seenBy(state, addresseeOf(state, entry))
  const theirs = seen.byId.get(entry.id)
  return theirs !== undefined && isSendable(theirs)
    ? letterOf(seen, model.council, theirs, councilAddress)
    : undefined
}

export const letterPath = ({ ctx, params }: Visit<AtTable>, ...more: readonly string[]): string =>
  recordPath(ctx.record, 'letters', params['letter'] ?? '', ...more)
