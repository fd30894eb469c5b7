import type { VNode } from 'preact'
import type { PageProps } from '../govuk/layout.tsx'
import type { Pieces } from './stand-ins.ts'

/** What a page shows within the layout; header and footer are the layout's own. */
export type Shown = {
  readonly title: string
  /** What stands inside `<main>`. */
  readonly main: VNode
  /** What stands above `<main>`: a back link or breadcrumbs. */
  readonly before?: VNode | undefined
  /** Whose record or which room this is, and the links that lead about in it. */
  readonly place?: PageProps['place']
  readonly navigation?: PageProps['navigation']
  /** True where what is typed on the page is somebody’s own life in their own words, and left as they are. */
  readonly ownWords?: boolean | undefined
  /** True where the page comes back with what was typed and what to mend: "Error: " before the title. */
  readonly bad?: boolean | undefined
  /** Where the page may be sent again as it is: takes its text when it is first made. */
  readonly kept?: KeptPage | undefined
}

/** A page's text, for the next who asks for the same page and would see the same. */
export type KeptPage = { pieces?: Pieces | undefined }

/** What a page's `get` or `post` may answer. */
export type Answer =
  | (Shown & { readonly kind: 'page'; readonly status: number })
  /** After something was done: 303 to a path of ours; `notice` is shown once on the next page. */
  | { readonly kind: 'redirect'; readonly to: string; readonly notice?: string | undefined }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly type: string
      readonly body: string | Uint8Array
    }
  /** A rule, or somebody who was quicker, said no: whole sentences, with their figures. Answered with 409. */
  | { readonly kind: 'refused'; readonly says: readonly string[]; readonly back?: string | undefined }
  /** It is not there, or not theirs to see: both look the same. */
  | { readonly kind: 'not-found' }

export const page = (shown: Shown): Answer => ({
  kind: 'page',
  status: shown.bad === true ? 400 : 200,
  ...shown,
})

/** The page again after an edit conflict, with what was typed kept and what changed shown. */
export const conflictPage = (shown: Shown): Answer => ({ ...shown, kind: 'page', status: 409 })

/** @param to a path of ours, such as `/records/…/plan#answer`; anything else is a bug and throws when it is sent */
export const redirect = (to: string, notice?: string): Answer => ({ kind: 'redirect', to, notice })

/** @param name as it is saved, such as `record.json`; @param type such as `application/json` */
export const file = (name: string, type: string, body: string | Uint8Array): Answer => ({
  kind: 'file',
  name,
  type,
  body,
})

export const refused = (says: readonly string[], back?: string): Answer => ({ kind: 'refused', says, back })

export const notFound: Answer = { kind: 'not-found' }

/**
 * Is this a path of our own site? `//host` and `/\host` lead elsewhere, and so does what browsers make of tabs and
 * line breaks within an address: only visible ASCII, and no backslash.
 */
export const isLocalPath = (path: string): boolean => path.length <= 2000 && /^\/(?!\/)[!-[\]-~]*$/.test(path)
