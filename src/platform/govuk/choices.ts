import type { QuestionOptions } from './form-group.tsx'
import type { Common, HeadingPart, Part, Words } from './parts.ts'

/** One answer of several that are all on the page. */
export type Choice = {
  readonly value: string | number
  readonly text: Words
  /** The group's id with the place in the list, unless another is given; the first has no number. */
  readonly id?: string | undefined
  readonly hint?: Part | undefined
  /** Goes before the value of the whole group. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown when this is chosen; without scripts it is always shown. */
  readonly conditional?: Words
  readonly label?: Common | undefined
  readonly attributes?: Common['attributes']
}

export type Divider = { readonly divider: string }

/** Lists may be written with conditions: what is false is left out. */
export type Listed<Item> = readonly (Item | Divider | false | null | undefined)[]

/** What a question takes that is answered by choosing. */
export type ChoicesOptions = Common &
  QuestionOptions & {
    readonly name: string
    readonly idPrefix?: string | undefined
    /** The question. Left out only where a single box explains itself. */
    readonly legend?: HeadingPart | undefined
    readonly fieldset?: (Common & { readonly describedBy?: string | undefined }) | undefined
  }

/** The first id has no number, so that an error summary can lead to it by the group's name. */
export const choiceId = (prefix: string, choice: Choice, index: number): string =>
  choice.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`)

export const isDivider = (item: Choice | Divider): item is Divider => 'divider' in item
