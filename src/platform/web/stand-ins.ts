import { randomUUID } from 'node:crypto'

// A page is made with something in place of what is new in each answer, so that a page that was made once can be sent
// again. What stands in is made by chance when the service starts and never sent: no words of anybody can hold it.

const chance = randomUUID()

export const NONCE_STAND_IN = `${chance}-nonce`
export const CSRF_STAND_IN = `${chance}-csrf`
export const KEY_STAND_IN = `${chance}-key`

const STAND_INS = new RegExp(`(${chance}-(?:nonce|csrf|key))`)

/** A document, cut at each of its stand-ins. */
export type Pieces = readonly string[]

export const cut = (document: string): Pieces => document.split(STAND_INS)

export type FreshParts = {
  readonly nonce: () => string
  /** Asked for only where the page has a form: it may begin a session. */
  readonly csrf: () => string
}

/** The document as it is sent: one token for all of its forms, and for each form a key of its own. */
export function whole(pieces: Pieces, fresh: FreshParts): string {
  let csrf: string | undefined
  return pieces
    .map((piece) => {
      if (piece === NONCE_STAND_IN) return fresh.nonce()
      if (piece === CSRF_STAND_IN) return (csrf ??= fresh.csrf())
      return piece === KEY_STAND_IN ? randomUUID() : piece
    })
    .join('')
}
