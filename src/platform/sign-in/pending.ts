import { z } from 'zod'
import { isLocalPath } from '../web/answer.ts'

const PENDING = z.object({
  state: z.string().min(16).max(200),
  nonce: z.string().min(16).max(200),
  verifier: z.string().min(16).max(200),
  /** Where they wanted to go. */
  from: z.string(),
})

/**
 * What a browser keeps between leaving for the issuer and coming back: in a cookie, so that people who never arrive
 * leave nothing with us. It needs no signature: only this browser's own sign-in can be spoilt by changing it.
 */
export type PendingSignIn = z.output<typeof PENDING>

export const MINUTES_TO_COME_BACK = 15

export const packPending = (pending: PendingSignIn): string =>
  Buffer.from(JSON.stringify(pending)).toString('base64url')

/** Nothing where the cookie is not there or is not what we wrote. */
export function unpackPending(cookie: string | undefined): PendingSignIn | undefined {
  try {
    const pending = PENDING.parse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString()))
    return { ...pending, from: localOrHome(pending.from) }
  } catch {
    return undefined
  }
}

/** Where to go afterwards: a path of ours, never an address elsewhere, and never back into signing in or out. */
export const localOrHome = (path: string): string =>
  isLocalPath(path) && !/^\/sign-(?:in|out)\b|^\/signed-out\b/.test(path) ? path : '/'
