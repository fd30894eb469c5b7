import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyHelmetOptions } from '@fastify/helmet'

const nonces = new WeakMap<object, string>()

/** One nonce for each response: in the policy's header and on the one inline script. */
export function nonceOf(response: object): string {
  const made = nonces.get(response) ?? randomBytes(16).toString('base64')
  nonces.set(response, made)
  return made
}

/**
 * What the browser may load, run and send to. `default-src 'none'` refuses whatever is not named here.
 * @param sendsTo origins besides our own that a form's answer may lead to: the issuers, at sign-out
 */
const policy = (isHttps: boolean, sendsTo: readonly string[]) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", (_: IncomingMessage, response: ServerResponse) => `'nonce-${nonceOf(response)}'`],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'", ...sendsTo],
    // On plain http this would turn the demonstration's own addresses into ones that do not answer.
    ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
  },
})

export const helmetOptions = (isHttps: boolean, sendsTo: readonly string[]): FastifyHelmetOptions => ({
  contentSecurityPolicy: policy(isHttps, sendsTo),
  strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  // Not `no-referrer`: with it browsers send `Origin: null` with our own forms, which we refuse.
  referrerPolicy: { policy: 'same-origin' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  crossOriginEmbedderPolicy: false,
  xFrameOptions: { action: 'deny' },
})

/** Helmet does not set these. */
export const OTHER_HEADERS: Readonly<Record<string, string>> = {
  // Pages about people stay in no cache; assets, which name nobody, say otherwise for themselves.
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** For answers that are given before any hook has run: to what is not even a request. */
export const BARE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...OTHER_HEADERS,
}
