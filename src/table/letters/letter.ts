import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { SymbolName } from '../../platform/govuk/symbol.tsx'
import type { EasyRow } from '../easy-read.tsx'

/** One thing of a letter. What is a table says in its caption what it is of. */
export type Block =
  /** under the title: 2, unless it stands under another heading */
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A letter as it is, before it is made into a page, a file or plain text: every form says the same. */
export type Letter = {
  readonly title: string
  readonly council: string
  /** the party whom it speaks to as "you" */
  readonly to: string
  readonly toName: string
  readonly on: PlainDate
  /** Said before anything else, in words: that this is a draft, and what is still to come. */
  readonly draft?: string | undefined
  readonly blocks: readonly Block[]
  /** The same in easy read: one idea a row, for a person to read over before it goes out. */
  readonly easy: readonly EasyRow[]
}

/** One idea of the letter in easy read, with its picture. */
export const easyRow = (symbol: SymbolName, says: string): EasyRow => ({ symbol, says })

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const subheading = (text: string): Block => ({ kind: 'heading', text, level: 3 })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** Nothing where there is nothing to say: an empty heading is worse than none. */
export const paragraphs = (...texts: readonly (string | undefined)[]): readonly Block[] =>
  texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [paragraph(text)]))

export const items = (list: readonly string[]): readonly Block[] =>
  list.length === 0 ? [] : [{ kind: 'list', items: list }]

/** Under its heading, where there is anything to put there. */
export const under = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks]

export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Block[] => (rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows }])
