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
  readonly today: string
}

/** Makes the whole HTML document; the app hands in the one made with the house's layout. */
export type Dress = (shown: Shown, around: Around) => string
