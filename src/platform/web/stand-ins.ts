import { randomUUID } from 'node:crypto'

// A page is made with something in place of what is new in each answer, so that a page that was made once can be sent
// again. What stands in is made by chance when the service starts and never sent: no words of anybody can hold it.

const chance = randomUUID()

export const NONCE_STAND_IN = `${chance}-nonce`
export const CSRF_STAND_IN = `${chance}-csrf`
export const KEY_STAND_IN = `${chance}-key`

const STAND_INS = new RegExp(`(${chance}-(?:nonce|csrf|key))`)

type Piece = Uint8Array | 'nonce' | 'csrf' | 'key'

/** A document in UTF-8, cut at each of its stand-ins: as bytes, it need not be made into bytes each time that it is sent. */
export type Pieces = readonly Piece[]

const pieceOf = (text: string): Piece => {
  switch (text) {
    case NONCE_STAND_IN:
      return 'nonce'
    case CSRF_STAND_IN:
      return 'csrf'
    case KEY_STAND_IN:
      return 'key'
  }
  return Buffer.from(text)
}

export const cut = (document: string): Pieces => document.split(STAND_INS).map(pieceOf)

export type FreshParts = {
  readonly nonce: () => string
  /** Asked for only where the page has a form: it may begin a session. */
  readonly csrf: () => string
}

/** The document as it is sent, in UTF-8: one token for all of its forms, and for each form a key of its own. */
export function whole(pieces: Pieces, fresh: FreshParts): Buffer {
  let csrf: string | undefined
  return Buffer.concat(
    pieces.map((piece) => {
      if (typeof piece !== 'string') return piece
      switch (piece) {
        case 'nonce':
          return Buffer.from(fresh.nonce())
        case 'csrf':
          return Buffer.from((csrf ??= fresh.csrf()))
        case 'key':
          return Buffer.from(randomUUID())
      }
      return piece satisfies never
    }),
  )
}
