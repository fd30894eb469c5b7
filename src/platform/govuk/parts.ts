import { isValidElement, type VNode } from 'preact'

/** Text or marks. Preact escapes every string, so raw HTML has no way in. Dates and plain objects do not fit. */
export type Words = string | number | VNode | false | null | undefined | readonly Words[]

/**
 * Extra attributes of an element. Inline styles and event handlers are refused by the content security
 * policy, so the type refuses them first.
 */
export type Attributes = { readonly [name: string]: string | number | boolean | undefined } & {
  readonly style?: never
} & { readonly [handler: `on${string}`]: never }

/** What nearly every component takes. */
export type Common = {
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A piece of a component in its long form, when words alone are not enough. */
type LongPart = Common & { readonly text: Words }
type LongHeading = LongPart & {
  /** Makes these words the page's `h1`. */
  readonly isPageHeading?: boolean | undefined
}
type LongError = LongPart & {
  /** Spoken before the message; an empty string leaves it out. */
  readonly hiddenText?: string | undefined
}

/** A piece of a component: just its words, or its words with a class and attributes. */
export type Part = string | VNode | LongPart
/** A label or legend. */
export type HeadingPart = string | VNode | LongHeading
export type ErrorPart = string | VNode | LongError

/** Brings the short and the long form of a piece to one. */
export const longPart = (part: Part | HeadingPart | ErrorPart): LongHeading & LongError =>
  typeof part === 'string' || isValidElement(part) ? { text: part } : part

/** Class names or ids in their order, without those that do not apply; nothing at all if none is left. */
export const spaced = (...names: readonly (string | false | undefined)[]): string | undefined =>
  names.filter((name) => name !== undefined && name !== false && name !== '').join(' ') || undefined

/** Is there anything to show? Nought is something. */
export const hasWords = (words: Words): boolean =>
  words !== undefined &&
  words !== null &&
  words !== false &&
  words !== '' &&
  !(Array.isArray(words) && words.length === 0)
