import type { SeenFigures } from '../../record/log.ts'
import type { AtInsight } from './door.ts'

/** What is made of everybody's figures, made once for as long as they and the day stay as they are. */
export function onceAReading<T>(make: (at: AtInsight) => T): (at: AtInsight) => T {
  const made = new WeakMap<readonly SeenFigures[], { readonly on: string; readonly of: T }>()
  return (at) => {
    const known = made.get(at.people)
    if (known?.on === at.today) return known.of
    const of = make(at)
    made.set(at.people, { on: at.today, of })
    return of
  }
}
