import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { WordHint } from './plain-hints.tsx'

// What the boxes, the button and the form of a page know of one another without the page's doing, so that every form
// with a text box has hints for plainer words.

/** A form's second button is called so: it asks for the same form again, with hints, and nothing is kept. */
export const LOOK_OVER_FIELD = '_look-over'

/** Whose words are written on a page: somebody’s about their own life, or about another. */
export type Whose = 'own' | 'about'

export type Writing = {
  readonly whose: Whose
  /** The hints for what was typed, by the name of the box; nothing where nobody asked for them. */
  readonly hints: ReadonlyMap<string, readonly WordHint[]>
  /** The boxes of the form that is being made, in their order. Forms are made one after the other. */
  readonly boxes: string[]
}

export const writing = (whose: Whose, hints: Writing['hints'] = new Map()): Writing => ({
  whose,
  hints,
  boxes: [],
})

/** Nothing, where components stand for themselves: they are then just what the design system has. */
export const WritingContext = createContext<Writing | undefined>(undefined)

/** A form begins: its boxes are not those of the form before. */
export const FormBegins = () => {
  useContext(WritingContext)?.boxes.splice(0)
  return null
}

/** The names of the boxes so far, once: only the first button after them offers to look them over. */
export const boxesOf = (known: Writing | undefined): readonly string[] => known?.boxes.splice(0) ?? []
