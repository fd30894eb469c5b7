import type { Sheet } from '../documents/pdf.ts'

/** Ways by which a letter can go. `phone` is a text message that says that there is something to read. */
export const CHANNELS = ['email', 'phone', 'post'] as const
export type Channel = (typeof CHANNELS)[number]

/** A letter as it lies in the outbox: everything that it takes to send it, in whichever way. */
export type Parcel = {
  readonly title: string
  readonly council: string
  /** whom it greets */
  readonly name: string
  /** the letter without any layout, for post and where no PDF can be made */
  readonly text: string
  readonly sheet: Sheet
  /** where it can be read after signing in */
  readonly link: string
}

export type Message = {
  /** ours: the carrier is told it, so that a letter is found again whose answer was lost */
  readonly id: string
  readonly channel: Channel
  readonly address: string
  readonly parcel: Parcel
}

/**
 * Why something did not go, in one of a few words, never in the carrier's own: those may hold an address.
 * `address`: there is no such place; `refused`: it may not go there; `settings`: the carrier does not know our key or our
 * template; `busy` and `away`: another time it may.
 */
export const TROUBLES = ['address', 'refused', 'settings', 'busy', 'away'] as const
export type Trouble = (typeof TROUBLES)[number]

export type Carried =
  /** taken over; `as` is the carrier's own name for it */
  { readonly kind: 'went'; readonly as: string } | { readonly kind: 'failed'; readonly trouble: Trouble }

export type Found =
  | { readonly kind: 'there'; readonly as: string }
  | { readonly kind: 'not-there' }
  /** it could not be asked */
  | { readonly kind: 'unknown' }

export type WhereNow =
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'failed'; readonly trouble: Trouble }

/** Who carries letters: GOV.UK Notify, or in the demonstration nobody. Never throws: what went wrong is an answer. */
export type Carrier = {
  /** the ways in which it carries anything */
  readonly carries: readonly Channel[]
  readonly carry: (message: Message) => Promise<Carried>
  /** Whether it has this letter already, where an answer was lost on the way: nobody should get it twice. */
  readonly find: (message: Pick<Message, 'id' | 'channel'>) => Promise<Found>
  readonly ask: (as: string) => Promise<WhereNow>
}
