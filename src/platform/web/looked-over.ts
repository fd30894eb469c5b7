import { LOOK_OVER_FIELD } from '../govuk/writing.tsx'
import { type Form, textOf } from './form-text.ts'

/** Boxes and characters that are looked over at once: far more than a form of ours has, and no work for a stranger to pile up. */
const MOST_BOXES = 40
const MOST_CHARACTERS = 40_000

/**
 * What was typed, by the name of its box, where a form was sent to have its words looked over. It is put back into the
 * page that answers and goes nowhere else: no entry, no log line, no store.
 */
export function lookedOver({ values }: Form): ReadonlyMap<string, string> | undefined {
  if (values[LOOK_OVER_FIELD] === undefined) return undefined
  let left = MOST_CHARACTERS
  const looked = new Map<string, string>()
  for (const name of textOf(values, LOOK_OVER_FIELD).split(' ').slice(0, MOST_BOXES)) {
    const text = textOf(values, name).slice(0, left)
    left -= text.length
    looked.set(name, text)
  }
  return looked
}
