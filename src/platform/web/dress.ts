import type { Account } from './account.ts'
import type { Shown } from './answer.ts'

/** What the layout shows around a page. */
export type Around = {
  readonly account: Account | undefined
  /** The path of this page, so that a way back can be kept when signing in. */
  readonly path: string
  readonly nonce: string
  /** For the sign-out form. Where nobody is signed in it must not be called: it would start a session. */
  readonly csrf: () => string
  /** Shown once, as a banner. */
  readonly notice: string | undefined
  readonly status: number
  /** What was typed, by the name of its box, where somebody asked for it to be looked over. */
  readonly looked?: ReadonlyMap<string, string> | undefined
  readonly today: string
}

/** Makes the whole HTML document; the app hands in the one made with the house's layout. */
export type Dress = (shown: Shown, around: Around) => string
